# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""`werkzaam experiment register`, `lock`, `analyse`, `report` and `pretend`: from outcomes to a verdict."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from werkzaam.cli.experiment_roster import design_of, expected_beside
from werkzaam.cli.options import Commands, add_lang, add_ledger, desk_of
from werkzaam.core.errors import InputError

REDRAWS = 10_000
FORMATS = ("html", "pdf")


def add(parts: Commands) -> None:
    """Add the commands."""
    registers = _command(parts, "register", "keep what the register says", "Keeps spells on benefit, or values of a month, from "
                         "a file (docs/reference/register-file.md). All or nothing.", register)  # fmt: skip
    registers.add_argument("file", metavar="FILE", type=Path)
    registers.add_argument("--until", metavar="DAY", required=True, help="the day until which the register is known")
    registers.add_argument("--key", metavar="FILE", type=Path, help="the key for pseudonyms, for a file with numbers of the town")
    _redraws(_command(parts, "lock", "lock the plan of the analysis", "Fixes plan, code and columns beforehand. "
                      "What differs later is marked as thought of afterwards.", lock))  # fmt: skip
    analyses = _command(parts, "analyse", "the planned analysis, under letters first", "Runs the planned analysis under letters. "
                        "With --unmask and --and two people ask to see which arm is which.", analyse)  # fmt: skip
    _redraws(analyses)
    add_lang(analyses)
    analyses.add_argument("--out", metavar="FILE", type=Path, help="the page under letters, as HTML")
    analyses.add_argument("--unmask", metavar="NAME", help="who asks to see the arms")
    analyses.add_argument("--and", metavar="NAME", dest="second", help="and who else")
    _add_report(parts)
    _add_pretend(parts)


def _add_report(parts: Commands) -> None:
    reports = _command(parts, "report", "the report, with its limits", "Writes the technical report, or with --participants the "
                       "page for those who took part. The same numbers in both.", report)  # fmt: skip
    _redraws(reports)
    add_lang(reports)
    reports.add_argument("--out", metavar="FILE", type=Path, required=True)
    reports.add_argument("--format", choices=FORMATS, default="html", help="default: html")
    kinds = reports.add_mutually_exclusive_group()
    kinds.add_argument("--participants", action="store_true", help="the page for participants")
    kinds.add_argument("--council", action="store_true", help="the yearly view for the council")
    reports.add_argument("--wave", metavar="WAVE", help="as far as this wave; its outcomes, and those of the register until then")


def _add_pretend(parts: Commands) -> None:
    long = "Writes files of people who do not exist: a roster, or after the draw waves and register like those of Amsterdam."
    pretends = _command(parts, "pretend", "synthetic files to learn with", long, pretend)
    pretends.add_argument("what", choices=("roster", "followup"))
    pretends.add_argument("--out", metavar="FOLDER", type=Path, required=True)
    pretends.add_argument("--people", metavar="N", type=int, default=5_250, help="for a roster (default: 5250)")
    pretends.add_argument("--effect", choices=("published", "null", "known"), default="published", help="for a followup")
    pretends.add_argument("--seed", metavar="N", type=int, default=1)


def _command(parts: Commands, name: str, short: str, long: str, run: Callable[..., object]) -> argparse.ArgumentParser:
    parser = parts.add_parser(name, help=short, description=long)
    parser.add_argument("design", metavar="DESIGN", help="a design file, or the name of a design that ships")
    add_ledger(parser)
    parser.set_defaults(run=run)
    return parser


def _redraws(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--redraws", metavar="N", type=int, default=REDRAWS, help=f"default: {REDRAWS}; part of the plan")


def register(arguments: argparse.Namespace) -> None:
    """Keep a file and say what it brought."""
    from werkzaam.app.experiment.enrol import read_key
    from werkzaam.app.experiment.register_file import import_register

    try:
        until = date.fromisoformat(arguments.until)
    except ValueError:
        raise InputError(f"A day was expected after --until, such as 2022-07-31; found {arguments.until!r}.") from None
    with desk_of(arguments) as desk:
        key = read_key(arguments.key) if arguments.key else None
        done = import_register(desk, design_of(arguments.design), arguments.file, until, key)
    if done.again:
        sys.stdout.write("Nothing new: this file was read before. Nothing was changed.\n")
    else:
        sys.stdout.write(f"Kept: {done.rows} rows of {done.layout} about {done.people} people.\n")


def lock(arguments: argparse.Namespace) -> None:
    """Lock the plan."""
    from werkzaam.app.experiment.analysing import lock_plan

    with desk_of(arguments) as desk:
        held = lock_plan(desk, design_of(arguments.design), arguments.redraws)
    sys.stdout.write(
        f"Locked at {held.at} by {held.by}.\n  plan     {held.plan}\n  code     {held.code}\n  columns  {held.columns}\n"
    )


def analyse(arguments: argparse.Namespace) -> None:
    """Look under letters, or let two people open the arms."""
    from werkzaam.app.experiment.analysing import look_masked, open_arms
    from werkzaam.app.experiment.report.content import report as made
    from werkzaam.app.experiment.report.html import page

    design = design_of(arguments.design)
    if (arguments.unmask is None) != (arguments.second is None):
        raise InputError("Two people ask to see the arms: give --unmask NAME and --and NAME.")
    with desk_of(arguments) as desk:
        if arguments.unmask is not None:
            open_arms(desk, design, arguments.unmask, arguments.second)
            sys.stdout.write("The arms may be seen. 'experiment report' names them.\n")
            return
        with _bar() as progress:
            found = look_masked(desk, design, arguments.redraws, progress)
    told = made(found, arguments.lang)
    if arguments.out is not None:
        _write(arguments.out, page(told).encode())
    for said in (*told.sections[0].said, *told.stamp):
        sys.stdout.write(said + "\n")


def report(arguments: argparse.Namespace) -> None:
    """Write the report."""
    from werkzaam.app.experiment.analysing import look
    from werkzaam.app.experiment.report import check, content, html, participants, pdf, yearly

    design = design_of(arguments.design)
    assumed = expected_beside(arguments.design, design)
    with desk_of(arguments) as desk:
        with _bar() as progress:
            found = look(desk, design, arguments.redraws, progress, arguments.wave, assumed)
        told = content.report(found, arguments.lang)
        check.refuse(told, found.analysis, found.design)
        if arguments.participants:
            told = participants.participants_page(found, arguments.lang)
        elif arguments.council:
            told = yearly.council_view(found, arguments.lang)
        made = html.page(told).encode() if arguments.format == "html" else pdf.as_pdf(told, desk.town.name)
    _write(arguments.out, made)
    sys.stdout.write(f"{arguments.out} was written.\n")


def pretend(arguments: argparse.Namespace) -> None:
    """Write synthetic files."""
    from werkzaam.app.experiment.pretend import write_followup, write_roster
    from werkzaam.app.experiment.twin import Effect

    design = design_of(arguments.design)
    if arguments.what == "roster":
        made = [write_roster(design, arguments.out, arguments.people, arguments.seed)]
    else:
        with desk_of(arguments) as desk:
            made = list(write_followup(desk, design, arguments.out, Effect(arguments.effect), arguments.seed))
    for path in made:
        sys.stdout.write(f"{path}\n")


@contextmanager
def _bar() -> Iterator[Callable[[int, int], None]]:
    """A bar on the screen for the redraws; quiet where nobody watches."""
    from tqdm import tqdm

    with tqdm(total=0, unit=" redraws", leave=False, disable=not sys.stderr.isatty()) as bar:

        def on(done: int, of: int) -> None:
            bar.total, bar.n = of, done
            bar.refresh()

        yield on


def _write(path: Path, content: bytes) -> None:
    """Write a file as a whole or not at all."""
    draft = path.with_name(path.name + ".draft")
    try:
        draft.write_bytes(content)
        draft.replace(path)
    except OSError as error:
        raise InputError(f"cannot be written: {error.strerror}.", file=str(path)) from error
