# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Households made by chance, of every type, mostly on the edges: ties, caps and norms a cent more or less, birthdays."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from fractions import Fraction
from functools import cache
from random import Random
from typing import Any

from hypothesis import settings

from tests.oracle import Household, Job, Other, Person, WageReturn
from tests.properties.towns import FACTS, FIRST, LAST, books, parts_of
from werkzaam.core.months import Month
from werkzaam.rules.book import RuleBook
from werkzaam.rules.situatie import Inkomenssoort, Leefvorm

__all__ = ["FACTS", "books", "household"]

NORMS = [key for key in sorted(FACTS.by_key) if key.startswith("norm_") and key.endswith("_incl_vt")]
CAPS = [key for key in sorted(FACTS.by_key) if key.startswith("vrijlating_") and key.endswith("_max_per_maand")]
BRACKETS = [key for key in sorted(FACTS.by_key) if key.startswith("vt_aanspraak_art") and key.endswith("_ondergrens")]
SHARES = [Fraction(1, 4), Fraction(1, 8), Fraction(3, 20), Fraction(1, 2), Fraction(3, 10)]
PENSION = "OUDEDAGSVOORZIENING"
OTHER_KINDS = [one.name for one in Inkomenssoort if one.name not in ("GEEN", PENSION)]
PENSION_BELOW = 7_000
"""Cents: about the same as what of a private pension does not count."""
OFTEN = ["GIFT", "VRIJWILLIGERSVERGOEDING", "GIFT", "VRIJWILLIGERSVERGOEDING", "ALIMENTATIE", "ONBEKEND"]
SOAKING = settings.get_current_profile_name() == "soak"
WINDOW = 21
CHANGES_OF_LAW = [Month.of(2022, 11), Month.of(2020, 11), Month.of(2023, 5), Month.of(2025, 11), Month.of(2021, 1)]


@dataclass(frozen=True)
class Edges:
    """Wages where something flips in one month: percentages tie, a cap or bracket is reached, the norm is met."""

    wages: Sequence[int]

    def draw(self, random: Random) -> int:
        return random.choice(self.wages) if random.random() < 0.6 else random.choice([0, 0, 1, random.randint(1, 260_000)])


@cache
def edges(month: Month) -> Edges:
    """The edges of one month, each a cent less, exact and a cent more."""
    norms = [int(FACTS.on(key, month).value) for key in NORMS]
    married = int(FACTS.on("norm_21_gehuwden_incl_vt", month).value)
    norms += [married * (40 + 30 * sharers) // (100 * sharers) for sharers in range(2, 8)]
    caps = [int(one.value) for key in CAPS for one in FACTS.series(key) if month in one.span]
    exact = [*norms, *norms, *(norm + cap for norm in norms[:4] for cap in caps)]
    exact += [int(cap / share) for cap in (*caps, 20_000, 21_700, 19_900, 15_001, 22_600) for share in SHARES]
    exact += [int(FACTS.series(key)[-1].value) for key in BRACKETS]
    exact += [10, 30, 50_004, 50_010, 50_002, 50_005, 50_001]
    return Edges([wage + more for wage in exact if wage > 3 for more in (-3, -2, -1, 0, 1, 2, 3)])


def household(random: Random, book: RuleBook, longest: int = 14, *, everywhere: bool = SOAKING,
              crowded: bool = True) -> Household:  # fmt: skip
    """One household under this book's regime, in its months or, so that these are read once, in some of them."""
    first, length = _months(random, whole_span(book) if everywhere else random.choice(windows(book)), longest)
    living = random.choice(list(Leefvorm)).name
    law = book.rechtsdatum or first
    roles = _roles(random, living, (1, 1, 2, 3, 6) if crowded else (1, 1, 2))
    inside = random.random() < 0.08
    persons = {name: _person(random, first, length, law, role, inside=inside) for name, role in roles.items()}
    made = Household(
        first, living, persons, book.regime,
        children=living == "ALLEENSTAANDE_OUDER" or (living == "GEHUWDEN" and random.random() < 0.5),
        months_before=random.choice([0, 0, 1, 2, 5, 6, 7, 30]), reserve_before=random.choice([0, 0, 1, 38_643]),
        law_date=book.rechtsdatum, amounts_of=book.bedragen_van,
    )  # fmt: skip
    if living == "GEHUWDEN" and random.random() < 0.1:
        young = {name: replace(one, born=date(first.year - 20, random.randint(1, 12), 15), institution=False)
                 for name, one in persons.items() if one.role != "HUISGENOOT"}  # fmt: skip
        made = replace(made, persons=persons | young)
    if inside:
        made = some_at_home(made)
    if len(made.persons) > 1 and random.random() < 0.15:
        made = moves(random, made, length)
    if made.children and "PARTNER_ZONDER_RECHT" in roles.values() and random.random() < 0.8:
        made = replace(made, children=False)  # From 2026 no norm is known for them.
    debts = _changes(random, length, 0.3, instalment=[0, 1, 3_701, 5_000, 7_000, 500_000])
    gifts = _changes(random, length, 0.15, gifts_decided=[0, 1, 5_000, 60_000])
    # Out of what was drawn already, so that everything else stays what it was before there was an end.
    ends = _changes(Random(f"{made.first} {length} {made.months_before} {made.reserve_before}"), length, 0.2, ends=[True, False])
    ended = _changes(Random(f"{length} {first} {made.months_before}"), length, 0.1, ended=[True, False])
    return replace(made, changes=(*made.changes, *debts, *gifts, *ends, *ended))


def some_at_home(made: Household) -> Household:
    """Of two in an institution often one stays at home, and a few are under 21; out of what was drawn already, as `ends`."""
    random = Random(f"{made.first} {made.length} {made.persons['A'].born}")
    couple = [name for name, one in made.persons.items() if one.role != "HUISGENOOT"]
    at_home = {random.choice(couple)} if len(couple) > 1 and random.random() < 0.6 else set()
    young = random.random() < 0.2
    persons = {name: replace(made.persons[name], institution=name not in at_home and (young or made.persons[name].institution))
               for name in couple}  # fmt: skip
    return replace(made, persons=made.persons | persons)


def moves(random: Random, made: Household, length: int) -> Household:
    """Somebody comes to live there or leaves; without the spouse the one who stays is on his own."""
    who = random.choice([name for name in made.persons if name != "A"])
    at, comes = random.randrange(length), random.random() < 0.5
    away = frozenset(range(at) if comes else range(at, length))
    persons = made.persons | {who: replace(made.persons[who], away=away)}
    if who != "B":
        return replace(made, persons=persons)
    living = tuple((index, "living", "ALLEENSTAANDE" if index in away else "GEHUWDEN") for index in (0, at))
    return replace(made, persons=persons, children=False, changes=living)


def whole_span(book: RuleBook) -> tuple[Month, Month]:
    """The first and last month that a book can compute; under a law date those of the numbers."""
    spans = [part.span for part in parts_of(book.regime)]
    if book.rechtsdatum is not None:
        return FIRST, LAST
    return max(spans[0].first, FIRST), min(spans[-1].last or LAST, LAST)


@cache
def windows(book: RuleBook) -> tuple[tuple[Month, Month], ...]:
    """Two stretches of months of a book: around a change of rules or of numbers, and another; all books together meet all."""
    number = next((number for number, one in enumerate(books()) if one is book), 0)
    begin, end = whole_span(book)
    random = Random(number)
    starts = (CHANGES_OF_LAW[number % len(CHANGES_OF_LAW)].index - 4, random.randint(begin.index, end.index))
    firsts = [min(max(start, begin.index), max(begin.index, end.index - WINDOW)) for start in starts]
    return tuple((Month(first), Month(min(first + WINDOW, end.index))) for first in firsts)


def _months(random: Random, within: tuple[Month, Month], longest: int) -> tuple[Month, int]:
    begin, end = within
    length = min(random.choice([1, 2, 3, 7, 8, 14, longest]), end.index - begin.index + 1)
    latest = end.index - length + 1
    first = random.choice([random.randint(begin.index, latest), max(begin.index, latest - random.randint(0, 30))])
    if random.random() < 0.3:  # Across a change, where one is near.
        near = [change.index - random.randint(0, 3) for change in CHANGES_OF_LAW if begin <= change <= end]
        first = min(max(random.choice(near or [first]), begin.index), latest)
    return Month(first), length


def _changes(random: Random, length: int, often: float, **values: Sequence[Any]) -> tuple[tuple[int, str, Any], ...]:
    """Sometimes a field has other values, from one month or from two."""
    if random.random() >= often:
        return ()
    return tuple((random.randrange(length), field, random.choice(some)) for field, some in values.items() for _ in range(2))


# -- persons -----------------------------------------------------------------------------------------


def _roles(random: Random, living: str, crowds: Sequence[int]) -> dict[str, str]:
    """Who lives there: the spouses, and often housemates."""
    roles = {"A": "BIJSTAND"}
    if living == "GEHUWDEN":
        roles["B"] = "PARTNER_ZONDER_RECHT" if random.random() < 0.3 else "BIJSTAND"
    many = random.choice(crowds) if random.random() < 0.4 else 0
    return roles | {f"H{number}": "HUISGENOOT" for number in range(many)}


def _person(random: Random, first: Month, length: int, law: Month, role: str, *, inside: bool) -> Person:
    if role == "HUISGENOOT":
        return _housemate(random, first, length)
    names = random.choice([["1"], ["1"], ["1", "2"], ["1", "2", "3"]])
    kinds = [random.choice(["wages", "wages", "other"]) if name != "1" else "wages" for name in names]
    months = []
    for index in range(length):
        idle = random.random() < 0.15
        makers = zip(names, kinds, strict=True)
        months.append({name: _other(random) if kind == "other" else _job(random, first + index, idle=idle, jobs=len(names))
                       for name, kind in makers})  # fmt: skip
    born = _birth(random, first, length)
    young = (law.index - Month.of_day(born).index) < 22 * 12
    new_law = law >= Month.of(2027, 1)
    return Person(
        born=born, jobs=tuple(months), role=role, institution=inside and not young,
        limited_hours=random.random() < 0.3, young_child=random.random() < 0.7, helps=random.random() < 0.9,
        cares_elsewhere=random.random() < 0.1, without_parents=random.random() < (0.4 if young else 0.1),
        wage_subsidy=random.random() < 0.3, no_more_hours=random.random() < 0.5,
        n_before=random.choice([0, 0, 0, 4, 5, 6, 6, 7]), r_before=random.choice([0, 0, 0, 1, 24, 28, 29, 30, 31]),
        z_before=random.choice([0, 0, 0, 1, 8, 11, 12, 13]),
        uniform_before=random.choice([0, 0, 1, 9, 11, 12, 13, 17, 18]) if new_law else 0,
        changes=(
            *_changes(random, length, 0.3, new_job=[True, False, False]),
            *_changes(random, length, 0.15, limited_hours=[True, False], helps=[True, False], wage_subsidy=[True, False]),
        ),
    )  # fmt: skip


def _housemate(random: Random, first: Month, length: int) -> Person:
    born = _birth(random, first, length) if random.random() < 0.8 else date(first.year - random.randint(5, 17), 1, 31)
    as_what = random.choices(["MEEDELEND", "HUURDER", "STUDENT"], [7, 1, 1])[0]
    jobs: dict[str, Job] = {"1": Job((1_000,))} if random.random() < 0.01 else {}
    return Person(born, (jobs,) * length, role="HUISGENOOT", housemate_as=as_what)


def _birth(random: Random, first: Month, length: int) -> date:
    """Mostly in between; else 18 to 20, a pensioner, or a birthday that matters here: on the first, last or any day."""
    chance = random.random()
    if chance < 0.4:
        return date(first.year - random.randint(30, 60), random.randint(1, 12), random.randint(1, 28))
    if chance < 0.5:
        return date(first.year - random.randint(68, 90), random.randint(1, 12), random.randint(1, 28))
    if chance < 0.58:
        return date(first.year - 19, random.randint(1, 12), random.randint(1, 28))
    at = first + random.randint(-1, length)
    pension = int(FACTS.on("aow_leeftijd", first).value)
    age = random.choices([18 * 12, 21 * 12, 27 * 12, pension, pension + 3], [1, 6, 8, 4, 1])[0]
    if age == 18 * 12:
        at = first - random.randint(0, 1)
    born = Month(at.index - age)
    return random.choice([born.first_day, born.last_day, born.first_day + timedelta(days=random.randint(0, 27))])


# -- what comes in -----------------------------------------------------------------------------------


def _job(random: Random, month: Month, *, idle: bool, jobs: int) -> Job:
    wage = 0 if idle else edges(month).draw(random)
    rows: tuple[int, ...] = (wage,) if wage else ()
    if jobs > 1 and wage and random.random() < 0.5:
        rows = (wage // jobs,)
    if random.random() < 0.08:
        rows = (*rows, -random.choice([1, 5_000, wage, wage + 1]))
    guess = random.choice([None, None, max(0, sum(rows)), edges(month).draw(random), max(0, wage - 1)])
    built_up = random.choice([0, 0, wage * 8 // 100, random.randint(0, 9_000)])
    paid_out = random.choice([0, 0, 0, 0, 0, 1, random.randint(1, 90_000), built_up, max(0, built_up - 1)])
    job = Job(rows, guess is None or random.random() < 0.85, guess, built_up, paid_out,
              sort=random.choices(["WERK", "ZIEKENGELD", "UITKERING"], [8, 1, 1])[0])  # fmt: skip
    return _special(random, job, wage) if random.random() < 0.5 else job


def _special(random: Random, job: Job, wage: int) -> Job:
    """A wage with something to it: paid per four weeks, a wage return, end-of-year pay, hours, a gross sum, a missed credit."""
    chance = random.random()
    if chance < 0.25:
        extra = random.choice([0, 0, 0, wage, wage + 1])
        return replace(job, rows=(), four_weeks=random.choice([wage, 130_000, 12, 6, -wage]), four_weeks_more=extra)
    if chance < 0.5:
        taxed = random.choice([wage * 5 // 4, wage, 20_001])
        told = WageReturn(taxed, random.randint(0, 9_000), *(random.choice([0, 0, 1_000]) for _ in range(3)),
                          employed=random.random() < 0.7)  # fmt: skip
        return replace(job, wage_return=told)
    if chance < 0.75:
        year_end = random.choice([0, 1_500, 3_293])
        return replace(job, bonus_built_up=year_end, bonus_attributed=random.choice([0, 0, 2_744]),
                       bonus_paid=random.choice([0, 0, 1, 39_516, year_end]))  # fmt: skip
    gross = random.choice([0, wage * 5 // 4, wage])
    return replace(job, gross=gross, minutes=random.choice([0, 1, 30, 59, 5_200]), credit_missed=random.choice([0, 0, 21_300]))


def _other(random: Random) -> Job:
    """Income of another kind; gifts and volunteer fees around what is free of them."""
    kind = random.choice(OTHER_KINDS if random.random() < 0.6 else OFTEN)
    if kind == "ONDERNEMING" and random.random() < 0.7:
        kind = "KOSTGANGER"
    sums = [0, 1, 21_999, 22_000, 22_001, 60_000, 119_999, 120_000, 120_001, 220_000, random.randint(0, 150_000)]
    decided, amount = random.choice([None, None, None, 0, 1, 30_000]), random.choice(sums)
    if kind == "VERHUUR" and decided is None:
        return Job(other=Other(PENSION, amount % PENSION_BELOW, decided))
    return Job(other=Other(kind, amount, decided))
