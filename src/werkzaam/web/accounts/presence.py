# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""How long somebody stays signed in: a quarter of an hour after the last thing they did, and never longer than a working day.

The moment of the last thing is kept once a minute, so that reading a page costs no write; the quarter may thus be a minute short.
A page that only renews itself (htmx) is nothing that somebody did.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from django.conf import settings
from django.contrib.auth import logout, user_logged_in
from django.dispatch import receiver
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

BEGAN, SEEN = "began", "seen"
LONGEST = timedelta(hours=10)
KEPT_EACH = 60
"""Seconds between two times that a session is kept."""


def _now() -> int:
    return int(timezone.now().timestamp())


@receiver(user_logged_in)
def begin(request: HttpRequest, **_: object) -> None:
    """A session begins: whatever stood in it before is of nobody."""
    request.session[BEGAN] = request.session[SEEN] = _now()


def renew(request: HttpRequest) -> None:
    """Somebody says that they are there still."""
    request.session[SEEN] = _now()


class PresenceMiddleware:
    """Ends a session that lasted its day, and keeps that somebody did something; stands after that of the accounts."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.user.is_authenticated:
            now = _now()
            if now - request.session.get(BEGAN, 0) > LONGEST.total_seconds() or now - request.session.get(SEEN, 0) > _idle():
                logout(request)
            elif _did_something(request) and now - request.session[SEEN] >= KEPT_EACH:
                request.session[SEEN] = now
        return self.get_response(request)


def _idle() -> int:
    return int(settings.SESSION_COOKIE_AGE)


def _did_something(request: HttpRequest) -> bool:
    return request.method != "GET" or request.headers.get("HX-Request") != "true"


def ends_at(request: HttpRequest) -> datetime | None:
    """When the session ends if nothing more is done, as the clock of the visitor tells; None without a session."""
    if not request.user.is_authenticated or SEEN not in request.session:
        return None
    ends = min(request.session[SEEN] + _idle(), request.session[BEGAN] + int(LONGEST.total_seconds()))
    return timezone.localtime(datetime.fromtimestamp(ends, tz=timezone.get_current_timezone()))
