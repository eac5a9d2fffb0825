# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The stories of the income officer, each in a real browser, with and without JavaScript, in both languages."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import stands
from tests.browser.conftest import Visitor
from tests.browser.served import Served

Visitors = Callable[..., Visitor]
WAYS = pytest.mark.parametrize(
    ("lang", "phone", "script"), [("nl", False, True), ("en", True, False)], ids=["nl-desktop", "en-phone-without-script"]
)  # fmt: skip
WAGES = (
    "huishouden;persoon;baan;gewerkt_van;gewerkt_tot;betaald_op;netto;bron\n"
    "101;1001;winkel;2019-05-01;2019-05-31;2019-06-05;5{0}0,00;loonaangifte\n"
)


@pytest.fixture(scope="module")
def served(town_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A server with a worker beside it, as the demo has."""
    started = Served(town_folder, tmp_path_factory.mktemp("served") / "town", "--work")
    yield started
    started.stop()


def _only_refused(visitor: Visitor) -> None:
    """A form that is refused is a 400, which a browser notes as an error; nothing else may have gone wrong."""
    assert all("400" in one for one in visitor.wrong), visitor.wrong
    visitor.wrong.clear()


def until_done(page: Page, *, script: bool) -> None:
    """Wait for a job: by itself with JavaScript, by its button without."""
    for _ in range(60):
        if page.locator("#voortgang").count() == 0:
            return
        if script:
            page.wait_for_timeout(500)
        else:
            page.locator(".actions a").first.click()
            page.wait_for_timeout(300)
    raise AssertionError(page.content())


@WAYS
def test_story_16_only_the_cases_that_need_me(visitors: Visitors, pictures: Path, lang: str, phone: bool, script: bool) -> None:
    mine = visitors("anna", phone=phone, script=script, lang=lang)
    page = mine.go("/inkomen/werkvoorraad")
    ages = [int(text) for text in page.locator("tbody tr td:nth-of-type(4)").all_inner_texts()]
    assert ages == sorted(ages, reverse=True), "the oldest stands first"
    assert "2019" in page.locator("tbody tr").first.inner_text(), "with its term"
    stands(page, pictures / f"bench-{lang}.png", script=script)
    page.locator("select[name=soort]").select_option("proposal")
    page.locator("main form button").first.click()
    before = page.locator("tbody tr").count()
    page.locator("tbody th a").first.click()
    assert page.locator("main .alert-warning").is_visible(), "who proposed it cannot approve it"
    address = page.url
    other = visitors("sevda", phone=phone, script=script, lang=lang)
    page = other.go(address.removeprefix(mine.served.url))
    page.locator("input[value=approve]").check()
    page.locator("textarea[name=reason]").fill("Het loon was hoger dan geschat")
    page.locator("main form button").click()
    assert page.locator("textarea[name=reason]").input_value() == "Het loon was hoger dan geschat", "what was typed is kept"
    _only_refused(other)
    stands(page, pictures / f"claim-{lang}.png", script=script)
    page.locator("textarea[name=protected]").fill("Nagekeken: er blijft genoeg over")
    page.locator("main form button").click()
    expect(page.locator(".receipt")).to_be_visible()
    stands(page, pictures / f"household-{lang}.png", script=script)
    letter = page.locator("tbody a[href*='/brief/']").first.get_attribute("href")
    assert page.request.get(f"{mine.served.url}{letter}").body().startswith(b"%PDF")
    page = mine.go("/inkomen/werkvoorraad?soort=proposal")
    expect(page.locator("tbody tr")).to_have_count(before - 1)


@WAYS
def test_a_run_is_looked_at_started_paid_and_released(
    visitors: Visitors, pictures: Path, lang: str, phone: bool, script: bool
) -> None:
    page = visitors("anna", phone=phone, script=script, lang=lang).go("/inkomen/bestanden")
    stands(page, pictures / f"files-{lang}.png", script=script)
    page.locator("input[value=wages]").check()
    body = WAGES.format(1 if script else 2).replace("winkel", "winkel" if script else "kapper").encode()
    page.locator("input[type=file]").set_input_files({"name": "lonen.csv", "mimeType": "text/csv", "buffer": body})
    page.locator("main form button").click()
    until_done(page, script=script)
    stands(page, pictures / f"wages-{lang}.png", script=script)
    assert re.search("overgenomen|taken over|wacht op een mens|waits for a human", page.locator("tbody").inner_text())
    page.goto(re.sub(r"/inkomen/.*", "/inkomen/maanden/2019-05", page.url))
    page.locator("button[value=trial]").click()
    stands(page, pictures / f"job-{lang}.png", script=script)
    until_done(page, script=script)
    page.locator("a[href='/inkomen/maanden/2019-05']").click()
    expect(page.locator("#proef")).to_be_visible()
    stands(page, pictures / f"trial-{lang}.png", script=script)
    page.locator("button[value=run]").click()
    until_done(page, script=script)
    expect(page.locator("main .alert-success")).to_be_visible()
    page.goto(re.sub(r"/inkomen/.*", "/inkomen/betalingen", page.url))
    page.locator("main form button").click()
    stands(page, pictures / f"payments-{lang}.png", script=script)
    if page.locator("a[href$='/vrijgeven']").count() == 0:
        return  # The other way of this test released it.
    page.locator("a[href$='/vrijgeven']").first.click()
    address = page.url
    stands(page, pictures / f"release-{lang}.png", script=script)
    page = visitors("sevda", phone=phone, script=script, lang=lang).go(re.sub(r".*/inkomen", "/inkomen", address))
    page.locator("main form button").click()
    expect(page.locator(".receipt")).to_be_visible()
    expect(page.locator("a[href$='/vrijgeven']")).to_have_count(0)


def test_story_04_a_mistake_of_ours_is_put_right_by_addition(visitors: Visitors, pictures: Path) -> None:
    sevda = visitors("sevda", lang="nl")
    page = sevda.go("/inkomen/zoeken")
    page.locator("input[name=wanted]").fill("Evelyn")
    page.locator("main form button").click()
    stands(page, pictures / "find.png", script=True)
    page.get_by_role("link", name="Evelyn").click()
    rows = page.locator("section[aria-labelledby=regels] tbody tr").count()
    page.locator("section[aria-labelledby=regels] tbody a").first.click()
    page.locator("textarea[name=reason]").fill("Wij boekten een loon van iemand anders.")
    stands(page, pictures / "put-right.png", script=True)
    page.locator("main form button").click()
    assert "excuses" in page.locator(".receipt").inner_text()
    expect(page.locator("section[aria-labelledby=regels] tbody tr")).to_have_count(rows - 1)
    page.get_by_role("link", name="Loon toevoegen").click()
    page.locator("input[name=job]").fill("bakkerij")
    for name, day in (("worked_from", "2019-04-01"), ("worked_to", "2019-04-30"), ("paid_on", "2019-05-03")):
        page.locator(f"input[name={name}]").fill(day)
    page.locator("input[name=net]").fill("veel")
    page.locator("input[name=source]").fill("loonstrook")
    page.locator("main form button").click()
    expect(page.locator(".field.wrong, [aria-invalid=true]").nth(0)).to_be_attached()
    _only_refused(sevda)
    stands(page, pictures / "wage.png", script=True)
    page.locator("input[name=net]").fill("412,50")
    page.locator("main form button").click()
    expect(page.locator(".receipt")).to_be_visible()
    expect(page.locator("section[aria-labelledby=regels] tbody tr")).to_have_count(rows)
