# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Who comes in at the door of the case manager, and the pages about a client that the client has no address of."""

from __future__ import annotations

from collections.abc import Sequence

from django.urls import URLPattern, path

from werkzaam.app.casework.offices import office_of
from werkzaam.web.door import View, Who, only
from werkzaam.web.roles import Relation, Role
from werkzaam.web.visit import Visit

GUIDES: Who = {Role.KLANTMANAGER: frozenset({Relation.CASELOAD}), Role.TEAMLEIDER: frozenset({Relation.TOWN})}
"""Who guides a client, and who leads the team."""
DESK = only(Role.KLANTMANAGER, Role.TEAMLEIDER)
"""Who works at a desk of guidance."""
LEAD = only(Role.TEAMLEIDER)


def of_client(route: str, view: View, name: str) -> URLPattern:
    """A page about a client for whoever works for the town: `client-<name>`."""
    return path(f"client/<str:subject>/{route}", view, name=f"client-{name}")


def workers_of(visit: Visit) -> Sequence[str]:
    """Whose clients a visitor sees in a list: their own, or for who leads those of everybody at the office."""
    if visit.role is Role.TEAMLEIDER:
        return sorted(office_of(visit.desk).workers)
    return [visit.account.actor]
