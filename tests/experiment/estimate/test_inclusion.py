# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Known chances and known totals."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from werkzaam.core.errors import InputError
from werkzaam.experiment.estimate.inclusion import hajek, hajek_difference, horvitz_thompson, rake


def test_both_are_right_on_average_over_samples() -> None:
    generator = np.random.default_rng(1)
    values = generator.gamma(2, 3, 300)
    chances = np.clip(values / 12, 0.1, 0.9)
    totals, means, covered = [], [], []
    for _ in range(800):
        taken = generator.random(300) < chances
        totals.append(horvitz_thompson(values[taken], chances[taken]).value)
        mean = hajek(values[taken], chances[taken])
        means.append(mean.value)
        covered.append(abs(mean.value - values.mean()) < 1.96 * mean.error)
    assert np.mean(totals) == pytest.approx(values.sum(), rel=0.01)
    assert np.mean(means) == pytest.approx(values.mean(), rel=0.02)
    assert np.mean(covered) > 0.93  # Taken without return, so the error errs on the wide side.


def test_equal_chances_give_the_plain_numbers() -> None:
    values, arm = np.array([1.0, 2, 3, 4, 6, 8]), np.array([0, 0, 0, 1, 1, 1])
    assert horvitz_thompson(values, np.full(6, 0.5)).value == 48
    assert hajek(values, np.full(6, 0.5)).value == 4
    assert hajek(values, np.full(6, 0.5)).error == pytest.approx(values.std(ddof=1) / np.sqrt(6))
    assert hajek_difference(values, arm, np.full(6, 0.5)).effect == pytest.approx(4)


@given(st.lists(st.integers(0, 2), min_size=30, max_size=40), st.integers(0, 1000))
def test_raked_weights_meet_every_total(first: list[int], seed: int) -> None:
    generator = np.random.default_rng(seed)
    levels = [np.array([0, 1, 2, 0, 1, 2, *first]), generator.integers(0, 2, len(first) + 6)]
    levels[1][:6] = [0, 0, 0, 1, 1, 1]
    truth = generator.uniform(0.5, 2, len(levels[0]))
    totals = [np.bincount(one, truth) for one in levels]
    found = rake(np.ones(len(levels[0])), levels, totals)
    for one, wanted in zip(levels, totals, strict=True):
        assert np.bincount(one, found) == pytest.approx(wanted, rel=1e-9)
    assert (found > 0).all()


def test_totals_that_no_weights_meet_are_refused() -> None:
    same = np.array([0, 0, 1, 1])
    with pytest.raises(InputError, match="pull against each other"):
        rake(np.ones(4), [same, same], [np.array([1.0, 3.0]), np.array([2.0, 2.0])])


@pytest.mark.parametrize(
    ("call", "match"),
    [
        (lambda: rake(np.ones(4), [np.array([0, 0, 1, 1])], [np.array([1.0, 3.0, 2.0])]), "levels that nobody has"),
        (lambda: rake(np.ones(2), [np.array([0, 1])], [np.array([2.0, 0.0])]), "above 0 was expected"),
        (lambda: rake(np.ones(2), [np.array([0, 1])] * 2, [np.array([1.0, 1.0]), np.array([1.0, 2.0])]), "disagree"),
        (lambda: rake(np.zeros(2), [np.array([0, 1])], [np.array([1.0, 1.0])]), "above 0"),
        (lambda: rake(np.ones(2), [np.array([0, 2])], [np.array([1.0, 1.0])]), "level from 0 to 1"),
        (lambda: rake(np.ones(2), [np.array([0, 1])], []), "Totals for every"),
        (lambda: hajek(np.ones(3), np.array([0.5, 0.0, 0.5])), r"\(0, 1\]"),
        (lambda: hajek(np.ones(3), np.array([0.5, 1.5, 0.5])), r"\(0, 1\]"),
        (lambda: hajek(np.array([1.0, np.nan]), np.ones(2)), "missing or infinite"),
        (lambda: hajek(np.ones(1), np.ones(1)), "Two people"),
        (lambda: hajek_difference(np.ones(3), np.array([1, 0, 0]), np.ones(3)), "two people"),
    ],
)
def test_bad_input_is_refused(call: object, match: str) -> None:
    with pytest.raises(InputError, match=match):
        call()  # type: ignore[operator]
