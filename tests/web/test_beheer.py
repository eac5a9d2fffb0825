# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The administrator's door, and the pages for everybody about the site."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.db import IntegrityError

from tests.web.doors import Doors
from werkzaam.app.algorithm_register import register_entry
from werkzaam.app.ledger.plan import RULES_VERSION

ASKED = {
    "login": "nieuw",
    "name": "Nieuwe Collega",
    "role": "klantmanager",
    "acts_as": "n.collega",
    "broker_subject": "",
    "person": "",
}


def account(login: str) -> Any:
    from werkzaam.web.accounts.models import Account

    return Account.objects.get(login=login)


def second_keeper() -> None:
    """Another administrator, for the second pair of eyes."""
    from werkzaam.web.accounts.models import Account

    Account(login="bea", role="beheerder", municipality="voorbeeldstad", name="Bea", acts_as="b.bos").save()


def page_of(doors: Doors, login: str) -> str:
    from werkzaam.web.pages.beheer.accounts import address_of

    return doors.path("account-one", handle=address_of(account(login)))


def test_an_account_opens_when_another_administrator_agrees(doors: Doors) -> None:
    """Not before, and not by who asked for it; the first password is shown once, and opens the account."""
    second_keeper()
    asks, agrees = doors.as_("bo"), doors.as_("bea")
    assert asks.post("/beheer/accounts/nieuw", ASKED)["location"].startswith("/beheer/accounts/")
    path = page_of(doors, "nieuw")
    assert account("nieuw").is_active is False
    assert "andere beheerder moet akkoord" in asks.get(path).content.decode()
    for act in ("agree", "reopen", "close", "niets"):
        assert asks.post(path, {"act": act}).status_code == 400
    assert account("nieuw").is_active is False
    shown = agrees.post(path, {"act": "agree"}).content.decode()
    password = re.search(r"eerste keer is ([\w-]+)\.", shown)
    assert password is not None
    assert doors.as_().post("/inloggen", {"login": "nieuw", "password": password[1]}).status_code == 302
    assert password[1] not in agrees.get(path).content.decode()
    assert agrees.post(path, {"act": "agree"}).status_code == 400


def test_the_schema_asks_for_the_second_pair_of_eyes_too(doors: Doors) -> None:
    from django.db import transaction

    from werkzaam.web.accounts.models import Account

    doors.as_("bo").post("/beheer/accounts/nieuw", ASKED)
    made = Account.objects.filter(login="nieuw")
    for change in ({"is_active": True}, {"agreed_by": account("bo").pk, "is_active": True}):
        with pytest.raises(IntegrityError), transaction.atomic():
            made.update(**change)


def test_a_form_sent_twice_asks_for_one_account(doors: Doors) -> None:
    from werkzaam.web.accounts.models import Account

    before, browser = Account.objects.count(), doors.as_("bo")
    first, again = (browser.post("/beheer/accounts/nieuw", ASKED) for _ in range(2))
    assert first["location"] == again["location"]
    assert Account.objects.count() == before + 1
    other = browser.post("/beheer/accounts/nieuw", {**ASKED, "login": "SAMIRA"})
    assert (other.status_code, "al een account" in other.content.decode()) == (400, True)
    assert "Nieuwe Collega" in other.content.decode()


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"broker_subject": "111222333"}, "burgerservicenummer"),
        ({"role": "inwoner"}, "Wij vinden dit nummer niet"),
        ({"role": "inwoner", "person": "9999", "broker_subject": "x"}, "Wij vinden dit nummer niet"),
        ({"person": "1001"}, "Alleen een inwoner"),
        ({"acts_as": ""}, "naam in het register nodig"),
        ({"role": "werkgever"}, "inlogdienst"),
        ({"role": "baas"}, "baas"),
    ],
)
def test_an_account_that_cannot_be_is_refused_beside_the_field(doors: Doors, changed: dict[str, str], said: str) -> None:
    answer = doors.as_("bo").post("/beheer/accounts/nieuw", {**ASKED, **changed})
    assert answer.status_code == 400
    assert said in answer.content.decode()


def test_an_account_that_is_closed_is_out_at_the_next_request(doors: Doors) -> None:
    keeper, resident = doors.as_("bo"), doors.as_("samira")
    assert resident.get("/account").status_code == 200
    assert keeper.post(page_of(doors, "samira"), {"act": "close"}).status_code == 302
    assert resident.get("/account").status_code == 302
    assert doors.as_().post("/inloggen", {"login": "samira", "password": "voorbeeld"}).status_code == 400
    assert keeper.post(page_of(doors, "samira"), {"act": "reopen"}).status_code == 302
    assert doors.as_().post("/inloggen", {"login": "samira", "password": "voorbeeld"}).status_code == 302


def test_nobody_acts_on_their_own_account(doors: Doors) -> None:
    for act in ("close", "reset", "reopen", "agree"):
        assert doors.as_("bo").post(page_of(doors, "bo"), {"act": act}).status_code == 400
    assert account("bo").is_active


def test_who_lost_a_telephone_begins_the_second_step_anew(doors: Doors) -> None:
    from tests.web.test_sign_in import enrol
    from werkzaam.web.accounts import second

    enrol(doors, "anna")
    assert second.needed(account("anna")) == second.CODE
    doors.as_("bo").post(page_of(doors, "anna"), {"act": "reset"})
    assert second.needed(account("anna")) == second.DONE


def test_an_account_of_another_town_is_not_there(doors: Doors) -> None:
    from werkzaam.web.accounts.models import Account

    Account.objects.filter(login="rosa").update(municipality="anders")
    browser = doors.as_("bo")
    assert browser.get(page_of(doors, "rosa")).status_code == 404
    assert "rosa" not in browser.get("/beheer/accounts").content.decode()


def test_rights_are_reviewed_the_oldest_first_and_never_ones_own(doors: Doors) -> None:
    from werkzaam.web.pages.beheer.accounts import address_of

    browser = doors.as_("bo")
    order = re.findall(r'<th scope="row"><a[^>]*>([^<]+)<', browser.get("/beheer/rechten").content.decode())
    assert browser.post("/beheer/rechten", {"account": address_of(account(order[0]))}).status_code == 302
    after = re.findall(r'<th scope="row"><a[^>]*>([^<]+)<', browser.get("/beheer/rechten").content.decode())
    assert after == [*order[1:], order[0]]
    kept = account(order[0])
    assert (kept.reviewed_by, str(kept.reviewed_on)) == (account("bo").pk, "2019-05-20")
    assert browser.post("/beheer/rechten", {"account": address_of(account("bo"))}).status_code == 404
    assert browser.post("/beheer/rechten", {"account": "1"}).status_code == 404


def test_the_trail_shows_what_happened_and_whether_it_is_whole(doors: Doors) -> None:
    from django.db import connection

    browser = doors.as_("bo")
    browser.post(page_of(doors, "samira"), {"act": "close"})
    text = browser.get("/beheer/logboek?controle=1").content.decode()
    assert "account_close" in text
    assert "is heel" in text
    assert "Samira" not in text
    with connection.cursor() as cursor:
        cursor.execute("DROP TRIGGER accounts_event_no_update")
        cursor.execute("UPDATE accounts_event SET result = 'niets' WHERE number = 2")
    assert "niet heel, bij regel 2" in browser.get("/beheer/logboek?controle=1").content.decode()


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_the_register_is_that_of_the_rules_that_compute(doors: Doors, lang: str) -> None:
    """Every part, with the version of the rules; nothing that the rules must not read is among the data."""
    text = doors.as_(lang=lang).get("/algoritmeregister").content.decode()
    parts = register_entry(lang)
    assert all(part.title in text for part in parts)
    assert RULES_VERSION in text
    data = " ".join(next(part.listed for part in parts if part.key == "data")).lower()
    assert all(word not in data for word in ("nationalit", "geboorteland", "country of birth", "buurt", "neighbourhood"))


def test_the_pages_about_the_site_are_for_everybody_and_in_the_footer(doors: Doors) -> None:
    for lang, word in (("nl", "Toegankelijkheid"), ("en", "Accessibility")):
        browser = doors.as_(lang=lang)
        assert word in browser.get("/inloggen").content.decode()
        assert all(browser.get(path).status_code == 200 for path in ("/toegankelijkheid", "/privacy", "/algoritmeregister"))


def test_a_weakness_can_be_reported(doors: Doors) -> None:
    """security.txt as RFC 9116 asks: a contact, and a day on which it runs out, within a year."""
    answer = doors.as_().get("/.well-known/security.txt")
    fields = dict(line.split(": ", 1) for line in answer.content.decode().splitlines())
    assert answer["content-type"] == "text/plain; charset=utf-8"
    assert re.fullmatch(r"tel:\+?\d+", fields["Contact"])
    assert fields["Expires"] == "2020-05-19T00:00:00Z"
