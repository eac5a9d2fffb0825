# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Synthetic people for a next experiment: with the shares that its design expects, and the other margins of Table 2.

A variable of the design that people of Table 2 have, with the same levels, is theirs, with its associations; any other variable
is dealt by its expected shares and goes together with nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from werkzaam.core.months import Month
from werkzaam.experiment.assumptions import Assumptions as Expectations
from werkzaam.experiment.design import Design, Variable
from werkzaam.experiment.imagined import People as Enrolled
from werkzaam.experiment.imagined import grouped, levels_in
from werkzaam.simulation.assumption import Assumptions
from werkzaam.simulation.chance import MILLION, Purpose, column
from werkzaam.simulation.margins import LEVELS, margins_of
from werkzaam.simulation.people import Ints, People
from werkzaam.simulation.town import TownPlan, people_of

COLUMN = "participants"
THOUSAND = 1_000
COHORT = "cohort"


@dataclass(frozen=True, slots=True)
class Lot:
    """People of a next experiment, and the level of each in every variable of the design."""

    people: People
    levels: Mapping[str, Ints]


def lot_of(design: Design, expected: Expectations, given: Assumptions, count: int, first: Month, seed: int) -> Lot:
    """So many people, whose order is by chance; `first` is the first month simulated. Raises what the margins raise."""
    margins = margins_of(given, COLUMN)
    own = {one.id: one for one in design.variables if _is_of_table(one)}
    margins |= {name: tuple(round(share * THOUSAND) for share in expected.shares[name]) for name in own}
    people = people_of(TownPlan(count, margins, COLUMN), seed, given)
    people = replace(people, arm=np.zeros(count, np.int64))  # Every arm is a world of its own, with one row of behaviour.
    chance = np.random.default_rng([seed, count])
    levels = {
        one.id: people.characteristics[one.id] if one.id in own else levels_in(expected.shares[one.id], count, chance)
        for one in design.variables
    }
    return Lot(replace(people, enters=_enters(design, people, levels, first, seed)), levels)


def sized(lot: Lot, design: Design, count: int) -> Enrolled:
    """The first so many of them, grouped by the rules of the draw."""
    return grouped(design, {name: own[:count] for name, own in lot.levels.items()})


def _is_of_table(variable: Variable) -> bool:
    return LEVELS.get(variable.id) == variable.levels


def _enters(design: Design, people: People, levels: Mapping[str, Ints], first: Month, seed: int) -> Ints:
    """The month in which each enrols: in the window of their cohort, or in any, evenly over its months."""
    begins = np.array([Month.of_day(max(window.first, design.start)).index for window in design.windows])
    ends = np.array([max(Month.of_day(window.last).index, begin) for window, begin in zip(design.windows, begins, strict=True)])
    lengths = ends - begins + 1
    luck = column(seed, people.number, 0, Purpose.ENROL)
    cohorts = next((one for one in design.variables if one.id == COHORT and len(one.levels) == len(begins)), None)
    if cohorts is None:
        place = luck * lengths.sum() // MILLION
        window = np.searchsorted(np.cumsum(lengths), place, side="right")
        return begins[window] + place - (np.cumsum(lengths) - lengths)[window] - first.index
    window = levels[COHORT]
    return begins[window] + luck * lengths[window] // MILLION - first.index
