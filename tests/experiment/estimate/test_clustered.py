# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Errors that allow for clusters are those of the definition, and too few clusters are refused or remarked on."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.linalg import sqrtm

from werkzaam.core.errors import InputError
from werkzaam.experiment.estimate.blocked import difference
from werkzaam.experiment.estimate.clustered import clustered, coefficient
from werkzaam.experiment.estimate.estimate import Remark

CHANCE = np.random.default_rng(8)
CLUSTER = np.repeat(np.arange(9), [2, 3, 4, 5, 6, 7, 8, 9, 16])
ARM = (CHANCE.random(60) < 0.5).astype(np.int64)
COVARIATE = CHANCE.normal(size=60)
Y = COVARIATE + 0.3 * ARM + CHANCE.normal(size=9)[CLUSTER] + CHANCE.normal(size=60)


def by_definition(columns: np.ndarray, at: int) -> tuple[float, float]:
    """CR2's error and Satterthwaite's freedom with matrices of people by people, as the papers write them."""
    n, k = columns.shape
    bread = np.linalg.inv(columns.T @ columns)
    outside = np.eye(n) - columns @ bread @ columns.T
    left, meat, along = outside @ Y, np.zeros((k, k)), []
    for name in np.unique(CLUSTER):
        rows = np.flatnonzero(name == CLUSTER)
        adjust = np.real(np.linalg.inv(sqrtm(outside[np.ix_(rows, rows)])))
        score = columns[rows].T @ adjust @ left[rows]
        meat += np.outer(score, score)
        along.append(outside[:, rows] @ adjust @ columns[rows] @ bread[at])
    gram = np.array(along) @ np.array(along).T
    return float((bread @ meat @ bread)[at, at] ** 0.5), float(np.trace(gram) ** 2 / (gram**2).sum())


def test_error_and_freedom_are_those_of_the_definition() -> None:
    columns = np.column_stack([np.ones(60), ARM, COVARIATE])
    found = clustered(Y, ARM, CLUSTER, COVARIATE[:, None])
    assert (found.error, found.freedom) == pytest.approx(by_definition(columns, 1), rel=1e-9)
    other = coefficient(columns, Y, CLUSTER, 2)
    assert (other.error, other.freedom) == pytest.approx(by_definition(columns, 2), rel=1e-9)
    assert found.method == "regression, CR2 over 9 clusters"


def test_everybody_alone_gives_hc2() -> None:
    found = clustered(Y, ARM, np.full(60, -1))
    assert (found.effect, found.error) == pytest.approx((difference(Y, ARM).effect, difference(Y, ARM).error))


def test_clusters_make_the_error_larger_when_they_hang_together() -> None:
    whole = CLUSTER % 2
    assert clustered(Y, whole, CLUSTER).error > 1.5 * clustered(Y, whole, np.arange(60)).error


def test_one_cluster_is_refused() -> None:
    with pytest.raises(InputError, match="needs two of them; found 1 with 60 people"):
        clustered(Y, ARM, np.zeros(60, np.int64))


def test_few_clusters_are_remarked_on() -> None:
    assert clustered(Y, CLUSTER % 2, CLUSTER // 3).remarks == (Remark.FEW_CLUSTERS,)
    assert clustered(Y, ARM, CLUSTER).remarks == ()


def test_a_cluster_in_each_arm_has_no_error() -> None:
    with pytest.raises(InputError, match="its own value in column 1"):
        clustered(Y, ARM, ARM)


def test_an_arm_without_people_is_refused() -> None:
    with pytest.raises(InputError, match="in arms 2 and 0; one of them has nobody"):
        clustered(Y, ARM, CLUSTER, arms=(2, 0))


def test_missing_covariates_and_redundant_ones_take_nobody_out() -> None:
    gaps = COVARIATE.copy()
    gaps[::6] = np.nan
    found = clustered(Y, ARM, CLUSTER, np.column_stack([gaps, gaps, np.ones(60)]))
    assert sum(found.n) == 60
    alone = clustered(Y, ARM, CLUSTER, gaps[:, None])
    assert (found.effect, found.error, found.freedom) == pytest.approx((alone.effect, alone.error, alone.freedom))
