# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The PDF is the letter: one page, the same cents, tagged for a screen reader, with its fonts inside, and always the same."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.app.letters.printed import amounts_in, catalogue, fonts, page_count, tags, text_of
from tests.app.letters.samples import SAMPLES
from tests.house.tree import ROOT
from werkzaam.app import typesetting
from werkzaam.app.letters import as_pdf, as_text, letter, pdf
from werkzaam.app.letters.content import Line, Words
from werkzaam.core.errors import InputError, WerkzaamError

LANGS = ("nl", "en")


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", SAMPLES)
def test_every_letter_is_one_page_with_the_amounts_of_its_text(name: str, lang: str) -> None:
    made = letter(SAMPLES[name], lang)
    printed = as_pdf(made)
    assert page_count(printed) == 1
    assert amounts_in(text_of(printed)) == amounts_in(as_text(made).replace("€ ", "€"))
    assert sum(amounts_in(text_of(printed)).values()) >= len(made.amounts()) > 0


def test_many_at_once_each_get_their_letter() -> None:
    """A server sets letters in several threads, and Typst refuses whoever asks while it works."""
    made = [letter(SAMPLES[name], "nl") for name in ("settled", "claim_plan")] * 3
    with ThreadPoolExecutor(len(made)) as threads:
        together = list(threads.map(as_pdf, made))
    assert together == [as_pdf(one) for one in made[:2]] * 3


@pytest.mark.parametrize("lang", LANGS)
def test_every_sentence_of_the_letter_stands_in_the_pdf_in_its_order(lang: str) -> None:
    made = letter(SAMPLES["claim_plan"], lang)
    text, at = text_of(as_pdf(made)), 0
    for section in made.sections:
        for passage in (section.heading, *(said.text for said in section.said)):
            at = text.index(" ".join(passage.split()), at)


@pytest.mark.parametrize("lang", LANGS)
def test_it_is_tagged_with_a_language_and_a_title(lang: str) -> None:
    made = letter(SAMPLES["settled"], lang)
    printed = as_pdf(made)
    root, reader = catalogue(printed), PdfReader(BytesIO(printed))
    assert root["/Lang"].lower().startswith(lang)
    assert root["/MarkInfo"]["/Marked"] is not False
    assert root["/ViewerPreferences"]["/DisplayDocTitle"] is not False
    assert reader.metadata is not None
    assert reader.metadata.title == made.title
    assert reader.metadata.author == made.sender
    assert reader.metadata.creation_date is not None
    assert reader.metadata.creation_date.date() == made.day
    assert "<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_data().decode()


def test_a_screen_reader_finds_headings_lists_and_table_heads() -> None:
    found = list(tags(as_pdf(letter(SAMPLES["settled_parts"], "nl"))))
    assert found[0] == "Document"
    assert found.count("H1") == 6
    assert found.count("Table") == 2
    assert found.count("TH") == 4
    assert found.count("TR") == (1 + 4) + (1 + 5)
    assert found.count("L") == 2


def test_its_fonts_are_inside_and_are_ours() -> None:
    assert fonts(as_pdf(letter(SAMPLES["settled"], "nl"))) == {"SourceSans3-Regular": True, "SourceSans3-SemiBold": True}


def test_the_same_letter_gives_the_same_bytes_also_in_another_process() -> None:
    made = letter(SAMPLES["lower"], "nl")
    code = "import sys; from tests.app.letters.samples import SAMPLES; from werkzaam.app.letters import as_pdf, letter; "
    code += "sys.stdout.buffer.write(as_pdf(letter(SAMPLES['lower'], 'nl')))"
    again = subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True, capture_output=True,
                           env={"PYTHONPATH": f"{ROOT}/src:{ROOT}", "TZ": "Pacific/Auckland"}).stdout  # fmt: skip
    assert as_pdf(made) == as_pdf(made) == again


def test_a_letter_is_set_with_our_fonts_whatever_the_machine_has(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: dict[str, object] = {}
    monkeypatch.setattr("typst.Compiler", lambda _template, **options: asked.update(options))
    typesetting.compiler.cache_clear()
    typesetting.compiler(pdf.TEMPLATE)
    typesetting.compiler.cache_clear()
    assert asked == {"font_paths": [typesetting.FONTS], "ignore_system_fonts": True}


def test_an_amount_stays_on_one_line_with_its_euro_sign() -> None:
    text = pdf.printed(letter(SAMPLES["lower"], "nl"))
    assert "€\N{NO-BREAK SPACE}120,00" in text
    assert "€ " not in text


def test_another_amount_gives_other_bytes() -> None:
    assert as_pdf(letter(SAMPLES["settled"], "nl")) != as_pdf(letter(SAMPLES["settled_same"], "nl"))


@pytest.mark.parametrize(
    "person", ["İbrahim Şahin", "Łucja Wiśniewska", "Nguyễn Thị Hường", "Đorđe Žižić", "Siân O’Hara-Ødegård"]
)
def test_names_are_printed_as_people_write_them(person: str) -> None:
    printed = as_pdf(letter(replace(SAMPLES["settled"], people=(person,)), "nl"))
    assert f"Beste {person}," in text_of(printed)
    assert set(fonts(printed)) == {"SourceSans3-Regular", "SourceSans3-SemiBold"}


@pytest.mark.parametrize("person", ['#panic("x")', "*A* _B_ `C` $x$ <d> @e", "a\\b", "// weg", '"q" \\u{41}', "{{}}"])
def test_what_looks_like_markup_is_printed_and_not_run(person: str) -> None:
    assert f"Beste {person}," in text_of(as_pdf(letter(replace(SAMPLES["settled"], people=(person,)), "nl")))


def test_a_name_that_no_font_of_ours_can_show_is_refused() -> None:
    with pytest.raises(InputError, match="Uw bijstand over maart 2026"):
        as_pdf(letter(replace(SAMPLES["settled"], people=("李明",)), "nl"))


def test_a_letter_that_needs_two_pages_is_refused() -> None:
    base = SAMPLES["settled"]
    many = tuple(Line(Words(f"Regel {number}", f"Line {number}"), 0) for number in range(40))
    with pytest.raises(InputError, match="more than one page"):
        as_pdf(letter(replace(base, lines=(*base.lines, *many)), "nl"))


def test_a_longer_letter_is_set_smaller_rather_than_refused() -> None:
    base = SAMPLES["settled"]
    some = tuple(Line(Words(f"Regel {number}", f"Line {number}"), 0) for number in range(8))
    assert page_count(as_pdf(letter(replace(base, lines=(*base.lines, *some)), "nl"))) == 1


def test_a_template_that_warns_is_not_sent(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    doubtful = tmp_path / "letter.typ"
    doubtful.write_text('#set text(font: "No Such Font")\n#set document(title: "x")\nhello')
    monkeypatch.setattr(pdf, "TEMPLATE", doubtful)
    typesetting.compiler.cache_clear()
    with pytest.raises(WerkzaamError, match="Typst warns"):
        as_pdf(letter(SAMPLES["settled"], "nl"))
    typesetting.compiler.cache_clear()


def test_without_typst_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    typesetting.compiler.cache_clear()
    with pytest.raises(WerkzaamError, match=r"install werkzaam\[letters\]"):
        as_pdf(letter(SAMPLES["settled"], "nl"))
