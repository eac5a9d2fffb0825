# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Imagined outcomes of a draw, as assumed: without and with the difference worth finding, and only where somebody saw them.

A yes or no is a normal variable that passes a threshold, so that its share is exactly as assumed; the correlations that strata
and workers must give to it are worked out from those that it shows.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.optimize import brentq
from scipy.special import owens_t
from scipy.stats import norm

from werkzaam.experiment.assumptions import Assumptions, Expected
from werkzaam.experiment.design import Design, Kind, Outcome
from werkzaam.experiment.differences import Sample
from werkzaam.experiment.imagined import Chance, Draw
from werkzaam.experiment.panel import Floats, Ints, Truths


@dataclass(frozen=True, slots=True)
class Recipe:
    """What makes one outcome: the parts of strata, workers, person and chance in a normal variable, and what is done with it.

    `cuts` are the thresholds of a share without and with its effect, None for an amount; `stay` is for each arm how much somebody
    must stay to be seen.
    """

    parts: tuple[float, float, float, float]
    mean: float
    deviation: float
    effect: float
    cuts: tuple[float, float] | None
    stay: Floats


def recipe(design: Design, assumed: Assumptions, outcome: Outcome) -> Recipe:
    """How one outcome is made."""
    expected = assumed.outcomes[outcome.id]
    strata, worker = behind(outcome, expected)
    rest = 1 - strata - worker
    parts = np.sqrt([strata, worker, rest * assumed.alike, rest * (1 - assumed.alike)])
    cuts = None
    if outcome.kind is Kind.SHARE:
        cuts = float(norm.ppf(1 - expected.mean)), float(norm.ppf(1 - expected.mean - expected.effect))
    stay = np.array([norm.ppf(1 - assumed.answering(design, outcome, arm.id)) for arm in design.arms])
    one, two, three, four = (float(part) for part in parts)
    return Recipe((one, two, three, four), expected.mean, expected.deviation, expected.effect, cuts, stay)


def fill(recipes: Sequence[Recipe], once: Draw, rows: Ints, person: Floats, stays: Floats, groups: Truths, register: bool,
         chance: Chance) -> Sample:  # fmt: skip
    """The people in some rows of a draw with their outcomes; those asked for interviews stand for who was not."""
    base, lifted = np.empty((len(recipes), len(rows))), np.empty((len(recipes), len(rows)))
    arms, strata, workers = once.arms[rows], once.strata[rows], once.workers[rows]
    for at, each in enumerate(recipes):
        z = each.parts[2] * person[rows] + each.parts[3] * chance.standard_normal(len(rows))
        for part, whose in ((each.parts[0], strata), (each.parts[1], workers)):
            if part:
                z += part * chance.standard_normal(int(whose.max()) + 1)[whose]
        if each.cuts is None:
            base[at] = each.mean + each.deviation * z
            lifted[at] = base[at] + each.effect
        else:
            base[at], lifted[at] = z > each.cuts[0], z > each.cuts[1]
        missing = stays[rows] < each.stay[arms]
        base[at, missing] = lifted[at, missing] = np.nan
    weights = np.ones(len(rows)) if register else 1 / once.asked[rows]
    return Sample(arms, strata, workers, weights, np.ascontiguousarray(groups[:, rows]), base, lifted)


def shown(share: float, correlation: float) -> float:
    """The correlation between two yes-or-no answers with this share, from normal variables with this correlation."""
    reach = float(norm.ppf(share))
    both = share - 2 * float(owens_t(reach, np.sqrt((1 - correlation) / (1 + correlation))))
    return (both - share**2) / (share * (1 - share))


def behind(outcome: Outcome, expected: Expected) -> tuple[float, float]:
    """The parts of the normal variable's variance that strata and workers need, for the parts that the outcome shows."""
    if outcome.kind is not Kind.SHARE:
        return expected.explained, expected.within_worker
    strata = _needed(expected.mean, expected.explained)
    return strata, _needed(expected.mean, expected.explained + expected.within_worker) - strata


def _needed(share: float, correlation: float) -> float:
    if correlation == 0:
        return 0.0
    return float(brentq(lambda each: shown(share, each) - correlation, 0.0, 1 - 1e-9))
