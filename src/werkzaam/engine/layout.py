# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Where the boxes of a graph stand: in columns from left to right, with few lines that cross.

After Sugiyama (1981). Lines over several columns pass through waypoints (`from>to@column`) that are ordered
along with the boxes. Whole numbers only, and ties keep their order: the same graph always looks the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

Edge = tuple[str, str]
ROUNDS = 24
"""How often the order and the places are improved from left to right or back."""


@dataclass(frozen=True)
class Layout:
    """A graph without circles: names in the order in which they may stand, and edges from read to reader.

    `given` are the names without anything before them; each stands just left of its first reader.
    """

    names: Sequence[str]
    edges: Sequence[Edge]
    given: frozenset[str]
    room: int
    """Height that a box needs in its column."""
    line_room: int
    """Height that a passing line needs."""

    @cached_property
    def column(self) -> dict[str, int]:
        """The column of each box: after all it reads."""
        found: dict[str, int] = {}
        for name in self.names:
            if name not in self.given:
                found[name] = 1 + max((found.get(a, 0) for a, b in self.edges if b == name), default=0)
        for name in self.given:
            found[name] = min((found[b] for a, b in self.edges if a == name), default=1) - 1
        return found

    @cached_property
    def paths(self) -> dict[Edge, list[str]]:
        """Each line as the box it leaves, its waypoints and the box it reaches, one per column."""
        return {(a, b): [a, *(f"{a}>{b}@{c}" for c in range(self.column[a] + 1, self.column[b])), b] for a, b in self.edges}

    @cached_property
    def columns(self) -> list[list[str]]:
        """Boxes and waypoints per column from top to bottom: the best order that was found."""
        columns: list[list[str]] = [[] for _ in range(max(self.column.values()) + 1)]
        for name in self.names:
            columns[self.column[name]].append(name)
        for path in self.paths.values():
            for at, name in enumerate(path[1:-1], self.column[path[0]] + 1):
                columns[at].append(name)
        best, fewest = [list(c) for c in columns], self._crossings(columns)
        for number in range(ROUNDS):
            self._improve(columns, forward=number % 2 == 0)
            if (crossed := self._crossings(columns)) < fewest:
                best, fewest = [list(c) for c in columns], crossed
        return best

    def _improve(self, columns: list[list[str]], *, forward: bool) -> None:
        """Sort every column by the middle of its neighbours in the column before it, or after it."""
        side = self._neighbours[0 if forward else 1]
        order = range(1, len(columns)) if forward else range(len(columns) - 2, -1, -1)
        for at in order:
            place = {name: n for n, name in enumerate(columns[at - 1 if forward else at + 1])}
            own = {name: n for n, name in enumerate(columns[at])}
            middle = {name: _mean([place[n] * 1000 for n in side.get(name, ()) if n in place], own[name] * 1000) for name in own}
            columns[at].sort(key=middle.__getitem__)

    @cached_property
    def _neighbours(self) -> tuple[Mapping[str, list[str]], Mapping[str, list[str]]]:
        """Per box or waypoint those it follows, and those it precedes."""
        before: dict[str, list[str]] = {}
        after: dict[str, list[str]] = {}
        for path in self.paths.values():
            for one, other in pairwise(path):
                before.setdefault(other, []).append(one)
                after.setdefault(one, []).append(other)
        return before, after

    def _crossings(self, columns: Sequence[Sequence[str]]) -> int:
        """How many pairs of lines cross."""
        crossed = 0
        for left, right in pairwise(columns):
            place = {name: n for n, name in enumerate(right)}
            ends = [end for name in left for end in sorted(place[n] for n in self._neighbours[1].get(name, ()) if n in place)]
            crossed += sum(a > b for n, a in enumerate(ends) for b in ends[n + 1 :])
        return crossed

    @cached_property
    def middle(self) -> dict[str, int]:
        """The vertical middle of each box and waypoint: near its neighbours, clear of the others; the highest box at 0."""
        at: dict[str, int] = {}
        for column in self.columns:
            at.update(zip(column, self._stacked(column, [0] * len(column)), strict=True))
        for number in range(ROUNDS):
            for column in self.columns if number % 2 else reversed(self.columns):
                wanted = [_mean([at[n] for side in self._neighbours for n in side.get(name, ())], at[name]) for name in column]
                at.update(zip(column, self._stacked(column, wanted), strict=True))
        top = min(at[name] for name in self.names)
        return {name: y - top for name, y in at.items()}

    def _stacked(self, column: Sequence[str], wanted: Sequence[int]) -> list[int]:
        """Middles as near to the wanted ones as the order and the room allow (pooled adjacent violators)."""
        need = [self.room if name in self.column else self.line_room for name in column]
        offsets = [0]
        for above, below in pairwise(need):
            offsets.append(offsets[-1] + (above + below) // 2)
        groups: list[tuple[int, int]] = []
        for want, offset in zip(wanted, offsets, strict=True):
            groups.append((want - offset, 1))
            while len(groups) > 1 and groups[-2][0] // groups[-2][1] > groups[-1][0] // groups[-1][1]:
                total, count = groups.pop()
                groups[-1] = (groups[-1][0] + total, groups[-1][1] + count)
        bases = [total // count for total, count in groups for _ in range(count)]
        return [base + offset for base, offset in zip(bases, offsets, strict=True)]


def _mean(numbers: Iterable[int], otherwise: int) -> int:
    found = list(numbers)
    return sum(found) // len(found) if found else otherwise
