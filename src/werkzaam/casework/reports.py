# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Something that is wrong, told once in one place: it has a term, and an answer with a reason (R-143).

What is not decided within the term goes to the team leader as well. What it is about in money is frozen when it is told and stays
so until somebody decided (`app.portal.mijn_reports` does both at once); nothing here takes a step against the client.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from werkzaam.casework.dossier import Dossier
from werkzaam.casework.due import Due, Reason
from werkzaam.casework.entry import Entry, Kind, Role, last_of
from werkzaam.casework.form import Field, FieldKind, Form
from werkzaam.casework.notion import Notion, Remark
from werkzaam.casework.office import ASSUMED, Office
from werkzaam.casework.reading import texts_of, withdrawn
from werkzaam.casework.standing import spoken_of
from werkzaam.core.errors import NotAllowed

AMOUNT, CLAIM, WAGE, LETTER, TREATED, PRIVACY, OTHER = (
    "bedrag",
    "terugbetalen",
    "loon",
    "brief",
    "bejegening",
    "gegevens",
    "anders",
)
ABOUT = (AMOUNT, CLAIM, WAGE, LETTER, TREATED, PRIVACY, OTHER)
"""What a report is about. About how somebody was treated it is a complaint, and who it is about does not decide on it."""
RIGHT, PARTLY, NOT_RIGHT = "gelijk", "deels", "geen_gelijk"
OUTCOMES = (RIGHT, PARTLY, NOT_RIGHT)

REPORT = Form(
    Kind.REPORT, "", "say that something is wrong, or complain",
    (
        Field("subject", "onderwerp", FieldKind.OPTION, "what it is about", True, ABOUT),
        Field("text", "tekst", FieldKind.TEXT, "what is wrong, in the client's own words", True),
        Field("month", "maand", FieldKind.TEXT, "the month that it is about, such as 2019-03"),
        Field("line", "regel", FieldKind.TEXT, "the line of that month"),
        Field("frozen", "wacht", FieldKind.TEXTS, "the numbers of the disputes that were opened with it"),
    ),
    frozenset({Role.CLIENT, Role.SUPPORT}),
)  # fmt: skip
DECIDED = Form(
    Kind.REPORT_DECIDED, "report decide", "decide on a report, with a reason that the client can check",
    (
        Field("about", "over", FieldKind.COUNT, "the number of the report", True, least=1),
        Field("outcome", "uitkomst", FieldKind.OPTION, "who is right", True, OUTCOMES),
        Field("reason", "omdat", FieldKind.TEXT, "why; the client reads it", True),
    ),
    frozenset({Role.SUPPORT, Role.INCOME, Role.LEAD}),
)  # fmt: skip


class State(Enum):
    """How a report stands; the value is the key of its words."""

    OPEN = "report_open"
    LATE = "report_late"
    DECIDED = "report_decided"
    TAKEN_BACK = "report_taken_back"


@dataclass(frozen=True, slots=True)
class Report:
    """A report, how it stands, the last day of its term, and the answer when there is one."""

    entry: Entry
    state: State
    by: date
    answer: Entry | None

    @property
    def frozen(self) -> tuple[int, ...]:
        """The numbers of the disputes that were opened with it."""
        return tuple(int(one) for one in texts_of(self.entry, "frozen"))


def reports_of(dossier: Dossier, office: Office) -> list[Report]:
    """A client's reports, first to last."""
    return [_read(entry, dossier, office) for entry in dossier.of(Kind.REPORT)]


def _read(entry: Entry, dossier: Dossier, office: Office) -> Report:
    by = entry.day + timedelta(office.terms.report_days)
    answer = last_of(one for one in dossier.about(entry.seq) if one.kind is Kind.REPORT_DECIDED and not withdrawn(dossier, one))
    if withdrawn(dossier, entry):
        return Report(entry, State.TAKEN_BACK, by, answer)
    state = State.DECIDED if answer is not None else State.OPEN if office.today <= by else State.LATE
    return Report(entry, state, by, answer)


def judge_decision(entry: Entry, dossier: Dossier, _office: Office) -> Iterable[Remark]:
    """It is about a report, and who it is about in person does not decide on it (Awb 9:7)."""
    report = spoken_of(entry, dossier, Kind.REPORT)
    own = dossier.worker_on(entry.day)
    if report.body.get("subject") == TREATED and own is not None and own.worker == entry.worker:
        raise NotAllowed(
            f"{entry.worker} is this client's case manager; somebody else decides on a complaint about being treated."
        )
    return ()


def dues(dossier: Dossier, office: Office) -> Iterator[Due]:
    """A decision by the term; after it the team leader sees it too."""
    for one in reports_of(dossier, office):
        if one.state in (State.OPEN, State.LATE):
            late = one.state is State.LATE
            yield Due(dossier.person, Reason.DISPUTE, "report_escalated" if late else "report", one.by, ASSUMED, for_lead=late,
                      values={"about": f"melding_{one.entry.body['subject']}", "on": one.entry.day, "by": one.by})  # fmt: skip


NOTION = Notion((REPORT, DECIDED), {Kind.REPORT_DECIDED: judge_decision}, dues, about=frozenset({Kind.REPORT}))
