# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Trial placements and the employers behind them: whether a contract follows, and who is replaced (R-254).

A placement lasts some months without pay. After it the employer offers a contract, or does not. Some contracts come with a
subsidy; when that ends, some employers take the next subsidised person instead (what casework warns of, R-154 and R-155). Nobody
gets more placements without a contract than casework allows. Nearly all numbers are assumed; off unless it is asked for.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from werkzaam.simulation.assumption import Assumptions
from werkzaam.simulation.chance import Purpose, column
from werkzaam.simulation.labour import Contract, Work
from werkzaam.simulation.leaving import Left, Standing
from werkzaam.simulation.people import Ints, People, Truths

A_YEAR = 12
NAMES = ("starts", "months", "contract", "subsidy_months", "replaced", "most", "minutes")


@dataclass(frozen=True, slots=True)
class Placements:
    """The numbers of trial placements.

    starts          (3,) chance to begin one, per million a month, by readiness
    months          how long one lasts
    contract        chance that a contract follows, per million
    subsidy_months  for how long the employer is subsidised then; 0 for no subsidy
    replaced        chance that somebody is replaced when the subsidy ends, per million
    most            placements without a contract within twelve months, at most
    minutes         usual minutes a week of such a contract; `limited` for who can work fewer hours for medical reasons
    """

    starts: Ints
    months: int
    contract: int
    subsidy_months: int
    replaced: int
    most: int
    minutes: int
    limited: int


@dataclass(slots=True)
class Placed:
    """Where placements stand (people,), and what happened this month.

    left       months left of a placement; `subsidy` of a subsidy
    through    whether the work that somebody has came of a placement
    tried      (most, people) the months in which the last placements without a contract began
    begun, hired, replaced   people of this month (people,)
    gone       households that left for work through a placement this month (households,)
    """

    left: Ints
    subsidy: Ints
    through: Truths
    tried: Ints
    begun: Truths
    hired: Truths
    replaced: Truths
    gone: Truths


def placements_of(given: Assumptions) -> Placements:
    """The numbers of the files; raises MissingParameter with all names that lack."""
    given.need([*(f"placements.{name}" for name in NAMES), "labour.limited"], "Trial placements")
    months, contract, subsidy, replaced, most, minutes = (given.number(f"placements.{name}") for name in NAMES[1:])
    limited = min(minutes, given.number("labour.limited"))
    return Placements(np.array(given.numbers("placements.starts")), months, contract, subsidy, replaced, most, minutes, limited)


def nobody_placed(people: People, numbers: Placements) -> Placed:
    """Before the first month."""
    count = len(people.person)
    through, begun, hired, replaced = (np.zeros(count, bool) for _ in range(4))
    tried = np.full((max(numbers.most, 1), count), -A_YEAR * 10)
    none, gone = np.zeros(count, np.int64), np.zeros(len(people.number), bool)
    return Placed(none, none.copy(), through, tried, begun, hired, replaced, gone)


def place(state: Placed, numbers: Placements, people: People, work: Work, on: Truths, at: int, seed: int) -> None:
    """The start of a month, before work moves: changes `state`, and the work of who is hired or replaced."""
    works = work.contract > 0
    state.through &= works
    state.left[works] = 0
    _end_subsidies(state, numbers, people, work, at, seed)
    ends = state.left == 1
    kept = column(seed, people.person, at + 1, Purpose.PLACEMENT_KEPT) < numbers.contract
    state.hired = ends & kept
    _hire(state, numbers, people, work)
    state.left = np.maximum(state.left - 1, 0)
    free = on[people.household] & (work.contract == 0) & (state.left == 0) & ~ends
    allowed = (state.tried[0] <= at - A_YEAR) & (numbers.most > 0)
    drawn = column(seed, people.person, at + 1, Purpose.PLACEMENT)
    state.begun = free & allowed & (drawn < numbers.starts[people.ready])
    state.left[state.begun] = numbers.months
    state.tried[:, state.begun] = np.vstack([state.tried[1:, state.begun], np.full((1, int(state.begun.sum())), at)])


def left_through(state: Placed, people: People, work: Work, standing: Standing) -> None:
    """The end of a month: which households left for work that came of a placement."""
    by = np.zeros(len(people.number), bool)
    np.logical_or.at(by, people.household, state.through & (work.contract > 0))
    state.gone = standing.ended & (standing.left == Left.WORK) & by


def _hire(state: Placed, numbers: Placements, people: People, work: Work) -> None:
    """A flexible contract of the hours of the numbers; a placement that led to one does not count as one without."""
    hired = state.hired
    work.contract[hired] = Contract.FLEXIBLE
    work.minutes[hired] = np.where(people.limited, numbers.limited, numbers.minutes)[hired]
    work.months[hired] = 0
    state.through |= hired
    state.subsidy[hired] = numbers.subsidy_months
    state.tried[-1, hired] = -A_YEAR * 10
    state.tried.sort(axis=0)


def _end_subsidies(state: Placed, numbers: Placements, people: People, work: Work, at: int, seed: int) -> None:
    """Who is replaced when the subsidy ends loses the work."""
    state.subsidy[~state.through] = 0
    ends = state.subsidy == 1
    state.replaced = ends & (column(seed, people.person, at + 1, Purpose.REPLACED) < numbers.replaced)
    state.subsidy = np.maximum(state.subsidy - 1, 0)
    for values in (work.contract, work.minutes, work.months):
        values[state.replaced] = 0
    state.through &= ~state.replaced
