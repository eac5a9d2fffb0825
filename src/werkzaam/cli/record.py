# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""`werkzaam record`: what became known, from files; all of a file or nothing, and the same thing only once."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from werkzaam.cli.options import Commands, add_ledger, desk_of

KINDS = {
    "household": "new households, one in each file (docs/reference/household-file.md)",
    "estimate": "estimates that were made for a job and month",
    "arrangement": "an agreed amount, a contract, the end of a job or of bijstand, or a payment to somebody else",
    "change": "who comes into a household, leaves it or died, and by which day a part month counts",
    "consent": "leave to look at known income after bijstand ended, with an end",
    "wages": "wages as others deliver them: CSV, or a wage tax return in XML (docs/reference/exchange.md)",
}


def add(commands: Commands) -> None:
    """Add the command, with one subcommand per kind."""
    parser = commands.add_parser(
        "record", help="what became known, from files",
        description="Records what became known. The same file twice changes nothing and says so.",
    )  # fmt: skip
    kinds = parser.add_subparsers(title="what", metavar="KIND", dest="kind", required=True)
    for kind, what in KINDS.items():
        one = kinds.add_parser(kind, help=what, description=f"Records {what}.")
        one.add_argument("files", metavar="FILE", nargs="+", type=Path)
        add_ledger(one)
        one.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> None:
    """Record the files and say what was new."""
    from werkzaam.app.ledger.record import record_changes, record_households
    from werkzaam.app.ledger.wages import record_wages

    how = {"household": record_households, "wages": record_wages}.get(arguments.kind, record_changes)
    with desk_of(arguments) as desk:
        done = how(desk, arguments.files)
    if not done.changed:
        sys.stdout.write(f"Nothing new: all {done.already} were recorded before. Nothing was changed.\n")
        return
    sys.stdout.write(f"Recorded {done.new} new, of {len(done.households)} households; {done.already} were there already.\n")
    for line in done.remarks:
        sys.stdout.write(f"  {line}\n")
