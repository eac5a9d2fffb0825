# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What happened at the doors, kept: rows in one chain that only grows, each sealed over the one before it.

A row holds no personal data: an account is a number, a page the name of its route, a result a code of ours. The head says how
long the chain is, so that rows taken from its end are missed too; the database itself refuses to change or delete a row.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any, ClassVar

from django.db import models, transaction

VERSION = "1"
"""Of what goes into a seal; a newer one begins at a row of its own."""
FIRST = "0" * 64
"""What stands in the place of a seal before the first row."""
FIELDS = ("number", "at", "action", "account", "role", "about", "result", "method", "version", "before")
"""What is sealed, in this order."""


class Event(models.Model):
    """One row."""

    number = models.BigIntegerField(primary_key=True)
    at = models.CharField(max_length=20)
    """The moment, UTC to the second."""
    action = models.CharField(max_length=40)
    account = models.BigIntegerField(null=True)
    role = models.CharField(max_length=20, blank=True)
    about = models.CharField(max_length=100, blank=True)
    result = models.CharField(max_length=60, blank=True)
    method = models.CharField(max_length=10, blank=True)
    version = models.CharField(max_length=3)
    before = models.CharField(max_length=64, unique=True)
    seal = models.CharField(max_length=64, unique=True)

    class Meta:
        app_label = "accounts"
        indexes: ClassVar = [models.Index(fields=["at"], name="event_at")]


class Head(models.Model):
    """How long the chain is and what its last seal is: one row, which whoever adds to the chain holds meanwhile."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    number = models.BigIntegerField(default=0)
    seal = models.CharField(max_length=64, default=FIRST)

    class Meta:
        app_label = "accounts"
        constraints: ClassVar = [models.CheckConstraint(condition=models.Q(id=1), name="one_head")]


def add(at: datetime, action: str, *, account: int | None, role: str, about: str, result: str, method: str) -> None:
    """Add a row; raises django.db.Error when it cannot be kept."""
    with transaction.atomic():
        head = Head.objects.select_for_update().get_or_create(id=1)[0]
        row = Event(
            number=head.number + 1, at=at.strftime("%Y-%m-%dT%H:%M:%SZ"), action=action, account=account, role=role,
            about=about[:100], result=result, method=method[:10], version=VERSION, before=head.seal,
        )  # fmt: skip
        row.seal = seal_of(row)
        row.save(force_insert=True)
        Head.objects.filter(id=1).update(number=row.number, seal=row.seal)


def seal_of(row: Any) -> str:
    """The seal over a row and the one before it: a line for each field, its length before it, so that no two rows look alike."""
    values = ("" if value is None else str(value) for value in (getattr(row, name) for name in FIELDS))
    return sha256("".join(f"{len(value)}:{value}\n" for value in values).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Break:
    """Where the chain is not as it was written: the number of the row, and what is wrong there."""

    number: int
    what: str


def breaks() -> Iterator[Break]:
    """Everything that is wrong with the chain, first to last; nothing when it is whole."""
    number, seal = 0, FIRST
    for row in Event.objects.order_by("number").iterator(chunk_size=5_000):
        if row.number != number + 1:
            yield Break(number + 1, "missing")
        if row.before != seal:
            yield Break(row.number, "does not follow the row before it")
        if row.seal != seal_of(row):
            yield Break(row.number, "was changed")
        number, seal = row.number, row.seal
    head = Head.objects.filter(id=1).first() or Head()
    if (head.number, head.seal) != (number, seal):
        yield Break(max(head.number, number), "is not where the chain ended")
