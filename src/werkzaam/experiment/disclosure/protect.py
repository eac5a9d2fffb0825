# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Which cells of a table are hidden: the small ones, and as few others as keep these from being worked out.

After each round the attack of a reader decides: what it can still tell is protected by the cheapest change that would leave
everything shown as it is (the linear-programming heuristic for complementary suppression of Kelly, Golden and Assad, 1992).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from werkzaam.core.errors import NotAllowed
from werkzaam.experiment.disclosure.attack import LEAST, WIDTH, bounds, name
from werkzaam.experiment.disclosure.cells import Cell, Patterns, People, Table, Where, patterns
from werkzaam.experiment.panel import Floats

_TINY = 1e-6


@dataclass(frozen=True, slots=True)
class Protected:
    """A table as it may be shown: a count is None where it is hidden, small or needed to keep a small one hidden."""

    table: Table
    hidden: frozenset[Where]

    @property
    def shown(self) -> tuple[Cell, ...]:
        """The cells whose counts are shown."""
        return tuple(cell for cell in self.table.cells if cell.where not in self.hidden)

    def count(self, where: Where) -> int | None:
        """The count of a group as it is shown. Raises KeyError for a group that is not in the table."""
        found = {cell.where: cell.count for cell in self.table.cells}[where]
        return None if where in self.hidden else found


def protect(table: Table, people: People, before: Sequence[Cell] = (), keep: Iterable[Where] = ()) -> Protected:
    """Hide what must be hidden in a table, given what was released before; `keep` are cells that must stay, such as a total.

    Raises NotAllowed when a small group can be told whatever else is hidden: what must stay, or what was released before,
    gives it away.
    """
    known = patterns(people, (*table.cells, *before))
    hidden = {cell.where for cell in table.cells if cell.count < LEAST}
    fixed = {*(cell.where for cell in before), *keep} - hidden
    for where in sorted(hidden, key=lambda one: (len(one), one)):
        wanted = known.members(where).astype(float)
        while not _safe(table, before, hidden, known, wanted):
            more = _cheapest([cell for cell in table.cells if cell.where not in hidden | fixed], fixed, known, wanted)
            if not more:
                raise NotAllowed(
                    f"The table {table.id} would tell how many people there are with {name(where)}, who are fewer than {LEAST}: "
                    "what is shown beside it, or was released before, gives it away. Use wider levels."
                )
            hidden |= more
    return Protected(table, frozenset(hidden))


def _safe(table: Table, before: Sequence[Cell], hidden: set[Where], known: Patterns, wanted: Floats) -> bool:
    low, high = bounds([*before, *(cell for cell in table.cells if cell.where not in hidden)], known, wanted)
    return high - low >= WIDTH


def _cheapest(free: Sequence[Cell], fixed: set[Where], known: Patterns, wanted: Floats) -> set[Where]:
    """The free cells that change when a small group is made WIDTH larger as cheaply as can be; none when it cannot.

    The unknowns are what is added to and taken from each pattern, and how much each cell changes by it.
    """
    from scipy.optimize import linprog
    from scipy.sparse import csr_array, eye_array, hstack, vstack

    members = np.array([known.members(cell.where) for cell in free], dtype=float).reshape(len(free), len(known.counts))
    rows = [known.members(where).astype(float) for where in sorted(fixed)]
    count, cells = len(known.counts), len(free)
    cost = np.concatenate([np.full(2 * count, _TINY), [cell.count + 1.0 for cell in free]])
    change = csr_array(np.hstack([members, -members]))
    upper = vstack([hstack([change, -eye_array(cells)]), hstack([-change, -eye_array(cells)])]) if cells else None
    equal = csr_array(np.array([np.concatenate([row, -row, np.zeros(cells)]) for row in [wanted, *rows]]))
    done = linprog(
        cost, A_ub=upper, b_ub=np.zeros(2 * cells) if cells else None, A_eq=equal, b_eq=np.array([WIDTH, *[0.0] * len(rows)]),
        bounds=[(0, None)] * count + [(0, int(one)) for one in known.counts] + [(0, None)] * cells, method="highs",
    )  # fmt: skip
    if not done.success:
        return set()
    return {cell.where for cell, moved in zip(free, done.x[2 * count :], strict=True) if moved > _TINY}
