# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The joint test of several arms, which comes before any two of them are compared.

Three arms have three pairs, and looking at the largest of three differences is looking three times. First all arms together;
then the pairs, corrected; a pair is called different only when both say so (R-183). That keeps the chance of any false pair below
the level, and never calls a pair different among arms of which it is not shown that they differ at all.

Sources: Pearson 1900 (shares), Welch 1951 (means of unequal spread), Wald 1943 (estimated effects), Holm 1979 (pairs).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy import stats

from werkzaam.core.errors import InputError
from werkzaam.experiment.estimate.stepdown import holm
from werkzaam.experiment.panel import Floats, Truths


@dataclass(frozen=True, slots=True)
class Joint:
    """Whether arms differ at all: the statistic, its degrees of freedom (the second infinite for chi-square) and p."""

    statistic: float
    freedom: int
    spare: float
    p: float
    method: str


def joint_of_shares(shares: Sequence[float], n: Sequence[int]) -> Joint:
    """Pearson's chi-square test that k groups have one share; `shares` in 0..1, `n` people per group.

    Raises InputError for fewer than two groups, an empty one, a share outside 0..1, or everybody the same.
    """
    share, people = np.asarray(shares, dtype=np.float64), np.asarray(n, dtype=np.float64)
    _sound(share, people, least=1)
    if (share < 0).any() or (share > 1).any():
        raise InputError(f"shares from 0 to 1 were expected; found {share.tolist()}.")
    mean = float(np.average(share, weights=people))
    if not 0 < mean < 1:
        raise InputError("every group has the same outcome for everybody, so there is nothing to compare.")
    statistic = float((people * (share - mean) ** 2).sum() / (mean * (1 - mean)))
    freedom = len(share) - 1
    return Joint(statistic, freedom, np.inf, float(stats.chi2.sf(statistic, freedom)), "Pearson chi-square")


def joint_of_means(means: Sequence[float], spreads: Sequence[float], n: Sequence[int]) -> Joint:
    """Welch's test that k groups have one mean, for unequal standard deviations `spreads` and `n` people per group.

    Raises InputError for fewer than two groups, a group of fewer than two, or a standard deviation that is not positive.
    """
    mean, spread, people = (np.asarray(one, dtype=np.float64) for one in (means, spreads, n))
    _sound(mean, people, least=2)
    if spread.shape != mean.shape or not np.isfinite(spread).all() or (spread <= 0).any():
        raise InputError(f"a standard deviation above 0 was expected for each group; found {spread.tolist()}.")
    weight, k = people / spread**2, len(mean)
    share = weight / weight.sum()
    between = float((weight * (mean - share @ mean) ** 2).sum()) / (k - 1)
    lack = float(((1 - share) ** 2 / (people - 1)).sum())
    statistic = between / (1 + 2 * (k - 2) / (k**2 - 1) * lack)
    spare = (k**2 - 1) / (3 * lack)
    return Joint(statistic, k - 1, spare, float(stats.f.sf(statistic, k - 1, spare)), "Welch F")


def joint_of_effects(effects: Floats, covariance: Floats, spare: float = np.inf) -> Joint:
    """Wald's test that all effects are zero, from their covariance (k x k); F with `spare` degrees of freedom where finite.

    Raises InputError when the shapes do not fit or the covariance is not positive definite.
    """
    k = len(effects)
    if k == 0 or covariance.shape != (k, k):
        raise InputError(f"{k} effects need a covariance of {k} by {k}; found {covariance.shape}.")
    if not (np.isfinite(effects).all() and np.isfinite(covariance).all()):
        raise InputError("the effects or their covariance hold a value that is not a number; estimate them first.")
    if np.linalg.eigvalsh((covariance + covariance.T) / 2).min() <= 0:
        raise InputError("the covariance of the effects has no inverse: one effect follows from the others. Leave it out.")
    statistic = float(effects @ np.linalg.solve(covariance, effects))
    if np.isinf(spare):
        return Joint(statistic, k, spare, float(stats.chi2.sf(statistic, k)), "Wald chi-square")
    return Joint(statistic / k, k, spare, float(stats.f.sf(statistic / k, k, spare)), "Wald F")


def pairs_after_joint(joint: Joint, p: Sequence[float], level: float = 0.05) -> tuple[Floats, Truths]:
    """Each pair's p after Holm, and which pairs are shown to differ: those below the level when the joint test is as well."""
    adjusted = holm(np.asarray(p, dtype=np.float64))
    return adjusted, (adjusted <= level) & (joint.p <= level)


def _sound(values: Floats, people: Floats, least: int) -> None:
    if len(values) < 2 or values.shape != people.shape:
        raise InputError(f"at least two groups with as many n were expected; found {len(values)} and {len(people)}.")
    if not np.isfinite(values).all() or not np.isfinite(people).all():
        raise InputError("a group holds a value that is not a number; leave the group out or give its figure.")
    if (people < least).any():
        raise InputError(f"at least {least} people per group were expected; found {people.astype(int).tolist()}.")
