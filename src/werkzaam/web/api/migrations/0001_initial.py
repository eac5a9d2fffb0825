# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Tokens and deliveries as they began."""

from __future__ import annotations

from typing import ClassVar

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    """Tokens, employers, deliveries and their results."""

    initial = True

    dependencies: ClassVar = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations: ClassVar = [
        migrations.CreateModel(
            name="Employer",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("municipality", models.CharField(max_length=31)),
                ("name", models.CharField(max_length=100)),
                ("deliveries", models.PositiveIntegerField(default=0)),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("municipality", "name"), name="employer_once")],
            },
        ),
        migrations.CreateModel(
            name="Delivery",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveIntegerField()),
                ("delivered_by", models.CharField(max_length=150)),
                ("delivered_at", models.DateTimeField()),
                ("once", models.CharField(max_length=100)),
                ("digest", models.CharField(max_length=64)),
                ("how", models.CharField(max_length=10)),
                ("rows", models.PositiveIntegerField()),
                ("waiting", models.BinaryField(null=True)),
                ("leased_until", models.DateTimeField(null=True)),
                (
                    "employer",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="received", to="api.employer"),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Token",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("digest", models.CharField(max_length=64, unique=True)),
                ("scope", models.CharField(choices=[("wages:write", "Wages"), ("months:read", "Months")], max_length=20)),
                ("label", models.CharField(max_length=100)),
                ("made_by", models.CharField(max_length=150)),
                ("made_at", models.DateTimeField()),
                ("expires_at", models.DateTimeField()),
                ("ended_at", models.DateTimeField(null=True)),
                ("account", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name="DeliveredRow",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("line", models.PositiveIntegerField()),
                ("staff_number", models.CharField(max_length=200)),
                ("first", models.DateField()),
                ("last", models.DateField()),
                ("outcome", models.CharField(max_length=10)),
                ("version", models.PositiveIntegerField()),
                ("key", models.CharField(max_length=64)),
                ("content", models.CharField(max_length=64)),
                (
                    "delivery",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="results", to="api.delivery"),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["key", "-version"], name="row_by_key")],
            },
        ),
        migrations.AddConstraint(
            model_name="delivery",
            constraint=models.UniqueConstraint(fields=("employer", "number"), name="delivery_number"),
        ),
        migrations.AddConstraint(
            model_name="delivery",
            constraint=models.UniqueConstraint(fields=("employer", "once"), name="delivery_once"),
        ),
    ]
