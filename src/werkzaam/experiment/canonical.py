# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A design as one text, the same for the same design, and its fingerprint: what is promised before the draw.

The text is JSON with sorted keys, no spaces and no escapes but those JSON needs, in UTF-8. Days and months are ISO text, options
their value, tuples lists; a value that is absent is null. So the order of keys in a file, its comments and its layout change
nothing, and every value of the design changes the fingerprint. The order of arms, levels, waves and outcomes is part of the
design.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from typing import Any

from werkzaam.core.errors import RuleError
from werkzaam.core.months import Month
from werkzaam.experiment.design import Design


def canonical(design: Design) -> str:
    """The canonical JSON text of a design."""
    return json.dumps(plain(design), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def design_hash(design: Design) -> bytes:
    """The SHA-256 of the canonical text, 32 bytes."""
    return hashlib.sha256(canonical(design).encode("utf-8")).digest()


def protocol_id(design: Design) -> str:
    """What an analysis calls the protocol that it follows: id, version and the first 16 digits of the fingerprint."""
    return f"{design.id}/{design.version}/{design_hash(design).hex()[:16]}"


def plain(value: object) -> Any:
    """A value of a design as JSON knows it; raises RuleError for a type that has no one way to be written."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, (Month, date)):
        return str(value)
    if is_dataclass(value) and not isinstance(value, type):
        return {each.name: plain(getattr(value, each.name)) for each in fields(value)}
    if isinstance(value, Mapping):
        return {str(key): plain(each) for key, each in value.items()}
    if isinstance(value, tuple):
        return [plain(each) for each in value]
    if value is None or isinstance(value, (str, int)):
        return value
    raise RuleError(f"A {type(value).__name__} has no canonical text. Write it as text or as whole numbers: {value!r}.")
