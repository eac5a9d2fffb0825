# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""`werkzaam agenda`: who is due in a week and why."""

from __future__ import annotations

import argparse
import sys

from werkzaam.cli.options import Commands, add_lang, add_ledger, desk_of


def add(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add_parser(
        "agenda", help="who is due in a week and why",
        description="Lists what is due in a week for the clients of a case manager, most overdue first, each with its reason.",
    )  # fmt: skip
    parser.add_argument("worker", metavar="KLANTMANAGER", nargs="?", help="whose clients (default: everybody's)")
    parser.add_argument("--week", metavar="WEEK", required=True, help="such as 2019-W14")
    add_lang(parser)
    add_ledger(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> None:
    """Print the week."""
    from werkzaam.app.casework.agenda import due_in_week
    from werkzaam.app.casework.said import sentence
    from werkzaam.casework.calendar import week_of

    with desk_of(arguments) as desk:
        found = due_in_week(desk, arguments.worker, week_of(arguments.week))
    lines = [f"{due.by}  {due.person}  {sentence(due.code, arguments.lang, due.values)}" for due in found]
    sys.stdout.write("\n".join(lines or [sentence("nothing_due", arguments.lang)]) + "\n")
