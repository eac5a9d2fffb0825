# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Time until something happens, when for some it had not yet happened when the looking stopped.

`kaplan_meier` is the share for whom it has not happened yet; `restricted_difference` the difference between arms in mean months
until a horizon that was set beforehand, which needs no assumption about how hazards run; `incidence` the share who left for
each of several reasons, where leaving for one takes away the chance of the others; `log_rank` one test of whether arms differ
at all. The share that is out at a moment, where people also come back, is in `experiment.states`.

times are numbers above 0 (months); happened is 1 when it happened then, 0 when the person was last seen then.

Sources: Kaplan and Meier (1958), Greenwood (1926), Mantel (1966), Royston and Parmar (2013), Aalen and Johansen (1978). The same
numbers as `survival::survfit` and `survdiff` in R (tests/parity).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.stats import chi2

from werkzaam.core.errors import InputError
from werkzaam.experiment.estimate.estimate import Estimate
from werkzaam.experiment.estimate.joint import Joint
from werkzaam.experiment.panel import Floats, Ints


@dataclass(frozen=True, slots=True)
class Curve:
    """The share for whom it has not happened, after each time at which it happened to somebody or somebody was last seen.

    times, share, error  (k,) ascending; error is Greenwood's standard error of the share
    at_risk, events      (k,) people still looked at just before the time, and to how many it happened then
    """

    times: Floats
    share: Floats
    error: Floats
    at_risk: Floats
    events: Floats


def kaplan_meier(times: Floats, happened: Floats) -> Curve:
    """Kaplan and Meier's curve of n people; raises InputError for what is no time or no 0 and 1."""
    _check(times, happened)
    moments, at_risk, events = _table(times, happened)
    share = np.asarray(np.cumprod(1 - events / at_risk), np.float64)
    parts = _greenwood(at_risk, events)
    return Curve(moments, share, share * np.sqrt(np.cumsum(parts)), at_risk, events)


def restricted_mean(times: Floats, happened: Floats, horizon: float) -> tuple[float, float]:
    """The mean time until it happened or the horizon came, whichever is first: the area under the curve, and its standard error.

    Raises InputError when the curve does not reach the horizon: everybody was last seen earlier and it had not happened to all.
    """
    curve = kaplan_meier(times, happened)
    if not 0 < horizon < np.inf:
        raise InputError(f"A horizon is a number of months above 0; found {horizon}.")
    if curve.times[-1] < horizon and curve.share[-1] > 0:
        raise InputError(
            f"The last person was seen until {curve.times[-1]:g}, before the horizon of {horizon:g}; choose an earlier one."
        )
    inside = curve.times < horizon
    edges = np.concatenate([[0.0], curve.times[inside], [horizon]])
    heights = np.concatenate([[1.0], curve.share[inside]])
    areas = heights * np.diff(edges)
    after = areas[::-1].cumsum()[::-1][1:]
    at_risk, events = curve.at_risk[inside], curve.events[inside]
    variance = (after**2 * _greenwood(at_risk, events)).sum()
    return float(areas.sum()), float(np.sqrt(variance))


def restricted_difference(times: Floats, happened: Floats, arm: Ints, horizon: float, arms: tuple[int, int] = (1, 0)) -> Estimate:
    """The first of two arms less the second in restricted mean time (months until the horizon); below 0 is sooner."""
    sides = [np.asarray(arm) == one for one in arms]
    for one, side in zip(arms, sides, strict=True):
        if side.sum() < 2:
            raise InputError(f"Two people per arm were expected; arm {one} has {int(side.sum())}.")
    (first, first_error), (second, second_error) = (restricted_mean(times[side], happened[side], horizon) for side in sides)
    return Estimate(first - second, float(np.hypot(first_error, second_error)), np.inf,
                    (int(sides[0].sum()), int(sides[1].sum())), f"restricted mean time to {horizon:g}")  # fmt: skip


def incidence(times: Floats, reason: Ints, reasons: int) -> tuple[Floats, Floats]:
    """The moments (k,), and after each the share (k, reasons) who left for each reason until then (Aalen and Johansen).

    reason  (n,) from 1 to `reasons`, or 0 for who had not left when last seen
    Their sum is one less the share of `kaplan_meier` for leaving at all.
    """
    reason = np.asarray(reason)
    if reasons < 1 or reason.min() < 0 or reason.max() > reasons:
        raise InputError(f"Reasons from 0 (not left) to {reasons} were expected; found {reason.min()} to {reason.max()}.")
    curve = kaplan_meier(times, (reason > 0).astype(np.float64))
    before = np.concatenate([[1.0], curve.share[:-1]])
    counts = np.column_stack(
        [[((times == moment) & (reason == one)).sum() for moment in curve.times] for one in range(1, reasons + 1)]
    )
    return curve.times, np.cumsum(before[:, None] * counts / curve.at_risk[:, None], axis=0)


def log_rank(times: Floats, happened: Floats, arm: Ints) -> Joint:
    """The log-rank test that it happens as fast in every arm of two or more; raises InputError when it happened to nobody."""
    _check(times, happened)
    names = np.unique(arm)
    if len(names) < 2 or not happened.any():
        raise InputError(
            f"Two arms, and somebody to whom it happened, were expected; found {len(names)} arms, {happened.sum():g} events."
        )
    moments, all_risk, all_events = _table(times, happened)
    risks = np.column_stack([[(times[arm == name] >= moment).sum() for moment in moments] for name in names])
    events = np.column_stack(
        [[((times == moment) & (arm == name) & (happened > 0)).sum() for moment in moments] for name in names]
    )
    share = risks / all_risk[:, None]
    excess = (events - all_events[:, None] * share).sum(axis=0)[:-1]
    spread = all_events * np.where(all_risk > 1, (all_risk - all_events) / np.maximum(all_risk - 1, 1), 0.0)
    covariance = np.diag((spread[:, None] * share).sum(axis=0)) - (share * spread[:, None]).T @ share
    statistic = float(excess @ np.linalg.solve(covariance[:-1, :-1], excess))
    return Joint(statistic, len(names) - 1, np.inf, float(chi2.sf(statistic, len(names) - 1)), "log-rank")


def _table(times: Floats, happened: Floats) -> tuple[Floats, Floats, Floats]:
    """The different times, and at each the people at risk and the events."""
    moments, place = np.unique(times, return_inverse=True)
    left = np.bincount(place, minlength=len(moments)).astype(np.float64)
    at_risk: Floats = left[::-1].cumsum()[::-1]
    events = np.asarray(np.bincount(place, np.asarray(happened, np.float64), len(moments)), np.float64)
    return moments, at_risk, events


def _greenwood(at_risk: Floats, events: Floats) -> Floats:
    """What each time adds to the relative variance of the share; nothing once nobody is left."""
    left = at_risk - events
    return np.divide(events, at_risk * left, out=np.zeros(len(events)), where=left > 0)


def _check(times: Floats, happened: Floats) -> None:
    if len(times) != len(happened) or not len(times):
        raise InputError(
            f"A time for each person, with whether it happened, was expected; found {len(times)} and {len(happened)}."
        )
    if not (np.isfinite(times).all() and np.min(times) > 0):
        raise InputError(
            f"Times are numbers above 0; found {np.min(times)}. Leave out who was never seen after the start, and count them."
        )
    if not np.isin(happened, (0, 1)).all():
        raise InputError("Whether it happened is 1 or 0 for everybody; a missing one is a person last seen at that time, so 0.")
