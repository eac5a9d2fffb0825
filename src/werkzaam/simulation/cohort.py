# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Invented people of an experiment: as many of each level as a published table has, and outcomes that print as published.

Nobody in it exists. Every characteristic has exactly the published counts; how characteristics go together is not published and
is assumed: each person has one hidden score, and the levels of an ordered characteristic follow it as far as `leaning` says.
Outcomes come from a hidden score of their own that persists from wave to wave, cut off in each arm where the published share
lies, so that a whole analysis can be tried on numbers that are known. With the same target in every arm nothing differs (the
null twin).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from werkzaam.core.errors import InputError
from werkzaam.experiment.panel import Floats, Ints, Truths


@dataclass(frozen=True, slots=True)
class Margin:
    """A characteristic: percentages by level in order, and how far its order follows a person's hidden score (-1 to 1)."""

    percent: tuple[float, ...]
    leaning: float = 0.0


def counts(percent: Sequence[float], people: int) -> Ints:
    """Whole people per level: the percentages scaled to everybody, by largest remainder."""
    if min(percent) < 0 or sum(percent) <= 0:
        raise InputError(f"Percentages of at least 0, and more than 0 together, were expected; found {list(percent)}.")
    exact = np.asarray(percent, dtype=np.float64) / sum(percent) * people
    found = np.floor(exact).astype(np.int64)
    for place in np.argsort(found - exact, kind="stable")[: people - int(found.sum())]:
        found[place] += 1
    return found


def characteristics(people: int, margins: Mapping[str, Margin], generator: np.random.Generator) -> dict[str, Ints]:
    """The level of everybody for every characteristic (people,), with exactly the counts of its margin."""
    hidden = generator.standard_normal(people)
    found = {}
    for name, margin in margins.items():
        if not -1 <= margin.leaning <= 1:
            raise InputError(f"{name}: a leaning lies between -1 and 1; found {margin.leaning}.")
        own = np.sqrt(1 - margin.leaning**2) * generator.standard_normal(people)
        order = np.argsort(margin.leaning * hidden + own, kind="stable")
        levels = np.empty(people, np.int64)
        levels[order] = np.repeat(np.arange(len(margin.percent)), counts(margin.percent, people))
        found[name] = levels
    return found


def staying(among: Truths, sizes: Sequence[int], pull: Floats, generator: np.random.Generator) -> list[Truths]:
    """Who still takes part at each wave: nested, with exactly so many people; a higher `pull` (people,) stays longer."""
    found, left, hidden = [], among.copy(), pull + generator.standard_normal(len(pull))
    for size in sizes:
        if size > left.sum():
            raise InputError(f"{size} people cannot still take part: {int(left.sum())} did before.")
        score = np.where(left, hidden + 0.6 * generator.standard_normal(len(pull)), -np.inf)
        left = np.zeros(len(pull), dtype=bool)
        left[np.argsort(-score, kind="stable")[:size]] = True
        found.append(left)
    return found


class Persistent:
    """A hidden score that keeps `persistence` of itself from one moment to the next, such as readiness to work."""

    def __init__(self, start: Floats, generator: np.random.Generator, persistence: float = 0.7) -> None:
        self.score, self._generator, self._persistence = start, generator, persistence

    def on(self) -> Floats:
        """The score at the next moment."""
        noise = np.sqrt(1 - self._persistence**2) * self._generator.standard_normal(len(self.score))
        self.score = self._persistence * self.score + noise
        return self.score


def yes(score: Floats, arms: Ints, among: Truths, percent: Sequence[float]) -> Floats:
    """Yes or no (1 or 0) for everybody: in each arm the highest scores, so many that among `among` the percentage is met.

    People of the arm who are not among those counted have the same limit. Who has no arm (-1) has the last arm's percentage.
    """
    found = np.zeros(len(score))
    for arm in np.unique(arms):
        side = arms == arm
        counted = np.sort(score[side & among])[::-1] if (side & among).any() else np.sort(score[side])[::-1]
        wanted = round(percent[arm] / 100 * len(counted))
        limit = np.inf if wanted == 0 else -np.inf if wanted == len(counted) else (counted[wanted - 1] + counted[wanted]) / 2
        found[side & (score > limit)] = 1.0
    return found


def around(arms: Ints, among: Truths, means: Sequence[float], spread: float, bounds: tuple[float, float],
           generator: np.random.Generator) -> Floats:  # fmt: skip
    """An amount for everybody, normal around each arm's mean and within bounds; among `among` the mean is met to 0.05."""
    found = np.empty(len(arms))
    for arm in np.unique(arms):
        side = arms == arm
        values = np.clip(generator.normal(means[arm], spread, int(side.sum())), *bounds)
        counted = among[side] if (among & side).any() else np.ones(len(values), dtype=bool)
        for _ in range(60):
            values = np.clip(values + means[arm] - values[counted].mean(), *bounds)
        found[side] = values
    return found


def leaving(score: Floats, quarters: int, at: Mapping[int, Floats], generator: np.random.Generator) -> Ints:
    """In which quarter (1..quarters) each person left bijstand; 0 for who did not.

    `at` says for some quarters who is out by then (1 or 0); who is out at an earlier one is out at a later one too. The quarter
    of leaving is drawn evenly between the moments.
    """
    left, before, earlier = np.zeros(len(score), np.int64), np.zeros(len(score), dtype=bool), 0
    for quarter in sorted(at):
        if not earlier < quarter <= quarters:
            raise InputError(f"Quarter {quarter} lies outside {earlier + 1} to {quarters}.")
        new = (at[quarter] == 1) & ~before
        left[new] = generator.integers(earlier + 1, quarter + 1, int(new.sum()))
        before |= new
        earlier = quarter
    return left
