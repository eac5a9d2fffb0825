# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The application of accounts, as Django knows it."""

from __future__ import annotations

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """Accounts of the doors."""

    name = "werkzaam.web.accounts"
    label = "accounts"

    def ready(self) -> None:
        """Hear of everybody who signs in, also before the first page is asked."""
        from werkzaam.web.accounts import presence, second  # noqa: F401 - their receivers are what we want.
