# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""`werkzaam compare`: the same people and the same behaviour under several towns' rules, or five cities as described."""

from __future__ import annotations

import argparse
import sys
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

from werkzaam.cli.options import Commands, add_lang, write_picture
from werkzaam.core.errors import InputError

if TYPE_CHECKING:
    from werkzaam.app.casework.towns.compare import Asked
    from werkzaam.app.casework.towns.money import Amounts
    from werkzaam.casework.ladder_run import Behaviour

MOST_INVITED = 10_000_000


def add(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add_parser(
        "compare", help="towns beside each other, for the same people and the same behaviour",
        description="Compares regimes or parts of them: how people are helped, what the town chose about earnings, the same "
                    "absence through each ladder of invitations, what it takes, and what each household of a file gets and "
                    "keeps. What no source states is shown as not stated.",
    )  # fmt: skip
    parser.add_argument("names", metavar="NAME", nargs="*", help="a regime (amsterdam_2018), a part (rot_taskforce), a "
                        "municipality (tilburg) or a file of your own")  # fmt: skip
    parser.add_argument("--cities", action="store_true", help="instead: the table of five cities, who is called active, money "
                        "per person, and what the literature found")  # fmt: skip
    parser.add_argument("--on", dest="households", metavar="FILE", type=Path,
                        help="the households that are compared (docs/reference/compare-file.md)")  # fmt: skip
    parser.add_argument("--prices", metavar="FILE", type=Path, help="prices of a position, a talk, a letter and a home visit")
    parser.add_argument("--invited", metavar="N", type=int, default=1_000, help="people who are invited (default: 1000)")
    parser.add_argument(
        "--absent", metavar="PERCENT", default="10", help="of those asked, who do not come and say nothing (default: 10)"
    )
    parser.add_argument(
        "--called-off", metavar="PERCENT", default="0", help="of those asked, who call off beforehand (default: 0)"
    )
    parser.add_argument("--month", metavar="2021-07", help="the month of the State's amounts (default: the last one known)")
    parser.add_argument("--net-share", metavar="SHARE", help="the share of a gross wage that is left net, such as 0.85 or 85%%, "
                        "for rules about gross wages")  # fmt: skip
    add_lang(parser)
    parser.add_argument("--format", choices=("text", "json"), default="text", help="how it is printed (default: text)")
    parser.add_argument("--svg", metavar="FILE", type=Path, help="draw what each household keeps")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> None:
    """Print the comparison, and write the picture when asked."""
    if arguments.cities:
        _cities(arguments)
        return
    from werkzaam.app.casework.towns.compare import compare_towns
    from werkzaam.app.casework.towns.page_json import towns_json
    from werkzaam.app.casework.towns.page_text import towns_text

    if not arguments.names:
        raise InputError(
            "At least one regime, part or municipality was expected; `werkzaam regimes` lists them. Or ask --cities."
        )
    done = compare_towns(arguments.names, _asked(arguments))
    if arguments.svg is not None:
        from werkzaam.app.casework.towns.picture import towns_picture

        write_picture(arguments.svg, towns_picture(done, arguments.lang))
    sys.stdout.write(towns_json(done) if arguments.format == "json" else towns_text(done, arguments.lang))


def _cities(arguments: argparse.Namespace) -> None:
    from werkzaam.app.casework.towns.cities import cities_json, cities_text

    if arguments.names or arguments.households or arguments.svg:
        raise InputError("--cities is a page of its own: leave out the names, --on and --svg.")
    sys.stdout.write(cities_json() if arguments.format == "json" else cities_text(arguments.lang))


def _asked(arguments: argparse.Namespace) -> Asked:
    from werkzaam.app.casework.towns.compare import Asked
    from werkzaam.app.casework.towns.households_file import read_households
    from werkzaam.app.casework.towns.prices_file import read_prices

    prices = read_prices(arguments.prices) if arguments.prices else {}
    households = tuple(read_households(arguments.households)) if arguments.households else ()
    return Asked(_behaviour(arguments), _amounts(arguments), prices, households)


def _behaviour(arguments: argparse.Namespace) -> Behaviour:
    from werkzaam.casework.ladder_run import Behaviour

    if not 1 <= arguments.invited <= MOST_INVITED:
        raise InputError(f"--invited: a number from 1 to {MOST_INVITED} was expected; found {arguments.invited}.")
    return Behaviour(arguments.invited, _share("--absent", arguments.absent), _share("--called-off", arguments.called_off))


def _share(option: str, text: str) -> Fraction:
    from werkzaam.core.money import parse_percent

    try:
        share = parse_percent(text.strip().removesuffix("%").replace(",", "."))
    except InputError:
        share = Fraction(2)
    if share > 1:
        raise InputError(f"{option}: a percentage from 0 to 100 was expected, such as 10; found {text!r}.")
    return share


def _amounts(arguments: argparse.Namespace) -> Amounts:
    from werkzaam.app.casework.towns.money import Amounts
    from werkzaam.app.extra_work import parse_net_share
    from werkzaam.core.months import Month
    from werkzaam.facts.read import read_facts

    month = Month.parse(arguments.month) if arguments.month else None
    return Amounts(read_facts(), month, None if arguments.net_share is None else parse_net_share(arguments.net_share))
