# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What the Amsterdam report printed, by what, group and wave; what it did not print is not available, and is never filled in."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from werkzaam.core.errors import FactHole, UnknownName

ROWS = Path(__file__).with_name("published") / "rows" / "amsterdam_2018_2022.csv"


@dataclass(frozen=True, slots=True)
class Printed:
    """A printed number with its unit, the row that it stands in, and where the report has it."""

    value: str
    unit: str
    row: str
    source: str


def printed(item: str, group: str, wave: str) -> Printed:
    """A number as it was printed, such as the mean weekly hours of those who worked, of an arm, at T3; an empty group or
    wave is a number that was printed of none in particular.

    Raises UnknownName for an item, group or wave of which nothing was printed at all, and FactHole where it was printed for
    others: then it is not available, whatever stands beside it.
    """
    found = _rows()
    for at, (what, name) in enumerate((("item", item), ("group", group), ("wave", wave))):
        names = sorted({key[at] for key in found if key[at]})
        if name and name not in names:
            raise UnknownName(f"Nothing was printed of the {what} {name!r}. Known are: {'; '.join(names[:12])} ...")
    if (item, group, wave) not in found:
        raise FactHole(
            f"{item} of {group} at {wave} is not available: the report does not print it, and it is not worked out here."
        )
    return found[item, group, wave]


@cache
def _rows() -> dict[tuple[str, str, str], Printed]:
    with ROWS.open(encoding="utf-8", newline="") as file:
        return {
            (row["item"], row["group"], row["wave"]): Printed(row["value"], row["unit"], row["row_id"], row["source_section"])
            for row in csv.DictReader(file)
            if row["value_type"] == "number"
        }
