# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What clients are called."""

from __future__ import annotations

from collections.abc import Collection

from werkzaam.app.ledger.desk import Desk
from werkzaam.store.named import names_of


def names(desk: Desk, persons: Collection[int]) -> dict[int, str]:
    """The names of clients; the number of whoever's name was destroyed."""
    return {person: name or str(person) for person, name in names_of(desk.database, desk.town.id, persons).items()}


def name_of(desk: Desk, person: int) -> str:
    """The name of one client; the number when it was destroyed."""
    return names(desk, [person])[person]
