# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What happened at the doors, for who watches them: who, in which role, what, about what, and what came of it.

Each is a row of a chain that only grows (accounts/trail.py) and a line of the log. Neither holds a name, an amount or a number
of a person or household: an account is a number, a page is the name of its route. Where the row cannot be kept nothing is done:
the request is refused.
"""

from __future__ import annotations

import logging
from collections.abc import Callable

from django.db import Error
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from werkzaam.core.errors import WerkzaamError
from werkzaam.web.accounts import trail
from werkzaam.web.site import site

_log = logging.getLogger("werkzaam.audit")
READS = frozenset({"GET", "HEAD", "OPTIONS", "TRACE"})
"""Methods that change nothing."""


class NotKept(WerkzaamError):
    """What was to happen could not be written down, so it did not happen."""


def note(request: HttpRequest, action: str, *, about: str = "", result: str = "") -> None:
    """Keep one event; values are codes of ours and never what somebody typed. Raises NotKept."""
    user = getattr(request, "user", None)
    known = user if user is not None and user.is_authenticated else None
    account, role = (known.pk, known.role) if known is not None else (None, "")
    method = request.method or ""
    try:
        trail.add(site().now(), action, account=account, role=role, about=about, result=result, method=method)
    except Error as error:
        raise NotKept("What happens at the doors cannot be written down; until it can, nothing happens. See the database of "
                      "accounts.") from error  # fmt: skip
    _log.info(action, extra={"werkzaam": {
        "action": action, "account": account, "role": role, "about": about, "result": result, "method": method,
    }})  # fmt: skip


class AuditMiddleware:
    """Whoever sends something leaves two events: before anything is done, and what came of it.

    It stands last, so that the first is kept when a form's token was good and its page is known.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        sent = getattr(request, "sent_to", None)
        if sent is not None:
            try:
                note(request, "answered", about=sent, result=str(response.status_code))
            except NotKept:
                return _not_now(request)
        return response

    def process_view(self, request: HttpRequest, *_: object) -> HttpResponse | None:
        """Keep that something was sent; a page that says so when that cannot be done, and the view does not run."""
        if request.method in READS or request.resolver_match is None:
            return None
        name = request.resolver_match.view_name or ""
        try:
            note(request, "sent", about=name)
        except NotKept:
            return _not_now(request)
        request.sent_to = name  # type: ignore[attr-defined]
        return None


def _not_now(request: HttpRequest) -> HttpResponse:
    return render(request, "refused.html", {"key": "refused_503"}, status=503)
