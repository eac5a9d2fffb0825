# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What each kind of job does, on the ledger and by the use cases there are; begun again, each goes on where it was."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeAlias

from werkzaam.app.exchange.reported import RowsRefused
from werkzaam.app.ledger.book import book
from werkzaam.app.ledger.desk import Desk
from werkzaam.app.ledger.letters_of_run import letters_to_make, make_letter
from werkzaam.app.ledger.refused import read_refusals
from werkzaam.app.ledger.run import households_of, run, trial
from werkzaam.app.ledger.run_state import progress_of, slices_of
from werkzaam.app.ledger.trial_kept import kept
from werkzaam.app.ledger.wage_rows import rows_after
from werkzaam.app.ledger.wages import record_wages
from werkzaam.app.policy.simulated import simulate
from werkzaam.core.errors import NotStated, TimeWentBack
from werkzaam.core.months import Month
from werkzaam.web.jobs.models import Job, Kind
from werkzaam.web.site import site

WAIT = 2.0
"""Seconds before looking again at slices that somebody else works on."""

Outcome: TypeAlias = tuple[str, object]
"""How a job ended, in a word, and what came of it, as JSON."""


class Progress:
    """How far a job is; `tell` keeps it, and raises when the worker must stop or has lost the job."""

    def __init__(self, tell: Callable[[int, int], object]) -> None:
        self._tell, self.done, self.total = tell, 0, 0

    def begin(self, done: int, total: int) -> None:
        """So many of so many are done already."""
        self.done, self.total = done, total
        self._tell(done, total)

    def add(self, count: int) -> None:
        """So many more are done."""
        self.done += count
        self._tell(self.done, self.total)


def _desk(job: Job) -> Desk:
    """Who asked for it, at work now."""
    return site().desk(job.actor)


def _trial(job: Job, progress: Progress) -> Outcome:
    desk = _desk(job)
    progress.begin(0, households_of(desk))
    return "ok", kept(trial(desk, Month.parse(job.month), progress.add), desk.moment)


def _run(job: Job, progress: Progress) -> Outcome:
    """The run of a month, with a new moment when others recorded at a later one; again while somebody else holds a slice."""
    month = Month.parse(job.month)
    while True:
        desk = _desk(job)
        progress.begin(progress_of(desk, month), households_of(desk))
        try:
            view = run(desk, month, progress.add, slice_of=slices_of(progress.total))
        except TimeWentBack:
            time.sleep(1)
            continue
        if not view.left:
            return "ok", None
        time.sleep(WAIT)


def _letters(job: Job, progress: Progress) -> Outcome:
    """The letters about what the last run of a month decided; one that was made before is kept as it is."""
    desk, made, missing = _desk(job), 0, list[str]()
    wanted = letters_to_make(desk, Month.parse(job.month))
    progress.begin(0, len(wanted))
    for ident in wanted:
        why = make_letter(_desk(job), ident)
        made, missing = (made, [*missing, f"{ident}: {why}"]) if why else (made + 1, missing)
        progress.add(1)
    return "ok", {"made": made, "missing": missing}


@contextmanager
def _given(job: Job) -> Iterator[Path]:
    """The file that was given, under a name that says nothing of whose it was."""
    with TemporaryDirectory() as folder:
        file = Path(folder, f"bestand{job.suffix}")
        file.write_bytes(bytes(job.given or b""))
        yield file


def _statement(job: Job, progress: Progress) -> Outcome:
    """What the bank did (camt.053), all of it or nothing."""
    progress.begin(0, 1)
    with _given(job) as file:
        return "ok", asdict(book(_desk(job), file))


def _refusals(job: Job, progress: Progress) -> Outcome:
    """What the bank refused (pain.002), all of it or nothing."""
    progress.begin(0, 1)
    with _given(job) as file:
        return "ok", asdict(read_refusals(_desk(job), file))


def _wages(job: Job, progress: Progress) -> Outcome:
    """A file of wages, whole or not at all, with what came of each row."""
    desk = _desk(job)
    progress.begin(0, 1)
    with _given(job) as file:
        try:
            done = record_wages(desk, [file])
        except RowsRefused as refused:
            rows = [[one.line, one.place, one.why] for one in refused.rows]
            return "refused", {"rows": rows}
        found = rows_after(desk, file, added=done.changed)
    progress.add(1)
    return "ok", {"new": done.new, "already": done.already, "rows": found.rows, "counts": found.counts}


def _simulation(job: Job, progress: Progress) -> Outcome:
    """Invented households under regimes: about nobody, and nothing of the ledger is read."""
    asked = json.loads(bytes(job.given or b"{}"))
    progress.begin(0, asked["households"] * asked["months"] * len(asked["regimes"]))
    try:
        found = simulate(asked["regimes"], asked["households"], asked["months"], asked["seed"], progress.add)
    except NotStated as error:
        return "not_stated", {"missing": str(error)}
    return "ok", {"asked": asked, **found}


DO: Mapping[str, Callable[[Job, Progress], Outcome]] = {
    Kind.TRIAL: _trial, Kind.RUN: _run, Kind.LETTERS: _letters, Kind.WAGES: _wages, Kind.STATEMENT: _statement,
    Kind.REFUSALS: _refusals, Kind.SIMULATION: _simulation,
}  # fmt: skip
