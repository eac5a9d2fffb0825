# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A receipt on paper says what fell to the person, and its QR code is the receipt."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from datetime import date
from functools import cache

import pytest
from pypdf import PdfReader

from tests.experiment.lottery.world import NAMED, Whole, design, people, whole
from werkzaam.app.experiment.receipt import Sheet, address, as_pdf, as_text, in_words, qr_png, qr_svg, sheet
from werkzaam.app.experiment.verifier import page, publication
from werkzaam.core.errors import InputError
from werkzaam.experiment.lottery.merkle import length
from werkzaam.experiment.lottery.receipt import read_receipt

BASE = "https://loting.voorbeeld.nl/"


@cache
def done() -> Whole:
    return whole(design(seats=60, districts=NAMED, surveyed=30), people(500), public=False)


def of(pid: str, *, early: bool = False, lang: str = "nl", base: str | None = BASE) -> Sheet:
    """Somebody's sheet."""
    return sheet(done().receipt(pid, early=early), done().commitment, done().design, lang=lang, day=date(2026, 5, 1),
                 sender="Gemeente Voorbeeld", base=base)  # fmt: skip


def chosen(*, taken: bool) -> str:
    """Somebody who was drawn, or who was not."""
    return next(pid for pid, arm in done().drawn.arms.items() if (arm is not None) is taken)


def test_after_the_draw_it_says_what_fell_to_the_person() -> None:
    assert "U bent ingeloot. Uw groep is: Iets." in as_text(of(chosen(taken=True)))
    assert "U bent niet ingeloot." in as_text(of(chosen(taken=False)))
    assert "You were not drawn." in as_text(of(chosen(taken=False), lang="en"))
    asked = next(iter(done().drawn.interviewed))
    assert "ook geloot voor de gesprekken" in as_text(of(asked))


def test_before_the_draw_it_says_that_the_person_is_on_the_list() -> None:
    text = as_text(of(chosen(taken=True), early=True))
    assert text.startswith("Gemeente Voorbeeld\n\nU staat op de lijst voor de loting\n")
    assert "De loting is na 15 september 2023." in text
    assert "ingeloot" not in text


def test_it_holds_number_place_stratum_and_fingerprint() -> None:
    pid = chosen(taken=True)
    facts = dict(of(pid).facts)
    assert facts["Uw nummer"] == pid
    assert facts["Uw plaats op de lijst"] == f"{done().roster.places[pid] + 1} van 500"
    assert facts["Vingerafdruk van de belofte"].replace(" ", "") == done().commitment.digest.hex()


def test_the_code_is_the_receipt_behind_the_address() -> None:
    pid = chosen(taken=True)
    code = of(pid).code
    assert code == address(done().receipt(pid), BASE)
    assert read_receipt(code.removeprefix(BASE + "#")) == done().receipt(pid)
    assert read_receipt(of(pid, base=None).code) == done().receipt(pid)


def test_a_qr_code_of_5250_people_can_be_printed() -> None:
    """At most 125 dots wide, which is 0.65 mm a dot at 86 mm; the quiet zone is 4 dots on each side."""
    path = (bytes(range(32)),) * length(4_000, 5_250)
    receipt = replace(done().receipt(chosen(taken=True)), index=4_000, size=5_250, path=path, result_path=path)
    svg, png = qr_svg(address(receipt, BASE)), qr_png(address(receipt, BASE))
    assert len(path) == 13
    width = re.search(r'viewBox="0 0 (\d+) \1"', svg)
    assert width is not None
    assert int(width[1]) <= 125 + 8
    assert png.startswith(b"\x89PNG")
    with pytest.raises(InputError, match="3000"):
        qr_svg("x" * 3_000)


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize("early", [True, False])
def test_the_pdf_is_one_tagged_page_and_the_same_every_time(lang: str, early: bool) -> None:
    printed = as_pdf(of(chosen(taken=True), early=early, lang=lang))
    read = PdfReader(io.BytesIO(printed))
    assert len(read.pages) == 1
    assert read.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert of(chosen(taken=True), early=early, lang=lang).title in read.pages[0].extract_text()
    assert as_pdf(of(chosen(taken=True), early=early, lang=lang)) == printed


def test_a_stratum_is_told_in_the_designs_words() -> None:
    assert in_words("sekse=v|leeftijd=18-34,35-44", done().design, "nl") == "Iets v, Iets 18-34 of 35-44"
    assert in_words("sekse=v + sekse=m -select -arm=zelfregie", done().design, "en") == (
        "Something v; or also Something m (outside the area of the draw, not in the group zelfregie)"
    )


def test_a_receipt_is_written_in_dutch_or_english() -> None:
    with pytest.raises(InputError, match="nl or en; found 'de'"):
        of(chosen(taken=True), lang="de")


def test_the_page_is_one_file_that_asks_nothing_of_a_network() -> None:
    """All parts are in it, and what was published cannot end its script."""
    whole_page = page(publication(done().commitment, done().result))
    assert not re.search(r"/\*[A-Z]+\*/", whole_page)
    assert not re.search(r"""(?:src|href)=["'](?!#|data:)""", whole_page)
    assert "default-src 'none'" in whole_page
    assert whole_page.count("</script>") == 4
