# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""An experiment held many times on lives of which the truth is known: power, bias and false findings are what they must be."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import numpy as np
import pytest

from werkzaam.app.experiment.assumptions_file import assumptions_beside, read_assumptions
from werkzaam.app.experiment.design_file import shipped_design, shipped_file
from werkzaam.core.errors import InputError
from werkzaam.experiment.design import Condition, Contrast, Control, Family, Population, Sample, Strata
from werkzaam.experiment.imagined import imagine
from werkzaam.experiment.power import power_of
from werkzaam.simulation.foresee import Effect, Lives, affected
from werkzaam.simulation.foreseen import Setting, comparisons, held, subgroup_power
from werkzaam.simulation.labour import Behaviour

PEOPLE, TIMES, RUNS = 900, 12, 150


@cache
def setting(crossed: bool = False) -> Setting:
    """Lives of which the first arm has a share of 0.65 and the others of 0.50, in one outcome of the panel."""
    design = shipped_design("amsterdam_2018")
    expected = read_assumptions(assumptions_beside(shipped_file("amsterdam_2018")), design)
    outcome = next(one for one in design.outcomes if one.id == "work_t3")
    pairs = (Contrast("extra_attention", "comparison"), Contrast("self_direction", "comparison"))
    everybody = Sample(None, Condition({}))
    design = replace(
        design, outcomes=(outcome,), strata=Strata(("sex",), 3, ()), selection=everybody, survey=everybody, subgroups=(),
        families=(Family("main", ("work_t3",), pairs, Control.FAMILYWISE, 50),),
    )  # fmt: skip
    expected = replace(expected, enrolled=PEOPLE, outcomes={"work_t3": expected.outcomes["work_t3"]})
    luck = np.random.default_rng(1).random((1, 3, TIMES, PEOPLE))
    values = (luck < np.array([0.65, 0.50, 0.50])[None, :, None, None]).astype(float)
    lives = Lives((outcome,), values, np.zeros(3), np.zeros(3))
    levels = {"one": (1, 0, 0), "other": (0, 1, 0)} if crossed else {}
    return Setting(
        design, expected, imagine(design, expected, np.random.default_rng(2)), lives, comparisons(design, lives.outcomes, levels)
    )


def test_what_is_there_is_found_as_often_as_counts_say_and_what_is_not_in_five_percent() -> None:
    there, nothing = held(setting(), RUNS, 1)
    answering = 513 / 812
    assert setting().design.outcomes[0].estimand.population is Population.PANEL
    assert there.people == pytest.approx((300 * answering, 300 * answering), rel=0.03)
    assert there.truth == pytest.approx(0.15, abs=0.02)
    error = np.sqrt(0.65 * 0.35 / 190 + 0.5 * 0.5 / 190)
    assert there.power == pytest.approx(power_of(there.truth, float(error)), abs=3 * there.power_error + 0.02)
    assert there.smallest == pytest.approx(2.80 * error, rel=0.15)
    assert abs(there.bias[0]) < 3 * there.bias[1]
    assert there.power_error == pytest.approx(np.sqrt(there.power * (1 - there.power) / RUNS))
    assert nothing.power < 0.05 + 3 * np.sqrt(0.05 * 0.95 / RUNS) + 0.03


def test_the_same_seed_gives_the_same_numbers_and_one_experiment_is_refused() -> None:
    assert held(setting(), 3, 7) == held(setting(), 3, 7)
    assert held(setting(), 3, 7) != held(setting(), 3, 8)
    with pytest.raises(InputError, match="Two experiments or more"):
        held(setting(), 1, 7)


def test_levels_are_compared_over_all_arms_that_are_alike_in_the_rest() -> None:
    found = [test for test in setting(crossed=True).tests if test.of]
    assert [(test.of, test.sides) for test in found] == [("one", (0, 1, 1)), ("other", (0, 1, 0))]
    assert found[0].strata == (0, 1, 0), "self_direction differs in the other thing, and is compared with nobody here"
    assert found[1].arm == "extra_attention + comparison"


def test_an_effect_holds_while_arms_differ_and_stays_as_far_as_assumed() -> None:
    flat = np.full((2, 6), 1000)
    behaviour = Behaviour(flat, np.zeros((2, 6, 5), np.int64), flat, flat, flat, np.zeros((2, 2), np.int64))
    moved = affected(behaviour, [Effect("a", 1500, 800, 200), Effect("b", 2000, 1000, 0)], 1, 4)
    assert moved.finding.tolist() == [[1000, 3000, 3000, 3000, 1100, 1100], [1000] * 6]
    assert moved.leaving.tolist() == [[1000, 800, 800, 800, 960, 960], [1000] * 6]
    assert behaviour.finding.tolist() == [[1000] * 6] * 2, "the behaviour that was fitted stays as it is"


def test_a_subgroup_of_everybody_has_the_power_that_counts_say() -> None:
    found = subgroup_power(900, (1000, 650, 500), 3, 300, 1)
    error = float(np.sqrt(0.65 * 0.35 / 300 + 0.25 / 300))
    assert found.people == (300, 300)
    assert found.power == pytest.approx(power_of(0.15, error), abs=0.05)
    with pytest.raises(InputError, match="Shares between 0 and 1,000 per mille"):
        subgroup_power(900, (0, 650, 500), 3, 300, 1)
