# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""All arms together, then pairs."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest

from werkzaam.core.errors import InputError
from werkzaam.experiment.estimate.joint import joint_of_effects, joint_of_means, joint_of_shares, pairs_after_joint
from werkzaam.experiment.two_groups import compare_shares


@pytest.mark.requirement("R-183")
def test_16_20_and_25_percent_of_171_differ_in_no_pair() -> None:
    shares, n = (16, 20, 25), (171, 171, 171)
    joint = joint_of_shares([share / 100 for share in shares], n)
    assert joint.p == pytest.approx(0.12, abs=0.005)
    p = [compare_shares(a, b, (171, 171), 0.05).p for a, b in combinations(shares, 2)]
    assert min(p) < 0.05  # One pair alone, not corrected, would have passed.
    adjusted, shown = pairs_after_joint(joint, p)
    assert not shown.any()
    assert adjusted.min() > 0.05


def test_pairs_need_both_tests() -> None:
    weak, strong = joint_of_shares([0.16, 0.20, 0.25], [171] * 3), joint_of_shares([0.49, 0.49, 0.70], [171] * 3)
    assert pairs_after_joint(weak, [0.001, 0.5, 0.9])[1].tolist() == [False, False, False]
    assert pairs_after_joint(strong, [0.001, 0.02, 0.9])[1].tolist() == [True, True, False]
    assert pairs_after_joint(strong, [0.02, 0.03, 0.9])[1].tolist() == [False, False, False]


def test_two_groups_are_the_squared_z_of_the_pooled_test() -> None:
    joint = joint_of_shares([0.40, 0.35], [171, 171])
    pooled = 0.05 / np.sqrt(2 * 0.375 * 0.625 / 171)
    assert joint.statistic == pytest.approx(pooled**2, rel=1e-12)


def test_effects_are_judged_with_their_covariance() -> None:
    effects, covariance = np.array([2.0, 2.0]), np.array([[1.0, 0.9], [0.9, 1.0]])
    found = joint_of_effects(effects, covariance)
    assert found.statistic == pytest.approx(8 / 1.9)
    assert joint_of_effects(effects, covariance, 20).p > found.p
    turned = np.array([[1.0, 2.0], [0.0, 3.0]])
    assert joint_of_effects(turned @ effects, turned @ covariance @ turned.T).p == pytest.approx(found.p)


def test_the_size_is_the_level() -> None:
    generator = np.random.default_rng(5)
    counts = generator.binomial(171, 0.2, (2_000, 3))
    rejected = np.mean([joint_of_shares(row / 171, [171] * 3).p <= 0.05 for row in counts])
    assert 0.035 < rejected < 0.065


@pytest.mark.parametrize(
    ("call", "match"),
    [
        (lambda: joint_of_shares([0.4], [171]), "at least two groups"),
        (lambda: joint_of_shares([0.4, 0.5], [171]), "at least two groups"),
        (lambda: joint_of_shares([0.4, 0.5], [171, 0]), "at least 1"),
        (lambda: joint_of_shares([0.4, 1.5], [171, 171]), "from 0 to 1"),
        (lambda: joint_of_shares([0.4, np.nan], [171, 171]), "not a number"),
        (lambda: joint_of_shares([0.0, 0.0], [171, 171]), "same outcome"),
        (lambda: joint_of_means([1, 2], [1, 0], [9, 9]), "above 0"),
        (lambda: joint_of_means([1, 2], [1, 1], [9, 1]), "at least 2"),
        (lambda: joint_of_effects(np.ones(2), np.ones((2, 2))), "no inverse"),
        (lambda: joint_of_effects(np.ones(2), np.eye(3)), "2 by 2"),
        (lambda: joint_of_effects(np.array([1, np.nan]), np.eye(2)), "not a number"),
    ],
)
def test_what_cannot_be_tested_is_refused(call: object, match: str) -> None:
    with pytest.raises(InputError, match=match):
        call()  # type: ignore[operator]
