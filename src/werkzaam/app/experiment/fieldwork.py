# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Waves of interviews on the ledger: who is asked when, what came in, and how it stands."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from werkzaam.app.exchange.reported import BadRow
from werkzaam.app.experiment.enrol import records
from werkzaam.app.experiment.table import Table
from werkzaam.app.experiment.wave_file import WaveRow
from werkzaam.app.ledger.desk import Desk
from werkzaam.core.errors import NotAllowed
from werkzaam.experiment.design import Design
from werkzaam.experiment.event import Event, Happening
from werkzaam.experiment.waves import (
    GONE,
    Interview,
    Mode,
    Planned,
    Response,
    modes,
    plan,
    response,
    too_soon,
    vouchers_due,
    wave_of,
)
from werkzaam.store.draws import drawn_people
from werkzaam.store.experiments import happened
from werkzaam.store.observations import SURVEY, Observation, record_observations
from werkzaam.store.roster import happenings


@dataclass(frozen=True, slots=True)
class Imported:
    """What a file of a wave brought: interviews, reasons for none, vouchers that are due, and what somebody should look at."""

    interviews: int
    reasons: int
    vouchers: tuple[Event, ...]
    remarks: tuple[str, ...] = field(default=())
    again: bool = False


@dataclass(frozen=True, slots=True)
class Standing:
    """How a wave stands: response among those asked, and how the interviews were held."""

    wave: str
    response: Response
    modes: Mapping[Mode, int]


def asked(desk: Desk, design: Design) -> list[str]:
    """Whom the draw asks for interviews; raises NotAllowed before anybody was drawn."""
    drawn = drawn_people(desk.database, desk.town.id, design.id)
    if not drawn:
        raise NotAllowed(f"Nobody of {design.id} was drawn yet, so nobody is asked for an interview. Draw first.")
    return [pid for pid, one in drawn.items() if one.surveyed]


def planned(desk: Desk, design: Design, wave: str) -> list[Planned]:
    """Whom to ask in a wave and from which day, in order."""
    events = happenings(desk.database, desk.town.id, design.id)
    return plan(design, wave, asked(desk, design), events, desk.today)


def standing(desk: Desk, design: Design) -> list[Standing]:
    """How every wave stands. Who withdrew or died before a wave began was not asked in it."""
    events = happenings(desk.database, desk.town.id, design.id)
    people, found = asked(desk, design), modes(events)
    nothing = dict.fromkeys(Mode, 0)
    standings = []
    for wave in design.waves:
        gone = {one.person for one in events if one.happening in GONE and one.day < wave.first.first_day}
        in_wave = [pid for pid in people if pid not in gone]
        standings.append(Standing(wave.id, response(events, wave.id, in_wave), found.get(wave.id, nothing)))
    return standings


def import_wave(desk: Desk, design: Design, table: Table, rows: list[WaveRow]) -> Imported:
    """Keep what a file brought: answers, reasons, and the vouchers that are due. All of the file, or nothing; twice is once.

    Raises RowsRefused for somebody who is not asked, who withdrew before, or who was interviewed in this wave already.
    An interview within six months of another, or outside the months of its wave, is kept and told.
    """
    people = set(asked(desk, design))
    with records(desk, design.id) as recorder:
        if happened(desk.database, *recorder.key, f"wave {table.sha256}"):
            return Imported(0, 0, (), again=True)
        before = happenings(desk.database, *recorder.key)
        own: dict[str, list[Event]] = defaultdict(list)
        for one in before:
            own[one.person].append(one)
        table.refuse([bad for row in rows for bad in _refused(row, people, own[row.pid])])
        new = [_event(row) for row in rows]
        seen = [Observation(row.pid, SURVEY, row.wave, row.version, row.answers) for row in rows if row.mode is not None]
        due = vouchers_due(design, [*before, *new], desk.today)
        record_observations(recorder, seen, [*new, *due], idem_key=f"wave {table.sha256}")
    held = sum(row.mode is not None for row in rows)
    return Imported(held, len(rows) - held, tuple(due), tuple(_remarks(design, rows, own)))


def _event(row: WaveRow) -> Event:
    if row.mode is None:
        assert row.reason is not None
        return Event(row.pid, Happening.NOT_INTERVIEWED, row.day, {"wave": row.wave, "reason": row.reason.value})
    detail = {"wave": row.wave, "mode": row.mode.value, "version": str(row.version)}
    return Event(row.pid, Happening.INTERVIEWED, row.day, detail)


def _refused(row: WaveRow, people: set[str], own: list[Event]) -> list[BadRow]:
    if row.pid not in people:
        return [BadRow(row.line, "pid", "nobody with this number is asked for interviews. Compare it with the plan.")]
    out: date | None = min((one.day for one in own if one.happening in GONE), default=None)
    if row.mode is not None and out is not None and row.day > out:
        return [BadRow(row.line, "pid", f"this person withdrew or died on {out}; nothing of later days is taken.")]
    done = [one for one in own if one.happening is Happening.INTERVIEWED and one.detail["wave"] == row.wave]
    if row.mode is not None and done:
        return [BadRow(row.line, "pid", f"this person was interviewed in {row.wave} before, on {done[0].day}.")]
    return []


def _remarks(design: Design, rows: list[WaveRow], own: Mapping[str, list[Event]]) -> list[str]:
    """What is kept and should be looked at."""
    found = []
    for row in rows:
        if row.mode is None:
            continue
        if why := too_soon(design, Interview(row.pid, row.wave, row.day, row.mode), own[row.pid]):
            found.append(f"row {row.line}: {why}")
        wave = wave_of(design, row.wave)
        if not wave.first.first_day <= row.day <= wave.last.last_day:
            found.append(f"row {row.line}: {row.day} is outside {wave.first} to {wave.last} of {row.wave}")
    return found
