# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""`api_token`: make, list and end the tokens of software that comes in by the API."""

from __future__ import annotations

import getpass
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from werkzaam.core.errors import InputError
from werkzaam.web.accounts.models import Account
from werkzaam.web.api.models import Scope, Token
from werkzaam.web.api.tokens import end_token, make_token


class Command(BaseCommand):
    """Make, list or end tokens."""

    help = "Make a token for the API (shown once), list those there are, or end one."

    def add_arguments(self, parser: Any) -> None:
        """One of three things to do."""
        parser.add_argument("--list", action="store_true", help="list all tokens, without the tokens themselves")
        parser.add_argument("--end", type=int, metavar="NUMBER", help="end a token now")
        parser.add_argument("--login", help="for whom: the name of an account")
        parser.add_argument("--scope", choices=Scope.values, help="what it is for")
        parser.add_argument("--label", default="", help="which software")
        parser.add_argument("--days", type=int, default=90, help="how long it is valid (default: 90)")

    def handle(self, *args: Any, **options: Any) -> None:
        """Do it; raises CommandError saying what was expected."""
        try:
            self.stdout.write(self._done(options))
        except InputError as error:
            raise CommandError(str(error)) from error

    def _done(self, options: dict[str, Any]) -> str:
        if options["list"]:
            return "\n".join(_line(one) for one in Token.objects.select_related("account").order_by("pk")) or "No tokens."
        if options["end"] is not None:
            end_token(options["end"])
            return f"Token {options['end']} has ended."
        account = Account.objects.filter(login=options["login"] or "").first()
        if account is None or options["scope"] is None:
            raise InputError("Say for whom and for what: --login NAME --scope SCOPE --label SOFTWARE.")
        made = make_token(account, options["scope"], options["label"], options["days"], getpass.getuser())
        return f"{made}\nThis token is shown once. Send it as: Authorization: Bearer {made[:6]}..."


def _line(one: Token) -> str:
    ended = f", ended {one.ended_at:%Y-%m-%d}" if one.ended_at else ""
    return f"{one.pk} {one.account.login} {one.scope} {one.label!r} until {one.expires_at:%Y-%m-%d}{ended}"
