# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What the register says of participants: spells on benefit, and values of a month; read strictly, all or nothing per file.

Two layouts (docs/reference/register-file.md). Spells: a row for each spell with `first`, `last` and `reason`. Values: a row for
each person, variable and month. People stand in it by their number of the experiment (`pid`), or by the municipality's own
(`number`), which becomes a pseudonym by the key and goes no further. Any other column refuses the file: the register is asked
for little (R-179).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from werkzaam.app.exchange import cells
from werkzaam.app.exchange.delivered import Source
from werkzaam.app.exchange.reported import BadRow
from werkzaam.app.experiment.enrol import records
from werkzaam.app.experiment.table import Bad, Line, Table, read_table
from werkzaam.app.ledger.desk import Desk
from werkzaam.core.errors import InputError
from werkzaam.core.months import Month
from werkzaam.experiment.design import Design
from werkzaam.experiment.eligibility import Spell
from werkzaam.experiment.register import checked_spells, pseudonym
from werkzaam.store.experiments import happened
from werkzaam.store.observations import REGISTER, Observation, record_observations
from werkzaam.store.roster import by_pseudonym, participants

SPELLS, VALUES = "spells", "values"
REASONS = ("work", "partner_income", "moved", "pension", "died", "other")
_WHOLE = re.compile(r"\d{1,9}")
_SPELLS, _VALUES = ("first", "last", "reason"), ("variable", "month", "value")


@dataclass(frozen=True, slots=True)
class Registered:
    """What a file brought: the layout, people and rows; `again` when it was read before."""

    layout: str
    people: int
    rows: int
    again: bool = False


def import_register(desk: Desk, design: Design, source: Source, until: date, key: bytes | None = None) -> Registered:
    """Keep what a file of the register says, as known until a day; later files add to it and replace a person's spells.

    Raises RowsRefused naming every row that is wrong: somebody who does not take part, spells that overlap, a variable that the
    design does not have, the same value twice; and InputError for `number` without a key, or a day that lies ahead.
    """
    if until > desk.today:
        raise InputError(f"The register is said to be known until {until}; it is {desk.today}.")
    table = read_table(source, needed=(), known=("pid", "number", *_SPELLS, *_VALUES))
    layout = _layout(table)
    with records(desk, design.id) as recorder:
        if happened(desk.database, *recorder.key, f"register {table.sha256}"):
            return Registered(layout, 0, 0, again=True)
        known = set(participants(desk.database, *recorder.key))
        names = _names(table, by_pseudonym(desk.database, *recorder.key), key)
        table.refuse([BadRow(line.number, "pid", "nobody with this number takes part.") for line in table.lines
                      if names[line.number] not in known])  # fmt: skip
        bodies = _spells(table, names) if layout == SPELLS else _values(table, names, design)
        found = [Observation(pid, REGISTER, layout, 1, {"until": str(until), **body}) for pid, body in sorted(bodies.items())]
        record_observations(recorder, found, [], idem_key=f"register {table.sha256}")
    return Registered(layout, len(bodies), len(table.lines))


def _layout(table: Table) -> str:
    columns = set(table.columns)
    if len(columns & {"pid", "number"}) != 1:
        raise InputError("one of the columns pid and number was expected, to say who it is about.", file=table.name)
    if columns >= set(_VALUES) and not columns & set(_SPELLS):
        return VALUES
    if columns >= {"first"} and not columns & set(_VALUES):
        return SPELLS
    raise InputError(f"either {', '.join(_SPELLS)} or {', '.join(_VALUES)} were expected as columns.", file=table.name)


def _names(table: Table, pids: Mapping[str, str], key: bytes | None) -> dict[int, str]:
    """The pid of each row; an unknown number becomes the empty text, which nobody has."""
    if "pid" in table.columns:
        return {line.number: line.cells["pid"] for line in table.lines}
    if key is None:
        raise InputError("has the municipality's numbers; give the key for pseudonyms with --key.", file=table.name)
    return {
        line.number: pids.get(pseudonym(key, line.cells["number"]), "") if line.cells["number"] else "" for line in table.lines
    }


def _spells(table: Table, names: Mapping[int, str]) -> dict[str, dict[str, object]]:
    """Each person's spells with why they ended, in order."""
    read = table.each(_spell)
    found: dict[str, list[tuple[Spell, str]]] = {}
    bad = []
    for line, one in zip(table.lines, read, strict=True):
        own = found.setdefault(names[line.number], [])
        own.append(one)
        try:
            checked_spells([spell for spell, _ in own])
        except InputError as error:
            bad.append(BadRow(line.number, "first", str(error)))
            own.pop()
    table.refuse(bad)
    return {pid: {"spells": [_row(*each) for each in sorted(own, key=_first)]} for pid, own in found.items()}


def _first(each: tuple[Spell, str]) -> date:
    return each[0].first


def _row(spell: Spell, why: str) -> list[str]:
    return [str(spell.first), "" if spell.last is None else str(spell.last), why]


def _spell(line: Line) -> tuple[Spell, str]:
    first, last = line.read("first", cells.day), line.maybe("last", cells.day)
    if last is not None and last < first:
        raise Bad(line.number, "last", f"the spell ends on {last}, before it begins on {first}.")
    why = line.cells.get("reason", "")
    if (why not in REASONS) if last is not None else why:
        raise Bad(line.number, "reason", f"a spell that ended has one of {', '.join(REASONS)}, one that goes on has none; "
                  f"found {why[:40]!r}.")  # fmt: skip
    return Spell(first, last), why


def _values(table: Table, names: Mapping[int, str], design: Design) -> dict[str, dict[str, object]]:
    known = {one.variable for one in design.outcomes if one.wave is None}
    read = table.each(lambda line: _value(line, known))
    found: dict[str, dict[str, object]] = {}
    bad = []
    for line, (variable, month, value) in zip(table.lines, read, strict=True):
        own, name = found.setdefault(names[line.number], {}), f"{variable}@{month}"
        if name in own:
            bad.append(BadRow(line.number, "variable", f"{variable} of {month} stands in the file twice for this person."))
        own[name] = value
    table.refuse(bad)
    return found


def _value(line: Line, known: set[str]) -> tuple[str, Month, int]:
    variable = line.needed("variable")
    if variable not in known:
        raise Bad(
            line.number, "variable", f"the design asks the register for {', '.join(sorted(known))}; found {variable[:40]!r}."
        )
    return variable, line.read("month", Month.parse), line.read("value", _whole)


def _whole(text: str) -> int:
    """A whole number, zero included: a count, cents, or 1 for yes and 0 for no."""
    if not _WHOLE.fullmatch(text):
        raise InputError(f"a whole number of at most nine digits was expected, such as 0 or 12; found {text[:40]!r}.")
    return int(text)
