# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""`werkzaam compare-earnings`: what is kept of the same wage under several towns' rules."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from werkzaam.cli.options import Commands, add_lang, write_picture

if TYPE_CHECKING:
    from werkzaam.app.curves import Setting

HOUSEHOLDS = ("alleenstaande", "alleenstaande_ouder", "gehuwden")


def add(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add_parser(
        "compare-earnings", help="the same earnings under several rules",
        description="Computes what a household keeps of the same net wages under several regimes, each applied at its own date "
                    "to the State's amounts of one month, and where one begins to bring more than another.",
    )  # fmt: skip
    parser.add_argument("regimes", metavar="REGIME", nargs="+", help="a regime, such as amsterdam_2018, or a file of your own")
    parser.add_argument("--from", dest="first", metavar="EUROS", default="0", help="the lowest net wage a month (default: 0)")
    parser.add_argument("--to", dest="last", metavar="EUROS", default="1200", help="the highest net wage a month (default: 1200)")
    parser.add_argument("--step", metavar="EUROS", default="50", help="from one wage to the next (default: 50)")
    parser.add_argument("--month", metavar="2021-07", help="the month of the State's amounts (default: the last one known)")
    parser.add_argument("--norm", metavar="EUROS", help="a norm filled in by hand, such as 1078.00; printed as an assumption")
    parser.add_argument("--household", choices=HOUSEHOLDS, default=HOUSEHOLDS[0], help="who lives of it (default: alleenstaande)")
    parser.add_argument("--net-share", metavar="SHARE", help="the share of a gross wage that is left net, such as 0.85 or 85%%, "
                        "for rules about gross wages; printed as an assumption")  # fmt: skip
    parser.add_argument("--months-on-benefit", metavar="N", type=int, default=12,
                        help="unbroken months on benefit before, for rules that begin after some time (default: 12)")  # fmt: skip
    add_lang(parser)
    parser.add_argument("--svg", metavar="FILE", type=Path, help="draw what is kept")
    parser.add_argument("--json", action="store_true", help="as JSON, amounts in whole cents")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> None:
    """Print the comparison, and write the picture when asked."""
    from werkzaam.app.compare_earnings import compare_earnings, steps

    done = compare_earnings(arguments.regimes, _setting(arguments), steps(arguments.first, arguments.last, arguments.step))
    if arguments.svg is not None:
        from werkzaam.app.compare_earnings_picture import comparison_picture

        write_picture(arguments.svg, comparison_picture(done, arguments.lang))
    if arguments.json:
        from werkzaam.app.compare_earnings_json import comparison_json

        sys.stdout.write(comparison_json(done))
        return
    from werkzaam.app.compare_earnings_text import comparison_text

    sys.stdout.write(comparison_text(done, arguments.lang))


def _setting(arguments: argparse.Namespace) -> Setting:
    from werkzaam.app.compare_earnings import last_known_month, with_norm
    from werkzaam.app.curves import Setting
    from werkzaam.app.extra_work import parse_net_share
    from werkzaam.core.errors import InputError
    from werkzaam.core.months import Month
    from werkzaam.facts.read import read_facts
    from werkzaam.rules.situatie import Leefvorm

    leefvorm, facts = Leefvorm[arguments.household.upper()], read_facts()
    if not 0 <= arguments.months_on_benefit <= 1_200:
        raise InputError(f"From 0 to 1200 months on benefit were expected; found {arguments.months_on_benefit}.")
    month = Month.parse(arguments.month) if arguments.month else last_known_month(facts, leefvorm)
    share = None if arguments.net_share is None else parse_net_share(arguments.net_share)
    known = with_norm(facts, leefvorm, arguments.norm)
    return Setting(known, month, leefvorm, arguments.months_on_benefit, share, pinned_norm=arguments.norm is not None)
