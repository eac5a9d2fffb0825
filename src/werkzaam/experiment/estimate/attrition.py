# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A difference of which some outcomes are missing, told in every way that asks something else to be believed (X14, X16).

Nobody chooses among them: the plain difference of who answered, the weighted one, and the bounds of Lee and Manski come together,
with the margins that the weights do not bring back and a test of whether arms lost as many people.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from werkzaam.core.errors import InputError
from werkzaam.experiment.estimate.blocked import difference
from werkzaam.experiment.estimate.bounds import Bounds, lee, manski
from werkzaam.experiment.estimate.estimate import Estimate
from werkzaam.experiment.estimate.joint import Joint, joint_of_shares
from werkzaam.experiment.estimate.weights import Margin, Weights, margins, not_reproduced, weighted_difference
from werkzaam.experiment.panel import Floats, Ints, Truths


@dataclass(frozen=True, slots=True)
class Lost:
    """Per arm how many were asked and answered, and the joint test that the shares who answered are alike."""

    asked: Mapping[int, int]
    answered: Mapping[int, int]
    test: Joint | None


@dataclass(frozen=True, slots=True)
class WithDropOut:
    """One contrast in every way.

    complete    of who answered, as if the others were like them
    weighted    of everybody asked, if who answered are like the others with the same characteristics and arm
    lee         bounds for who would answer in either arm; `tightened` within cells, where given
    manski      bounds without assumption, for an outcome of yes or no; None for another
    off         margins that the weights do not bring within half a point, the farthest first
    effective   the number of equally weighted people that the weighted ones are worth
    """

    complete: Estimate
    weighted: Estimate
    lee: Bounds
    tightened: Bounds | None
    manski: Bounds | None
    off: tuple[Margin, ...]
    effective: float


def lost(answered: Truths, arms: Ints) -> Lost:
    """How many of each arm answered, and whether arms lost as many; no test when everybody or nobody did."""
    names = np.unique(arms[arms >= 0])
    if len(names) < 2 or len(answered) != len(arms):
        raise InputError(f"Who answered and the arm of each of two arms or more were expected; found {len(names)} arms.")
    asked = {int(name): int((arms == name).sum()) for name in names}
    there = {int(name): int((answered & (arms == name)).sum()) for name in names}
    some = 0 < sum(there.values()) < sum(asked.values())
    test = joint_of_shares([there[name] / asked[name] for name in asked], list(asked.values())) if some else None
    return Lost(asked, there, test)


def with_drop_out(
    outcome: Floats, weights: Weights, characteristics: Mapping[str, Ints], generator: np.random.Generator, *,
    arms: tuple[int, int] = (1, 0), cells: Ints | None = None, redraws: int = 500,
) -> WithDropOut:  # fmt: skip
    """The first of two arms less the second, in every way, for an outcome (n,) that is NaN for who did not answer.

    characteristics   known of everybody asked, for the margins
    cells             (n,) to tighten Lee's bounds within, such as the stratum
    """
    seen = outcome[np.isfinite(outcome)]
    told = margins(weights, characteristics)
    return WithDropOut(
        complete=difference(outcome, weights.arms, arms=arms), weighted=weighted_difference(outcome, weights, arms),
        lee=lee(outcome, weights.arms, generator, arms=arms, redraws=redraws),
        tightened=None if cells is None else lee(outcome, weights.arms, generator, cells=cells, arms=arms, redraws=redraws),
        manski=manski(outcome, weights.arms, arms=arms) if np.isin(seen, (0, 1)).all() else None,
        off=not_reproduced(told), effective=weights.effective,
    )  # fmt: skip
