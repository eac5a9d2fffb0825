# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""`werkzaam jobs`: contracts of a town, fixed beside varying hours, and what each step of a plan brings."""

from __future__ import annotations

import argparse
import sys

from werkzaam.cli.options import Commands, add_lang, add_ledger, desk_of
from werkzaam.core.errors import InputError


def add(commands: Commands) -> None:
    """Add the commands."""
    group = commands.add_parser("jobs", help="contracts, hours and what they bring")
    parts = group.add_subparsers(title="jobs", metavar="WHAT", required=True)
    register = parts.add_parser("register", help="contracts by kind, and who is near a large part-time job",
                                description="Counts contracts, and lists who is near a large part-time job and wants more "
                                            "hours.")  # fmt: skip
    steps = parts.add_parser("steps", help="what each step of a plan of hours brings",
                             description="Computes the month at every step of a plan, as the client's what-if does.")  # fmt: skip
    steps.add_argument("person", metavar="PERSON", type=int, help="the number of the client")
    steps.add_argument("--net-hourly-wage", metavar="EUROS", required=True, help="what an hour pays net, such as 11.40")
    steps.add_argument("--month", metavar="MONTH", help="the month, such as 2026-03 (default: this month)")
    steps.add_argument("--as", dest="role", choices=("hulp", "klant"), default="hulp", help="in which capacity (default: hulp)")
    for parser, run in ((register, run_register), (steps, run_steps)):
        add_lang(parser)
        add_ledger(parser)
        parser.set_defaults(run=run)
    _add_compare(parts)


def _add_compare(parts: Commands) -> None:
    parser = parts.add_parser("compare", help="corrections of fixed hours beside varying ones",
                              description="Counts the corrections that fixed hours and varying hours would give.")  # fmt: skip
    parser.add_argument("case", metavar="CASE.toml", help="the household (docs/reference/case-file.md)")
    parser.add_argument("--fixed", metavar="HOURS", type=int, required=True, help="hours a week of the fixed offer")
    parser.add_argument("--varying", metavar="HOURS", required=True, help="hours a week, month by month, such as 8,24,16")
    parser.add_argument("--net-hourly-wage", metavar="EUROS", required=True, help="what an hour pays net, such as 11.40")
    add_lang(parser)
    parser.set_defaults(run=run_compare)


def run_register(arguments: argparse.Namespace) -> None:
    """Print the register."""
    from werkzaam.app.casework.town_work import town_jobs
    from werkzaam.app.casework.work_pages import jobs_page

    with desk_of(arguments) as desk:
        sys.stdout.write(jobs_page(town_jobs(desk), arguments.lang))


def run_steps(arguments: argparse.Namespace) -> None:
    """Print what each step brings."""
    from werkzaam.app.casework.income_of_steps import income_of_steps
    from werkzaam.app.casework.work_pages import steps_page
    from werkzaam.casework.entry import Role
    from werkzaam.core.money import parse_euro
    from werkzaam.core.months import Month

    with desk_of(arguments) as desk:
        month = Month.parse(arguments.month) if arguments.month else Month.of_day(desk.today)
        found = income_of_steps(desk, arguments.person, Role(arguments.role), parse_euro(arguments.net_hourly_wage), month)
    sys.stdout.write(steps_page(found, month, arguments.lang))


def run_compare(arguments: argparse.Namespace) -> None:
    """Print the corrections of both offers."""
    from werkzaam.app.cases import read_case
    from werkzaam.app.casework.offers import expected_corrections
    from werkzaam.app.casework.work_pages import corrections_page
    from werkzaam.app.whatif import Trial
    from werkzaam.core.money import parse_euro

    varying = _hours(arguments.varying)
    trial, hourly = Trial.of(read_case(arguments.case)), parse_euro(arguments.net_hourly_wage)
    found = expected_corrections(trial, hourly, [arguments.fixed] * len(varying), varying)
    sys.stdout.write(corrections_page(found, len(varying), arguments.lang))


def _hours(text: str) -> list[int]:
    if not all(one.strip().isdecimal() for one in text.split(",")):
        raise InputError(f"--varying: whole hours a week with commas between were expected, such as 8,24,16; found {text!r}.")
    return [int(one) for one in text.split(",")]
