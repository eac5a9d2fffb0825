# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Delivered files of tables, Parquet or CSV: which is which, and their rows in batches of one kind."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as pacsv
import pyarrow.parquet as pq

from werkzaam.app.tables import PER, check_names, level_of
from werkzaam.core.errors import InputError
from werkzaam.engine.batch import KEYS
from werkzaam.engine.rule import BAAN, HUISHOUDEN, PERSOON, Level

BATCH_ROWS = 1 << 17
REPEATING = ("maand", "leefvorm", "rol", "huisgenoot_als", "loonsoort", "inkomenssoort", "persoon", "baan")
"""Columns whose words repeat; they are kept as numbers of words."""
WORDS = pa.dictionary(pa.int32(), pa.string())
NEEDED = {HUISHOUDEN: "huishouden, maand, leefvorm", PERSOON: "huishouden, maand, persoon, geboortedatum"}
_ROW = re.compile(r"Row #(\d+): ")


@dataclass(frozen=True, slots=True)
class Segment:
    """Consecutive rows of one file: where they begin in the file, counting from 0."""

    file: str
    first: int
    rows: int


@dataclass(frozen=True, slots=True)
class Opened:
    """A delivered file with its columns; `delimiter` is what stands between the cells of a CSV file."""

    file: Path
    schema: pa.Schema
    delimiter: str | None = None


def deliveries(files: Sequence[Path]) -> dict[Level, list[Opened]]:
    """Which files hold households, persons and jobs, by their columns; a level of jobs may be absent."""
    found: dict[Level, list[Opened]] = {level: [] for level in Level}
    for at, file in enumerate(files):
        if file.resolve() in [other.resolve() for other in files[:at]]:
            raise InputError("was given twice; name each file once.", file=str(file))
        opened = _open(file)
        level = level_of(opened.schema.names)
        check_names(level, opened.schema.names, str(file))
        _check_keys(level, opened)
        found[level].append(opened)
    for level, what in NEEDED.items():
        if not found[level]:
            raise InputError(f"No table per {PER[level]} was given; one with the columns {what} is needed.")
    for level in Level:
        _check_alike(found[level])
    return found


def _open(file: Path) -> Opened:
    if not file.is_file():
        raise InputError(f"There is no file {file}.")
    try:
        if file.suffix.lower() != ".csv":
            return Opened(file, pq.read_schema(file))
        names, delimiter = _header(file)
    except (pa.ArrowException, OSError) as error:
        raise InputError(f"is not a Parquet file ({error}). Give a .parquet or a .csv file.", file=str(file)) from error
    return Opened(file, pa.schema([(name, pa.string()) for name in names]), delimiter)


def _header(file: Path) -> tuple[list[str], str]:
    """The column names of a CSV file and what stands between its cells: a semicolon or a comma."""
    with file.open(encoding="utf-8-sig", errors="replace") as lines:
        line = lines.readline().rstrip("\r\n")
    if "\0" in line:
        raise InputError("is no text in UTF-8: zero bytes stand on its first line. Save the file as UTF-8.", file=str(file))
    if not line.strip():
        raise InputError("is empty; a line with the names of the columns was expected first.", file=str(file))
    if "\t" in line:
        raise InputError("has tabs on its first line; a comma or semicolon between the cells was expected.", file=str(file))
    delimiter = ";" if line.count(";") > line.count(",") else ","
    return [name.strip().strip('"').strip() for name in line.split(delimiter)], delimiter


def _check_keys(level: Level, opened: Opened) -> None:
    """Keys are text or whole numbers; anything else, such as 1.0, is another key for every reader."""
    for key in KEYS[level]:
        kind = kind_of(opened.schema.field(key).type)
        if key != "maand" and kind not in ("text", "whole numbers", "nothing"):
            raise InputError(f"Column {key} holds {kind}; text or whole numbers were expected.", file=str(opened.file))


def _check_alike(files: Sequence[Opened]) -> None:
    """Files of one table must write a column in one way: 1234 is euros as text and cents as a number."""
    seen: dict[str, tuple[str, Path]] = {}
    for opened in files:
        for field in opened.schema:
            kind = kind_of(field.type)
            before, where = seen.setdefault(field.name, (kind, opened.file))
            if kind != before and "nothing" not in (kind, before):
                raise InputError(f"Column {field.name} holds {kind}, but {before} in {where}. Deliver the files of one table "
                                 "in one way.", file=str(opened.file))  # fmt: skip


def kind_of(of: pa.DataType) -> str:
    """What a column holds, in words: text, whole numbers, nothing, or the name of its type."""
    if pa.types.is_dictionary(of):
        of = of.value_type
    if pa.types.is_string(of) or pa.types.is_large_string(of) or pa.types.is_string_view(of):
        return "text"
    return "whole numbers" if pa.types.is_integer(of) else "nothing" if pa.types.is_null(of) else str(of)


# -- rows -----------------------------------------------------------------------------------------------


def batches(opened: Opened, groups: Sequence[int] | None = None, first: int = 0) -> Iterator[tuple[pa.Table, Segment]]:
    """The rows of a file as tables with the place they begin at; keys without spaces around them.

    Of a Parquet file some row groups may be asked, of which the first row is row `first` of the file.
    """
    try:
        for batch in _parquet(opened, groups) if opened.delimiter is None else _csv(opened):
            if batch.num_rows:
                yield alike(pa.Table.from_batches([batch])), Segment(opened.file.name, first, batch.num_rows)
            first += batch.num_rows
    except (pa.ArrowException, OSError) as error:
        raise _unreadable(opened, first, str(error)) from error


def _unreadable(opened: Opened, after: int, why: str) -> InputError:
    """What is wrong with a file, with the number of the data row where that is known."""
    if opened.delimiter is None:
        why = f"cannot be read as a Parquet file after row {after}: {why}. Deliver it again, or check how it was made."
        return InputError(why, file=str(opened.file))
    at = _ROW.search(why)
    row = int(at[1]) - 1 if at else None  # The line with the names is row 1 to the reader.
    why = why[at.end() :] if at else why
    apart = f"Cells stand apart by {opened.delimiter!r}; one that holds it stands in quotes."
    advice = "Save the file as UTF-8." if "UTF8" in why else apart
    return InputError(f"cannot be read as a CSV table: {why}. {advice}", file=str(opened.file), row=row)


def _parquet(opened: Opened, groups: Sequence[int] | None) -> Iterator[pa.RecordBatch]:
    repeating = [field.name for field in opened.schema if field.name in REPEATING and pa.types.is_string(field.type)]
    with pq.ParquetFile(opened.file, read_dictionary=repeating) as file:
        yield from file.iter_batches(BATCH_ROWS, row_groups=groups)


def _csv(opened: Opened) -> Iterator[pa.RecordBatch]:
    """Every cell as text, so that nothing is guessed; without threads, so that an error knows its row."""
    kinds = dict.fromkeys(opened.schema.names, pa.string())
    with pacsv.open_csv(
        opened.file,
        read_options=pacsv.ReadOptions(column_names=opened.schema.names, skip_rows=1, use_threads=False),
        parse_options=pacsv.ParseOptions(delimiter=opened.delimiter),
        convert_options=pacsv.ConvertOptions(column_types=kinds, strings_can_be_null=True, null_values=[""]),
    ) as file:
        yield from file


def alike(table: pa.Table) -> pa.Table:
    """Text as one kind of text and whole numbers as one width, whatever the file held; blank keys as no key."""
    made = {name: _column(name, table.column(name)) for name in table.column_names}
    return pa.table(made)


def _column(name: str, column: pa.ChunkedArray) -> pa.ChunkedArray:
    kind = kind_of(column.type)
    if kind == "whole numbers":
        plain = column.cast(column.type.value_type) if pa.types.is_dictionary(column.type) else column
        return plain.cast(pa.int64()) if name in KEYS[BAAN] else plain
    if kind == "nothing" and name in KEYS[BAAN]:
        return column.cast(pa.string())
    if kind != "text" or (column.type == WORDS and not _blank(column.combine_chunks().dictionary)):
        return column
    text = column.cast(pa.string())
    if name in KEYS[BAAN]:
        text = pc.utf8_trim_whitespace(text)
        text = pc.if_else(pc.equal(text, ""), pa.scalar(None, pa.string()), text)
    return text.dictionary_encode() if name in REPEATING else text


def _blank(words: pa.Array) -> bool:
    """Whether a word is empty or has spaces around it."""
    words = words.cast(pa.string())
    return bool(pc.any(pc.or_(pc.equal(words, ""), pc.not_equal(words, pc.utf8_trim_whitespace(words)))).as_py())
