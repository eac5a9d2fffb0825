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
    direction = solve_triangular(fitted.triangle, np.eye(columns.shape[1])[at], trans="T")  # X B c = Q direction.
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
    """For each cluster v_j'e_j (clusters,), v_j'v_j (clusters,) and R^-1' u_j (clusters, k).

    As Q_j Q_j' and Q_j'Q_j have the same eigenvalues, v_j = Q_j w for a w of k numbers, so that Q_j'Q_j and Q_j'e_j are all that
    must be known of a cluster.
    """
    found = []
    for rows in parts:
        basis = fitted.basis[rows]
        inner = basis.T @ basis
        weights = _weights(inner, direction)
        shared = inner @ weights
        found.append((weights @ (basis.T @ fitted.residuals[rows]), weights @ shared, shared))
    scores, own, shares = zip(*found, strict=True)
    return np.array(scores), np.array(own), np.array(shares)


def _clusters(cluster: Ints) -> list[Ints]:
    """The rows of each cluster; everybody of -1 is one."""
    named, lonely = np.flatnonzero(cluster >= 0), np.flatnonzero(cluster < 0)
    order = named[np.argsort(cluster[named], kind="stable")]
    ends = np.flatnonzero(np.diff(cluster[order])) + 1
    return [rows for rows in np.split(order, ends) if len(rows)] + list(lonely[:, None])


def _weights(inner: Floats, direction: Floats) -> Floats:
    """w of v_j = A_j Q_j direction = Q_j w, for a cluster with `inner` Q_j'Q_j.

    With l an eigenvalue of `inner` and r the root of 1 - l, A_j multiplies by 1 / r along its vector: it adds l / (r (1 + r)) of
    what lies there. Where l is 1 the cluster alone determines a combination of coefficients, and A_j takes the generalised
    inverse, as clubSandwich does: it takes that part away.
    """
    values, vectors = np.linalg.eigh(inner)
    root = np.sqrt(np.clip(1 - values, 0, None))
    free = 1 - values > DETERMINED
    gain = np.where(free, 1 / np.where(free, root * (1 + root), 1), -1)
    found: Floats = direction + vectors @ (gain * (vectors.T @ (inner @ direction)))
    return found
