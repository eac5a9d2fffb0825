# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""`werkzaam experiment new`, `check`, `protocol`, `diagnose`, `size` and `yearly`: designs, sizes and a yearly question."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from werkzaam.cli.options import WIDTH, Commands, add_lang, paragraph
from werkzaam.core.errors import InputError

DESIGN = "a design file, or the name of one that ships (docs/reference/design-file.md)"


def add(commands: Commands) -> None:
    """Add the commands."""
    _new(commands)
    _check(commands)
    _protocol(commands)
    _diagnose(commands)
    _size(commands)
    _yearly(commands)


def _new(commands: Commands) -> None:
    new = commands.add_parser("new", help="a design file to start from",
                              description="Writes NAME.toml and NAME_assumptions.toml, copied from a design that ships. "
                                          "Nothing is overwritten.")  # fmt: skip
    new.add_argument("name", metavar="NAME", help="the id of the new design, in small letters, such as gouda_2027")
    new.add_argument("--from", dest="origin", metavar="DESIGN", default="amsterdam_2018",
                     help="the design to copy (default: amsterdam_2018)")  # fmt: skip
    new.add_argument("--folder", metavar="FOLDER", type=Path, default=Path(), help="where to write (default: here)")
    new.set_defaults(run=make)


def _check(commands: Commands) -> None:
    check = commands.add_parser("check", help="a design in words, and what is to be known of it",
                                description="Reads a design strictly, says it in words, and warns of what it can never show and "
                                            "where it is weak.")  # fmt: skip
    check.add_argument("design", metavar="DESIGN", help=DESIGN)
    check.add_argument(
        "--effect-of", metavar="ELEMENT", help="only answer whether the arms can say what this does, such as premium"
    )
    add_lang(check)
    check.set_defaults(run=look)


def _protocol(commands: Commands) -> None:
    written = commands.add_parser("protocol", help="the whole design as a protocol, before there is any data",
                                  description="Writes arms, outcomes, tests, numbers of people and waves with the id that every "
                                              "analysis will name.")  # fmt: skip
    written.add_argument("design", metavar="DESIGN", help=DESIGN)
    written.add_argument("--out", metavar="FILE.md", type=Path, required=True, help="where to write it; nothing is overwritten")
    add_lang(written)
    written.set_defaults(run=write_protocol)


def _diagnose(commands: Commands) -> None:
    many = commands.add_parser("diagnose", help="what a design can find, by running it on imagined people",
                               description="Runs designs thousands of times on imagined people, with the assumptions beside "
                                           "them: power, bias, coverage, false findings, the smallest difference found. Two "
                                           "designs are compared.")  # fmt: skip
    many.add_argument("designs", metavar="DESIGN", nargs="+", help=DESIGN)
    many.add_argument("--experiments", metavar="NUMBER", type=int, default=2000, help="how many runs of each (default: 2000)")
    many.add_argument("--seed", metavar="NUMBER", type=int, default=1, help="the same seed gives the same numbers (default: 1)")
    many.add_argument("--out", metavar="FOLDER", type=Path, help="also write a picture, and a table as CSV for each design")
    add_lang(many)
    many.set_defaults(run=run)


def _size(commands: Commands) -> None:
    size = commands.add_parser("size", help="how many people it takes to ask a question about subgroups",
                               description="People per subgroup and arm to find a difference of so many percentage points in "
                                           "each subgroup, for one test each and for all together.")  # fmt: skip
    size.add_argument("--subgroups", metavar="N", type=int, required=True, help="subgroups that are each compared")
    size.add_argument("--points", metavar="POINTS", type=float, required=True, help="the difference to find, such as 15")
    size.add_argument("--base", metavar="PERCENT", type=float, default=50.0, help="the share without the arm (default: 50)")
    size.add_argument("--arms", metavar="N", type=int, default=3, help="arms in all (default: 3)")
    size.add_argument("--power", metavar="PERCENT", type=float, default=80.0, help="the chance to find it (default: 80)")
    add_lang(size)
    size.set_defaults(run=subgroups)


def _yearly(commands: Commands) -> None:
    yearly = commands.add_parser("yearly", help="the yearly question: who refused work for fear of settlement",
                                 description="Counts the answers of a CSV file with the columns jaar and refused_for_settlement "
                                             "(yes, no, does_not_know or empty), one row an answer and no names.")  # fmt: skip
    yearly.add_argument("file", metavar="FILE.csv", type=Path, help="the answers")
    add_lang(yearly)
    yearly.set_defaults(run=each_year)


def subgroups(arguments: argparse.Namespace) -> None:
    """Print the people per subgroup and arm."""
    from werkzaam.app.experiment.subgroup_words import size_text
    from werkzaam.experiment.subgroup_size import subgroup_size

    found = subgroup_size(arguments.subgroups, arguments.points, arms=arguments.arms, base=arguments.base,
                          power=arguments.power / 100)  # fmt: skip
    sys.stdout.write(size_text(found, arguments.lang))


def each_year(arguments: argparse.Namespace) -> None:
    """Print the share of each year."""
    from werkzaam.app.experiment.yearly_answers import read_yearly_answers, yearly_text

    sys.stdout.write(yearly_text(read_yearly_answers(arguments.file), arguments.lang))


def make(arguments: argparse.Namespace) -> None:
    """Write a design and its assumptions under a new name."""
    from werkzaam.app.experiment.new_design import new_design

    for file in new_design(arguments.name, arguments.origin, arguments.folder):
        sys.stdout.write(f"Wrote {file}.\n")
    sys.stdout.write(f"Change them, then: werkzaam experiment check {arguments.folder / arguments.name}.toml\n")


def look(arguments: argparse.Namespace) -> None:
    """Print a design in words with its messages, or the answer about one element."""
    from werkzaam.app.experiment.design_words import answer_text, describe, find_design, look_at
    from werkzaam.experiment.check import answer

    seen = look_at(find_design(arguments.design))
    if arguments.effect_of is not None:
        found = answer(arguments.effect_of, seen.design, seen.regimes, seen.guidance)
        sys.stdout.write(answer_text(found, arguments.lang) + "\n")
        return
    for line in describe(seen, arguments.lang).splitlines():
        indent = line[: len(line) - len(line.lstrip())]
        sys.stdout.write((paragraph(line.strip(), indent) if len(line) > WIDTH else line) + "\n")


def write_protocol(arguments: argparse.Namespace) -> None:
    """Write the protocol of a design."""
    from werkzaam.app.experiment.design_words import find_design, look_at
    from werkzaam.app.experiment.protocol import protocol
    from werkzaam.experiment.canonical import protocol_id

    seen = look_at(find_design(arguments.design))
    text = protocol(seen, arguments.lang)
    try:
        with arguments.out.open("x", encoding="utf-8") as file:
            file.write(text)
    except FileExistsError:
        raise InputError(
            "is there already. A protocol is not written over; choose another name.", file=str(arguments.out)
        ) from None
    except OSError as error:
        raise InputError(f"cannot be written: {error.strerror}.", file=str(arguments.out)) from error
    sys.stdout.write(f"Wrote {arguments.out}: protocol {protocol_id(seen.design)}.\n")


def run(arguments: argparse.Namespace) -> None:
    """Diagnose designs; print tables, and write them with the picture when asked."""
    from werkzaam.app.experiment.design_diagnosis import as_csv, as_text, diagnose_files, gain, picture
    from werkzaam.app.experiment.design_words import find_design

    files = [find_design(name) for name in arguments.designs]
    if arguments.out is not None and arguments.out.exists() and not arguments.out.is_dir():
        raise InputError(f"{arguments.out} is a file; name a folder for the results.")
    found = diagnose_files(files, arguments.experiments, arguments.seed, quiet=not sys.stderr.isatty())
    sys.stdout.write("\n".join(as_text(each, arguments.lang) for each in found))
    for other in found[1:]:
        sys.stdout.write("\n" + gain(found[0], other, arguments.lang))
    if arguments.out is not None:
        written = {f"{each.design.id}.csv": as_csv(each) for each in found} | {"power.svg": picture(found, arguments.lang)}
        _write(arguments.out, written)


def _write(folder: Path, written: dict[str, str]) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in written.items():
            (folder / name).write_text(content, encoding="utf-8")
            sys.stdout.write(f"\nWrote {folder / name}.")
    except OSError as error:
        raise InputError(f"The results cannot be written ({error}); give --out another folder.") from error
    sys.stdout.write("\n")
