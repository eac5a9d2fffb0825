# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The researcher's door in a real browser: dose and outcome per condition without seeing people, and rules beside each other."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.axe import clean, looks
from tests.browser.conftest import Visitor

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


@pytest.mark.parametrize(("lang", "phone"), [("nl", False), ("en", True)])
def test_story_25_dose_and_outcome_per_condition_without_seeing_people(
    visitors: Callable[..., Visitor], pictures: Path, lang: str, phone: bool
) -> None:
    words, rosa = WORDS[lang], visitors("rosa", lang=lang, phone=phone)
    page = look(rosa, HERE, pictures, f"experiment-{lang}")
    assert words["small"] in page.locator("main").inner_text()
    for cell in page.locator("#h-flow ~ .table-wrap td").all_inner_texts():
        assert cell == "<10*" or cell == "0" or int(cell.replace(".", "").replace(",", "")) >= 10
    with page.expect_download() as saved:
        page.locator("a[href$='rounds.csv']").click()
    assert saved.value.suggested_filename == "voorbeeldstad_2019-rounds.csv"
    page = look(rosa, f"{HERE}/uitkomsten", pictures, f"outcomes-{lang}")
    text = page.locator("main").inner_text()
    if words["masked"] in text:  # The first of the two languages opens the groups.
        assert words["arm"] not in text
        look(rosa, f"{HERE}/openen", pictures, f"opening-{lang}").get_by_role("button", name=words["ask"]).click()
        second = visitors("milan", lang=lang).go(f"{HERE}/openen")
        second.get_by_role("button", name=re.compile(words["also"])).click()
        text = rosa.go(f"{HERE}/uitkomsten").locator("main").inner_text()
    assert words["arm"] in text
    assert words["masked"] not in text
    look(rosa, f"{HERE}/plan", pictures, f"plan-{lang}")


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
