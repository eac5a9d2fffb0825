# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A job can be a simulation."""

from __future__ import annotations

from typing import ClassVar

from django.db import migrations, models

KINDS = [("trial", "Trial"), ("run", "Run"), ("letters", "Letters"), ("wages", "Wages"), ("statement", "Statement"),
         ("refusals", "Refusals"), ("simulation", "Simulation")]  # fmt: skip


class Migration(migrations.Migration):
    """Add the kind; no row changes."""

    dependencies: ClassVar[list[tuple[str, str]]] = [("jobs", "0001_initial")]

    operations: ClassVar = [
        migrations.AlterField(model_name="job", name="kind", field=models.CharField(choices=KINDS, max_length=10)),
    ]
