# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Who looked at whose dossier, in which capacity and what for: a row for one, and one for a look at many (decision 153)."""

from __future__ import annotations

from dataclasses import dataclass

from werkzaam.casework.entry import Role
from werkzaam.store.database import Database
from werkzaam.store.numbered import last_of_person, last_of_town
from werkzaam.store.writer import Writer


@dataclass(frozen=True, slots=True)
class Look:
    """One look: the moment, who it was, in which capacity, and what for; `people` is of how many, None for this one alone."""

    looked_at: str
    actor: str
    role: Role
    purpose: str
    people: int | None = None


def record_look(writer: Writer, person: int, role: Role, purpose: str) -> None:
    """Keep that the writer's actor opens this dossier now. Raises Refused for an empty purpose or a person who is not there."""
    _add(writer, "look", last_of_person(writer, "look", person), role, purpose, person=person)


def record_look_of_many(writer: Writer, role: Role, purpose: str, people: int) -> None:
    """Keep that the writer's actor goes through the dossiers of so many people now. Raises Refused for an empty purpose."""
    _add(writer, "look_of_many", last_of_town(writer, "look_of_many"), role, purpose, people=people)


def _add(writer: Writer, table: str, last: int, role: Role, purpose: str, **whose: int) -> None:
    writer.beside(table, {
        **whose, "number": last + 1, "prev_number": last or None, "looked_at": writer.recorded_at, "actor": writer.actor,
        "role": role.value, "purpose": purpose,
    })  # fmt: skip


def looks_at(database: Database, municipality: str, person: int) -> list[Look]:
    """Every look at one dossier, first to last."""
    rows = database.rows(
        "SELECT looked_at, actor, role, purpose FROM look WHERE municipality = ? AND person = ? ORDER BY number",
        (municipality, person),
    )
    return [Look(at, actor, Role(role), purpose) for at, actor, role, purpose in rows]


def looks_at_many(database: Database, municipality: str) -> list[Look]:
    """Every look at many dossiers of a town, first to last."""
    rows = database.rows(
        "SELECT looked_at, actor, role, purpose, people FROM look_of_many WHERE municipality = ? ORDER BY number", (municipality,)
    )
    return [Look(at, actor, Role(role), purpose, people) for at, actor, role, purpose, people in rows]
