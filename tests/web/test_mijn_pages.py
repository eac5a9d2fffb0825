# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Plan, rights, file, who may act, reports, and the other pages of the person."""

from __future__ import annotations

import hashlib
import io
import json
import re
from dataclasses import replace
from datetime import date

import pytest
from pypdf import PdfReader

from tests.app.portal.drawn import PDF
from tests.web.doors import Doors
from tests.web.mijn import own, text_of
from werkzaam.app.casework.caseload import caseload_page
from werkzaam.app.casework.dossier_page import dossier_page
from werkzaam.app.casework.dossiers import dossier_of
from werkzaam.app.casework.offices import office_of
from werkzaam.app.casework.record import write
from werkzaam.app.casework.town_work import course_gaps
from werkzaam.app.ledger.desk import Desk
from werkzaam.app.ledger.officer import approve_claim
from werkzaam.app.portal.attachment import Attachment
from werkzaam.app.portal.mijn_reports import decide
from werkzaam.app.portal.own_draw import own_draw
from werkzaam.app.portal.own_questions import ask
from werkzaam.casework.entry import Kind, Role
from werkzaam.casework.goals import CONFIRMED, goals_of
from werkzaam.casework.notions import due_of
from werkzaam.casework.period import Period
from werkzaam.core.digest import digest
from werkzaam.core.errors import NotAllowed
from werkzaam.core.months import Month
from werkzaam.ledger.payment import Part, PartKind
from werkzaam.ledger.premium import Award, award
from werkzaam.store.accounts import account_requests
from werkzaam.store.claims import claims
from werkzaam.store.looks import looks_at
from werkzaam.store.people import representatives
from werkzaam.store.premiums import record_premium

PAGES = ("contact", "letters", "plan", "my-rights", "file", "looks", "mandates", "reports", "more", "abroad", "education",
         "hopes", "contribution", "grade", "my-group")  # fmt: skip


def later(desk: Desk, day: str) -> Desk:
    """The same desk on another day."""
    return Desk(desk.database, desk.town, desk.actor, f"{day}T09:00:00Z")


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_every_page_opens_for_everybody_of_the_town(doors: Doors, lang: str) -> None:
    for login in ("samira", "amina", "max", "hassan"):
        browser = doors.as_(login, lang=lang)
        for name in PAGES:
            answer = browser.get(doors.path(name))
            assert answer.status_code == 200, (login, name)
            assert not re.search(r"mijn_[a-z]+|[{}]", text_of(answer)), name


def test_hopes_marks_and_mandates_are_for_the_person_alone(doors: Doors) -> None:
    for name in ("hopes", "grade", "mandates", "my-group"):
        assert doors.as_("helder").get(doors.path(name, 1005)).status_code == 403
        assert doors.as_("karin").get(doors.path(name, 1001)).status_code == 403


def test_a_goal_counts_when_both_sides_know_it_and_care_counts_as_work(doors: Doors) -> None:
    ours = {"gebied": "gezondheid", "stap": "Samen wandelen", "tempo": "rustig", "eigenaar": "samen"}
    made = write(doors.desk("k.demir"), 1001, Kind.GOAL, ours)
    assert made.seq is not None
    browser = doors.as_("samira")
    assert "voorstel, wacht op u" in text_of(browser.get("/mijn/plan"))
    browser.post("/mijn/plan", {"do": "agree", "about": made.seq})
    browser.post("/mijn/plan", {"do": "goal", "area": "mantelzorg", "step": "Bij mijn moeder", "pace": "elke week"})
    known = [one for one in goals_of(own(doors, 1001), date(2019, 5, 20)) if one.entry.seq >= made.seq]
    assert [(one.area, one.status) for one in known] == [("gezondheid", CONFIRMED), ("mantelzorg", CONFIRMED)]
    browser.post("/mijn/plan", {"do": "enough", "note": "", "hours": "12"})
    assert "hoogstens 12 uur" in text_of(browser.get("/mijn/plan"))
    browser.post("/mijn/plan", {"do": "let_go", "about": known[1].entry.seq})
    assert known[1].entry.seq not in {one.entry.seq for one in goals_of(own(doors, 1001), date(2019, 5, 20))}


def test_an_agreement_survives_a_change_and_ends_only_with_a_reason(doors: Doors) -> None:
    desk = doors.desk("k.demir")
    raw = {"soort": "toestemming", "wat": "De opleiding tot coach", "van_wie": "gemeente"}
    made = write(desk, 1001, Kind.AGREEMENT, raw, until=date(2020, 6, 30))
    page = text_of(doors.as_("samira").get("/mijn/plan"))
    assert "De opleiding tot coach Geldt tot en met 30 juni 2020." in page
    taken = {"over": made.seq, "omdat": "De school stopt.", "geldt_tot_en_met": "2019-08-01", "gezien_door": "t.leeuw"}
    write(doors.desk("p.visser"), 1001, Kind.WITHDRAWN, taken)
    page = text_of(doors.as_("samira").get("/mijn/plan"))
    assert "Geldt tot en met 1 augustus 2019." in page
    assert "De school stopt." in page


def test_who_left_chooses_help_or_none(doors: Doors) -> None:
    assert "Hulp na de bijstand" not in text_of(doors.as_("samira").get("/mijn/plan"))
    write(doors.desk("k.demir"), 1001, Kind.EXIT, {"waarom": "werk"}, day=date(2019, 5, 1))
    browser = doors.as_("samira")
    page = text_of(browser.get("/mijn/plan"))
    assert "U kunt nog hulp krijgen tot en met 1 november 2019" in page
    assert "Dat kan tot 1 mei 2020" in page
    assert browser.post("/mijn/plan", {"do": "aftercare", "giver": "onafhankelijk"}).status_code == 400
    browser.post("/mijn/plan", {"do": "aftercare", "giver": "gemeente", "times": "2"})
    assert "U koos: ja, ik wil hulp. 2 keer per maand." in text_of(browser.get("/mijn/plan"))
    browser.post("/mijn/plan", {"do": "aftercare", "giver": "nee"})
    assert "U koos: geen hulp." in text_of(browser.get("/mijn/plan"))
    assert not [one for one in due_of(own(doors, 1001), office_of(doors.desk())) if one.code.startswith("aftercare")]


def _lists(page: str) -> list[list[str]]:
    return [re.findall(r"<li>(.*?)</li>", part) for part in re.findall(r"<h2 id=.*?</section>", page, re.S)[:3]]


@pytest.mark.requirement("R-141")
def test_the_three_lists_are_those_of_self_direction(doors: Doors) -> None:
    """As regimes.yaml has it: seek work and accept suitable work, formally; the client begins, decides how often, sets goals."""
    must, may, unchecked = _lists(doors.as_("samira").get("/mijn/rechten").content.decode())
    assert must == unchecked == ["werk zoeken", "passend werk aannemen"]
    for one in ("U bepaalt zelf wanneer er contact is.", "U kiest zelf hoe vaak u praat.", "U kiest zelf uw doelen.",
                "U kunt vragen om: de inwoner kiest of en welk traject, in overleg.",
                "U hebt recht op minstens 1 keer contact per jaar."):  # fmt: skip
        assert one in may
    assert "seed" not in text_of(doors.as_("samira").get("/mijn/rechten"))
    assert "A-79" not in text_of(doors.as_("samira").get("/mijn/rechten"))
    other = _lists(doors.as_("evelyn").get("/mijn/rechten").content.decode())
    assert other != [must, may, unchecked]


@pytest.mark.requirement("R-149")
@pytest.mark.parametrize(("lang", "said"), [("nl", "een baan is niet gegarandeerd"), ("en", "no job is guaranteed")])
def test_nobody_is_promised_a_job_where_the_regime_offers_none(doors: Doors, lang: str, said: str) -> None:
    assert said in text_of(doors.as_("samira", lang=lang).get("/mijn/rechten"))
    write(doors.desk("t.leeuw"), 1001, Kind.GUIDANCE, {"deel": "ams_werkbrigade", "omdat": "eigen keuze"}, role=Role.LEAD)
    assert said not in text_of(doors.as_("samira", lang=lang).get("/mijn/rechten"))


@pytest.mark.requirement("R-142")
def test_a_correction_stands_beside_the_entry_for_who_opens_the_file(doors: Doors) -> None:
    made = write(doors.desk("k.demir"), 1001, Kind.SUMMARY, {"tekst": "Wil geen werk."})
    browser = doors.as_("samira")
    assert "Wil geen werk." in text_of(browser.get("/mijn/gegevens"))
    browser.post(f"/mijn/gegevens/{made.seq}", {"do": "correct", "text": "Ik wil wel werken, maar niet 's nachts."})
    assert "U zei: Ik wil wel werken" in text_of(browser.get("/mijn/gegevens"))
    lines = dossier_page(doors.desk("k.demir"), 1001, "nl").splitlines()
    at = next(number for number, line in enumerate(lines) if line.startswith(f"  [{made.seq}] ") and "door k.demir" in line)
    assert any("De cliënt ziet het anders: Ik wil wel werken" in line for line in lines[at : at + 4])
    assert browser.get("/mijn/gegevens/999").status_code == 404


def test_everything_can_be_taken_along_in_one_file(doors: Doors) -> None:
    browser = doors.as_("samira")
    browser.post("/mijn/later", {"do": "hope", "text": "Een eigen naaiatelier"})
    answer = browser.get("/mijn/gegevens/alles.json")
    assert answer["Content-Disposition"].startswith("attachment")
    told = json.loads(answer.content)
    assert told["naam"] == "Samira"
    assert {one["maand"] for one in told["besluiten"]} == {f"2019-0{month}" for month in range(1, 6)}
    assert "Een eigen naaiatelier" in json.dumps(told, ensure_ascii=False)
    doors.as_("rabia").post("/mijn/later", {"do": "hope", "text": "Geheim"})
    assert b"Geheim" not in doors.as_("helder").get(doors.path("take-along", 1005)).content


def test_what_is_taken_along_has_the_questions_with_their_file_the_account_the_premium_and_the_draw(doors: Doors) -> None:
    browser, desk = doors.as_("samira"), doors.desk("k.demir")
    march, file = Month.parse("2019-03"), Attachment("application/pdf", PDF)
    ask(desk, 101, march, "totaal", "Totaal", text="Waar is mijn toeslag?", file=file)
    paid = award(None, 1, 9_000, person=1001, year=2019, earlier=0, cap=100_000, evidence=digest("premium"))
    assert isinstance(paid, Award)
    with desk.writes() as writer:
        record_premium(writer, 101, paid, None, pay_month=march, parts=(Part(PartKind.ACCOUNT, "persoon", "Samira", 9_000),))
    told = json.loads(browser.get("/mijn/gegevens/alles.json").content)
    (asked,) = told["vragen"]
    assert (asked["maand"], asked["tekst"], asked["antwoord"]) == ("2019-03", "Waar is mijn toeslag?", None)
    known = {"soort": "application/pdf", "bytes": len(PDF), "sha256": hashlib.sha256(PDF).hexdigest()}
    assert asked["bestand"] == known
    assert [(one["jaar"], one["helft"], one["bedrag"], one["betaalmaand"]) for one in told["premies"]] == [
        (2019, 1, 9_000, "2019-03")
    ]
    accounts = [one for one in account_requests(desk.database, "voorbeeldstad", 101) if one.payee == "persoon"]
    assert [one["rekening"] for one in told["rekeningen"]] == [one.iban for one in accounts] != []
    drawn = own_draw(desk, 1001)
    assert drawn is not None
    assert told["onderzoek"]["bewijs"] == drawn.text
    represented = json.loads(doors.as_("helder").get(doors.path("take-along", 1005)).content)
    assert represented["onderzoek"] is None
    assert "vragen" in represented


@pytest.mark.requirement("R-150")
def test_the_person_decides_what_a_representative_may_do(doors: Doors) -> None:
    browser = doors.as_("rabia")
    page = text_of(browser.get("/mijn/vertegenwoordigers"))
    assert "Bewind Helder" in page
    assert "Dit heeft de rechter besloten" in page
    sent = browser.post("/mijn/vertegenwoordigers", {"do": "give", "name": "Buurthuis Oost", "rights": "act", "once": "a"})
    assert sent.status_code == 302
    report = doors.path("reports", 1005)
    helps = {"do": "report", "subject": "loon", "text": "Het loon van april is te hoog."}
    assert doors.as_("buurthuis").post(report, helps).status_code == 302
    assert "Buurthuis Oost : melding" in text_of(browser.get("/mijn/vertegenwoordigers"))
    held = representatives(doors.desk().database, "voorbeeldstad", 104, on=date(2019, 5, 20))
    (acts,) = [one.hseq for one in held if one.representative.name == "Buurthuis Oost" and one.representative.rights == "act"]
    browser.post("/mijn/vertegenwoordigers", {"do": "narrow", "about": acts})
    assert doors.as_("buurthuis").post(report, {**helps, "text": "Nog iets."}).status_code == 403
    assert "Dat is geweigerd" in text_of(browser.get("/mijn/wie-keek"))
    assert [one.purpose for one in looks_at(doors.desk().database, "voorbeeldstad", 1005)][-1] == "geweigerd: reports"


@pytest.mark.requirement("R-150")
def test_who_may_only_read_cannot_change_income_and_the_try_is_kept(doors: Doors) -> None:
    report = doors.path("wage-report", 1005)
    facts = len(doors.desk().file(104).known)
    assert doors.as_("buurthuis").post(report, {"amount": "412,50", "once": "a"}).status_code == 404
    assert len(doors.desk().file(104).known) == facts, "nothing of the income was changed"
    assert [one.purpose for one in looks_at(doors.desk().database, "voorbeeldstad", 1005)][-1] == "geweigerd: wage-report"
    assert "Dat is geweigerd" in text_of(doors.as_("rabia").get("/mijn/wie-keek"))


def test_a_mandate_of_the_court_is_not_ended_here(doors: Doors) -> None:
    held = representatives(doors.desk().database, "voorbeeldstad", 104, on=date(2019, 5, 20))
    numbers = {one.representative.role: one.hseq for one in held}
    browser = doors.as_("rabia")
    answer = browser.post("/mijn/vertegenwoordigers", {"do": "end", "about": numbers["bewindvoerder"]})
    assert answer.status_code == 400
    browser.post("/mijn/vertegenwoordigers", {"do": "end", "about": numbers["gemachtigde"]})
    assert doors.as_("buurthuis").get(doors.path("month", 1005, month="2019-05")).status_code == 404
    assert doors.as_("helder").get(doors.path("month", 1005, month="2019-05")).status_code == 200


def test_who_was_authorised_today_and_stopped_today_sees_nothing_from_then(doors: Doors) -> None:
    """Whoever was talked into it does not wait until tonight; and may authorise the same again."""
    page, person, office = "/mijn/vertegenwoordigers", doors.as_("samira"), doors.as_("buurthuis")
    month = doors.path("month", 1001, month="2019-05")
    given = {"do": "give", "name": "Buurthuis Oost", "rights": "act", "until": ""}
    for once in ("a", "b"):
        assert office.get(month).status_code == 404
        assert person.post(page, {**given, "once": once}).status_code == 302
        assert office.get(month).status_code == 200
        held = representatives(doors.desk().database, "voorbeeldstad", 101, on=date(2019, 5, 20))
        (number,) = [one.hseq for one in held if one.representative.name == "Buurthuis Oost"]
        assert person.post(page, {"do": "end", "about": number}).status_code == 302
    assert office.get(month).status_code == 404
    assert "Samira" not in text_of(office.get("/vertegenwoordigd"))
    assert text_of(person.get(page)).count("voorbij") == 2


def _claim(doors: Doors) -> Month:
    """A month of Samira's of which an officer approved a claim."""
    from werkzaam.store.proposals import waiting

    desk = doors.desk("s.yilmaz")
    month = next(one.value.month for one in waiting(desk.database, desk.town.id, 101, last=True) if one.outcome is None)
    approve_claim(desk, 101, month, reason="Loonstrook gezien", protected_earnings="Er blijft genoeg over")
    return month


@pytest.mark.requirement("R-143")
def test_a_report_without_an_answer_escalates_and_nothing_is_taken_meanwhile(doors: Doors) -> None:
    month = _claim(doors)
    desk = doors.desk()
    state = claims(desk.database, desk.town.id, 101)[month]
    browser = doors.as_("samira")
    sent = browser.post("/mijn/klopt-niet", {"do": "report", "subject": "terugbetalen", "month": str(month),
                                             "text": "Ik werkte die maand minder.", "once": "a"}, follow=True)  # fmt: skip
    assert "uiterlijk op 3 juni 2019" in text_of(sent)
    for day, late in (("2019-06-03", False), ("2019-06-04", True), ("2019-09-01", True)):
        then = later(desk, day)
        with then.database.snapshot():
            dossier = dossier_of(then, 1001, Role.LEAD)
        (due,) = [one for one in due_of(dossier, office_of(then)) if one.code in ("report", "report_escalated")]
        assert (due.code == "report_escalated", due.for_lead) == (late, late)
        held = claims(desk.database, desk.town.id, 101)[month].value(then.today, desk.town.notice_days)
        assert held.contested == state.claim, "recovery stays frozen"
    (report,) = own(doors, 1001).of(Kind.REPORT)
    with pytest.raises(NotAllowed, match="another officer"):
        decide(doors.desk("s.yilmaz"), 1001, report.seq, "gelijk", "Klopt.")
    decide(doors.desk("a.maas"), 1001, report.seq, "geen_gelijk", "Het loonstrookje laat dezelfde uren zien.")
    page = text_of(browser.get("/mijn/klopt-niet"))
    assert "wij zien het anders" in page
    assert "Het loonstrookje laat dezelfde uren zien." in page
    assert claims(desk.database, desk.town.id, 101)[month].disputes[0].decided_on == date(2019, 5, 20)


def test_a_report_that_is_late_says_so_and_that_money_waits(doors: Doors) -> None:
    month = _claim(doors)
    browser = doors.as_("samira")
    browser.post("/mijn/klopt-niet", {"do": "report", "subject": "bedrag", "month": str(month), "text": "Dit klopt niet."})
    from werkzaam.web.site import serve, site

    here = site().environment
    serve(replace(here, shift=here.shift - 15 * 86_400))
    page = text_of(browser.get("/mijn/klopt-niet"))
    assert "Wij hadden moeten antwoorden op 3 juni 2019" in page
    assert re.search(r"vragen wij € [\d.,]+ niet terug", page)


@pytest.mark.requirement("R-144")
def test_a_stay_within_the_limit_is_told_and_asks_nothing_of_anybody(doors: Doors) -> None:
    browser = doors.as_("samira")
    page = browser.post("/mijn/buitenland", {"do": "abroad", "first": "2019-07-01", "last": "2019-07-14"}, follow=True)
    assert "Dat is gelukt" in text_of(page)
    assert "Dit is in orde." in text_of(page)
    assert "14 dagen" in text_of(page), "28 a year, 14 are left"
    assert not [one for one in due_of(own(doors, 1001), office_of(doors.desk())) if one.code.startswith("abroad")]
    page = browser.post("/mijn/buitenland", {"do": "abroad", "first": "2019-09-01", "last": "2019-09-20"}, follow=True)
    assert "6 dagen te lang" in text_of(page)
    (due,) = [one for one in due_of(own(doors, 1001), office_of(doors.desk())) if one.code.startswith("abroad")]
    assert (due.code, due.values["over"]) == ("abroad_to_discuss", 6)
    assert browser.post("/mijn/buitenland", {"do": "abroad", "first": "2019-09-02", "last": "2019-09-01"}).status_code == 400


@pytest.mark.requirement("R-145")
def test_a_wish_for_a_dutch_course_is_in_the_demand_report(doors: Doors) -> None:
    page = doors.as_("evelyn").post("/mijn/leren", {"do": "wish", "what": "taal", "name": "Nederlands voor de zorg"}, follow=True)
    assert "wacht op antwoord" in text_of(page)
    assert ("Nederlands voor de zorg", 1) in course_gaps(doors.desk("t.leeuw"), [])


@pytest.mark.requirement("R-146")
def test_a_hope_that_is_not_shared_is_not_in_the_case_managers_file(doors: Doors) -> None:
    browser = doors.as_("samira")
    browser.post("/mijn/later", {"do": "hope", "text": "Een eigen naaiatelier"})
    assert "naaiatelier" not in dossier_page(doors.desk("k.demir"), 1001, "nl")
    browser.post("/mijn/later", {"do": "hope", "text": "Een eigen naaiatelier", "shared": "on"})
    assert "naaiatelier" in dossier_page(doors.desk("k.demir"), 1001, "nl")
    (shared,) = own(doors, 1001).of(Kind.HOPE)
    browser.post("/mijn/later", {"do": "hope_off", "about": shared.seq})
    assert "naaiatelier" not in dossier_page(doors.desk("k.demir"), 1001, "nl")


@pytest.mark.requirement("R-147")
@pytest.mark.parametrize(("lang", "words"), [("nl", ("Zorgen voor iemand", "uur")), ("en", ("Caring for somebody", "hours"))])
def test_hours_of_care_and_voluntary_work_are_printed_with_totals(doors: Doors, lang: str, words: tuple[str, str]) -> None:
    browser = doors.as_("samira", lang=lang)
    for what, hours in (("mantelzorg", 120), ("mantelzorg", 80), ("vrijwilligerswerk", 100)):
        browser.post("/mijn/bijdrage", {"do": "contribution", "what": what, "hours": hours, "year": 2019, "once": f"{hours}"})
    printed = PdfReader(io.BytesIO(browser.get("/mijn/bijdrage/2019.pdf").content)).pages[0].extract_text()
    assert words[0] in printed
    assert all(f"{number} {words[1]}" in printed for number in (200, 100, 300))
    assert browser.get("/mijn/bijdrage/2018.pdf").status_code == 404
    assert (
        browser.post("/mijn/bijdrage", {"do": "contribution", "what": "mantelzorg", "hours": 1, "year": 2031}).status_code == 400
    )


@pytest.mark.requirement("R-148")
def test_one_mark_is_not_shown_to_whom_it_is_for(doors: Doors) -> None:
    doors.as_("samira").post("/mijn/cijfer", {"do": "grade", "grade": 4})
    assert "Uw laatste cijfer was een 4." in text_of(doors.as_("samira").get("/mijn/cijfer"))
    assert not own(doors, 1001).of(Kind.GRADE)
    desk = doors.desk("t.leeuw")
    shown = caseload_page(desk, office_of(desk), Period(date(2019, 1, 1), date(2019, 5, 20))).grades
    assert (shown.count, shown.mean) == (None, None)
    assert "mark" not in dossier_page(doors.desk("k.demir"), 1001, "en")


@pytest.mark.parametrize(("login", "arm"), [("samira", "Zelfregie"), ("evelyn", "Extra aandacht"), ("peter", None)])
def test_who_takes_part_sees_their_own_group_and_can_check_the_draw(doors: Doors, login: str, arm: str | None) -> None:
    answer = doors.as_(login).get("/mijn/loting")
    if arm is None:
        assert answer.status_code == 403
        return
    assert f"U zit in de groep: {arm.lower()}" in text_of(answer).lower().replace("u zit", "U zit")
    assert "lottery1" in answer.content.decode()
    page = doors.as_(login).get("/mijn/loting/controle.html")
    assert page["Content-Disposition"].startswith("attachment")
    assert b"<script" in page.content
