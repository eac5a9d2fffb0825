# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What of a dossier holds on a day: neither past its end nor withdrawn; who agreed with it; and which entry another speaks of."""

from __future__ import annotations

from datetime import date, timedelta

from werkzaam.casework.dossier import Dossier
from werkzaam.casework.entry import Entry, Kind, Role
from werkzaam.core.errors import InputError


def confirmed(dossier: Dossier, seq: int, role: Role) -> bool:
    """Whether somebody agreed with an entry in a capacity."""
    return confirmation(dossier, seq, role) is not None


def confirmation(dossier: Dossier, seq: int, role: Role) -> Entry | None:
    """The newest agreement with an entry in a capacity, unless it was taken back."""
    said = [one for one in dossier.about(seq) if one.kind is Kind.CONFIRMED and one.role is role]
    return next((one for one in reversed(said) if withdrawal_of(one, dossier) is None), None)


def standing(dossier: Dossier, kind: Kind, today: date) -> list[Entry]:
    """The entries of a kind that hold on a day: neither withdrawn nor past their end."""
    found = []
    for entry in dossier.of(kind):
        last = last_day_of(entry, dossier)
        if entry.day <= today and (last is None or today <= last):
            found.append(entry)
    return found


def last_day_of(entry: Entry, dossier: Dossier) -> date | None:
    """The last day on which an entry holds, by its own end or a withdrawal; None without an end."""
    withdrawal = withdrawal_of(entry, dossier)
    if withdrawal is None:
        return entry.until
    said = withdrawal.body.get("last_day")
    ends = [day_of(said) if said else withdrawal.day - timedelta(1), entry.until]
    return min(day for day in ends if day is not None)


def withdrawal_of(entry: Entry, dossier: Dossier) -> Entry | None:
    """What took an entry back; None when nothing did, or when that was taken back itself."""
    if Kind.WITHDRAWN not in dossier.kinds:
        return None
    for one in dossier.about(entry.seq):
        if one.kind is Kind.WITHDRAWN and withdrawal_of(one, dossier) is None:
            return one
    return None


def spoken_of(entry: Entry, dossier: Dossier, *kinds: Kind) -> Entry:
    """The entry that another speaks of; raises InputError when it is not there, or not of these kinds."""
    number = entry.body["about"]
    found = next((one for one in dossier.entries if one.seq == number), None)
    if found is None:
        raise InputError(f"over: there is no entry {number} in this dossier that you may read here. `werkzaam dossier "
                         f"{dossier.person}` shows the numbers.")  # fmt: skip
    if kinds and found.kind not in kinds:
        raise InputError(f"over: entry {number} is of the kind {found.kind.value}; expected was "
                         f"{' or '.join(kind.value for kind in kinds)}.")  # fmt: skip
    return found


def day_of(value: object) -> date:
    """A day of a body, which is text once it was stored."""
    return value if isinstance(value, date) else date.fromisoformat(str(value))
