# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Means per arm adjusted for what was known before the draw, as Lin does, for any number of arms.

Lin regresses the outcome on the arms, the covariates less their mean, and all products of the two. Such a regression falls apart
into one for each arm, of the outcome on the centred covariates: its constant is the mean that the arm would have had with
everybody in it. So that is how it is computed. Effects are differences of those means, their covariances are the same as those
of the one big regression, and its degrees of freedom are the people less (1 + covariates) for each arm. In large samples
adjusting neither biases nor is less precise than not adjusting.

Sources: Lin (2013), "Agnostic notes on regression adjustments to experimental data"; Negi and Wooldridge (2021) for more than two
arms; HC2 of `least_squares`. The same numbers as `estimatr::lm_lin` in R (tests/parity).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import reduce

import numpy as np

from werkzaam.core.errors import InputError
from werkzaam.experiment.estimate.covariates import complete
from werkzaam.experiment.estimate.estimate import Estimate, observed
from werkzaam.experiment.estimate.least_squares import Robust, fit, usable
from werkzaam.experiment.panel import Floats, Ints


@dataclass(frozen=True, slots=True)
class Adjusted:
    """Adjusted means of all arms, which do not depend on each other, and what follows from them.

    arms        their numbers, ascending
    means       (arms,) what everybody's mean would have been in each arm
    variances   for HC0 to HC3 the variance (arms,) of each mean
    freedom     degrees of freedom, of all arms together
    n           (arms,) people with an outcome
    covariates  the columns that were used of those that `complete` makes
    """

    arms: tuple[int, ...]
    means: Floats
    variances: Mapping[Robust, Floats]
    freedom: int
    n: tuple[int, ...]
    covariates: Ints

    def difference(self, arm: int, against: int, kind: Robust = Robust.HC2) -> Estimate:
        """One arm less another, with the error of that kind."""
        one, other = self._place(arm), self._place(against)
        variance = self.variances[kind][one] + self.variances[kind][other]
        method = f"Lin's regression on {len(self.covariates)} covariates, {kind.value}"
        effect = self.means[one] - self.means[other]
        return Estimate(float(effect), float(np.sqrt(variance)), float(self.freedom), (self.n[one], self.n[other]), method)

    def estimates(self, against: int | None = None, kind: Robust = Robust.HC2) -> list[Estimate]:
        """Every other arm less one, the first arm when none is named."""
        base = self.arms[0] if against is None else against
        return [self.difference(arm, base, kind) for arm in self.arms if arm != base]

    def covariance(self, against: int | None = None, kind: Robust = Robust.HC2) -> Floats:
        """The covariance of those estimates, (arms - 1, arms - 1): what they share is the variance of the one arm."""
        base = self._place(self.arms[0] if against is None else against)
        variances = self.variances[kind]
        found: Floats = np.diag(np.delete(variances, base)) + variances[base]
        return found

    def _place(self, arm: int) -> int:
        if arm not in self.arms:
            raise InputError(f"Arm {arm} has no adjusted mean; found arms {', '.join(map(str, self.arms))}.")
        return self.arms.index(arm)


def adjusted(outcome: Floats, arms: Ints, covariates: Floats, weights: Floats | None = None) -> Adjusted:
    """Lin's adjusted means of all arms.

    outcome     (n,), NaN where not observed
    arms        (n,) whole numbers, -1 for not drawn
    covariates  (n, k); a missing value becomes the mean, with an indicator beside it (`complete`)
    weights     (n,) above 0, such as those against attrition; covariates are centred on their weighted mean

    A covariate that the others determine within an arm (a block that lacks an arm, an indicator of one person) is left out for
    all arms; `Adjusted.covariates` says which stayed. Raises InputError for fewer than two arms, or too few people in one.
    """
    taken = observed(outcome, arms, covariates[:, 0] if covariates.shape[1] else outcome)
    values, arm = outcome[taken], np.asarray(arms)[taken]
    names = np.unique(arm)
    if len(names) < 2:
        raise InputError(f"A comparison needs people with an outcome in two arms; found {len(names)} arms.")
    weight = np.ones(len(values)) if weights is None else weights[taken]
    columns = complete(covariates[taken])
    columns = columns - np.average(columns, axis=0, weights=weight)
    kept = _usable(columns, arm, names)
    design = _with_constant(columns[:, kept])
    fits = [fit(design[arm == name], values[arm == name], weight[arm == name]) for name in names]
    freedom = sum(one.freedom for one in fits)
    # The regression for one arm knows its own people only: HC1 corrects by the degrees of freedom of all arms.
    variances: dict[Robust, Floats] = {
        kind: np.array([one.covariance(kind)[0, 0] for one in fits]) for kind in Robust if kind is not Robust.HC1
    }
    variances[Robust.HC1] = variances[Robust.HC0] * len(values) / freedom
    sizes = tuple(int(np.sum(arm == name)) for name in names)
    means = np.array([one.coefficients[0] for one in fits])
    return Adjusted(tuple(int(name) for name in names), means, variances, freedom, sizes, kept)


def ancova(outcome: Floats, arms: Ints, baseline: Floats, covariates: Floats | None = None) -> Adjusted:
    """Lin's adjustment for the same outcome before the draw, with other covariates (n, k) if there are any.

    Not the change since then: that presumes that who was 10 above the mean stays 10 above it, and is less precise when they do
    not. Source: Vickers and Altman (2001); McKenzie (2012).
    """
    before = baseline[:, None]
    return adjusted(outcome, arms, before if covariates is None else np.column_stack([before, covariates]))


def _usable(columns: Floats, arm: Ints, names: Ints) -> Ints:
    """The columns that within every arm add something to a constant and the columns before them, for more than one person."""

    def within(kept: Ints, name: int) -> Ints:
        return kept[usable(_with_constant(columns[arm == name][:, kept]))[1:] - 1]

    return reduce(within, names, np.arange(columns.shape[1]))


def _with_constant(columns: Floats) -> Floats:
    return np.column_stack([np.ones(len(columns)), columns])
