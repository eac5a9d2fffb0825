# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What test_error_rates.py counts, in 20,000 trials: run by `make soak`, not by `make test`."""

from __future__ import annotations

import pytest

from tests.experiment.estimate.error_rates import BALANCED, EFFECT, NULL, Twin, cluster_intervals, families, honest, intervals

TRIALS = 20_000


@pytest.mark.parametrize(("population", "true"), [(NULL, ()), (BALANCED, ()), (EFFECT, (1,))])
def test_families_are_rarely_called_wrong(population: Twin, true: tuple[int, ...]) -> None:
    wrong = families(population, true, TRIALS, seed=11)
    assert honest(wrong["step_down"], TRIALS)
    assert honest(wrong["holm"], TRIALS)


def test_intervals_hold_the_truth() -> None:
    missed = intervals(EFFECT, TRIALS, seed=12)
    assert all(honest(missed[name], TRIALS) for name in ("blocked", "adjusted", "inverted")), missed


def test_intervals_of_clusters_hold_the_truth() -> None:
    missed = cluster_intervals(TRIALS, seed=13)
    assert honest(missed["clustered"], TRIALS), missed
