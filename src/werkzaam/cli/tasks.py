# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""`werkzaam queue`, `take`, `close`, `take-back` and `received`: what needs a human and why, who does it, and what came of it."""

from __future__ import annotations

import argparse
import sys

from werkzaam.cli.options import Commands, add_lang, add_ledger, desk_of, say
from werkzaam.core.months import Month


def add(commands: Commands) -> None:
    """Add the commands."""
    waits = commands.add_parser("queue", help="what needs a human, and why", description="Lists what waits, the oldest first.")
    _shared(waits, queue)
    for name, what, description, reason, run in _BY_NAME:
        parser = commands.add_parser(name, help=what, description=description)
        parser.add_argument("task", metavar="TASK", help=_TASK)
        parser.add_argument("--reason", metavar="TEXT", required=True, help=reason)
        _shared(parser, run)
    money = commands.add_parser("received", help="book money that came in for a claim",
                                description="Books money that came in, and that the queue has a task of, as paid back for the "
                                            "claim of a month.")  # fmt: skip
    money.add_argument("task", metavar="TASK", help=_TASK)
    money.add_argument("household", metavar="HOUSEHOLD", type=int)
    money.add_argument("month", metavar="MONTH", help="the month that is paid back, as 2026-03")
    _shared(money, received)


def _shared(parser: argparse.ArgumentParser, run: object) -> None:
    add_lang(parser)
    add_ledger(parser)
    parser.set_defaults(run=run)


def queue(arguments: argparse.Namespace) -> None:
    """Print what waits."""
    from werkzaam.app.ledger.waiting import waiting_text

    with desk_of(arguments) as desk:
        sys.stdout.write(waiting_text(desk, arguments.lang))


def take(arguments: argparse.Namespace) -> None:
    """Become the owner of a task."""
    from werkzaam.app.ledger import tasks

    with desk_of(arguments) as desk:
        tasks.take(desk, arguments.task, reason=arguments.reason)
        say("taken", arguments.lang, officer=desk.actor, item=arguments.task)


def close(arguments: argparse.Namespace) -> None:
    """Close a task; closed again it says who did."""
    from werkzaam.app.ledger import tasks
    from werkzaam.app.ledger.answered import AnsweredBefore

    try:
        with desk_of(arguments) as desk:
            tasks.finish(desk, arguments.task, reason=arguments.reason)
            say("closed", arguments.lang, officer=desk.actor, item=arguments.task)
    except AnsweredBefore as before:
        sys.stdout.write(f"{before.text(arguments.lang)}\n")


def take_back(arguments: argparse.Namespace) -> None:
    """Take back the wage of a task."""
    from werkzaam.app.ledger.wage_gone import take_back_wage

    with desk_of(arguments) as desk:
        wage = take_back_wage(desk, arguments.task, reason=arguments.reason)
        say("wage_taken_back", arguments.lang, officer=desk.actor, job=wage.row["baan"], first=wage.row["gewerkt_van"],
            last=wage.row["gewerkt_tot"])  # fmt: skip


def received(arguments: argparse.Namespace) -> None:
    """Book money for a claim."""
    from werkzaam.app.ledger import tasks

    month = Month.parse(arguments.month)
    with desk_of(arguments) as desk:
        amount, left = tasks.received(desk, arguments.task, arguments.household, month)
    say("received", arguments.lang, amount=amount, left=left, household=arguments.household, month=month)


_TASK = "the name of the task, as the queue gives it"
_WHY = "why, or what came of it"
_BY_NAME = (
    ("take", "take up a task of the queue", "Makes you the owner of a task. Its name stands behind it in the queue.", _WHY, take),
    ("close", "close a task of the queue",
     "Closes a task with what came of it. What a bank refused then goes again.", _WHY, close),
    ("take-back", "take back a wage that its employer says was not earned",
     "Takes back the wage of a task of the queue, in your name. Then the next run settles its month anew.",
     "whom you asked, and what they said", take_back),
)  # fmt: skip
"""What somebody does with one task and says why: the command, its help, and what it runs."""
