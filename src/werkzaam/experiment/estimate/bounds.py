# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What drop-out can hide: between which values a difference lies when nothing, or little, is assumed about who is missing.

**Lee** assumes that the arm can only move people one way between answering and not. Then the arm in which more people answered
holds some who would not have answered in the other; cut as many from its lowest or its highest outcomes, and the difference for
those who would always answer lies between the two results. Within cells of a characteristic known before the draw the cut is
better aimed, so the bounds are tighter; there the direction may differ between cells.

**Manski** assumes nothing: everybody missing has the lowest possible outcome in one arm and the highest in the other.

The interval contains the true difference, not both bounds, with the stated confidence (Imbens and Manski). Errors of Lee's bounds
come from drawing people anew with replacement within arm and cell.

Sources: Lee (2009), Semenova (2025) for cells with directions of their own, Horowitz and Manski (2000), Imbens and Manski (2004).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.optimize import brentq
from scipy.stats import norm

from werkzaam.core.errors import InputError
from werkzaam.experiment.panel import Floats, Ints, Truths

_COUNTS = 100_000
"""How many counts of values are kept at once."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """Between which values a difference lies, and an interval that contains it.

    low, high          the bounds, first arm less second
    errors             their standard errors
    interval           with the confidence that was asked for
    answered           the share who answered in the first and in the second arm
    cut                the share that was cut from the arm in which more people answered; 0 for Manski
    n                  people drawn in the first and in the second arm
    """

    low: float
    high: float
    errors: tuple[float, float]
    interval: tuple[float, float]
    answered: tuple[float, float]
    cut: float
    n: tuple[int, int]
    method: str


def lee(
    outcome: Floats, arm: Ints, generator: np.random.Generator, *, cells: Ints | None = None, arms: tuple[int, int] = (1, 0),
    level: float = 0.95, redraws: int = 500,
) -> Bounds:  # fmt: skip
    """Lee's bounds for the difference of two arms among those who would answer in either (outcome NaN for who did not).

    cells   (n,) a characteristic known before the draw, such as the stratum, to tighten with
    Raises InputError for an arm or cell in which nobody was drawn or nobody answered, and for an outcome that is the same for
    all.
    """
    values, first, cell = _drawn(outcome, arm, cells, arms)
    groups = [[np.flatnonzero((cell == name) & (first == side)) for side in (True, False)] for name in np.unique(cell)]
    _check_groups(values, groups)
    sides = [[_Side(values[side]) for side in group] for group in groups]
    low, high, cut = map(float, _cut(sides, [[side.counted()[None].astype(float) for side in group] for group in sides])[0])
    drawn = _again(sides, generator, redraws)
    drawn = drawn[np.isfinite(drawn).all(axis=1)]
    if len(drawn) < 0.9 * redraws:
        raise InputError("In more than a tenth of the redraws a cell had nobody who answered in an arm; use fewer, larger cells.")
    errors = (float(drawn[:, 0].std(ddof=1)), float(drawn[:, 1].std(ddof=1)))
    method = "Lee bounds" if cells is None else f"Lee bounds within {len(groups)} cells"
    return Bounds(low, high, errors, interval(low, high, errors, level), _shares(values, first), cut, _people(first), method)


def manski(
    outcome: Floats, arm: Ints, *, lowest: float = 0.0, highest: float = 1.0, arms: tuple[int, int] = (1, 0), level: float = 0.95
) -> Bounds:  # fmt: skip
    """Bounds without any assumption, for an outcome between `lowest` and `highest`, such as yes or no (outcome NaN when missing).

    Raises InputError for an outcome outside of them, or an arm with fewer than two people.
    """
    values, first, _ = _drawn(outcome, arm, None, arms)
    if lowest >= highest or np.nanmin(values) < lowest or np.nanmax(values) > highest:
        raise InputError(
            f"Outcomes between {lowest} and {highest} were expected; found {np.nanmin(values)} to {np.nanmax(values)}."
        )
    if min(_people(first)) < 2:
        raise InputError(f"Bounds need two people per arm; found {_people(first)}.")
    found = [_extreme(values, first, low_first=side, ends=(lowest, highest)) for side in (True, False)]
    (low, low_error), (high, high_error) = found
    errors = (low_error, high_error)
    return Bounds(
        low, high, errors, interval(low, high, errors, level), _shares(values, first), 0.0, _people(first), "Manski bounds"
    )


def interval(low: float, high: float, errors: tuple[float, float], level: float) -> tuple[float, float]:
    """Imbens and Manski's interval: contains the difference, wherever between the bounds it lies, with the confidence `level`."""
    if not 0 < level < 1:
        raise InputError(f"An interval's level lies between 0 and 1, such as 0.95; found {level}.")
    largest = max(errors)
    if largest == 0:
        return low, high
    width = (high - low) / largest
    reach = brentq(lambda c: norm.cdf(c + width) - norm.cdf(-c) - level, 0, norm.ppf((1 + level) / 2) + 1e-6)
    return low - reach * errors[0], high + reach * errors[1]


class _Side:
    """One arm of one cell: its different values in order, and for each person which of them, or that there is none.

    Drawing people anew only counts values again, so nothing is sorted twice.
    """

    def __init__(self, found: Floats) -> None:
        """Sort the values of the people once."""
        answered = np.isfinite(found)
        self.people = len(found)
        self.values, order = np.unique(found[answered], return_inverse=True)
        self._which = np.full(self.people, len(self.values), np.int64)
        self._which[answered] = order

    def counted(self, generator: np.random.Generator | None = None) -> Ints:
        """How many have each value, of the people themselves or of as many drawn from them with replacement."""
        which = self._which if generator is None else self._which[generator.integers(0, self.people, self.people)]
        return np.bincount(which, minlength=len(self.values) + 1)[:-1]


def _again(cells: list[list[_Side]], generator: np.random.Generator, redraws: int) -> Floats:
    """Both bounds of each redraw, (redraws, 2); so many at a time that the counts of values stay small."""
    values = sum(len(side.values) for sides in cells for side in sides)
    at_once = max(1, _COUNTS // values)
    found = []
    for start in range(0, redraws, at_once):
        counts = [[np.empty((min(at_once, redraws - start), len(side.values))) for side in sides] for sides in cells]
        for row in range(len(counts[0][0])):
            for sides, counted in zip(cells, counts, strict=True):
                for side, one in zip(sides, counted, strict=True):
                    one[row] = side.counted(generator)
        found.append(_cut(cells, counts)[:, :2])
    return np.concatenate(found)


def _cut(cells: list[list[_Side]], counts: list[list[Floats]]) -> Floats:
    """Both bounds, and the share that was cut, of each draw, (draws, 3): over cells, weighted by who would answer in either arm.

    counts  of each cell and arm how many have each value, (draws, values); NaN for a draw in which a cell has nobody in an arm
    """
    parts = [_of_cell(sides, counted) for sides, counted in zip(cells, counts, strict=True)]
    always = np.array([one for _, one in parts])
    found: Floats = np.einsum("cd,cdk->dk", always / always.sum(axis=0), np.array([one for one, _ in parts]))
    return found


def _of_cell(sides: list[_Side], counted: list[Floats]) -> tuple[Floats, Floats]:
    """Bounds and share that was cut in one cell, (draws, 3), and its people who would answer in either arm, (draws,)."""
    seen = np.array([one.sum(axis=1) for one in counted])
    seen[:, (seen == 0).any(axis=0)] = np.nan
    shares = seen / [[side.people] for side in sides]
    cut = 1 - shares.min(axis=0) / shares.max(axis=0)
    first, other = (one @ side.values / total for one, side, total in zip(counted, sides, seen, strict=True))
    low_first, high_first = _trimmed(sides[0].values, counted[0], cut)
    low_other, high_other = _trimmed(sides[1].values, counted[1], cut)
    more = shares[1] > shares[0]
    low = np.where(more, first - high_other, low_first - other)
    high = np.where(more, first - low_other, high_first - other)
    return np.column_stack([low, high, cut]), (sides[0].people + sides[1].people) * shares.min(axis=0)


def _trimmed(ordered: Floats, counted: Floats, cut: Floats) -> tuple[Floats, Floats]:
    """The mean without the highest, and without the lowest share; a person on the edge counts in part, so ties do no harm."""
    until = counted.cumsum(axis=1)
    people = until[:, -1:]
    away = cut[:, None] * people
    kept = [np.clip(rest - away, 0, counted) for rest in (people - until + counted, until)]
    low, high = (one @ ordered / one.sum(axis=1) for one in kept)
    return low, high


def _drawn(outcome: Floats, arm: Ints, cells: Ints | None, arms: tuple[int, int]) -> tuple[Floats, Truths, Ints]:
    """Outcome, whether in the first arm, and cell of everybody in the two arms."""
    if len(outcome) != len(arm) or (cells is not None and len(cells) != len(arm)):
        raise InputError("Outcome, arm and cells need a row for each person.")
    inside = np.isin(arm, arms)
    found = outcome[inside]
    if not np.isfinite(found).any() or np.isinf(found).any():
        raise InputError("Nobody in these arms has an outcome that is a number; bounds need some who answered.")
    return found, arm[inside] == arms[0], np.zeros(len(found), np.int64) if cells is None else cells[inside]


def _check_groups(values: Floats, groups: list[list[Ints]]) -> None:
    for number, sides in enumerate(groups):
        for side in sides:
            if not np.isfinite(values[side]).any():
                raise InputError(
                    f"In cell {number} one arm has {len(side)} people, of whom nobody answered. Merge it with another."
                )
    seen = values[np.isfinite(values)]
    if (seen == seen[0]).all():
        raise InputError(f"Everybody who answered has the outcome {seen[0]:g}; there is no difference to put bounds on.")


def _extreme(values: Floats, first: Truths, *, low_first: bool, ends: tuple[float, float]) -> tuple[float, float]:
    """The difference and its error when the missing are as low (or high) as can be in the first arm, the reverse in the other."""
    fill = np.where(first == low_first, ends[0], ends[1])
    filled = np.where(np.isfinite(values), values, fill)
    sides = filled[first], filled[~first]
    error = np.sqrt(sum(side.var(ddof=1) / len(side) for side in sides))
    return float(sides[0].mean() - sides[1].mean()), float(error)


def _shares(values: Floats, first: Truths) -> tuple[float, float]:
    return float(np.isfinite(values[first]).mean()), float(np.isfinite(values[~first]).mean())


def _people(first: Truths) -> tuple[int, int]:
    return int(first.sum()), int((~first).sum())
