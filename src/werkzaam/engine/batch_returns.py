# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Rows of one person or job through the months: the row before, who was away in between, and what was counted then.

The same as werkzaam.engine.memory says of one household: who is away stands still, and who returns with something
counted is refused.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numba import njit

from werkzaam.engine.addresses import Array
from werkzaam.engine.kernel import Frame, Kernel
from werkzaam.engine.rule import BEFORE, Level


def of_households(households: Array) -> tuple[Array, Array]:
    """The row before each household row, or -1; a household is never away."""
    rows = np.arange(-1, len(households) - 1, dtype=np.int32)
    same = np.diff(households, prepend=-1) == 0
    return np.where(same, rows, np.int32(-1)).astype(np.int32), np.zeros(len(households), np.bool_)


@njit(cache=True, nogil=True)  # type: ignore[untyped-decorator]
def rows_before(
    first: Array, up: Array, above: Array, above_away: Array, codes: Array
) -> tuple[Array, Array]:  # pragma: no cover
    """For each row the latest earlier row of the same person or job, or -1, and whether months are missing in between.

    `above` and `above_away` are the same of the rows one level up, which the rows before them lead to.
    """
    back = np.full(len(up), -1, np.int32)
    away = np.zeros(len(up), np.bool_)
    for i in range(len(up)):
        parent = up[i]
        missing = False
        while back[i] < 0 and above[parent] >= 0:
            missing |= above_away[parent]
            parent = above[parent]
            for child in range(first[parent], first[parent + 1]):
                if codes[child] == codes[i]:
                    back[i], away[i] = child, missing
                    break
            missing = True
    return back, away


def counted_before(kernel: Kernel, frame: Frame, out: Mapping[str, Array], level: Level) -> tuple[Array, Array]:
    """Rows that return after missing months with something counted, and of each the first rule that counted.

    A rule that the kernel computes without showing it may have counted anything.
    """
    rows = frame.returns[level]
    before = frame.back[level][rows]
    what = np.full(len(rows), "", object)
    for name, start in _of_level(kernel, level).items():
        if name in out:
            _note(what, name, out[name][before], start)
        elif name in kernel.source.plan.rules.rules:
            what[what == ""] = name
    found = what != ""
    return rows[found], what[found]


def carried_late(kernel: Kernel, frame: Frame, level: Level) -> tuple[Array, Array]:
    """Rows that bring something counted after their household began without them, and of each the first rule that counted."""
    read = {name: start for name, start in _of_level(kernel, level).items() if BEFORE + name in kernel.source.inputs}
    if not read:
        return np.arange(0), np.full(0, "", object)
    begins = np.diff(frame.household, prepend=-1) != 0
    for below in range(1, level + 1):
        begins = begins[frame.up[Level(below)]]
    rows = np.flatnonzero(~begins & (frame.back[level] < 0))
    what = np.full(len(rows), "", object)
    for name, start in read.items():
        _note(what, name, frame.inputs[BEFORE + name][rows], start)
    found = what != ""
    return rows[found], what[found]


def _of_level(kernel: Kernel, level: Level) -> dict[str, int]:
    return {name: start for name, start in kernel.rules.remembered.items() if kernel.rules.level(name) == level}


def _note(what: Array, name: str, values: Array, start: int) -> None:
    """Note a rule where nothing is noted yet and its value holds something: it is neither nothing nor what it starts at."""
    what[(what == "") & (values != 0) & (values != start)] = name
