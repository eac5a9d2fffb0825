# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What stands on a list of clients beside their dossiers: their names, and who was paid a wage since a day."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from werkzaam.store.casework import among
from werkzaam.store.database import Database


def names_of(database: Database, municipality: str, persons: Collection[int] | None = None) -> dict[int, str | None]:
    """The newest name of people, by number; None is of everybody of a town. A name that was destroyed is None."""
    named, values = among(database, "person.person", persons)
    rows = database.rows(
        "SELECT person.person, latest.name FROM person LEFT JOIN person_detail AS latest "
        "ON latest.municipality = person.municipality AND latest.person = person.person "
        "AND NOT EXISTS (SELECT 1 FROM person_detail AS later WHERE later.municipality = latest.municipality "
        f"AND later.person = latest.person AND later.detail > latest.detail) WHERE person.municipality = ?{named} "
        "ORDER BY person.person",
        (municipality, *values),
    )
    return dict(rows)


def worked_since(database: Database, municipality: str, day: date, persons: Collection[int] | None = None) -> set[int]:
    """Which of these people did work for a wage on a day or after it, as far as payslips tell."""
    named, values = among(database, "person", persons)
    rows = database.rows(
        "SELECT DISTINCT person FROM fact WHERE municipality = ? AND kind = 'wage' AND COALESCE(valid_to, valid_from) >= ?"
        f"{named}",
        (municipality, day.isoformat(), *values),
    )
    return {row[0] for row in rows}
