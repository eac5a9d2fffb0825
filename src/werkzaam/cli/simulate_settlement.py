# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""`werkzaam simulate settlement`: what ways to settle wages do to the same invented people."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from werkzaam.cli.options import Commands, add_lang, write_file, write_picture
from werkzaam.core.errors import InputError

if TYPE_CHECKING:
    from werkzaam.app.simulation.settlement import Settled


def add(commands: Commands) -> None:
    """Add the study."""
    parser = commands.add_parser(
        "settlement", help="ways to settle wages, and who falls below the norm",
        description="Settles the flexible wages of the same invented people in eight ways, and tells who falls below the norm, "
                    "how often and by how much, with corrections, claims and what it all rests on. Nobody in it exists.",
    )  # fmt: skip
    parser.add_argument("--households", metavar="N", type=int, default=5_000, help="households of the town (default: 5000)")
    parser.add_argument("--months", metavar="N", type=int, default=60, help="months from January 2018 on (default: 60)")
    parser.add_argument("--seed", metavar="N", type=int, default=7, help="the first seed (default: 7)")
    parser.add_argument("--seeds", metavar="K", type=int, default=3, help="as many seeds from there (default: 3)")
    parser.add_argument("--assumptions", metavar="FILE", type=Path, help="your own numbers, printed with the result")
    add_lang(parser)
    shape = parser.add_mutually_exclusive_group()
    shape.add_argument("--json", action="store_true", help="as JSON, amounts in cents")
    shape.add_argument("--markdown", action="store_true", help="the tables as Markdown")
    parser.add_argument("--csv", metavar="FILE", type=Path, help="every measure of every seed")
    parser.add_argument(
        "--page", metavar="FILE", type=Path, help="put the tables into this page, between the lines that mark them"
    )
    parser.add_argument("--svg", metavar="FILE", type=Path, help="draw the months below the norm")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> None:
    """Run the study and print it; files are written when all is done."""
    from werkzaam.app.cache import kernels
    from werkzaam.app.simulation.settlement import asked, settle_all
    from werkzaam.app.simulation.settlement_text import settlement_json, settlement_markdown, settlement_text

    question = asked(arguments.households, arguments.months, arguments.seed, arguments.seeds, arguments.assumptions)
    page = "" if arguments.page is None else _page(arguments.page)
    done = settle_all(question, kernels())
    _write(arguments, done, page)
    if arguments.json:
        sys.stdout.write(settlement_json(done))
    elif arguments.markdown:
        sys.stdout.write(settlement_markdown(done, arguments.lang))
    else:
        sys.stdout.write(settlement_text(done, arguments.lang))


def _write(arguments: argparse.Namespace, done: Settled, page: str) -> None:
    """The files that were asked."""
    from werkzaam.app.simulation.settlement_text import into_page, settlement_csv

    if arguments.page is not None:
        write_file(arguments.page, into_page(page, done, arguments.lang), "The page", "--page")
    if arguments.csv is not None:
        write_file(arguments.csv, settlement_csv(done), "The table", "--csv")
    if arguments.svg is not None:
        from werkzaam.app.simulation.settlement_picture import settlement_picture

        write_picture(arguments.svg, settlement_picture(done, arguments.lang))


def _page(file: Path) -> str:
    """The page that the tables go into; raises InputError for one that cannot be read."""
    try:
        return file.read_text(encoding="utf-8")
    except OSError as error:
        raise InputError(f"--page: the page cannot be read ({error}). Name one that is there.", file=str(file)) from error
