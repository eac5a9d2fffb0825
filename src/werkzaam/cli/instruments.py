# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""`werkzaam instruments`: everything that can help, by what a client wants."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from werkzaam.cli.options import Commands, add_lang


def add(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add_parser(
        "instruments", help="everything that can help, by what a client wants",
        description="Lists the instruments of all departments, or those for a goal. A step or box of a client is never asked.",
    )  # fmt: skip
    parser.add_argument("--goal", metavar="GOAL", help="what the client wants, such as betaald_werk or eigen_bedrijf")
    parser.add_argument("--catalogue", metavar="FILE", type=Path, help="a town's own catalogue (default: the one that ships)")
    add_lang(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> None:
    """Print the catalogue or a part of it."""
    from werkzaam.app.casework.catalogues import instruments
    from werkzaam.app.casework.work_pages import instruments_page
    from werkzaam.casework.instruments import offer_for

    found = instruments(arguments.catalogue)
    sys.stdout.write(instruments_page(offer_for(arguments.goal, found) if arguments.goal else found, arguments.lang))
