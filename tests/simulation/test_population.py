# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A synthetic town is the same from the same seed, looks as was asked, and can be read as any delivery."""

from __future__ import annotations

import re
from collections.abc import Mapping

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pytest

from werkzaam.app.tables import allowed, as_inputs, check_names
from werkzaam.core.months import Span
from werkzaam.engine.batch import KEYS
from werkzaam.engine.rule import BAAN, HUISHOUDEN, PERSOON, Level
from werkzaam.simulation.population import Town, populate

YEAR = Span.parse("2018-07", "2019-06")
PLAN = Town(households=4_000, working=0.3)


def made(seed: int = 1, plan: Town = PLAN, span: Span = YEAR) -> Mapping[Level, pa.Table]:
    return populate(plan, span, np.random.default_rng(seed))


@pytest.fixture(scope="module")
def tables() -> Mapping[Level, pa.Table]:
    return made()


def test_one_seed_gives_one_town(tables: Mapping[Level, pa.Table]) -> None:
    assert made(1) == tables
    assert made(2)[BAAN] != tables[BAAN]
    assert made(2)[PERSOON] != tables[PERSOON]


def test_the_town_has_the_households_months_and_forms_that_were_asked(tables: Mapping[Level, pa.Table]) -> None:
    home = tables[HUISHOUDEN]
    assert home.num_rows == PLAN.households * 12
    assert sorted(set(home.column("maand").to_pylist())) == [str(month) for month in YEAR]
    counts = pc.value_counts(home.column("leefvorm")).to_pylist()
    found = {pair["values"]: pair["counts"] / home.num_rows for pair in counts}
    assert found == pytest.approx({"alleenstaande": 0.84, "alleenstaande_ouder": 0.07, "gehuwden": 0.09}, abs=0.02)


def test_couples_are_two_persons_and_others_one(tables: Mapping[Level, pa.Table]) -> None:
    persons = pc.value_counts(tables[PERSOON].column("huishouden")).to_pylist()
    count = {pair["values"]: pair["counts"] // 12 for pair in persons}
    form = {row["huishouden"]: row["leefvorm"] for row in tables[HUISHOUDEN].to_pylist()}
    assert count == {household: 1 + (living == "gehuwden") for household, living in form.items()}


def test_as_many_households_work_as_was_asked(tables: Mapping[Level, pa.Table]) -> None:
    working = pc.count_distinct(tables[BAAN].column("huishouden")).as_py()
    assert working / PLAN.households == pytest.approx(PLAN.working, abs=0.02)


def test_wages_follow_the_hours_that_were_asked(tables: Mapping[Level, pa.Table]) -> None:
    usual = PLAN.weekly_hours * 52 / 12 * PLAN.net_hourly_cents
    assert pc.mean(tables[BAAN].column("nettoloon")).as_py() == pytest.approx(usual, rel=0.1)


def test_only_payslips_of_the_last_month_are_late(tables: Mapping[Level, pa.Table]) -> None:
    jobs = tables[BAAN]
    late = jobs.filter(jobs.column("nettoloon").is_null())
    last = jobs.filter(pc.equal(jobs.column("maand"), "2019-06"))
    assert set(late.column("maand").to_pylist()) == {"2019-06"}
    assert late.num_rows / last.num_rows == pytest.approx(PLAN.payslip_late, abs=0.05)
    assert late.column("vakantiegeld_opgebouwd").null_count == late.num_rows


def test_every_row_can_be_read_and_has_its_place(tables: Mapping[Level, pa.Table]) -> None:
    for level, table in tables.items():
        check_names(level, table.column_names, "town")
        assert set(table.column_names) <= set(allowed(level))
        assert as_inputs(level, table).bad == ()
        keys = table.select(list(KEYS[level])).to_pylist()
        assert keys == sorted(keys, key=lambda row: tuple(row.values()))
        assert len({tuple(row.values()) for row in keys}) == len(keys)


def test_everybody_is_of_an_age_that_the_rules_cover(tables: Mapping[Level, pa.Table]) -> None:
    ages = as_inputs(PERSOON, tables[PERSOON]).table
    assert pc.min(ages.column("leeftijd_begin")).as_py() >= 21 * 12
    assert pc.max(ages.column("leeftijd_eind")).as_py() < 65 * 12


def test_nobody_has_a_name(tables: Mapping[Level, pa.Table]) -> None:
    assert [word for word in set(tables[PERSOON].column("persoon").to_pylist()) if not re.fullmatch(r"p\d", word)] == []
    assert set(tables[BAAN].column("baan").to_pylist()) == {"baan 1"}
    assert pa.types.is_integer(tables[HUISHOUDEN].schema.field("huishouden").type)


def test_a_town_without_work_has_no_jobs() -> None:
    tables = made(plan=Town(households=50, working=0.0))
    assert tables[BAAN].num_rows == 0
    assert as_inputs(BAAN, tables[BAAN]).bad == ()
