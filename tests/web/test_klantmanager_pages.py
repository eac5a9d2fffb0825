# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The door of the case manager: what its pages show, in both languages, to who may come in."""

from __future__ import annotations

import re
from datetime import date

import pytest

from tests.web.doors import Doors
from werkzaam.app.casework.client_list import client_rows
from werkzaam.app.casework.plan_of_week import proposed
from werkzaam.app.casework.staff import away
from werkzaam.casework.entry import Kind, Role
from werkzaam.casework.notions import FORMS
from werkzaam.store.casework import contacts_of, entries_of, spells_of
from werkzaam.store.looks import looks_at

LISTS = ("agenda-now", "people", "silent", "caseload")
MONDAY, WEEK = date(2019, 5, 20), "2019-W21"


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize("login", ["karin", "tess"])
def test_every_list_opens(doors: Doors, login: str, lang: str) -> None:
    browser = doors.as_(login, lang=lang)
    for name in (*LISTS, *(("team",) if login == "tess" else ())):
        answer = browser.get(doors.path(name), follow=True)
        assert answer.status_code == 200, name
        assert answer.content.decode().count("<h1>") == 1


def test_the_agenda_says_who_when_and_why_and_keeps_the_week_once(doors: Doors) -> None:
    desk = doors.desk("k.demir")
    _, plan = proposed(desk, "k.demir", MONDAY)
    browser = doors.as_("karin")
    page = browser.get(doors.path("agenda", week=WEEK)).content.decode()
    assert all(name in page for name in ("Marja", "Max", "Evelyn")), "who is due by the norms of their guidance"
    assert "Eindrapport (seed 002), hoofdstuk 1" in page, "the source of the norm"
    kept = browser.post(doors.path("agenda", week=WEEK))
    assert kept["Location"] == f"{doors.path('agenda', week=WEEK)}?new={len(plan.placed)}&same=0&moved=0&refused=0"
    again = browser.post(doors.path("agenda", week=WEEK))
    assert f"new=0&same={len(plan.placed)}" in again["Location"]
    file = browser.get(doors.path("agenda-calendar", week=WEEK))
    assert file.content.decode().count("BEGIN:VEVENT") == len(plan.placed)
    assert not re.search("Marja|Max|Evelyn", file.content.decode()), "a calendar holds no names"


def test_a_week_that_has_been_is_not_planned(doors: Doors) -> None:
    assert doors.as_("karin").get(doors.path("agenda", week="2019-W10")).status_code == 404
    assert doors.as_("karin").get(doors.path("agenda", week="hallo")).status_code == 404


def test_the_silent_list_stands_by_the_days_over_the_norm_and_has_who_works(doors: Doors) -> None:
    rows = client_rows(doors.desk("k.demir"), ["k.demir"], "nl", role=Role.SUPPORT, purpose="toets")
    late = [row for row in rows if row.waits.over]
    assert [row.waits.over for row in late] == sorted((row.waits.over for row in late), reverse=True)
    evelyn = next(row for row in late if row.name == "Evelyn")
    assert (evelyn.works, evelyn.waits.over) == (True, (MONDAY - date(2019, 4, 5)).days), "two months after 5 February"
    page = doors.as_("karin").get(doors.path("silent")).content.decode()
    assert page.index("Max") < page.index("Evelyn")
    assert "Dat is aan ons" in page


def test_the_dossier_shows_the_view_of_the_client_beside_an_entry_and_keeps_the_look(doors: Doors) -> None:
    page = doors.as_("karin").get(doors.path("dossier", 1010)).content.decode()
    for said in ("Marja ziet het anders", "Het gaat mij om de mensen", "Karin belt het fonds over de fiets", "dat is aan ons"):
        assert said in page
    assert [(one.actor, one.purpose) for one in looks_at(doors.desk().database, "voorbeeldstad", 1010)] == [
        ("k.demir", "dossier")
    ]
    assert doors.as_("peter").get(doors.path("dossier", 1010)).status_code == 404
    assert doors.as_("anna").get(doors.path("dossier", 1010)).status_code == 403


def test_a_contact_is_written_once_with_few_fields(doors: Doors) -> None:
    browser, path = doors.as_("karin"), doors.path("log-contact", 1007)
    assert browser.get(path).content.decode().count('class="field') <= 7
    sent = {"channel": "telefoon", "initiator": "klantmanager", "kind": "kennismaking", "presence": "gekomen",
            "note": "Max vertelde over zijn werk.", "entry_day": "2019-05-20"}  # fmt: skip
    receipt = browser.post(path, sent, follow=True).content.decode()
    assert "nummer" in receipt
    assert "stond al" in browser.post(path, sent, follow=True).content.decode()
    found = contacts_of(doors.desk().database, "voorbeeldstad", [Role.SUPPORT], [1007])[1007]
    assert [(one.channel, one.day) for one in found] == [("telefoon", MONDAY)]


def test_what_is_refused_stays_typed_with_the_reason_beside_its_field(doors: Doors) -> None:
    browser = doors.as_("karin")
    answer = browser.post(
        doors.path("write", 1010, kind="agreement"),
        {"sort": "toestemming", "what": "de cursus naailes", "whose": "gemeente", "entry_day": "2019-05-20", "entry_until": ""},
    )
    page = answer.content.decode()
    assert answer.status_code == 400
    assert "de cursus naailes" in page
    assert "Een afspraak heeft een laatste dag" in page
    assert not [one for one in entries_of(doors.desk().database, "voorbeeldstad", [Role.SUPPORT], [1010])[1010]
                if one.body.get("what") == "de cursus naailes"]  # fmt: skip
    english = doors.as_("karin", lang="en").post(
        doors.path("log-contact", 1001),
        {"channel": "telefoon", "initiator": "klantmanager", "kind": "gesprek", "presence": "gekomen", "entry_day": "2019-06-20"},
    )
    assert "This day is still to come" in english.content.decode()


def test_every_form_that_the_role_may_write_opens_and_no_other(doors: Doors) -> None:
    browser = doors.as_("karin")
    for kind in Kind:
        form = FORMS.get(kind)
        may = form is not None and form.command and Role.SUPPORT in form.roles
        assert browser.get(doors.path("write", 1010, kind=kind.value)).status_code == (200 if may else 404), kind
    assert browser.get(doors.path("write", 1010, kind="nergens")).status_code == 404
    choice = browser.get(doors.path("write-choice", 1010)).content.decode()
    assert all(doors.path("write", 1010, kind=kind.value) in choice for kind, form in FORMS.items()
               if form.command and Role.SUPPORT in form.roles)  # fmt: skip


def test_a_team_leader_writes_an_absence_and_the_stand_in_sees_the_dossiers_on_those_days(doors: Doors) -> None:
    peter = doors.as_("peter")
    assert peter.get(doors.path("dossier", 1010)).status_code == 404
    sent = {"worker": "k.demir", "first": "2019-05-20", "last": "2019-05-22", "instead": "p.visser"}
    written = doors.as_("tess").post(doors.path("team-absence"), sent, follow=True)
    assert "Opgeschreven: Karin Demir" in written.content.decode()
    assert peter.get(doors.path("dossier", 1010)).status_code == 200
    assert peter.get(doors.path("month", 1010, month="2019-05")).status_code == 200
    assert "Marja" in peter.get(doors.path("agenda", week=WEEK)).content.decode()


def test_who_is_away_without_a_stand_in_opens_no_dossier_to_a_colleague(doors: Doors) -> None:
    away(doors.desk("t.leeuw"), "k.demir", MONDAY, MONDAY)
    assert doors.as_("peter").get(doors.path("dossier", 1010)).status_code == 404


def test_a_stand_in_for_another_day_sees_nothing_yet(doors: Doors) -> None:
    away(doors.desk("t.leeuw"), "k.demir", date(2019, 5, 27), date(2019, 5, 28), instead="p.visser")
    assert doors.as_("peter").get(doors.path("dossier", 1010)).status_code == 404


def test_an_absence_that_cannot_be_is_refused_beside_its_field(doors: Doors) -> None:
    tess = doors.as_("tess")
    sent = {"worker": "k.demir", "first": "2019-05-22", "last": "2019-05-20", "instead": "k.demir"}
    answer = tess.post(doors.path("team-absence"), sent)
    assert answer.status_code == 400
    assert "De laatste dag is voor de eerste." in answer.content.decode()
    assert "Kies een collega." in answer.content.decode()


def test_the_client_hears_of_a_change_before_it_is_kept_and_agreements_stand_in_the_message(doors: Doors) -> None:
    browser, path = doors.as_("karin"), doors.path("handover", 1001)
    sent = {"to": "p.visser", "first": "2019-06-03", "because": "Karin gaat een tijd met verlof."}
    seen = browser.post(path, sent).content.decode()
    assert "de cursus tot gastvrouw" in seen
    assert "Karin gaat een tijd met verlof." in seen
    assert len(spells_of(doors.desk().database, "voorbeeldstad", [1001])[1001]) == 1, "nothing was kept yet"
    done = browser.post(path, {**sent, "keep": "1"}, follow=True).content.decode()
    assert "Vastgelegd" in done
    assert [one.worker for one in spells_of(doors.desk().database, "voorbeeldstad", [1001])[1001]] == ["k.demir", "p.visser"]
    refused = browser.post(path, {**sent, "first": "2019-05-20"})
    assert refused.status_code == 400


def test_no_page_ranks_case_managers_or_tells_outflow_by_person(doors: Doors) -> None:
    for name in ("team", "caseload"):
        page = doors.as_("tess").get(doors.path(name)).content.decode()
        assert page.index("Karin Demir") < page.index("Peter Visser"), "in the order of the alphabet"
        rows = re.findall(r"<tr><th scope=\"row\">(?:Karin|Peter).*?</tr>", page, re.DOTALL)
        assert rows
        assert not [row for row in rows if re.search("uitstroom|uit de bijstand", row)]


def test_the_person_reads_kindly_what_can_be_put_right_and_answers_once(doors: Doors) -> None:
    karin, samira = doors.as_("karin"), doors.as_("samira")
    noticed = {"what": "Een markt in december", "entry_day": "2019-05-20"}
    karin.post(doors.path("write", 1001, kind="unreported"), noticed)
    page = samira.get("/mijn/eerst-zelf").content.decode()
    assert "Een markt in december" in page
    assert "tot en met 3 juni 2019" in page
    assert "Tot die dag doen wij verder niets" in page
    assert not re.search("fraude|verzw|schuld|straf|boete", page)
    month = samira.get("/mijn/maand").content.decode()
    assert 'href="/mijn/eerst-zelf"' in month
    assert "Aan de bedragen op deze pagina verandert het nu niets" in month
    assert "eerst-zelf" not in karin.get(doors.path("month-now", 1001)).content.decode(), "only who can open it is led to it"
    about = re.search(r'name="about" value="(\d+)"', page)
    assert about is not None
    wrong = samira.post("/mijn/eerst-zelf", {"about": about[1]})
    assert wrong.status_code == 400
    done = samira.post("/mijn/eerst-zelf", {"about": about[1], "answer": "klopt_niet", "text": "Dat was mijn zus."})
    assert "Dank u" in done.content.decode()
    assert "eerst-zelf" not in samira.get("/mijn/maand").content.decode()
    assert samira.post("/mijn/eerst-zelf", {"about": about[1], "answer": "gemeld"}).status_code == 404
    assert "Dat was mijn zus." in karin.get(doors.path("dossier", 1001)).content.decode()
    assert doors.as_("jan").post("/mijn/eerst-zelf", {"about": about[1], "answer": "gemeld"}).status_code == 404


@pytest.mark.requirement("R-089")
def test_client_and_klantmanager_read_the_same_lines_and_only_income_can_write(doors: Doors) -> None:
    own = doors.as_("samira").get("/mijn/maand/2019-05").content.decode()
    karin = doors.as_("karin")
    theirs = karin.get(doors.path("month", 1001, month="2019-05")).content.decode()
    said = [re.findall(r'<span class="(?:what|amount)">[^<]*</span>', page) for page in (own, theirs)]
    assert said[0]
    assert said[0] == said[1]
    before = doors.desk().database.value("SELECT max(hseq) FROM event WHERE household = 101")
    for name, named in (("month", {"month": "2019-05"}), ("line-ask", {"month": "2019-05", "line": "loon"}), ("claim-pace", {}),
                        ("claim-say", {"month": "2019-02"}), ("claim-dispute", {"month": "2019-02"})):  # fmt: skip
        assert karin.post(doors.path(name, 1001, **named), {"text": "anders"}).status_code in {403, 404, 405}, name
    assert doors.desk().database.value("SELECT max(hseq) FROM event WHERE household = 101") == before
