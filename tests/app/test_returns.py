# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Who misses months in the tables is refused where something was counted, and may come and go where nothing was."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.app.towns import Row, settled, town
from werkzaam.core.errors import InputError
from werkzaam.engine.rule import BAAN, PERSOON


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """Where the result would come."""
    return tmp_path / "out.parquet"


def test_a_job_that_missed_a_month_with_holiday_money_counted_is_refused_at_its_row(tmp_path: Path, out: Path) -> None:
    rows = town().rows[BAAN]
    told = "row 2: huishouden h1, 2018-03, persoon Ann, baan kas returns after missing months (2018-02), and vakantiegeld_"
    with pytest.raises(InputError, match=re.escape(told)):
        settled(town().having(BAAN, [rows[0], *rows[2:]]).csv(tmp_path), out)
    assert not out.exists()
    nothing = {"nettoloon": 0, "geschat_nettoloon": None, "vakantiegeld_opgebouwd": 0}
    assert settled(town().but(BAAN, 1, **nothing).csv(tmp_path), out).rows == 18


def test_a_housemate_comes_and_goes_and_a_job_of_which_nothing_was_counted_too(tmp_path: Path, out: Path) -> None:
    plan = town(2)
    mate: Row = {"rol": "huisgenoot", "persoon": "Cas", "geboortedatum": "1990-02-03", "maanden_n_eerder": 0}
    persons = [{**row, "rol": "bijstand"} for row in plan.rows[PERSOON]]
    plan = plan.having(PERSOON, [*persons, *({**persons[at], **mate} for at in (0, 2))])
    jobs = [{**plan.rows[BAAN][0], "baan": "kas 2", "maand": month, "nettoloon": 0, "vakantiegeld_opgebouwd": 0}
            for month in ("2018-01", "2018-03")]  # fmt: skip
    assert settled(plan.having(BAAN, [*plan.rows[BAAN], *jobs]).csv(tmp_path), out).rows == 6
