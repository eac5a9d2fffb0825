# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""`werkzaam month`: a month of a household, as it was known on any day."""

from __future__ import annotations

import argparse
import sys
from datetime import date

from werkzaam.cli.options import Commands, add_lang, add_ledger, desk_of
from werkzaam.core.errors import InputError


def add(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add_parser(
        "month", help="a month of a household, as known on any day",
        description="Prints how a month was decided, what changed since and why, and the sum, as it was known on a day.",
    )  # fmt: skip
    parser.add_argument("household", metavar="HOUSEHOLD", type=int)
    parser.add_argument("month", metavar="MONTH", help="the month, as 2026-03")
    parser.add_argument("--as-known", metavar="DAY", help="as known at the end of this day, as 2026-04-12 (default: today)")
    add_lang(parser)
    add_ledger(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> None:
    """Print the month."""
    from werkzaam.app.ledger.month_then import month_text, month_then
    from werkzaam.core.months import Month

    with desk_of(arguments) as desk:
        day = _day(arguments.as_known) if arguments.as_known else desk.today
        found = month_then(desk, arguments.household, Month.parse(arguments.month), day, arguments.lang)
    sys.stdout.write(month_text(found, arguments.lang))


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise InputError(f"--as-known: a day was expected, such as 2026-04-12; found {text!r}.") from None
