# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The arm by lot, which never changes, and beside it what really happened: deviations, agreements, the end, who served whom.

An estimate reads the arm by lot. Everything else here is listed, never used to move somebody to another arm.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from werkzaam.core.errors import LedgerError
from werkzaam.core.months import age_in_months
from werkzaam.experiment.event import Event, Happening

REGULAR = "regular"
"""The guidance that everybody falls back to when the experiment ends."""


@dataclass(frozen=True, slots=True)
class Deviation:
    """From a day on somebody is guided otherwise than their arm says, and why."""

    person: str
    day: date
    arm: str
    actual: str
    reason: str


@dataclass(frozen=True, slots=True)
class Guidance:
    """How somebody is guided on a day; outside the trial it says nothing about an arm."""

    form: str
    outside_trial: bool


@dataclass(frozen=True, slots=True)
class Placement:
    """A client with a case manager from a day on; `arm` is the client's arm by lot, None for somebody not in the experiment."""

    person: str
    arm: str | None
    klantmanager: str
    day: date


@dataclass(frozen=True, slots=True)
class Team:
    """The case managers who serve only the clients of some arms, from a start day on."""

    start: date
    members: frozenset[str]
    arms: frozenset[str]


@dataclass(frozen=True, slots=True)
class Contamination:
    """A placement that mixes arms: a client of another arm with the team, or one of the team's arms outside it."""

    placement: Placement
    why: str


@dataclass(frozen=True, slots=True)
class Knowledge:
    """Of those asked in a wave, how many named their own arm."""

    asked: int
    correct: int

    @property
    def percent(self) -> Fraction | None:
        """The share in percent, exact; None when nobody was asked."""
        return Fraction(100 * self.correct, self.asked) if self.asked else None


def arms_by_lot(events: Iterable[Event]) -> dict[str, str]:
    """Everybody's arm as it was drawn, which an intention-to-treat estimate reads; LedgerError for somebody drawn twice."""
    found: dict[str, str] = {}
    for event in events:
        if event.happening is Happening.DRAWN:
            if event.person in found:
                raise LedgerError(f"{event.person} was drawn twice; an arm is drawn once and stays.")
            found[event.person] = event.detail["arm"]
    return found


def deviations(events: Iterable[Event]) -> list[Deviation]:
    """Every time somebody was guided otherwise than their arm says, by day and person."""
    listed = list(events)
    arms = arms_by_lot(listed)
    found = [
        Deviation(one.person, one.day, arms[one.person], one.detail["actual"], one.detail["reason"])
        for one in listed
        if one.happening is Happening.DEVIATED
    ]
    return sorted(found, key=lambda one: (one.day, one.person))


def guidance_on(events: Iterable[Event], person: str, day: date, lapses: date) -> Guidance:
    """How somebody is guided on a day: by their arm or what it was changed into, and regularly from the day `lapses` on.

    What client and case manager agreed for after that day (`AGREED`, with its `form`) holds then, and lies outside the trial. Who
    withdrew or was not drawn is guided regularly. Events of the same day hold on that day.
    """
    own = sorted((one for one in events if one.person == person and one.day <= day), key=lambda one: one.day)
    form = REGULAR
    agreed = None
    for event in own:
        if event.happening is Happening.DRAWN:
            form = event.detail["arm"]
        elif event.happening is Happening.DEVIATED:
            form = event.detail["actual"]
        elif event.happening is Happening.WITHDRAWN:
            form = REGULAR
        elif event.happening is Happening.AGREED:
            agreed = event.detail["form"]
    if day < lapses:
        return Guidance(form, outside_trial=form == REGULAR)
    return Guidance(agreed or REGULAR, outside_trial=True)


def exposure_months(start: date, until: date) -> int:
    """Whole months of guidance between two days; none before it began."""
    return max(age_in_months(start, until), 0)


def exposures(events: Iterable[Event], dates: Mapping[str, date], lapses: date) -> dict[str, dict[str, int]]:
    """Whole months of guidance of everybody at each date (such as of a wave), counted to the day the arms lapse at most."""
    starts = {one.person: one.day for one in events if one.happening is Happening.STARTED}
    return {
        person: {wave: exposure_months(start, min(day, lapses)) for wave, day in dates.items()}
        for person, start in sorted(starts.items())
    }


def contamination(team: Team, placements: Iterable[Placement]) -> list[Contamination]:
    """Every placement from the team's start on that mixes the arms of the team with others."""
    found = []
    for one in placements:
        if one.day < team.start:
            continue
        own = one.arm in team.arms
        member = one.klantmanager in team.members
        if member and not own:
            found.append(Contamination(one, f"{one.klantmanager} serves only {', '.join(sorted(team.arms))}"))
        elif own and not member:
            found.append(Contamination(one, f"clients of {one.arm} are served by the team only"))
    return found


def knowledge(answers: Sequence[tuple[str, str | None]]) -> tuple[Knowledge, dict[str, Knowledge]]:
    """Who knew their arm, in total and by arm; an answer is the arm by lot and the arm that was named, None for does not know."""
    by_arm = {
        arm: Knowledge(sum(own == arm for own, _ in answers), sum(own == arm == named for own, named in answers))
        for arm in sorted({own for own, _ in answers})
    }
    return Knowledge(len(answers), sum(own == named for own, named in answers)), by_arm
