# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""`werkzaam restart` and `unclaimed`: coming back with known data, and bijstand that somebody did not ask for."""

from __future__ import annotations

import argparse
import sys

from werkzaam.cli.options import Commands, add_lang, add_ledger, desk_of


def add(commands: Commands) -> None:
    """Add the commands."""
    again = commands.add_parser(
        "restart", help="bijstand again, with what is known",
        description="Prints the form for who comes back within twelve months: filled in, and asking income and changes only. "
                    "With --confirmed the household goes on from this month.",
    )  # fmt: skip
    again.add_argument("household", metavar="HOUSEHOLD", type=int)
    again.add_argument("month", metavar="MONTH", help="the first month again, as 2026-03")
    again.add_argument("--confirmed", action="store_true", help="the person confirmed the form: begin the new period")
    offers = commands.add_parser(
        "unclaimed", help="offer bijstand that nobody asked for",
        description="Looks, of who left and gave consent only, whether known income of a month is below the norm, and keeps a "
                    "message that offers the difference.",
    )  # fmt: skip
    offers.add_argument("month", metavar="MONTH", help="the month, as 2026-03")
    for parser, run in ((again, restart), (offers, unclaimed)):
        add_lang(parser)
        add_ledger(parser)
        parser.set_defaults(run=run)


def restart(arguments: argparse.Namespace) -> None:
    """Print the form, or begin the new period."""
    from werkzaam.app.ledger.restart import form_text, restart_form
    from werkzaam.app.ledger.restart import restart as begin
    from werkzaam.app.texts.ledger import WORDS
    from werkzaam.core.months import Month

    month, lang = Month.parse(arguments.month), arguments.lang
    with desk_of(arguments) as desk:
        form = (begin if arguments.confirmed else restart_form)(desk, arguments.household, month, lang)
    sys.stdout.write(form_text(form, lang))
    if arguments.confirmed:
        sys.stdout.write("\n" + WORDS[lang]["restarted"].format(month=month.name(lang), number=month) + "\n")


def unclaimed(arguments: argparse.Namespace) -> None:
    """Make the offers and list them."""
    from werkzaam.app.ledger.unclaimed import unclaimed as offer
    from werkzaam.app.text_layout import euro
    from werkzaam.app.texts.ledger import WORDS
    from werkzaam.core.months import Month

    month, lang = Month.parse(arguments.month), arguments.lang
    with desk_of(arguments) as desk:
        found = offer(desk, month)
    for one in found:
        sys.stdout.write(WORDS[lang]["unclaimed"].format(household=one.household, amount=euro(one.cents, lang),
                                                         month=month.name(lang)) + "\n")  # fmt: skip
    if not found:
        sys.stdout.write(WORDS[lang]["no_unclaimed"] + "\n")
