# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""One step of the ledger's benchmark, in a process of its own: `prepare`, `run` or `floor` on a database, told as JSON.

`prepare` founds the city, settles its first month and records what became known for the second; `run` settles the second month;
`floor` writes the rows of that month once more, into tables without any constraint, as quickly as this database can.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from collections.abc import Callable

from ledger_city import CITY, FIRST, City, deliver, found

from werkzaam.app.ledger.desk import Desk
from werkzaam.app.ledger.run import run
from werkzaam.app.ledger.workers import SEVERAL_FROM, workers_for
from werkzaam.core.months import Month
from werkzaam.store.check import create_schema
from werkzaam.store.database import Database, open_database

SECOND = FIRST + 1
WHEN = "2026-02-28T09:00:00Z"
COMPILED = 1_000
"""Cities from this size on are measured by the compiled rules, also those for which a town would not wait for a compiler."""
WORKERS = workers_for(SEVERAL_FROM)
"""As many processes as a large run gets, also where the city is small."""
OF_EVENTS = ("decision", "payment", "payment_part", "proposal", "recovery", "verdict", "premium")
"""The tables whose rows belong to an event, as far as a month writes them."""


def desk_on(database: Database, day: str) -> Desk:
    """Somebody at work on a day of 2026."""
    return Desk(database, CITY, "m.bakker", f"2026-{day}T09:00:00Z")


def prepare(database: Database, households: int) -> dict[str, object]:
    """A city with one month behind it and news for the next."""
    create_schema(database)
    city = City(households)
    found(desk_on(database, "01-02"), city)
    deliver(desk_on(database, "01-28"), city, FIRST)
    run(desk_on(database, "01-28"), FIRST, compiled_from=COMPILED)
    deliver(desk_on(database, "02-27"), city, SECOND)
    return {"facts": database.value("SELECT count(*) FROM fact")}


def month(database: Database, households: int) -> dict[str, object]:
    """Settle the second month."""
    view = run(Desk(database, CITY, "m.bakker", WHEN), SECOND, compiled_from=COMPILED, workers=WORKERS)
    assert sum(view.results.values()) == households
    return {"results": dict(view.results), "paid": view.paid}


def floor(database: Database, _: int) -> dict[str, object]:
    """Write the rows of the second month again, without constraints; reading them is not measured."""
    rows = written(database, SECOND)
    with database.transaction():
        for table, (columns, _) in rows.items():
            database.execute(f"CREATE TABLE floor_{table} ({', '.join(f'{name} {kind}' for name, kind in columns)})")
    started, used = time.perf_counter(), used_seconds()
    with database.transaction():
        for table, (columns, found_rows) in rows.items():
            database.insert(f"floor_{table}", [name for name, _ in columns], found_rows)
    by_table = {table: len(found_rows) for table, (_, found_rows) in rows.items()}
    spent = {"wall": time.perf_counter() - started, "user": used_seconds() - used}
    return {"rows": sum(by_table.values()), **spent, "by_table": by_table}


Written = dict[str, tuple[list[tuple[str, str]], list[tuple[object, ...]]]]


def written(database: Database, of: Month) -> Written:
    """The columns and the rows of every table that a month's run wrote."""
    found: Written = {"event": _rows(database, "event", "recorded_at = ?", WHEN)}
    for table in OF_EVENTS:
        of_event = "EXISTS (SELECT 1 FROM event WHERE event.municipality = {0}.municipality AND event.household = {0}.household "
        where = of_event.format(table) + f"AND event.hseq = {table}.hseq AND event.recorded_at = ?)"
        found[table] = _rows(database, table, where, WHEN)
    found["run_item"] = _rows(database, "run_item", "run_id = ?", f"{of}-month-1")
    return {table: one for table, one in found.items() if one[1]}


def _rows(database: Database, table: str, where: str, value: str) -> tuple[list[tuple[str, str]], list[tuple[object, ...]]]:
    rows = database.rows(f"SELECT * FROM {table} WHERE {where}", (value,))
    names = _columns(database, table)
    kinds = [next((type(row[at]) for row in rows if row[at] is not None), str) for at in range(len(names))]
    return [(name, "BIGINT" if kind is int else "TEXT") for name, kind in zip(names, kinds, strict=True)], rows


def _columns(database: Database, table: str) -> list[str]:
    if database.dialect == "sqlite":
        return [row[1] for row in database.rows(f"PRAGMA table_info({table})")]
    query = "SELECT column_name FROM information_schema.columns WHERE table_name = ? ORDER BY ordinal_position"
    return [row[0] for row in database.rows(query, (table,))]


def used_seconds() -> float:
    """User CPU so far of this process, and of those that it began and that ended."""
    return sum(resource.getrusage(of).ru_utime for of in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))


def most_memory(step: str) -> int:
    """MB that this process had at most, with for a run its workers, each counted as the largest of them."""
    own, largest = (resource.getrusage(of).ru_maxrss for of in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return (own + (largest * WORKERS if step == "run" and WORKERS > 1 else 0)) // 1024


STEPS: dict[str, Callable[[Database, int], dict[str, object]]] = {"prepare": prepare, "run": month, "floor": floor}


def main() -> None:
    """`ledger_process.py STEP URL HOUSEHOLDS`."""
    step, url, households = sys.argv[1:]
    with open_database(url) as database:
        started, used = time.perf_counter(), used_seconds()
        told = STEPS[step](database, int(households))
        spent = {"wall": time.perf_counter() - started, "user": used_seconds() - used}
    system = sum(resource.getrusage(of).ru_stime for of in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    sys.stdout.write(json.dumps({**spent, **told, "system": system, "peak_mb": most_memory(step)}) + "\n")


if __name__ == "__main__":
    main()
