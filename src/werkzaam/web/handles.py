# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""How a household is called in an address: a name that tells nothing, cannot be guessed and cannot be counted (decision 0185)."""

from __future__ import annotations

from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error
from functools import cache
from hashlib import sha256

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESSIV
from django.conf import settings

_BYTES = 8


class NoHandle(Exception):
    """The text is no handle of this server."""


def handle_of(number: int, about: str = "household") -> str:
    """The handle of a number: the same each time, so that it can be linked to; another one for another `about`."""
    sealed = _cipher().encrypt(number.to_bytes(_BYTES, "big"), [about.encode()])
    return urlsafe_b64encode(sealed).decode()


def number_of(handle: str, about: str = "household") -> int:
    """The number that a handle stands for; raises NoHandle for anything that this server did not make."""
    try:
        sealed = urlsafe_b64decode(handle.encode("ascii"))
        if urlsafe_b64encode(sealed).decode() != handle:
            raise NoHandle  # Decoding passes over signs that mean nothing: the same page would have many addresses.
        return int.from_bytes(_cipher().decrypt(sealed, [about.encode()]), "big")
    except (Error, InvalidTag, ValueError) as error:
        raise NoHandle from error


@cache
def _cipher() -> AESSIV:
    return AESSIV(sha256(b"werkzaam handles " + settings.SECRET_KEY.encode()).digest())
