# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A week as values for whoever shows it, as text or as a page: the talks by day with what they are for, and what is left over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from werkzaam.app.casework.agenda import Asked
from werkzaam.app.casework.said import sentence
from werkzaam.casework.contacts import Silence
from werkzaam.casework.due import Due, Reason
from werkzaam.casework.office import Terms
from werkzaam.casework.planning import Placed, WeekPlan
from werkzaam.casework.reading import has_left
from werkzaam.casework.talk_guide import first_things_first


@dataclass(frozen=True, slots=True)
class Told:
    """One thing that is due, in words: what, by when, whether we are late, and where the norm or promise is written.

    `entry` is the number of the entry of the client's own dossier that is the source; then `source` is empty. `money` says that
    it waits in the ledger, and that the source is a number there.
    """

    text: str
    when: str
    late: bool
    source: str = ""
    entry: str = ""
    money: bool = False

    @property
    def number(self) -> str:
        """The number of the entry in the dossier from which it follows; empty for none."""
        return self.entry or (self.source.removeprefix("nr. ") if self.source.startswith("nr. ") else "")

    @property
    def norm(self) -> str:
        """Where the norm is written, as a person can look it up; empty for what follows from an entry or waits in the ledger."""
        return "" if self.number or self.money else self.source


@dataclass(frozen=True, slots=True)
class TalkSeen:
    """One talk that is planned: when, with whom, by which channel (`how` in words), where, and what it is for.

    `colleague` is who holds it when that is not whose week this is; `proposal` says that it was not kept yet.
    """

    at: str
    person: int
    channel: str
    how: str
    place: str | None
    colleague: str | None
    proposal: bool
    told: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class DaySeen:
    """The talks of a day, in their order."""

    day: date
    talks: tuple[TalkSeen, ...]


@dataclass(frozen=True, slots=True)
class LeftOver:
    """A talk that does not fit: with whom, why not, and the first thing it is for."""

    person: int
    why: str
    told: Told | None


@dataclass(frozen=True, slots=True)
class LookSeen:
    """Something to look at for a client, without a talk."""

    person: int
    told: Told


@dataclass(frozen=True, slots=True)
class WeekSeen:
    """A week: the talks there is room for and how many are planned, and all that stands in it; `peace` are left in peace.

    Of `unknown` people nobody wrote down a guidance or a case manager: nothing can be due.
    """

    room: int
    planned: int
    days: tuple[DaySeen, ...]
    left: tuple[LeftOver, ...]
    looks: tuple[LookSeen, ...]
    silent: tuple[Silence, ...]
    peace: int
    unknown: int = 0

    @property
    def persons(self) -> set[int]:
        """Everybody who is named in it."""
        talks = {one.person for day in self.days for one in day.talks}
        return talks | {one.person for rows in (self.left, self.looks, self.silent) for one in rows}

    @property
    def other_looks(self) -> dict[int, list[Told]]:
        """What is to be looked at for whom no talk is planned, by person; with the others it stands with their talk."""
        planned = {one.person for day in self.days for one in day.talks}
        found: dict[int, list[Told]] = {}
        for one in self.looks:
            if one.person not in planned:
                found.setdefault(one.person, []).append(one.told)
        return found

    @property
    def proposals(self) -> int:
        """How many of the talks were not kept yet."""
        return sum(one.proposal for day in self.days for one in day.talks)


def week_seen(asked: Asked, plan: WeekPlan, worker: str | None, lang: str) -> WeekSeen:
    """A week that was asked, with its plan, as whoever's week it is sees it; None is everybody's."""
    today = asked.office.today
    days = groupby(plan.placed, key=lambda one: one.place.day)
    return WeekSeen(
        plan.room, len(plan.placed), tuple(DaySeen(day, tuple(_talk(one, asked, worker, lang) for one in placed))
                                           for day, placed in days),
        tuple(LeftOver(one.talk.person, sentence(one.why, lang),
                       told(one.talk.dues[0], today, lang) if one.talk.dues else None) for one in plan.missed),
        tuple(LookSeen(due.person, told(due, today, lang)) for due in plan.week.looks), asked.silent, len(plan.week.peace),
        sum(one.guidance is None and not one.spells and not has_left(one, today) for one in asked.dossiers.values()),
    )  # fmt: skip


def clock(slot: int, terms: Terms) -> str:
    """When a talk of the day begins, such as 09:00."""
    at = terms.first_talk_minute + max(slot - 1, 0) * (terms.talk_minutes + terms.between_talks_minutes)
    return f"{at // 60:02}:{at % 60:02}"


def told(due: Due, today: date, lang: str) -> Told:
    """What is due as a sentence, how late we are or by when, and its source."""
    late = due.by < today
    entry = due.source.removeprefix("entry ") if due.source.startswith("entry ") else ""
    return Told(sentence(due.code, lang, due.values), sentence("late" if late else "by", lang, {"by": due.by}), late,
                "" if entry else due.source, entry, due.reason is Reason.DISPUTE)  # fmt: skip


def _talk(one: Placed, asked: Asked, worker: str | None, lang: str) -> TalkSeen:
    kept = one.talk.kept
    return TalkSeen(
        clock(one.place.slot, asked.office.terms), one.talk.person, one.channel, sentence(one.channel, lang), one.talk.place,
        one.place.worker if worker is None or one.place.worker != worker else None,
        kept is None or (kept.on, kept.worker) != (one.place.day, one.place.worker),
        tuple(told(due, asked.office.today, lang) for due in _items(one.talk.person, one.talk.dues, asked)),
    )  # fmt: skip


def _items(person: int, dues: Sequence[Due], asked: Asked) -> list[Due]:
    """What a talk is for: with what is to be looked at for the client, money first."""
    looks = [due for due in asked.week.looks if due.person == person]
    return first_things_first([due for due in [*dues, *looks] if due.code != "appointment" or len(dues) == 1])
