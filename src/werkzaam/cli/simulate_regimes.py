# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The comparison of regimes by `werkzaam simulate`: the same people with the same luck under each."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from werkzaam.cli.options import add_lang
from werkzaam.core.errors import InputError

if TYPE_CHECKING:
    from werkzaam.app.simulation.comparison import Asked, Compared
    from werkzaam.app.simulation.lives import Ruled
    from werkzaam.core.months import Span
    from werkzaam.facts.book import Facts
    from werkzaam.simulation.assumption import Assumptions

DESCRIPTION = (
    "Lets the same invented households live under each of several regimes, with the same luck, and compares income, "
    "months below "
    "the norm, clawbacks, premium, work, outflow and contacts. Every number that it rests on is told with its source "
    "or its reason. "
    "A regime outside its years is tried with its law date pinned, and the output says so."
)
WITHOUT_PREMIUM = "amsterdam_2018_buiten_experiment"
"""What premiums are laid over when no regime is named: Amsterdam without one."""


def add_to(parser: argparse.ArgumentParser) -> None:
    """The options of the comparison."""
    parser.add_argument("--regimes", metavar="REGIME", nargs="+", default=[],
                        help="a regime, a file of your own, or several after one another (amsterdam_2018+amsterdam_2021); the "
                             "others are compared with the first")  # fmt: skip
    parser.add_argument("--premium", metavar="SHARE/MOST", action="append", default=[],
                        help="also the first regime with this premium: 30/219 is 30 percent, at most 219 euros a month; more "
                             "after commas (pays=6+11, ends=6+12, per=halfjaar, exit=500x3); alone it is laid over "
                             f"{WITHOUT_PREMIUM}")  # fmt: skip
    parser.add_argument("--method", metavar="METHOD",
                        help="set wages off in one way under every regime, so that only the rules differ (op_de_maand, achteraf, "
                             "schatting, gemiddelde, vast_bedrag)")  # fmt: skip
    _add_size(parser)
    _add_own(parser)
    _add_place(parser)
    add_lang(parser)
    parser.add_argument("--json", action="store_true", help="as JSON, amounts in cents")
    parser.set_defaults(run=run)


def _add_place(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--engine", choices=("kernel", "spark"), default="kernel",
                        help="live here, or on Apache Spark for a country (docs/how-to/spark.md); the numbers are the same "
                             "(default: kernel)")  # fmt: skip
    parser.add_argument("--master", metavar="URL", help="where Spark runs, such as spark://host:7077 (default: this machine)")


def _add_own(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--assumptions", metavar="FILE", type=Path, help="numbers and choices of your own; printed with the result"
    )
    parser.add_argument(
        "--without", metavar="NAME", action="append", default=[], help="switch an assumption off; may be repeated"
    )
    parser.add_argument("--prices", metavar="FILE", type=Path, help="prices of a contact (gesprek) and a correction (correctie)")
    parser.add_argument("--cost", action="store_true", help="ask for the cost of carrying out; needs --prices")
    parser.add_argument("--out", metavar="FOLDER", type=Path, help="write text, JSON, tables and pictures to a new folder")


def _add_size(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--months", metavar="N", type=_whole, default=60, help="months to live (default: 60)")
    parser.add_argument("--start", metavar="MONTH", default="2018-01", help="the first month (default: 2018-01)")
    parser.add_argument("--population", metavar="N", type=_whole, default=40_300, help="households (default: 40300)")
    parser.add_argument("--seed", metavar="N", type=_whole, default=7, help="the seed of chance, a whole number (default: 7)")
    parser.add_argument("--seeds", metavar="K", type=_whole, default=1,
                        help="so many seeds, from the first on, for intervals (default: 1)")  # fmt: skip


def _whole(text: str) -> int:
    """A whole number; argparse tells which option was wrong."""
    try:
        return int(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"a whole number was expected; found {text!r}") from None


def run(arguments: argparse.Namespace) -> None:
    """Live, and print or write the comparison."""
    from werkzaam.app.simulation.comparison_files import refuse_taken, write_files
    from werkzaam.app.simulation.comparison_json import comparison_json
    from werkzaam.app.simulation.comparison_text import comparison_text
    from werkzaam.facts.read import read_facts

    if arguments.master and arguments.engine != "spark":
        raise InputError("--master says where Spark runs; it needs --engine spark.")
    if arguments.out is not None:
        refuse_taken(arguments.out)
    facts = read_facts()
    done = _lived(arguments, _asked(arguments, facts), facts)
    if arguments.out is not None:
        written = write_files(done, arguments.lang, arguments.out)
        sys.stderr.write(f"{len(written)} files: {arguments.out}\n")
    sys.stdout.write(comparison_json(done) if arguments.json else comparison_text(done, arguments.lang))


def _asked(arguments: argparse.Namespace, facts: Facts) -> Asked:
    from werkzaam.app.simulation.comparison import Asked, check_asked, span_of
    from werkzaam.app.simulation.prices import NONE, WHAT_FOR, read_prices
    from werkzaam.core.months import Month
    from werkzaam.simulation.assumption import MissingParameter

    check_asked(arguments.months, arguments.population, arguments.seed, arguments.seeds)
    span = span_of(Month.parse(arguments.start), arguments.months)
    prices = NONE if arguments.prices is None else read_prices(arguments.prices)
    if arguments.cost and prices.missing:
        raise MissingParameter(prices.missing, WHAT_FOR)
    seeds = tuple(range(arguments.seed, arguments.seed + arguments.seeds))
    given, own = _given(arguments)
    return Asked(_rules(arguments, span, facts), span, arguments.population, seeds, given, prices, tuple(arguments.without), own)


def _rules(arguments: argparse.Namespace, span: Span, facts: Facts) -> tuple[Ruled, ...]:
    from werkzaam.app.simulation.lives import ruled, with_method
    from werkzaam.app.simulation.own_choices import read_choices
    from werkzaam.app.simulation.premium_variants import parse_premium, with_premium

    premiums = [parse_premium(one) for one in arguments.premium]
    names = arguments.regimes or ([WITHOUT_PREMIUM] if premiums else [])
    if not names:
        raise InputError("--regimes: at least one regime was expected, or a --premium; `werkzaam regimes` lists them.")
    own = read_choices(arguments.assumptions) if arguments.assumptions else []
    found = ruled(names, span, facts, own)
    found = found if arguments.method is None else with_method(found, arguments.method, span)
    return (*found, *(with_premium(found[0], one, facts) for one in premiums))


def _given(arguments: argparse.Namespace) -> tuple[Assumptions, tuple[str, ...]]:
    """The numbers, and the names of those that somebody gave."""
    from werkzaam.app.simulation.lives import numbers_for_regimes
    from werkzaam.app.simulation.numbers import read_numbers
    from werkzaam.simulation.assumption import Origin

    given, file = numbers_for_regimes(arguments.assumptions), arguments.assumptions
    for name in arguments.without:
        given = given.without(name)
    return given, () if file is None else tuple(one.name for one in read_numbers(file, Origin.ASSUMED))


def _lived(arguments: argparse.Namespace, asked: Asked, facts: Facts) -> Compared:
    from tqdm import tqdm

    from werkzaam.app.cache import kernels
    from werkzaam.app.cluster import context
    from werkzaam.app.simulation.comparison import compare
    from werkzaam.app.simulation.living_places import on_cluster

    months = asked.population * len(list(asked.span)) * len(asked.rules) * len(asked.seeds)
    with tqdm(total=months, unit=" months", unit_scale=True, disable=None, leave=False) as bar:
        if arguments.engine == "spark":
            with context(arguments.master) as spark:
                return compare(asked, facts, kernels(), on_cluster(spark), bar.update)
        return compare(asked, facts, kernels(), progress=bar.update)
