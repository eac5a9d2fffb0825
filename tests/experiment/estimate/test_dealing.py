# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Draws held in turns, and arms that were closed to some: each redraw deals again who were dealt together, and nobody else."""

from __future__ import annotations

import numpy as np
import pytest

from tests.experiment.estimate.test_permutation import t_by_hand
from werkzaam.core.errors import InputError
from werkzaam.experiment.estimate.dealing import Dealing, Draw
from werkzaam.experiment.estimate.permutation import inverted_interval, randomised
from werkzaam.experiment.panel import Floats, Ints

CLOSED = 1
"""The arm that the second dealing does not have."""
FIRST, SECOND, THIRD, NOBODY = (np.arange(0, 60), np.arange(60, 94), np.arange(94, 135), np.arange(135, 140))
DRAW = Draw(140, (
    Dealing(FIRST, np.arange(60) // 12, np.array([0, 1, 2])),
    Dealing(SECOND, np.arange(34) // 17, np.array([0, 2])),
    Dealing(THIRD, np.arange(41) // 21, np.array([0, 1, 2]), early=1),
))  # fmt: skip
CONTRASTS = ((1, 0), (2, 0))
OPEN = {(1, 0): np.concatenate([FIRST, THIRD]), (2, 0): np.concatenate([FIRST, SECOND, THIRD])}


def trial(seed: int = 3) -> tuple[Floats, Ints]:
    """Two outcomes that differ between dealings, some not observed, and the arms of one draw."""
    chance = np.random.default_rng(seed)
    outcomes = chance.normal(size=(DRAW.size, 2)) + DRAW.blocks[:, None]
    outcomes[SECOND] += 5
    outcomes[chance.random((DRAW.size, 2)) < 0.1] = np.nan
    return outcomes, DRAW.again(chance, 1)[0].astype(np.int64)


def test_every_redraw_deals_again_who_were_dealt_together() -> None:
    drawn = DRAW.again(np.random.default_rng(1), 200)
    assert (drawn[:, NOBODY] == -1).all()
    assert set(np.unique(drawn[:, SECOND])) == {0, 2}
    for rows, arms in ((FIRST, 3), (SECOND, 2), (THIRD, 3)):
        totals = np.array([np.bincount(row, minlength=3) for row in drawn[:, rows]])
        dealt = totals[:, totals.max(axis=0) > 0]
        assert dealt.shape[1] == arms
        assert (dealt.max(axis=1) - dealt.min(axis=1)).max() <= 1, "in each draw totals differ by one at most"
    first = [np.bincount(row[THIRD[:21]], minlength=3) for row in drawn]
    assert {tuple(one) for one in first} == {(7, 7, 7)}
    assert len({tuple(np.bincount(row[DRAW.blocks >= 0], minlength=3)) for row in drawn}) > 1, "each draw begins anew"


def test_a_contrast_is_one_of_people_who_could_have_come_into_either_arm() -> None:
    outcomes, arms = trial()
    found = randomised(outcomes, arms, DRAW, CONTRASTS, 5, np.random.default_rng(9))
    again = DRAW.again(np.random.default_rng(9).spawn(1)[0], 5)
    for place, (at, contrast) in enumerate(found.tests):
        rows = OPEN[contrast]
        assert set(np.flatnonzero(DRAW.open_to(contrast))) == set(rows)
        by_hand = [t_by_hand(outcomes[rows, at], dealt[rows], DRAW.blocks[rows], contrast) for dealt in (arms, *again)]
        assert [found.observed[place], *found.null[:, place]] == pytest.approx(by_hand)


def test_the_interval_inverts_the_test_of_the_same_people() -> None:
    outcomes, arms = trial()
    found = inverted_interval(outcomes[:, 0], arms, DRAW, (1, 0), 400, np.random.default_rng(9))
    assert found.p == randomised(outcomes[:, [0]], arms, DRAW, [(1, 0)], 400, np.random.default_rng(9)).p[0]
    moved = np.where(arms == 1, outcomes[:, 0] - found.high, outcomes[:, 0])
    assert randomised(moved[:, None], arms, DRAW, [(1, 0)], 400, np.random.default_rng(9)).p[0] == pytest.approx(0.05, abs=0.01)
    others = np.where(np.isin(np.arange(140), SECOND), outcomes[:, 0] * 9 + 100, outcomes[:, 0])
    assert inverted_interval(others, arms, DRAW, (1, 0), 400, np.random.default_rng(9)) == found, "the others tell nothing"


def test_without_any_difference_few_draws_are_called_one() -> None:
    wrong = np.zeros(2)
    for seed in range(300):
        outcomes, arms = trial(seed)
        wrong += randomised(outcomes[:, [0]], arms, DRAW, CONTRASTS, 99, np.random.default_rng([5, seed]), threads=1).p <= 0.05
    assert (wrong <= 27).all(), "15 of 300 are expected, and more than 27 with a chance of 1 in 500"
    assert (wrong >= 4).all()


def test_arms_that_this_draw_cannot_have_given_are_refused() -> None:
    outcomes, arms = trial()
    crossed = arms.copy()
    crossed[SECOND[0]] = CLOSED
    with pytest.raises(InputError, match=r"Stratum 0 of 17 people has \d+ in arm \d; the draw gives"):
        randomised(outcomes, crossed, DRAW, CONTRASTS, 5, np.random.default_rng(1))
    for row, arm, said in ((NOBODY[0], 0, "row 135 was not drawn and has arm 0"), (3, -1, "row 3 was drawn and has arm -1")):
        wrong = arms.copy()
        wrong[row] = arm
        with pytest.raises(InputError, match=said):
            randomised(outcomes, wrong, DRAW, CONTRASTS, 5, np.random.default_rng(1))
