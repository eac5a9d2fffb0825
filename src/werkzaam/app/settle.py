# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Settle tables of any size: read in chunks, computed by the kernel, written as Parquet, all or nothing."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from werkzaam.app.columns import Bad
from werkzaam.app.delivery import Part, chunks, readers
from werkzaam.app.tables import as_inputs, level_of
from werkzaam.core.errors import InputError, WerkzaamError
from werkzaam.core.months import Month
from werkzaam.engine.batch import STATUS, RowError, settle
from werkzaam.engine.explain import parameter_values
from werkzaam.engine.formula import Cents
from werkzaam.engine.kernel import Kernel, make
from werkzaam.engine.rule import HUISHOUDEN, Level
from werkzaam.facts.book import Facts
from werkzaam.regime.regime import Regime, Timeline
from werkzaam.rules import RULES
from werkzaam.rules.book import RuleBook

CHUNK_ROWS = 600_000
SHOWN = 20
"""How many bad rows a message names; the report of skipped rows has them all."""
WRITER = {"compression": "zstd", "compression_level": 1, "use_dictionary": [STATUS, "maand", "soort_vrijlating"],
          "write_statistics": False, "data_page_version": "2.0"}  # fmt: skip
"""Fast to write and still small: dictionaries only where values repeat, no statistics on amounts."""


@dataclass(frozen=True, slots=True)
class Skipped:
    """A row that was left out with its whole household, and why."""

    file: str
    row: int
    household: str
    why: str


@dataclass
class Settled:
    """What a run did: household-months written, per status, and what was skipped."""

    rows: int = 0
    statuses: dict[str, int] = field(default_factory=dict)
    skipped: list[Skipped] = field(default_factory=list)
    files: list[Path] = field(default_factory=list)
    sums: dict[str, int] = field(default_factory=dict)


def kernel_for(regime: Regime | Timeline, facts: Facts, cache: Path | None) -> Kernel:
    """The compiled rules for every month that the regime and the facts know, one after another."""
    book = RuleBook(facts, regime)
    return make(RULES, RULES.order, book, known_months(book), cache)


def known_months(book: RuleBook) -> list[Month]:
    """The months of a regime in which every parameter is known, without a gap."""
    regimes = book.regime.regimes if isinstance(book.regime, Timeline) else (book.regime,)
    found: list[Month] = []
    month = regimes[0].span.first
    while True:
        try:
            parameter_values(RULES, book, month)
        except WerkzaamError:
            if found:
                return found
            raise
        found.append(month)
        month += 1


def household_rows(files: Sequence[Path]) -> int | None:
    """How many household-months will come, as far as the files say so without being read."""
    found = 0
    for file in files:
        try:
            schema = pq.read_metadata(file)
        except (OSError, pa.ArrowInvalid):
            return None
        names = schema.schema.to_arrow_schema().names
        found += schema.num_rows if level_of(names) == HUISHOUDEN else 0
    return found or None


def settle_files(
    inputs: Sequence[Path], out: Path, kernel: Kernel, book: RuleBook, *,
    skip_bad: bool = False, progress: Callable[[int], None] = lambda rows: None,
) -> Settled:  # fmt: skip
    """Write every named amount of every household, person and job beside each other.

    `out` gets the household-months; the persons and jobs get files beside it (`x.persoon.parquet`,
    `x.baan.parquet`). Nothing is left behind when the run fails.
    """
    done = Settled()
    with _Writers(out) as writers, ThreadPoolExecutor(len(Level)) as pool:
        pending: list[Future[None]] = []
        for chunk in chunks(readers(inputs), CHUNK_ROWS):
            tables = _compute(kernel, book, chunk, skip_bad, done)
            _finish(pending)
            pending = [pool.submit(writers.write, level, table) for level, table in tables.items()]
            rows = tables[HUISHOUDEN].num_rows
            _count(done, tables[HUISHOUDEN])
            progress(rows)
        _finish(pending)
        done.files = writers.finish()
    if done.skipped:
        done.files.append(_report(out, done.skipped))
    return done


def _finish(pending: Sequence[Future[None]]) -> None:
    """Wait until the tables of a chunk are written; a failure of one is raised here."""
    for one in pending:
        one.result()


def _compute(kernel: Kernel, book: RuleBook, chunk: Mapping[Level, Part], skip_bad: bool, done: Settled) -> dict[Level, pa.Table]:
    """One chunk through the kernel; bad rows stop it, or leave out their households when that was asked."""
    chunk = _same_keys(chunk)
    checked = {level: as_inputs(level, part.table) for level, part in chunk.items()}
    bad = {level: [*one.bad, *(_unknown_months(kernel, book, one.table) if level == HUISHOUDEN and not one.bad else ())]
           for level, one in checked.items()}  # fmt: skip
    if any(bad.values()):
        skipped = [_skipped(chunk[level], one) for level, some in bad.items() for one in some]
        if not skip_bad:
            raise InputError(_message(skipped))
        done.skipped += skipped
        return _compute(kernel, book, _without(chunk, skipped), skip_bad, done)
    try:
        return settle(kernel, {level: one.table for level, one in checked.items()})
    except RowError as error:
        skipped = [_skipped(chunk[error.level], Bad(error.row, "", error.why))]
        if not skip_bad:
            raise InputError(_message(skipped)) from error
        done.skipped += skipped
        return _compute(kernel, book, _without(chunk, skipped), skip_bad, done)


def _same_keys(chunk: Mapping[Level, Part]) -> Mapping[Level, Part]:
    """Household keys of one type on every level; numbers beside text become text."""
    types = {part.table.schema.field("huishouden").type for part in chunk.values()}
    if len(types) == 1:
        return chunk
    found = {}
    for level, part in chunk.items():
        at = part.table.schema.get_field_index("huishouden")
        key = part.table.column(at).cast(pa.string())
        found[level] = Part(part.table.set_column(at, "huishouden", key), part.segments)
    return found


def _unknown_months(kernel: Kernel, book: RuleBook, table: pa.Table) -> Iterator[Bad]:
    """Rows of months that the regime or the facts do not know, with their own words for it."""
    months = table.column("maand").to_numpy()
    for index in np.unique(months[(months < kernel.first.index) | (months > kernel.last.index)]):
        try:
            parameter_values(RULES, book, Month(int(index)))
            why = f"{Month(int(index))} lies outside {kernel.first} to {kernel.last}."
        except WerkzaamError as error:
            why = str(error)
        yield from (Bad(int(row), "maand", why) for row in np.flatnonzero(months == index))


def _skipped(part: Part, bad: Bad) -> Skipped:
    file, row = part.place(bad.row)
    household = part.table.column("huishouden")[bad.row].as_py()
    return Skipped(file, row, str(household), f"{bad.column}: {bad.why}" if bad.column else bad.why)


def _without(chunk: Mapping[Level, Part], skipped: Sequence[Skipped]) -> dict[Level, Part]:
    """The chunk without these households on any level; half a household would be a wrong sum."""
    gone = pa.array(sorted({one.household for one in skipped}), pa.string())
    return {level: part.keep(pc.invert(pc.is_in(part.table.column("huishouden").cast(pa.string()), value_set=gone)).combine_chunks())
            for level, part in chunk.items()}  # fmt: skip


def _message(skipped: Sequence[Skipped]) -> str:
    lines = [f"{one.file}, row {one.row}: {one.why}" for one in skipped[:SHOWN]]
    more = [f"... and {len(skipped) - SHOWN} more."] if len(skipped) > SHOWN else []
    advice = "Mend them, or write the other households only with --skip-bad. Nothing was written."
    return "\n".join([f"{len(skipped)} bad rows were found.", *lines, *more, advice])


def _count(done: Settled, table: pa.Table) -> None:
    done.rows += table.num_rows
    for pair in pc.value_counts(table.column(STATUS).combine_chunks().dictionary_decode()).to_pylist():
        done.statuses[pair["values"]] = done.statuses.get(pair["values"], 0) + pair["counts"]
    for name in ("lonen", "bijstand", "uit_te_betalen", "premie_erbij", "premie_op_rekening"):
        done.sums[name] = done.sums.get(name, 0) + (pc.sum(table.column(name)).as_py() or 0)


def _report(out: Path, skipped: Sequence[Skipped]) -> Path:
    """Every skipped row with its household and reason, as CSV beside the result."""
    file = out.with_suffix(".skipped.csv")
    with file.open("w", newline="", encoding="utf-8") as lines:
        writer = csv.writer(lines)
        writer.writerow(["file", "row", "huishouden", "why"])
        writer.writerows([one.file, one.row, one.household, one.why] for one in skipped)
    return file


class _Writers(ExitStack):
    """Parquet files under a temporary name, which get their own name only when all of them are whole."""

    def __init__(self, out: Path) -> None:
        super().__init__()
        if out.suffix.lower() != ".parquet":
            raise InputError(f"The result is a Parquet file; give --out a name that ends in .parquet, not {out.name}.")
        if not out.parent.is_dir():
            raise InputError(f"There is no folder {out.parent} to write {out.name} in.")
        self.names = {Level.HUISHOUDEN: out, Level.PERSOON: out.with_suffix(".persoon.parquet"), Level.BAAN: out.with_suffix(".baan.parquet")}
        self.open: dict[Level, pq.ParquetWriter] = {}
        self.callback(self._tidy)

    def _draft(self, level: Level) -> Path:
        return self.names[level].with_name(self.names[level].name + ".part")

    def write(self, level: Level, table: pa.Table) -> None:
        """Add rows to the file of a level."""
        shown = _with_months(table)
        if level not in self.open:
            schema = pa.schema([_described(f) for f in shown.schema], metadata={"werkzaam": "amounts are whole euro cents"})
            self.open[level] = pq.ParquetWriter(self._draft(level), schema, **WRITER)
        self.open[level].write_table(shown.cast(self.open[level].schema))

    def finish(self) -> list[Path]:
        for level, writer in self.open.items():
            writer.close()
            self._draft(level).replace(self.names[level])
        return [self.names[level] for level in self.open]

    def _tidy(self) -> None:
        for level, writer in self.open.items():
            writer.close()
            self._draft(level).unlink(missing_ok=True)


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
