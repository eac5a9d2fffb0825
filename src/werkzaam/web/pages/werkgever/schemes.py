# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Schemes for employers, each with for whom, what, how and whom to ask; for everybody to read."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from werkzaam.app.casework.catalogues import employer_schemes
from werkzaam.casework.employers import ASPECTS, schemes_for
from werkzaam.core.errors import InputError
from werkzaam.web.door import open_door
from werkzaam.web.site import site
from werkzaam.web.words import say

_ANY_SIZE, _MOST_STAFF = 1_000_000, 6
"""A size for which no scheme is left out, and the digits of a number of staff."""


@open_door()
def schemes(request: HttpRequest) -> HttpResponse:
    """All schemes, or those for an employer of so many staff (`medewerkers` in the address)."""
    lang, asked = request.lang, request.GET.get("medewerkers", "").strip()  # type: ignore[attr-defined]
    known = asked.isascii() and asked.isdigit() and len(asked) <= _MOST_STAFF and int(asked) > 0
    wrong = say("schemes_staff_wrong", lang) if asked and not known else ""
    found = schemes_for(int(asked) if known else _ANY_SIZE, employer_schemes())
    rows = [(one.name.text(lang), one, [(say(f"schemes_{aspect}", lang), _told(one, aspect, lang)) for aspect in ASPECTS])
            for one in found]  # fmt: skip
    values = {"schemes": rows, "asked": asked, "wrong": wrong, "sure": bool(asked) and known}
    return render(request, "werkgever/schemes.html", values, status=400 if wrong else 200)


def _told(scheme: object, aspect: str, lang: str) -> str:
    """One aspect of a scheme, with how to reach the town where it is the contact; raises InputError for an empty one."""
    found: str = getattr(scheme, aspect).text(lang)
    if not found.strip():
        raise InputError(f"{aspect} of a scheme is empty.")
    town = site().town
    return f"{found} {say('reach_us', lang, name=town.contact, phone=town.phone)}" if aspect == "contact" else found
