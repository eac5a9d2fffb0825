# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Somebody's own account: how they sign in, another password, and staying signed in."""

from __future__ import annotations

from axes.handlers.proxy import AxesProxyHandler
from axes.utils import reset
from django import forms
from django.conf import settings
from django.contrib.auth import authenticate, update_session_auth_hash
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect
from django_otp import devices_for_user

from werkzaam.web import audit
from werkzaam.web.accounts import presence
from werkzaam.web.accounts.lock_out import counted_address, counted_name
from werkzaam.web.door import door, only
from werkzaam.web.forms import PlainForm
from werkzaam.web.roles import Role
from werkzaam.web.visit import Visit

EVERYBODY = only(*Role)
WRONG = {
    "password_too_short": "password_too_short", "password_too_common": "password_too_common",
    "password_entirely_numeric": "password_entirely_numeric", "password_too_similar": "password_too_similar",
}  # fmt: skip
"""What is wrong with a password, and the key of the text that says so."""


class NewPassword(PlainForm):
    """The password of now, and the next."""

    words = "password"
    old = forms.CharField(max_length=200, widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}))
    new = forms.CharField(max_length=200, widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}))

    def __init__(self, visit: Visit, *given: object) -> None:
        super().__init__(visit, *given)
        self.visit, self.locked = visit, False

    def clean_old(self) -> str:
        """The password of now; raises ValidationError when it is not, and counts that as at signing in."""
        found: str = self.cleaned_data["old"]
        request = self.visit.request
        given = {"username": self.visit.account.get_username(), "password": found}
        if authenticate(request, **given) is None:
            self.locked = not AxesProxyHandler.is_allowed(request, given)
            raise ValidationError(self.visit.say("password_old_locked" if self.locked else "password_old_wrong"))
        reset(username=counted_name(request, given), ip=counted_address(request))
        return found

    def clean_new(self) -> str:
        """The next; raises ValidationError with what is wrong with it."""
        found: str = self.cleaned_data["new"]
        try:
            validate_password(found, self.visit.account)
        except ValidationError as error:
            raise ValidationError([self.visit.say(WRONG[str(one.code)]) for one in error.error_list]) from error
        return found


@door(EVERYBODY)
def account(visit: Visit) -> HttpResponse:
    """How somebody signs in."""
    has_second = any(devices_for_user(visit.account))
    return visit.page("accounts/own.html", {"has_second": has_second, "local": visit.account.has_usable_password()})


@door(EVERYBODY, methods=("GET", "POST"))
def password(visit: Visit) -> HttpResponse:
    """Another password; sessions elsewhere end."""
    if not visit.account.has_usable_password():
        return redirect("account")
    form = NewPassword(visit, visit.request.POST or None)
    if visit.posted and form.is_valid():
        visit.account.set_password(form.cleaned_data["new"])
        visit.account.save(update_fields=["password"])
        update_session_auth_hash(visit.request, visit.account)
        audit.note(visit.request, "password_changed")
        return redirect("/account?wachtwoord=1")
    if visit.posted and "old" in form.errors:
        audit.note(visit.request, "password_not_changed", result="locked" if form.locked else "")
    status = 429 if form.locked else 400 if visit.posted else 200
    return visit.page("accounts/password.html", {"form": form}, status=status)


@door(EVERYBODY, methods=("POST",))
def stay(visit: Visit) -> HttpResponse:
    """Somebody is there still: their quarter of an hour begins anew."""
    presence.renew(visit.request)
    return HttpResponse(status=204, headers={"X-Session-Seconds": str(settings.SESSION_COOKIE_AGE)})
