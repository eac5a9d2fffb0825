# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""`werkzaam claims`: what the printed figures of a report can and cannot support."""

from __future__ import annotations

import argparse
import sys

from werkzaam.cli.options import Commands, add_lang
from werkzaam.core.errors import InputError, WerkzaamError


def add(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add_parser(
        "claims", help="what printed percentages or means can and cannot support",
        description="Computes every printed difference again from the percentages or means and the numbers of people: interval, "
                    "p alone and with its family, what rounding leaves open, and how many people it would take. A claim that "
                    "does not follow from its own figures is named (docs/reference/claims-file.md).",
    )  # fmt: skip
    parser.add_argument("file", metavar="FILE.csv", help="the claims, or the name of a shipped file: amsterdam_2018_2022")
    parser.add_argument("--level", metavar="P", default="0.05", help="below which p a difference is shown (default: 0.05)")
    add_lang(parser)
    parser.add_argument("--json", action="store_true", help="as JSON")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> None:
    """Print what the claims can support."""
    try:
        from werkzaam.app.experiment.claims import read_claims
        from werkzaam.app.experiment.claims_page import claims_json, claims_text
    except ModuleNotFoundError as error:
        raise WerkzaamError(f"Testing claims needs {error.name}; install werkzaam[evaluation].") from error

    level, claims = _level(arguments.level), read_claims(arguments.file)
    if arguments.json:
        sys.stdout.write(claims_json(claims, file=arguments.file, level=level))
    else:
        sys.stdout.write(claims_text(claims, arguments.lang, file=arguments.file, level=level))


def _level(text: str) -> float:
    try:
        level = float(text)
    except ValueError:
        level = 0.0
    if not 0.0001 <= level <= 0.5:
        raise InputError(f"--level: a p from 0.0001 to 0.5 was expected, such as 0.05; found {text!r}.")
    return level
