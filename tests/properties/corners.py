# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Households for what chance rarely meets: one cent of holiday money or bijstand, a year's maximum, a cap that falls."""

from __future__ import annotations

from functools import cache

from tests.house.tree import ROOT
from tests.oracle import Household, Job, Person
from tests.properties.households import FACTS, LAST, town
from werkzaam.core.months import Month, Span
from werkzaam.facts.book import Facts
from werkzaam.regime.read import read_regime
from werkzaam.regime.regime import Regime, Timeline
from werkzaam.rules.book import RuleBook

Sampled = tuple[Household, RuleBook]
WORKED = Job((80_000,))


def alone(first: Month, jobs: list[Job], regime: Regime | Timeline, facts: Facts = FACTS, *, parent: bool = False) -> Sampled:
    """One adult with one job; a parent has used the six months of n."""
    months = tuple({"1": job} for job in jobs)
    person = Person(Month.of(1990, 1).first_day, months, young_child=parent, n_before=6 if parent else 0)
    living = "ALLEENSTAANDE_OUDER" if parent else "ALLEENSTAANDE"
    return Household(first, living, {"A": person}, regime), RuleBook(facts, regime)


@cache
def corners() -> tuple[Sampled, ...]:
    """Each corner once."""
    act, amsterdam = read_regime("participatiewet_2018"), read_regime("amsterdam_2021")
    january = Month.of(2023, 1)
    norm = int(FACTS.on("norm_21_alleenstaande_of_ouder_incl_vt", january).value)
    return (
        alone(january, [Job((50_000,), built_up=4_000), Job((50_000,), paid_out=1), Job((50_000,), built_up=4_000)], amsterdam),
        alone(january, [Job((norm + more,)) for more in (-2, -1, 0, 1)], amsterdam),
        alone(january, [Job(), Job((1,)), Job()], act, parent=True),
        alone(january, [Job(), Job((2,)), Job()], act, parent=True),
        alone(january, [Job((30_000,)), Job((70_000,))], own_exemption()),
        *waiting_premium(),
        falling_cap(),
    )


def waiting_premium() -> tuple[Sampled, Sampled]:
    """Premium of two half-years waits for a new payout month: over the year's maximum, also when that falls in July."""
    folder = ROOT / "stories" / "regimes"
    regime = Timeline([read_regime(folder / "premie_januari.toml"), read_regime(folder / "premie_juni.toml")])
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
    return town({one.path: one.value for one in read_regime("groningen_2018").stated})


def premium_town(span: Span, maximum: int) -> Regime:
    """A town with a premium of 50% and this cap, counted over the half-year."""
    premium = {one.path: one.value for one in read_regime("amsterdam_2018").stated}
    return town({**premium, "premie.maximum": maximum, "premie.maximum_per": "halfjaar"}, span)
