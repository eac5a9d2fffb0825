# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What is counted when a password is wrong: the name as it is looked up, from the address that the request came from.

Both together, so that neither a whole office behind one address nor somebody whose name is known to a stranger is kept out.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.http import HttpRequest


def counted_name(request: HttpRequest, credentials: Mapping[str, Any] | None = None) -> str:
    """The name, without capitals and spaces around it: an account is found whatever its capitals.

    Who guards signing in asks by the field of an account, who hears of a failure by Django's own word.
    """
    named = {str(key): value for key, value in (credentials or {}).items()}
    given = named.get("username") or named.get("login") or request.POST.get("login", "")
    return str(given).strip().casefold()[:150]


def counted_address(request: HttpRequest) -> str:
    """The address of the visitor: in production that which the proxy before us added last, else that of the connection."""
    forwarded = request.headers.get("X-Forwarded-For", "") if settings.ENVIRONMENT.secure else ""
    return forwarded.rsplit(",", 1)[-1].strip()[:45] or str(request.META.get("REMOTE_ADDR", ""))
