# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The stories of the case manager and the team leader, each in a real browser: with and without JavaScript, in both languages."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.axe import stands
from tests.browser.conftest import Visit, Visitor
from tests.browser.ways import Way


def dossier(visitor: Visitor, name: str) -> Page:
    """The dossier of a client, by the list of people."""
    page = visitor.go("/werk/mensen")
    page.get_by_role("link", name=name, exact=True).click()
    return page


def test_story_17_the_same_sum_as_my_client(visit: Visit, way: Way, pictures: Path) -> None:
    client = visit("samira").go("/mijn/maand/2019-05")
    told = client.locator(".sum .line summary").all_inner_texts()
    page = dossier(visit("karin"), "Samira")
    page.get_by_role("link", name=re.compile("dezelfde maand|same month")).click()
    page.goto(re.sub(r"/maand(/[-\d]+)?$", "/maand/2019-05", page.url))
    assert told
    assert page.locator(".sum .line summary").all_inner_texts() == told
    expect(page.locator("main form"), "nothing to change").to_have_count(0)
    answer = page.request.post(page.url, form={"anything": "1"})
    assert answer.status in {403, 404, 405}
    seen = visit("samira").go("/mijn/wie-keek").locator("main").inner_text()
    assert "Karin Demir" in seen or "k.demir" in seen, "the look was kept"


def test_story_18_an_agenda_by_the_agreed_guidance(visit: Visit, way: Way, pictures: Path) -> None:
    page = visit("karin").go("/werk/agenda")
    main = page.locator("main")
    assert page.get_by_role("link", name="Evelyn").count(), "extra attention: two months after the last talk"
    assert re.search("elke 2 maanden|every 2 months", main.inner_text())
    assert not re.search(r"Samira[^\n]*\n[^\n]*(keer per jaar contact|contacts a year)", main.inner_text()), (
        "her year is not over"
    )
    stands(page, pictures / f"agenda-{way}.png", script=way.axe)
    page.get_by_role("button", name=re.compile("Leg deze week vast|Keep this week")).click()
    page.get_by_role("status").wait_for()
    stands(page, pictures / f"agenda-kept-{way}.png", script=way.axe)
    with page.expect_download() as held:
        page.get_by_role("link", name="iCalendar").click()
    assert "BEGIN:VEVENT" in held.value.path().read_text()


def test_story_19_clients_who_do_not_call(visit: Visit, way: Way, pictures: Path) -> None:
    page = visit("karin").go("/werk/stil")
    names = page.locator("table").first.locator("tbody th a").all_inner_texts()
    days = [int(text) for text in page.locator("table").first.locator("tbody td.number:nth-of-type(1)").all_inner_texts()]
    assert "Max" in names
    assert days == sorted(days, reverse=True)
    evelyn = page.locator("tr", has=page.get_by_role("link", name="Evelyn"))
    assert evelyn.locator(".badge").first.inner_text() in {"werkt", "works"}
    assert re.search("Dat is aan ons|That is ours", page.locator("main").inner_text())
    stands(page, pictures / f"silent-{way}.png", script=way.axe)
    page.locator("tr", has=page.get_by_role("link", name="Max")).get_by_role("link").last.click()
    page.get_by_label(re.compile("telefoon|phone", re.IGNORECASE)).check()
    page.get_by_label(re.compile("de klantmanager|the case manager")).check()
    page.locator("select[name=kind]").select_option("kennismaking")
    page.locator("textarea[name=note]").fill("Max vertelde over zijn werk.")
    stands(page, pictures / f"contact-{way}.png", script=way.axe)
    page.locator("main button.button").click()
    page.locator(".receipt").wait_for()
    stands(page, pictures / f"receipt-{way}.png", script=way.axe)


def test_story_20_whether_my_caseload_allows_what_we_promised(visit: Visit, way: Way, pictures: Path) -> None:
    page = visit("karin").go("/werk/caseload")
    text = page.locator("main").inner_text()
    expect(page.locator("meter")).to_be_visible()
    assert re.search("uur per jaar voor gesprekken|hours a year for talks", text)
    assert "50–60" in text
    assert "Peter" not in text, "a colleague's clients are not compared with one's own"
    expect(page.locator("svg[role=img]").nth(0)).to_be_attached()
    stands(page, pictures / f"caseload-{way}.png", script=way.axe)
    lead = visit("tess").go("/werk/team")
    stands(lead, pictures / f"team-{way}.png", script=way.axe)
    for row in lead.locator("tbody tr").all_inner_texts():
        assert not re.search("uitstroom|uit de bijstand|outflow", row)


def test_story_21_and_22_a_proper_handover_and_agreements_that_survive(visit: Visit, way: Way, pictures: Path) -> None:
    whose, agreed, day = "Noor", "doktersassistent", "2019-06-03"
    karin = visit("karin")
    page = dossier(karin, whose)
    assert agreed in page.locator("main").inner_text(), "the agreement outlived the case manager who made it"
    assert "Noor werkte zes jaar in een apotheek" in page.locator("main").inner_text(), "she came from Peter: it is read first"
    read = page.get_by_role("link", name=re.compile("Ik heb de overdracht gelezen|I have read the handover"))
    read.click()
    page.locator("main button.button").click()
    page.locator(".receipt").wait_for()
    page = dossier(karin, whose)
    expect(read).to_have_count(0)
    page.get_by_role("link", name=re.compile("Andere klantmanager|Another case manager")).click()
    page.locator("select[name=to]").select_option("p.visser")
    page.locator("input[name=first]").fill(day)
    page.locator("textarea[name=because]").fill("Karin gaat een tijd met verlof.")
    page.locator("main button.button").click()
    message = page.locator(".card")
    message.wait_for()
    assert agreed in message.inner_text()
    stands(page, pictures / f"handover-{way}.png", script=way.axe)
    page.locator("main button[name=keep]").click()
    page.locator(".receipt").wait_for()
    stands(page, pictures / f"handed-{way}.png", script=way.axe)
    client = visit(whose.lower()).go("/mijn/contact").locator("main").inner_text()
    assert "Peter Visser" in client
    assert "Karin gaat een tijd met verlof." in client


def test_story_22_taking_back_an_agreement_needs_a_reason_and_notice(visit: Visit, way: Way, pictures: Path) -> None:
    karin = visit("karin")
    page = dossier(karin, "Samira")
    entry = page.locator("li[id^=nr-]", has_text="gastvrouw").first.get_attribute("id") or ""
    page.get_by_role("link", name=re.compile("iets anders op|something else")).click()
    page.locator("a[href$='/schrijf/withdrawn']").click()
    page.locator("input[name=about]").fill(entry.removeprefix("nr-"))
    page.locator("textarea[name=because]").fill("De opleiding is duurder geworden.")
    page.locator("main button.button").click()
    wrong = page.locator(".field.wrong, .wrong").first
    wrong.wait_for()
    assert re.search("28 dagen vooraf|28 days before", page.locator("main").inner_text())
    assert page.locator("textarea[name=because]").input_value() == "De opleiding is duurder geworden."
    stands(page, pictures / f"refused-{way}.png", script=way.axe)
    assert all("400" in one for one in karin.wrong), "a form that is refused is a 400, which a browser notes as an error"
    karin.wrong.clear()


def test_story_23_goals_and_pace_together(visit: Visit, way: Way, pictures: Path) -> None:
    step = "Een dag meelopen in de moestuin"
    karin = visit("karin")
    page = dossier(karin, "Marja")
    page.get_by_role("link", name=re.compile("Doel opschrijven|Write a goal")).click()
    page.locator("select[name=area]").select_option("vrijwilligerswerk")
    page.locator("input[name=step]").fill("Iets doen")
    page.locator("input[name=pace]").fill("rustig aan")
    page.locator("input[name=owner][value=samen]").check()
    page.locator("main button.button").click()
    page.locator(".receipt").wait_for()
    page = dossier(karin, "Marja")
    page.locator("li.card", has_text="Iets doen").get_by_role("link", name=re.compile("Verander|Change")).click()
    page.locator("input[name=step]").fill(step)
    page.locator("main button.button").click()
    page.locator(".receipt").wait_for()
    client = visit("marja")
    plan = client.go("/mijn/plan")
    plan.locator("form", has=plan.locator("button", has_text=re.compile("eens|agree", re.IGNORECASE))).last.locator(
        "button"
    ).click()
    page = dossier(karin, "Marja")
    card = page.locator("li.card", has_text=step)
    assert re.search("samen afgesproken|agreed together", card.inner_text())
    expect(page.locator("li.card", has_text="Iets doen")).to_have_count(0)
    assert re.search("tellen net zo goed|count as much", page.locator("main").inner_text())
    stands(page, pictures / f"goals-{way}.png", script=way.axe)
