# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Closed forms of what a design can find: errors, power, sample sizes and the smallest difference that would show.

They rest on the normal distribution and on counts alone; `diagnose` simulates the design itself and must agree where both apply.
Power of a finding that was already made says nothing beyond its p-value, so nothing here takes an estimate.

Sources: Fleiss, Levin and Paik (2003), Statistical Methods for Rates and Proportions, 4.14 (sample size for two proportions);
Bloom (1995), Evaluation Review 19, 547-556 (minimum detectable effects); Kish (1965) (design effect).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import ceil, inf, sqrt

from scipy.stats import nct, norm, t

from werkzaam.core.errors import InputError
from werkzaam.experiment.assumptions import Assumptions, Expected
from werkzaam.experiment.design import Contrast, Design, Kind, Outcome, Subgroup

POWER, LEVEL = 0.8, 0.05


def people_per_arm(one: float, other: float, power: float = POWER, level: float = LEVEL) -> int:
    """The people that each of two equal arms needs to find the difference between two shares, two-sided, in whole people."""
    for share in (one, other):
        if not 0 < share < 1:
            raise InputError(f"A share between 0 and 1 was expected, such as 0.35; found {share}.")
    if one == other:
        raise InputError(f"Both shares are {one}: no number of people finds a difference of zero. Give two shares.")
    middle = (one + other) / 2
    without = norm.ppf(1 - _level(level) / 2) * sqrt(2 * middle * (1 - middle))
    with_it = norm.ppf(power) * sqrt(one * (1 - one) + other * (1 - other))
    return ceil(float((without + with_it) / (one - other)) ** 2)


def error_of_difference(deviation: float, people: tuple[float, float], explained: float = 0.0,
                        effect_of_design: float = 1.0) -> float:  # fmt: skip
    """The standard error of a difference in means between arms of two sizes.

    `deviation` is the standard deviation in one arm, `explained` the part of its variance that strata or covariates take away,
    `effect_of_design` what clustering multiplies the variance by.
    """
    if min(people) <= 0:
        raise InputError(f"Both arms need people; found {people[0]:g} and {people[1]:g}.")
    if not 0 <= explained < 1:
        raise InputError(f"The explained part of a variance lies from 0 up to 1; found {explained}.")
    return deviation * sqrt((1 - explained) * effect_of_design * (1 / people[0] + 1 / people[1]))


def smallest_difference(error: float, power: float = POWER, level: float = LEVEL, freedom: float = inf) -> float:
    """The smallest true difference that is found with this power, in the unit of the error."""
    return error * (_quantile(1 - _level(level) / 2, freedom) + _quantile(power, freedom))


def power_of(difference: float, error: float, level: float = LEVEL, freedom: float = inf) -> float:
    """The chance that a true difference is found, in either direction; for a difference of zero that is the level.

    With finite degrees of freedom it is that of the noncentral t.
    """
    reach, where = _quantile(1 - _level(level) / 2, freedom), abs(difference) / error
    if freedom == inf:
        return float(norm.sf(reach - where) + norm.cdf(-reach - where))
    return float(nct.sf(reach, freedom, where) + nct.cdf(-reach, freedom, where))


def design_effect(people_per_worker: float, within_worker: float) -> float:
    """What sharing a case worker multiplies the variance of a mean by; 1 when nobody shares one, or sharing means nothing."""
    return 1 + max(people_per_worker - 1, 0) * within_worker


def deviation(outcome: Outcome, expected: Expected) -> float:
    """The standard deviation of an outcome; that of a share follows from the share."""
    if outcome.kind is not Kind.SHARE:
        return expected.deviation
    return sqrt(expected.mean * (1 - expected.mean))


def error_when_there(outcome: Outcome, expected: Expected, people: tuple[float, float]) -> float:
    """The standard error when the arm has the effect; the deviation of a share is then another one."""
    lifted = replace(expected, mean=expected.mean + expected.effect) if outcome.kind is Kind.SHARE else expected
    arms = [deviation(outcome, each) ** 2 / size for each, size in zip((lifted, expected), people, strict=True)]
    return sqrt(sum(arms) * (1 - expected.explained))


@dataclass(frozen=True, slots=True)
class Forecast:
    """What a design can find for one outcome, contrast and group, by counts alone.

    `people` are the expected people with an outcome in the arm and the one it is compared with; `error` the standard error,
    `smallest` the smallest difference found four times out of five, `power` the chance to find the difference worth finding; all
    for one test at five percent. `clustered` is `smallest` when people share case workers as assumed.
    """

    outcome: str
    contrast: Contrast
    group: str
    people: tuple[float, float]
    error: float
    smallest: float
    clustered: float
    effect: float
    power: float


def forecasts(design: Design, assumed: Assumptions) -> tuple[Forecast, ...]:
    """What the design can find, for every declared test and every subgroup, in the order of the design."""
    outcomes = {outcome.id: outcome for outcome in design.outcomes}
    return tuple(_forecast(design, assumed, outcomes[outcome], contrast, group) for outcome, contrast, group in declared(design))


def declared(design: Design) -> Iterator[tuple[str, Contrast, Subgroup | None]]:
    """Every test that a design declares: those of its families, and for subgroups the contrasts their outcomes are judged by."""
    for family in design.families:
        for outcome in family.outcomes:
            yield from ((outcome, contrast, None) for contrast in family.contrasts)
    for group in design.subgroups:
        for outcome in group.outcomes:
            for family in design.families:
                if outcome in family.outcomes:
                    yield from ((outcome, contrast, group) for contrast in family.contrasts)


def _forecast(design: Design, assumed: Assumptions, outcome: Outcome, contrast: Contrast, group: Subgroup | None) -> Forecast:
    expected = assumed.outcomes[outcome.id]
    condition = None if group is None else group.condition
    sizes = [assumed.people(design, outcome, arm, condition) for arm in (contrast.arm, contrast.against)]
    people = (sizes[0], sizes[1])
    error = error_of_difference(deviation(outcome, expected), people, expected.explained)
    shared = _sharing(design, assumed, contrast, people, expected)
    return Forecast(outcome.id, contrast, "" if group is None else group.id, people, error, smallest_difference(error),
                    smallest_difference(error) * sqrt(shared), expected.effect,
                    power_of(expected.effect, error_when_there(outcome, expected, people)))  # fmt: skip


def _sharing(design: Design, assumed: Assumptions, contrast: Contrast, people: tuple[float, float], expected: Expected) -> float:
    """The design effect of a contrast; a worker who serves both arms makes their people alike, which cancels out."""
    arms = (contrast.arm, contrast.against)
    if assumed.team[contrast.arm] == assumed.team[contrast.against]:
        return 1 - expected.within_worker
    loads = [_caseload(design, assumed, arm, size) for arm, size in zip(arms, people, strict=True)]
    parts = [design_effect(load, expected.within_worker) / size for load, size in zip(loads, people, strict=True)]
    return sum(parts) / sum(1 / size for size in people)


def _caseload(design: Design, assumed: Assumptions, arm: str, people: float) -> float:
    """How many people of an arm with an outcome one worker has: their part of the caseload."""
    team = [each.id for each in design.arms if assumed.team[each.id] == assumed.team[arm]]
    served = sum(assumed.drawn(design) * design.arm(each).slots / len(design.pattern) for each in team)
    return assumed.caseload[assumed.team[arm]] * people / served


def _quantile(share: float, freedom: float) -> float:
    return float(norm.ppf(share) if freedom == inf else t.ppf(share, freedom))


def _level(level: float) -> float:
    if not 0 < level < 1:
        raise InputError(f"A level between 0 and 1 was expected, such as 0.05; found {level}.")
    return level
