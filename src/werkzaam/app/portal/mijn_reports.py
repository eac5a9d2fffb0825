# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Saying that something is wrong: kept with a number and a term, and what is claimed of it stands still meanwhile (R-143).

Both happen at once or not at all: whoever reports does not have to know that a dispute is what freezes a claim.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from werkzaam.app.casework.dossiers import dossier_of
from werkzaam.app.casework.offices import office_of
from werkzaam.app.casework.record import key_of
from werkzaam.app.ledger.answered import AnsweredBefore
from werkzaam.app.ledger.desk import Desk
from werkzaam.app.ledger.money_reports import end_with, opened_with
from werkzaam.app.portal.mijn_reading import Own
from werkzaam.casework.dossier import Dossier
from werkzaam.casework.entry import Entry, Kind, Role
from werkzaam.casework.notions import FORMS, judged
from werkzaam.casework.office import Office
from werkzaam.casework.reports import CLAIM, Report, State, reports_of
from werkzaam.core.errors import UnknownName
from werkzaam.core.months import Month
from werkzaam.ledger.claim import Dispute
from werkzaam.store.casework import clients, record_entry
from werkzaam.store.claims import StoredDispute, claims, disputes, record_dispute
from werkzaam.store.events import happened
from werkzaam.store.writer import Writer


@dataclass(frozen=True, slots=True)
class ShownReport:
    """A report as the person follows it: until when it may take, what is frozen meanwhile (cents), and what came of it.

    `outcome` is a code of the reports or, where only the dispute was decided, of disputes; `late` since the term is over. `who`
    decided: by name where we know it, and else the team.
    """

    report: Report
    frozen: int
    late: bool
    decided_on: date | None
    outcome: str | None
    reason: str | None
    who: str = ""


def send(
    desk: Desk, person: int, *, subject: str, text: str, month: Month | None = None, line: str = "", role: Role = Role.CLIENT,
    once: str = "",
) -> int | None:  # fmt: skip
    """Keep a report and freeze what is claimed of its month, or of every month when it is about paying back.

    Gives its number, None for a form that was sent before. Raises InputError for what cannot be read.
    """
    raw = {"subject": subject, "text": text, "month": str(month) if month else None, "line": line or None}
    body = FORMS[Kind.REPORT].read(raw)
    key = key_of(Entry(person, Kind.REPORT, desk.today, role, desk.actor, body), once)
    with desk.writes() as writer:
        household = clients(desk.database, desk.town.id, [person])[person].household
        writer.lock([household])
        if happened(desk.database, desk.town.id, household, key):
            return None
        frozen = tuple(map(str, _freeze(desk, writer, household, month, subject, text)))
        entry = Entry(person, Kind.REPORT, desk.today, role, desk.actor, {**body, **({"frozen": frozen} if frozen else {})})
        judged(entry, dossier_of(desk, person, role), office_of(desk))
        event = record_entry(writer, household, entry, idem_key=key)
    return event.hseq if event else None


def _freeze(desk: Desk, writer: Writer, household: int, month: Month | None, subject: str, text: str) -> Iterator[int]:
    """Contest what is claimed and waits for no decision yet; the numbers of the disputes."""
    if month is None and subject != CLAIM:
        return
    number = len(disputes(desk.database, desk.town.id, household))
    for claimed, state in claims(desk.database, desk.town.id, household).items():
        left = state.undisputed
        if left > 0 and month in (None, claimed):
            number += 1
            event = record_dispute(writer, household, Dispute(claimed, left, desk.today), text=text, idem_key=f"dispute {number}")
            if event is not None:
                yield event.hseq


def decide(desk: Desk, person: int, number: int, outcome: str, reason: str, *, role: Role = Role.INCOME) -> None:
    """Decide on a report with a reason; the disputes that came with it end by it.

    Who is right, also in part: nothing is taken until the month is decided again. Raises UnknownName for no report,
    AnsweredBefore for one that was decided, by whomever, and NotAllowed for the officer who approved what is contested.
    """
    body = FORMS[Kind.REPORT_DECIDED].read({"about": number, "outcome": outcome, "reason": reason})
    entry = Entry(person, Kind.REPORT_DECIDED, desk.today, role, desk.actor, body)
    with desk.writes() as writer:
        household = clients(desk.database, desk.town.id, [person])[person].household
        writer.lock([household])
        dossier, office = dossier_of(desk, person, role), office_of(desk)
        found = _open(dossier_of(desk, person, Role.CLIENT), office, number)
        judged(entry, dossier, office)
        end_with(desk, writer, household, found, entry)
        record_entry(writer, household, entry, idem_key=f"report decided {number}")


def _open(dossier: Dossier, office: Office, number: int) -> Report:
    """A report that waits for an answer, out of a dossier in which every answer stands."""
    found = next((one for one in reports_of(dossier, office) if one.entry.seq == number), None)
    if found is None or found.state is State.TAKEN_BACK:
        raise UnknownName(f"Person {dossier.person} made no report {number} that waits for an answer.")
    if found.answer is not None:
        worker, day = found.answer.worker, found.answer.day
        raise AnsweredBefore(f"{worker} decided on report {number} on {day} already.", "report_before", officer=worker, day=day)
    return found


def shown(own: Own) -> list[ShownReport]:
    """The person's reports, the newest first."""
    every = disputes(own.desk.database, own.desk.town.id, own.dossier.household)
    return [_shown(own, one, every) for one in reports_of(own.dossier, own.office)[::-1]]


def _shown(own: Own, report: Report, every: Iterable[StoredDispute]) -> ShownReport:
    about = opened_with(report, every)
    waiting = sum(one.dispute.cents for one in about if one.outcome is None)
    if report.answer is not None:
        body = report.answer.body
        return ShownReport(report, waiting, False, report.answer.day, str(body["outcome"]), str(body["reason"]),
                           own.reached(report.answer.worker))  # fmt: skip
    if about and not waiting:
        last = about[-1]
        return ShownReport(report, 0, False, last.dispute.decided_on, last.outcome, last.reason,
                           own.reached(last.officer or ""))  # fmt: skip
    return ShownReport(report, waiting, report.state is State.LATE, None, None, None)
