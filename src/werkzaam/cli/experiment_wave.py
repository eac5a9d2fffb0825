# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""`werkzaam experiment wave plan`, `import` and `status`: rounds of interviews."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from werkzaam.cli.experiment_roster import design_of
from werkzaam.cli.options import Commands, add_ledger, desk_of
from werkzaam.core.errors import InputError

if TYPE_CHECKING:
    from werkzaam.app.experiment.table import Table
    from werkzaam.app.experiment.wave_file import WaveRow
    from werkzaam.experiment.design import Design
    from werkzaam.experiment.survey import QuestionSet

FORMATS = ("csv", "redcap", "limesurvey", "kobo")


def add(parts: Commands) -> None:
    """Add the command with its subcommands."""
    parser = parts.add_parser("wave", help="rounds of interviews: plan, import, status", description="Rounds of interviews.")
    what = parser.add_subparsers(title="what", metavar="WHAT", dest="wave_command", required=True)
    plans = _command(what, "plan", "whom to ask in a wave, and from which day", "Prints whom to ask in a wave, in the order in "
                     "which they were asked before, as CSV: place, pid, earliest and latest day.", plan)  # fmt: skip
    plans.add_argument("wave", metavar="WAVE")
    imports = _command(what, "import", "keep what a wave brought", "Keeps interviews, answers and reasons for none. All "
                       "or nothing; the same file twice changes nothing (docs/reference/wave-files.md).", keep)  # fmt: skip
    imports.add_argument("file", metavar="FILE", type=Path)
    imports.add_argument("--questions", metavar="FILE", type=Path, help="the questions (default: the set that ships, basis)")
    imports.add_argument("--format", choices=FORMATS, default="csv", help="what wrote the file (default: csv, our own)")
    imports.add_argument("--wave", metavar="WAVE", help="the wave, for limesurvey and kobo")
    imports.add_argument("--version", metavar="N", default="", help="the version of the questions, where the file has none")
    imports.add_argument("--without", metavar="COLUMN", action="append", default=[], help="a column to leave out unread")
    text = "Prints whom to ask, evenly over the arms, those of last year first (docs/reference/wave-files.md)."
    depth = _command(what, "long", "whom to ask for a long interview this year", text, long)
    depth.add_argument("file", metavar="FILE", type=Path, help="the candidates: pid, language_able, last_year")
    depth.add_argument("--slots", metavar="N", type=int, default=20, help="how many people (default: 20)")
    _command(what, "status", "how every wave stands", "Prints for every wave who was asked, who was interviewed and how, and why "
             "others were not.", status)  # fmt: skip


def _command(what: Commands, name: str, short: str, long: str, run: Callable[..., object]) -> argparse.ArgumentParser:
    parser = what.add_parser(name, help=short, description=long)
    parser.add_argument("design", metavar="DESIGN", help="a design file, or the name of a design that ships")
    add_ledger(parser)
    parser.set_defaults(run=run)
    return parser


def plan(arguments: argparse.Namespace) -> None:
    """Print whom to ask."""
    from werkzaam.app.experiment.fieldwork import planned

    design = design_of(arguments.design)
    with desk_of(arguments) as desk:
        found = planned(desk, design, arguments.wave)
    sys.stdout.write("place;pid;earliest;latest\n")
    for one in found:
        if one.fits:
            sys.stdout.write(f"{one.place};{one.person};{one.earliest};{one.latest}\n")
    late = [one for one in found if not one.fits]
    if late:
        last = late[0].latest
        why = f"it ended on {last}" if desk.today > last else f"it ends on {last}, before six months are over"
        print(f"{len(late)} people cannot be asked in {arguments.wave}: {why}.", file=sys.stderr)


def long(arguments: argparse.Namespace) -> None:
    """Print whom to ask for a long interview."""
    from werkzaam.app.experiment.long_interviews import long_interviews

    design = design_of(arguments.design)
    if arguments.slots < 1:
        raise InputError(f"--slots: one or more people were expected; found {arguments.slots}.")
    with desk_of(arguments) as desk:
        found = long_interviews(desk, design, arguments.file, arguments.slots)
    sys.stdout.write("place;pid;arm\n")
    for place, one in enumerate(found.people, 1):
        sys.stdout.write(f"{place};{one.person};{one.arm}\n")
    print(f"And every case manager, this year too: {', '.join(found.case_managers) or 'none is recorded'}.", file=sys.stderr)


def keep(arguments: argparse.Namespace) -> None:
    """Keep a file and say what it brought."""
    from werkzaam.app.experiment.fieldwork import import_wave
    from werkzaam.app.experiment.question_file import read_questions, shipped_questions
    from werkzaam.app.sentence import euros

    design = design_of(arguments.design)
    questions = read_questions(arguments.questions) if arguments.questions else shipped_questions("basis")
    with desk_of(arguments) as desk:
        table, rows = _read(arguments, design, questions, desk.today)
        done = import_wave(desk, design, table, rows)
    if done.again:
        sys.stdout.write("Nothing new: this file was read before. Nothing was changed.\n")
        return
    sys.stdout.write(f"Kept: interviews {done.interviews}, reasons for none {done.reasons}.\n")
    cents = sum(int(one.detail["cents"]) for one in done.vouchers)
    sys.stdout.write(f"Vouchers due: {len(done.vouchers)}, {euros(cents, 'en')} in all.\n")
    for remark in done.remarks:
        sys.stdout.write(f"  {remark}\n")


def _read(
    arguments: argparse.Namespace, design: Design, questions: QuestionSet, today: date
) -> tuple[Table, list[WaveRow]]:  # fmt: skip
    from werkzaam.app.exchange.kobo import read_kobo
    from werkzaam.app.exchange.limesurvey import read_limesurvey
    from werkzaam.app.exchange.redcap import read_redcap
    from werkzaam.app.experiment.wave_file import read_wave, rows_of

    file, without = arguments.file, arguments.without
    if arguments.format == "csv":
        return read_wave(file, design, questions, today, without)
    if arguments.format == "redcap":
        table = read_redcap(file, design, questions, without)
    else:
        if not arguments.wave:
            raise InputError(f"--wave is needed: an export of {arguments.format} does not say which wave it is of.")
        how = read_limesurvey if arguments.format == "limesurvey" else read_kobo
        table = how(file, design, questions, arguments.wave, version=arguments.version, without=without)
    return table, rows_of(table, design, questions, today)


def status(arguments: argparse.Namespace) -> None:
    """Print how the waves stand."""
    from werkzaam.app.experiment.fieldwork import standing

    design = design_of(arguments.design)
    with desk_of(arguments) as desk:
        found = standing(desk, design)
    if not found:
        sys.stdout.write(f"{design.id} has no waves: everything comes from registers (experiment register).\n")
    for one in found:
        told = one.response
        sys.stdout.write(f"{one.wave}: {told.completed} of {told.asked} interviewed, {told.open} open\n")
        for reason, count in told.reasons.items():
            sys.stdout.write(f"  {count:6}  {reason.value}\n")
        held = ", ".join(f"{mode.value} {count}" for mode, count in one.modes.items())
        sys.stdout.write(f"          held: {held}\n")
