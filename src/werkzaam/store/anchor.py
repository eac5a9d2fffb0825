# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The anchor of a day: one hash over the heads of all households of a town, to be kept elsewhere too.

Nothing can be recorded at or before the moment of an anchor afterwards, so the anchor of any day can be computed again from the
events: history that was changed, cut or removed, whole households included, gives another one.
"""

from __future__ import annotations

from dataclasses import dataclass

from werkzaam.core.errors import LedgerError
from werkzaam.ledger.event import merkle_root
from werkzaam.store.database import Database


@dataclass(frozen=True, slots=True)
class Anchor:
    """The root over so many households as they stood at `until`, the end of a day."""

    day: str
    until: str
    leaves: int
    root: str


def make_anchor(database: Database, municipality: str, *, day: str, until: str) -> Anchor:
    """Anchor a day, up to a moment at its end or later; nothing is recorded at that moment or before it from then on.

    Raises LedgerError when something was recorded after that moment already: the clock was wrong.
    """
    database.need_transaction()
    if database.dialect == "postgresql":
        database.execute("LOCK TABLE event IN SHARE MODE")  # Waits for who is writing; SQLite's transaction does so itself.
    latest = database.value("SELECT max(head_at) FROM household WHERE municipality = ?", (municipality,))
    if latest is not None and latest > until:
        raise LedgerError(f"Something of {municipality} was recorded at {latest}, after {until}; anchor a later moment.")
    anchor = root_at(database, municipality, day=day, until=until)
    database.insert("anchor", ("municipality", "day", "until", "leaves", "root"), [(municipality, *_row(anchor))])
    return anchor


def _row(anchor: Anchor) -> tuple[str, str, int, str]:
    return anchor.day, anchor.until, anchor.leaves, anchor.root


def root_at(database: Database, municipality: str, *, day: str, until: str) -> Anchor:
    """The root over the last event of every household at a moment, computed from the events as they are now."""
    rows = database.stream(
        "SELECT household, hseq, hash FROM event WHERE municipality = ? AND recorded_at <= ? "
        "ORDER BY municipality, household, hseq",
        (municipality, until),
    )
    last = {household: (hseq, hash_) for household, hseq, hash_ in rows}
    leaves = [(municipality, household, hseq, hash_) for household, (hseq, hash_) in last.items()]
    return Anchor(day, until, len(leaves), merkle_root(leaves))


def anchors(database: Database, municipality: str) -> list[Anchor]:
    """The anchors of a town, in order."""
    rows = database.rows("SELECT day, until, leaves, root FROM anchor WHERE municipality = ? ORDER BY until", (municipality,))
    return [Anchor(*row) for row in rows]


def changed_since(database: Database, municipality: str) -> list[Anchor]:
    """The anchors that the events no longer give, in order; empty when history is as it was."""
    return [
        one for one in anchors(database, municipality) if root_at(database, municipality, day=one.day, until=one.until) != one
    ]
