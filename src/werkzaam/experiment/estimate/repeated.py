# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Several waves of the same people in one regression, each person with a level of their own.

The outcome of person i at wave t is x_it b + u_i + e_it, with u_i and e_it normal. Who misses a wave stays in with the waves that
were seen; that is right when, given what was seen, missing does not depend on what was not (missing at random), which weights and
bounds do not ask in the same way. So it stands beside them. Maximum likelihood, with the ratio of the two variances as the only
number to search for.

Source: Laird and Ware (1982). The same numbers as `lme4::lmer(REML = FALSE)` in R (tests/parity).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.optimize import minimize_scalar

from werkzaam.core.errors import InputError
from werkzaam.experiment.estimate.least_squares import independent
from werkzaam.experiment.panel import Floats, Ints


@dataclass(frozen=True, slots=True)
class Repeated:
    """Coefficients (k,) with errors, the standard deviations between people and within a person, and how many there were."""

    coefficients: Floats
    errors: Floats
    between: float
    within: float
    people: int
    rows: int


def random_intercept(outcome: Floats, person: Ints, columns: Floats) -> Repeated:
    """The regression of rows (one per person and wave that was seen) on columns (rows, k), the constant among them.

    Raises InputError for missing numbers, a column that follows from others, and fewer rows than people and columns together:
    then nobody was seen often enough to tell a person's level from chance.
    """
    if columns.ndim != 2 or len(columns) != len(outcome) or len(person) != len(outcome):
        raise InputError("Outcome, person and columns need a row for each person and wave that was seen.")
    if not (np.isfinite(outcome).all() and np.isfinite(columns).all()):
        raise InputError("A row has a missing number; give the rows of the waves that were seen, and no others.")
    if len(independent(columns)) < columns.shape[1]:
        raise InputError("A column follows from those before it, so its coefficient has no value. Leave it out.")
    _, place, count = np.unique(person, return_inverse=True, return_counts=True)
    if len(count) < 2 or len(outcome) <= len(count) + columns.shape[1]:
        raise InputError(f"{len(outcome)} rows of {len(count)} people are too few to tell people's own levels from chance.")
    sums = np.asarray([np.bincount(place, column) for column in np.column_stack([columns, outcome]).T], np.float64).T
    found = minimize_scalar(lambda share: _solved(share, outcome, columns, sums, count)[0], bounds=(0, 1 - 1e-9),
                            method="bounded", options={"xatol": 1e-12})  # fmt: skip
    share = float(found.x) if found.fun < _solved(0.0, outcome, columns, sums, count)[0] else 0.0
    _, coefficients, inverse, variance = _solved(share, outcome, columns, sums, count)
    between = float(np.sqrt(variance * share / (1 - share)))
    errors = np.sqrt(variance * np.diagonal(inverse))
    return Repeated(coefficients, errors, between, float(np.sqrt(variance)), len(count), len(outcome))


def _solved(
    share: float, outcome: Floats, columns: Floats, sums: Floats, count: Ints
) -> tuple[float, Floats, Floats, float]:  # fmt: skip
    """Minus twice the logarithm of the likelihood, coefficients, their scaled covariance, and the variance within a person.

    `share` is the part of the variance that lies between people. The inverse of a person's covariance is I - c 1 1', with
    c = r / (1 + m r), r the ratio of the variances and m the rows of the person.
    """
    ratio = share / (1 - share)
    shrink = ratio / (1 + count * ratio)
    both = columns.T @ columns - (sums[:, :-1] * shrink[:, None]).T @ sums[:, :-1]
    aim = columns.T @ outcome - (sums[:, :-1] * shrink[:, None]).T @ sums[:, -1]
    coefficients = np.asarray(np.linalg.solve(both, aim), np.float64)
    left = float(outcome @ outcome - (shrink * sums[:, -1] ** 2).sum() - coefficients @ aim)
    variance = left / len(outcome)
    deviance = len(outcome) * np.log(variance) + np.log1p(count * ratio).sum()
    return float(deviance), coefficients, np.asarray(np.linalg.inv(both), np.float64), variance
