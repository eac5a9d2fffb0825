# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The pages for everybody: accessibility, privacy, the algorithm register, and where to report a weakness."""

from __future__ import annotations

from datetime import timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from werkzaam.app.algorithm_register import register_entry
from werkzaam.web.door import open_door
from werkzaam.web.site import site

YEAR = timedelta(days=365)


@open_door()
def accessibility(request: HttpRequest) -> HttpResponse:
    """For whom the site works, and what to do when it does not."""
    return render(request, "beheer/accessibility.html")


@open_door()
def privacy(request: HttpRequest) -> HttpResponse:
    """What is kept, who sees it and for how long."""
    return render(request, "beheer/privacy.html", {"years": site().town.keep_years})


@open_door()
def register(request: HttpRequest) -> HttpResponse:
    """The entry in the algorithm register, made from the rules that this server computes with."""
    return render(request, "beheer/register.html", {"parts": register_entry(request.lang)})  # type: ignore[attr-defined]


@open_door()
def security(request: HttpRequest) -> HttpResponse:
    """Where to report a weakness (RFC 9116); it runs out, so that an old server does not go on promising."""
    expires = (site().now() + YEAR).strftime("%Y-%m-%dT00:00:00Z")
    where = request.build_absolute_uri("/.well-known/security.txt")
    phone = "".join(one for one in site().town.phone if one.isdigit() or one == "+")
    lines = [f"Contact: tel:{phone}", f"Expires: {expires}", "Preferred-Languages: nl, en", f"Canonical: {where}"]
    return HttpResponse("\n".join([*lines, ""]), content_type="text/plain; charset=utf-8")
