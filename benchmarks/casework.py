# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The week's agenda of a city, of one case manager, and after an absence: `make bench-casework`.

The city is invented, from a seed, of the size of Amsterdam's: 132 case managers with about 300 clients, and a dedicated team of
13 with 55. First in memory (what is due, and the plan), then from a database with some 12 entries and 40 contacts a client, on
SQLite and on PostgreSQL (the server at --postgres, or a throw-away one).
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

from casework_page import write
from casework_people import TODAY, away, kept, town

from werkzaam.casework.dossier import Dossier
from werkzaam.casework.notions import due_of
from werkzaam.casework.office import Office
from werkzaam.casework.planning import WeekPlan, plan_of
from werkzaam.casework.week import week_asked

HERE = Path(__file__).parent
CLIENTS, WORKERS, DEDICATED = 40_300, 132, 13
ABSENT = "km005"
Step = dict[str, Any]


def main() -> int:
    """Measures, prints and writes; returns the exit code."""
    options = parser().parse_args()
    if options.step:
        sys.stdout.write(json.dumps(in_memory(options.clients) if options.step == "memory" else _at_a_desk(options.url)) + "\n")
        return 0
    found: Step = {"clients": options.clients, "load": os.getloadavg()[0], "memory": _process("memory", options)}
    found["databases"] = databases(options) if options.on else {}
    found["load_after"] = os.getloadavg()[0]
    sys.stdout.write(write(options.out, found) + "\n")
    return 0


def parser() -> argparse.ArgumentParser:
    """The options; without any, everything is measured as the targets ask."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--clients", type=int, default=CLIENTS, help="clients in the city")
    options.add_argument("--on", nargs="*", default=["sqlite", "postgresql"], choices=["sqlite", "postgresql"], help="databases")
    options.add_argument("--postgres", help="the address of a PostgreSQL database that may make others")
    options.add_argument("--out", type=Path, default=HERE.parent / "docs/reference", help="folder for the page and the JSON")
    options.add_argument("--step", help=argparse.SUPPRESS)
    options.add_argument("--url", help=argparse.SUPPRESS)
    return options


def timed(call: Any, *given: Any) -> tuple[Any, Step]:
    """What a call gives, with its seconds of wall clock and of this processor."""
    wall, own = time.perf_counter(), time.process_time()
    found = call(*given)
    return found, {"wall": time.perf_counter() - wall, "cpu": time.process_time() - own}


def in_memory(clients: int) -> Step:
    """What is due and the plan, of dossiers that are in memory: the city, one case manager, and a team after an absence."""
    import scipy.optimize  # noqa: F401  What a command loads once is measured apart.

    people, office = town(clients, WORKERS, DEDICATED)
    asked, dues = timed(week_asked, people, due_of, office, TODAY)
    plan, planning = timed(plan_of, asked)
    mine = [one for one in people if one.spells[0].worker == ABSENT]
    one, alone = timed(lambda: plan_of(week_asked(mine, due_of, Office(TODAY), TODAY)))
    again, replanning = timed(_again, people, office, plan)
    return {
        "dues": dues, "plan": planning, "one": alone, "again": replanning, "talks": len(asked.talks), "placed": len(plan.placed),
        "room": plan.room, "missed": len(plan.missed), "unexplained": len(asked.talks) - len(plan.placed) - len(plan.missed),
        "own": plan.with_own, "bound": plan.bound, "own_clients": len(mine), "one_placed": len(one.placed), **_moves(plan, again),
    }  # fmt: skip


def _again(people: Sequence[Dossier], office: Office, plan: WeekPlan) -> WeekPlan:
    """The plan of a team after one of them fell ill for the week; the appointments of the plan stand in the dossiers."""
    team = office.workers[ABSENT].team
    names = {worker.id for worker in office.workers.values() if worker.team == team}
    made = {one.talk.person: one for one in plan.placed}
    known = [kept(one, made.get(one.person)) for one in people if one.spells[0].worker in names]
    return plan_of(week_asked(known, due_of, away(office, ABSENT, TODAY, TODAY + timedelta(4)), TODAY))


def _moves(plan: WeekPlan, again: WeekPlan) -> Step:
    """How many appointments of the others there were in the team, and how many of them moved."""
    was = {one.talk.person: one.place for one in plan.placed if one.place.worker != ABSENT}
    now = {one.talk.person: one.place for one in again.placed}
    asked = {talk.person for talk in again.week.talks}
    others = [person for person in was if person in asked]
    moved = [person for person in others if replace(was[person], slot=0) != replace(now.get(person, was[person]), slot=0)]
    moved += [person for person in others if person not in now]
    return {"others": len(others), "moved": len(moved), "changes": len(again.changes)}


def databases(options: argparse.Namespace) -> dict[str, Step]:
    """The commands from a database, each in a process of its own."""
    sys.path.insert(0, str(HERE.parent))
    from casework_town import build_town

    from tests.databases import Cluster, started

    found = {}
    with tempfile.TemporaryDirectory(prefix="werkzaam-bench-") as name:
        folder = Path(name)
        folder.chmod(0o755)
        for kind in options.on:
            server = folder / kind
            server.mkdir()
            ours = kind == "postgresql" and options.postgres is None
            with started(server) if ours else nullcontext(Cluster(options.postgres or "")) as cluster:
                made = cluster.database(schema=False) if kind == "postgresql" else nullcontext(f"sqlite:///{server}/town.db")
                with made as url:
                    say(f"building a town of {options.clients:,} on {kind}")
                    build_town(url, options.clients, WORKERS + DEDICATED)
                    found[kind] = _process("desk", options, url)
    return found


def _at_a_desk(url: str) -> Step:
    """The week of the town read, planned and kept; that of one case manager; and the plan of a team after an absence."""
    import scipy.optimize  # noqa: F401  As above.
    from casework_town import TOWN

    from werkzaam.app.casework.dossiers import no_collection
    from werkzaam.app.casework.plan_of_week import keep, planned, proposed
    from werkzaam.app.ledger.desk import at_desk
    from werkzaam.casework.calendar import week_of

    week, moment = "2020-W02", "2020-01-06T07:00:00Z"
    with at_desk(url, TOWN, actor="planner", moment=moment) as desk, no_collection():
        _, one = timed(proposed, desk, "w1", week_of(week))
        (asked, plan), city = timed(planned, desk, week_of(week))
        worker = plan.placed[0].place.worker
        kept_plan, keeping = timed(keep, desk, asked, plan, week)
        (_, again), absent = timed(lambda: planned(desk, week_of(week), away=worker))
    return {
        "city": city, "one": one, "keep": keeping, "again": absent, "placed": len(plan.placed), "missed": len(plan.missed),
        "unexplained": len(plan.week.talks) - len(plan.placed) - len(plan.missed), "own": plan.with_own, "bound": plan.bound,
        "new": kept_plan.new, "refused": len(kept_plan.refused), **_moves_of(plan, again, worker),
    }  # fmt: skip


def _moves_of(plan: WeekPlan, again: WeekPlan, absent: str) -> Step:
    others = {one.talk.person for one in plan.placed if one.place.worker != absent} & {talk.person for talk in again.week.talks}
    moved = others & {change.talk.person for change in again.changes}
    return {"others": len(others), "moved": len(moved), "changes": len(again.changes)}


def _process(step: str, options: argparse.Namespace, url: str = "") -> Step:
    say(f"{step}, {options.clients:,} clients")
    command = [sys.executable, str(HERE / "casework.py"), "--step", step, "--clients", str(options.clients), "--url", url]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"{step} ended with {done.returncode}; its error stands above.")
    told: Step = json.loads(done.stdout)
    return told


def say(what: str) -> None:
    """What is being measured, on the error stream."""
    print(f"[{time.strftime('%H:%M:%S')}] {what}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
