# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""In 2,000 trials no more than 5% of families are called wrong, and the mistake of judging each test by itself is found out.

`make soak` runs 20,000 trials (many_trials.py).
"""

from __future__ import annotations

from tests.experiment.estimate.error_rates import BALANCED, EFFECT, NULL, families, honest

TRIALS = 2_000


def test_what_is_known_of_the_twins() -> None:
    assert (NULL.outcomes[:, :3, 1:] == NULL.outcomes[:, :3, :1]).all()
    assert [round(BALANCED.effect(at, 1), 10) for at in range(3)] == [0] * 3
    assert (BALANCED.outcomes[:, 0, 1] != BALANCED.outcomes[:, 0, 0]).sum() == 60
    assert [round(EFFECT.effect(at, 1), 10) for at in range(3)] == [0.05] * 3
    assert [EFFECT.effect(at, 2) for at in range(4)] == [0] * 4


def test_no_more_than_five_percent_counts_as_honest() -> None:
    assert honest(100, TRIALS)
    assert honest(130, TRIALS)
    assert not honest(132, TRIALS)


def test_a_family_without_effects_is_rarely_called() -> None:
    wrong = families(NULL, (), TRIALS)
    assert honest(wrong["step_down"], TRIALS)
    assert honest(wrong["holm"], TRIALS)
    assert wrong["holm"] <= wrong["step_down"]
    assert wrong["step_down"] > TRIALS // 100, "A test that never errs was not run."
    assert not honest(wrong["unadjusted"], TRIALS), "The count must find out eight tests at 5% each."


def test_an_arm_that_helps_as_many_as_it_harms_is_rarely_called() -> None:
    assert honest(families(BALANCED, (), TRIALS // 2)["step_down"], TRIALS // 2)


def test_a_true_effect_does_not_drag_others_along() -> None:
    assert honest(families(EFFECT, (1,), TRIALS // 2)["step_down"], TRIALS // 2)
