# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The worker: does one job after another until it is told to stop, or until the server that it stands beside is gone."""

from __future__ import annotations

import logging
import os
import signal
import threading
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import Error, connection

from werkzaam.core.errors import InputError, NotAllowed, NotCovered, WerkzaamError
from werkzaam.store.errors import StoreError
from werkzaam.web.api.taking_over import take_over_waiting
from werkzaam.web.jobs.kinds import DO, Progress
from werkzaam.web.jobs.line import Lost, beat, end, me, put_back, take
from werkzaam.web.jobs.models import Job
from werkzaam.web.site import site

_log = logging.getLogger("werkzaam.jobs")
EVERY, LOOK = 5.0, 1.0
"""Seconds between two signs of life, and between two looks at an empty line."""


class Stop(BaseException):
    """The worker must stop; no handler of errors holds it up."""


class Worker:
    """One process that does jobs. `beside` is the process of the server that it ends with, if any."""

    def __init__(self, beside: int | None = None) -> None:
        self.name, self._beside, self._stop = me(), beside, threading.Event()

    def stop(self, *_: Any) -> None:
        """End after what is being written: a run ends after its slice."""
        self._stop.set()

    def work(self) -> None:
        """Do jobs until told to stop."""
        for sign in (signal.SIGTERM, signal.SIGINT):
            signal.signal(sign, self.stop)
        while not self._stopping():
            try:
                found = self.one()
            except (Error, StoreError) as error:  # The database was away: look again.
                _log.error("the line could not be read: %s", type(error).__name__)
                connection.close()
                site().distrust()
                found = False
            if not found:
                self._stop.wait(LOOK)

    def one(self) -> bool:
        """Do the next job, or else take over wages of employers that wait; False when there is neither."""
        job = take(site().town.id, self.name)
        if job is None:
            return take_over_waiting() > 0
        try:
            with self._alive(job):
                code, found = self._outcome(job)
                end(job, self.name, code, found)
        except Stop:
            put_back(job, self.name)
        except Lost:
            _log.warning("job %s went on elsewhere", job.pk)
        return True

    def _outcome(self, job: Job) -> tuple[str, object]:
        """What came of a job. What went wrong is kept as a word: a message may hold what is somebody's."""
        try:
            return DO[job.kind](job, Progress(lambda done, total: self._tell(job, done, total)))
        except (Lost, Error, StoreError):
            raise
        except (InputError, NotAllowed, NotCovered) as error:
            return _word(error), {"exact": str(error)} if isinstance(error, InputError) and error.file else None
        except Exception as error:
            _log.error("job %s: %s\n%s", job.pk, type(error).__name__, "".join(traceback.format_tb(error.__traceback__)))
            return "ledger" if isinstance(error, WerkzaamError) else "broken", None

    def _tell(self, job: Job, done: int, total: int) -> None:
        beat(job, self.name, done=done, total=total)
        if self._stopping():
            raise Stop

    def _stopping(self) -> bool:
        return self._stop.is_set() or (self._beside is not None and os.getppid() != self._beside)

    @contextmanager
    def _alive(self, job: Job) -> Iterator[None]:
        """Say every few seconds that this worker is there, also while a slice takes long."""
        ended = threading.Event()

        def tell() -> None:
            while not ended.wait(EVERY):
                try:
                    beat(job, self.name)
                except Lost:
                    break
                except Error:
                    _log.warning("job %s: no sign of life could be given", job.pk)
            connection.close()

        thread = threading.Thread(target=tell, name="sign-of-life", daemon=True)
        thread.start()
        try:
            yield
        finally:
            ended.set()
            thread.join()


def _word(error: WerkzaamError) -> str:
    return "input" if isinstance(error, InputError) else "not_allowed" if isinstance(error, NotAllowed) else "not_covered"
