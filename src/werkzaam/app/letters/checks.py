# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What cannot be right in the content of a letter, and is refused before anybody reads it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from werkzaam.core.errors import InputError

if TYPE_CHECKING:
    from werkzaam.app.letters.content import LetterContent

NEEDED = {
    "settled": (), "higher": ("was", "reason"), "lower": ("was", "reason", "officer", "answer_by"),
    "claim": ("was", "reason", "officer"), "plan": ("plan", "officer"), "premium": ("payment",), "stopped": ("restart_until",),
    "provisional": ("wages",), "objection": ("objection", "officer", "reason"),
}  # fmt: skip
"""What a kind of letter cannot do without."""


def refuse_what_cannot_be_right(content: LetterContent) -> None:
    """Raise InputError with every fault of a content at once."""
    faults = [*_missing(content), *_sums(content), *_directions(content), *_promises(content)]
    if faults:
        raise InputError(f"The letter {content.reference} ({content.kind.value}, {content.month}) cannot be written: "
                         f"{' '.join(faults)}")  # fmt: skip


def _missing(content: LetterContent) -> Iterator[str]:
    """What the kind needs, and who it is from and for."""
    for name in NEEDED[content.kind.value]:
        if getattr(content, name) in (None, ()):
            yield f"It has no {name}."
    for name, value in (("people", content.people), ("reference", content.reference), ("contact", content.contact.name),
                        ("phone", content.contact.phone), ("lines", content.lines)):  # fmt: skip
        if not value:
            yield f"It has no {name}."


def _sums(content: LetterContent) -> Iterator[str]:
    """Lines add up to the total, and parts to what is paid."""
    lines = sum(line.cents for line in content.lines)
    if lines != content.total:
        yield f"Its lines add up to {lines} cents, and its total is {content.total}."
    due = _to_pay(content)
    if due is not None and content.pay != due:
        yield f"It pays {content.pay} cents, and {due} are due."
    for amount in (content.becomes, content.was or 0, content.off_claim, content.reserve, content.above):
        if amount < 0:
            yield f"It names {amount} cents, which is below zero."
    if content.payment is not None and any(part.cents <= 0 for part in content.payment.parts):
        yield "It pays a part of nothing or less."


def _to_pay(content: LetterContent) -> int | None:
    """What must be paid with the letter; None where the kind leaves it open."""
    match content.kind.value:
        case "settled" | "provisional" | "premium":
            return content.difference
        case "higher":
            return content.difference - content.off_claim
        case "lower" | "claim" | "plan":
            return 0
    return None


def _directions(content: LetterContent) -> Iterator[str]:
    """A kind says which way an amount went."""
    name, change = content.kind.value, content.difference
    if content.was is not None:
        if name == "settled" and change:
            yield f"A settled month cannot differ from before by {change} cents."
        if name == "higher" and change <= 0:
            yield f"A higher amount cannot differ by {change} cents."
        if name in ("lower", "claim") and change >= 0:
            yield f"A lower amount cannot differ by {change} cents."
    if name == "stopped" and (content.becomes or content.above <= 0):
        yield f"Bijstand stops above the norm only; the month comes to {content.becomes} and is {content.above} above it."
    if name == "provisional" and all(wage.cents is not None for wage in content.wages):
        yield "A month whose payslips are all there does not wait for one."


def _promises(content: LetterContent) -> Iterator[str]:
    """Nothing is taken, decided or paid before it was told."""
    if content.answer_by is not None and content.answer_by <= content.day:
        yield f"Nobody can answer by {content.answer_by} to a letter of {content.day}."
    if content.plan is not None:
        if content.plan.first_day <= content.day:
            yield f"It is of {content.day}, and would take money on {content.plan.first_day}; what is taken is told first."
        if content.plan.total <= 0 or content.plan.instalment <= 0:
            yield f"It spreads {content.plan.total} cents by {content.plan.instalment} a month."
        if content.kind.value == "claim" and content.plan.total != -content.difference:
            yield f"It claims {-content.difference} cents and spreads {content.plan.total}."
    objection = content.objection
    if objection is not None and objection.free_on is not None and objection.free_on <= content.day:
        yield f"It is of {content.day}, and would take money from {objection.free_on} on; what is taken is told first."
    if objection is not None and not 0 <= objection.taken <= content.becomes:
        yield f"Of {content.becomes} contested cents {objection.taken} cannot have been taken."
    lower = content.next_payment.change is not None and content.next_payment.change < 0
    if content.kind.value == "lower" and lower:
        yield "A proposal takes nothing off the next payment."
    if lower and content.next_payment.day <= content.day:
        yield f"It lowers a payment of {content.next_payment.day}, and is of {content.day}; what is taken is told first."
