# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The jobs as they began."""

from __future__ import annotations

from typing import ClassVar

from django.db import migrations, models

KINDS = [("trial", "Trial"), ("run", "Run"), ("letters", "Letters"), ("wages", "Wages"), ("statement", "Statement"),
         ("refusals", "Refusals")]  # fmt: skip
STATES = [("waiting", "Waiting"), ("running", "Running"), ("done", "Done"), ("failed", "Failed")]


class Migration(migrations.Migration):
    """Make the table of jobs."""

    initial = True

    dependencies: ClassVar[list[tuple[str, str]]] = []

    operations: ClassVar = [
        migrations.CreateModel(
            name="Job",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(choices=KINDS, max_length=10)),
                ("municipality", models.CharField(max_length=31)),
                ("month", models.CharField(blank=True, max_length=7)),
                ("state", models.CharField(choices=STATES, default="waiting", max_length=10)),
                ("done", models.PositiveIntegerField(default=0)),
                ("total", models.PositiveIntegerField(default=0)),
                ("code", models.CharField(blank=True, max_length=20)),
                ("found", models.JSONField(null=True)),
                ("given", models.BinaryField(null=True)),
                ("suffix", models.CharField(blank=True, max_length=5)),
                ("actor", models.CharField(max_length=100)),
                ("once", models.CharField(max_length=36, unique=True)),
                ("made_at", models.DateTimeField(auto_now_add=True)),
                ("begun_at", models.DateTimeField(null=True)),
                ("ended_at", models.DateTimeField(null=True)),
                ("beat_at", models.DateTimeField(null=True)),
                ("worker", models.CharField(blank=True, max_length=100)),
                ("tries", models.PositiveSmallIntegerField(default=0)),
            ],
            options={
                "indexes": [models.Index(fields=["state", "id"], name="jobs_by_state")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(state__in=["waiting", "running"]) & ~models.Q(month=""),
                        fields=("municipality", "kind", "month"),
                        name="one_job_of_a_month_at_once",
                    )
                ],
            },
        ),
    ]
