# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What is claimed back, and how it is taken: announced before, slowly, never what is disputed, and given back when not owed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from fractions import Fraction

from werkzaam.core.errors import InputError, LedgerError
from werkzaam.core.money import HALF_UP, share_of
from werkzaam.core.months import Month


@dataclass(frozen=True, slots=True)
class Dispute:
    """Somebody contests a part of a month's claim, in cents, from a day on; open until `decided_on`."""

    month: Month
    cents: int
    opened_on: date
    decided_on: date | None = None

    def __post_init__(self) -> None:
        if self.cents <= 0:
            raise InputError(f"A dispute is about an amount above zero; found {self.cents} cents for {self.month}.")
        if self.decided_on is not None and self.decided_on < self.opened_on:
            raise InputError(f"The dispute about {self.month} of {self.opened_on} was decided before, on {self.decided_on}.")

    def freezes(self, paid_on: date, notice_days: int) -> bool:
        """Whether a payment may not be lowered by what is contested."""
        told = self.decided_on is not None and in_time(self.decided_on, paid_on, notice_days)
        return self.opened_on <= paid_on and not told


@dataclass(frozen=True, slots=True)
class Notice:
    """A letter that told the person of a month's claim: the day it was sent, and the amount it named in cents."""

    sent_on: date
    cents: int


@dataclass(frozen=True, slots=True)
class Claim:
    """What is claimed back for one month, in cents: `recovered` is what was taken less what was given back.

    `contested` is what open disputes are about; `notices` are the letters about it.
    """

    month: Month
    cents: int
    recovered: int = 0
    contested: int = 0
    notices: tuple[Notice, ...] = ()

    def __post_init__(self) -> None:
        if min(self.cents, self.recovered, self.contested) < 0:
            raise LedgerError(f"The claim of {self.month} has an amount below zero: {self}.")

    def announced(self, paid_on: date, notice_days: int) -> int:
        """Cents that were announced at least so many days before a payment.

        A newer letter that is not old enough yet can only lower it: what a claim grew by waits for its own notice.
        """
        letters = sorted(self.notices, key=lambda one: one.sent_on)
        early = sum(in_time(one.sent_on, paid_on, notice_days) for one in letters)
        return min(one.cents for one in letters[early - 1 :]) if early else 0

    def takeable(self, paid_on: date, notice_days: int) -> int:
        """Cents that a payment may be lowered by: announced in time, not contested, and not taken yet."""
        return max(min(self.cents, self.announced(paid_on, notice_days)) - self.recovered - self.contested, 0)

    @property
    def outstanding(self) -> int:
        """Cents that are still to be taken."""
        return max(self.cents - self.recovered, 0)

    @property
    def overtaken(self) -> int:
        """Cents that were taken and are not owed any more: the claim shrank below what was recovered."""
        return max(self.recovered - self.cents, 0)


@dataclass(frozen=True, slots=True)
class Recovery:
    """One movement of a month's claim, in cents: taken above zero, given back below zero.

    `agreed` is what the person chose to pay with beside the ceiling, such as holiday money.
    """

    month: Month
    cents: int
    recovered_before: int
    agreed: bool = False

    @property
    def recovered_after(self) -> int:
        """What is recovered of the month from then on."""
        return self.recovered_before + self.cents


@dataclass(frozen=True, slots=True)
class HolidayMoney:
    """Holiday allowance of bijstand that somebody chose to pay with: the calendar month in which it comes, and how many cents."""

    month: int
    cents: int

    def __post_init__(self) -> None:
        if not 1 <= self.month <= 12 or self.cents <= 0:
            raise InputError(f"Holiday money comes in a calendar month from 1 to 12 and is above zero; found {self}.")


@dataclass(frozen=True, slots=True)
class Instalment:
    """What is taken in one month of a plan: from the benefit within the ceiling, and from holiday money."""

    month: Month
    cents: int
    holiday_cents: int = 0

    @property
    def total(self) -> int:
        """Both together."""
        return self.cents + self.holiday_cents


def ceiling_of(norm: int, share: Fraction) -> int:
    """The most that is taken in a month, in cents: the town's share (`aflossing.plafond`) of the norm with holiday allowance.

    Half a cent up: a published specification takes 37.01 of 740.17, which is 5% (L50).
    """
    return share_of(norm, share, HALF_UP)


def plan(total: int, ceiling: int, *, first: Month, holiday: HolidayMoney | None = None) -> tuple[Instalment, ...]:
    """The months in which a claim is paid back, none above the ceiling; holiday money comes on top, as it was chosen.

    A ceiling of zero takes holiday money only. Raises InputError when nothing at all would be taken.
    """
    if total < 0 or ceiling < 0:
        raise InputError(f"A plan is made of amounts of zero or more; found a claim of {total} and a ceiling of {ceiling} cents.")
    if total and not ceiling and holiday is None:
        raise InputError("Nothing would ever be paid back: give a ceiling above zero, or holiday money.")
    made, left, month = [], total, first
    while left:
        cents = min(ceiling, left)
        extra = min(holiday.cents, left - cents) if holiday and holiday.month == month.number else 0
        if cents or extra:
            made.append(Instalment(month, cents, extra))
        left, month = left - cents - extra, month + 1
    return tuple(made)


def pay_day(month: Month, day: int) -> date:
    """The day of a month on which is paid; the last one where the month is shorter."""
    if not 1 <= day <= 31:
        raise InputError(f"A payment day from 1 to 31 was expected; found {day}.")
    return min(month.first_day + timedelta(days=day - 1), month.last_day)


def in_time(sent_on: date, paid_on: date, notice_days: int) -> bool:
    """Whether a letter was sent at least so many days before a payment."""
    if notice_days < 0:
        raise InputError(f"A notice is zero days or more; found {notice_days}.")
    return sent_on + timedelta(days=notice_days) <= paid_on


def first_month(sent_on: date, *, day: int, notice_days: int) -> Month:
    """The first month whose payment may be lowered after a letter, given the day of each month on which is paid (R-078)."""
    month = Month.of_day(sent_on)
    while not in_time(sent_on, pay_day(month, day), notice_days):
        month += 1
    return month


def contested(month: Month, disputes: Iterable[Dispute], paid_on: date, notice_days: int) -> int:
    """Cents of a month's claim that disputes freeze for a payment (R-074).

    From the day of a dispute until its outcome was known as many days as any lower payment is announced before.
    """
    return sum(one.cents for one in disputes if one.month == month and one.freezes(paid_on, notice_days))


def withhold(
    pay: int, claims: Sequence[Claim], ceiling: int, today: date, *, notice_days: int, taken_before: int = 0
) -> tuple[Recovery, ...]:
    """What a payment of `today` is lowered by: the oldest month first, never beyond the payment or the ceiling of the month.

    Nothing is taken of what is contested, or was not announced `notice_days` before. `taken_before` is what this calendar
    month's earlier payments and instalments were lowered by. Of holiday money that somebody chose to pay with, the ceiling is
    what was chosen. Raises LedgerError when a month has two claims.
    """
    if len({claim.month for claim in claims}) < len(claims):
        raise LedgerError(f"A month has two claims among {[str(claim.month) for claim in claims]}; each has one.")
    room = max(min(pay, ceiling - taken_before), 0)
    taken = []
    for claim in sorted(claims, key=lambda one: one.month):
        cents = min(room, claim.takeable(today, notice_days))
        if cents:
            taken.append(Recovery(claim.month, cents, claim.recovered))
            room -= cents
    return tuple(taken)


def withhold_agreed(pay: int, claims: Sequence[Claim], agreed: int, today: date, *, notice_days: int) -> tuple[Recovery, ...]:
    """What a payment of `today` is lowered by as the person chose: at most `agreed` cents, and else as `withhold` does."""
    return tuple(replace(one, agreed=True) for one in withhold(pay, claims, agreed, today, notice_days=notice_days))


def refunds(claims: Iterable[Claim]) -> tuple[Recovery, ...]:
    """What goes back to the person because a claim shrank below what was taken: at once, and set off against nothing."""
    return tuple(Recovery(claim.month, -claim.overtaken, claim.recovered) for claim in claims if claim.overtaken)
