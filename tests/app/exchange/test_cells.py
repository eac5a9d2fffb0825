# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Cells of a delivered table are read as they were meant, or refused with the question."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from werkzaam.app.exchange import cells
from werkzaam.core.errors import InputError
from werkzaam.core.money import plain_euro


@pytest.mark.parametrize(
    ("text", "cents"),
    [
        ("1234", 123400), ("1234,56", 123456), ("1234.56", 123456), ("1.234,56", 123456), ("1,234.56", 123456),
        ("1.234.567,89", 123456789), ("0,05", 5), ("-30,00", -3000), ("-0,05", -5), ("-1.234,56", -123456), ("€ 812,50", 81250),
    ],
)  # fmt: skip
def test_amounts_are_read_as_they_were_meant(text: str, cents: int) -> None:
    assert cells.amount(text) == cents


@pytest.mark.parametrize("text", ["1.234", "1,234", "-1.234", "12.345.678"])
def test_an_amount_with_two_readings_is_refused_with_the_question(text: str) -> None:
    with pytest.raises(InputError, match=r"two ways: is it [-0-9]+ euros, or a smaller amount"):
        cells.amount(text)


@pytest.mark.parametrize(
    "text",
    ["", "812,5", "0812,505", "1.23,45", "1,234,56", "12.34.56", "(30,00)", "30,00-", "1 234,56", "1e3", "NaN", "٣", "١٢,٠٠"],
)
def test_other_amounts_are_refused(text: str) -> None:
    with pytest.raises(InputError, match="an amount in euros was expected"):
        cells.amount(text)


@given(st.integers(-(10**11), 10**11))
def test_an_amount_survives_a_case_file_and_every_way_to_write_it(cents: int) -> None:
    sign, whole, rest = "-" if cents < 0 else "", abs(cents) // 100, abs(cents) % 100
    grouped = f"{whole:,}"
    ways = [plain_euro(cents), f"{sign}{whole},{rest:02d}", f"{sign}{grouped}.{rest:02d}",
            f"{sign}{grouped.replace(',', '.')},{rest:02d}"]  # fmt: skip
    assert [cells.amount(way) for way in ways] == [cents] * 4
    assert cells.decimal(plain_euro(cents)) == cents


@pytest.mark.parametrize(
    ("text", "cents"), [("812.50", 81250), ("812.5", 81250), ("812", 81200), ("-1.00", -100), ("3.25000", 325)]
)
def test_numbers_of_xml_are_read(text: str, cents: int) -> None:
    assert cells.decimal(text) == cents


@pytest.mark.parametrize("text", ["812,50", "1.005", "", ".5", "1e3", "1,000.00", "0x10"])
def test_other_numbers_of_xml_are_refused(text: str) -> None:
    with pytest.raises(InputError, match="at most two decimals"):
        cells.decimal(text)


def test_days_are_read_in_both_ways() -> None:
    assert cells.day("2026-03-31") == cells.day("31-03-2026") == date(2026, 3, 31)


@pytest.mark.parametrize(
    "text", ["31-3-2026", "03/31/2026", "2026-03-31T00:00", "31-03-26", "1926-03-31", "2126-03-31", "46112", ""]
)
def test_a_day_written_in_another_way_is_refused(text: str) -> None:
    with pytest.raises(InputError, match="a day from 2000 to 2099 was expected"):
        cells.day(text)


def test_a_day_that_is_not_in_the_calendar_is_refused() -> None:
    with pytest.raises(InputError, match="30-02-2026 is not in the calendar"):
        cells.day("30-02-2026")


@pytest.mark.parametrize("cell", ["=1+1", "+31", "-x", "@SUM(A1)", "\t=1", "\r=1", "  =1", "-30,00"])
def test_what_a_spreadsheet_would_run_is_refused(cell: str) -> None:
    with pytest.raises(InputError, match="begins like a formula"):
        cells.plain(cell)


def test_a_negative_amount_is_no_formula_and_a_formula_is_no_amount() -> None:
    assert cells.plain("-30,00", amount=True) == "-30,00"
    for cell in ("-A1", "=-30", "--30", "-", "- 30"):
        with pytest.raises(InputError, match="begins like a formula"):
            cells.plain(cell, amount=True)


@pytest.mark.parametrize("cell", ["a\nb", "a\x1b[2J", "a\u202eb", "a\u200bb", "1\u00a0000,00"])
def test_characters_that_cannot_be_printed_are_refused(cell: str) -> None:
    with pytest.raises(InputError, match="cannot be printed"):
        cells.plain(cell)


def test_a_text_is_at_most_two_hundred_characters() -> None:
    assert cells.plain("é" * 200) == "é" * 200
    with pytest.raises(InputError, match="at most 200 characters were expected; found 201"):
        cells.plain("é" * 201)
    with pytest.raises(InputError, match="at most 200"):
        cells.plain("a" * 201)


@given(st.text(max_size=260))
def test_the_short_way_to_look_at_a_cell_says_what_the_long_one_does(text: str) -> None:
    simple = cells._SIMPLE.fullmatch(text)
    if simple:
        assert text == text.strip(" ")
        assert text.isprintable()
        assert len(text) <= cells.LONGEST_TEXT
        assert not text.startswith(cells._FORMULA)


@pytest.mark.parametrize("text", ["123456782", "111222333", "010464554"])
def test_a_citizen_service_number_passes_the_eleven_check(text: str) -> None:
    assert cells.bsn(text) == text


@pytest.mark.parametrize("text", ["123456789", "12345678", "1234567820", "000000000", "12345678X", "10464554"])
def test_another_one_is_refused_and_not_repeated(text: str) -> None:
    with pytest.raises(InputError) as refused:
        cells.bsn(text)
    assert text not in str(refused.value)


@pytest.mark.parametrize("text", ["0", "-1", "1.0", "01", "9" * 19, "x", ""])
def test_a_number_of_ours_is_whole_and_above_zero(text: str) -> None:
    assert cells.number("9" * 18) == 10**18 - 1
    with pytest.raises(InputError, match="a whole number above zero"):
        cells.number(text)


def test_ja_and_nee_are_truths() -> None:
    assert cells.truth("ja")
    assert not cells.truth("Nee")
    with pytest.raises(InputError, match="ja or nee"):
        cells.truth("1")
