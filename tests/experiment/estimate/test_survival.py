# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Time until something happens."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from werkzaam.core.errors import InputError
from werkzaam.experiment.estimate.cox import cox
from werkzaam.experiment.estimate.survival import incidence, kaplan_meier, log_rank, restricted_difference, restricted_mean

PEOPLE = st.lists(st.tuples(st.integers(1, 24), st.integers(0, 2)), min_size=4, max_size=60)


def columns(people: list[tuple[int, int]]) -> tuple[np.ndarray, np.ndarray]:
    return np.array([float(time) for time, _ in people]), np.array([reason for _, reason in people])


@given(PEOPLE)
def test_shares_fall_and_reasons_add_up_to_who_left(people: list[tuple[int, int]]) -> None:
    times, reason = columns(people)
    curve = kaplan_meier(times, (reason > 0).astype(float))
    assert (np.diff(curve.share) <= 1e-12).all()
    assert ((curve.share >= -1e-12) & (curve.share <= 1)).all()
    assert curve.events.sum() == (reason > 0).sum()
    assert curve.at_risk[0] == len(people)
    moments, shares = incidence(times, reason, 2)
    assert moments.tolist() == curve.times.tolist()
    assert shares.sum(axis=1) == pytest.approx(1 - curve.share)


@given(PEOPLE)
def test_without_anybody_lost_from_sight_it_is_the_plain_share_and_mean(people: list[tuple[int, int]]) -> None:
    times, _ = columns(people)
    happened = np.ones(len(times))
    curve = kaplan_meier(times, happened)
    assert curve.share == pytest.approx([(times > moment).mean() for moment in curve.times])
    mean, error = restricted_mean(times, happened, 12.0)
    assert mean == pytest.approx(np.minimum(times, 12).mean())
    assert error == pytest.approx(np.minimum(times, 12).std() / np.sqrt(len(times)))


def test_lost_from_sight_at_random_changes_nothing_on_average() -> None:
    generator, arm = np.random.default_rng(2), np.arange(300) % 2
    off, covered, truth = [], [], 8.4 * (1 - np.exp(-18 / 8.4)) - 12 * (1 - np.exp(-18 / 12))
    for _ in range(200):
        time, out = generator.exponential(np.where(arm == 1, 8.4, 12)), generator.uniform(2, 40, 300)
        found = restricted_difference(np.minimum(time, out), (time <= out).astype(float), arm, 18)
        everything = np.minimum(time, 18)
        off.append(found.effect - everything[arm == 1].mean() + everything[arm == 0].mean())
        covered.append(found.interval()[0] < truth < found.interval()[1])
    assert np.mean(off) == pytest.approx(0, abs=0.06)
    assert 0.90 < np.mean(covered) < 0.99


def test_log_rank_has_the_size_it_says_and_sees_a_difference() -> None:
    generator = np.random.default_rng(3)
    arm = np.arange(200) % 2
    p = [log_rank(np.ceil(generator.exponential(12, 200)), np.ones(200), arm).p for _ in range(250)]
    assert 0.02 < np.mean(np.array(p) <= 0.05) < 0.085
    faster = np.ceil(generator.exponential(12, 200) * np.where(arm == 1, 0.5, 1))
    assert log_rank(faster, np.ones(200), arm).p < 0.01
    assert log_rank(faster, np.ones(200), 1 - arm).p == pytest.approx(log_rank(faster, np.ones(200), arm).p)


def test_hazards_that_are_not_in_proportion_are_told() -> None:
    generator = np.random.default_rng(4)
    arm = np.arange(300) % 2
    level = generator.exponential(12, 300)
    proportional = cox(np.where(arm == 1, level / 2, level), np.ones(300), arm[:, None].astype(float))
    assert proportional.ratios[0] == pytest.approx(2, rel=0.2)
    assert proportional.proportional()
    late = np.where((arm == 1) & (level > 8), 8 + (level - 8) / 5, level)
    crossing = cox(late, np.ones(300), arm[:, None].astype(float))
    assert not crossing.proportional()
    assert crossing.changes.shape == (2,)


T, H = np.array([1.0, 2, 3, 4, 5, 6]), np.array([1.0, 1, 1, 0, 1, 0])


@pytest.mark.parametrize(
    ("call", "match"),
    [
        (lambda: kaplan_meier(np.array([0.0, 1]), np.ones(2)), "above 0"),
        (lambda: kaplan_meier(np.array([np.nan, 1]), np.ones(2)), "above 0"),
        (lambda: kaplan_meier(np.array([]), np.array([])), "time for each person"),
        (lambda: kaplan_meier(T, np.full(6, 0.5)), "1 or 0"),
        (lambda: kaplan_meier(T, np.where(H > 0, np.nan, H)), "1 or 0"),
        (lambda: restricted_mean(T, H, 7), "before the horizon of 7"),
        (lambda: restricted_mean(T, H, 0), "above 0"),
        (lambda: restricted_difference(T, H, np.array([1, 0, 0, 0, 0, 0]), 3), "Two people per arm"),
        (lambda: incidence(T, np.array([0, 1, 2, 3, 0, 0]), 2), "from 0"),
        (lambda: log_rank(T, H, np.zeros(6, int)), "Two arms"),
        (lambda: log_rank(T, np.zeros(6), np.arange(6) % 2), "0 events"),
        (lambda: cox(T, H, np.ones((6, 1))), "same for everybody"),
        (lambda: cox(T, H, np.array([[np.nan]] * 6)), "no missing number"),
        (lambda: cox(T, np.array([1.0, 0, 0, 0, 0, 0]), T[:, None]), "more than the 1 columns"),
        (lambda: cox(T, H, np.array([[0.0], [0], [0], [1], [0], [1]])), "no finite value"),
    ],
)
def test_bad_input_is_refused(call: object, match: str) -> None:
    with pytest.raises(InputError, match=match):
        call()  # type: ignore[operator]
