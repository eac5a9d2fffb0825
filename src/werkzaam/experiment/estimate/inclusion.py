# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Estimates for people who were taken with chances that are known and differ, and weights that meet known totals.

Horvitz and Thompson divide every value by its person's chance to be taken; Hájek divides by the sum of those weights as well,
which is nearly always the more precise. The errors are those of sampling with replacement, the same as `survey::svymean` and
`survey::svyglm` in R without strata or clusters.

Sources: Horvitz and Thompson (1952), Hájek (1971), Deming and Stephan (1940) for raking.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from werkzaam.core.errors import InputError
from werkzaam.experiment.estimate.estimate import Estimate
from werkzaam.experiment.estimate.least_squares import Robust, fit
from werkzaam.experiment.panel import Floats, Ints

CLOSE, MOST_ROUNDS = 1e-12, 5_000


@dataclass(frozen=True, slots=True)
class Value:
    """An estimated total or mean with its standard error."""

    value: float
    error: float
    n: int


def horvitz_thompson(values: Floats, chances: Floats) -> Value:
    """The total over everybody from those taken: values (n,) over their chances in (0, 1]."""
    _check(values, chances)
    parts, n = values / chances, len(values)
    return Value(float(parts.sum()), float(np.sqrt(n * parts.var(ddof=1))), n)


def hajek(values: Floats, chances: Floats) -> Value:
    """The mean over everybody from those taken: the weighted mean, with weights one over the chances in (0, 1]."""
    _check(values, chances)
    weights, n = 1 / chances, len(values)
    mean = float(np.average(values, weights=weights))
    parts = weights * (values - mean) / weights.sum()
    return Value(mean, float(np.sqrt(n / (n - 1) * (parts**2).sum())), n)


def hajek_difference(outcome: Floats, arm: Ints, chances: Floats, arms: tuple[int, int] = (1, 0)) -> Estimate:
    """The first of two arms less the second, each person weighted by one over their chance to be there (selected and dealt).

    People of other arms or without an outcome (NaN) do not count. The same error as `survey::svyglm`.
    """
    taken = np.isfinite(outcome) & np.isin(arm, arms)
    _check(outcome[taken], chances[taken])
    first = (arm[taken] == arms[0]).astype(np.float64)
    n = (int(first.sum()), int((1 - first).sum()))
    if min(n) < 2:
        raise InputError(f"A difference needs two people with an outcome per arm; found {n[0]} and {n[1]}.")
    found = fit(np.column_stack([np.ones(len(first)), first]), outcome[taken], 1 / chances[taken])
    variance = found.covariance(Robust.HC0)[1, 1] * len(first) / (len(first) - 1)
    return Estimate(float(found.coefficients[1]), float(np.sqrt(variance)), np.inf, n, "weighted by known chances (Hájek)")


def rake(weights: Floats, characteristics: Sequence[Ints], totals: Sequence[Floats]) -> Floats:
    """Weights (n,) changed as little as needed to give every level of every characteristic its known total.

    characteristics  for each the index of the level of every person (n,)
    totals           for each the wanted total of every level; all must add up to the same number of people
    Raises InputError for totals that disagree, a wanted level that nobody has, weights that are not above 0, and totals that no
    weights can meet together.
    """
    found, people = np.asarray(weights, np.float64).copy(), [float(np.sum(one)) for one in totals]
    _check_raking(found, characteristics, totals, people)
    for _ in range(MOST_ROUNDS):
        moved = 0.0
        for levels, wanted in zip(characteristics, totals, strict=True):
            held = np.bincount(levels, found, len(wanted))
            ratio = np.divide(wanted, held, out=np.ones(len(wanted)), where=held > 0)
            found *= ratio[levels]
            moved = max(moved, float(np.abs(ratio - 1).max()))
        if moved < CLOSE:
            return found
    raise InputError(f"After {MOST_ROUNDS} rounds the totals still pull against each other by {moved:.1e}: no weights meet "
                     f"them all. "
                     "Merge a level that few people have, or leave out a characteristic.")  # fmt: skip


def _check_raking(weights: Floats, characteristics: Sequence[Ints], totals: Sequence[Floats], people: Sequence[float]) -> None:
    if len(characteristics) != len(totals) or not totals:
        raise InputError(f"Totals for every characteristic were expected; found {len(totals)} for {len(characteristics)}.")
    if not (np.isfinite(weights).all() and weights.min() > 0):
        raise InputError(f"Weights must be above 0; found {weights.min()}. Leave out whoever has no weight.")
    if max(people) - min(people) > 1e-9 * max(people):
        raise InputError(f"The totals disagree about how many people there are: {people}. Scale them to one number.")
    for at, (levels, wanted) in enumerate(zip(characteristics, totals, strict=True)):
        if len(levels) != len(weights) or levels.min() < 0 or levels.max() >= len(wanted):
            raise InputError(f"Characteristic {at} needs a level from 0 to {len(wanted) - 1} for each of {len(weights)} people.")
        empty = [level for level in range(len(wanted)) if wanted[level] > 0 and not (levels == level).any()]
        if empty or np.min(wanted) < 0 or any(wanted[level] <= 0 for level in np.unique(levels)):
            raise InputError(f"Characteristic {at}: a total above 0 was expected for every level that somebody has, and for no "
                             f"other; "
                             f"levels that nobody has: {empty}. Merge levels first.")  # fmt: skip


def _check(values: Floats, chances: Floats) -> None:
    if len(values) != len(chances) or len(values) < 2:
        raise InputError(f"Two people or more, each with a chance, were expected; found {len(values)} and {len(chances)}.")
    if not np.isfinite(values).all():
        raise InputError(
            "A value is missing or infinite; who was taken must have one. Leave out who did not answer, and weight for it."
        )
    if not (np.isfinite(chances).all() and chances.min() > 0 and chances.max() <= 1):
        raise InputError(
            f"Chances lie in (0, 1]; found {chances.min()} to {chances.max()}. Somebody with chance 0 is not represented."
        )
