# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Compiled code trusts addresses, so a column that it was not made for is refused before, and none goes away while it runs."""

from __future__ import annotations

from dataclasses import replace
from weakref import ref

import numpy as np
import pytest

from werkzaam.core.errors import InputError
from werkzaam.engine.addresses import Addresses, Array, Column
from werkzaam.engine.rule import HUISHOUDEN, PERSOON

LOON = Column("loon", 32, PERSOON)
FIRST = Column("first row of persoon", 32, HUISHOUDEN, more=1)
ROWS = {HUISHOUDEN: 2, PERSOON: 4}


def wage(*values: int) -> Array:
    return np.array(values, np.int32)


def read_only() -> Array:
    column = wage(1, 2, 3, 4)
    column.setflags(write=False)
    return column


def test_an_address_is_that_of_the_first_value() -> None:
    whole = wage(1, 2, 3, 4, 5)
    found = Addresses.of([LOON, LOON, FIRST], [whole, whole[1:], read_only()], ROWS)
    begin = whole.__array_interface__["data"][0]
    assert found.begin.tolist() == [begin, begin + 4, found.columns[2].__array_interface__["data"][0]]


@pytest.mark.parametrize(
    ("column", "given", "message"),
    [
        (LOON, wage(1, 2, 3, 4).astype(np.int64), "loon is a column of int64; int32 was expected"),
        (LOON, wage(1, 2, 3, 4).astype(">i4"), "loon is a column of >i4; int32 was expected"),
        (LOON, wage(1, 2, 3), r"loon has values \(3,\); a column of 4 was expected"),
        (LOON, np.zeros((4, 4), np.int32), r"loon has values \(4, 4\); a column of 4 was expected"),
        (LOON, np.zeros(8, np.int32)[::2], "loon is a view that skips values"),
        (FIRST, wage(0, 2), r"first row of persoon has values \(2,\); a column of 3 was expected"),
        (replace(LOON, written=True), read_only(), "loon is a view .* may not be written to"),
    ],
)
def test_what_compiled_code_was_not_made_for_is_refused(column: Column, given: Array, message: str) -> None:
    with pytest.raises(InputError, match=message):
        Addresses.of([column], [given], ROWS)


def test_columns_stay_as_long_as_their_addresses() -> None:
    here, there = Addresses.of([LOON], [wage(1, 2, 3, 4)], ROWS), Addresses.of([LOON], [wage(5, 6, 7, 8)], ROWS)
    kept = [ref(here.columns[0]), ref(there.columns[0])]
    both = here + there
    del here, there
    assert [one().tolist() for one in kept] == [[1, 2, 3, 4], [5, 6, 7, 8]]  # type: ignore[union-attr]
    del both
    assert [one() for one in kept] == [None, None]
