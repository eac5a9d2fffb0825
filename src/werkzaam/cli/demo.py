# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""`werkzaam demo`: published examples, one household's year, and Amsterdam relived from 2018 to 2022; it always ends."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from werkzaam.cli.options import Commands
from werkzaam.core.errors import InputError

if TYPE_CHECKING:
    from werkzaam.app.simulation.relive import Asked, Relived

_BEGINS = {
    "people": "people: households, who enrols, and the research group",
    "draw": "the public draw: promise, secret, beacon, and every receipt checked",
    "compile": "compiling the rules and living 60 months (the rules are kept for a next time)",
    "analyse": "the locked analysis and the verdicts",
    "write": "the report",
}


def add(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add_parser(
        "demo", help="Amsterdam relived, with a report; always ends",
        description="Recomputes published worked examples, explains one household's year, and relives the Amsterdam experiment "
                    "with 40,300 invented households for five years: the draw, wages, settlement, premium, contacts, "
                    "interviews, the locked analysis, and a report with every published number beside what was found.",
    )  # fmt: skip
    parser.add_argument("--out", metavar="FOLDER", type=Path, default=Path("out/demo"), help="where files go (default: out/demo)")
    parser.add_argument("--seed", metavar="NUMBER", type=int, default=7,
                        help="which invented town; the same number gives the same town (default: 7)")  # fmt: skip
    parser.add_argument("--population", metavar="HOUSEHOLDS", type=int, default=40_300,
                        help="households of the town, at least 4,030; all other groups follow (default: 40300)")  # fmt: skip
    parser.add_argument("--repeats", metavar="NUMBER", type=int, default=40,
                        help="how many more experiments are held, to see what chance does (default: 40)")  # fmt: skip
    parser.add_argument("--redraws", metavar="NUMBER", type=int, default=999,
                        help="how often the analysis holds the draw again (default: 999)")  # fmt: skip
    parser.add_argument("--processes", type=int, choices=(1, 2), default=2, help="processes side by side (default: 2)")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> None:
    """Show the three parts one after another."""
    from werkzaam.app.simulation.relive import Asked

    asked = Asked(arguments.seed, arguments.population, arguments.repeats, arguments.redraws, arguments.processes)
    try:
        arguments.out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise InputError(f"The folder {arguments.out} cannot be made ({error}); give --out another one.") from error
    _examples()
    _year()
    _amsterdam(asked, arguments.out)


def _head(text: str) -> None:
    sys.stdout.write(f"\n{text}\n{'=' * len(text)}\n")
    sys.stdout.flush()


def _examples() -> None:
    from werkzaam.app.demo import examples

    _head("1. Published worked examples, computed again")
    sys.stdout.write("\n".join(examples()) + "\n")


def _year() -> None:
    from werkzaam.app.demo import CASE, year
    from werkzaam.app.page_text import page_text
    from werkzaam.app.year_text import year_text

    title, pages = year()
    _head(f"2. One household's year, month by month: {title}")
    sys.stdout.write(year_text(pages))
    chosen = max(pages, key=lambda page: len(page.sections))
    sys.stdout.write(f"\nOne of these months in full, as the person reads it:\n\n{page_text(chosen)}")
    sys.stdout.write(f"\nEvery month, or in English: werkzaam explain {CASE} [--month 2018-03] [--lang en] [--json]\n")


def _amsterdam(asked: Asked, out: Path) -> None:
    from tqdm import tqdm

    from werkzaam.app.simulation.relive import household_months, relive
    from werkzaam.app.simulation.relive_files import write

    _head(f"3. Amsterdam relived: {asked.population:,} invented households, 2018 to 2022, seed {asked.seed}")
    with tqdm(total=household_months(asked), unit=" household-months", unit_scale=True, ncols=90, delay=0.01) as bar:
        done = relive(asked, lambda step: tqdm.write(f"... {_BEGINS[step]}", file=sys.stderr), bar.update)
    sys.stderr.write(f"... {_BEGINS['write']}\n")
    files = write(done, out)
    sys.stdout.write(_summary(done))
    sys.stdout.write("".join(f"wrote {file}\n" for file in files))
    sys.stdout.write(f"\nThe report: {files[0]}\n")


def _summary(done: Relived) -> str:
    from werkzaam.app.simulation.relive_summary import summary
    from werkzaam.simulation.synthetic import STAMP

    return "\n".join([STAMP["en"], STAMP["nl"], *summary(done)]) + "\n\n"
