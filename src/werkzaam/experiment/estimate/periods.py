# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Effects apart for each period, because an effect may come late or go: by months under the arm, and by calendar months.

Somebody who began in 2019 and somebody who began in 2018 have been under their arm for a different time in March 2020, so a late
effect and a shock such as the lockdown look alike until both clocks are read (R-192). Each period is compared between the arms as
they were drawn: every person counts with their mean over the months of the period in which they were observed, so a person is one
observation however many months there are.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from werkzaam.core.errors import InputError
from werkzaam.experiment.estimate.blocked import difference
from werkzaam.experiment.estimate.estimate import Estimate
from werkzaam.experiment.panel import Floats, Ints


@dataclass(frozen=True, slots=True)
class Period:
    """The effect from one month until before another, counted from the start of the clock; `until` None goes to the end."""

    first: int
    until: int | None
    estimate: Estimate


def by_exposure(
    values: Floats, begun: Ints, arm: Ints, edges: Sequence[int] = (0, 12), *, block: Ints | None = None,
    arms: tuple[int, int] = (1, 0),
) -> tuple[Period, ...]:  # fmt: skip
    """The effect in each period of months under the arm.

    values  (n, m) an outcome in each calendar month, NaN where not observed
    begun   (n,) the calendar month, as an index into the columns, in which the arm began for each; may lie before the first
    (below 0) edges   the first month of each period; with (0, 12) the first twelve months, and all after Raises InputError for
    edges that do not rise, and a period in which an arm has nobody.
    """
    _check(values, begun, edges)
    since = np.arange(values.shape[1])[None, :] - np.asarray(begun)[:, None]
    return _periods(values, since, arm, edges, block, arms)


def by_calendar(
    values: Floats, arm: Ints, edges: Sequence[int], *, block: Ints | None = None, arms: tuple[int, int] = (1, 0)
) -> tuple[Period, ...]:  # fmt: skip
    """The effect in each calendar period; `edges` are the first columns of `values` (n, m) of each."""
    _check(values, np.zeros(len(values), np.int64), edges)
    return _periods(values, np.broadcast_to(np.arange(values.shape[1]), values.shape), arm, edges, block, arms)


def _periods(
    values: Floats, clock: Ints, arm: Ints, edges: Sequence[int], block: Ints | None, arms: tuple[int, int]
) -> tuple[Period, ...]:  # fmt: skip
    found = []
    for first, until in zip(edges, [*edges[1:], None], strict=True):
        inside = (clock >= first) & np.isfinite(values) & (np.True_ if until is None else clock < until)
        months = inside.sum(axis=1)
        means = np.where(months > 0, np.where(inside, values, 0.0).sum(axis=1) / np.maximum(months, 1), np.nan)
        try:
            found.append(Period(first, until, difference(means, arm, block, arms)))
        except InputError as error:
            end = "the end" if until is None else f"month {until}"
            raise InputError(f"From month {first} until {end}: {error}") from error
    return tuple(found)


def _check(values: Floats, begun: Ints, edges: Sequence[int]) -> None:
    if values.ndim != 2 or len(values) != len(begun):
        raise InputError(f"An outcome for each person and month was expected; found {values.shape} and {len(begun)} people.")
    if not len(edges) or (np.diff(edges) <= 0).any():
        raise InputError(f"Periods begin at months that rise, such as 0 and 12; found {list(edges)}.")
