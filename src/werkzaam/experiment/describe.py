# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What happened, told without a claim about why: change in hours, jobs lost and found, grades, outflow by hours, contacts.

Nothing here compares arms as the lot made them, so nothing here says what an arm did; each result carries the sentence that says
so, and no function returns a result without it. Effects by time under the arm, which do compare arms, are in `estimate.periods`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import isfinite

import numpy as np

from werkzaam.core.errors import InputError
from werkzaam.experiment.design import Words
from werkzaam.experiment.panel import Floats, Ints, Truths

PARTICIPANTS = Words("deelnemers, niet representatief", "participants, not representative")
"""On everything that leaves the experiment: who took part chose to (R-194)."""
DESCRIPTIVE = Words("beschrijvend: geen uitspraak over oorzaak", "descriptive: no claim about the cause")
"""On what is a description (R-196)."""
OF_THE_WORKING = Words(
    "Gemiddelde van wie werkt. Die groep verandert: wie begint of stopt met werk, verandert het gemiddelde ook. "
    "Dit is geen effect.",
    "Mean of those who work. That group changes: who begins or stops to work changes the mean as well. This is not an effect.",
)
OF_ALL = Words(
    "Gemiddelde van iedereen; wie niet werkt, telt als nul uur.", "Mean of everybody; without work counts as zero hours."
)
HOURS = ((0.0, 0.0), (0.0, 16.0), (16.0, 24.0), (24.0, np.inf))
"""Classes of weekly hours: none, more than 0 and less than 16, 16 to 24, more than 24."""
HOURS_WORDS = (
    Words("geen werk aan het begin", "no work at the start"),
    Words("meer dan 0 en minder dan 16 uur", "more than 0 and less than 16 hours"),
    Words("16 tot en met 24 uur", "16 to 24 hours, both included"),
    Words("meer dan 24 uur", "more than 24 hours"),
)


@dataclass(frozen=True, slots=True)
class Change:
    """The mean of one arm at two waves, how much it changed, and the sentence that goes with it."""

    arm: str
    start: float
    end: float
    label: Words

    @property
    def growth(self) -> float:
        """The end less the start, rounded as printed means are: to a tenth."""
        return round(self.end - self.start, 1) + 0.0


def changes(start: Mapping[str, float], end: Mapping[str, float], label: Words = DESCRIPTIVE) -> tuple[Change, ...]:
    """The change of every arm between two waves: grades (R-197), or hours of the working with `OF_THE_WORKING` (R-186).

    Raises InputError when the waves do not have the same arms, or a mean is no number.
    """
    if start.keys() != end.keys() or not start:
        raise InputError(f"The same arms at both waves were expected; found {sorted(start)} and {sorted(end)}.")
    for arm, mean in (*start.items(), *end.items()):
        if not isfinite(mean):
            raise InputError(f"The mean of {arm} is missing; a wave without it has no change.")
    return tuple(Change(arm, start[arm], end[arm], label) for arm in start)


def mean_by_arm(
    values: Floats, arms: Ints, names: Sequence[str], weights: Floats | None = None
) -> Mapping[str, tuple[float, int]]:
    """The mean of every arm with the n it is of; NaN does not count. Raises InputError for an arm in which nobody has a value."""
    found = {}
    for at, name in enumerate(names):
        taken = (arms == at) & np.isfinite(values)
        if not taken.any():
            raise InputError(f"Nobody in {name!r} has a value; the mean is missing, not zero.")
        found[name] = (float(np.average(values[taken], weights=None if weights is None else weights[taken])), int(taken.sum()))
    return found


@dataclass(frozen=True, slots=True)
class Turnover:
    """What lies behind a change in the share working, per 100 people seen at both waves: `lost` is below zero, `found` above."""

    before: float
    after: float
    lost: float
    found: float
    n: int
    label: Words = DESCRIPTIVE


def loss_and_gain(before: Floats, after: Floats) -> Turnover:
    """Loss and finding of work between two waves (n,), 1 and 0, NaN for who was not asked; of those seen at both (R-191)."""
    both = np.isfinite(before) & np.isfinite(after)
    if len(before) != len(after) or not both.any():
        raise InputError("Nobody was seen at both waves, so loss and finding of work cannot be told apart.")
    first, second = before[both], after[both]
    if not (np.isin(first, (0, 1)).all() and np.isin(second, (0, 1)).all()):
        raise InputError("Working is 1 or 0, and NaN for who was not asked; found another number.")
    lost, found = 100 * ((first == 1) & (second == 0)).mean(), 100 * ((first == 0) & (second == 1)).mean()
    return Turnover(100 * float(first.mean()), 100 * float(second.mean()), -float(lost), float(found), int(both.sum()))


@dataclass(frozen=True, slots=True)
class ByHours:
    """The share that left benefit in each class of hours at the start, and the ratio of the two larger classes to the others.

    shares, n   per class of `HOURS`, whose definitions are `classes`; shares are of 1, NaN for a class without people
    ratio       the share of 16 hours or more over that of less than 16 or none
    """

    shares: Floats
    n: Ints
    ratio: float
    classes: tuple[Words, ...] = HOURS_WORDS
    label: Words = DESCRIPTIVE


def outflow_by_hours(hours: Floats, left: Truths) -> ByHours:
    """Outflow by weekly hours at the start: none, less than 16, 16 to 24 and more than 24 (R-195).

    Raises InputError for hours below 0, above 168 or missing, and when nobody is on one side of 16 hours.
    """
    if len(hours) != len(left) or not len(hours):
        raise InputError(f"Hours and leaving of the same people were expected; found {len(hours)} and {len(left)}.")
    if not (np.isfinite(hours).all() and hours.min() >= 0 and hours.max() <= 168):
        raise InputError("Weekly hours from 0 to 168 were expected for everybody; leave out who was not asked, and count them.")
    inside = [hours == 0, (hours > 0) & (hours < 16), (hours >= 16) & (hours <= 24), hours > 24]
    n = np.array([int(one.sum()) for one in inside])
    shares = np.array([left[one].mean() if one.any() else np.nan for one in inside])
    small, large = left[hours < 16], left[hours >= 16]
    if not len(small) or not len(large) or not small.any():
        raise InputError("Some people on both sides of 16 hours, and some who left with less, were expected; there is no ratio.")
    return ByHours(shares, n, float(large.mean() / small.mean()))


@dataclass(frozen=True, slots=True)
class Dose:
    """How much of something people had and how an outcome went with it; never what the one did to the other."""

    by_arm: Mapping[str, tuple[float, int]]
    correlation: float
    n: int
    label: Words = DESCRIPTIVE


def describe_dose(dose: Floats, outcome: Floats, arms: Ints, names: Sequence[str]) -> Dose:
    """Contacts (or another dose) per arm, and their correlation with an outcome (R-196).

    Whoever needed more may have got more, and whoever did well may have come less: dose was not drawn. Raises InputError for a
    dose or an outcome that is the same for everybody.
    """
    both = np.isfinite(dose) & np.isfinite(outcome)
    if both.sum() < 3 or dose[both].std() == 0 or outcome[both].std() == 0:
        raise InputError(
            "A dose and an outcome that differ between at least three people were expected; there is no correlation."
        )
    return Dose(mean_by_arm(dose, arms, names), float(np.corrcoef(dose[both], outcome[both])[0, 1]), int(both.sum()))
