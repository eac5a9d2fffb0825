# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""`werkzaam buffer`: what the buffer budget of article 34b may make up of a month; it pays nothing."""

from __future__ import annotations

import argparse
import sys

from werkzaam.cli.options import Commands, add_lang, add_ledger, desk_of
from werkzaam.core.months import Month


def add(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add_parser(
        "buffer", help="what the buffer budget may make up of a month",
        description="Shows by how much a month was below the norm because its estimate was too high, and the most that the "
                    "buffer budget of article 34b may make up of it, from 2027. Nothing is paid: the law leaves the amount to an "
                    "officer.",
    )  # fmt: skip
    parser.add_argument("household", metavar="HOUSEHOLD", type=int)
    parser.add_argument("month", metavar="MONTH", help="the month that was paid too low, as 2027-03")
    add_lang(parser)
    add_ledger(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> None:
    """Print the room of a month."""
    from werkzaam.app.ledger.buffer import buffer_room, buffer_text

    with desk_of(arguments) as desk:
        found = buffer_room(desk, arguments.household, Month.parse(arguments.month))
    sys.stdout.write(buffer_text(found, arguments.lang))
