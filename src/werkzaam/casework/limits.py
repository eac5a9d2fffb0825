# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Hours and times that somebody wants and can work, and where a job does not fit them (R-158).

A mismatch is shown before anybody says yes; it makes nothing due and binds nobody. Limits narrow an offer, never a right.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from werkzaam.casework.ability import hours_able
from werkzaam.casework.dossier import Dossier
from werkzaam.casework.entry import Entry, Kind, Role
from werkzaam.casework.form import Field, FieldKind, Form
from werkzaam.casework.notion import Notion, Remark
from werkzaam.casework.office import Office
from werkzaam.casework.reading import count_of, holding, texts_of

DAYS = ("ma", "di", "wo", "do", "vr", "za", "zo")
TIMES = ("ochtend", "middag", "avond", "nacht")

FORM = Form(
    Kind.JOB_LIMITS, "work limits", "write down the hours and times that a client wants and can work",
    (
        Field("hours", "uren", FieldKind.COUNT, "hours a week at most", False, least=0, most=60),
        Field("days", "dagen", FieldKind.OPTIONS, "days that fit", False, DAYS),
        Field("times", "tijden", FieldKind.OPTIONS, "times of the day that fit", False, TIMES),
        Field("note", "notitie", FieldKind.TEXT, "what else counts for the client"),
    ),
    frozenset({Role.SUPPORT, Role.CLIENT, Role.PROFESSIONAL}),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Offer:
    """A job as it is offered: hours a week, and the days and times when they are known."""

    hours: int
    days: tuple[str, ...] = ()
    times: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Mismatch:
    """One point on which a job does not fit: `code` is the key of its sentence, then what fits and what was offered."""

    code: str
    fits: str
    offered: str


def limit_of(dossier: Dossier, today: date) -> int | None:
    """The hours a week at most: the lowest of what the client said and what a professional found; None when nobody said."""
    able = hours_able(dossier, today)
    told = [*_last_said(dossier, today), *([able] if able else [])]
    known = [hours for one in told if (hours := count_of(one, "hours")) is not None]
    return min(known) if known else None


def mismatches(dossier: Dossier, offer: Offer, today: date) -> Iterator[Mismatch]:
    """Where an offer does not fit what the client wants and can; what was not said or not offered is no mismatch."""
    limit = limit_of(dossier, today)
    if limit is not None and offer.hours > limit:
        yield Mismatch("too_many_hours", str(limit), str(offer.hours))
    for one in _last_said(dossier, today):
        for name, offered in (("days", offer.days), ("times", offer.times)):
            fits = texts_of(one, name)
            outside = [each for each in offered if each not in fits] if fits else []
            if outside:
                yield Mismatch(f"other_{name}", ", ".join(fits), ", ".join(outside))


def _last_said(dossier: Dossier, today: date) -> list[Entry]:
    return list(holding(dossier, today, Kind.JOB_LIMITS))[-1:]


def judge(_entry: Entry, _dossier: Dossier, _office: Office) -> Iterator[Remark]:
    """Limits are written as the client says them; the remark says what follows from them: nothing but a fitting offer."""
    yield Remark("limits_kept")


NOTION = Notion((FORM,), {Kind.JOB_LIMITS: judge})
