# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Weighted least squares with errors that allow every person their own variance.

With W the weights, X (n x k) the columns and h the leverages, the coefficients are (X'WX)^-1 X'Wy, and their covariance is
(X'WX)^-1 X' diag(d w^2 e^2) X (X'WX)^-1, where d is

    HC0   1
    HC1   n / (n - k)
    HC2   1 / (1 - h)       unbiased when all variances are equal; for two arms Neyman's own variance
    HC3   1 / (1 - h)^2     never too small on average, with few people too large

Sources: White (1980), MacKinnon and White (1985), Samii and Aronow (2012) for HC2 as Neyman's variance. The same numbers as
`estimatr::lm_robust` and `sandwich::vcovHC` in R (tests/parity).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import cached_property

import numpy as np
from scipy.linalg import qr, solve_triangular

from werkzaam.core.errors import InputError
from werkzaam.experiment.panel import Floats, Ints

DETERMINED = 1e-9
"""A column whose part that earlier columns do not explain is smaller than this share of it, adds nothing."""


class Robust(Enum):
    """Which robust variance: see the module."""

    HC0 = "HC0"
    HC1 = "HC1"
    HC2 = "HC2"
    HC3 = "HC3"


@dataclass(frozen=True)
class Fit:
    """A fitted regression of n people on k columns; rows are multiplied by the root of their weight.

    coefficients  (k,)
    basis         (n, k) orthonormal columns Q of the decomposition QR
    triangle      (k, k) its R
    residuals     (n,)
    """

    coefficients: Floats
    basis: Floats
    triangle: Floats
    residuals: Floats

    @property
    def freedom(self) -> int:
        """People less columns."""
        return len(self.residuals) - len(self.coefficients)

    @cached_property
    def leverages(self) -> Floats:
        """How far each person's own outcome determines their fitted value, from 0 to 1."""
        return _leverages(self.basis)

    def covariance(self, kind: Robust = Robust.HC2) -> Floats:
        """The covariance (k, k) of the coefficients; HC2 and HC3 refuse a person who alone determines a coefficient."""
        scores = self.basis * (self.residuals * np.sqrt(self._factors(kind)))[:, None]
        half = solve_triangular(self.triangle, scores.T @ scores)
        found: Floats = solve_triangular(self.triangle, half.T).T
        return found

    def _factors(self, kind: Robust) -> Floats:
        n = len(self.residuals)
        if kind is Robust.HC0:
            return np.ones(n)
        if kind is Robust.HC1:
            return np.full(n, n / self.freedom)
        left = 1 - self.leverages
        if (own := np.flatnonzero(left < DETERMINED)).size:
            raise InputError(
                f"{kind.value} compares everybody's outcome with somebody else's; row {own[0]} (one of {len(own)}) alone "
                "determines a coefficient. Leave out the column that only this person has, or merge it with another."
            )
        found: Floats = 1 / left if kind is Robust.HC2 else 1 / left**2
        return found


def fit(columns: Floats, outcome: Floats, weights: Floats | None = None) -> Fit:
    """The regression of an outcome (n,) on columns (n, k), with weights (n,) above 0 if there are any.

    Raises InputError on numbers that are missing, on fewer people than columns plus one, and on a column that the columns before
    it determine.
    """
    _check(columns, outcome, weights)
    root = np.ones(len(outcome)) if weights is None else np.sqrt(weights)
    scaled, aim = columns * root[:, None], outcome * root
    basis, triangle = decomposed(scaled)
    if (redundant := _redundant(scaled, triangle)).size:
        raise InputError(
            f"The columns before column {redundant[0]} determine it already ({len(redundant)} columns are redundant), "
            "so its coefficient has no value. Leave it out; `independent` says which columns can stay."
        )
    along = basis.T @ aim
    return Fit(solve_triangular(triangle, along), basis, triangle, aim - basis @ along)


def usable(columns: Floats) -> Ints:
    """The columns, by index, that add something to those before them, for more than one person; the first stays in any case.

    With these columns nobody's fitted value is their own outcome, so that HC2 has a value.
    """
    n, k = columns.shape
    if n > k:
        basis, triangle = decomposed(columns)
        if not _redundant(columns, triangle).size and _leverages(basis).max() < 1 - DETERMINED:
            return np.arange(k)
    kept = independent(columns)
    while len(kept) > 1 and (at := _alone(columns[:, kept])):
        kept = np.delete(kept, at)
    return kept


def independent(columns: Floats) -> Ints:
    """The columns, by index, that the columns before them do not determine; a column of zeros never is one."""
    n, k = columns.shape
    kept: list[int] = []
    basis = np.empty((n, min(n, k)), order="F")
    for at in range(k):
        column, before = columns[:, at], basis[:, : len(kept)]
        rest = column - before @ (before.T @ column)
        rest -= before @ (before.T @ rest)  # Once more: after one step, rounding leaves what looks independent.
        size = float(np.linalg.norm(rest))
        if size > DETERMINED * float(np.linalg.norm(column)) and len(kept) < n:
            basis[:, len(kept)] = rest / size
            kept.append(at)
    return np.array(kept, np.int64)


def _alone(columns: Floats) -> int:
    """A column that makes somebody's fitted value their own outcome, the last such; 0 when nobody's is, or it is the first.

    The columns are independent. When row i has leverage 1, some combination of columns is 1 in row i and 0 elsewhere.
    """
    basis, triangle = decomposed(columns)
    leverages = _leverages(basis)
    row = int(np.argmax(leverages))
    if leverages[row] < 1 - DETERMINED:
        return 0
    parts = np.abs(solve_triangular(triangle, basis[row])) * np.linalg.norm(columns, axis=0)
    return int(np.flatnonzero(parts > DETERMINED * parts.max())[-1])


def decomposed(columns: Floats) -> tuple[Floats, Floats]:
    """Q and R of columns, in the order of memory in which LAPACK need not copy them: three times as fast as NumPy's."""
    basis, triangle = qr(np.asfortranarray(columns), mode="economic", check_finite=False)
    return basis, triangle


def _leverages(basis: Floats) -> Floats:
    found: Floats = np.einsum("ij,ij->i", basis, basis)
    return found


def _redundant(scaled: Floats, triangle: Floats) -> Ints:
    """Columns of which nothing is left after those before them."""
    sizes = np.linalg.norm(scaled, axis=0)
    return np.flatnonzero(np.abs(np.diagonal(triangle)) <= DETERMINED * sizes)


def _check(columns: Floats, outcome: Floats, weights: Floats | None) -> None:
    n, k = columns.shape
    if len(outcome) != n or (weights is not None and len(weights) != n):
        raise InputError(f"Columns, outcome and weights need a row for each person; the columns have {n}.")
    if n <= k:
        raise InputError(f"A regression on {k} columns needs more than {k} people; found {n}. Use fewer covariates.")
    for name, found in (("columns", columns), ("outcome", outcome), ("weights", weights)):
        if found is not None and not np.isfinite(found).all():
            raise InputError(f"The {name} of a regression have missing or infinite numbers. Fill or leave out those rows first.")
    if weights is not None and weights.min() <= 0:
        raise InputError(f"Weights must be above 0; found {weights.min()}. Leave out whoever has no weight.")
