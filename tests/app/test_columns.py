# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A column becomes whole numbers, or says of every cell why it cannot."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from enum import Enum

import pyarrow as pa
import pytest

from werkzaam.app import columns
from werkzaam.app.columns import Read
from werkzaam.core.errors import InputError
from werkzaam.core.months import Month


class Kind(Enum):
    """Two options."""

    ONE = 1
    TWO_MORE = 2


def column(cells: object, kind: pa.DataType | None = None) -> pa.ChunkedArray:
    return pa.chunked_array([pa.array(cells, kind)])


def found(read: Read) -> list[int]:
    return [int(value) for value in read.values]


def rows(read: Read) -> list[int]:
    return [bad.row for bad in read.bad]


# -- amounts ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "cents"),
    [("1234.56", 123456), ("1234,56", 123456), ("1234", 123400), ("-0.01", -1), ("-12,50", -1250), (" 7.05 ", 705), ("€ 5", 500),
     ("0", 0), ("007.10", 710), ("999999999999.99", 99_999_999_999_999)],
)  # fmt: skip
def test_an_amount_in_text_is_euros(text: str, cents: int) -> None:
    read = columns.amount("loon", column([text]))
    assert (found(read), read.bad) == ([cents], ())


@pytest.mark.parametrize(
    ("text", "why"),
    [("1.234,56", "thousands separator"), ("1,234.56", "thousands separator"), ("1.234", "thousands separator"),
     ("abc", "An amount in euros was expected"), ("12.5", "An amount in euros was expected"), ("12.345,6", "thousands separator"),
     ("1e3", "An amount in euros was expected"), ("--5", "An amount"), ("9" * 25, "more than anybody earns"), ("٣", "An amount")],
)  # fmt: skip
def test_an_amount_that_can_be_read_in_two_ways_or_none_is_bad(text: str, why: str) -> None:
    read = columns.amount("loon", column(["1.00", None, text]))
    assert found(read) == [100, 0, 0]
    assert rows(read) == [2]
    assert why in read.bad[0].why
    assert repr(text) in read.bad[0].why


def test_an_empty_cell_is_no_amount_and_no_mistake() -> None:
    read = columns.amount("loon", column(["", "  ", None, "0"]))
    assert (read.empty.tolist(), found(read), read.bad) == ([True, True, True, False], [0, 0, 0, 0], ())


@pytest.mark.parametrize("read", [columns.amount, columns.truth, columns.count])
def test_a_whole_number_beyond_what_is_counted_does_not_come_back_below_zero(read: Callable[..., object]) -> None:
    with pytest.raises(
        InputError, match=r"^Column loon cannot be read: .* not in range.* Look for values that are far too large.$"
    ):
        read("loon", column([2**64 - 1], pa.uint64()))


@pytest.mark.parametrize("kind", [pa.int8(), pa.int32(), pa.int64(), pa.uint16()])
def test_whole_numbers_are_cents(kind: pa.DataType) -> None:
    assert found(columns.amount("loon", column([123, None, 0], kind))) == [123, 0, 0]


@pytest.mark.parametrize(("kind", "euros", "cents"), [
    (pa.decimal128(12, 2), "-1234.56", -123456), (pa.decimal128(12, 0), "5", 500), (pa.decimal128(5, 1), "0.5", 50),
])  # fmt: skip
def test_decimals_are_euros(kind: pa.DataType, euros: str, cents: int) -> None:
    read = columns.amount("loon", column([Decimal(euros), None], kind))
    assert (found(read), read.empty.tolist()) == ([cents, 0], [False, True])


@pytest.mark.parametrize("kind", [pa.float64(), pa.float32(), pa.decimal128(12, 3), pa.bool_(), pa.date32()])
def test_a_column_that_cannot_hold_cents_is_refused(kind: pa.DataType) -> None:
    with pytest.raises(InputError, match=r"Column loon holds .*whole cents"):
        columns.amount("loon", column([], kind))


@pytest.mark.parametrize("kind", [pa.large_string(), pa.string_view(), pa.dictionary(pa.int8(), pa.string())])
def test_any_kind_of_text_is_text(kind: pa.DataType) -> None:
    cells = column(["12.50", None, "x"]).cast(pa.string())
    cells = cells.dictionary_encode().cast(kind) if pa.types.is_dictionary(kind) else cells.cast(kind)
    read = columns.amount("loon", cells)
    assert (found(read), read.empty.tolist(), rows(read)) == ([1250, 0, 0], [False, True, False], [2])


def test_a_column_of_nothing_is_empty_for_every_reader() -> None:
    nothing = column([None, None])
    reads = [columns.amount("a", nothing), columns.month("a", nothing), columns.day("a", nothing), columns.truth("a", nothing),
             columns.count("a", nothing), columns.option("a", nothing, Kind)]  # fmt: skip
    assert [read.empty.tolist() for read in reads] == [[True, True]] * 6
    assert [read.bad for read in reads] == [()] * 6


def test_dictionaries_of_several_chunks_are_read_as_one() -> None:
    one, other = pa.array(["ja", "nee"]).dictionary_encode(), pa.array(["nee", None, "wat"]).dictionary_encode()
    read = columns.truth("helpt", pa.chunked_array([one, other.slice(0, 0), other]))
    assert (found(read), rows(read)) == ([1, 0, 0, 0, 0], [4])


def test_a_dictionary_with_an_empty_word_is_read() -> None:
    words = pa.DictionaryArray.from_arrays(pa.array([0, 1, None], pa.int8()), pa.array([None, "2018-01"]))
    read = columns.month("maand", pa.chunked_array([words]))
    assert (found(read), read.empty.tolist(), read.bad) == ([0, Month.of(2018, 1).index, 0], [True, False, True], ())


# -- months and days --------------------------------------------------------------------------------


def test_a_month_is_read_from_text_or_from_a_date_in_it() -> None:
    index = Month.of(2018, 12).index
    assert found(columns.month("maand", column(["2018-12", " 2018-12 "]))) == [index, index]
    assert found(columns.month("maand", column([date(2018, 12, 1), date(2018, 12, 31)]))) == [index, index]
    assert found(columns.month("maand", column([datetime(2018, 12, 31, 23, 59, 59, 999_999)], pa.timestamp("us")))) == [index]  # noqa: DTZ001


@pytest.mark.parametrize("text", ["2018-13", "2018-00", "2018", "2018-1", "01-2018", "2018-12-01", "december"])
def test_a_month_that_is_written_otherwise_is_bad(text: str) -> None:
    read = columns.month("maand", column(["2018-01", text]))
    assert rows(read) == [1]
    assert read.bad[0].why == f"A month was expected, written like 2023-01; found {text!r}."


@pytest.mark.parametrize(
    "day", [date(1980, 5, 31), date(2020, 2, 29), date(1969, 12, 31), date(1970, 1, 1), date(1899, 3, 1), date(2000, 2, 29)]
)
def test_a_day_is_the_same_from_text_from_a_date_and_from_a_time(day: date) -> None:
    days = (day - date(1970, 1, 1)).days
    late = datetime(day.year, day.month, day.day, 23, 59, 59, 999_000)  # noqa: DTZ001
    assert found(columns.day("geboren", column([day.isoformat()]))) == [days]
    assert found(columns.day("geboren", column([day]))) == [days]
    assert found(columns.day("geboren", column([late], pa.timestamp("ms")))) == [days]


@pytest.mark.parametrize(
    "text",
    ["2019-02-29", "2018-02-30", "2018-04-31", "1900-02-29", "31-05-1980", "1980-5-31", "19800531", "1980-W22-6", "0000-01-01"],
)
def test_a_day_that_no_calendar_has_is_bad(text: str) -> None:
    read = columns.day("geboren", column([None, text]))
    assert (rows(read), found(read)) == ([1], [0, 0])
    assert read.bad[0].why == f"A date was expected, written like 1980-05-17; found {text!r}."


@pytest.mark.parametrize("reader", [columns.day, columns.month])
def test_a_time_with_a_zone_is_refused_because_it_leaves_the_day_open(reader: object) -> None:
    with pytest.raises(InputError, match="holds timestamp"):
        reader("x", column([], pa.timestamp("s", "UTC")))  # type: ignore[operator]


# -- truths, options, counts ------------------------------------------------------------------------


def test_a_truth_is_read_from_words_numbers_and_booleans() -> None:
    assert found(columns.truth("x", column(["ja", "NEE", " true ", "False", "1", "0", "yes", "no"]))) == [1, 0, 1, 0, 1, 0, 1, 0]
    assert found(columns.truth("x", column([True, False, None]))) == [1, 0, 0]
    assert found(columns.truth("x", column([1, 0, None]))) == [1, 0, 0]


def test_what_is_neither_true_nor_false_is_bad() -> None:
    assert rows(columns.truth("x", column(["ja", "misschien", "2"]))) == [1, 2]
    assert rows(columns.truth("x", column([1, 2, -1, 300]))) == [1, 2, 3]
    with pytest.raises(InputError, match="Column x holds double"):
        columns.truth("x", column([1.0]))


def test_an_option_is_read_by_its_name() -> None:
    read = columns.option("x", column(["two_more", "ONE", "three", None]), Kind)
    assert (found(read), rows(read), read.empty.tolist()) == ([1, 0, 0, 0], [2], [False, False, False, True])
    assert read.bad[0].why == "one of one, two_more was expected; found 'three'."
    with pytest.raises(InputError, match="one of one, two_more was expected"):
        columns.option("x", column([1]), Kind)


def test_a_count_is_a_whole_number() -> None:
    assert found(columns.count("x", column(["12", "-1", " 3 ", None]))) == [12, -1, 3, 0]
    assert found(columns.count("x", column([12, None]))) == [12, 0]
    assert rows(columns.count("x", column(["1.0", "x", "9" * 30, "4"]))) == [0, 1, 2]
    with pytest.raises(InputError, match="whole numbers were expected"):
        columns.count("x", column([1.0]))


def test_no_rows_are_no_numbers() -> None:
    for kind in (pa.string(), pa.dictionary(pa.int32(), pa.string())):
        nothing = pa.chunked_array([], kind)
        assert found(columns.month("x", nothing)) == found(columns.amount("x", nothing)) == found(columns.day("x", nothing)) == []


def test_a_month_of_no_calendar_is_a_bad_cell() -> None:
    found = columns.month("maand", column([2**62, 1_514_764_800_000_000], pa.timestamp("us")))
    assert [(bad.row, bad.why[:51]) for bad in found.bad] == [(0, "A month was expected, in the years 1 to 9999; found")]
    assert found.values.tolist() == [0, Month.of(2018, 1).index]
