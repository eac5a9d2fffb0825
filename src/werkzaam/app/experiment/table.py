# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A delivered table as rows of text: strict about its columns, cells and lines; what is wrong is told with its line, all at once.

The readers of rosters, waves and registers share it. Nothing is taken of a file in which one row is wrong.
"""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from werkzaam.app.exchange import cells
from werkzaam.app.exchange.delivered import Source, name_of, opened
from werkzaam.app.exchange.reported import MOST_BAD, BadRow, RowsRefused
from werkzaam.app.rows import near
from werkzaam.core.errors import InputError, UnknownName

MOST_BYTES = 64 << 20
"""Far more than a roster or a wave takes; the file is held in memory."""
V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class Line:
    """One row: its line in the file, and its cells by column, without spaces around them."""

    number: int
    cells: Mapping[str, str]

    def read(self, column: str, reading: Callable[[str], V]) -> V:
        """What a reader makes of a cell; its refusal becomes that of the row."""
        try:
            return reading(self.cells[column])
        except InputError as error:
            raise Bad(self.number, column, str(error)) from None

    def maybe(self, column: str, reading: Callable[[str], V]) -> V | None:
        """The same, or None of a cell that is empty or not there."""
        return self.read(column, reading) if self.cells.get(column) else None

    def needed(self, column: str) -> str:
        """A cell that must not be empty."""
        if not self.cells[column]:
            raise Bad(self.number, column, "it is empty.")
        return self.cells[column]


class Bad(Exception):
    """A row that cannot be read; becomes a `BadRow` in the refusal of the whole file."""

    def __init__(self, line: int, column: str, why: str) -> None:
        self.row = BadRow(line, column, why)
        super().__init__(str(self.row))


@dataclass(frozen=True, slots=True)
class Table:
    """A table that could be read: its name, the SHA-256 of its bytes, its columns and its rows."""

    name: str
    sha256: str
    columns: tuple[str, ...]
    lines: tuple[Line, ...]

    def each(self, reading: Callable[[Line], V]) -> list[V]:
        """What a reader makes of every row; raises RowsRefused with all rows that cannot be read."""
        found: list[V] = []
        bad: list[BadRow] = []
        for line in self.lines:
            try:
                found.append(reading(line))
            except Bad as wrong:
                bad.append(wrong.row)
                if len(bad) >= MOST_BAD:
                    break
        self.refuse(bad)
        return found

    def refuse(self, bad: Collection[BadRow]) -> None:
        """Raise RowsRefused when there are rows that are wrong."""
        if bad:
            raise RowsRefused(tuple(sorted(bad, key=lambda one: one.line)), file=self.name)


def read_table(
    source: Source, *, needed: Collection[str], known: Collection[str] | None = None, without: Collection[str] = ()
) -> Table:  # fmt: skip
    """The rows of a CSV file in UTF-8 with a first line of column names; empty rows say nothing.

    `known` are all columns that may be there; None takes any. Raises InputError for a file that is no such table, a column
    that is unknown, missing or there twice, and RowsRefused for cells that hold what no cell may hold. Columns in
    `without` are left out unread.
    """
    with opened(source, MOST_BYTES) as stream:
        whole = b"".join(iter(stream.read, b""))
    name = name_of(source)
    text = _text(whole, name)
    try:
        rows = list(_rows(text, name))
    except csv.Error as error:
        raise InputError(f"cannot be read as a table: {error}. A cell with the character between cells stands in double quotes.",
                         file=name) from None  # fmt: skip
    (_, header), *body = rows
    columns = _columns(header, needed, None if known is None else {*known, *without}, name)
    bad: list[BadRow] = []
    lines = [line for number, row in body if any(row) for line in _line(number, row, columns, without, bad)]
    if not lines and not bad:
        raise InputError("has the names of columns and no row. Deliver it again when there is something to say.", file=name)
    kept = tuple(column for column in columns if column not in without)
    table = Table(name, hashlib.sha256(whole).hexdigest(), kept, tuple(lines))
    table.refuse(bad)
    return table


def _text(whole: bytes, name: str) -> str:
    if b"\0" in whole:
        raise InputError("holds a NUL byte, so it is not plain text. Save it as CSV in UTF-8.", file=name)
    try:
        return whole.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        row = whole.count(b"\n", 0, error.start) + 1
        raise InputError("is not text in UTF-8. A spreadsheet calls it 'CSV UTF-8'; save the file as such.", file=name,
                         row=row) from None  # fmt: skip


def _rows(text: str, name: str) -> Iterator[tuple[int, list[str]]]:
    """Every row with the line on which it begins."""
    first = text.split("\n", 1)[0]
    found = [one for one in ";," if one in first]
    if len(found) > 1:
        raise InputError("a first line with the names of the columns was expected, with semicolons or with commas between them; "
                         "found both.", file=name, row=1)  # fmt: skip
    reader = csv.reader(text.splitlines(keepends=True), delimiter=found[0] if found else ",", strict=True)
    begin = 1
    for row in reader:
        yield begin, row
        begin = reader.line_num + 1


def _columns(header: list[str], needed: Collection[str], known: Collection[str] | None, name: str) -> tuple[str, ...]:
    columns = tuple(cell.strip() for cell in header)
    for column in columns:
        if known is not None and column not in known:
            raise UnknownName(
                f"the column {column[:40]!r} is not known here. {near(column[:40], sorted(known))}", file=name, row=1
            )
        if columns.count(column) > 1 or not column:
            what = f"the column {column} stands there twice" if column else "a column has no name"
            raise InputError(f"{what}. Give every column one name of its own.", file=name, row=1)
    if missing := [column for column in needed if column not in columns]:
        raise InputError(f"the columns {', '.join(missing)} are needed and do not stand there.", file=name, row=1)
    return columns


def _line(
    number: int, row: list[str], columns: tuple[str, ...], without: Collection[str], bad: list[BadRow]
) -> Iterator[Line]:  # fmt: skip
    if len(row) != len(columns):
        bad.append(BadRow(number, "", f"{len(columns)} cells were expected; found {len(row)}."))
        return
    found: dict[str, str] = {}
    for column, cell in zip(columns, row, strict=True):
        if column in without:
            continue
        try:
            found[column] = cells.plain(cell, amount=True)
        except InputError as error:
            bad.append(BadRow(number, column, str(error)))
    if len(found) == len([column for column in columns if column not in without]):
        yield Line(number, found)
