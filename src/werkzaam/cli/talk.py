# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""`werkzaam talk`: prepare a talk, beginning with the person; `werkzaam waiting`: how long each need waits for one."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from werkzaam.cli.options import Commands, add_lang, add_ledger, desk_of


def add(commands: Commands) -> None:
    """Add the commands."""
    parser = commands.add_parser(
        "talk", help="prepare a talk with a client",
        description="Shows how to begin, what there is to talk about with money first, wishes with vacancies, and duties last.",
    )  # fmt: skip
    parser.add_argument("person", metavar="PERSON", type=int, help="the number of the client")
    parser.add_argument("--vacancies", metavar="FILE", type=Path,
                        help="a CSV file with nummer, titel, trefwoorden (with ; between them), uren, plaats, tot")  # fmt: skip
    add_lang(parser)
    add_ledger(parser)
    parser.set_defaults(run=run)
    parser = commands.add_parser(
        "waiting", help="how long people wait for a talk, by what they agreed they need",
        description="Divides a case manager's talks by what was agreed, and says how long each need waits and who gets no time.",
    )  # fmt: skip
    parser.add_argument("worker", metavar="KLANTMANAGER", help="whose clients")
    parser.add_argument("--week", metavar="WEEK", required=True, help="such as 2019-W14")
    add_lang(parser)
    add_ledger(parser)
    parser.set_defaults(run=run_waiting)


def run(arguments: argparse.Namespace) -> None:
    """Print the preparation."""
    from werkzaam.app.casework.talk_page import prepared, talk_text
    from werkzaam.app.casework.vacancies_file import read_vacancies

    listed = read_vacancies(arguments.vacancies) if arguments.vacancies else []
    with desk_of(arguments) as desk:
        guide = prepared(desk, arguments.person, listed)
    sys.stdout.write(talk_text(guide, arguments.person, arguments.lang))


def run_waiting(arguments: argparse.Namespace) -> None:
    """Print the waiting times."""
    from werkzaam.app.casework.plan_of_week import proposed
    from werkzaam.app.casework.talk_page import waiting_text
    from werkzaam.casework.attention import waiting_times
    from werkzaam.casework.calendar import week_of

    with desk_of(arguments) as desk:
        asked, plan = proposed(desk, arguments.worker, week_of(arguments.week))
        planned = [one.talk.person for one in plan.placed]
        mine = [one for one in asked.dossiers.values() if (now := one.worker_on(desk.today)) and now.worker == arguments.worker]
        waiting = waiting_times(mine, desk.today, plan.room, planned)
    sys.stdout.write(waiting_text(waiting, plan.room, arguments.lang))
