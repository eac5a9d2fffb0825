# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A regression says which column is one too many, and its leverages are those of the textbook."""

from __future__ import annotations

import numpy as np
import pytest

from werkzaam.core.errors import InputError
from werkzaam.experiment.estimate.least_squares import Robust, fit, independent, usable

X = np.column_stack([np.ones(6), [0.0, 1, 2, 3, 4, 6]])
Y = np.array([1.0, 2, 2, 4, 5, 5])


def test_leverages_and_weights_are_those_of_the_formula() -> None:
    w = np.array([1.0, 2, 1, 3, 1, 0.5])
    root = np.sqrt(w)[:, None] * X
    hat = root @ np.linalg.inv(root.T @ root) @ root.T
    found = fit(X, Y, w)
    assert found.leverages == pytest.approx(np.diag(hat))
    assert found.coefficients == pytest.approx(np.linalg.inv(X.T @ (w[:, None] * X)) @ X.T @ (w * Y))
    assert found.freedom == 4


def test_hc2_of_two_arms_is_neymans_variance() -> None:
    z = np.array([1.0, 1, 1, 0, 0, 0])
    found = fit(np.column_stack([np.ones(6), z]), Y)
    assert found.covariance(Robust.HC2)[1, 1] == pytest.approx(Y[:3].var(ddof=1) / 3 + Y[3:].var(ddof=1) / 3)


def test_a_redundant_column_is_named() -> None:
    with pytest.raises(InputError, match="before column 2 determine it"):
        fit(np.column_stack([X, X[:, 0] + 3 * X[:, 1], Y]), Y)


def test_a_column_of_zeros_is_redundant() -> None:
    with pytest.raises(InputError, match="before column 2"):
        fit(np.column_stack([X, np.zeros(6)]), Y)


@pytest.mark.parametrize(
    ("columns", "outcome", "weights", "said"),
    [
        (X[:2], Y[:2], None, "more than 2 people; found 2"),
        (X, np.where(Y == 4, np.nan, Y), None, "The outcome of a regression"),
        (np.where(X == 3, np.inf, X), Y, None, "The columns of a regression"),
        (X, Y, np.array([1.0, 1, 1, 0, 1, 1]), "above 0; found 0"),
        (X, Y[:5], None, "a row for each person; the columns have 6"),
    ],
)
def test_what_cannot_be_fitted_is_refused(columns: np.ndarray, outcome: np.ndarray, weights: np.ndarray, said: str) -> None:
    with pytest.raises(InputError, match=said):
        fit(columns, outcome, weights)


def test_somebody_alone_has_no_hc2() -> None:
    found = fit(np.column_stack([X, [0.0, 0, 0, 0, 0, 1]]), Y)
    assert found.covariance(Robust.HC1)[1, 1] > 0
    for kind in (Robust.HC2, Robust.HC3):
        with pytest.raises(InputError, match=r"row 5 \(one of 1\) alone determines a coefficient"):
            found.covariance(kind)


def test_the_columns_that_can_stay() -> None:
    columns = np.column_stack([np.zeros(6), X, 2 * X[:, 1] - 1, Y, X[:, 1] + Y])
    assert independent(columns).tolist() == [1, 2, 4]
    assert independent(np.eye(3)[:, [0, 1, 2]]).tolist() == [0, 1, 2]
    assert independent(np.ones((2, 5))).tolist() == [0]
    assert independent(columns * 1e-8).tolist() == [1, 2, 4]


def test_a_column_that_only_one_person_has_cannot_stay() -> None:
    assert usable(X).tolist() == [0, 1]
    assert usable(np.column_stack([X, [0.0, 0, 0, 0, 0, 1]])).tolist() == [0, 1]
    assert usable(np.column_stack([np.ones(6), [0.0, 0, 1, 0, 0, 0], X[:, 1]])).tolist() == [0, 2]
    assert usable(np.column_stack([X, X[:, 1], Y])).tolist() == [0, 1, 3]
    assert usable(np.column_stack([np.ones(3), np.eye(3)[:, 1:]])).tolist() == [0]
    assert usable(np.ones((1, 3))).tolist() == [0]
