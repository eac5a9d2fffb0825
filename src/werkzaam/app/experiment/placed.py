# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Who was put with which case manager, from a file: what mixes the arms of a dedicated team with others is logged.

A placement is never undone here: the person was served. It is kept as a deviation from the draw, so that the report lists it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from werkzaam.app.exchange import cells
from werkzaam.app.exchange.delivered import Source
from werkzaam.app.exchange.reported import BadRow
from werkzaam.app.experiment.design_rows import names
from werkzaam.app.experiment.enrol import records
from werkzaam.app.experiment.table import Bad, Line, read_table
from werkzaam.app.ledger.desk import Desk
from werkzaam.app.rows import read_toml
from werkzaam.experiment.arms import Contamination, Placement, Team, arms_by_lot, contamination
from werkzaam.experiment.design import Design
from werkzaam.experiment.event import Event, Happening
from werkzaam.experiment.waves import GONE
from werkzaam.store.experiments import happened
from werkzaam.store.roster import happenings, record_happenings

WITH_TEAM, OUTSIDE_TEAM = "team", "outside_team"
"""How somebody is guided who was put with the team of other arms, and somebody of its arms who was put outside it."""
COLUMNS = ("pid", "case_manager", "day")


@dataclass(frozen=True, slots=True)
class Placed:
    """What a file of placements brought: all rows, those that mix arms and were logged, and those of people without an arm."""

    rows: int
    logged: tuple[Contamination, ...]
    told: tuple[Contamination, ...]


def read_team(path: Path, design: Design) -> Team:
    """The team in a file: `start`, `members` and `arms`; raises InputError with its place."""
    top = read_toml(path).top
    top.only("start", "members", "arms")
    arms = names(top, "arms", [arm.id for arm in design.arms], "arm", least=1)
    if len(arms) == len(design.arms):
        top.refuse("arms", "these are all arms, so nobody can be mixed up. Name the arms that only the team serves.")
    return Team(top.day("start"), frozenset(top.texts("members")), frozenset(arms))


def record_placements(desk: Desk, design: Design, source: Source, team: Team) -> Placed | None:
    """Log every placement of a file that mixes arms, while the arms differ; None when the file was read before with this team.

    Raises RowsRefused, and then nothing is kept. Who withdrew is guided regularly from that day on, and mixes nothing.
    """
    table = read_table(source, needed=COLUMNS, known=set(COLUMNS))
    rows = table.each(lambda line: _placement(line, desk.today))
    with records(desk, design.id) as recorder:
        key = f"placed {table.sha256} {team.start} {','.join(sorted(team.members))} {','.join(sorted(team.arms))}"
        if happened(desk.database, *recorder.key, key):
            return None
        events = happenings(desk.database, *recorder.key)
        enrolled = {one.person for one in events if one.happening is Happening.ENROLLED}
        table.refuse([BadRow(line.number, "pid", "nobody with this number is enrolled. Compare it with the letter.")
                      for line, (pid, _, _) in zip(table.lines, rows, strict=True) if pid not in enrolled])  # fmt: skip
        found = contamination(team, _within(design, events, rows))
        logged = tuple(one for one in found if one.placement.arm is not None)
        record_happenings(recorder, [_event(one, team) for one in logged], idem_key=key)
    return Placed(len(rows), logged, tuple(one for one in found if one.placement.arm is None))


def _placement(line: Line, today: date) -> tuple[str, str, date]:
    day = line.read("day", cells.day)
    if day > today:
        raise Bad(line.number, "day", f"{day} lies ahead; it is {today}.")
    return line.needed("pid"), line.needed("case_manager"), day


def _within(design: Design, events: Sequence[Event], rows: Sequence[tuple[str, str, date]]) -> list[Placement]:
    """The placements of people who took part on that day, before the arms ended."""
    lots = arms_by_lot(events)
    out = {one.person: one.day for one in events if one.happening in GONE}
    return [Placement(pid, lots.get(pid), worker, day) for pid, worker, day in rows
            if day < design.end and not (pid in out and day >= out[pid])]  # fmt: skip


def _event(one: Contamination, team: Team) -> Event:
    actual = OUTSIDE_TEAM if one.placement.arm in team.arms else WITH_TEAM
    return Event(one.placement.person, Happening.DEVIATED, one.placement.day, {"actual": actual, "reason": one.why})
