# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Too much, right or too little: the client says so at any time, and somebody looks at it (R-032).

It opens a short review and nothing else: the next contact does not come any earlier by it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import timedelta

from werkzaam.casework.dossier import Dossier
from werkzaam.casework.due import Due, Reason
from werkzaam.casework.entry import Entry, Kind, Role
from werkzaam.casework.form import Field, FieldKind, Form
from werkzaam.casework.notion import Notion, Remark
from werkzaam.casework.office import Office
from werkzaam.casework.review import last_review

TOO_MUCH, RIGHT, TOO_LITTLE = "te_veel", "goed", "te_weinig"
FORM = Form(
    Kind.PRESSURE, "pressure", "the client finds contact too much, right or too little",
    (
        Field("mark", "oordeel", FieldKind.OPTION, "how the client finds it", True, (TOO_MUCH, RIGHT, TOO_LITTLE)),
        Field("note", "notitie", FieldKind.TEXT, "what the client would rather have"),
    ),
    frozenset({Role.CLIENT, Role.SUPPORT}),
)  # fmt: skip


def judge(entry: Entry, _dossier: Dossier, office: Office) -> Iterable[Remark]:
    """By when somebody looks at it."""
    if entry.body["mark"] != RIGHT:
        yield Remark("pressure_seen", {"by": entry.day + timedelta(office.terms.pressure_review_days)})


def dues(dossier: Dossier, office: Office) -> Iterator[Due]:
    """A short review of the newest mark, without a talk that the client did not ask for."""
    entry = dossier.last(Kind.PRESSURE)
    if entry is None or entry.body["mark"] == RIGHT or last_review(dossier, entry.seq) is not None:
        return
    by = entry.day + timedelta(office.terms.pressure_review_days)
    yield Due(
        dossier.person, Reason.REVIEW, "pressure_review", by, f"nr. {entry.seq}", values={"mark": f"druk_{entry.body['mark']}"}
    )


NOTION = Notion((FORM,), {Kind.PRESSURE: judge}, dues, about=frozenset({Kind.PRESSURE}))
