# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""How sure a simulated number is: mean, standard error and interval over seeds, and differences on the same luck.

An interval says how much chance in the simulation moves a number. It says nothing about whether the assumptions are right.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import sqrt

from scipy.stats import t

from werkzaam.core.errors import InputError

LEVEL = 0.95
"""An interval covers the mean of endless seeds in so many of a hundred times."""


@dataclass(frozen=True, slots=True)
class Spread:
    """A number over seeds; error and interval are None with one seed, and all is None where nobody was counted in any seed."""

    mean: float | None
    error: float | None = None
    low: float | None = None
    high: float | None = None
    seeds: int = 0


def spread(values: Sequence[Fraction | None]) -> Spread:
    """The spread of one number over seeds; seeds in which nobody was counted are left out, `seeds` says how many remain."""
    known = [float(one) for one in values if one is not None]
    count = len(known)
    if not count:
        return Spread(None)
    mean = sum(known) / count
    if count == 1:
        return Spread(mean, seeds=1)
    error = sqrt(sum((one - mean) ** 2 for one in known) / (count - 1) / count)
    reach = float(t.ppf((1 + LEVEL) / 2, count - 1)) * error
    return Spread(mean, error, mean - reach, mean + reach, count)


def difference(values: Sequence[Fraction | None], base: Sequence[Fraction | None]) -> Spread:
    """The spread of the difference with `base`, seed by seed: the same people with the same luck, so that chance falls away."""
    if len(values) != len(base):
        raise InputError(f"{len(values)} seeds cannot be compared with {len(base)}; run the same seeds under each regime.")
    return spread([None if one is None or other is None else one - other for one, other in zip(values, base, strict=True)])
