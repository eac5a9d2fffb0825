# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What a reader can work out about a group that is not shown, from everything that is: the bounds of linear programming."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from werkzaam.core.errors import LedgerError
from werkzaam.experiment.disclosure.cells import Cell, Patterns, Where
from werkzaam.experiment.panel import Floats

LEAST = 10
"""The smallest number of people that is ever shown."""
WIDTH = 5
"""How far apart the bounds of a hidden number must lie: 5 means that it cannot be told within 2."""


@dataclass(frozen=True, slots=True)
class Leak:
    """A group of fewer than ten of whom a reader can tell the number within two: its name, its count and the bounds."""

    about: str
    count: int
    low: float
    high: float


def bounds(shown: Sequence[Cell], known: Patterns, wanted: Floats) -> tuple[float, float]:
    """The least and the most people that a weighted sum of patterns can hold, given the counts that are shown.

    `wanted` has a weight for each pattern. Exact for any combination of sums and differences of what is shown (linear
    programming over counts that are not negative). Raises LedgerError when what is shown contradicts itself.
    """
    from scipy.optimize import linprog
    from scipy.sparse import csr_array

    if not shown:
        return 0.0, float("inf")
    facts = csr_array(np.array([known.members(cell.where) for cell in shown], dtype=float))
    counts = np.array([cell.count for cell in shown], dtype=float)
    low, high = (linprog(sign * wanted, A_eq=facts, b_eq=counts, method="highs") for sign in (1, -1))
    if low.status == 2 or high.status == 2:  # Infeasible.
        raise LedgerError("The counts that are shown cannot all be true of one group of people.")
    return max(0.0, float(low.fun)) if low.success else 0.0, -float(high.fun) if high.success else float("inf")


def leaks(shown: Sequence[Cell], hidden: Iterable[Where], known: Patterns) -> list[Leak]:
    """Every small group whose number can be told: shown outright, hidden but bounded, or left over by subtraction."""
    found = [Leak(name(cell.where), cell.count, cell.count, cell.count) for cell in shown if cell.count < LEAST]
    for about, wanted in _targets(shown, hidden, known):
        count = int(known.counts @ wanted)
        if count >= LEAST:
            continue
        low, high = bounds(shown, known, wanted.astype(float))
        if high - low < WIDTH:
            found.append(Leak(about, count, low, high))
    return found


def _targets(shown: Sequence[Cell], hidden: Iterable[Where], known: Patterns) -> Iterator[tuple[str, Floats]]:
    """What a reader would try: the hidden cells, and what a shown group has more than another shown group inside it."""
    for where in hidden:
        yield name(where), known.members(where).astype(float)
    members = {cell.where: known.members(cell.where) for cell in shown}
    for one, other in combinations(members, 2):
        small, large = sorted((one, other), key=lambda where: int(members[where].sum()))
        rest = members[large] & ~members[small]
        if not (members[small] & ~members[large]).any() and rest.any() and 0 < known.counts[rest].sum() < LEAST:
            yield f"{name(large)} without {name(small)}", rest.astype(float)


def name(where: Where) -> str:
    """A group in words: its variables with their levels."""
    return ", ".join(f"{variable} {level}" for variable, level in where) or "everybody"
