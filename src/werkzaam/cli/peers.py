# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""`werkzaam peers`, `own-view` and `training`: cases among colleagues without the person, one's own view, and courses."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from werkzaam.cli.options import Commands, add_lang, add_ledger, desk_of, paragraph
from werkzaam.core.errors import InputError


def add(commands: Commands) -> None:
    """Add the commands."""
    from werkzaam.casework.entry import Role

    group = commands.add_parser("peers", help="consultation among colleagues, without the person")
    kinds = group.add_subparsers(title="peers", metavar="WHAT", required=True)
    case = _one(kinds, "share", share, "a case without the person",
                "Takes names, days and numbers out of a note. Where something may still point to somebody nothing is shared. "
                "Nothing is kept.")  # fmt: skip
    case.add_argument("person", metavar="PERSON", type=int, help="the number of the client whom the note is about")
    case.add_argument("note", metavar="FILE", type=Path, help="the note, as plain text")
    learned = _one(kinds, "lesson", lesson, "keep what you learned together",
                   "Keeps what colleagues learned, without a name of anybody.")  # fmt: skip
    learned.add_argument("--text", metavar="TEXT", required=True, help="the lesson")
    _one(kinds, "lessons", lessons, "what was learned so far", "Lists what colleagues learned.")
    days = _one(kinds, "days", peer_days, "the days of a year", "Lists a day a month for consultation.", ledger=False)
    days.add_argument("year", metavar="YEAR", type=int)
    view = _one(commands, "own-view", own_view, "look at your own view of people (nothing is kept)",
                "Eight sentences and where your answers lead, for a talk among colleagues. Nothing is kept or sent.",
                ledger=False)  # fmt: skip
    view.add_argument("answers", metavar="ANSWER", type=int, nargs="*", help="your answer to each sentence, 1 to 5")
    courses = _one(commands, "training", training, "who had no course for long (for the team leader)",
                   "Lists who is in service and followed no course within the town's term.")  # fmt: skip
    courses.add_argument("--as", dest="role", choices=[role.value for role in Role], default=Role.SUPPORT.value,
                         help="in which capacity; it is for the team leader only")  # fmt: skip


def _one(
    commands: Commands, name: str, run: object, what: str, description: str, *, ledger: bool = True
) -> argparse.ArgumentParser:
    parser = commands.add_parser(name, help=what, description=description)
    add_lang(parser)
    if ledger:
        add_ledger(parser)
    parser.set_defaults(run=run)
    return parser


def share(arguments: argparse.Namespace) -> None:
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


def lesson(arguments: argparse.Namespace) -> None:
    """Keep a lesson."""
    from werkzaam.app.casework.peer_case import keep_lesson
    from werkzaam.app.texts.casework_peers import WORDS

    with desk_of(arguments) as desk:
        new = keep_lesson(desk, arguments.text)
    sys.stdout.write(WORDS[arguments.lang]["lesson_kept" if new else "lesson_there"] + "\n")


def lessons(arguments: argparse.Namespace) -> None:
    """Print the lessons."""
    from werkzaam.app.casework import peer_case
    from werkzaam.app.texts.casework_peers import WORDS

    with desk_of(arguments) as desk:
        lines = [paragraph(f"{one.day}  {one.body['lesson']}") for one in peer_case.lessons(desk)]
    sys.stdout.write("\n".join(lines or [WORDS[arguments.lang]["lesson_none"]]) + "\n")


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


def training(arguments: argparse.Namespace) -> None:
    """Print who had no course for long."""
    from werkzaam.app.casework.offices import office_of
    from werkzaam.app.casework.training import untrained, untrained_text
    from werkzaam.casework.entry import Role

    with desk_of(arguments) as desk:
        found = untrained(desk, Role(arguments.role))
        sys.stdout.write(untrained_text(found, office_of(desk).terms.training_months, arguments.lang))
