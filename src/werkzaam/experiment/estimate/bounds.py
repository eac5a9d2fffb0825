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
    low, high, cut = _cut(values, groups)
    drawn = np.array([_cut(values, _again(groups, generator))[:2] for _ in range(redraws)])
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


def _cut(values: Floats, groups: list[list[Ints]]) -> tuple[float, float, float]:
    """Both bounds, and the share that was cut, over the cells weighted by their people who would answer in either arm."""
    lows, highs, cuts, always = (np.empty(len(groups)) for _ in range(4))
    for at, (one, other) in enumerate(groups):
        seen = [values[side][np.isfinite(values[side])] for side in (one, other)]
        if not len(seen[0]) or not len(seen[1]):
            return np.nan, np.nan, np.nan
        shares = [len(found) / len(side) for found, side in zip(seen, (one, other), strict=True)]
        cuts[at] = 1 - min(shares) / max(shares)
        always[at] = (len(one) + len(other)) * min(shares)
        more = int(shares[1] > shares[0])
        ends = _trimmed(np.sort(seen[more]), cuts[at])
        rest = float(seen[1 - more].mean())
        lows[at], highs[at] = (ends[0] - rest, ends[1] - rest) if more == 0 else (rest - ends[1], rest - ends[0])
    weights = always / always.sum()
    return float(weights @ lows), float(weights @ highs), float(weights @ cuts)


def _trimmed(ordered: Floats, cut: float) -> tuple[float, float]:
    """The mean without the highest, and without the lowest share; a person on the edge counts in part, so ties do no harm."""
    away = cut * len(ordered)
    whole = int(np.floor(away + 1e-9))
    weights = np.ones(len(ordered))
    weights[:whole] = 0
    if whole < len(ordered):
        weights[whole] = min(1.0, 1 - (away - whole))
    return float(np.average(ordered, weights=weights[::-1])), float(np.average(ordered, weights=weights))


def _again(groups: list[list[Ints]], generator: np.random.Generator) -> list[list[Ints]]:
    return [[side[generator.integers(0, len(side), len(side))] for side in sides] for sides in groups]


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
