# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Contact, letters, who looked, and the list of a representative."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest

from tests.web.doors import Doors
from tests.web.mijn import own, text_of
from werkzaam.app.casework.handing_over import hand_over
from werkzaam.app.casework.offices import office_of
from werkzaam.app.casework.plan_of_week import keep, planned
from werkzaam.app.casework.record import write
from werkzaam.casework.entry import Kind, Role
from werkzaam.casework.notions import due_of
from werkzaam.casework.questions import open_questions
from werkzaam.store.casework import assign, clients
from werkzaam.store.looks import looks_at


def facts_of(answer: Any) -> dict[str, str]:
    """The names and values of the page's list of facts."""
    plain = (re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", one)).strip() for one in
             re.findall(r"<d[td]>(.*?)</d[td]>", answer.content.decode(), re.S))  # fmt: skip
    found = list(plain)
    return dict(zip(found[::2], found[1::2], strict=True))


@pytest.mark.requirement("R-136")
@pytest.mark.parametrize("lang", ["nl", "en"])
def test_who_helps_is_four_facts_or_a_term(doors: Doors, lang: str) -> None:
    facts = facts_of(doors.as_("samira", lang=lang).get("/mijn/contact"))
    assert len(facts) == 4
    assert all(facts.values())
    assert list(facts.values())[:2] == ["Karin Demir", "14 000, kies 1"]
    desk = doors.desk("t.leeuw")
    with desk.writes() as writer:
        assign(writer, clients(desk.database, desk.town.id, [1001])[1001], None, desk.today, reason="met pensioen")
    page = text_of(doors.as_("samira", lang=lang).get("/mijn/contact"))
    assert "Karin" not in page, "who is not the case manager any more is not named"
    assert {"nl": "uiterlijk op 3 juni 2019", "en": "At the latest on 3 June 2019"}[lang] in page


@pytest.mark.requirement("R-138")
def test_a_wish_for_more_contact_in_self_direction_gets_an_offer_in_its_term(doors: Doors) -> None:
    assert getattr(own(doors, 1001).guidance, "part", None) == "ams_self_direction"
    browser = doors.as_("samira")
    sent = browser.post("/mijn/contact", {"do": "pace", "topic": "meer_contact", "once": "a"}, follow=True)
    assert "uiterlijk op 3 juni 2019" in text_of(sent)
    asked, week = planned(doors.desk("t.leeuw"), date(2019, 6, 3))
    keep(doors.desk("t.leeuw"), asked, week, "2019-W23")
    (offer,) = own(doors, 1001).of(Kind.APPOINTMENT)
    assert date(2019, 5, 20) <= date.fromisoformat(str(offer.body["on"])) <= date(2019, 6, 3)
    page = browser.get("/mijn/contact")
    assert "Dit past" in text_of(page)
    browser.post("/mijn/contact", {"do": "suits", "about": offer.seq})
    assert "U hebt gezegd dat dit past" in text_of(browser.get("/mijn/contact"))


def test_a_form_sent_twice_counts_once_and_two_forms_count_twice(doors: Doors) -> None:
    browser = doors.as_("samira")
    for once in ("a", "a", "b"):
        browser.post("/mijn/contact", {"do": "call", "language": "arabisch", "once": once})
    calls = own(doors, 1001).of(Kind.SIGNAL)
    assert [one.body["language"] for one in calls] == ["Arabisch", "Arabisch"]
    desk = doors.desk()
    due = [one for one in due_of(own(doors, 1001), office_of(desk)) if one.code == "call_back"]
    assert (len(due), due[0].by, due[0].values["language"]) == (2, date(2019, 5, 21), "Arabisch")


def test_what_is_missing_stays_on_the_page(doors: Doors) -> None:
    answer = doors.as_("samira").post("/mijn/contact", {"do": "ask", "text": ""})
    assert answer.status_code == 400
    assert "errorlist" in answer.content.decode()
    answer = doors.as_("samira").post("/mijn/contact", {"do": "pace", "topic": "nonsense", "text": "mijn woorden"})
    assert answer.status_code == 400
    assert "mijn woorden" in answer.content.decode()
    assert not own(doors, 1001).of(Kind.SIGNAL, Kind.QUESTION)


@pytest.mark.requirement("R-139")
def test_a_letter_can_be_explained_by_who_knows_the_person(doors: Doors) -> None:
    browser = doors.as_("samira")
    page = browser.get("/mijn/brieven").content.decode()
    which = re.search(r'name="which" value="([^"]+)"', page)
    assert which is not None
    sent = browser.post("/mijn/brieven", {"do": "explain", "which": which[1]}, follow=True)
    assert "uiterlijk op 21 mei 2019" in text_of(sent)
    (ticket,) = open_questions(own(doors, 1001), office_of(doors.desk()))
    assert (ticket.owner, ticket.by) == ("k.demir", date(2019, 5, 21))
    (due,) = [one for one in due_of(own(doors, 1001), office_of(doors.desk())) if one.code == "uitleg_brief"]
    assert due.by == date(2019, 5, 21)


def test_a_letter_opens_as_it_was_sent_and_is_kept(doors: Doors) -> None:
    browser = doors.as_("samira")
    address = re.findall(r'href="(/mijn/brieven/2019-01/1)"', browser.get("/mijn/brieven").content.decode())[0]
    first, again = browser.get(address), browser.get(address)
    assert first.content.startswith(b"%PDF")
    assert first.content == again.content
    assert first["Content-Type"] == "application/pdf"
    assert browser.get("/mijn/brieven/2019-01/9").status_code == 404
    assert doors.as_("evelyn").get("/mijn/bericht/1").status_code == 404


@pytest.mark.requirement("R-213")
def test_three_accesses_are_three_lines_with_role_and_purpose(doors: Doors) -> None:
    assert "0 keer" in text_of(doors.as_("samira").get("/mijn/wie-keek"))
    for login in ("karin", "anna", "karin"):
        doors.as_(login).get(doors.path("month", 1001, month="2019-05"))
    doors.as_("samira").get("/mijn/contact")
    page = doors.as_("samira").get("/mijn/wie-keek").content.decode()
    rows = [re.sub(r"<[^>]+>", "|", row) for row in re.findall(r"<tr>(?:<td>.*?)</tr>", page)]
    assert len(rows) == 3
    assert sum(all(word in row for word in ("Karin Demir", "klantmanager", "uw maand bekijken")) for row in rows) == 2
    assert sum("inkomensconsulent" in row for row in rows) == 1


def test_who_represents_sees_who_and_only_as_long_as_it_lasts(doors: Doors) -> None:
    page = text_of(doors.as_("helder").get("/vertegenwoordigd"))
    assert "Rabia" in page
    assert "Hassan" not in page, "the mandate for Hassan ended in March"
    assert doors.as_("helder").get(doors.path("contact", 1009)).status_code == 404
    assert doors.as_("samira").get("/vertegenwoordigd").status_code == 403
    assert "alleen kijken" in text_of(doors.as_("buurthuis").get("/vertegenwoordigd"))


def test_what_a_representative_does_is_kept_and_the_person_sees_it(doors: Doors) -> None:
    contact = doors.path("contact", 1005)
    whose = text_of(doors.as_("helder").get(contact))
    assert ("U kijkt voor Rabia." in whose, "De maand van Rabia" in whose, "Mijn maand" in whose) == (True, True, False)
    assert "U kijkt voor Rabia." in text_of(doors.as_("helder").get(doors.path("month-now", 1005)))
    assert "U kijkt voor" not in text_of(doors.as_("karin").get(doors.path("month-now", 1001)))
    sent = doors.as_("helder").post(contact, {"do": "ask", "text": "Wanneer komt de premie?", "once": "a"}, follow=True)
    assert "uiterlijk op" in text_of(sent)
    page = text_of(doors.as_("rabia").get("/mijn/wie-keek"))
    assert "Bewind Helder : vraag" in page
    assert "vertegenwoordiger" in page


def test_who_may_only_look_is_refused_and_the_person_sees_the_try(doors: Doors) -> None:
    contact = doors.path("contact", 1005)
    assert "Verstuur" not in text_of(doors.as_("buurthuis").get(contact))
    assert doors.as_("buurthuis").post(contact, {"do": "ask", "text": "x"}).status_code == 403
    assert not own(doors, 1005).of(Kind.QUESTION)
    kept = [one.purpose for one in looks_at(doors.desk().database, "voorbeeldstad", 1005)]
    assert kept[-1] == "geweigerd: contact"
    assert "Dat is geweigerd" in text_of(doors.as_("rabia").get("/mijn/wie-keek"))


def test_a_handover_is_announced_with_its_reason(doors: Doors) -> None:
    hand_over(doors.desk("t.leeuw"), 1001, "p.visser", date(2019, 6, 3), "Karin gaat verhuizen.", role=Role.LEAD)
    page = text_of(doors.as_("samira").get("/mijn/contact"))
    assert "Vanaf 3 juni 2019: Peter Visser, 14 000, kies 2." in page
    assert "Karin gaat verhuizen." in page


def test_what_somebody_can_put_right_stands_on_their_own_page_until_they_answered(doors: Doors) -> None:
    link = doors.path("put-right")
    assert link not in doors.as_("samira").get("/mijn/contact").content.decode()
    noticed = write(doors.desk(), 1001, Kind.UNREPORTED, {"wat": "loon van een tweede baan"}, role=Role.INCOME)
    assert link in doors.as_("samira").get("/mijn/contact").content.decode()
    answer = {"over": str(noticed.seq), "antwoord": "gemeld"}
    write(doors.desk("inwoner 1001"), 1001, Kind.PUT_RIGHT, answer, role=Role.CLIENT)
    assert link not in doors.as_("samira").get("/mijn/contact").content.decode()
