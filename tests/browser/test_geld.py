# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The person's money in a real browser: the stories of who lives by it, on a phone and a screen, in both languages."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser.axe import stands
from tests.browser.conftest import Visitor
from werkzaam.web.handles import handle_of

Make = Callable[..., Visitor]
AT = [("nl", True, False), ("en", False, True)]
"""A phone in Dutch without JavaScript, and a screen in English with it."""
WORDS = {
    "nl": {
        "wrong": "Klopt dit niet?", "send": "Stuur mijn vraag", "number": "Nummer", "was": "Het was", "now": "Het is nu",
        "because": "Omdat", "since": "Sinds", "earlier": "Zoals het eerder was", "estimate": "schatting", "right": "Klopt",
        "receipt": "Bewijs van uw melding", "change": "Klopt niet", "later": "Later", "back": "Ingehouden", "worked": "gewerkt",
        "half": "Half zo snel", "pace": "Stuur mijn voorstel", "unknown": "onbekend", "keep": "U houdt",
    },
    "en": {
        "wrong": "Is this not right?", "send": "Send my question", "number": "Number", "was": "It was", "now": "It is now",
        "because": "Because", "since": "Since", "earlier": "As it was before", "estimate": "estimate", "right": "It is right",
        "receipt": "Receipt of your report", "change": "It is not right", "later": "Later", "back": "Kept back",
        "worked": "worked",
        "half": "Half as fast", "pace": "Send my proposal", "unknown": "unknown", "keep": "You keep",
    },
}  # fmt: skip


def cents(text: str) -> int:
    """The cents of the first amount in a text."""
    found = re.search(r"([−-]?)\s*€\s*([\d.,]+\d)", text)
    assert found is not None, text
    digits = int(re.sub(r"\D", "", found[2]))
    return -digits if found[1] else digits


@pytest.mark.parametrize(("lang", "phone", "script"), AT)
def test_story_01_each_deduction_says_of_which_days(visitors: Make, pictures: Path, lang: str, phone: bool, script: bool) -> None:
    visitor, said = visitors("fred", phone=phone, script=script, lang=lang), WORDS[lang]
    page = visitor.go("/mijn/maand/2019-05")
    line = page.locator("li.line", has_text=said["back"]).first
    text = line.inner_text()
    assert said["worked"] in text
    assert text.count("2019") >= 4
    stands(visitor.page, pictures / f"story-01-{lang}.png", script=script)


@pytest.mark.parametrize(("lang", "phone", "script"), AT)
def test_story_02_the_sum_adds_up_to_what_is_paid(visitors: Make, pictures: Path, lang: str, phone: bool, script: bool) -> None:
    visitor = visitors("evelyn", phone=phone, script=script, lang=lang)
    page = visitor.go("/mijn/maand/2019-05")
    lines = page.locator("section[aria-labelledby=deel-bijstand] li.line")
    total, seen = 0, list[int]()
    for at in range(lines.count()):
        sign = lines.nth(at).locator("summary .sign").inner_text().strip()
        amount = lines.nth(at).locator("summary .amount").inner_text()
        found = int(re.sub(r"\D", "", amount)) if re.search(r"\d", amount) else 0
        if sign == "=":
            assert total == found
            seen.append(found)
        elif sign in ("+", "−", ""):
            total += -found if sign == "−" else found
    assert len(seen) >= 2
    first = page.locator("section[aria-labelledby=deel-bijstand] details").first
    first.locator("summary").click()
    assert "Participatiewet" in first.inner_text()
    visitor.go("/mijn/maand/2019-05/stappen")
    stands(visitor.page, pictures / f"story-02-{lang}.png", script=script)


@pytest.mark.parametrize(("lang", "phone", "script"), AT)
def test_story_03_amount_and_day_first_and_next_month_as_a_range(
    visitors: Make, pictures: Path, lang: str, phone: bool, script: bool
) -> None:
    visitor = visitors("samira", phone=phone, script=script, lang=lang)
    page = visitor.go("/mijn/maand")
    page.set_viewport_size({"width": 320, "height": 640})
    lead = page.locator("main .lead").first
    box = lead.bounding_box()
    assert box is not None
    assert box["y"] + box["height"] <= 640
    assert re.search(r"€\s?729[.,]40.*23", lead.inner_text(), re.DOTALL)
    page.screenshot(path=pictures / f"story-03-first-{lang}.png")
    ahead = page.locator("section[aria-labelledby=straks]").inner_text()
    low, high = [int(re.sub(r"\D", "", one)) for one in re.findall(r"€\s?([\d.,]+\d)", ahead)[:2]]
    assert low < high
    assert WORDS[lang]["estimate"] in ahead
    stands(visitor.page, pictures / f"story-03-{lang}.png", script=script)


@pytest.mark.parametrize(("lang", "phone", "script"), AT)
def test_story_04_what_changed_with_the_earlier_version(
    visitors: Make, pictures: Path, lang: str, phone: bool, script: bool
) -> None:
    visitor, said = visitors("samira", phone=phone, script=script, lang=lang), WORDS[lang]
    page = visitor.go("/mijn/maand")
    card = page.locator("section[aria-labelledby=anders] .card").first
    assert all(said[key] in card.inner_text() for key in ("was", "now", "because", "since"))
    amounts = [int(re.sub(r"\D", "", one)) for one in card.locator("dd.amount").all_inner_texts()]
    assert amounts[2] == abs(amounts[1] - amounts[0])
    card.get_by_role("link", name=said["earlier"]).click()
    page.wait_for_url("**/op/**")
    expect(page.locator("main .alert", has_text=re.compile("16 (april|April) 2019"))).to_have_count(1)
    stands(visitor.page, pictures / f"story-04-{lang}.png", script=script)


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_story_05_nobody_is_addressed_as_a_suspect(visitors: Make, lang: str) -> None:
    visitor = visitors("fred", lang=lang)
    for path in ("maand", "maand/2019-03", "terugbetalen", "loon"):
        text = visitor.go(f"/mijn/{path}").locator("main").inner_text()
        assert not re.search(r"schuld|fraud|verdacht|suspect|debt", text, re.IGNORECASE)


@pytest.mark.parametrize(("lang", "phone", "script"), AT)
def test_story_07_contest_one_line(visitors: Make, pictures: Path, lang: str, phone: bool, script: bool) -> None:
    visitor, said = visitors("samira", phone=phone, script=script, lang=lang), WORDS[lang]
    page = visitor.go("/mijn/maand")
    line = page.locator("section[aria-labelledby=regels] details").nth(3 if script else 5)
    line.locator("summary").click()
    line.get_by_role("link", name=said["wrong"]).click()
    stands(visitor.page, pictures / f"story-07-ask-{lang}.png", script=script)
    page.get_by_role("button", name=said["send"]).click()
    page.wait_for_url("**/geldvragen/*")
    receipt = page.locator(".receipt").inner_text()
    assert said["number"] in receipt
    assert "22" in receipt
    stands(visitor.page, pictures / f"story-07-{lang}.png", script=script)
    visitor.go("/mijn/geldvragen")
    expect(page.locator("tbody tr").nth(0)).to_be_attached()
    stands(visitor.page, pictures / f"story-07-all-{lang}.png", script=script)


@pytest.mark.parametrize(("lang", "phone", "script"), AT)
def test_story_08_a_pace_that_leaves_bills_paid(visitors: Make, pictures: Path, lang: str, phone: bool, script: bool) -> None:
    visitor, said = visitors("fred", phone=phone, script=script, lang=lang), WORDS[lang]
    page = visitor.go("/mijn/terugbetalen")
    expect(page.locator("tbody tr")).to_have_count(3)
    stands(visitor.page, pictures / f"story-08-{lang}.png", script=script)
    page.get_by_label(re.compile(said["half"])).first.check()
    page.get_by_role("button", name=said["pace"]).click()
    page.wait_for_url("**/geldvragen/*")
    assert said["half"] in page.locator(".receipt").inner_text()


@pytest.mark.parametrize(("lang", "phone", "script"), AT)
def test_story_09_and_10_what_do_i_keep_and_which_allowances(
    visitors: Make, pictures: Path, lang: str, phone: bool, script: bool
) -> None:
    visitor, said = visitors("samira", phone=phone, script=script, lang=lang), WORDS[lang]
    page = visitor.go("/mijn/wat-als")
    stands(visitor.page, pictures / f"story-09-ask-{lang}.png", script=script)
    page.locator("input[name=hours]").fill("8")
    page.locator("input[name=hourly]").fill("11,00")
    page.locator("main button").click()
    page.wait_for_url("**hours=8**")
    table = page.locator("section[aria-labelledby=wanneer] tbody tr")
    changes = [table.nth(at).locator("td").first.inner_text() for at in range(table.count())]
    assert sum(map(cents, changes[:-1])) == cents(changes[-1])
    expect(page.locator("figure svg[role=img]")).to_have_count(1)
    schemes = page.locator("section[aria-labelledby=regelingen] tbody tr")
    expect(schemes).to_have_count(7)
    assert said["unknown"] in schemes.first.inner_text()
    stands(visitor.page, pictures / f"story-09-{lang}.png", script=script)


@pytest.mark.parametrize(("lang", "phone", "script"), AT)
def test_story_11_the_premium_grows(visitors: Make, pictures: Path, lang: str, phone: bool, script: bool) -> None:
    visitor = visitors("samira", phone=phone, script=script, lang=lang)
    page = visitor.go("/mijn/premie")
    rows = page.locator("tbody tr")
    earned = [cents(rows.nth(at).locator("td").nth(1).inner_text()) for at in range(rows.count())]
    assert sum(earned[:-1]) == earned[-1] == 99_900
    assert "50%" in page.locator("main").inner_text()
    stands(visitor.page, pictures / f"story-11-{lang}.png", script=script)


@pytest.mark.parametrize(("lang", "phone", "script"), AT)
def test_story_14_confirm_change_or_later(visitors: Make, pictures: Path, lang: str, phone: bool, script: bool) -> None:
    visitor, said = visitors({"nl": "evelyn", "en": "marja"}[lang], phone=phone, script=script, lang=lang), WORDS[lang]
    page = visitor.go("/mijn/loon")
    stands(visitor.page, pictures / f"story-14-{lang}.png", script=script)
    page.get_by_role("button", name=said["right"]).first.click()
    page.wait_for_url("**/loon/bewijs/*")
    assert said["receipt"] in page.locator("h1").inner_text()
    stands(visitor.page, pictures / f"story-14-receipt-{lang}.png", script=script)
    visitor.go("/mijn/loon")
    page.get_by_role("link", name=re.compile(f"^{re.escape(said['change'])}")).first.click()
    page.locator("input[name=net]").fill("veel")
    page.locator("main form button.button").click()
    assert page.locator("input[name=net]").input_value() == "veel"
    expect(page.locator(".errorlist").nth(0)).to_be_attached()
    stands(visitor.page, pictures / f"story-14-wrong-{lang}.png", script=script)
    page.get_by_role("link", name=said["later"], exact=True).click()
    page.wait_for_url("**/loon")
    visitor.wrong[:] = [one for one in visitor.wrong if "status of 400" not in one]  # That form was wrong, as it was meant to be.


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_story_17_who_helps_sees_the_same_sum(visitors: Make, lang: str) -> None:
    def amounts(page: Any) -> list[str]:
        found: list[str] = page.locator("li.line .amount").all_inner_texts()
        return found

    own = amounts(visitors("samira", lang=lang).go("/mijn/maand/2019-04"))
    karin = visitors("karin", lang=lang)
    address = f"/client/{handle_of(1001, 'person')}/maand/2019-04"
    assert amounts(karin.go(address)) == own
    expect(karin.page.get_by_role("link", name=WORDS[lang]["wrong"])).to_have_count(0)
    assert len(own) > 30
