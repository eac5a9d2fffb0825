# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""`werkzaam queue`, `take`, `close` and `received`: what needs a human and why, who does it, and what came of it."""

from __future__ import annotations

import argparse
import sys

from werkzaam.cli.options import Commands, add_lang, add_ledger, desk_of, say
from werkzaam.core.months import Month


def add(commands: Commands) -> None:
    """Add the commands."""
    waits = commands.add_parser("queue", help="what needs a human, and why", description="Lists what waits, the oldest first.")
    _shared(waits, queue)
    takes = commands.add_parser("take", help="take up a task of the queue",
                                description="Makes you the owner of a task. Its name stands behind it in the queue.")  # fmt: skip
    closes = commands.add_parser(
        "close",
        help="close a task of the queue",
        description="Closes a task with what came of it. What a bank refused then goes again.",
    )
    for parser, run in ((takes, take), (closes, close)):
        parser.add_argument("task", metavar="TASK", help="the name of the task, as the queue gives it")
        parser.add_argument("--reason", metavar="TEXT", required=True, help="why, or what came of it")
        _shared(parser, run)
    money = commands.add_parser("received", help="book money that came in for a claim",
                                description="Books money that came in, and that the queue has a task of, as paid back for the "
                                            "claim of a month.")  # fmt: skip
    money.add_argument("task", metavar="TASK", help="the name of the task, as the queue gives it")
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


def received(arguments: argparse.Namespace) -> None:
    """Book money for a claim."""
    from werkzaam.app.ledger import tasks

    month = Month.parse(arguments.month)
    with desk_of(arguments) as desk:
        amount, left = tasks.received(desk, arguments.task, arguments.household, month)
    say("received", arguments.lang, amount=amount, left=left, household=arguments.household, month=month)
