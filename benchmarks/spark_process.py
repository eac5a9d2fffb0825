# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The kernel on a Spark cluster of two workers, beside one process and beside the same rules as Spark SQL, in one run.

    python benchmarks/spark_process.py [ROWS] [--json]

One process and the cluster read the same Parquet files and write every amount. Spark SQL gets the columns that our reader
made, so that it need not read or check anything; it computes the first months of the same households, as many in a month as
there are in the whole, because its cost of a month is the same in every month.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
from measure import BYTES_IN_MEGABYTE
from real_measures import FIVE_YEARS, REGIME, law_kernel, town_files
from report import screen
from spark_figures import ROWS, shown
from spark_sql import Sql

from werkzaam.app.cache import kernels
from werkzaam.app.cluster import context
from werkzaam.app.settle import Settled, settle_files
from werkzaam.app.settle_cluster import prepare, settle_on_cluster
from werkzaam.app.tables import as_inputs
from werkzaam.core.months import Span
from werkzaam.engine.batch import COMPUTED, KEYS, STATUS, settle
from werkzaam.engine.rule import Level
from werkzaam.facts.read import read_facts
from werkzaam.regime.read import read_regime
from werkzaam.rules import RULES
from werkzaam.rules.book import book_of
from werkzaam.simulation.population import AMSTERDAM, Town, populate

MASTER = "local-cluster[2,1,2048]"
SETTINGS = {"spark.executor.memory": "2g", "spark.sql.shuffle.partitions": "4",
            "spark.executorEnv.WERKZAAM_CACHE": str(kernels()),
            # All of Java's compiler: Spark SQL computes in Java.
            "spark.driver.extraJavaOptions": "-Duser.timezone=UTC", "spark.executor.extraJavaOptions": "-Duser.timezone=UTC",
            }  # fmt: skip
REPETITIONS = 3
SQL_MONTHS = Span(FIVE_YEARS.first, FIVE_YEARS.first + 2)
Tables = dict[Level, Path]


def main() -> None:
    """Measures, and prints figures or JSON."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("rows", type=int, nargs="?", default=ROWS, help="household-months; whole Amsterdams of five years")
    parser.add_argument("--json", action="store_true", help="one line for the figures")
    options = parser.parse_args()
    towns = max(1, round(options.rows / (AMSTERDAM * sum(1 for _ in FIVE_YEARS))))
    law_kernel()
    with town_files(towns) as files:
        run = measured([Path(file) for file in files], towns)
    print(json.dumps(run) if options.json else screen(list(shown(run))))


def measured(files: list[Path], towns: int) -> dict[str, Any]:
    """Seconds, peak memory and what differs; the contenders take turns."""
    *tables, out = files
    kernel, book = law_kernel(), book_of(read_facts(), read_regime(REGIME))
    there, seconds = out.with_name("there.parquet"), {"process": [], "cluster": []}
    begun = time.perf_counter()
    with context(MASTER, SETTINGS) as spark:
        _start(spark, out.parent)
        start = time.perf_counter() - begun
        with _memory() as peak:
            for _ in range(REPETITIONS):
                here = _timed(seconds["process"], lambda: settle_files(tables, out, kernel, book))
                done = _timed(seconds["cluster"], lambda: settle_on_cluster(spark, prepare(tables, there), kernel, book))
        sql = _sql(out.parent, towns)
    unlike = sum([here.sums != done.sums, here.statuses != done.statuses, here.rows != done.rows])
    return {"rows": done.rows, "unlike": unlike, **sql, "seconds": {**seconds, "start": start, "sql": sql["seconds"]},
            "python_megabytes": peak["python"], "all_megabytes": peak["all"]}  # fmt: skip


def _timed(seconds: list[float], call: Callable[[], Settled]) -> Settled:
    begun = time.perf_counter()
    done = call()
    seconds.append(time.perf_counter() - begun)
    return done


def _start(spark: Any, folder: Path) -> None:
    """A small town first: processes start, packages are imported and the rules are loaded."""
    small = folder / "small"
    small.mkdir()
    files = []
    for level, table in populate(Town(1_000), FIVE_YEARS, np.random.default_rng(3)).items():
        files.append(small / f"{level.name.lower()}.parquet")
        pq.write_table(table, files[-1])
    book = book_of(read_facts(), read_regime(REGIME))
    settle_on_cluster(spark, prepare(files, small / "out.parquet"), law_kernel(), book, bucket_rows=10_000)


# -- the rules as Spark SQL -----------------------------------------------------------------------------


def _sql(folder: Path, towns: int) -> dict[str, Any]:
    """Seconds of the months together, and how many values of theirs differ from ours."""
    from pyspark.sql import SparkSession

    book = book_of(read_facts(), read_regime(REGIME))
    tables = _first_months(towns)
    files = {level: folder / f"sql.{level.name.lower()}.parquet" for level in tables}
    for level, table in tables.items():
        pq.write_table(table, files[level])
    session = SparkSession.getActiveSession()
    assert session is not None
    Sql(session, RULES, book).settle(files, folder / "warm", [SQL_MONTHS.first])
    shutil.rmtree(folder / "warm")
    begun = time.perf_counter()
    Sql(session, RULES, book).settle(files, folder / "sql", list(SQL_MONTHS))
    seconds = time.perf_counter() - begun
    return {"sql_rows": tables[Level.HUISHOUDEN].num_rows, "seconds": seconds, "sql_wrong": _wrong(folder / "sql", tables)}


def _first_months(towns: int) -> dict[Level, pa.Table]:
    """The first months of the same households, as our reader gives them to the rules."""
    months = pa.array([str(month) for month in SQL_MONTHS])
    tables = populate(Town(AMSTERDAM), FIVE_YEARS, np.random.default_rng(7))
    found = {}
    for level, table in tables.items():
        kept = table.filter(pa.compute.is_in(table.column("maand"), value_set=months))
        numbers = kept.column("huishouden").to_numpy()
        many = [kept.set_column(0, "huishouden", pa.array(numbers + np.int32(town * AMSTERDAM))) for town in range(towns)]
        found[level] = as_inputs(level, pa.concat_tables(many)).table
    return found


def _wrong(folder: Path, tables: dict[Level, pa.Table]) -> int:
    """Values of Spark SQL unlike ours, where ours were computed."""
    wrong = 0
    for level, ours in settle(law_kernel(), tables).items():
        order = [(key, "ascending") for key in KEYS[level]]
        theirs = pq.read_table(folder / level.name.lower())
        at = theirs.schema.get_field_index("maand")
        theirs = theirs.set_column(at, "maand", theirs.column("maand").cast(pa.int32())).sort_by(order)
        ours = _numbers(ours).sort_by(order)
        computed = np.array(ours.column(STATUS).to_pylist()) == COMPUTED
        assert ours.select(KEYS[level]).equals(theirs.select(KEYS[level]).cast(ours.select(KEYS[level]).schema))
        for name in set(ours.column_names) - {*KEYS[level], STATUS}:
            mine = ours.column(name).cast(pa.int64()).fill_null(0).to_numpy()
            wrong += int(((mine != theirs.column(name).to_numpy()) & computed).sum())
    return wrong


def _numbers(table: pa.Table) -> pa.Table:
    """Options by number, as SQL has them; keys and statuses as text."""
    made = {}
    for name in table.column_names:
        column = table.column(name).combine_chunks()
        if pa.types.is_dictionary(column.type):
            words = name in (*KEYS[Level.BAAN], STATUS)
            column = column.cast(pa.string()) if words else column.indices
        made[name] = column
    return pa.table(made)


# -- memory ---------------------------------------------------------------------------------------------


@contextmanager
def _memory() -> Iterator[dict[str, float]]:
    """The most that one Python of a worker held, and all processes of the cluster together, in megabytes."""
    peak, stop = {"python": 0.0, "all": 0.0}, threading.Event()

    def watch() -> None:
        while not stop.wait(0.2):
            held = list(_below(os.getpid()))
            peak["python"] = max([peak["python"], *(amount for name, amount in held if name.startswith("python"))])
            peak["all"] = max(peak["all"], sum(amount for _, amount in held))

    watching = threading.Thread(target=watch, daemon=True)
    watching.start()
    try:
        yield peak
    finally:
        stop.set()
        watching.join()


def _below(parent: int) -> Iterator[tuple[str, float]]:
    """Name and resident memory of every process that a process started, directly or not."""
    page = os.sysconf("SC_PAGE_SIZE")
    found: dict[int, tuple[int, str, float]] = {}
    for place in Path("/proc").glob("[0-9]*"):
        try:
            status = place.joinpath("stat").read_text()
        except OSError:  # It ended meanwhile.
            continue
        name, rest = status[status.index("(") + 1 : status.rindex(")")], status[status.rindex(")") + 2 :].split()
        found[int(place.name)] = (int(rest[1]), name, int(rest[21]) * page / BYTES_IN_MEGABYTE)
    below = {parent}
    while more := {one for one, (above, _, _) in found.items() if above in below} - below:
        below |= more
    return (found[one][1:] for one in below - {parent} if one in found)


if __name__ == "__main__":
    sys.exit(main())
