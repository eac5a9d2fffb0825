# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A small Spark cluster on this machine, two workers in processes of their own, started once for all tests of a process."""

from __future__ import annotations

import atexit
from collections.abc import Mapping
from contextlib import ExitStack
from functools import cache
from typing import Any

import pyarrow as pa

from tests.kernels import CACHE
from werkzaam.app.cluster import context
from werkzaam.engine.batch import KEYS
from werkzaam.engine.cluster import PIECE_ROWS, settle_tables
from werkzaam.engine.kernel import Kernel
from werkzaam.engine.rule import Level

MASTER = "local-cluster[2,1,1024]"
Tables = dict[Level, pa.Table]


@cache
def spark() -> Any:
    """The SparkContext of the shared cluster; it stops when the tests end."""
    with ExitStack() as kept:
        started = kept.enter_context(context(MASTER, {"spark.executorEnv.WERKZAAM_CACHE": str(CACHE)}))
        atexit.register(kept.pop_all().close)
    return started


def on_cluster(kernel: Kernel, tables: Mapping[Level, pa.Table], *, buckets: int = 4, piece_rows: int = PIECE_ROWS) -> Tables:
    """Tables in, tables out: batch.settle by the shared cluster, rows in the order of their keys."""
    kernel.warm()
    return in_order(settle_tables(spark(), kernel, tables, folder=CACHE, buckets=buckets, piece_rows=piece_rows))


def in_order(tables: Mapping[Level, pa.Table]) -> Tables:
    """The same rows in the order of their keys, words as plain text, so that tables with the same values are equal."""
    return {level: _plain(table).sort_by([(key, "ascending") for key in KEYS[level]]) for level, table in tables.items()}


def _plain(table: pa.Table) -> pa.Table:
    columns = {name: table.column(name) for name in table.column_names}
    return pa.table({name: column.cast(column.type.value_type) if pa.types.is_dictionary(column.type) else column
                     for name, column in columns.items()})  # fmt: skip
