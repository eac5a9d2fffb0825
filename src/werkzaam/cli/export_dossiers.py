# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""`werkzaam export-dossiers`: what one capacity may see of clients, as a file."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from werkzaam.cli.options import Commands, add_lang, add_ledger, desk_of


def add(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add_parser(
        "export-dossiers", help="what one capacity may see of clients, as a file",
        description="Writes what somebody in one capacity may see of clients to a new file: a line of JSON for each client. "
                    "The clients can see that it was done, and what for.",
    )  # fmt: skip
    parser.add_argument("file", metavar="FILE", type=Path)
    parser.add_argument("persons", metavar="PERSON", type=int, nargs="*", help="the numbers of clients (default: the whole town)")
    roles = ("hulp", "inkomen", "handhaving", "deskundige", "klant", "teamleider", "nazorg")
    parser.add_argument("--as", dest="role", choices=roles, required=True, help="in which capacity it will be read")
    parser.add_argument("--for", dest="purpose", metavar="TEXT", required=True, help="what it is for")
    add_lang(parser)
    add_ledger(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> None:
    """Write the file and say of how many clients."""
    from werkzaam.app.casework.export import export_dossiers
    from werkzaam.app.casework.said import sentence
    from werkzaam.casework.entry import Role

    with desk_of(arguments) as desk:
        people = export_dossiers(desk, Role(arguments.role), arguments.file, purpose=arguments.purpose,
                                 persons=arguments.persons or None)  # fmt: skip
    sys.stdout.write(sentence("exported", arguments.lang, {"people": people, "file": str(arguments.file)}) + "\n")
