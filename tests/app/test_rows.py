# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A refusal names the line on which a person wrote what is refused."""

from __future__ import annotations

import pytest

from werkzaam.app.rows import line_of, near

TEXT = """titel = "x"
[huishouden]
leefvorm = "y"
[[loon]]
baan = "a"
[[ loon ]]
"netto" = "1"
schatting = [
  { baan = "c" }, # The first one.
  { baan = "d", maand = "e" },
]
"""


@pytest.mark.parametrize(
    ("line", "table", "number", "key"),
    [
        (1, "", 0, "titel"),
        (None, "", 0, "leefvorm"),
        (None, "", 0, "regime"),
        (3, "huishouden", 1, "leefvorm"),
        (2, "huishouden", 1, "kostendelers"),
        (5, "loon", 1, "baan"),
        (4, "loon", 1, "netto"),
        (7, "loon", 2, "netto"),
        (6, "loon", 2, "bron"),
        (10, "schatting", 2, "maand"),
        (9, "schatting", 1, "maand"),
        (None, "persoon", 1, "naam"),
    ],
)
def test_the_line_of_a_key_or_else_of_its_table(line: int | None, table: str, number: int, key: str) -> None:
    assert line_of(TEXT, table, number, key) == line


def test_a_name_is_compared_with_the_known_ones() -> None:
    assert near("neto", ("netto", "baan")) == "Did you mean netto?"
    assert near("xyz", ("netto", "baan")) == "Known are: netto, baan."
