# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The plan of a week: who talks with whom on which day, what does not fit and why, and what moved and why.

In this order: what was promised stays where it is; the most overdue and most pressing fit first, and as many as can; the most
with their own case manager; nobody later than need be; somebody travels to a district once. Each team is a problem of its own.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from werkzaam.casework.assigning import Cell, Wanted, assigned, days_of
from werkzaam.casework.matching import Matching
from werkzaam.casework.week import Place, Room, Talk, Week

_STAYS, _OWN, _IN_TIME = 10_000.0, 100.0, 1.0
"""What it is worth that an appointment stays, that the own case manager has the talk, and that it is in time."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A talk with its place and channel."""

    talk: Talk
    place: Place
    channel: str

    @property
    def with_own(self) -> bool:
        """Whether the client's own case manager has it."""
        return self.place.worker == self.talk.own


@dataclass(frozen=True, slots=True)
class Missed:
    """A talk that does not fit in the week, and why.

    One of no_room, own_full, own_away, own_left, no_worker, channel_shut and client_days.
    """

    talk: Talk
    why: str


@dataclass(frozen=True, slots=True)
class Change:
    """An appointment that cannot stay: what it was, what it becomes (none: it does not fit any more), and why."""

    talk: Talk
    now: Place | None
    because: str


@dataclass(frozen=True, slots=True)
class WeekPlan:
    """A week as planned. `bound` is the most talks that could be with the own case manager, of those that fit."""

    week: Week
    placed: tuple[Placed, ...]
    missed: tuple[Missed, ...]
    changes: tuple[Change, ...]
    bound: int

    @property
    def with_own(self) -> int:
        """How many talks are with the client's own case manager."""
        return sum(one.with_own for one in self.placed)

    @property
    def room(self) -> int:
        """How many talks there is time for."""
        return sum(room.talks for room in self.week.rooms.values())


def plan_of(week: Week) -> WeekPlan:
    """The plan of a week; raises nothing: what does not fit is listed with its reason."""
    teams: dict[str, list[Talk]] = defaultdict(list)
    missed = []
    for talk in week.talks:
        worker = talk.kept.worker if talk.kept else talk.own
        if worker is None or worker not in week.rooms:
            missed.append(Missed(talk, "no_worker"))
        else:
            teams[week.rooms[worker].worker.team].append(talk)
    placed: list[Placed] = []
    bound = 0
    for team in sorted(teams):
        there = [room for room in week.rooms.values() if room.worker.team == team]
        found, out, most = _Team(there, teams[team]).planned()
        placed, missed, bound = placed + found, missed + out, bound + most
    return WeekPlan(week, tuple(sorted(placed, key=_by_day)), tuple(sorted(missed, key=lambda one: one.talk.order)),
                    tuple(_changes(placed, missed, week)), bound)  # fmt: skip


def _by_day(one: Placed) -> tuple[date, str, int, int]:
    return one.place.day, one.place.worker, one.place.slot, one.talk.person


class _Team:
    """One team's part of a week: its workers and days by number, and the talks in their order."""

    def __init__(self, rooms: Sequence[Room], talks: Sequence[Talk]) -> None:
        self.rooms = rooms
        self.workers = {room.worker.id: at for at, room in enumerate(rooms)}
        self.days = sorted({day for room in rooms for day in room.days})
        self.talks = sorted(talks, key=lambda talk: (self._turn(talk), talk.order))
        promised = [cell for talk in talks if (cell := self._kept(talk)) is not None]
        self._opened: dict[tuple[int | None, frozenset[date]], list[Cell]] = {}
        self.cells: dict[Cell, int] = {}
        for at, room in enumerate(rooms):
            for day, most in room.days.items():
                cell = (at, self.days.index(day))
                if room_there := max(most, promised.count(cell)):
                    self.cells[cell] = room_there
        self.week = [max(room.talks, sum(cell[0] == at for cell in promised)) for at, room in enumerate(rooms)]

    def _turn(self, talk: Talk) -> int:
        """What cannot wait, then an appointment that can stay, then one that cannot, then the rest."""
        return 0 if talk.urgent else 1 if self._kept(talk) else 2 if talk.kept else 3

    def _kept(self, talk: Talk) -> Cell | None:
        """The cell of an appointment that can stay: its worker is there and its channel is open."""
        kept = talk.kept
        if kept is None or kept.worker not in self.workers or talk.days.get(kept.on, kept.channel) != kept.channel:
            return None
        at = self.workers[kept.worker]
        return (at, self.days.index(kept.on)) if kept.on in self.rooms[at].days else None

    def planned(self) -> tuple[list[Placed], list[Missed], int]:
        """What fits with its place, what does not with its reason, and the most that could be with the own case manager."""
        matching = Matching(self.week, self.cells)
        fit: list[tuple[Talk, list[Cell]]] = []
        missed = []
        for number, talk in enumerate(self.talks):
            cells = self._cells_of(talk)
            soon = [cell for cell in cells if self.days[cell[1]] <= talk.by] if talk.urgent else []
            taken = next((asked for asked in (soon, cells) if asked and matching.place(number, asked)), None)
            if taken is not None:
                fit.append((talk, taken))
            else:
                missed.append(Missed(talk, self._why(talk, cells)))
        wanted = [self._wanted(talk, cells) for talk, cells in fit]
        stands = assigned(wanted, self.week, self.cells)
        most = sum(self._own(talk, cell) for (talk, _), cell in zip(fit, self._most_own(fit, stands), strict=True))
        return self._placed([talk for talk, _ in fit], wanted, stands), missed, most

    def _cells_of(self, talk: Talk) -> list[Cell]:
        """Where a talk can stand: with the own case manager, and with colleagues when it cannot wait or nobody is promised."""
        own, kept = self.workers.get(talk.own or ""), self._kept(talk)
        away = own is None or not self.rooms[own].days
        alone = None if talk.urgent or away or not talk.one_worker else own
        cells = self._open(alone, frozenset(talk.days))
        return [*cells] if kept is None or kept in cells else [kept, *cells]

    def _open(self, alone: int | None, days: frozenset[date]) -> list[Cell]:
        """The cells of some days, of one worker or of all; a team has hundreds of talks, on few different days."""
        if (alone, days) not in self._opened:
            workers = range(len(self.rooms)) if alone is None else [alone]
            open_on = [number for number, day in enumerate(self.days) if day in days]
            self._opened[alone, days] = [(at, on) for at in workers for on in open_on if (at, on) in self.cells]
        return self._opened[alone, days]

    def _wanted(self, talk: Talk, cells: Sequence[Cell]) -> Wanted:
        kept = self._kept(talk)
        by = max(talk.by, self.days[0]) if talk.urgent or talk.by >= self.days[0] else self.days[-1]
        late = frozenset(at for at, day in enumerate(self.days) if day > by)
        gains = {
            cell: _STAYS * (cell == kept) + _OWN * self._own(talk, cell) + _IN_TIME * (cell[1] not in late) for cell in cells
        }
        visit = next(iter(talk.days.values()), "") == "bezoek"
        return Wanted(gains, late, talk.district if visit else "")

    def _own(self, talk: Talk, cell: Cell) -> bool:
        return self.workers.get(talk.own or "") == cell[0]

    def _most_own(self, fit: Sequence[tuple[Talk, list[Cell]]], stands: list[Cell]) -> list[Cell]:
        """An assignment with the most own case managers, when no appointment would have to stay."""
        if not any(talk.kept for talk, _ in fit):
            return stands
        free = [Wanted({cell: _OWN * self._own(talk, cell) for cell in self._cells_of(talk)}) for talk, _ in fit]
        return assigned(free, self.week, self.cells)

    def _placed(self, talks: Sequence[Talk], wanted: Sequence[Wanted], stands: Sequence[Cell]) -> list[Placed]:
        """Each worker's talks over the days of the week."""
        found = []
        for worker, room in enumerate(self.rooms):
            mine = [number for number, cell in enumerate(stands) if cell[0] == worker]
            days = self._days([(talks[number], wanted[number], stands[number]) for number in mine], worker)
            at = {number: self.days[day] for number, day in zip(mine, days, strict=True)}
            slots = _slots([(talks[number], at[number]) for number in mine], room.worker.id)
            for number in mine:
                talk, day = talks[number], at[number]
                channel = talk.days.get(day) or (talk.kept.channel if talk.kept else "")
                found.append(Placed(talk, Place(room.worker.id, day, slots[talk.person]), channel))
        return found

    def _days(self, mine: Sequence[tuple[Talk, Wanted, Cell]], worker: int) -> list[int]:
        """The days of one worker's talks; whoever has an appointment keeps its day."""
        if not mine:
            return []
        wanted = []
        for talk, one, cell in mine:
            cells = {other: 0.0 for other in one.cells if other[0] == worker}
            stays = cell[1] if self._kept(talk) == cell else None
            wanted.append(Wanted(cells, one.late, one.district, stays))
        return days_of(wanted, [self.cells.get((worker, day), 0) for day in range(len(self.days))])

    def _why(self, talk: Talk, cells: Sequence[Cell]) -> str:
        """Why a talk does not fit."""
        own = self.workers.get(talk.own or "")
        if not talk.days:
            return "channel_shut" if not talk.own or own is not None else "no_room"
        if own is not None and not self.rooms[own].days:
            last = self.rooms[own].worker.last
            return "own_left" if last is not None and last < min(talk.days) else "own_away"
        if len(talk.days) < len(self.days) and any(self.week[at] for at, _ in cells):
            return "client_days"
        return "own_full" if talk.one_worker and not talk.urgent else "no_room"


def _slots(mine: Sequence[tuple[Talk, date]], worker: str) -> dict[int, int]:
    """Which talk of the day each is: an appointment keeps its part of the day, the others take the first that is free."""
    found: dict[int, int] = {}
    taken: dict[date, set[int]] = defaultdict(set)
    for talk, day in mine:
        kept = talk.kept
        if kept and kept.slot not in {0, *taken[day]} and (kept.on, kept.worker) == (day, worker):
            found[talk.person] = kept.slot
            taken[day].add(kept.slot)
    for talk, day in mine:
        if talk.person not in found:
            found[talk.person] = next(slot for slot in range(1, len(mine) + 21) if slot not in taken[day])
            taken[day].add(found[talk.person])
    return found


def _changes(placed: Sequence[Placed], missed: Sequence[Missed], week: Week) -> list[Change]:
    """The appointments that do not stay where they were, by client."""
    found = [Change(one.talk, one.place, _because(one.talk, week)) for one in placed if _moved(one)]
    found += [Change(one.talk, None, _because(one.talk, week)) for one in missed if one.talk.kept]
    return sorted(found, key=lambda one: one.talk.person)


def _moved(one: Placed) -> bool:
    kept = one.talk.kept
    return kept is not None and (kept.worker, kept.on, kept.channel) != (one.place.worker, one.place.day, one.channel)


def _because(talk: Talk, week: Week) -> str:
    kept = talk.kept
    assert kept is not None
    room = week.rooms.get(kept.worker)
    if room is None or kept.on not in room.days:
        return "worker_away"
    return "made_room" if talk.days.get(kept.on, kept.channel) == kept.channel else "channel_closed"
