# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""`werkzaam employers`: the schemes explained, and what came of placements and subsidies."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from werkzaam.cli.options import Commands, add_lang, add_ledger, desk_of


def add(commands: Commands) -> None:
    """Add the commands."""
    group = commands.add_parser("employers", help="schemes for employers, and what came of placements")
    parts = group.add_subparsers(title="employers", metavar="WHAT", required=True)
    schemes = parts.add_parser("schemes", help="the schemes in plain words",
                               description="Explains each scheme to an employer: for whom, what, how, whom to ask.")  # fmt: skip
    schemes.add_argument("--staff", metavar="NUMBER", type=int, default=1, help="how many people work there (default: 1)")
    schemes.add_argument("--of-town", metavar="FILE", type=Path, help="a town whose telephone number is added")
    add_lang(schemes)
    schemes.set_defaults(run=run_schemes)
    report = parts.add_parser("report", help="placements, contracts and subsidies by employer",
                              description="Counts placements and the contracts that followed, and flags employers who replaced a "
                                          "subsidised worker by another.")  # fmt: skip
    add_lang(report)
    add_ledger(report)
    report.set_defaults(run=run_report)


def run_schemes(arguments: argparse.Namespace) -> None:
    """Print the schemes."""
    from werkzaam.app.casework.catalogues import employer_schemes
    from werkzaam.app.casework.work_pages import schemes_page
    from werkzaam.app.ledger.town import read_town
    from werkzaam.casework.employers import schemes_for

    town = read_town(arguments.of_town) if arguments.of_town else None
    sys.stdout.write(schemes_page(schemes_for(arguments.staff, employer_schemes()), arguments.lang, town))


def run_report(arguments: argparse.Namespace) -> None:
    """Print what came of placements and subsidies."""
    from werkzaam.app.casework.town_work import town_employers
    from werkzaam.app.casework.work_pages import employers_page

    with desk_of(arguments) as desk:
        sys.stdout.write(employers_page(town_employers(desk), arguments.lang))
