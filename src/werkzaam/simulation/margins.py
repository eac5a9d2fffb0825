# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A joint table of whole people with exactly the margins of a published table; how characteristics go together is assumed.

Only margins are published (Table 2 of the final report). The associations between them are assumptions: whole numbers, multiplied
into a prior, which is raked to the margins (Deming and Stephan, 1940) and so keeps its odds ratios, and then rounded to whole
people. Nothing but multiplication, division and sums in a fixed order enters, so that the table is the same on every machine.
Origin is there for its margin only: no association has it, and nothing reads it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from werkzaam.core.errors import InputError
from werkzaam.simulation.assumption import Assumptions
from werkzaam.simulation.people import Ints

Floats = NDArray[np.float64]
LEVELS: Mapping[str, tuple[str, ...]] = {
    "work": ("no", "yes"),
    "duration": ("0-6_months", "7-12_months", "1-2_years", "2-3_years", "3-5_years", "5-10_years", "over_10_years"),
    "age": ("18-24", "25-34", "35-44", "45-54", "55-65"),
    "household": ("single", "single_parent", "couple", "couple_with_children"),
    "sex": ("woman", "man"),
    "education": ("none_or_primary", "vmbo", "mbo", "havo_vwo", "hbo_wo", "other"),
    "origin": ("netherlands", "suriname", "antilles", "turkey", "morocco", "other", "unknown"),
}
"""The row groups of Table 2 and their levels. The order is that in which people are rounded: what comes first is kept best."""
ASSOCIATIONS = (("household", "sex"), ("household", "age"), ("age", "duration"), ("duration", "work"), ("sex", "work"),
                ("education", "work"))  # fmt: skip
"""Which characteristics go together: `people.<one>_by_<other>` lists the odds, by level of the first and then of the second."""
COLUMNS = ("population", "participants")
SWEEPS, SWEEPS_BOUNDED, CLOSE = 500, 60, 1e-7
Margins = Mapping[str, Sequence[int]]


@dataclass(frozen=True)
class Joint:
    """How many people have each combination of levels (cells,), in the order of LEVELS, the last running fastest."""

    count: Ints
    ends: Ints

    def levels(self, places: Ints) -> dict[str, Ints]:
        """The level of each characteristic of the people in some places, which count from 0 through all cells."""
        cells = np.searchsorted(self.ends, places, side="right")
        found = np.unravel_index(cells, SHAPE)
        return {name: level.astype(np.int64) for name, level in zip(LEVELS, found, strict=True)}


SHAPE = tuple(len(levels) for levels in LEVELS.values())


def margins_of(given: Assumptions, column: str) -> dict[str, tuple[int, ...]]:
    """The shares per level of a column of Table 2, in thousandths; raises InputError for another column, MissingParameter.

    A level that is printed as 0 has `people.printed_zero` thousandths: below half a percent, but not nobody.
    """
    if column not in COLUMNS:
        raise InputError(f"Table 2 has the columns {' and '.join(COLUMNS)}; found {column!r}.")
    zero = given.number("people.printed_zero")
    return {name: tuple(10 * one or zero for one in given.numbers(f"people.{column}.{name}")) for name in LEVELS}


def whole(name: str, shares: Sequence[int], people: int) -> Ints:
    """Whole people per level by largest remainder, from shares of any size; raises InputError that names the margin."""
    if len(shares) == 0 or any(isinstance(one, bool) or one != int(one) for one in shares) or min(shares) < 0 or sum(shares) == 0:
        raise InputError(f"The margin {name!r} needs whole shares of 0 or more, not all 0; found {list(shares)}.")
    total = int(sum(shares))
    found = np.array([people * int(one) // total for one in shares], np.int64)
    left = [people * int(one) % total for one in shares]
    for place in sorted(range(len(shares)), key=lambda at: (-left[at], at))[: people - int(found.sum())]:
        found[place] += 1
    return found


def joint_of(people: int, margins: Margins, given: Assumptions) -> Joint:
    """The table of so many people with exactly these margins (shares per level of each of LEVELS).

    Raises InputError for a margin that lacks, has another number of levels, is negative, or cannot be met.
    """
    if isinstance(people, bool) or not isinstance(people, int) or people < 1:
        raise InputError(f"A population has at least one household; found {people!r}.")
    for name, levels in LEVELS.items():
        if len(margins.get(name, ())) != len(levels):
            found = list(margins.get(name, ()))
            raise InputError(f"The margin {name!r} has {len(levels)} levels ({', '.join(levels)}); found {found}.")
    odds = tuple(given.numbers(f"people.{one}_by_{other}") for one, other in ASSOCIATIONS)
    return _joint(people, tuple(tuple(margins[name]) for name in LEVELS), odds)


@lru_cache(maxsize=8)
def _joint(people: int, margins: tuple[tuple[int, ...], ...], odds: tuple[tuple[int, ...], ...]) -> Joint:
    targets = {name: whole(name, shares, people) for name, shares in zip(LEVELS, margins, strict=True)}
    codes = {name: code.ravel() for name, code in zip(LEVELS, np.indices(SHAPE), strict=True)}
    count = rounded(raked(prior(odds), codes, targets), targets)
    return Joint(count, np.cumsum(count))


def prior(odds: Sequence[Sequence[int]]) -> Floats:
    """The product (cells,) of the odds of all ASSOCIATIONS; raises InputError for one of another size or below zero."""
    found = np.ones(SHAPE)
    for (one, other), values in zip(ASSOCIATIONS, odds, strict=True):
        size = len(LEVELS[one]), len(LEVELS[other])
        if len(values) != size[0] * size[1] or min(values) < 0:
            raise InputError(f"people.{one}_by_{other} lists {size[0]} x {size[1]} odds of 0 or more; found {list(values)}.")
        table = np.array(values, np.float64).reshape(size)
        axes = list(LEVELS).index(one), list(LEVELS).index(other)
        table = table if axes[0] < axes[1] else table.T
        found = found * table.reshape([SHAPE[axis] if axis in axes else 1 for axis in range(len(SHAPE))])
    return found.ravel()


def together(one: str, other: str, people: int, margins: Margins, given: Assumptions) -> Floats:
    """How many of so many people are expected to have each level of one and of another (levels of one * levels of other,)."""
    many = 1_000_000
    table = joint_of(many, margins, given).count.reshape(SHAPE)
    axes = list(LEVELS).index(one), list(LEVELS).index(other)
    found = table.sum(axis=tuple(axis for axis in range(len(SHAPE)) if axis not in axes))
    return np.asarray(found if axes[0] < axes[1] else found.T, np.float64).ravel() * (people / many)


def raked(
    start: Floats, codes: Mapping[str, Ints], targets: Mapping[str, Ints] | Mapping[str, Floats], most: Ints | None = None
) -> Floats:
    """Weights (rows,) whose sums per level are the targets, with the odds ratios of `start`; none above `most` (rows,).

    Without `most`, raises InputError with the margin that cannot be met; with it, comes as near as can be.
    """
    found = start.copy()
    for _ in range(SWEEPS if most is None else SWEEPS_BOUNDED):
        off = {}
        for name, target in targets.items():
            sums = np.bincount(codes[name], weights=found, minlength=len(target))
            if most is None and bool(((sums <= 0) & (target > 0)).any()):
                level = int(np.argmax((sums <= 0) & (target > 0)))
                raise InputError(f"The margin {name!r} cannot be met: beside the other margins nobody can have level {level}.")
            off[name] = float(np.abs(sums - target).max())
            found *= np.divide(target, sums, out=np.zeros(len(target)), where=sums > 0)[codes[name]]
            if most is not None:
                np.minimum(found, most, out=found)
        if max(off.values()) <= CLOSE * max(1.0, float(found.sum())):
            return found
    if most is None:
        worst = max(off, key=lambda name: off[name])
        raise InputError(f"The margin {worst!r} cannot be met beside the others: it stays {off[worst]:.3f} people off; "
                         "change a margin, or an association with odds of 0.")  # fmt: skip
    return found


def rounded(expected: Floats, targets: Mapping[str, Ints]) -> Ints:
    """Whole people per cell, near what is expected, with exactly the targets; raises InputError with the margin that cannot be.

    Cells in order get their part of the running total, so that what runs slowest is kept best; then one person at a time moves
    from a level with too many to one with too few, there where it strays least from what is expected.
    """
    total = int(next(iter(targets.values())).sum())
    ends = np.floor(np.cumsum(expected) + 0.5).astype(np.int64)
    ends[-1] = total
    count = np.diff(np.minimum(ends, total), prepend=0).reshape(SHAPE)
    wanted = expected.reshape(SHAPE)
    for axis, (name, target) in enumerate(targets.items()):
        count_by, wanted_by = np.moveaxis(count, axis, 0), np.moveaxis(wanted, axis, 0)
        off = count_by.reshape(len(target), -1).sum(axis=1) - target
        while off.any():
            much, few = int(np.argmax(off)), int(np.argmin(off))
            _move(name, count_by, wanted_by, much, few)
            off[much] -= 1
            off[few] += 1
    return count.ravel()


def _move(name: str, count: Ints, wanted: Floats, much: int, few: int) -> None:
    """One person from a level to another, all else the same: changes `count`, of which the first axis is that of the margin."""
    gain = count[much] - wanted[much] - count[few] + wanted[few]
    gain = np.where((count[much] > 0) & (wanted[few] > 0), gain, -np.inf)
    best = tuple(int(one) for one in np.unravel_index(int(np.argmax(gain)), gain.shape))
    if np.isinf(gain[best]):
        raise InputError(f"The margin {name!r} cannot be met in whole people: nobody can go from level {much} to {few}.")
    count[(much, *best)] -= 1
    count[(few, *best)] += 1
