# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The line of jobs: put one in it, take the next, say that one is still at it, and end it.

A worker that was killed says nothing any more: after LEASE, or at once when it ran on this machine, another takes its job over.
Who lost a job that way can change nothing of it, and what it did to the ledger stands, once (store.runs).
"""

from __future__ import annotations

import os
import socket
from datetime import datetime, timedelta
from typing import Any

from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from werkzaam.web.jobs.models import UNFINISHED, Job, Kind, State

LEASE = timedelta(seconds=30)
"""After how long without a word a job may be taken over; a worker says that it is there every few seconds."""
MOST_TRIES = 10
"""How often a job is begun; one that ended every worker that did it is given up, so that others get their turn."""


class Lost(Exception):
    """Another worker took the job over."""


def put(
    kind: Kind, municipality: str, actor: str, *, once: str, month: str = "", given: bytes | None = None, suffix: str = ""
) -> Job:
    """Put a job at the end of the line; the one that is there already when it was sent twice, or when its month is being done."""
    asked = {"kind": kind, "municipality": municipality, "month": month}
    for _ in range(MOST_TRIES):
        try:
            with transaction.atomic():
                return Job.objects.create(**asked, actor=actor, once=once, given=given, suffix=suffix)
        except IntegrityError:
            there = Job.objects.filter(once=once).first() or Job.objects.filter(**asked, state__in=UNFINISHED).first()
        if there is not None:
            return there  # Else the job of the month ended between the two: there is room for this one now.
    raise Lost(f"A job of {month} was in the way {MOST_TRIES} times, and each ended before it could be shown.")


def me() -> str:
    """How this process is known as a worker: its machine and its number there."""
    return f"{socket.gethostname()[:80]}:{os.getpid()}"


def take(municipality: str, worker: str) -> Job | None:
    """The first job that waits, or whose worker is gone; None when there is none."""
    now = timezone.now()
    with transaction.atomic():
        skips = connection.features.has_select_for_update_skip_locked
        line = Job.objects.filter(municipality=municipality, state__in=UNFINISHED).order_by("id")
        found = next((one for one in line.select_for_update(skip_locked=skips) if _free(one, now)), None)
        if found is None:
            return None
        found.tries += 1
        if found.tries > MOST_TRIES:
            found.state, found.code, found.ended_at, found.given = State.FAILED, "gave_up", now, None
        else:
            found.state, found.worker, found.beat_at = State.RUNNING, worker, now
            found.begun_at = found.begun_at or now
        found.save()
    return found if found.state == State.RUNNING else take(municipality, worker)


def _free(job: Job, now: datetime) -> bool:
    """Whether nobody does it: it waits, or its worker said nothing for too long, or is seen to be gone."""
    if job.state == State.WAITING or job.beat_at is None or job.beat_at < now - LEASE:
        return True
    machine, _, number = job.worker.rpartition(":")
    return machine == socket.gethostname()[:80] and not _alive(int(number))


def _alive(process: int) -> bool:
    """Whether a process of this machine is there; one that ended and of which nobody was told yet is not."""
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    try:
        with open(f"/proc/{process}/stat", encoding="ascii", errors="replace") as said:
            return said.read().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return True


def change(job: Job, by: str, **values: Any) -> None:
    """Change a job that is this worker's; raises Lost when it is not any more."""
    if Job.objects.filter(pk=job.pk, worker=by, state=State.RUNNING).update(**values) != 1:
        raise Lost(f"Job {job.pk} is not that of {by} any more.")


def beat(job: Job, worker: str, **values: Any) -> None:
    """Say that the worker is at it, and how far; raises Lost."""
    change(job, worker, beat_at=timezone.now(), **values)


def end(job: Job, worker: str, code: str, found: object) -> None:
    """The job is done, or failed with a code; the file that was given is not kept any longer."""
    state = State.DONE if code == "ok" else State.FAILED
    change(job, worker, state=state, code=code, found=found, given=None, ended_at=timezone.now(), beat_at=None)


def put_back(job: Job, worker: str) -> None:
    """The worker stops before the job is done: the next one goes on, and this does not count as a try."""
    change(job, worker, state=State.WAITING, worker="", beat_at=None, tries=max(job.tries - 1, 0))
