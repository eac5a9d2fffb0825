# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What can go to the bank today, and what can not: each of those is a task for a named person until it can (decision 0096)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from werkzaam.app.exchange.pain import CannotPay, Transfer
from werkzaam.app.ledger.desk import Desk
from werkzaam.app.ledger.told import code_of, coded
from werkzaam.core.months import Month
from werkzaam.store.accounts import BankAccount, account_requests, accounts_on
from werkzaam.store.bank import OpenPart, attempts_called
from werkzaam.store.queue import close, items_called, open_item
from werkzaam.store.writer import Writer

Payable: TypeAlias = "tuple[OpenPart, BankAccount]"
_Shut: TypeAlias = "tuple[int, str, str]"
"""An account: of which household, its IBAN, and the name of its holder."""
NO_ACCOUNT, UNWRITABLE, REFUSED = "no_account", "unwritable", "refused"
HAD_BEFORE = "double"
"""The code of a task about what the bank had before: that says nothing against the account."""


@dataclass(frozen=True, slots=True)
class Unpaid:
    """A part that cannot go to the bank today: why, and who holds its account, where there is one."""

    part: OpenPart
    why: str
    holder: str = ""


def payable_parts(desk: Desk, wanted: Sequence[OpenPart]) -> tuple[list[Payable], tuple[Unpaid, ...]]:
    """The parts that can be paid today, each with its account, and the others, each with the reason.

    A name that no bank can write holds up its own payment and no other. To an account that the bank refused nothing goes, also no
    later payment, while somebody still has to look at it.
    """
    accounts, shut = accounts_on(desk.database, desk.town.id, desk.today), _shut(desk)
    payable: list[Payable] = []
    unpaid: list[Unpaid] = []
    for part in wanted:
        account = accounts.get((part.household, part.payee))
        why = _why_not(part, account, shut)
        if account is not None and not why:
            payable.append((part, account))
        else:
            unpaid.append(Unpaid(part, why, account.holder if account else ""))
    return payable, tuple(unpaid)


def _why_not(part: OpenPart, account: BankAccount | None, shut: Collection[_Shut]) -> str:
    if account is None:
        return NO_ACCOUNT
    try:
        Transfer(end_to_end(part), part.cents, account.holder, account.iban, remittance(part.month))
    except CannotPay:
        return UNWRITABLE
    return REFUSED if (part.household, account.iban, account.holder) in shut else ""


def _shut(desk: Desk) -> set[_Shut]:
    """The accounts that the bank refused, at which nobody looked yet."""
    tasks = items_called(desk.database, desk.town.id, refused_item(""), beginning=True)
    names = [one.item_id.removeprefix(refused_item("")) for one in tasks if one.status != "closed"
             and code_of(one.text) != HAD_BEFORE]  # fmt: skip
    found = attempts_called(desk.database, desk.town.id, names).values()
    return {(one.household, one.iban, one.holder) for one in found}


def end_to_end(part: OpenPart) -> str:
    """What comes back from the bank for the next try: numbers of ours only."""
    return f"{part.household}.{part.hseq}.{part.part}.{part.tried + 1}"


def last_try(part: OpenPart) -> str:
    """What came back from the bank for the last one."""
    return f"{part.household}.{part.hseq}.{part.part}.{part.tried}"


def remittance(month: Month) -> str:
    """What a transfer says of itself."""
    return f"Uitkering {month.name()}"


def refused_item(end_to_end_id: str) -> str:
    """The name of the task about a transfer that the bank refused."""
    return f"refused-{end_to_end_id}"


def unpaid_name(household: int, hseq: int, part: int) -> str:
    """The name of the task about a part that cannot go to the bank yet; it closes when the part does."""
    return f"unpaid-{household}.{hseq}.{part}"


def _unpaid_item(part: OpenPart) -> str:
    return unpaid_name(part.household, part.hseq, part.part)


def ask_about_unpaid(desk: Desk, unpaid: Iterable[Unpaid]) -> None:
    """Open a task, once, for each part that cannot be paid and of which no other task tells already."""
    asked = {(one.household, one.payee) for one in account_requests(desk.database, desk.town.id, waiting=True)}
    new = [one for one in unpaid if _needs_a_task(desk, one, asked)]
    if not new:
        return
    with desk.writes() as writer:
        for one in new:
            part = one.part
            text = coded(one.why, cents=part.cents, month=str(part.month), payee=part.payee, holder=one.holder)
            open_item(writer, _unpaid_item(part), kind="check", text=text, household=part.household, cents=part.cents,
                      owner=desk.file(part.household).contact)  # fmt: skip


def _needs_a_task(desk: Desk, one: Unpaid, asked: set[tuple[int, str]]) -> bool:
    if one.why == REFUSED or (one.why == NO_ACCOUNT and (one.part.household, one.part.payee) in asked):
        return False
    return not items_called(desk.database, desk.town.id, _unpaid_item(one.part))


def no_longer_unpaid(desk: Desk, writer: Writer, parts: Iterable[OpenPart]) -> None:
    """Close what was asked about parts that go to the bank now, in the transaction that keeps their file."""
    for name in (name for part in parts for name in _items(part)):
        for one in items_called(desk.database, desk.town.id, name):
            if one.status != "closed":
                close(writer, one.item_id, "in a payment file")


def _items(part: OpenPart) -> Iterator[str]:
    yield _unpaid_item(part)
    if part.tried:
        yield refused_item(last_try(part))
