# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The columns that compiled code works on, and their addresses in memory.

Compiled code trusts an address: it knows neither how long a column is nor what is in it. So what it was made for is checked here.
Whoever runs it has the columns too, until it is done.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from ctypes import addressof, c_char
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from werkzaam.core.errors import InputError
from werkzaam.engine.rule import Level

Array = npt.NDArray[Any]
WIDTHS: dict[int, type[np.signedinteger[Any]]] = {8: np.int8, 16: np.int16, 32: np.int32, 64: np.int64}
EMPTY = c_char * 0
"""Placed upon a column that may be written, it tells the address in a quarter of the time that NumPy takes."""
KINDS = {bits: np.dtype(kind) for bits, kind in WIDTHS.items()}


@dataclass(frozen=True)
class Column:
    """A column as compiled code expects it: what people call it, and the bits of each value."""

    name: str
    bits: int
    level: Level | None
    """Of which rows it is; None where it is not cut into blocks."""
    more: int = 0
    """How many values it has beside one for each row."""
    written: bool = False


@dataclass(frozen=True)
class Addresses:
    """Columns and where each begins in memory; whoever has this keeps them there."""

    columns: tuple[Array, ...]
    begin: Array

    @classmethod
    def of(cls, expected: Iterable[Column], columns: Iterable[Array], rows: Mapping[Level, int]) -> Addresses:
        """Raises InputError for a column that compiled code was not made for."""
        kept = tuple(columns)
        found = [_address(column, array, rows) for column, array in zip(expected, kept, strict=True)]
        return cls(kept, np.array(found, np.int64))

    def __add__(self, other: Addresses) -> Addresses:
        return Addresses(self.columns + other.columns, np.append(self.begin, other.begin))


def _address(column: Column, array: Array, rows: Mapping[Level, int]) -> int:
    kind, flags = KINDS[column.bits], array.flags
    if array.dtype != kind:  # A wider column could hide a number out of bounds.
        raise InputError(f"{column.name} is a column of {array.dtype}; {kind} was expected.")
    length = 0 if column.level is None else rows[column.level] + column.more
    if array.ndim != 1 or len(array) < length:
        raise InputError(f"{column.name} has values {array.shape}; a column of {length} was expected.")
    if not flags.c_contiguous or (column.written and not flags.writeable):
        raise InputError(f"{column.name} is a view that skips values or may not be written to; a copy of it was expected.")
    return addressof(EMPTY.from_buffer(array.data)) if flags.writeable else int(array.ctypes.data)
