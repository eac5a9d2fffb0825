# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Closed forms give the numbers that are known for the described experiment and for textbook cases."""

from __future__ import annotations

from math import inf, sqrt

import numpy as np
import pytest

from werkzaam.app.experiment.assumptions_file import assumptions_beside, read_assumptions
from werkzaam.app.experiment.design_file import shipped_design, shipped_file
from werkzaam.core.errors import InputError
from werkzaam.experiment.power import (
    Forecast,
    design_effect,
    error_of_difference,
    forecasts,
    people_per_arm,
    power_of,
    smallest_difference,
)

FORTY = sqrt(0.4 * 0.6)


def forecast(name: str, outcome: str, group: str = "") -> Forecast:
    """What a shipped design can find of an outcome, extra attention against comparison."""
    design = shipped_design(name)
    assumed = read_assumptions(assumptions_beside(shipped_file(name)), design)
    return next(each for each in forecasts(design, assumed) if (each.outcome, each.group) == (outcome, group))


@pytest.mark.requirement("R-198")
def test_the_people_that_differences_of_the_experiment_need() -> None:
    assert people_per_arm(0.35, 0.40, power=0.8) == 1471
    assert people_per_arm(0.49, 0.64) == 171


@pytest.mark.parametrize(("people", "points"), [((171, 171), 14.8), ((271, 271), 11.8), ((271, 4709), 8.6), ((1750, 1750), 4.6)])
def test_the_smallest_difference_at_forty_percent(people: tuple[int, int], points: float) -> None:
    assert round(100 * smallest_difference(error_of_difference(FORTY, people)), 1) == points


def test_strata_workers_and_level_change_the_smallest_difference() -> None:
    assert round(100 * smallest_difference(error_of_difference(FORTY, (271, 4709), explained=0.25)), 1) == 7.4
    assert design_effect(55, 0.02) == pytest.approx(2.08)
    assert design_effect(0.5, 0.02) == 1
    doubled = error_of_difference(FORTY, (271, 271), effect_of_design=4.0)
    assert doubled == pytest.approx(2 * error_of_difference(FORTY, (271, 271)))
    assert smallest_difference(1.0, level=0.05 / 3) > smallest_difference(1.0)
    assert smallest_difference(1.0, freedom=9) > smallest_difference(1.0)


def test_power_is_the_level_without_a_difference_and_eighty_percent_at_the_smallest_one() -> None:
    for freedom in (inf, 12.0):
        assert power_of(0, 1, freedom=freedom) == pytest.approx(0.05)
    assert power_of(smallest_difference(0.3), 0.3) == pytest.approx(0.8, abs=1e-4)
    assert power_of(-0.84, 0.3) == power_of(0.84, 0.3)
    chance = np.random.default_rng(1)
    drawn = (chance.standard_normal(400_000) + 2.5) / np.sqrt(chance.chisquare(20, 400_000) / 20)
    assert power_of(1.0, 0.4, freedom=20) == pytest.approx(np.mean(np.abs(drawn) > 2.0859634), abs=0.003)


def test_the_better_design_finds_differences_less_than_half_as_large() -> None:
    old, new = forecast("amsterdam_2018", "outflow_t3"), forecast("amsterdam_iedereen", "outflow_t3")
    assert (round(old.people[0]), round(new.people[0])) == (271, 1750)
    assert (round(100 * old.smallest, 1), round(100 * new.smallest, 1)) == (11.8, 4.6)
    assert old.power < 0.25 < 0.8 < new.power
    assert old.clustered > old.smallest


def test_a_survey_counts_who_answers_and_a_subgroup_who_is_in_it() -> None:
    work, men = forecast("amsterdam_2018", "work_t3"), forecast("amsterdam_2018", "work_t3", "men_with_migration_background")
    assert round(sum(work.people)) == round(513 * 2 / 3)
    assert men.people[0] == pytest.approx(work.people[0] * 0.39 * 0.78 / 1.01, rel=0.01)
    assert men.smallest > 0.25


@pytest.mark.parametrize(
    ("call", "says"),
    [
        (lambda: people_per_arm(0.4, 0.4), "no number of people finds a difference of zero"),
        (lambda: people_per_arm(40, 35), "between 0 and 1.*found 40"),
        (lambda: error_of_difference(1, (0, 5)), "Both arms need people; found 0 and 5"),
        (lambda: error_of_difference(1, (5, 5), explained=1), "from 0 up to 1"),
        (lambda: power_of(1, 1, level=5), "A level between 0 and 1"),
    ],
)
def test_what_means_nothing_is_refused(call: object, says: str) -> None:
    assert callable(call)
    with pytest.raises(InputError, match=says):
        call()
