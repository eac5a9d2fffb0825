# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The page on which a participant checks the draw, in a real browser from a file: what it finds is what Python finds."""

from __future__ import annotations

import copy
import hashlib
import json
import random
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.experiment.lottery.test_check import loose
from tests.experiment.lottery.vectors import FILE
from tests.experiment.lottery.world import NAMED, ROUND, SECRET, Whole, design, people, whole
from werkzaam.app.experiment.verifier import page, publication
from werkzaam.core.errors import InputError
from werkzaam.experiment.lottery.beacon import QUICKNET
from werkzaam.experiment.lottery.check import check_list, check_receipt
from werkzaam.experiment.lottery.commitment import read_commitment
from werkzaam.experiment.lottery.receipt import read_receipt
from werkzaam.experiment.lottery.result import drawn_result, read_result

Opened = Any
IN_PAGE = Path(__file__).with_name("in_page.js")


@cache
def private() -> Whole:
    """300 of 1,200 in receipt mode."""
    return whole(design(seats=300, districts=NAMED, surveyed=100), people(1_200), public=False)


@cache
def public() -> Whole:
    """All 1,200 in public mode, 300 of them interviewed, an arm closed to some."""
    levels = people(1_200)
    return whole(design(surveyed=300), levels, dict.fromkeys(sorted(levels)[:300], ("zelfregie",)))


def in_arm(done: Whole, arm: str) -> str:
    """Somebody in an arm."""
    return next(pid for pid, own in done.drawn.arms.items() if own == arm)


@pytest.fixture
def opened(tab: Page, tmp_path: Path) -> Opened:
    """Opens the page from a file, with what is built in and behind the `#`."""

    def opens(built: str | None = None, fragment: str = "") -> Page:
        file = tmp_path / f"loting{len(list(tmp_path.glob('*.html')))}.html"
        file.write_text(built or page(), "utf-8")
        tab.goto(f"file://{file}" + (f"#{fragment}" if fragment else ""))
        tab.add_script_tag(path=IN_PAGE)
        return tab

    return opens


def publish(tmp_path: Path, done: Whole) -> list[str]:
    """Promise and result as two files, as a municipality publishes them."""
    files = {"belofte.json": done.commitment.record, "uitslag.json": done.result.record}
    for name, record in files.items():
        (tmp_path / name).write_text(json.dumps(record), "utf-8")
    return [str(tmp_path / name) for name in files]


def verdict(shown: Page) -> str:
    """The heading of the outcome, once it is there."""
    expect(shown.locator("#verdict")).to_be_visible(timeout=60_000)
    return shown.locator("#verdict").inner_text()


def test_a_receipt_from_the_qr_code_and_two_files_are_right(opened: Opened, tmp_path: Path) -> None:
    pid = in_arm(private(), "zelfregie")
    shown = opened(fragment=private().receipt(pid).text)
    shown.set_input_files("#files", publish(tmp_path, private()))
    shown.get_by_role("button", name="Controleer").click()
    assert verdict(shown) == "Alles klopt"
    found = shown.locator("#findings").inner_text()
    assert "Klopt: U stond op de lijst, vóór de loting" in found
    assert f"U was nummer {private().roster.places[pid] + 1:,} van 1,200.".replace(",", ".") in found
    assert "U bent ingeloot. Uw groep is: zelfregie." in found
    facts = shown.locator("#facts").inner_text()
    assert private().commitment.digest.hex() in facts
    assert private().receipt(pid).tickets(private().result.seed)["assign"].hex()[:16] in facts
    assert "De hele loting" not in found
    limits = shown.locator(".limits").inner_text()
    assert "Wat deze pagina niet bewijst" in limits
    assert "Niet de volgorde van alle loten" in limits


def test_with_the_publication_built_in_scanning_is_enough(opened: Opened) -> None:
    """And before the draw the page says what cannot be known yet."""
    pid = in_arm(private(), "aandacht")
    shown = opened(page(publication(private().commitment, private().result)), private().receipt(pid).text)
    assert verdict(shown) == "Alles klopt"
    early = opened(page(publication(private().commitment)), private().receipt(pid, early=True).text)
    assert verdict(early) == "Alles klopt"
    assert "De uitslag is er nog niet" in early.locator("#findings").inner_text()


def test_with_several_draws_inside_the_one_of_the_receipt_is_checked(opened: Opened, tmp_path: Path) -> None:
    """Rolling enrolment: somebody of the first draw opens the page after the second was promised, and after it was drawn."""
    first, second = private(), public()
    early = page(publication(first.commitment, first.result), publication(second.commitment))
    shown = opened(early, first.receipt(in_arm(first, "zelfregie")).text)
    assert verdict(shown) == "Alles klopt"
    assert first.commitment.digest.hex() in shown.locator("#facts").inner_text()
    both = page(publication(first.commitment, first.result), publication(second.commitment, second.result))
    shown = opened(both, second.receipt(in_arm(second, "aandacht")).text)
    assert verdict(shown) == "Alles klopt"
    assert second.commitment.digest.hex() in shown.locator("#facts").inner_text()
    crossed = page(publication(first.commitment, second.result), publication(second.commitment, first.result))
    shown = opened(crossed, first.receipt(in_arm(first, "zelfregie")).text)
    assert verdict(shown) == "Alles klopt", "a result is taken by the promise that it names, wherever it stands"
    stranger = whole(design(seats=100, districts=NAMED), people(400), public=False)
    shown = opened(both, stranger.receipt(in_arm(stranger, "zelfregie")).text)
    assert "Klopt niet: U stond op de lijst" in shown.locator("#findings").inner_text()


def with_chance(round_number: int, signature: bytes) -> Whole:
    """The private draw with another round in the place of the promised one, which never came."""
    done = private()
    drawn, result = drawn_result(
        done.commitment, done.roster, done.plan, secret=SECRET, revealed=done.result.revealed, round_number=round_number,
        signature=signature,
    )  # fmt: skip
    return done._replace(drawn=drawn, result=result)


@pytest.mark.parametrize(
    ("round_number", "signature", "told"),
    [
        (QUICKNET.fallback(ROUND[0]), bytes(48), "Er is geloot met een later openbaar getal."),
        (0, b"123456" * 7, "Er is in het openbaar gegooid met dobbelstenen."),
    ],
    ids=["later", "dice"],
)  # fmt: skip
def test_what_was_promised_for_a_round_that_never_came_is_told_as_such(
    opened: Opened, round_number: int, signature: bytes, told: str
) -> None:
    done = with_chance(round_number, signature)
    shown = opened(page(publication(done.commitment, done.result)), done.receipt(in_arm(done, "zelfregie")).text)
    assert verdict(shown) == "De uitslag klopt. Eén ding kunt u zelf nagaan"
    found = shown.locator("#findings").inner_text()
    assert told in found
    assert f"Kijk zelf bij drand of ronde {ROUND[0]} van" in found
    assert "Klopt niet" not in found


def test_any_other_round_is_not_what_was_promised(opened: Opened) -> None:
    done = with_chance(QUICKNET.fallback(ROUND[0]) + 20, bytes(48))
    shown = opened(page(publication(done.commitment, done.result)), done.receipt(in_arm(done, "zelfregie")).text)
    assert verdict(shown) == "Er klopt iets niet"
    assert "Klopt niet: Het toeval kwam van buiten" in shown.locator("#findings").inner_text()


def test_a_changed_receipt_is_not_right(opened: Opened) -> None:
    """One letter of the salt: another line, which is not on the list."""
    mark, words, plain = private().receipt(in_arm(private(), "zelfregie")).text.split(".")
    changed = f"{mark}.{words}.{'B' if plain[0] == 'A' else 'A'}{plain[1:]}"
    shown = opened(page(publication(private().commitment, private().result)), changed)
    assert verdict(shown) == "Er klopt iets niet"
    found = shown.locator("#findings").inner_text()
    assert "Klopt niet: U stond op de lijst" in found
    assert "Klopt: Het toeval kwam van buiten" in found


def test_another_arm_than_the_published_one_is_not_right(opened: Opened) -> None:
    receipt = private().receipt(in_arm(private(), "zelfregie"))
    assert receipt.lot is not None
    changed = receipt.__class__(*[getattr(receipt, name) for name in receipt.__slots__[:-2]],
                                receipt.lot._replace(arm="aandacht"), receipt.result_path)  # fmt: skip
    shown = opened(page(publication(private().commitment, private().result)), changed.text)
    assert verdict(shown) == "Er klopt iets niet"
    found = shown.locator("#findings").inner_text()
    assert "Klopt niet: Uw uitslag staat in de bekendmaking" in found
    assert "Uw uitslag is niet de uitslag die de gemeente bekendmaakte" in found
    assert "zelfregie" not in found


def test_a_receipt_of_another_list_is_not_right(opened: Opened) -> None:
    shown = opened(page(publication(public().commitment)), private().receipt(in_arm(private(), "aandacht"), early=True).text)
    assert verdict(shown) == "Er klopt iets niet"
    assert "Uw bewijs hoort niet bij deze lijst" in shown.locator("#findings").inner_text()


def test_the_whole_public_draw_is_done_again(opened: Opened) -> None:
    """5,250 people, without a receipt, in the browser."""
    done = whole(design(surveyed=812), people(5_250))
    shown = opened(page(publication(done.commitment, done.result)))
    shown.get_by_role("button", name="Controleer").click()
    assert verdict(shown) == "Alles klopt"
    assert "We hebben de loting van 5.250 mensen hier opnieuw gedaan" in shown.locator("#findings").inner_text()


def test_a_closed_arm_is_told_in_words(opened: Opened) -> None:
    pid = sorted(public().levels)[0]
    shown = opened(page(publication(public().commitment, public().result)), public().receipt(pid).text)
    assert verdict(shown) == "Alles klopt"
    assert "; niet in de groep zelfregie" in shown.locator("#facts").inner_text()


def test_two_arms_exchanged_in_the_public_list_are_not_right(opened: Opened, tmp_path: Path) -> None:
    record = copy.deepcopy(public().result.record)
    rows = record["list"]["people"]
    one, two = (next(row for row in rows if row[4] == arm) for arm in (0, 1))
    one[4], two[4] = two[4], one[4]
    shown = opened()
    shown.locator("summary", has_text="Liever plakken").click()
    shown.fill("#published-text", json.dumps({"commitment": public().commitment.record, "result": record}))
    shown.get_by_role("button", name="Controleer").click()
    assert verdict(shown) == "Er klopt iets niet"
    shown.locator("#numbers > summary").click()
    assert shown.locator("#rows tr", has_text="draw.lots").inner_text().split() == ["draw.lots", "nee", "0", "2"]


def test_what_cannot_be_read_says_what_to_do(opened: Opened) -> None:
    shown = opened()
    check = shown.get_by_role("button", name="Controleer")
    check.click()
    expect(shown.locator("#published-error")).to_have_text("Kies de bestanden van de gemeente, of plak hun tekst.")
    shown.fill("#receipt", "hallo")
    check.click()
    expect(shown.locator("#receipt-error")).to_contain_text("Dit is geen bewijs van een loting")
    expect(shown.locator("#receipt")).to_be_focused()
    assert shown.locator("#receipt").get_attribute("aria-invalid") == "true"
    shown.fill("#receipt", private().receipt(in_arm(private(), "aandacht")).text[:-40])
    check.click()
    expect(shown.locator("#receipt-error")).to_contain_text("Uw bewijs is niet heel")
    shown.locator("summary", has_text="Liever plakken").click()
    for text, said in (("{", "geen JSON"), ('{"protocol": "other"}', "geen belofte"), ('{"x": 1}', "geen belofte")):
        shown.fill("#published-text", text)
        check.click()
        expect(shown.locator("#published-error")).to_contain_text(said)
    assert not shown.locator("#outcome").is_visible()


def test_markup_in_what_was_published_stays_text(opened: Opened) -> None:
    """Also inside the page's own script block."""
    named = ("<img src=x onerror=alert(1)>", "</script><script>alert(1)</script>", "c")
    done = whole(design(named=named), people(30))
    shown = opened(page(publication(done.commitment, done.result)), done.receipt(in_arm(done, named[0])).text)
    assert verdict(shown) == "Alles klopt"
    assert "Uw groep is: <img src=x onerror=alert(1)>." in shown.locator("#findings").inner_text()
    assert shown.locator("#findings img").count() == 0


def test_everything_can_be_done_by_keyboard(opened: Opened) -> None:
    """Tab, type, enter; the outcome gets the focus and is announced."""
    shown = opened()
    shown.keyboard.press("Tab")
    expect(shown.get_by_text("Naar de inhoud")).to_be_focused()
    for name in ("Nederlands", "English"):
        shown.keyboard.press("Tab")
        expect(shown.get_by_role("button", name=name)).to_be_focused()
    shown.keyboard.press("Enter")
    expect(shown.locator("h1")).to_have_text("Check your draw")
    assert shown.evaluate("document.documentElement.lang") == "en"
    shown.keyboard.press("Tab")
    shown.keyboard.insert_text(private().receipt(in_arm(private(), "zelfregie")).text)
    for _ in range(2):
        shown.keyboard.press("Tab")
    shown.keyboard.press("Enter")
    shown.keyboard.press("Tab")
    shown.keyboard.insert_text(json.dumps(publication(private().commitment, private().result)))
    shown.keyboard.press("Tab")
    shown.keyboard.press("Enter")
    assert verdict(shown) == "Everything is right"
    expect(shown.locator("#verdict")).to_be_focused()
    expect(shown.locator("[aria-live=polite]")).to_have_text("The check is done.")


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_it_fits_a_narrow_screen(opened: Opened, lang: str, pictures: Path) -> None:
    """320 pixels wide, in both languages: nothing to scroll sideways but the table of numbers."""
    pid = in_arm(private(), "zelfregie")
    shown = opened(page(publication(private().commitment, private().result)), private().receipt(pid).text)
    shown.set_viewport_size({"width": 320, "height": 700})
    verdict(shown)
    shown.locator(f"[data-lang={lang}]").click()
    shown.locator("#numbers > summary").click()
    assert shown.evaluate("document.documentElement.scrollWidth") == 320
    small = (
        "[...document.querySelectorAll('button, summary, textarea, input')].filter(e => e.offsetParent && e.offsetHeight < 44)"
    )
    assert shown.evaluate(f"{small}.map(e => e.outerHTML)") == []
    shown.screenshot(path=pictures / f"narrow.{lang}.png", full_page=True)


@pytest.mark.parametrize("good", [True, False])
def test_everything_can_be_read(opened: Opened, good: bool, pictures: Path) -> None:
    """Contrast of at least 4.5 to 1, a name for every control, one h1, and no state by colour alone."""
    done = private()
    pid = in_arm(done, "zelfregie")
    other = private().receipt(pid).text if good else public().receipt(sorted(public().levels)[0]).text
    shown = opened(page(publication(done.commitment, done.result)), other)
    verdict(shown)
    shown.locator("#numbers > summary").click()
    assert shown.evaluate("inPage.poorContrast()") == []
    assert shown.evaluate("inPage.nameless()") == []
    assert shown.locator("h1").count() == 1
    states = shown.locator("#findings .state").all_inner_texts()
    assert states
    assert all(state.strip() in {"Klopt:", "Klopt niet:", "Nog niet:"} for state in states)
    shown.screenshot(path=pictures / f"{'good' if good else 'bad'}.png", full_page=True)
    shown.emulate_media(media="print")
    assert not shown.locator("#form").is_visible()
    assert shown.locator("#verdict").is_visible()
    assert shown.locator(".limits").is_visible()


def test_the_page_passes_the_protocols_vectors(opened: Opened) -> None:
    shown, vectors = opened(), json.loads(FILE.read_text("utf-8"))
    assert shown.evaluate("(v) => inPage.vectors(v)", vectors) == []
    assert shown.evaluate("(r) => inPage.reference(r)", vectors["reference"]) == vectors["reference"]


def test_sha256_is_sha256(opened: Opened) -> None:
    """Of every length around the edges of blocks, beside Python's."""
    shown = opened()
    texts = ["ab€"[at % 3] * at for at in (*range(140), 1_000, 100_000)]
    found = shown.evaluate("(texts) => texts.map((text) => hex(sha256(utf8(text))))", texts)
    assert found == [hashlib.sha256(text.encode()).hexdigest() for text in texts]


def test_page_and_python_agree_on_200_receipts(opened: Opened) -> None:
    """Right ones, ones with a byte changed anywhere, and ones of before the draw: the same checks with the same texts."""
    chance, shown = random.Random(20_260_501), opened()
    done = whole(design(seats=120, districts=NAMED, surveyed=60), people(400), public=False)
    pids = chance.sample(sorted(done.levels), 100)
    texts = [receipt.text for receipt in done.receipts(pids).values()]
    texts += [receipt.text for receipt in done.receipts(pids[:20], early=True).values()]
    texts += [loose(texts[0]), *(spoiled(text, chance) for text in texts[:79])]
    found = shown.evaluate("(all) => inPage.receipts(...all)", [texts, done.commitment.record, done.result.record])
    expected = [by_python(text, done) for text in texts]
    assert len(texts) == 200
    assert found == expected
    assert sum(one == "refused" for one in expected) >= 10
    assert sum(one != "refused" and any(check[1] != check[2] for check in one) for one in expected) >= 20


def spoiled(text: str, chance: random.Random) -> str:
    """A receipt with one letter changed."""
    at = chance.randrange(len(text))
    return text[:at] + chance.choice("ABCDxyz012-_.") + text[at + 1 :]


def by_python(text: str, done: Whole) -> Any:
    """The checks of a receipt as Python finds them, or that it is refused."""
    try:
        return [list(check) for check in check_receipt(read_receipt(text), done.commitment, done.result)]
    except InputError:
        return "refused"


def test_page_and_python_refuse_the_same_promises_and_results(opened: Opened) -> None:
    promise, result = private().commitment.record, private().result.record
    records: list[tuple[str, dict[str, Any]]] = [("promise", promise), ("result", result)]
    records += [("promise", {**promise, key: value}) for key, value in (
        ("protocol", "experiment-lottery/v2"), ("root", "00"), ("chain", "00" * 32), ("committed", "gisteren"), ("more", 1),
    )]  # fmt: skip
    records += [("promise", {name: promise[name] for name in promise if name != key}) for key in ("size", "fallback", "arms")]
    records += [("result", {**result, key: value}) for key, value in (
        ("seed", "0" * 63), ("signature", "abc"), ("signature", None), ("revealed", 3), ("root", "F" * 64),
    )]  # fmt: skip
    records += [("result", {name: result[name] for name in result if name != key}) for key in ("secret", "round", "totals")]
    expected = [refused(read_commitment if kind == "promise" else read_result, record) for kind, record in records]
    assert expected == [False, False] + [True] * 16
    assert opened().evaluate("(all) => inPage.refused(all)", records) == expected


def refused(read: Callable[[dict[str, Any]], Any], record: dict[str, Any]) -> bool:
    """Whether Python refuses a record."""
    try:
        read(record)
    except InputError:
        return True
    return False


def test_page_and_python_agree_on_the_whole_list(opened: Opened) -> None:
    listed = read_result(public().result.record).listed
    assert listed is not None
    expected = [list(check) for check in check_list(public().commitment, public().result, listed)]
    assert opened().evaluate("([c, r]) => checkList(c, r)", [public().commitment.record, public().result.record]) == expected
