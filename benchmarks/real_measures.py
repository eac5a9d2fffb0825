# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""How the real rules are measured: on synthetic towns, through the same code that users run."""

from __future__ import annotations

import gc
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
from measure import BYTES_IN_KIBIBYTE, BYTES_IN_MEGABYTE, cold_seconds, median_seconds
from real_rules import measures

from werkzaam.app.cache import kernels
from werkzaam.app.cases import read_case
from werkzaam.app.demo import CASE
from werkzaam.app.settle import kernel_for, settle_files
from werkzaam.app.tables import as_inputs
from werkzaam.core.months import Month, Span
from werkzaam.engine.batch import link
from werkzaam.engine.kernel import Kernel
from werkzaam.facts.read import read_facts
from werkzaam.regime.read import read_regime
from werkzaam.rules.book import RuleBook
from werkzaam.rules.calculate import calculate
from werkzaam.simulation.population import AMSTERDAM, Town, populate

REGIME = "participatiewet_2018"
FIVE_YEARS = Span.parse("2018-01", "2022-12")
BIG_TOWNS = 10
WERKZAAM = [sys.executable, "-m", "werkzaam.cli.main"]
_PEAK = (
    "import resource, subprocess, sys; subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL); "
    "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
)
"""Runs a command and prints the peak of its memory, in kibibytes."""


@cache
def law_kernel() -> Kernel:
    """The rules under the one regime that is measured, compiled."""
    kernel = kernel_for(read_regime(REGIME), read_facts(), kernels())
    kernel.warm()
    return kernel


def _tables(households: int) -> dict[Any, Any]:
    return populate(Town(households), FIVE_YEARS, np.random.default_rng(7))


@contextmanager
def town_files(towns: int) -> Iterator[list[str]]:
    """Parquet files of so many Amsterdams under each other; every town has its own household numbers."""
    with tempfile.TemporaryDirectory() as folder:
        tables = _tables(AMSTERDAM)
        for level, table in tables.items():
            with pq.ParquetWriter(Path(folder).joinpath(f"{level.name.lower()}.parquet"), table.schema) as writer:
                for town in range(towns):
                    numbers = table.column("huishouden").to_numpy() + np.int32(town * AMSTERDAM)
                    writer.write_table(table.set_column(0, "huishouden", pa.array(numbers)))
        names = [*(level.name.lower() for level in tables), "out"]
        yield [str(Path(folder).joinpath(f"{name}.parquet")) for name in names]


def _settle(files: list[str]) -> list[str]:
    *tables, out = files
    return [*WERKZAAM, "settle", *tables, "--out", out, "--regime", REGIME]


@measures("rows_per_second")
def rows_per_second() -> float:
    """Household-months a second of every rule on three levels, columns reused, bounds checked."""
    kernel = law_kernel()
    tables, frame = link(kernel, {level: as_inputs(level, table).table for level, table in _tables(AMSTERDAM).items()})
    assert tables
    out = kernel.empty(frame)
    return len(frame.household) / median_seconds(lambda: kernel.run(frame, out), 9)


@measures("parquet")
def parquet() -> float:
    """From three Parquet files to three: read, check, link, settle and write every amount (zstd level 1, pages version 2)."""
    kernel = law_kernel()
    with town_files(1) as files:
        *tables, out = (Path(file) for file in files)
        book = RuleBook(read_facts(), read_regime(REGIME))
        return median_seconds(lambda: settle_files(tables, out, kernel, book), 5)


@measures("command")
def command() -> float:
    """The same as a user runs it: a new process, imports and the compiled rules from disk included."""
    law_kernel()
    with town_files(1) as files:
        return cold_seconds(_settle(files))


@measures("memory")
def memory() -> float:
    """Peak memory of the whole command over ten Amsterdams of five years: 24 million household-months.

    A small process starts it and tells the peak of what it started: this one holds towns, and Linux would count those too.
    """
    law_kernel()
    with town_files(BIG_TOWNS) as files:
        said = subprocess.run([sys.executable, "-c", _PEAK, *_settle(files)], check=True, capture_output=True, text=True).stdout
    return int(said) * BYTES_IN_KIBIBYTE / BYTES_IN_MEGABYTE


@measures("explain")
def explained_month() -> float:
    """One household-month with every step, in milliseconds."""
    case = read_case(CASE)
    months = case.months[:1]
    return 1_000 * median_seconds(lambda: calculate(months, case.regime, case.facts), 200)


@measures("sweep")
def sweep() -> float:
    """A hundred wages of one month, every step of each, in milliseconds; what this process holds besides is not collected."""
    case = read_case(CASE)
    months = [_with_wage(case.months[0], cents) for cents in range(0, 1_000_00, 1_000)]
    gc.collect()
    gc.freeze()  # As in `werkzaam whatif`, which imports neither Numba nor Arrow.
    try:
        return 1_000 * median_seconds(lambda: [calculate([month], case.regime, case.facts) for month in months], 9)
    finally:
        gc.unfreeze()


def _with_wage(month: Any, cents: int) -> Any:
    from dataclasses import replace

    from werkzaam.engine.rule import BAAN

    jobs = {key: {**values, "nettoloon": cents} for key, values in month.records[BAAN].items()}
    return replace(month, records={**month.records, BAAN: jobs})


@measures("import")
def imported() -> float:
    """`import werkzaam` alone: a process with it less a process without."""
    return cold_seconds([sys.executable, "-c", "import werkzaam"], 9) - cold_seconds([sys.executable, "-c", "pass"], 9)


@measures("cold_explain")
def cold_explain() -> float:
    """`werkzaam explain` of one month, from start to exit."""
    return cold_seconds([*WERKZAAM, "explain", str(CASE), "--month", str(Month.of(2018, 1))])
