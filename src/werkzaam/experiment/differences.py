# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Many blocked differences at once, compiled: the estimator of `estimate.blocked`, for simulating a design thousands of times.

In every block that has two people with an outcome in both arms the arms are compared; blocks that have fewer are taken together,
which is fair because everybody had the same chance of an arm. Blocks weigh as many people as they stand for: the sum of one over
the chance to be asked (Horvitz and Thompson 1952). The error is Neyman's within blocks. A second one lets people of one case
worker be alike: the spread of workers' sums around the arm's mean, with Satterthwaite's degrees of freedom over the workers of
both arms. It leaves blocks aside, because two people in a block are too few to tell a worker from the block; so it is on the wide
side.

Sources: Gerber and Green (2012) 3.6.1; Liang and Zeger (1986) with the correction g / (g - 1); Satterthwaite (1946).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numba import njit

from werkzaam.core.errors import InputError
from werkzaam.experiment.panel import Floats, Ints, Truths

EFFECT, ERROR, FREEDOM, WORKER_ERROR, WORKER_FREEDOM, FIRST, SECOND = range(7)
"""The columns of what `differences` yields."""


@dataclass(frozen=True, slots=True)
class Sample:
    """The people with whom arms are compared, in the order of their arms: block, worker, what each stands for, who is in a group.

    `base` and `lifted` have for each outcome (rows) everybody's value without and with the effect, NaN where nobody saw it.
    """

    arms: Ints
    blocks: Ints
    workers: Ints
    weights: Floats
    groups: Truths
    base: Floats
    lifted: Floats


def differences(sample: Sample, tests: Ints) -> Floats:
    """A row of seven numbers for each test; NaN where one of its arms has fewer than two people with an outcome.

    tests   (tests, 5): row of the outcome, the arm, the other arm, row of the group, and 1 if the first has its effect
    """
    if len(sample.arms) and np.diff(sample.arms).min(initial=0) < 0:
        raise InputError("The people of a sample stand in the order of their arms; found them mixed. Sort them by arm first.")
    found = np.full((len(tests), 7), np.nan)
    if len(sample.arms):
        most = int(sample.blocks.max()) + 2, int(sample.workers.max()) + 1
        bounds = np.searchsorted(sample.arms, np.arange(int(max(sample.arms[-1], tests[:, 1:3].max())) + 2))
        _all(sample.base, sample.lifted, bounds, sample.blocks, sample.workers, sample.weights, sample.groups, tests, most, found)
    return found


@njit(cache=True, nogil=True)  # type: ignore[untyped-decorator]
def _all(base: Floats, lifted: Floats, bounds: Ints, blocks: Ints, workers: Ints, weights: Floats, groups: Truths, tests: Ints,
         most: tuple[int, int], found: Floats) -> None:  # fmt: skip
    """Every test into its row of `found`; the people of an arm stand between its two bounds."""
    people = len(blocks)
    sides, values = np.empty(people, np.int64), np.empty(people)
    where, shifted = np.empty(people, np.int64), np.empty(most[0], np.int64)
    for test in range(len(tests)):
        row, group = tests[test, 0], tests[test, 3]
        size = 0
        n, total, stands = np.zeros((most[0], 2)), np.zeros((most[0], 2)), np.zeros(most[0])
        for side in range(2):
            arm = tests[test, 1 + side]
            outcome = lifted[row] if tests[test, 4] == 1 and side == 0 else base[row]
            for at in range(bounds[arm], bounds[arm + 1]):
                if groups[group, at]:
                    stands[blocks[at]] += weights[at]
                    if not np.isnan(outcome[at]):
                        n[blocks[at], side] += 1
                        total[blocks[at], side] += outcome[at]
                        sides[size], values[size], where[size] = side, outcome[at], at
                        size += 1
        if n[:, 0].sum() >= 2 and n[:, 1].sum() >= 2:
            _pool(n, total, stands, shifted)
            _estimate(n, total, stands, shifted, sides[:size], values[:size], where[:size], blocks, workers, most[1], found[test])


@njit(cache=True, nogil=True)  # type: ignore[untyped-decorator]
def _pool(n: Floats, total: Floats, stands: Floats, shifted: Ints) -> None:
    """Take blocks together that lack two people in an arm: into the last row, or the largest block if that lacks them too."""
    last = len(n) - 1
    for block in range(last):
        shifted[block] = block
        if n[block, 0] < 2 or n[block, 1] < 2:
            _move(n, total, stands, shifted, block, last)
    shifted[last] = last
    if n[last].sum() + stands[last] > 0 and (n[last, 0] < 2 or n[last, 1] < 2):
        largest = np.argmax(n[:last, 0] + n[:last, 1])
        for block in range(last):
            if shifted[block] == last:
                shifted[block] = largest
        _move(n, total, stands, shifted, last, largest)


@njit(cache=True, nogil=True)  # type: ignore[untyped-decorator]
def _move(n: Floats, total: Floats, stands: Floats, shifted: Ints, block: int, into: int) -> None:
    n[into] += n[block]
    total[into] += total[block]
    stands[into] += stands[block]
    n[block], total[block], stands[block] = 0, 0, 0
    shifted[block] = into


@njit(cache=True, nogil=True)  # type: ignore[untyped-decorator]
def _estimate(n: Floats, total: Floats, stands: Floats, shifted: Ints, sides: Ints, values: Floats, where: Ints, blocks: Ints,
              workers: Ints, most: int, found: Floats) -> None:  # fmt: skip
    """The numbers of one test."""
    squares, sums = np.zeros(n.shape), np.zeros((most, 2))
    everybody, seen, size = stands.sum(), np.zeros((most, 2)), n.sum(axis=0)
    mean = total.sum(axis=0) / size
    for at in range(len(values)):
        block, side = shifted[blocks[where[at]]], sides[at]
        rest = values[at] - total[block, side] / n[block, side]
        squares[block, side] += rest * rest
        sums[workers[where[at]], side] += (values[at] - mean[side]) / size[side]
        seen[workers[where[at]], side] += 1
    effect, variance, used = 0.0, 0.0, 0
    for block in range(len(n)):
        if n[block, 0] > 0:
            share, used = stands[block] / everybody, used + 1
            effect += share * (total[block, 0] / n[block, 0] - total[block, 1] / n[block, 1])
            for side in range(2):
                variance += share**2 * squares[block, side] / (n[block, side] - 1) / n[block, side]
    found[EFFECT], found[ERROR], found[FREEDOM] = effect, np.sqrt(variance), len(values) - 2 * used
    found[FIRST], found[SECOND] = n[:, 0].sum(), n[:, 1].sum()
    _by_worker(sums, seen, found)


@njit(cache=True, nogil=True)  # type: ignore[untyped-decorator]
def _by_worker(sums: Floats, seen: Floats, found: Floats) -> None:
    """The error and degrees of freedom when people of one worker may be alike; workers of both arms are one group of workers."""
    both = ((seen[:, 0] > 0) & (seen[:, 1] > 0)).any()
    parts, numbers = np.zeros(2), np.zeros(2)
    for worker in range(len(sums)):
        if both:
            parts[0] += (sums[worker, 0] - sums[worker, 1]) ** 2
            numbers[0] += seen[worker].sum() > 0
        else:
            for side in range(2):
                parts[side] += sums[worker, side] ** 2
                numbers[side] += seen[worker, side] > 0
    variance, below = 0.0, 0.0
    for side in range(1 if both else 2):
        if numbers[side] < 2:
            return
        part = parts[side] * numbers[side] / (numbers[side] - 1)
        variance += part
        below += part**2 / (numbers[side] - 1)
    found[WORKER_ERROR] = np.sqrt(variance)
    found[WORKER_FREEDOM] = variance**2 / below if below > 0 else numbers.sum() - 2
