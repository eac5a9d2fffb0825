# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""How an experiment stands, as counts of people: none of fewer than ten, also not by subtracting one count from another.

Two groups of people are counted, each protected as a whole: who was approached, and who was drawn into an arm.
What reports let out before counts along.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from werkzaam.app.experiment.panel_of import at_draw, panel_of
from werkzaam.app.experiment.releasing import columns, released
from werkzaam.app.ledger.desk import Desk
from werkzaam.core.errors import NotAllowed
from werkzaam.experiment.design import Design, Wave
from werkzaam.experiment.disclosure.cells import Cell, People, Table, Where, cross, group
from werkzaam.experiment.disclosure.protect import Protected, protect
from werkzaam.experiment.event import Event, Happening
from werkzaam.experiment.panel import Ints
from werkzaam.experiment.reach import Channel
from werkzaam.experiment.waves import GONE
from werkzaam.store.draws import drawn_people
from werkzaam.store.roster import happenings, participants

FATE, ENROLLED, CHANNEL, ARM = "fate", "enrolled", "channel", "arm"
SILENT, DECLINED, APPLIED, NOT_SELECTED, DRAWN = "silent", "declined", "applied", "not_selected", "drawn"
INTERVIEWED, NO_INTERVIEW, OPEN = "interviewed", "no_interview", "open"
YES, NO = "yes", "no"
NO_CHANNEL = "none"


@dataclass(frozen=True, slots=True)
class Counts:
    """Counts of one group of people; a count that is hidden is None, and nobody at all is 0."""

    shown: Mapping[Where, int]
    hidden: frozenset[Where]

    def of(self, *conditions: tuple[str, str]) -> int | None:
        """How many people are in a group."""
        where = group(*conditions)
        return None if where in self.hidden else self.shown.get(where, 0)


@dataclass(frozen=True, slots=True)
class Standing:
    """How an experiment stands on a day: counts of who was approached, and of who was drawn (None before a draw)."""

    approached: Counts
    drawn: Counts | None
    fates: tuple[str, ...]
    channels: tuple[str, ...]


def standing(desk: Desk, design: Design) -> Standing:
    """Count everybody of an experiment as far as may be shown."""
    events = happenings(desk.database, desk.town.id, design.id)
    people = approached(design, events)
    drawn = _drawn(desk, design, events) if drawn_people(desk.database, desk.town.id, design.id) else None
    return Standing(_protected(people, [*_flow_tables(people)], ()), drawn, people.levels[FATE], people.levels[CHANNEL])


def begun(design: Design, today: date) -> list[Wave]:
    """The rounds of interviews that have begun."""
    return [wave for wave in design.waves if wave.first.first_day <= today]


def _protected(people: People, tables: Iterable[Table], before: Sequence[Cell]) -> Counts:
    """Tables one after another, each protected against what those before it show; one that may not be told is hidden whole."""
    shown, hidden = list(before), set[Where]()
    for table in tables:
        try:
            done = protect(table, people, shown)
        except NotAllowed:
            done = Protected(table, frozenset(cell.where for cell in table.cells if cell.where))
        shown += [cell for cell in done.shown if cell not in shown]
        hidden |= done.hidden
    found = {cell.where: cell.count for cell in shown}
    return Counts(found, frozenset(hidden - found.keys()))


def _flow_tables(people: People) -> Iterator[Table]:
    """From approached to drawn, and enrolment by channel."""
    wheres = [(), ((ENROLLED, YES),), ((ENROLLED, NO),), *(((FATE, one),) for one in people.levels[FATE])]
    yield Table("flow", (ENROLLED, FATE), tuple(_cell(people, where) for where in wheres if people.within(where).any()))
    yield cross("reach", people, (CHANNEL, ENROLLED))


def _cell(people: People, where: Where) -> Cell:
    return Cell(where, int(people.within(where).sum()))


def approached(design: Design, events: Sequence[Event]) -> People:
    """Everybody who was approached: what came of it, and how they were told."""
    fates, told = _fates(events), _told(events)
    everybody = sorted(fates)
    names = _fate_names(design, fates)
    channels = tuple(dict.fromkeys(told.get(one, NO_CHANNEL) for one in everybody))
    codes = {FATE: names, CHANNEL: tuple(sorted(channels)), ENROLLED: (NO, YES)}
    found = {
        FATE: [fates[one] for one in everybody],
        CHANNEL: [told.get(one, NO_CHANNEL) for one in everybody],
        ENROLLED: [YES if fates[one] in (NOT_SELECTED, DRAWN, ENROLLED) else NO for one in everybody],
    }
    return People(codes, {name: _coded(found[name], codes[name]) for name in codes})


def _coded(found: Sequence[str], levels: Sequence[str]) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    at = {name: place for place, name in enumerate(levels)}
    return np.array([at[one] for one in found], dtype=np.int64)


def _fates(events: Sequence[Event]) -> dict[str, str]:
    """What came of everybody, by the last thing that was decided."""
    found: dict[str, str] = {}
    for one in events:
        if one.happening in (Happening.INFORMED, Happening.APPLIED):
            found.setdefault(one.person, SILENT)
        elif one.happening is Happening.DECLINED:
            found[one.person] = DECLINED
        elif one.happening is Happening.REFUSED:
            found[one.person] = f"refused:{one.detail['reason']}"
        elif one.happening is Happening.EXCLUDED:
            found[one.person] = f"excluded:{one.detail['grounds']}"
        elif one.happening in (Happening.ENROLLED, Happening.NOT_SELECTED, Happening.DRAWN):
            found[one.person] = one.happening.value
    return found


def _fate_names(design: Design, fates: Mapping[str, str]) -> tuple[str, ...]:
    """Everything that could come of somebody, in the order of the flow; also a ground that nobody had."""
    had = set(fates.values())
    known = [SILENT, DECLINED, *sorted(one for one in had if one.startswith("refused:")),
             *(f"excluded:{one.id}" for one in design.exclusions), *sorted(one for one in had if one.startswith("excluded:")),
             ENROLLED, NOT_SELECTED, DRAWN]  # fmt: skip
    return tuple(dict.fromkeys(known))


def _told(events: Sequence[Event]) -> dict[str, str]:
    """By which channels everybody was told, in one order."""
    order = {one.value: place for place, one in enumerate(Channel)}
    found: dict[str, set[str]] = {}
    for one in events:
        if one.happening is Happening.INFORMED:
            found.setdefault(one.person, set()).add(one.detail["channel"])
    return {person: "+".join(sorted(said, key=order.__getitem__)) for person, said in found.items()}


def _drawn(desk: Desk, design: Design, events: Sequence[Event]) -> Counts:
    """Everybody in an arm: what was known before the draw, and how each round of interviews stands."""
    lots = {pid: one for pid, one in drawn_people(desk.database, desk.town.id, design.id).items() if one.arm is not None}
    pids = sorted(lots)
    known = participants(desk.database, desk.town.id, design.id)
    levels: dict[str, tuple[str, ...]] = {ARM: tuple(arm.id for arm in design.arms)}
    found: dict[str, list[str]] = {ARM: [str(lots[pid].arm) for pid in pids]}
    for variable in design.variables:
        levels[variable.id] = variable.levels
        found[variable.id] = [known[pid].levels[variable.id] for pid in pids]
    for wave in begun(design, desk.today):
        levels[wave.id] = (INTERVIEWED, NO_INTERVIEW, OPEN)
        found[wave.id] = _round(events, wave.id, wave.first.first_day, pids)
    before = [cell for one in released(desk, design) for cell in one.shown]
    codes = {name: _coded(found[name], levels[name]) for name in levels}
    _with_outcomes(desk, design, before, levels, codes, pids)
    people = People(levels, codes)
    names = [*(wave.id for wave in begun(design, desk.today)), *(variable.id for variable in design.variables)]
    return _protected(people, [cross(name, people, (ARM, name)) for name in names], before)


def _round(events: Sequence[Event], wave: str, first: date, pids: Sequence[str]) -> list[str]:
    """How a round stands for each person: interviewed, not interviewed (who stopped before it among them), or still open."""
    state = dict.fromkeys(pids, OPEN)
    for one in events:
        if one.person not in state:
            continue
        if one.happening in GONE and one.day < first:
            state[one.person] = NO_INTERVIEW
        elif one.detail.get("wave") == wave and one.happening is Happening.INTERVIEWED:
            state[one.person] = INTERVIEWED
        elif one.detail.get("wave") == wave and one.happening is Happening.NOT_INTERVIEWED:
            state[one.person] = NO_INTERVIEW
    return [state[pid] for pid in pids]


def _with_outcomes(desk: Desk, design: Design, before: Sequence[Cell], levels: dict[str, tuple[str, ...]],
                   codes: dict[str, Ints], pids: Sequence[str]) -> None:  # fmt: skip
    """Add what reports told of, the start among it, so that what they let out counts along."""
    wanted = {name for cell in before for name, _ in cell.where} - levels.keys()
    if not wanted:
        return
    panel = panel_of(desk, design)
    rows = [panel.people.index(pid) for pid in pids]
    for name, its_levels, column in columns(design, panel, at_draw(desk, design, panel), wanted):
        if name in wanted:
            levels[name], codes[name] = its_levels, column[rows]
