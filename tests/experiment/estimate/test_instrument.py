# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What a treatment did to those whom the draw moved."""

from __future__ import annotations

import numpy as np
import pytest

from werkzaam.core.errors import InputError
from werkzaam.experiment.estimate.blocked import difference
from werkzaam.experiment.estimate.instrument import EXCLUSION, WEAK, two_stage


def people(seed: int, n: int = 600) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Outcome, taken, drawn and a covariate; who is keen takes part and does well anyway; the true effect is 2."""
    generator = np.random.default_rng(seed)
    drawn, keen = np.arange(n) % 2, generator.normal(0, 1, n)
    taken = ((drawn == 1) & (keen > -0.5) | (keen > 1.5)).astype(float)
    return 2 * taken + keen + generator.normal(0, 1, n), taken, drawn, keen


def test_it_is_the_effect_on_the_outcome_over_the_share_moved() -> None:
    outcome, taken, drawn, _ = people(1)
    found = two_stage(outcome, taken, drawn)
    assert found.effect.effect == pytest.approx(difference(outcome, drawn).effect / difference(taken, drawn).effect, rel=1e-10)
    assert found.first_stage.effect == pytest.approx(taken[drawn == 1].mean() - taken[drawn == 0].mean())
    assert found.effect.n == (300, 300)
    assert found.assumption is EXCLUSION
    assert found.strength > WEAK


def test_it_is_right_where_comparing_takers_is_not() -> None:
    found, naive, covered = [], [], []
    for seed in range(60):
        outcome, taken, drawn, _ = people(seed)
        one = two_stage(outcome, taken, drawn)
        found.append(one.effect.effect)
        covered.append(one.effect.interval()[0] < 2 < one.effect.interval()[1])
        naive.append(outcome[taken == 1].mean() - outcome[taken == 0].mean())
    assert np.mean(found) == pytest.approx(2, abs=0.06)
    assert np.mean(naive) > 2.5
    assert 0.86 < np.mean(covered) < 0.99


def test_a_covariate_narrows_and_missing_outcomes_leave_no_trace() -> None:
    outcome, taken, drawn, keen = people(2)
    assert two_stage(outcome, taken, drawn, keen[:, None]).effect.error < two_stage(outcome, taken, drawn).effect.error
    gone = np.where(np.arange(600) < 20, np.nan, outcome)
    assert two_stage(gone, taken, drawn).effect == two_stage(outcome[20:], taken[20:], drawn[20:]).effect


def test_a_draw_that_moved_few_is_called_weak() -> None:
    generator = np.random.default_rng(3)
    drawn = np.arange(200) % 2
    taken = (generator.random(200) < 0.4 + 0.05 * drawn).astype(float)
    assert two_stage(generator.normal(0, 1, 200), taken, drawn).weak


D = np.arange(8) % 2


@pytest.mark.parametrize(
    ("taken", "drawn", "match"),
    [
        (np.ones((8, 2)), D, "2 treatments and one instrument"),
        (np.ones(8), D, "Everybody took the same"),
        (np.array([0.0, 0, 1, 1, 0, 0, 1, 1]), D, "moved nobody"),
        (D.astype(float), np.ones(8, int), "two arms"),
        (D.astype(float), np.arange(8) % 3, "two arms"),
        (np.where(D > 0, np.nan, 0.0), D, "missing for somebody"),
    ],
)
def test_what_the_draw_cannot_tell_is_refused(taken: np.ndarray, drawn: np.ndarray, match: str) -> None:
    with pytest.raises(InputError, match=match):
        two_stage(np.arange(8.0), taken, drawn)
