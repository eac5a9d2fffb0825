# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Signing in by a broker, against a certified OpenID provider on this machine (requirements/oidc.sh)."""

from __future__ import annotations

import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
import requests

from tests.web.doors import Doors
from tests.web.test_sign_in import before_real_people
from werkzaam.web.environment import AUDIENCES, Broker

ROOT = Path(__file__).parents[2]
PACKAGES = ROOT / ".cache" / "oidc"
LOW, ENOUGH = "urn:level:low", "urn:level:substantial"
HERE = "http://testserver"


class Provider:
    """The provider, and somebody's browser at it."""

    def __init__(self, port: int) -> None:
        self.url = f"http://127.0.0.1:{port}"
        self.browser = requests.Session()

    def choose(self, sub: str, acr: str = ENOUGH) -> None:
        """Who comes to it next, in another browser, is this subject, signed in at this level."""
        self.browser = requests.Session()
        requests.get(f"{self.url}/choose", {"sub": sub, "acr": acr}, timeout=10).raise_for_status()

    def back_from(self, address: str) -> str:
        """Go where the site sent the browser, up to where the provider sends it back to; without the name of the site."""
        for _ in range(12):
            answer = self.browser.get(address, allow_redirects=False, timeout=10)
            assert answer.status_code in {302, 303}, answer.text
            address = requests.compat.urljoin(address, answer.headers["location"])
            if address.startswith(HERE):
                return address.removeprefix(HERE)
        raise AssertionError("The provider keeps sending the browser on.")


@pytest.fixture(scope="module")
def provider() -> Iterator[Provider]:
    """The provider, started."""
    if not (PACKAGES / "node_modules" / "oidc-provider").is_dir() or shutil.which("node") is None:
        pytest.fail("There is no OpenID provider to test with. Run requirements/oidc.sh, which installs it.")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    made = Provider(port)
    clients = [each for one in AUDIENCES for each in (one, f"secret-of-{one}", f"{HERE}/inloggen/via/{one}/terug")]
    process = subprocess.Popen(
        ["node", str(ROOT / "tests/web/broker/provider.mjs"), str(PACKAGES), made.url, *clients],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        wait_for(made.url, process)
        yield made
    finally:
        process.terminate()
        process.wait(10)


def wait_for(url: str, process: subprocess.Popen[bytes]) -> None:
    """Return when it answers."""
    until = time.monotonic() + 30
    while time.monotonic() < until and process.poll() is None:
        try:
            requests.get(f"{url}/.well-known/openid-configuration", timeout=2).raise_for_status()
            return
        except requests.RequestException:
            time.sleep(0.1)
    raise AssertionError("The OpenID provider did not start.")


@pytest.fixture
def brokered(doors: Doors, provider: Provider, monkeypatch: pytest.MonkeyPatch) -> Doors:
    """The site with a broker for each audience; Samira, Anna and the bakery have accounts there."""
    from django.conf import settings

    from werkzaam.web.accounts.models import Account

    brokers = {one: Broker(provider.url, one, f"secret-of-{one}", (ENOUGH,)) for one in AUDIENCES}
    monkeypatch.setattr(settings, "ENVIRONMENT", replace(settings.ENVIRONMENT, brokers=brokers))
    for login, subject in (("samira", "burger:s-1"), ("anna", "medewerker:a-1"), ("bakkerij", "bedrijf:b-1")):
        Account.objects.filter(login=login).update(broker_subject=subject)
    provider.browser = requests.Session()
    return doors


def sign_in(doors: Doors, provider: Provider, audience: str) -> tuple[Any, Any]:
    """Go by the broker and back; the browser and the last answer."""
    browser = doors.as_()
    asked = browser.get(f"/inloggen/via/{audience}")
    assert asked.status_code == 302
    return browser, browser.get(provider.back_from(asked["location"]))


@pytest.mark.parametrize(
    ("audience", "subject", "login"), [("burger", "s-1", "samira"), ("medewerker", "a-1", "anna"), ("bedrijf", "b-1", "bakkerij")]
)
def test_each_audience_signs_in_by_its_own_broker(
    brokered: Doors, provider: Provider, audience: str, subject: str, login: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The account is that of the subject, and its first page opens: a second step is the broker's to ask, also of staff."""
    from werkzaam.web.accounts.models import Account

    before_real_people(monkeypatch)
    provider.choose(subject)
    browser, answer = sign_in(brokered, provider, audience)
    assert (answer.status_code, answer["location"]) == (302, "/")
    assert browser.session["_auth_user_id"] == str(Account.objects.get(login=login).pk)
    assert browser.get("/account").status_code == 200


def test_the_way_to_the_broker_has_state_nonce_pkce_and_the_levels(brokered: Doors, provider: Provider) -> None:
    asked = parse_qs(urlsplit(brokered.as_().get("/inloggen/via/burger")["location"]).query)
    assert asked["code_challenge_method"] == ["S256"]
    assert asked["scope"] == ["openid"]
    assert asked["acr_values"] == [ENOUGH]
    assert all(len(asked[name][0]) >= 32 for name in ("state", "nonce", "code_challenge"))


@pytest.mark.parametrize(
    ("audience", "subject", "level"),
    [
        ("burger", "s-1", LOW), ("burger", "s-1", ""), ("burger", "a-1", ENOUGH), ("medewerker", "s-1", ENOUGH),
        ("burger", "samira", ENOUGH), ("burger", "onbekend", ENOUGH), ("bedrijf", "s-1", ENOUGH), ("burger", "111222333", ENOUGH),
    ],
)  # fmt: skip
def test_who_is_not_known_there_or_not_surely_is_not_let_in(
    brokered: Doors, provider: Provider, audience: str, subject: str, level: str
) -> None:
    """A level that is too low, another audience's subject, a name in the place of a subject, nobody, a BSN."""
    from werkzaam.web.accounts.models import Account

    Account.objects.filter(login="jan").update(broker_subject="burger:111222333")
    Account.objects.filter(login="rosa").update(broker_subject="burger:rosa")
    before = Account.objects.count()
    provider.choose(subject, level)
    browser, answer = sign_in(brokered, provider, audience)
    assert answer["location"] == "/inloggen?broker=1"
    assert "niet gelukt" in browser.get(answer["location"]).content.decode()
    assert browser.get("/account").status_code == 302
    assert Account.objects.count() == before


def test_a_role_of_another_audience_is_not_opened_by_a_subject_of_this_one(brokered: Doors, provider: Provider) -> None:
    """Somebody wrote a resident's mark at an account of staff: the resident's broker does not open it."""
    from werkzaam.web.accounts.models import Account

    Account.objects.filter(login="rosa").update(broker_subject="burger:rosa")
    provider.choose("rosa")
    assert sign_in(brokered, provider, "burger")[1]["location"] == "/inloggen?broker=1"


def test_an_account_that_is_closed_is_not_let_in_and_its_session_ends(brokered: Doors, provider: Provider) -> None:
    from werkzaam.web.accounts.models import Account

    provider.choose("s-1")
    browser, _ = sign_in(brokered, provider, "burger")
    assert browser.get("/account").status_code == 200
    Account.objects.filter(login="samira").update(is_active=False)
    assert browser.get("/account").status_code == 302
    assert sign_in(brokered, provider, "burger")[1]["location"] == "/inloggen?broker=1"


def test_an_answer_that_was_not_asked_for_or_was_used_is_refused(brokered: Doors, provider: Provider) -> None:
    """Another browser's answer, one sent twice, one with a made-up code or state."""
    provider.choose("s-1")
    browser = brokered.as_()
    back = provider.back_from(browser.get("/inloggen/via/burger")["location"])
    assert brokered.as_().get(back)["location"] == "/inloggen?broker=1"
    assert browser.get(back)["location"] == "/"
    again = brokered.as_()
    again.get("/inloggen/via/burger")
    assert again.get(back)["location"] == "/inloggen?broker=1"
    state = parse_qs(urlsplit(again.get("/inloggen/via/burger")["location"]).query)["state"][0]
    for query in ({"code": "made-up", "state": state}, {"code": "x", "state": "made-up"}, {"error": "access_denied"}, {}):
        assert again.get(f"/inloggen/via/burger/terug?{urlencode(query)}")["location"] == "/inloggen?broker=1"
    assert again.get("/account").status_code == 302


def test_an_answer_for_one_audience_is_none_for_another(brokered: Doors, provider: Provider) -> None:
    """The code of the residents' broker, brought to the address of staff."""
    provider.choose("s-1")
    browser = brokered.as_()
    back = provider.back_from(browser.get("/inloggen/via/burger")["location"])
    assert browser.get(back.replace("/burger/", "/medewerker/"))["location"] == "/inloggen?broker=1"


def test_failing_at_a_broker_locks_nobody_out(brokered: Doors, provider: Provider) -> None:
    provider.choose("onbekend")
    for _ in range(7):
        sign_in(brokered, provider, "burger")
    provider.choose("s-1")
    assert sign_in(brokered, provider, "burger")[1]["location"] == "/"


def test_a_broker_that_does_not_answer_or_names_itself_another_lets_nobody_in(
    brokered: Doors, provider: Provider, monkeypatch: pytest.MonkeyPatch
) -> None:
    from django.conf import settings

    for issuer in ("http://127.0.0.1:9", provider.url.replace("127.0.0.1", "localhost")):
        broker = Broker(issuer, "burger", "secret-of-burger", (ENOUGH,))
        monkeypatch.setattr(settings, "ENVIRONMENT", replace(settings.ENVIRONMENT, brokers={"burger": broker}))
        assert brokered.as_().get("/inloggen/via/burger")["location"] == "/inloggen?broker=1"
        assert brokered.as_().get("/inloggen/via/medewerker").status_code == 404
