# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Payments in parts, and which of them still have to go to the bank."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from werkzaam.core.errors import LedgerError
from werkzaam.core.months import Month
from werkzaam.ledger.payment import Part, PartKind
from werkzaam.store.database import Database
from werkzaam.store.months import month_of, stored
from werkzaam.store.writer import Fields

RECOVERY = "recovery"
"""The payee of what is kept for a claim; it never goes to a bank."""


def payment_rows(
    month: Month, parts: Sequence[Part], *, decision_cents: int | None = None, premium_cents: int | None = None,
    refund_cents: int | None = None,
) -> dict[str, Sequence[Fields]]:  # fmt: skip
    """The rows of one payment and its parts, which must add up to what it pays; the database checks that they do."""
    cents = decision_cents or premium_cents or refund_cents or 0
    if not parts:
        raise LedgerError(f"A payment of {cents} cents for {month} has no parts; say where it goes.")
    payment = {
        "month": stored(month), "amount_cents": cents, "parts": len(parts), "decision_cents": decision_cents,
        "premium_cents": premium_cents, "refund_cents": refund_cents,
    }  # fmt: skip
    totals = [0, *accumulate(part.cents for part in parts)]
    return {
        "payment": [payment],
        "payment_part": [_part_row(part, at, len(parts), totals[at - 1]) for at, part in enumerate(parts, 1)],
    }


def _part_row(part: Part, at: int, parts: int, total: int) -> Fields:
    kept = part.kind is PartKind.RECOVERY
    return {
        "part": at,
        "prev_part": at - 1 or None,
        "parts": parts,
        "kind": part.kind.value,
        "payee": RECOVERY if kept else part.ref,
        "name": part.ref if kept else part.name,
        "cents": part.cents,
        "total_before": total,
        "total_after": total + part.cents,
        "recovery_cents": part.cents if kept else None,
    }


@dataclass(frozen=True, slots=True)
class Payment:
    """A payment as it is stored: the event it belongs to, the month it is for, cents, and its parts in order."""

    household: int
    hseq: int
    month: Month
    cents: int
    parts: tuple[Part, ...]


def payments(database: Database, municipality: str, household: int, upto: int | None = None) -> list[Payment]:
    """The payments of a household as known at event `upto`, in order."""
    known = 2**62 if upto is None else upto
    rows = database.rows(
        "SELECT payment.hseq, payment.month, payment.amount_cents, payment_part.kind, payment_part.payee, payment_part.name, "
        "payment_part.cents, recovery.agreed_seq IS NOT NULL FROM payment "
        "JOIN payment_part ON payment_part.municipality = payment.municipality "
        "AND payment_part.household = payment.household AND payment_part.hseq = payment.hseq "
        "LEFT JOIN recovery ON recovery.municipality = payment.municipality AND recovery.household = payment.household "
        "AND recovery.payment_seq = payment.hseq AND recovery.payment_part = payment_part.part "
        "WHERE payment.municipality = ? AND payment.household = ? AND payment.hseq <= ? ORDER BY payment.hseq, payment_part.part",
        (municipality, household, known),
    )
    found: dict[int, Payment] = {}
    for hseq, month, cents, kind, payee, name, part_cents, agreed in rows:
        part = part_of(kind, payee, name, part_cents, bool(agreed))
        parts = found[hseq].parts if hseq in found else ()
        found[hseq] = Payment(household, hseq, month_of(month), cents, (*parts, part))
    return list(found.values())


def part_of(kind: str, payee: str, name: str, cents: int, agreed: bool = False) -> Part:
    """A part from its columns; of what is kept for a claim the name is the month of the claim."""
    return Part(PartKind(kind), name if kind == RECOVERY else payee, name, cents, agreed)
