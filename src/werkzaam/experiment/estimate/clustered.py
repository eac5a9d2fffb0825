# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Differences between arms whose outcomes hang together: of one case manager, one team, one interviewer, one school.

With X the columns, B = (X'X)^-1, and for cluster j its rows X_j and residuals e_j, the covariance is (Bell and McCaffrey's CR2)

    B (sum of X_j' A_j e_j e_j' A_j X_j) B      with A_j = (I - X_j B X_j')^-1/2

It is unbiased when outcomes are independent and equally variable, also with few clusters. For the coefficient c, with
v_j = A_j X_j B c, u_j = X_j' v_j and R'R = X'X, the degrees of freedom are Satterthwaite's

    (sum of v_j'v_j - u_j'B u_j)^2 / sum of all squares of the matrix P,     P_jk = [j = k] v_j'v_j - u_j'B u_k

of which the last sum is a square of k x k, so that time and memory grow with the people and not with the square of the clusters.

Sources: Bell and McCaffrey (2002), Pustejovsky and Tipton (2018), Tipton (2015) for how few is too few. The same numbers as
`clubSandwich::coef_test` and `estimatr::lm_robust` in R (tests/parity).
"""

from __future__ import annotations

import numpy as np
from scipy.linalg import solve_triangular

from werkzaam.core.errors import InputError
from werkzaam.experiment.estimate.covariates import complete
from werkzaam.experiment.estimate.estimate import Estimate, Remark, observed
from werkzaam.experiment.estimate.least_squares import DETERMINED, Fit, fit, independent
from werkzaam.experiment.panel import Floats, Ints

FEWEST_DEGREES = 4.0
"""Below this many degrees of freedom a test with CR2 finds too much at the level of 5% (Tipton 2015)."""


def clustered(
    outcome: Floats, arm: Ints, cluster: Ints, covariates: Floats | None = None, arms: tuple[int, int] = (1, 0)
) -> Estimate:
    """The first of two arms less the second, from the regression on arm and covariates, with CR2 and Satterthwaite's freedom.

    outcome, arm, cluster (n,) and covariates (n, k); a cluster of -1 is a person on their own, such as somebody of an arm without
    case managers. Covariates that others determine are left out. Raises InputError where there is but one cluster.
    """
    taken = observed(outcome, arm, cluster) & np.isin(arm, arms)
    values, first = outcome[taken], (arm[taken] == arms[0]).astype(np.float64)
    if not 0 < first.sum() < len(first):
        raise InputError(f"A comparison needs people with an outcome in arms {arms[0]} and {arms[1]}; one of them has nobody.")
    design = np.column_stack([np.ones(len(values)), first])
    if covariates is not None:
        design = np.column_stack([design, complete(covariates[taken])])
        design = design[:, independent(design)]
    return coefficient(design, values, cluster[taken], 1)


def coefficient(columns: Floats, outcome: Floats, cluster: Ints, at: int) -> Estimate:
    """One coefficient of a regression (n, k), with CR2 and Satterthwaite's degrees of freedom; its n are 1 and 0 of that column.

    Raises InputError where there is but one cluster, and where the coefficient is determined by a single cluster.
    """
    parts = _clusters(cluster)
    if len(parts) < 2:
        raise InputError(
            f"An error that allows for clusters needs two of them; found {len(parts)} with {len(outcome)} people. Compare "
            "without clusters and say that the effect cannot be told from that of this one case manager, team or place."
        )
    fitted = fit(columns, outcome)
    direction = solve_triangular(fitted.triangle, np.eye(columns.shape[1])[at], trans="T")  # Bc as a combination of Q.
    scores, own, shared = _by_cluster(fitted, parts, direction)
    overlap = np.einsum("ij,ij->i", shared, shared)
    length = float((own - overlap).sum())
    if length <= DETERMINED * float(direction @ direction):
        raise InputError(f"Each cluster has its own value in column {at}, so its coefficient has no error. Use fewer covariates.")
    squares = float((own**2 - 2 * own * overlap).sum() + ((shared.T @ shared) ** 2).sum())
    freedom, ones = length**2 / squares, int(np.sum(columns[:, at] != 0))
    return Estimate(
        float(fitted.coefficients[at]),
        float(np.sqrt(scores @ scores)),
        freedom,
        (ones, len(outcome) - ones),
        f"regression, CR2 over {len(parts)} clusters",
        (Remark.FEW_CLUSTERS,) if freedom < FEWEST_DEGREES else (),
    )


def _by_cluster(fitted: Fit, parts: list[Ints], direction: Floats) -> tuple[Floats, Floats, Floats]:
    """For each cluster v_j'e_j (clusters,), v_j'v_j (clusters,) and u_j as a combination of Q (clusters, k)."""
    adjustments = [_adjustment(fitted.basis[rows], direction) for rows in parts]
    scores = np.array([along @ fitted.residuals[rows] for rows, along in zip(parts, adjustments, strict=True)])
    own = np.array([along @ along for along in adjustments])
    shared = np.array([along @ fitted.basis[rows] for rows, along in zip(parts, adjustments, strict=True)])
    return scores, own, shared


def _clusters(cluster: Ints) -> list[Ints]:
    """The rows of each cluster; everybody of -1 is one."""
    named, lonely = np.flatnonzero(cluster >= 0), np.flatnonzero(cluster < 0)
    order = named[np.argsort(cluster[named], kind="stable")]
    ends = np.flatnonzero(np.diff(cluster[order])) + 1
    return [rows for rows in np.split(order, ends) if len(rows)] + list(lonely[:, None])


def _adjustment(basis: Floats, direction: Floats) -> Floats:
    """v_j = A_j X_j B c of one cluster, of which `basis` are the rows of Q.

    I - Q_j Q_j' has the eigenvalue 1 outside of the columns of Q_j, and 1 - s^2 along its left singular vectors. Where that is 0
    the cluster alone determines a combination of coefficients, and A_j takes the generalised inverse, as clubSandwich does.
    """
    left, sizes, _ = np.linalg.svd(basis, full_matrices=False)
    free = 1 - sizes**2
    factors = np.where(free > DETERMINED, 1 / np.sqrt(np.where(free > DETERMINED, free, 1)), 0)
    plain = basis @ direction
    adjusted: Floats = plain + left @ ((factors - 1) * (left.T @ plain))
    return adjusted
