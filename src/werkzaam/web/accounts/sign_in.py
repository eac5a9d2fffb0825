# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Sign in with a name and a password, and out again."""

from __future__ import annotations

from axes.handlers.proxy import AxesProxyHandler
from django import forms
from django.conf import settings
from django.contrib.auth import authenticate, login, logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme

from werkzaam.web import audit
from werkzaam.web.door import open_door
from werkzaam.web.words import say


class SignIn(forms.Form):
    """A name and a password."""

    login = forms.CharField(max_length=150, widget=forms.TextInput(attrs={"autocomplete": "username"}))
    password = forms.CharField(max_length=200, widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}))


@open_door(methods=("GET", "POST"))
def sign_in(request: HttpRequest) -> HttpResponse:
    """The form, or the first page of who signed in."""
    lang = request.lang  # type: ignore[attr-defined]
    form = SignIn(request.POST or None, label_suffix="")
    for name, field in form.fields.items():
        field.label = say(f"sign_in_{name}", lang)
    status = 400 if request.method == "POST" else 200
    if request.method == "POST" and form.is_valid():
        status = _tries(request, form)
        if status == 302:
            return redirect(_next(request))
        form.add_error(None, say("sign_in_locked" if status == 429 else "sign_in_wrong", lang))
    asked = request.POST if request.method == "POST" else request.GET
    values = {"form": form, "next": asked.get("next", ""), "ended": "ended" in request.GET, "broker": "broker" in request.GET,
              "audiences": tuple(settings.ENVIRONMENT.brokers)}  # fmt: skip
    return render(request, "accounts/sign_in.html", values, status=status)


def _tries(request: HttpRequest, form: SignIn) -> int:
    """Sign in: 302 when that is done, 429 when it was tried too often, 400 when the two do not belong together."""
    given = {"username": form.cleaned_data["login"], "password": form.cleaned_data["password"]}
    account = authenticate(request, **given)
    if account is not None:
        login(request, account)
        audit.note(request, "signed_in")
        return 302
    locked = not AxesProxyHandler.is_allowed(request, given)
    audit.note(request, "not_signed_in", result="locked" if locked else "")
    return 429 if locked else 400


@open_door(methods=("POST",))
def sign_out(request: HttpRequest) -> HttpResponse:
    """End the session."""
    audit.note(request, "signed_out")
    logout(request)
    return redirect("sign-in")


def _next(request: HttpRequest) -> str:
    """Where somebody wanted to go, when that is a page of ours."""
    wanted = request.POST.get("next", "")
    safe = url_has_allowed_host_and_scheme(wanted, {request.get_host()}, require_https=request.is_secure())
    return wanted if safe and wanted.startswith("/") else "start"
