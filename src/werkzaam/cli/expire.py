# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""`werkzaam expire`: a copy of the ledger without what is personal of households whose term is over."""

from __future__ import annotations

import argparse
import sys

from werkzaam.cli.options import Commands, add_ledger, desk_of
from werkzaam.core.errors import InputError


def add(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add_parser(
        "expire", help="destroy what is personal when its term is over",
        description="Makes a new ledger without names, dates of birth, accounts, letters, reasons and what was written in "
                    "dossiers of households whose bijstand ended longer ago than the town keeps them (bewaartermijn_jaren). "
                    "Amounts, chains and anchors stay, and are verified. This ledger is not changed: delete it, and its copies, "
                    "when the new one is in use.",
    )  # fmt: skip
    parser.add_argument("--dry-run", action="store_true", help="list every term, and destroy nothing")
    parser.add_argument("--into", metavar="URL", help="where the new ledger goes: a database that has none")
    parser.add_argument("--reason", metavar="TEXT", default="", help="by which rule; these words stay")
    add_ledger(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> None:
    """List the terms, or make the new ledger."""
    from werkzaam.app.ledger.expire import expire, terms

    if not arguments.dry_run and not arguments.into:
        raise InputError("Say where the new ledger goes, with --into, or look first with --dry-run.")
    with desk_of(arguments) as desk:
        if arguments.dry_run:
            for one in terms(desk):
                says = "goes" if one.over(desk.today) else f"waits for: {', '.join(one.held_by)}" if one.held_by else "is kept"
                sys.stdout.write(f"{one.household}  ended {one.ended}  kept until {one.until}  {says}\n")
            sys.stdout.write("This was a trial. Nothing was destroyed.\n")
            return
        done = expire(desk, arguments.into, reason=arguments.reason)
    sys.stdout.write(f"{arguments.into} is this ledger without what is personal of {len(done.households)} households "
                     f"({', '.join(map(str, done.households))}); of {done.events} events something is gone. It verifies. Use it "
                     "from now on, and delete this ledger and its copies.\n")  # fmt: skip
