# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The stories of the case manager and the team leader, each in a real browser: with and without JavaScript, in both languages."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import stands
from tests.browser.conftest import Visitor

Visitors = Callable[..., Visitor]
WAYS = pytest.mark.parametrize(
    ("lang", "phone", "script"), [("nl", False, True), ("en", True, False)], ids=["nl-desktop", "en-phone-without-script"]
)  # fmt: skip


def dossier(visitor: Visitor, name: str) -> Page:
    """The dossier of a client, by the list of people."""
    page = visitor.go("/werk/mensen")
    page.get_by_role("link", name=name, exact=True).click()
    return page


@WAYS
def test_story_17_the_same_sum_as_my_client(visitors: Visitors, pictures: Path, lang: str, phone: bool, script: bool) -> None:
    client = visitors("samira", phone=phone, script=script, lang=lang).go("/mijn/maand/2019-05")
    told = client.locator(".sum .line summary").all_inner_texts()
    page = dossier(visitors("karin", phone=phone, script=script, lang=lang), "Samira")
    page.get_by_role("link", name=re.compile("dezelfde maand|same month")).click()
    page.goto(re.sub(r"/maand(/[-\d]+)?$", "/maand/2019-05", page.url))
    assert told
    assert page.locator(".sum .line summary").all_inner_texts() == told
    expect(page.locator("main form"), "nothing to change").to_have_count(0)
    answer = page.request.post(page.url, form={"anything": "1"})
    assert answer.status in {403, 404, 405}
    seen = visitors("samira", phone=phone, script=script, lang=lang).go("/mijn/wie-keek").locator("main").inner_text()
    assert "Karin Demir" in seen or "k.demir" in seen, "the look was kept"


@WAYS
def test_story_18_an_agenda_by_the_agreed_guidance(
    visitors: Visitors, pictures: Path, lang: str, phone: bool, script: bool
) -> None:
    page = visitors("karin", phone=phone, script=script, lang=lang).go("/werk/agenda")
    main = page.locator("main")
    assert page.get_by_role("link", name="Evelyn").count(), "extra attention: two months after the last talk"
    assert re.search("elke 2 maanden|every 2 months", main.inner_text())
    assert not re.search(r"Samira[^\n]*\n[^\n]*(keer per jaar contact|contacts a year)", main.inner_text()), (
        "her year is not over"
    )
    stands(page, pictures / f"agenda-{lang}.png", script=script)
    keep = page.get_by_role("button", name=re.compile("Leg deze week vast|Keep this week"))
    if keep.count():  # The second way finds the week kept.
        keep.click()
        page.get_by_role("status").wait_for()
        stands(page, pictures / f"agenda-kept-{lang}.png", script=script)
    with page.expect_download() as held:
        page.get_by_role("link", name="iCalendar").click()
    assert "BEGIN:VEVENT" in held.value.path().read_text()


@WAYS
def test_story_19_clients_who_do_not_call(visitors: Visitors, pictures: Path, lang: str, phone: bool, script: bool) -> None:
    page = visitors("karin", phone=phone, script=script, lang=lang).go("/werk/stil")
    names = page.locator("table").first.locator("tbody th a").all_inner_texts()
    days = [int(text) for text in page.locator("table").first.locator("tbody td.number:nth-of-type(1)").all_inner_texts()]
    assert "Max" in names
    assert days == sorted(days, reverse=True)
    evelyn = page.locator("tr", has=page.get_by_role("link", name="Evelyn"))
    assert evelyn.locator(".badge").first.inner_text() in {"werkt", "works"}
    assert re.search("Dat is aan ons|That is ours", page.locator("main").inner_text())
    stands(page, pictures / f"silent-{lang}.png", script=script)
    page.locator("tr", has=page.get_by_role("link", name="Max")).get_by_role("link").last.click()
    page.get_by_label(re.compile("telefoon|phone", re.IGNORECASE)).check()
    page.get_by_label(re.compile("de klantmanager|the case manager")).check()
    page.locator("select[name=kind]").select_option("kennismaking")
    page.locator("textarea[name=note]").fill(f"Max vertelde over zijn werk ({lang}).")
    stands(page, pictures / f"contact-{lang}.png", script=script)
    page.locator("main button.button").click()
    page.locator(".receipt").wait_for()
    stands(page, pictures / f"receipt-{lang}.png", script=script)


@WAYS
def test_story_20_whether_my_caseload_allows_what_we_promised(
    visitors: Visitors, pictures: Path, lang: str, phone: bool, script: bool
) -> None:
    page = visitors("karin", phone=phone, script=script, lang=lang).go("/werk/caseload")
    text = page.locator("main").inner_text()
    expect(page.locator("meter")).to_be_visible()
    assert re.search("uur per jaar voor gesprekken|hours a year for talks", text)
    assert "50–60" in text
    assert "Peter" not in text, "a colleague's clients are not compared with one's own"
    expect(page.locator("svg[role=img]").nth(0)).to_be_attached()
    stands(page, pictures / f"caseload-{lang}.png", script=script)
    lead = visitors("tess", phone=phone, script=script, lang=lang).go("/werk/team")
    stands(lead, pictures / f"team-{lang}.png", script=script)
    for row in lead.locator("tbody tr").all_inner_texts():
        assert not re.search("uitstroom|uit de bijstand|outflow", row)


@WAYS
def test_story_21_and_22_a_proper_handover_and_agreements_that_survive(
    visitors: Visitors, pictures: Path, lang: str, phone: bool, script: bool
) -> None:
    whose, agreed, day = {"nl": ("Noor", "doktersassistent", "2019-06-03"), "en": ("Samira", "gastvrouw", "2019-06-04")}[lang]
    page = dossier(visitors("karin", phone=phone, script=script, lang=lang), whose)
    assert agreed in page.locator("main").inner_text(), "the agreement outlived the case manager who made it"
    if whose == "Noor":  # She came from Peter: first the handover is read.
        assert "Noor werkte zes jaar in een apotheek" in page.locator("main").inner_text()
        page.get_by_role("link", name="Ik heb de overdracht gelezen").click()
        page.locator("main button.button").click()
        page.locator(".receipt").wait_for()
        page = dossier(visitors("karin", phone=phone, script=script, lang=lang), whose)
        expect(page.get_by_role("link", name="Ik heb de overdracht gelezen")).to_have_count(0)
    page.get_by_role("link", name=re.compile("Andere klantmanager|Another case manager")).click()
    page.locator("select[name=to]").select_option("p.visser")
    page.locator("input[name=first]").fill(day)
    page.locator("textarea[name=because]").fill("Karin gaat een tijd met verlof.")
    page.locator("main button.button").click()
    message = page.locator(".card")
    message.wait_for()
    assert agreed in message.inner_text()
    stands(page, pictures / f"handover-{lang}.png", script=script)
    page.locator("main button[name=keep]").click()
    page.locator(".receipt").wait_for()
    stands(page, pictures / f"handed-{lang}.png", script=script)
    client = visitors(whose.lower(), phone=phone, script=script, lang=lang).go("/mijn/contact").locator("main").inner_text()
    assert "Peter Visser" in client
    assert "Karin gaat een tijd met verlof." in client


@WAYS
def test_story_22_taking_back_an_agreement_needs_a_reason_and_notice(
    visitors: Visitors, pictures: Path, lang: str, phone: bool, script: bool
) -> None:
    karin = visitors("karin", phone=phone, script=script, lang=lang)
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
    stands(page, pictures / f"refused-{lang}.png", script=script)
    assert all("400" in one for one in karin.wrong), "a form that is refused is a 400, which a browser notes as an error"
    karin.wrong.clear()


@WAYS
def test_story_23_goals_and_pace_together(visitors: Visitors, pictures: Path, lang: str, phone: bool, script: bool) -> None:
    step = {"nl": "Een dag meelopen in de moestuin", "en": "Een cursus fotografie volgen"}[lang]
    karin = visitors("karin", phone=phone, script=script, lang=lang)
    page = dossier(karin, "Marja")
    page.get_by_role("link", name=re.compile("Doel opschrijven|Write a goal")).click()
    page.locator("select[name=area]").select_option("vrijwilligerswerk")
    page.locator("input[name=step]").fill(f"Iets doen ({lang})")
    page.locator("input[name=pace]").fill("rustig aan")
    page.locator("input[name=owner][value=samen]").check()
    page.locator("main button.button").click()
    page.locator(".receipt").wait_for()
    page = dossier(karin, "Marja")
    page.locator("li.card", has_text=f"Iets doen ({lang})").get_by_role("link", name=re.compile("Verander|Change")).click()
    page.locator("input[name=step]").fill(step)
    page.locator("main button.button").click()
    page.locator(".receipt").wait_for()
    client = visitors("marja", phone=phone, script=script, lang=lang)
    plan = client.go("/mijn/plan")
    plan.locator("form", has=plan.locator("button", has_text=re.compile("eens|agree", re.IGNORECASE))).last.locator(
        "button"
    ).click()
    page = dossier(karin, "Marja")
    card = page.locator("li.card", has_text=step)
    assert re.search("samen afgesproken|agreed together", card.inner_text())
    expect(page.locator("li.card", has_text=f"Iets doen ({lang})")).to_have_count(0)
    assert re.search("tellen net zo goed|count as much", page.locator("main").inner_text())
    stands(page, pictures / f"goals-{lang}.png", script=script)
