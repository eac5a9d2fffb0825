# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""`werkzaam dossier` and `werkzaam handover`: a client's dossier as one page, and another case manager."""

from __future__ import annotations

import argparse
import sys
from datetime import date
from pathlib import Path

from werkzaam.cli.options import Commands, add_lang, add_ledger, desk_of
from werkzaam.core.errors import InputError


def add(commands: Commands) -> None:
    """Add the commands."""
    from werkzaam.casework.entry import Role

    page = commands.add_parser(
        "dossier", help="a client's dossier as one page",
        description="Prints what was agreed with a client, what waits and what we have to do, as far as you may see it. "
                    "That you looked is kept.",
    )  # fmt: skip
    change = commands.add_parser(
        "handover", help="give a client another case manager",
        description="Gives a client another case manager from a day on, keeps that the client is told, and prints the message "
                    "for the client. The new case manager reads the dossier before the first talk.",
    )  # fmt: skip
    for parser, run in ((page, dossier), (change, handover)):
        parser.add_argument("person", metavar="PERSON", type=int, help="the number of the client")
        add_lang(parser)
        add_ledger(parser)
        parser.set_defaults(run=run)
    page.add_argument("--as", dest="role", choices=[role.value for role in Role], default=Role.SUPPORT.value,
                      help=f"in which capacity (default: {Role.SUPPORT.value})")  # fmt: skip
    _of_a_change(change, [Role.SUPPORT.value, Role.LEAD.value])


def _of_a_change(parser: argparse.ArgumentParser, roles: list[str]) -> None:
    parser.add_argument("--to", metavar="KLANTMANAGER", required=True, help="the id of the new case manager")
    parser.add_argument("--from", dest="first", metavar="DAY", required=True, help="the first day, after today")
    parser.add_argument("--because", metavar="TEXT", required=True, help="why, as the client reads it")
    parser.add_argument("--out", metavar="FILE", type=Path, help="write the message to this file as well")
    parser.add_argument("--as", dest="role", choices=roles, default=roles[0],
                        help="in which capacity; a third change in a year is for the team leader")  # fmt: skip


def dossier(arguments: argparse.Namespace) -> None:
    """Print the page."""
    from werkzaam.app.casework.dossier_page import dossier_page
    from werkzaam.casework.entry import Role

    with desk_of(arguments) as desk:
        sys.stdout.write(dossier_page(desk, arguments.person, arguments.lang, role=Role(arguments.role)))


def handover(arguments: argparse.Namespace) -> None:
    """Keep the change and print what the client reads."""
    from werkzaam.app.casework.handing_over import hand_over, handover_text, message
    from werkzaam.casework.entry import Role

    try:
        first = date.fromisoformat(arguments.first)
    except ValueError:
        raise InputError(f"--from: a day was expected, such as 2020-06-01; found {arguments.first!r}.") from None
    with desk_of(arguments) as desk:
        change = hand_over(desk, arguments.person, arguments.to, first, arguments.because, role=Role(arguments.role))
        letter = message(change, desk.town.name, desk.town.phone, arguments.lang)
        sys.stdout.write(handover_text(change, arguments.person, arguments.lang) + letter)
    if arguments.out is not None:
        try:
            arguments.out.write_text(letter, encoding="utf-8")
        except OSError as error:
            raise InputError(f"The change is kept, but its message cannot be written ({error}). Ask for it again.") from error
