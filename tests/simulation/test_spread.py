# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""How sure a simulated number is: by hand, by luck that falls away, and by intervals that cover as often as they say."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest

from werkzaam.core.errors import InputError
from werkzaam.simulation.spread import Spread, difference, spread


def fractions(*values: float) -> list[Fraction | None]:
    return [Fraction(value) for value in values]


def test_mean_error_and_interval_are_those_of_the_textbook() -> None:
    """Of 1, 2, 3 the deviation is 1, so the error 1/sqrt(3); Student's t with two degrees of freedom is 4.302653."""
    found = spread(fractions(1, 2, 3))
    assert (found.mean, found.seeds) == (2, 3)
    assert found.error == pytest.approx(0.5773502692, abs=1e-9)
    assert found.low == pytest.approx(2 - 4.3026527297 * 0.5773502692, abs=1e-8)
    assert found.high == pytest.approx(2 + 4.3026527297 * 0.5773502692, abs=1e-8)


def test_one_seed_has_no_interval() -> None:
    assert spread(fractions(5)) == Spread(5, seeds=1)


def test_seeds_in_which_nobody_was_counted_are_left_out_and_said() -> None:
    assert spread([None, Fraction(4), None]) == Spread(4, seeds=1)
    assert spread([None, None]) == Spread(None)


def test_the_same_luck_falls_out_of_a_difference() -> None:
    luck = np.random.default_rng(3).normal(100, 50, 20)
    base = [Fraction(one) for one in luck.tolist()]
    found = difference([one + 7 for one in base], base)
    assert found.mean == pytest.approx(7)
    assert found.error == pytest.approx(0, abs=1e-9)


def test_differences_need_the_same_seeds() -> None:
    with pytest.raises(InputError, match="2 seeds cannot be compared with 1"):
        difference(fractions(1, 2), fractions(1))


def test_intervals_cover_the_truth_as_often_as_they_say() -> None:
    """Of 2,000 intervals over 6 seeds, 95 in 100 cover the mean that was put in; three standard errors around it."""
    drawn = np.random.default_rng(11).normal(10, 4, (2_000, 6)).tolist()
    covered = sum(found.low <= 10 <= found.high for found in (spread([Fraction(one) for one in row]) for row in drawn)
                  if found.low is not None and found.high is not None)  # fmt: skip
    assert 0.95 - 0.0147 <= covered / 2_000 <= 0.95 + 0.0147
