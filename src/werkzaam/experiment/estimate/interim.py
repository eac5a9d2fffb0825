# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Looking before the end without finding by looking often: how large a statistic must be at each planned look.

The chance of a false finding is spent over the looks by the O'Brien-Fleming type function of Lan and DeMets: almost nothing
early, almost all at the end. A look that was not planned has no bound: the chance is then not held, and `judged` says so.

Sources: Lan and DeMets (1983), O'Brien and Fleming (1979), Armitage, McPherson and Rowe (1969) for the recursion.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

import numpy as np
from scipy.optimize import brentq
from scipy.stats import norm

from werkzaam.core.errors import InputError
from werkzaam.experiment.panel import Floats

_NODES, _FAR = 160, 9.0
_POINTS, _SIZES = np.polynomial.legendre.leggauss(_NODES)


class Look(Enum):
    """What a look says."""

    GO_ON = "go_on"
    STOP = "stop"
    NOT_CONTROLLED = "not_controlled"
    """The look was not planned, so the chance of a false finding is no longer held, whatever the statistic."""


@dataclass(frozen=True, slots=True)
class Spending:
    """At each planned look the information (share of all), the bound for the statistic, and the chance spent so far."""

    information: Floats
    bounds: Floats
    spent: Floats


def spending_bounds(information: Sequence[float], chance: float = 0.05) -> Spending:
    """The upper bounds at looks with these shares of the information, the last 1; `chance` is one-sided: half of two-sided.

    Raises InputError for shares that do not rise to 1, and a chance outside (0, 0.5).
    """
    shares = np.asarray(information, np.float64)
    if not len(shares) or shares[0] <= 0 or (np.diff(shares) <= 0).any() or abs(shares[-1] - 1) > 1e-12:
        raise InputError(f"Shares of the information that rise from above 0 to 1 were expected; found {shares.tolist()}.")
    if not 0 < chance < 0.5:
        raise InputError(f"A one-sided chance between 0 and 0.5 was expected, such as 0.025; found {chance}.")
    spent = 2 * norm.sf(norm.isf(chance / 2) / np.sqrt(shares))
    ends = [norm.isf(spent[0]) * np.sqrt(shares[0])]
    points, density = _panel(shares[0], ends[0])
    density = density * norm.pdf(points, scale=np.sqrt(shares[0]))
    for at in range(1, len(shares)):
        step = np.sqrt(shares[at] - shares[at - 1])
        ends.append(_end(points, density, step, float(spent[at] - spent[at - 1])))
        later, sizes = _panel(shares[at], ends[-1])
        density = sizes * (norm.pdf((later[:, None] - points) / step) / step @ density)
        points = later
    return Spending(shares, np.asarray(ends) / np.sqrt(shares), spent)


def judged(statistic: float, at: float, plan: Spending) -> Look:
    """What a statistic (z) says at a look with the share `at` of the information."""
    if not np.isfinite(statistic):
        raise InputError("The statistic of a look is missing or infinite.")
    planned = np.flatnonzero(np.abs(plan.information - at) < 1e-9)
    if not len(planned):
        return Look.NOT_CONTROLLED
    return Look.STOP if statistic >= plan.bounds[planned[0]] else Look.GO_ON


def _panel(share: float, end: float) -> tuple[Floats, Floats]:
    """Points and sizes to integrate with, from far below up to the bound."""
    low = -_FAR * np.sqrt(share)
    half = (end - low) / 2
    return low + half * (_POINTS + 1), half * _SIZES


def _end(points: Floats, density: Floats, step: float, chance: float) -> float:
    """Where the chance to pass here for the first time is the chance there is to spend."""
    return float(brentq(lambda end: density @ norm.sf((end - points) / step) - chance, -_FAR, _FAR, xtol=1e-13))
