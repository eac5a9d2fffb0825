# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Questions of clients: each has an owner and a term, and goes to the team leader when the term is over (R-119)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from werkzaam.casework.dossier import Dossier
from werkzaam.casework.due import Due, Reason
from werkzaam.casework.entry import Entry, Kind
from werkzaam.casework.form import Field, FieldKind, Form
from werkzaam.casework.notion import Notion, Remark
from werkzaam.casework.office import Office
from werkzaam.casework.standing import spoken_of
from werkzaam.facts.working_days import working_days_after

EXPLAIN = "uitleg_brief"
"""A letter is to be explained by somebody: that does not wait as long as another question (R-139)."""
ABOUT = ("brief", "geld", "werk", "scholing", "afspraak", EXPLAIN, "iets_anders")
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
ANSWERABLE = (Kind.QUESTION, Kind.SIGNAL, Kind.PUT_RIGHT, Kind.AGREEMENT, Kind.CORRECTION)


@dataclass(frozen=True, slots=True)
class Ticket:
    """A question that waits: its owner (None when nobody is there), its term, and whether the team leader sees it too.

    The owner is the client's own case manager; while that one is away who stands in, else a colleague of the team who is there.
    """

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
        own, owner, by = _own(dossier, office.today), owner_of(dossier, office), term_of(entry, office)
        found.append(Ticket(entry, owner, by, office.today > by or owner is None or owner != own))
    return found


def term_of(question: Entry, office: Office) -> date:
    """The last day for an answer."""
    terms = office.terms
    days = terms.explain_working_days if question.body.get("subject") == EXPLAIN else terms.answer_working_days
    return working_days_after(question.day, days)


def owner_of(dossier: Dossier, office: Office) -> str | None:
    """Who answers a client's questions on the office's day; None when nobody is there, and the team leader sees to it."""
    own = _own(dossier, office.today)
    worker = office.workers.get(own) if own is not None else None
    if worker is None or worker.works_on(office.today):
        return own
    named = worker.stand_in_on(office.today)
    if named is not None and named in office.workers and office.workers[named].works_on(office.today):
        return named
    there = (one.id for one in office.workers.values() if one.team == worker.team and one.works_on(office.today))
    return min(there, default=None)


def _own(dossier: Dossier, day: date) -> str | None:
    spell = dossier.worker_on(day)
    return spell.worker if spell is not None else None


def judge(entry: Entry, dossier: Dossier, office: Office) -> Iterable[Remark]:
    """Who answers and by when."""
    owner, by = owner_of(dossier, office), term_of(entry, office)
    if owner is None:
        return [Remark("question_to_lead", {"by": by})]
    name = office.workers[owner].name if owner in office.workers else owner
    return [Remark("question_to", {"by": by, "owner": name})]


def judge_answer(entry: Entry, dossier: Dossier, _office: Office) -> Iterable[Remark]:
    """What it answers is there."""
    spoken_of(entry, dossier, *ANSWERABLE)
    return ()


def dues(dossier: Dossier, office: Office) -> Iterator[Due]:
    """An answer by its term."""
    for one in open_questions(dossier, office):
        if one.entry.body.get("subject") == EXPLAIN:
            code, values = EXPLAIN, {"asked": one.entry.day, "what": one.entry.body["text"]}
        else:
            code, values = "question", {"asked": one.entry.day, "days": office.terms.answer_working_days}
        yield Due(dossier.person, Reason.QUESTION, code, one.by, f"nr. {one.entry.seq}", for_lead=one.for_lead, values=values)


NOTION = Notion((FORM, ANSWER), {Kind.QUESTION: judge, Kind.ANSWERED: judge_answer}, dues, about=frozenset({Kind.QUESTION}))
