# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Who asks, for the framework: the door has found that out before any view is reached."""

from __future__ import annotations

from typing import Any

from rest_framework.authentication import BaseAuthentication
from rest_framework.request import Request


class Entered(BaseAuthentication):
    """Whom the door let in."""

    def authenticate(self, request: Request) -> tuple[Any, None]:
        """The account of the session or the token."""
        return request._request.user, None

    def authenticate_header(self, request: Request) -> str:
        """How to come in, for who is told to."""
        return "Bearer"
