# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Signing in with a name and a password, and finding the account of a session: read anew at each request, in one statement."""

from __future__ import annotations

from django.contrib.auth.backends import ModelBackend

from werkzaam.web.accounts.models import Account

_QUERY = "SELECT * FROM accounts_account WHERE id = %s"


def open_account(number: int) -> Account | None:
    """The account with a number; None when there is none or it was closed. Written out: every page of every visitor asks it."""
    found: Account | None = next(iter(Account.objects.raw(_QUERY, [number])), None)
    return found if found is not None and found.is_active else None


class AccountBackend(ModelBackend):
    """As Django's own, with another way to find an account again."""

    def get_user(self, user_id: int) -> Account | None:
        """The account of a session; None when it was closed since."""
        return open_account(user_id)
