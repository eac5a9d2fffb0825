# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The income officer's door: the exceptions, what is decided about them, and by whom it may be."""

from __future__ import annotations

import pytest

from tests.web.doors import Doors
from werkzaam.app.casework.record import write
from werkzaam.app.ledger.record import Recorded
from werkzaam.app.ledger.wage_gone import Way, ask
from werkzaam.app.portal.mijn_reports import decide
from werkzaam.casework.entry import Kind, Role
from werkzaam.core.errors import NotAllowed
from werkzaam.core.months import Month
from werkzaam.store.claims import disputes
from werkzaam.store.decisions import last_decisions
from werkzaam.store.queue import open_item, open_items, queue

JANUARY = Month.of(2019, 1)
YES = {"answer": "approve", "reason": "Het loon was hoger dan geschat", "protected": "Nagekeken, er blijft genoeg over"}


def test_the_bench_shows_each_exception_with_its_reason_money_age_and_term(doors: Doors) -> None:
    page = doors.as_("anna").get("/inkomen/werkvoorraad").content.decode()
    tasks = queue(doors.desk().database, "voorbeeldstad")
    assert page.count("<tr>") == len(tasks) + 1
    assert "te veel betaald, besluit nodig" in page
    assert "€\xa0391,87" in page  # Household 101, January: due 582.40 less than was paid of 974.27.
    assert ">93<" in page  # Days from 16 February to 20 May.
    assert "31 juli 2019" in page  # January may be set off until July (Pw 58:4).
    assert page.index("€\xa0391,87") < page.index("€\xa0175,75"), "the oldest stands first"


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
    assert "Dit loon is nooit verdiend" not in browser.get(address).content.decode()
    assert browser.post(address, {"act": "take_back", "reason": "Zomaar"}).status_code == 400
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


def test_a_wage_that_its_employer_takes_back_is_taken_back_by_a_named_officer(doors: Doors) -> None:
    desk = doors.desk("b.smits")
    file = desk.file(101)
    wage = next(one for one in file.of("wage") if Month.of_day(one.row["gewerkt_van"]) == Month.parse("2019-04"))
    with desk.writes() as writer:
        ask(desk, writer, file, wage, Way.WITHDRAWN, Recorded())
    browser = doors.as_("anna")
    page = browser.get("/inkomen/werkvoorraad?soort=check").content.decode()
    address = page.split('<th scope="row"><a href="')[1].split('"')[0]
    assert "Dit loon is nooit verdiend" in browser.get(address).content.decode()
    told = browser.post(address, {"act": "take_back", "reason": "Gebeld met de werkgever."}, follow=True).content.decode()
    assert "Het loon is weggehaald" in told
    assert open_items(desk.database, "voorbeeldstad") == []
    assert wage.hseq not in {one.hseq for one in doors.desk().file(101).of("wage")}


def test_a_claim_is_approved_by_somebody_else_than_who_proposed_it(doors: Doors) -> None:
    address = doors.path("inkomen-claim", 1001, month="2019-01")
    refused = doors.as_("anna").post(address, YES)
    assert refused.status_code == 403
    assert "Een collega moet dit doen" in refused.content.decode()
    before = last_decisions(doors.desk().database, "voorbeeldstad", 101)[JANUARY].decision
    assert before.claim_after == 0
    browser = doors.as_("sevda")
    assert "€\xa0391,87" in browser.get(address).content.decode()
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


def test_a_report_that_freezes_a_claim_is_read_and_decided_by_somebody_else_than_who_approved_it(doors: Doors) -> None:
    doors.as_("sevda").post(doors.path("inkomen-claim", 1001, month="2019-01"), YES)
    person, officer = doors.as_("samira"), doors.as_("anna")
    person.post("/mijn/klopt-niet", {"do": "report", "subject": "terugbetalen", "month": "2019-01",
                                     "text": "Ik werkte die maand minder.", "once": "a"})  # fmt: skip
    bench = officer.get("/inkomen/werkvoorraad?soort=dispute").content.decode()
    address = bench.split('<th scope="row"><a href="')[1].split('"')[0]
    assert "/geldzaken/melding/" in address
    assert address in officer.get(doors.path("inkomen-household", 1001)).content.decode()
    page = officer.get(address).content.decode()
    for said in ("Melding van Samira", "Ik werkte die maand minder.", "€\xa0391,87", "3 juni 2019"):
        assert said in page
    answer = {"answer": "geen_gelijk", "reason": "Uw loonstrook laat dezelfde uren zien."}
    assert officer.post(address, {**answer, "reason": ""}).status_code == 400
    own = doors.as_("sevda")
    assert "Daarom besluit een collega over de melding" in own.get(address).content.decode()
    assert own.post(address, answer).status_code == 403
    assert "Dit leest de klant" in officer.post(address, answer, follow=True).content.decode()
    told = person.get("/mijn/klopt-niet").content.decode()
    for said in ("wij zien het anders", answer["reason"], "het team Werk en Inkomen", "14 000"):
        assert said in told
    again = officer.post(address, answer)
    assert (again.status_code, "a.maas besliste op 20 mei 2019 al" in again.content.decode()) == (409, True)
    (ended,) = disputes(doors.desk().database, "voorbeeldstad", 101)
    assert ended.outcome == "dismissed"
    letter = doors.path("inkomen-objection-letter", 1001, objection=ended.hseq)
    assert letter in officer.get(doors.path("inkomen-household", 1001)).content.decode()
    assert officer.get(letter).content.startswith(b"%PDF")
    assert officer.get(doors.path("inkomen-objection-letter", 1001, objection=9_999)).status_code == 404
    assert officer.get(address.replace("melding/", "melding/9")).status_code == 404


def test_an_answer_in_the_dossier_ends_what_the_report_froze_and_only_an_officer_gives_it(doors: Doors) -> None:
    doors.as_("sevda").post(doors.path("inkomen-claim", 1001, month="2019-01"), YES)
    sent = {"do": "report", "subject": "terugbetalen", "month": "2019-01", "text": "Ik werkte die maand minder."}
    doors.as_("samira").post("/mijn/klopt-niet", sent)
    home = doors.as_("anna").get(doors.path("inkomen-household", 1001)).content.decode()
    number = int(home.split("/geldzaken/melding/")[1].split('"')[0])
    answer = {"over": number, "uitkomst": "gelijk", "omdat": "U werkte minder dan wij dachten."}
    with pytest.raises(NotAllowed, match="keeps 1 claims from being taken"):
        write(doors.desk("k.demir"), 1001, Kind.REPORT_DECIDED, answer)
    with pytest.raises(NotAllowed, match=r"s\.yilmaz approved the claim"):
        write(doors.desk("s.yilmaz"), 1001, Kind.REPORT_DECIDED, answer, role=Role.INCOME)
    assert [one.outcome for one in disputes(doors.desk().database, "voorbeeldstad", 101)] == [None]
    write(doors.desk("a.maas"), 1001, Kind.REPORT_DECIDED, answer, role=Role.INCOME)
    assert [one.outcome for one in disputes(doors.desk().database, "voorbeeldstad", 101)] == ["upheld"]


def test_an_answer_by_who_guides_ends_a_report_for_the_officer_too(doors: Doors) -> None:
    doors.as_("samira").post("/mijn/klopt-niet", {"do": "report", "subject": "loon", "month": "2019-04", "text": "Te laag."})
    doors.as_("samira").post("/mijn/klopt-niet", {"do": "report", "subject": "bejegening", "text": "Kortaf aan de telefoon."})
    home = doors.as_("anna").get(doors.path("inkomen-household", 1001)).content.decode()
    assert home.count("/geldzaken/melding/") == 1, "how somebody was treated is not for who settles money"
    number = int(home.split("/geldzaken/melding/")[1].split('"')[0])
    decide(doors.desk("k.demir"), 1001, number, "gelijk", "U hebt gelijk.", role=Role.SUPPORT)
    address = doors.path("inkomen-report", 1001, report=number)
    page = doors.as_("anna", lang="en").get(address).content.decode()
    assert ("The client is right" in page, "<textarea" in page) == (True, False)
    assert doors.as_("anna").post(address, {"answer": "deels", "reason": "Nee"}).status_code == 409
