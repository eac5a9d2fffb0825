# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""`werkzaam goals`, `referrals` and `questions`: lists over all clients of a town."""

from __future__ import annotations

import argparse
import sys
from datetime import date

from werkzaam.cli.options import Commands, add_lang, add_ledger, desk_of
from werkzaam.core.errors import InputError


def add(commands: Commands) -> None:
    """Add the commands."""
    from werkzaam.casework.entry import Role

    wishes = commands.add_parser(
        "goals", help="how many clients have which goals",
        description="Counts the goals that clients agree with; proposals of ours are in no count.",
    )  # fmt: skip
    sent = commands.add_parser(
        "referrals", help="how many referrals came back, and what comes next",
        description="Counts the referrals of a period, those that came back, and lists their next steps.",
    )  # fmt: skip
    sent.add_argument("--from", dest="first", metavar="DAY", required=True, help="the first day")
    sent.add_argument("--to", dest="last", metavar="DAY", required=True, help="the last day")
    asked = commands.add_parser(
        "questions", help="questions of clients that wait",
        description="Lists the questions that wait for an answer, the first term first. The team leader sees those whose term is "
                    "over or that nobody owns.",
    )  # fmt: skip
    asked.add_argument("--as", dest="role", choices=(Role.SUPPORT.value, Role.LEAD.value), default=Role.SUPPORT.value,
                       help=f"in which capacity (default: {Role.SUPPORT.value})")  # fmt: skip
    for parser, run in ((wishes, goals), (sent, referrals), (asked, questions)):
        add_lang(parser)
        add_ledger(parser)
        parser.set_defaults(run=run)


def goals(arguments: argparse.Namespace) -> None:
    """Print the goals of a town."""
    from werkzaam.app.casework import lists

    with desk_of(arguments) as desk:
        sys.stdout.write(lists.goals_text(lists.goals(desk), desk.today, arguments.lang))


def referrals(arguments: argparse.Namespace) -> None:
    """Print the referrals of a period."""
    from werkzaam.app.casework import lists

    first, last = _day(arguments.first, "--from"), _day(arguments.last, "--to")
    if last < first:
        raise InputError(f"--to: a day from {first} on was expected; found {last}.")
    with desk_of(arguments) as desk:
        sys.stdout.write(lists.referrals_text(lists.referrals_made(desk, first, last), first, last, arguments.lang))


def questions(arguments: argparse.Namespace) -> None:
    """Print the questions that wait."""
    from werkzaam.app.casework import lists
    from werkzaam.casework.entry import Role

    with desk_of(arguments) as desk:
        sys.stdout.write(lists.questions_text(lists.questions(desk, Role(arguments.role)), arguments.lang))


def _day(text: str, option: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise InputError(f"{option}: a day was expected, such as 2020-01-01; found {text!r}.") from None
