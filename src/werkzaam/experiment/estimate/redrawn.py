# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Sums per arm in redraws of the draw that was held: all that a test by randomisation needs to know of people.

A column is a number for each person that does not depend on the draw, such as the outcome less the mean of the stratum. Whatever
the statistic, it follows from the sums of such columns per arm. So ten thousand redraws leave a table of redraws x arms x
columns, however many people there are, and every question about them is answered from that table.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np
from numba import njit
from numpy.typing import NDArray

from werkzaam.core.errors import InputError
from werkzaam.experiment.estimate.dealing import Draw
from werkzaam.experiment.panel import Floats

Progress = Callable[[int, int], None]
"""Is told how many redraws are done, and of how many."""

AT_ONCE = 256
"""Redraws that one thread holds at a time; fixed, so that the same generator gives the same redraws on any number of threads."""

_PEOPLE = 256
"""People whose columns stay in the processor's cache while a number of redraws are added up."""


def sums_per_arm(columns: Floats, arms: NDArray[np.integer], number: int) -> Floats:
    """The sum of each column (n, c) per arm, for each row of arms (draws, n): (draws, number, c)."""
    found = np.zeros((len(arms), number, columns.shape[1]))
    _add(np.ascontiguousarray(arms, np.int8), np.ascontiguousarray(columns), found)
    return found


def redrawn_sums(
    columns: Floats,
    draw: Draw,
    redraws: int,
    generator: np.random.Generator,
    *,
    progress: Progress | None = None,
    threads: int = 2,
) -> Floats:
    """The sums per arm of columns (n, c) in so many redraws: (redraws, arms, c).

    Memory is that table and `threads` times 256 draws of one byte per person. Each thread has its own stream of chance, spawned
    from the generator, so that the result does not depend on their number. Raises InputError for no redraws at all.
    """
    if redraws < 1 or threads < 1:
        raise InputError(f"Randomisation needs one redraw and one thread at least; found {redraws} and {threads}.")
    found = np.empty((redraws, draw.arms, columns.shape[1]))
    columns = np.ascontiguousarray(columns)

    def fill(part: _Part) -> int:
        found[part.first : part.end] = sums_per_arm(columns, draw.again(part.chance, part.end - part.first), draw.arms)
        return part.end

    with ThreadPoolExecutor(threads) as pool:
        for done in pool.map(fill, _parts(redraws, generator)):
            if progress is not None:
                progress(done, redraws)
    return found


@dataclass(frozen=True, slots=True)
class _Part:
    """Redraws from `first` to before `end`, with a stream of chance of their own."""

    first: int
    end: int
    chance: np.random.Generator


def _parts(redraws: int, generator: np.random.Generator) -> Iterator[_Part]:
    firsts = range(0, redraws, AT_ONCE)
    for first, chance in zip(firsts, generator.spawn(len(firsts)), strict=True):
        yield _Part(first, min(first + AT_ONCE, redraws), chance)


@njit(cache=True, nogil=True)  # type: ignore[untyped-decorator]
def _add(arms: NDArray[np.int8], columns: Floats, sums: Floats) -> None:
    """Add each person's columns to the arm of that person, draw after draw; people with arm -1 are in no sum."""
    draws, people = arms.shape
    width = columns.shape[1]
    for first in range(0, people, _PEOPLE):
        for draw in range(draws):
            for person in range(first, min(first + _PEOPLE, people)):
                arm = arms[draw, person]
                if arm >= 0:
                    for at in range(width):
                        sums[draw, arm, at] += columns[person, at]
