# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""`werkzaam refer PERSON`: what an independent body of aftercare gets, as a file."""

from __future__ import annotations

import argparse
import sys

from werkzaam.cli.options import Commands, add_ledger, desk_of


def add(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add_parser(
        "refer", help="pass somebody on to an independent body of aftercare",
        description="Prints what an independent body gets of who chose it, as JSON: how to reach the person and what they want.",
    )  # fmt: skip
    parser.add_argument("person", metavar="PERSON", type=int, help="the number of the person")
    add_ledger(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> None:
    """Print the referral."""
    from werkzaam.app.casework.aftercare_referral import referral, referral_json

    with desk_of(arguments) as desk:
        sys.stdout.write(referral_json(referral(desk, arguments.person)))
