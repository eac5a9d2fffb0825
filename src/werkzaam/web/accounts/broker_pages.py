# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The way to a broker and back."""

from __future__ import annotations

from typing import Any

import requests
from django.core.exceptions import SuspiciousOperation
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from mozilla_django_oidc.views import OIDCAuthenticationCallbackView, OIDCAuthenticationRequestView

from werkzaam.web import audit
from werkzaam.web.accounts.broker import NoBroker, broker_of, settings_of
from werkzaam.web.accounts.second import by_broker
from werkzaam.web.door import open_door

FAILED = "/inloggen?broker=1"


class _Asked:
    """The settings of the audience in the address, in the place of those of the site."""

    kwargs: dict[str, Any]

    def get_settings(self, attr: str, *usual: Any) -> Any:
        """A setting."""
        found = settings_of(self.kwargs["audience"])
        return found[attr] if attr in found else usual[0] if usual else None


class _Begin(_Asked, OIDCAuthenticationRequestView):
    def __init__(self, **_: object) -> None:
        """The addresses are looked up when the audience is known."""

    def get(self, request: HttpRequest) -> HttpResponse:
        self.OIDC_OP_AUTH_ENDPOINT = self.get_settings("OIDC_OP_AUTHORIZATION_ENDPOINT")
        self.OIDC_RP_CLIENT_ID = self.get_settings("OIDC_RP_CLIENT_ID")
        found: HttpResponse = super().get(request)
        return found


class _Back(_Asked, OIDCAuthenticationCallbackView):
    def get(self, request: HttpRequest) -> HttpResponse:
        found: HttpResponse = super().get(request)
        if vars(self).get("user") is not None and request.user.is_authenticated:
            by_broker(request)
            audit.note(request, "signed_in", result=self.kwargs["audience"])
        else:
            audit.note(request, "not_signed_in", result=self.kwargs["audience"])
        return found


@open_door()
def begin(request: HttpRequest, audience: str) -> HttpResponse:
    """To the broker of an audience; there is no such page where it has none."""
    return _with_broker(_Begin(), request, audience)


@open_door()
def back(request: HttpRequest, audience: str) -> HttpResponse:
    """Back from it: signed in, or at the page to sign in with what to do."""
    return _with_broker(_Back(), request, audience)


def _with_broker(view: Any, request: HttpRequest, audience: str) -> HttpResponse:
    if broker_of(audience) is None:
        raise Http404
    view.setup(request, audience=audience)
    try:
        found: HttpResponse = view.get(request)
    except (NoBroker, SuspiciousOperation, requests.RequestException) as error:
        audit.note(request, "not_signed_in", result=f"{audience} {type(error).__name__}")
        return HttpResponseRedirect(FAILED)
    return found
