# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""`werkzaam contacts`: log the contacts of a file, all of it or nothing."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from werkzaam.cli.options import Commands, add_lang, add_ledger, desk_of


def add(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add_parser(
        "contacts", help="log the contacts of a file",
        description="Logs the contacts of a CSV file (docs/reference/contacts-file.md), all of it or nothing. The same twice "
                    "adds nothing.",
    )  # fmt: skip
    parser.add_argument("file", metavar="FILE", type=Path)
    roles = ("hulp", "inkomen", "handhaving", "deskundige", "klant", "teamleider", "nazorg")
    parser.add_argument("--as", dest="role", choices=roles, default="hulp", help="in which capacity (default: hulp)")
    add_lang(parser)
    add_ledger(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> None:
    """Log them and say what was new."""
    from tqdm import tqdm

    from werkzaam.app.casework.contacts_file import count_lines, record_contacts
    from werkzaam.app.casework.said import sentence
    from werkzaam.casework.entry import Role

    with (
        desk_of(arguments) as desk,
        tqdm(total=count_lines(arguments.file), unit=" rows", disable=None, leave=False, delay=1) as bar,
    ):
        done = record_contacts(desk, arguments.file, Role(arguments.role), bar.update)
    values = {"new": done.new, "people": done.people, "already": done.already}
    sys.stdout.write(sentence("contacts_written" if done.new else "contacts_nothing", arguments.lang, values) + "\n")
