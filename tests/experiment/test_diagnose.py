# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The simulated design agrees with what is known: closed forms, error rates, the rules of the draw."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import numpy as np
import pytest

from werkzaam.app.experiment.assumptions_file import assumptions_beside, read_assumptions
from werkzaam.app.experiment.design_file import shipped_design, shipped_file
from werkzaam.core.errors import InputError
from werkzaam.experiment.assumptions import Assumptions, Expected
from werkzaam.experiment.design import Condition, Contrast, Control, Design, Family, Kind, Outcome, Sample, Strata
from werkzaam.experiment.diagnose import Diagnosis, diagnose
from werkzaam.experiment.estimate.stepdown import discovery, holm
from werkzaam.experiment.found import _discovery, _holm
from werkzaam.experiment.imagined import draw, holds, imagine
from werkzaam.experiment.imagined_outcomes import behind, shown

NAME = "amsterdam_iedereen"


@cache
def shipped(name: str) -> tuple[Design, Assumptions]:
    """A shipped design with its assumptions."""
    design = shipped_design(name)
    return design, read_assumptions(assumptions_beside(shipped_file(name)), design)


def outcome(name: str) -> Outcome:
    """An outcome of the shipped designs."""
    return next(each for each in shipped(NAME)[0].outcomes if each.id == name)


def small(people: int, expected: Expected, measured: str = "work_t3", answered: tuple[float, float, float] = (1, 1, 1),
          **more: float) -> tuple[Design, Assumptions]:  # fmt: skip
    """A design with one outcome and two contrasts, for so many people in two strata, without merging or selection."""
    design, assumed = shipped(NAME)
    contrasts = (Contrast("extra_attention", "comparison"), Contrast("extra_attention", "self_direction"))
    design = replace(
        design, strata=Strata(("sex",), 3, ()), survey=Sample(None, Condition({})), subgroups=(),
        outcomes=(outcome(measured),),
        families=(Family("one", (measured,), contrasts, Control.FAMILYWISE, 50),),
    )  # fmt: skip
    shares = {arm.id: share for arm, share in zip(design.arms, answered, strict=True)}
    waves = dict.fromkeys(assumed.answered, shares)
    return design, replace(assumed, enrolled=people, outcomes={measured: expected}, answered=waves, **more)


def run(design: Design, assumed: Assumptions, experiments: int, seed: int = 1) -> Diagnosis:
    """A diagnosis from a seed."""
    return diagnose(design, assumed, experiments, np.random.default_rng(seed))


@pytest.mark.parametrize(
    ("people", "expected", "power"),
    [(513, Expected(0.49, 0, 0.15), 0.80), (300, Expected(0.2, 0, 0.05), 0.13)],
)
def test_simulated_power_agrees_with_the_closed_form_within_a_point(people: int, expected: Expected, power: float) -> None:
    found = run(*small(people, expected), 5000).found[0]
    assert found.closed.power == pytest.approx(power, abs=0.01)
    assert found.power == pytest.approx(found.closed.power, abs=0.01)
    assert found.false == pytest.approx(0.05, abs=0.01)


def test_estimates_are_unbiased_and_intervals_hold_the_truth() -> None:
    design, assumed = small(300, Expected(10, 4, 1.0, explained=0.4), "hours_t3")
    found = run(design, assumed, 3000).found[0]
    assert abs(found.bias[0]) < 3.5 * found.bias[1]
    assert found.coverage == pytest.approx(0.95, abs=0.012)
    assert found.error == pytest.approx(found.closed.error, rel=0.04), "Strata take away the part that they explain."


def test_people_who_share_a_worker_make_plain_errors_too_small() -> None:
    design, assumed = small(900, Expected(10, 4, 1.0, within_worker=0.05), "hours_t3", caseload={"dedicated": 60, "regular": 30})
    apart, together = run(design, assumed, 1500).found
    assert apart.false_plain > 0.09
    assert apart.false == pytest.approx(0.05, abs=0.02)
    assert apart.smallest == pytest.approx(apart.closed.clustered, rel=0.06)
    assert together.false_plain < 0.06, "Workers who serve both arms do not make them differ."
    assert together.smallest == pytest.approx(together.closed.clustered, rel=0.06)


def test_drop_out_biases_only_when_it_leans_and_differs_between_arms() -> None:
    expected = Expected(0.5, 0, 0.10)
    leaning = small(900, expected, answered=(0.9, 0.9, 0.5), selective=0.6)
    alike = small(900, expected, answered=(0.7, 0.7, 0.7), selective=0.0)
    biased, fair = (run(*each, 400).found[0] for each in (leaning, alike))
    assert biased.bias[0] < -0.05
    assert abs(fair.bias[0]) < 4 * fair.bias[1]
    assert fair.people == pytest.approx((210, 210), abs=1)


def test_a_family_finds_something_where_nothing_is_as_rarely_as_promised() -> None:
    design, assumed = shipped("amsterdam_2018")
    calm = {each: replace(one, within_worker=0.0) for each, one in assumed.outcomes.items()}
    found = run(design, replace(assumed, outcomes=calm), 200)
    assert found.families["main"] < 0.05 + 3 * np.sqrt(0.05 * 0.95 / 200)
    judged = [each for each in found.found if not each.group]
    assert all(each.power_family <= each.power for each in judged if each.outcome in design.families[0].outcomes)
    assert all(np.isnan(each.power_family) for each in found.found if each.group)
    assert len(found.found) == 12 + 24 + 6 + 9


def test_the_same_seed_gives_the_same_numbers_whatever_the_threads() -> None:
    design, assumed = small(120, Expected(0.4, 0, 0.1))
    told: list[int] = []
    one = diagnose(design, assumed, 30, np.random.default_rng(5), told.append, threads=1)
    two = diagnose(design, assumed, 30, np.random.default_rng(5), threads=3)
    assert (repr(one), told) == (repr(two), [1] * 30)
    assert repr(run(design, assumed, 30, seed=6)) != repr(one)
    with pytest.raises(InputError, match="Two experiments or more"):
        run(design, assumed, 1)


def test_the_draw_of_the_amsterdam_design_is_by_its_rules() -> None:
    design, assumed = shipped("amsterdam_2018")
    chance = np.random.default_rng(3)
    people = imagine(design, assumed, chance)
    once = draw(people, design, assumed, chance)
    there = holds(people, design, design.selection.only)
    assert there[once.people].all()
    assert (len(once.people), len(set(once.people.tolist()))) == (812, 812)
    assert sorted(np.bincount(once.arms)) == [270, 271, 271]
    within = [np.bincount(once.arms[once.strata == each], minlength=3) for each in set(once.strata.tolist())]
    assert max(sizes.max() - sizes.min() for sizes in within) <= 1
    assert (once.asked == 1).all()
    loads = np.bincount(once.workers)
    assert {int(load) for load in loads} <= {3, 4, 5, 53, 54, 55}


def test_interviews_are_a_sample_and_each_stands_for_the_people_of_the_stratum() -> None:
    design, assumed = shipped(NAME)
    chance = np.random.default_rng(4)
    once = draw(imagine(design, assumed, chance), design, assumed, chance)
    asked = once.asked > 0
    assert (len(once.people), int(asked.sum())) == (5250, 812)
    assert (1 / once.asked[asked]).sum() == pytest.approx(5250, rel=0.01)
    assert np.ptp(np.bincount(once.arms[asked])) <= 1


def test_corrections_for_many_tests_are_those_of_the_analysis() -> None:
    p = np.random.default_rng(2).uniform(size=(20, 7)) ** 3
    for rows, one in ((_holm, holm), (_discovery, discovery)):
        assert rows(p) == pytest.approx(np.stack([one(row) for row in p]))


@pytest.mark.parametrize(("share", "explained", "within"), [(0.4, 0.25, 0.05), (0.1, 0.0, 0.02), (0.66, 0.3, 0.0)])
def test_a_yes_or_no_shows_the_correlation_that_was_asked(share: float, explained: float, within: float) -> None:
    assert outcome("work_t3").kind is Kind.SHARE
    strata, worker = behind(outcome("work_t3"), Expected(share, 0, 0.05, explained, within))
    assert shown(share, strata) == pytest.approx(explained, abs=1e-6)
    assert shown(share, strata + worker) == pytest.approx(explained + within, abs=1e-6)
    chance = np.random.default_rng(1)
    common, own = chance.standard_normal(200_000), chance.standard_normal((2, 200_000))
    both = (np.sqrt(strata) * common + np.sqrt(1 - strata) * own) > np.quantile(chance.standard_normal(10**6), 1 - share)
    assert np.corrcoef(both)[0, 1] == pytest.approx(explained, abs=0.01)
