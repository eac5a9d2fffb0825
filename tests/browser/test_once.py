# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Impatience and bad lines: two quick clicks, a slow network, one that goes away; and two offices that had no journey."""

from __future__ import annotations

import os
import re
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import stands
from tests.browser.conftest import Visitor
from tests.browser.served import Served
from tests.web.doors import environment_of

Visitors = Callable[..., Visitor]


def count(served: Served, query: str, database: str = "ledger.db") -> int:
    """A number out of a database of the running server."""
    with closing(sqlite3.connect(f"file:{served.folder / database}?mode=ro", uri=True)) as now:
        return int(now.execute(query).fetchone()[0])


def slow(visitor: Visitor) -> None:
    """A bad telephone line: 400 ms there and back, 50 kbit/s."""
    line = visitor.context.new_cdp_session(visitor.page)
    line.send("Network.enable")
    line.send("Network.emulateNetworkConditions",
              {"offline": False, "latency": 400, "downloadThroughput": 6_250, "uploadThroughput": 6_250})  # fmt: skip


def fill_wage(page: Page) -> None:
    """A wage of one's own."""
    page.locator("input[name=net]").fill("300,00")
    page.locator("input[name=paid_on]").fill("2019-06-05")


@pytest.mark.parametrize("script", [True, False])
def test_two_quick_clicks_book_a_wage_and_a_question_once(visitors: Visitors, restored: Served, *, script: bool) -> None:
    visitor = visitors("samira", script=script)
    wages, items = "SELECT count(*) FROM fact WHERE kind = 'wage'", "SELECT count(*) FROM open_item"
    before, waiting = count(restored, wages), count(restored, items)
    page = visitor.go("/mijn/loon/2019-05/0")
    fill_wage(page)
    page.locator("main form button").last.dblclick()
    expect(page.locator(".receipt")).to_be_visible()
    assert count(restored, wages) == before + 1
    page = visitor.go("/mijn/maand")
    question = page.locator("a[href*='/vraag/']").first.get_attribute("href")
    page.goto(f"{restored.url}{question}")
    page.locator("textarea[name=text]").fill("Waarom is dit lager?")
    page.locator("main form button").last.dblclick()
    expect(page.locator(".receipt")).to_be_visible()
    assert count(restored, items) == waiting + 1


def test_an_officer_who_clicks_twice_decides_once(visitors: Visitors, restored: Served) -> None:
    page = visitors("sevda").go("/inkomen/werkvoorraad?soort=proposal")
    page.locator("tbody th a").first.click()
    page.locator("input[value=approve]").check()
    page.locator("textarea[name=reason]").fill("Het loon was hoger dan geschat")
    page.locator("textarea[name=protected]").fill("Nagekeken: er blijft genoeg over")
    before = count(restored, "SELECT count(*) FROM verdict")
    page.locator("main form button").last.dblclick()
    expect(page.locator(".receipt")).to_be_visible()
    assert count(restored, "SELECT count(*) FROM verdict") == before + 1


def test_what_was_typed_survives_a_slow_line_and_one_that_goes_away(visitors: Visitors, restored: Served) -> None:
    visitor = visitors("samira")
    page = visitor.go("/mijn/loon/2019-05/0")
    slow(visitor)
    page.locator("input[name=net]").fill("driehonderd")
    page.locator("input[name=paid_on]").fill("2019-06-05")
    with page.expect_response(lambda answer: answer.request.method == "POST"):
        page.locator("main form button").last.click()
    expect(page.locator("input[name=net][aria-invalid=true]")).to_have_value("driehonderd")
    assert page.locator("input[name=paid_on]").input_value() == "2019-06-05"
    fill_wage(page)
    before = count(restored, "SELECT count(*) FROM fact WHERE kind = 'wage'")
    visitor.context.set_offline(True)
    page.locator("main form button").last.click()
    expect(page.locator("main form [data-offline]")).to_contain_text("geen internet")
    visitor.context.set_offline(False)
    expect(page.locator("[data-offline]")).to_be_hidden()
    expect(page.locator("input[name=net]")).to_have_value("300,00")
    page.locator("main form button").last.click()
    expect(page.locator(".receipt")).to_be_visible()
    assert count(restored, "SELECT count(*) FROM fact WHERE kind = 'wage'") == before + 1
    visitor.wrong.clear()  # The browser notes the refusal and the line that went away.


def test_an_administrator_asks_for_an_account_and_cannot_open_it_alone(
    visitors: Visitors, served: Served, pictures: Path
) -> None:
    visitor = visitors("bo")
    page = visitor.go("/beheer/accounts")
    page.locator("a[href$='/accounts/nieuw']").first.click()
    page.wait_for_url("**/accounts/nieuw")
    page.locator("input[name=login]").fill("nieuw")
    page.locator("input[name=name]").fill("Nieuwe Collega")
    page.locator("select[name=role]").select_option("klantmanager")
    page.locator("input[name=acts_as]").fill("n.collega")
    page.locator("main form button").last.dblclick()
    page.wait_for_url(re.compile(r"/beheer/accounts/(?!nieuw)\w+"))
    assert "andere beheerder moet akkoord" in page.locator("main").inner_text()
    stands(page, pictures / "administrator-account.png", script=True)
    assert count(served, "SELECT count(*) FROM accounts_account WHERE login = 'nieuw'", "accounts.db") == 1
    tried = visitors()
    with tried.page.expect_event("console"):  # The browser notes that the form was refused.
        page = tried.sign_in("nieuw")
    assert page.url.endswith("/inloggen")
    tried.wrong.clear()
    page = visitor.go("/beheer/logboek")
    stands(page, pictures / "administrator-log.png", script=True)
    assert "nieuw" not in page.locator("main").inner_text().casefold().split(), "no name stands in the log of the doors"


def test_a_researcher_asks_for_a_simulation_and_reads_what_came_of_it(visitors: Visitors, served: Served, pictures: Path) -> None:
    visitor = visitors("rosa")
    page = visitor.go("/onderzoek/simulatie")
    expect(page.locator("nav.menu [aria-current=page]")).to_have_text(["Simulatie"])
    page.locator("input[name=households]").fill("50")
    page.locator("main form button").last.click()
    assert page.locator("input[name=households]").evaluate("one => !one.validity.valid"), "fewer than 100 tell nothing"
    page.locator("input[name=households]").fill("200")
    page.locator("input[name=months]").fill("6")
    page.locator("main form button").last.dblclick()
    page.wait_for_url(re.compile(r"/onderzoek/simulatie/\d+"))
    assert count(served, "SELECT count(*) FROM jobs_job WHERE kind = 'simulation'", "accounts.db") == 1
    stands(page, pictures / "researcher-waits.png", script=True)
    worker = subprocess.Popen(
        [sys.executable, "-m", "werkzaam.cli.main", "do-jobs"], env={**os.environ, **environment_of(served.folder)}
    )
    try:
        expect(page.locator("main table").first).to_be_visible(timeout=120_000)
    finally:
        worker.terminate()
        worker.wait(30)
    said = page.locator("main").inner_text()
    assert "verzonnen" in said.casefold()
    stands(page, pictures / "researcher-simulation.png", script=True)
