# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Every instrument of every department in one catalogue, found by what a client wants and never by a step (R-124, R-058)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from werkzaam.casework.goal_codes import COVERED, GOALS
from werkzaam.core.errors import UnknownName


@dataclass(frozen=True, slots=True)
class Words:
    """A text in Dutch and in English."""

    nl: str
    en: str

    def text(self, lang: str) -> str:
        """The text in a language, `nl` or `en`."""
        return self.nl if lang == "nl" else self.en


@dataclass(frozen=True, slots=True)
class Instrument:
    """Something that helps: its name and what it is, who gives it, for which goals, and where that is written."""

    code: str
    name: Words
    what: Words
    department: Words
    goals: frozenset[str]
    source: str
    law: str = ""


@dataclass(frozen=True, slots=True)
class Offer:
    """What there is for a goal; without any the gap is said, and that is a finding for the town."""

    goal: str
    instruments: tuple[Instrument, ...]

    @property
    def gap(self) -> bool:
        """Whether nothing is there for this goal."""
        return not self.instruments


def offer_for(goal: str, catalogue: Iterable[Instrument]) -> Offer:
    """The instruments for a goal, whichever department has them, by department and name; raises UnknownName for no goal."""
    if goal not in GOALS:
        raise UnknownName(f"{goal}: not a goal that is known here. Known are: {', '.join(GOALS)}.")
    asked = COVERED.get(goal, frozenset({goal}))
    found = (one for one in catalogue if asked & one.goals)
    return Offer(goal, tuple(sorted(found, key=lambda one: (one.department.nl, one.name.nl))))
