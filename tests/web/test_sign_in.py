# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Signing in: lock-out, passwords, how long it lasts, and the second step."""

from __future__ import annotations

import re
from datetime import timedelta
from time import time
from typing import Any

import pytest
from django_otp.oath import TOTP

from tests.web.doors import Doors

GOOD = "een lange zin met bomen erin"


def tries(browser: Any, login: str, password: str, address: str = "127.0.0.1") -> Any:
    return browser.post("/inloggen", {"login": login, "password": password}, REMOTE_ADDR=address)


def test_five_wrong_passwords_lock_one_name_from_one_address(doors: Doors, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever the capitals; the right one does not help then, a colleague gets in, and so does the same name from elsewhere."""
    browser = doors.as_()
    assert [tries(browser, name, "fout").status_code for name in ("anna", "ANNA", " anna", "Anna")] == [400] * 4
    locked = tries(browser, "anna", "fout")
    assert locked.status_code == 429
    assert "kwartier" in locked.content.decode()
    assert tries(browser, "anna", "voorbeeld").status_code == 429
    assert tries(doors.as_(), "sevda", "voorbeeld").status_code == 302
    assert tries(doors.as_(), "anna", "voorbeeld", "10.1.2.3").status_code == 302
    assert tries(browser, "niemand", "fout").status_code == 400


def test_a_lock_opens_by_itself(doors: Doors) -> None:
    """After a quarter of an hour; trying meanwhile makes it no longer."""
    from axes.models import AccessAttempt
    from django.utils import timezone

    browser = doors.as_()
    for _ in range(7):
        tries(browser, "anna", "fout")
    assert tries(browser, "anna", "voorbeeld").status_code == 429
    AccessAttempt.objects.update(attempt_time=timezone.now() - timedelta(minutes=14))
    assert tries(browser, "anna", "voorbeeld").status_code == 429
    AccessAttempt.objects.update(attempt_time=timezone.now() - timedelta(minutes=16))
    assert tries(browser, "anna", "voorbeeld").status_code == 302


def test_who_is_not_there_is_locked_out_as_who_is(doors: Doors) -> None:
    """Nothing tells whether a name has an account."""
    browser = doors.as_()
    answers = [[tries(browser, name, "fout").status_code for _ in range(6)] for name in ("samira", "bestaat-niet")]
    assert answers[0] == answers[1] == [400, 400, 400, 400, 429, 429]


def test_passwords_are_kept_as_argon2id(doors: Doors) -> None:
    from werkzaam.web.accounts.models import Account

    assert all(one.password.startswith("argon2$argon2id$") for one in Account.objects.all())


@pytest.mark.parametrize(
    ("password", "said"),
    [
        ("kort", "te kort"),
        ("123456789012345", "alleen cijfers"),
        ("password1234", "te veel mensen"),
        ("karin-demir-1", "uw naam"),
    ],
)
def test_a_weak_password_is_refused_with_what_to_do(doors: Doors, password: str, said: str) -> None:
    browser = doors.as_("karin")
    answer = browser.post("/account/wachtwoord", {"old": "voorbeeld", "new": password})
    assert answer.status_code == 400
    assert said in answer.content.decode()
    assert tries(doors.as_(), "karin", "voorbeeld").status_code == 302


def test_another_password_ends_the_sessions_elsewhere(doors: Doors) -> None:
    here, elsewhere = doors.as_("samira"), doors.as_("samira")
    assert here.post("/account/wachtwoord", {"old": "fout", "new": GOOD}).status_code == 400
    assert here.post("/account/wachtwoord", {"old": "voorbeeld", "new": GOOD}).status_code == 302
    assert here.get("/account").status_code == 200
    assert elsewhere.get("/account").status_code == 302
    assert tries(doors.as_(), "samira", GOOD).status_code == 302


def test_guesses_at_the_password_of_now_are_counted_as_at_signing_in(doors: Doors) -> None:
    """Whoever sits down at somebody's open screen gets five; the one who knows it begins anew."""
    from axes.models import AccessAttempt

    browser = doors.as_("samira")
    guess = {"old": "fout", "new": GOOD}
    for _ in range(2):
        assert [browser.post("/account/wachtwoord", guess).status_code for _ in range(4)] == [400] * 4
        assert browser.post("/account/wachtwoord", {"old": "voorbeeld", "new": "kort"}).status_code == 400
    assert [browser.post("/account/wachtwoord", guess).status_code for _ in range(5)] == [400] * 4 + [429]
    locked = browser.post("/account/wachtwoord", {"old": "voorbeeld", "new": GOOD})
    assert locked.status_code == 429
    assert "kwartier" in locked.content.decode()
    assert tries(doors.as_(), "samira", "voorbeeld", "10.1.2.3").status_code == 302, "the password is as it was"
    assert tries(browser, "een geheim in het verkeerde vak", "fout").status_code == 400
    kept = "".join(AccessAttempt.objects.values_list("post_data", flat=True))
    assert "old=***" in kept
    assert not any(typed in kept for typed in ("fout", "bomen", "geheim", "voorbeeld"))


def test_a_session_gets_a_new_name_at_signing_in(doors: Doors) -> None:
    """A session that somebody else made and left in a browser is worth nothing."""
    from django.contrib.sessions.models import Session

    browser = doors.as_()
    planted = browser.session
    planted["x"] = 1
    planted.save()
    browser.cookies["session"] = planted.session_key
    assert tries(browser, "samira", "voorbeeld").status_code == 302
    assert browser.cookies["session"].value != planted.session_key
    assert not Session.objects.filter(session_key=planted.session_key).exists()


def test_a_session_ends_after_a_quarter_without_a_click(doors: Doors) -> None:
    """A page that renews itself is no click; a form that comes too late is told so, and does nothing."""
    browser = doors.as_("samira")
    shift(browser, seen=-800)
    assert browser.get("/mijn/maand/2019-05", headers={"HX-Request": "true"}).status_code == 200
    shift(browser, seen=-110)
    answer = browser.get("/mijn/maand/2019-05")
    assert (answer.status_code, answer["location"]) == (302, "/inloggen?next=/mijn/maand/2019-05")
    browser = doors.as_("samira")
    shift(browser, seen=-901)
    answer = browser.post("/account/wachtwoord", {"old": "voorbeeld", "new": GOOD}, follow=True)
    assert "niet verstuurd" in answer.content.decode()
    assert tries(doors.as_(), "samira", "voorbeeld").status_code == 302


def test_a_click_keeps_a_session_open_and_never_longer_than_ten_hours(doors: Doors) -> None:
    browser = doors.as_("anna")
    shift(browser, seen=-800)
    assert browser.get("/account").status_code == 200
    assert browser.session["seen"] >= int(time()) - 5
    shift(browser, seen=-800)
    stayed = browser.post("/account/blijven")
    assert (stayed.status_code, stayed["X-Session-Seconds"]) == (204, "900")
    shift(browser, began=-36_001)
    assert browser.get("/account").status_code == 302


def test_the_page_says_until_when_somebody_is_signed_in(doors: Doors) -> None:
    text = doors.as_("samira").get("/account").content.decode()
    assert re.search(r"U blijft ingelogd tot \d\d:\d\d\.", text)
    assert "ingelogd tot" not in doors.as_().get("/inloggen").content.decode()


def shift(browser: Any, **moved: int) -> None:
    """Let time pass for a session."""
    session = browser.session
    for name, seconds in moved.items():
        session[name] += seconds
    session.save()


def code_of(login: str) -> str:
    """What the telephone of somebody shows now."""
    from django_otp.plugins.otp_totp.models import TOTPDevice

    device = TOTPDevice.objects.filter(user__login=login).latest("id")
    TOTPDevice.objects.filter(pk=device.pk).update(last_t=-1, throttling_failure_count=0, throttling_failure_timestamp=None)
    made = TOTP(device.bin_key, device.step, device.t0, device.digits, device.drift)
    made.time = time()
    return f"{made.token():06d}"


def enrol(doors: Doors, login: str) -> list[str]:
    """Set up a second step; the codes on paper."""
    browser = doors.as_(login)
    shown = browser.get("/inloggen/tweede-stap").content.decode()
    assert "qr.svg" in shown
    assert browser.get("/inloggen/tweede-stap/qr.svg")["content-type"] == "image/svg+xml"
    wrong = browser.post("/inloggen/tweede-stap", {"code": "000000"})
    assert wrong.status_code == 400
    done = browser.post("/inloggen/tweede-stap", {"code": code_of(login)}).content.decode()
    assert browser.get("/account").status_code == 200
    return re.findall(r"<code>(\w+)</code>", done)


def test_who_has_a_second_step_needs_it_at_every_door(doors: Doors) -> None:
    """With the telephone, or once with each code on paper; a password alone shows nothing and changes nothing."""
    from django_otp.plugins.otp_static.models import StaticDevice

    papers = enrol(doors, "anna")
    assert len(papers) == len(set(papers)) == 10
    browser = doors.as_()
    assert tries(browser, "anna", "voorbeeld").status_code == 302
    month = doors.path("month", 1001, month="2019-05")
    assert browser.get(month)["location"] == "/inloggen/code"
    assert browser.post("/account/wachtwoord", {"old": "voorbeeld", "new": GOOD})["location"] == "/inloggen/code"
    assert browser.get("/inloggen/tweede-stap")["location"] == "/inloggen/code"
    assert browser.get("/inloggen/tweede-stap/qr.svg")["location"] == "/inloggen/code"
    before = browser.session.session_key
    assert browser.post("/inloggen/code", {"code": "123456"}).status_code == 400
    assert browser.post("/inloggen/code", {"code": code_of("anna")}).status_code == 302
    assert browser.session.session_key != before
    assert browser.get(month).status_code == 200
    StaticDevice.objects.update(throttling_failure_count=0, throttling_failure_timestamp=None)
    for status in (302, 400):
        other = doors.as_("anna")
        assert other.post("/inloggen/code", {"code": papers[0]}).status_code == status


def test_a_second_step_ends_what_began_with_a_password_alone(doors: Doors, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever signed in before with somebody's password neither stays nor sets up a telephone in the place of theirs."""
    from django_otp.plugins.otp_totp.models import TOTPDevice

    demo, sevda = doors.as_("anna"), doors.as_("sevda")
    before_real_people(monkeypatch)
    stranger = doors.as_("anna")
    assert stranger.get("/inloggen/tweede-stap").status_code == 200
    enrol(doors, "anna")
    kept = TOTPDevice.objects.get(user__login="anna", confirmed=True).key
    for browser in (demo, stranger):
        assert browser.get("/inloggen/tweede-stap")["location"].startswith("/inloggen?")
        assert browser.post("/inloggen/tweede-stap", {"code": code_of("anna")}).status_code in (302, 403)
    assert TOTPDevice.objects.get(user__login="anna", confirmed=True).key == kept
    assert sevda.get("/inloggen/tweede-stap").status_code == 200, "a colleague stays signed in"


def test_a_code_too_soon_after_a_wrong_one_hears_to_wait(doors: Doors) -> None:
    """And not that it is wrong: nobody looked at it."""
    papers = enrol(doors, "anna")
    browser = doors.as_("anna")
    assert "klopt niet" in browser.post("/inloggen/code", {"code": "123456"}).content.decode()
    soon = browser.post("/inloggen/code", {"code": papers[0]})
    assert soon.status_code == 400
    assert "Aantal seconden: 1." in soon.content.decode()
    assert "code klopt niet" not in soon.content.decode()


def test_a_code_of_the_telephone_costs_the_paper_nothing(doors: Doors) -> None:
    """Who signs in with a telephone each day and then loses it, gets in with a code on paper at once."""
    papers = enrol(doors, "anna")
    for _ in range(3):
        assert doors.as_("anna").post("/inloggen/code", {"code": code_of("anna")}).status_code == 302
    assert doors.as_("anna").post("/inloggen/code", {"code": papers[0]}).status_code == 302


def test_the_api_waits_for_the_second_step_too(doors: Doors) -> None:
    """A session before its second step is nobody's there."""
    enrol(doors, "samira")
    browser = doors.as_()
    tries(browser, "samira", "voorbeeld")
    assert browser.get("/api/v1/month-specifications").status_code == 401
    browser.post("/inloggen/code", {"code": code_of("samira")})
    assert browser.get("/api/v1/month-specifications").status_code == 200


def test_before_real_people_staff_must_set_up_a_second_step(doors: Doors, monkeypatch: pytest.MonkeyPatch) -> None:
    from werkzaam.web.accounts import second
    from werkzaam.web.accounts.models import Account
    from werkzaam.web.roles import Role

    before_real_people(monkeypatch)
    needed = {one.kind for one in Account.objects.all() if second.needed(one) == second.MAKE}
    assert needed == {
        Role.KLANTMANAGER, Role.TEAMLEIDER, Role.INKOMENSCONSULENT, Role.HANDHAVER, Role.ONDERZOEKER, Role.BEHEERDER,
    }  # fmt: skip
    browser = doors.as_("anna")
    assert browser.get(doors.path("month", 1001, month="2019-05"))["location"] == "/inloggen/tweede-stap"
    assert doors.as_("samira").get("/mijn/maand/2019-05").status_code == 200


def before_real_people(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same site, as it is in production."""
    from dataclasses import replace

    from werkzaam.web.site import site

    monkeypatch.setattr(site(), "environment", replace(site().environment, demo=False))
