# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Exempted: somebody cannot contribute now, on a ground, until it is looked at again; that is no activity (R-049)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from werkzaam.casework.dossier import Dossier
from werkzaam.casework.due import Due, Reason
from werkzaam.casework.entry import Entry, Kind, Role, last_of
from werkzaam.casework.form import Field, FieldKind, Form
from werkzaam.casework.notion import Notion, Remark
from werkzaam.casework.office import Office
from werkzaam.casework.standing import day_of, standing
from werkzaam.core.errors import InputError, NotAllowed

MEDICAL = "medisch"
GROUNDS = (MEDICAL, "sociaal", "zorg")

FORM = Form(
    Kind.EXEMPTION, "exemption grant", "write down that a client is exempted, on which ground and until when",
    (
        Field("ground", "grond", FieldKind.OPTION, "the ground", True, GROUNDS),
        Field("review_on", "herzien_op", FieldKind.DAY, "the day on which it is looked at again", True),
        Field("because", "omdat", FieldKind.TEXT, "why; the client reads it", True),
        Field("advised_by", "op_advies_van", FieldKind.TEXT, "which professional advised it, for a medical ground"),
    ),
    frozenset({Role.SUPPORT, Role.LEAD, Role.PROFESSIONAL}),
)  # fmt: skip


def exemption_of(dossier: Dossier, today: date) -> Entry | None:
    """The exemption that holds on a day; it holds after its review date too, because a late review is our debt."""
    found = standing(dossier, Kind.EXEMPTION, today)
    return last_of(found)


def judge(entry: Entry, dossier: Dossier, _office: Office) -> Iterable[Remark]:
    """A review after it begins, and a professional's advice for what only a professional can judge."""
    review = day_of(entry.body["review_on"])
    if review <= entry.day:
        raise InputError(f"herzien_op: a day after {entry.day} was expected; found {review}.")
    if entry.body["ground"] == MEDICAL and entry.role is not Role.PROFESSIONAL and not entry.body.get("advised_by"):
        raise NotAllowed(
            "op_advies_van: a medical ground is judged by a professional. Say who advised it, or ask for an assessment: "
            f"werkzaam ability ask {dossier.person} ..."
        )
    return (Remark("exemption_granted", {"review": review}),)


def dues(dossier: Dossier, office: Office) -> Iterable[Due]:
    """The review of an exemption."""
    held = exemption_of(dossier, office.today)
    if held is not None:
        by = day_of(held.body["review_on"])
        yield Due(
            dossier.person, Reason.REVIEW, "exemption_review", by, f"entry {held.seq}", values={"ground": held.body["ground"]}
        )


NOTION = Notion((FORM,), {Kind.EXEMPTION: judge}, dues, about=frozenset({Kind.EXEMPTION}))
