# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""`werkzaam looks`: who opened a client's dossier, in which capacity and what for; for the client to see."""

from __future__ import annotations

import argparse
import sys

from werkzaam.cli.options import Commands, add_lang, add_ledger, desk_of


def add(commands: Commands) -> None:
    """Add the command."""
    what = "who opened a client's dossier, when, in which capacity and what for"
    parser = commands.add_parser("looks", help=what, description=f"Lists {what}: the client may see this.")
    parser.add_argument("person", metavar="PERSON", type=int, help="the number of the client")
    add_lang(parser)
    add_ledger(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> None:
    """Print the looks, those at many dossiers at once apart."""
    from werkzaam.app.casework.looks import looks_page

    with desk_of(arguments) as desk:
        sys.stdout.write(looks_page(desk, arguments.person, arguments.lang))
