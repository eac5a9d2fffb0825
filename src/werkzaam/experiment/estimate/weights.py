# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Weights for who is left: those who answered stand in for those like them who did not.

A person who answered gets the weight (share who answered in their arm) / (their own fitted chance to answer), the stabilised
inverse probability; the largest percent is brought down to the 99th percentile, and the mean is one. What that costs is the
effective number of people, and whether it did its work is seen in the margins: with the weights, those who answered must have
every characteristic as often as all who were asked had it, within half a percentage point (finding F8).

The error of a weighted difference counts that the weights were themselves estimated: the influence of each person on the means
and on the response model are stacked (M-estimation), so no redrawing is needed.

Sources: Robins, Rotnitzky and Zhao (1994), Cole and Hernán (2008) for stabilising and trimming, Lunceford and Davidian (2004) and
Stefanski and Boos (2002) for the error, Kish (1965) for the effective number, issue X15.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from werkzaam.core.errors import InputError
from werkzaam.experiment.estimate.estimate import Estimate
from werkzaam.experiment.estimate.response import Chance, chance_of
from werkzaam.experiment.panel import Floats, Ints, Truths

WITHIN = 0.5
"""Percentage points by which a margin may differ (F8)."""


@dataclass(frozen=True, slots=True)
class Margin:
    """One level of a characteristic: its share in percent of all asked, and of who answered, without and with weights."""

    characteristic: str
    level: int
    everybody: float
    plain: float
    weighted: float

    @property
    def off(self) -> float:
        """Percentage points by which the weighted share differs."""
        return abs(self.weighted - self.everybody)


@dataclass(frozen=True, slots=True)
class Weights:
    """What those who answered count for.

    weights    (n,) with mean one over those who answered, 0 for the others
    chance     the fitted response model
    arms       (n,) the arm of each
    base       (n,) the weight of each by how they were selected; ones where everybody was
    answered   (n,) who answered
    limit      the largest weight that was let be, before the mean was made one; infinite without trimming
    trimmed    (n,) whose weight was brought down to it
    effective  the number of equally weighted people that says as much (Kish)
    """

    weights: Floats
    chance: Chance
    arms: Ints
    base: Floats
    answered: Truths
    limit: float
    trimmed: Truths
    effective: float


def response_weights(
    answered: Truths, columns: Floats, arms: Ints, *, base: Floats | None = None, trim: float | None = 0.99
) -> Weights:  # fmt: skip
    """Weights from the chance to answer, given `columns` (n, k) of `response.response_columns`, for n people who were asked.

    base   (n,) one over the chance to be selected, where that differed
    trim   the share of the weights that is let be; None lets all be
    Raises InputError for a response model that cannot be fitted, an arm in which nobody answered, and `trim` outside (0.5, 1].
    """
    own = np.ones(len(arms)) if base is None else np.asarray(base, np.float64)
    chance, answered = chance_of(answered, columns, own), np.asarray(answered, np.bool_)
    if trim is not None and not 0.5 < trim <= 1:
        raise InputError(f"The share of weights that is let be lies between 0.5 and 1, such as 0.99; found {trim}.")
    shares = np.empty(len(arms))
    for arm in np.unique(arms):
        shares[arms == arm] = np.average(answered[arms == arm], weights=own[arms == arm])
    if (shares == 0).any():
        raise InputError(f"Nobody answered in arm {int(arms[shares == 0][0])}; no weights make an arm of nobody.")
    raw = np.where(answered, own * shares / chance.chances, 0.0)
    limit = np.inf if trim is None else float(np.quantile(raw[answered], trim))
    kept = np.minimum(raw, limit)
    return Weights(kept / kept[answered].mean(), chance, arms, own, answered, limit, raw > limit, effective(kept[answered]))


def effective(weights: Floats) -> float:
    """Kish's effective number of people: (sum w)^2 / sum w^2."""
    return float(weights.sum() ** 2 / (weights**2).sum())


def margins(found: Weights, characteristics: Mapping[str, Ints]) -> tuple[Margin, ...]:
    """The share of every level (n,) of every characteristic: everybody asked beside those who answered."""
    told = []
    for name, levels in characteristics.items():
        for level in np.unique(levels[levels >= 0]):
            own = (levels == level).astype(np.float64)
            plain = found.answered * found.base
            told.append(Margin(name, int(level), *(100 * float(np.average(own, weights=one)) for one in
                                                   (found.base, plain, found.weights))))  # fmt: skip
    return tuple(told)


def not_reproduced(told: tuple[Margin, ...], within: float = WITHIN) -> tuple[Margin, ...]:
    """The margins that the weights do not bring within so many percentage points, the farthest off first."""
    return tuple(sorted((one for one in told if one.off > within), key=lambda one: -one.off))


def weighted_difference(outcome: Floats, found: Weights, arms: tuple[int, int] = (1, 0)) -> Estimate:
    """The first of two arms less the second among all who were asked, from those who answered (outcome NaN for the others).

    The error is that of stacked M-estimation: each person's influence through their outcome and through the response model.
    A trimmed weight does not move with the model. Raises InputError when somebody who answered has no outcome.
    """
    usable = np.isfinite(outcome)
    if (usable != found.answered).any():
        raise InputError("An outcome is needed for exactly those who answered; the response model is about the wrong question. "
                         "Fit it on who has this outcome.")  # fmt: skip
    parts = [_mean(outcome, found, arm) for arm in arms]
    influence = parts[0][1] - parts[1][1]
    n = tuple(int((found.answered & (found.arms == arm)).sum()) for arm in arms)
    return Estimate(float(parts[0][0] - parts[1][0]), float(np.sqrt((influence**2).sum())), np.inf, (n[0], n[1]),
                    "weighted for drop-out, stacked M-estimation")  # fmt: skip


def _mean(outcome: Floats, found: Weights, arm: int) -> tuple[float, Floats]:
    """A weighted mean in one arm, and each person's influence on it (n,)."""
    inside = found.answered & (found.arms == arm)
    if inside.sum() < 2:
        raise InputError(f"A mean needs two people with an outcome; arm {arm} has {int(inside.sum())}.")
    weights = np.where(inside, found.weights, 0.0)
    total = weights.sum()
    mean = float((weights[inside] * outcome[inside]).sum() / total)
    direct = np.zeros(len(outcome))
    direct[inside] = weights[inside] * (outcome[inside] - mean) / total
    moved = np.where(found.trimmed, 0.0, direct) * -(1 - found.chance.chances)
    return mean, direct + found.chance.influence @ (moved @ found.chance.columns)
