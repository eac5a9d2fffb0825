# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Delivered tables in chunks of whole households, each row with the place it came from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any, NoReturn

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from werkzaam.app.delivery import Opened, Segment, batches
from werkzaam.app.tables import REQUIRED
from werkzaam.core.errors import InputError
from werkzaam.engine.rule import BAAN, HUISHOUDEN, PERSOON, Level

Array = npt.NDArray[Any]
SORT = ("Tables of more rows than fit in memory at once are read household by household: "
        "sort every table by huishouden, in the same order.")  # fmt: skip


@dataclass(frozen=True)
class Part:
    """Rows of one level with the files they came from; `kept` are the rows that are left of those read."""

    table: pa.Table
    segments: tuple[Segment, ...]
    kept: Array | None = None

    def place(self, row: int) -> tuple[str, int]:
        """File and row number of a row, counting data rows from 1."""
        row = row if self.kept is None else int(self.kept[row])
        ends = np.cumsum([segment.rows for segment in self.segments])
        at = int(np.searchsorted(ends, row, side="right"))
        segment = self.segments[at]
        return segment.file, segment.first + row - int(ends[at]) + segment.rows + 1

    def keep(self, mask: Array) -> Part:
        """The rows where the mask holds; each keeps its place."""
        rows = np.flatnonzero(mask) if self.kept is None else self.kept[mask]
        return Part(self.table.filter(pa.array(mask)), self.segments, rows)


@dataclass
class Reader:
    """The rows of one level from its files, read as far as asked."""

    level: Level
    files: Sequence[Opened]
    waiting: list[tuple[pa.Table, Segment]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._batches = (batch for file in self.files for batch in batches(file))

    def more(self) -> bool:
        """Read one more batch; False at the end of the last file."""
        found = next(self._batches, None)
        if found is not None:
            self.waiting.append(found)
        return found is not None

    def take(self, rows: int) -> Part:
        """The first waiting rows; the rest stays."""
        taken: list[tuple[pa.Table, Segment]] = []
        while self.waiting and rows > 0:
            table, at = self.waiting.pop(0)
            if table.num_rows > rows:
                rest = Segment(at.file, at.first + rows, table.num_rows - rows)
                self.waiting.insert(0, (table.slice(rows), rest))
                table, at = table.slice(0, rows), Segment(at.file, at.first, rows)
            taken.append((table, at))
            rows -= table.num_rows
        if not taken:
            return Part(pa.table({name: pa.array([], pa.string()) for name in REQUIRED[self.level]}), ())
        return Part(pa.concat_tables([t for t, _ in taken], promote_options="permissive"), tuple(s for _, s in taken))

    @property
    def rows(self) -> int:
        return sum(table.num_rows for table, _ in self.waiting)

    def refuse(self, why: str) -> NoReturn:
        """Refuse the first waiting row: it stands in the wrong place."""
        table, at = self.waiting[0]
        raise InputError(f"is of household {table.column('huishouden')[0]}, {why} {SORT}", file=at.file, row=at.first + 1)


def chunks(files: Mapping[Level, Sequence[Opened]], rows: int) -> Iterator[dict[Level, Part]]:
    """Chunks of at most so many household rows, with all rows of those households on every level.

    Tables that fit in one chunk may stand in any order; larger ones are grouped by household, in the
    same order in every table. Raises InputError when they are not.
    """
    sources = {level: Reader(level, files[level]) for level in Level}
    households, seen, last = sources[HUISHOUDEN], _Seen(), False
    while not last:
        while households.rows <= rows and households.more():
            pass
        if not households.rows:
            raise InputError("holds no rows, only the names of the columns.", file=str(files[HUISHOUDEN][0].file))
        last = households.rows <= rows
        count = households.rows if last else _whole(households, rows)
        seen.refuse(households)
        part = households.take(count)
        keys = part.table.column("huishouden").unique()
        chunk = {HUISHOUDEN: part, **{level: _belonging(sources[level], keys, last, seen) for level in (PERSOON, BAAN)}}
        seen.settled.append(_Keys.of(keys))
        seen.refuse(households)  # Before the chunk is computed, so that the message is about the order and not about its rows.
        yield chunk


@dataclass(frozen=True)
class _Keys:
    """Keys of households, and between which they lie."""

    keys: pa.Array
    ends: tuple[Any, Any]

    @classmethod
    def of(cls, keys: pa.Array) -> _Keys:
        keys = keys.drop_null()
        return cls(keys, _ends(keys))

    def meet(self, column: pa.ChunkedArray, ends: tuple[Any, Any]) -> bool:
        """Whether a column, of which the lowest and highest are given, has one of them.

        Tables mostly come in the order of their keys, and then those two tell enough. In another order the few keys of the
        column become the table to look in: of what was settled there is more with every chunk.
        """
        (low, high), (first, last) = self.ends, ends
        if low is None or first is None:
            return False
        if type(low) is type(first) and (high < first or last < low):
            return False
        return bool(_is_in(self.keys, column.unique()).any())


def _ends(keys: pa.Array | pa.ChunkedArray) -> tuple[Any, Any]:
    """The lowest and the highest key: as numbers where all of them are, also when they are written as text."""
    with suppress(pa.ArrowInvalid):  # Text that is no number goes by its letters.
        keys = keys.cast(pa.int64())
    return tuple(pc.min_max(keys).as_py().values())


@dataclass
class _Seen:
    """Households whose rows were taken; a row of theirs that comes later would be left out of their sums."""

    settled: list[_Keys] = field(default_factory=list)
    """Households of earlier chunks."""
    strays: list[_Keys] = field(default_factory=list)
    """Households of which a person or job stood between those of others."""

    def refuse(self, reader: Reader) -> None:
        """Refuse the first of the waiting rows that is of one of these households."""
        for keys in (self.settled, self.strays if reader.level == HUISHOUDEN else []):
            again = _first_of(reader, keys)
            if again is not None:
                reader.take(again)
                reader.refuse("of which a table has rows before.")


def _first_of(reader: Reader, some: Sequence[_Keys]) -> int | None:
    """The first of the waiting rows that is of one of some households."""
    before = 0
    for table, _ in reader.waiting if some else ():
        column = table.column("huishouden")
        ends = _ends(column)
        found = [_is_in(column, one.keys) for one in some if one.meet(column, ends)]
        if found:
            return before + min(int(np.flatnonzero(rows)[0]) for rows in found)
        before += table.num_rows
    return None


def _whole(reader: Reader, rows: int) -> int:
    """The largest number of waiting rows, at most `rows`, that ends at the end of a household."""
    column = pa.chunked_array([c for t, _ in reader.waiting for c in t.column("huishouden").chunks])
    head = column.slice(0, rows + 1).combine_chunks()
    same = pc.equal(head.slice(1), head.slice(0, len(head) - 1)).fill_null(False).to_numpy(zero_copy_only=False)
    ends = np.flatnonzero(~same)
    if not len(ends):
        raise InputError(f"One household has more than {rows} rows; look at column huishouden.", file=reader.waiting[0][1].file)
    return int(ends[-1]) + 1


def _belonging(reader: Reader, keys: pa.Array, last: bool, seen: _Seen) -> Part:
    """The rows of these households, which stand first among the rows not yet taken; all rows in the last chunk.

    Rows of others in between are taken too, to be refused with their place: they belong to no household,
    or to one that comes later, and then their household is refused.
    """
    while (last or not reader.rows or _ends_in(reader, keys)) and reader.more():
        pass
    seen.refuse(reader)
    if last:
        return reader.take(reader.rows)
    inside = _inside(reader, keys)
    count = int(np.flatnonzero(inside)[-1]) + 1 if inside.any() else 0
    if not count and reader.rows and reader.level == PERSOON:
        reader.refuse(f"where persons of household {keys[0]} were expected.")
    part = reader.take(count)
    if not inside[:count].all():
        others = part.table.column("huishouden").filter(pa.array(~inside[:count])).unique()
        seen.strays.append(_Keys.of(others.cast(pa.string())))
    return part


def _inside(reader: Reader, keys: pa.Array) -> Array:
    """Which of the waiting rows are of these households; looked up in one go where the tables are alike."""
    columns = [table.column("huishouden") for table, _ in reader.waiting]
    if len({column.type for column in columns}) == 1:
        columns = [pa.chunked_array([chunk for column in columns for chunk in column.chunks])]
    return np.concatenate([_is_in(column, keys) for column in columns] or [np.zeros(0, bool)])


def _ends_in(reader: Reader, keys: pa.Array) -> bool:
    """Whether the last waiting row is of one of these households, so that more of theirs may follow."""
    table = reader.waiting[-1][0]
    return bool(_is_in(keys, table.column("huishouden").slice(table.num_rows - 1).combine_chunks()).any())


def _is_in(column: pa.Array | pa.ChunkedArray, keys: pa.Array) -> Array:
    """Which values of a column are among some keys; numbers beside text are compared as text."""
    if column.type != keys.type:
        column, keys = column.cast(pa.string()), keys.cast(pa.string())
    found: Array = pc.is_in(column, value_set=keys).to_numpy(zero_copy_only=False)
    return found
