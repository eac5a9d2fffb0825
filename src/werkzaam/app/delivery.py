# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Delivered files of tables, Parquet or CSV, read in chunks of whole households with the place of every row."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as pacsv
import pyarrow.parquet as pq

from werkzaam.app.tables import check_names, level_of
from werkzaam.core.errors import InputError
from werkzaam.engine.rule import BAAN, HUISHOUDEN, PERSOON, Level

BATCH_ROWS = 1 << 17
REPEATING = ["maand", "leefvorm", "persoon", "baan"]
"""Columns whose words repeat; they are kept as numbers of words."""


@dataclass(frozen=True, slots=True)
class Segment:
    """Consecutive rows of one file: where they begin in the file, counting from 0."""

    file: str
    first: int
    rows: int


@dataclass(frozen=True)
class Part:
    """Rows of one level with the files they came from."""

    table: pa.Table
    segments: tuple[Segment, ...]

    def place(self, row: int) -> tuple[str, int]:
        """File and row number of a row, counting data rows from 1."""
        for segment in self.segments:
            if row < segment.rows:
                return segment.file, segment.first + row + 1
            row -= segment.rows
        raise IndexError(row)

    def keep(self, mask: pa.Array) -> Part:
        """The rows where the mask holds; each keeps its place."""
        rows = np.flatnonzero(mask.to_numpy(zero_copy_only=False))
        places = [self.place(int(row)) for row in rows] if len(rows) < self.table.num_rows else None
        segments = self.segments if places is None else tuple(Segment(file, number - 1, 1) for file, number in places)
        return Part(self.table.filter(mask), segments)


@dataclass
class Reader:
    """The rows of one level from its files, read as far as asked."""

    level: Level
    files: Sequence[Path]
    waiting: list[tuple[pa.Table, Segment]] = field(default_factory=list)
    _batches: Iterator[tuple[pa.Table, Segment]] | None = None

    def more(self) -> bool:
        """Read one more batch; False at the end of the last file."""
        if self._batches is None:
            self._batches = (batch for file in self.files for batch in _batches(self.level, file))
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
        return Part(pa.concat_tables([t for t, _ in taken], promote_options="permissive"), tuple(s for _, s in taken))

    @property
    def rows(self) -> int:
        return sum(table.num_rows for table, _ in self.waiting)


def _batches(level: Level, file: Path) -> Iterator[tuple[pa.Table, Segment]]:
    first = 0
    try:
        for batch in _csv(level, file) if file.suffix.lower() == ".csv" else _parquet(level, file):
            table = pa.Table.from_batches([batch])
            yield table, Segment(file.name, first, table.num_rows)
            first += table.num_rows
    except pa.ArrowInvalid as error:
        kind = "CSV table" if file.suffix.lower() == ".csv" else "Parquet file"
        raise InputError(f"cannot be read as a {kind} after row {first}: {error}. Deliver it again, or check how it was made.",
                         file=str(file)) from error  # fmt: skip


def _parquet(level: Level, file: Path) -> Iterator[pa.RecordBatch]:
    schema = pq.read_schema(file)
    check_names(level, schema.names, str(file))
    repeating = [name for name in schema.names if name in REPEATING and pa.types.is_string(schema.field(name).type)]
    with pq.ParquetFile(file, read_dictionary=repeating) as opened:
        yield from opened.iter_batches(BATCH_ROWS)


def _csv(level: Level, file: Path) -> Iterator[pa.RecordBatch]:
    """Every cell as text, so that nothing is guessed; comma or semicolon between cells."""
    names, delimiter = header(file)
    check_names(level, names, str(file))
    convert = pacsv.ConvertOptions(column_types=dict.fromkeys(names, pa.string()), strings_can_be_null=True, null_values=[""])
    parse = pacsv.ParseOptions(delimiter=delimiter, newlines_in_values=False)
    with pacsv.open_csv(file, convert_options=convert, parse_options=parse) as opened:
        yield from opened


def header(file: Path) -> tuple[list[str], str]:
    """The column names of a CSV file and what stands between its cells."""
    with file.open(encoding="utf-8-sig", errors="replace") as lines:
        line = lines.readline().rstrip("\r\n")
    delimiter = ";" if line.count(";") > line.count(",") else ","
    return [name.strip().strip('"') for name in line.split(delimiter)], delimiter


def readers(files: Sequence[Path]) -> dict[Level, Reader]:
    """Which files hold households, persons and jobs, by their columns; a level of jobs may be absent."""
    found: dict[Level, list[Path]] = {}
    for file in files:
        if not file.is_file():
            raise InputError(f"There is no file {file}.")
        try:
            names = header(file)[0] if file.suffix.lower() == ".csv" else pq.read_schema(file).names
        except pa.ArrowInvalid as error:
            raise InputError(f"is not a Parquet file ({error}). Give a .csv or a .parquet file.", file=str(file)) from error
        found.setdefault(level_of(names), []).append(file)
    for level, what in ((HUISHOUDEN, "huishouden, maand, leefvorm"), (PERSOON, "huishouden, maand, persoon, geboortedatum")):
        if level not in found:
            raise InputError(f"No table per {level.name.lower()} was given; one with the columns {what} is needed.")
    return {level: Reader(level, found.get(level, ())) for level in Level}


def chunks(sources: Mapping[Level, Reader], rows: int) -> Iterator[dict[Level, Part]]:
    """Chunks of about so many household rows, with all rows of those households on every level.

    Files that fit in one chunk may stand in any order; larger ones are grouped by household, in the
    same order in every file. Raises InputError when they are not.
    """
    households = sources[HUISHOUDEN]
    while True:
        while households.rows < rows + 1 and households.more():
            pass
        if not households.rows:
            break
        last = households.rows <= rows
        part = households.take(households.rows if last else _whole(households, rows))
        keys = part.table.column("huishouden").unique()
        chunk = {HUISHOUDEN: part}
        for level in (PERSOON, BAAN):
            chunk[level] = _belonging(sources[level], keys, last)
        yield chunk
    left = [reader for level, reader in sources.items() if level and (reader.rows or reader.more())]
    if left:
        raise InputError(f"The table per {left[0].level.name.lower()} has rows of households that are not in the table per "
                         "household, or stand in another order. Add the households, or sort every table by huishouden.",
                         file=left[0].waiting[0][1].file)  # fmt: skip


def _whole(reader: Reader, rows: int) -> int:
    """The largest number of waiting rows, at most `rows`, that ends at the end of a household."""
    column = pa.chunked_array([c for t, _ in reader.waiting for c in t.column("huishouden").chunks])
    head = column.slice(0, rows + 1).combine_chunks()
    same = pc.equal(head.slice(1), head.slice(0, len(head) - 1)).to_numpy(zero_copy_only=False)
    ends = np.flatnonzero(~same)
    if not len(ends):
        raise InputError(f"One household has more than {rows} rows; look at column huishouden.", file=reader.waiting[0][1].file)
    return int(ends[-1]) + 1


def _belonging(reader: Reader, keys: pa.Array, last: bool) -> Part:
    """The rows of these households, which stand first among the rows not yet taken."""
    while last or not reader.rows or _is_in(reader.waiting[-1][0].column("huishouden").slice(-1 + reader.waiting[-1][0].num_rows), keys)[0]:
        if not reader.more():
            break
    if not reader.waiting:
        return Part(_nothing(reader.level, keys), ())
    if last:
        return reader.take(reader.rows)
    inside = np.concatenate([_is_in(t.column("huishouden"), keys) for t, _ in reader.waiting])
    count = int(np.argmin(inside)) if not inside.all() else len(inside)
    return reader.take(count) if count else Part(reader.waiting[0][0].slice(0, 0), ())


def _is_in(column: pa.ChunkedArray, keys: pa.Array) -> np.ndarray:  # type: ignore[type-arg]
    if column.type != keys.type:
        column, keys = column.cast(pa.string()), keys.cast(pa.string())
    return pc.is_in(column, value_set=keys).to_numpy()  # type: ignore[no-any-return]


def _nothing(level: Level, keys: pa.Array) -> pa.Table:
    """An empty table of a level nobody delivered."""
    text = pa.array([], pa.string())
    if level == PERSOON:
        return pa.table({"huishouden": keys.slice(0, 0), "maand": text, "persoon": text, "geboortedatum": text})
    return pa.table({"huishouden": keys.slice(0, 0), "maand": text, "persoon": text, "baan": text, "nettoloon": text})
