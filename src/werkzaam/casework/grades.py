# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The mark that a client gives: for the effort of the case manager, or for how life goes; 1 to 10 (R-148).

Asked for no more than a number, and never shown by person: not to the case manager, who would know from whom it is, and of a
group only from ten marks on. `access.py` keeps single marks out of every dossier but the client's own.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from werkzaam.casework.dossier import Dossier
from werkzaam.casework.entry import Entry, Kind, Role
from werkzaam.casework.form import Field, FieldKind, Form
from werkzaam.casework.notion import Notion, Remark
from werkzaam.casework.office import Office
from werkzaam.core.errors import NotAllowed

LOWEST, HIGHEST = 1, 10
LEAST = 10
"""So few marks, and of so few people, are never shown as one figure."""
EFFORT, WELLBEING = "klantmanager", "welzijn"

FORM = Form(
    Kind.GRADE, "grade", "write down the mark that a client gives",
    (
        Field("grade", "cijfer", FieldKind.COUNT, "from 1 to 10", True, least=LOWEST, most=HIGHEST),
        Field("subject", "waarvoor", FieldKind.OPTION, "what it is for", True, (EFFORT, WELLBEING)),
    ),
    frozenset({Role.CLIENT}),
)  # fmt: skip


def judge(entry: Entry, dossier: Dossier, office: Office) -> Iterable[Remark]:
    """Who is marked does not write the mark down: that would be showing it."""
    own = dossier.worker_on(office.today)
    if own is not None and own.worker == entry.worker:
        raise NotAllowed(
            f"{entry.worker} is this client's case manager, and a mark is never shown to the one it is for. Let the client, or "
            "somebody else, write it down."
        )
    return ()


@dataclass(frozen=True, slots=True)
class Grades:
    """The mean of so many marks; without a mean when they are fewer than ten."""

    count: int | None
    mean: Fraction | None


def grades(found: Iterable[Entry], subject: str) -> Grades:
    """The last mark of each client for a subject, as one figure; hidden below ten clients, count and all."""
    last: dict[int, Entry] = {}
    for entry in found:
        if entry.kind is Kind.GRADE and entry.body.get("subject") == subject:
            before = last.get(entry.person)
            if before is None or before.order <= entry.order:
                last[entry.person] = entry
    marks = [int(str(entry.body["grade"])) for entry in last.values()]
    return Grades(len(marks), Fraction(sum(marks), len(marks))) if len(marks) >= LEAST else Grades(None, None)


NOTION = Notion((FORM,), {Kind.GRADE: judge})
