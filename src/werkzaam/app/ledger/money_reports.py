# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What people report about their money, as the officer who settles it reads it: the report, what it freezes, and its answer.

Only what is about money. How somebody was treated, and what is personal, is for others to decide on.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from werkzaam.app.casework.offices import office_of
from werkzaam.app.ledger.desk import Desk
from werkzaam.app.ledger.dispute import own_claim, refuse_own_claim
from werkzaam.casework.access import readable_by
from werkzaam.casework.dossier import Dossier
from werkzaam.casework.entry import Entry, Kind, Role
from werkzaam.casework.reports import AMOUNT, CLAIM, NOT_RIGHT, WAGE, Report, State, reports_of
from werkzaam.core.errors import NotAllowed, UnknownName
from werkzaam.core.months import Month
from werkzaam.store.casework import entries_of
from werkzaam.store.claims import StoredDispute, disputes, end_dispute
from werkzaam.store.people import Person, people
from werkzaam.store.writer import Writer

_ABOUT_MONEY = frozenset({AMOUNT, CLAIM, WAGE})
_KINDS = (Kind.REPORT, Kind.REPORT_DECIDED, Kind.WITHDRAWN)


@dataclass(frozen=True, slots=True)
class MoneyReport:
    """A report, who made it, and the disputes that were opened with it.

    `own`: who is at the desk approved what is contested, and so somebody else decides.
    """

    report: Report
    person: Person
    about: tuple[StoredDispute, ...]
    own: bool

    @property
    def waits(self) -> bool:
        """Whether it has no answer yet."""
        return self.report.state in (State.OPEN, State.LATE)

    @property
    def late(self) -> bool:
        """Whether its term is over, and it has no answer yet."""
        return self.report.state is State.LATE

    @property
    def frozen(self) -> int:
        """Cents that are not taken as long as nobody decided."""
        return sum(one.dispute.cents for one in self.about if one.outcome is None)

    @property
    def month(self) -> Month | None:
        """The month that it names."""
        named = self.report.entry.body.get("month")
        return Month.parse(str(named)) if named else None


def money_reports(desk: Desk, household: int) -> list[MoneyReport]:
    """What the people of a household reported about their money, the newest first."""
    known = {one.person: one for one in people(desk.database, desk.town.id, household)}
    every = disputes(desk.database, desk.town.id, household)
    found = [_with_money(desk, known[one.entry.person], one, every) for one in _reports(desk, known.values())]
    return sorted(found, key=lambda one: (one.report.entry.day, one.report.entry.seq), reverse=True)


def report_called(desk: Desk, household: int, person: int, number: int) -> MoneyReport:
    """One report of a person by its number; raises UnknownName for one that is not theirs, or not about money."""
    for one in money_reports(desk, household):
        if (one.person.person, one.report.entry.seq) == (person, number):
            return one
    raise UnknownName(f"Person {person} made no report {number} about money.")


def waiting_with(desk: Desk, households: Collection[int]) -> Mapping[tuple[int, str], tuple[int, int]]:
    """Which report decides on a dispute: by household and number of the dispute the person and the number of the report.

    A dispute of which the report has its answer, or was taken back, is not there: it is decided by itself.
    """
    known = [one for household in households for one in people(desk.database, desk.town.id, household)]
    homes = {one.person: one.household for one in known}
    return {
        (homes[one.entry.person], str(dispute)): (one.entry.person, one.entry.seq)
        for one in _reports(desk, known)
        if one.state in (State.OPEN, State.LATE)
        for dispute in one.frozen
    }


def opened_with(report: Report, every: Iterable[StoredDispute]) -> tuple[StoredDispute, ...]:
    """The disputes that were opened with a report, out of those of its household."""
    return tuple(one for one in every if one.hseq in report.frozen)


def end_with(desk: Desk, writer: Writer, household: int, report: Report, answer: Entry) -> None:
    """End the disputes that a report opened, by its answer: of who is right, also in part, nothing is taken until a new decision.

    Raises NotAllowed for who is no income officer, and for the one who approved what is contested (Awb 10:3).
    """
    waiting = [one for one in opened_with(report, disputes(desk.database, desk.town.id, household)) if one.outcome is None]
    if waiting and answer.role is not Role.INCOME:
        raise NotAllowed(f"Report {report.entry.seq} keeps {len(waiting)} claims from being taken, and its answer ends that: an "
                         "income officer decides on it. Pass it on.")  # fmt: skip
    outcome = "dismissed" if answer.body["outcome"] == NOT_RIGHT else "upheld"
    for one in waiting:
        refuse_own_claim(desk, household, one.dispute.month)
        end_dispute(writer, household, one.hseq, outcome=outcome, reason=str(answer.body["reason"]), decided_on=desk.today)


def _with_money(desk: Desk, person: Person, report: Report, every: Iterable[StoredDispute]) -> MoneyReport:
    about = opened_with(report, every)
    own = any(own_claim(desk, person.household, one.dispute.month) for one in about)
    return MoneyReport(report, person, about, own)


def _reports(desk: Desk, known: Collection[Person]) -> Iterator[Report]:
    """Reports about money that an officer may read, with whatever answer they have."""
    every = readable_by(Role.CLIENT)
    town, named = desk.town.id, [one.person for one in known]
    found = entries_of(desk.database, town, every, named, kinds=_KINDS, upto_day=desk.today) if named else {}
    office = office_of(desk) if found else None
    for one in known:
        if office is None or one.person not in found:
            continue
        mine = tuple(found[one.person])
        for report in reports_of(Dossier(one.person, one.household, one.born, None, mine), office):
            if report.entry.role in readable_by(Role.INCOME) and _about_money(report):
                yield report


def _about_money(report: Report) -> bool:
    body = report.entry.body
    return body["subject"] in _ABOUT_MONEY or bool(body.get("month")) or bool(report.frozen)
