# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""More or fewer hours a week as a month's wage: exact until the cent, rounded half up once for each amount."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

from werkzaam.core.errors import InputError
from werkzaam.core.money import HALF_UP, parse_percent, share_of

WEEKS_A_MONTH = Fraction(52, 12)
"""A year of 52 weeks over 12 months (decision 0040)."""
HOURS_A_WEEK = 168
MOST_STEPS = 100
_HOURS = re.compile(r"[+-]?[0-9]{1,15}(?:[.,][0-9]{1,15})?")
_SWEEP = re.compile(r"([+-]?[0-9]{1,15}):([+-]?[0-9]{1,15})")
_SHARE = re.compile(r"0[.,][0-9]{1,15}|1(?:[.,]0+)?")

MOST_AN_HOUR = 200_00
"""Cents an hour above which a wage is taken for a slip: the wage of a month, or one without its comma."""


@dataclass(frozen=True, slots=True)
class Extra:
    """A wage on top of what is known in a month, in cents: net, and gross or 0 when that is not known."""

    net: int = 0
    gross: int = 0


@dataclass(frozen=True, slots=True)
class ExtraWork:
    """Hours a week on top of now (below zero: fewer), and what an hour pays in cents.

    The hourly wage is net, or gross with the share of it that is left after tax and premiums (`net_share`).
    """

    hours: Fraction
    hourly: int
    net_share: Fraction | None = None

    def __post_init__(self) -> None:
        if self.hourly <= 0:
            raise InputError("An hourly wage above zero was expected. Fewer hours are written as --hours -4.")
        if self.hourly > MOST_AN_HOUR:
            most, found = MOST_AN_HOUR // 100, self.hourly // 100
            raise InputError(f"An hourly wage of at most {most} euros was expected, found {found}. Is it the wage of a month?")

    @property
    def net(self) -> int:
        """The net wage of these hours in a month, in cents; below zero for fewer hours."""
        return self.net_of(self.hours)

    @property
    def gross(self) -> int | None:
        """The gross wage of these hours in a month, when the wage was given gross."""
        return self.gross_of(self.hours)

    def of(self, hours: Fraction) -> Extra:
        """What a number of hours a week is in a month."""
        return Extra(self.net_of(hours), self.gross_of(hours) or 0)

    def for_net(self, net: int) -> Extra:
        """A net wage a month with the gross wage that belongs to it."""
        return Extra(net, 0 if self.net_share is None else _rounded(abs(net), 1 / self.net_share, net))

    def net_of(self, hours: Fraction) -> int:
        """The net wage of a number of hours a week, in cents a month."""
        gross = self.gross_of(hours)
        if gross is None or self.net_share is None:
            return _a_month(self.hourly, hours)
        return _rounded(abs(gross), self.net_share, gross)

    def gross_of(self, hours: Fraction) -> int | None:
        """The gross wage of a number of hours a week, in cents a month, when the wage was given gross."""
        return None if self.net_share is None else _a_month(self.hourly, hours)


def _a_month(hourly: int, hours: Fraction) -> int:
    """Hours a week at an hourly wage as cents a month; half up, and the same amount off for fewer hours."""
    return _rounded(hourly, abs(hours) * WEEKS_A_MONTH, hours)


def _rounded(amount: int, share: Fraction, sign: Fraction | int) -> int:
    """A share of an amount, half up, with the sign of a number."""
    found = share_of(amount, share, HALF_UP)
    return found if sign >= 0 else -found


def parse_hours(text: str) -> Fraction:
    """Hours a week from `+8`, `-4` or `7.5`; zero would change nothing and is refused."""
    if not _HOURS.fullmatch(text.strip()):
        raise InputError(f"Hours a week were expected, such as +8, -4 or 7.5; found {text!r}.")
    hours = Fraction(text.strip().replace(",", "."))
    if not 0 < abs(hours) <= HOURS_A_WEEK:
        raise InputError(f"More or fewer hours a week than now were expected, at most {HOURS_A_WEEK}; found {text!r}.")
    return hours


def parse_sweep(text: str) -> tuple[Fraction, ...]:
    """Every whole number of hours from `0:40`, both ends included."""
    found = _SWEEP.fullmatch(text.strip())
    if not found:
        raise InputError(f"A sweep was expected as two whole numbers of hours a week, such as 0:40; found {text!r}.")
    first, last = int(found[1]), int(found[2])
    if not first < last <= min(first + MOST_STEPS, HOURS_A_WEEK) or first < -HOURS_A_WEEK:
        raise InputError(
            f"A sweep runs upwards, over at most {MOST_STEPS} hours and within {HOURS_A_WEEK} hours a week; found {text!r}. "
            "Write the lower number first, such as 0:40."
        )
    return tuple(Fraction(hours) for hours in range(first, last + 1))


def parse_net_share(text: str) -> Fraction:
    """The share of a gross wage that is left net, from `0.85` or `85%`."""
    clean = text.strip()
    if clean.endswith("%"):
        share = parse_percent(clean.removesuffix("%").strip().replace(",", "."))
    elif _SHARE.fullmatch(clean):
        share = Fraction(clean.replace(",", "."))
    else:
        raise InputError(f"The net share of a gross wage was expected, such as 0.85 or 85%; found {text!r}.")
    if not 0 < share <= 1:
        raise InputError(f"The net share of a gross wage lies above 0 and is at most 1 (100%); found {text!r}.")
    return share
