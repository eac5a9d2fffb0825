# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""`werkzaam ledger`: make a ledger, see whether it is safe and whole, and keep a copy."""

from __future__ import annotations

import argparse
import sys

from werkzaam.cli.options import Commands, add_ledger


def add(commands: Commands) -> None:
    """Add the commands."""
    new = commands.add_parser(
        "new-ledger", help="an empty ledger for a town",
        description="Makes the tables of the ledger in a database that has none of them.",
    )  # fmt: skip
    add_ledger(new)
    new.set_defaults(run=make)


def make(arguments: argparse.Namespace) -> None:
    """Make an empty ledger."""
    from werkzaam.app.ledger.desk import new_ledger
    from werkzaam.app.ledger.town import read_town

    town = read_town(arguments.town)
    new_ledger(arguments.database, town)
    sys.stdout.write(f"A ledger for {town.name} is ready in {arguments.database}.\n")
