# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Planned looks before the end."""

from __future__ import annotations

import numpy as np
import pytest

from werkzaam.core.errors import InputError
from werkzaam.experiment.estimate.interim import Look, judged, spending_bounds


def test_the_bounds_are_those_of_lan_and_demets() -> None:
    """SeqBounds.jl: 3.74955, 2.53993, 2.01604 and 1.72014; gsDesign for two looks at 0.025: 2.9626 and 1.9686."""
    assert spending_bounds([0.25, 0.5, 0.75, 1]).bounds == pytest.approx([3.74955, 2.53993, 2.01604, 1.72014], abs=6e-4)
    assert [round(bound, 4) for bound in spending_bounds([0.5, 1], 0.025).bounds] == [2.9626, 1.9686]
    assert spending_bounds([1], 0.025).bounds == pytest.approx([1.959964])


@pytest.mark.parametrize("looks", [[0.25, 0.5, 0.75, 1], [0.3, 1], [0.1, 0.2, 0.4, 0.7, 1]])
def test_the_chance_of_a_false_finding_over_all_looks_is_held(looks: list[float]) -> None:
    generator, plan = np.random.default_rng(1), spending_bounds(looks, 0.05)
    steps = generator.normal(0, 1, (200_000, len(looks))) * np.sqrt(np.diff([0, *looks]))
    z = steps.cumsum(axis=1) / np.sqrt(looks)
    passed = (z >= plan.bounds).any(axis=1).mean()
    assert passed == pytest.approx(0.05, abs=0.002)
    assert plan.spent[-1] == pytest.approx(0.05)
    assert (z >= 1.645).any(axis=1).mean() > 0.065  # Looking often without bounds does not.


def test_a_look_stops_goes_on_or_was_not_planned() -> None:
    plan = spending_bounds([0.5, 1], 0.025)
    assert judged(2.97, 0.5, plan) is Look.STOP
    assert judged(2.95, 0.5, plan) is Look.GO_ON
    assert judged(1.97, 1, plan) is Look.STOP
    assert judged(9.0, 0.6, plan) is Look.NOT_CONTROLLED


@pytest.mark.parametrize(
    ("looks", "chance"), [([], 0.05), ([0.5], 0.05), ([0, 1], 0.05), ([0.6, 0.5, 1], 0.05), ([0.5, 1], 0), ([0.5, 1], 0.5)]
)
def test_plans_that_are_none_are_refused(looks: list[float], chance: float) -> None:
    with pytest.raises(InputError):
        spending_bounds(looks, chance)


def test_a_missing_statistic_is_refused() -> None:
    with pytest.raises(InputError):
        judged(float("nan"), 1, spending_bounds([1]))
