# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The addresses of this door, and what its menu shows."""

from __future__ import annotations

from collections.abc import Mapping

from django.urls import URLPattern, path

from werkzaam.web.pages.werkgever import schemes, wages
from werkzaam.web.roles import Role

urlpatterns: list[URLPattern] = [
    path("werkgever/lonen", wages.wages, name="deliver"),
    path("werkgever/lonen/voorbeeld.csv", wages.example, name="wages-example"),
    path("werkgever/lonen/<int:number>", wages.delivery, name="wages-delivery"),
    path("regelingen-voor-werkgevers", schemes.schemes, name="employer-schemes"),
]
MENU: Mapping[Role, tuple[tuple[str, str], ...]] = {
    Role.WERKGEVER: (("deliver", "menu_wages"), ("employer-schemes", "menu_schemes")),
}
"""For each role the routes of this door in its menu, each with the key of its text."""
