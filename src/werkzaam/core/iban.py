# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Bank account numbers (IBAN, ISO 13616) and bank codes (BIC, ISO 9362) of the SEPA countries."""

from __future__ import annotations

import re

from werkzaam.core.errors import InputError

LENGTHS = {
    "AD": 24, "AL": 28, "AT": 20, "BE": 16, "BG": 22, "CH": 21, "CY": 28, "CZ": 24, "DE": 22, "DK": 18, "EE": 20, "ES": 24,
    "FI": 18, "FR": 27, "GB": 22, "GI": 23, "GR": 27, "HR": 21, "HU": 28, "IE": 22, "IS": 26, "IT": 27, "LI": 21, "LT": 20,
    "LU": 20, "LV": 21, "MC": 27, "MD": 24, "ME": 22, "MK": 19, "MT": 31, "NL": 18, "NO": 15, "PL": 28, "PT": 25, "RO": 24,
    "RS": 22, "SE": 24, "SI": 19, "SK": 24, "SM": 27, "VA": 22,
}  # fmt: skip
"""Characters of an IBAN by country (SWIFT IBAN registry), for the countries of SEPA."""
_IBAN = re.compile(r"[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}")
_DUTCH = re.compile(r"NL[0-9]{2}[A-Z]{4}[0-9]{10}")
_BIC = re.compile(r"[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}(?:[A-Z0-9]{3})?")
_LETTERS = {ord(letter): str(number) for number, letter in enumerate("ABCDEFGHIJKLMNOPQRSTUVWXYZ", 10)}
MODULUS, REMAINDER = 97, 1
CHECK_DIGITS = range(2, 99)
"""What the calculation of ISO 7064 can yield; 00, 01 and 99 would fit the same remainders."""


def iban(text: str) -> str:
    """The account number in capitals without spaces; raises InputError when it cannot be one. Messages never repeat it."""
    clean = compact(text)
    if not clean.isascii() or not _IBAN.fullmatch(clean):
        raise InputError("an IBAN was expected: two letters of a country, two check digits, then letters and digits.")
    length = LENGTHS.get(clean[:2])
    if length is None:
        raise InputError(f"an IBAN of a SEPA country was expected; found one of {clean[:2]}.")
    if len(clean) != length or (clean.startswith("NL") and not _DUTCH.fullmatch(clean)):
        digits = ", the last ten of them digits" if clean.startswith("NL") else ""
        raise InputError(
            f"an IBAN of {clean[:2]} has {length} characters{digits}; found {len(clean)}. Compare it with its source."
        )
    fits = int((clean[4:] + clean[:4]).translate(_LETTERS)) % MODULUS == REMAINDER
    if not fits or int(clean[2:4]) not in CHECK_DIGITS:
        raise InputError("the check digits of this IBAN do not fit. Compare it with its source.")
    return clean


def compact(text: str) -> str:
    """The account number as computers write it: capitals, no spaces."""
    return text.replace(" ", "").upper()


def bic(text: str) -> str:
    """The code of a bank, in capitals; raises InputError when it cannot be one."""
    clean = text.upper()
    if not clean.isascii() or not _BIC.fullmatch(clean):
        raise InputError(f"a BIC of eight or eleven letters and digits was expected; found {len(text)} characters.")
    return clean
