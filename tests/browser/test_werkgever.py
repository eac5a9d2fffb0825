# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""An employer in a real browser: wages delivered and corrected, a file that is not right, and the schemes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import FilePayload, Page, expect

from tests.browser.axe import stands
from tests.browser.conftest import Visit, Visitor
from tests.browser.ways import Way
from werkzaam.web.handles import handle_of

HEAD = "werknemer;personeelsnummer;gewerkt_van;gewerkt_tot;betaald_op;netto\r\n"
WORDS = {
    "nl": ("Uw lonen zijn ontvangen", "vervangt versie 1", "niets van dit bestand", "Lonen aanleveren"),
    "en": ("Your wages were received", "replaces version 1", "took over nothing", "Deliver wages"),
}


def file_of(*rows: str) -> FilePayload:
    """A file with these rows."""
    return {"name": "loon.csv", "mimeType": "text/csv", "buffer": (HEAD + "\r\n".join(rows) + "\r\n").encode()}


def send(page: Page, *rows: str) -> None:
    """Choose a file and send it."""
    page.locator("input[type=file]").set_input_files(file_of(*rows))
    page.locator("main form button").click()


def test_story_15_deliver_wages_and_see_them_arrived(visit: Visit, way: Way, pictures: Path) -> None:
    received, replaces, nothing, title = WORDS[way.lang]
    visitor = visit("bakkerij")
    page, staff = visitor.page, f"VBS-{way}"  # What was delivered stands with the accounts, which stay.
    assert page.locator("h1").inner_text() == title
    stands(page, pictures / f"wages-{way}.png", script=way.axe)
    send(page, f"{staff}-1;17;2019-04-01;2019-04-30;2019-05-03;1.234", f"{staff}-2;18;2019-04-31;2019-04-30;x;=1+1")
    assert nothing in page.locator("main").inner_text()
    assert all("400" in said for said in visitor.wrong)
    visitor.wrong.clear()
    stands(page, pictures / f"faults-{way}.png", script=way.axe)
    send(page, f"{staff}-1;17;2019-04-01;2019-04-30;2019-05-03;1.234,00", f"{staff}-2;18;2019-04-01;2019-04-30;2019-05-03;80,00")
    assert received in page.locator("main").inner_text()
    expect(page.locator("main tbody tr"), "a result for each row").to_have_count(2)
    page.locator("main a.button").click()
    send(page, f"{staff}-1;17;2019-04-01;2019-04-30;2019-05-03;1.200,00")
    assert replaces in page.locator("main").inner_text()
    stands(page, pictures / f"receipt-{way}.png", script=way.axe)
    page.locator("main a.button").click()
    expect(page.locator("main tbody a").nth(1)).to_be_attached()
    body = page.locator("main").inner_text().lower()
    assert not any(word in body for word in ("bijstand", "uitkering", "benefit"))
    visitor.go(f"/client/{handle_of(1001, 'person')}/maand")
    assert all("403" in said or "404" in said for said in visitor.wrong), "nobody's month is open to an employer"
    assert visitor.wrong
    visitor.wrong.clear()


@pytest.mark.parametrize(("phone", "lang"), [(False, "nl"), (True, "en")])
def test_the_schemes_for_employers(visitors: Callable[..., Visitor], pictures: Path, phone: bool, lang: str) -> None:
    page = visitors(phone=phone, lang=lang).go("/regelingen-voor-werkgevers")
    page.locator("#id_medewerkers").fill("12")
    page.locator("main form button").click()
    assert "12" in page.locator("main").inner_text()
    sections = page.locator("main section").count()
    assert sections > 0
    expect(page.locator("main section dd")).to_have_count(4 * sections)
    stands(page, pictures / f"schemes-{phone}-{lang}.png", script=True)
