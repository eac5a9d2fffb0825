# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""`werkzaam run`: decide a month for every household of which something new is known."""

from __future__ import annotations

import argparse
import sys

from werkzaam.cli.options import Commands, add_lang, add_ledger, desk_of


def add(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add_parser(
        "run", help="decide a month for every household",
        description="Decides every household whose months are touched by what became known, up to this month. What goes down "
                    "waits for a named officer. Again with nothing new pays nothing again.",
    )  # fmt: skip
    parser.add_argument("month", metavar="MONTH", help="the month, as 2026-03")
    parser.add_argument("--dry-run", action="store_true", help="only show what would change: was, becomes, difference, cause")
    add_lang(parser)
    add_ledger(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> None:
    """Look or do, with a progress bar, and print what changed."""
    from tqdm import tqdm

    from werkzaam.app.ledger.changes import changes_text
    from werkzaam.app.ledger.run import households_of, run, trial
    from werkzaam.app.ledger.run_text import totals
    from werkzaam.app.texts.ledger import WORDS
    from werkzaam.core.months import Month

    month, words = Month.parse(arguments.month), WORDS[arguments.lang]
    with desk_of(arguments) as desk, tqdm(total=households_of(desk), unit=" households", disable=None, leave=False) as bar:
        view = (trial if arguments.dry_run else run)(desk, month, bar.update)
    title = words["dry_run" if arguments.dry_run else "run"].format(month=month.name(arguments.lang))
    sys.stdout.write(changes_text(title, view.rows, arguments.lang) + totals(view, arguments.lang, trial=arguments.dry_run))
