# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The meter of a caseload: what was promised to clients against the people who are there, in positions and in hours.

It says something about the town's promise, never about a person: nobody is put in an order by it (R-121).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from werkzaam.app.casework.caseload import CaseloadPage, caseload_page
from werkzaam.app.casework.caseload_tables import part_name
from werkzaam.app.casework.offices import office_of
from werkzaam.app.casework.pictures import pictures
from werkzaam.app.chart import inlined
from werkzaam.app.ledger.desk import Desk
from werkzaam.casework.caseload import Load, TalkTime
from werkzaam.casework.office import Office
from werkzaam.casework.period import Period
from werkzaam.core.errors import InputError
from werkzaam.core.months import Month
from werkzaam.regime.guidance import guidance_of_part

_YEAR, _HOUR = 12, 60


@dataclass(frozen=True, slots=True)
class Norm:
    """The clients under one part of a regime, and how many its source says for a full-time position (None: not stated)."""

    part: str | None
    clients: int
    least: int | None
    most: int | None
    source: str


@dataclass(frozen=True, slots=True)
class Hours:
    """Hours a year for talks: those there are, those that were promised, and what is short."""

    there: Fraction
    promised: Fraction
    short: Fraction
    weeks: int
    unstated: int


@dataclass(frozen=True, slots=True)
class Meter:
    """A load, by the norm of each part, with the hours of a team (None for one case manager)."""

    load: Load
    norms: tuple[Norm, ...]
    hours: Hours | None


@dataclass(frozen=True, slots=True)
class Meters:
    """The meters of one or more teams on the day: the team, its people by name, everything else, and its pictures as SVG."""

    page: CaseloadPage
    team: Meter
    people: tuple[tuple[str, str, Meter], ...]
    pictures: Mapping[str, str]


def meters(desk: Desk, team: str, lang: str) -> Meters:
    """The meters of a team over the last year up to today; raises UnknownName for a team that nobody works in."""
    office = office_of(desk)
    first = Month(Month.of_day(desk.today).index - _YEAR).first_day
    page = caseload_page(desk, office, Period(first, desk.today), team)
    minutes = office.terms.talk_minutes
    named = sorted((office.workers[one.name].name, one.name, _meter(one, None, minutes, lang)) for one in page.own)
    try:
        drawn = {name: inlined(picture, name) for name, picture in pictures(page, lang).items()}
    except InputError:  # Nothing to draw: the tables say so.
        drawn = {}
    return Meters(page, _meter(page.loads[0], page.talks.get(team), minutes, lang), tuple(named), drawn)


def team_of(office: Office, worker: str) -> str | None:
    """The team of somebody; None for who does not work here."""
    found = office.workers.get(worker)
    return found.team if found is not None else None


def teams(office: Office) -> list[str]:
    """The teams of the office, in the order of the alphabet."""
    return sorted({one.team for one in office.workers.values()})


def _meter(found: Load, talks: TalkTime | None, minutes: int, lang: str) -> Meter:
    norms = (_norm(part, clients, lang) for part, clients in sorted(found.clients.items(), key=lambda row: row[0] or ""))
    return Meter(found, tuple(norms), _hours(talks, minutes) if talks is not None else None)


def _norm(part: str | None, clients: int, lang: str) -> Norm:
    said = guidance_of_part(part) if part is not None else None
    name = part_name(part, lang).partition(" (")[0] if part is not None else None
    return Norm(name, clients, said.caseload_least if said else None, said.caseload_most if said else None,
                said.source if said else "")  # fmt: skip


def _hours(talks: TalkTime, minutes: int) -> Hours:
    an_hour = Fraction(minutes, _HOUR)
    return Hours(talks.talks * an_hour, talks.promised * an_hour, talks.short * an_hour, talks.weeks, talks.unstated)
