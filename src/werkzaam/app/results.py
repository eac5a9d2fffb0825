# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Results as Parquet files that explain themselves; they get their names only when all of them are whole."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from werkzaam.core.errors import InputError
from werkzaam.core.months import Month
from werkzaam.engine.batch import STATUS
from werkzaam.engine.formula import Cents
from werkzaam.engine.rule import BAAN, HUISHOUDEN, PERSOON, Level
from werkzaam.rules import RULES

WRITER = {"compression": "zstd", "compression_level": 1, "use_dictionary": [STATUS, "maand", "soort_vrijlating"],
          "write_statistics": False, "data_page_version": "2.0", "write_batch_size": 2**16}  # fmt: skip
"""Fast to write and still small: dictionaries only where values repeat, no statistics on amounts, many values at a time."""


@dataclass(frozen=True, slots=True)
class Skipped:
    """A row that was left out with its whole household, and why."""

    file: str
    row: int
    household: str | None
    why: str


class Results(ExitStack):
    """One file per level under a temporary name until `finish`; whatever is not finished is removed."""

    def __init__(self, out: Path, inputs: Iterable[Path], about: Mapping[str, str]) -> None:
        super().__init__()
        check_name(out)
        self.about = about
        self.names, self.report = names_beside(out)
        check_files((*self.names.values(), self.report), inputs)
        self.open: dict[Level, pq.ParquetWriter] = {}
        self.callback(self._tidy)

    def write(self, level: Level, table: pa.Table) -> None:
        """Add rows to the file of a level."""
        with writing(self.names[level]):
            add_rows(self.open, level, draft(self.names[level]), table, self.about)

    def finish(self, skipped: Sequence[Skipped]) -> list[Path]:
        """Close every file, then give all of them their names, with a report of what was skipped."""
        files = [self.names[level] for level in sorted(self.open)]
        for level, writer in self.open.items():
            with writing(self.names[level]):
                writer.close()
        if skipped:
            files.append(self.report)
            with writing(self.report):
                write_report(draft(self.report), skipped)
        else:
            self.report.unlink(missing_ok=True)  # That of an earlier run under this name.
        for file in files:
            with writing(file):
                draft(file).replace(file)
        return files

    def _tidy(self) -> None:
        for writer in self.open.values():
            with suppress(OSError, pa.ArrowException):  # It failed before; that error is the one to show.
                writer.close()
        for file in (*self.names.values(), self.report):
            draft(file).unlink(missing_ok=True)


def names_beside(out: Path) -> tuple[dict[Level, Path], Path]:
    """The name of each level's result, and of the report of what was skipped."""
    names = {HUISHOUDEN: out, PERSOON: out.with_suffix(".persoon.parquet"), BAAN: out.with_suffix(".baan.parquet")}
    return names, out.with_suffix(".skipped.csv")


def check_name(out: Path) -> None:
    """Refuse a result that is no Parquet or has no folder to stand in."""
    if out.suffix.lower() != ".parquet":
        raise InputError(f"The result is a Parquet file; give --out a name that ends in .parquet, not {out.name}.")
    if not out.parent.is_dir():
        raise InputError(f"There is no folder {out.parent} to write {out.name} in.")


def check_files(files: Iterable[Path], inputs: Iterable[Path]) -> None:
    """Refuse to write a file where a folder is, or over what is read."""
    read = {file.resolve() for file in inputs}
    for file in files:
        if file.is_dir():
            raise InputError(f"{file} is a folder; the result would be a file of that name.")
        if file.resolve() in read:
            raise InputError(f"{file} is read and would be written over; give --out another name.")


def add_rows(writers: dict[Level, pq.ParquetWriter], level: Level, file: Path, table: pa.Table, about: Mapping[str, str]) -> None:
    """Add rows to the file of a level, which the first of them open; `about` is what it says of itself."""
    shown = _with_months(table)
    if level not in writers:
        schema = pa.schema([_described(f) for f in shown.schema], metadata=dict(about))
        writers[level] = pq.ParquetWriter(file, schema, **WRITER)
    writers[level].write_table(shown.cast(writers[level].schema))


def draft(file: Path) -> Path:
    """The temporary name of what is not finished."""
    return file.with_name(file.name + ".part")


@contextmanager
def writing(file: Path) -> Iterator[None]:
    """Say which file cannot be written when the disk refuses."""
    try:
        yield
    except OSError as error:
        raise InputError(f"{file} cannot be written: {error}. Nothing was kept.") from error


def write_report(file: Path, skipped: Sequence[Skipped]) -> None:
    """Every skipped row with its household and reason."""
    with file.open("w", newline="", encoding="utf-8") as lines:
        writer = csv.writer(lines)
        writer.writerow(["file", "row", "huishouden", "why"])
        writer.writerows([one.file, one.row, one.household, one.why] for one in skipped)


def _with_months(table: pa.Table) -> pa.Table:
    """The month as text; it repeats, so it is kept as a dictionary."""
    at = table.schema.get_field_index("maand")
    encoded = table.column("maand").combine_chunks().dictionary_encode()
    names = pa.array([str(Month(index)) for index in encoded.dictionary.to_pylist()], pa.string())
    return table.set_column(at, "maand", pa.DictionaryArray.from_arrays(encoded.indices, names))


def _described(field: pa.Field) -> pa.Field:
    """A column with its law, unit and title as metadata, so that the file explains itself."""
    rule: Any = RULES.rules.get(field.name, (None,))[0]
    if rule is None:
        return field
    unit = "cent" if rule.kind is Cents else rule.kind.__name__.lower()
    return field.with_metadata({"unit": unit, "law": str(rule.law), "title": rule.nl.title})
