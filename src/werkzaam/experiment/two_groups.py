# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Two groups of different people, compared from their aggregates alone: shares by z or exactly, means by Welch's t.

Sources: Newcombe 1998 (method 10), Wilson 1927, Fisher 1935, Welch 1947.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

from scipy import stats

FEW = 5
"""People with or without the outcome, below which the normal distribution is not near enough."""


@dataclass(frozen=True, slots=True)
class Compared:
    """The first group less the second: difference, standard error, interval and p; `exact` by Fisher and Newcombe."""

    difference: float
    error: float
    low: float
    high: float
    p: float
    exact: bool = False


def compare_shares(a: float, b: float, n: tuple[int, int], level: float) -> Compared:
    """Two shares in percent with the interval of 1 - level; exact where fewer than `FEW` have the outcome, or have it not."""
    error = sqrt(a * (100 - a) / n[0] + b * (100 - b) / n[1])
    counts = [round(share / 100 * people) for share, people in zip((a, b), n, strict=True)]
    table = [[count, people - count] for count, people in zip(counts, n, strict=True)]
    if min(min(row) for row in table) < FEW:
        return Compared(a - b, error, *_newcombe(a, b, n, level), float(stats.fisher_exact(table).pvalue), exact=True)
    half = float(stats.norm.isf(level / 2)) * error
    return Compared(a - b, error, a - b - half, a - b + half, 2 * float(stats.norm.sf(abs(a - b) / error)))


def compare_means(a: float, b: float, n: tuple[int, int], spread: tuple[float, float], level: float) -> Compared:
    """Two means with their standard deviations, at least two people in each group and one of the deviations above 0."""
    parts = [deviation**2 / people for deviation, people in zip(spread, n, strict=True)]
    error = sqrt(sum(parts))
    freedom = sum(parts) ** 2 / sum(part**2 / (people - 1) for part, people in zip(parts, n, strict=True))
    half = float(stats.t.isf(level / 2, freedom)) * error
    return Compared(a - b, error, a - b - half, a - b + half, 2 * float(stats.t.sf(abs(a - b) / error, freedom)))


def _newcombe(a: float, b: float, n: tuple[int, int], level: float) -> tuple[float, float]:
    """Interval for a difference of shares, from Wilson's for each (Newcombe 1998, method 10)."""
    (low_a, high_a), (low_b, high_b) = (wilson(share, people, level) for share, people in zip((a, b), n, strict=True))
    low = a - b - sqrt((a - low_a) ** 2 + (high_b - b) ** 2)
    high = a - b + sqrt((high_a - a) ** 2 + (b - low_b) ** 2)
    return low, high


def wilson(share: float, people: int, level: float) -> tuple[float, float]:
    """The interval of 1 - level for a share in percent of so many people, in percent (Wilson 1927)."""
    z = float(stats.norm.isf(level / 2))
    part = share / 100
    middle = part + z * z / (2 * people)
    half = z * sqrt(part * (1 - part) / people + z * z / (4 * people**2))
    whole = 1 + z * z / people
    return 100 * (middle - half) / whole, 100 * (middle + half) / whole
