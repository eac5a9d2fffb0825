# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The additive regression falls apart exactly into an arm's own effects and those of others."""

from __future__ import annotations

import numpy as np
import pytest

from werkzaam.core.errors import InputError
from werkzaam.experiment.estimate.contamination import contamination
from werkzaam.experiment.estimate.covariates import indicators
from werkzaam.experiment.estimate.least_squares import fit
from werkzaam.experiment.panel import Floats, Ints


def people(shares: dict[int, list[float]], effects: dict[int, list[float]], n: int = 3000) -> tuple[Floats, Ints, Ints]:
    """Three strata of a thousand, with shares of arms and effects of arm 1 and 2 for each."""
    strata = np.arange(n) % 3
    arms = np.concatenate([np.repeat([0, 1, 2], (np.array(shares[s]) * n / 3).astype(int)) for s in range(3)])
    order = np.argsort(strata, kind="stable")
    arm = np.empty(n, np.int64)
    arm[order] = arms
    gain = np.array([[0, *effects[s]] for s in range(3)])[strata, arm]
    return gain + strata + np.random.default_rng(2).normal(size=n), arm, strata


EVEN = {stratum: [0.25, 0.25, 0.5] for stratum in range(3)}
UNEVEN = {0: [0.5, 0.25, 0.25], 1: [0.25, 0.5, 0.25], 2: [0.2, 0.2, 0.6]}
DIFFERENT = {0: [1.0, 5.0], 1: [1.0, -5.0], 2: [1.0, 0.0]}


def test_it_is_the_additive_regression() -> None:
    outcome, arm, strata = people(UNEVEN, DIFFERENT)
    design = np.column_stack([np.ones(len(arm)), arm == 1, arm == 2, indicators(strata)]).astype(float)
    found = contamination(outcome, arm, strata)
    assert [one.additive for one in found] == pytest.approx(fit(design, outcome).coefficients[1:3])
    assert [one.own + one.others for one in found] == pytest.approx([one.additive for one in found])


def test_an_arm_whose_effect_differs_contaminates_the_other() -> None:
    first, second = contamination(*people(UNEVEN, DIFFERENT))
    assert first.arm == 1
    assert first.average == pytest.approx(1, abs=0.15)
    assert abs(first.others) > 0.5
    assert first.own == pytest.approx(1, abs=0.15)
    assert abs(first.additive - 1) > 0.4
    assert abs(second.others) < 0.1


def test_equal_shares_in_every_stratum_do_not_contaminate() -> None:
    for one in contamination(*people(EVEN, DIFFERENT)):
        assert one.others == pytest.approx(0, abs=1e-10)
        assert one.own == pytest.approx(one.average, abs=1e-10)


def test_a_stratum_without_an_arm_is_refused() -> None:
    outcome, arm, strata = people(UNEVEN, DIFFERENT)
    with pytest.raises(InputError, match=r"Stratum 2 has nobody with an outcome in arm 1.*merge rule"):
        contamination(np.where((strata == 2) & (arm == 1), np.nan, outcome), arm, strata)
    with pytest.raises(InputError, match="people in arm 4 and in another"):
        contamination(outcome, arm, strata, against=4)
