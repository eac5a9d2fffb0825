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
    return hashlib.sha256(b"".join(map(_framed, fields))).hexdigest()


def is_digest(text: str) -> bool:
    """Whether a text can be a fingerprint: 64 lower-case hexadecimal digits."""
    return len(text) == LENGTH and _DIGITS.issuperset(text)


def _framed(field: str | int | None) -> bytes:
    if field is None:
        return b"n"
    if isinstance(field, str):
        kind, body = b"s", _utf8(field)
    elif isinstance(field, int) and not isinstance(field, bool):
        kind, body = b"i", str(field).encode("ascii")
    else:
        raise InputError(f"A fingerprint is made of texts, whole numbers and None; found {field!r}.")
    return b"%s%d:%s" % (kind, len(body), body)


def _utf8(text: str) -> bytes:
    try:
        return text.encode("utf-8")
    except UnicodeEncodeError as wrong:
        raise InputError(f"The text {text!r} holds half a character at place {wrong.start}; it cannot be stored.") from None
