# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What is done from the server's own keyboard: make the first two administrators, and check the trail."""

from __future__ import annotations

import secrets
from collections.abc import Sequence

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import transaction

from werkzaam.core.errors import InputError, LedgerError, NotAllowed
from werkzaam.web.accounts import trail
from werkzaam.web.accounts.models import Account
from werkzaam.web.roles import Role
from werkzaam.web.site import site

_LOGIN = RegexValidator(r"^[\w.@+-]{1,150}\Z")


def make_first(names: Sequence[str]) -> list[tuple[str, str]]:
    """Two administrators with passwords to hand over; raises NotAllowed where there are accounts, InputError for a name."""
    if len({name.casefold() for name in names}) != len(names):
        raise InputError("Two different names were expected: each administrator agrees with what the other asks.")
    with transaction.atomic():
        if Account.objects.exists():
            raise NotAllowed("There are accounts already: ask for a new one in the application, and have another agree.")
        return [(name, _make(name)) for name in names]


def _make(name: str) -> str:
    try:
        _LOGIN(name)
    except ValidationError as error:
        raise InputError(f"A name to sign in with was expected: letters, digits and . @ + - _; found {name!r}.") from error
    password = secrets.token_urlsafe(15)
    account = Account(login=name, role=Role.BEHEERDER.value, municipality=site().town.id, name=name, acts_as=name)
    account.set_password(password)
    account.save()
    trail.add(site().now(), "first_account", account=account.pk, role=account.role, about="", result="", method="")
    return password


def check_trail() -> str:
    """A sentence to keep elsewhere when the trail is whole; raises LedgerError naming the first row where it is not."""
    broken = next(trail.breaks(), None)
    if broken is not None:
        raise LedgerError(f"The trail of the doors is not whole: row {broken.number} {broken.what}. Somebody changed the "
                          "database around the application; keep a copy of it and find out who.")  # fmt: skip
    head = trail.Head.objects.filter(id=1).first() or trail.Head()
    return f"The trail of the doors is whole: {head.number} rows, up to {head.seal}."
