# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Invented people for the benchmark of estimates: dealt over three arms within strata, with outcomes and covariates."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from werkzaam.experiment import deal
from werkzaam.experiment.panel import Floats, Ints

SLOTS = np.array([0, 1, 2])
CONTRASTS = ((1, 0), (2, 0))
PER_STRATUM, OUTCOMES, COVARIATES = 41, 8, 20
"""128 strata of 5,250 people, as in the Amsterdam design."""


@dataclass(frozen=True)
class People:
    """Rows of people: strata and arms (n,), outcomes (n, 8; one in ten not observed) and covariates (n, 20)."""

    strata: Ints
    arms: Ints
    outcomes: Floats
    covariates: Floats


def people(number: int) -> People:
    """So many people, the same on every run."""
    chance = np.random.default_rng(5250)
    strata = np.arange(number) // PER_STRATUM
    arms = deal.redraw(strata, SLOTS, chance)
    covariates = chance.normal(size=(number, COVARIATES))
    common = covariates @ chance.normal(0, 0.1, COVARIATES) + 0.1 * (arms == 1)
    outcomes = common[:, None] + chance.normal(size=(number, OUTCOMES))
    outcomes[chance.random(outcomes.shape) < 0.1] = np.nan
    outcomes[:, 0] = np.where(np.isnan(outcomes[:, 0]), common, outcomes[:, 0])  # One outcome of everybody, for the peers.
    return People(strata, arms, outcomes, covariates)
