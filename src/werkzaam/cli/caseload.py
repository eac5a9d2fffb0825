# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""`werkzaam caseload`: what guidance was promised and what was done; and the form for the yearly talk with a case manager."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from werkzaam.cli.options import Commands, add_lang, add_ledger, desk_of, write_picture


def add(commands: Commands) -> None:
    """Add the commands."""
    parser = commands.add_parser(
        "caseload", help="what guidance was promised and what was done",
        description="Shows clients for a full-time position, time for talks, contacts, who was outside the protocol, and how the "
        "clients are doing. It compares no case managers, and hides numbers of fewer than ten people.",
    )  # fmt: skip
    parser.add_argument("--team", metavar="TEAM", help="one team (default: the town)")
    parser.add_argument("--period", metavar="PERIOD",
                        help="2019, 2019-Q2 or 2019-01/2021-03 (default: the last twelve whole months)")  # fmt: skip
    parser.add_argument("--format", choices=("text", "json"), default="text", help="text or json (default: text)")
    parser.add_argument(
        "--svg", metavar="FILE", type=Path, help="draw the pictures too: FILE-load.svg, FILE-talks.svg and others"
    )
    add_lang(parser)
    add_ledger(parser)
    parser.set_defaults(run=run)
    _add_small(commands)


def _add_small(commands: Commands) -> None:
    log = commands.add_parser(
        "contact-log", help="the contacts with one client, summed by channel and who took the first step",
        description="Counts the contacts with one client that took place in a period, by channel and who took the first step.",
    )  # fmt: skip
    log.add_argument("person", metavar="PERSON", type=int, help="the number of the client")
    log.add_argument("--period", metavar="PERIOD", help="as of caseload")
    add_lang(log)
    add_ledger(log)
    log.set_defaults(run=run_log)
    form = commands.add_parser(
        "evaluation", help="the form for the yearly talk with a case manager, without outflow",
        description="Prints the empty form for the yearly talk with a case manager: what they did, and what they need.",
    )  # fmt: skip
    add_lang(form)
    form.set_defaults(run=run_form)


def run(arguments: argparse.Namespace) -> None:
    """Print the page, and draw its pictures when asked."""
    from werkzaam.app.casework.caseload import caseload_page
    from werkzaam.app.casework.caseload_json import caseload_json
    from werkzaam.app.casework.caseload_text import caseload_text
    from werkzaam.app.casework.offices import office_of
    from werkzaam.casework.period import period_of

    with desk_of(arguments) as desk:
        period = period_of(arguments.period, desk.today)
        page = caseload_page(desk, office_of(desk), period, arguments.team)
    sys.stdout.write(caseload_json(page) if arguments.format == "json" else caseload_text(page, arguments.lang))
    if arguments.svg is not None:
        from werkzaam.app.casework.pictures import pictures

        for name, drawn in pictures(page, arguments.lang).items():
            file = arguments.svg.with_name(f"{arguments.svg.stem}-{name}.svg")
            write_picture(file, drawn)
            print(f"werkzaam caseload: {file}", file=sys.stderr)


def run_log(arguments: argparse.Namespace) -> None:
    """Print the sums of one client's log."""
    from werkzaam.app.casework.caseload_text import log_text
    from werkzaam.app.casework.dossiers import dossier_of
    from werkzaam.casework.dose import summary
    from werkzaam.casework.entry import Role
    from werkzaam.casework.period import period_of

    with desk_of(arguments) as desk:
        period = period_of(arguments.period, desk.today)
        dossier = dossier_of(desk, arguments.person, Role.SUPPORT, purpose="contact-log")
    sys.stdout.write(log_text(dossier.person, summary(dossier.contacts, period), arguments.lang))


def run_form(arguments: argparse.Namespace) -> None:
    """Print the form."""
    from werkzaam.app.casework.caseload_text import evaluation_text

    sys.stdout.write(evaluation_text(arguments.lang))
