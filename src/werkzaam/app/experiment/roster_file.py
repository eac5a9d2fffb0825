# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The file of people who were approached for an experiment (docs/reference/roster-file.md): read strictly, all or nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from werkzaam.app.exchange import cells
from werkzaam.app.exchange.delivered import Source
from werkzaam.app.exchange.reported import BadRow
from werkzaam.app.experiment.table import Bad, Line, Table, read_table
from werkzaam.core.errors import InputError
from werkzaam.experiment.design import Design
from werkzaam.experiment.eligibility import Spell, grounds_of
from werkzaam.experiment.reach import Channel
from werkzaam.experiment.register import checked_spells
from werkzaam.experiment.survey import BETWEEN

CHANNELS = {f"informed_{channel.value}": channel for channel in Channel}
FIXED = ("number", "applied", "declined", "benefit", "flags", "case_manager", "working", *CHANNELS)
"""The columns beside those of the design's variables; only `number` must be there."""
UNTIL = ".."


@dataclass(frozen=True, slots=True)
class RosterRow:
    """One person who was approached: how and when, what they answered, and what is recorded of them.

    `number` is the municipality's own; it goes no further than the pseudonym that is made of it. `levels` has the level of each
    variable of the design for who applied.
    """

    line: int
    number: str
    informed: tuple[tuple[Channel, date], ...]
    applied: date | None
    declined: date | None
    benefit: tuple[Spell, ...]
    flags: frozenset[str]
    klantmanager: str
    working: bool | None
    levels: Mapping[str, str]


def read_roster(source: Source, design: Design, today: date) -> tuple[Table, list[RosterRow]]:
    """The people of a file; raises RowsRefused with every row that is wrong, a person who stands there twice among them."""
    variables = {variable.id: variable.levels for variable in design.variables}
    if clash := sorted(set(variables) & set(FIXED)):
        raise InputError(f"{design.id} has a variable {clash[0]}, a column of every roster. Give it another id.")
    table = read_table(source, needed=("number",), known=(*FIXED, *variables))
    rows = table.each(lambda line: _row(line, design, variables, today))
    table.refuse(_twice(rows))
    return table, rows


def _row(line: Line, design: Design, variables: Mapping[str, tuple[str, ...]], today: date) -> RosterRow:
    def day(text: str) -> date:
        found = cells.day(text, cells.LIFETIME)
        if found > today:
            raise InputError(f"{found} lies ahead; it is {today}.")
        return found

    informed = tuple((channel, when) for column, channel in CHANNELS.items() if (when := line.maybe(column, day)))
    applied, declined = line.maybe("applied", day), line.maybe("declined", day)
    if not informed and applied is None and declined is None:
        raise Bad(line.number, "", "it says of nobody that they were informed, applied or declined.")
    if applied is not None and declined is not None:
        raise Bad(line.number, "declined", "the same row says that the person applied. Keep what was said last.")
    levels = {name: _level(line, name, variables[name], must=applied is not None) for name in variables}
    benefit = line.maybe("benefit", _spells) or ()
    if applied is not None and not benefit:
        raise Bad(line.number, "benefit", "it is empty, and the person applied. Give the days on benefit, such as 2016-03-01..")
    return RosterRow(
        line.number, line.needed("number"), informed, applied, declined, benefit,
        line.maybe("flags", lambda text: _flags(text, design)) or frozenset(), line.cells.get("case_manager", ""),
        line.maybe("working", cells.truth), {name: level for name, level in levels.items() if level},
    )  # fmt: skip


def _level(line: Line, name: str, levels: tuple[str, ...], *, must: bool) -> str:
    found = line.cells.get(name, "")
    if found and found not in levels:
        raise Bad(line.number, name, f"one of {', '.join(levels)} was expected; found {found[:40]!r}.")
    if must and not found:
        raise Bad(line.number, name, f"it is empty, and the person applied. It is one of {', '.join(levels)}.")
    return found


def _spells(text: str) -> tuple[Spell, ...]:
    """Days on benefit, such as `2015-01-01..2018-03-31|2019-05-01..`."""
    found = []
    for part in text.split(BETWEEN):
        first, until, last = part.strip().partition(UNTIL)
        if not until:
            raise InputError(f"days such as 2015-01-01..2018-03-31 or 2019-05-01.. were expected; found {part[:40]!r}.")
        found.append(Spell(cells.day(first, cells.LIFETIME), cells.day(last, cells.LIFETIME) if last else None))
    return checked_spells(found)


def _flags(text: str, design: Design) -> frozenset[str]:
    found = frozenset(part.strip() for part in text.split(BETWEEN))
    grounds_of(design, found)
    return found


def _twice(rows: list[RosterRow]) -> list[BadRow]:
    """Every row of a person who stands in an earlier one."""
    first: dict[str, int] = {}
    return [
        BadRow(row.line, "number", f"the same person stands in row {first[row.number]}. Take one of the two out.")
        for row in rows
        if first.setdefault(row.number, row.line) != row.line
    ]
