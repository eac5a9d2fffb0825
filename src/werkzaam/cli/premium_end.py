# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""`werkzaam premium-end`: which premiums of a town end, and whether everybody was told."""

from __future__ import annotations

import argparse
import sys

from werkzaam.cli.options import Commands, add_lang, add_ledger, desk_of


def add(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add_parser(
        "premium-end", help="which premiums of the town end, and who must be told",
        description="Run this when the town takes another regime file. Every premium that ends asks for a notice to everybody "
                    "who gets it: a task in the queue, until somebody closes it with how it was told.",
    )  # fmt: skip
    add_lang(parser)
    add_ledger(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> None:
    """Open the tasks, and print what each end asks."""
    from werkzaam.app.ledger.premium_end import notices_text, require

    with desk_of(arguments) as desk:
        sys.stdout.write(notices_text(require(desk), desk.today, arguments.lang))
