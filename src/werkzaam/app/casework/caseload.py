# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What guidance was promised and what was done, for a town or a team in a period: the caseload page as values.

Nothing on it is told by case manager but how many clients somebody has. Groups of fewer than ten clients are left out.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import cached_property

from werkzaam.app.casework.dossiers import no_collection
from werkzaam.app.ledger.desk import Desk
from werkzaam.casework.access import readable_by
from werkzaam.casework.caseload import Load, Published, TalkTime, load, monthly, positions_on, talk_time
from werkzaam.casework.continuity import Continuity, continuity
from werkzaam.casework.dose import TALKS, Definition, Dose, by_channel, by_initiator, by_quarter, by_topic, dose
from werkzaam.casework.dossier import Spell, spell_on
from werkzaam.casework.entry import Entry, Kind, Role
from werkzaam.casework.fidelity import (
    Contrast,
    Fidelity,
    Kept,
    Promise,
    Quarterly,
    agreed_pace,
    contrasts,
    fidelity,
    promises,
    quarterly,
)
from werkzaam.casework.grades import EFFORT, Grades, grades
from werkzaam.casework.office import Office, Worker
from werkzaam.casework.parked import LONG, VERY_LONG, Parked, parked
from werkzaam.casework.period import Period, Quarter
from werkzaam.casework.stretches import OURS, counted, days_of, left_since, stretches, to_count, unasked, until_left
from werkzaam.casework.stretches import TALKS as TALKED
from werkzaam.casework.talk_time import WEEKS_A_YEAR
from werkzaam.casework.team_view import SOURCES, TeamView, client_years, team_view
from werkzaam.core.errors import UnknownName
from werkzaam.experiment.disclosure.attack import LEAST
from werkzaam.regime.guidance import Guidance, guidance_of_part
from werkzaam.store.caseload import Asked, added_up, begun_by_us, last_contacts
from werkzaam.store.casework import entries_of, spells_of
from werkzaam.store.database import Database

_ROLES = readable_by(Role.LEAD)
_KINDS = {Kind.GUIDANCE, Kind.EXIT, Kind.RETURN, Kind.FREQUENCY, Kind.WITHDRAWN, *SOURCES}


@dataclass(frozen=True, slots=True)
class Group:
    """The clients under one part of a regime in a period: contacts, kept promises, and case managers."""

    part: str
    guidance: Guidance | None
    people: int
    all_contacts: Dose
    talks: Dose
    channels: Mapping[str, Dose]
    initiators: Mapping[str, Dose]
    quarters: Mapping[Quarter, Dose]
    topics: Mapping[Quarter, Counter[str]]
    fidelity: Fidelity
    quarterly: tuple[Quarterly, ...]
    continuity: Continuity


@dataclass(frozen=True, slots=True)
class CaseloadPage:
    """The page: of which town or team, in which period, and all that stands on it.

    `loads` are by team, `own` by case manager of the team that was asked for; `few` are the parts with fewer than ten clients.
    `without_part` are contacts with clients of whom no guidance was written down.
    """

    town: str
    team: str | None
    period: Period
    day: date
    loads: tuple[Load, ...]
    own: tuple[Load, ...]
    published: tuple[Published, ...]
    talks: Mapping[str, TalkTime]
    groups: tuple[Group, ...]
    few: int
    contrasts: tuple[Contrast, ...]
    parked: tuple[Parked, ...]
    view: TeamView
    grades: Grades
    without_part: int


def caseload_page(desk: Desk, office: Office, period: Period, team: str | None = None) -> CaseloadPage:
    """The page of a town, or of one team of it; raises UnknownName for a team that nobody works in."""
    teams = _teams(office)
    if team is not None and team not in teams:
        raise UnknownName(f"No team {team!r} is known; there is {', '.join(sorted(teams)) or 'no staff written down yet'}.")
    asked = sorted(teams) if team is None else [team]
    workers = [worker for name in asked for worker in teams[name]]
    with desk.database.snapshot(), no_collection():
        seen = _Seen(desk, period, None if team is None else [worker.id for worker in workers])
    groups, few = _groups(seen)
    loads = [*(_load(name, teams[name], seen) for name in asked), *(_unknown(seen, office) if team is None else ())]
    return CaseloadPage(
        desk.town.name, team, period, desk.today, tuple(loads),
        tuple(_load(worker.id, [worker], seen) for worker in workers) if team is not None else (),
        tuple(monthly(seen.known_spells, workers, period)),
        {name: talk_time(teams[name], seen.promised(teams[name]), period, WEEKS_A_YEAR) for name in asked},
        groups, few, tuple(contrasts(group.all_contacts for group in groups)),
        tuple(parked([seen.last.get(person) for person in seen.now], period.last, months) for months in (LONG, VERY_LONG)),
        team_view(client_years(seen.entries, seen.people, period)), _grades(seen), seen.without_part,
    )  # fmt: skip


def _teams(office: Office) -> dict[str, list[Worker]]:
    """Who works in which team, by id: an order that says nothing about anybody."""
    teams: dict[str, list[Worker]] = defaultdict(list)
    for worker in sorted(office.workers.values(), key=lambda one: one.id):
        teams[worker.team].append(worker)
    return teams


class _Seen:
    """What was read for a page, of the clients of these case managers on the last day of the period; None is of all clients."""

    def __init__(self, desk: Desk, period: Period, workers: Sequence[str] | None) -> None:
        database, town = desk.database, desk.town.id
        self.period = period
        spells = spells_of(database, town)
        own = {person: one.worker for person, had in spells.items() if (one := spell_on(had, period.last)) is not None}
        if workers is not None:
            asked_for = frozenset(workers)
            own = {person: worker for person, worker in own.items() if worker in asked_for}
        persons = None if workers is None else own.keys()
        asked = Asked(town, period, _ROLES, persons)
        self.entries = entries_of(database, town, _ROLES, persons, kinds=_KINDS, upto_day=period.last)
        self.spells = {
            person: until_left(had, left_since(self.entries.get(person, ()), period.last)) for person, had in spells.items()
        }
        self.now = {person: one.worker for person in own if (one := spell_on(self.spells[person], period.last)) is not None}
        self.under = {person: mine for person, said in self.entries.items() if (mine := stretches(said, period))}
        parts = sorted({one.part for mine in self.under.values() for one in mine})
        self.guidance = {part: guidance_of_part(part) for part in parts}
        self.promises = self._promises()
        sums = added_up(database, asked, to_count(self.under, self._counts()))
        self.counted = counted(sums.tallies, sums.clients)
        self.days = days_of(self.under.values())
        self.pushed = self._pushed(database, asked)
        self.last = last_contacts(database, asked)

    def _pushed(self, database: Database, asked: Asked) -> Counter[tuple[int, str]]:
        """For each client who directs the pace: contacts of ours without a reason within a year of the one before."""
        free = {part for part, said in self.guidance.items() if said is not None and said.initiator == "inwoner"}
        left_alone = [person for person, mine in self.under.items() if any(one.part in free for one in mine)]
        return unasked(begun_by_us(database, asked, left_alone), self.under, free) if left_alone else Counter()

    @property
    def people(self) -> list[int]:
        """Everybody who was guided in the period or has a case manager on its last day."""
        return sorted(self.under.keys() | self.now.keys())

    @cached_property
    def known_spells(self) -> list[Spell]:
        """The spells of everybody."""
        return [spell for mine in self.spells.values() for spell in mine]

    @property
    def without_part(self) -> int:
        """Contacts with clients of whom no guidance was written down on that day."""
        return sum(one.contacts for one in self.counted.tallies if one.part is None)

    def _promises(self) -> dict[tuple[int, str], tuple[Promise, ...]]:
        """What was promised to each client under each part."""
        found: dict[tuple[int, str], tuple[Promise, ...]] = {}
        for person, mine in self.under.items():
            agreed = agreed_pace(self.entries[person], self.period.last)
            for one in mine:
                before = found.get((person, one.part), ())
                found[person, one.part] = (*before, *promises(one.period, self.guidance[one.part], agreed))
        return found

    def _counts(self) -> dict[tuple[int, str], set[int]]:
        """What counts for the promises of a client under a part: talks where they were agreed, else what we began."""
        return {
            key: {TALKED if one.agreed else OURS for one in said}
            for key, said in self.promises.items() if any(one.least is not None for one in said)
        }  # fmt: skip

    @cached_property
    def kept(self) -> list[Kept]:
        """Each client under each part: what was promised and what was done."""
        found = []
        for (person, part), said in self.promises.items():
            ours, talked = self.counted.clients.get((person, part), (0, 0))
            found.append(Kept(person, part, said, ours, talked, self.pushed[person, part]))
        return found

    @cached_property
    def last_promise(self) -> Mapping[int, Fraction | None]:
        """The contacts a year promised to each client on the last day that they were guided."""
        return {one.person: one.promises[-1].least for one in self.kept if one.promises}

    def promised(self, workers: Iterable[Worker]) -> Counter[Fraction | None]:
        """The clients of case managers on the last day by what was promised to them."""
        mine = {worker.id for worker in workers}
        return Counter(self.last_promise.get(person) for person, worker in self.now.items() if worker in mine)

    def clients_of(self, workers: Iterable[str]) -> Counter[str | None]:
        """The clients of case managers on the last day by their part."""
        mine = frozenset(workers)
        return Counter(self._part(person) for person, worker in self.now.items() if worker in mine)

    def _part(self, person: int) -> str | None:
        mine = self.under.get(person)
        return mine[-1].part if mine and mine[-1].period.last == self.period.last else None


def _load(name: str, workers: Sequence[Worker], seen: _Seen) -> Load:
    clients = seen.clients_of(worker.id for worker in workers)
    return load(name, positions_on(workers, seen.period.last), clients, seen.guidance)


def _unknown(seen: _Seen, office: Office) -> list[Load]:
    """Clients of case managers of whom nobody wrote down that they work here, when there are any."""
    clients = seen.clients_of({worker for worker in seen.now.values() if worker not in office.workers})
    return [load("", 0, clients, seen.guidance)] if clients else []


def _groups(seen: _Seen) -> tuple[tuple[Group, ...], int]:
    """The parts with ten clients or more, by name, and how many parts have fewer."""
    people: dict[str, list[int]] = defaultdict(list)
    for one in seen.kept:
        people[one.part].append(one.person)
    judged = {one.part: one for one in fidelity(seen.kept, seen.guidance)}
    quarters: dict[str, list[Quarterly]] = defaultdict(list)
    for each in quarterly(seen.kept, seen.counted.given, seen.period):
        quarters[each.part].append(each)
    shown = sorted(part for part in people if len(people[part]) >= LEAST)
    return tuple(_group(part, people[part], seen, judged[part], quarters[part]) for part in shown), len(people) - len(shown)


def _group(part: str, people: Sequence[int], seen: _Seen, judged: Fidelity, quarters: Sequence[Quarterly]) -> Group:
    everything, tallies, days = Definition(seen.period, part), seen.counted.tallies, seen.days
    return Group(
        part, seen.guidance[part], len(people), dose(everything, tallies, days),
        dose(Definition(seen.period, part, TALKS), tallies, days), by_channel(everything, tallies, days),
        by_initiator(everything, tallies, days), by_quarter(everything, tallies, days), by_topic(part, tallies), judged,
        tuple(quarters), continuity((seen.spells.get(person, ()) for person in people), seen.period),
    )  # fmt: skip


def _grades(seen: _Seen) -> Grades:
    first = seen.period.first
    said: list[Entry] = [one for mine in seen.entries.values() for one in mine if one.kind is Kind.GRADE and one.day >= first]
    return grades(said, EFFORT)
