# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A row of a case file as the ledger keeps it, and back; a date stays a date, and a text that looks like one stays a text."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from werkzaam.core.errors import InputError

Row = dict[str, Any]
_DAY = "dag"
"""The key of a date: `{"dag": "2026-01-31"}`. No table of a case file has a key of this name."""


def kept(row: Mapping[str, Any]) -> Row:
    """The row in texts and whole numbers; raises InputError for a number with a point, which could lose cents."""
    return {str(key): _kept(value) for key, value in row.items()}


def read(row: Mapping[str, Any]) -> Row:
    """The row that was kept."""
    return {key: _read(value) for key, value in row.items()}


def _kept(value: Any) -> Any:
    if isinstance(value, Mapping):
        return kept(value)
    if isinstance(value, list | tuple):
        return [_kept(each) for each in value]
    if type(value) is date:
        return {_DAY: value.isoformat()}
    if isinstance(value, str | bool | int):
        return value
    raise InputError(f"A text, a whole number, true, false or a date was expected; found {value!r}.")


def _read(value: Any) -> Any:
    if isinstance(value, list):
        return [_read(each) for each in value]
    if isinstance(value, dict):
        return date.fromisoformat(value[_DAY]) if value.keys() == {_DAY} else read(value)
    return value
