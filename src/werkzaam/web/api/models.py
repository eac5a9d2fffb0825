# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Tokens of software that comes in by the API, and the receipts of what employers delivered.

A receipt holds no wage and no name: the employer's own staff number, the days, and keyed fingerprints. The wages themselves stand
in `waiting`, sealed, until the town has taken over what it may know; then they are gone from here.
"""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from django.db import models
from django.utils.timezone import localtime

from werkzaam.web.accounts.models import Account


class Scope(models.TextChoices):
    """What a token is for; one token does one thing."""

    WAGES = "wages:write"
    MONTHS = "months:read"


class Token(models.Model):
    """Software that may do one thing for one account until a moment; the token itself is not kept, only its fingerprint."""

    account = models.ForeignKey(Account, on_delete=models.CASCADE)
    digest = models.CharField(max_length=64, unique=True)
    scope = models.CharField(max_length=20, choices=Scope.choices)
    label = models.CharField(max_length=100)
    """What software it is for, in the words of who made it."""
    made_by = models.CharField(max_length=150)
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    """From when on it is no longer valid, because somebody ended it."""


class Employer(models.Model):
    """One employer that delivers to one town, and how many deliveries there were."""

    municipality = models.CharField(max_length=31)
    name = models.CharField(max_length=100)
    deliveries = models.PositiveIntegerField(default=0)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["municipality", "name"], name="employer_once")]


class Delivery(models.Model):
    """One delivery of wages that was received whole."""

    employer = models.ForeignKey(Employer, on_delete=models.CASCADE, related_name="received")
    number = models.PositiveIntegerField()
    """Of this employer, from 1."""
    delivered_by = models.CharField(max_length=150)
    delivered_at = models.DateTimeField()
    once = models.CharField(max_length=100)
    """What makes a second sending the same delivery."""
    digest = models.CharField(max_length=64)
    how = models.CharField(max_length=10)
    """table, return or api."""
    rows = models.PositiveIntegerField()
    waiting = models.BinaryField(null=True)
    """The sealed wages, until they are taken over."""
    leased_until = models.DateTimeField(null=True)
    """Until when somebody is at work on it."""

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["employer", "number"], name="delivery_number"),
            models.UniqueConstraint(fields=["employer", "once"], name="delivery_once"),
        ]

    @property
    def moment(self) -> datetime:
        """When it came, as clocks tell here."""
        return localtime(self.delivered_at)


class DeliveredRow(models.Model):
    """What came of one row, as far as its employer hears."""

    delivery = models.ForeignKey(Delivery, on_delete=models.CASCADE, related_name="results")
    line = models.PositiveIntegerField()
    staff_number = models.CharField(max_length=200)
    first = models.DateField()
    last = models.DateField()
    outcome = models.CharField(max_length=10)
    version = models.PositiveIntegerField()
    key = models.CharField(max_length=64)
    content = models.CharField(max_length=64)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["key", "-version"], name="row_by_key")]
