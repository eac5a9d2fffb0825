# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Whether the effects of things that differ between arms can be told apart: the rank of the columns that stand for them.

Each arm has a level of each factor. An effect is found on its own when its columns add as much to the rank of all others as there
are contrasts between its levels; exact, in fractions, because a rank by floats would depend on a tolerance.
Source: Rao (1973), Linear Statistical Inference and its Applications, 4a.2 (estimable functions).
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations

Rows = list[list[Fraction]]


@dataclass(frozen=True, slots=True)
class Rank:
    """How many contrasts an effect has, and how many of them the arms tell apart from all other effects."""

    about: str
    contrasts: int
    told_apart: int

    @property
    def identifiable(self) -> bool:
        """Whether every contrast is told apart, and there is one."""
        return 0 < self.contrasts == self.told_apart


def ranks(levels: Mapping[str, Sequence[Hashable]], *, together: bool = False) -> tuple[Rank, ...]:
    """The rank of each factor's main effect beside the others, and with `together` of each pair's interaction beside all of them.

    `levels` are the level of each arm, by factor, with the arms in one order.
    """
    arms = len(next(iter(levels.values())))
    columns = {name: _columns(given) for name, given in levels.items()}
    if together:
        for one, other in combinations(levels, 2):
            columns[f"{one} x {other}"] = [
                [a * b for a, b in zip(x, y, strict=True)] for x in columns[one] for y in columns[other]
            ]
    ones = [[Fraction(1)] * arms]
    found = []
    for name, own in columns.items():
        others = [column for other, theirs in columns.items() if other != name for column in theirs]
        found.append(Rank(name, len(own), rank_of(ones + others + own) - rank_of(ones + others)))
    return tuple(found)


def rank_of(rows: Sequence[Sequence[Fraction]]) -> int:
    """The rank of a matrix, by elimination."""
    left: Rows = [list(row) for row in rows]
    rank = 0
    for column in range(len(left[0]) if left else 0):
        pivot = next((at for at in range(rank, len(left)) if left[at][column]), None)
        if pivot is None:
            continue
        left[rank], left[pivot] = left[pivot], left[rank]
        for at in range(rank + 1, len(left)):
            times = left[at][column] / left[rank][column]
            left[at] = [one - times * other for one, other in zip(left[at], left[rank], strict=True)]
        rank += 1
    return rank


def _columns(given: Sequence[Hashable]) -> Rows:
    """A column for each level but the first: 1 for the arms that have it."""
    return [[Fraction(int(one == level)) for one in given] for level in list(dict.fromkeys(given))[1:]]
