# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Weights for who is left bring back what was lost, and their error counts that they were estimated."""

from __future__ import annotations

import numpy as np
import pytest

from werkzaam.core.errors import InputError
from werkzaam.experiment.estimate.blocked import difference
from werkzaam.experiment.estimate.covariates import indicators
from werkzaam.experiment.estimate.response import chance_of, response_columns
from werkzaam.experiment.estimate.weights import (
    effective,
    margins,
    not_reproduced,
    response_weights,
    weighted_difference,
)

People = dict[str, np.ndarray]


def panel(seed: int, n: int = 812, effect: float = 0.15) -> People:
    """People of whom those who work at the start stay more, and more so in one arm; outcomes of all, and of who stayed."""
    generator = np.random.default_rng(seed)
    arm, age, works = np.arange(n) % 3, generator.integers(0, 3, n), (generator.random(n) < 0.61).astype(np.int64)
    stays = generator.random(n) < 1 / (1 + np.exp(-(-0.3 + 1.2 * works + 0.3 * age - 1.5 * (arm == 1) * works)))
    chance = np.clip(0.2 + 0.4 * works + 0.05 * age + effect * (arm == 1), 0, 1)
    everybody = (generator.random(n) < chance).astype(np.float64)
    seen = np.where(stays, everybody, np.nan)
    return {"arm": arm, "age": age, "works": works, "stays": stays, "everybody": everybody, "seen": seen}


def columns_of(people: People) -> np.ndarray:
    covariates = np.column_stack([people["works"], indicators(people["age"])])
    return response_columns(covariates, people["arm"], key=(0,))


@pytest.mark.requirement("R-167")
@pytest.mark.parametrize("seed", range(5))
def test_the_weighted_start_of_the_panel_is_within_a_point_of_the_full_start(seed: int) -> None:
    people = panel(seed)
    found = response_weights(people["stays"], columns_of(people), people["arm"])
    full, plain = 100 * people["works"].mean(), 100 * people["works"][people["stays"]].mean()
    weighted = 100 * np.average(people["works"], weights=found.weights)
    assert abs(weighted - full) < 1 < abs(plain - full)
    assert found.weights[people["stays"]].mean() == pytest.approx(1, abs=1e-12)
    assert (found.weights[~people["stays"]] == 0).all()


def test_margins_say_what_the_weights_bring_back() -> None:
    people = panel(1, 5_250)
    own = {"works": people["works"], "age": people["age"]}
    told = margins(response_weights(people["stays"], columns_of(people), people["arm"], trim=None), own)
    assert len(told) == 5
    assert sum(one.weighted for one in told if one.characteristic == "age") == pytest.approx(100)
    assert not_reproduced(told) == ()
    blind = response_weights(people["stays"], response_columns(indicators(people["age"]), people["arm"]), people["arm"])
    missed = not_reproduced(margins(blind, own))
    assert {one.characteristic for one in missed} == {"works"}
    assert missed[0].off > 5


def test_weights_take_away_the_bias_of_drop_out() -> None:
    off, off_weighted = [], []
    for seed in range(15):
        people = panel(seed, 3_000)
        truth = people["everybody"][people["arm"] == 1].mean() - people["everybody"][people["arm"] == 0].mean()
        stays, arm, seen = people["stays"], people["arm"], people["seen"]
        off.append(seen[stays & (arm == 1)].mean() - seen[stays & (arm == 0)].mean() - truth)
        found = response_weights(stays, columns_of(people), arm, trim=None)
        off_weighted.append(weighted_difference(seen, found).effect - truth)
    assert np.mean(off) < -0.03
    assert abs(np.mean(off_weighted)) < 0.01


def test_the_error_is_that_of_drawing_people_anew_and_fitting_again() -> None:
    people, generator = panel(3), np.random.default_rng(4)
    found = response_weights(people["stays"], columns_of(people), people["arm"], trim=None)
    estimate = weighted_difference(people["seen"], found)
    again = []
    for _ in range(150):
        rows = generator.integers(0, 812, 812)
        drawn = {name: column[rows] for name, column in people.items()}
        weights = response_weights(drawn["stays"], columns_of(drawn), drawn["arm"], trim=None)
        again.append(weighted_difference(drawn["seen"], weights).effect)
    assert estimate.error == pytest.approx(np.std(again, ddof=1), rel=0.15)
    inside = [people["stays"] & (people["arm"] == arm) for arm in (1, 0)]
    assert estimate.n == tuple(int(one.sum()) for one in inside)


def test_the_error_counts_that_weights_bring_back_what_was_known() -> None:
    """Where work at the start is nearly the outcome, those who left are as good as known: the error is that of everybody."""
    people = panel(10, 3_000)
    outcome = 10.0 * people["works"] + np.random.default_rng(1).normal(0, 0.1, 3_000)
    columns = response_columns(people["works"][:, None].astype(float), people["arm"], key=(0,))
    found = response_weights(people["stays"], columns, people["arm"], trim=None)
    weighted = weighted_difference(np.where(people["stays"], outcome, np.nan), found)
    everybody = difference(outcome, people["arm"])
    assert weighted.error == pytest.approx(everybody.error, rel=0.02)
    assert weighted.effect == pytest.approx(everybody.effect, abs=0.03)


def test_intervals_cover_the_truth() -> None:
    covered = []
    for seed in range(120):
        people = panel(1000 + seed, 400)
        found = response_weights(people["stays"], columns_of(people), people["arm"])
        low, high = weighted_difference(people["seen"], found).interval()
        covered.append(low <= 0.15 <= high)
    assert 0.90 < np.mean(covered) < 0.99


def test_an_arm_that_answers_alike_keeps_its_plain_mean() -> None:
    people = panel(5)
    constant = response_columns(np.empty((812, 0)), people["arm"])
    found = response_weights(people["stays"], constant, people["arm"])
    assert found.weights[people["stays"]] == pytest.approx(1)
    assert found.effective == pytest.approx(people["stays"].sum())
    plain = [people["seen"][people["stays"] & (people["arm"] == arm)].mean() for arm in (1, 0)]
    assert weighted_difference(people["seen"], found).effect == pytest.approx(plain[0] - plain[1])


def test_the_largest_percent_is_brought_down_and_told() -> None:
    people = panel(6)
    finer = np.column_stack([columns_of(people), np.random.default_rng(6).normal(people["stays"], 2)])
    plain = response_weights(people["stays"], finer, people["arm"], trim=None)
    kept = response_weights(people["stays"], finer, people["arm"])
    assert np.isinf(plain.limit)
    assert not plain.trimmed.any()
    assert 0 < kept.trimmed.sum() <= 0.011 * people["stays"].sum() + 1
    assert kept.weights.max() < plain.weights.max()
    assert plain.effective < kept.effective < people["stays"].sum()
    assert effective(np.array([2.0, 2.0, 2.0])) == pytest.approx(3)


def test_who_was_selected_more_often_counts_for_fewer() -> None:
    people = panel(7)
    base = np.where(people["age"] == 0, 3.0, 1.0)
    found = response_weights(people["stays"], columns_of(people), people["arm"], base=base)
    told = margins(found, {"age": people["age"]})
    assert told[0].everybody == pytest.approx(100 * 3 * (people["age"] == 0).sum() / base.sum())
    assert not_reproduced(told) == ()


def test_missing_characteristics_take_nobody_out() -> None:
    people = panel(8)
    age = np.where(np.arange(812) % 10 == 0, -1, people["age"])
    found = response_weights(people["stays"], response_columns(indicators(age), people["arm"]), people["arm"])
    assert (found.weights > 0).sum() == people["stays"].sum()


def test_bad_input_is_refused() -> None:
    people = panel(9)
    stays, arm, columns = people["stays"], people["arm"], columns_of(people)
    with pytest.raises(InputError, match="both who did and"):
        chance_of(np.ones(812, bool), columns)
    with pytest.raises(InputError, match="both who did and"):
        chance_of(np.zeros(812, bool), columns)
    with pytest.raises(InputError, match="missing numbers"):
        chance_of(stays, np.where(columns > 0, np.nan, columns))
    with pytest.raises(InputError, match="above 0"):
        response_weights(stays, columns, arm, base=np.zeros(812))
    with pytest.raises(InputError, match="settle whether they answer"):
        chance_of(stays, np.column_stack([columns, stays]))
    with pytest.raises(InputError, match="row for each person"):
        chance_of(stays[:-1], columns)
    with pytest.raises(InputError, match=r"between 0\.5 and 1"):
        response_weights(stays, columns, arm, trim=0.2)
    with pytest.raises(InputError, match="no arm"):
        response_columns(np.zeros((812, 1)), np.where(arm == 0, -1, arm))
    found = response_weights(stays, columns, arm)
    with pytest.raises(InputError, match="exactly those who answered"):
        weighted_difference(people["everybody"], found)
    with pytest.raises(InputError, match="two people"):
        weighted_difference(people["seen"], found, arms=(7, 0))


def test_a_response_model_that_runs_away_is_refused_with_words() -> None:
    """Thirteen people with seven characteristics: the steps of Newton end in no number, and no estimate is made of it."""
    generator = np.random.default_rng(23)
    people, many = int(generator.integers(12, 60)), int(generator.integers(3, 10))
    columns = (generator.random((people, many)) < 0.3).astype(np.float64)
    with pytest.raises(InputError, match="no solution after"):
        chance_of(generator.random(people) < 0.7, columns)
