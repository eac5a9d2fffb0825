# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The verdict on every published number: reproduced, not reproduced, or not reproducible here, and why.

A number is reproduced when the mean of many simulated trials lies within how it was printed, or misses it by no more than two
Monte Carlo standard errors. A direction is reproduced when the means of many trials have it. The range of single trials stands
beside both: with 171 people in an arm one trial need not look like the mean, and neither need the true one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from math import inf, isnan, sqrt

import numpy as np

from werkzaam.app.simulation.relive_measures import MEASURES
from werkzaam.app.simulation.relive_published import Asked, Row
from werkzaam.app.simulation.relive_trends import TRENDS
from werkzaam.app.simulation.relive_trial import Trial

ERRORS = 2
"""Monte Carlo standard errors that a mean may miss by."""
ABOUT_SHARE, ABOUT = 0.05, 0.10
"""Words such as `about` or `nearly`: five points of a share (A-74), ten percent of another number; both are our reading."""
LOWER = frozenset({"more_than", "at_least"})
UPPER = frozenset({"up_to", "at_most", "below"})
LOOSE = frozenset({"about", "nearly", "only", "reading"})


class Verdict(Enum):
    """What the simulation says about a published number."""

    REPRODUCED = "reproduced"
    NOT_REPRODUCED = "not_reproduced"
    NOT_REPRODUCIBLE = "not_reproducible"


@dataclass(frozen=True, slots=True)
class Judged:
    """A row with its verdict.

    here     what the one town found that is relived in full; None where it has no number
    mean     the mean of the repeats, with the least and the most that a single one found, and its Monte Carlo standard error
    agree    for a direction: the share of single repeats that have it
    """

    asked: Asked
    verdict: Verdict
    here: float | None = None
    mean: float | None = None
    least: float | None = None
    most: float | None = None
    error: float | None = None
    agree: float | None = None

    @property
    def row(self) -> Row:
        """The published row."""
        return self.asked.row


def judged(asked: Sequence[Asked], here: Trial, repeats: Sequence[Trial], known: Mapping[str, float]) -> tuple[Judged, ...]:
    """The verdict on every row; `known` are the numbers that the run itself knows, by their names."""
    return tuple(_judged(one, here, repeats, known) for one in asked)


def _judged(one: Asked, here: Trial, repeats: Sequence[Trial], known: Mapping[str, float]) -> Judged:
    if one.measure:
        return _measured(one, here, repeats)
    if one.trend:
        return _trend(one, here, repeats)
    if one.direct:
        key = f"{one.row.group}/{one.direct}" if ": " in one.direct else one.direct
        value = _in_unit(known[key], one.row.unit)
        low, high = accepted(one.row)
        return Judged(one, Verdict.REPRODUCED if low <= value <= high else Verdict.NOT_REPRODUCED, value)
    return Judged(one, Verdict.NOT_REPRODUCIBLE)


def _measured(one: Asked, here: Trial, repeats: Sequence[Trial]) -> Judged:
    measure = MEASURES[one.measure]

    def of(trial: Trial) -> float:
        return _in_unit(measure(trial, one.group, one.wave, one.period), one.row.unit)

    values = np.array([of(trial) for trial in repeats])
    values = values[np.isfinite(values)]
    own = of(here)
    if not len(values):
        return Judged(one, Verdict.NOT_REPRODUCIBLE, None if isnan(own) else own)
    mean = float(values.mean())
    error = float(values.std(ddof=1) / sqrt(len(values))) if len(values) > 1 else 0.0
    low, high = accepted(one.row, one.margin)
    fits = low - ERRORS * error <= mean <= high + ERRORS * error
    return Judged(one, Verdict.REPRODUCED if fits else Verdict.NOT_REPRODUCED, None if isnan(own) else own, mean,
                  float(values.min()), float(values.max()), error)  # fmt: skip


def _trend(one: Asked, here: Trial, repeats: Sequence[Trial]) -> Judged:
    question = TRENDS[one.trend]

    def of(trials: Sequence[Trial]) -> bool:
        return question(means(trials), one.group)

    agree = float(np.mean([of([trial]) for trial in repeats]))
    return Judged(one, Verdict.REPRODUCED if of(repeats) else Verdict.NOT_REPRODUCED, float(of([here])), agree=agree)


def means(trials: Sequence[Trial]) -> Callable[[str, str, str, str], float]:
    """The mean of a measure over trials."""

    def value(measure: str, group: str, wave: str, period: str) -> float:
        return float(np.nanmean([MEASURES[measure](trial, group, wave, period) for trial in trials]))

    return value


def accepted(row: Row, margin: float | None = None) -> tuple[float, float]:
    """From where to where a number is what was printed: half of its last digit, what words leave open, or our margin."""
    if row.kind == "range":
        return (-inf if row.low is None else row.low), (inf if row.high is None else row.high)
    value, step = float(row.value), printed_step(row)
    if margin is not None:
        return value - margin, value + margin
    if row.qualifier in LOWER:
        return value - step, inf
    if row.qualifier in UPPER:
        return -inf, value + step
    if row.qualifier in LOOSE:
        step = ABOUT_SHARE * (100 if row.unit == "percent" else 1) if row.unit in ("share", "percent") else ABOUT * abs(value)
    return value - step, value + step


def printed_step(row: Row) -> float:
    """Half of the last printed digit; a share that stands for a word, such as two thirds, is good to the hundredth."""
    digits = len(row.value.partition(".")[2])
    return 0.005 if row.unit == "share" and digits > 2 else 0.5 * 10.0**-digits + 1e-9


def _in_unit(value: float, unit: str) -> float:
    return 100 * value if unit in ("percent", "percentage_points") else value
