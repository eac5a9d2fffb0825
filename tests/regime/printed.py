# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What was printed of the fifty regimes of the sources, copied by hand from the five texts: `parts.csv` and `printed.csv`.

`parts.csv` has the id, municipality, kind, doubts and place in the texts (000 to 004) of each; `printed.csv` every number that is
printed of it, and of duties, goals, targets, activities and results whether there are some or none. What is not in it was not
printed.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from pathlib import Path

_HERE = Path(__file__).parent


def _rows(name: str) -> list[dict[str, str]]:
    with (_HERE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def listed() -> Mapping[str, Mapping[str, str]]:
    """The fifty parts by id."""
    return {row["part"]: row for row in _rows("parts.csv")}


def printed(part: str) -> list[tuple[str, str]]:
    """The fields of a part with what was printed; a premium may be printed twice, of two periods."""
    return [(row["field"], row["value"]) for row in _rows("printed.csv") if row["part"] == part]
