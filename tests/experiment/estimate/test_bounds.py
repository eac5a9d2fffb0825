# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Between which values a difference lies."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from werkzaam.core.errors import InputError
from werkzaam.experiment.estimate.bounds import interval, lee, manski


def rng() -> np.random.Generator:
    return np.random.default_rng(0)


def people(seed: int, n: int = 600, more: float = 0.15) -> tuple[np.ndarray, np.ndarray, np.ndarray, float]:
    """An arm that makes more people answer; the cell says how likely that is; and the true difference for who always answers."""
    generator = np.random.default_rng(seed)
    arm, cell, luck = np.arange(n) % 2, generator.integers(0, 3, n), generator.random(n)
    answers = [luck < 0.55 + 0.05 * cell + more * one for one in (0, 1)]
    y = [generator.normal(0.5 * cell, 1), None]
    y[1] = y[0] + 0.3
    seen = np.where(np.where(arm == 1, answers[1], answers[0]), np.where(arm == 1, y[1], y[0]), np.nan)
    return seen, arm, cell, 0.3


def test_the_cut_is_that_of_trying_every_choice() -> None:
    """With whole people to cut, the bounds are the smallest and largest mean over all ways to cut so many."""
    treated, control = [3.0, 1.0, 7.0, 4.0, 4.0, 9.0], [2.0, 5.0, 3.0, np.nan, np.nan, np.nan]
    found = lee(np.array([*treated, *control]), np.repeat([1, 0], 6), rng(), redraws=200)
    means = [np.mean(kept) for kept in combinations(treated, 3)]
    assert found.cut == 0.5
    assert (found.low, found.high) == (pytest.approx(min(means) - 10 / 3), pytest.approx(max(means) - 10 / 3))
    assert found.answered == (1.0, 0.5)
    assert found.n == (6, 6)


def test_a_person_on_the_edge_counts_in_part() -> None:
    """Two fifths of seven people are 2.8: the third from an end counts for 0.2."""
    outcome, arm = np.array([1.0, 2, 3, 4, 5, 6, 7, 1, 1, 1, np.nan, np.nan]), np.repeat([1, 0], [7, 5])
    found = lee(outcome, arm, rng(), redraws=200)
    assert (found.low, found.high) == (
        pytest.approx((0.2 * 5 + 4 + 3 + 2 + 1) / 4.2 - 1),
        pytest.approx((0.2 * 3 + 4 + 5 + 6 + 7) / 4.2 - 1),
    )


def test_a_cell_counts_for_those_of_it_who_would_always_answer() -> None:
    """Effects of 1 and 3, in cells of 40 who all answer and of 40 of whom half do: weights 2 to 1."""
    cell, arm = np.repeat([0, 1], 40), np.arange(80) % 2
    outcome = np.where(cell == 0, 1.0, 3.0) * arm + cell
    outcome[(cell == 1) & (np.arange(80) % 4 < 2)] = np.nan
    found = lee(outcome, arm, rng(), cells=cell, redraws=50)
    assert found.low == pytest.approx(found.high) == pytest.approx((2 * 1 + 1 * 3) / 3)


@given(st.integers(0, 10_000))
def test_bounds_turn_round_with_the_arms_and_move_with_the_outcome(seed: int) -> None:
    seen, arm, _, _ = people(seed, 60)
    found, other = (lee(seen, arm, rng(), arms=arms, redraws=2) for arms in ((1, 0), (0, 1)))
    assert (found.low, found.high) == (pytest.approx(-other.high), pytest.approx(-other.low))
    moved = lee(2 * seen + 5, arm, rng(), redraws=2)
    assert (moved.low, moved.high) == (pytest.approx(2 * found.low), pytest.approx(2 * found.high))
    plain = np.nanmean(seen[arm == 1]) - np.nanmean(seen[arm == 0])
    assert found.low - 1e-9 <= plain <= found.high + 1e-9


def test_yes_or_no_is_no_wider_than_twice_the_cut_and_within_manski() -> None:
    for seed in range(20):
        seen, arm, _, _ = people(seed)
        asked = np.where(np.isnan(seen), np.nan, seen > 0.5)
        found, widest = lee(asked, arm, rng(), redraws=2), manski(asked, arm)
        assert found.high - found.low <= 2 * found.cut + 1e-12
        assert widest.low <= found.low + 1e-12
        assert widest.high >= found.high - 1e-12
        missing = 2 - sum(widest.answered)
        assert widest.high - widest.low == pytest.approx(missing)


def test_without_drop_out_there_is_one_number() -> None:
    seen, arm, _, _ = people(1, more=0)
    full = np.where(np.isnan(seen), 0.0, seen)
    found = lee(full, arm, rng())
    assert found.low == pytest.approx(found.high) == pytest.approx(full[arm == 1].mean() - full[arm == 0].mean())
    both = manski((full > 0).astype(float), arm)
    assert both.low == pytest.approx(both.high)
    assert both.interval[1] - both.interval[0] == pytest.approx(2 * 1.96 * both.errors[0], rel=1e-3)


def test_cells_tighten_and_the_interval_holds_the_truth() -> None:
    wide, tight, covered, covered_cells = [], [], [], []
    for seed in range(30):
        seen, arm, cell, truth = people(seed, 500)
        found, finer = lee(seen, arm, rng(), redraws=50), lee(seen, arm, rng(), cells=cell, redraws=50)
        wide.append(found.high - found.low)
        tight.append(finer.high - finer.low)
        covered.append(found.interval[0] <= truth <= found.interval[1])
        covered_cells.append(finer.interval[0] <= truth <= finer.interval[1])
    assert np.mean(tight) < np.mean(wide)
    assert min(np.mean(covered), np.mean(covered_cells)) > 0.9


def test_the_interval_of_imbens_and_manski_lies_between_one_and_two_sided() -> None:
    assert interval(0, 0, (1, 1), 0.95) == (pytest.approx(-1.96, abs=1e-3), pytest.approx(1.96, abs=1e-3))
    assert interval(0, 100, (1, 1), 0.95) == (pytest.approx(-1.645, abs=1e-3), pytest.approx(101.645, abs=1e-3))
    assert interval(1, 2, (0, 0), 0.95) == (1, 2)


@pytest.mark.parametrize(
    ("call", "match"),
    [
        (lambda: lee(np.ones(6), np.array([1, 1, 1, 0, 0, 0]), rng()), "no difference to put bounds on"),
        (lambda: lee(np.array([1, 2, np.nan, np.nan]), np.array([1, 1, 0, 0]), rng()), "nobody answered"),
        (lambda: lee(np.array([1.0, 2]), np.array([1, 1]), rng()), "0 people"),
        (lambda: lee(np.array([np.nan, np.nan]), np.array([1, 0]), rng()), "Nobody in these arms"),
        (lambda: lee(np.array([1, np.inf]), np.array([1, 0]), rng()), "Nobody in these arms"),
        (lambda: lee(np.ones(3), np.ones(2, int), rng()), "row for each person"),
        (lambda: lee(np.arange(4.0), np.array([1, 1, 0, 0]), rng(), cells=np.array([0, 1, 0, 0])), "In cell 1"),
        (lambda: manski(np.array([0.0, 2.0]), np.array([1, 0])), r"between 0\.0 and 1\.0"),
        (lambda: manski(np.array([0.0, 1.0]), np.array([1, 0])), "two people per arm"),
        (lambda: interval(0, 1, (1, 1), 95), "between 0 and 1"),
    ],
)
def test_bad_input_is_refused(call: object, match: str) -> None:
    with pytest.raises(InputError, match=match):
        call()  # type: ignore[operator]
