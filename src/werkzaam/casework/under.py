# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Under which part of a regime a client is guided, from a day on. A draw or a rule of the town decides it, never a score."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache

from werkzaam.casework.dossier import Dossier
from werkzaam.casework.entry import Entry, Kind, Role, in_order
from werkzaam.casework.form import Field, FieldKind, Form
from werkzaam.casework.notion import Notion, Remark
from werkzaam.casework.office import Office
from werkzaam.core.errors import UnknownName
from werkzaam.core.months import Month, Span
from werkzaam.regime.model import closest
from werkzaam.regime.read import part_ids, read_part

FORM = Form(
    Kind.GUIDANCE, "guidance", "say under which guidance a client is from a day on",
    (
        Field("part", "deel", FieldKind.TEXT, "the part of the regime, such as ams_self_direction", True),
        Field("because", "omdat", FieldKind.TEXT, "why: the draw, a choice of the client, a rule of the town", True),
    ),
    frozenset({Role.SUPPORT, Role.LEAD}),
)  # fmt: skip


def since_entry(dossier: Dossier) -> Entry | None:
    """The entry by which the client came under the part that holds now; saying the same part again does not start it anew."""
    under = in_order(dossier.of(Kind.GUIDANCE))
    start = None
    for entry in reversed(under):
        if start is not None and entry.body.get("part") != start.body.get("part"):
            break
        start = entry
    return start


def since_of(dossier: Dossier) -> date | None:
    """The day from which the client is under the part that holds now."""
    start = since_entry(dossier)
    return start.day if start else None


def judge(entry: Entry, _dossier: Dossier, _office: Office) -> Iterator[Remark]:
    """A part that is there: raises UnknownName for another. One that the source describes for other months is remarked."""
    part = str(entry.body["part"])
    if part not in part_ids():
        raise UnknownName(f"deel: no part of a regime is called {part!r}. {closest(part, part_ids())}")
    span = _span_of(part)
    if Month.of_day(entry.day) not in span:
        yield Remark("part_of_other_months", {"part": part, "months": f"{span.first} – {span.last or '…'}"})


@cache
def _span_of(part: str) -> Span:
    return read_part(part).span


NOTION = Notion((FORM,), {Kind.GUIDANCE: judge})
