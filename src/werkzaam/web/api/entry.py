# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The door of the API: as that of the pages, for a session or a token, and with problems in the place of pages."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.cache import cache
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.middleware.csrf import CsrfViewMiddleware
from django.views.decorators.csrf import csrf_exempt

from werkzaam.app.employer.told import MOST_BYTES
from werkzaam.web import audit, door
from werkzaam.web.accounts import second
from werkzaam.web.api.models import Token
from werkzaam.web.api.problems import problem
from werkzaam.web.api.tokens import token_of
from werkzaam.web.door import Door, View, Who

A_MINUTE = 120
"""Requests that one account may make in a minute."""
_CHALLENGE = {"WWW-Authenticate": 'Bearer realm="werkzaam"'}
_SAFE = ("GET", "HEAD")


def api_door(who: Who, scope: str, *, methods: tuple[str, ...] = ("GET",), purpose: str = "") -> Callable[[Any], View]:
    """A class of views behind a door; its methods get the visit after the request. `scope`: what a token must be for."""
    made = Door(who, methods, purpose)

    def behind(view: Any) -> View:
        inner = view.as_view()

        @csrf_exempt
        @wraps(inner)
        def entered(request: HttpRequest, subject: str | None = None, **named: Any) -> HttpResponse:
            refused = _method(request, made) or _known(request, scope)
            if refused is not None:
                return refused
            visit = door.let_in(request, made, subject)
            refused = _forged(request) or _large(request) or _often(request)
            return refused or inner(request, visit=visit, **named)

        entered.door = made  # type: ignore[attr-defined]
        return _told(entered)

    return behind


def _told(entered: View) -> View:
    """Whom the door does not let in hears so as a problem."""

    @wraps(entered)
    def answered(request: HttpRequest, **named: Any) -> HttpResponse:
        try:
            return entered(request, **named)
        except PermissionDenied:
            return problem(403, "This account may not do this.")
        except Http404:
            return problem(404)

    return csrf_exempt(answered)


def _method(request: HttpRequest, made: door.Door) -> HttpResponse | None:
    return None if made.takes(request.method) else problem(405, headers={"Allow": ", ".join(made.methods)})


def _known(request: HttpRequest, scope: str) -> HttpResponse | None:
    """Who it is, by a token or else by the session; a token that is not valid is never passed over."""
    kind, _, text = request.headers.get("Authorization", "").partition(" ")
    if not kind:
        known = request.user.is_authenticated and second.step(request) is None
        return None if known else problem(401, "Send a token, or sign in.", headers=_CHALLENGE)
    token: Token | None = token_of(text.strip()) if kind.lower() == "bearer" else None
    if token is None:
        audit.note(request, "token_refused")
        return problem(401, "This token is not valid.", headers=_CHALLENGE)
    if token.scope != scope:
        return problem(403, f"This token is for {token.scope}; {scope} is needed.")
    request.user = token.account
    request.token = token  # type: ignore[attr-defined]
    return None


def _forged(request: HttpRequest) -> HttpResponse | None:
    """A page elsewhere cannot send for who is signed in here; software with a token is not a browser."""
    if request.method in _SAFE or hasattr(request, "token"):
        return None
    refused = CsrfViewMiddleware(lambda _: HttpResponse()).process_view(request, lambda _: HttpResponse(), (), {})
    return problem(403, "Send a token; a session alone does not do here.") if refused is not None else None


def _large(request: HttpRequest) -> HttpResponse | None:
    length = request.META.get("CONTENT_LENGTH") or "0"
    if length.isascii() and length.isdigit() and int(length) <= MOST_BYTES:
        return None
    return problem(413, f"At most {MOST_BYTES} bytes were expected. Send the wages in parts.")


def _counted(key: str) -> int:
    """How often now; a count that made room for others in between begins anew."""
    cache.add(key, 0, 120)
    try:
        return cache.incr(key)
    except ValueError:
        return 1


def _often(request: HttpRequest) -> HttpResponse | None:
    """Too many requests in this minute, counted for each process that serves."""
    minute = int(time.time()) // 60
    key = f"api.{request.user.pk}.{minute}"
    if _counted(key) <= A_MINUTE:
        return None
    return problem(429, f"At most {A_MINUTE} requests in a minute.", headers={"Retry-After": str(60 - int(time.time()) % 60)})
