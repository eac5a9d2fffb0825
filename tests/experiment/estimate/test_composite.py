# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""One index of several outcomes."""

from __future__ import annotations

import numpy as np
import pytest

from werkzaam.core.errors import InputError
from werkzaam.experiment.estimate.composite import index


def people(n: int = 400) -> tuple[np.ndarray, np.ndarray]:
    generator = np.random.default_rng(1)
    arm, level = np.arange(n) % 2, generator.normal(0, 1, n)
    first = level + generator.normal(0, 1, n) + 0.3 * arm
    stress = -level + generator.normal(0, 1, n) - 0.3 * arm
    return np.column_stack([10 * first + 5, stress, generator.normal(0, 1, n)]), arm


def test_the_unit_and_the_direction_of_an_outcome_do_not_matter() -> None:
    outcomes, arm = people()
    found = index(outcomes, (1, -1, 1), arm)
    turned = index(outcomes * [0.1, -3, 1] + [2, 0, 7], (1, 1, 1), arm)
    assert found.values == pytest.approx(turned.values)
    assert found.weights.sum() == pytest.approx(1)
    assert found.values[arm == 0].mean() == pytest.approx(0, abs=1e-12)
    assert found.values[arm == 1].mean() > 0.15


def test_outcomes_that_say_the_same_share_their_weight() -> None:
    generator = np.random.default_rng(2)
    own, other = generator.normal(0, 1, (2, 500))
    twice = np.column_stack([own + 0.1 * generator.normal(0, 1, (3, 500))[at] for at in range(2)] + [other])
    weights = index(twice, (1, 1, 1), np.arange(500) % 2).weights
    assert weights[0] + weights[1] == pytest.approx(weights[2], rel=0.15)


def test_a_missing_outcome_leaves_the_person_in() -> None:
    outcomes, arm = people()
    outcomes[3, 0] = outcomes[5] = np.nan
    found = index(outcomes, (1, -1, 1), arm)
    assert np.isfinite(found.values[3])
    assert np.isnan(found.values[5])
    assert found.observed.tolist() == [398, 399, 399]
    known = index(outcomes, (1, -1, 1), arm)
    assert known.values[3] == pytest.approx(found.values[3])


@pytest.mark.parametrize(
    ("change", "better", "match"),
    [
        (lambda found: found, (1, -1), "direction"),
        (lambda found: found, (1, -1, 0), "direction"),
        (lambda found: found[:, :1], (1,), "At least two outcomes"),
        (lambda found: np.column_stack([found[:, :2], np.ones(400)]), (1, -1, 1), "same for the whole control arm"),
        (lambda found: np.column_stack([found, found[:, 0] + found[:, 1]]), (1, 1, 1, 1), "follows from the others"),
        (lambda found: np.column_stack([found[:, :2], np.full(400, np.nan)]), (1, -1, 1), "two values of every outcome"),
        (lambda found: np.where(found > 20, np.inf, found), (1, -1, 1), "infinite"),
    ],
)
def test_what_makes_no_index_is_refused(change: object, better: tuple[int, ...], match: str) -> None:
    outcomes, arm = people()
    with pytest.raises(InputError, match=match):
        index(change(outcomes), better, arm)  # type: ignore[operator]


def test_outcomes_that_are_never_known_together_make_no_index() -> None:
    outcomes, arm = people()
    outcomes[:200, 0] = outcomes[200:, 1] = np.nan
    with pytest.raises(InputError, match="seldom known together"):
        index(outcomes, (1, -1, 1), arm)
