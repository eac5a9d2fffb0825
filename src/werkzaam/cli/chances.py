# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""`werkzaam chances`: what was found for people like one client, to judge chances and not to decide."""

from __future__ import annotations

import argparse
import sys

from werkzaam.cli.options import Commands, add_lang, add_ledger, desk_of
from werkzaam.core.errors import InputError, WerkzaamError

SEXES = ("man", "vrouw")
HOMES = ("alleen", "alleenstaande_ouder", "paar_zonder_kinderen", "paar_met_kinderen")
MOST_MONTHS = 1_200


def add(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add_parser(
        "chances", help="what was found for people like one client, with its uncertainty; it decides nothing",
        description="Shows age, sex, household and time on benefit of a client, and what the experiment of Amsterdam found for "
                    "people like this in each kind of guidance. It assigns nothing and writes nothing. What is given here is used "
                    "for this sheet only.",
    )  # fmt: skip
    parser.add_argument("person", metavar="PERSON", type=int, help="the number of the client")
    parser.add_argument("--sex", choices=SEXES, help="as the client says it; the ledger does not know it")
    parser.add_argument("--household", choices=HOMES, help="who the client lives with (default: what the ledger knows)")
    parser.add_argument("--months-on-benefit", metavar="N", type=int, help="months on benefit (default: what the ledger knows)")
    parser.add_argument("--json", action="store_true", help="as JSON")
    add_lang(parser)
    add_ledger(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> None:
    """Print the sheet."""
    try:
        from werkzaam.app.casework.chances import sheet_json, sheet_of, sheet_text
    except ModuleNotFoundError as error:
        raise WerkzaamError(f"The sheet needs {error.name}; install werkzaam[evaluation].") from error
    from werkzaam.casework.chances import Home, Sex, Traits

    months = arguments.months_on_benefit
    if months is not None and not 0 <= months <= MOST_MONTHS:
        raise InputError(f"--months-on-benefit: from 0 to {MOST_MONTHS} months were expected; found {months}.")
    said = Traits(None, Sex(arguments.sex) if arguments.sex else None, Home(arguments.household) if arguments.household else None,
                  months)  # fmt: skip
    with desk_of(arguments) as desk:
        found = sheet_of(desk, arguments.person, said)
    sys.stdout.write(sheet_json(found) if arguments.json else sheet_text(found, arguments.lang))
