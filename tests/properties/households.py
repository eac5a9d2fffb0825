# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Households made by chance, mostly on the edges: ties, caps and norms a cent more or less, birthdays, month 6."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from functools import cache
from random import Random

from tests.oracle import Household, Job, Person
from werkzaam.core.months import Month, Span, age_in_months
from werkzaam.engine.explain import MonthInput
from werkzaam.engine.rule import BAAN, HUISHOUDEN, PERSOON
from werkzaam.facts.read import read_facts
from werkzaam.regime.model import Value
from werkzaam.regime.read import read_regime
from werkzaam.regime.regime import Chosen, Regime, Timeline
from werkzaam.rules.book import RuleBook
from werkzaam.rules.situatie import Leefvorm

FACTS = read_facts()
FIRST, LAST = Month.of(2018, 1), Month.of(2026, 12)
WHOLE = Span(FIRST, LAST)
LIVING = list(Leefvorm)
N_KEY, R_KEY, Y_KEY = (
    "vrijlating_n_25pct_max_per_maand",
    "vrijlating_r_12_5pct_alleenstaande_ouder_max_per_maand",
    "vrijlating_y_15pct_medisch_urenbeperkt_max_per_maand",
)
SHARES = [Fraction(1, 4), Fraction(1, 8), Fraction(3, 20), Fraction(1, 2), Fraction(3, 10), Fraction(1, 20)]


# -- regimes ---------------------------------------------------------------------------------------


@cache
def books() -> tuple[RuleBook, ...]:
    """The regimes that ship, two of them after one another, and towns that choose what no shipped one does."""
    names = ("participatiewet_2018", "participatiewet_2026", "amsterdam_2018", "amsterdam_2021", "groningen_2018")
    shipped = {name: read_regime(name) for name in names}
    timelines = [
        Timeline([shipped["amsterdam_2018"], shipped["amsterdam_2021"]]),
        Timeline([shipped["participatiewet_2018"], shipped["participatiewet_2026"]]),
    ]
    made = [made_town(Random(seed)) for seed in range(16)]
    return tuple(RuleBook(FACTS, regime) for regime in (*shipped.values(), *timelines, *timelines, *made))


def made_town(random: Random) -> Regime:
    """A town with every choice stated, at random."""
    ends = random.randint(1, 6)
    pays = random.randint(1, 6)
    values: dict[str, Value] = {
        "inkomsten.maandregel": "maand_van_werk",
        "inkomsten.methode": "op_de_maand",
        "inkomsten.vakantiegeld": random.choice(["loonstrook", "bij_uitbetaling"]),
        "vrijlating.n": random.random() < 0.8,
        "vrijlating.r": random.random() < 0.8,
        "vrijlating.y": random.random() < 0.8,
        "vrijlating.grondslag": random.choice(["nettoloon", "nettoloon_en_vakantiegeld"]),
        "vrijlating.eigen": random.random() < 0.1,
        "vrijlating.eigen_grondslag": "experiment_pw_2017",
        "vrijlating.eigen_aandeel": Fraction(random.choice([30, 50]), 100),
        "vrijlating.eigen_maximum": random.choice([15_000, 19_900]),
        "premie.geldt": random.random() < 0.8,
        "premie.aandeel": random.choice([Fraction(1, 2), Fraction(3, 10), Fraction(1, 4)]),
        "premie.maximum": random.choice([20_000, 21_700, 15_001]),
        "premie.maximum_per": random.choice(["maand", "halfjaar"]),
        "premie.alleen_met_bijstand": random.random() < 0.5,
        "premie.maximum_uitbetaling": random.choice([120_000, 130_200, 40_000, 999_900]),
        "premie.halfjaar_eindigt": (ends, ends + 6),
        "premie.uitbetaling": random.choice([(6, 12), (pays, pays + 6), (7, 11), (6, 11), (1, 12)]),
    }
    return town(values)


def town(values: dict[str, Value], span: Span = WHOLE) -> Regime:
    """A town regime that states these choices."""
    stated = tuple(Chosen(path, value, "test", False, "", "test", span, "test", "") for path, value in values.items())
    return Regime("test", "gemeente", "Test", "Test", "", "", "Testdorp", span, "test", stated)


# -- households ------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Edges:
    """Wages where something flips in one month: percentages tie, a cap is reached, the norm is met."""

    wages: Sequence[int]

    def draw(self, random: Random) -> int:
        return random.choice(self.wages) if random.random() < 0.6 else random.choice([0, 0, 1, random.randint(1, 260_000)])


@cache
def edges(month: Month) -> Edges:
    """The edges of one month, each a cent less, exact and a cent more."""
    norms = [int(FACTS.on(key, month).value)
             for key in ("norm_21_alleenstaande_of_ouder_incl_vt", "norm_21_gehuwden_incl_vt")]  # fmt: skip
    caps = [int(FACTS.on(key, month).value) for key in (N_KEY, R_KEY, Y_KEY)]
    exact = [*norms, *(norm + cap for norm in norms for cap in caps)]
    exact += [int(cap / share) for cap in (*caps, 20_000, 21_700, 19_900, 15_001) for share in SHARES[:5]]
    exact += [10, 30, 50_004, 50_010, 50_002, 50_005, 50_001]
    return Edges([wage + more for wage in exact for more in (-3, -2, -1, 0, 1, 2, 3)])


def household(random: Random, book: RuleBook, longest: int = 14) -> Household:
    """One household under this book's regime, somewhere in its dates."""
    spans = [part.span for part in (book.regime.regimes if isinstance(book.regime, Timeline) else (book.regime,))]
    begin, end = max(spans[0].first, FIRST), min(spans[-1].last or LAST, LAST)
    length = min(random.choice([1, 2, 3, 7, 8, 14, longest]), end.index - begin.index + 1)
    latest = end.index - length + 1
    first = Month(random.choice([random.randint(begin.index, latest), max(begin.index, latest - random.randint(0, 30))]))
    if random.random() < 0.3:  # Around a change of rules or of numbers.
        change = random.choice([Month.of(2022, 11), Month.of(2020, 11), Month.of(2023, 5)])
        first = Month(min(max(change.index, begin.index), latest))
    living = random.choice(LIVING)
    names = ["A", "B"] if living is Leefvorm.GEHUWDEN else ["A"]
    return Household(first, living.name, {name: _person(random, first, length) for name in names}, book.regime)


def _person(random: Random, first: Month, length: int) -> Person:
    names = random.choice([["1"], ["1"], ["1", "2"]])
    months = []
    for index in range(length):
        idle = random.random() < 0.15
        months.append({name: _job(random, first + index, idle=idle, jobs=len(names)) for name in names})
    return Person(
        born=_birth(random, first, length), jobs=tuple(months),
        limited_hours=random.random() < 0.35, young_child=random.random() < 0.7, helps=random.random() < 0.9,
        n_before=random.choice([0, 0, 0, 4, 5, 6, 6, 7]), r_before=random.choice([0, 0, 0, 1, 24, 28, 29, 30, 31]),
    )  # fmt: skip


def _birth(random: Random, first: Month, length: int) -> date:
    """Mostly in between; else 21, 27 or the state pension age within these months, on the first, last or another day."""
    if random.random() < 0.45:
        return date(first.year - random.randint(30, 60), random.randint(1, 12), random.randint(1, 28))
    at = first + random.randint(-1, length)
    age = random.choices([21 * 12, 27 * 12, int(FACTS.on("aow_leeftijd", first).value)], [2, 7, 1])[0]
    if age == 21 * 12:
        at = first - random.randint(0, 1)
    born = Month(at.index - age)
    return random.choice([born.first_day, born.last_day, born.first_day + timedelta(days=random.randint(0, 27))])


def _job(random: Random, month: Month, *, idle: bool, jobs: int) -> Job:
    wage = 0 if idle else edges(month).draw(random)
    rows: tuple[int, ...] = (wage,) if wage else ()
    if jobs == 2 and wage and random.random() < 0.5:
        rows = (wage // 2,)
    if random.random() < 0.08:
        rows = (*rows, -random.choice([1, 5_000, wage, wage + 1]))
    guess = random.choice([None, None, max(0, sum(rows)), edges(month).draw(random), max(0, wage - 1)])
    known = guess is None or random.random() < 0.85
    built_up = random.choice([0, 0, wage * 8 // 100, random.randint(0, 9_000)])
    paid_out = random.choice([0, 0, 0, 0, 0, 1, random.randint(1, 90_000), built_up, max(0, built_up - 1)])
    return Job(rows, known, guess, built_up, paid_out)


# -- as the rules take it --------------------------------------------------------------------------


def covered_months(made: Household) -> int:
    return len(next(iter(made.persons.values())).jobs)


def inputs(made: Household) -> list[MonthInput]:
    """The same household as the inputs of the rules."""
    return [_month(made, index) for index in range(covered_months(made))]


def _month(made: Household, index: int) -> MonthInput:
    month = made.first + index
    persons = {(name,): {
        "leeftijd_begin": age_in_months(one.born, month.first_day), "leeftijd_eind": age_in_months(one.born, month.last_day),
        "medisch_urenbeperkt": int(one.limited_hours), "zorg_kind_onder_12": int(one.young_child),
        "vrijlating_helpt": int(one.helps), "maanden_n_eerder": one.n_before, "maanden_r_eerder": one.r_before,
    } for name, one in made.persons.items()}  # fmt: skip
    jobs = {(name, job): {
        "nettoloon": one.net if one.known else 0, "loon_bekend": int(one.known), "geschat_nettoloon": one.guess,
        "vakantiegeld_opgebouwd": one.built_up, "vakantiegeld_uitbetaald": one.paid_out,
    } for name, person in made.persons.items() for job, one in person.jobs[index].items()}  # fmt: skip
    living = [option.name for option in LIVING].index(made.living)
    home = {"leefvorm": living, "kostendelers": 1}
    return MonthInput(month, {HUISHOUDEN: {(): home}, PERSOON: persons, BAAN: jobs})
