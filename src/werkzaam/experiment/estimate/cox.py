# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Ratios of hazards by Cox's regression, and the check without which they may not be reported.

A ratio of hazards is one number for all of the time, so it means something only when hazards are in proportion. `cox` therefore
returns with every coefficient the test of Grambsch and Therneau that its effect does not change with time; where it does,
`proportional` is False and the restricted mean time is what can be said. Statsmodels fits the model (ties by Efron).

Sources: Cox (1972), Efron (1977), Grambsch and Therneau (1994) in the form of the score test (Therneau 2020). The same numbers as
`survival::coxph` and `cox.zph` in R (tests/parity).
"""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from scipy.stats import chi2

from werkzaam.core.errors import InputError
from werkzaam.experiment.estimate.survival import kaplan_meier
from werkzaam.experiment.panel import Floats

FARTHEST = 8.0
"""A logarithm of a hazard ratio, per standard deviation of its column, beyond which it is running off to infinity."""


@dataclass(frozen=True, slots=True)
class Hazards:
    """A fitted model of k columns: logarithms of hazard ratios, their covariance, and the p of each being constant in time.

    effects     (k,)
    errors      (k,)
    covariance  (k, k)
    changes     (k + 1,) p of no change with time, of each column and of all together
    n, events   people, and to how many it happened
    """

    effects: Floats
    errors: Floats
    covariance: Floats
    changes: Floats
    n: int
    events: int

    @property
    def ratios(self) -> Floats:
        """Hazard ratios."""
        found: Floats = np.exp(self.effects)
        return found

    def proportional(self, level: float = 0.05) -> bool:
        """Whether nothing speaks against constant ratios; if something does, do not report them."""
        return bool((self.changes > level).all())


def cox(times: Floats, happened: Floats, columns: Floats) -> Hazards:
    """Cox's regression of n times on columns (n, k); times above 0, happened 1 or 0.

    Raises InputError for missing numbers, a column that is the same for everybody or follows from others, and fewer events than
    columns.
    """
    _check(times, happened, columns)
    effects = _polished(times, happened, columns, _fit(times, happened, columns))
    information = np.sum([spread for _, _, _, spread in _events(times, happened, columns, effects)], axis=0)
    covariance = np.asarray(np.linalg.inv(information), np.float64)
    return Hazards(effects, np.sqrt(np.diagonal(covariance)), covariance, _changes(times, happened, columns, effects),
                   len(times), int(happened.sum()))  # fmt: skip


def _fit(times: Floats, happened: Floats, columns: Floats) -> Floats:
    """The effects; whether they are any good is judged by the step after, with a message that helps."""
    from statsmodels.duration.hazard_regression import PHReg

    with warnings.catch_warnings(), np.errstate(all="ignore"):
        warnings.simplefilter("ignore")
        try:
            fitted = PHReg(times, columns, status=happened, ties="efron").fit(method="newton", disp=0)
        except np.linalg.LinAlgError:
            return np.full(columns.shape[1], np.nan)
    return np.asarray(fitted.params, np.float64)


def _polished(times: Floats, happened: Floats, columns: Floats, effects: Floats) -> Floats:
    """One more step of Newton, so that the result does not depend on where an optimiser stops."""
    score = np.zeros(len(effects))
    information = np.zeros((len(effects), len(effects)))
    finite = bool(np.isfinite(effects).all()) and float(np.abs(effects * columns.std(axis=0)).max()) < FARTHEST
    for _, own, mean, spread in _events(times, happened, columns, effects) if finite else ():
        score += own - mean
        information += spread
    moved: Floats = effects + np.linalg.solve(information, score) if finite else effects
    if not finite or not np.isfinite(moved).all() or np.abs(moved - effects).max() > 1e-3:
        raise InputError("The hazard ratios have no finite value: it happened to nobody, or to everybody, with some "
                         "characteristic. "
                         "Leave that column out.")  # fmt: skip
    return moved


def _changes(times: Floats, happened: Floats, columns: Floats, effects: Floats) -> Floats:
    """The p of no change with time, on the scale of one less Kaplan and Meier's share just before."""
    curve, k = kaplan_meier(times, happened), columns.shape[1]
    score, both, cross, late = np.zeros(k), np.zeros((k, k)), np.zeros((k, k)), np.zeros((k, k))
    scale = dict(zip(curve.times.tolist(), 1 - np.concatenate([[1.0], curve.share[:-1]]), strict=True))
    for moment, own, mean, spread in _events(times, happened, columns, effects):
        score += scale[moment] * (own - mean)
        both += spread
        cross += scale[moment] * spread
        late += scale[moment] ** 2 * spread
    rest = late - cross @ np.linalg.solve(both, cross)
    each = [score[at] ** 2 / (late[at, at] - cross[at] @ np.linalg.solve(both, cross[:, at])) for at in range(k)]
    together = float(score @ np.linalg.solve(rest, score))
    return np.append(chi2.sf(each, 1), chi2.sf(together, k))


def _events(times: Floats, happened: Floats, columns: Floats, effects: Floats) -> Iterator[tuple[float, Floats, Floats, Floats]]:
    """Each time at which it happened: the sum of who it happened to, the means expected, and their spread (Efron's ties)."""
    size = np.exp((columns - columns.mean(axis=0)) @ effects)
    for moment in np.unique(times[happened > 0]):
        at_risk, now = times >= moment, (times == moment) & (happened > 0)
        ties = int(now.sum())
        mean, spread = np.zeros(len(effects)), np.zeros((len(effects), len(effects)))
        for step in range(ties):
            weights = size * (at_risk - now * step / ties)
            weights = weights / weights.sum()
            centre = weights @ columns
            mean += centre
            spread += (columns * weights[:, None]).T @ columns - np.outer(centre, centre)
        yield float(moment), columns[now].sum(axis=0), mean, spread


def _check(times: Floats, happened: Floats, columns: Floats) -> None:
    kaplan_meier(times, happened)
    if columns.ndim != 2 or len(columns) != len(times) or not np.isfinite(columns).all():
        raise InputError("Columns need a row for each person and no missing number; `covariates.complete` fills them.")
    if np.linalg.matrix_rank(columns - columns.mean(axis=0)) < columns.shape[1]:
        raise InputError("A column is the same for everybody or follows from others, so its ratio has no value. Leave it out.")
    if happened.sum() <= columns.shape[1]:
        raise InputError(f"It happened to {happened.sum():g} people; more than the {columns.shape[1]} columns were expected.")
