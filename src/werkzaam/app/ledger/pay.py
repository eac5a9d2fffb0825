# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Pay: a file for the bank of all that is decided and not paid. It is kept before it is sent; asked again it is the same."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from werkzaam.app.exchange.pain import PaymentOrder, Transfer, write
from werkzaam.app.ledger.desk import Desk
from werkzaam.app.ledger.payable import (
    Payable,
    Unpaid,
    ask_about_unpaid,
    end_to_end,
    no_longer_unpaid,
    payable_parts,
    remittance,
)
from werkzaam.core.errors import InputError, NotAllowed
from werkzaam.core.months import Month
from werkzaam.ledger.claim import pay_day
from werkzaam.store.bank import Attempt, PayFile, answered, attempts, open_parts, pay_file, pay_files, record_pay_file, release
from werkzaam.store.errors import Refused

URGENT = "-spoed-"
"""What stands in the name of a file with an emergency payment; 35 characters is the most that a bank takes as a name."""


@dataclass(frozen=True, slots=True)
class Sent:
    """A file for the bank: what it is called, its cents and transfers, whether it is new, and what could not go into it."""

    file: PayFile
    new: bool
    unpaid: tuple[Unpaid, ...]


def pay(desk: Desk, month: Month, out: Path) -> Sent:
    """Write the file of a month: a new one when there is something to pay, else the last one of that month, byte for byte.

    One that nobody released, and of which the bank said nothing, comes first, the same again: it may never have been written. The
    file is kept in the ledger first, so that no transfer can stand in two files; then it is written, whole or not at all.
    What cannot go to the bank is a task for somebody. Raises InputError when there is nothing to pay and never was.
    """
    before = made_files(desk)
    payable, without = payable_parts(desk, open_parts(desk.database, desk.town.id))
    ask_about_unpaid(desk, without)
    waits = next((one for one in files_of(desk, month) if one.released_by is None and not _at_the_bank(desk, one)), None)
    new = bool(payable) and waits is None
    try:
        if new:
            keep_file(desk, month, payable, name=_next_name(desk, month, ""), day=_execution_day(desk))
    except Refused:
        if made_files(desk) == before:
            raise
        return pay(desk, month, out)  # Somebody else made a file at this moment: what is in it is theirs.
    made = files_of(desk, month)
    if not made:
        raise InputError(_nothing(month, without))
    write_whole(out, content(desk, waits or made[-1]))
    return Sent(waits or made[-1], new, without)


def _at_the_bank(desk: Desk, file: PayFile) -> bool:
    return answered(desk.database, desk.town.id, file.file_id)


def made_files(desk: Desk) -> set[str]:
    """The names of all files of the town."""
    return {one.file_id for one in pay_files(desk.database, desk.town.id)}


def files_of(desk: Desk, month: Month, *, urgent: bool = False) -> list[PayFile]:
    """The files of a month in the order in which they were made: the monthly ones, or those of emergency payments."""
    made = [one for one in pay_files(desk.database, desk.town.id) if one.month == month]
    return [one for one in made if (URGENT in one.file_id) is urgent]


def pay_today(desk: Desk, month: Month, payable: Sequence[Payable]) -> PayFile:
    """Keep a file of its own of some parts, executed today; it is written by `content`, as every file."""
    name = _next_name(desk, month, URGENT)
    keep_file(desk, month, payable, name=name, day=desk.today)
    return pay_file(desk.database, desk.town.id, name)


def _next_name(desk: Desk, month: Month, urgent: str) -> str:
    number = len(files_of(desk, month, urgent=bool(urgent))) + 1
    return f"{desk.town.id[:16] if urgent else desk.town.id[:20]}-{month}{urgent or '-'}{number}"


def _nothing(month: Month, without: Sequence[Unpaid]) -> str:
    if not without:
        return f"There is nothing to pay for {month}. Decide it first, with `werkzaam run {month}`."
    households = ", ".join(str(number) for number in dict.fromkeys(one.part.household for one in without))
    return (
        f"There are {len(without)} payments, and no approved account that a bank can pay to, or one that the bank refused "
        f"(households {households}). `werkzaam queue` says what each waits for. Record an account in the household file, and let "
        "another officer approve it: `werkzaam approve HOUSEHOLD --account`."
    )


def keep_file(desk: Desk, month: Month, payable: Sequence[Payable], *, name: str, day: date) -> None:
    """Keep a new file in the ledger, with the fingerprint of the bytes that it will have."""
    transfers = [(part, account, end_to_end(part)) for part, account in payable]
    order = _order(desk, name, desk.moment, day, [
        Transfer(e2e, part.cents, account.holder, account.iban, remittance(part.month)) for part, account, e2e in transfers
    ])  # fmt: skip
    with desk.writes() as writer:
        record_pay_file(writer, file_id=name, msg_id=name, month=month, execute_on=order.execution_day,
                        sha256=hashlib.sha256(write(order)).hexdigest(), transfers=transfers)  # fmt: skip
        no_longer_unpaid(desk, writer, [part for part, _ in payable])


def content(desk: Desk, file: PayFile) -> bytes:
    """The bytes of a kept file, made again from the ledger; raises InputError when they are not those that were kept."""
    transfers = [Transfer(one.e2e_id, one.cents, one.holder, one.iban, remittance(one.month)) for one in _attempts(desk, file)]
    found = write(_order(desk, file.file_id, file.made_at, file.execute_on, transfers))
    if hashlib.sha256(found).hexdigest() != file.sha256:
        raise InputError(
            f"The file {file.file_id} comes out other than it was kept: the town's name or account changed since. Use the town "
            "file of that day."
        )
    return found


def _attempts(desk: Desk, file: PayFile) -> list[Attempt]:
    return attempts(desk.database, desk.town.id, file.file_id)


def _order(desk: Desk, name: str, moment: str, day: date, transfers: Sequence[Transfer]) -> PaymentOrder:
    return PaymentOrder(name, name, moment, day, desk.town.holder, desk.town.iban, tuple(transfers), desk.town.bic)


def _execution_day(desk: Desk) -> date:
    """The town's payment day of this calendar month, or today when it is past."""
    return max(pay_day(Month.of_day(desk.today), desk.town.pay_day), desk.today)


def write_whole(out: Path, found: bytes) -> None:
    """Write a file whole or not at all, and on disk before it is there under its name."""
    try:
        beside = out.with_name(f".{out.name}.part")
        with beside.open("wb") as handle:
            handle.write(found)
            handle.flush()
            os.fsync(handle.fileno())
        beside.replace(out)
        folder = os.open(out.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
    except OSError as error:
        raise InputError(
            f"The file cannot be written ({error}). It is kept in the ledger; ask for it again.", file=str(out)
        ) from error


def let_go(desk: Desk, file_id: str) -> None:
    """Release a file to the bank, in the name of somebody who did not make it; raises NotAllowed for who did."""
    made = pay_file(desk.database, desk.town.id, file_id)
    if made.maker.casefold() == desk.actor.casefold():
        raise NotAllowed(f"{desk.actor} made {file_id}; another officer looks at it and releases it.")
    if made.released_by:
        raise NotAllowed(f"{made.released_by} released {file_id} already.")
    try:
        with desk.writes() as writer:
            release(writer, file_id)
    except Refused:
        first = pay_file(desk.database, desk.town.id, file_id).released_by
        if first is None:
            raise
        raise NotAllowed(f"{first} released {file_id} already.") from None
