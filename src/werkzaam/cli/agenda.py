# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""`werkzaam agenda`: who is due in a week and why, with whom and on which day; `--plan` makes the appointments."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from werkzaam.cli.options import Commands, add_lang, add_ledger, desk_of
from werkzaam.core.errors import InputError

if TYPE_CHECKING:
    from werkzaam.app.casework.agenda import Asked
    from werkzaam.app.ledger.desk import Desk


def add(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add_parser(
        "agenda", help="who is due in a week and why, and on which day",
        description="Shows a week: each talk with its day and its reason, what does not fit and why, and who was silent longest.",
    )  # fmt: skip
    parser.add_argument("worker", metavar="KLANTMANAGER", nargs="?", help="whose week (default: everybody's)")
    parser.add_argument("--week", metavar="WEEK", required=True, help="such as 2019-W14")
    parser.add_argument("--plan", action="store_true", help="plan the week of the whole town and make the appointments")
    parser.add_argument("--away", metavar="WORKER", help="with --plan: who is away this week; only that team is planned anew")
    parser.add_argument("--ics", metavar="FILE", type=Path, help="also write the appointments for a calendar, without names")
    add_lang(parser)
    add_ledger(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> None:
    """Print the week, or plan it and print what became of it."""
    from werkzaam.app.casework.agenda_page import agenda_text, kept_text
    from werkzaam.app.casework.dossiers import no_collection
    from werkzaam.app.casework.plan_of_week import keep, planned, proposed
    from werkzaam.casework.calendar import week_of

    if arguments.away and not arguments.plan:
        raise InputError("--away goes with --plan: it makes the plan of a team anew.")
    if arguments.plan and arguments.worker:
        raise InputError("--plan is for the whole town, so that colleagues can help; leave the case manager out.")
    monday, lang = week_of(arguments.week), arguments.lang
    with desk_of(arguments) as desk, no_collection():
        if arguments.plan:
            asked, plan = planned(desk, monday, away=arguments.away)
            kept = keep(desk, asked, plan, arguments.week)
            told = kept_text(kept, plan, arguments.week, lang)
            asked, _ = planned(desk, monday, away=arguments.away) if arguments.ics else (asked, plan)
        else:
            asked, plan = proposed(desk, arguments.worker, monday) if arguments.worker else planned(desk, monday)
            told = agenda_text(asked, plan, arguments.week, arguments.worker, lang)
        if arguments.ics:
            told += _calendar(desk, asked, arguments.worker, arguments.ics, lang)
    sys.stdout.write(told)


def _calendar(desk: Desk, asked: Asked, worker: str | None, file: Path, lang: str) -> str:
    """Write the appointments that were made; what was written, as a line."""
    from werkzaam.app.casework.calendar_file import calendar_of
    from werkzaam.app.casework.plan_of_week import standing
    from werkzaam.app.casework.said import sentence

    made = standing(asked, worker)
    text = calendar_of(made, asked.office.terms, town=desk.town.id, moment=desk.moment, lang=lang)
    try:
        file.write_text(text, encoding="utf-8", newline="")
    except OSError as error:
        raise InputError(f"The calendar cannot be written ({error}); give --ics another file.") from error
    return sentence("calendar_written", lang, {"many": len(made), "file": str(file)}) + "\n"
