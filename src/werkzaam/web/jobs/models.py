# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Jobs: what somebody asked for, how far it is, and what came of it. What is asked is a kind and a month, never a person."""

from __future__ import annotations

from typing import ClassVar

from django.db import models


class Kind(models.TextChoices):
    """What a job does."""

    TRIAL = "trial"
    RUN = "run"
    LETTERS = "letters"
    WAGES = "wages"
    STATEMENT = "statement"
    REFUSALS = "refusals"
    SIMULATION = "simulation"


class State(models.TextChoices):
    """Where a job is."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"


UNFINISHED = (State.WAITING, State.RUNNING)


class Job(models.Model):
    """One job. `found` is what came of it, for who asked; `given` are the bytes of a file until they were read.

    `code` says in one word how it ended. `worker` is the process that does it, and `beat_at` when that last said it is there.
    """

    kind = models.CharField(max_length=10, choices=Kind.choices)
    municipality = models.CharField(max_length=31)
    month = models.CharField(max_length=7, blank=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    code = models.CharField(max_length=20, blank=True)
    found = models.JSONField(null=True)
    given = models.BinaryField(null=True)
    suffix = models.CharField(max_length=5, blank=True)
    actor = models.CharField(max_length=100)
    once = models.CharField(max_length=36, unique=True)
    made_at = models.DateTimeField(auto_now_add=True)
    begun_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    beat_at = models.DateTimeField(null=True)
    worker = models.CharField(max_length=100, blank=True)
    tries = models.PositiveSmallIntegerField(default=0)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["state", "id"], name="jobs_by_state")]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["municipality", "kind", "month"],
                condition=models.Q(state__in=["waiting", "running"]) & ~models.Q(month=""),
                name="one_job_of_a_month_at_once",
            )
        ]

    @property
    def unfinished(self) -> bool:
        """Whether it waits or is being done."""
        return self.state in UNFINISHED

    @property
    def share(self) -> int:
        """How far it is, in whole hundredths."""
        return min(self.done * 100 // self.total, 100) if self.total else 0
