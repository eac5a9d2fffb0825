# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Arrow columns around numbers and words that are there already.

`pyarrow.array` and `to_numpy` look whether something of pandas is meant, and read in the whole of pandas for that where it is
installed: a quarter of a second of each process, for nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa


def numbers(values: npt.NDArray[Any]) -> pa.Array:
    """A column of whole numbers without nulls, in the memory where they stand."""
    given = np.ascontiguousarray(values)
    return pa.Array.from_buffers(pa.from_numpy_dtype(given.dtype), len(given), [None, pa.py_buffer(given)])


def words(values: Sequence[str]) -> pa.Array:
    """A column of texts without nulls."""
    texts = [value.encode() for value in values]
    ends = np.array([0, *accumulate(map(len, texts))], np.int32)
    return pa.StringArray.from_buffers(len(texts), pa.py_buffer(ends), pa.py_buffer(b"".join(texts)))


def plain(column: pa.Array | pa.ChunkedArray) -> npt.NDArray[Any]:
    """A column of whole numbers without nulls as they stand; not to be written to."""
    whole = column.combine_chunks() if isinstance(column, pa.ChunkedArray) else column
    if not pa.types.is_integer(whole.type) or whole.null_count:
        return np.asarray(whole.to_numpy(zero_copy_only=False))
    kind = np.dtype(str(whole.type))
    return (
        np.zeros(0, kind) if not len(whole) else np.frombuffer(whole.buffers()[1], kind, len(whole), whole.offset * kind.itemsize)
    )


def truths(column: pa.Array | pa.ChunkedArray) -> npt.NDArray[Any]:
    """A column of truths without nulls as 0 and 1."""
    return plain(column.cast(pa.int8()))
