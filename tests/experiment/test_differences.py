# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The compiled differences are those of the formulas, written out."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from werkzaam.core.errors import InputError
from werkzaam.experiment.differences import (
    EFFECT,
    ERROR,
    FIRST,
    FREEDOM,
    SECOND,
    WORKER_ERROR,
    WORKER_FREEDOM,
    Sample,
    differences,
)
from werkzaam.experiment.estimate.blocked import difference


def sample(seed: int, people: int = 240, blocks: int = 6) -> Sample:
    """People in three arms with two outcomes, some of them unseen."""
    chance = np.random.default_rng(seed)
    base = chance.normal(size=(2, people))
    base[0, chance.random(people) < 0.2] = np.nan
    arms = np.sort(np.arange(people) % 3)
    groups = np.stack([np.ones(people, np.bool_), chance.random(people) < 0.6])
    workers = arms * 10 + chance.integers(0, 7, people)
    return Sample(arms, chance.integers(0, blocks, people), workers, chance.uniform(1, 3, people), groups, base, base + 2.0)


def by_hand(data: Sample, outcome: int, arm: int, other: int, group: int) -> tuple[float, float, int]:
    """Effect, error and degrees of freedom by the formulas, for blocks that all have two people in both arms."""
    here = data.groups[group] & np.isin(data.arms, (arm, other))
    stands = np.array([data.weights[here & (data.blocks == block)].sum() for block in range(data.blocks.max() + 1)])
    effect = variance = 0.0
    for block, share in enumerate(stands / stands.sum()):
        seen = here & (data.blocks == block) & ~np.isnan(data.base[outcome])
        one, two = (data.base[outcome][seen & (data.arms == each)] for each in (arm, other))
        effect += share * (one.mean() - two.mean())
        variance += share**2 * (one.var(ddof=1) / len(one) + two.var(ddof=1) / len(two))
    return effect, np.sqrt(variance), int((here & ~np.isnan(data.base[outcome])).sum()) - 2 * len(stands)


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize(("outcome", "arm", "other", "group"), [(0, 0, 2, 0), (1, 2, 1, 0), (0, 1, 0, 1)])
def test_effect_error_and_freedom_are_those_of_the_formulas(seed: int, outcome: int, arm: int, other: int, group: int) -> None:
    data = sample(seed, people=480)
    plain, lifted = differences(data, np.array([(outcome, arm, other, group, world) for world in (0, 1)]))
    assert plain[[EFFECT, ERROR, FREEDOM]] == pytest.approx(by_hand(data, outcome, arm, other, group), rel=1e-12)
    assert lifted[EFFECT] == pytest.approx(plain[EFFECT] + 2.0)
    assert lifted[[ERROR, WORKER_ERROR]] == pytest.approx(plain[[ERROR, WORKER_ERROR]])
    seen = data.groups[group] & ~np.isnan(data.base[outcome])
    assert plain[[FIRST, SECOND]].tolist() == [(seen & (data.arms == each)).sum() for each in (arm, other)]


@pytest.mark.parametrize("seed", range(3))
def test_with_equal_weights_it_is_the_estimator_of_the_analysis(seed: int) -> None:
    data = replace(sample(seed, people=480), weights=np.ones(480))
    data = replace(data, groups=np.stack([~np.isnan(data.base[0])]))  # So that blocks weigh those who answered.
    found = differences(data, np.array([(0, 0, 2, 0, 0)]))[0]
    analysis = difference(data.base[0], data.arms, data.blocks, arms=(0, 2))
    assert found[[EFFECT, ERROR, FREEDOM]] == pytest.approx([analysis.effect, analysis.error, analysis.freedom], rel=1e-12)
    assert (found[FIRST], found[SECOND]) == analysis.n


def test_blocks_that_cannot_be_compared_are_taken_together() -> None:
    data = sample(1, people=300, blocks=3)
    base = data.base.copy()
    for block in (0, 1):  # In these the second arm is seen once and never.
        unseen = np.flatnonzero((data.blocks == block) & (data.arms == 2))
        base[1, unseen[1 - block :]] = np.nan
    one = differences(replace(data, base=base), np.array([(1, 0, 2, 0, 0)]))
    pooled = replace(data, base=base, blocks=np.zeros(300, np.int64))
    assert one == pytest.approx(differences(pooled, np.array([(1, 0, 2, 0, 0)]))), "They still lack one and join the last block."
    base[1, np.flatnonzero((data.blocks == 1) & (data.arms == 2))[:2]] = 0.5
    enough = replace(data, base=base)
    assert differences(enough, np.array([(1, 0, 2, 0, 0)]))[0, FREEDOM] == (~np.isnan(base[1]) & (data.arms != 1)).sum() - 4
    pooled = replace(enough, blocks=np.where(data.blocks == 0, 2, data.blocks))
    assert differences(enough, np.array([(1, 0, 2, 0, 0)])) == pytest.approx(differences(pooled, np.array([(1, 0, 2, 0, 0)])))


def test_the_error_by_worker_is_that_of_sums_per_worker() -> None:
    data = sample(2)
    found = differences(data, np.array([(1, 0, 2, 0, 0)]))[0]
    parts = []
    for arm in (0, 2):
        mine = data.arms == arm
        rest = (data.base[1] - data.base[1][mine].mean()) / mine.sum()
        sums = np.array([rest[mine & (data.workers == worker)].sum() for worker in np.unique(data.workers[mine])])
        parts.append((len(sums) / (len(sums) - 1) * (sums**2).sum(), len(sums)))
    variance = sum(part for part, _ in parts)
    assert found[WORKER_ERROR] == pytest.approx(np.sqrt(variance))
    assert found[WORKER_FREEDOM] == pytest.approx(variance**2 / sum(part**2 / (size - 1) for part, size in parts))


def test_workers_of_both_arms_count_once() -> None:
    data = sample(3)
    shared = replace(data, workers=data.workers % 10)
    found = differences(shared, np.array([(1, 0, 2, 0, 0)]))[0]
    rest = np.zeros(len(data.arms))
    for arm, sign in ((0, 1), (2, -1)):
        mine = data.arms == arm
        rest[mine] = sign * (data.base[1][mine] - data.base[1][mine].mean()) / mine.sum()
    sums = np.bincount(shared.workers, rest)
    assert found[WORKER_ERROR] == pytest.approx(np.sqrt(len(sums) / (len(sums) - 1) * (sums**2).sum()))
    assert found[WORKER_FREEDOM] == pytest.approx(len(sums) - 1)


def test_an_arm_with_one_person_has_no_difference_and_mixed_arms_are_refused() -> None:
    data = sample(4)
    lonely = replace(data, base=np.where((data.arms == 0) & (np.arange(240) > 0), np.nan, data.base))
    assert np.isnan(differences(lonely, np.array([(1, 0, 2, 0, 0)]))).all()
    with pytest.raises(InputError, match="in the order of their arms"):
        differences(replace(data, arms=data.arms[::-1].copy()), np.array([(1, 0, 2, 0, 0)]))
