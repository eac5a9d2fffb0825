# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Tables of counts: cells with all their margins, and the patterns of people that they are made of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product
from typing import TypeAlias

import numpy as np

from werkzaam.core.errors import InputError, UnknownName
from werkzaam.experiment.panel import Ints, Truths

Where: TypeAlias = tuple[tuple[str, str], ...]
"""A group of people: each variable with its level, in the order of their names; empty is everybody."""
UNKNOWN = "?"
"""The level of people for whom a variable is not known (code -1)."""
OR = "|"
"""Between levels that stand together in one cell; no level of a design has this sign in it."""


@dataclass(frozen=True, slots=True)
class Cell:
    """How many people are in a group."""

    where: Where
    count: int


@dataclass(frozen=True, slots=True)
class Table:
    """The counts of a cross table: the cells inside and every margin, down to the total."""

    id: str
    variables: tuple[str, ...]
    cells: tuple[Cell, ...]

    def inside(self) -> tuple[Cell, ...]:
        """The cells that have a level of every variable of the table."""
        wanted = set(self.variables)
        return tuple(cell for cell in self.cells if wanted <= {name for name, _ in cell.where})


@dataclass(frozen=True, slots=True)
class People:
    """Coded variables of people: for each the names of its levels and the index of everybody's, -1 where it is not known.

    Only variables with a list of levels exist here, so that free text cannot reach a table.
    """

    levels: Mapping[str, tuple[str, ...]]
    codes: Mapping[str, Ints]

    def __post_init__(self) -> None:
        if set(self.levels) != set(self.codes):
            raise InputError(f"Levels and codes are about other variables: {sorted(set(self.levels) ^ set(self.codes))}.")
        for name, codes in self.codes.items():
            if len(codes) and not (codes.min() >= -1 and codes.max() < len(self.levels[name])):
                raise InputError(f"A code of {name} is outside its {len(self.levels[name])} levels.")

    def all_levels(self, variable: str) -> tuple[str, ...]:
        """The levels of a variable, and the one for unknown when it occurs. Raises UnknownName."""
        if variable not in self.levels:
            raise UnknownName(f"There is no coded variable {variable}; free text and other columns are never released.")
        return (*self.levels[variable], *((UNKNOWN,) if (self.codes[variable] < 0).any() else ()))

    def within(self, where: Where) -> Truths:
        """Who is in a group; levels joined by OR are any of them. Raises UnknownName for what does not exist."""
        found = np.ones(len(next(iter(self.codes.values()))), dtype=bool)
        for variable, level in where:
            found &= np.isin(self.codes[variable], [self._code(variable, one) for one in level.split(OR)])
        return found

    def _code(self, variable: str, level: str) -> int:
        known = self.all_levels(variable)
        if level not in known:
            raise UnknownName(f"{variable} has no level {level}; it has {', '.join(known)}.")
        return -1 if level == UNKNOWN else self.levels[variable].index(level)


def group(*conditions: tuple[str, str]) -> Where:
    """A group in its one spelling. Raises InputError when a variable stands in it twice."""
    if len({name for name, _ in conditions}) < len(conditions):
        raise InputError(f"A variable stands twice in {conditions}.")
    return tuple(sorted(conditions))


def joined(id: str, people: People, other: str, variable: str, rows: Sequence[Sequence[str]]) -> Table:  # noqa: A002
    """Cross a variable with another of which some levels stand together: a count for each row of levels, and every margin.

    A row of levels that nobody has is no cell, as in `cross`; people of whom it is not known have a row of their own.
    """
    named = [OR.join(levels) for levels in rows] + ([UNKNOWN] if (people.codes[variable] < 0).any() else [])
    names = [name for name in named if people.within(((variable, name),)).any()]
    inside = [((other, one), (variable, name)) for one in people.all_levels(other) for name in names]
    wheres = [*inside, *(((variable, name),) for name in names), *(((other, one),) for one in people.all_levels(other)), ()]
    cells = (Cell(group(*where), int(people.within(where).sum())) for where in wheres)
    return Table(id, (other, variable), tuple(cells))


def cross(id: str, people: People, variables: Sequence[str], within: Where = ()) -> Table:  # noqa: A002
    """Cross variables for the people of a group: a count for each combination of levels and for every margin.

    A level that nobody of the group has is no cell: that everybody was interviewed at the start is no secret of anybody's.
    """
    cells, inside = [], people.within(within)
    had = {
        name: tuple(one for one in people.all_levels(name) if (people.within(((name, one),)) & inside).any())
        for name in variables
    }
    for size in range(len(variables), -1, -1):
        for kept in combinations(variables, size):
            for levels in product(*(had[name] for name in kept)):
                where = group(*within, *zip(kept, levels, strict=True))
                cells.append(Cell(where, int(people.within(where).sum())))
    return Table(id, tuple(variables), tuple(cells))


@dataclass(frozen=True, slots=True)
class Patterns:
    """The combinations of levels that a reader must reckon with: those that occur, and one for each empty cell.

    `codes` has a row for each pattern and a column for each variable; `counts` are the people of each.
    """

    people: People
    variables: tuple[str, ...]
    codes: Ints
    counts: Ints

    def members(self, where: Where) -> Truths:
        """Which patterns lie in a group."""
        only = People(
            {one: self.people.levels[one] for one in self.variables}, dict(zip(self.variables, self.codes.T, strict=True))
        )
        return only.within(where) if where else np.ones(len(self.codes), dtype=bool)


def patterns(people: People, cells: Iterable[Cell]) -> Patterns:
    """The patterns over all variables that the cells use."""
    cells = tuple(cells)
    variables = tuple(sorted({name for cell in cells for name, _ in cell.where}))
    if not variables:
        raise InputError("Only totals: there is nothing to protect in a table without variables.")
    found, counts = np.unique(np.column_stack([people.codes[one] for one in variables]), axis=0, return_counts=True)
    known = Patterns(people, variables, found.astype(np.int64), counts.astype(np.int64))
    empty = [cell.where for cell in cells if not known.members(cell.where).any()]
    if not empty:
        return known
    added = np.unique(np.concatenate([_near(known, where) for where in empty]), axis=0)
    return Patterns(people, variables, np.vstack([found, added]), np.concatenate([counts, np.zeros(len(added), np.int64)]))


def _near(known: Patterns, where: Where, most: int = 3) -> Ints:
    """Patterns that would fill an empty cell: some that occur, with the levels of the cell."""
    rows = known.codes[np.argsort(-known.counts, kind="stable")[:most]].copy()
    for variable, level in where:
        levels, first = known.people.levels[variable], level.split(OR)[0]
        rows[:, known.variables.index(variable)] = -1 if first == UNKNOWN else levels.index(first)
    return rows
