# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Several waves of the same people in one regression."""

from __future__ import annotations

import numpy as np
import pytest

from werkzaam.core.errors import InputError
from werkzaam.experiment.estimate.least_squares import fit
from werkzaam.experiment.estimate.repeated import random_intercept


def waves(seed: int, between: float, n: int = 150) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Three waves; who is below the mean is seen less often later."""
    generator = np.random.default_rng(seed)
    level, arm = generator.normal(0, between, n), np.arange(n) % 2
    outcome = level[:, None] + 0.5 * arm[:, None] + generator.normal(0, 1, (n, 3))
    seen = np.ones((n, 3), bool)
    seen[:, 1] = outcome[:, 0] > -1
    seen[:, 2] = seen[:, 1] & (generator.random(n) < 0.8)
    person, wave = np.nonzero(seen)
    return outcome[person, wave], person, np.column_stack([np.ones(len(person)), arm[person], wave == 1, wave == 2]).astype(float)


def test_drop_out_that_was_seen_coming_does_no_harm() -> None:
    found = [random_intercept(*waves(seed, 1.0)) for seed in range(60)]
    assert np.mean([one.coefficients[1] for one in found]) == pytest.approx(0.5, abs=0.06)
    assert np.mean([one.coefficients[3] for one in found]) == pytest.approx(0, abs=0.06)
    assert np.mean([one.between for one in found]) == pytest.approx(1, abs=0.06)
    assert np.mean([one.within for one in found]) == pytest.approx(1, abs=0.04)
    assert np.std([one.coefficients[1] for one in found]) == pytest.approx(np.mean([one.errors[1] for one in found]), rel=0.3)


def test_people_who_do_not_differ_give_plain_least_squares() -> None:
    generator = np.random.default_rng(1)
    person, columns = np.repeat(np.arange(40), 3), np.column_stack([np.ones(120), generator.normal(0, 1, 120)])
    outcome = generator.normal(0, 1, 120)
    outcome = outcome - np.repeat(outcome.reshape(40, 3).mean(axis=1), 3)
    found = random_intercept(outcome, person, columns)
    assert found.between == pytest.approx(0, abs=1e-6)
    assert found.coefficients == pytest.approx(fit(columns, outcome).coefficients)


@pytest.mark.parametrize(
    ("change", "match"),
    [
        (lambda y, i, x: (y, np.arange(len(y)), x), "too few"),
        (lambda y, i, x: (y, np.zeros(len(y), int), x), "too few"),
        (lambda y, i, x: (y, i, np.column_stack([x, x[:, 1]])), "follows from those before"),
        (lambda y, i, x: (np.where(y > 0, np.nan, y), i, x), "missing number"),
        (lambda y, i, x: (y[1:], i, x), "row for each person"),
    ],
)
def test_bad_input_is_refused(change: object, match: str) -> None:
    with pytest.raises(InputError, match=match):
        random_intercept(*change(*waves(1, 1.0)))  # type: ignore[operator]
