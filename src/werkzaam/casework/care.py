# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Informal care: told by the client if they wish, permitted by nobody, and never counted as paid work (R-057).

There is no task of permission and no way to refuse: this notion makes nothing due. A joint account that is there only to pay for
the person who is cared for changes nothing either; no rule of the month reads it. That unpaid care is
no paid work stands in Pw 33:6 (seen in the text of 2026); before that a letter of the town of November 2022 said so.
"""

from __future__ import annotations

from collections.abc import Iterator

from werkzaam.casework.dossier import Dossier
from werkzaam.casework.entry import Entry, Kind, Role
from werkzaam.casework.form import Field, FieldKind, Form
from werkzaam.casework.notion import Notion, Remark
from werkzaam.casework.office import Office
from werkzaam.casework.reading import count_of, holding

FORM = Form(
    Kind.CARE, "care tell", "write down informal care that a client tells of; it needs no permission",
    (
        Field("hours", "uren", FieldKind.COUNT, "hours a week, as the client sees it", True, least=1, most=168),
        Field("joint_account", "gezamenlijke_rekening", FieldKind.TRUTH, "whether there is an account to pay for that person"),
        Field("note", "notitie", FieldKind.TEXT, "what the client wants you to know"),
    ),
    frozenset({Role.SUPPORT, Role.CLIENT}),
)  # fmt: skip


def care_hours(dossier: Dossier, office: Office) -> int:
    """The hours a week of care as told last; they count as taking part (R-056)."""
    told = list(holding(dossier, office.today, Kind.CARE))
    return (count_of(told[-1], "hours") or 0) if told else 0


def judge(entry: Entry, _dossier: Dossier, _office: Office) -> Iterator[Remark]:
    """Never refused; the remark says that nobody has to permit it."""
    yield Remark("care_free", {"hours": count_of(entry, "hours")})


NOTION = Notion((FORM,), {Kind.CARE: judge})
