# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Where bijstand ends, what that step costs, and from which wage leaving brings more than staying."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

from werkzaam.app.extra_work import ExtraWork
from werkzaam.app.whatif import Outcome, Trial
from werkzaam.core.errors import InputError
from werkzaam.core.money import HALF_UP, share_of
from werkzaam.rules.situatie import LOON_HOOGST


@dataclass(frozen=True, slots=True)
class End:
    """The first cent of net wage without bijstand: the month just before it and at it; `wage` is that of the person."""

    extra: int
    wage: int
    before: Outcome
    after: Outcome

    @property
    def cost(self) -> int:
        """What the month brings less because of that cent; zero when nothing is lost."""
        return max(self.before.total - self.after.total, 0)


@dataclass(frozen=True, slots=True)
class ExitPremium:
    """A premium after leaving: cents a month, for so many months, less by a share of itself each month."""

    amount: int
    months: int
    phase_out: Fraction

    def __post_init__(self) -> None:
        if self.amount < 0:
            raise InputError("An exit premium of zero or more was expected. Leave the minus sign out.")

    def in_month(self, number: int) -> int:
        """The premium in a month after leaving, counted from 0 (the spec of R-104); never below zero."""
        if number >= self.months:
            return 0
        return share_of(self.amount, max(1 - number * self.phase_out, Fraction(0)), HALF_UP)


@dataclass(frozen=True, slots=True)
class BreakEven:
    """Wages of the household above which leaving brings more than staying with premium, in cents a month.

    `staying` is what wages, bijstand and premium bring at most; `rest` is what comes beside them, also after leaving.
    """

    staying: int
    rest: int
    exit_premium: ExitPremium | None

    @property
    def without(self) -> int:
        """Without an exit premium: what staying brings at most."""
        return self.staying

    @property
    def with_premium(self) -> tuple[int, ...]:
        """With the exit premium, for each month that it lasts; empty when there is none."""
        exit_premium = self.exit_premium
        if exit_premium is None:
            return ()
        return tuple(max(self.staying - exit_premium.in_month(number), 0) for number in range(exit_premium.months))


def end_of_bijstand(trial: Trial, work: ExtraWork) -> End | None:
    """Where bijstand ends as the person earns more at this hourly wage; nothing when there is none at any wage."""

    def at(net: int) -> Outcome:
        return trial.at(work.for_net(net))

    lowest = -trial.earned
    if at(lowest).bijstand == 0:
        return None
    extra = first_without(lambda net: at(net).bijstand, lowest, LOON_HOOGST - trial.earned)
    return None if extra is None else End(extra, trial.earned + extra, at(extra - 1), at(extra))


def first_where(holds: Callable[[int], bool], low: int, high: int) -> int | None:
    """The first whole number above `low` and up to `high` where something that stays true begins to hold, by bisection."""
    if not holds(high):
        return None
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if holds(middle) else (middle, high)
    return high


def first_without(left: Callable[[int], int], low: int, high: int) -> int | None:
    """The first whole number above `low` and up to `high` where an amount that only falls is zero.

    By bisection, and each second time where it would be zero if it fell by one each: of most wages every cent counts in full, so
    that takes a quarter of the looks.
    """
    if left(high):
        return None
    straight = True
    while high - low > 1:
        middle = min(low + left(low), high - 1) if straight else (low + high) // 2
        low, high = (middle, high) if left(middle) else (low, middle)
        straight = not straight
    return high


def break_even(end: End, exit_premium: ExitPremium | None = None) -> BreakEven:
    """From which wages leaving brings more: staying brings at most what the last cent with bijstand does."""
    stay = end.before
    return BreakEven(stay.wages + stay.bijstand + stay.premium, stay.rest, exit_premium)


def exit_premium_of(trial: Trial) -> ExitPremium | None:
    """The town's own exit premium after the months on bijstand of this household, when its regime states one."""
    regime, month = trial.book.regime, trial.law
    paths = [f"premie.uitstroom{rest}" for rest in ("", "_termijn", "_afbouw")]
    if not regime.states(paths[0], month) or not regime.value(paths[0], month).value:
        return None
    months, phase_out = (regime.value(path, month) for path in paths[1:])
    amount = trial.calculation().months[-1].value("uitstroombedrag")
    return ExitPremium(amount, months.typed(int), phase_out.typed(Fraction))
