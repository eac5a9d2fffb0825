# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Lin's adjustment is the one big regression with all products, and leaves nobody out for a missing covariate."""

from __future__ import annotations

import numpy as np
import pytest

from werkzaam.core.errors import InputError
from werkzaam.experiment.estimate.adjusted import adjusted, ancova
from werkzaam.experiment.estimate.blocked import difference
from werkzaam.experiment.estimate.covariates import complete, indicators
from werkzaam.experiment.estimate.least_squares import Robust, fit
from werkzaam.experiment.panel import Floats, Ints

Sample = tuple[Floats, Ints, Floats]


def sample(n: int = 90) -> Sample:
    chance = np.random.default_rng(5)
    covariates = chance.normal(size=(n, 2))
    arm = chance.permutation(np.arange(n) % 3)
    return covariates @ [1, 2] + 0.5 * arm * covariates[:, 0] + chance.normal(size=n), arm, covariates


def test_it_is_the_regression_on_arms_covariates_and_products() -> None:
    outcome, arm, covariates = sample()
    found = adjusted(outcome, arm, covariates)
    centred, dummies = covariates - covariates.mean(axis=0), np.column_stack([arm == 1, arm == 2]).astype(float)
    products = [dummies[:, [at]] * centred for at in (0, 1)]
    whole = fit(np.column_stack([np.ones(len(arm)), dummies, centred, *products]), outcome)
    for kind in Robust:
        assert [estimate.effect for estimate in found.estimates(kind=kind)] == pytest.approx(whole.coefficients[1:3])
        assert found.covariance(kind=kind) == pytest.approx(whole.covariance(kind)[1:3, 1:3])
    assert found.freedom == whole.freedom == 90 - 9


def test_any_arm_can_be_the_one_that_others_are_compared_with() -> None:
    found = adjusted(*sample())
    assert found.difference(2, 1).effect == pytest.approx(found.estimates()[1].effect - found.estimates()[0].effect)
    assert [estimate.effect for estimate in found.estimates(against=2)] == [
        found.difference(0, 2).effect,
        found.difference(1, 2).effect,
    ]
    with pytest.raises(InputError, match="Arm 7 has no adjusted mean; found arms 0, 1, 2"):
        found.difference(7, 0)


def test_without_covariates_it_is_the_difference_in_means() -> None:
    outcome, arm, covariates = sample()
    found = adjusted(outcome, arm, covariates[:, :0]).difference(1, 0)
    plain = difference(outcome, arm)
    assert (found.effect, found.error) == (pytest.approx(plain.effect), pytest.approx(plain.error))


def test_a_missing_covariate_takes_nobody_out() -> None:
    outcome, arm, covariates = sample()
    covariates[::4, 0] = np.nan
    found = adjusted(outcome, arm, covariates)
    assert found.n == (30, 30, 30)
    assert len(found.covariates) == 3
    assert found.difference(1, 0).n == difference(outcome, arm).n


def test_filling_is_the_mean_with_an_indicator_per_pattern() -> None:
    columns = np.array([[1.0, np.nan, np.nan], [3.0, 4, 5], [np.nan, 6, 7]])
    assert complete(columns).tolist() == [[1, 5, 6, 0, 1], [3, 4, 5, 0, 0], [2, 6, 7, 1, 0]]
    with pytest.raises(InputError, match="Nobody has a value for covariate 1"):
        complete(np.array([[1.0, np.nan], [2.0, np.nan]]))


def test_levels_become_columns() -> None:
    assert indicators(np.array([2, 0, 5])).tolist() == [[1, 0], [0, 0], [0, 1]]
    assert np.isnan(indicators(np.array([-1, 0, 1]))).tolist() == [[True], [False], [False]]


def test_a_stratum_without_an_arm_is_left_out_as_a_covariate() -> None:
    outcome, arm, covariates = sample()
    strata = np.arange(90) // 30
    lost = np.where((strata == 2) & (arm == 1), np.nan, outcome)
    found = adjusted(lost, arm, np.column_stack([indicators(strata), covariates]))
    assert found.covariates.tolist() == [0, 2, 3]
    assert sum(found.n) == np.sum(~np.isnan(lost))


def test_what_only_one_person_of_an_arm_has_is_left_out() -> None:
    outcome, arm, covariates = sample()
    only = np.zeros(90)
    only[[np.flatnonzero(arm == 2)[0], *np.flatnonzero(arm == 0)[:5], *np.flatnonzero(arm == 1)[:5]]] = 1
    found = adjusted(outcome, arm, np.column_stack([covariates, only]))
    assert found.covariates.tolist() == [0, 1]


def test_ancova_adjusts_for_the_same_before() -> None:
    outcome, arm, covariates = sample()
    assert ancova(outcome, arm, covariates[:, 0]).difference(1, 0) == adjusted(outcome, arm, covariates[:, :1]).difference(1, 0)
    both = ancova(outcome, arm, covariates[:, 0], covariates[:, 1:])
    assert both.difference(1, 0) == adjusted(outcome, arm, covariates).difference(1, 0)


def test_two_arms_are_needed() -> None:
    outcome, arm, covariates = sample()
    with pytest.raises(InputError, match="in two arms; found 1"):
        adjusted(np.where(arm > 0, np.nan, outcome), arm, covariates)
    with pytest.raises(InputError, match="more than 1 people; found 1"):
        adjusted(np.where((arm == 1) & (np.cumsum(arm == 1) > 1), np.nan, outcome), arm, covariates)


def test_an_arm_of_three_is_not_adjusted_for_two_covariates() -> None:
    outcome, arm, covariates = sample()
    few = np.where((arm == 1) & (np.cumsum(arm == 1) > 3), np.nan, outcome)
    found = adjusted(few, arm, covariates)
    assert (found.n, len(found.covariates) < 2) == ((30, 3, 30), True)


def confounded(seed: int) -> Sample:
    """6,000 people of whom the longer on benefit, older and lower educated less often choose what adds 15 points to paid work."""
    chance = np.random.default_rng(seed)
    levels = {"age": 4, "sex": 2, "education": 3, "duration": 4, "household": 3, "origin": 3}
    known = {name: chance.integers(0, number, 6000) for name, number in levels.items()}
    disadvantage = sum(known[name] / (levels[name] - 1) for name in ("age", "education", "duration", "household")) / 4
    chosen = (chance.random(6000) < 0.8 - 0.6 * disadvantage).astype(np.int64)
    share = 0.65 - 0.45 * disadvantage + 0.03 * known["sex"] + 0.01 * known["origin"] + 0.15 * chosen
    columns = np.column_stack([indicators(column) for column in known.values()])
    return (chance.random(6000) < share).astype(np.float64), chosen, columns


@pytest.mark.requirement("R-184")
def test_adjusted_for_what_confounds_the_effect_is_found() -> None:
    found = [adjusted(*confounded(seed)).difference(1, 0).effect for seed in range(10)]
    assert sum(abs(effect - 0.15) <= 0.03 for effect in found) >= 9
    plain = [difference(*confounded(seed)[:2]).effect for seed in range(10)]
    assert sum(abs(effect - 0.15) <= 0.03 for effect in plain) <= 3
