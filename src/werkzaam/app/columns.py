# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Columns of delivered tables as whole numbers: amounts, months, dates, truths and options, with every bad cell."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import wraps
from typing import Any, TypeVar, cast

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from werkzaam.core.errors import InputError
from werkzaam.core.money import parse_euro
from werkzaam.core.months import Month

Array = npt.NDArray[Any]
AMOUNT = r"^(€\s*)?-?\d{1,12}([.,]\d{2})?$"
"""What parse_euro reads, as far as a whole number can hold it."""
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
EPOCH = date(1970, 1, 1)
TRUTHS = {"ja": 1, "nee": 0, "true": 1, "false": 0, "yes": 1, "no": 0, "1": 1, "0": 0}


@dataclass(frozen=True, slots=True)
class Bad:
    """One cell that cannot be read: its row in the table (from 0), column and why."""

    row: int
    column: str
    why: str


@dataclass(frozen=True, slots=True)
class Read:
    """A column as whole numbers (0 where it is empty), which cells were empty, and the bad ones."""

    values: Array
    empty: Array
    bad: tuple[Bad, ...] = ()


_Reader = TypeVar("_Reader", bound=Callable[..., Read])


def _readable(read: _Reader) -> _Reader:
    """A reader of columns that names the column where its values are more than a whole number can hold."""

    @wraps(read)
    def named(name: str, column: pa.ChunkedArray, *more: Any) -> Read:
        try:
            found: Read = read(name, column, *more)
        except pa.ArrowException as error:
            raise InputError(f"Column {name} cannot be read: {error}. Look for values that are far too large.") from error
        return found

    return cast("_Reader", named)


def _plain(column: pa.ChunkedArray) -> pa.Array:
    values = _whole(column)
    return values.dictionary_decode() if pa.types.is_dictionary(values.type) else values


def _whole(column: pa.ChunkedArray) -> pa.Array:
    """One array; the chunks of a dictionary get one dictionary first, and a column of nothing is empty text."""
    if pa.types.is_null(column.type) or pa.types.is_string_view(column.type):
        column = column.cast(pa.string())
    if pa.types.is_dictionary(column.type):
        column = column.unify_dictionaries()
        chunks = column.chunks or [pa.array([], column.type)]
        codes = pa.chunked_array([c.indices for c in chunks]).combine_chunks()
        return pa.DictionaryArray.from_arrays(codes, chunks[0].dictionary)
    return column.combine_chunks()


@dataclass(frozen=True, slots=True)
class _Coded:
    """Text as the distinct words in it and the number of the word in each cell."""

    words: list[str]
    codes: Array
    empty: Array
    values: pa.Array

    @classmethod
    def of(cls, column: pa.ChunkedArray) -> _Coded | None:
        """None when the column is not text."""
        values = _whole(column)
        if not pa.types.is_dictionary(values.type):
            if not (pa.types.is_string(values.type) or pa.types.is_large_string(values.type)):
                return None
            values = values.dictionary_encode()
        if not (pa.types.is_string(values.dictionary.type) or pa.types.is_large_string(values.dictionary.type)):
            return None
        words = [(word or "").strip() for word in values.dictionary.to_pylist()] or [""]
        nothing = values.indices.is_null().to_numpy(zero_copy_only=False)
        codes = values.indices.fill_null(0).to_numpy()
        blank = np.array([word == "" for word in words])
        return cls(words, codes, nothing | blank[codes] if len(codes) else nothing, values)

    def numbers(self, name: str, number: Callable[[str], int | None], why: Callable[[str], str]) -> Read:
        """Each word as a number; None makes a word, and every cell with it, bad."""
        numbers = [number(word) for word in self.words]
        found = np.array([known or 0 for known in numbers], np.int64)[self.codes]
        wrong = np.array([known is None for known in numbers])[self.codes] & ~self.empty
        bad = tuple(Bad(int(row), name, why(self.words[self.codes[row]])) for row in np.flatnonzero(wrong))
        return Read(np.where(self.empty | wrong, 0, found), self.empty, bad)


def _bad(name: str, values: pa.Array, wrong: Array, why: Callable[[Any], str]) -> Iterator[Bad]:
    for row in np.flatnonzero(wrong):
        yield Bad(int(row), name, why(values[int(row)].as_py()))


def _empty(values: pa.Array) -> tuple[pa.Array, Array]:
    """Text without spaces around it, and which cells hold nothing."""
    if pa.types.is_string(values.type) or pa.types.is_large_string(values.type):
        values = pc.utf8_trim_whitespace(values.cast(pa.string()))
        values = pc.if_else(pc.equal(values, ""), pa.scalar(None, pa.string()), values)
    return values, values.is_null().to_numpy(zero_copy_only=False)


def _is_text(values: pa.Array) -> bool:
    return bool(pa.types.is_string(values.type))


def _matching(values: pa.Array, pattern: str) -> Array:
    found: Array = pc.match_substring_regex(values, pattern).fill_null(False).to_numpy(zero_copy_only=False)
    return found


@_readable
def amount(name: str, column: pa.ChunkedArray) -> Read:
    """Cents from text in euros, decimals in euros, or whole numbers that are cents already; floats are refused."""
    values, empty = _empty(_plain(column))
    if pa.types.is_integer(values.type):
        return Read(values.fill_null(0).cast(pa.int64()).to_numpy(), empty)
    if pa.types.is_decimal(values.type) and values.type.scale <= 2:
        cents = pc.multiply(values.fill_null(0).cast(pa.decimal128(30, 2)), pa.scalar(Decimal(100), pa.decimal128(3, 0)))
        return Read(cents.cast(pa.int64()).to_numpy(), empty)
    if not _is_text(values):
        raise InputError(f"Column {name} holds {values.type}. Amounts are text in euros (1234.56), decimals with two digits, "
                         "or whole cents; a float cannot hold every cent.")  # fmt: skip
    fits = _matching(values, AMOUNT)
    bad = tuple(_bad(name, values, ~fits & ~empty, _why_amount))
    clean = pc.if_else(pa.array(fits), values, "0")
    with_cents = _matching(clean, r"[.,]")
    digits = pc.replace_substring_regex(clean, r"[€\s.,]", "").cast(pa.int64()).to_numpy()
    return Read(np.where(with_cents, digits, digits * 100), empty, bad)


def _why_amount(text: str) -> str:
    try:
        parse_euro(text)
    except InputError as error:
        return str(error)
    return f"An amount in euros was expected; found {text!r}, which is more than anybody earns."


@_readable
def month(name: str, column: pa.ChunkedArray) -> Read:
    """Month.index from text such as `2023-01`, or from a column of dates in the month."""
    text = _Coded.of(column)
    if text is not None:
        return text.numbers(name, _month_number, lambda word: f"A month was expected, written like 2023-01; found {word!r}.")
    days, empty = _days(name, _plain(column), "a month was expected, written like 2023-01, or a date")
    months = days.astype("datetime64[M]").astype(np.int64) + Month.of(1970, 1).index
    no_year = ~empty & ((months < Month.of(1, 1).index) | (months > Month.of(9999, 12).index))
    bad = (
        Bad(int(row), name, f"A month was expected, in the years 1 to 9999; found {days[row]}.")
        for row in np.flatnonzero(no_year)
    )
    return Read(np.where(empty | no_year, 0, months), empty, tuple(bad))


def _month_number(word: str) -> int | None:
    try:
        return Month.parse(word).index
    except InputError:
        return None


@_readable
def day(name: str, column: pa.ChunkedArray) -> Read:
    """Days since 1970 from a column of dates or from text such as `2023-01-31`."""
    text = _Coded.of(column)
    if text is not None:
        return text.numbers(name, _day_number, lambda word: f"A date was expected, written like 1980-05-17; found {word!r}.")
    days, empty = _days(name, _plain(column), "a date was expected, written like 1980-05-17")
    return Read(np.where(empty, 0, days.astype(np.int64)), empty)


def _day_number(word: str) -> int | None:
    """None for a day that no calendar has, such as 30 February."""
    try:
        return (date.fromisoformat(word) - EPOCH).days if DAY.fullmatch(word) else None
    except ValueError:
        return None


def _days(name: str, values: pa.Array, expected: str) -> tuple[Array, Array]:
    """The days of dates or of times without a time zone, which would leave open what day it was."""
    kind = values.type
    if not pa.types.is_date(kind) and not (pa.types.is_timestamp(kind) and kind.tz is None):
        raise InputError(f"Column {name} holds {kind}; {expected}.")
    days = values.cast(pa.timestamp("us"), safe=False).to_numpy(zero_copy_only=False).astype("datetime64[D]")
    return days, np.isnat(days)


@_readable
def truth(name: str, column: pa.ChunkedArray) -> Read:
    """1 or 0 from a boolean, 1/0, ja/nee or true/false."""
    why = "ja or nee (true or false, 1 or 0) was expected; found"
    text = _Coded.of(column)
    if text is not None:
        return text.numbers(name, lambda word: TRUTHS.get(word.lower()), lambda word: f"{why} {word!r}.")
    values, empty = _empty(_plain(column))
    if not (pa.types.is_boolean(values.type) or pa.types.is_integer(values.type)):
        raise InputError(f"Column {name} holds {values.type}; ja or nee, true or false was expected.")
    found = values.cast(pa.int64()).fill_null(0).to_numpy()
    return Read(found, empty, tuple(_bad(name, values, (found < 0) | (found > 1), lambda cell: f"{why} {cell}.")))


@_readable
def option(name: str, column: pa.ChunkedArray, options: type[Enum]) -> Read:
    """The number of an option of an enumeration, written as its name in lower case."""
    names = {member.name.lower(): number for number, member in enumerate(options)}
    text = _Coded.of(column)
    if text is None:
        raise InputError(f"Column {name} holds {column.type}; one of {', '.join(names)} was expected.")
    why = f"one of {', '.join(names)} was expected; found"
    return text.numbers(name, lambda word: names.get(word.lower()), lambda word: f"{why} {word!r}.")


@_readable
def count(name: str, column: pa.ChunkedArray) -> Read:
    """A whole number."""
    values, empty = _empty(_plain(column))
    if pa.types.is_integer(values.type):
        return Read(values.fill_null(0).cast(pa.int64()).to_numpy(), empty)
    if not _is_text(values):
        raise InputError(f"Column {name} holds {values.type}; whole numbers were expected.")
    fits = _matching(values, r"^-?\d{1,9}$")
    bad = tuple(_bad(name, values, ~fits & ~empty, lambda text: f"A whole number was expected; found {text!r}."))
    return Read(pc.if_else(pa.array(fits), values, "0").cast(pa.int64()).to_numpy(), empty, bad)
