# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The labour market of everybody is fitted to the contracts at T0 and to the work that is gone from T2 to T3.

What was published of lost work is who has no work at the next interview. Who lost work and found other work by then is not among
them, so that a chance a month cannot be read off: it is turned until the same comes out.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from werkzaam.app.simulation.numbers import DATA
from werkzaam.core.months import Span
from werkzaam.simulation.assumption import Assumptions, Given
from werkzaam.simulation.calibrate import Floats, Knob, solve, work
from werkzaam.simulation.emergent import MARKET, Check, of_contracts
from werkzaam.simulation.people import Ints, People
from werkzaam.simulation.waves import WAVES, Interviews
from werkzaam.simulation.world import behaviour_of, market_of

TARGETS = DATA / "market_targets.csv"


@dataclass(frozen=True, slots=True)
class MarketTarget:
    """A number of the labour market and the published number that decides it.

    knob    its name, which of its values are turned, and between which bounds
    rest    values that share evenly what the turned one leaves of the whole
    check   what of `emergent.MARKET` it is to reach
    rows    the rows that say so
    """

    knob: Knob
    rest: tuple[int, ...]
    check: Check
    start: int
    rows: tuple[str, ...]
    why: str

    @property
    def wanted(self) -> float:
        """The published number."""
        return float(self.check.published)

    def turned(self, given: Assumptions, value: int) -> Assumptions:
        """The numbers with this one at some value."""
        values = list(given.numbers(self.knob.name))
        shared = sum(values[at] for at in (*self.knob.periods, *self.rest))
        for at in self.knob.periods:
            values[at] = value
        for at, place in enumerate(self.rest):
            values[place] = (shared - value + at) // len(self.rest)
        return given.with_values({self.knob.name: tuple(values)})

    def stands(self, given: Assumptions) -> Ints:
        """Where it stands."""
        return np.array([given.numbers(self.knob.name)[self.knob.periods[0]]], np.int64)


def market_targets() -> list[MarketTarget]:
    """What of the labour market is fitted to what, in the order in which it is done."""
    with TARGETS.open(encoding="utf-8", newline="") as lines:
        return [_target(row) for row in csv.DictReader(lines)]


def _target(row: dict[str, str]) -> MarketTarget:
    check = next(one for one in MARKET if one.name == row["check"])
    knob = Knob(row["name"], _places(row["places"]), check.name, "", int(row["low"]), int(row["high"]), row["falls"] == "yes")
    return MarketTarget(knob, _places(row["rest"]), check, int(row["start"]), tuple(row["rows"].split(";")), row["why"])


def _places(text: str) -> tuple[int, ...]:
    return tuple(int(one) for one in text.split(";") if one)


def started(given: Assumptions) -> Assumptions:
    """The numbers with those of the labour market where fitting begins."""
    for target in market_targets():
        given = target.turned(given, target.start)
    return given


def fit_market(people: People, parts: Sequence[str], asked: Interviews, span: Span, given: Assumptions, seed: int) -> Assumptions:
    """Each number of the labour market turned until its published number comes out, when all else stands as given.

    `parts` are the rows of behaviour, `span` the months from the first to the last interview.
    """
    for target in market_targets():

        def measure(values: Ints, target: MarketTarget = target, before: Assumptions = given) -> Floats:
            numbers = target.turned(before, int(values[0]))
            seen = work(people, market_of(numbers), behaviour_of(numbers, parts, span), span, seed)["contract"]
            contract = [asked.at(seen, wave) for wave in range(len(WAVES))]
            return np.array([of_contracts(contract, asked.panel)[target.check.name]])

        found = solve(measure, target.stands(given), target.knob, np.array([target.wanted]))
        given = target.turned(given, int(found[0]))
    return given


def fitted_market(given: Assumptions) -> Iterator[Given]:
    """The numbers of the labour market that were fitted, each with the rows it was fitted to."""
    asked_for = market_targets()
    for name in dict.fromkeys(target.knob.name for target in asked_for):
        rows = [row for target in asked_for if target.knob.name == name for row in target.rows]
        yield replace(given.given[name], rows=tuple(dict.fromkeys(rows)))
