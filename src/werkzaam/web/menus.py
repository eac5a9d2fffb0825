# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The menu of a role: what each door shows of itself, in the order of the doors; the first is the role's first page."""

from __future__ import annotations

from functools import cache

from werkzaam.web.pages.beheer import urls as beheer
from werkzaam.web.pages.geld import urls as geld
from werkzaam.web.pages.inkomen import urls as inkomen
from werkzaam.web.pages.klantmanager import urls as klantmanager
from werkzaam.web.pages.mijn import urls as mijn
from werkzaam.web.pages.onderzoek import urls as onderzoek
from werkzaam.web.pages.werkgever import urls as werkgever
from werkzaam.web.roles import Role

DOORS = (geld, mijn, klantmanager, inkomen, werkgever, onderzoek, beheer)


@cache
def menu_of(role: Role) -> tuple[tuple[str, str], ...]:
    """Routes with the keys of their texts."""
    return tuple(item for each in DOORS for item in each.MENU.get(role, ()))


def home_of(role: Role) -> str:
    """The route of a role's first page; the page that says there is nothing yet where it has none."""
    return next((name for name, _ in menu_of(role)), "nothing-here")
