# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The same kernel on Apache Spark: rows brought together by household, and computed where they came together.

Spark never looks at a row. Tables are cut by household into pieces, a piece travels as Arrow bytes under the
number of its bucket, and a task gets whole households of every level. So the work per row is that of one
process, and memory is that of one bucket: Spark keeps what is on its way on disk.
"""

from __future__ import annotations

import ctypes
import gc
import hashlib
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from werkzaam.core.months import Month
from werkzaam.engine.addresses import Array
from werkzaam.engine.batch import RowErrors, settle
from werkzaam.engine.compile import Source
from werkzaam.engine.fold import Folded
from werkzaam.engine.graph import RuleSet
from werkzaam.engine.kernel import Kernel, load
from werkzaam.engine.rule import Level

Unit = TypeVar("Unit")
Found = TypeVar("Found")
Value = TypeVar("Value")
PLACE = "plaats"
"""Column that says where a row stood in what was delivered; rows of a bucket are in this order."""
PIECE_ROWS = 1 << 19
"""Rows of one level that are cut into pieces at once."""
BUCKET_ROWS = 300_000
"""Household rows that a bucket has about: what one task holds in memory."""
TASKS = 4
"""Tasks that read, for each core of the cluster."""
LARGEST_ARRAY, KEPT_MEMORY = 1 << 25, 1 << 30
"""Bytes of an array up to which its memory is kept, and of all that is kept; GNU's C library takes no more for the first."""
_TRIM_THRESHOLD, _MMAP_THRESHOLD = -1, -3
"""Their numbers for mallopt(3)."""
SPREAD = np.uint64(0x9E3779B97F4A7C15)
"""An odd number whose product with consecutive keys spreads them over all buckets."""


class Rows(NamedTuple):
    """Consecutive delivered rows of a level; `first` is the place of the first of them."""

    level: Level
    first: int
    table: pa.Table
    failure: str = ""
    """Why the table cannot be read any further; then its rows do not count."""


class Piece(NamedTuple):
    """Some rows of a level for one bucket, as Arrow bytes, or why they cannot be read."""

    level: Level
    first: int
    content: bytes
    failure: str


class Bucket(NamedTuple):
    """All rows of some households, per level and with PLACE; `failures` are why a table cannot be read."""

    number: int
    tables: dict[Level, pa.Table]
    failures: list[str]
    buckets: int


# -- together by household ------------------------------------------------------------------------------


def gather(context: Any, units: Sequence[Unit], read: Callable[[Unit], Iterable[Rows]],
           work: Callable[[Bucket], Iterator[Found]], buckets: int) -> list[Found]:  # fmt: skip
    """What `work` yields for every bucket, after the rows that `read` gives for each unit came together in it.

    `context` is a SparkContext. Both functions run in the workers, so they and the units must be picklable, and what
    they raise comes back as an error of Spark's. A level without any row is absent from a bucket.
    """
    tasks = max(1, min(len(units), TASKS * context.defaultParallelism))

    def cut(some: Iterable[Unit]) -> Iterator[tuple[int, Piece]]:
        _settle_down("cut")
        return (piece for unit in some for piece in _pieces(read(unit), buckets))

    def compute(number: int, some: Iterable[tuple[int, Piece]]) -> Iterator[Found]:
        yield from work(_bucket(number, some, buckets))
        _settle_down("compute")

    together = context.parallelize(units, tasks).mapPartitions(cut).partitionBy(buckets, _itself)
    found: list[Found] = together.mapPartitionsWithIndex(compute).collect()
    return found


@cache
def _settle_down(step: str) -> None:  # noqa: ARG001
    """Tell Python that what is loaded now stays: Spark's workers look for garbage after every task, a tenth of a second each.

    Once for each step of a worker: what computes is loaded long after what cuts.

    And tell the C library to keep the memory of a bucket for the next one. Otherwise it gives all of it back after each task, and
    asking for it anew page by page is a quarter of the work. The most that is held stays the same: that of the largest bucket.
    """
    gc.collect()
    gc.freeze()
    with suppress(OSError, AttributeError):  # Another C library than GNU's has no such setting.
        keep = ctypes.CDLL(None).mallopt
        keep(_MMAP_THRESHOLD, LARGEST_ARRAY)
        keep(_TRIM_THRESHOLD, KEPT_MEMORY)


def _itself(bucket: int) -> int:
    return bucket


def _pieces(delivered: Iterable[Rows], buckets: int) -> Iterator[tuple[int, Piece]]:
    waiting: list[Rows] = []
    for rows in delivered:
        if rows.failure:
            yield 0, Piece(rows.level, rows.first, b"", rows.failure)
            continue
        if waiting and waiting[0].level != rows.level:
            yield from _cut(waiting, buckets)
            waiting = []
        waiting.append(rows)
        if sum(one.table.num_rows for one in waiting) >= PIECE_ROWS:
            yield from _cut(waiting, buckets)
            waiting = []
    yield from _cut(waiting, buckets)


def _cut(waiting: Sequence[Rows], buckets: int) -> Iterator[tuple[int, Piece]]:
    """Rows of one level as a piece per bucket, each with its rows in order."""
    if not waiting:
        return
    level, first = waiting[0].level, waiting[0].first
    table = pa.concat_tables([_with_place(rows) for rows in waiting], promote_options="permissive").unify_dictionaries()
    numbers = bucket_of(table.column("huishouden"), buckets)
    counts = np.bincount(numbers, minlength=buckets)
    ends = np.concatenate([[0], np.cumsum(counts)])
    if np.count_nonzero(counts) > 1:
        narrow = numbers.astype(np.uint16) if buckets < 1 << 16 else numbers  # Sorted three times as fast.
        table = table.take(pa.array(np.argsort(narrow, kind="stable").astype(np.int32)))
    for bucket in range(buckets):
        low, high = int(ends[bucket]), int(ends[bucket + 1])
        if high > low:
            yield bucket, Piece(level, first, pack(_slim(table.slice(low, high - low))), "")


def _with_place(rows: Rows) -> pa.Table:
    places = np.arange(rows.first, rows.first + rows.table.num_rows)
    return rows.table.append_column(PLACE, pa.array(places))


def _slim(table: pa.Table) -> pa.Table:
    """The table without words that none of its rows has: a dictionary of a million persons would travel with every piece."""
    for at, column in enumerate(table.columns):
        if pa.types.is_dictionary(column.type) and column.num_chunks and len(column.chunk(0).dictionary) > table.num_rows:
            words = column.cast(column.type.value_type).combine_chunks().dictionary_encode()
            table = table.set_column(at, table.field(at).name, words)
    return table


def bucket_of(keys: pa.ChunkedArray, buckets: int) -> Array:
    """The bucket of each household: the same for the same key on every machine; of no household it is 0."""
    if pa.types.is_integer(keys.type):
        spread = keys.fill_null(0).to_numpy().astype(np.int64).view(np.uint64) * SPREAD >> np.uint64(33)
        found: Array = (spread % np.uint64(buckets)).astype(np.int32)
        return found
    encoded = pc.dictionary_encode(keys.combine_chunks())
    if isinstance(encoded, pa.ChunkedArray):
        encoded = encoded.combine_chunks()
    words = (str(word).encode() for word in encoded.dictionary.to_pylist())
    hashes = np.array([zlib.crc32(word) % buckets for word in words] or [0], np.int32)
    numbers: Array = hashes[encoded.indices.fill_null(0).to_numpy()]
    numbers[keys.is_null().to_numpy()] = 0
    return numbers


def pack(table: pa.Table) -> bytes:
    """A table as Arrow bytes, compressed: numbers of rows and months become small."""
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, table.schema, options=pa.ipc.IpcWriteOptions(compression="lz4")) as writer:
        writer.write_table(table.combine_chunks())
    content: bytes = sink.getvalue().to_pybytes()
    return content


def unpack(content: bytes) -> pa.Table:
    """The table of these bytes."""
    with pa.ipc.open_stream(content) as reader:
        return reader.read_all()


def _bucket(number: int, pieces: Iterable[tuple[int, Piece]], buckets: int) -> Bucket:
    """The pieces of one bucket, put together in the order in which their rows were delivered."""
    found: dict[Level, list[Piece]] = {}
    failures = []
    for _, piece in pieces:
        if piece.failure:
            failures.append(piece)
        else:
            found.setdefault(piece.level, []).append(piece)
    tables = {level: _together(found[level]) for level in sorted(found)}
    return Bucket(number, tables, [one.failure for one in sorted(failures, key=lambda one: (one.level, one.first))], buckets)


def _together(pieces: Sequence[Piece]) -> pa.Table:
    ordered = sorted(pieces, key=lambda piece: piece.first)
    tables = [unpack(piece.content) for piece in ordered]
    return pa.concat_tables(tables, promote_options="permissive").unify_dictionaries()


def parts_of(bucket: Bucket, rows: int) -> Iterator[dict[Level, pa.Table]]:
    """The tables of a bucket in parts of whole households, each of about so many rows of a level at most."""
    parts = -(-max((table.num_rows for table in bucket.tables.values()), default=0) // rows)
    if parts <= 1:
        yield bucket.tables
        return
    numbers = {level: bucket_of(table.column("huishouden"), bucket.buckets * parts) // bucket.buckets
               for level, table in bucket.tables.items()}  # fmt: skip
    for part in range(parts):
        yield {level: table.filter(pa.array(numbers[level] == part)) for level, table in bucket.tables.items()}


# -- what goes along --------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Shipped:
    """A kernel as its source text, which each worker process compiles, or loads from its disk, once."""

    source: Source
    text: str
    tables: Mapping[str, Array]
    first: Month
    last: Month
    rules: RuleSet
    outputs: tuple[str, ...]
    folded: Folded

    @classmethod
    def of(cls, kernel: Kernel) -> Shipped:
        return cls(kernel.source, kernel.source.text(cache=True), kernel.tables, kernel.first, kernel.last,
                   kernel.rules, kernel.outputs, kernel.folded)  # fmt: skip

    def kernel(self, folder: Path) -> Kernel:
        """The kernel in this process; `folder` is where compiled code is kept on this machine."""
        run_block = _loaded(self.text, folder)
        return Kernel(self.source, run_block, self.tables, self.first, self.last, self.rules, self.outputs, self.folded)


_loaded = cache(load)
_KEPT: dict[str, Any] = {}
"""What was carried to this process, by digest; it stays for the next task."""


def carry(context: Any, value: Value) -> Callable[[], Value]:
    """A function that gives the value in a worker; unpacked once in each process, functions included."""
    from pyspark import cloudpickle

    packed = cloudpickle.dumps(value)
    digest = hashlib.sha256(packed).hexdigest()
    shared = context.broadcast(packed)

    def carried() -> Value:
        if digest not in _KEPT:
            _KEPT.clear()
            _KEPT[digest] = cloudpickle.loads(shared.value)
        kept: Value = _KEPT[digest]
        return kept

    return carried


# -- tables in memory -------------------------------------------------------------------------------------


def settle_tables(context: Any, kernel: Kernel, tables: Mapping[Level, pa.Table], *, folder: Path, buckets: int,
                  piece_rows: int = PIECE_ROWS) -> dict[Level, pa.Table]:  # fmt: skip
    """As batch.settle, by the workers of a cluster: every output of the kernel, bucket by bucket; raises RowErrors."""
    units = [(level, first, pack(table.slice(first, piece_rows)))
             for level, table in tables.items() for first in range(0, max(1, table.num_rows), piece_rows)]  # fmt: skip
    kinds = {level: table.slice(0, 0) for level, table in tables.items()}
    carried = carry(context, (Shipped.of(kernel), kinds))

    def work(bucket: Bucket) -> Iterator[_Outcome]:
        shipped, empty = carried()
        if bucket.tables or bucket.number == 0:
            given = {level: bucket.tables.get(level, none) for level, none in empty.items()}
            yield _settled(shipped.kernel(folder), given)

    results: list[dict[Level, bytes]] = []
    for outcome in gather(context, units, _read, work, buckets):
        if isinstance(outcome, tuple):
            raise RowErrors(*outcome)
        results.append(outcome)
    return {level: pa.concat_tables([unpack(some[level]) for some in results]) for level in tables}


_Outcome = tuple[Level, dict[int, str]] | dict[Level, bytes]
"""Rows that cannot be computed, or the results per level."""


def _read(unit: tuple[Level, int, bytes]) -> Iterator[Rows]:
    level, first, content = unit
    yield Rows(level, first, unpack(content))


def _settled(kernel: Kernel, given: Mapping[Level, pa.Table]) -> _Outcome:
    placed = {level: table for level, table in given.items() if PLACE in table.column_names}
    plain = {level: table.drop_columns([PLACE]) if level in placed else table for level, table in given.items()}
    try:
        return {level: pack(table) for level, table in settle(kernel, plain, threads=1).items()}
    except RowErrors as error:
        places = placed[error.level].column(PLACE).to_numpy()
        return error.level, {int(places[row]): why for row, why in error.rows.items()}
