# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""`werkzaam pay`, `release`, `book` and `rejected`: a file for the bank, who lets it go, and what the bank did with it."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from werkzaam.cli.options import Commands, add_lang, add_ledger, desk_of, say


def add(commands: Commands) -> None:
    """Add the commands."""
    pays = commands.add_parser(
        "pay", help="a payment file for the bank (SEPA pain.001.001.09)",
        description="Writes a file of all that is decided and not paid. Asked again without anything new, it is the same file, "
                    "byte for byte. What cannot go into it becomes a task of the queue.",
    )  # fmt: skip
    pays.add_argument("month", metavar="MONTH", help="the month of the run, as 2026-03")
    pays.add_argument("--out", metavar="FILE", type=Path, required=True, help="where the file goes")
    lets = commands.add_parser("release", help="let a payment file go to the bank",
                               description="Releases a file in your own name; never one that you made yourself.")  # fmt: skip
    lets.add_argument("file", metavar="ID", help="the id that `werkzaam pay` printed")
    books = commands.add_parser("book", help="read what the bank did (camt.053)",
                                description="Books a bank statement. What we do not know becomes an open item.")  # fmt: skip
    books.add_argument("file", metavar="STATEMENT.xml", type=Path)
    refuses = commands.add_parser(
        "rejected", help="read what the bank refused (pain.002)",
        description="Reads a payment status report. What the bank refused is payable again, or waits for a person first; what it "
                    "may have had before is not paid again.",
    )  # fmt: skip
    refuses.add_argument("file", metavar="REPORT.xml", type=Path)
    for parser, run in ((pays, pay), (lets, release), (books, book), (refuses, rejected)):
        add_lang(parser)
        add_ledger(parser)
        parser.set_defaults(run=run)


def pay(arguments: argparse.Namespace) -> None:
    """Write the payment file and say what is in it."""
    from werkzaam.app.ledger.answered import answer_text
    from werkzaam.app.ledger.pay import pay as write
    from werkzaam.core.months import Month

    lang = arguments.lang
    with desk_of(arguments) as desk:
        sent = write(desk, Month.parse(arguments.month), arguments.out)
    file = sent.file
    if not sent.new:
        say("same_file", lang)
    say("file", lang, file=file.file_id, transfers=file.transfers, amount=file.cents, day=file.execute_on)
    sys.stdout.write(f"sha256 {file.sha256}\n")
    if not file.released_by:
        say("release", lang, file=file.file_id)
    for one in sent.unpaid:
        why = answer_text(f"why_{one.why}", lang, holder=one.holder)
        say("not_in_file", lang, household=one.part.household, amount=one.part.cents, month=one.part.month, payee=one.part.payee,
            why=why)  # fmt: skip


def release(arguments: argparse.Namespace) -> None:
    """Release a payment file."""
    from werkzaam.app.ledger.pay import let_go

    with desk_of(arguments) as desk:
        let_go(desk, arguments.file)
        say("released", arguments.lang, officer=desk.actor, file=arguments.file)


def book(arguments: argparse.Namespace) -> None:
    """Book a statement and say what it came to."""
    from werkzaam.app.ledger.book import book as read

    with desk_of(arguments) as desk:
        done = read(desk, arguments.file)
    if done.already and not done.booked + done.returned + done.unmatched:
        say("booked_before", arguments.lang, already=done.already)
        return
    say("booked", arguments.lang, booked=done.booked, returned=done.returned, unmatched=done.unmatched)
    if done.returned or done.unmatched:
        say("look", arguments.lang)


def rejected(arguments: argparse.Namespace) -> None:
    """Read a payment status report and say what it came to."""
    from werkzaam.app.ledger.refused import read_refusals

    with desk_of(arguments) as desk:
        done = read_refusals(desk, arguments.file)
    new = done.again + done.first_a_person + done.double + done.unknown
    if new:
        say("refusals", arguments.lang, again=done.again, first_a_person=done.first_a_person, double=done.double,
            unknown=done.unknown)  # fmt: skip
        say("look", arguments.lang)
    elif done.already:
        say("refusals_before", arguments.lang)
    else:
        say("accepted", arguments.lang, accepted=done.accepted)
