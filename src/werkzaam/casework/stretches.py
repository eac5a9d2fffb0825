# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Who was under which part of a regime and when, and the contacts that were added up by it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import zip_longest

from werkzaam.casework.calendar import months_after
from werkzaam.casework.dose import Days, Tally
from werkzaam.casework.dossier import Spell
from werkzaam.casework.entry import Entry, Kind, in_order, last_of
from werkzaam.casework.period import Period
from werkzaam.core.months import Month

OURS, TALKS = 0, 1
"""Places in the counts of a client: contacts that we began, and talks whoever began them."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days in which a client was under a part of a regime."""

    part: str
    period: Period


@dataclass(frozen=True, slots=True)
class Counted:
    """The contacts of a period, by part and month and the rest, and by client and part as [ours, talks].

    `given` are those that count for a promise, by part and month, of clients to whom something was promised.
    """

    tallies: tuple[Tally, ...]
    clients: Mapping[tuple[int, str], Sequence[int]]
    given: Mapping[tuple[str, Month], int]


def stretches(entries: Iterable[Entry], period: Period) -> list[Stretch]:
    """What one client was under within a period, first to last.

    The newest entry about guidance of a day holds, leaving ends it, and coming back goes on with what was before.
    """
    said = in_order(one for one in entries if one.kind in (Kind.GUIDANCE, Kind.EXIT, Kind.RETURN))
    found: list[Stretch] = []
    before: str | None = None
    for one, after in zip_longest(said, said[1:]):
        if one.kind is Kind.GUIDANCE:
            before = str(one.body["part"]) if one.body.get("part") else None
        end = period.last if after is None else after.day - timedelta(1)
        inside = period.both(one.day, end) if one.day <= end else None
        if one.kind is not Kind.EXIT and before is not None and inside is not None:
            found.append(Stretch(before, inside))
    return found


def left_since(entries: Iterable[Entry], last: date) -> date | None:
    """The first day on which a client was no client any more, of who has not come back by a day; None for all others."""
    said = [one for one in entries if one.kind in (Kind.GUIDANCE, Kind.EXIT, Kind.RETURN) and one.day <= last]
    newest = last_of(said)
    return newest.day if newest is not None and newest.kind is Kind.EXIT else None


def until_left(spells: Sequence[Spell], left: date | None) -> Sequence[Spell]:
    """The spells of a client's case managers, cut off where the client left: nobody is a case manager of who is no client."""
    if left is None:
        return spells
    end = left - timedelta(1)
    return [replace(one, last=min(one.last or end, end)) for one in spells if one.first <= end]


def days_of(under: Iterable[Sequence[Stretch]]) -> list[Days]:
    """The days of all people by part and month."""
    found: Counter[tuple[str, int]] = Counter()
    for one, people in Counter(one for mine in under for one in mine).items():
        for month in one.period.months:
            inside = one.period.both(month.first_day, month.last_day)
            found[one.part, month.index] += people * inside.days if inside is not None else 0
    return [Days(part, Month(index), days) for (part, index), days in sorted(found.items())]


def to_count(
    under: Mapping[int, Sequence[Stretch]], counts: Mapping[tuple[int, str], Collection[int]] | None = None
) -> Iterator[tuple[int, str, str, str, int]]:
    """The stretches of all clients for who adds up contacts: person, part, first and last day as text, and what counts.

    `counts` says for a client and part what counts for the promise: OURS, TALKS, both, or nothing when they are not in it. That
    becomes a number: 1 for contacts that we began, 2 for talks, 3 for both.
    """
    promise = counts or {}
    for person, mine in under.items():
        for one in mine:
            number = sum(1 << each for each in promise.get((person, one.part), ()))
            yield person, one.part, one.period.first.isoformat(), one.period.last.isoformat(), number


def counted(
    tallies: Iterable[tuple[str | None, str, str, str, str, int, int]], clients: Iterable[tuple[int, str, int, int]]
) -> Counted:
    """Contacts as they were added up: by part, month, channel, first step and topic, and by client and part."""
    found: list[Tally] = []
    given: Counter[tuple[str, Month]] = Counter()
    for part, text, channel, initiator, topic, number, promised in sorted(tallies, key=lambda one: (one[0] or "", *one[1:5])):
        month = Month.parse(text)
        found.append(Tally(part, month, channel, initiator, topic, number))
        if part is not None and promised:
            given[part, month] += promised
    return Counted(tuple(found), {(person, part): (ours, talks) for person, part, ours, talks in clients}, given)


def _part_on(mine: Sequence[Stretch], day: str) -> str | None:
    at = date.fromisoformat(day)
    return next((one.part for one in mine if one.period.first <= at <= one.period.last), None)


def unasked(
    begun: Iterable[tuple[int, str, bool]], under: Mapping[int, Sequence[Stretch]], parts: Collection[str]
) -> Counter[tuple[int, str]]:
    """For each client under one of these parts: contacts that we began without a reason, within a year of the one before.

    `begun` are those that we began, by person and day: whose, when, and whether with a reason.
    """
    found: Counter[tuple[int, str]] = Counter()
    last: tuple[int, str] | None = None
    for person, day, reason in begun:
        if last is not None and last[0] == person and not reason:
            part = _part_on(under.get(person, ()), day)
            if part in parts and part is not None and day < months_after(date.fromisoformat(last[1]), 12).isoformat():
                found[person, part] += 1
        last = person, day
    return found
