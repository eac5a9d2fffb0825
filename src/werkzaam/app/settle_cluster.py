# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Settle tables on Apache Spark: the workers read the files, compute whole households and write the parts of the result."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from werkzaam.app.cache import kernels
from werkzaam.app.chunks import Part
from werkzaam.app.cluster import call
from werkzaam.app.delivery import Opened, Segment, alike, batches, deliveries, kind_of
from werkzaam.app.law_words import file_words
from werkzaam.app.parts import Folders, Writer
from werkzaam.app.results import Skipped
from werkzaam.app.settle import BadRows, Settled, compute_chunk
from werkzaam.app.tables import REQUIRED
from werkzaam.core.errors import InputError, WerkzaamError
from werkzaam.engine.cluster import BUCKET_ROWS, PLACE, Bucket, Rows, Shipped, carry, gather, parts_of
from werkzaam.engine.kernel import Kernel
from werkzaam.engine.rule import HUISHOUDEN, Level
from werkzaam.rules.book import RuleBook

FILE_BITS = 36
"""A place is the number of a file, and in so many bits the row in it."""
UNIT_ROWS = 1 << 21
"""Rows that one task reads, as far as a file can be read in parts."""
BYTES_A_ROW = 24
"""The fewest bytes that a row of a CSV table takes; how many rows it has is not known before it is read."""


@dataclass(frozen=True)
class Unit:
    """What is read at once: a file, or some row groups of a Parquet file, from its row `first`.

    `number` counts the files of the level; `name` is what whoever delivered the file called it.
    """

    level: Level
    opened: Opened
    number: int
    name: str
    first: int = 0
    groups: tuple[int, ...] | None = None


@dataclass(frozen=True)
class Job:
    """What every worker must know: the rules, and where parts of the result go."""

    shipped: Shipped
    book: RuleBook
    names: Mapping[Level, tuple[str, ...]]
    empty: Mapping[Level, pa.Table]
    folders: Folders
    skip_bad: bool
    part_rows: int


@dataclass
class Done:
    """What became of one bucket."""

    delivered: int
    """Household rows that came."""
    failures: list[str]
    settled: Settled = field(default_factory=Settled)
    parts: list[str] = field(default_factory=list)
    bad: list[tuple[Level, int, Skipped]] = field(default_factory=list)


@dataclass(frozen=True)
class Planned:
    """The files to read and the folders to write, before any Spark is started for them."""

    files: Mapping[Level, Sequence[Opened]]
    folders: Folders

    @property
    def key(self) -> pa.DataType:
        """One type of household key for every level; numbers beside text become text."""
        kinds = {kind_of(file.schema.field("huishouden").type) for files in self.files.values() for file in files} - {"nothing"}
        return pa.int64() if kinds == {"whole numbers"} else pa.string()


def prepare(inputs: Sequence[Path], out: Path) -> Planned:
    """Which files are which tables, and where the result goes; raises InputError when either cannot be."""
    return Planned(deliveries(inputs), Folders(out, inputs))


def settle_on_cluster(
    context: Any, planned: Planned, kernel: Kernel, book: RuleBook, *, skip_bad: bool = False,
    bucket_rows: int = BUCKET_ROWS, unit_rows: int = UNIT_ROWS,
) -> Settled:  # fmt: skip
    """As settle_files, with the same cents and the same messages; each result becomes a folder of parts.

    `context` is a SparkContext. All machines of the cluster must see the files under the same names. Nothing is left
    behind when the run fails.
    """
    units = [unit for level, files in planned.files.items() for at, file in enumerate(files)
             for unit in _units(level, file, at, unit_rows)]  # fmt: skip
    names = {level: tuple(file.file.name for file in files) for level, files in planned.files.items()}
    empty = {level: _empty(level, files, planned.key) for level, files in planned.files.items()}
    with planned.folders as folders:
        job = Job(Shipped.of(kernel), book, names, empty, folders, skip_bad, bucket_rows)
        carried, buckets = carry(context, job), _buckets(planned.files[HUISHOUDEN], bucket_rows, context.defaultParallelism)
        done = call(lambda: gather(context, units, _reader(planned.key), lambda bucket: _work(carried(), bucket), buckets))
        return _finished(done, planned, skip_bad)


def _finished(done: Sequence[Done], planned: Planned, skip_bad: bool) -> Settled:
    """The sum of all buckets; raises what any of them found, in the order of the files."""
    failures = [failure for one in done for failure in one.failures]
    if failures:
        raise InputError(failures[0])
    if not any(one.delivered for one in done):
        raise InputError("holds no rows, only the names of the columns.", file=str(planned.files[HUISHOUDEN][0].file))
    bad = sorted((found for one in done for found in one.bad), key=lambda found: found[:2])
    skipped = [one for _, _, one in bad]
    if skipped and not skip_bad:
        raise BadRows(skipped)
    whole = Settled()
    for one in done:
        whole.add(one.settled)
    whole.skipped = skipped
    whole.files = planned.folders.finish([part for one in done for part in one.parts], skipped)
    return whole


# -- reading ------------------------------------------------------------------------------------------------


def _units(level: Level, opened: Opened, number: int, rows: int) -> Iterator[Unit]:
    """A Parquet file in runs of row groups; a CSV file as a whole, because only a reader of all of it knows its rows."""
    absolute = replace(opened, file=opened.file.resolve())
    if opened.delimiter is not None:
        yield Unit(level, absolute, number, str(opened.file))
        return
    meta = pq.read_metadata(opened.file)
    groups: list[int] = []
    first = taken = 0
    for group in range(meta.num_row_groups):
        groups.append(group)
        taken += meta.row_group(group).num_rows
        if taken >= rows:
            yield Unit(level, absolute, number, str(opened.file), first, tuple(groups))
            first, taken, groups = first + taken, 0, []
    if groups:
        yield Unit(level, absolute, number, str(opened.file), first, tuple(groups))


def _buckets(files: Sequence[Opened], bucket_rows: int, cores: int) -> int:
    """How many buckets these household rows need; when it is more than one, as many for every core."""
    rows = sum(pq.read_metadata(one.file).num_rows if one.delimiter is None else one.file.stat().st_size // BYTES_A_ROW
               for one in files)  # fmt: skip
    needed = max(1, -(-rows // bucket_rows))
    return needed if needed == 1 else -(-needed // cores) * cores


def _reader(key: pa.DataType) -> Callable[[Unit], Iterator[Rows]]:
    """Reads a unit in a worker; what cannot be read comes back as a failure, with the words of the one process."""

    def read(unit: Unit) -> Iterator[Rows]:
        place = unit.number << FILE_BITS
        try:
            for table, segment in batches(unit.opened, unit.groups, unit.first):
                yield Rows(unit.level, place + segment.first, _with_key(table, key))
        except WerkzaamError as error:
            yield Rows(unit.level, place, pa.table({}), str(error).replace(str(unit.opened.file), unit.name))

    return read


def _with_key(table: pa.Table, key: pa.DataType) -> pa.Table:
    """Household keys of one type on every level; numbers beside text become text."""
    at = table.schema.get_field_index("huishouden")
    return table.set_column(at, "huishouden", table.column(at).cast(key))


def _empty(level: Level, files: Sequence[Opened], key: pa.DataType) -> pa.Table:
    """A table without rows, for a level of which a bucket has none; its parts have the columns of the others."""
    schemas = [file.schema for file in files] or [pa.schema([(name, pa.string()) for name in REQUIRED[level]])]
    none = pa.concat_tables([alike(schema.empty_table()) for schema in schemas], promote_options="permissive")
    return _with_key(none, key).append_column(PLACE, pa.array([], pa.int64()))


# -- computing ----------------------------------------------------------------------------------------------


def _work(job: Job, bucket: Bucket) -> Iterator[Done]:
    """Compute and write one bucket in a worker; a bucket in which something is wrong writes nothing."""
    done = Done(bucket.tables[HUISHOUDEN].num_rows if HUISHOUDEN in bucket.tables else 0, bucket.failures)
    if bucket.failures or not (bucket.tables or bucket.number == 0):
        yield done
        return
    kernel = job.shipped.kernel(kernels())
    with Writer(job.folders, bucket.number, file_words(job.book)) as writer:
        for tables in parts_of(bucket, job.part_rows):
            try:
                _part(job, kernel, {**job.empty, **tables}, writer, done)
            except BadRows as error:
                done.bad += _placed(job, error.rows)
            except InputError as error:
                done.failures.append(str(error))
        if not done.failures and (job.skip_bad or not done.bad):
            done.parts = writer.finish()
    yield done


def _part(job: Job, kernel: Kernel, tables: Mapping[Level, pa.Table], writer: Writer, done: Done) -> None:
    whole = {level: tuple(Segment(name, 0, 1 << FILE_BITS) for name in names) for level, names in job.names.items()}
    chunk = {level: Part(table.drop_columns([PLACE]), whole[level], table.column(PLACE).to_numpy())
             for level, table in tables.items()}  # fmt: skip
    results, skipped = compute_chunk(kernel, job.book, chunk, job.skip_bad, threads=1)
    done.bad += _placed(job, skipped)
    done.settled.count(results[HUISHOUDEN])
    for level, table in results.items():
        writer.write(level, table)


def _placed(job: Job, skipped: Sequence[Skipped]) -> Iterator[tuple[Level, int, Skipped]]:
    """Bad rows with what sorts them as they were delivered."""
    first = {name: (level, at << FILE_BITS) for level, names in job.names.items() for at, name in enumerate(names)}
    for one in skipped:
        level, place = first[one.file]
        yield level, place + one.row, one
