# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Reads other money than wages: what it is, which months it belongs to, and what the municipality decided about it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from werkzaam.app.earnings import LONGEST, People, inside, within_bounds
from werkzaam.app.payslip import OtherIncome
from werkzaam.app.rows import Row
from werkzaam.core.money import plain_euro
from werkzaam.core.months import Month, Span
from werkzaam.rules.loontijdvak import days_in, in_month, over_period, spread
from werkzaam.rules.situatie import Inkomenssoort

KINDS = {kind.name.lower(): kind for kind in Inkomenssoort if kind is not Inkomenssoort.GEEN}
_NOT_SURE = 'Not sure what it is? Write soort = "onbekend"; nothing is deducted before the municipality decided about it.'
_BENEFITS = frozenset({"aow", "anw", "ww", "wia", "wga", "iva", "wao", "wajong", "ziektewet", "pensioen", "uitkering"})
_A_BENEFIT = ('A benefit or AOW is a [[loon]] with loonsoort = "uitkering", and its net amount; a private pension is '
              'soort = "oudedagsvoorziening" here.')  # fmt: skip
_KEYS = ("persoon", "soort", "naam", "bedrag", "van", "tot", "ontvangen_op", "bekend_op", "bron", "besluit_telt_mee", "besluit")


def read_income(row: Row, people: People, span: Span) -> tuple[OtherIncome, ...]:
    """What each month of the case gets of one amount."""
    row.only(*_KEYS)
    hint = _A_BENEFIT if str(row.values.get("soort", "")).lower() in _BENEFITS else _NOT_SURE
    person, kind = people.whose(row), KINDS[row.option("soort", KINDS, hint=hint)]
    received, period = row.day("ontvangen_op"), _period(row)
    key, parts = ("ontvangen_op", in_month(Month.of_day(received))) if period is None else ("van", over_period(*period))
    if not any(part.month in span for part in parts):
        inside(row, key, parts[0].month, span)
    whole, counts = _amount(row, "bedrag"), _counts(row)
    each = zip(parts, spread(whole, parts), spread(counts or 0, parts), strict=True)
    known = row.day("bekend_op") if "bekend_op" in row.values else None
    if known is not None and known < received:
        row.refuse("bekend_op", f"the day on which this became known was expected, {received} or later; found {known}.")
    name, source, decision = (
        row.text("naam", row.text("soort")),
        row.text("bron"),
        row.text("besluit") if "besluit" in row.values else "",
    )
    return tuple(
        OtherIncome(person, name, kind, part.month, cents, whole, part, received, source, period,
                    None if counts is None else counted, decision, known)
        for part, cents, counted in each if part.month in span
    )  # fmt: skip


def _period(row: Row) -> tuple[date, date] | None:
    """The days it is about; without them it belongs to the month in which it came."""
    if "van" not in row.values and "tot" not in row.values:
        return None
    first, last = row.day("van"), row.day("tot")
    if last < first:
        row.refuse("tot", f"a last day on or after {first} was expected; found {last}.")
    if days_in(first, last) > LONGEST:
        row.refuse("tot", f"a period of at most a year was expected; found {first} to {last}. Check the years.")
    return first, last


def _counts(row: Row) -> int | None:
    if "besluit_telt_mee" not in row.values:
        if "besluit" in row.values:
            row.refuse("besluit", 'a decision says what counts; add besluit_telt_mee = "...", or leave besluit out.')
        return None
    counts, whole = _amount(row, "besluit_telt_mee"), _amount(row, "bedrag")
    if counts > whole:
        row.refuse("besluit_telt_mee", f"at most bedrag, {plain_euro(whole)} euros, was expected; no more can count "
                                       "than came in.")  # fmt: skip
    return counts


def _amount(row: Row, key: str) -> int:
    cents = row.cents(key)
    if cents < 0:
        row.refuse(key, "the amount is below zero; an amount of zero or more was expected.")
    within_bounds(row, key, cents)
    return cents


def check_alike(found: Iterable[tuple[Row, tuple[OtherIncome, ...]]]) -> tuple[OtherIncome, ...]:
    """All other income; amounts under one name in one month are of one kind, and decided all or none."""
    seen: dict[tuple[str, str, Month], OtherIncome] = {}
    every: list[OtherIncome] = []
    for row, incomes in found:
        for one in incomes:
            before = seen.setdefault((*one.key, one.month), one)  # type: ignore[arg-type]
            if before.kind is not one.kind or (before.counts is None) is not (one.counts is None):
                row.refuse("naam" if "naam" in row.values else "soort",
                           f"{one.name} stands in {one.month} with another soort too, or decided in one row and not in the "
                           'other. Give one of them a name of its own: naam = "...".')  # fmt: skip
            every.append(one)
    return tuple(sorted(every, key=_in_order))


def _in_order(one: OtherIncome) -> tuple[object, ...]:
    return one.key, one.month, one.received_on, one.cents, one.source, one.counts or 0, one.known_on or date.min
