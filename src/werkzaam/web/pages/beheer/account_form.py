# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The form that asks for an account."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from werkzaam.app.exchange.bsn import is_bsn
from werkzaam.store.people import people
from werkzaam.web.accounts.models import Account
from werkzaam.web.accounts.second import NEED_IT
from werkzaam.web.forms import PlainForm
from werkzaam.web.roles import Role
from werkzaam.web.visit import Visit

AUDIENCE_OF = {Role.INWONER: "burger", Role.BEWINDVOERDER: "burger", Role.WERKGEVER: "bedrijf"}
"""The audience by whose broker a role signs in; the others are of staff."""
LARGEST = 2**62
"""Of a number in the ledger."""


class AccountForm(PlainForm):
    """Who gets an account, as what, and how they sign in."""

    words = "account"
    login = forms.RegexField(r"^[\w.@+-]+$", max_length=150)
    name = forms.CharField(max_length=100)
    role = forms.ChoiceField()
    acts_as = forms.CharField(max_length=100, required=False)
    broker_subject = forms.CharField(max_length=200, required=False)
    person = forms.IntegerField(min_value=1, max_value=LARGEST, required=False)

    def __init__(self, visit: Visit, *given: Any) -> None:
        super().__init__(visit, *given)
        self.visit = visit
        self.fields["role"].choices = [(one.value, visit.say(f"role_{one.value}")) for one in Role]  # type: ignore[attr-defined]

    def clean_broker_subject(self) -> str:
        """The mark; raises ValidationError for what could be a BSN."""
        found: str = self.cleaned_data["broker_subject"].strip()
        if is_bsn(found):
            raise ValidationError(self.visit.say("account_no_bsn"))
        return found

    def clean(self) -> dict[str, Any]:
        """What belongs to the role is there, and nothing else."""
        found: dict[str, Any] = super().clean() or {}
        role = Role(found["role"]) if "role" in found else None
        if role is None or self.errors:
            return found
        if (role is Role.INWONER) != (found.get("person") is not None):
            self.add_error("person", self.visit.say("account_needs_person" if role is Role.INWONER else "account_no_person"))
        elif role is Role.INWONER and self._household() is None:
            self.add_error("person", self.visit.say("account_needs_person"))
        if role is not Role.INWONER and not found["acts_as"]:
            self.add_error("acts_as", self.visit.say("account_needs_name"))
        if role not in NEED_IT and not found["broker_subject"]:
            self.add_error("broker_subject", self.visit.say("account_needs_broker"))
        return found

    def _household(self) -> int | None:
        desk, wanted = self.visit.desk, self.cleaned_data["person"]
        return next((one.household for one in people(desk.database, desk.town.id) if one.person == wanted), None)

    def save(self, maker: Account) -> Account | None:
        """The account, closed until another agrees; the one that is there when the form was sent twice; None when it is taken."""
        given = self.cleaned_data
        household = self._household() if given["person"] is not None else None
        asked = {
            "login": given["login"], "role": given["role"], "municipality": self.visit.desk.town.id, "name": given["name"],
            "person": given["person"], "household": household, "acts_as": given["acts_as"], "broker_subject": self._subject(),
            "is_active": False, "made_by": maker.pk,
        }  # fmt: skip
        made = Account(**asked)
        made.set_unusable_password()
        try:
            with transaction.atomic():
                made.save()
        except IntegrityError:
            self.add_error("login", self.visit.say("account_taken"))
            return Account.objects.filter(**asked, agreed_by=None).first()
        return made

    def _subject(self) -> str:
        """The mark after the name of the audience whose broker gives it."""
        given = self.cleaned_data
        audience = AUDIENCE_OF.get(Role(given["role"]), "medewerker")
        return f"{audience}:{given['broker_subject']}" if given["broker_subject"] else ""
