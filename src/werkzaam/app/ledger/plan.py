# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What a run would decide for one household: which months, what they become, what is paid and what waits for an officer."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TypeAlias

from werkzaam import __version__
from werkzaam.app.case import Case
from werkzaam.app.ledger.dues import MonthDue, PremiumDue, dues
from werkzaam.app.ledger.household_file import OWN_ERROR, OWN_REPORT, HouseholdFile, Known
from werkzaam.app.ledger.missing_slips import estimates
from werkzaam.app.ledger.stopped import known_dues, silent_from
from werkzaam.app.ledger.timely import cause_in_time, without_receipts
from werkzaam.app.ledger.told import coded
from werkzaam.core.errors import NotCovered, WerkzaamError
from werkzaam.core.months import Month, Span
from werkzaam.facts.book import Facts
from werkzaam.ledger.cause import Cause, Change, cause_of
from werkzaam.ledger.decision import Decision, OutOfTerm, Unchanged, Waiting, decide
from werkzaam.regime.regime import Regime, Timeline
from werkzaam.rules import RULES
from werkzaam.rules.calculate import rules_digest

Outcome: TypeAlias = Decision | Waiting
NOT_COVERED = "not_covered: "
"""How the reason begins of what we do not compute."""
RULES_VERSION = f"{__version__}+{rules_digest(RULES)[:12]}"
"""The release and its rules: what a decision can be computed again with."""


@dataclass(frozen=True)
class Position:
    """Where a household stands before a run: what is known, the newest decision of each month, and what waits on it."""

    file: HouseholdFile
    head: int
    latest: Mapping[Month, Decision]
    waiting: Mapping[Month, Waiting] = field(default_factory=dict)
    reopened: frozenset[Month] = frozenset()

    @cached_property
    def known_seq(self) -> int:
        """The last event that some decision or proposal knew of."""
        found = [one.known_seq for one in (*self.latest.values(), *self.waiting.values())]
        return max(found, default=0)

    @cached_property
    def news(self) -> tuple[Known, ...]:
        """The rows that became known after that."""
        return tuple(one for one in self.file.known if one.hseq > self.known_seq)


@dataclass(frozen=True)
class HouseholdPlan:
    """What a run does for a household: `outcomes` in order of months, premium by month, or why a person must look.

    `silent` is the month from which nothing is decided because nobody said how it goes on.
    """

    household: int
    known_seq: int
    outcomes: tuple[Outcome, ...] = ()
    premiums: tuple[tuple[Month, PremiumDue], ...] = ()
    norms: Mapping[Month, int] = field(default_factory=dict)
    held: str = ""
    silent: Month | None = None

    @property
    def decisions(self) -> tuple[Decision, ...]:
        """The decisions among the outcomes."""
        return tuple(one for one in self.outcomes if isinstance(one, Decision))


@dataclass(frozen=True)
class World:
    """What all households of a run share: its month, the calendar month in which is decided, numbers and choices."""

    month: Month
    decided_in: Month
    facts: Facts
    regime: Regime | Timeline


def plan(position: Position, world: World) -> HouseholdPlan:
    """What follows from what is known now; a household that cannot be computed is held with the reason, and nothing changes."""
    months = months_to_decide(position, world.month)
    if not months:
        return HouseholdPlan(position.file.household, position.head)
    try:
        case = case_now(position, world)
        found = dues_now(case, position, months)
    except WerkzaamError as error:
        return held(position, error)
    made = plan_of(position, found, world)
    refused = [why for month, why in sorted(position.file.part_months.items()) if month <= months[-1]]
    # What cannot be computed comes first: the silence is said again by the run after an officer looked.
    return replace(made, held=NOT_COVERED + " ".join(refused), silent=None) if refused else made


def _refuse_after_death(position: Position) -> None:
    """Raise NotCovered where nobody is left and no officer looked yet: nothing is paid to who died, of no month."""
    course = position.file.course
    if course.death and course.part:
        raise NotCovered(" ".join(course.part.values()))


def dues_now(case: Case, position: Position, months: Sequence[Month]) -> tuple[MonthDue, ...]:
    """What months are due; one in which the household changes stays as it is, and later ones go on from what it left."""
    found: list[MonthDue] = []
    for some in _between(months, case.part):
        stands = not found or some[0] - 1 in position.latest
        found += dues(case, some, state_before(position, some[0]) if stands else found[-1].state)
    return tuple(found)


def _between(months: Sequence[Month], part: Container[Month]) -> list[list[Month]]:
    """The months in stretches, without those that are refused."""
    found: list[list[Month]] = [[]]
    for month in months:
        if month in part:
            found.append([])
        else:
            found[-1].append(month)
    return [some for some in found if some]


def held(position: Position, error: WerkzaamError) -> HouseholdPlan:
    """A household that waits for a person, with the reason."""
    return HouseholdPlan(position.file.household, position.head, held=_reason(error))


def plan_of(position: Position, found: Sequence[MonthDue], world: World) -> HouseholdPlan:
    """What follows for a household from what its months are due; from a month on that a person must look at, nothing does."""
    decided = known_dues(position.latest, position.waiting)
    silent = silent_from(position.file, decided, found, lambda: case_now(position, world))
    plain = [due for due in found if silent is None or due.month < silent]
    outcomes = [_outcome(position, due, world.decided_in) for due in plain]
    return HouseholdPlan(
        position.file.household, position.head, tuple(one for one in outcomes if not isinstance(one, Unchanged)),
        tuple((due.month, premium) for due in plain for premium in due.premiums), {due.month: due.norm for due in plain},
        coded("silent", month=str(silent), month_before=str(silent - 1)) if silent else "", silent,
    )  # fmt: skip


def months_to_decide(position: Position, run: Month) -> list[Month]:
    """The months from the first that new knowledge touches, or that was never decided or opened again, to the month of the run.

    Later months that were decided go along, because what changes in one may change what follows it.
    """
    if position.file.destroyed:
        return []
    first = position.file.first_month
    starts = [max(position.latest) + 1 if position.latest else first]
    for row in position.news:
        before = [one for one in position.file.known if one.superseded == row.hseq]
        starts += [min(one.months, default=first) for one in (row, *before)]
    starts += position.file.part_months
    starts += [month for month in position.reopened if isinstance(position.waiting.get(month), OutOfTerm)]
    start = max(min(starts), first)
    months = Span(start, last_month(position, run)) if start <= run else ()
    return [month for month in months if position.file.settles(month)]


def last_month(position: Position, run: Month) -> Month:
    """The month of the run, or the last one that was decided when that is later."""
    return max(run, *position.latest) if position.latest else run


def state_before(position: Position, month: Month) -> str:
    """The state that the last month with bijstand before it left, as known now: also where its claim still waits for an officer.

    A month that was decided before its bijstand turned out to have ended leaves nothing: what stood apart was paid at the end.
    """
    known = (one for one in {*position.waiting, *position.latest} if one < month and position.file.settles(one))
    before = max(known, default=month - 1)
    found = position.waiting.get(before) or position.latest.get(before)
    return found.due.state if found else ""


def case_now(position: Position, world: World) -> Case:
    """The case as known now, with an estimate for each payslip that is still to come; raises NotCovered after a death."""
    _refuse_after_death(position)
    last = last_month(position, world.month)
    case = position.file.case(last, world.facts, world.regime)
    rows = estimates(case, position.file, last)
    return position.file.case(last, world.facts, world.regime, rows) if rows else case


def _outcome(position: Position, due: MonthDue, decided_in: Month) -> Outcome | Unchanged:
    before, waiting = position.latest.get(due.month), position.waiting.get(due.month)
    return decide(
        before, due.due, known_seq=position.head, month_of_run=decided_in,
        cause=_cause(position, due.month, before), rules_version=RULES_VERSION, waiting=waiting,
        reopened=due.month in position.reopened,
    )  # fmt: skip


def _cause(position: Position, month: Month, before: Decision | None) -> Cause | None:
    """Why a month changed: what became known about it, or else about a month before it, or else what we changed ourselves."""
    if before is None:
        return None
    news = tuple(without_receipts(position.news))
    about = [one for one in news if month in one.months] or list(news)
    return cause_in_time(position.file, month, cause_of(set(_changes(position.file, about, before))))


def _changes(file: HouseholdFile, rows: Sequence[Known], before: Decision) -> Iterable[Change]:
    replaced = {one.superseded for one in file.known if one.kind == "wage" and one.source != OWN_REPORT}
    for row in rows:
        if row.source == OWN_ERROR:
            yield Change.OUR_ENTRY
        elif row.kind == "correction" or row.by_employer or (row.kind == "wage" and row.hseq in replaced):
            yield Change.EMPLOYER_CORRECTION
        elif row.kind == "wage":
            yield Change.WAGE_AFTER_ESTIMATE if before.due.provisional else Change.WAGE_WITHOUT_ESTIMATE
        else:
            yield Change.REPORTED
    if not rows and before.rules_version != RULES_VERSION:
        yield Change.OUR_RULES


def _reason(error: WerkzaamError) -> str:
    """Why a household is held: what we do not compute, or what in its rows cannot be right."""
    return f"{NOT_COVERED}{error}" if isinstance(error, NotCovered) else str(error)
