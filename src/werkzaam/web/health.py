# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Whether the server lives, and whether it can do its work."""

from __future__ import annotations

from django.db import connection
from django.db.utils import Error
from django.http import HttpRequest, HttpResponse, JsonResponse

from werkzaam.core.errors import WerkzaamError
from werkzaam.web.door import open_door
from werkzaam.web.site import site


@open_door()
def live(request: HttpRequest) -> HttpResponse:
    """The process answers."""
    return JsonResponse({"live": True})


@open_door()
def ready(request: HttpRequest) -> HttpResponse:
    """The ledger and the accounts answer too; 503 when one does not, with which."""
    found = {"ledger": _ledger(), "accounts": _accounts()}
    return JsonResponse(found, status=200 if all(found.values()) else 503)


def _ledger() -> bool:
    try:
        return bool(site().ledger.value("SELECT 1") == 1)
    except WerkzaamError:
        site().distrust()
        return False


def _accounts() -> bool:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
            return True
    except Error:
        connection.close()
        return False
