# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""`werkzaam new-ledger`, `verify`, `anchor`, `backup` and `restore`: make a ledger, see whether it is whole, keep copies."""

from __future__ import annotations

import argparse
import sys
from datetime import timedelta
from pathlib import Path

from werkzaam.cli.options import Commands, add_ledger, desk_of, moment

MISTAKE = 70
OWNED_WITHIN = timedelta(days=2)
"""How long an entry of the bank may be without an owner (I14)."""


def add(commands: Commands) -> None:
    """Add the commands."""
    _command(commands, "new-ledger", "an empty ledger for a town",
             "Makes the tables of the ledger in a database that has none of them. Again, it changes nothing and says so; in a "
             "ledger of another town it adds the town.", make)  # fmt: skip
    verifies = _command(commands, "verify", "whether the ledger is safe, whole and adds up",
                        "Checks settings, tables, every chain, every row behind an event, every anchor and all invariants. Ends "
                        "with 70 when something is wrong.", verify)  # fmt: skip
    verifies.add_argument("--replay", action="store_true",
                          help="also compute every decision of this release again from what was known then")  # fmt: skip
    _command(commands, "anchor", "a fingerprint of all chains of today, to be kept elsewhere",
             "Keeps one fingerprint over the last event of every household. Send it to somebody else: whoever changes history "
             "later cannot change what they hold.", anchor)  # fmt: skip
    copies = _command(commands, "backup", "a copy of the whole ledger, while others work",
                      "Copies the ledger into a new folder, as it is at one moment.", backup)  # fmt: skip
    copies.add_argument("folder", metavar="FOLDER", type=Path)
    back = _command(
        commands, "restore", "a ledger from a copy", "Makes a ledger of a copy, in a database that is empty.", restore
    )
    back.add_argument("folder", metavar="FOLDER", type=Path)


def _command(commands: Commands, name: str, short: str, long: str, run: object) -> argparse.ArgumentParser:
    parser = commands.add_parser(name, help=short, description=long)
    add_ledger(parser)
    parser.set_defaults(run=run)
    return parser


def make(arguments: argparse.Namespace) -> None:
    """Make an empty ledger."""
    from werkzaam.app.ledger.desk import new_ledger
    from werkzaam.app.ledger.town import read_town
    from werkzaam.store.database import shown_address

    town = read_town(arguments.town)
    new = new_ledger(arguments.database, town)
    told = "is ready in" if new else "was there already, and stays as it is, in"
    sys.stdout.write(f"A ledger for {town.name} {told} {shown_address(arguments.database)}.\n")


def verify(arguments: argparse.Namespace) -> int:
    """Print everything that is wrong; 0 when nothing is."""
    from werkzaam.app.ledger.replay import replay
    from werkzaam.store.events import households
    from werkzaam.store.invariants import paid_twice
    from werkzaam.store.verify import verify as look

    with desk_of(arguments) as desk:
        numbers = households(desk.database, desk.town.id)
        found = look(desk.database, desk.town.id, unowned_before=str(desk.today - OWNED_WITHIN))
        twice = paid_twice(desk.database, desk.town.id)
        if arguments.replay:
            found += [one for household in numbers for one in replay(desk, household)]
    for one in found:
        whose = f"household {one.household}: " if one.household else ""
        sys.stdout.write(f"{one.invariant}: {whose}{one.where}\n")
    for one in twice:
        sys.stdout.write(f"Look at household {one.household}: the same amount was paid twice for {one.where}. It can be right.\n")
    sys.stdout.write(f"{len(numbers)} households, {len(found)} things wrong.\n")
    return MISTAKE if found else 0


def anchor(arguments: argparse.Namespace) -> None:
    """Keep and print the fingerprint of today."""
    from werkzaam.store.anchor import make_anchor

    with desk_of(arguments) as desk, desk.database.transaction():
        made = make_anchor(desk.database, desk.town.id, day=str(desk.today), until=moment(arguments))
    sys.stdout.write(f"{made.day}  {made.leaves} households  {made.root}\nKeep this line elsewhere.\n")


def backup(arguments: argparse.Namespace) -> None:
    """Copy the ledger."""
    from werkzaam.store.backup import backup as copy

    with desk_of(arguments) as desk:
        made = copy(desk.database, arguments.folder)
    sys.stdout.write(f"Copied the ledger into {arguments.folder}: {len(made.files)} file(s).\n")


def restore(arguments: argparse.Namespace) -> None:
    """Make a ledger of a copy."""
    from werkzaam.store.backup import restore as put_back

    put_back(arguments.folder, arguments.database)
    sys.stdout.write(f"Restored into {arguments.database}. Now: werkzaam verify, compare the anchors, and book the newest bank "
                     "statements before the next run.\n")  # fmt: skip
