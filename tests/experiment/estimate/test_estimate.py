# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""An estimate gives its interval and its p-value, and cannot be made of nonsense."""

from __future__ import annotations

from math import inf

import numpy as np
import pytest

from werkzaam.core.errors import InputError
from werkzaam.experiment.estimate.estimate import Estimate, observed


def estimate(effect: float = 0.15, error: float = 0.05, freedom: float = inf) -> Estimate:
    return Estimate(effect, error, freedom, (171, 171), "made up")


def test_interval_and_p_of_the_normal_distribution() -> None:
    assert estimate().interval() == pytest.approx((0.15 - 1.959964 * 0.05, 0.15 + 1.959964 * 0.05), abs=1e-7)
    assert estimate().p == pytest.approx(0.0026998, abs=1e-7)


def test_few_degrees_of_freedom_make_the_interval_wider() -> None:
    assert estimate(freedom=4).interval(0.95)[1] == pytest.approx(0.15 + 2.776445 * 0.05, abs=1e-7)
    assert estimate(freedom=4).p == pytest.approx(0.0399420, abs=1e-6)
    assert estimate(freedom=4).interval(0.99)[0] < estimate(freedom=4).interval(0.95)[0]


def test_an_estimate_without_error_is_certain() -> None:
    assert estimate(effect=0, error=0).p == 1
    assert estimate(effect=-1, error=0).p == 0


@pytest.mark.parametrize(("error", "freedom"), [(-1, inf), (np.nan, inf), (1, 0), (1, np.nan)])
def test_an_error_below_zero_or_no_freedom_is_refused(error: float, freedom: float) -> None:
    with pytest.raises(InputError, match="degrees of freedom above 0"):
        estimate(error=error, freedom=freedom)


def test_a_level_is_a_share() -> None:
    with pytest.raises(InputError, match=r"such as 0\.95; found 95"):
        estimate().interval(95)


def test_people_without_outcome_or_arm_do_not_count() -> None:
    outcome, arm = np.array([1.0, np.nan, 0.0]), np.array([0, 1, -1])
    assert observed(outcome, arm).tolist() == [True, False, False]
    with pytest.raises(InputError, match=r"columns of \[2, 3\] rows"):
        observed(outcome, arm[:2])
    with pytest.raises(InputError, match="infinite"):
        observed(np.array([np.inf]), np.array([0]))
