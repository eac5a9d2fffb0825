# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Looking back on purpose: self-direction after a year, volunteering as a stepping stone, a pace that did not fit (R-029, R-056).

A review is closed by saying what comes of it and on which ground; there is no way to close it without.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import timedelta

from werkzaam.casework.calendar import months_after
from werkzaam.casework.dossier import Dossier
from werkzaam.casework.due import Due, Reason
from werkzaam.casework.entry import Entry, Kind, Role
from werkzaam.casework.form import Field, FieldKind, Form
from werkzaam.casework.goals import STEPPING_STONE
from werkzaam.casework.notion import Notion, Remark
from werkzaam.casework.office import Office
from werkzaam.casework.standing import spoken_of, standing
from werkzaam.casework.under import since_entry
from werkzaam.core.errors import InputError

GO_ON, STOP, OTHERWISE, REACHED = "doorgaan", "stoppen", "anders_doorgaan", "bereikt"
INITIATIVE, OTHER_BODY, ELSE = "eigen_initiatief", "andere_instantie", "anders"
GROUNDS = (INITIATIVE, OTHER_BODY, "wens_van_de_klant", "geen_initiatief", "omstandigheden", ELSE)
FORM = Form(
    Kind.REVIEW, "review close", "close a review with what comes of it and the ground",
    (
        Field("about", "over", FieldKind.COUNT, "the number of the entry that was reviewed", True, least=1),
        Field("outcome", "uitkomst", FieldKind.OPTION, "what comes of it", True, (GO_ON, STOP, OTHERWISE, REACHED)),
        Field("ground", "grond", FieldKind.OPTION, "the ground", True, GROUNDS),
        Field("note", "notitie", FieldKind.TEXT, "what you saw and said together; needed for the ground anders"),
    ),
    frozenset({Role.SUPPORT, Role.LEAD}),
)  # fmt: skip


def judge(entry: Entry, dossier: Dossier, _office: Office) -> Iterable[Remark]:
    """Self-direction goes on by own initiative or because another body guides, or stops (chapter 8); other grounds need words."""
    about = spoken_of(entry, dossier)
    outcome, ground = entry.body["outcome"], entry.body["ground"]
    if ground == ELSE and "note" not in entry.body:
        raise InputError("notitie is missing: with the ground anders, say in a few words what it was.")
    if about.kind is Kind.GUIDANCE and outcome not in (GO_ON, STOP):
        raise InputError(f"uitkomst: guidance goes on or stops, so {GO_ON} or {STOP} was expected; found {outcome!r}.")
    if about.kind is Kind.GUIDANCE and outcome == GO_ON and ground not in (INITIATIVE, OTHER_BODY):
        raise InputError(f"grond: self-direction goes on by {INITIATIVE} or {OTHER_BODY}; found {ground!r}.")
    if about.kind is Kind.GUIDANCE and outcome == STOP:
        yield Remark("review_stopped")


def last_review(dossier: Dossier, seq: int) -> Entry | None:
    """The newest review of an entry."""
    found = [one for one in dossier.about(seq) if one.kind is Kind.REVIEW]
    return found[-1] if found else None


def dues(dossier: Dossier, office: Office) -> Iterator[Due]:
    """The review of self-direction, year after year; and that of a stepping stone, once."""
    yield from _self_direction(dossier, office)
    for entry in (*standing(dossier, Kind.GOAL, office.today), *standing(dossier, Kind.ACTIVITY, office.today)):
        if entry.body.get("purpose") == STEPPING_STONE and last_review(dossier, entry.seq) is None:
            by = months_after(entry.day, office.terms.stepping_stone_months)
            yield Due(dossier.person, Reason.REVIEW, "stepping_stone_review", by, f"nr. {entry.seq}", True,
                      office.terms.talk_minutes, values={"since": entry.day, "about": entry.seq})  # fmt: skip


def _self_direction(dossier: Dossier, office: Office) -> Iterator[Due]:
    guidance = dossier.guidance
    start = since_entry(dossier) if guidance is not None and guidance.initiator == "inwoner" else None
    if guidance is None or start is None:
        return
    months = guidance.review_months or office.terms.self_direction_review_months
    done = last_review(dossier, start.seq)
    if done is not None and done.body["outcome"] == STOP:
        by = done.day + timedelta(office.terms.confirm_days)
        yield Due(dossier.person, Reason.REVIEW, "guidance_to_change", by, f"nr. {done.seq}", values={"since": done.day})
        return
    by = months_after(done.day if done else start.day, months)
    yield Due(dossier.person, Reason.REVIEW, "self_direction_review", by, guidance.source, True, office.terms.talk_minutes,
              values={"since": start.day, "months": months, "about": start.seq})  # fmt: skip


NOTION = Notion((FORM,), {Kind.REVIEW: judge}, dues)
