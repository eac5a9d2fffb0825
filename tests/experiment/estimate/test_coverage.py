# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""In 2,000 trials no more than 5% of intervals miss the truth, and the mistake of ignoring clusters is found out.

`make soak` runs 20,000 trials (many_trials.py).
"""

from __future__ import annotations

from tests.experiment.estimate.error_rates import EFFECT, cluster_intervals, honest, intervals

TRIALS = 2_000


def test_intervals_hold_the_truth() -> None:
    missed = intervals(EFFECT, TRIALS)
    for name in ("blocked", "adjusted", "inverted"):
        assert honest(missed[name], TRIALS), name
        assert missed[name] > TRIALS // 100, f"Intervals that never miss are no intervals: {name}"


def test_intervals_of_clusters_hold_the_truth_and_those_that_ignore_them_do_not() -> None:
    missed = cluster_intervals(TRIALS)
    assert honest(missed["clustered"], TRIALS)
    assert missed["clustered"] > TRIALS // 100
    assert not honest(missed["ignored"], TRIALS), "The count must find out clusters that are ignored."
