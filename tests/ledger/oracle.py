# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A month's money once more, in plain Python and exact fractions of a euro, without a line of the ledger.

What counts is which amount is in force. A higher one is in force at once, a lower one only when an officer says so. So what
was paid is the highest that was ever in force, what is claimed is that less the one in force now, and whoever paid everything
back has exactly the one in force.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction


def euros(cents: int) -> Fraction:
    """Cents as an exact amount in euros."""
    return Fraction(cents, 100)


def months_between(first: date, last: date) -> int:
    """How many calendar months the second day lies after the first."""
    return (last.year - first.year) * 12 + last.month - first.month


@dataclass
class Letter:
    """A letter that named a claim."""

    sent_on: date
    euros: Fraction


@dataclass
class Contest:
    """A dispute; `told_on` when its outcome was told."""

    opened_on: date
    euros: Fraction
    told_on: date | None = None


@dataclass
class MonthOracle:
    """One month: the amounts in force in order, what was taken and given back, the letters and the disputes."""

    first_day: date
    in_force: list[Fraction] = field(default_factory=list)
    taken: Fraction = Fraction(0)
    returned: Fraction = Fraction(0)
    letters: list[Letter] = field(default_factory=list)
    contests: list[Contest] = field(default_factory=list)
    reopened: bool = False

    def follows(self, amount: Fraction, provisional: bool, today: date) -> str:
        """What must follow when an amount becomes known that was not known before."""
        if not self.in_force or amount >= self.in_force[-1]:
            return "Decision"
        if provisional:
            return "Awaiting"
        late = months_between(self.first_day, today) > 6
        return "OutOfTerm" if late and not self.reopened else "Proposal"

    @property
    def paid(self) -> Fraction:
        """What was transferred for the month by decisions."""
        return max(self.in_force, default=Fraction(0))

    @property
    def claim(self) -> Fraction:
        """What was paid too much by the amount in force."""
        return self.paid - (self.in_force[-1] if self.in_force else 0)

    @property
    def kept(self) -> Fraction:
        """What the person has of it after recoveries and refunds."""
        return self.paid - self.taken + self.returned

    def may_take(self, today: date, notice: int) -> Fraction:
        """The most that may be taken of it on a day."""
        named = None
        for letter in sorted(self.letters, key=lambda one: one.sent_on, reverse=True):
            named = letter.euros if named is None else min(named, letter.euros)
            if (today - letter.sent_on).days >= notice:
                break
        else:
            named = Fraction(0)
        frozen = Fraction(0)
        for contest in self.contests:
            released = contest.told_on is not None and (today - contest.told_on).days >= notice
            frozen += 0 if released else contest.euros
        still = min(self.claim, named or Fraction(0)) - (self.taken - self.returned) - frozen
        return max(still, Fraction(0))
