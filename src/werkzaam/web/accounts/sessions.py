# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Sessions in the database, read anew at each request, so that one that was ended is over at once; read without making an object.

Every page of every visitor reads a session: a statement that is written out costs a third of one that is put together each time.
"""

from __future__ import annotations

from typing import Any

from django.contrib.sessions.backends.db import SessionStore as DatabaseSessions
from django.db import connection
from django.utils import timezone

_QUERY = "SELECT session_data FROM django_session WHERE session_key = %s AND expire_date > %s"


def end_elsewhere(account: int, but: str) -> None:
    """End every session of an account but one, by its name. Whose a session is stands inside it, so all that hold are read."""
    from django.contrib.auth import SESSION_KEY
    from django.contrib.sessions.models import Session  # Needs a site that is set up.

    for one in Session.objects.filter(expire_date__gt=timezone.now()).exclude(session_key=but).iterator():
        if one.get_decoded().get(SESSION_KEY) == str(account):
            one.delete()


class SessionStore(DatabaseSessions):
    """As Django's own, with another way to read."""

    def load(self) -> dict[str, Any]:
        """What the session holds; nothing, and no session, when there is none of this name or its time is over."""
        with connection.cursor() as cursor:
            cursor.execute(_QUERY, [self.session_key, connection.ops.adapt_datetimefield_value(timezone.now())])
            found = cursor.fetchone()
        if found is None:
            self._session_key = None
            return {}
        held: dict[str, Any] = self.decode(found[0])
        return held
