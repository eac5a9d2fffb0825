# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Tokens of software: made by who looks after the server, shown once, kept as a fingerprint, and over on a day."""

from __future__ import annotations

import secrets
from datetime import UTC, datetime, timedelta
from hashlib import sha256

from django.db.models import Q

from werkzaam.core.errors import InputError
from werkzaam.web.accounts.models import Account
from werkzaam.web.api.models import Scope, Token
from werkzaam.web.roles import Role

PREFIX = "wz_"
"""How a token begins, so that software that looks for leaked secrets can know one."""
_BYTES = 32
LONGEST_DAYS = 366
FOR_ROLE = {
    Role.WERKGEVER: frozenset({Scope.WAGES}), Role.INWONER: frozenset({Scope.MONTHS}),
    Role.BEWINDVOERDER: frozenset({Scope.MONTHS}),
}  # fmt: skip
"""What software of a role may be for; other roles have none."""


def make_token(account: Account, scope: str, label: str, days: int, made_by: str) -> str:
    """A new token, which is not to be seen again; raises InputError for what this account may not have."""
    allowed = sorted(FOR_ROLE.get(account.kind, frozenset()))
    if scope not in allowed:
        raise InputError(f"scope: one of {', '.join(allowed) or 'none'} was expected for a {account.role}; found {scope!r}.")
    if not 1 <= days <= LONGEST_DAYS:
        raise InputError(f"days: 1 to {LONGEST_DAYS} was expected; found {days}.")
    if not label.strip():
        raise InputError("label: a name of the software was expected; found nothing.")
    token, now = PREFIX + secrets.token_urlsafe(_BYTES), datetime.now(UTC)
    Token.objects.create(
        account=account, digest=_digest(token), scope=scope, label=label.strip()[:100], made_by=made_by, made_at=now,
        expires_at=now + timedelta(days=days),
    )  # fmt: skip
    return token


def token_of(text: str) -> Token | None:
    """The token that is valid now; None for any other text, and for one of an account that was closed."""
    now = datetime.now(UTC)
    known = Token.objects.select_related("account").filter(Q(ended_at=None) | Q(ended_at__gt=now))
    return known.filter(digest=_digest(text), expires_at__gt=now, account__is_active=True).first()


def end_token(pk: int) -> None:
    """From now on the token is not valid; raises InputError when there is none with this number."""
    if not Token.objects.filter(pk=pk).update(ended_at=datetime.now(UTC)):
        raise InputError(f"There is no token {pk}; `api_token --list` shows them.")


def _digest(token: str) -> str:
    return sha256(token.encode()).hexdigest()
