# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Text that every bank of SEPA takes: the Latin letters, digits and `/-?:().,'+` and space (EPC217-08).

An accent is left off, as banks do; a letter that has none of these below it is refused, so that no name becomes another.
"""

from __future__ import annotations

import re
import unicodedata

from werkzaam.core.errors import InputError

_PLAIN = re.compile(r"[A-Za-z0-9/\-?:().,'+ ]*")
_REFERENCE = re.compile(r"[A-Za-z0-9\-?:().,'+ ]+(?:/[A-Za-z0-9\-?:().,'+ ]+)*")
_MARKS = re.compile("[\u0300-\u036f]")
"""Accents that are characters of their own (Unicode: Combining Diacritical Marks)."""
_LETTERS = str.maketrans({
    "ß": "ss", "ẞ": "SS", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D",
    "ð": "d", "Ð": "D", "þ": "th", "Þ": "TH", "ħ": "h", "Ħ": "H", "ı": "i", "ĸ": "k", "ŋ": "n", "Ŋ": "N", "ŧ": "t", "Ŧ": "T",
    "ə": "e", "Ə": "E", "ĳ": "ij", "Ĳ": "IJ",
    "&": "+", "_": "-", "’": "'", "‘": "'", "ʼ": "'", "ʹ": "'", "`": "'", "´": "'", '"': "'", "“": "'", "”": "'", "„": "'",
    "‐": "-", "‑": "-", "–": "-", "—": "-", "−": "-", "…": "...", "€": "EUR", "\u00a0": " ", "\t": " ", ";": ",", "@": "(at)",
})  # fmt: skip


def sepa_text(text: str, most: int) -> str:
    """The text in the characters of SEPA, at most so many; raises InputError for a character that has none, and for no text."""
    made = text if text.isascii() and _PLAIN.fullmatch(text) else _without_accents(text)
    made = " ".join(made.split())
    if not _PLAIN.fullmatch(made):
        odd = sorted({unicodedata.name(one, f"U+{ord(one):04X}") for one in made if not _PLAIN.fullmatch(one)})
        raise InputError(f"banks have no character for {', '.join(odd[:5])}. Write it in Latin letters, as the bank card does.")
    if not 0 < len(made) <= most:
        raise InputError(f"1 to {most} characters were expected; found {len(made)}. Write it shorter, as the bank card does.")
    return made


def reference(text: str, most: int = 35) -> str:
    """A reference as it stands; raises InputError for what a bank might change or refuse.

    Only the characters of SEPA, no slash at the begin or end, no two together, no space at the begin or end.
    """
    if len(text) > most or not _REFERENCE.fullmatch(text) or text != text.strip(" "):
        raise InputError(f"a reference of 1 to {most} characters was expected, of letters, digits and -?:().,'+ and single "
                         f"slashes within; found {text[:50]!r}.")  # fmt: skip
    return text


def _without_accents(text: str) -> str:
    """Letters without the marks on them: é is e with an accent after it."""
    apart = unicodedata.normalize("NFKD", text.translate(_LETTERS))
    return _MARKS.sub("", apart).translate(_LETTERS)
