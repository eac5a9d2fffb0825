# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""`werkzaam ladder`: how a client is invited, and the letter. `werkzaam blocked-rules`: rules that stood in the way in a year."""

from __future__ import annotations

import argparse
import sys

from werkzaam.cli.options import Commands, add_lang, add_ledger, desk_of


def add(commands: Commands) -> None:
    """Add both commands."""
    parser = commands.add_parser(
        "ladder", help="how a client is invited: where they are, what comes next, what cannot come",
        description="Shows the steps of the client's regime in their order, where the client is and why, what may come next and "
                    "what cannot, and what is asked of the client. With --letter the text of the invitation.",
    )  # fmt: skip
    parser.add_argument("person", metavar="PERSON", type=int, help="the number of the client")
    parser.add_argument("--letter", action="store_true", help="the text of the invitation that is out or may go out")
    parser.add_argument("--own-words", metavar="TEXT", help="a paragraph of your own in the letter; a threat is refused")
    add_lang(parser)
    add_ledger(parser)
    parser.set_defaults(run=run)
    parser = commands.add_parser(
        "blocked-rules", help="rules that stood in the way of taking part, counted for a year",
        description="Counts by rule and wish how often a rule stood in the way in a year (werkzaam blocked note). No names.",
    )  # fmt: skip
    parser.add_argument("year", metavar="YEAR", type=int, help="such as 2019")
    add_lang(parser)
    add_ledger(parser)
    parser.set_defaults(run=run_blocked)


def run(arguments: argparse.Namespace) -> None:
    """Print the page or the letter."""
    from werkzaam.app.casework.invitation_letter import invitation_letter
    from werkzaam.app.casework.ladder_page import ladder_for_staff

    with desk_of(arguments) as desk:
        if arguments.letter or arguments.own_words:
            text = invitation_letter(desk, arguments.person, arguments.lang, own_words=arguments.own_words)
        else:
            text = ladder_for_staff(desk, arguments.person, arguments.lang)
    sys.stdout.write(text)


def run_blocked(arguments: argparse.Namespace) -> None:
    """Print the report."""
    from werkzaam.app.casework.blocked_report import blocked_report

    with desk_of(arguments) as desk:
        text = blocked_report(desk, arguments.year, arguments.lang)
    sys.stdout.write(text)
