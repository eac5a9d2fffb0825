# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The tables of a letter: the sum, what it was before, and where the money goes."""

from __future__ import annotations

from collections.abc import Iterator

from werkzaam.app.letters.content import Kind, Line, PaidPart, Payee
from werkzaam.app.letters.model import Row, Table
from werkzaam.app.letters.writer import Writer
from werkzaam.core.money import format_euro

_TOTALS = {Kind.PREMIUM: "premium_total", Kind.PLAN: "plan_total", Kind.STOPPED: "above_total", Kind.OBJECTION: "objection_total"}


def sum_table(write: Writer) -> Table:
    """The lines that make the amount, the amount, and where it changed what it was before."""
    return Table(_head(write), tuple(_sum(write)))


def _sum(write: Writer) -> Iterator[Row]:
    content = write.content
    for line in content.lines:
        note = line.sentence.of(write.lang) if line.sentence else ""
        yield _row(write, _label(write, line), line.cents, note=note)
    yield _row(write, write.word(_TOTALS.get(content.kind, "bijstand_of"), month=content.month), content.total, strong=True)
    if content.kind in (Kind.HIGHER, Kind.LOWER, Kind.CLAIM):
        yield _row(write, write.word("before"), content.was or 0)
        yield _row(write, write.word("difference"), content.difference, strong=True)


def _label(write: Writer, line: Line) -> str:
    """The label, with its month where the line is about one of its own."""
    label = line.label.of(write.lang)
    if line.month is None or line.month == write.content.month:
        return label
    return write.word("of_month", label=label, month=line.month)


def paid_table(write: Writer) -> Table | None:
    """Every part of the payment and who gets it; None where one sentence says it."""
    payment = write.content.payment
    if payment is None or (len(payment.parts) == 1 and payment.parts[0].payee in (Payee.ACCOUNT, Payee.MANAGED)):
        return None
    rows = [_row(write, _payee(write, part), part.cents) for part in payment.parts]
    return Table(_head(write), (*rows, _row(write, write.word("paid_total"), payment.cents, strong=True)))


def _payee(write: Writer, part: PaidPart) -> str:
    """Who gets a part; what is paid back names its month."""
    key = f"{part.payee.value}_end" if part.payee is Payee.ACCOUNT and part.account_end else part.payee.value
    return write.word(key, name=part.name, end=part.account_end, month=part.month or write.content.month)


def _head(write: Writer) -> tuple[str, str]:
    return write.word("what"), write.word("euros")


def _row(write: Writer, label: str, cents: int, *, note: str = "", strong: bool = False) -> Row:
    return Row(label, cents, format_euro(cents, write.lang), note, strong)
