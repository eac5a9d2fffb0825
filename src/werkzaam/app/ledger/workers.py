# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Several processes do the slices of one run: one takes them and hands them out, the others plan and write.

Each plans its slice before it asks for the lock of the database, so that on SQLite one computes while another writes, and on
PostgreSQL all go side by side. A worker that dies keeps nothing of the slice it was at; whoever began the run does that slice
again. When whoever began the run is gone, its workers end after the slices they have.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from multiprocessing import get_context, parent_process
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any, TypeAlias

from werkzaam.app.ledger.carry_out import Paid
from werkzaam.app.ledger.changes import Changed, Held
from werkzaam.app.ledger.desk import Desk
from werkzaam.app.ledger.one_slice import Done, do_slice, take
from werkzaam.app.ledger.planner import Planner
from werkzaam.app.ledger.town import Town
from werkzaam.core.months import Month
from werkzaam.store.database import open_database
from werkzaam.store.runs import RunItem, Slice

START = "spawn"
"""How a process begins: anew, with nothing of ours in it, whatever threads there are here."""
SEVERAL_FROM = 20_000
"""From how many households on a run is done by several processes: a smaller one is done before another has started."""
MOST = 4
"""More processes than this only wait for the database."""
AHEAD = 2
"""How many slices a worker has: one to do, and one so that it need not wait."""


_Plain: TypeAlias = "tuple[tuple[Any, ...], list[tuple[bool, tuple[Any, ...]]], tuple[Any, ...]]"


@dataclass(frozen=True, slots=True)
class Work:
    """What a worker must know: where the ledger is, who is at work at which moment, and which run."""

    url: str
    town: Town
    actor: str
    moment: str
    month: Month
    run_id: str
    compiled_from: int


@dataclass
class _Worker:
    """One process, the pipe to it, and the slices that it has."""

    process: BaseProcess
    pipe: Connection
    has: list[Slice] = field(default_factory=list)


def workers_for(households: int) -> int:
    """How many processes a run of a town gets: one for each core that we may use, and a small run none beside our own."""
    if households < SEVERAL_FROM:
        return 1
    return min(MOST, len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1)


def in_workers(desk: Desk, work: Work, count: int, done: dict[int, list[Done]], progress: Callable[[int], object]) -> int:
    """Let processes do the slices that are free; fills `done` by slice, and gives how many processes ended before their time.

    What a process raised is raised here; then, and when somebody interrupts us, all of them end at once and the database throws
    away what they had not kept.
    """
    taken = take(desk, work.run_id, count * AHEAD, ())
    workers = [_started(work) for _ in range(min(count, len(taken)))]
    try:
        for at, held in enumerate(taken):
            _give(workers[at % len(workers)], held)
        return _until_done(desk, work, workers, done, progress)
    finally:
        for one in workers:
            one.process.terminate()  # Whoever has ended does not mind.
            one.process.join()
            one.pipe.close()


def _started(work: Work) -> _Worker:
    context = get_context(START)
    ours, theirs = context.Pipe()
    process: BaseProcess = context.Process(target=_work, args=(work, theirs), daemon=True)  # type: ignore[attr-defined]
    process.start()
    theirs.close()
    return _Worker(process, ours)


def _give(worker: _Worker, held: Slice) -> None:
    """Hand out a slice; who is gone does not get it, which is seen when it is waited for."""
    worker.has.append(held)
    try:
        worker.pipe.send(held)
    except (BrokenPipeError, ConnectionResetError):
        return


def _until_done(
    desk: Desk, work: Work, workers: list[_Worker], done: dict[int, list[Done]], progress: Callable[[int], object]
) -> int:
    """Listen to the workers until none has anything to do; how many of them stopped."""
    stopped, given = 0, {one.slice for worker in workers for one in worker.has}
    busy = [one for one in workers if one.has]
    while busy:
        said = wait([one.pipe for one in busy])
        for worker in [one for one in busy if one.pipe in said]:
            try:
                told = worker.pipe.recv()
            except (EOFError, ConnectionResetError):
                stopped += 1
                worker.has.clear()
                continue
            if isinstance(told, BaseException):
                raise told
            held = worker.has.pop(0)
            done[held.slice] = _unpacked(told)
            progress(held.households)
            for more in take(desk, work.run_id, 1, given):
                given.add(more.slice)
                _give(worker, more)
        busy = [one for one in busy if one.has]
    return stopped


def _work(work: Work, pipe: Connection) -> None:
    """What a worker does: slice after slice until nobody is there to give one."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Whoever began the run hears it, and ends us.
    began = parent_process()
    gone = [began.sentinel] if began else []
    with open_database(work.url) as database:
        desk = Desk(database, work.town, work.actor, work.moment)
        planner = Planner(desk, work.month, compiled_from=work.compiled_from)
        while pipe in wait([pipe, *gone]):
            try:
                pipe.send(_packed(do_slice(desk, planner, pipe.recv())))
            except EOFError:
                return
            except Exception as error:
                pipe.send(error)
                return


def _packed(done: Sequence[Done]) -> list[_Plain]:
    """What a slice came to as tuples without a class: a pipe takes them many times as quickly as those with one."""
    return [(tuple(one.item), [(type(row) is Held, tuple(row)) for row in one.rows], tuple(one.paid)) for one in done]


def _unpacked(told: Sequence[_Plain]) -> list[Done]:
    return [
        Done(RunItem(*item), tuple([(Held if held else Changed)(*row) for held, row in rows]), Paid(*paid))
        for item, rows, paid in told
    ]
