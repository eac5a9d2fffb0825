# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Money is whole euro cents in an int: text in, text out, and one way to take a share."""

from __future__ import annotations

import re
from enum import Enum
from fractions import Fraction

from werkzaam.core.errors import InputError

_AMOUNT = re.compile(r"-?[0-9]+(?:[.,][0-9]{2})?")
_GROUPED = re.compile(r"-?[0-9]{1,3}(?:[.,' ][0-9]{3})+(?:[.,][0-9]{1,2})?")
_PERCENT = re.compile(r"[0-9]{1,9}(?:\.[0-9]{1,9})?")
_DIGITS = 12
"""The most digits before the comma of an amount; as many as a table may have."""
_LONGEST = 40
"""The most characters of a wrong amount that are repeated to its writer."""


class Rounding(Enum):
    """How an amount between two cents becomes a whole cent; only amounts of zero or more are rounded."""

    HALF_UP = "half up"
    DOWN = "down"
    UP = "up"


HALF_UP, DOWN, UP = Rounding.HALF_UP, Rounding.DOWN, Rounding.UP


def share_of(cents: int, share: Fraction, rounding: Rounding) -> int:
    """The share of an amount in whole cents; refuses amounts below zero, which round differently per machine."""
    if cents < 0:
        raise InputError(f"A share was asked of {cents} cents; shares are only taken of amounts of zero or more.")
    numerator, denominator = cents * share.numerator, share.denominator
    if rounding is HALF_UP:
        return (2 * numerator + denominator) // (2 * denominator)
    if rounding is UP:
        return -(-numerator // denominator)
    return numerator // denominator


def parse_euro(text: str) -> int:
    """Cents from `1234`, `1234.56` or `1234,56`; anything that can be read in two ways is refused."""
    clean = text.strip().removeprefix("€").strip()
    found = repr(text) if len(text) <= _LONGEST else f"{text[:_LONGEST]!r}, and {len(text) - _LONGEST} characters more"
    if _AMOUNT.fullmatch(clean):
        whole, _, cents = clean.replace(",", ".").partition(".")
        if len(whole.lstrip("-")) > _DIGITS:
            raise InputError(f"An amount in euros was expected; found {found}, which is more than anybody earns.")
        amount = abs(int(whole)) * 100 + int(cents or 0)
        return -amount if clean.startswith("-") else amount
    if _GROUPED.fullmatch(clean):
        raise InputError(f"The amount {text!r} has a thousands separator or three decimals; write 1234.56 or 1234,56.")
    raise InputError(f"An amount in euros was expected, such as 1234.56 or 1234,56; found {found}.")


def plain_euro(cents: int) -> str:
    """`1234.56` or `-30.00`: an amount as files have it, and as `parse_euro` reads it."""
    euros, rest = divmod(abs(cents), 100)
    return f"{'-' if cents < 0 else ''}{euros}.{rest:02d}"


def format_euro(cents: int, lang: str = "nl") -> str:
    """`1.234,56` in Dutch, `1,234.56` in English, with a true minus sign."""
    euros, rest = divmod(abs(cents), 100)
    text = f"{euros:,}.{rest:02d}"
    if lang == "nl":
        text = text.translate(str.maketrans(",.", ".,"))
    return f"−{text}" if cents < 0 else text


def parse_percent(text: str) -> Fraction:
    """An exact share from a percentage as text: `12.5` is 1/8."""
    if not _PERCENT.fullmatch(text.strip()):
        raise InputError(f"A percentage was expected, such as 12.5; found {text!r}.")
    return Fraction(text.strip()) / 100


def format_percent(share: Fraction, lang: str = "nl") -> str:
    """`12,5%` in Dutch, `12.5%` in English; a share without a finite decimal stays a fraction."""
    hundredfold = share * 100
    denominator, digits = hundredfold.denominator, 0
    while denominator > 1 and digits < 6:
        denominator = (hundredfold * 10 ** (digits := digits + 1)).denominator
    if denominator > 1:
        return f"{share.numerator}/{share.denominator}"
    text = f"{int(hundredfold * 10**digits):0{digits + 1}d}"
    text = f"{text[:-digits]}.{text[-digits:]}" if digits else text
    return (text.replace(".", ",") if lang == "nl" else text) + "%"
