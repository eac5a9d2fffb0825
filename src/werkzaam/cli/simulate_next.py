# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""`werkzaam simulate factorial` and `next-experiment`: make a factorial design, and foresee what a trial would find and cost."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from werkzaam.cli.options import Commands, add_lang
from werkzaam.core.errors import InputError

if TYPE_CHECKING:
    from werkzaam.app.simulation.next_experiment import Asked

PEOPLE = "812,2000,5000"


def add(commands: Commands) -> None:
    """Add the commands."""
    _factorial(commands)
    _next(commands)


def _factorial(commands: Commands) -> None:
    made = commands.add_parser("factorial", help="cross the arms of a design with one more element, such as a premium or none",
                               description="Writes NAME.toml with an arm for every arm of a design under every level "
                                           "of an element, a regime file for each, and what is expected. Says what the arms tell "
                                           "apart, and what lots deal unequally that the law has a word about.")  # fmt: skip
    made.add_argument("name", metavar="NAME", help="the id of the new design, in small letters")
    made.add_argument("--from", dest="origin", metavar="DESIGN", default="amsterdam_2018",
                      help="the design whose arms are crossed (default: amsterdam_2018)")  # fmt: skip
    made.add_argument("--cross", metavar="ELEMENT=LEVEL,LEVEL", required=True,
                      help="an element and its levels: as_is, or parts of a regime with + between them, such as "
                           "premium=as_is,nl_no_premium")  # fmt: skip
    made.add_argument("--folder", metavar="FOLDER", type=Path, default=Path(), help="where to write (default: here)")
    add_lang(made)
    made.set_defaults(run=cross)


def _next(commands: Commands) -> None:
    long = (
        "Invented people live under every arm of a design; the experiment is held many times on these lives. Prints power, "
        "the smallest difference found, and cost. What nobody tried is assumed by you, or the run stops with its name."
    )
    short = "what a trial would find, and what it would cost, before it is held"
    foreseen = commands.add_parser("next-experiment", help=short, description=long)
    foreseen.add_argument("design", metavar="DESIGN", help="a design file, or the name of one that ships")
    foreseen.add_argument("--assumptions", metavar="FILE", type=Path, help="numbers of your own, such as effect.<part>.finding")
    foreseen.add_argument("--prices", metavar="FILE", type=Path, help="prices in cents; without them there is no sum")
    foreseen.add_argument("--after", metavar="REGIME", help="the regime of everybody after the arms end, such as amsterdam_2021")
    foreseen.add_argument("--people", metavar="N,N", default=PEOPLE, help=f"how many people are drawn (default: {PEOPLE})")
    foreseen.add_argument("--runs", metavar="N", type=int, default=200, help="experiments of each size (default: 200)")
    foreseen.add_argument("--seed", metavar="N", type=int, default=1, help="the same seed gives the same numbers (default: 1)")
    foreseen.add_argument("--later", metavar="MONTHS", type=int, default=0,
                          help="measure the last wave once more, so many months later")  # fmt: skip
    foreseen.add_argument(
        "--all", dest="everything", action="store_true", help="every comparison, not only those of the first family"
    )
    foreseen.add_argument("--json", action="store_true", help="everything with all its digits, as JSON")
    add_lang(foreseen)
    foreseen.set_defaults(run=look_ahead)


def cross(arguments: argparse.Namespace) -> None:
    """Write a factorial design and say what it can tell."""
    from werkzaam.app.experiment.design_words import look_at
    from werkzaam.app.simulation.next_experiment_factorial import check_element, factorial, level_of
    from werkzaam.app.simulation.next_experiment_shipped import find
    from werkzaam.app.simulation.next_experiment_words import identifiable_text, unequal_text

    element, given, levels = arguments.cross.partition("=")
    if not given:
        raise InputError(
            f"--cross: ELEMENT=LEVEL,LEVEL was expected, such as premium=as_is,nl_no_premium; found {arguments.cross!r}."
        )
    chosen = tuple(level_of(one.strip()) for one in levels.split(","))
    made = factorial(arguments.name, look_at(find(arguments.origin)), check_element(element), chosen, arguments.folder)
    for file in made.files:
        sys.stdout.write(f"Wrote {file}.\n")
    for line in (*identifiable_text(made.ranks, arguments.lang), *unequal_text(made.unequal, arguments.lang)):
        sys.stdout.write(line + "\n")


def look_ahead(arguments: argparse.Namespace) -> None:
    """Foresee a trial and print it."""
    from werkzaam.app.experiment.design_words import look_at
    from werkzaam.app.simulation.next_experiment import foresee
    from werkzaam.app.simulation.next_experiment_later import measured_later
    from werkzaam.app.simulation.next_experiment_shipped import find
    from werkzaam.app.simulation.next_experiment_words import as_json, as_text
    from werkzaam.app.simulation.numbers import shipped, with_file

    seen, given, asked = look_at(find(arguments.design)), shipped(), _asked(arguments)
    if arguments.later:
        seen = measured_later(seen, arguments.later)
    if arguments.assumptions is not None:
        given = with_file(given, arguments.assumptions)
    with _bar() as progress:
        found = foresee(seen, given, asked, progress)
    sys.stdout.write(as_json(found) if arguments.json else as_text(found, arguments.lang, everything=arguments.everything))


def _asked(arguments: argparse.Namespace) -> Asked:
    """What was asked on the command line."""
    from werkzaam.app.cache import kernels
    from werkzaam.app.simulation.next_experiment import Asked
    from werkzaam.app.simulation.numbers import with_file
    from werkzaam.simulation.assumption import Assumptions

    prices = None if arguments.prices is None else with_file(Assumptions({}), arguments.prices)
    return Asked(_sizes(arguments.people), arguments.runs, arguments.seed, arguments.after, prices, kernels())


@contextmanager
def _bar() -> Iterator[Callable[[str, int, int], None]]:
    """A bar on the screen; quiet where nobody watches."""
    from tqdm import tqdm

    with tqdm(disable=not sys.stderr.isatty(), leave=False) as bar:

        def on(what: str, done: int, of: int) -> None:
            bar.set_description(what, refresh=False)
            bar.total, bar.n = of, done
            bar.refresh()

        yield on


def _sizes(text: str) -> tuple[int, ...]:
    """Numbers of people, with commas between them; each once, in their order."""
    parts = [part.strip() for part in text.split(",")]
    if not all(part.isascii() and part.isdigit() for part in parts):
        raise InputError(f"--people: whole numbers with commas between them were expected, such as {PEOPLE}; found {text!r}.")
    return tuple(dict.fromkeys(int(part) for part in parts))
