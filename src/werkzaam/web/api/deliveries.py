# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""An employer delivers wages: received whole with a result for each row, or not at all. The ledger is not touched here.

So an employer cannot tell from an answer, nor from how long it takes, whom the town knows (decision 0190).
"""

from __future__ import annotations

from base64 import urlsafe_b64encode
from collections.abc import Iterable, Sequence
from hashlib import sha256

from cryptography.fernet import Fernet, InvalidToken
from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet

from werkzaam.app.employer.told import Told, ToldWage
from werkzaam.app.employer.versions import Earlier, Judged, judged, keys_of
from werkzaam.app.employer.waiting import as_text, from_text
from werkzaam.core.errors import InputError
from werkzaam.web.accounts.models import Account
from werkzaam.web.api.models import DeliveredRow, Delivery, Employer
from werkzaam.web.site import site

_MANY = 500
"""Keys that are looked up in one question to the database."""


class KeyTaken(InputError):
    """The name under which something is delivered once stands for a delivery of something else, the one with this number."""

    def __init__(self, number: int) -> None:
        super().__init__(f"This key was used for another message, which is delivery {number}. Nothing was taken over. Give a "
                         "correction, and any other message, a key of its own.")  # fmt: skip


def deliver(account: Account, told: Told, how: str, once: str) -> Delivery:
    """Keep a delivery in which nothing is wrong; the same message with the same `once` gives the delivery that was made of it.

    Raises KeyTaken for another message: its wages would be lost without a word.
    """
    assert not told.faults
    with transaction.atomic():
        employer = _locked(account)
        there = Delivery.objects.filter(employer=employer, once=once).first()
        if there is not None and there.digest != told.digest:
            raise KeyTaken(there.number)
        return there or _kept(employer, account, told, how, once)


def deliveries_of(account: Account) -> QuerySet[Delivery]:
    """What the account's employer delivered, newest first."""
    found: QuerySet[Delivery] = Delivery.objects.filter(
        employer__municipality=account.municipality, employer__name=account.acts_as
    ).defer("waiting").order_by("-number")  # fmt: skip
    return found


def unsealed(delivery: Delivery) -> list[ToldWage]:
    """The wages of a delivery that waits to be taken over; raises InputError when another secret key sealed them."""
    try:
        return from_text(_seal().decrypt(bytes(delivery.waiting)).decode())
    except InvalidToken as error:
        raise InputError("Wages that wait were sealed with another secret key than that of this server. Set the earlier key, and "
                         "run `take_over_wages`; or ask the employer to deliver again.") from error  # fmt: skip


def _locked(account: Account) -> Employer:
    """The employer, with nobody else delivering for it at this moment."""
    made, _ = Employer.objects.get_or_create(municipality=account.municipality, name=account.acts_as)
    return Employer.objects.select_for_update().get(pk=made.pk)


def _kept(employer: Employer, account: Account, told: Told, how: str, once: str) -> Delivery:
    rows = judged(employer.name, told.wages, _earlier(employer, told.wages), _secret(b"fingerprints"))
    employer.deliveries += 1
    employer.save()
    made = Delivery.objects.create(
        employer=employer, number=employer.deliveries, delivered_by=account.login, delivered_at=site().now(), once=once,
        digest=told.digest, how=how, rows=len(rows), waiting=_seal().encrypt(as_text(told.wages).encode()),
    )  # fmt: skip
    DeliveredRow.objects.bulk_create([_row(made, one) for one in rows], batch_size=_MANY)
    return made


def _row(delivery: Delivery, one: Judged) -> DeliveredRow:
    return DeliveredRow(
        delivery=delivery, line=one.wage.line, staff_number=one.wage.staff_number, first=one.wage.first, last=one.wage.last,
        outcome=one.outcome.value, version=one.version, key=one.key, content=one.content,
    )  # fmt: skip


def _earlier(employer: Employer, wages: Sequence[ToldWage]) -> dict[str, Earlier]:
    """The newest version of each wage that was delivered before."""
    keys = keys_of(employer.name, wages, _secret(b"fingerprints"))
    found: dict[str, Earlier] = {}
    for some in _parts(keys):
        rows = DeliveredRow.objects.filter(delivery__employer=employer, key__in=some).order_by("delivery__number")
        found |= {key: Earlier(version, content) for key, version, content in rows.values_list("key", "version", "content")}
    return found


def _parts(keys: Sequence[str]) -> Iterable[Sequence[str]]:
    return (keys[at : at + _MANY] for at in range(0, len(keys), _MANY))


def _secret(purpose: bytes) -> bytes:
    return sha256(b"werkzaam deliveries " + purpose + settings.SECRET_KEY.encode()).digest()


def _seal() -> Fernet:
    return Fernet(urlsafe_b64encode(_secret(b"waiting")))
