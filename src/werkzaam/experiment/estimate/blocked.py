# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Differences in means, within the blocks in which people were drawn.

In block s, with N_s of the N people, let d_s be the difference of the two means. Then

    effect     sum of (N_s / N) d_s
    error^2    sum of (N_s / N)^2 (S1_s^2 / n1_s + S0_s^2 / n0_s)     with n - 1 in the variances S^2
    freedom    N - 2 times the blocks

Where every block is a pair, S^2 has no value and the variance comes from the spread of d_s over the pairs, with one degree of
freedom less than there are pairs. Without blocks the difference is Welch's; its error is that of HC2.

Sources: Neyman (1923), Imai (2008) for pairs, Gerber and Green (2012) 3.6.1 and 4.5. The same numbers as
`estimatr::difference_in_means` in R (tests/parity).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from werkzaam.core.errors import InputError
from werkzaam.experiment.estimate.estimate import Estimate, observed
from werkzaam.experiment.panel import Floats, Ints

MERGE_RULE = "the merge rule of the design (strata: smallest, merge)"


@dataclass(frozen=True, slots=True)
class _Cells:
    """Of each block (rows) and arm (columns: first, second): people, mean and variance of the outcome."""

    n: Floats
    mean: Floats
    variance: Floats


def difference(outcome: Floats, arm: Ints, block: Ints | None = None, arms: tuple[int, int] = (1, 0)) -> Estimate:
    """The first of two arms less the second, weighted by the size of each block, with Neyman's variance.

    outcome, arm and block are columns with a row for each person; people of other arms, without an arm (-1) or without an outcome
    (NaN) do not count. Raises InputError for a block that lacks an arm, or has one person in an arm while it is not a pair in a
    design of pairs.
    """
    taken = observed(outcome, arm, *(() if block is None else (block,))) & np.isin(arm, arms)
    values, first = outcome[taken], arm[taken] == arms[0]
    if block is None:
        return _unblocked(values, first, arms)
    names, within = np.unique(block[taken], return_inverse=True)
    cells = _cells(values, first, within, len(names))
    _refuse_empty(cells, names, arms)
    if (cells.n == 1).all() and len(names) > 1:
        return _pairs(cells)
    _refuse_single(cells, names, arms)
    share = cells.n.sum(axis=1) / len(values)
    effect = share @ (cells.mean[:, 0] - cells.mean[:, 1])
    variance = share**2 @ (cells.variance / cells.n).sum(axis=1)
    freedom = len(values) - 2 * len(names)
    return Estimate(float(effect), float(np.sqrt(variance)), float(freedom), _sizes(cells), "difference in means within blocks")


def incomplete_blocks(outcome: Floats, arm: Ints, block: Ints, arms: tuple[int, int] = (1, 0), least: int = 2) -> Ints:
    """The blocks in which one of two arms has fewer than `least` people with an outcome: `difference` cannot use them."""
    drawn = np.isin(arm, arms)
    taken = observed(outcome, arm, block) & drawn
    names = np.unique(block[drawn])
    cells = np.array([[np.sum(taken & (block == name) & (arm == one)) for one in arms] for name in names])
    found: Ints = names[(cells < least).any(axis=1)] if len(names) else names
    return found


def _unblocked(values: Floats, first: Floats, arms: tuple[int, int]) -> Estimate:
    cells = _cells(values, first, np.zeros(len(values), np.int64), 1)
    if cells.n.min() < 2:
        n1, n0 = _sizes(cells)
        raise InputError(f"A difference needs two people with an outcome per arm; arm {arms[0]} has {n1}, arm {arms[1]} {n0}.")
    parts = (cells.variance / cells.n)[0]
    squares = (parts**2 / (cells.n[0] - 1)).sum()
    freedom = parts.sum() ** 2 / squares if squares else cells.n.sum() - 2
    effect = cells.mean[0, 0] - cells.mean[0, 1]
    return Estimate(float(effect), float(np.sqrt(parts.sum())), float(freedom), _sizes(cells), "difference in means")


def _pairs(cells: _Cells) -> Estimate:
    differences = cells.mean[:, 0] - cells.mean[:, 1]
    pairs = len(differences)
    error = float(np.sqrt(differences.var(ddof=1) / pairs))
    return Estimate(float(differences.mean()), error, float(pairs - 1), (pairs, pairs), "difference in means within pairs")


def _cells(values: Floats, first: Floats, within: Ints, blocks: int) -> _Cells:
    """People, means and variances; a mean of nobody and a variance of one are 0."""
    cell = 2 * within + np.where(first, 0, 1)
    n = np.bincount(cell, minlength=2 * blocks).astype(np.float64)
    mean = np.bincount(cell, values, 2 * blocks) / np.maximum(n, 1)
    squares = np.bincount(cell, (values - mean[cell]) ** 2, 2 * blocks)
    shape = (blocks, 2)
    return _Cells(n.reshape(shape), mean.reshape(shape), (squares / np.maximum(n - 1, 1)).reshape(shape))


def _sizes(cells: _Cells) -> tuple[int, int]:
    n1, n0 = cells.n.sum(axis=0)
    return int(n1), int(n0)


def _refuse_empty(cells: _Cells, names: Ints, arms: tuple[int, int]) -> None:
    if not len(names):
        raise InputError(f"Nobody in arm {arms[0]} or {arms[1]} has an outcome, so there is no difference to estimate.")
    lacking, which = np.nonzero(cells.n == 0)
    if len(lacking):
        there = int(cells.n[lacking[0]].sum())
        raise InputError(
            f"Block {names[lacking[0]]} has nobody with an outcome in arm {arms[which[0]]} (and {there} in the other); of "
            f"{len(names)} blocks, {len(set(lacking))} lack an arm. Merge blocks before the draw by {MERGE_RULE}; after it, "
            "`adjusted` with the strata as covariates needs no arm in every block."
        )


def _refuse_single(cells: _Cells, names: Ints, arms: tuple[int, int]) -> None:
    single, which = np.nonzero(cells.n == 1)
    if len(single):
        raise InputError(
            f"Block {names[single[0]]} has one person with an outcome in arm {arms[which[0]]}, which has no variance; of "
            f"{len(names)} blocks, {len(set(single))} are so. Merge blocks before the draw by {MERGE_RULE}, to two per arm at "
            "least; after it, `adjusted` with the strata as covariates does without."
        )
