# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""`werkzaam settle`: tables of households, persons and jobs in, every named amount out."""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from werkzaam.cli.options import Commands, add_law_date, law_date
from werkzaam.core.errors import InputError
from werkzaam.core.money import format_euro

if TYPE_CHECKING:
    from collections.abc import Iterator

    from werkzaam.app.settle import Settled
    from werkzaam.engine.kernel import Kernel
    from werkzaam.rules.book import RuleBook


def add(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add_parser(
        "settle", help="a town's tables, every amount as a column",
        description="Computes every household-month in tables of any size (Parquet or CSV) and writes each named amount as a "
                    "column: OUT.parquet per household, beside it OUT.persoon.parquet and OUT.baan.parquet.",
    )  # fmt: skip
    parser.add_argument("tables", metavar="IN", nargs="+", type=Path,
                        help="tables per household, person and job (docs/reference/tables.md)")  # fmt: skip
    parser.add_argument("--out", metavar="OUT.parquet", type=Path, required=True, help="where the result goes")
    parser.add_argument("--regime", metavar="ID", action="append",
                        help="the town's regime, an id or a file; give it again for one that follows "
                             "(default: amsterdam_2018)")  # fmt: skip
    add_law_date(parser)
    parser.add_argument("--skip-bad", action="store_true", help="leave out households with a bad row, and report each such row")
    parser.add_argument("--engine", choices=("kernel", "spark"), default="kernel",
                        help="compute in this process, or on Apache Spark (docs/how-to/spark.md); the cents are the same, and "
                             "with spark each result is a folder of parts (default: kernel)")  # fmt: skip
    parser.add_argument("--master", metavar="URL",
                        help="where Spark runs, such as spark://host:7077 (default: every core of this machine)")  # fmt: skip
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> None:
    """Settle with a progress bar; nothing is written when a row is bad, unless --skip-bad."""
    from werkzaam.app.cache import kernels

    kept = kernels()  # First: without a place to keep compiled code nothing that compiles can be imported.
    from werkzaam.app.cluster import check_installed
    from werkzaam.app.regimes import regime_of
    from werkzaam.app.settle import absent_from, kernel_for
    from werkzaam.facts.read import read_facts
    from werkzaam.rules.book import book_of

    if arguments.master and arguments.engine != "spark":
        raise InputError("--master says where Spark runs; it needs --engine spark.")
    if arguments.engine == "spark":
        check_installed()
    started, facts = time.perf_counter(), read_facts()
    regime = regime_of(arguments.regime or ["amsterdam_2018"], facts)
    law = law_date(arguments)
    kernel = kernel_for(regime, facts, kept, absent_from(arguments.tables), **law)
    book = book_of(facts, regime, **law)
    done = _on_spark(arguments, kernel, book) if arguments.engine == "spark" else _here(arguments, kernel, book)
    sys.stdout.write(summary(done, time.perf_counter() - started, book))


def _here(arguments: argparse.Namespace, kernel: Kernel, book: RuleBook) -> Settled:
    from tqdm import tqdm

    from werkzaam.app.settle import household_rows, settle_files

    with tqdm(total=household_rows(arguments.tables), unit=" months", unit_scale=True, disable=None, leave=False) as bar:
        return settle_files(arguments.tables, arguments.out, kernel, book, skip_bad=arguments.skip_bad, progress=bar.update)


def _on_spark(arguments: argparse.Namespace, kernel: Kernel, book: RuleBook) -> Settled:
    from werkzaam.app.cluster import context
    from werkzaam.app.settle_cluster import prepare, settle_on_cluster

    plan = prepare(arguments.tables, arguments.out)
    kernel.warm()  # Compiled here first, so that workers of this machine find it.
    with context(arguments.master) as spark:
        return settle_on_cluster(spark, plan, kernel, book, skip_bad=arguments.skip_bad)


def summary(done: Settled, seconds: float, book: RuleBook) -> str:
    """What a run wrote, left out and could not compute, and where it did not take the law or the amounts of a month itself."""
    lines = [f"{done.rows:,} household-months in {seconds:.1f} s", *_law(done, book)]
    lines += [f"  {status}: {count:,}" for status, count in done.statuses.items()]
    titles = {"lonen": "wages", "bijstand": "bijstand due", "uit_te_betalen": "of which to be paid now",
              "premie_erbij": "premium built up", "premie_op_rekening": "premium paid out"}  # fmt: skip
    lines += [f"  {titles[name]}: {format_euro(amount, 'en')} euros" for name, amount in done.sums.items()]
    if done.skipped:
        households = len({one.household for one in done.skipped})
        lines.append(f"  skipped: {_many(households, 'household')}, because of {_many(len(done.skipped), 'bad row')}")
    return "\n".join([*lines, *(f"wrote {file}" for file in done.files)]) + "\n"


def _law(done: Settled, book: RuleBook) -> Iterator[str]:
    from werkzaam.app.law_words import other_amounts
    from werkzaam.core.months import Month, Span

    if book.rechtsdatum is None:
        return
    yield f"  trial with the law of {book.rechtsdatum.name('en')}"
    for amounts, months in other_amounts(book, map(Month, done.months)):
        yield f"  assumption: the amounts of {Span(months[0], months[-1])} are those of {amounts.name('en')}"


def _many(count: int, what: str) -> str:
    return f"{count:,} {what}" if count == 1 else f"{count:,} {what}s"
