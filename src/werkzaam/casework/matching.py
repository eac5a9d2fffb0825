# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Which talks fit in the room of a team: those that come first, and as many as there can be.

Sets of talks that fit together are a matroid: taking each talk in its order whenever it still fits, if need be by moving others,
gives the most talks that fit at all, and none that was left out could have had the place of one that comes after it. A talk that
was taken stays taken. The search is for a path in a network of talks, days of workers, and weeks of workers.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field

Cell = tuple[int, int]
"""A worker and a day, by their places in the team's lists."""


@dataclass
class Matching:
    """Room of a team by worker (`week`) and by worker and day (`cells`), and where each talk stands.

    Changed in place by `place`; nothing else writes to it.
    """

    week: list[int]
    cells: dict[Cell, int]
    stands: dict[int, Cell] = field(default_factory=dict)
    _in_cell: dict[Cell, set[int]] = field(default_factory=dict)
    _in_week: list[int] = field(default_factory=list)
    _cells_of: list[list[Cell]] = field(default_factory=list)
    _full: set[Cell] = field(default_factory=set)
    _asked: dict[int, Sequence[Cell]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._in_cell = {cell: set() for cell in self.cells}
        self._in_week = [0 for _ in self.week]
        self._cells_of = [[cell for cell in self.cells if cell[0] == worker] for worker in range(len(self.week))]

    def place(self, talk: int, cells: Sequence[Cell]) -> bool:
        """Whether a talk fits in one of these cells; others may move to another of theirs, and none is put out.

        No cell may stand there that is not among `cells` of the team.
        """
        self._asked[talk] = cells
        came: dict[Cell | int, Cell | int] = {}
        seen_talks, seen, waiting = {talk}, set[Cell](), deque([talk])
        while waiting:
            one = waiting.popleft()
            for cell in self._asked[one]:
                if cell in seen or cell in self._full:
                    continue
                seen.add(cell)
                came[cell] = one
                if self._free(cell, seen, came, seen_talks, waiting):
                    return True
        del self._asked[talk]
        self._full |= seen  # Nothing can leave what this search reached, now or later.
        return False

    def _free(
        self, cell: Cell, seen: set[Cell], came: dict[Cell | int, Cell | int], seen_talks: set[int], waiting: deque[int]
    ) -> bool:
        """Whether somebody can stand in a cell, and then it is done; else whoever stands in the way is asked to move."""
        open_day = len(self._in_cell[cell]) < self.cells[cell]
        if open_day and self._in_week[cell[0]] < self.week[cell[0]]:
            self._move(cell, came)
            return True
        ways = [cell, *(other for other in self._cells_of[cell[0]] if other not in seen)] if open_day else [cell]
        for way in ways:
            if way != cell and self._in_cell[way]:
                seen.add(way)
                came[way] = cell
            for other in sorted(self._in_cell[way] - seen_talks):
                seen_talks.add(other)
                came[other] = way
                waiting.append(other)
        return False

    def _move(self, cell: Cell, came: dict[Cell | int, Cell | int]) -> None:
        """Put the talks of a path where they go, from its end to its beginning."""
        at: Cell | int = cell
        while True:
            comes = came[at]
            if isinstance(comes, tuple):  # A day of the same worker made room for another: who leaves it frees the week.
                at = comes
                continue
            assert isinstance(at, tuple)
            before = self.stands.get(comes)
            if before is not None:
                self._in_cell[before].discard(comes)
                self._in_week[before[0]] -= 1
            self.stands[comes] = at
            self._in_cell[at].add(comes)
            self._in_week[at[0]] += 1
            if comes not in came:
                return
            at = came[comes]
