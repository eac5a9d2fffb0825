# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What somebody could try to write into the ledger: a valid next step with one thing wrong, and the constraint that refuses it.

Without that constraint the same thing must get through (test_mutation.py): so each constraint is there for something, and each of
these tries what it says. Lists by chapter stand in hostile_*.py.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from tests.store.steps import Row

FAKE = "f" * 64
Cells = dict[str, Any]
Change = Any | Callable[[Cells], Any]


@dataclass(frozen=True)
class Hostile:
    """One thing to try.

    `edits` change cells of the step's rows: `"decision.pay_cents": 1`, or `"payment_part#2.cents"` for the second row of a table.
    `only` keeps the rows of some tables; `again` adds a copy of a table's row. `sql` is a statement instead of a step.
    """

    refused_by: str
    step: str = ""
    edits: Mapping[str, Change] = field(default_factory=dict)
    only: tuple[str, ...] = ()
    again: tuple[str, ...] = ()
    sql: str = ""

    @property
    def name(self) -> str:
        """For the list of tests."""
        return f"{self.refused_by}: {self.step} {', '.join(self.edits)}{self.sql[:80]}"

    def rows(self, steps: Mapping[str, list[Row]], town: Sequence[Row]) -> list[Row]:
        """The rows that are tried, in a town of these rows."""
        rows = [(table, dict(row)) for table, row in steps[self.step] if not self.only or table in self.only]
        rows += [next((table, dict(row)) for table, row in rows if table == name) for name in self.again]
        for where, change in self.edits.items():
            place, column = where.split(".")
            table, _, number = place.partition("#")
            row = [one for name, one in rows if name == table][int(number or 1) - 1]
            row[column] = change(row) if callable(change) else change.found(town) if isinstance(change, There) else change
        return rows


@dataclass(frozen=True)
class There:
    """A cell of the last row of a table of the town in which other cells are these."""

    table: str
    column: str
    where: Mapping[str, Any]

    def found(self, town: Sequence[Row]) -> Any:
        """The cell."""
        return [
            row
            for table, row in town
            if table == self.table and all(row[column] == value for column, value in self.where.items())
        ][-1][self.column]


def there(table: str, column: str, **where: Any) -> There:
    """A cell that stands in the town."""
    return There(table, column, where)


def h(
    refused_by: str, step: str, edits: Mapping[str, Change] | None = None, *, only: tuple[str, ...] = (),
    again: tuple[str, ...] = (),
) -> Hostile:  # fmt: skip
    """A step with something wrong."""
    return Hostile(refused_by, step, edits or {}, only, again)


def sql(refused_by: str, statement: str) -> Hostile:
    """A statement."""
    return Hostile(refused_by, sql=statement)


def plus(column: str, more: int) -> Callable[[Cells], Any]:
    """A cell of the same row, raised by so much."""
    return lambda row: row[column] + more


def alone(household: int, *tables: str) -> dict[str, Change]:
    """The step as the first event of a household."""
    event = {"hseq": 1, "prev_seq": None, "prev_hash": None, "prev_at": None, "household": household}
    edits: dict[str, Change] = {f"event.{column}": value for column, value in event.items()}
    for table in tables:
        edits |= {f"{table}.household": household, f"{table}.hseq": 1}
    return edits
