# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Who can sign in, as what, and whom or what that account stands for. What people told the town is not here but in the ledger."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower

from werkzaam.web.accounts.trail import Event, Head
from werkzaam.web.roles import Role

__all__ = ["Account", "Accounts", "Event", "Head"]


class Accounts(BaseUserManager["Account"]):
    """Finds accounts by the name they sign in with."""

    def get_by_natural_key(self, username: str | None) -> Account:
        """The account with a name, whatever its capitals."""
        return self.get(login__iexact=username or "")


class Account(AbstractBaseUser):
    """One account with one role. Who works in two roles has two accounts (R-127)."""

    login = models.CharField(max_length=150, unique=True)
    role = models.CharField(max_length=20, choices=[(role.value, role.value) for role in Role])
    municipality = models.CharField(max_length=31)
    name = models.CharField(max_length=100)
    """As it is shown to others."""
    person = models.BigIntegerField(null=True)
    """The number in the ledger of who signs in; for an inwoner only."""
    household = models.BigIntegerField(null=True)
    acts_as = models.CharField(max_length=100, blank=True)
    """Under which name somebody works or represents: that of the staff file, of the representative, or of the employer."""
    language = models.CharField(max_length=7, default="nl")
    is_active = models.BooleanField(default=True)
    broker_subject = models.CharField(max_length=255, blank=True, db_index=True)
    """How the identity provider knows the account, after the name of its audience; empty for a local one."""
    made_by = models.BigIntegerField(null=True)
    """The account that asked for this one; another has to agree before it opens. None for those of before and of a demo."""
    agreed_by = models.BigIntegerField(null=True)
    reviewed_by = models.BigIntegerField(null=True)
    reviewed_on = models.DateField(null=True)
    """When somebody last said that who has this account still needs it."""

    objects = Accounts()
    USERNAME_FIELD = "login"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(person__isnull=False, household__isnull=False, role=Role.INWONER.value)
                | (models.Q(person__isnull=True, household__isnull=True) & ~models.Q(role=Role.INWONER.value)),
                name="person_of_inwoner_only",
            ),
            models.UniqueConstraint(Lower("login"), name="login_whatever_its_capitals"),
            models.UniqueConstraint(
                fields=["broker_subject"], condition=~models.Q(broker_subject=""), name="one_account_for_a_subject"
            ),
            models.CheckConstraint(
                condition=models.Q(made_by__isnull=True) | models.Q(agreed_by__isnull=True)
                | ~models.Q(agreed_by=models.F("made_by")),
                name="another_agrees",
            ),
            models.CheckConstraint(
                condition=models.Q(made_by__isnull=True) | models.Q(agreed_by__isnull=False) | models.Q(is_active=False),
                name="closed_until_another_agrees",
            ),
        ]  # fmt: skip

    @property
    def kind(self) -> Role:
        """The role."""
        return Role(self.role)

    @property
    def actor(self) -> str:
        """Who did something, as the ledger keeps it: staff and others by their name, a resident by number."""
        return self.acts_as or (f"inwoner {self.person}" if self.person is not None else self.login)

    def has_perm(self, *_: Any) -> bool:
        """Nobody has rights by a list in a database: doors say who may (door.py)."""
        return False
