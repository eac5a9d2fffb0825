# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The page as text: what a person reads, within the width, with amounts in one column."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.app.conftest import Desk, estimate, slips, wage
from tests.golden.texts import MONTHS, pages
from werkzaam.app.month_page import month_pages
from werkzaam.app.page_text import WIDTH, page_text

TEXTS = dict(pages())
LONG = "Stichting Samenwerkende Thuiszorgorganisaties Amsterdam-Nieuw-West en omstreken, afdeling nacht"


def text(desk: Desk, *rows: str, lang: str = "nl", every_step: bool = False) -> str:
    (page,) = month_pages(desk.read(*rows), lang)
    return page_text(page, every_step=every_step)


@pytest.mark.parametrize("file", TEXTS, ids=lambda file: file.name)
def test_a_person_reads_exactly_this(file: Path) -> None:
    assert TEXTS[file] == file.read_text(encoding="utf-8"), "Is this what a person should read? python -m tests.golden.texts"


def test_every_text_that_is_kept_is_still_made() -> None:
    assert sorted(path for path in Path("tests/golden").glob("*.txt")) == sorted(
        Path("tests/golden") / f"{name}_{month}.{lang}.txt" for name, month in MONTHS for lang in ("nl", "en")
    )


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_no_line_but_an_address_is_wider_than_the_page(desk: Desk, lang: str) -> None:
    printed = text(desk, wage("2018-01", "812.50", job=LONG), estimate("2018-01", slips("800.00", "956.00"), job=LONG), lang=lang,
                   every_step=True)  # fmt: skip
    assert [line for line in printed.splitlines() if len(line) > WIDTH and "https://" not in line] == []


def test_amounts_stand_in_one_column(desk: Desk) -> None:
    printed = text(desk, wage("2018-01", "812.50", job=LONG), wage("2018-01", "5.00", job="markt"))
    amounts = [line for line in printed.splitlines() if re.match(r"[+−= ] \S.*,\d\d$", line)]
    assert len(amounts) > 15
    assert {len(line) for line in amounts} == {WIDTH}


def test_an_amount_is_never_cut_from_its_euro_sign(desk: Desk) -> None:
    assert not [line for line in text(desk, wage("2018-01", "812.50"), every_step=True).splitlines() if line.endswith("€")]


def test_what_was_explained_is_not_explained_again(desk: Desk) -> None:
    assert text(desk, wage("2018-01", "812.50")).count("De norm min het inkomen dat meetelt") == 1


def test_every_step_is_printed_when_asked(desk: Desk) -> None:
    assert "Norm zonder vakantietoeslag" not in text(desk)
    assert "Norm zonder vakantietoeslag" in text(desk, every_step=True)


def test_one_reason_stands_once_behind_all_that_rests_on_it(desk: Desk) -> None:
    printed = text(desk, '[aannames]\nnorm_21_alleenstaande_of_ouder_incl_vt = "1078.00"\nvakantietoeslag_pct_in_norm = "5"\n')
    assert "- norm.bedrag = 1.078,00, norm.vakantietoeslag = 5%. Dit getal is met de hand ingevuld" in printed
