# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Read entries of a dossier: their fields as values, whether they still hold, and whether two names mean the same."""

from __future__ import annotations

import re
from datetime import date

from werkzaam.casework.dossier import Dossier
from werkzaam.casework.entry import Entry, Kind, in_order, last_of
from werkzaam.casework.standing import standing, withdrawal_of

_APART = re.compile(r"[\W_]+")


def text_of(entry: Entry, name: str) -> str:
    """A text field; empty when it was not filled in."""
    found = entry.body.get(name)
    return found if isinstance(found, str) else ""


def count_of(entry: Entry, name: str) -> int | None:
    """A number, or an amount in cents."""
    found = entry.body.get(name)
    return found if isinstance(found, int) and not isinstance(found, bool) else None


def truth_of(entry: Entry, name: str) -> bool | None:
    """Yes, no, or not said."""
    found = entry.body.get(name)
    return found if isinstance(found, bool) else None


def day_of(entry: Entry, name: str) -> date | None:
    """A day; in a dossier that was stored it stands as a text."""
    found = entry.body.get(name)
    if isinstance(found, date):
        return found
    return date.fromisoformat(found) if isinstance(found, str) else None


def texts_of(entry: Entry, name: str) -> tuple[str, ...]:
    """Several texts."""
    found = entry.body.get(name)
    return tuple(str(one) for one in found) if isinstance(found, list | tuple) else ()


def withdrawn(dossier: Dossier, entry: Entry) -> bool:
    """Whether somebody took an entry back."""
    return withdrawal_of(entry, dossier) is not None


def holding(dossier: Dossier, today: date, kind: Kind) -> list[Entry]:
    """The entries of a kind that hold on a day, first to last by their day."""
    return in_order(standing(dossier, kind, today))


def has_left(dossier: Dossier, today: date) -> bool:
    """Whether the client left bijstand and did not come back: then only aftercare makes something due, and promises go on."""
    moves = (one for one in dossier.of(Kind.EXIT, Kind.RETURN) if one.day <= today and not withdrawn(dossier, one))
    move = last_of(moves)
    return move is not None and move.kind is Kind.EXIT


def same_name(one: str, other: str) -> bool:
    """Whether two names of a course, an employer or a job are the same but for case, spaces and signs."""
    return plain(one) == plain(other)


def plain(name: str) -> str:
    """A name without case, signs and spaces, by which names are counted together: Bakker B.V. is Bakker BV."""
    return _APART.sub("", name.casefold())
