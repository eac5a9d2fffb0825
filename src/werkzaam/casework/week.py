# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What there is to do in a week and who is there to do it: talks with their days, workers with their room.

Several things that are due for one client are one talk. Somebody who has an appointment already is not asked twice, and who
agreed to be left alone for a while is left alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from werkzaam.casework.appointments import Appointment, appointments_of
from werkzaam.casework.channels import PERSONAL
from werkzaam.casework.dossier import Dossier
from werkzaam.casework.due import Due, Reason
from werkzaam.casework.frequency import agreement_of
from werkzaam.casework.office import Office, Worker
from werkzaam.casework.preferences import channel_for, place_for, preference_of, shut_on
from werkzaam.facts.working_days import is_office_day

URGENT = frozenset({Reason.SIGNAL, Reason.QUESTION})
"""What does not wait for the own case manager, and for which an appointment of somebody else may move."""
_DAYS = 5


@dataclass(frozen=True, slots=True)
class Place:
    """Who talks with somebody on which day, and as which talk of that day; 0 while that is open."""

    worker: str
    day: date
    slot: int = 0


@dataclass(frozen=True, slots=True)
class Talk:
    """One talk to plan: what it is for, most pressing first, and on which days it can be, each with its channel.

    `own` is the client's case manager, `one_worker` that the regime promises the same one each time; `kept` an appointment that
    was made already.
    """

    person: int
    dues: tuple[Due, ...]
    own: str | None
    days: Mapping[date, str]
    district: str = ""
    one_worker: bool = False
    kept: Appointment | None = None
    place: str | None = None
    urgent: bool = field(init=False, repr=False, compare=False)
    order: tuple[bool, tuple[date, int, int, str]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Says once whether it does not wait for the own case manager, and who comes first: that is asked time and again.

        First comes what cannot wait, then what is most overdue and most pressing.
        """
        urgent = any(due.reason in URGENT for due in self.dues)
        object.__setattr__(self, "urgent", urgent)
        object.__setattr__(self, "order", (not urgent, min(due.rank for due in self.dues)))

    @property
    def by(self) -> date:
        """The first day by which something is due."""
        return self.order[1][0]


@dataclass(frozen=True, slots=True)
class Room:
    """A worker's room in a week: so many talks in all, and so many on each day that is left of it."""

    worker: Worker
    talks: int
    days: Mapping[date, int]


@dataclass(frozen=True, slots=True)
class Week:
    """What a week asks: talks, things to look at without a talk, and how many people are left in peace as they agreed."""

    monday: date
    talks: tuple[Talk, ...]
    looks: tuple[Due, ...] = ()
    peace: tuple[int, ...] = ()
    rooms: Mapping[str, Room] = field(default_factory=dict)

    @property
    def sunday(self) -> date:
        """Its last day."""
        return self.monday + timedelta(6)


def open_days(office: Office, monday: date) -> list[date]:
    """The days from Monday to Friday that have not been and are no holiday."""
    return [day for day in (monday + timedelta(at) for at in range(_DAYS)) if day >= office.today and is_office_day(day)]


def week_asked(
    dossiers: Iterable[Dossier], due_of: Callable[[Dossier, Office], Sequence[Due]], office: Office, monday: date
) -> Week:
    """The talks of a week with the room there is; `due_of` tells what is due for a client, most overdue first."""
    days, sunday = open_days(office, monday), monday + timedelta(6)
    talks: list[Talk] = []
    looks: list[Due] = []
    peace: list[int] = []
    workers: set[str] = set()
    for dossier in dossiers:
        due = [one for one in due_of(dossier, office) if one.by <= sunday]
        looks += [one for one in due if not one.talk]
        talk = _talk(dossier, [one for one in due if one.talk], office, days, sunday)
        if talk is not None:
            talks.append(talk)
            workers |= {talk.own} if talk.own else set()
            workers |= {talk.kept.worker} if talk.kept else set()
        elif not due and _left_in_peace(dossier, office.today):
            peace.append(dossier.person)
    rooms = _rooms(workers, office, days)
    ordered = sorted(talks, key=lambda talk: talk.order)
    return Week(monday, tuple(ordered), tuple(sorted(looks, key=lambda one: one.rank)), tuple(peace), rooms)


def _talk(dossier: Dossier, dues: Sequence[Due], office: Office, days: Sequence[date], sunday: date) -> Talk | None:
    """The talk of a client in this week; none when nothing is due, or when an appointment for it was made for another day."""
    if not dues:
        return None
    standing = [one for one in appointments_of(dossier) if one.channel in PERSONAL and one.on >= sunday - timedelta(6)]
    kept = next((one for one in standing if office.today <= one.on <= sunday), None)
    if kept is None and standing and not any(due.reason in URGENT for due in dues):
        return None
    first = days[0] if days else sunday
    spell, preference = dossier.worker_on(first), preference_of(dossier)
    call = kept is None and any(due.reason is Reason.SIGNAL for due in dues)
    said: dict[frozenset[str], str | None] = {}  # Days on which the same is shut have the same channel.
    for day in days:
        if (closed := shut_on(office, day)) not in said:
            said[closed] = _channel(dossier, office, day, kept, call=call)
    ways = {day: said[shut_on(office, day)] for day in days if preference.can_on(day)}
    can = {day: channel for day, channel in ways.items() if channel is not None}
    promised = dossier.guidance is not None and dossier.guidance.one_worker is True
    return Talk(dossier.person, tuple(dues), spell.worker if spell else None, can, preference.district, promised, kept,
                place_for(dossier, office))  # fmt: skip


def _channel(dossier: Dossier, office: Office, day: date, kept: Appointment | None, *, call: bool) -> str | None:
    """The channel of a talk on a day: the one that was agreed already, as long as it is possible; a call is quickest.

    Who named channels without the phone is not called.
    """
    wanted = preference_of(dossier).channels
    if call and "telefoon" not in shut_on(office, day) and (not wanted or "telefoon" in wanted):
        return "telefoon"
    if kept is not None and kept.channel not in shut_on(office, day):
        return kept.channel
    return channel_for(dossier, office, day)


def _left_in_peace(dossier: Dossier, today: date) -> bool:
    agreement = agreement_of(dossier, today)
    return agreement is not None and agreement.at_maximum


def _rooms(asked: Iterable[str], office: Office, days: Sequence[date]) -> dict[str, Room]:
    """The room of everybody in the teams of those who are asked for.

    Somebody who is not in the list of who works here is a team of their own with a full-time position: an assumption.
    """
    unknown = {name: Worker(name, name, name) for name in asked if name not in office.workers}
    teams = {worker.team for name in asked if (worker := office.workers.get(name)) is not None}
    there = [worker for worker in office.workers.values() if worker.team in teams]
    return {worker.id: room_of(worker, office, days) for worker in sorted([*there, *unknown.values()], key=lambda one: one.id)}


def room_of(worker: Worker, office: Office, days: Sequence[date]) -> Room:
    """The room of a worker on the days that are left: the talks of the position, in the share of their days that they are there.

    Who works three days of the week does the talks of the position in those three; a holiday is a day less. On a day of the week
    that is not theirs there is no room, but what somebody agreed for it stays.
    """
    there = [day for day in days if worker.works_on(day)]
    own = [day for day in there if worker.at_office_on(day)]
    talks = worker.talks * worker.share * len(own) // (100 * len(worker.days))
    return Room(worker, talks, {day: min(talks, office.terms.talks_a_day) if day in own else 0 for day in there})
