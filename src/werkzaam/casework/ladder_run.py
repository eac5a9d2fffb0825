# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The same absence through a ladder of invitations, counted exactly: how many get each step, and where it ends (R-228).

Nobody is drawn: a share of a number of people is a share of them, also where that is no whole person. Who calls off beforehand
does not climb (R-044), so they leave the count at that step: they get another appointment, not another step.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from werkzaam.core.errors import InputError
from werkzaam.regime.guidance import Ladder, Step

MEASURE, VISIT = "maatregel", "huisbezoek"
NOBODY_ASKED = frozenset({MEASURE, "rust"})
"""Actions at which nobody is asked to come, so that nobody can be absent."""


@dataclass(frozen=True, slots=True)
class Behaviour:
    """How people answer: `absent` is the share of those asked who do not come and say nothing, `called_off` who say so before."""

    invited: int
    absent: Fraction
    called_off: Fraction = Fraction(0)

    def __post_init__(self) -> None:
        if self.invited < 0:
            raise InputError(f"0 or more people were expected; found {self.invited}.")
        if min(self.absent, self.called_off) < 0 or self.absent + self.called_off > 1:
            raise InputError(
                f"Shares from 0 to 1 that are at most 1 together were expected; found {self.absent} absent and "
                f"{self.called_off} called off."
            )


@dataclass(frozen=True, slots=True)
class Round:
    """One step: who got it, who called off, and who was absent without a word; nobody can be absent from a measure."""

    step: Step
    people: Fraction
    called_off: Fraction
    absent: Fraction


@dataclass(frozen=True, slots=True)
class LadderRun:
    """A ladder with people on it, step after step."""

    rounds: tuple[Round, ...]

    @property
    def measures(self) -> Fraction:
        """At most so many people reach a step at which a measure is possible; a person decides about each."""
        return self._people(MEASURE)

    @property
    def visits(self) -> Fraction:
        """People at whose home somebody rings."""
        return self._people(VISIT)

    @property
    def unanswered(self) -> Fraction:
        """People who were still absent when the ladder was over: nothing follows for them."""
        asked = [one for one in self.rounds if one.step.action not in NOBODY_ASKED]
        return asked[-1].absent - self.measures if asked else Fraction(0)

    def _people(self, action: str) -> Fraction:
        return sum((one.people for one in self.rounds if one.step.action == action), Fraction(0))


def run_ladder(ladder: Ladder, behaviour: Behaviour) -> LadderRun:
    """Everybody begins at the first step; who is absent without a word gets the next one, until the ladder is over."""
    people, rounds = Fraction(behaviour.invited), []
    for step in ladder.steps:
        asked = step.action not in NOBODY_ASKED
        absent = people * behaviour.absent if asked else Fraction(0)
        rounds.append(Round(step, people, people * behaviour.called_off if asked else Fraction(0), absent))
        people = absent if asked else people
    return LadderRun(tuple(rounds))


def step_after(ladder: Ladder, missed: int) -> Step | None:
    """The step for somebody who missed so many invitations in a row without a word; None when the ladder is over."""
    if missed < 0:
        raise InputError(f"0 or more missed invitations were expected; found {missed}.")
    return ladder.steps[missed] if missed < len(ladder.steps) else None
