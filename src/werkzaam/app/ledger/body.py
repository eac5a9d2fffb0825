# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A row of a case file as the text that the ledger keeps of it, and back; the same row is the same text."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from werkzaam.core.errors import InputError

Row = dict[str, Any]
_DAY = "dag"
"""The key of a date: `{"dag": "2026-01-31"}`. No table of a case file has a key of this name."""


def encode(row: Mapping[str, Any]) -> str:
    """The row as text, its keys in order; raises InputError for a number with a point, which could lose cents."""
    return json.dumps(_plain(row), sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def decode(text: str) -> Row:
    """The row that was kept; raises InputError for a text that is none."""
    found = json.loads(text, object_hook=_dated)
    if not isinstance(found, dict):
        raise InputError(f"A kept row is a table; found {text[:60]!r}.")
    return found


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {str(key): _plain(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(each) for each in value]
    if type(value) is date:
        return {_DAY: value.isoformat()}
    if isinstance(value, str | bool | int):
        return value
    raise InputError(f"A text, a whole number, true, false or a date was expected; found {value!r}.")


def _dated(found: Row) -> Any:
    return date.fromisoformat(found[_DAY]) if found.keys() == {_DAY} else found
