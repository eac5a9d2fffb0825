# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What a way to settle did to people with wages beside bijstand, counted month by month in whole numbers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from werkzaam.simulation.labour import Contract
from werkzaam.simulation.life import Lived
from werkzaam.simulation.people import Ints, People

FELT = 100
"""A shortage of less than a euro is not counted."""
DEEP = 10_000
"""A shortage of a hundred euros or more is deep."""
CONTRACTS = ("fixed", "flexible", "on_call", "self_employed", "no_work_now")
FORMS = ("single", "lone_parent", "couple")
GROUPS = (*CONTRACTS, *FORMS)
SUMS = ("months", "months_taken", "corrections", "rises", "falls", "claims", "largest", "buffer", "change", "right_change",
        "changes", "minutes", "worked_months", "owed", "unsettled")  # fmt: skip
PER_HUNDRED, MONTHS_A_YEAR = 100, 12


@dataclass(frozen=True, slots=True)
class Group:
    """Months of people with one contract or of one kind of household: lived, fallen below the norm, and by how many cents."""

    months: int
    below: int
    cents: int


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one way to settle did under one seed; amounts in cents.

    people         households that had wages beside bijstand in some month
    months         their months on bijstand from the first such month on; all below is about these
    below          households that fell below the norm in some month, `months_below` in how many, `months_deep` by DEEP or more,
                   and `months_taken` only because something was taken for a claim
    shortage       all shortages together; `tenth` is what one in ten months below exceeds, `most` the largest
    corrections    months corrected; `rises` and `falls` how much was paid more and claimed back
    claims         claims proposed; `claimants` households with one, `largest` the largest
    owed           claims open at the end; `unsettled` what is due less paid of months not corrected at the end
    buffer         paid from the buffer budget
    change         by how much income to live on changed from month to month, over `changes` months; `right_change` how much it
                   would have, had every month been paid right at once
    minutes        minutes worked a week, summed over `worked_months` months with a job (with or without bijstand)
    groups         by contract in the month, and by household form
    """

    people: int
    months: int
    below: int
    months_below: int
    months_deep: int
    months_taken: int
    shortage: int
    tenth: int
    most: int
    corrections: int
    rises: int
    falls: int
    claims: int
    claimants: int
    largest: int
    owed: int
    unsettled: int
    buffer: int
    change: int
    right_change: int
    changes: int
    minutes: int
    worked_months: int
    groups: dict[str, Group]


def _over(part: int, whole: int, times: int = 1) -> Fraction:
    return Fraction(part * times, whole) if whole else Fraction(0)


MEASURES: dict[str, Callable[[Outcome], Fraction]] = {
    "people": lambda one: Fraction(one.people),
    "people_below": lambda one: _over(one.below, one.people, PER_HUNDRED),
    "months_below": lambda one: _over(one.months_below, one.months, PER_HUNDRED),
    "months_deep": lambda one: _over(one.months_deep, one.months, PER_HUNDRED),
    "months_taken": lambda one: _over(one.months_taken, one.months, PER_HUNDRED),
    "mean_shortage": lambda one: _over(one.shortage, one.months_below),
    "tenth_shortage": lambda one: Fraction(one.tenth),
    "most_shortage": lambda one: Fraction(one.most),
    "corrections": lambda one: _over(one.corrections, one.months, MONTHS_A_YEAR),
    "rises": lambda one: _over(one.rises, one.months, MONTHS_A_YEAR),
    "claims": lambda one: _over(one.claims, one.months, MONTHS_A_YEAR),
    "claimants": lambda one: _over(one.claimants, one.people, PER_HUNDRED),
    "mean_claim": lambda one: _over(one.falls, one.claims),
    "largest_claim": lambda one: Fraction(one.largest),
    "owed": lambda one: _over(one.owed, one.people),
    "unsettled": lambda one: _over(one.unsettled, one.people),
    "buffer": lambda one: _over(one.buffer, one.months, MONTHS_A_YEAR),
    "change": lambda one: _over(one.change, one.changes),
    "right_change": lambda one: _over(one.right_change, one.changes),
    "hours": lambda one: _over(one.minutes, one.worked_months * 60),
}
"""Each measure: shares are per hundred, amounts cents, corrections, claims and buffer a year and household, hours a week."""


def group_measure(name: str) -> Callable[[Outcome], Fraction]:
    """Months below the norm per hundred months of a group."""
    return lambda one: _over(one.groups[name].below, one.groups[name].months, PER_HUNDRED)


class Tally:
    """Counts a life as it is lived."""

    def __init__(self, people: People) -> None:
        count = len(people.number)
        self._first, self._form = people.first[:-1], people.form
        self._seen, self._claimant = np.zeros(count, dtype=bool), np.zeros(count, dtype=bool)
        self._below = np.zeros(count, np.int64)
        self._living, self._right = np.full(count, -1, np.int64), np.zeros(count, np.int64)
        self._short: list[Ints] = []
        self._sums = dict.fromkeys(SUMS, 0)
        self._groups = np.zeros((len(GROUPS), 3), np.int64)

    def add(self, lived: Lived) -> None:
        """One month."""
        self._seen |= lived.on & (lived.wages > 0)
        rows = self._seen & lived.on
        short = np.where(rows & (lived.paid.avoidable >= FELT), lived.paid.avoidable, 0)
        self._below += short > 0
        self._short.append(short[short > 0])
        self._sums["months_taken"] += int(((short > 0) & (short - lived.paid.taken < FELT)).sum())
        self._count(lived, rows)
        self._add_groups(lived, rows, short)

    def _count(self, lived: Lived, rows: np.ndarray[tuple[int], np.dtype[np.bool_]]) -> None:
        paid, sums, work = lived.paid, self._sums, lived.work
        claimed = np.where(self._seen, paid.claimed, 0)
        self._claimant |= claimed > 0
        living = paid.income - paid.holiday - paid.premium
        right = living - paid.bijstand - paid.buffer + lived.due
        both = rows & (self._living >= 0)
        counted = {
            "months": rows.sum(), "corrections": paid.corrected[self._seen].sum(), "rises": paid.made_up[self._seen].sum(),
            "falls": claimed.sum(), "claims": (claimed > 0).sum(), "buffer": paid.buffer[rows].sum(), "changes": both.sum(),
            "change": np.abs(living - self._living)[both].sum(), "right_change": np.abs(right - self._right)[both].sum(),
            "minutes": work.worked[work.contract > 0].sum(), "worked_months": (work.contract > 0).sum(),
        }  # fmt: skip
        for name, value in counted.items():
            sums[name] += int(value)
        sums["largest"] = max(sums["largest"], int(claimed.max(initial=0)))
        sums["owed"], sums["unsettled"] = (int(one[self._seen].sum()) for one in (lived.purse.claims, lived.purse.unsettled))
        self._living, self._right = np.where(rows, living, -1), right

    def _add_groups(self, lived: Lived, rows: np.ndarray[tuple[int], np.dtype[np.bool_]], short: Ints) -> None:
        contract = np.maximum.reduceat(lived.work.contract, self._first)
        own = lived.work.contract[self._first]
        kind = (np.where(own > 0, own, contract) - Contract.FIXED) % len(CONTRACTS)
        for values, offset in ((kind, 0), (self._form, len(CONTRACTS))):
            for column, weights in enumerate((rows, short > 0, short)):
                counts = np.bincount(values[rows] + offset, weights=weights[rows], minlength=len(GROUPS))
                self._groups[:, column] += counts.astype(np.int64)

    def outcome(self) -> Outcome:
        """What was counted."""
        short = np.sort(np.concatenate(self._short)) if self._short else np.zeros(0, np.int64)
        tenth = int(short[len(short) * 9 // 10]) if len(short) else 0
        groups = {name: Group(*map(int, row)) for name, row in zip(GROUPS, self._groups, strict=True)}
        return Outcome(
            people=int(self._seen.sum()), below=int((self._below > 0).sum()), months_below=len(short),
            months_deep=int((short >= DEEP).sum()), shortage=int(short.sum()),
            tenth=tenth, most=int(short.max(initial=0)), claimants=int(self._claimant.sum()), groups=groups, **self._sums,
        )  # fmt: skip
