# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""`werkzaam put-right` and `emergency`: the municipality's own errors, and the money and the statement that go with them."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from werkzaam.cli.options import Commands, add_lang, add_ledger, desk_of
from werkzaam.core.errors import InputError


def add(commands: Commands) -> None:
    """Add the commands."""
    rights = commands.add_parser(
        "put-right", help="take back what we recorded wrongly ourselves",
        description="Takes back a row that the municipality recorded wrongly. What changes by it is our error, and the letter "
                    "says so. Without a row it lists what can be taken back.",
    )  # fmt: skip
    rights.add_argument("household", metavar="HOUSEHOLD", type=int)
    rights.add_argument("row", metavar="ROW", type=int, nargs="?", help="the number of the row, as the list gives it")
    rights.add_argument("--reason", metavar="TEXT", help="what went wrong, in a sentence that the person may read")
    add_ledger(rights)
    rights.set_defaults(run=put_right)
    urgent = commands.add_parser(
        "emergency", help="pay today what was underpaid by our own error",
        description="Writes a payment file of its own, executed today, of what a month was underpaid by our error, and the "
                    "statement for a creditor. Somebody else releases the file.",
    )  # fmt: skip
    urgent.add_argument("household", metavar="HOUSEHOLD", type=int)
    urgent.add_argument("month", metavar="MONTH", help="the month that was underpaid, as 2026-03")
    urgent.add_argument("--out", metavar="FILE.xml", type=Path, required=True, help="where the payment file goes")
    urgent.add_argument("--statement", metavar="FILE.pdf", type=Path, required=True, help="where the statement goes")
    add_lang(urgent)
    add_ledger(urgent)
    urgent.set_defaults(run=emergency)


def put_right(arguments: argparse.Namespace) -> None:
    """Take back a row, or list what can be taken back."""
    from werkzaam.app.ledger.own_error import rows_text
    from werkzaam.app.ledger.repair import put_right_and_promise

    with desk_of(arguments) as desk:
        if arguments.row is None:
            sys.stdout.write(rows_text(desk, arguments.household))
            return
        if not arguments.reason:
            raise InputError("Taking a row back needs --reason: what went wrong, in a sentence that the person may read.")
        promised = put_right_and_promise(desk, arguments.household, arguments.row, reason=arguments.reason)
    sys.stdout.write(f"Row {arguments.row} of household {arguments.household} no longer counts. Record what is right, and decide "
                     f"the months again with `werkzaam run`. The person was told that it is put right by {promised.last_day}; "
                     f"the queue has it as {promised.item}.\n")  # fmt: skip


def emergency(arguments: argparse.Namespace) -> None:
    """Write the payment file and the statement."""
    from werkzaam.app.ledger.emergency import emergency as help_today
    from werkzaam.app.ledger.pay import write_whole
    from werkzaam.app.text_layout import euro
    from werkzaam.app.texts.ledger import WORDS
    from werkzaam.core.months import Month

    with desk_of(arguments) as desk:
        found = help_today(desk, arguments.household, Month.parse(arguments.month), arguments.out, arguments.lang)
        write_whole(arguments.statement, found.statement)
    file = found.sent.file
    sys.stdout.write(WORDS[arguments.lang]["emergency"].format(
        household=arguments.household, month=found.month.name(arguments.lang), amount=euro(found.cents, arguments.lang),
        day=file.execute_on, file=file.file_id, statement=arguments.statement) + "\n")  # fmt: skip
    if not file.released_by:
        sys.stdout.write(f"Somebody else releases it: werkzaam release {file.file_id}\n")
