# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""How far the arms contaminate each other in a regression on arms and strata without their products.

With three arms such a regression does not only weigh strata in a way of its own: each arm's coefficient also contains the
effects of the other arms, with weights that add up to zero, and is biased when those effects differ between strata and shares
of the arms do too. With D~ the part of an arm's column that the other arms and the strata do not explain, and T_ls the
difference of means of arm l in stratum s, it is exactly

    coefficient of k = sum over s of w_kk(s) T_ks + sum over other arms l and s of w_kl(s) T_ls,
    w_kl(s) = sum over people of arm l in stratum s of D~, divided by the sum of D~^2

Source: Goldsmith-Pinkham, Hull and Kolesar (2024), "Contamination bias in linear regressions", proposition 1.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from werkzaam.core.errors import InputError
from werkzaam.experiment.estimate.blocked import MERGE_RULE
from werkzaam.experiment.estimate.covariates import indicators
from werkzaam.experiment.estimate.estimate import observed
from werkzaam.experiment.estimate.least_squares import fit
from werkzaam.experiment.panel import Floats, Ints


@dataclass(frozen=True, slots=True)
class Contamination:
    """What an arm's coefficient in the additive regression is made of, in the unit of the outcome.

    additive   the coefficient, `own` + `others`
    own        its own effect, weighted by stratum as that regression does
    others     the effects of the other arms in it: the contamination
    average    its own effect, weighted by the size of strata: what `difference` and `adjusted` estimate
    """

    arm: int
    additive: float
    own: float
    others: float
    average: float


def contamination(outcome: Floats, arms: Ints, strata: Ints, against: int = 0) -> list[Contamination]:
    """For every arm but `against`: what a regression on arms and strata, without products, would call its effect.

    outcome, arms and strata (n,). Raises InputError for a stratum that lacks an arm, and for fewer than two arms.
    """
    taken = observed(outcome, arms, strata)
    values, arm = outcome[taken], np.asarray(arms)[taken]
    names, within = np.unique(strata[taken], return_inverse=True)
    others = [int(name) for name in np.unique(arm) if name != against]
    if not others or not (arm == against).any():
        raise InputError(f"A comparison needs people in arm {against} and in another; found {np.unique(arm).tolist()}.")
    dummies = np.column_stack([arm == name for name in others]).astype(np.float64)
    effects = _effects(values, arm, within, (against, *others), names)
    share = np.bincount(within) / len(values)
    blocks = np.column_stack([np.ones(len(values)), indicators(within)])
    return [_of_arm(at, others[at], values, dummies, blocks, within, effects, share) for at in range(len(others))]


def _of_arm(
    at: int, arm: int, values: Floats, dummies: Floats, blocks: Floats, within: Ints, effects: Floats, share: Floats
) -> Contamination:
    rest = fit(np.column_stack([blocks, np.delete(dummies, at, axis=1)]), dummies[:, at]).residuals
    weights = np.column_stack([np.bincount(within, rest * dummy, len(share)) for dummy in dummies.T]) / (rest @ rest)
    parts = (weights * effects).sum(axis=0)
    own = float(parts[at])
    return Contamination(arm, float(rest @ values / (rest @ rest)), own, float(parts.sum()) - own, float(share @ effects[:, at]))


def _effects(values: Floats, arm: Ints, within: Ints, arms: tuple[int, ...], names: Ints) -> Floats:
    """(strata, arms - 1): the mean of each arm less that of the first."""
    n = np.column_stack([np.bincount(within[arm == one], minlength=len(names)) for one in arms])
    if not n.all():
        stratum, which = np.argwhere(n == 0)[0]
        raise InputError(
            f"Stratum {names[stratum]} has nobody with an outcome in arm {arms[which]}. Merge strata by {MERGE_RULE}."
        )
    sums = np.column_stack([np.bincount(within[arm == one], values[arm == one], len(names)) for one in arms])
    means = sums / n
    found: Floats = means[:, 1:] - means[:, :1]
    return found
