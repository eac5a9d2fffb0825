# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Rounds of interviews: who is asked when, who answered how, why others did not, and what they got for it.

The day of an interview is what counts, not the label of its wave: fieldwork of waves overlaps.
"""

from __future__ import annotations

from calendar import monthrange
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum

import numpy as np

from werkzaam.core.errors import InputError, UnknownName
from werkzaam.core.months import Month
from werkzaam.experiment.design import Design, Wave
from werkzaam.experiment.event import Event, Happening

MONTHS_APART = 6
"""At least so many months lie between two interviews of one person."""
GONE = frozenset({Happening.WITHDRAWN, Happening.DIED})
"""After these nobody is asked for an interview."""


class Mode(Enum):
    """How an interview was held."""

    FACE_TO_FACE = "face_to_face"
    PHONE = "phone"
    VIDEO = "video"


class NoAnswer(Enum):
    """Why an interview was not held."""

    MOVED = "moved"
    UNREACHABLE = "unreachable"
    REFUSED = "refused"
    ILL = "ill"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Interview:
    """A completed interview."""

    person: str
    wave: str
    day: date
    mode: Mode


@dataclass(frozen=True, slots=True)
class Planned:
    """When somebody can be interviewed in a wave, in the order of the plan; `fits` says whether any day is left for it."""

    person: str
    place: int
    earliest: date
    latest: date

    @property
    def fits(self) -> bool:
        """Whether the wave has a day on which this person can be asked."""
        return self.earliest <= self.latest


@dataclass(frozen=True, slots=True)
class Response:
    """Of everybody asked in a wave: who completed it, why others did not, and of whom nothing was recorded yet."""

    asked: int
    completed: int
    reasons: Mapping[NoAnswer, int]
    open: int


@dataclass(frozen=True, slots=True)
class DepthCandidate:
    """Somebody who could tell more: their arm, and whether they can be interviewed in a language that we speak."""

    person: str
    arm: str
    language_able: bool


def wave_of(design: Design, wave: str) -> Wave:
    """The wave with that id; raises UnknownName when the design has none."""
    found = next((one for one in design.waves if one.id == wave), None)
    if found is None:
        raise UnknownName(f"{design.id} has no wave {wave!r}; it has {', '.join(one.id for one in design.waves)}.")
    return found


def interviews(events: Iterable[Event]) -> list[Interview]:
    """Every completed interview, by day and person; raises InputError when somebody was interviewed twice in a wave."""
    found = [
        Interview(one.person, one.detail["wave"], one.day, mode_of(one.detail["mode"]))
        for one in events
        if one.happening is Happening.INTERVIEWED
    ]
    twice = [who for who, times in Counter((one.person, one.wave) for one in found).items() if times > 1]
    if twice:
        raise InputError(f"{twice[0][0]} was interviewed twice in {twice[0][1]}; keep one of the two.")
    return sorted(found, key=lambda one: (one.day, one.person))


def mode_of(text: str) -> Mode:
    """The mode with that code; raises InputError for another."""
    if text not in {mode.value for mode in Mode}:
        raise InputError(f"one of {', '.join(mode.value for mode in Mode)} was expected; found {text[:40]!r}.")
    return Mode(text)


def no_answer_of(text: str) -> NoAnswer:
    """The reason with that code; raises InputError for another."""
    if text not in {reason.value for reason in NoAnswer}:
        raise InputError(f"one of {', '.join(reason.value for reason in NoAnswer)} was expected; found {text[:40]!r}.")
    return NoAnswer(text)


def months_after(day: date, months: int) -> date:
    """The same day so many months later, or the last day of that month where it has no such day."""
    month = Month.of_day(day) + months
    return date(month.year, month.number, min(day.day, monthrange(month.year, month.number)[1]))


def plan(design: Design, wave: str, people: Collection[str], events: Sequence[Event], today: date) -> list[Planned]:
    """Who is to be asked in a wave and from which day, in the order in which they were interviewed before.

    `people` are those whom the draw asks. Left out is who withdrew or died by today, or was interviewed in
    this wave or a later one. At least six months lie after the last interview of an earlier wave. Who was never interviewed
    follows at the end, by number.
    """
    asked_in = wave_of(design, wave)
    order = [one.id for one in design.waves]
    before, done = _last_interviews(events, order, wave)
    gone = {one.person for one in events if one.happening in GONE and one.day <= today}
    to_ask = [person for person in people if person not in gone and person not in done]
    first, last = asked_in.first.first_day, asked_in.last.last_day
    line = sorted(to_ask, key=lambda person: (before.get(person, date.max), person))
    return [
        Planned(person, place, max(first, today, months_after(before[person], MONTHS_APART) if person in before else first), last)
        for place, person in enumerate(line, 1)
    ]


def _last_interviews(events: Iterable[Event], order: Sequence[str], wave: str) -> tuple[dict[str, date], set[str]]:
    """The day of everybody's last interview in earlier waves, and who was interviewed in this wave or a later one."""
    before: dict[str, date] = {}
    done: set[str] = set()
    for one in interviews(events):
        if one.wave not in order:
            raise UnknownName(f"An interview of {one.person} names the wave {one.wave!r}; the design has {', '.join(order)}.")
        if order.index(one.wave) < order.index(wave):
            before[one.person] = one.day
        else:
            done.add(one.person)
    return before, done


def too_soon(design: Design, held: Interview, events: Iterable[Event]) -> str | None:
    """Why an interview may not count next to those that are known; None when it may."""
    order = [one.id for one in design.waves]
    place = order.index(wave_of(design, held.wave).id)
    for one in interviews(events):
        if one.person != held.person:
            continue
        if one.wave == held.wave:
            return f"was interviewed in {held.wave} before, on {one.day}"
        early, late = (one, held) if order.index(one.wave) < place else (held, one)
        if late.day < months_after(early.day, MONTHS_APART):
            return f"the interview of {late.wave} on {late.day} is within {MONTHS_APART} months of {early.wave} on {early.day}"
    return None


def on_or_after(held: Iterable[Interview], day: date) -> dict[tuple[str, str], bool]:
    """For each person and wave whether the interview was held on a day or later: by its own date, never by its label."""
    return {(one.person, one.wave): one.day >= day for one in held}


def response(events: Sequence[Event], wave: str, asked: Collection[str]) -> Response:
    """Of those asked in a wave, who completed it and why others did not: the last reason, unless an interview followed."""
    completed = {one.person for one in interviews(events) if one.wave == wave} & set(asked)
    reasons = {
        one.person: no_answer_of(one.detail["reason"])
        for one in sorted(events, key=lambda event: event.day)
        if one.happening is Happening.NOT_INTERVIEWED and one.detail["wave"] == wave
    }
    counts = Counter(reasons[person] for person in asked if person in reasons and person not in completed)
    split = {reason: counts[reason] for reason in NoAnswer}
    return Response(len(asked), len(completed), split, len(asked) - len(completed) - sum(split.values()))


def panel(events: Iterable[Event], waves: Sequence[str]) -> set[str]:
    """Who was interviewed at every one of these waves."""
    seen: dict[str, set[str]] = defaultdict(set)
    for one in interviews(events):
        seen[one.person].add(one.wave)
    return {person for person, found in seen.items() if found >= set(waves)}


def modes(events: Iterable[Event]) -> dict[str, dict[Mode, int]]:
    """How many interviews were held how, by wave."""
    counts: dict[str, Counter[Mode]] = defaultdict(Counter)
    for one in interviews(events):
        counts[one.wave][one.mode] += 1
    return {wave: {mode: found[mode] for mode in Mode} for wave, found in sorted(counts.items())}


def vouchers_due(design: Design, events: Sequence[Event], today: date) -> list[Event]:
    """The vouchers to hand out: one for each completed interview of a wave that has them and did not lead to one yet."""
    given = {(one.person, one.detail["wave"]) for one in events if one.happening is Happening.VOUCHER}
    amounts = {wave.id: wave.voucher for wave in design.waves}
    return [
        Event(one.person, Happening.VOUCHER, today, {"wave": one.wave, "cents": str(amounts[one.wave])})
        for one in interviews(events)
        if amounts[one.wave] and (one.person, one.wave) not in given
    ]


def voucher_cents(events: Iterable[Event], person: str) -> int:
    """What somebody got in vouchers, in cents."""
    return sum(int(one.detail["cents"]) for one in events if one.happening is Happening.VOUCHER and one.person == person)


def depth_interviews(
    candidates: Iterable[DepthCandidate], slots: int, last_year: Collection[str], generator: np.random.Generator
) -> list[DepthCandidate]:
    """Whom to ask for a long interview this year: spread over the arms as evenly as can be, those of last year first.

    Who cannot be interviewed in a language that we speak is left out; the rest is by lot. An arm with too few people leaves its
    slots to the others.
    """
    able = sorted((one for one in candidates if one.language_able), key=lambda one: one.person)
    lots = dict(zip([one.person for one in able], generator.permutation(len(able)).tolist(), strict=True))
    queues: dict[str, list[DepthCandidate]] = defaultdict(list)
    for one in sorted(able, key=lambda one: (one.person not in last_year, lots[one.person])):
        queues[one.arm].append(one)
    chosen: list[DepthCandidate] = []
    arms = sorted(queues)
    while len(chosen) < slots and any(queues.values()):
        for arm in arms:
            if queues[arm] and len(chosen) < slots:
                chosen.append(queues[arm].pop(0))
    return chosen
