# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The researcher's door in a real browser: dose and outcome per condition without seeing people, and rules beside each other."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import clean, looks, stands
from tests.browser.conftest import Visit, Visitor
from tests.browser.ways import Way

HERE = "/onderzoek/experiment/voorbeeldstad_2019"
WORDS = {
    "nl": {
        "masked": "Groep A",
        "arm": "Zelfregie",
        "ask": "Vragen om te openen",
        "also": "Ook vragen",
        "small": "minder dan tien",
    },
    "en": {"masked": "Group A", "arm": "Self-direction", "ask": "Ask to open", "also": "Ask too", "small": "fewer than ten"},
}


def look(visitor: Visitor, address: str, pictures: Path, name: str) -> Page:
    """Open a page, keep a picture of it, and look whether everybody can use it."""
    page = visitor.go(address)
    looks(page, pictures / f"{name}.png")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), f"{address} is wider than its window"
    clean(page)
    return page


def test_story_25_dose_and_outcome_per_condition_without_seeing_people(visit: Visit, way: Way, pictures: Path) -> None:
    words, rosa = WORDS[way.lang], visit("rosa")
    page = rosa.go(HERE)
    stands(page, pictures / f"experiment-{way}.png", script=way.axe)
    said = page.locator("main").inner_text()
    for part in ("h-flow", "h-rounds", "h-dose", "h-fidelity"):
        expect(page.locator(f"#{part}")).to_be_visible()
    assert words["small"] in said
    assert not any(name in said for name in ("Samira", "Evelyn", "Fred", "Max")), "nobody is seen"
    for cell in page.locator("#h-flow ~ .table-wrap td").all_inner_texts():
        assert cell in ("<10*", "0") or int(re.sub(r"\D", "", cell)) >= 10
    with page.expect_download() as saved:
        page.locator("a[href$='rounds.csv']").click()
    assert saved.value.suggested_filename == "voorbeeldstad_2019-rounds.csv"
    text = rosa.go(f"{HERE}/uitkomsten").locator("main").inner_text()
    assert words["masked"] in text
    assert words["arm"] not in text, "first with masked groups"
    rosa.go(f"{HERE}/openen").get_by_role("button", name=words["ask"]).click()
    second = visit("milan").go(f"{HERE}/openen")
    second.get_by_role("button", name=re.compile(words["also"])).click()
    text = rosa.go(f"{HERE}/uitkomsten").locator("main").inner_text()
    assert words["arm"] in text
    assert words["masked"] not in text
    expect(page.locator("#h-attrition")).to_be_visible()
    stands(page, pictures / f"outcomes-{way}.png", script=way.axe)
    stands(rosa.go(f"{HERE}/plan"), pictures / f"plan-{way}.png", script=way.axe)


def test_story_25_a_participant_knows_the_group_and_can_check_the_draw(visit: Visit, way: Way, pictures: Path) -> None:
    page = visit("samira").go("/mijn/loting")
    main = page.locator("main").inner_text()
    assert WORDS[way.lang]["arm"].lower() in main.lower(), "half of the participants did not know theirs"
    assert "lottery1." in (page.locator("main").text_content() or ""), "the receipt as a text, for the page that checks it"
    expect(page.locator("main svg, main img").nth(0)).to_be_attached()
    stands(page, pictures / f"group-{way}.png", script=way.axe)


@pytest.mark.parametrize(("lang", "script"), [("nl", False), ("en", True)])
def test_rules_stand_beside_each_other_with_what_no_source_states(
    visitors: Callable[..., Visitor], pictures: Path, lang: str, script: bool
) -> None:
    page = visitors("rosa", lang=lang, script=script, phone=not script).go("/onderzoek/vergelijken")
    page.locator("summary").first.click()
    page.locator("input[value=participatiewet_2018]").uncheck()
    page.locator("input[value=utrecht_2018]").check()
    page.locator("main form button").last.click()
    text = page.locator("main").inner_text()
    assert "utrecht_2018" in text
    assert {"nl": "niet vermeld", "en": "not stated"}[lang] in text
    page.screenshot(path=pictures / f"compare-{lang}.png", full_page=True)
    if script:
        clean(page)


def test_rules_in_words_and_errors_apart(visitors: Callable[..., Visitor], pictures: Path) -> None:
    rosa = visitors("rosa")
    look(rosa, "/onderzoek/regels", pictures, "regimes")
    look(rosa, "/onderzoek/regels/amsterdam_2018_zelfregie", pictures, "regime")
    page = look(rosa, "/onderzoek/fouten", pictures, "errors")
    for name, number in (("interviews", 25), ("trouble", 23), ("checked", 0), ("established", 0)):
        page.locator(f"input[name={name}]").fill(str(number))
    page.locator("main form button").click()
    assert "92%" in page.locator("main").inner_text()
    assert "niet gemeten" in page.locator("main").inner_text()
