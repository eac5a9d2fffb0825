# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Questions of clients: each has an owner and a term, and goes to the team leader when the term is over (R-119)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from werkzaam.casework.calendar import working_days_after
from werkzaam.casework.dossier import Dossier
from werkzaam.casework.due import Due, Reason
from werkzaam.casework.entry import Entry, Kind
from werkzaam.casework.form import Field, FieldKind, Form
from werkzaam.casework.notion import Notion, Remark
from werkzaam.casework.office import Office
from werkzaam.casework.standing import spoken_of

ABOUT = ("brief", "geld", "werk", "scholing", "afspraak", "iets_anders")
FORM = Form(
    Kind.QUESTION, "question ask", "write down a question of the client",
    (
        Field("text", "tekst", FieldKind.TEXT, "the question", True),
        Field("subject", "onderwerp", FieldKind.OPTION, "what it is about", False, ABOUT),
    ),
)  # fmt: skip
ANSWER = Form(
    Kind.ANSWERED, "question answer", "answer a question or a signal, or say that a promise was kept",
    (
        Field("about", "over", FieldKind.COUNT, "the number of the question", True, least=1),
        Field("text", "tekst", FieldKind.TEXT, "the answer", True),
    ),
)  # fmt: skip
ANSWERABLE = (Kind.QUESTION, Kind.SIGNAL, Kind.AGREEMENT, Kind.CORRECTION)


@dataclass(frozen=True, slots=True)
class Ticket:
    """A question that waits: its owner (None when the client has no case manager), its term, and who sees it."""

    entry: Entry
    owner: str | None
    by: date
    for_lead: bool


def open_questions(dossier: Dossier, office: Office) -> list[Ticket]:
    """The questions that wait for an answer; what is past its term, or has no owner, the team leader sees."""
    found = []
    for entry in dossier.of(Kind.QUESTION):
        if any(one.kind is Kind.ANSWERED for one in dossier.about(entry.seq)):
            continue
        spell = dossier.worker_on(office.today)
        by = working_days_after(entry.day, office.terms.answer_working_days)
        found.append(Ticket(entry, spell.worker if spell else None, by, office.today > by or spell is None))
    return found


def judge(entry: Entry, dossier: Dossier, office: Office) -> Iterable[Remark]:
    """Who answers and by when."""
    spell = dossier.worker_on(entry.day)
    by = working_days_after(entry.day, office.terms.answer_working_days)
    if spell is None:
        return [Remark("question_to_lead", {"by": by})]
    name = office.workers[spell.worker].name if spell.worker in office.workers else spell.worker
    return [Remark("question_to", {"by": by, "owner": name})]


def judge_answer(entry: Entry, dossier: Dossier, _office: Office) -> Iterable[Remark]:
    """What it answers is there."""
    spoken_of(entry, dossier, *ANSWERABLE)
    return ()


def dues(dossier: Dossier, office: Office) -> Iterator[Due]:
    """An answer by its term."""
    for one in open_questions(dossier, office):
        yield Due(dossier.person, Reason.QUESTION, "question", one.by, f"nr. {one.entry.seq}", for_lead=one.for_lead,
                  values={"asked": one.entry.day, "days": office.terms.answer_working_days})  # fmt: skip


NOTION = Notion((FORM, ANSWER), {Kind.QUESTION: judge, Kind.ANSWERED: judge_answer}, dues, about=frozenset({Kind.QUESTION}))
