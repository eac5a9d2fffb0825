# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""`werkzaam courses`: wishes that found no course, and wish beside uptake."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from werkzaam.cli.options import Commands, add_lang, add_ledger, desk_of


def add(commands: Commands) -> None:
    """Add the commands."""
    group = commands.add_parser("courses", help="courses and the wishes of clients")
    parts = group.add_subparsers(title="courses", metavar="WHAT", required=True)
    gap = parts.add_parser("gap", help="wishes that found no course",
                           description="Counts the wishes of clients for which the town has no course.")  # fmt: skip
    gap.add_argument("--courses", metavar="FILE", type=Path, help="the courses of the town (default: the example that ships)")
    reach = parts.add_parser("reach", help="how many want education, and how many have it",
                             description="Sets the wish for education beside its uptake.")  # fmt: skip
    for parser, run in ((gap, run_gap), (reach, run_reach)):
        add_lang(parser)
        add_ledger(parser)
        parser.set_defaults(run=run)


def run_gap(arguments: argparse.Namespace) -> None:
    """Print what is missing."""
    from werkzaam.app.casework.catalogues import courses
    from werkzaam.app.casework.town_work import course_gaps
    from werkzaam.app.casework.work_pages import gaps_page

    known = courses(arguments.courses)
    with desk_of(arguments) as desk:
        sys.stdout.write(gaps_page(course_gaps(desk, known), arguments.lang))


def run_reach(arguments: argparse.Namespace) -> None:
    """Print wish and uptake."""
    from werkzaam.app.casework.town_work import education_reach
    from werkzaam.app.casework.work_pages import reach_page

    with desk_of(arguments) as desk:
        sys.stdout.write(reach_page(education_reach(desk), arguments.lang))
