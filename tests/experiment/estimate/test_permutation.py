# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Randomisation redraws the draw that was held, keeps what was not observed with the person, and inverts to an interval."""

from __future__ import annotations

from itertools import permutations
from math import inf

import numpy as np
import pytest

from werkzaam.core.errors import InputError
from werkzaam.experiment import deal
from werkzaam.experiment.estimate.blocked import difference
from werkzaam.experiment.estimate.dealing import Draw, one_dealing
from werkzaam.experiment.estimate.permutation import Inverted, inverted_interval, p_value, randomised
from werkzaam.experiment.estimate.redrawn import redrawn_sums, sums_per_arm
from werkzaam.experiment.estimate.residuals import residuals
from werkzaam.experiment.panel import Floats, Ints

SLOTS = np.array([0, 1, 2])
CONTRASTS = ((1, 0), (2, 0), (2, 1))


def trial(n: int = 300, seed: int = 4) -> tuple[Floats, Ints, Ints]:
    """Three outcomes of people in strata of 25, dealt over three arms; the first has an effect in arm 1."""
    chance = np.random.default_rng(seed)
    strata = np.arange(n) // 25
    arms = deal.redraw(strata, SLOTS, chance)
    outcomes = chance.normal(size=(n, 3)) + strata[:, None] / 3
    outcomes[:, 0] += 0.6 * (arms == 1)
    outcomes[chance.random((n, 3)) < 0.1] = np.nan
    return outcomes, arms, strata


def generator() -> np.random.Generator:
    return np.random.default_rng(9)


def t_by_hand(outcome: Floats, arms: Ints, strata: Ints, contrast: tuple[int, int]) -> float:
    """t of one draw, in plain loops."""
    left = np.full(len(outcome), np.nan)
    for stratum in np.unique(strata):
        rows = (strata == stratum) & ~np.isnan(outcome)
        if rows.sum() > 1:
            left[rows] = outcome[rows] - outcome[rows].mean()
    one, other = (left[(arms == arm) & ~np.isnan(left)] for arm in contrast)
    return (one.mean() - other.mean()) / (one.var(ddof=1) / len(one) + other.var(ddof=1) / len(other)) ** 0.5


def test_t_is_its_definition_in_the_draw_and_in_every_redraw() -> None:
    outcomes, arms, strata = trial()
    found = randomised(outcomes, arms, one_dealing(strata, SLOTS), CONTRASTS, 5, generator())
    again = deal.redraws(strata, SLOTS, generator().spawn(1)[0], 5)
    assert found.tests == tuple((at, contrast) for at in range(3) for contrast in CONTRASTS)
    for place, (at, contrast) in enumerate(found.tests):
        assert found.observed[place] == pytest.approx(t_by_hand(outcomes[:, at], arms, strata, contrast))
        by_hand = [t_by_hand(outcomes[:, at], dealt, strata, contrast) for dealt in again]
        assert found.null[:, place] == pytest.approx(by_hand)


def test_p_counts_the_draw_that_was_held() -> None:
    null = np.array([[1.0, -3.0], [2.0, 1.0], [-2.0, 0.5]])
    assert p_value(np.array([2.0, -9.0]), null).tolist() == [3 / 4, 1 / 4]


def test_every_permutation_of_a_small_draw_gives_the_exact_p() -> None:
    outcome, arms, strata = np.array([9.0, 7, 4, 3, 1, 2]), np.array([1, 1, 1, 0, 0, 0]), np.zeros(6, np.int64)
    redraws = 20_000
    found = randomised(outcome[:, None], arms, one_dealing(strata, np.array([0, 1])), [(1, 0)], redraws, generator())
    every = {tuple(order) for order in permutations(arms)}
    held = abs(t_by_hand(outcome, arms, strata, (1, 0)))
    exact = sum(abs(t_by_hand(outcome, np.array(order), strata, (1, 0))) >= held - 1e-9 for order in every) / len(every)
    assert len(every) == 20
    assert found.p[0] == pytest.approx(exact, abs=4 * (exact / redraws) ** 0.5)


def test_threads_and_progress_do_not_change_the_redraws() -> None:
    outcomes, arms, strata = trial()
    told: list[tuple[int, int]] = []
    one = randomised(outcomes, arms, one_dealing(strata, SLOTS), CONTRASTS, 600, generator(), threads=1)
    two = randomised(
        outcomes, arms, one_dealing(strata, SLOTS), CONTRASTS, 600, generator(), lambda *done: told.append(done), threads=2
    )
    assert np.array_equal(one.null, two.null)
    assert told == [(256, 600), (512, 600), (600, 600)]
    other = randomised(outcomes, arms, one_dealing(strata, SLOTS), CONTRASTS, 600, np.random.default_rng(10))
    assert not np.array_equal(one.null, other.null)


def test_outcomes_are_judged_together_as_they_are_alone() -> None:
    outcomes, arms, strata = trial()
    together = randomised(outcomes, arms, one_dealing(strata, SLOTS), CONTRASTS, 300, generator())
    for at in range(3):
        alone = randomised(outcomes[:, [at]], arms, one_dealing(strata, SLOTS), CONTRASTS, 300, generator())
        assert alone.null == pytest.approx(together.null[:, 3 * at : 3 * at + 3])
        assert alone.p == pytest.approx(together.p[3 * at : 3 * at + 3])


def test_who_has_no_outcome_has_none_in_any_redraw() -> None:
    outcomes, _, strata = trial()
    made = residuals(outcomes, strata)
    counts = redrawn_sums(made.columns, one_dealing(strata, SLOTS), 50, generator())[:, :, made.count(1)]
    assert (counts.sum(axis=1) == np.sum(~np.isnan(outcomes[:, 1]))).all()
    assert len(np.unique(counts[:, 0])) > 3


def test_who_is_alone_in_a_stratum_does_not_count() -> None:
    outcome = np.array([[1.0], [2.0], [3.0], [np.nan], [5.0]])
    made = residuals(outcome, np.array([0, 0, 1, 1, 2]))
    assert made.columns[:, made.count(0)].tolist() == [1, 1, 0, 0, 0]
    assert made.columns[:, made.value(0)].tolist() == [-0.5, 0.5, 0, 0, 0]


def test_people_without_an_arm_do_not_count() -> None:
    outcomes, arms, strata = trial()
    more = np.vstack([outcomes, np.full((7, 3), 99.0)])
    found = randomised(
        more, np.append(arms, [-1] * 7), Draw(len(more), one_dealing(strata, SLOTS).dealings), CONTRASTS, 300, generator()
    )
    alone = randomised(outcomes, arms, one_dealing(strata, SLOTS), CONTRASTS, 300, generator())
    assert np.array_equal(found.null, alone.null)


def test_covariates_make_it_more_precise() -> None:
    outcomes, arms, strata = trial(900)
    known = np.random.default_rng(2).normal(size=(900, 2))
    outcome = outcomes[:, 0] + 2 * known[:, 0]
    known[::9, 1] = np.nan
    plain = inverted_interval(outcome, arms, one_dealing(strata, SLOTS), (1, 0), 500, generator())
    found = inverted_interval(outcome, arms, one_dealing(strata, SLOTS), (1, 0), 500, generator(), covariates=known)
    assert found.high - found.low < 0.6 * (plain.high - plain.low)
    assert found.low < 0.6 < found.high
    constant = np.column_stack([strata, np.ones(900)]).astype(np.float64)  # Constant within strata: it explains nothing more.
    assert inverted_interval(outcome, arms, one_dealing(strata, SLOTS), (1, 0), 500, generator(), covariates=constant) == plain


def shifted_p(outcome: Floats, arms: Ints, strata: Ints, shift: float) -> float:
    moved = outcome - shift * (arms == 1)
    return float(randomised(moved[:, None], arms, one_dealing(strata, SLOTS), [(1, 0)], 999, generator()).p[0])


def test_the_interval_holds_what_the_test_does_not_reject() -> None:
    outcomes, arms, strata = trial()
    outcome = outcomes[:, 0]
    found = inverted_interval(outcome, arms, one_dealing(strata, SLOTS), (1, 0), 999, generator())
    assert found.p == randomised(outcome[:, None], arms, one_dealing(strata, SLOTS), [(1, 0)], 999, generator()).p[0]
    for end, outward in ((found.low, -1), (found.high, 1)):
        assert shifted_p(outcome, arms, strata, end + outward * 1e-6) <= 0.05
        assert shifted_p(outcome, arms, strata, end - outward * 1e-6) > 0.05
    assert found.effect == pytest.approx(difference(outcome, arms, strata).effect, abs=0.05)
    assert t_by_hand(outcome - found.effect * (arms == 1), arms, strata, (1, 0)) == pytest.approx(0, abs=1e-9)


def test_the_interval_lies_near_neymans() -> None:
    outcomes, arms, strata = trial(1500)
    found = inverted_interval(outcomes[:, 0], arms, one_dealing(strata, SLOTS), (1, 0), 4000, generator())
    plain = difference(outcomes[:, 0], arms, strata)
    assert (found.low, found.high) == pytest.approx(plain.interval(), abs=0.03)
    wide = inverted_interval(outcomes[:, 0], arms, one_dealing(strata, SLOTS), (1, 0), 4000, generator(), level=0.99)
    assert wide.low < found.low < found.high < wide.high


def test_too_few_redraws_reject_nothing() -> None:
    outcomes, arms, strata = trial()
    found = inverted_interval(outcomes[:, 0], arms, one_dealing(strata, SLOTS), (1, 0), 18, generator())
    assert (found.low, found.high) == (-inf, inf)


def test_an_outcome_that_is_the_same_for_everybody_has_no_effect() -> None:
    _, arms, strata = trial()
    found = inverted_interval(np.ones(300), arms, one_dealing(strata, SLOTS), (1, 0), 99, generator())
    assert found == Inverted(0, pytest.approx(0, abs=1e-9), pytest.approx(0, abs=1e-9), 1)


def test_an_arm_that_a_redraw_empties_never_speaks_for_an_effect() -> None:
    """Two in each arm were observed; redraws that leave an arm fewer count as larger than what was held."""
    strata, arms = np.zeros(12, np.int64), np.array([0, 1] * 6)
    outcome = np.full((12, 1), np.nan)
    outcome[:4, 0] = [1.0, 9.0, 1.1, 9.2]
    found = randomised(outcome, arms, one_dealing(strata, np.array([0, 1])), [(1, 0)], 500, generator())
    assert np.isinf(found.null).any()
    assert found.p[0] > 0.2


@pytest.mark.parametrize(
    ("strata", "slots", "contrasts", "said"),
    [
        (np.arange(300) // 10, SLOTS, [(1, 0)], r"Stratum \d+ of 10 people has \d in arm \d; the draw gives 3 to 4"),
        (np.arange(300) // 25, np.array([0, 0, 1, 2]), [(1, 0)], "Give the strata and the slots with which was drawn"),
        (np.arange(300) // 25, SLOTS, [(3, 0)], r"Arm 3 has no slot in the dealing pattern \[0, 1, 2\]"),
        (np.arange(300) // 25, np.array([0, 1]), [(1, 0)], "Arm 2 has no slot"),
    ],
)
def test_a_draw_that_cannot_have_given_these_arms_is_refused(strata: Ints, slots: Ints, contrasts: list, said: str) -> None:
    outcomes, arms, _ = trial()
    with pytest.raises(InputError, match=said):
        randomised(outcomes, arms, one_dealing(strata, slots), contrasts, 10, generator())


def test_what_cannot_be_compared_is_refused() -> None:
    outcomes, arms, strata = trial()
    nobody = np.where(arms[:, None] == 2, np.nan, outcomes)
    with pytest.raises(InputError, match="Outcome 0 was observed of fewer than two people in arm 2 or 0"):
        randomised(nobody, arms, one_dealing(strata, SLOTS), [(1, 0), (2, 0)], 10, generator())
    with pytest.raises(InputError, match="one redraw and one thread at least; found 0"):
        randomised(outcomes, arms, one_dealing(strata, SLOTS), [(1, 0)], 0, generator())
    with pytest.raises(InputError, match=r"such as 0\.95; found 5"):
        inverted_interval(outcomes[:, 0], arms, one_dealing(strata, SLOTS), (1, 0), 10, generator(), level=5)
    with pytest.raises(InputError, match="An outcome is infinite"):
        randomised(np.where(np.isnan(outcomes), inf, outcomes), arms, one_dealing(strata, SLOTS), [(1, 0)], 10, generator())
    with pytest.raises(InputError, match="a row for each person"):
        randomised(outcomes, arms, one_dealing(strata, SLOTS), [(1, 0)], 10, generator(), covariates=np.ones((299, 3)))


def test_the_sums_are_those_of_the_people_of_an_arm() -> None:
    chance = np.random.default_rng(3)
    columns, arms = chance.normal(size=(1000, 5)), chance.integers(-1, 3, (4, 1000))
    found = sums_per_arm(columns, arms, 3)
    for draw in range(4):
        for arm in range(3):
            assert found[draw, arm] == pytest.approx(columns[arms[draw] == arm].sum(axis=0))
