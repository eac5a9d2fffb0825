# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Households for what chance rarely meets: one cent of holiday money or bijstand, a year's maximum, a cap that falls."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from functools import cache
from random import Random
from typing import Any

from tests.oracle import Household, Job, Other, Person
from tests.properties.towns import FACTS, LAST, NEW_LAW, WHOLE, book_of, changed, made_town, story_regime
from werkzaam.core.months import Month, Span
from werkzaam.facts.book import Facts
from werkzaam.regime.model import Value
from werkzaam.regime.read import read_regime
from werkzaam.regime.regime import Regime, Timeline
from werkzaam.rules.book import RuleBook

Sampled = tuple[Household, RuleBook]
WORKED = Job((80_000,))
BORN = date(1990, 1, 1)


def alone(first: Month, jobs: Sequence[Job], regime: Regime | Timeline, facts: Facts | None = None, **person: Any) -> Sampled:
    """One adult with one job in each month; a lone parent if he cares for a young child."""
    one = Person(person.pop("born", BORN), tuple({"1": job} for job in jobs), **person)
    living = "ALLEENSTAANDE_OUDER" if one.young_child else "ALLEENSTAANDE"
    book = book_of(regime) if facts is None else RuleBook(facts, regime)
    return Household(first, living, {"A": one}, regime, children=one.young_child), book


@cache
def corners() -> tuple[Sampled, ...]:
    """Each corner once."""
    act, amsterdam = read_regime("participatiewet_2018"), read_regime("amsterdam_2021")
    january = Month.of(2023, 1)
    norm = int(FACTS.on("norm_21_alleenstaande_of_ouder_incl_vt", january).value)
    built_up = [Job((50_000,), built_up=4_000), Job((50_000,), paid_out=1), Job((50_000,), built_up=4_000)]
    return (
        alone(january, built_up, amsterdam),
        alone(january, [Job((norm + more,)) for more in (-2, -1, 0, 1)], amsterdam),
        alone(january, [Job(), Job((1,)), Job()], act, young_child=True, n_before=6),
        alone(january, [Job(), Job((2,)), Job()], act, young_child=True, n_before=6),
        alone(january, [Job((30_000,)), Job((70_000,))], own_exemption()),
        *waiting_premium(),
        falling_cap(),
        thirteen_pays(),
        *gifts_over_the_year(),
        *spouse_without_right(),
        bands_through_a_break(),
        *leaving(),
        new_job_after_the_uniform_year(),
        buffer_of_a_year(),
    )


def waiting_premium() -> tuple[Sampled, Sampled]:
    """Premium of two half-years waits for a new payout month: over the year's maximum, also when that falls in July."""
    regime = Timeline([story_regime("premie_januari"), story_regime("premie_juni")])
    lower = FACTS.with_assumed("premie_max_per_kalenderjaar", Span(Month.of(2021, 7), LAST), 100_000)
    return (
        alone(Month.of(2020, 7), [WORKED] * 30, regime),
        alone(Month.of(2020, 7), [WORKED] * 30, regime, lower),
    )


def falling_cap() -> Sampled:
    """A cap over the half-year that is halved while the half-year runs: what was built up stays, nothing is added."""
    change = Month.of(2022, 4)
    earlier = premium_town(Span(Month.of(2022, 1), change - 1), 20_000)
    return alone(Month.of(2022, 1), [Job((200_000,))] * 8, Timeline([earlier, premium_town(Span(change, LAST), 10_000)]))


def own_exemption() -> Regime:
    """An exemption of the town's own after 2022: no decree allows one now, but the law of 2023 must not lose it."""
    return changed(read_regime("groningen_2018"), {})


def premium_town(span: Span, maximum: int) -> Regime:
    """A town with a premium of 50% and this cap, counted over the half-year."""
    values: dict[str, Value] = {"premie.maximum": maximum, "premie.maximum_per": "halfjaar"}
    return changed(read_regime("amsterdam_2018"), values, span)


def thirteen_pays() -> Sampled:
    """Two years of pay per four weeks, each with a thirteenth: counted twelve times, and the difference shown in December."""
    pays = [Job(four_weeks=100_001, four_weeks_more=100_001 if index % 12 == 6 else 0) for index in range(24)]
    town = changed(read_regime("participatiewet_2018"), {"inkomsten.vierweken": "dertien_twaalfde"})
    return alone(Month.of(2024, 1), pays, town)


def gifts_over_the_year() -> tuple[Sampled, ...]:
    """Gifts that meet the free sum of a year by a cent, and start again in January; volunteer fees likewise."""
    act = Timeline([read_regime("participatiewet_2018"), read_regime("participatiewet_2026")])

    def getting(kind: str, *amounts: int) -> list[Job]:
        return [Job(other=Other(kind, amount)) for amount in amounts]

    return (
        alone(Month.of(2025, 12), getting("GIFT", 130_000, 119_999, 1, 1, 5_000), act),
        alone(Month.of(2026, 2), getting("GIFT", 60_000, 60_001, 0, 300), act),
        alone(Month.of(2026, 1), getting("VRIJWILLIGERSVERGOEDING", 22_000, 22_001, 100_000, 80_000, 8_000), act),
        alone(Month.of(2026, 1), getting("VRIJWILLIGERSVERGOEDING", 22_000, 22_001), act, born=date(1999, 3, 1)),
        alone(Month.of(2026, 5), getting("VRIJWILLIGERSVERGOEDING", 1, 100, 100), act),
    )


def spouse_without_right() -> tuple[Sampled, ...]:
    """The income of a spouse without a right around what the couple may have, alone and with somebody who shares costs."""
    act, first = read_regime("participatiewet_2018"), Month.of(2024, 1)
    married = int(FACTS.on("norm_21_gehuwden_incl_vt", first).value)
    half = married // 2
    found = []
    for own in (0, 40_000, half + 1):
        for income in (half - 1, half, half + 1, married, 250_000):
            his = Person(BORN, ({"1": Job((income,))},), role="PARTNER_ZONDER_RECHT")
            hers = Person(BORN, ({"1": Job((own,))},), n_before=6)
            mate = Person(BORN, ({},), role="HUISGENOOT")
            two = Household(first, "GEHUWDEN", {"A": hers, "B": his}, act)
            three = Household(first, "GEHUWDEN", {"A": hers, "B": his, "H": mate}, act)
            found += [(one, book_of(act)) for one in (two, three)]
    for hers, his in ((BORN, date(1950, 3, 12)), (date(1950, 3, 12), BORN), (date(1950, 3, 12), date(1951, 3, 12))):
        pair = {"A": Person(hers, ({},)), "B": Person(his, ({},), role="PARTNER_ZONDER_RECHT")}
        found.append((Household(first, "GEHUWDEN", pair, act), book_of(act)))
    return tuple(found)


def bands_through_a_break() -> Sampled:
    """A rule of bands that waits six months on benefit and then lasts four, also through a month without benefit."""
    values: dict[str, Value] = {
        "vrijlating.eigen": False, "vrijlating.schijven": True, "vrijlating.schijven_over": "nettoloon",
        "vrijlating.schijven_aandelen": ((0, Fraction(1, 4)),), "vrijlating.schijven_met_kind": ((0, Fraction(1, 2)),),
        "vrijlating.schijven_wachttijd": 6, "vrijlating.schijven_duur": 4,
    }  # fmt: skip
    jobs = [Job((300_000,) if index in (3, 12) else (40_002,)) for index in range(20)]
    return alone(Month.of(2024, 1), jobs, changed(read_regime("participatiewet_2018"), values, WHOLE))


def leaving() -> tuple[Sampled, ...]:
    """Out of benefit, in again and out again, with an exit premium that falls to nothing, and a one-off premium."""
    values: dict[str, Value] = {
        "premie.uitstroom": True, "premie.uitstroom_bedrag": 30_001, "premie.uitstroom_lang": 2,
        "premie.uitstroom_bedrag_lang": 40_003, "premie.uitstroom_termijn": 5,
        "premie.uitstroom_afbouw": Fraction(3, 10), "premie.eenmalig": True, "premie.eenmalig_bedrag": 30_000,
        "premie.eenmalig_na_maanden": 2,
    }  # fmt: skip
    regime = changed(read_regime("amsterdam_2018"), values, WHOLE)
    out, beside = Job((400_000,)), Job((20_000,))
    before = alone(Month.of(2022, 1), [out, out, beside], regime)[0]
    return (
        alone(Month.of(2022, 1), [beside, beside, *[out] * 7, beside, out, out], regime),
        (Household(before.first, before.living, before.persons, regime, months_before=3), book_of(regime)),
        (before, book_of(regime)),
    )


def new_job_after_the_uniform_year() -> Sampled:
    """Article 34a lapses after a year; without a new job it stays away, with one it begins again."""
    values: dict[str, Value] = {
        "vrijlating.eigen": False, "vrijlating.schijven": False, "vrijlating.uniform": True,
        "vrijlating.uniform_verlenging": 1, "vrijlating.uniform_opnieuw": True,
    }  # fmt: skip
    regime = changed(made_town(Random(3), Span(NEW_LAW)), values, Span(NEW_LAW))
    new_jobs = tuple((index, "new_job", index in (1, 9)) for index in (1, 2, 9, 10))
    made, _ = alone(Month.of(2024, 1), [Job((60_001,))] * 20, regime, uniform_before=8, changes=new_jobs)
    return under_new_law(made, regime)


def buffer_of_a_year() -> Sampled:
    """Estimates far too high, so that every month falls short of the norm, until the buffer of the year is used up."""
    regime = changed(made_town(Random(3), Span(NEW_LAW)), {"inkomsten.vakantiegeld": "loonstrook"}, Span(NEW_LAW))
    made, _ = alone(Month.of(2024, 10), [Job((20_000,), estimate=60_000)] * 8, regime)
    return under_new_law(made, regime)


def under_new_law(made: Household, regime: Regime) -> Sampled:
    """The household under the law of 2027, with the amounts of July 2026."""
    amounts_of = Month.of(2026, 7)
    pinned = Household(made.first, made.living, made.persons, regime, law_date=NEW_LAW, amounts_of=amounts_of)
    return pinned, book_of(regime, NEW_LAW, amounts_of)
