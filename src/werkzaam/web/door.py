# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Doors: each view says who may come in and how they must stand to whom it is about. What says nothing is not served.

Who may not come in at all hears so (403). Who may, but not about this person, hears what anybody hears about nobody: that
there is no such page (404). Whoever works for the town and looks at somebody is written down for that person.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import wraps
from typing import Any, TypeAlias

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse

from werkzaam.app.portal.mijn_looks import REFUSED
from werkzaam.core.errors import UnknownName
from werkzaam.store.casework import Client, clients
from werkzaam.store.errors import Refused
from werkzaam.store.looks import record_look
from werkzaam.web import audit
from werkzaam.web.accounts import second
from werkzaam.web.accounts.models import Account
from werkzaam.web.handles import NoHandle, number_of
from werkzaam.web.relations import relation_of
from werkzaam.web.roles import CAPACITY, STAFF, Relation, Role
from werkzaam.web.site import site
from werkzaam.web.visit import Visit

View: TypeAlias = Callable[..., HttpResponse]
Who: TypeAlias = Mapping[Role, frozenset[Relation]]

TOO_LATE = "ended=1"
"""What signing in is told of a form that was sent after the session ended: it says that nothing was sent."""
OWN_READERS: Who = {
    Role.INWONER: frozenset({Relation.SELF}),
    Role.BEWINDVOERDER: frozenset({Relation.READS, Relation.ACTS}),
}
"""Somebody themselves, and who represents them."""
OWN_ACTORS: Who = {Role.INWONER: frozenset({Relation.SELF}), Role.BEWINDVOERDER: frozenset({Relation.ACTS})}
"""Somebody themselves, and who may act for them."""
MONEY_READERS: Who = {
    **OWN_READERS,
    Role.KLANTMANAGER: frozenset({Relation.CASELOAD}),
    Role.INKOMENSCONSULENT: frozenset({Relation.TOWN}),
}
"""Who may read the months of somebody."""


@dataclass(frozen=True, slots=True)
class Door:
    """Who may come in: None for everybody, also without an account. `methods` are those of HTTP."""

    who: Who | None
    methods: tuple[str, ...]
    purpose: str = ""
    early: bool = False
    """Whether the page comes before the second step of signing in."""

    def takes(self, method: str | None) -> bool:
        """Whether the page knows a method of HTTP; who may ask for a page may ask for its head."""
        return method in self.methods or (method == "HEAD" and "GET" in self.methods)

    @property
    def about_somebody(self) -> bool:
        """Whether the page is about one person."""
        return self.who is not None and any(self.who.values())


def only(*roles: Role) -> Who:
    """Some roles, for a page that is about nobody."""
    return dict.fromkeys(roles, frozenset())


def door(who: Who, *, methods: tuple[str, ...] = ("GET",), purpose: str = "", early: bool = False) -> Callable[[View], View]:
    """A view behind a door: it gets a Visit in the place of the request.

    `purpose`: what a look of staff at the person is for; empty where the use case behind the view keeps the look itself.
    """
    made = Door(who, methods, purpose, early)

    def behind(view: View) -> View:
        @wraps(view)
        def entered(request: HttpRequest, subject: str | None = None, **named: Any) -> HttpResponse:
            if not made.takes(request.method):
                return HttpResponseNotAllowed(methods)
            if not request.user.is_authenticated:
                return redirect(f"{reverse('sign-in')}?{f'next={request.path}' if request.method == 'GET' else TOO_LATE}")
            first = None if early else second.step(request)
            if first is not None:
                return redirect(first)
            return answered(view, let_in(request, made, subject), named)

        entered.door = made  # type: ignore[attr-defined]
        return entered

    return behind


def answered(view: View, visit: Visit, named: Mapping[str, Any]) -> HttpResponse:
    """What a view answers; once more where the ledger refused a row of what was sent.

    Then somebody else, or the same form sent twice, was a moment earlier. Nothing of this one was saved, and the view that looks
    again finds what is there now: the same receipt, or who was first.
    """
    try:
        return view(visit, **named)
    except Refused as error:
        if not visit.posted:
            raise
        site().after(error)
        for file in visit.request.FILES.values():
            file.seek(0)
        return view(replace(visit, desk=site().desk(visit.account.actor)), **named)


def open_door(*, methods: tuple[str, ...] = ("GET",)) -> Callable[[View], View]:
    """A view for everybody, also without an account; it gets the request itself."""
    made = Door(None, methods)

    def behind(view: View) -> View:
        @wraps(view)
        def entered(request: HttpRequest, **named: Any) -> HttpResponse:
            if not made.takes(request.method):
                return HttpResponseNotAllowed(methods)
            return view(request, **named)

        entered.door = made  # type: ignore[attr-defined]
        return entered

    return behind


def about(route: str, view: View, name: str) -> list[URLPattern]:
    """A page about somebody under two addresses: their own, and that for whoever else may see it."""
    return [path(f"mijn/{route}", view, name=name), path(f"client/<str:subject>/{route}", view, name=f"client-{name}")]


def let_in(request: HttpRequest, made: Door, subject: str | None) -> Visit:
    """The visit of who is signed in; raises PermissionDenied for a role that may not come in, Http404 for whom it may not see."""
    account: Account = request.user  # type: ignore[assignment]
    assert made.who is not None
    here = site()
    if account.municipality != here.town.id or account.kind not in made.who:
        audit.note(request, "refused", about=_name(request))
        raise PermissionDenied
    visit = Visit(request, account, here.desk(account.actor), getattr(request, "lang", "nl"))
    if not made.about_somebody:
        return visit
    client = _client(visit, subject)
    relation = relation_of(account, client, here.ledger, visit.today)
    if relation not in made.who[account.kind]:
        audit.note(request, "hidden", about=_name(request))
        if relation is Relation.READS and request.method == "POST":
            keep_refused(visit, client.person)
        raise Http404
    visit = Visit(request, account, visit.desk, visit.lang, relation, client)
    _keep_look(visit, made)
    return visit


def keep_refused(visit: Visit, person: int) -> None:
    """The person sees that somebody who may only look wanted to change something (R-150)."""
    with visit.desk.writes() as writer:
        record_look(writer, person, visit.capacity, f"{REFUSED}: {_name(visit.request).removeprefix('client-')}")


def _name(request: HttpRequest) -> str:
    return request.resolver_match.view_name if request.resolver_match else ""


def _client(visit: Visit, subject: str | None) -> Client:
    """Whom it is about: the one that the address names, or who came; raises Http404."""
    if subject is None:
        if visit.account.person is None or visit.account.household is None:
            raise Http404
        return Client(visit.account.person, visit.account.household, None)
    try:
        person = number_of(subject, "person")
        return clients(visit.desk.database, visit.desk.town.id, [person])[person]
    except (NoHandle, UnknownName) as error:
        raise Http404 from error


def _keep_look(visit: Visit, made: Door) -> None:
    """Who looks at somebody else is written down, before they see anything."""
    if visit.role in STAFF and visit.request.method == "GET":
        audit.note(visit.request, "read", about=_name(visit.request))
    if made.purpose and visit.role in CAPACITY and (visit.role in STAFF or visit.role is Role.BEWINDVOERDER):
        with visit.desk.writes() as writer:
            record_look(writer, visit.person, visit.capacity, made.purpose)
