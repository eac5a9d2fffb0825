# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A town is settled to the cent as each of its households is explained, all or nothing."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from tests.app.towns import REGIME, Delivery, Row, law, settled, town
from werkzaam.app.settle import absent_from, known_months
from werkzaam.core.errors import InputError
from werkzaam.core.months import Month, age_in_months
from werkzaam.engine.batch import COMPUTED, KEYS, STATUS
from werkzaam.engine.explain import MonthInput
from werkzaam.engine.rule import BAAN, HUISHOUDEN, PERSOON, Level
from werkzaam.regime.read import read_regime
from werkzaam.rules import RULES
from werkzaam.rules.book import RuleBook
from werkzaam.rules.calculate import Calculation, calculate
from werkzaam.rules.situatie import Leefvorm

UNDER_18 = "jonger_dan_18 (Pw 20:1)"
INSIDE = "inrichting_zonder_recht (Pw 24)"


def parquet_of(out: Path) -> Mapping[Level, pa.Table]:
    names = {HUISHOUDEN: out, PERSOON: out.with_suffix(".persoon.parquet"), BAAN: out.with_suffix(".baan.parquet")}
    return {level: pq.read_table(file) for level, file in names.items()}


# -- the same cents ---------------------------------------------------------------------------------


def explained(plan: Delivery, household: str) -> Calculation:
    """One household of the town as the rules are asked for a single case; written apart from the tables' own reading."""
    book = law()[1]
    return calculate(
        [_month(plan, row) for row in plan.rows[HUISHOUDEN] if row["huishouden"] == household], book.regime, book.facts
    )


def _month(plan: Delivery, home: Row) -> MonthInput:
    month = Month.parse(str(home["maand"]))
    mine = {level: [row for row in rows if (row["huishouden"], row["maand"]) == (home["huishouden"], home["maand"])]
            for level, rows in plan.rows.items()}  # fmt: skip
    living = [option.name.lower() for option in Leefvorm].index(str(home["leefvorm"]))
    return MonthInput(month, {
        HUISHOUDEN: {(): {**_absent(HUISHOUDEN), "leefvorm": living}},
        PERSOON: {(str(row["persoon"]),): {**_absent(PERSOON), **_person(row, month)} for row in mine[PERSOON]},
        BAAN: {(str(row["persoon"]), str(row["baan"])): {**_absent(BAAN), **_job(row)} for row in mine[BAAN]},
    })  # fmt: skip


def _absent(level: Level) -> dict[str, int]:
    """What nobody delivered has the value that the rules give it."""
    return {name: one.default for name, one in RULES.inputs.items() if one.level == level and one.default is not None}


def _person(row: Row, month: Month) -> dict[str, int]:
    born = date.fromisoformat(str(row["geboortedatum"]))
    return {"leeftijd_begin": age_in_months(born, month.first_day), "leeftijd_eind": age_in_months(born, month.last_day),
            "maanden_n_eerder": int(str(row["maanden_n_eerder"]))}  # fmt: skip


def _job(row: Row) -> dict[str, int]:
    wage = row["nettoloon"]
    return {"nettoloon": int(str(wage or 0)), "loon_bekend": int(wage is not None), "loon_geschat": 1,
            "geschat_nettoloon": int(str(row["geschat_nettoloon"])),
            "vakantiegeld_opgebouwd": int(str(row["vakantiegeld_opgebouwd"]))}  # fmt: skip


def _wanted(done: Calculation, level: Level, row: Mapping[str, object], name: str) -> object:
    step = next(month for month in done.months if str(month.month) == row["maand"]).steps[
        name, tuple(str(row[key]) for key in KEYS[level][2:])]  # fmt: skip
    options = step.rule.options
    return step.value if options is None else [option.name.lower() for option in options][step.value]


@pytest.mark.parametrize("way", ["csv", "parquet"])
def test_every_value_is_the_one_that_is_explained(way: str, tmp_path: Path) -> None:
    plan = town(7, 4)
    done = settled(getattr(plan, way)(tmp_path), tmp_path / "out.parquet")
    cases = {key: explained(plan, key) for key in (f"h{number}" for number in range(7))}
    compared = 0
    for level, table in parquet_of(tmp_path / "out.parquet").items():
        for row in table.to_pylist():
            assert row.pop(STATUS) == COMPUTED
            for name in row.keys() - set(KEYS[level]):
                assert (name, row[name]) == (name, _wanted(cases[row["huishouden"]], level, row, name))
                compared += 1
    rows = {level: len(rows) for level, rows in plan.rows.items()}
    rules = [name for name in RULES.order if name not in RULES.refusals]
    assert compared == sum(rows[RULES.level(name)] for name in rules)
    assert done.rows == rows[HUISHOUDEN] == done.statuses[COMPUTED]


def test_the_sums_are_those_of_the_columns(tmp_path: Path) -> None:
    done = settled(town().csv(tmp_path), tmp_path / "out.parquet", chunk_rows=6)
    table = pq.read_table(tmp_path / "out.parquet")
    assert done.sums == {name: sum(table.column(name).to_pylist()) for name in done.sums}
    assert done.sums["lonen"] > 0


def test_an_input_is_only_absent_when_the_column_it_is_computed_from_is_too(tmp_path: Path) -> None:
    files = town(2, 1).csv(tmp_path)
    assert {"loon_geschat", "geschat_nettoloon"} & set(absent_from(files)) == set()
    jobs = next(file for file in files if "geschat_nettoloon" in file.read_text(encoding="utf-8"))
    jobs.write_text(jobs.read_text(encoding="utf-8").replace("geschat_nettoloon", "brutoloon"), encoding="utf-8")
    assert {"loon_geschat", "geschat_nettoloon"} <= set(absent_from(files))


def test_a_correction_lowers_the_wages_of_its_month(tmp_path: Path) -> None:
    plan = town(2).but(BAAN, 1, nettoloon=-10_000, correctie=True)
    settled(plan.csv(tmp_path), tmp_path / "out.parquet")
    assert pq.read_table(tmp_path / "out.parquet").column("lonen").to_pylist() == [0, 0, 0, 47_004, 0, 50_000]


# -- what is not covered ----------------------------------------------------------------------------


def test_what_the_rules_refuse_is_null_with_its_article_and_the_others_are_written(tmp_path: Path) -> None:
    plan = town(4, 1).but(PERSOON, 1, geboortedatum="2000-01-02").but(PERSOON, 3, in_inrichting=True, rol="partner_zonder_recht")
    plan = plan.having(BAAN, [{**row, "huishouden": {"h1": "h1", "h3": "h2"}[str(row["huishouden"])]} for row in plan.rows[BAAN]])
    done = settled(plan.csv(tmp_path), tmp_path / "out.parquet")
    tables = parquet_of(tmp_path / "out.parquet")
    assert tables[HUISHOUDEN].column(STATUS).to_pylist() == [COMPUTED, UNDER_18, INSIDE, COMPUTED]
    assert done.statuses == {COMPUTED: 2, UNDER_18: 1, INSIDE: 1}
    assert done.skipped == []
    for level, table in tables.items():
        for row in table.to_pylist():
            computed = row[STATUS] == COMPUTED
            assert {row[name] is not None for name in row.keys() - {*KEYS[level], STATUS}} == {computed}
    assert tables[BAAN].column(STATUS).to_pylist() == [UNDER_18, INSIDE]


def test_somebody_who_is_18_on_the_first_day_is_covered(tmp_path: Path) -> None:
    settled(town(1, 1).but(PERSOON, 0, geboortedatum="2000-01-01").csv(tmp_path), tmp_path / "out.parquet")
    assert pq.read_table(tmp_path / "out.parquet").column(STATUS).to_pylist() == [COMPUTED]


# -- every household --------------------------------------------------------------------------------


def test_housemates_and_a_partner_without_a_right_are_settled_as_they_are_explained(tmp_path: Path) -> None:
    plan = town(6, 2)
    mate: Row = {"rol": "huisgenoot", "persoon": "Cas", "geboortedatum": "1990-02-03", "maanden_n_eerder": 0}
    later = [{**row, **mate} for row in plan.rows[PERSOON] if (row["huishouden"], row["maand"]) == ("h1", "2018-02")]
    partner = [{**row, "rol": "partner_zonder_recht" if row["persoon"] == "Bob" else "bijstand"} for row in plan.rows[PERSOON]]
    plan = plan.having(PERSOON, [*partner, *later])
    done = settled(plan.csv(tmp_path), tmp_path / "out.parquet")
    assert done.statuses == {COMPUTED: 12}
    rows = {(row["huishouden"], row["maand"]): row for row in pq.read_table(tmp_path / "out.parquet").to_pylist()}
    assert [rows["h1", month]["kostendelende_huisgenoten"] for month in ("2018-01", "2018-02")] == [0, 1]
    assert [rows["h1", month]["bijstandsnorm"] for month in ("2018-01", "2018-02")] == [992_12, 708_66]
    assert rows["h2", "2018-01"]["bijstandsnorm"] == 708_66


def test_whether_bijstand_runs_stands_beside_whether_the_month_was_computed(tmp_path: Path) -> None:
    settled(town(2, 1).but(BAAN, 0, nettoloon=200_000).csv(tmp_path), tmp_path / "out.parquet")
    table = pq.read_table(tmp_path / "out.parquet")
    assert table.column(STATUS).to_pylist() == [COMPUTED, COMPUTED]
    assert table.column("status").to_pylist() == ["lopend", "gestopt"]


@pytest.mark.parametrize(
    ("told", "roles"),
    [("2 in the table per person was expected, housemates left out; found 3", ["bijstand", "bijstand", "bijstand"]),
     ("has nobody with a right to bijstand", ["partner_zonder_recht", "partner_zonder_recht", "huisgenoot"])],
)  # fmt: skip
def test_the_roles_in_a_household_must_fit_together(told: str, roles: Sequence[str], tmp_path: Path) -> None:
    home: list[Row] = [{"huishouden": "h0", "maand": "2018-01", "leefvorm": "gehuwden"}]
    persons: list[Row] = [
        {**home[0], "persoon": f"p{at}", "geboortedatum": "1980-01-01", "rol": rol} for at, rol in enumerate(roles)
    ]
    files = Delivery({HUISHOUDEN: home, PERSOON: [{k: v for k, v in row.items() if k != "leefvorm"} for row in persons]})
    with pytest.raises(InputError, match=told):
        settled(files.csv(tmp_path), tmp_path / "out.parquet")


def test_a_reserve_is_taken_over_in_the_first_month_only(tmp_path: Path) -> None:
    plan = town(2, 2).but(HUISHOUDEN, 0, reserve_overgenomen=5_000)
    settled(plan.parquet(tmp_path), tmp_path / "out.parquet")
    with pytest.raises(InputError, match=r"huishouden.parquet, row 4: huishouden h1, 2018-02 has a reserve_overgenomen"):
        settled(plan.but(HUISHOUDEN, 3, reserve_overgenomen=1).parquet(tmp_path), tmp_path / "other.parquet")


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        (
            {"geboortedatum": "1991-05-31"},
            "row 5: huishouden h1, 2018-02, persoon Ann has another geboortedatum than in 2018-01;",
        ),
        ({"maanden_n_eerder": 0}, "row 5: huishouden h1, 2018-02, persoon Ann has another maanden_n_eerder than in 2018-01;"),
    ],
)
def test_a_person_is_the_same_in_all_months(cells: Row, told: str, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=f"persoon.parquet, {told}"):
        settled(town(2).but(PERSOON, 4, **cells).parquet(tmp_path), tmp_path / "out.parquet")


def test_a_person_who_was_away_is_as_many_months_older(tmp_path: Path) -> None:
    mate: Row = {"rol": "huisgenoot", "persoon": "Cas", "geboortedatum": "1990-01-31", "maanden_n_eerder": 0}
    months = [{**row, **mate} for row in town(1).rows[PERSOON] if row["maand"] != "2018-02"]
    plan = town(1).having(PERSOON, [*town(1).rows[PERSOON], *months])
    assert settled(plan.parquet(tmp_path), tmp_path / "out.parquet").rows == 3


# -- bad rows ---------------------------------------------------------------------------------------


def bad_town() -> Delivery:
    """Households h1 (a bad wage), h3 (a job of nobody) and h4 (a missing month) cannot be read as meant."""
    plan = town().but(BAAN, 0, nettoloon=-5).but(BAAN, 4, persoon="Eve")
    home = [row for row in plan.rows[HUISHOUDEN] if (row["huishouden"], row["maand"]) != ("h4", "2018-02")]
    return plan.having(HUISHOUDEN, home)


def test_skipping_leaves_out_whole_households_on_every_level(tmp_path: Path) -> None:
    done = settled(bad_town().csv(tmp_path), tmp_path / "out.parquet", skip_bad=True)
    tables = parquet_of(tmp_path / "out.parquet")
    kept = {level: set(table.column("huishouden").to_pylist()) for level, table in tables.items()}
    assert kept == {HUISHOUDEN: {"h0", "h2", "h5"}, PERSOON: {"h0", "h2", "h5"}, BAAN: {"h5"}}
    assert {one.household for one in done.skipped} == {"h1", "h3", "h4"}


def test_those_who_are_not_skipped_get_the_same_cents(tmp_path: Path) -> None:
    settled(town().csv(tmp_path), tmp_path / "whole.parquet")
    whole = pq.read_table(tmp_path / "whole.parquet").to_pylist()
    settled(bad_town().csv(tmp_path), tmp_path / "out.parquet", skip_bad=True)
    kept = [row for row in whole if row["huishouden"] in ("h0", "h2", "h5")]
    assert pq.read_table(tmp_path / "out.parquet").to_pylist() == kept


@pytest.mark.parametrize("rows", [3, 7, 1000])
def test_the_report_has_every_bad_row_with_its_place(rows: int, tmp_path: Path) -> None:
    done = settled(bad_town().csv(tmp_path), tmp_path / "out.parquet", skip_bad=True, chunk_rows=rows)
    with (tmp_path / "out.skipped.csv").open(encoding="utf-8", newline="") as lines:
        report = {(row["file"], row["row"]): (row["huishouden"], row["why"]) for row in csv.DictReader(lines)}
    assert report["baan.csv", "1"][0] == "h1"
    assert report["baan.csv", "1"][1].startswith("nettoloon: is −0.05, below zero")
    assert report["baan.csv", "5"][1].startswith(
        "huishouden h3, 2018-02, persoon Eve, baan kas has no row in the table per person"
    )
    assert report["huishouden.csv", "14"][1].startswith("huishouden h4, 2018-03 follows after a missing month")
    assert done.files[-1] == tmp_path / "out.skipped.csv"
    assert len(report) == len(done.skipped) == 3


def test_many_bad_rows_are_reported_and_only_some_are_shown(tmp_path: Path) -> None:
    plan = town(60, 1)
    plan = plan.having(BAAN, [{**row, "persoon": "Eve"} for row in plan.rows[BAAN]])
    with pytest.raises(InputError) as caught:
        settled(plan.csv(tmp_path), tmp_path / "out.parquet")
    lines = str(caught.value).splitlines()
    assert (lines[0], lines[-2], len(lines)) == ("30 bad rows were found.", "... and 10 more.", 23)
    assert len(settled(plan.csv(tmp_path), tmp_path / "out.parquet", skip_bad=True).skipped) == 30


def test_a_town_of_bad_households_gives_empty_tables_and_a_report(tmp_path: Path) -> None:
    plan = town(2, 1).but(HUISHOUDEN, 0, leefvorm="kraker").but(HUISHOUDEN, 1, leefvorm="kraker")
    done = settled(plan.csv(tmp_path), tmp_path / "out.parquet", skip_bad=True)
    assert (done.rows, len(done.skipped)) == (0, 2)
    assert {table.num_rows for table in parquet_of(tmp_path / "out.parquet").values()} == {0}


def test_the_report_of_an_earlier_run_goes_when_nothing_is_skipped(tmp_path: Path) -> None:
    settled(bad_town().csv(tmp_path), tmp_path / "out.parquet", skip_bad=True)
    settled(town().csv(tmp_path), tmp_path / "out.parquet", skip_bad=True)
    assert not (tmp_path / "out.skipped.csv").exists()


# -- all or nothing ---------------------------------------------------------------------------------


def _left(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir() if file.is_file()}


def late(tmp_path: Path) -> list[Path]:
    """A town that goes wrong in its last chunk."""
    return town().but(BAAN, 8, nettoloon=-5).csv(tmp_path)


def test_nothing_is_left_after_a_failure(tmp_path: Path) -> None:
    files = late(tmp_path)
    before = _left(tmp_path)
    with pytest.raises(InputError, match="Nothing was written"):
        settled(files, tmp_path / "out.parquet", chunk_rows=3)
    assert _left(tmp_path) == before


def test_an_earlier_result_stays_as_it_was_after_a_failure(tmp_path: Path) -> None:
    settled(bad_town().csv(tmp_path), tmp_path / "out.parquet", skip_bad=True)
    files = late(tmp_path)
    before = _left(tmp_path)
    with pytest.raises(InputError):
        settled(files, tmp_path / "out.parquet", chunk_rows=3)
    assert _left(tmp_path) == before


class FullDisk(pq.ParquetWriter):  # type: ignore[misc]
    """A writer that finds no room for household h3."""

    def write_table(self, table: pa.Table, *args: object) -> None:
        if "h3" in table.column("huishouden").to_pylist():
            raise OSError("No space left on device")
        super().write_table(table, *args)


def test_a_full_disk_leaves_nothing_and_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = town().csv(tmp_path)
    before = _left(tmp_path)
    monkeypatch.setattr("werkzaam.app.results.pq.ParquetWriter", FullDisk)
    with pytest.raises(InputError, match=r"out.*\.parquet cannot be written: No space left on device\. Nothing was kept\."):
        settled(files, tmp_path / "out.parquet", chunk_rows=3)
    assert _left(tmp_path) == before


def test_an_interruption_leaves_nothing(tmp_path: Path) -> None:
    def stop(rows: int) -> None:
        raise KeyboardInterrupt

    files = town().csv(tmp_path)
    before = _left(tmp_path)
    with pytest.raises(KeyboardInterrupt):
        settled(files, tmp_path / "out.parquet", chunk_rows=3, progress=stop)
    assert _left(tmp_path) == before


@pytest.mark.parametrize(
    ("out", "told"),
    [("weg/out.parquet", "There is no folder"), ("out.csv", "a name that ends in .parquet"), ("folder.parquet", "is a folder"),
     ("huishouden.parquet", "is read and would be written over"), ("folder.parquet/../persoon.parquet", "is read and would be")],
)  # fmt: skip
def test_a_place_that_cannot_be_written_is_refused_first(out: str, told: str, tmp_path: Path) -> None:
    tmp_path.joinpath("folder.parquet").mkdir()
    files = town().parquet(tmp_path)
    before = _left(tmp_path)
    with pytest.raises(InputError, match=told):
        settled(files, tmp_path / out)
    assert _left(tmp_path) == before


def test_the_tables_beside_the_result_are_not_written_over_the_input(tmp_path: Path) -> None:
    files = town().parquet(tmp_path, "town.")
    with pytest.raises(InputError, match=r"town\.persoon\.parquet is read and would be written over"):
        settled(files, tmp_path / "town.parquet")


# -- a file that explains itself --------------------------------------------------------------------


def test_each_column_tells_its_unit_law_and_title(tmp_path: Path) -> None:
    settled(town().csv(tmp_path), tmp_path / "out.parquet")
    schema = pq.read_schema(tmp_path / "out.parquet")
    assert schema.metadata == {b"werkzaam": b"amounts are whole euro cents", b"regime": b"participatiewet_2018"}
    assert schema.field("bijstandsnorm").metadata == {b"unit": b"cent", b"law": b"Pw 19:2", b"title": b"Norm"}
    persons = pq.read_schema(tmp_path / "out.persoon.parquet")
    assert persons.field("soort_vrijlating").metadata[b"unit"] == b"choice"
    assert pa.types.is_integer(schema.field("bijstand").type)


def test_months_are_text_and_rows_come_by_household_and_month(tmp_path: Path) -> None:
    plan = town(3, 2)
    rows: Sequence[Row] = plan.rows[HUISHOUDEN][::-1]
    settled(plan.having(HUISHOUDEN, rows).csv(tmp_path), tmp_path / "out.parquet")
    table = pq.read_table(tmp_path / "out.parquet", columns=["huishouden", "maand"])
    assert [tuple(row.values()) for row in table.to_pylist()] == [(f"h{n}", f"2018-0{m}") for n in range(3) for m in (1, 2)]


def test_the_kernel_knows_the_months_of_its_regime() -> None:
    kernel, book = law()
    assert (str(kernel.first), str(kernel.last), book.regime.id) == ("2018-01", "2025-12", REGIME)  # type: ignore[union-attr]


@pytest.mark.parametrize(("amounts", "last"), [(None, "2026-12"), (Month.of(2026, 7), "2037-12")])
def test_the_law_of_2027_is_tried_on_the_months_before_it_whatever_amounts_are_taken(amounts: Month | None, last: str) -> None:
    book = RuleBook(law()[1].facts, read_regime("participatiewet_2027"), Month.of(2027, 1), amounts)
    months = known_months(book)
    assert (str(months[0]), str(months[-1])) == ("2018-01", last)
