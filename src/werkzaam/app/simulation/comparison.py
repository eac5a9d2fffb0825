# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The same people with the same luck under each of several regimes, over one seed or more, and what it rests on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property
from pathlib import Path

from werkzaam.app.simulation.assumptions_page import Watched, watched
from werkzaam.app.simulation.lives import FIRST_CHECKED, LAST_CHECKED, Living, Ruled, living, refuse_unstated
from werkzaam.app.simulation.living_places import Place, Progress, on_this_machine
from werkzaam.app.simulation.own_numbers import refuse_impossible
from werkzaam.app.simulation.prices import NONE, Prices
from werkzaam.core.errors import InputError
from werkzaam.core.months import Month, Span
from werkzaam.facts.book import Facts
from werkzaam.simulation.assumption import Assumptions
from werkzaam.simulation.chance import seeded
from werkzaam.simulation.measures import MEASURES, Sums, below_months, ever
from werkzaam.simulation.spread import Spread, difference, spread

MONTHS_MOST, SEEDS_MOST, POPULATION_MOST = 120, 1_000, 10_000_000
TOLD = (*(one.name for one in MEASURES), "below_months", "claim_ever", "premium_ever")
"""Every number that is shown for a regime, in this order; `cost` comes after them when prices were given."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is simulated: regimes, months, people and seeds, the numbers, the prices."""

    rules: tuple[Ruled, ...]
    span: Span
    population: int
    seeds: tuple[int, ...]
    given: Assumptions
    prices: Prices = NONE
    without: tuple[str, ...] = ()
    own: tuple[str, ...] = ()
    """The names of the numbers that somebody gave."""


@dataclass(frozen=True)
class Lived:
    """One regime with its sums for each seed."""

    living: Living
    sums: tuple[Sums, ...]

    @cached_property
    def values(self) -> Mapping[str, tuple[Fraction | None, ...]]:
        """Every number of TOLD for each seed."""
        found: dict[str, tuple[Fraction | None, ...]] = {one.name: tuple(map(one.of, self.sums)) for one in MEASURES}
        found["below_months"] = tuple(map(below_months, self.sums))
        found["claim_ever"] = tuple(ever(one, "claims") for one in self.sums)
        found["premium_ever"] = tuple(ever(one, "premium_times") for one in self.sums)
        return found


@dataclass(frozen=True)
class Compared:
    """All regimes in the order asked; differences are with the first one. `read` are the numbers that the run read."""

    asked: Asked
    lived: tuple[Lived, ...]
    read: Assumptions
    unread: tuple[str, ...] = field(default=())

    def spread(self, at: int, name: str) -> Spread:
        """A number of one regime over the seeds."""
        return spread(self.lived[at].values[name])

    def difference(self, at: int, name: str) -> Spread:
        """The difference of that number with the first regime, seed by seed."""
        return difference(self.lived[at].values[name], self.lived[0].values[name])

    def cost(self, at: int) -> tuple[Spread, Spread]:
        """The cost of carrying out, and the difference with the first regime; raises MissingParameter without prices."""
        costs = [[self.asked.prices.cost(one) for one in lived.sums] for lived in (self.lived[at], self.lived[0])]
        return spread(costs[0]), difference(costs[0], costs[1])


def check_asked(months: int, population: int, seed: object, seeds: int) -> None:
    """Raise InputError for what cannot be simulated."""
    if not 1 <= months <= MONTHS_MOST:
        raise InputError(f"--months: 1 to {MONTHS_MOST} months were expected; found {months}.")
    if not 1 <= population <= POPULATION_MOST:
        raise InputError(f"--population: 1 to {POPULATION_MOST} households were expected; found {population}.")
    if not 1 <= seeds <= SEEDS_MOST:
        raise InputError(f"--seeds: 1 to {SEEDS_MOST} were expected; found {seeds}.")
    seeded(seed)  # type: ignore[arg-type]


def span_of(start: Month, months: int) -> Span:
    """So many months from the first; raises InputError for a month whose amounts are not known here."""
    last = start + (months - 1)
    if start < FIRST_CHECKED or last > LAST_CHECKED:
        raise InputError(
            f"--start, --months: amounts are known from {FIRST_CHECKED} to {LAST_CHECKED}; {start} to {last} was asked. Live "
            "other months: a regime of other years is then tried with its law date pinned."
        )
    return Span(start, last)


def compare(
    asked: Asked, facts: Facts, cache: Path | None, place: Place = on_this_machine, progress: Progress = lambda months: None
) -> Compared:
    """Live every regime with the same people, seed after seed; `progress` is told of household-months lived.

    Raises MissingParameter with every choice or number that lacks, and InputError for shares that cannot be met, before anything
    is lived.
    """
    refuse_unstated(asked.rules, asked.span)
    refuse_impossible(asked.given)
    given = watched(asked.given)
    worlds = [living(one, asked.span, given, facts, cache) for one in asked.rules]
    sums: list[list[Sums]] = [[] for _ in worlds]
    for seed in asked.seeds:
        for found, one in zip(sums, worlds, strict=True):
            found.append(place(one, asked.population, seed, given, progress))
    lived = tuple(Lived(one, tuple(found)) for one, found in zip(worlds, sums, strict=True))
    read = read_of(given)
    return Compared(asked, lived, read, tuple(name for name in asked.own if name not in read.given))


def read_of(given: Assumptions) -> Assumptions:
    """The numbers that were read."""
    assert isinstance(given.given, Watched)
    return Assumptions({name: given.given.numbers[name] for name in sorted(given.given.read)})
