# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""How people were reached and who came: channels, personal explanation, and whether staff chose beforehand.

Counts stand beside every rate. Case managers stand in the order of their ids and are compared on nothing but who was asked and
who enrolled.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from fractions import Fraction
from typing import TypeVar

from werkzaam.core.errors import InputError
from werkzaam.experiment.design import Window
from werkzaam.experiment.eligibility import window_of
from werkzaam.experiment.event import Event, Happening

K = TypeVar("K")


class Channel(Enum):
    """How somebody heard of the experiment."""

    LETTER = "letter"
    KLANTMANAGER = "case_manager"
    MEETING = "meeting"
    PRESS = "press"
    VOLUNTEER = "volunteer"
    PHONE = "phone"


PERSONAL = frozenset({Channel.KLANTMANAGER, Channel.MEETING, Channel.PHONE})
"""Channels in which somebody explains and can be asked."""
ANSWERS = frozenset({Happening.APPLIED, Happening.DECLINED, Happening.ENROLLED, Happening.REFUSED, Happening.EXCLUDED,
                     Happening.WITHDRAWN, Happening.DIED, Happening.MOVED})  # fmt: skip
"""After these nobody waits for an answer."""
APPROACHES = frozenset({Happening.INFORMED, Happening.APPLIED, Happening.DECLINED})
"""What is recorded with the case manager of that day."""


@dataclass(frozen=True, slots=True)
class Rate:
    """How many were approached and how many of them enrolled."""

    approached: int
    enrolled: int

    @property
    def share(self) -> Fraction | None:
        """The part that enrolled; None of nobody."""
        return Fraction(self.enrolled, self.approached) if self.approached else None

    @property
    def percent(self) -> Fraction | None:
        """The share in percent, exact."""
        return None if self.share is None else 100 * self.share


@dataclass(frozen=True, slots=True)
class StaffRates:
    """Enrolment among the clients of one case manager, by whether they work."""

    klantmanager: str
    working: Rate
    not_working: Rate

    @property
    def difference(self) -> Fraction | None:
        """Percentage points between working and not working; None where one of the groups is empty."""
        if self.working.percent is None or self.not_working.percent is None:
            return None
        return self.working.percent - self.not_working.percent


@dataclass(frozen=True, slots=True)
class Client:
    """Somebody who was approached: whose client it was then, whether they worked, and whether they enrolled."""

    person: str
    klantmanager: str
    working: bool
    enrolled: bool


@dataclass(frozen=True, slots=True)
class Task:
    """Something a case manager must do for one person, at the latest on a day."""

    person: str
    kind: str
    by: date


PERSONAL_EXPLANATION = "personal_explanation"


def channel_of(text: str) -> Channel:
    """The channel with that code; raises InputError for another."""
    if text not in {channel.value for channel in Channel}:
        raise InputError(f"one of {', '.join(channel.value for channel in Channel)} was expected; found {text[:40]!r}.")
    return Channel(text)


def channel_rates(events: Iterable[Event]) -> dict[tuple[Channel, ...], Rate]:
    """Enrolment by the mix of channels that reached people before they enrolled, in the order of `Channel`."""
    informed: dict[str, set[Channel]] = defaultdict(set)
    enrolled: dict[str, date] = {}
    kept = sorted(events, key=lambda one: one.day)
    for event in kept:
        if event.happening is Happening.ENROLLED:
            enrolled.setdefault(event.person, event.day)
    for event in kept:
        if event.happening is Happening.INFORMED and event.day <= enrolled.get(event.person, date.max):
            informed[event.person].add(channel_of(event.detail["channel"]))
    mixes = {person: tuple(channel for channel in Channel if channel in found) for person, found in informed.items()}
    return _rates((mix, person in enrolled) for person, mix in mixes.items())


def staff_rates(clients: Iterable[Client]) -> list[StaffRates]:
    """Enrolment by case manager and working status, in the order of the ids of case managers."""
    rates = _rates(((one.klantmanager, one.working), one.enrolled) for one in clients)
    nobody = Rate(0, 0)
    return [
        StaffRates(one, rates.get((one, True), nobody), rates.get((one, False), nobody))
        for one in sorted({klantmanager for klantmanager, _ in rates})
    ]


def _rates(found: Iterable[tuple[K, bool]]) -> dict[K, Rate]:
    counts: dict[K, list[int]] = defaultdict(lambda: [0, 0])
    for key, came in found:
        counts[key][0] += 1
        counts[key][1] += came
    return {key: Rate(*both) for key, both in counts.items()}


def tasks(events: Iterable[Event], windows: Sequence[Window], *, term_days: int, today: date) -> list[Task]:
    """A personal explanation for everybody whose letter got no answer within the term, at the latest when the window closes.

    None for those who answered, and none for those to whom somebody explained it after the letter. After the window nothing can
    be explained in time, so nothing is asked.
    """
    by_person: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        if event.day <= today:
            by_person[event.person].append(event)
    window = window_of(windows, today)
    if window is None:
        return []
    waiting = [person for person, own in by_person.items() if _waits(own, term_days, today)]
    return [Task(person, PERSONAL_EXPLANATION, windows[window].last) for person in sorted(waiting)]


def _waits(events: Sequence[Event], term_days: int, today: date) -> bool:
    """Whether a letter went out, its term is over, and nothing came of it."""
    sent = [one.day for one in events if _informed(one, lambda channel: channel is Channel.LETTER)]
    if not sent or min(sent) + timedelta(term_days) >= today:
        return False
    explained = any(_informed(one, lambda channel: channel in PERSONAL) and one.day >= min(sent) for one in events)
    return not explained and not any(one.happening in ANSWERS for one in events)


def _informed(event: Event, wanted: Callable[[Channel], bool]) -> bool:
    return event.happening is Happening.INFORMED and wanted(channel_of(event.detail["channel"]))


def clients_of(events: Iterable[Event]) -> list[Client]:
    """Everybody of whom the case manager and whether they worked were recorded when they were approached or answered."""
    told: dict[str, tuple[str, bool]] = {}
    enrolled: set[str] = set()
    for one in events:
        if "case_manager" in one.detail and "working" in one.detail and one.happening in APPROACHES:
            told.setdefault(one.person, (one.detail["case_manager"], one.detail["working"] == "yes"))
        elif one.happening is Happening.ENROLLED:
            enrolled.add(one.person)
    return [Client(person, *who, person in enrolled) for person, who in told.items()]
