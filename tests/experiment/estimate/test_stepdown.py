# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Step-down follows its definition, between doing nothing and Bonferroni, and keeps the order of the tests."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from werkzaam.core.errors import InputError
from werkzaam.experiment.estimate.permutation import p_value
from werkzaam.experiment.estimate.stepdown import discovery, holm, step_down


def statistics(seed: int, tests: int) -> tuple[np.ndarray, np.ndarray]:
    chance = np.random.default_rng(seed)
    shared = chance.normal(size=(300, 1))
    return chance.normal(size=tests) * 2, shared + chance.normal(size=(300, tests))


def by_definition(observed: np.ndarray, null: np.ndarray) -> np.ndarray:
    left, found, last = set(range(len(observed))), np.empty(len(observed)), 0.0
    for test in sorted(left, key=lambda one: -abs(observed[one])):
        reached = sum(max(abs(row[one]) for one in left) >= abs(observed[test]) for row in null)
        found[test] = last = max(last, (reached + 1) / (len(null) + 1))
        left.remove(test)
    return found


def test_step_down_is_its_definition() -> None:
    for seed in range(5):
        observed, null = statistics(seed, 6)
        assert step_down(observed, null) == pytest.approx(by_definition(observed, null))


@given(st.integers(0, 10_000), st.integers(1, 9))
def test_step_down_lies_between_nothing_and_bonferroni(seed: int, tests: int) -> None:
    observed, null = statistics(seed, tests)
    null = np.column_stack([np.roll(null[:, 0], 7 * test) for test in range(tests)])  # Each test has the same redraws.
    plain, found = p_value(observed, null), step_down(observed, null)
    assert (found >= plain).all()
    assert (found <= np.minimum(plain * tests, 1) + 1e-12).all()
    order = np.argsort(-np.abs(observed))
    assert (np.diff(found[order]) >= 0).all()


def test_one_test_is_not_adjusted() -> None:
    observed, null = statistics(3, 1)
    assert step_down(observed, null) == pytest.approx(p_value(observed, null))


def test_tests_that_hang_together_cost_less_than_by_holm() -> None:
    chance = np.random.default_rng(1)
    null = np.repeat(chance.normal(size=(2000, 1)), 5, axis=1)
    observed = np.full(5, 2.1)
    assert step_down(observed, null) == pytest.approx(p_value(observed, null))
    assert holm(p_value(observed, null)).max() > 4 * step_down(observed, null).max()


@given(st.lists(st.floats(0, 1), min_size=1, max_size=12))
def test_holm_is_never_below_discovery_or_p(values: list[float]) -> None:
    p = np.array(values)
    assert (p <= discovery(p) + 1e-12).all()
    assert (discovery(p) <= holm(p) + 1e-12).all()
    assert (holm(p) <= 1).all()


def test_what_is_no_list_of_p_values_is_refused() -> None:
    for p in (np.array([0.1, np.nan]), np.array([1.2]), np.array([[0.1]])):
        with pytest.raises(InputError, match="from 0 to 1"):
            holm(p)
        with pytest.raises(InputError, match="from 0 to 1"):
            discovery(p)


def test_a_missing_statistic_is_refused() -> None:
    observed, null = statistics(3, 2)
    null[7, 1] = np.nan
    with pytest.raises(InputError, match="none may be missing"):
        step_down(observed, null)
    with pytest.raises(InputError, match=r"found \(2,\) observed, \(300, 1\) redrawn"):
        step_down(observed, null[:, :1])
