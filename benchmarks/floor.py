# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The floor: a kernel that reads the same columns and writes as many, and knows no rule.

One pass over the rows on two threads: the sum of a row's inputs goes into every output. No arrangement of real rules
that touches these columns with ordinary stores can be faster. Numba's `noalias` tells LLVM that the columns do not overlap,
without which the loop is not vectorised and the floor would be far too high.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import numpy as np
from chain_data import INPUTS, OUTPUTS, Columns, new_outputs
from numba import njit
from numba.core.compiler import Compiler

THREADS = 2


class NoAlias(Compiler):
    """Numba's compiler, told that no two array arguments overlap."""

    def __init__(self, *args: object, **options: object) -> None:
        super().__init__(*args, **options)
        self.state.flags.noalias = True


def prepare(columns: Columns) -> Callable[[Columns | None], Columns]:
    """The kernel, compiled for these input columns, as a function of the columns to write into (None: new ones)."""
    rows = len(columns["month"])
    narrow = tuple(columns[name] for name, kind in INPUTS.items() if kind is np.int8)
    wide = tuple(columns[name] for name, kind in INPUTS.items() if kind is np.int32)
    part = -(-rows // THREADS)
    pool = ThreadPoolExecutor(THREADS)

    def touch(reused: Columns | None) -> Columns:
        written = new_outputs(rows) if reused is None else reused
        into = tuple(written[name] for name in OUTPUTS)
        running = [pool.submit(_touch, low, min(rows, low + part), narrow, wide, into) for low in range(0, rows, part)]
        for thread in running:
            thread.result()
        return written

    _touch(0, 0, narrow, wide, tuple(new_outputs(0).values()))
    return touch


@njit(nogil=True, error_model="numpy", boundscheck=False, pipeline_class=NoAlias)
def _touch(low, high, narrow, wide, into):  # type: ignore[no-untyped-def]
    """Written out column by column, because Numba unrolls a tuple only where the index is a constant."""
    a, b, c, d, e, f, g, h = narrow
    p, q, r, s = wide
    o0, o1, o2, o3, o4, o5, o6, o7, o8, o9, o10 = into
    for i in range(np.uint64(low), np.uint64(high)):  # Unsigned: no index counts from the end.
        flags = a[i] + b[i] + c[i] + d[i] + e[i] + f[i] + g[i] + h[i]
        total = np.int32(flags + p[i] + q[i] + r[i] + s[i])
        o0[i] = total
        o1[i] = np.int32(total + 1)
        o2[i] = np.int32(total + 2)
        o3[i] = np.int32(total + 3)
        o4[i] = np.int32(total + 4)
        o5[i] = np.int32(total + 5)
        o6[i] = np.int32(total + 6)
        o7[i] = np.int32(total + 7)
        o8[i] = np.int32(total + 8)
        o9[i] = np.int32(total + 9)
        o10[i] = np.int32(total + 10)
