# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Signing in by a broker that speaks OpenID Connect: one for residents, one for employers, one for who works for the town.

An account is found by how the broker calls somebody, after the name of the audience, and by nothing else: no name, no address, no
account made on the way. Who was not strong enough signed in (`acr`) is not let in. See docs/decisions/0191-signing-in.md.
"""

from __future__ import annotations

from functools import cache
from typing import Any

import jwt
import requests
from django.conf import settings
from django.core.exceptions import SuspiciousOperation
from django.http import HttpRequest
from mozilla_django_oidc.auth import OIDCAuthenticationBackend

from werkzaam.app.exchange.bsn import is_bsn
from werkzaam.core.errors import WerkzaamError
from werkzaam.web.accounts.backend import open_account
from werkzaam.web.accounts.models import Account
from werkzaam.web.environment import Broker
from werkzaam.web.roles import STAFF, Role

ROLES: dict[str, frozenset[Role]] = {
    "burger": frozenset({Role.INWONER, Role.BEWINDVOERDER}),
    "bedrijf": frozenset({Role.WERKGEVER, Role.BEWINDVOERDER}),
    "medewerker": STAFF | {Role.ONDERZOEKER},
}
"""Which roles an audience has: a broker for residents never opens an account of staff."""
SIGNED = "RS256"
SECONDS = 10


class NoBroker(WerkzaamError):
    """The broker does not answer, or answers as another than the settings name."""


@cache
def discovered(issuer: str) -> dict[str, Any]:
    """What the broker says of itself; asked once. Raises NoBroker."""
    try:
        answer = requests.get(f"{issuer}/.well-known/openid-configuration", timeout=SECONDS, allow_redirects=False)
        answer.raise_for_status()
        found: dict[str, Any] = answer.json()
    except (requests.RequestException, ValueError) as error:
        raise NoBroker("The broker for signing in does not answer; look at WERKZAAM_OIDC_..._ISSUER.") from error
    if found.get("issuer") != issuer:
        raise NoBroker(
            "The broker for signing in names itself another than WERKZAAM_OIDC_..._ISSUER does; the settings must be equal."
        )
    return found


def broker_of(audience: str) -> Broker | None:
    """The broker of an audience; None where there is none."""
    found: Broker | None = settings.ENVIRONMENT.brokers.get(audience)
    return found


def settings_of(audience: str) -> dict[str, Any]:
    """What mozilla-django-oidc asks for one audience; raises NoBroker."""
    broker = broker_of(audience)
    if broker is None:
        raise NoBroker("There is no broker for this audience; see WERKZAAM_OIDC_... in docs/reference/web-settings.md.")
    told = discovered(broker.issuer)
    return {
        "OIDC_OP_AUTHORIZATION_ENDPOINT": told["authorization_endpoint"], "OIDC_OP_TOKEN_ENDPOINT": told["token_endpoint"],
        "OIDC_OP_JWKS_ENDPOINT": told["jwks_uri"], "OIDC_OP_USER_ENDPOINT": "", "OIDC_RP_CLIENT_ID": broker.client,
        "OIDC_RP_CLIENT_SECRET": broker.secret, "OIDC_RP_SIGN_ALGO": SIGNED, "OIDC_RP_SCOPES": "openid", "OIDC_USE_PKCE": True,
        "OIDC_USE_NONCE": True, "OIDC_TIMEOUT": SECONDS, "OIDC_CREATE_USER": False, "OIDC_TOKEN_USE_BASIC_AUTH": True,
        "OIDC_AUTH_REQUEST_EXTRA_PARAMS": {"acr_values": " ".join(broker.levels), "prompt": "login"},
        "OIDC_AUTHENTICATION_CALLBACK_URL": f"broker-back-{audience}", "LOGIN_REDIRECT_URL": "start",
        "LOGIN_REDIRECT_URL_FAILURE": "/inloggen?broker=1",
    }  # fmt: skip


class BrokerBackend(OIDCAuthenticationBackend):
    """Checks what a broker says, and finds the account; for anything else than the way back from a broker it does nothing."""

    def __init__(self) -> None:
        self.UserModel, self.audience, self.OIDC_RP_SIGN_ALGO, self.OIDC_RP_IDP_SIGN_KEY = Account, "", SIGNED, None

    def get_settings(self, attr: str, *usual: Any) -> Any:
        """A setting of the audience."""
        found = settings_of(self.audience)
        return found[attr] if attr in found else usual[0] if usual else None

    def authenticate(self, request: HttpRequest | None, **given: Any) -> Account | None:
        """The account of who comes back from a broker; None when the account is not there or not open."""
        if request is None or "nonce" not in given:
            return None
        self.audience = request.resolver_match.kwargs["audience"]  # type: ignore[union-attr]
        for name in ("OIDC_OP_TOKEN_ENDPOINT", "OIDC_OP_JWKS_ENDPOINT", "OIDC_RP_CLIENT_ID", "OIDC_RP_CLIENT_SECRET"):
            setattr(self, name, self.get_settings(name))
        return super().authenticate(request, **given)  # type: ignore[no-any-return]

    def get_token(self, payload: dict[str, Any]) -> dict[str, Any]:
        """What the broker gives for a code; raises SuspiciousOperation where no token of an identity is in it."""
        found = super().get_token(payload)
        if not isinstance(found, dict) or not isinstance(found.get("id_token"), str):
            raise SuspiciousOperation("The broker answered without a token.")
        return found

    def retrieve_matching_jwk(self, token: str) -> jwt.PyJWK:
        """The key of the broker that a token names; keys of other kinds, or without a name, are passed over (RFC 7517, 4.5)."""
        answer = requests.get(self.OIDC_OP_JWKS_ENDPOINT, timeout=SECONDS, allow_redirects=False)
        answer.raise_for_status()
        try:
            return jwt.PyJWKSet.from_dict(answer.json())[jwt.get_unverified_header(token)["kid"]]
        except (jwt.PyJWTError, LookupError, TypeError, ValueError, AttributeError) as error:
            raise SuspiciousOperation("The token or the keys of the broker cannot be read.") from error

    def get_payload_data(self, token: str, key: Any) -> dict[str, Any]:
        """What the token says, when it is signed by the broker, for us, and of now; raises SuspiciousOperation."""
        broker = broker_of(self.audience)
        assert broker is not None
        try:
            return jwt.decode(token, key, algorithms=[SIGNED], audience=broker.client, issuer=broker.issuer, leeway=30,
                              options={"require": ["exp", "iat", "iss", "aud", "sub", "nonce"]})  # fmt: skip
        except jwt.InvalidTokenError as error:
            raise SuspiciousOperation("The token of the broker is not good.") from error

    def get_or_create_user(self, access_token: str, id_token: str, payload: dict[str, Any]) -> Account | None:
        """The account that the broker's subject belongs to; nothing is made, and nothing more is asked about somebody."""
        broker = broker_of(self.audience)
        assert broker is not None
        if payload.get("acr") not in broker.levels:
            raise SuspiciousOperation("The broker let somebody in at a level that is not enough here.")
        if is_bsn(str(payload["sub"])):
            raise SuspiciousOperation("The broker calls people by their BSN; have it send a pairwise subject.")
        found = Account.objects.filter(broker_subject=f"{self.audience}:{payload['sub']}", is_active=True).first()
        return found if found is not None and found.kind in ROLES[self.audience] else None

    def get_user(self, user_id: int) -> Account | None:
        """The account of a session; None when it was closed since."""
        return open_account(user_id)
