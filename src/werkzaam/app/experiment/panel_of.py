# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The people of an experiment as columns, from what the ledger knows: enrolment, the draw, interviews and the register."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

import numpy as np

from werkzaam.app.experiment.listed import who
from werkzaam.app.experiment.register_file import SPELLS, VALUES
from werkzaam.app.ledger.desk import Desk
from werkzaam.core.errors import NotAllowed
from werkzaam.core.months import Month
from werkzaam.experiment.design import Design, Kind, Outcome, Source
from werkzaam.experiment.eligibility import Spell
from werkzaam.experiment.event import Event, Happening
from werkzaam.experiment.panel import Floats, Ints, Panel, Truths
from werkzaam.experiment.register import on_benefit
from werkzaam.experiment.survey import Answer
from werkzaam.experiment.verdict.columns import HAPPENED, after_events
from werkzaam.store.draws import DrawnPerson, commitments, drawn_people
from werkzaam.store.observations import REGISTER, SURVEY, observations
from werkzaam.store.roster import happenings, participants

EVENTS = {one.value: one for one in (Happening.MOVED, Happening.DIED, Happening.PENSION, Happening.WITHDRAWN, Happening.DEVIATED)}
OFF, MONTHS = "off_benefit", "months_on_benefit"
"""What the register's spells tell: off benefit at the end of a month, and months until somebody first was."""
YES_NO = {"yes": 1.0, "no": 0.0}


def drawn_panel(desk: Desk, design: Design) -> Panel:
    """Everybody on the list of a draw, without anything observed; raises NotAllowed before a draw."""
    lots = drawn_people(desk.database, desk.town.id, design.id)
    if not lots:
        raise NotAllowed(f"Nobody of {design.id} was drawn yet. Draw first; there is nothing to analyse.")
    known = participants(desk.database, desk.town.id, design.id)
    people = tuple(sorted(lots))
    levels = {one.id: {level: at for at, level in enumerate(one.levels)} for one in design.variables}
    codes = {name: np.array([at.get(known[pid].levels.get(name, ""), -1) for pid in people]) for name, at in levels.items()}
    arms = {arm.id: at for at, arm in enumerate(design.arms)}
    strata = {code: at for at, code in enumerate(sorted({one.stratum for one in lots.values()}))}
    chances, (dealt, closed) = _chances(lots.values()), _dealt(desk, design, people)
    return Panel(
        people, codes, np.array([strata[lots[pid].stratum] for pid in people]),
        np.array([-1 if (arm := lots[pid].arm) is None else arms[arm] for pid in people]),
        np.array([chances[lots[pid].stratum] for pid in people]), np.array([lots[pid].surveyed for pid in people]), {}, {},
        dealt, tuple(tuple(arms[name] for name in barred) for _, barred in closed),
    )  # fmt: skip


def _dealt(desk: Desk, design: Design, people: Sequence[str]) -> tuple[Ints, list[tuple[int, tuple[str, ...]]]]:
    """With whom everybody was dealt: an index for each draw and, within it, the arms that were closed when it was promised."""
    key = (desk.town.id, design.id)
    found: dict[str, tuple[int, tuple[str, ...]]] = {}
    for row in commitments(desk.database, *key):
        closed = who(desk.database, *key, row.known_seq, row.draw)
        found |= {pid: (row.draw, tuple(sorted(closed[pid]))) for pid in drawn_people(desk.database, *key, row.draw)}
    kinds = sorted(set(found.values()))
    return np.array([kinds.index(found[pid]) for pid in people], dtype=np.int64), kinds


def at_draw(desk: Desk, design: Design, panel: Panel) -> Panel:
    """The panel with the levels that were known when each draw was promised: a correction since changes no table of the start."""
    database, key = desk.database, (desk.town.id, design.id)
    known: dict[str, Mapping[str, str]] = {}
    for row in commitments(database, *key):
        then = participants(database, *key, row.known_seq)
        known |= {pid: then[pid].levels for pid in drawn_people(database, *key, row.draw)}
    levels = {one.id: {level: at for at, level in enumerate(one.levels)} for one in design.variables}
    codes = {name: np.array([at.get(known[pid].get(name, ""), -1) for pid in panel.people]) for name, at in levels.items()}
    return replace(panel, characteristics=codes)


def _chances(lots: Iterable[DrawnPerson]) -> dict[str, float]:
    """The chance to be selected in each stratum: those selected of all in it; 1 where nobody could be."""
    sizes: dict[str, list[int]] = {}
    for one in lots:
        counts = sizes.setdefault(one.stratum, [0, 0])
        counts[0] += one.arm is not None
        counts[1] += 1
    return {code: (taken / among if taken else 1.0) for code, (taken, among) in sizes.items()}


def panel_of(desk: Desk, design: Design) -> Panel:
    """The same with everything that was observed, each outcome after what happened to people since, as its estimand says."""
    panel = drawn_panel(desk, design)
    events = happenings(desk.database, desk.town.id, design.id)
    place = {pid: at for at, pid in enumerate(panel.people)}
    held = {wave.id: _interviews(events, wave.id) for wave in design.waves}
    answered = {wave: np.array([pid in days for pid in panel.people]) for wave, days in held.items()}
    answers = {wave.id: {one.pid: one.body for one in observations(desk.database, desk.town.id, design.id, SURVEY, wave.id)}
               for wave in design.waves}  # fmt: skip
    register = _register(desk, design)
    begun = {one.person: one.day for what in (Happening.DRAWN, Happening.STARTED) for one in events if one.happening is what}
    values: dict[str, Floats] = {}
    for outcome in design.outcomes:
        if outcome.source is Source.SURVEY:
            found = _answers(panel, answers[str(outcome.wave)], outcome.variable)
            if outcome.baseline is not None and outcome.baseline not in values:
                values[outcome.baseline] = _answers(panel, answers[design.waves[0].id], outcome.variable)
        elif outcome.kind is Kind.TIME:
            found, happened = _times(panel, register, begun)
            values[outcome.id + HAPPENED] = happened
        else:
            found = _of_month(panel, register, outcome)
        since = {name: _since(events, what, place, _until(outcome, held)) for name, what in EVENTS.items()}
        values[outcome.id] = after_events(outcome, found, since)
    return replace(panel, answered=answered, values=values)


def _interviews(events: Sequence[Event], wave: str) -> dict[str, date]:
    return {one.person: one.day for one in events if one.happening is Happening.INTERVIEWED and one.detail["wave"] == wave}


def _until(outcome: Outcome, held: Mapping[str, Mapping[str, date]]) -> Callable[[str], date]:
    """The day at which each person's outcome was observed: their interview, or the end of its month or of time."""
    if outcome.wave is not None:
        return lambda pid: held[str(outcome.wave)].get(pid, date.max)
    last = date.max if outcome.month is None else outcome.month.last_day
    return lambda pid: last


def _since(events: Sequence[Event], what: Happening, place: Mapping[str, int], until: Callable[[str], date]) -> Truths:
    found = np.zeros(len(place), dtype=bool)
    for one in events:
        if one.happening is what and one.person in place and one.day <= until(one.person):
            found[place[one.person]] = True
    return found


def _answers(panel: Panel, answers: Mapping[str, Mapping[str, object]], variable: str) -> Floats:
    """A number for each answer; yes is 1 and no 0, and who does not know, or was not asked, has none."""
    return np.array([_number(answers.get(pid, {}).get(variable)) for pid in panel.people])


def _number(answer: object) -> float:
    if isinstance(answer, int):
        return float(answer)
    found: Answer | object = answer
    return YES_NO.get(found, np.nan) if isinstance(found, str) else np.nan


def _register(desk: Desk, design: Design) -> dict[str, dict[str, object]]:
    """The newest spells and all values of each person."""
    found: dict[str, dict[str, object]] = {}
    for one in observations(desk.database, desk.town.id, design.id, REGISTER):
        body = dict(one.body)
        if one.name == VALUES:
            body.pop("until", None)
        found.setdefault(one.pid, {}).update(body if one.name in (SPELLS, VALUES) else {})
    return found


def _spells(register: Mapping[str, Mapping[str, object]], pid: str) -> tuple[list[Spell], date] | None:
    """A person's spells, and the day until which the register is known."""
    own = register.get(pid, {})
    if "spells" not in own:
        return None
    rows: list[list[str]] = own["spells"]  # type: ignore[assignment]
    spells = [Spell(date.fromisoformat(first), date.fromisoformat(last) if last else None) for first, last, _ in rows]
    return spells, date.fromisoformat(str(own["until"]))


def _of_month(panel: Panel, register: Mapping[str, Mapping[str, object]], outcome: Outcome) -> Floats:
    """Off benefit on the last day of a month, or a value of that month; NaN where the register is silent."""
    assert outcome.month is not None
    return np.array([_in_month(register, pid, outcome.variable, outcome.month) for pid in panel.people])


def _in_month(register: Mapping[str, Mapping[str, object]], pid: str, variable: str, month: Month) -> float:
    if variable != OFF:
        value = register.get(pid, {}).get(f"{variable}@{month}")
        return float(value) if isinstance(value, int) else np.nan
    known = _spells(register, pid)
    if known is None or known[1] < month.last_day:
        return np.nan
    return float(not on_benefit(known[0], month.last_day))


def _times(panel: Panel, register: Mapping[str, Mapping[str, object]], begun: Mapping[str, date]) -> tuple[Floats, Floats]:
    """Whole months from the start until somebody first was off benefit, and whether that was seen before the register ends."""
    times, happened = np.full(len(panel.people), np.nan), np.zeros(len(panel.people))
    for at, pid in enumerate(panel.people):
        known = _spells(register, pid)
        if known is None or pid not in begun:
            continue
        spells, until = known
        start, last = Month.of_day(begun[pid]), Month.of_day(until)
        out = (month for month in range(start.index, last.index) if not on_benefit(spells, Month(month).last_day))
        first = next(out, None)
        times[at], happened[at] = ((last.index if first is None else first) - start.index), float(first is not None)
    return times, happened
