# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Wages with a receipt, the premium, paying back, and what more work brings, as a browser without JavaScript has them."""

from __future__ import annotations

import re
import time
from typing import Any

import pytest

from tests.web.doors import Doors, euro
from werkzaam.app.extra_work import ExtraWork
from werkzaam.app.ledger.own_report import receipts
from werkzaam.app.portal.kept import Kept
from werkzaam.app.portal.own_what_if import own_what_if
from werkzaam.app.whatif_answer import Question, what_if
from werkzaam.core.months import Month
from werkzaam.store.claims import claims
from werkzaam.store.queue import open_items


def follow(browser: Any, answer: Any) -> str:
    """The page that a form led to."""
    assert answer.status_code == 302
    found: str = browser.get(answer.headers["location"]).content.decode()
    return found


def test_an_amount_is_not_broken_and_what_was_typed_stays_as_it_was(doors: Doors) -> None:
    from werkzaam.web.middleware import kept_together

    assert kept_together("af: − € 12,50; € 3".encode()).decode() == "af: −\xa0€\xa012,50; €\xa03"
    sent = {"do": "ask", "text": "Waar is € 12 gebleven?" + "x" * 2_000}
    page = doors.as_("samira").post("/mijn/contact", sent).content.decode()
    assert "Waar is € 12 gebleven?" in page
    month = doors.as_("samira").get("/mijn/maand").content.decode()
    assert ("€\xa0729,40" in month, "€ " in month) == (True, False)


def test_a_wage_that_is_right_is_confirmed_with_one_tap_and_a_receipt(doors: Doors) -> None:
    browser = doors.as_("samira")
    page = browser.get("/mijn/loon").content.decode()
    assert "/mijn/loon/2019-04/0/klopt" in page
    receipt = follow(browser, browser.post("/mijn/loon/2019-04/0/klopt"))
    assert all(text in receipt for text in ("Bewijs van uw melding", "€\xa0420,10", "20 mei 2019", "U was op tijd"))
    again = follow(browser, browser.post("/mijn/loon/2019-04/0/klopt"))
    assert re.findall(r"<strong>(\w{10})</strong>", again) == re.findall(r"<strong>(\w{10})</strong>", receipt)
    assert len(receipts(doors.desk(), 101, 1001)) == 1
    assert "U zei dat dit klopt." in browser.get("/mijn/loon").content.decode()


def test_a_wage_of_ones_own_counts_at_once_and_a_next_version_leaves_the_old_one_readable(doors: Doors) -> None:
    browser = doors.as_("samira")
    first = browser.post("/mijn/loon/2019-05/0", {"net": "300,00", "paid_on": "2019-06-05"})
    assert "Wij rekenen vanaf nu met dit loon." in follow(browser, first)
    assert "€\xa0300,00" in browser.get("/mijn/maand").content.decode()
    follow(browser, browser.post("/mijn/loon/2019-05/0", {"net": "310,00", "paid_on": "2019-06-05"}))
    page = browser.get("/mijn/maand").content.decode()
    assert "€\xa0310,00" in page
    assert "€\xa0300,00" not in page
    old = browser.get(first.headers["location"]).content.decode()
    assert "€\xa0300,00" in old
    assert "Dit bewijs blijft bestaan." in old


def test_a_wage_that_the_employer_told_otherwise_waits_for_a_person(doors: Doors) -> None:
    browser = doors.as_("samira")
    receipt = follow(browser, browser.post("/mijn/loon/2019-04/0", {"net": "400", "paid_on": "2019-05-05"}))
    assert "Een medewerker kijkt wat klopt." in receipt
    items = [one for one in open_items(doors.desk().database, "voorbeeldstad") if one.household == 101]
    assert [(one.kind, "loonaangifte 420.10, opgave inwoner 400.00" in one.text) for one in items] == [("check", True)]
    assert "€\xa0420,10" in browser.get("/mijn/maand/2019-04").content.decode()


def test_a_new_job_is_reported_per_month_and_shows_in_the_month(doors: Doors) -> None:
    browser = doors.as_("max")
    sent = {"job": "tuin", "month": "2019-05", "net": "120,50", "paid_on": "2019-05-19"}
    assert "tuin" in follow(browser, browser.post("/mijn/loon/melden", sent))
    page = browser.get("/mijn/maand").content.decode()
    assert "tuin" in page
    assert "€\xa0120,50" in page


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"net": "veel"}, "Vul een bedrag in"), ({"net": "-5"}, "Vul een bedrag in"), ({"net": ""}, "Vul een bedrag in"),
        ({"net": "9" * 40}, "Vul een bedrag in"), ({"paid_on": "ooit"}, "Vul een dag in"),
        ({"paid_on": "2001-01-01"}, "kan niet kloppen"), ({"month": "1999-01"}, "Kies de maand"),
        ({"job": ""}, "Vul in waar u werkte"),
        ({"net": "9999999,00"}, "kan niet kloppen"),
    ],
)  # fmt: skip
def test_a_wrong_report_keeps_what_was_typed_and_nothing_else(doors: Doors, wrong: dict[str, str], told: str) -> None:
    sent = {"job": "tuin", "month": "2019-05", "net": "120,50", "paid_on": "2019-05-19"} | wrong
    answer = doors.as_("max").post("/mijn/loon/melden", sent)
    page = answer.content.decode()
    assert answer.status_code == 400
    assert told in page
    assert 'value="tuin"' in page or wrong.get("job") == ""
    assert receipts(doors.desk(), 106, 1007) == []
    assert list(doors.desk().file(106).of("wage")) == []


def test_who_acts_for_somebody_reports_for_them_and_it_stays_their_act(doors: Doors) -> None:
    browser = doors.as_("helder")
    answer = browser.post(doors.path("wage-confirm", 1005, month="2019-04", number=0))
    assert "Bewind Helder" in follow(browser, answer)
    assert receipts(doors.desk(), 104, 1005)[0].by == "Bewind Helder"
    number = answer.headers["location"].rpartition("/")[2]
    assert "Bewind Helder" in doors.as_("rabia").get(f"/mijn/loon/bewijs/{number}").content.decode()
    assert doors.as_("samira").get(f"/mijn/loon/bewijs/{number}").status_code == 404


def test_the_premium_shows_what_was_earned_the_most_the_months_and_the_day(doors: Doors) -> None:
    page = doors.as_("samira").get("/mijn/premie").content.decode()
    for text in (
        "€\xa0999,00",
        "50%",
        "€\xa0200,00",
        "€\xa01.200,00",
        "€\xa0201,00",
        "23 juli 2019",
        "amsterdam_2018",
        "€\xa0199,00",
    ):
        assert text in page
    assert "<dd>5</dd>" in page


def test_paying_back_shows_paces_and_a_proposal_waits_for_an_officer(doors: Doors) -> None:
    browser = doors.as_("fred")
    page = browser.get("/mijn/terugbetalen").content.decode()
    assert all(
        text in page
        for text in ("€\xa0608,00", "€\xa0102,56", "€\xa0505,44", "€\xa051,28", "€\xa025,64", "Half zo snel", "vakantietoeslag")
    )
    receipt = follow(browser, browser.post("/mijn/terugbetalen/tempo", {"choice": "half", "text": "De zorgpremie moet ook."}))
    assert "Half zo snel" in receipt
    item = next(one for one in open_items(doors.desk().database, "voorbeeldstad") if one.item_id.startswith("vraag 105"))
    assert '"code":"pace_asked"' in item.text
    assert claims(doors.desk().database, "voorbeeldstad", 105)[Month.of(2019, 1)].claim == 60_800
    assert browser.post("/mijn/terugbetalen/tempo", {"choice": "nooit"}).status_code == 400


def test_who_does_not_agree_is_believed_until_somebody_decides(doors: Doors) -> None:
    browser = doors.as_("fred")
    page = follow(browser, browser.post("/mijn/terugbetalen/2019-01/oneens", {"text": ""}))
    assert "Een andere medewerker beslist." in page
    state = claims(doors.desk().database, "voorbeeldstad", 105)[Month.of(2019, 1)]
    assert state.value(doors.desk().today, 10).contested == 60_800
    assert browser.post("/mijn/terugbetalen/2019-01/oneens", {"text": ""}).status_code == 400
    assert browser.get("/mijn/terugbetalen/2019-02/oneens").status_code == 404


def test_of_a_proposal_the_person_can_say_something_before_it_is_decided(doors: Doors) -> None:
    browser = doors.as_("evelyn")
    assert "Er is niets ingehouden." in browser.get("/mijn/terugbetalen").content.decode()
    assert browser.post("/mijn/terugbetalen/2019-04/zeggen", {"text": ""}).status_code == 400
    receipt = follow(browser, browser.post("/mijn/terugbetalen/2019-04/zeggen", {"text": "Ik was ziek."}))
    assert "€\xa048,21" in receipt
    assert any('"code":"back_said"' in one.text for one in open_items(doors.desk().database, "voorbeeldstad"))


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_what_if_answers_as_the_rules_do_with_when_and_each_scheme(doors: Doors, lang: str) -> None:
    page = doors.as_("samira", lang=lang).get("/mijn/wat-als", {"hours": "8", "hourly": "11,00"}).content.decode()
    desk = doors.desk()
    file, may = desk.file(101), Month.of(2019, 5)
    kept = Kept()
    answer = what_if(kept.case(desk, file, may), Question(ExtraWork(_eight(), 1100), (), "Samira", may))
    assert euro(answer.then.kept, lang) in page
    assert euro(answer.then.of_wage, lang) in page
    assert "<svg" in page
    assert page.count("<tr>") > 20
    assert len(answer.schemes) == 7
    schemes = page[page.index('id="regelingen"') :]
    assert schemes.count('<th scope="row">') == 7
    assert ("5 juni 2019" if lang == "nl" else "5 June 2019") in page


def _eight() -> Any:
    from fractions import Fraction

    return Fraction(8)


@pytest.mark.parametrize(
    "asked",
    [
        {"hours": "0", "hourly": "11"}, {"hours": "8", "hourly": "0"}, {"hours": "400", "hourly": "11"},
        {"hours": "acht", "hourly": "11"}, {"hours": "-40", "hourly": "100"},
    ],
)  # fmt: skip
def test_a_what_if_that_cannot_be_answered_says_so_and_keeps_what_was_typed(doors: Doors, asked: dict[str, str]) -> None:
    answer = doors.as_("samira").get("/mijn/wat-als", asked)
    assert answer.status_code == 400
    assert f'value="{asked["hours"]}"' in answer.content.decode()


def test_a_what_if_is_quick_once_warm(doors: Doors) -> None:
    from fractions import Fraction

    desk, kept, took = doors.desk(), Kept(), list[float]()
    for hours in range(1, 8):
        began = time.process_time()
        own_what_if(desk, 101, 1001, ExtraWork(Fraction(hours), 1100), kept)
        took.append(time.process_time() - began)
    assert sorted(took[1:])[2] < 0.1, took
