# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Results as Parquet files that explain themselves; they get their names only when all of them are whole."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
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
          "write_statistics": False, "data_page_version": "2.0"}  # fmt: skip
"""Fast to write and still small: dictionaries only where values repeat, no statistics on amounts."""


@dataclass(frozen=True, slots=True)
class Skipped:
    """A row that was left out with its whole household, and why."""

    file: str
    row: int
    household: str | None
    why: str


class Results(ExitStack):
    """One file per level under a temporary name until `finish`; whatever is not finished is removed."""

    def __init__(self, out: Path, inputs: Iterable[Path]) -> None:
        super().__init__()
        if out.suffix.lower() != ".parquet":
            raise InputError(f"The result is a Parquet file; give --out a name that ends in .parquet, not {out.name}.")
        if not out.parent.is_dir():
            raise InputError(f"There is no folder {out.parent} to write {out.name} in.")
        self.names = {HUISHOUDEN: out, PERSOON: out.with_suffix(".persoon.parquet"), BAAN: out.with_suffix(".baan.parquet")}
        self.report = out.with_suffix(".skipped.csv")
        read = {file.resolve() for file in inputs}
        for file in (*self.names.values(), self.report):
            if file.is_dir():
                raise InputError(f"{file} is a folder; the result would be a file of that name.")
            if file.resolve() in read:
                raise InputError(f"{file} is read and would be written over; give --out another name.")
        self.open: dict[Level, pq.ParquetWriter] = {}
        self.callback(self._tidy)

    def write(self, level: Level, table: pa.Table) -> None:
        """Add rows to the file of a level."""
        shown = _with_months(table)
        with _writing(self.names[level]):
            if level not in self.open:
                schema = pa.schema([_described(f) for f in shown.schema], metadata={"werkzaam": "amounts are whole euro cents"})
                self.open[level] = pq.ParquetWriter(_draft(self.names[level]), schema, **WRITER)
            self.open[level].write_table(shown.cast(self.open[level].schema))

    def finish(self, skipped: Sequence[Skipped]) -> list[Path]:
        """Close every file, then give all of them their names, with a report of what was skipped."""
        files = [self.names[level] for level in sorted(self.open)]
        for level, writer in self.open.items():
            with _writing(self.names[level]):
                writer.close()
        if skipped:
            files.append(self.report)
            with _writing(self.report):
                _write_report(_draft(self.report), skipped)
        else:
            self.report.unlink(missing_ok=True)  # That of an earlier run under this name.
        for file in files:
            with _writing(file):
                _draft(file).replace(file)
        return files

    def _tidy(self) -> None:
        for writer in self.open.values():
            with suppress(OSError, pa.ArrowException):  # It failed before; that error is the one to show.
                writer.close()
        for file in (*self.names.values(), self.report):
            _draft(file).unlink(missing_ok=True)


def _draft(file: Path) -> Path:
    return file.with_name(file.name + ".part")


@contextmanager
def _writing(file: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise InputError(f"{file} cannot be written: {error}. Nothing was kept.") from error


def _write_report(file: Path, skipped: Sequence[Skipped]) -> None:
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
