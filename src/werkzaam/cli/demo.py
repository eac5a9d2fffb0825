# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""`werkzaam demo`: the main job on real input, in under two minutes; it always ends."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from werkzaam.cli.options import Commands
from werkzaam.core.errors import InputError


def add(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add_parser(
        "demo", help="the main job on real input; always ends",
        description="Recomputes published worked examples, explains one household's year and settles a synthetic town of "
                    "40,300 households for twelve months, with a picture.",
    )  # fmt: skip
    parser.add_argument("--out", metavar="FOLDER", type=Path, default=Path("out/demo"), help="where files go (default: out/demo)")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> None:
    """Show the three parts one after another."""
    try:
        arguments.out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise InputError(f"The folder {arguments.out} cannot be made ({error}); give --out another one.") from error
    _examples()
    _year()
    _town(arguments.out)


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


def _town(out: Path) -> None:
    from tqdm import tqdm

    from werkzaam.app.demo import TOWN, town
    from werkzaam.cli.settle import summary

    _head(f"3. A synthetic town: {TOWN.households:,} households, twelve months, regime amsterdam_2018")
    sys.stdout.write("Making the town and compiling the rules (the first time takes about ten seconds) ...\n")
    sys.stdout.flush()
    with tqdm(unit=" months", unit_scale=True, file=sys.stdout, ncols=90, delay=0.01) as bar:
        done = town(out, bar.reset, bar.update, TOWN)
    took = f"reading, settling and writing: {done.settle_seconds:.2f} s"
    sys.stdout.write(f"compiling the rules: {done.compile_seconds:.1f} s; {took}\n")
    sys.stdout.write(summary(done.done, done.settle_seconds))
    sys.stdout.write(f"\nWhat a month's work brings a single person (average euros; synthetic people):\n{done.table}\n\n")
    sys.stdout.write("".join(f"picture: {file}\n" for file in done.pictures))
