# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Cells of a delivered table, strictly: what can be read in two ways is refused with the question."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from functools import lru_cache

from werkzaam.app.exchange.bsn import is_bsn
from werkzaam.core.errors import InputError

_AMOUNT = re.compile(r"(-?)([0-9]{1,12})(?:[.,]([0-9]{2}))?")
_GROUPED = re.compile(r"(-?)([0-9]{1,3}(?:\.[0-9]{3})+),([0-9]{2})|(-?)([0-9]{1,3}(?:,[0-9]{3})+)\.([0-9]{2})")
_THOUSANDS = re.compile(r"-?[0-9]{1,3}(?:[.,][0-9]{3})+")
_DECIMAL = re.compile(r"([+-]?)([0-9]{1,12})(?:\.([0-9]{1,2})0{0,3})?")
_ISO = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_DUTCH = re.compile(r"([0-9]{2})-([0-9]{2})-([0-9]{4})")
_NUMBER = re.compile(r"[1-9][0-9]{0,17}")
_BSN = re.compile(r"[0-9]{9}")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_SIMPLE = re.compile(r"[0-9A-Za-z][!-~]{0,100}(?: [!-~]{1,30}){0,2}|")
"""Most cells: nothing in them needs a closer look."""
_NEGATIVE = re.compile(r"-[0-9]")
YEARS = range(2000, 2100)
"""Of wages and bookings; any other year is taken for a mistake."""
LIFETIME = range(1900, 2100)
"""Of what people did before: a job may be older than its wages."""
LONGEST_TEXT = 200


def plain(cell: str, *, amount: bool = False) -> str:
    """The cell without spaces around it; refuses what a spreadsheet would run as a formula, and control characters."""
    if _SIMPLE.fullmatch(cell):
        return cell
    text = cell.strip(" ")
    if text.startswith(_FORMULA) and not (amount and _NEGATIVE.match(text)):
        raise InputError("it begins like a formula of a spreadsheet. Write the value itself, as text.")
    if len(text) > LONGEST_TEXT:
        raise InputError(f"at most {LONGEST_TEXT} characters were expected; found {len(text)}.")
    if not text.isprintable():
        odd = next(one for one in text if not one.isprintable())
        raise InputError(f"it holds a character that cannot be printed, {unicodedata.name(odd, f'U+{ord(odd):04X}')}. "
                         "Write it on one line, without it.")  # fmt: skip
    return text


def amount(text: str) -> int:
    """Cents from `1234`, `1234,56`, `1234.56`, `1.234,56` or `1,234.56`; anything that can be read in two ways is refused."""
    clean = text.removeprefix("€").lstrip(" ")
    found = _AMOUNT.fullmatch(clean)
    if found:
        sign, euros, cents = found.groups()
        return _signed(sign, euros, cents or "0")
    grouped = _GROUPED.fullmatch(clean)
    if grouped:
        sign, euros, cents = grouped.groups()[:3] if grouped[2] else grouped.groups()[3:]
        return _signed(sign, re.sub("[.,]", "", euros), cents)
    if _THOUSANDS.fullmatch(clean):
        whole = re.sub("[.,]", "", clean)
        raise InputError(f"{text!r} can be read in two ways: is it {whole} euros, or a smaller amount with three decimals? "
                         f"Write {whole},00, or the other one with two decimals.")  # fmt: skip
    raise InputError(f"an amount in euros was expected, such as 1234,56; found {text!r}.")


def decimal(text: str) -> int:
    """Cents from a number of an XML file: a point, at most two decimals, nothing else."""
    found = _DECIMAL.fullmatch(text)
    if not found:
        raise InputError(f"an amount with a point and at most two decimals was expected, such as 812.50; found {text[:40]!r}.")
    return _signed(found[1], found[2], (found[3] or "").ljust(2, "0"))


def _signed(sign: str, euros: str, cents: str) -> int:
    value = int(euros) * 100 + int(cents)
    return -value if sign == "-" else value


@lru_cache(maxsize=4_096)
def day(text: str, years: range = YEARS) -> date:
    """A day of these years, written `2026-03-31` or `31-03-2026`."""
    iso, dutch = _ISO.fullmatch(text), _DUTCH.fullmatch(text)
    year, month, number = iso.groups() if iso else (dutch[3], dutch[2], dutch[1]) if dutch else ("0", "0", "0")
    if int(year) not in years:
        raise InputError(f"a day from {years[0]} to {years[-1]} was expected, such as 2026-03-31 or 31-03-2026; "
                         f"found {text[:40]!r}.")  # fmt: skip
    try:
        return date(int(year), int(month), int(number))
    except ValueError:
        raise InputError(f"{text} is not in the calendar. Check the day and the month.") from None


def day_of_a_life(text: str) -> date:
    """A day on which a job may have begun or ended."""
    return day(text, LIFETIME)


def number(text: str) -> int:
    """A number that was given out here: whole, above zero."""
    if not _NUMBER.fullmatch(text):
        raise InputError(f"a whole number above zero was expected; found {text[:40]!r}.")
    return int(text)


def truth(text: str) -> bool:
    """`ja` or `nee`."""
    if text.lower() not in ("ja", "nee"):
        raise InputError(f"ja or nee was expected; found {text[:40]!r}.")
    return text.lower() == "ja"


def bsn(text: str) -> str:
    """A citizen service number that passes the eleven check; messages never repeat it."""
    if not _BSN.fullmatch(text):
        raise InputError(f"a citizen service number of nine digits was expected; found {len(text)} characters. A spreadsheet may "
                         "have dropped a zero in front.")  # fmt: skip
    if not is_bsn(text):
        raise InputError("this citizen service number does not pass the eleven check. Compare it with its source.")
    return text
