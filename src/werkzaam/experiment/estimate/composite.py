# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""One index of several outcomes of one idea, such as wellbeing, so that one thing is tested once.

Every outcome is turned so that more is better, by the sign that the plan fixed (`Outcome.better`), and put on the scale of the
control arm: its mean 0, its standard deviation 1. The index is the mean with weights from the inverse of the covariance matrix,
so that outcomes which say the same thing share their weight; a person's missing outcome is left out of that person's mean.

Source: Anderson (2008), appendix A.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from werkzaam.core.errors import InputError
from werkzaam.experiment.panel import Floats, Ints


@dataclass(frozen=True, slots=True)
class Index:
    """An index with what it was made of.

    values   (n,) in standard deviations of the control arm; NaN for who has none of the outcomes
    weights  (k,) of the outcomes, together one; a negative one says that an outcome only corrects the others
    observed (k,) how many people have each
    """

    values: Floats
    weights: Floats
    observed: Ints


def index(outcomes: Floats, better: Sequence[int], arm: Ints, control: int = 0) -> Index:
    """The index of outcomes (n, k), NaN where missing, with 1 where more is better and -1 where less is.

    Raises InputError for a direction that is neither, a control arm without two values of an outcome or with no spread in one,
    and outcomes of which one follows from the others.
    """
    if outcomes.ndim != 2 or len(outcomes) != len(arm) or outcomes.shape[1] < 2:
        raise InputError(f"At least two outcomes with a row for each person were expected; found {outcomes.shape}.")
    if len(better) != outcomes.shape[1] or not set(better) <= {1, -1}:
        raise InputError(f"The plan gives each of {outcomes.shape[1]} outcomes a direction, 1 or -1; found {list(better)}.")
    if np.isinf(outcomes).any():
        raise InputError("An outcome is infinite. Give NaN for what was not observed, and a number for the rest.")
    own = outcomes[arm == control]
    if (np.isfinite(own).sum(axis=0) < 2).any():
        raise InputError(
            f"The control arm {control} needs two values of every outcome; found {np.isfinite(own).sum(axis=0).tolist()}."
        )
    spread = np.nanstd(own, axis=0, ddof=1)
    if (spread <= 0).any():
        raise InputError(
            f"Outcome {int(np.flatnonzero(spread <= 0)[0])} is the same for the whole control arm; leave it out of the index."
        )
    scaled = np.asarray(better) * (outcomes - np.nanmean(own, axis=0)) / spread
    weights = _weights(scaled)
    there = np.isfinite(scaled)
    held = there @ weights
    with np.errstate(invalid="ignore", divide="ignore"):
        values = np.where(there.any(axis=1) & (held > 0), np.where(there, scaled, 0.0) @ weights / held, np.nan)
    return Index(values, weights / weights.sum(), there.sum(axis=0))


def _weights(scaled: Floats) -> Floats:
    """The sums of the rows of the inverse covariance, each pair from those who have both."""
    k = scaled.shape[1]
    covariance = np.empty((k, k))
    for one in range(k):
        for other in range(one, k):
            both = np.isfinite(scaled[:, one]) & np.isfinite(scaled[:, other])
            if both.sum() < 3:
                raise InputError(
                    f"Outcomes {one} and {other} are seldom known together ({int(both.sum())} people); they make no index."
                )
            covariance[one, other] = covariance[other, one] = np.cov(scaled[both, one], scaled[both, other])[0, 1]
    if np.linalg.eigvalsh(covariance).min() < 1e-9:
        raise InputError("One outcome follows from the others, so their covariance has no inverse. Leave it out of the index.")
    found = np.asarray(np.linalg.solve(covariance, np.ones(k)), np.float64)
    if found.sum() <= 0:
        raise InputError("The outcomes weigh nothing together: some point the other way. See the directions in the plan.")
    return found
