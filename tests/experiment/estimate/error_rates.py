# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""How often our tests and intervals are wrong, counted in experiments of which the truth is known.

A twin is a population whose outcomes under every arm are known. A trial deals it over the arms as the public draw does, sees of
each person the outcome of their own arm, and judges. In the null twin no arm makes a difference to anybody; in the balanced one
arm 1 helps as many as it harms; in the third it adds five percentage points, by helping eight in a hundred and harming three.
Beside what we do stand two mistakes, which the same count must find out: judging each test of a family by itself, and
forgetting that the clients of one case manager hang together.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

import numpy as np
from scipy.stats import binom

from werkzaam.experiment import deal
from werkzaam.experiment.estimate.adjusted import adjusted
from werkzaam.experiment.estimate.blocked import difference
from werkzaam.experiment.estimate.clustered import clustered
from werkzaam.experiment.estimate.covariates import indicators
from werkzaam.experiment.estimate.dealing import one_dealing
from werkzaam.experiment.estimate.permutation import inverted_interval, randomised
from werkzaam.experiment.estimate.stepdown import holm, step_down
from werkzaam.experiment.panel import Floats, Ints

LEVEL = 0.05
SLOTS = np.array([0, 1, 2])
CONTRASTS = ((1, 0), (2, 0))
REDRAWS = 99
"""With 99 redraws, 5 / 100 is the largest p-value that counts: a test is right as often as with more, and only less powerful."""


@dataclass(frozen=True)
class Twin:
    """People (n) in strata, with every outcome (n, outcomes, arms) and a covariate."""

    strata: Ints
    outcomes: Floats
    covariate: Floats

    def effect(self, outcome: int, arm: int) -> float:
        """The average effect among those who are observed."""
        gains = self.outcomes[:, outcome, arm] - self.outcomes[:, outcome, 0]
        return float(np.nanmean(gains))


def twin(helped: int, harmed: int, people: int = 600, outcomes: int = 4) -> Twin:
    """Yes-or-no outcomes that hang together, half of them yes; in arm 1 so many in a hundred are helped and harmed.

    Of the last outcome, one in ten is not observed, whatever the arm.
    """
    chance = np.random.default_rng(20260)
    strata = np.arange(people) // 25
    covariate = chance.normal(size=people)
    latent = covariate[:, None] + np.linspace(-1, 1, strata.max() + 1)[strata, None] + chance.normal(size=(people, outcomes))
    potential = np.repeat((latent > 0).astype(np.float64)[:, :, None], 3, axis=2)
    for at in range(outcomes):
        gain, lose = (np.flatnonzero(potential[:, at, 0] == value) for value in (0, 1))
        potential[chance.permutation(gain)[: helped * people // 100], at, 1] = 1
        potential[chance.permutation(lose)[: harmed * people // 100], at, 1] = 0
    potential[chance.permutation(people)[: people // 10], -1, :] = np.nan
    return Twin(strata, potential, covariate)


NULL, BALANCED, EFFECT = twin(0, 0), twin(5, 5), twin(8, 3)


def families(population: Twin, true: tuple[int, ...], trials: int, seed: int = 1) -> Counter[str]:
    """In how many trials a family was called wrong at least once; to find an effect of an arm in `true` is no mistake."""
    wrong: Counter[str] = Counter()
    for trial in range(trials):
        chance = np.random.default_rng([seed, trial])
        arms, seen = _held(population, chance)
        found = randomised(seen, arms, one_dealing(population.strata, SLOTS), CONTRASTS, REDRAWS, chance, threads=1)
        false = np.array([contrast[0] not in true for _, contrast in found.tests])
        judged = {"step_down": step_down(found.observed, found.null), "holm": holm(found.p), "unadjusted": found.p}
        wrong.update(name for name, p in judged.items() if (p[false] <= LEVEL).any())
    return wrong


def intervals(population: Twin, trials: int, seed: int = 2) -> Counter[str]:
    """In how many trials the interval of arm 1 on the first outcome missed the truth."""
    missed: Counter[str] = Counter()
    truth, covariates = population.effect(0, 1), np.column_stack([indicators(population.strata), population.covariate])
    for trial in range(trials):
        chance = np.random.default_rng([seed, trial])
        arms, seen = _held(population, chance)
        outcome = seen[:, 0]
        inverted = inverted_interval(outcome, arms, one_dealing(population.strata, SLOTS), (1, 0), REDRAWS, chance, threads=1)
        found = {
            "blocked": difference(outcome, arms, population.strata).interval(),
            "adjusted": adjusted(outcome, arms, covariates).difference(1, 0).interval(),
            "inverted": (inverted.low, inverted.high),
        }
        missed.update(name for name, (low, high) in found.items() if not low <= truth <= high)
    return missed


def cluster_intervals(trials: int, seed: int = 3) -> Counter[str]:
    """The same where twenty-four case managers of 5 to 15 clients are dealt over two arms, within four teams of six."""
    missed: Counter[str] = Counter()
    sizes = 5 + np.arange(24) % 11
    cluster = np.repeat(np.arange(24), sizes)
    team = np.arange(24) // 6
    for trial in range(trials):
        chance = np.random.default_rng([seed, trial])
        arms = deal.redraw(team, np.array([0, 1]), chance)[cluster]
        outcome = 0.05 * arms + 0.5 * chance.normal(size=24)[cluster] + chance.normal(size=len(cluster))
        teams = indicators(team[cluster])
        found = {"clustered": clustered(outcome, arms, cluster, teams), "ignored": difference(outcome, arms, team[cluster])}
        for name, estimate in found.items():
            low, high = estimate.interval()
            missed[name] += not low <= 0.05 <= high
    return missed


def honest(wrong: int, trials: int) -> bool:
    """Whether so many mistakes are no evidence, at 99.9%, that there are more than 5% of them."""
    return bool(binom.sf(wrong - 1, trials, LEVEL) >= 0.001)


def _held(population: Twin, chance: np.random.Generator) -> tuple[Ints, Floats]:
    """A draw, and what is seen after it."""
    arms = deal.redraw(population.strata, SLOTS, chance)
    return arms, population.outcomes[np.arange(len(arms)), :, arms]
