# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Who may read what was written in which capacity (R-127): helping, enforcing and caring stay apart.

What was told to a helper is never shown to who enforces. An independent body of aftercare sees what it wrote itself, and what the
client wrote. Research has no role here at all: its answers never reach a dossier, and it gets figures only.
"""

from __future__ import annotations

from collections.abc import Mapping

from werkzaam.casework.entry import Entry, Kind, Role

_READS: Mapping[Role, frozenset[Role]] = {
    Role.SUPPORT: frozenset({Role.SUPPORT, Role.INCOME, Role.PROFESSIONAL, Role.CLIENT, Role.LEAD, Role.AFTERCARE}),
    Role.INCOME: frozenset({Role.INCOME, Role.CLIENT}),
    Role.ENFORCEMENT: frozenset({Role.ENFORCEMENT}),
    Role.PROFESSIONAL: frozenset({Role.PROFESSIONAL, Role.CLIENT}),
    Role.CLIENT: frozenset(Role),
    Role.LEAD: frozenset({Role.SUPPORT, Role.INCOME, Role.PROFESSIONAL, Role.CLIENT, Role.LEAD, Role.AFTERCARE}),
    Role.AFTERCARE: frozenset({Role.AFTERCARE, Role.CLIENT}),
}
FOR_THE_CLIENT = frozenset({Kind.GRADE, Kind.HOPE})
"""Kinds that are for the client's own eyes, always or unless shared."""


def readable_by(role: Role) -> frozenset[Role]:
    """The roles whose entries a role may read."""
    return _READS[role]


def sees(role: Role, entry: Entry) -> bool:
    """Whether a role may see an entry at all, whoever wrote it.

    A mark that a client gave is for the client's own eyes only (R-148), and so is a hope that the client did not share (R-146).
    """
    if role is Role.CLIENT:
        return True
    return entry.kind not in FOR_THE_CLIENT or (entry.kind is Kind.HOPE and entry.body.get("shared") is True)
