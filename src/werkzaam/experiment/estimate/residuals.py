# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What strata and covariates leave of outcomes: numbers of a person that no draw changes."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations_with_replacement

import numpy as np

from werkzaam.core.errors import InputError
from werkzaam.experiment.estimate.covariates import complete
from werkzaam.experiment.estimate.least_squares import decomposed, independent
from werkzaam.experiment.panel import Floats, Ints, Truths


@dataclass(frozen=True, slots=True)
class Residuals:
    """Columns whose sums per arm make a statistic: who counts, residuals, and their products.

    columns   (n, c), 0 for whoever has no outcome
    patterns  (m,) for each outcome the column that says who counts
    """

    columns: Floats
    patterns: Ints
    pairs: tuple[tuple[int, int], ...]

    def count(self, outcome: int) -> int:
        """The column that is 1 for whoever counts in an outcome."""
        return int(self.patterns[outcome])

    def value(self, outcome: int) -> int:
        """The column of an outcome's residuals."""
        return int(self.patterns.max()) + 1 + outcome

    def product(self, one: int, other: int) -> int:
        """The column of the products of two outcomes' residuals, or of the squares of one."""
        return self.value(len(self.patterns)) + self.pairs.index((one, other))


def residuals(outcomes: Floats, strata: Ints, covariates: Floats | None = None, *, products: bool = False) -> Residuals:
    """What the mean of the stratum and the covariates within it leave of outcomes (n, m; NaN where not observed).

    People who are the only one of their stratum with an outcome tell nothing and do not count. With `products` there are products
    of every two outcomes, otherwise squares alone. Outcomes that the same people have share their column of who counts.
    """
    if outcomes.ndim != 2 or len(strata) != len(outcomes) or (covariates is not None and len(covariates) != len(outcomes)):
        raise InputError(f"Outcomes, strata and covariates need a row for each person; found outcomes of shape {outcomes.shape}.")
    if np.isinf(outcomes).any():
        raise InputError("An outcome is infinite. Give NaN for what was not observed, and a number for the rest.")
    _, within = np.unique(strata, return_inverse=True)
    counts, patterns = _patterns(_counting(outcomes, within))
    values = np.zeros_like(outcomes)
    for at in range(counts.shape[1]):
        rows, these = np.flatnonzero(counts[:, at]), np.flatnonzero(patterns == at)
        if rows.size:
            explaining = None if covariates is None else complete(covariates[rows])
            values[np.ix_(rows, these)] = _unexplained(outcomes[np.ix_(rows, these)], within[rows], explaining)
    every = range(outcomes.shape[1])
    pairs = tuple(combinations_with_replacement(every, 2)) if products else tuple((at, at) for at in every)
    multiplied = [values[:, one] * values[:, other] for one, other in pairs]
    return Residuals(np.column_stack([counts, values, *multiplied]), patterns, pairs)


def _counting(outcomes: Floats, strata: Ints) -> Truths:
    """Who has an outcome, with somebody else of the stratum who has it too: (n, m)."""
    there = ~np.isnan(outcomes)
    for at in range(outcomes.shape[1]):
        there[:, at] &= (np.bincount(strata, there[:, at]) > 1)[strata]
    return there


def _patterns(there: Truths) -> tuple[Truths, Ints]:
    """The different columns, in the order in which they come, and which of them each column is."""
    places: dict[bytes, int] = {}
    which = [places.setdefault(column.tobytes(), len(places)) for column in there.T]
    firsts = [which.index(place) for place in range(len(places))]
    return there[:, firsts], np.array(which, np.int64)


def _unexplained(outcomes: Floats, strata: Ints, covariates: Floats | None) -> Floats:
    left = _less_means(outcomes, strata)
    if covariates is None or not covariates.shape[1]:
        return left
    explaining = _less_means(covariates, strata)
    # Of what is constant within strata, rounding leaves next to nothing; it explains nothing and is no direction to project on.
    explaining = explaining[:, np.linalg.norm(explaining, axis=0) > 1e-9 * np.linalg.norm(covariates, axis=0)]
    basis, _ = decomposed(explaining[:, independent(explaining)])
    found: Floats = left - basis @ (basis.T @ left)
    return found


def _less_means(columns: Floats, strata: Ints) -> Floats:
    sizes = np.maximum(np.bincount(strata), 1)
    sums = np.column_stack([np.bincount(strata, column) for column in columns.T])
    found: Floats = columns - (sums / sizes[:, None])[strata]
    return found
