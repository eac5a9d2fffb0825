# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Estimates for so many people in a process of its own, so that its peak of memory can be measured: PEOPLE REDRAWS."""

from __future__ import annotations

import sys

import numpy as np
from experiment_people import CONTRASTS, SLOTS, people

from werkzaam.experiment.estimate.adjusted import adjusted
from werkzaam.experiment.estimate.blocked import difference
from werkzaam.experiment.estimate.clustered import clustered
from werkzaam.experiment.estimate.dealing import one_dealing
from werkzaam.experiment.estimate.permutation import inverted_interval, randomised
from werkzaam.experiment.estimate.stepdown import step_down


def main(number: int, redraws: int) -> None:
    """Everything that a verdict asks of one table of people."""
    found, chance = people(number), np.random.default_rng(1)
    tests = randomised(
        found.outcomes, found.arms, one_dealing(found.strata, SLOTS), CONTRASTS, redraws, chance, covariates=found.covariates
    )
    step_down(tests.observed, tests.null)
    inverted_interval(found.outcomes[:, 0], found.arms, one_dealing(found.strata, SLOTS), (1, 0), redraws, chance)
    difference(found.outcomes[:, 0], found.arms, found.strata)
    adjusted(found.outcomes[:, 0], found.arms, found.covariates)
    clustered(found.outcomes[:, 0], found.arms, found.strata, found.covariates)


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
