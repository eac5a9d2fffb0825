# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What happened, told without a claim about why; and effects apart for each period."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from werkzaam.core.errors import InputError
from werkzaam.experiment.describe import (
    DESCRIPTIVE,
    HOURS_WORDS,
    OF_THE_WORKING,
    PARTICIPANTS,
    changes,
    describe_dose,
    loss_and_gain,
    mean_by_arm,
    outflow_by_hours,
)
from werkzaam.experiment.estimate.periods import by_calendar, by_exposure

ARMS = ("extra_attention", "self_direction", "comparison")


@pytest.mark.requirement("R-186")
def test_hours_of_the_working_grow_by_5_3_and_3_0_and_5_1() -> None:
    found = changes(
        dict(zip(ARMS, (14.6, 14.4, 14.8), strict=True)), dict(zip(ARMS, (19.9, 17.4, 19.9), strict=True)), OF_THE_WORKING
    )
    assert [one.growth for one in found] == [5.3, 3.0, 5.1]
    assert all("verandert" in one.label.nl and "not an effect" in one.label.en for one in found)


@pytest.mark.requirement("R-197")
def test_grades_change_by_0_4_and_minus_0_6_and_minus_1_0() -> None:
    found = changes(dict(zip(ARMS, (7.5, 8.2, 7.8), strict=True)), dict(zip(ARMS, (7.9, 7.6, 6.8), strict=True)))
    assert [one.growth for one in found] == [0.4, -0.6, -1.0]


@pytest.mark.requirement("R-191")
def test_66_to_64_with_8_losing_and_6_finding_is_minus_8_and_plus_6() -> None:
    before = np.repeat([1.0, 1, 0, 0], [58, 8, 6, 28])
    after = np.repeat([1.0, 0, 1, 0], [58, 8, 6, 28])
    found = loss_and_gain(before, after)
    assert (found.before, found.after, found.lost, found.found, found.n) == (66, 64, -8, 6, 100)
    gone = loss_and_gain(np.append(before, 1), np.append(after, np.nan))
    assert (gone.lost, gone.found, gone.n) == (-8, 6, 100)


@given(st.lists(st.tuples(st.sampled_from([0.0, 1.0, np.nan]), st.sampled_from([0.0, 1.0, np.nan])), min_size=1, max_size=50))
def test_loss_and_finding_make_the_change(people: list[tuple[float, float]]) -> None:
    before, after = np.array([one for one, _ in people]), np.array([one for _, one in people])
    if not (np.isfinite(before) & np.isfinite(after)).any():
        with pytest.raises(InputError):
            loss_and_gain(before, after)
        return
    found = loss_and_gain(before, after)
    assert found.after - found.before == pytest.approx(found.lost + found.found)


@pytest.mark.requirement("R-195")
def test_35_30_70_and_74_percent_give_a_ratio_between_two_and_three_with_definitions() -> None:
    hours = np.repeat([0.0, 8, 20, 32], 100)
    left = np.concatenate([np.arange(100) < share for share in (35, 30, 70, 74)])
    found = outflow_by_hours(hours, left)
    assert found.shares == pytest.approx([0.35, 0.30, 0.70, 0.74])
    assert 2 < found.ratio < 3
    assert found.ratio == pytest.approx(0.72 / 0.325)
    assert found.classes == HOURS_WORDS
    assert found.classes[1].en == "more than 0 and less than 16 hours"
    assert outflow_by_hours(np.array([0, 15.9, 16, 24, 24.1]), np.array([True] * 5)).n.tolist() == [1, 1, 2, 1]


@pytest.mark.requirement("R-196")
def test_contacts_and_work_are_labelled_descriptive() -> None:
    contacts, work, arms = np.array([15.0, 19, 9, 3, 2, 4]), np.array([1.0, 1, 0, 0, 1, 0]), np.array([0, 0, 1, 1, 2, 2])
    found = describe_dose(contacts, work, arms, ARMS)
    assert found.label is DESCRIPTIVE
    assert "no claim about the cause" in found.label.en
    assert "geen uitspraak over oorzaak" in found.label.nl
    assert found.by_arm["extra_attention"] == (17.0, 2)
    assert found.correlation == pytest.approx(np.corrcoef(contacts, work)[0, 1])


def test_what_leaves_the_experiment_is_about_participants() -> None:
    assert PARTICIPANTS.en == "participants, not representative"


def month_by_month(n: int = 400) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """An effect of nothing in the first 12 months under the arm and of -5 after; who began later began at other months."""
    generator = np.random.default_rng(1)
    arm, begun = np.arange(n) % 2, generator.integers(0, 13, n)
    since = np.arange(36)[None, :] - begun[:, None]
    level = generator.normal(50, 5, n)[:, None] + generator.normal(0, 3, (n, 36))
    values = level - 5 * (arm[:, None] == 1) * (since >= 12)
    return np.where(since >= 0, values, np.nan), begun, arm


@pytest.mark.requirement("R-192")
def test_no_effect_in_the_first_12_months_and_minus_5_after_are_estimated_apart() -> None:
    values, begun, arm = month_by_month()
    early, late = by_exposure(values, begun, arm)
    assert (early.first, early.until, late.first, late.until) == (0, 12, 12, None)
    assert early.estimate.interval()[0] < 0 < early.estimate.interval()[1]
    assert late.estimate.interval()[0] < -5 < late.estimate.interval()[1]
    assert late.estimate.interval()[1] < 0
    blurred = by_calendar(values, arm, (0, 18))
    assert -5 < blurred[1].estimate.effect < -2
    assert abs(blurred[0].estimate.effect) < 2


def test_a_person_counts_with_the_mean_of_the_months_that_were_seen() -> None:
    values = np.array([[2.0, 4, np.nan, 9], [np.nan, 7, 8, 9], [1, 3, 5, 7], [3, np.nan, np.nan, 5]])
    early, late = by_exposure(values, np.array([0, 1, 0, 0]), np.array([1, 1, 0, 0]), (0, 2))
    assert early.estimate.effect == pytest.approx((3 + 7.5) / 2 - (2 + 3) / 2)
    assert late.estimate.effect == pytest.approx((9 + 9) / 2 - (6 + 5) / 2)


def test_both_clocks_are_one_when_all_began_together() -> None:
    values, _, arm = month_by_month()
    together, calendar = by_exposure(values, np.zeros(400, int), arm, (13, 24)), by_calendar(values, arm, (13, 24))
    assert [one.estimate for one in together] == [one.estimate for one in calendar]


@pytest.mark.parametrize(
    ("call", "match"),
    [
        (lambda: changes({"a": 1.0}, {"b": 1.0}), "same arms"),
        (lambda: changes({"a": 1.0}, {"a": float("nan")}), "missing"),
        (lambda: mean_by_arm(np.array([np.nan, 1]), np.array([0, 1]), ("a", "b")), "missing, not zero"),
        (lambda: loss_and_gain(np.array([2.0]), np.array([1.0])), "1 or 0"),
        (lambda: loss_and_gain(np.array([1.0, 1]), np.array([np.nan, np.nan])), "both waves"),
        (lambda: outflow_by_hours(np.array([200.0]), np.array([True])), "0 to 168"),
        (lambda: outflow_by_hours(np.array([-1.0]), np.array([True])), "0 to 168"),
        (lambda: outflow_by_hours(np.array([np.nan]), np.array([True])), "0 to 168"),
        (lambda: outflow_by_hours(np.array([4.0, 5.0]), np.array([True, False])), "both sides of 16"),
        (lambda: describe_dose(np.ones(4), np.arange(4.0), np.zeros(4, int), ("a",)), "differ"),
        (lambda: by_exposure(np.ones((4, 3)), np.zeros(4, int), np.arange(4) % 2, (12, 0)), "rise"),
        (lambda: by_exposure(np.ones(4), np.zeros(4, int), np.arange(4) % 2), "each person and month"),
        (lambda: by_exposure(np.ones((4, 3)), np.zeros(4, int), np.arange(4) % 2, (0, 12)), "From month 12"),
    ],
)
def test_what_cannot_be_described_is_refused(call: object, match: str) -> None:
    with pytest.raises(InputError, match=match):
        call()  # type: ignore[operator]
