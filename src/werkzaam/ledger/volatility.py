# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""How sure people could be of their money: how often months were corrected, why, and what another way of working had done."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from werkzaam.core.errors import InputError
from werkzaam.core.months import Month
from werkzaam.ledger.cause import Cause
from werkzaam.ledger.decision import Decision
from werkzaam.ledger.estimates import Werkwijze, expected

_SETTLED_EVERY = {Werkwijze.VAST_BEDRAG: 12, Werkwijze.ACHTERAF: sys.maxsize}
"""After how many months the differences of a way of working are settled; monthly where it is not named."""


@dataclass(frozen=True, slots=True)
class MonthOutcome:
    """One month of a person: its decisions in order, and in cents the norm and what there was to live on in it."""

    month: Month
    decisions: tuple[Decision, ...]
    norm: int
    disposable: int


@dataclass(frozen=True, slots=True)
class Volatility:
    """How uncertain some months were; amounts in cents, shares and means exact."""

    months: int
    corrected: int
    corrected_share: Fraction
    largest_reclaim: int
    below_norm: int
    lowest: int
    mean_change: Fraction


@dataclass(frozen=True, slots=True)
class Comparison:
    """What a way of working gives on the same wages, in cents: payments a month, corrections, the lowest month, the total."""

    way: Werkwijze
    payments: tuple[int, ...]
    corrections: tuple[int, ...]
    close: int
    lowest: int
    total: int

    @property
    def number(self) -> int:
        """How many months were corrected."""
        return len(self.corrections)

    @property
    def size(self) -> int:
        """The corrections together, up and down both counted as above zero."""
        return sum(map(abs, self.corrections))


def volatility(outcomes: Sequence[MonthOutcome]) -> Volatility:
    """The measures of R-072 over months in order; the mean change is of what there was to live on, from month to month."""
    if not outcomes:
        raise InputError("No months were given to measure.")
    corrected = sum(any(one.corrects for one in outcome.decisions) for outcome in outcomes)
    grown = (one.claim_after - one.claim_before for outcome in outcomes for one in outcome.decisions)
    changes = [abs(after.disposable - before.disposable) for before, after in pairwise(outcomes)]
    return Volatility(
        months=len(outcomes),
        corrected=corrected,
        corrected_share=Fraction(corrected, len(outcomes)),
        largest_reclaim=max([0, *grown]),
        below_norm=sum(one.disposable < one.norm for one in outcomes),
        lowest=min(one.disposable for one in outcomes),
        mean_change=Fraction(sum(changes), max(len(changes), 1)),
    )


def by_cause(decisions: Iterable[Decision]) -> dict[Cause, int]:
    """How many corrections had each cause, all of them named; the counts add up to the corrections (R-075)."""
    counts = dict.fromkeys(Cause, 0)
    for one in decisions:
        if one.corrects:
            counts[one.cause or Cause.ONBEKEND] += 1
    return counts


def compare(
    ways: Iterable[Werkwijze], incomes: Sequence[int], due: Callable[[int], int], *, first: int | None = None, last: int = 2
) -> tuple[Comparison, ...]:
    """Ways of working on the same monthly incomes in cents, each payslip known a month later (R-071).

    `due` gives what a month is due for an income. `first` is the estimate while no payslip is known, and the agreed amount;
    left out it is the first income. Estimates are corrected with the next payment as far as that goes, agreed amounts once a
    year; a month later each wage is set off in the month after, so that nothing is corrected and the last wage stays open. What
    is left at the end is settled by the close: the totals are equal.
    """
    if not incomes:
        raise InputError("No incomes were given to compare with.")
    agreed = incomes[0] if first is None else first
    return tuple(_compared(way, incomes, due, agreed, last) for way in ways)


def _compared(way: Werkwijze, incomes: Sequence[int], due: Callable[[int], int], agreed: int, last: int) -> Comparison:
    payments, corrections, settling, unsettled = [], [], 0, 0
    for at, income in enumerate(incomes):
        advance = due(_reckoned(way, incomes[:at], income, agreed, last))
        paid = max(advance + settling, 0)
        settling += advance - paid
        payments.append(paid)
        unsettled += due(income) - advance
        if at + 1 == len(incomes) or (at + 1) % _SETTLED_EVERY.get(way, 1) == 0:
            corrections.append(unsettled)
            settling, unsettled = settling + unsettled, 0
    lowest = min(paid + income for paid, income in zip(payments, incomes, strict=True))
    counted = tuple(filter(None, corrections)) if way is not Werkwijze.ACHTERAF else ()
    return Comparison(way, tuple(payments), counted, settling, lowest, sum(payments) + settling)


def _reckoned(way: Werkwijze, past: Sequence[int], income: int, agreed: int, last: int) -> int:
    """The income that a month is first paid by."""
    if way is Werkwijze.OP_DE_MAAND:
        return income
    guess = expected(way, past, agreed=agreed, last=last)
    # Nothing is estimated where a wage is set off a month later: then the wage of last month counts.
    if guess is None:
        return past[-1] if past else 0
    return guess.cents
