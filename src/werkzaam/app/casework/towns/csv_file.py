# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A small table that a person made, read strictly: known columns, as many cells as columns, every bad row told at once."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from werkzaam.app.exchange.reported import BadRow, RowsRefused
from werkzaam.app.rows import near
from werkzaam.core.errors import InputError, UnknownName

Found = TypeVar("Found")
MOST_BYTES, MOST_ROWS, LONGEST = 4 << 20, 10_000, 500


class BadCell(InputError):
    """A cell that cannot be read as it was meant; `column` says which."""

    def __init__(self, column: str, why: str) -> None:
        self.column = column
        super().__init__(why)


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns that a table must have, and those that it may have."""

    needed: tuple[str, ...]
    optional: tuple[str, ...] = ()

    @property
    def known(self) -> tuple[str, ...]:
        """All of them, the needed ones first."""
        return (*self.needed, *self.optional)


def read_table(path: Path, columns: Columns, read: Callable[[Mapping[str, str]], Found]) -> list[Found]:
    """Every row as `read` makes it of its cells, which raises BadCell.

    Raises RowsRefused with all rows that cannot be read, by row and column, and InputError for what is no such table.
    """
    found, bad = [], []
    for line, row in _rows(path, columns):
        try:
            _refuse_odd(row)
            found.append(read(row))
        except BadCell as error:
            bad.append(BadRow(line, error.column, str(error)))
    if bad:
        raise RowsRefused(tuple(bad), file=str(path))
    if not found:
        raise InputError("at least one row below the names of the columns was expected; found none.", file=str(path))
    return found


def _refuse_odd(row: Mapping[str, str]) -> None:
    for name, cell in row.items():
        if len(cell) > LONGEST or not cell.isprintable():
            raise BadCell(name, f"at most {LONGEST} printable characters on one line were expected.")


def _rows(path: Path, columns: Columns) -> Iterator[tuple[int, dict[str, str]]]:
    text = _text(path)
    table = csv.reader(io.StringIO(text, newline=""), delimiter=";" if ";" in text.partition("\n")[0] else ",", strict=True)
    try:
        names = _names(next(table, []), columns, path)
        for count, cells in enumerate((row for row in table if any(cell.strip() for cell in row)), 1):
            if count > MOST_ROWS:
                raise InputError(f"has more than {MOST_ROWS} rows; split the file.", file=str(path), row=table.line_num)
            if len(cells) != len(names):
                raise InputError(f"{len(names)} cells were expected, one for each column; found {len(cells)}. Write amounts with "
                                 "a point, 612.40, and texts with a comma in double quotes.",
                                 file=str(path), row=table.line_num)  # fmt: skip
            yield table.line_num, dict(zip(names, (cell.strip() for cell in cells), strict=True))
    except csv.Error as error:
        raise InputError(f"cannot be read as a table: {error}.", file=str(path), row=table.line_num) from None


def _names(header: list[str], columns: Columns, path: Path) -> list[str]:
    names = [name.strip() for name in header]
    for name in names:
        if name not in columns.known:
            raise UnknownName(f"the column {name[:40]!r} is not known here. {near(name[:40], columns.known)}",
                              file=str(path), row=1)  # fmt: skip
        if names.count(name) > 1:
            raise InputError(f"the column {name} stands there twice.", file=str(path), row=1)
    missing = [name for name in columns.needed if name not in names]
    if missing:
        raise InputError(f"the columns {', '.join(missing)} are missing.", file=str(path), row=1)
    return names


def _text(path: Path) -> str:
    try:
        with path.open("rb") as file:
            raw = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise InputError(f"cannot be read ({error.strerror}). Give a CSV file.", file=str(path)) from None
    if len(raw) > MOST_BYTES:
        raise InputError(f"is larger than {MOST_BYTES >> 20} MB; such a table is much smaller.", file=str(path))
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(f"is not text in UTF-8: see byte {error.start + 1}. Save it as CSV UTF-8.", file=str(path)) from None


def whole(row: Mapping[str, str], column: str, *, most: int) -> int | None:
    """A whole number from 0 in a cell; None where the cell is empty or the column is not there."""
    cell = row.get(column, "")
    if not cell:
        return None
    if not cell.isascii() or not cell.isdigit() or int(cell) > most:
        raise BadCell(column, f"a whole number from 0 to {most} was expected; found {cell!r}.")
    return int(cell)


def one_of(row: Mapping[str, str], column: str, options: Collection[str]) -> str:
    """One of the options."""
    cell = row.get(column, "")
    if cell not in options:
        raise BadCell(column, f"one of {', '.join(options)} was expected; found {cell!r}.")
    return cell
