# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""How values become bytes: the framed hash, canonical JSON, hexadecimal and base64url (protocol, section 2)."""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
from datetime import UTC, datetime
from typing import Any

from werkzaam.core.errors import InputError

PROTOCOL = "experiment-lottery/v1"
HASH_BYTES, SALT_BYTES, SECRET_BYTES = 32, 16, 32
_ISO = "%Y-%m-%dT%H:%M:%SZ"


def framed(*parts: bytes | str) -> bytes:
    """SHA-256 of the parts, each behind its length in eight bytes, so that no two lists of parts look alike; texts are UTF-8."""
    return hashlib.sha256(frames(*parts)).digest()


def frames(*parts: bytes | str) -> bytes:
    """The parts, each behind its length in eight bytes."""
    plain = [part.encode() if isinstance(part, str) else part for part in parts]
    return b"".join([len(part).to_bytes(8, "big") + part for part in plain])


def canonical(value: Any) -> bytes:
    """A value as JSON in one way: sorted keys, no spaces, UTF-8, no escapes but those JSON needs.

    Raises InputError for a number that is not whole: programs write those in different ways.
    """
    _refuse_parts(value)
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def _refuse_parts(value: Any) -> None:
    if isinstance(value, float):
        raise InputError(f"The protocol writes whole numbers and texts only; found {value!r}.")
    inside = value.values() if isinstance(value, dict) else value if isinstance(value, (list, tuple)) else ()
    for each in inside:
        _refuse_parts(each)


def hexed(text: object, name: str, length: int = HASH_BYTES) -> bytes:
    """The bytes of a hexadecimal text of that many bytes; raises InputError with the name of the field."""
    if isinstance(text, str) and len(text) == 2 * length and set(text) <= set("0123456789abcdef"):
        return bytes.fromhex(text)
    raise InputError(f"{name} must be {2 * length} lower-case hexadecimal digits; found {text!r}.")


def text64(plain: bytes) -> str:
    """Base64url without padding."""
    return base64.urlsafe_b64encode(plain).rstrip(b"=").decode()


def bytes64(text: object, name: str) -> bytes:
    """The bytes of a base64url text; raises InputError where it is none, also where it has spare bits or padding."""
    try:
        plain = base64.b64decode(str(text) + "=" * (-len(str(text)) % 4), altchars=b"-_", validate=True)
    except (binascii.Error, ValueError):
        plain = b""
    if not isinstance(text, str) or text64(plain) != text:
        raise InputError(f"{name} must be base64url text (letters, digits, - and _); found {str(text)[:40]!r}.")
    return plain


def moment_text(moment: datetime) -> str:
    """A moment in UTC to the second: `2026-04-20T00:00:00Z`; raises InputError for one without a time zone or with parts."""
    if moment.tzinfo is None or moment.microsecond:
        raise InputError(f"A moment is in whole seconds and says its time zone; found {moment.isoformat()}.")
    return moment.astimezone(UTC).strftime(_ISO)


def moment_of(text: object, name: str) -> datetime:
    """The moment of such a text; raises InputError with the name of the field."""
    try:
        return datetime.strptime(str(text), _ISO).replace(tzinfo=UTC)
    except ValueError:
        raise InputError(f"{name} must be a moment in UTC such as 2026-04-20T00:00:00Z; found {text!r}.") from None
