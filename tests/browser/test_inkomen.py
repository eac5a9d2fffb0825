# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The stories of the income officer, each in a real browser, in every way."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import stands
from tests.browser.conftest import Visit, Visitor
from tests.browser.served import Served
from tests.browser.ways import FOUR, Way

WAGES = (
    "huishouden;persoon;baan;gewerkt_van;gewerkt_tot;betaald_op;netto;bron\n"
    "101;1001;winkel;2019-05-01;2019-05-31;2019-06-05;510,00;loonaangifte\n"
)


@pytest.fixture(scope="module")
def served(town_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A server with a worker beside it, as the demo has."""
    started = Served(town_folder, tmp_path_factory.mktemp("served") / "town", "--work")
    yield started
    started.stop()


def _only_refused(visitor: Visitor) -> None:
    """A form that is refused is a 400 or a 403, which a browser notes as an error; nothing else may have gone wrong."""
    assert all(re.search("40[03]", one) for one in visitor.wrong), visitor.wrong
    visitor.wrong.clear()


def refused(page: Page, address: str) -> None:
    """Send the form, and wait for the answer that refuses it."""
    with page.expect_response(address) as answered:
        page.locator("main form button").click()
    assert answered.value.status in (400, 403)
    page.wait_for_load_state()


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


def test_story_16_only_the_cases_that_need_me(visit: Visit, way: Way, pictures: Path) -> None:
    mine = visit("anna")
    page = mine.go("/inkomen/werkvoorraad")
    ages = [int(text) for text in page.locator("tbody tr td:nth-of-type(4)").all_inner_texts()]
    assert ages == sorted(ages, reverse=True), "the oldest stands first"
    rows = page.locator("tbody tr").all_inner_texts()
    assert "2019" in rows[0], "with its term"
    assert all(re.search(r"\w{4}", row) for row in page.locator("tbody td:nth-of-type(2)").all_inner_texts()), "with its reason"
    stake = [text for text in page.locator("tbody td:nth-of-type(3)").all_inner_texts() if "€" in text]
    assert stake, "with the amount at stake"
    stands(page, pictures / f"bench-{way}.png", script=way.axe)
    page.locator("select[name=soort]").select_option("proposal")
    page.locator("main form button").first.click()
    page.wait_for_url("**soort=proposal**")
    before = page.locator("tbody tr").count()
    assert 0 < before < len(rows)
    terms = page.locator("tbody td:nth-of-type(5)").all_inner_texts()
    assert all("2019" in term for term in terms), "the last day of the six months"
    page.locator("tbody th a").first.click()
    expect(page.locator("main .alert-warning"), "who proposed it cannot approve it").to_be_visible()
    address = page.url.removeprefix(mine.served.url)
    _approved(visit("sevda"), address, pictures / f"household-{way}.png", script=way.axe)
    page = mine.go("/inkomen/werkvoorraad?soort=proposal")
    expect(page.locator("tbody tr")).to_have_count(before - 1)


def _approved(other: Visitor, address: str, picture: Path, *, script: bool) -> None:
    """Another officer approves a claim: first without having looked at what is protected, which is refused."""
    page = other.go(address)
    page.locator("input[value=approve]").check()
    page.locator("textarea[name=reason]").fill("Het loon was hoger dan geschat")
    refused(page, "**/vordering")
    assert page.locator("textarea[name=reason]").input_value() == "Het loon was hoger dan geschat", "what was typed is kept"
    _only_refused(other)
    page.locator("textarea[name=protected]").fill("Nagekeken: er blijft genoeg over")
    page.locator("main form button").click()
    expect(page.locator(".receipt")).to_be_visible()
    stands(page, picture, script=script)
    letter = page.locator("tbody a[href*='/brief/']").first.get_attribute("href")
    assert page.request.get(f"{other.served.url}{letter}").body().startswith(b"%PDF")


@pytest.mark.parametrize("way", [FOUR[0], FOUR[2]], ids=str)
def test_a_run_is_looked_at_started_paid_and_released(visit: Visit, way: Way, pictures: Path) -> None:
    anna = visit("anna")
    page = anna.go("/inkomen/bestanden")
    page.locator("input[value=wages]").check()
    page.locator("input[type=file]").set_input_files({"name": "lonen.csv", "mimeType": "text/csv", "buffer": WAGES.encode()})
    page.locator("main form button").click()
    until_done(page, script=way.script)
    stands(page, pictures / f"wages-{way}.png", script=way.axe)
    assert re.search("overgenomen|taken over|wacht op een mens|waits for a human", page.locator("tbody").inner_text())
    anna.go("/inkomen/maanden/2019-05")
    page.locator("button[value=trial]").click()
    until_done(page, script=way.script)
    page.locator("a[href='/inkomen/maanden/2019-05']").click()
    expect(page.locator("#proef")).to_be_visible()
    stands(page, pictures / f"trial-{way}.png", script=way.axe)
    page.locator("button[value=run]").click()
    until_done(page, script=way.script)
    expect(page.locator("main .alert-success")).to_be_visible()
    anna.go("/inkomen/betalingen")
    page.locator("main form button").click()
    expect(page.locator("a[href$='/vrijgeven']").first).to_be_visible()
    stands(page, pictures / f"payments-{way}.png", script=way.axe)
    page.locator("a[href$='/vrijgeven']").first.click()
    page.wait_for_url("**/vrijgeven")
    address = page.url.removeprefix(anna.served.url)
    refused(page, "**/vrijgeven")
    expect(page.locator(".receipt"), "who made it cannot release it").to_have_count(0)
    _only_refused(anna)
    page = visit("sevda").go(address)
    page.locator("main form button").click()
    expect(page.locator(".receipt")).to_be_visible()
    expect(page.locator("a[href$='/vrijgeven']")).to_have_count(0)


def test_story_04_a_mistake_of_ours_is_put_right_by_addition(visit: Visit, way: Way, pictures: Path) -> None:
    sevda = visit("sevda")
    page = sevda.go("/inkomen/zoeken")
    page.locator("input[name=wanted]").fill("Evelyn")
    page.locator("main form button").click()
    page.get_by_role("link", name="Evelyn").click()
    expect(page.locator("section[aria-labelledby=regels] tbody tr").nth(0)).to_be_attached()
    rows = page.locator("section[aria-labelledby=regels] tbody tr").count()
    page.locator("section[aria-labelledby=regels] tbody a").first.click()
    page.locator("textarea[name=reason]").fill("Wij boekten een loon van iemand anders.")
    stands(page, pictures / f"put-right-{way}.png", script=way.axe)
    page.locator("main form button").click()
    assert re.search("excuses|apolog|sorry", page.locator(".receipt").inner_text(), re.IGNORECASE)
    expect(page.locator("section[aria-labelledby=regels] tbody tr")).to_have_count(rows - 1)
    page.get_by_role("link", name=re.compile("Loon toevoegen|Add a wage")).click()
    page.locator("input[name=job]").fill("bakkerij")
    for name, day in (("worked_from", "2019-04-01"), ("worked_to", "2019-04-30"), ("paid_on", "2019-05-03")):
        page.locator(f"input[name={name}]").fill(day)
    page.locator("input[name=net]").fill("veel")
    page.locator("input[name=source]").fill("loonstrook")
    page.locator("main form button").click()
    expect(page.locator(".field.wrong, [aria-invalid=true]").nth(0)).to_be_attached()
    _only_refused(sevda)
    stands(page, pictures / f"wage-{way}.png", script=way.axe)
    page.locator("input[name=net]").fill("412,50")
    page.locator("main form button").click()
    expect(page.locator(".receipt")).to_be_visible()
    expect(page.locator("section[aria-labelledby=regels] tbody tr")).to_have_count(rows)
