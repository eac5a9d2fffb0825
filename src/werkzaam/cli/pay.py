# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""`werkzaam pay`, `release` and `book`: a file for the bank, who lets it go, and what the bank did with it."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from werkzaam.cli.options import Commands, add_ledger, desk_of


def add(commands: Commands) -> None:
    """Add the commands."""
    pays = commands.add_parser(
        "pay", help="a payment file for the bank (SEPA pain.001.001.09)",
        description="Writes a file of all that is decided and not paid. Asked again without anything new, it is the same file, "
                    "byte for byte.",
    )  # fmt: skip
    pays.add_argument("month", metavar="MONTH", help="the month of the run, as 2026-03")
    pays.add_argument("--out", metavar="FILE", type=Path, required=True, help="where the file goes")
    add_ledger(pays)
    pays.set_defaults(run=pay)
    lets = commands.add_parser("release", help="let a payment file go to the bank",
                               description="Releases a file in your own name; never one that you made yourself.")  # fmt: skip
    lets.add_argument("file", metavar="ID", help="the id that `werkzaam pay` printed")
    add_ledger(lets)
    lets.set_defaults(run=release)
    books = commands.add_parser("book", help="read what the bank did (camt.053)",
                                description="Books a bank statement. What we do not know becomes an open item.")  # fmt: skip
    books.add_argument("file", metavar="STATEMENT.xml", type=Path)
    add_ledger(books)
    books.set_defaults(run=book)


def pay(arguments: argparse.Namespace) -> None:
    """Write the payment file and say what is in it."""
    from werkzaam.app.ledger.pay import pay as write
    from werkzaam.core.money import format_euro
    from werkzaam.core.months import Month

    with desk_of(arguments) as desk:
        sent = write(desk, Month.parse(arguments.month), arguments.out)
    file = sent.file
    again = "" if sent.new else "Nothing new to pay: this is the same file again.\n"
    sys.stdout.write(f"{again}{file.file_id}: {file.transfers} transfers, {format_euro(file.cents, 'en')} euros, on "
                     f"{file.execute_on}.\nsha256 {file.sha256}\n")  # fmt: skip
    if not file.released_by:
        sys.stdout.write(f"Somebody else releases it: werkzaam release {file.file_id}\n")
    for part in sent.without_account:
        amount = format_euro(part.cents, "en")
        sys.stdout.write(f"Not in the file: household {part.household}, {amount} euros of {part.month} for {part.payee}: there "
                         "is no approved account that a bank can pay to.\n")  # fmt: skip


def release(arguments: argparse.Namespace) -> None:
    """Release a payment file."""
    from werkzaam.app.ledger.pay import let_go

    with desk_of(arguments) as desk:
        let_go(desk, arguments.file)
        sys.stdout.write(f"{desk.actor} released {arguments.file}.\n")


def book(arguments: argparse.Namespace) -> None:
    """Book a statement and say what it came to."""
    from werkzaam.app.ledger.book import book as read

    with desk_of(arguments) as desk:
        done = read(desk, arguments.file)
    if done.already and not done.booked + done.returned + done.unmatched:
        sys.stdout.write(f"This statement was booked before; its {done.already} entries changed nothing.\n")
        return
    sys.stdout.write(f"Booked: {done.booked}. Returned: {done.returned}. Not known to us: {done.unmatched}.\n")
    if done.returned or done.unmatched:
        sys.stdout.write("Look at `werkzaam queue`.\n")
