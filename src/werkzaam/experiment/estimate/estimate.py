# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""An estimated difference between two arms, with everything that a careful sentence about it needs."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from math import inf

import numpy as np
from scipy.stats import norm, t

from werkzaam.core.errors import InputError
from werkzaam.experiment.panel import Floats, Ints, Truths


class Remark(Enum):
    """What must be said beside an estimate that was computed as asked."""

    FEW_CLUSTERS = "few_clusters"
    """Fewer than four degrees of freedom: its p and interval are not to be relied on (Tipton 2015)."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """A difference in the unit of its outcome: a share as 0.05, hours as hours.

    effect   the first arm less the second
    error    its standard error
    freedom  degrees of freedom of the distribution of t; infinity is the normal distribution
    n        people observed in the first and in the second arm
    method   how it was computed, in words for a table's footnote
    remarks  what must be said beside it
    """

    effect: float
    error: float
    freedom: float
    n: tuple[int, int]
    method: str
    remarks: tuple[Remark, ...] = ()

    def __post_init__(self) -> None:
        """Refuse what no estimator yields: an error that is negative or no number, or no degrees of freedom."""
        if not (self.error >= 0 and self.freedom > 0):
            raise InputError(
                f"An estimate needs an error of at least 0 and degrees of freedom above 0; found {self.error} and {self.freedom}."
            )

    def interval(self, level: float = 0.95) -> tuple[float, float]:
        """Both ends of the confidence interval with this coverage, symmetric around the effect."""
        if not 0 < level < 1:
            raise InputError(f"An interval's level lies between 0 and 1, such as 0.95; found {level}.")
        reach = self.error * quantile((1 + level) / 2, self.freedom)
        return self.effect - reach, self.effect + reach

    @property
    def t(self) -> float:
        """The effect in standard errors; with an error of zero 0 for no effect, else infinite."""
        if self.error == 0:
            return 0.0 if self.effect == 0 else inf * np.sign(self.effect)
        return self.effect / self.error

    @property
    def p(self) -> float:
        """The two-sided p-value of no effect."""
        return float(2 * (norm.sf(abs(self.t)) if self.freedom == inf else t.sf(abs(self.t), self.freedom)))


def quantile(share: float, freedom: float) -> float:
    """The value below which a share of the distribution of t lies, of the normal one when `freedom` is infinite."""
    return float(norm.ppf(share) if freedom == inf else t.ppf(share, freedom))


def observed(outcome: Floats, arm: Ints, *others: Floats | Ints) -> Truths:
    """Who has an outcome and an arm (not -1); raises InputError when the columns are not equally long."""
    lengths = {len(column) for column in (outcome, arm, *others)}
    if len(lengths) != 1:
        raise InputError(f"Every column needs a row for each person; found columns of {sorted(lengths)} rows.")
    if np.isinf(outcome).any():
        raise InputError("An outcome is infinite. Give NaN for what was not observed, and a number for the rest.")
    found: Truths = ~np.isnan(outcome) & (np.asarray(arm) >= 0)
    return found
