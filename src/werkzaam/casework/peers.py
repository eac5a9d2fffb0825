# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Cases among colleagues, without the person: what points to somebody is taken out, and where that is not sure nothing is shared.

Names and days that are known are removed. What could still be a name refuses the sharing, so that a human rewrites it (R-120).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator
from datetime import date, timedelta

from werkzaam.core.errors import InputError, NotAllowed

NAME, DAY, NUMBER = "[naam]", "[dag]", "[nummer]"
_SMALL = frozenset(["van", "de", "der", "den", "het", "ten", "ter", "te", "in", "op", "von", "el", "al", "la", "le", "di"])
_PLAIN_CAPITALS = frozenset(
    ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march", "april", "may",
     "june", "july", "august", "september", "october", "november", "december"]
)  # fmt: skip
"""English days and months, which have a capital anywhere."""
_LETTERS_OF_A_BODY = 4
"""The length of UWV, DUO and the like; a longer word in capitals may be a name."""
_MONTHS = (
    "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|"
    "january|february|march|may|june|july|august|october"
)
_DAYS = re.compile(
    rf"\b\d{{1,4}}[-/.]\d{{1,2}}[-/.]\d{{1,4}}\b|\b\d{{1,2}}(?:e|th|st|nd|rd)?\s+(?:{_MONTHS})(?:\s+\d{{2,4}})?\b|"
    rf"\b(?:{_MONTHS})\s+\d{{1,2}}(?:st|nd|rd|th)?(?:,?\s+\d{{4}})?\b",
    re.IGNORECASE,
)
_NUMBERS = re.compile(
    r"[\w.+-]+@[\w-]+\.[\w.]+|\b[A-Z]{2}\d{2}[A-Z]{4}\d{10}\b|\b\d{4}\s?[A-Z]{2}\b(?:\s+\d+\w?)?|(?:\+|\b)\d(?:[\s-]?\d){6,12}\b"
)
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_BEGINS = re.compile(r"(?:\A|[.!?:;\n]|[\"“‘(]|(?m:^)\s*[-*•])\s*\Z")
_TITLE = re.compile(r"\b(?:mevrouw|mevr|mw|meneer|menheer|dhr|heer|mr|mrs|ms|miss)\b\.?\s*\Z", re.IGNORECASE)
_BORN = re.compile(r"\b(?:geboren|geb|geboortejaar|born)\b[^.!?\n]{0,20}?\b(?:19|20)\d\d\b", re.IGNORECASE)
_FIRST_TUESDAY = 1


def without_person(text: str, names: Collection[str]) -> str:
    """The text with known names, days and numbers of a person replaced by what they were."""
    cleaned = _NUMBERS.sub(NUMBER, _DAYS.sub(DAY, text))
    parts = set(_parts(names))
    cleaned = _WORD.sub(lambda found: NAME if _plain(found[0]) in parts else found[0], cleaned)
    small = "|".join(sorted({_plain(word) for name in names for word in _WORD.findall(name)} & _SMALL)) or "van"
    one = rf"(?:\b(?:{small})\s+)*{re.escape(NAME)}"
    return re.sub(rf"{one}(?:[\s-]+{one})*", NAME, cleaned, flags=re.IGNORECASE)


def shared(text: str, names: Collection[str]) -> str:
    """The text as colleagues may read it.

    Raises NotAllowed where something may still point to a person, and InputError for no text.
    """
    if not text.strip():
        raise InputError("tekst: a note was expected; found nothing.")
    cleaned = without_person(text.strip(), names)
    left = list(dict.fromkeys(remains(cleaned, names)))
    if left:
        raise NotAllowed(
            f"This may still point to somebody: {', '.join(left)}. Nothing was shared. Leave it out, or write it in small "
            "letters as what it is, such as: een school, een dochter, een gemeente."
        )
    return cleaned


def remains(text: str, names: Collection[str]) -> Iterator[str]:
    """What may still point to a person: a name in a word or nearly so, a capital inside a sentence, a title, a year of birth."""
    parts = {part for part in _parts(names) if len(part) > 3}
    open_text = re.sub("|".join(map(re.escape, (NAME, DAY, NUMBER))), lambda found: "x" * len(found[0]), text)
    for found in _WORD.finditer(open_text):
        word, before = found[0], open_text[: found.start()]
        plain = _plain(word)
        inside = any(part in plain or (len(part) > 4 and _one_off(part, plain)) for part in parts)
        first = re.split("['’]", word)[0]
        known = plain in _PLAIN_CAPITALS or (first.isupper() and len(first) <= _LETTERS_OF_A_BODY)
        capital = word[0].isupper() and not known and not _BEGINS.search(before)
        titled = word[0].isupper() and _TITLE.search(before)
        if inside or capital or titled:
            yield word
    yield from (found[0] for found in _BORN.finditer(text))


def sessions(year: int) -> list[date]:
    """The days of peer consultation in a year: every first Tuesday of a month (an assumption; a team moves what does not fit)."""
    firsts = (date(year, month, 1) for month in range(1, 13))
    return [first + timedelta((_FIRST_TUESDAY - first.weekday()) % 7) for first in firsts]


def _parts(names: Collection[str]) -> Iterator[str]:
    """The words of names that say who it is."""
    for name in names:
        for word in _WORD.findall(name):
            yield from (
                part for part in {_plain(word), *map(_plain, re.split(r"['’-]", word))} if len(part) > 1 and part not in _SMALL
            )


def _plain(word: str) -> str:
    """A word in small letters, without accents."""
    marks = unicodedata.normalize("NFD", word.casefold())
    return "".join(mark for mark in marks if not unicodedata.combining(mark))


def _one_off(one: str, other: str) -> bool:
    """Whether two words differ by one letter that is more, less or another."""
    if one == other or abs(len(one) - len(other)) > 1:
        return False
    short, long = sorted((one, other), key=len)
    at = next((place for place, letter in enumerate(short) if letter != long[place]), len(short))
    return short[at + (len(short) == len(long)) :] == long[at + 1 :]
