# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The first page, the choice of language, and the pages that say that something is not there."""

from __future__ import annotations

from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse

from werkzaam.web.door import door, only, open_door
from werkzaam.web.menus import home_of
from werkzaam.web.middleware import LANGUAGE_COOKIE
from werkzaam.web.roles import Role
from werkzaam.web.visit import Visit
from werkzaam.web.words import LANGUAGES

_YEAR = 365 * 86_400


@open_door()
def start(request: HttpRequest) -> HttpResponse:
    """The page of who is signed in, or the choice to do so."""
    if request.user.is_authenticated:
        return redirect(home_of(request.user.kind))  # type: ignore[union-attr]
    return redirect("sign-in")


@door(only(*Role))
def nothing_here(visit: Visit) -> HttpResponse:
    """A role without a page of its own yet."""
    return visit.page("refused.html", {"key": "nothing_here"})


@open_door(methods=("POST",))
def language(request: HttpRequest) -> HttpResponse:
    """Keep the language that was chosen, and go back to where it was chosen."""
    chosen = request.POST.get("lang", "")
    response = HttpResponseRedirect(_back(request.POST.get("back", "")))
    if chosen in LANGUAGES:
        response.set_cookie(LANGUAGE_COOKIE, chosen, max_age=_YEAR, httponly=True, samesite="Lax", secure=request.is_secure())
    return response


def _back(wanted: str) -> str:
    """The page of ours that an address names, without what stands behind its question mark; else the first page."""
    try:
        path = urlsplit(wanted).path
    except ValueError:  # It begins as an address of another kind, and is none.
        path = ""
    return path if path.startswith("/") and not path.startswith("//") else reverse("start")


def without_token(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form came without the token that its page gave it: from another site, or from a page that was open too long."""
    return render(request, "refused.html", {"key": "refused_token"}, status=403)


def unreadable(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """A request that cannot be read."""
    return render(request, "refused.html", {"key": "refused_400"}, status=400)


def refused(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """This page is not for who asked."""
    return render(request, "refused.html", {"key": "refused_403"}, status=403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """There is no such page."""
    return render(request, "refused.html", {"key": "refused_404"}, status=404)


def broken(request: HttpRequest) -> HttpResponse:
    """A mistake of ours."""
    return render(request, "refused.html", {"key": "refused_500"}, status=500)
