# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""`werkzaam whatif`: what somebody keeps of more work, before starting it."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from werkzaam.cli.options import Commands, add_lang, write_picture
from werkzaam.core.errors import InputError

if TYPE_CHECKING:
    from werkzaam.app.extra_work import ExtraWork
    from werkzaam.app.whatif_answer import Question

DEFAULT_SWEEP = "0:40"


def add(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add_parser(
        "whatif", help="what is kept of more work",
        description="Computes a month of a case now and with extra hours of work: what is kept, when each part comes, where "
                    "bijstand ends, and from which wage leaving brings more.",
    )  # fmt: skip
    parser.add_argument("case", metavar="CASE.toml", help="the household, its wages and its regime (docs/reference/case-file.md)")
    parser.add_argument("--hours", metavar="+8", required=True, help="hours a week more than now; fewer as -4, or --hours=-7.5")
    wage = parser.add_mutually_exclusive_group(required=True)
    wage.add_argument("--net-hourly-wage", metavar="EUROS", help="what an hour pays net, such as 11.40")
    wage.add_argument("--gross-hourly-wage", metavar="EUROS", help="what an hour pays gross; needs --net-share")
    parser.add_argument("--net-share", metavar="SHARE", help="the share of a gross wage that is left net, such as 0.85 or 85%%; "
                        "printed as an assumption")  # fmt: skip
    parser.add_argument("--sweep", metavar="0:40", help="a table for every hour a week from the first to the last number")
    parser.add_argument("--month", metavar="2026-03", help="the month of the extra work (default: the last month of the case)")
    parser.add_argument("--person", metavar="NAME", help="who works more (default: the only person)")
    parser.add_argument("--exit-premium", metavar="EUROS", help="try an exit premium of this much a month for one month; printed "
                        "as an assumption (default: that of the regime, if it has one)")  # fmt: skip
    add_lang(parser)
    parser.add_argument("--svg", metavar="FILE", type=Path, help=f"draw the sweep (default: {DEFAULT_SWEEP}) and print its table")
    parser.add_argument("--json", action="store_true", help="as JSON, amounts in whole cents")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> None:
    """Print the answer, and write the picture when asked; nothing is printed when the question cannot be answered."""
    from werkzaam.app.cases import read_case
    from werkzaam.app.whatif_answer import what_if

    answer = what_if(read_case(arguments.case), _question(arguments))
    if arguments.svg is not None:
        from werkzaam.app.whatif_picture import whatif_picture

        write_picture(arguments.svg, whatif_picture(answer, arguments.lang))
    if arguments.json:
        from werkzaam.app.whatif_json import whatif_json

        sys.stdout.write(whatif_json(answer, arguments.lang))
        return
    from werkzaam.app.whatif_text import whatif_text

    sys.stdout.write(whatif_text(answer, arguments.lang))


def _question(arguments: argparse.Namespace) -> Question:
    from fractions import Fraction

    from werkzaam.app.extra_work import parse_sweep
    from werkzaam.app.leaving import ExitPremium
    from werkzaam.app.whatif_answer import Question
    from werkzaam.core.money import parse_euro
    from werkzaam.core.months import Month

    swept = arguments.sweep or (DEFAULT_SWEEP if arguments.svg else "")
    leaving = None if arguments.exit_premium is None else ExitPremium(parse_euro(arguments.exit_premium), 1, Fraction(0))
    return Question(
        _work(arguments), parse_sweep(swept) if swept else (), arguments.person,
        Month.parse(arguments.month) if arguments.month else None, leaving,
    )  # fmt: skip


def _work(arguments: argparse.Namespace) -> ExtraWork:
    """The hours and what they pay; a gross wage without its net share is refused, because we compute no tax."""
    from werkzaam.app.extra_work import ExtraWork, parse_hours, parse_net_share
    from werkzaam.core.money import parse_euro

    hours = parse_hours(arguments.hours)
    if arguments.gross_hourly_wage is None:
        if arguments.net_share is not None:
            raise InputError("--net-share goes with --gross-hourly-wage; a net wage needs none. Leave one of the two out.")
        return ExtraWork(hours, parse_euro(arguments.net_hourly_wage))
    if arguments.net_share is None:
        raise InputError("A gross wage was given without what is left of it net. Tax is not computed here: add --net-share, such "
                         "as 0.85, or give --net-hourly-wage.")  # fmt: skip
    return ExtraWork(hours, parse_euro(arguments.gross_hourly_wage), parse_net_share(arguments.net_share))
