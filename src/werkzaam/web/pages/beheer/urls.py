# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The addresses of this door, and what its menu shows."""

from __future__ import annotations

from collections.abc import Mapping

from django.urls import URLPattern, path

from werkzaam.web.pages.beheer import accounts, rights, site_pages, trail_page
from werkzaam.web.roles import Role

urlpatterns: list[URLPattern] = [
    path("beheer/accounts", accounts.listing, name="accounts"),
    path("beheer/accounts/nieuw", accounts.new, name="account-new"),
    path("beheer/accounts/<str:handle>", accounts.one, name="account-one"),
    path("beheer/rechten", rights.review, name="rights-review"),
    path("beheer/logboek", trail_page.trail, name="trail"),
    path("toegankelijkheid", site_pages.accessibility, name="accessibility"),
    path("privacy", site_pages.privacy, name="privacy"),
    path("algoritmeregister", site_pages.register, name="register"),
    path(".well-known/security.txt", site_pages.security, name="security-txt"),
]
MENU: Mapping[Role, tuple[tuple[str, str], ...]] = {
    Role.BEHEERDER: (("accounts", "menu_accounts"), ("rights-review", "menu_rights"), ("trail", "menu_trail"))
}
"""For each role the routes of this door in its menu, each with the key of its text."""
