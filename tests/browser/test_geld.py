# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The person's money in a real browser: the stories of who lives by it, each in every way."""

from __future__ import annotations

import re
from fractions import Fraction
from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, Page, expect

from tests.app.letters.printed import text_of
from tests.app.portal.drawn import drawn
from tests.browser.axe import stands
from tests.browser.conftest import Visit
from tests.browser.served import Served
from tests.browser.ways import Way
from werkzaam.app.example_town import TOWN_FILE
from werkzaam.app.extra_work import ExtraWork
from werkzaam.app.ledger.desk import at_desk
from werkzaam.app.ledger.town import read_town
from werkzaam.app.portal.kept import Kept
from werkzaam.app.portal.own_what_if import own_what_if
from werkzaam.web.handles import handle_of

WORDS = {
    "nl": {
        "wrong": "Klopt dit niet?", "send": "Stuur mijn vraag", "number": "Nummer", "was": "Het was", "now": "Het is nu",
        "because": "Omdat", "since": "Sinds", "earlier": "Zoals het eerder was", "estimate": "schatting", "right": "Klopt",
        "receipt": "Bewijs van uw melding", "change": "Klopt niet", "later": "Later", "back": "Ingehouden", "worked": "gewerkt",
        "half": "Half zo snel", "pace": "Stuur mijn voorstel", "holiday": "vakantietoeslag", "due": "22 mei 2019",
    },
    "en": {
        "wrong": "Is this not right?", "send": "Send my question", "number": "Number", "was": "It was", "now": "It is now",
        "because": "Because", "since": "Since", "earlier": "As it was before", "estimate": "estimate", "right": "It is right",
        "receipt": "Receipt of your report", "change": "It is not right", "later": "Later", "back": "Kept back",
        "worked": "worked", "half": "Half as fast", "pace": "Send my proposal", "holiday": "holiday", "due": "22 May 2019",
    },
}  # fmt: skip
BLAME = re.compile(r"schuld|fraud|verdacht|suspect|debt|misbruik|abuse|leugen|cheat", re.IGNORECASE)
_AMOUNT = re.compile(r"([−-]?)\s*€\s*([\d.,]+\d)")


def cents(text: str) -> int:
    """The cents of the first amount in a text."""
    found = _AMOUNT.search(text)
    assert found is not None, text
    digits = int(re.sub(r"\D", "", found[2]))
    return -digits if found[1] else digits


def amounts(text: str) -> list[int]:
    """All amounts of a text, in cents."""
    return [int(re.sub(r"\D", "", digits)) for _, digits in _AMOUNT.findall(text)]


def told(page: Page | Locator, selector: str = "main") -> str:
    """What stands on a page, or in a part of it."""
    return page.locator(selector).first.inner_text()


def test_story_01_each_deduction_says_of_which_days(visit: Visit, way: Way, pictures: Path) -> None:
    said, page = WORDS[way.lang], visit("fred").go("/mijn/maand/2019-05")
    lines = page.locator("li.line", has_text=said["back"]).all_inner_texts()
    assert lines
    assert all(said["worked"] in text and text.count("2019") >= 4 for text in lines), "worked from, worked to, paid on"
    stands(page, pictures / f"story-01-{way}.png", script=way.axe)


def test_story_02_page_letter_and_file_have_the_same_cents(visit: Visit, way: Way, pictures: Path) -> None:
    page = visit("evelyn").go("/mijn/maand/2019-05")
    total, seen = 0, list[int]()
    for line in page.locator("section[aria-labelledby=deel-bijstand] li.line").all():
        sign, amount = told(line, "summary .sign").strip(), told(line, "summary .amount")
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
    stands(page, pictures / f"story-02-{way}.png", script=way.axe)
    paid = amounts(told(page, "section[aria-labelledby=betaald]"))[0]
    beside = [re.sub(r"\D", "", one) for one in page.locator("li.line summary .amount").all_inner_texts()]
    assert str(paid - seen[-1]) in beside, "what came with it has a line: the holiday allowance that was kept apart"
    here = f"{page.url.rpartition('/mijn/')[0]}/mijn"
    page.goto(f"{here}/brieven")
    address = page.locator("a[href*='/brieven/2019-05/']").first.get_attribute("href")
    letter = text_of(page.request.get(f"{here.removesuffix('/mijn')}{address}").body())
    kept: Any = page.request.get(f"{here}/gegevens/alles.json").json()
    assert amounts(letter)[0] == paid, "the letter, a PDF"
    assert paid in _numbers(kept), "the file that one takes along"


def _numbers(value: Any) -> set[int]:
    """Every whole number in a file."""
    if isinstance(value, dict):
        return set().union(*map(_numbers, value.values()))
    if isinstance(value, list):
        return set().union(*map(_numbers, value))
    return {value} if isinstance(value, int) else set()


def test_story_03_amount_and_day_first_and_next_month_as_a_range(visit: Visit, way: Way, pictures: Path) -> None:
    page = visit("samira").go("/mijn/maand")
    page.set_viewport_size({"width": 320, "height": 640})
    lead = page.locator("main .lead").first
    box = lead.bounding_box()
    assert box is not None
    assert box["y"] + box["height"] <= 640, "without scrolling"
    assert re.search(r"€\s?729[.,]40.*23", lead.inner_text(), re.DOTALL)
    ahead = told(page, "section[aria-labelledby=straks]")
    low, high = amounts(ahead)[:2]
    assert low < high
    assert WORDS[way.lang]["estimate"] in ahead
    assert ahead.count("2019") >= 2, "the day of the payment, and the day on which this was foreseen"
    stands(page, pictures / f"story-03-{way}.png", script=way.axe)


def test_story_04_what_changed_with_the_earlier_version(visit: Visit, way: Way, pictures: Path) -> None:
    said, page = WORDS[way.lang], visit("samira").go("/mijn/maand")
    card = page.locator("section[aria-labelledby=anders] .card").first
    assert all(said[key] in card.inner_text() for key in ("was", "now", "because", "since"))
    found = [int(re.sub(r"\D", "", one)) for one in card.locator("dd.amount").all_inner_texts()]
    assert found[2] == abs(found[1] - found[0])
    card.get_by_role("link", name=said["earlier"]).click()
    page.wait_for_url("**/op/**")
    expect(page.locator("main .alert", has_text=re.compile("16 (april|April) 2019"))).to_have_count(1)
    stands(page, pictures / f"story-04-{way}.png", script=way.axe)


def test_story_05_nobody_is_addressed_as_a_suspect(visit: Visit, way: Way, pictures: Path) -> None:
    me = visit("fred")
    for path in ("maand", "maand/2019-03", "terugbetalen", "loon", "klopt-niet"):
        page = me.go(f"/mijn/{path}")
        assert not BLAME.search(told(page)), path
    office = visit("anna").go("/inkomen/werkvoorraad")
    assert not BLAME.search(told(office)), "that wages differ raises no suspicion at the office either"
    stands(page, pictures / f"story-05-{way}.png", script=way.axe)


def test_story_07_contest_one_line_and_read_the_answer(visit: Visit, way: Way, pictures: Path) -> None:
    """Three steps: the line, the question, send. Then a receipt with the day of the answer, and the answer itself."""
    me, said = visit("samira"), WORDS[way.lang]
    page = me.go("/mijn/maand")
    line = page.locator("section[aria-labelledby=regels] details", has=page.locator("a[href*='/vraag/']")).first
    line.locator("summary").click()
    line.get_by_role("link", name=said["wrong"]).click()
    page.wait_for_url("**/vraag/**")
    stands(page, pictures / f"story-07-ask-{way}.png", script=way.axe)
    page.locator("textarea[name=text]").fill("Ik werkte minder uren.")
    page.locator("input[name=file]").set_input_files({"name": "strook.html", "mimeType": "text/html", "buffer": b"<script>"})
    with page.expect_response(lambda answer: answer.request.method == "POST") as refused:
        page.get_by_role("button", name=said["send"]).click()
    assert refused.value.status == 400
    expect(page.locator("textarea[name=text]")).to_have_value("Ik werkte minder uren.")
    expect(page.locator("input[name=file][aria-invalid=true]")).to_have_count(1)
    me.wrong.clear()  # The browser notes that a form was refused.
    page.locator("input[name=file]").set_input_files({"name": "strook.png", "mimeType": "image/png", "buffer": drawn("PNG")})
    page.get_by_role("button", name=said["send"]).click()
    page.wait_for_url("**/geldvragen/*")
    receipt = told(page, ".receipt")
    assert said["number"] in receipt
    assert said["due"] in receipt, "the exact day: two working days after 20 May"
    number = told(page, ".receipt strong")
    stands(page, pictures / f"story-07-{way}.png", script=way.axe)
    office = visit("anna").go("/inkomen/werkvoorraad")
    office.locator("tr", has_text="Ik werkte minder uren.").locator("th a").click()
    expect(office.locator("a[href$='/bijlage']")).to_be_visible()
    stands(office, pictures / f"story-07-office-{way}.png", script=way.axe)
    with office.expect_download() as saved:
        office.locator("a[href$='/bijlage']").click()
    assert saved.value.suggested_filename == f"vraag-{number}.png"
    assert saved.value.path().read_bytes().startswith(b"\x89PNG")
    answer(office, "Wij keken het na: u hebt gelijk.")
    page = me.go("/mijn/geldvragen")
    row = page.locator("tbody tr")
    expect(row).to_have_count(1)
    row.locator("a").click()
    page.wait_for_url("**/geldvragen/*")
    assert number in told(page, ".receipt")
    assert "Wij keken het na: u hebt gelijk." in told(page, ".receipt")


def answer(office: Page, text: str) -> None:
    """Close a task on the officer's page with what came of it."""
    office.locator("input[name=act][value=close]").check()
    office.locator("textarea[name=reason]").fill(text)
    office.locator("main form button").last.click()
    expect(office.locator(".receipt")).to_be_visible()


def test_story_08_a_pace_that_leaves_bills_paid(visit: Visit, way: Way, pictures: Path) -> None:
    me, said = visit("fred"), WORDS[way.lang]
    page = me.go("/mijn/terugbetalen")
    paces = page.locator("section[aria-labelledby=tempo] tbody tr")
    expect(paces).to_have_count(3)
    assert said["holiday"] in paces.last.inner_text().lower(), "holiday allowance is a way"
    months = [int(text) for text in page.locator("section[aria-labelledby=tempo] td:nth-of-type(2)").all_inner_texts()]
    assert months[1] > months[0], "half as fast takes longer"
    stands(page, pictures / f"story-08-{way}.png", script=way.axe)
    page.get_by_label(re.compile(said["half"])).first.check()
    page.get_by_role("button", name=said["pace"]).click()
    page.wait_for_url("**/geldvragen/*")
    assert said["half"] in told(page, ".receipt")
    office = visit("anna").go("/inkomen/werkvoorraad")
    task = office.locator("tr", has_text=said["half"])
    assert re.search("genoeg overblijft om van te leven|enough is left to live on", task.inner_text()), "the floor is looked at"
    task.locator("th a").click()
    answer(office, "Afgesproken: half zo snel.")
    assert "Afgesproken: half zo snel." in told(me.go(page.url.removeprefix(me.served.url)), ".receipt"), "an officer decides"


def test_story_09_what_is_kept_is_what_the_engine_says(visit: Visit, way: Way, served: Served, pictures: Path) -> None:
    page = visit("samira").go("/mijn/wat-als")
    page.locator("input[name=hours]").fill("8")
    page.locator("input[name=hourly]").fill("11,00")
    page.locator("main button").click()
    page.wait_for_url("**hours=8**")
    with at_desk(
        f"sqlite:///{served.folder}/ledger.db", read_town(TOWN_FILE), actor="test", moment="2019-05-20T07:30:00Z"
    ) as desk:
        right = own_what_if(desk, 101, 1001, ExtraWork(Fraction(8), 1100), Kept())
    rows = page.locator("section[aria-labelledby=wanneer] tbody tr")
    changes = [cents(told(row, "td")) for row in rows.all()]
    assert sum(changes[:-1]) == changes[-1] == right.then.kept == cents(told(page, "main .lead"))
    assert changes[:-1] == [one.change for one in right.parts]
    hour = page.locator("main p").filter(has_text=re.compile("elk extra uur|each extra hour")).first.inner_text()
    assert int(right.then.kept * 12 / (8 * 52)) in amounts(hour), "kept of an hour"
    days = [row.locator("td").nth(1).inner_text() for row in rows.all()[:-1]]
    assert all(re.search("20(19|20)|bekend|known", day) for day in days), days
    assert sum("20" in day for day in days) >= 2, "the day on which wage and bijstand come"
    expect(page.locator("figure svg[role=img]")).to_have_count(1)
    stands(page, pictures / f"story-09-{way}.png", script=way.axe)


def test_story_10_every_scheme_says_yes_no_or_unknown(visit: Visit, way: Way) -> None:
    page = visit("samira").go("/mijn/wat-als?hours=8&hourly=11,00")
    schemes = page.locator("section[aria-labelledby=regelingen] tbody tr")
    expect(schemes).to_have_count(7)
    for row in schemes.all():
        assert re.search(r"^(ja|nee|onbekend|yes|no|unknown)\b", told(row, "td").strip()), row.inner_text()
        assert told(row, "th").strip()


def test_story_11_the_premium_grows(visit: Visit, way: Way, pictures: Path) -> None:
    page = visit("samira").go("/mijn/premie")
    rows = page.locator("tbody tr")
    earned = [cents(rows.nth(at).locator("td").nth(1).inner_text()) for at in range(rows.count())]
    wages = [cents(rows.nth(at).locator("td").nth(0).inner_text()) for at in range(rows.count() - 1)]
    assert sum(earned[:-1]) == earned[-1] == 99_900
    assert earned[:-1] == [min(wage // 2, 20_000) for wage in wages], "half of what was earned, at most 200 a month"
    facts = told(page, "dl.facts")
    assert "50%" in facts
    assert 20_000 in amounts(facts), "the most of a month"
    assert "2019" in told(page, "main .lead"), "the next day of payment"
    stands(page, pictures / f"story-11-{way}.png", script=way.axe)


def test_story_14_confirm_change_or_later(visit: Visit, way: Way, pictures: Path) -> None:
    me, said = visit("evelyn"), WORDS[way.lang]
    page = me.go("/mijn/loon")
    assert cents(told(page, "main ul.cards li .amount")) > 0, "filled in from the source"
    stands(page, pictures / f"story-14-{way}.png", script=way.axe)
    page.get_by_role("button", name=said["right"]).first.click()
    page.wait_for_url("**/loon/bewijs/*")
    assert said["receipt"] in told(page, "h1")
    me.go("/mijn/loon")
    page.get_by_role("link", name=re.compile(f"^{re.escape(said['change'])}")).first.click()
    assert page.locator("input[name=net]").input_value(), "what is known stands there"
    expect(page.locator("input[type=file]"), "no payslip is asked for where the source has it").to_have_count(0)
    page.locator("input[name=net]").fill("veel")
    page.locator("main form button.button").click()
    assert page.locator("input[name=net]").input_value() == "veel"
    expect(page.locator(".errorlist").nth(0)).to_be_attached()
    stands(page, pictures / f"story-14-wrong-{way}.png", script=way.axe)
    page.get_by_role("link", name=said["later"], exact=True).click()
    page.wait_for_url("**/loon")
    me.wrong[:] = [one for one in me.wrong if "status of 400" not in one]  # That form was wrong, as it was meant to be.


def test_story_17_who_helps_sees_the_same_sum(visit: Visit, way: Way) -> None:
    def shown(page: Page) -> list[str]:
        return page.locator("li.line .amount").all_inner_texts()

    own = shown(visit("samira").go("/mijn/maand/2019-04"))
    karin = visit("karin")
    assert shown(karin.go(f"/client/{handle_of(1001, 'person')}/maand/2019-04")) == own
    expect(karin.page.get_by_role("link", name=WORDS[way.lang]["wrong"])).to_have_count(0)
    assert len(own) > 30
