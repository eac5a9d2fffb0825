# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What can happen next in the town of world.py: each step as the rows that the public functions write for it.

A step is taken, its rows are kept, and it is undone. So each is valid as it stands, and one change in it is one thing wrong.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tests.store.next_steps import NEXT, STEPS, WRONG_STEPS, Row, Step
from tests.store.world import TOWN, Town
from werkzaam.store.database import Database, Value
from werkzaam.store.schema import schema
from werkzaam.store.writer import writing


class _Undo(Exception):
    """Takes a step back."""


def recorded(town: Town, take_step: Step, actor: str, *, send: bool) -> list[Row]:
    """The rows that a step writes, in order; the step itself is undone, or not even sent."""
    rows: list[Row] = []
    database = town.database
    insert = database.insert

    def keep(table: str, columns: Sequence[str], values: Iterable[Sequence[Value]]) -> None:
        listed = list(values)
        rows.extend((table, dict(zip(columns, value, strict=True))) for value in listed)
        if send:
            insert(table, columns, listed)

    database.insert = keep  # type: ignore[method-assign]
    try:
        with database.transaction():
            with writing(database, TOWN, recorded_at=NEXT, actor=actor) as writer:
                take_step(town, writer)
            raise _Undo
    except _Undo:
        return rows
    finally:
        database.insert = insert  # type: ignore[method-assign]


def steps(town: Town) -> dict[str, list[Row]]:
    """The rows of every step, right and wrong."""
    found = {name: recorded(town, take_step, actor, send=True) for name, (take_step, actor) in STEPS.items()}
    return found | {name: recorded(town, take_step, actor, send=False) for name, (take_step, actor) in WRONG_STEPS.items()}


def rows_of(database: Database) -> list[Row]:
    """Every row of every table, as it is; in the order of the tables."""
    found: list[Row] = []
    for table in schema().tables:
        columns = [column.name for column in table.columns]
        for values in database.rows(f"SELECT {', '.join(columns)} FROM {table.name} ORDER BY {', '.join(table.key)}"):
            found.append((table.name, dict(zip(columns, values, strict=True))))
    return found
