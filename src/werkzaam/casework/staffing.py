# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Who works at the office and how, from what was written down about it: service, absence, training, terms, shut channels.

As a dossier is its entries, the office is its staff entries. Nothing of anybody is kept here but work: no reason of an absence.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields
from datetime import date, timedelta
from enum import Enum

from werkzaam.casework.office import Office, Terms, Worker


class StaffKind(Enum):
    """What a staff entry says; the value is what is stored."""

    IN_SERVICE = "in_dienst"  # from a day on, with name, team, district, share, talks, days and phone; a later one changes them
    AWAY = "afwezig"  # from a day to a day; with who stands in, where the office says so
    LEFT = "uit_dienst"  # the day is the last one
    TRAINED = "opgeleid"  # a course that was followed
    LESSON = "les"  # what colleagues learned from a case, of nobody in particular
    TERMS = "termijnen"  # the town's own terms, from a day on
    SHUT = "dicht"  # channels that cannot be used, from a day to a day
    GONE = "vervallen"  # another entry was a mistake, or no longer holds


@dataclass(frozen=True, slots=True)
class StaffEntry:
    """One thing that became so at the office.

    `day` and `until` are both included. `worker` is the id of whom it is about, None for the office as a whole. `number` counts
    what a town wrote down, 0 while it is only asked; `replaces` is the number of an entry whose place it takes.
    """

    kind: StaffKind
    day: date
    worker: str | None = None
    body: Mapping[str, object] = field(default_factory=dict)
    until: date | None = None
    replaces: int | None = None
    number: int = 0


def office_on(today: date, entries: Iterable[StaffEntry]) -> Office:
    """The office on a day, from entries that hold (none that was replaced), in the order they were written."""
    held = [entry for entry in entries if entry.kind is not StaffKind.GONE]
    ids = dict.fromkeys(entry.worker for entry in held if entry.kind is StaffKind.IN_SERVICE and entry.worker)
    workers = {worker: _worker(worker, [one for one in held if one.worker == worker], today) for worker in ids}
    return Office(today, workers, terms_on(today, held), _shut(held))


def _worker(worker: str, about: Sequence[StaffEntry], today: date) -> Worker:
    """Somebody as they work on a day; before their first day as they will."""
    service = sorted((one for one in about if one.kind is StaffKind.IN_SERVICE), key=lambda one: (one.day, one.number))
    now = [one for one in service if one.day <= today] or service[:1]
    began, last = _this_time(service, about)
    absent = sorted((one.day, one.until or date.max) for one in about if one.kind is StaffKind.AWAY)
    instead = sorted((one.day, str(one.body["instead"])) for one in about if one.kind is StaffKind.AWAY and "instead" in one.body)
    said = now[-1].body
    said = {**said, "days": tuple(_texts(said["days"]))} if "days" in said else said
    return Worker(worker, first=began, last=last, away=tuple(absent), instead=tuple(instead),
                  **said)  # type: ignore[arg-type]  # fmt: skip


def _this_time(service: Sequence[StaffEntry], about: Sequence[StaffEntry]) -> tuple[date, date | None]:
    """The first and the last day of the service that is running, or of the last one: somebody may leave and come back."""
    ends = sorted(one.day for one in about if one.kind is StaffKind.LEFT)
    began, last = service[0].day, None
    for one in service:
        over = [end for end in ends if began <= end < one.day]
        if over:
            began = one.day
    last = next((end for end in ends if end >= began), None)
    return began, last


def terms_on(today: date, entries: Iterable[StaffEntry]) -> Terms:
    """The terms on a day: each as the town said it last, else the assumption of decision 152."""
    said = sorted(
        (one for one in entries if one.kind is StaffKind.TERMS and one.day <= today), key=lambda one: (one.day, one.number)
    )
    known = {one.name for one in fields(Terms)}
    return Terms(**{name: value for one in said for name, value in one.body.items() if name in known})  # type: ignore[arg-type]


def _shut(entries: Iterable[StaffEntry]) -> tuple[tuple[date, date, frozenset[str]], ...]:
    shut = (one for one in entries if one.kind is StaffKind.SHUT)
    return tuple(sorted(((one.day, one.until or date.max, frozenset(_texts(one.body["channels"]))) for one in shut), key=_days))


def _days(shut: tuple[date, date, frozenset[str]]) -> tuple[date, date, list[str]]:
    return shut[0], shut[1], sorted(shut[2])


def _texts(value: object) -> list[str]:
    return [str(one) for one in value] if isinstance(value, list | tuple) else [str(value)]


def trained(entries: Iterable[StaffEntry], worker: str) -> list[StaffEntry]:
    """The courses that somebody followed, first to last."""
    return sorted((one for one in entries if one.kind is StaffKind.TRAINED and one.worker == worker), key=lambda one: one.day)


def without_worker(office: Office, workers: Iterable[str]) -> list[str]:
    """Those of these ids who do not work here on the office's day or no longer do, in order; absence is not leaving."""
    gone = []
    for one in sorted(set(workers)):
        worker = office.workers.get(one)
        if worker is None or (worker.last is not None and worker.last < office.today):
            gone.append(one)
    return gone


def back_on(worker: Worker, day: date) -> date | None:
    """The first day from a day on that somebody who is away works again; None when they are not away, or not known to return."""
    at: date = day
    while any(first <= at <= last for first, last in worker.away):
        over = max(last for first, last in worker.away if first <= at <= last)
        if over == date.max:
            return None
        at = over + timedelta(1)
    return at if at != day and (worker.last is None or at <= worker.last) else None
