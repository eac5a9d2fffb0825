# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A budget for education as an element that can be tested: requests, uptake and lasting work are outcomes (R-256).

Who wants a course asks for it; the employer pays a part of some, and the town the rest as far as the year's budget of that person
goes (`casework.education.funding`). A course takes some months and some stop. What it does for work is not known: by default
nothing. The budget belongs to a row of people, so that an arm with it can be set beside an arm without. Off unless asked for.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from werkzaam.casework.team_view import LASTING_MONTHS
from werkzaam.core.months import Month
from werkzaam.simulation.assumption import Assumptions
from werkzaam.simulation.chance import MILLION, Purpose, column
from werkzaam.simulation.labour import Contract, Work
from werkzaam.simulation.people import Ints, People, Truths
from werkzaam.simulation.views import EVEN, Pulls

NAMES = ("wants", "asks", "months", "completes", "employer", "employer_share", "finding", "losing")


@dataclass(frozen=True, slots=True)
class Education:
    """The numbers of a budget for education.

    budget          (rows,) cents a person and calendar year, per row of people
    costs           (n,) cents of a course, as many equally likely values
    wants           share of the people who ever ask, per million
    asks            chance that one of them asks, per million a month
    months          how long a course takes
    completes       chance to complete it, per million
    employer        chance that an employer pays a part, per million; `employer_share` is that part, per mille
    finding         how much more often work is found after it, per mille above what holds without; 0 for no effect
    losing          how often work is lost after it, per mille; 1000 for no effect
    """

    budget: Ints
    costs: Ints
    wants: int
    asks: int
    months: int
    completes: int
    employer: int
    employer_share: int
    finding: int
    losing: int


@dataclass(slots=True)
class Learning:
    """Where education stands (people,): months left of a course, spent of this year's budget in cents, the month of completion.

    asked, granted, completed are of this month; `lasting` says who has lasting work that began after a completed course.
    """

    left: Ints
    spent: Ints
    since: Ints
    asked: Truths
    granted: Truths
    completed: Truths
    lasting: Truths


def education_of(given: Assumptions, budget: Ints) -> Education:
    """The numbers of the files with a budget for each row; raises MissingParameter with all names that lack."""
    given.need(["education.costs", *(f"education.{name}" for name in NAMES)], "A budget for education")
    costs = np.array(given.numbers("education.costs"), np.int64)
    return Education(np.asarray(budget, np.int64), costs, *(given.number(f"education.{name}") for name in NAMES))


def nobody_learns(people: People) -> Learning:
    """Before the first month."""
    count = len(people.person)
    asked, granted, completed, lasting = (np.zeros(count, bool) for _ in range(4))
    return Learning(np.zeros(count, np.int64), np.zeros(count, np.int64), np.full(count, -1), asked, granted, completed, lasting)


def learn(state: Learning, numbers: Education, people: People, on: Truths, month: Month, at: int, seed: int) -> None:
    """One month of requests, decisions and courses: changes `state`."""
    if month.number == 1:
        state.spent[:] = 0
    ends = state.left == 1
    state.completed = ends & (column(seed, people.person, at + 1, Purpose.COURSE_DONE) < numbers.completes)
    state.since[state.completed & (state.since < 0)] = at
    state.left = np.maximum(state.left - 1, 0)
    wants = column(seed, people.person, 0, Purpose.EDUCATION) < numbers.wants
    asks = column(seed, people.person, at + 1, Purpose.EDUCATION) < numbers.asks
    state.asked = wants & asks & on[people.household] & (state.left == 0) & (state.since < 0)
    cost = numbers.costs[column(seed, people.person, at + 1, Purpose.COURSE_COST) * len(numbers.costs) // MILLION]
    pays = column(seed, people.person, at + 1, Purpose.EMPLOYER_PAYS) < numbers.employer
    budget = numbers.budget[people.arm[people.household]]
    town, funded = shared_cost(cost, np.where(pays, cost * numbers.employer_share // EVEN, 0), budget - state.spent)
    state.granted = state.asked & funded
    state.spent[state.granted] += town[state.granted]
    state.left[state.granted] = numbers.months


def shared_cost(cost: Ints, employer: Ints, left: Ints) -> tuple[Ints, Truths]:
    """What the town pays, in cents, and whether all is paid: the columns of `casework.education.funding`."""
    rest = cost - employer
    town = np.minimum(rest, np.maximum(left, 0))
    return town, town == rest


def look(state: Learning, work: Work, at: int) -> None:
    """The end of a month: who has lasting work that began after a course (six months, or a contract without an end)."""
    after = (state.since >= 0) & (at - work.months >= state.since) & (work.contract > 0)
    state.lasting = after & ((work.months >= LASTING_MONTHS) | (work.contract == Contract.FIXED))


def educated(pulls: Pulls, state: Learning, numbers: Education) -> Pulls:
    """What a completed course does to finding and losing work."""
    done = state.since >= 0
    finding = np.where(done, pulls.finding * (EVEN + numbers.finding) // EVEN, pulls.finding)
    losing = np.where(done, pulls.losing * numbers.losing // EVEN, pulls.losing)
    return replace(pulls, finding=finding, losing=losing)
