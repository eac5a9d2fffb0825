# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A payment in parts: what is withheld for a claim, what goes to others by agreement, and what comes to the account."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from werkzaam.core.errors import InputError, LedgerError
from werkzaam.ledger.claim import Recovery


class PartKind(Enum):
    """Where a part goes; the value is the text that is stored."""

    RECOVERY = "recovery"
    THIRD_PARTY = "third_party"
    ACCOUNT = "account"


@dataclass(frozen=True, slots=True)
class FixedPayee:
    """Somebody who is paid from the benefit by agreement, such as a landlord: cents a month, and who it is."""

    ref: str
    name: str
    cents: int

    def __post_init__(self) -> None:
        if self.cents <= 0:
            raise InputError(f"{self.name} is paid {self.cents} cents from the benefit; an amount above zero was expected.")


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a payment in cents, above zero. `ref` is the month of a claim, a payee, or an account; `name` is for people.

    `agreed` is what is kept for a claim as the person chose, beside the ceiling.
    """

    kind: PartKind
    ref: str
    name: str
    cents: int
    agreed: bool = False

    def __post_init__(self) -> None:
        if self.cents <= 0:
            raise LedgerError(f"A part of a payment is above zero; found {self}.")


@dataclass(frozen=True, slots=True)
class Account:
    """The account of the person, or the one of whoever manages their money."""

    ref: str
    name: str


@dataclass(frozen=True, slots=True)
class Short:
    """A payee who gets less than agreed this time; the person is told, as a bill may stay open."""

    payee: FixedPayee
    paid: int

    @property
    def missing(self) -> int:
        """Cents that the payee does not get."""
        return self.payee.cents - self.paid


def split(pay: int, taken: Sequence[Recovery], fixed: Sequence[FixedPayee], account: Account) -> tuple[Part, ...]:
    """The parts of a payment, which add up to it: recovery, payees in the order agreed as far as the money goes, the account.

    Parts of nothing are left out. Raises LedgerError when more is taken than is paid, or something is given back here.
    """
    if pay < 0 or any(one.cents <= 0 for one in taken) or sum(one.cents for one in taken) > pay:
        raise LedgerError(f"From a payment of {pay} cents cannot be taken: {[one.cents for one in taken]}.")
    if len({payee.ref for payee in fixed}) < len(fixed):
        raise LedgerError(f"A payee stands twice in one payment: {[payee.ref for payee in fixed]}.")
    wanted = [(PartKind.RECOVERY, str(one.month), str(one.month), one.cents, one.agreed) for one in taken]
    wanted += [(PartKind.THIRD_PARTY, one.ref, one.name, one.cents, False) for one in fixed]
    parts, left = [], pay
    for kind, ref, name, cents, agreed in wanted:
        if given := min(cents, left):
            parts.append(Part(kind, ref, name, given, agreed))
            left -= given
    if left:
        parts.append(Part(PartKind.ACCOUNT, account.ref, account.name, left))
    return tuple(parts)


def shortfalls(fixed: Sequence[FixedPayee], parts: Sequence[Part]) -> tuple[Short, ...]:
    """The payees who get less than agreed from these parts, or nothing: never unnoticed (P5)."""
    paid = {part.ref: part.cents for part in parts if part.kind is PartKind.THIRD_PARTY}
    return tuple(Short(payee, paid.get(payee.ref, 0)) for payee in fixed if paid.get(payee.ref, 0) < payee.cents)
