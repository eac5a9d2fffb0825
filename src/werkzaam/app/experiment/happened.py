# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What happened to participants after they enrolled, from a file: started, deviated, agreed, withdrew, moved, died, corrected."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import date

from werkzaam.app.exchange import cells
from werkzaam.app.exchange.delivered import Source
from werkzaam.app.exchange.reported import BadRow
from werkzaam.app.experiment.enrol import records
from werkzaam.app.experiment.table import Bad, Line, read_table
from werkzaam.app.ledger.desk import Desk
from werkzaam.core.errors import InputError
from werkzaam.experiment.design import Design
from werkzaam.experiment.event import Event, Happening
from werkzaam.experiment.waves import GONE
from werkzaam.store.experiments import happened
from werkzaam.store.roster import happenings, record_happenings

WITH: Mapping[Happening, tuple[str, ...]] = {
    Happening.INVITED: ("wave",), Happening.STARTED: (), Happening.DEVIATED: ("actual", "reason"), Happening.AGREED: ("form",),
    Happening.WITHDRAWN: (), Happening.MOVED: (), Happening.DIED: (), Happening.PENSION: (), Happening.CORRECTED: (),
}  # fmt: skip
"""What may be recorded by hand, with the columns that must say more; all else follows from enrolling, drawing and waves."""
COLUMNS = ("pid", "happening", "day", "wave", "actual", "reason", "form")
ARMED = (Happening.STARTED, Happening.DEVIATED, Happening.AGREED)
"""What can only happen to somebody with an arm."""


def record_file(desk: Desk, design: Design, source: Source) -> int | None:
    """How many events of a file were kept, None when the file was read before; raises RowsRefused, and then nothing is kept.

    Withdrawing needs no reason, and changes nothing but that nobody asks any more.
    """
    variables = {variable.id: variable.levels for variable in design.variables}
    table = read_table(source, needed=("pid", "happening", "day"), known={*COLUMNS, *variables})
    events = table.each(lambda line: _event(line, variables, desk.today))
    with records(desk, design.id) as recorder:
        if happened(desk.database, *recorder.key, f"happened {table.sha256}"):
            return None
        before = happenings(desk.database, *recorder.key)
        own: dict[str, list[Event]] = defaultdict(list)
        for one in (*before, *events):
            own[one.person].append(one)
        rows = zip(table.lines, events, strict=True)
        table.refuse([bad for line, one in rows for bad in _refused(line, one, own[one.person])])
        record_happenings(recorder, events, idem_key=f"happened {table.sha256}")
    return len(events)


def _event(line: Line, variables: Mapping[str, tuple[str, ...]], today: date) -> Event:
    names = [one.value for one in WITH]
    if line.cells["happening"] not in names:
        raise Bad(line.number, "happening", f"one of {', '.join(names)} was expected; found {line.cells['happening'][:40]!r}.")
    what = Happening(line.cells["happening"])
    day = line.read("day", cells.day)
    if day > today:
        raise Bad(line.number, "day", f"{day} lies ahead; it is {today}.")
    detail = {column: line.needed(column) if column in line.cells else _lacks(line, column) for column in WITH[what]}
    if what is Happening.CORRECTED:
        detail = {name: line.read(name, lambda text, name=name: _level(text, variables[name]))  # type: ignore[misc]
                  for name in variables if line.cells.get(name)}  # fmt: skip
        if not detail:
            raise Bad(line.number, "happening", f"nothing is corrected; fill in one of {', '.join(variables)}.")
    return Event(line.needed("pid"), what, day, detail)


def _lacks(line: Line, column: str) -> str:
    raise Bad(line.number, column, "it is needed here, and the file has no such column.")


def _level(text: str, levels: tuple[str, ...]) -> str:
    if text not in levels:
        raise InputError(f"one of {', '.join(levels)} was expected; found {text[:40]!r}.")
    return text


def _refused(line: Line, one: Event, own: list[Event]) -> list[BadRow]:
    """Why an event cannot have happened to somebody to whom all these did."""
    there = {other.happening for other in own}
    if Happening.ENROLLED not in there:
        return [BadRow(line.number, "pid", "nobody with this number is enrolled. Compare it with the letter.")]
    if one.happening in ARMED and Happening.DRAWN not in there:
        return [BadRow(line.number, "happening", f"{one.happening.value} needs an arm, and this person has none.")]
    out = min((other.day for other in own if other.happening in GONE), default=None)
    if one.happening is Happening.INVITED and out is not None and one.day >= out:
        return [BadRow(line.number, "happening", f"this person withdrew or died on {out}; nobody is invited after that.")]
    return []
