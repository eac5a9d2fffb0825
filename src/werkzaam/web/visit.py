# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""One request at a door: who came, at which desk they sit, in which language, and whom it is about."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from werkzaam.app.casework.named import name_of
from werkzaam.app.ledger.desk import Desk
from werkzaam.store.casework import Client
from werkzaam.web.accounts.models import Account
from werkzaam.web.handles import handle_of
from werkzaam.web.roles import CAPACITY, Relation, Role
from werkzaam.web.words import say

_MOST_DIGITS = 18
"""Of a number in 64 bits; Python itself refuses to read more than some thousands."""


@dataclass(frozen=True)
class Visit:
    """What every view gets in the place of a request."""

    request: HttpRequest
    account: Account
    desk: Desk
    lang: str
    relation: Relation = Relation.NONE
    client: Client | None = None

    @property
    def role(self) -> Role:
        """The role of who came."""
        return self.account.kind

    @property
    def capacity(self) -> Any:
        """In which capacity they read and write a dossier (casework.entry.Role)."""
        return CAPACITY[self.role]

    @property
    def today(self) -> date:
        """The day it is."""
        return self.desk.today

    @property
    def person(self) -> int:
        """Whom the page is about."""
        assert self.client is not None
        return self.client.person

    @property
    def household(self) -> int:
        """The household that the page is about."""
        assert self.client is not None
        return self.client.household

    @cached_property
    def name(self) -> str:
        """What the person is called; their number once the name was destroyed."""
        return name_of(self.desk, self.person)

    @property
    def represents(self) -> bool:
        """Whether who came looks for somebody whom they represent."""
        return self.role is Role.BEWINDVOERDER and self.client is not None

    @property
    def own(self) -> bool:
        """Whether somebody looks at what is theirs."""
        return self.relation is Relation.SELF

    @property
    def may_act(self) -> bool:
        """Whether who came may do something for the person, and not only read."""
        return self.relation in {Relation.SELF, Relation.ACTS}

    @property
    def posted(self) -> bool:
        """Whether a form was sent."""
        return self.request.method == "POST"

    @property
    def renews(self) -> bool:
        """Whether a part of the page only renews itself."""
        return self.request.headers.get("HX-Request") == "true"

    def whole_again(self) -> HttpResponse:
        """For a part that renews itself no longer: the whole page is to be asked again."""
        return HttpResponse(headers={"HX-Refresh": "true"})

    def to(self, name: str, **named: object) -> str:
        """The address of another page about the same person, or of one about nobody."""
        if self.client is not None and not self.own:
            named = {"subject": handle_of(self.client.person, "person"), **named}
            return _address(f"client-{name}", tuple((key, str(value)) for key, value in named.items()))
        return _address(name, tuple((key, str(value)) for key, value in named.items()))

    def say(self, key: str, **values: object) -> str:
        """A text of the pages in the visitor's language."""
        return say(key, self.lang, **values)

    def page(self, template: str, values: Mapping[str, object] | None = None, *, status: int = 200) -> HttpResponse:
        """The page from a template; `visit` and `lang` are there always."""
        return render(self.request, template, {"visit": self, **(values or {})}, status=status)


def whole_number(text: str) -> int | None:
    """The number that an address or a hidden field holds; None for anything else, and for one that the ledger could not hold."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= _MOST_DIGITS else None


@lru_cache(maxsize=4_096)
def _address(name: str, named: tuple[tuple[str, str], ...]) -> str:
    """The address of a route; the same for many, and slow to put together for each line of a sum."""
    return reverse(name, kwargs=dict(named))
