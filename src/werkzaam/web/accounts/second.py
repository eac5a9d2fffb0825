# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The second step of signing in: a code of six digits from somebody's telephone, or one of ten codes on paper.

Before real people, who works for the town does not get past the first step without it; a broker for staff does this itself. In a
demo it is there for who wants to see it.
"""

from __future__ import annotations

from math import ceil

from django.contrib.auth import user_logged_in
from django.dispatch import receiver
from django.http import HttpRequest
from django.utils import timezone
from django_otp import devices_for_user, match_token
from django_otp.plugins.otp_static.models import StaticDevice, StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice

from werkzaam.web.accounts.models import Account
from werkzaam.web.accounts.sessions import end_elsewhere
from werkzaam.web.roles import STAFF, Role
from werkzaam.web.site import site

STATE = "second"
DONE, CODE, MAKE = "done", "second-code", "second-make"
"""What a session says: nothing more is needed, or the name of the page that comes first."""
CODES = 10
"""Codes on paper."""
NEED_IT = STAFF | {Role.ONDERZOEKER}


def needed(account: Account) -> str:
    """What stands between a password and the first page."""
    if any(devices_for_user(account)):
        return CODE
    return MAKE if account.kind in NEED_IT and not site().environment.demo else DONE


@receiver(user_logged_in)
def begin(request: HttpRequest, user: Account, **_: object) -> None:
    """A session begins before its second step."""
    request.session[STATE] = needed(user)


def by_broker(request: HttpRequest) -> None:
    """The broker saw to it: only levels that are enough are let in."""
    request.session[STATE] = DONE


def step(request: HttpRequest) -> str | None:
    """The page that comes first; None when nothing does. A session that says nothing has everything still to do."""
    account: Account = request.user  # type: ignore[assignment]
    found = request.session.get(STATE) or needed(account)
    return None if found == DONE else str(found)


def wait(request: HttpRequest) -> int:
    """Seconds until a code is looked at again, because of wrong ones before; 0 when that is now."""
    account: Account = request.user  # type: ignore[assignment]
    asked = devices_for_user(account) if step(request) == CODE else [unfinished(account)]
    told = (device.verify_is_allowed()[1] or {} for device in asked)
    return max((ceil((one["locked_until"] - timezone.now()).total_seconds()) for one in told if "locked_until" in one), default=0)


def takes(request: HttpRequest, code: str) -> bool:
    """Whether the code is one of this account; each counts once, and wrong ones make the next wait longer.

    A code of the telephone is a wrong one to the paper, and the other way round: what one of them takes, the other forgives.
    """
    if match_token(request.user, code.replace(" ", "").strip()) is None:
        return False
    for device in devices_for_user(request.user):
        device.throttle_reset()
    request.session[STATE] = DONE
    request.session.cycle_key()
    return True


def unfinished(account: Account) -> TOTPDevice:
    """The device that is being set up: its key is shown until a code of it was given."""
    found = TOTPDevice.objects.filter(user=account, confirmed=False).first()
    made: TOTPDevice = found or TOTPDevice.objects.create(user=account, name="app", confirmed=False)
    return made


def finish(request: HttpRequest, code: str) -> list[str]:
    """Take the device into use and give the codes on paper, once; empty when the code is not of this device.

    Every other session of the account ends: it began with a password alone, or with the device that this one takes the place of.
    """
    account: Account = request.user  # type: ignore[assignment]
    device = unfinished(account)
    if not device.verify_token(code.replace(" ", "").strip()):
        return []
    forget(account, but=device)
    device.confirmed = True
    device.save(update_fields=["confirmed"])
    paper = StaticDevice.objects.create(user=account, name="papier")
    codes = [StaticToken.random_token() for _ in range(CODES)]
    StaticToken.objects.bulk_create([StaticToken(device=paper, token=one) for one in codes])
    request.session[STATE] = DONE
    request.session.cycle_key()
    end_elsewhere(account.pk, str(request.session.session_key))
    return codes


def forget(account: Account, *, but: TOTPDevice | None = None) -> None:
    """Take away an account's devices and codes; somebody who lost a telephone begins anew."""
    TOTPDevice.objects.filter(user=account).exclude(pk=but.pk if but is not None else None).delete()
    StaticDevice.objects.filter(user=account).delete()
