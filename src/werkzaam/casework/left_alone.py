# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Who directs themselves is left in peace: a second step of ours within a year asks for a reason (R-028)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from werkzaam.casework.calendar import months_after
from werkzaam.casework.dossier import Contact, Dossier
from werkzaam.casework.entry import Entry


def of_ours(dossier: Dossier) -> Iterator[Contact]:
    """The contacts that the case manager began and that took place."""
    return (one for one in dossier.contacts if one.initiator == "klantmanager" and one.presence == "gekomen")


def needs_reason(entry: Entry, on: date, dossier: Dossier, *, planned: Iterable[date] = ()) -> bool:
    """Whether the client directs the pace and a talk of ours on a day would be the second within a year."""
    guidance = dossier.guidance
    if guidance is None or guidance.initiator != "inwoner" or entry.body.get("initiator") != "klantmanager":
        return False
    others = [*(one.day for one in of_ours(dossier)), *planned]
    return any(min(one, on) <= max(one, on) < months_after(min(one, on), 12) for one in others)
