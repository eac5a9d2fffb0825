# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The chain of what happened at the doors, which the database itself keeps from change, and who agreed with an account."""

from __future__ import annotations

from typing import Any, ClassVar

import django.db.models.functions.text
from django.db import migrations, models

TABLE = "accounts_event"
SAID = "what happened at the doors is never changed or taken away"
ON_SQLITE = tuple(
    f"CREATE TRIGGER {TABLE}_no_{verb.lower()} BEFORE {verb} ON {TABLE} BEGIN SELECT RAISE(ABORT, '{SAID}'); END"
    for verb in ("UPDATE", "DELETE")
)
ON_POSTGRESQL = (
    f"CREATE FUNCTION {TABLE}_only_grows() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION '{SAID}'; END $$",
    f"CREATE TRIGGER {TABLE}_no_change BEFORE UPDATE OR DELETE ON {TABLE} FOR EACH ROW EXECUTE FUNCTION {TABLE}_only_grows()",
    f"CREATE TRIGGER {TABLE}_no_truncate BEFORE TRUNCATE ON {TABLE} EXECUTE FUNCTION {TABLE}_only_grows()",
)


def only_grows(_: Any, editor: Any) -> None:
    """Have the database refuse to change the chain."""
    for statement in ON_SQLITE if editor.connection.vendor == "sqlite" else ON_POSTGRESQL:
        editor.execute(statement)


class Migration(migrations.Migration):
    """Add the chain, and the second pair of eyes."""

    dependencies: ClassVar = [("accounts", "0001_initial")]
    operations: ClassVar = [
        migrations.CreateModel(
            name="Event",
            fields=[
                ("number", models.BigIntegerField(primary_key=True, serialize=False)),
                ("at", models.CharField(max_length=20)),
                ("action", models.CharField(max_length=40)),
                ("account", models.BigIntegerField(null=True)),
                ("role", models.CharField(blank=True, max_length=20)),
                ("about", models.CharField(blank=True, max_length=100)),
                ("result", models.CharField(blank=True, max_length=60)),
                ("method", models.CharField(blank=True, max_length=10)),
                ("version", models.CharField(max_length=3)),
                ("before", models.CharField(max_length=64, unique=True)),
                ("seal", models.CharField(max_length=64, unique=True)),
            ],
            options={"indexes": [models.Index(fields=["at"], name="event_at")]},
        ),
        migrations.CreateModel(
            name="Head",
            fields=[
                ("id", models.PositiveSmallIntegerField(default=1, primary_key=True, serialize=False)),
                ("number", models.BigIntegerField(default=0)),
                ("seal", models.CharField(default="0" * 64, max_length=64)),
            ],
            options={"constraints": [models.CheckConstraint(condition=models.Q(("id", 1)), name="one_head")]},
        ),
        migrations.RunPython(only_grows),
        migrations.AddField("account", "made_by", models.BigIntegerField(null=True)),
        migrations.AddField("account", "agreed_by", models.BigIntegerField(null=True)),
        migrations.AddField("account", "reviewed_by", models.BigIntegerField(null=True)),
        migrations.AddField("account", "reviewed_on", models.DateField(null=True)),
        migrations.AddConstraint(
            "account",
            models.UniqueConstraint(django.db.models.functions.text.Lower("login"), name="login_whatever_its_capitals"),
        ),
        migrations.AddConstraint(
            "account",
            models.UniqueConstraint(
                condition=models.Q(("broker_subject", ""), _negated=True),
                fields=("broker_subject",),
                name="one_account_for_a_subject",
            ),
        ),
        migrations.AddConstraint(
            "account",
            models.CheckConstraint(
                condition=models.Q(
                    ("made_by__isnull", True),
                    ("agreed_by__isnull", True),
                    models.Q(("agreed_by", models.F("made_by")), _negated=True),
                    _connector="OR",
                ),
                name="another_agrees",
            ),
        ),
        migrations.AddConstraint(
            "account",
            models.CheckConstraint(
                condition=models.Q(
                    ("made_by__isnull", True), ("agreed_by__isnull", False), ("is_active", False), _connector="OR"
                ),
                name="closed_until_another_agrees",
            ),
        ),
    ]
