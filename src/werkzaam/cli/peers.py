# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""`werkzaam peers` and `werkzaam own-view`: a case for colleagues without the person, and a look at one's own view of people."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from werkzaam.cli.options import Commands, add_lang, add_ledger, desk_of, paragraph
from werkzaam.core.errors import InputError


def add(commands: Commands) -> None:
    """Add the commands."""
    case = commands.add_parser(
        "peers", help="a client's case as colleagues may read it",
        description="Takes names, days and numbers out of a note, for consultation among colleagues. Where something may still "
                    "point to somebody nothing is shared. Nothing is kept.",
    )  # fmt: skip
    case.add_argument("person", metavar="PERSON", type=int, help="the number of the client whom the note is about")
    case.add_argument("note", metavar="FILE", type=Path, help="the note, as plain text")
    add_lang(case)
    add_ledger(case)
    case.set_defaults(run=peers)
    days = commands.add_parser("peer-days", help="the days of peer consultation in a year",
                               description="Lists a day a month for consultation among colleagues.")  # fmt: skip
    days.add_argument("year", metavar="YEAR", type=int)
    add_lang(days)
    days.set_defaults(run=peer_days)
    view = commands.add_parser(
        "own-view", help="look at your own view of people (nothing is kept)",
        description="Eight sentences and where your answers lead, for a talk among colleagues. Nothing is kept or sent.",
    )  # fmt: skip
    view.add_argument("answers", metavar="ANSWER", type=int, nargs="*", help="your answer to each sentence, 1 to 5")
    add_lang(view)
    view.set_defaults(run=own_view)


def peers(arguments: argparse.Namespace) -> None:
    """Print the case without the person."""
    from werkzaam.app.casework.peer_case import peer_case
    from werkzaam.app.texts.casework_peers import WORDS

    try:
        text = arguments.note.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"The note cannot be read ({error}). Check the path; plain text was expected.") from error
    words = WORDS[arguments.lang]
    with desk_of(arguments) as desk:
        cleaned = peer_case(desk, arguments.person, text)
    sys.stdout.write(f"{paragraph(words['case'])}\n\n{cleaned}\n\n{paragraph(words['lesson'])}\n")


def peer_days(arguments: argparse.Namespace) -> None:
    """Print the days."""
    from werkzaam.app.texts.casework_peers import WORDS
    from werkzaam.casework.peers import sessions

    if not 2000 <= arguments.year <= 2100:
        raise InputError(f"A year from 2000 to 2100 was expected; found {arguments.year}.")
    lines = [WORDS[arguments.lang]["sessions"].format(year=arguments.year), *map(str, sessions(arguments.year))]
    sys.stdout.write("\n".join(lines) + "\n")


def own_view(arguments: argparse.Namespace) -> None:
    """Print the sentences, or where the answers lead."""
    from werkzaam.app.texts.casework_peers import STATEMENTS, WORDS
    from werkzaam.casework.own_view import view_of

    words = WORDS[arguments.lang]
    if not arguments.answers:
        lines = [f"{number}. {text}" for number, text in enumerate(STATEMENTS[arguments.lang], 1)]
        lines += ["", paragraph(words["how"])]
    else:
        found = view_of(arguments.answers).quadrant
        lines = [paragraph(words[f"quadrant_{found or 'none'}"]), paragraph(words["talk"])]
    sys.stdout.write("\n".join(lines) + "\n")
