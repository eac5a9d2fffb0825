# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""One fingerprint of some fields, the same on every machine and in every release.

Each field is written as its kind, its length in bytes and its bytes: `s5:maart`, so that no two lists of fields look alike once
they stand behind each other, and no text is ever made by a database or a library whose habits may change.
"""

from __future__ import annotations

import hashlib

from werkzaam.core.errors import InputError

LENGTH = 64
"""How many hexadecimal digits a fingerprint has."""
_DIGITS = frozenset("0123456789abcdef")


def digest(*fields: str | int | None) -> str:
    """SHA-256 of the fields in hexadecimal; None, an empty text and the number 0 all differ.

    Raises InputError for any other kind of value, and for a text that has no UTF-8 form.
    """
    framed = [f"s{len(field)}:{field}" if type(field) is str and field.isascii() else _framed(field) for field in fields]
    return hashlib.sha256(_utf8("".join(framed))).hexdigest()


def is_digest(text: str) -> bool:
    """Whether a text can be a fingerprint: 64 lower-case hexadecimal digits."""
    return len(text) == LENGTH and _DIGITS.issuperset(text)


def _framed(field: str | int | None) -> str:
    """A field as its kind, its length in bytes and itself; text of ASCII only is as long as it looks."""
    if isinstance(field, str):
        return f"s{len(field) if field.isascii() else len(_utf8(field))}:{field}"
    if field is None:
        return "n"
    if isinstance(field, int) and not isinstance(field, bool):
        return f"i{len(str(field))}:{field}"
    raise InputError(f"A fingerprint is made of texts, whole numbers and None; found {field!r}.")


def _utf8(text: str) -> bytes:
    try:
        return text.encode("utf-8")
    except UnicodeEncodeError as wrong:
        raise InputError(f"The text {text!r} holds half a character at place {wrong.start}; it cannot be stored.") from None
