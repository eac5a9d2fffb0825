# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Signing in by a broker that is broken, or that somebody stands before: nobody comes in, and the site goes on."""

from __future__ import annotations

import hashlib
import hmac
import json
from base64 import urlsafe_b64encode
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from tests.web.broker.hostile import KEY, LEVEL, OTHER, Hostile, hostile, public, unsigned
from tests.web.doors import Doors
from werkzaam.web.environment import Broker

PUBLIC = KEY.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)


@pytest.fixture(scope="module")
def broker() -> Iterator[Hostile]:
    """The broker of residents."""
    with hostile() as found:
        yield found


@pytest.fixture
def site(doors: Doors, broker: Hostile, monkeypatch: pytest.MonkeyPatch) -> Doors:
    """The site with that broker, where Samira has an account."""
    from django.conf import settings

    from werkzaam.web.accounts.models import Account

    brokers = {"burger": Broker(broker.url, "burger", "a-secret", (LEVEL,))}
    monkeypatch.setattr(settings, "ENVIRONMENT", replace(settings.ENVIRONMENT, brokers=brokers))
    Account.objects.filter(login="samira").update(broker_subject="burger:s-1")
    broker.status, broker.keys = 200, json.dumps({"keys": [public()]}).encode()
    return doors


def comes_back(site: Doors, broker: Hostile, answer: Callable[[Hostile], object]) -> tuple[str, int]:
    """Where somebody is sent after that answer of the broker, and what their own page then says."""
    browser = site.as_()
    back = broker.asked(browser.get("/inloggen/via/burger")["location"])
    answer(broker)
    return browser.get(back)["location"], browser.get("/account").status_code


def test_a_good_answer_is_let_in(site: Doors, broker: Hostile) -> None:
    assert comes_back(site, broker, lambda it: it.answers(it.signed())) == ("/", 200)


TOKENS: dict[str, Callable[[Hostile], object]] = {
    "no signature": lambda it: unsigned(it.claims()),
    "signed with our secret": lambda it: it.signed("a-secret" * 5, "HS256"),
    "signed by another": lambda it: it.signed(OTHER),
    "another algorithm": lambda it: it.signed(algorithm="RS512"),
    "a key that is not told": lambda it: it.signed(headers={"kid": "k2"}),
    "no key named": lambda it: it.signed(headers={}),
    "of another broker": lambda it: it.signed(iss="https://elders.example"),
    "for another site": lambda it: it.signed(aud="another"),
    "for nobody": lambda it: it.signed(aud=None),
    "over": lambda it: it.signed(exp=1_600_000_000),
    "without an end": lambda it: it.signed(exp=None),
    "not yet": lambda it: it.signed(nbf=4_000_000_000),
    "another nonce": lambda it: it.signed(nonce="of-another-browser"),
    "no nonce": lambda it: it.signed(nonce=None),
    "no level": lambda it: it.signed(acr=None),
    "levels in a list": lambda it: it.signed(acr=[LEVEL]),
    "a low level": lambda it: it.signed(acr="urn:level:low"),
    "no subject": lambda it: it.signed(sub=None),
    "an empty subject": lambda it: it.signed(sub=""),
    "a number as subject": lambda it: it.signed(sub=1),
    "a subject with an audience": lambda it: it.signed(sub="burger:s-1"),
    "a subject with a sign for all": lambda it: it.signed(sub="%"),
    "a subject with a zero byte": lambda it: it.signed(sub="s-1\x00"),
    "no token": lambda it: None,
    "a number": lambda it: 12,
    "a list": lambda it: ["a", "b"],
    "no token at all": lambda it: "not-a-token",
    "three dots": lambda it: "...",
    "signs": lambda it: "é.ü.ñ",
    "half a token": lambda it: it.signed()[:60],
}


@pytest.mark.parametrize("name", TOKENS)
def test_a_token_that_is_not_good_lets_nobody_in(site: Doors, broker: Hostile, name: str) -> None:
    assert comes_back(site, broker, lambda it: it.answers(TOKENS[name](it))) == ("/inloggen?broker=1", 302)


def test_the_public_key_is_no_secret_to_sign_with(site: Doors, broker: Hostile) -> None:
    """The library refuses to make such a token, so its parts are put together by hand."""

    def forged(it: Hostile) -> None:
        head, body, _ = unsigned(it.claims()).split(".")
        head = urlsafe_b64encode(b'{"alg": "HS256", "kid": "k1"}').rstrip(b"=").decode()
        mac = hmac.new(PUBLIC, f"{head}.{body}".encode(), hashlib.sha256).digest()
        it.answers(f"{head}.{body}.{urlsafe_b64encode(mac).rstrip(b'=').decode()}")

    assert comes_back(site, broker, forged) == ("/inloggen?broker=1", 302)


@pytest.mark.parametrize(
    "body", [b"", b"[]", b"null", b"12", b"<html>", b'{"error": "invalid_grant"}', b"\xff\xfe", b'{"id_token": {}}']
)
@pytest.mark.parametrize("status", [200, 400, 500])
def test_an_answer_that_cannot_be_read_lets_nobody_in(site: Doors, broker: Hostile, body: bytes, status: int) -> None:
    def answer(it: Hostile) -> None:
        it.token, it.status = body, status

    assert comes_back(site, broker, answer) == ("/inloggen?broker=1", 302)


KEYS = [b"", b"[]", b"null", b"{}", b'{"keys": null}', b'{"keys": [1]}', b'{"keys": [{}]}', b"<html>",
        json.dumps({"keys": [{"kid": "k1"}]}).encode(),
        json.dumps({"keys": [{"kid": "k1", "kty": "RSA", "n": "?", "e": "?"}]}).encode(),
        json.dumps({"keys": [public() | {"alg": "RS512"}]}).encode()]  # fmt: skip


@pytest.mark.parametrize("keys", KEYS)
def test_keys_that_cannot_be_read_let_nobody_in(site: Doors, broker: Hostile, keys: bytes) -> None:
    def answer(it: Hostile) -> None:
        it.answers(it.signed())
        it.keys = keys

    assert comes_back(site, broker, answer) == ("/inloggen?broker=1", 302)


def test_another_key_without_a_name_keeps_nobody_out(site: Doors, broker: Hostile) -> None:
    """The name of a key is not required (RFC 7517, 4.5): a broker may tell one without, for something else."""

    def answer(it: Hostile) -> None:
        it.answers(it.signed())
        it.keys = json.dumps({"keys": [public(kid=None) | {"use": "enc"}, public()]}).encode()

    assert comes_back(site, broker, answer) == ("/", 200)
