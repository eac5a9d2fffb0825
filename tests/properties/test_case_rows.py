# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The rows of a case file: their order and a row that is taken back change nothing."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from tests.house.tree import ROOT
from tests.properties.towns import FACTS
from werkzaam.app.cases import case_of
from werkzaam.app.rows import Document, read_toml

STORIES = sorted(path for path in (ROOT / "stories").rglob("*.toml") if path.parent.name not in ("regimes", "grootboek"))
SAME_WAGE = ("persoon", "baan", "gewerkt_van", "gewerkt_tot", "betaald_op", "bron", "tijdvak", "loonsoort")
"""What says which wage a row is about; a correction of nothing has no more than these."""
NOT_A_CASE = ("id", "omdat", "bron", "eis", "valkuil", "verwacht", "geweigerd")


def has_several_wages(path: Path) -> bool:
    tables = read_toml(path).tables
    return len(tables.get("loon", ())) > 1 and "geweigerd" not in tables


SEVERAL = [path for path in STORIES if has_several_wages(path)]


def document(path: Path) -> Document:
    read = read_toml(path)
    return replace(read, tables={key: value for key, value in read.tables.items() if key not in NOT_A_CASE})


@pytest.mark.requirement("R-068")
@pytest.mark.parametrize("path", SEVERAL, ids=lambda path: path.stem)
def test_order_of_wage_rows_and_a_row_taken_back_change_nothing(path: Path) -> None:
    read, random = document(path), Random(path.stem)
    rows = read.tables["loon"]
    again = {key: value for key, value in rows[0].items() if key in SAME_WAGE}
    changed = [*rows, {**again, "netto": "12.34", "correctie": True}, {**again, "netto": "-12.34", "correctie": True}]
    random.shuffle(changed)
    other = replace(read, tables={**read.tables, "loon": changed})
    assert totals(other) == totals(read)


def totals(read: Document) -> list[dict[tuple[str, tuple[str, ...]], int]]:
    """Every amount of every month."""
    found = case_of(read, FACTS).calculate().months
    return [{place: step.value for place, step in month.steps.items()} for month in found]
