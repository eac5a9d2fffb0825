# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The lives of a next experiment: the same people, with the same luck, live under every arm, several times over with other luck.

What an experiment then sees of them stands in `foreseen`. What lives do under guidance that nobody tried is an assumption
(`Effect`), never a finding; of outcomes that a life does not have nothing is said.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from werkzaam.experiment.design import Design, Outcome
from werkzaam.experiment.panel import Floats, Truths
from werkzaam.simulation.chance import MILLION, Purpose, column
from werkzaam.simulation.labour import Behaviour
from werkzaam.simulation.life import Lived, World, live
from werkzaam.simulation.people import ADULTS_MOST, Ints, People

SIMULATED = ("off_benefit", "months_on_benefit", "repayment", "work", "hours")
"""The variables of a design's outcomes that a life has; nothing is said of others."""
PER_MILLE = 1_000
MINUTES = 60


@dataclass(frozen=True, slots=True)
class Effect:
    """What something that nobody tried is assumed to do: per mille of the chances to find work and to leave bijstand without it.

    `stays` is how many per mille of the effect stay after the arms end.
    """

    part: str
    finding: int
    leaving: int
    stays: int


@dataclass(frozen=True, slots=True)
class Seen:
    """One outcome as it is seen in a life: its variable, and for each household the month, counted from the first.

    `horizon` is for how many months from entering `months_on_benefit` is counted.
    """

    outcome: Outcome
    month: Ints
    horizon: int = 0


@dataclass(frozen=True, slots=True)
class Lives:
    """Everybody's outcomes under every arm.

    values    (outcomes, arms, times, people): each outcome of the life under an arm, with luck `times` over
    premium   (arms,) mean cents of premium that somebody was paid
    guided    (arms,) mean months on bijstand while arms differ
    """

    outcomes: tuple[Outcome, ...]
    values: Floats
    premium: Floats
    guided: Floats

    def truth(self, outcome: int, arm: int, against: int, group: Truths) -> float:
        """The mean difference between two arms over all lives of the people in a group, who are the first so many."""
        both = self.values[outcome][:, :, : len(group)][:, :, group]
        return float(both[arm].mean() - both[against].mean())


def affected(behaviour: Behaviour, effects: Sequence[Effect], begin: int, end: int) -> Behaviour:
    """How people of the first row move with assumed effects: from month `begin` to `end` in full, after it as far as they stay.

    The last row, by which people live before they enter, stays as it is.
    """
    finding, leaving = behaviour.finding.copy(), behaviour.leaving.copy()
    months = np.arange(finding.shape[1])
    for one in effects:
        for changed, effect in ((finding, one.finding), (leaving, one.leaving)):
            after = PER_MILLE + (effect - PER_MILLE) * one.stays // PER_MILLE
            factor = np.where(months < begin, PER_MILLE, np.where(months < end, effect, after))
            changed[0] = changed[0] * factor // PER_MILLE
    return replace(behaviour, finding=finding, leaving=leaving)


def again(people: People, times: int) -> People:
    """The same people with other luck: their numbers go on where the numbers of the first ones end."""
    shift = times * len(people.number)
    return replace(people, number=people.number + shift, person=people.person + shift * ADULTS_MOST)


def seen_in(design: Design, people: People, first: int, seed: int) -> tuple[Seen, ...]:
    """The outcomes of a design that lives have, with the month in which each household is asked.

    `first` is the index of the first month simulated. Somebody is asked at the same point of every wave.
    """
    point = column(seed, people.person[people.first[:-1]], 0, Purpose.WAVE_MONTH)
    waves = {wave.id: wave for wave in design.waves}
    found = []
    for outcome in design.outcomes:
        if outcome.variable not in SIMULATED:
            continue
        if outcome.wave is not None:
            wave = waves[outcome.wave]
            length = wave.last.index - wave.first.index + 1
            found.append(Seen(outcome, wave.first.index - first + point * length // MILLION))
        elif outcome.month is not None:
            found.append(Seen(outcome, np.full(len(people.number), outcome.month.index - first)))
        else:
            found.append(Seen(outcome, np.maximum(people.enters, 0), outcome.horizon or 0))
    return tuple(found)


def lived(people: People, world: World, seed: int, seen: Sequence[Seen], until: int) -> tuple[Floats, float, float]:
    """The outcomes (seen, households) of lives in a world, the mean premium, and mean months on bijstand before month `until`."""
    found = np.zeros((len(seen), len(people.number)))
    ever = {at: np.zeros(len(people.number), dtype=bool) for at, one in enumerate(seen) if one.outcome.variable == "repayment"}
    gone = np.zeros(len(people.number), dtype=bool)
    premium = guided = 0.0
    for month in live(people, world, seed):
        gone |= ~month.on & (month.at >= people.enters)
        premium += float((month.paid.premium * (month.at >= people.enters)).mean())
        guided += float((month.on & (month.at >= people.enters)).mean()) if month.at < until else 0.0
        for at, one in enumerate(seen):
            if at in ever:
                ever[at] |= month.paid.claimed > 0
                _note(found[at], ever[at], one.month == month.at)
            elif one.horizon:
                found[at] += ~gone & (month.at >= one.month) & (month.at < one.month + one.horizon)
            else:
                _note(found[at], _value(one.outcome.variable, month, people), one.month == month.at)
    return found, premium, guided


def _value(variable: str, month: Lived, people: People) -> Floats:
    """A variable of everybody in a month; of work it is that of who asked for bijstand."""
    first = people.first[:-1]
    works = month.work.contract[first] > 0
    if variable == "work":
        return works.astype(float)
    if variable == "hours":
        return np.where(works, month.work.minutes[first] / MINUTES, 0.0)
    return (~month.on).astype(float)


def _note(found: Floats, values: Floats | Truths, now: Truths) -> None:
    found[now] = values[now]
