# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A worker that is killed in the middle of a run loses nothing: the next one goes on, and what comes out is the same."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.web.doors import Doors, environment_of
from tests.web.larger_town import add_households

HOUSEHOLDS = 240
WAIT = 60
SAME = (
    "SELECT household, month, version, due_cents, input_digest, state, paid_after, claim_after FROM decision ORDER BY 1, 2, 3",
    "SELECT household, month, amount_cents, parts FROM payment ORDER BY household, hseq",
    "SELECT household, part, payee, name, cents FROM payment_part ORDER BY household, hseq, part",
    "SELECT household, result, reason, owner FROM run_item ORDER BY run_id, household",
)


@contextmanager
def working(folder: Path, *more: str) -> Iterator[subprocess.Popen[bytes]]:
    """`werkzaam do-jobs` on a folder; ended at last."""
    command = [sys.executable, "-m", "werkzaam.cli.main", "do-jobs", *more]
    process = subprocess.Popen(command, env={**os.environ, **environment_of(folder)})
    try:
        yield process
    finally:
        process.kill()
        process.wait()


def until(said: Any, what: str) -> None:
    """Wait until something is so."""
    end = time.monotonic() + WAIT
    while not said():
        assert time.monotonic() < end, f"It took longer than {WAIT} s until {what}."
        time.sleep(0.02)


def ask_run(doors: Doors) -> int:
    """A run of May, put in the line."""
    from werkzaam.web.jobs.line import put
    from werkzaam.web.jobs.models import Kind

    return put(Kind.RUN, "voorbeeldstad", "a.maas", once="run-of-may", month="2019-05").pk


def job(number: int) -> Any:
    from werkzaam.web.jobs.models import Job

    return Job.objects.get(pk=number)


def outcome(doors: Doors) -> list[list[tuple[Any, ...]]]:
    return [doors.desk().database.rows(query) for query in SAME]


def test_killed_in_the_middle_and_started_again_a_run_comes_to_the_same(doors: Doors, tmp_path: Path) -> None:
    from werkzaam.web.jobs.worker import Worker

    add_households(doors.desk(), HOUSEHOLDS)
    doors.close()
    shutil.copytree(doors.folder, tmp_path / "undisturbed")
    calm = Doors(tmp_path / "undisturbed")
    quiet = ask_run(calm)
    assert Worker().one()
    assert (job(quiet).state, job(quiet).done) == ("done", HOUSEHOLDS + 9)
    wanted = outcome(calm)
    calm.close()
    hit = Doors(doors.folder)
    number = ask_run(hit)
    with working(hit.folder) as first:
        until(lambda: job(number).done >= 40, "some slices were done")
        first.send_signal(signal.SIGKILL)
        first.wait()
    half = job(number)
    assert half.state == "running"
    assert 40 <= half.done < HOUSEHOLDS, "killed in the middle"
    kept = len(outcome(hit)[0])
    assert kept < len(wanted[0])
    with working(hit.folder) as second:
        until(lambda: not job(number).unfinished, "the second worker was done")
        second.send_signal(signal.SIGTERM)
        assert second.wait(WAIT) == 0, "told to stop, it ends by itself"
    assert (job(number).state, job(number).tries, job(number).done) == ("done", 2, HOUSEHOLDS + 9)
    assert outcome(hit) == wanted
    hit.close()


def test_a_worker_ends_with_the_server_that_it_stands_beside(doors: Doors) -> None:
    server = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
    with working(doors.folder, "--beside", str(server.pid)) as worker:  # We are its parent, and not that process.
        assert worker.wait(WAIT) == 0
    server.kill()
    server.wait()


def test_a_worker_that_stops_puts_its_job_back_and_who_lost_one_changes_nothing(doors: Doors) -> None:
    from django.utils import timezone

    from werkzaam.web.jobs.line import LEASE, Lost, end, put_back, take
    from werkzaam.web.jobs.models import Job

    number = ask_run(doors)
    mine = take("voorbeeldstad", "elders:1")
    assert mine is not None
    assert take("voorbeeldstad", "elders:2") is None, "nobody else takes it while there is a sign of life"
    put_back(mine, "elders:1")
    again = take("voorbeeldstad", "elders:2")
    assert again is not None
    Job.objects.filter(pk=number).update(beat_at=timezone.now() - LEASE * 2)
    third = take("voorbeeldstad", "elders:3")
    assert third is not None
    with pytest.raises(Lost):
        end(again, "elders:2", "ok", None)
    assert job(number).worker == "elders:3"
