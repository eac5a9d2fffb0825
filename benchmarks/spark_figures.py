# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Spark's figures from what its process measured: ratios within one run, with the targets beside them."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median
from typing import Any

from report import Figure, Target

ROWS = 24_000_000
SHARE, MEMORY, NONE_WRONG = Target(0.6), Target(1_500, at_least=False), Target(0, at_least=False)


def figures(progress: Callable[[str], None], rows: int = ROWS) -> Iterator[Figure]:
    """Measured in a process of its own, because a cluster is best started in one that holds nothing."""
    progress(f"Spark: {rows:,} household-months, one process and two workers and Spark SQL")
    command = [sys.executable, str(Path(__file__).with_name("spark_process.py")), str(rows), "--json"]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"{' '.join(command[1:])} ended with {done.returncode}; its error stands above.")
    yield from shown(json.loads(done.stdout.splitlines()[-1]))


def shown(run: dict[str, Any]) -> Iterator[Figure]:
    """The figures of one run."""
    part = f"Spark, {run['rows']:,} household-months, Parquet to Parquet"
    rate = {name: run["rows"] / median(run["seconds"][name]) for name in ("process", "cluster")}
    sql = run["sql_rows"] / run["seconds"]["sql"]
    words = {"process": "one process: household-months a second", "cluster": "two workers: household-months a second"}
    for name, what in words.items():
        yield Figure(part, what, "", rate[name], note=f"{median(run['seconds'][name]):.1f} s")
    yield Figure(part, "two workers beside one process, once started", "x", rate["cluster"] / rate["process"], SHARE)
    yield Figure(part, "started and first result, a town of 1,000 households", "s", run["seconds"]["start"])
    yield Figure(part, "peak memory of a worker's Python", "MB", run["python_megabytes"], MEMORY)
    yield Figure(part, "peak memory of everything together, Java included", "MB", run["all_megabytes"])
    yield Figure(part, "amounts unlike those of one process: sums and statuses", "", run["unlike"], NONE_WRONG)
    yield Figure(part, "the same rules as Spark SQL: household-months a second", "", sql,
                 note=f"{run['sql_rows']:,} rows in {run['seconds']['sql']:.0f} s")  # fmt: skip
    yield Figure(part, "times Spark SQL's rows a second", "x", rate["cluster"] / sql)
    yield Figure(part, "Spark SQL: values unlike ours", "", run["sql_wrong"], NONE_WRONG)
