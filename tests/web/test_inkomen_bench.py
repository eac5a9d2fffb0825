# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The income officer's door: the exceptions, what is decided about them, and by whom it may be."""

from __future__ import annotations

import pytest

from tests.web.doors import Doors
from werkzaam.core.months import Month
from werkzaam.store.decisions import last_decisions
from werkzaam.store.queue import open_item, open_items, queue

JANUARY = Month.of(2019, 1)
YES = {"answer": "approve", "reason": "Het loon was hoger dan geschat", "protected": "Nagekeken, er blijft genoeg over"}


def test_the_bench_shows_each_exception_with_its_reason_money_age_and_term(doors: Doors) -> None:
    page = doors.as_("anna").get("/inkomen/werkvoorraad").content.decode()
    tasks = queue(doors.desk().database, "voorbeeldstad")
    assert page.count("<tr>") == len(tasks) + 1
    assert "te veel betaald, besluit nodig" in page
    assert "€ 391,87" in page  # Household 101, January: due 582.40 less than was paid of 974.27.
    assert ">93<" in page  # Days from 16 February to 20 May.
    assert "31 juli 2019" in page  # January may be set off until July (Pw 58:4).
    assert page.index("€ 391,87") < page.index("€ 175,75"), "the oldest stands first"


def test_the_bench_can_be_narrowed_and_has_no_score(doors: Doors) -> None:
    with doors.desk().writes() as writer:
        open_item(writer, "check-1", kind="check", text="Kijk naar de huur", household=101, owner="a.maas")
    browser = doors.as_("anna")
    proposals = sum(one.kind == "proposal" for one in queue(doors.desk().database, "voorbeeldstad"))
    mine = browser.get("/inkomen/werkvoorraad?van=mij").content.decode()
    assert mine.count("<tr>") == 2
    assert "Kijk naar de huur" in mine
    assert browser.get("/inkomen/werkvoorraad?soort=proposal").content.decode().count("<tr>") == proposals + 1
    assert browser.get("/inkomen/werkvoorraad?termijn=bijna").status_code == 200
    assert "score" not in mine.casefold()


def test_a_task_is_taken_up_and_closed_with_a_reason_and_stays_out_of_addresses(doors: Doors) -> None:
    with doors.desk("b.smits").writes() as writer:
        open_item(writer, "check 101 abc", kind="check", text="Kijk naar de huur", household=101)
    browser = doors.as_("anna")
    page = browser.get("/inkomen/werkvoorraad?soort=check").content.decode()
    address = page.split('<th scope="row"><a href="')[1].split('"')[0]
    assert "check" not in address
    assert len(address) == len("/inkomen/werkvoorraad/") + 32
    refused = browser.post(address, {"act": "take", "reason": ""})
    assert (refused.status_code, "errorlist" in refused.content.decode()) == (400, True)
    assert browser.post(address, {"act": "take", "reason": "Ik bel"}).status_code == 302
    assert [one.owner for one in open_items(doors.desk().database, "voorbeeldstad")] == ["a.maas"]
    taken = browser.post(address, {"act": "close", "reason": "Huur klopt"}, follow=True).content.decode()
    assert "Dit is afgerond" in taken
    assert open_items(doors.desk().database, "voorbeeldstad") == []
    assert browser.get(address).status_code == 404


def test_a_claim_is_approved_by_somebody_else_than_who_proposed_it(doors: Doors) -> None:
    address = doors.path("inkomen-claim", 1001, month="2019-01")
    refused = doors.as_("anna").post(address, YES)
    assert refused.status_code == 403
    assert "Een collega moet dit doen" in refused.content.decode()
    before = last_decisions(doors.desk().database, "voorbeeldstad", 101)[JANUARY].decision
    assert before.claim_after == 0
    browser = doors.as_("sevda")
    assert "€ 391,87" in browser.get(address).content.decode()
    receipt = browser.post(address, YES, follow=True)
    assert "Goedgekeurd" in receipt.content.decode()
    made = last_decisions(doors.desk().database, "voorbeeldstad", 101)[JANUARY].decision
    assert (made.claim_after, made.approved_by) == (391_87, "s.yilmaz")
    again = browser.post(address, YES)
    assert again.status_code == 409
    assert "s.yilmaz keurde dit" in again.content.decode()


def test_an_approval_says_what_came_of_the_check_of_the_protected_earnings(doors: Doors) -> None:
    browser, address = doors.as_("sevda"), doors.path("inkomen-claim", 1001, month="2019-01")
    waited = len(queue(doors.desk().database, "voorbeeldstad"))
    page = browser.post(address, {**YES, "protected": " "})
    assert page.status_code == 400
    assert "beslagvrije voet kwam" in page.content.decode()
    assert "Het loon was hoger dan geschat" in page.content.decode(), "what was typed is kept"
    assert browser.post(address, {"answer": "reject", "reason": "Onredelijk"}, follow=True).status_code == 200
    assert last_decisions(doors.desk().database, "voorbeeldstad", 101)[JANUARY].decision.claim_after == 0
    assert len(queue(doors.desk().database, "voorbeeldstad")) == waited - 1


def test_a_household_is_found_by_number_or_name_and_not_by_an_address(doors: Doors) -> None:
    browser = doors.as_("anna", lang="en")
    found = browser.post("/inkomen/zoeken", {"wanted": "amin"})
    assert "Amina" in found.content.decode()
    address = found.content.decode().split('<th scope="row"><a href="')[1].split('"')[0]
    page = browser.get(address).content.decode()
    assert "The money of Jan, Amina" in page
    assert page.count("<h1>") == 1
    assert "Jan" in browser.post("/inkomen/zoeken", {"wanted": "102"}).content.decode()
    assert browser.post("/inkomen/zoeken", {"wanted": "a"}).status_code == 400
    assert "Nobody was found" in browser.post("/inkomen/zoeken", {"wanted": "' OR 1=1"}).content.decode()


@pytest.mark.parametrize("login", ["samira", "karin", "tess", "henk", "bakkerij", "rosa", "bo", "helder"])
def test_the_door_is_the_officers_alone(doors: Doors, login: str) -> None:
    browser = doors.as_(login)
    assert browser.get("/inkomen/werkvoorraad").status_code == 403
    assert browser.get(doors.path("inkomen-household", 1001)).status_code in (403, 404)
    assert browser.post(doors.path("inkomen-claim", 1001, month="2019-01"), YES).status_code in (403, 404)


def test_a_question_about_a_line_opens_at_that_very_line_and_its_answer_is_read_by_who_asked(doors: Doors) -> None:
    from werkzaam.app.portal.own_questions import ask, questions_of

    asked = ask(doors.desk("inwoner 1001"), 101, Month.of(2019, 5), "bijstandsnorm", "Norm", text="Waarom zo weinig?", once="x")
    browser = doors.as_("anna")
    page = browser.get("/inkomen/werkvoorraad?soort=question").content.decode()
    address = page.split('<th scope="row"><a href="')[1].split('"')[0]
    item = browser.get(address).content.decode()
    link = item.split('class="button button-secondary" href="')[1].split('"')[0]
    assert link.endswith("#regel-bijstandsnorm")
    assert 'id="regel-bijstandsnorm"' in browser.get(link).content.decode()
    browser.post(address, {"act": "close", "reason": "De norm klopt. U krijgt hem naast uw loon."})
    told = next(one for one in questions_of(doors.desk(), 101) if one.number == asked.number)
    assert (told.closed, told.answer) == (True, "De norm klopt. U krijgt hem naast uw loon.")
