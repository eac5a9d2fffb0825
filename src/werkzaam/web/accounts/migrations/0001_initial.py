# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The accounts as they began."""

from __future__ import annotations

from typing import ClassVar

from django.db import migrations, models


class Migration(migrations.Migration):
    """Make the table of accounts."""

    initial = True

    dependencies: ClassVar[list[tuple[str, str]]] = []

    operations: ClassVar = [
        migrations.CreateModel(
            name="Account",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("password", models.CharField(max_length=128, verbose_name="password")),
                ("last_login", models.DateTimeField(blank=True, null=True, verbose_name="last login")),
                ("login", models.CharField(max_length=150, unique=True)),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("inwoner", "inwoner"),
                            ("bewindvoerder", "bewindvoerder"),
                            ("klantmanager", "klantmanager"),
                            ("teamleider", "teamleider"),
                            ("inkomensconsulent", "inkomensconsulent"),
                            ("handhaver", "handhaver"),
                            ("werkgever", "werkgever"),
                            ("onderzoeker", "onderzoeker"),
                            ("beheerder", "beheerder"),
                        ],
                        max_length=20,
                    ),
                ),
                ("municipality", models.CharField(max_length=31)),
                ("name", models.CharField(max_length=100)),
                ("person", models.BigIntegerField(null=True)),
                ("household", models.BigIntegerField(null=True)),
                ("acts_as", models.CharField(blank=True, max_length=100)),
                ("language", models.CharField(default="nl", max_length=7)),
                ("is_active", models.BooleanField(default=True)),
                ("broker_subject", models.CharField(blank=True, db_index=True, max_length=255)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("household__isnull", False), ("person__isnull", False), ("role", "inwoner")),
                            models.Q(
                                ("household__isnull", True),
                                ("person__isnull", True),
                                models.Q(("role", "inwoner"), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="person_of_inwoner_only",
                    )
                ],
            },
        ),
    ]
