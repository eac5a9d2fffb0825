# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What every page is given: the language, the account, and the moment of a demo."""

from __future__ import annotations

from django.http import HttpRequest
from django.middleware.csrf import get_token

from werkzaam.web.accounts.presence import ends_at
from werkzaam.web.menus import menu_of
from werkzaam.web.site import site
from werkzaam.web.words import LANGUAGES


def page(request: HttpRequest) -> dict[str, object]:
    """The values of every page."""
    user = getattr(request, "user", None)  # Not there where a request is refused before anybody is known.
    here, account = site(), user if user is not None and user.is_authenticated else None
    return {
        "lang": getattr(request, "lang", "nl"), "languages": LANGUAGES, "town": here.town, "demo": here.environment.demo,
        "now": here.now(), "account": account, "menu": menu_of(account.kind) if account else (),
        "signed_in_until": ends_at(request) if account else None, "csrf_token": get_token(request),
    }  # fmt: skip
