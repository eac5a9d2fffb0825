# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Values of choices by themselves: as text for messages, and those that can hold in no month."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

from werkzaam.core.errors import OverLimit
from werkzaam.core.money import format_euro, format_percent
from werkzaam.regime.model import Choice, Kind, Value, closest

MONTHS_A_YEAR = 12
MOST_BANDS = 4
"""Bands that leave something out of account; a last one with share 0 may close them."""
_AT_LEAST_ONE = {"premie.eenmalig_na_maanden", "premie.uitstroom_termijn"}


def check_value(choice: Choice, value: Value, file: str) -> None:
    """Raise OverLimit for a value that can hold in no month; needs no number of the State."""
    limit, remedy = _limit(choice, value)
    if limit:
        raise OverLimit(f"{file}: {choice.path} is {shown(choice, value)}; {limit} ({choice.law.text('en')}). {remedy}")


def shown(choice: Choice, value: Value) -> str:
    """A value as text for messages."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Fraction):
        return f"-{format_percent(-value, 'en')}" if value < 0 else format_percent(value, "en")
    if isinstance(value, int):
        return str(value) if choice.kind is Kind.COUNT else f"{format_euro(value, 'en')} euro"
    if isinstance(value, str):
        return repr(value)
    if choice.kind is Kind.BANDS:
        each = (f"{format_percent(part, 'en')} from {format_euro(first, 'en')}" for first, part in bands(value))
        return f"[{', '.join(each)}]"
    return str(list(value))


def bands(value: Value) -> list[tuple[int, Fraction]]:
    """The bands of a value: first cent and share of each."""
    assert isinstance(value, tuple)
    return [band for band in value if isinstance(band, tuple)]


_Limit = tuple[str, str]
"""The limit that a value breaks and what to do; two empty texts when it breaks none."""
_NONE: _Limit = ("", "")


def _limit(choice: Choice, value: Value) -> _Limit:
    if choice.kind is Kind.PERCENT and isinstance(value, Fraction) and not 0 <= value <= 1:
        return "a percentage lies between 0 and 100", "Write the share of the earnings in percent."
    if choice.kind is Kind.EURO and isinstance(value, int) and value < 0:
        return "an amount is zero or more", "Leave the minus sign out."
    if choice.kind is Kind.OPTION and value not in choice.options:
        return f"the options are {', '.join(choice.options)}", closest(str(value), choice.options)
    if choice.kind is Kind.COUNT and isinstance(value, int):
        return _count_limit(choice.path, value)
    if choice.kind is Kind.MONTHS and isinstance(value, tuple):
        return _months_limit(choice.path, [number for number in value if isinstance(number, int)])
    if choice.kind is Kind.BANDS:
        return _bands_limit(bands(value))
    return _NONE


def _count_limit(path: str, value: int) -> _Limit:
    if path == "norm.vakantietoeslag_maand":
        return _NONE if 1 <= value <= MONTHS_A_YEAR else ("a year has the months 1 to 12", "Write for instance 5 for May.")
    least = 1 if path in _AT_LEAST_ONE else 0
    return _NONE if value >= least else (f"a number of months is {least} or more", f"Write {least} or more months.")


def _months_limit(path: str, value: list[int]) -> _Limit:
    if len(value) != 2 or value[0] == value[1] or not all(1 <= number <= MONTHS_A_YEAR for number in value):
        return "two different months from 1 to 12 are needed", "Write for instance [6, 12]."
    if path == "premie.halfjaar_eindigt" and abs(value[0] - value[1]) != 6:
        return "a half-year has six months", f"Write for instance [{value[0]}, {(value[0] + 5) % 12 + 1}]."
    return _NONE


def _bands_limit(found: list[tuple[int, Fraction]]) -> _Limit:
    firsts, parts = [first for first, _ in found], [part for _, part in found]
    if not found or firsts[0] != 0:
        return "the first band begins at 0.00", 'Write it first: { vanaf = "0.00", aandeel = 0 } if nothing of it is left out.'
    if any(one >= other for one, other in pairwise(firsts)):
        return "each band begins above the one before", "Put the bands in order, each amount once."
    if not all(0 <= part <= 1 for part in parts):
        return "a percentage lies between 0 and 100", "Write the share of the wages in the band in percent."
    if len(found) > MOST_BANDS + (parts[-1] == 0):
        return f"there are at most {MOST_BANDS} bands, and one with aandeel = 0 to close them", "Take bands together."
    return _NONE
