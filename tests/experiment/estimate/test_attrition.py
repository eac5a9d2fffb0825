# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A difference with drop-out, in every way at once."""

from __future__ import annotations

import numpy as np
import pytest

from werkzaam.core.errors import InputError
from werkzaam.experiment.estimate.attrition import lost, with_drop_out
from werkzaam.experiment.estimate.weights import response_weights


def panel() -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Outcome (NaN for who left), arm, a characteristic, who stayed: in arm 1 those without work leave more."""
    generator = np.random.default_rng(1)
    arm, works = np.arange(4000) % 2, generator.integers(0, 2, 4000)
    outcome = (generator.random(4000) < 0.3 + 0.4 * works).astype(float)
    stays = generator.random(4000) < np.where((arm == 1) & (works == 0), 0.4, 0.8)
    return np.where(stays, outcome, np.nan), arm, works, stays


def test_all_ways_stand_side_by_side_and_each_says_what_it_says() -> None:
    outcome, arm, works, stays = panel()
    weights = response_weights(stays, np.column_stack([works, arm, works * arm]), arm)
    found = with_drop_out(outcome, weights, {"works": works}, np.random.default_rng(2), cells=works, redraws=40)
    assert found.complete.interval()[0] > 0  # There is no effect; the arm looks better for whom it lost.
    assert abs(found.weighted.effect) < found.complete.effect
    assert found.weighted.interval()[0] < 0 < found.weighted.interval()[1]
    assert found.off == ()
    assert found.manski is not None
    assert found.tightened is not None
    assert found.manski.low < found.lee.low < 0 < found.lee.high < found.manski.high
    assert found.effective < stays.sum()
    assert with_drop_out(outcome * 3, weights, {}, np.random.default_rng(2), redraws=20).manski is None


def test_what_each_arm_lost_is_counted_and_tested() -> None:
    _, arm, _, stays = panel()
    found = lost(stays, arm)
    assert found.asked == {0: 2000, 1: 2000}
    assert found.answered == {name: int(stays[arm == name].sum()) for name in (0, 1)}
    assert found.test is not None
    assert found.test.p < 0.001
    assert lost(np.ones(4000, bool), arm).test is None
    with pytest.raises(InputError, match="two arms or more"):
        lost(stays, np.zeros(4000, int))
