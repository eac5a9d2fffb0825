# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Delivered files are read as they are, in any order and in pieces, or refused with file and row."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from tests.app.towns import Delivery, Row, settled, town
from werkzaam.core.errors import InputError
from werkzaam.engine.rule import BAAN, HUISHOUDEN, PERSOON, Level


def results(folder: Path) -> Mapping[str, object]:
    return {file.name: pq.read_table(file).to_pydict() for file in sorted(folder.glob("out*.parquet"))}


@pytest.fixture
def out(tmp_path: Path) -> Path:
    tmp_path.joinpath("to").mkdir()
    return tmp_path / "to" / "out.parquet"


@pytest.fixture
def expected(tmp_path: Path) -> Mapping[str, object]:
    """What the small town gives from Parquet in one chunk."""
    folder = tmp_path / "expected"
    folder.mkdir()
    settled(town().parquet(tmp_path), folder / "out.parquet")
    return results(folder)


def refused(files: list[Path], out: Path, told: str, **given: object) -> str:
    """The message, after a look that nothing was left behind."""
    before = sorted(out.parent.iterdir())
    with pytest.raises(InputError) as caught:
        settled(files, out, **given)
    assert told in str(caught.value)
    assert sorted(out.parent.iterdir()) == before
    return str(caught.value)


# -- files that can be read -------------------------------------------------------------------------


@pytest.mark.parametrize(
    "way",
    [{}, {"apart": ";"}, {"start": "\ufeff"}, {"end": "\r\n"}, {"apart": ";", "start": "\ufeff", "end": "\r\n"}, {"end": "\n\n"}],
)
def test_a_csv_gives_what_parquet_gives(way: dict[str, str], tmp_path: Path, out: Path, expected: object) -> None:
    settled(town().csv(tmp_path, **way), out)
    assert results(out.parent) == expected


def test_names_and_cells_may_stand_in_quotes_with_spaces_around_names(tmp_path: Path, out: Path, expected: object) -> None:
    files = town().csv(tmp_path)
    for file in files:
        head, _, body = file.read_text().partition("\n")
        names = ", ".join(f'"{name}"' for name in head.split(","))
        file.write_text(names + "\n" + "".join(",".join(f'"{c}"' for c in row.split(",")) + "\n" for row in body.splitlines()))
    settled(files, out)
    assert results(out.parent) == expected


def test_a_comma_in_an_amount_is_read_in_quotes_and_between_semicolons(tmp_path: Path, out: Path, expected: object) -> None:
    files = town().csv(tmp_path, apart=";")
    files[2].write_text(files[2].read_text().replace(".", ","))
    settled(files, out)
    assert results(out.parent) == expected


def test_a_table_may_be_spread_over_files_in_any_order(tmp_path: Path, out: Path, expected: object) -> None:
    files = []
    for piece in (2, 0, 1):
        rows = {level: [row for row in rows if row["maand"] == f"2018-0{piece + 1}"] for level, rows in town().rows.items()}
        files += Delivery(rows).parquet(tmp_path, f"{piece}.")
    settled(files, out)
    assert results(out.parent) == expected


def test_rows_and_tables_may_stand_in_any_order(tmp_path: Path, out: Path, expected: object) -> None:
    mixed = Delivery({level: [*rows[::2], *rows[1::2]][::-1] for level, rows in town().rows.items()})
    settled(mixed.csv(tmp_path)[::-1], out)
    assert _sorted(results(out.parent)) == _sorted(expected)


def _sorted(found: object) -> object:
    """Rows in one order: persons and jobs come out as they came in within a household-month."""
    assert isinstance(found, Mapping)
    tables = {name: [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]
              for name, columns in found.items()}  # fmt: skip
    return {name: sorted(rows, key=lambda row: [str(row.get(key)) for key in ("huishouden", "maand", "persoon", "baan")])
            for name, rows in tables.items()}  # fmt: skip


@pytest.mark.parametrize("kind", [pa.large_string(), pa.dictionary(pa.int8(), pa.string()), pa.string_view()])
def test_text_of_any_kind_is_a_key(kind: pa.DataType, tmp_path: Path, out: Path, expected: object) -> None:
    files = town().parquet(tmp_path)
    for file in files:
        table = pq.read_table(file)
        for name in ("huishouden", "maand", "persoon", "baan", "leefvorm"):
            if name in table.column_names:
                words = table.column(name).dictionary_encode() if pa.types.is_dictionary(kind) else table.column(name)
                table = table.set_column(table.column_names.index(name), name, words.cast(kind))
        pq.write_table(table, file)
    settled(files, out)
    assert results(out.parent) == expected


def test_numbers_in_one_table_and_text_in_another_are_the_same_key(tmp_path: Path, out: Path) -> None:
    numbered = Delivery({level: [{**row, "huishouden": int(str(row["huishouden"])[1:]), "persoon": 1} if level else
                                 {**row, "huishouden": int(str(row["huishouden"])[1:])} for row in rows]
                         for level, rows in town(2).rows.items()})  # fmt: skip
    home, persons, _ = numbered.parquet(tmp_path)
    done = settled([home, persons, numbered.csv(tmp_path)[2]], out)
    assert done.rows == 6
    assert pq.read_table(out).column("lonen").to_pylist() == [0, 0, 0, 47_004, 47_015, 50_000]


def test_without_jobs_nobody_has_wages(tmp_path: Path, out: Path) -> None:
    settled(town(2).csv(tmp_path)[:2], out)
    assert set(pq.read_table(out).column("lonen").to_pylist()) == {0}


# -- pieces -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("rows", [3, 4, 7, 17, 18, 1000])
@pytest.mark.parametrize("way", ["csv", "parquet"])
def test_small_chunks_give_what_one_chunk_gives(
    rows: int, way: str, tmp_path: Path, out: Path, expected: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("werkzaam.app.delivery.BATCH_ROWS", 2)  # A household ends in the middle of a batch.
    files = getattr(town(), way)(tmp_path)
    seen: list[int] = []
    done = settled(files, out, chunk_rows=rows, progress=seen.append)
    assert results(out.parent) == expected
    assert (done.rows, sum(seen)) == (18, 18)
    assert len(seen) == -(-18 // (rows - rows % 3))


def test_a_household_longer_than_a_chunk_is_refused(tmp_path: Path, out: Path) -> None:
    refused(town().parquet(tmp_path), out, "One household has more than 2 rows", chunk_rows=2)


def by_month(rows: list[Row]) -> list[Row]:
    return sorted(rows, key=lambda row: str(row["maand"]))


@pytest.mark.parametrize("level", list(Level))
def test_a_large_table_in_another_order_is_refused_with_advice(level: Level, tmp_path: Path, out: Path) -> None:
    plan = town()
    files = plan.having(level, by_month(list(plan.rows[level]))).csv(tmp_path)
    message = refused(files, out, "sort every table by huishouden, in the same order", chunk_rows=6)
    assert re.search(r"\.csv, row \d+: is of household h\d, of which a table has rows before\.", message)
    refused(files, out, "sort every table by huishouden", chunk_rows=6, skip_bad=True)


def test_all_large_tables_by_month_are_refused_because_what_was_counted_before_would_be_lost(tmp_path: Path, out: Path) -> None:
    files = Delivery({level: by_month(list(rows)) for level, rows in town().rows.items()}).csv(tmp_path)
    for rows in (3, 4, 5, 7, 17):
        refused(files, out, "sort every table by huishouden, in the same order", chunk_rows=rows, skip_bad=True)


def test_large_tables_in_reverse_of_each_other_are_refused(tmp_path: Path, out: Path) -> None:
    plan = town()
    files = plan.having(BAAN, plan.rows[BAAN][::-1]).parquet(tmp_path)
    refused(files, out, "of which a table has rows before. Tables of more rows", chunk_rows=6, skip_bad=True)


def test_large_tables_that_begin_with_other_households_are_refused(
    tmp_path: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("werkzaam.app.delivery.BATCH_ROWS", 2)  # The rows that were expected first are not read yet.
    plan = town()
    files = plan.having(PERSOON, plan.rows[PERSOON][::-1]).parquet(tmp_path)
    told = "persoon.parquet, row 1: is of household h5, where persons of household h0 were expected. Tables of more rows"
    refused(files, out, told, chunk_rows=6, skip_bad=True)


@pytest.mark.parametrize("level", [PERSOON, BAAN])
def test_a_row_of_a_household_that_comes_later_is_refused_because_its_sum_would_miss_it(
    level: Level, tmp_path: Path, out: Path
) -> None:
    rows = list(town().rows[level])
    files = town().having(level, [rows[0], rows[-1], *rows[1:-1]]).csv(tmp_path)
    refused(files, out, "sort every table by huishouden", chunk_rows=6, skip_bad=True)


@pytest.mark.parametrize("numbered", [False, True])
@pytest.mark.parametrize("level", [PERSOON, BAAN])
def test_a_row_of_a_household_that_was_settled_before_is_refused(
    level: Level, numbered: bool, tmp_path: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also where keys are numbers written as text, 8 to 13, which do not go by their letters."""
    monkeypatch.setattr(
        "werkzaam.app.delivery.BATCH_ROWS", 2
    )  # The row at the end is not read yet when its household is settled.
    key = (lambda row: str(8 + int(str(row["huishouden"])[1:]))) if numbered else (lambda row: str(row["huishouden"]))
    plan = Delivery({one: [{**row, "huishouden": key(row)} for row in rows] for one, rows in town().rows.items()})
    rows = list(plan.rows[level])
    late = {**rows[0], "persoon" if level is PERSOON else "baan": "late"}
    files = plan.having(level, [*rows, late]).parquet(tmp_path)
    told = f"row {len(rows) + 1}: is of household {late['huishouden']}, of which a table has rows before."
    refused(files, out, f"{level.name.lower()}.parquet, {told}", chunk_rows=6, skip_bad=True)


def test_a_household_that_goes_on_at_the_end_of_large_tables_is_refused(
    tmp_path: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("werkzaam.app.delivery.BATCH_ROWS", 2)  # The row at the end is not read yet when the others are settled.
    moved = {level: sorted(rows, key=lambda row: (row["huishouden"], row["maand"]) == ("h0", "2018-03"))
             for level, rows in town().rows.items()}  # fmt: skip
    told = "huishouden.parquet, row 18: is of household h0, of which a table has rows before."
    refused(Delivery(moved).parquet(tmp_path), out, told, chunk_rows=4, skip_bad=True)


@pytest.mark.parametrize("rows", [6, 1000])
def test_rows_of_no_household_and_households_of_no_person_can_be_skipped_in_large_tables_too(
    rows: int, tmp_path: Path, out: Path
) -> None:
    plan = town()
    persons = [row for row in plan.rows[PERSOON] if row["huishouden"] != "h2"]
    strays = [{**persons[4], "huishouden": "h98"}, {**persons[4], "huishouden": None}]
    plan = plan.having(PERSOON, [*persons[:4], *strays, *persons[4:]]).but(BAAN, 2, huishouden="h99")
    done = settled(plan.csv(tmp_path), out, chunk_rows=rows, skip_bad=True)
    assert done.rows == 15
    assert {one.household for one in done.skipped} == {"h2", "h98", None, "h99"}
    assert ("persoon.csv", 5) in {(one.file, one.row) for one in done.skipped}


def test_households_of_large_tables_need_not_be_in_order_of_their_keys(tmp_path: Path, out: Path) -> None:
    turned = Delivery({level: sorted(rows, key=lambda row: str(row["huishouden"]), reverse=True)
                       for level, rows in town().rows.items()})  # fmt: skip
    assert settled(turned.parquet(tmp_path), out, chunk_rows=6).rows == 18


def test_a_bad_row_of_a_later_chunk_has_the_row_number_of_its_file(tmp_path: Path, out: Path) -> None:
    files = town().but(BAAN, 7, nettoloon=-1).csv(tmp_path)
    refused(files, out, "baan.csv, row 8: nettoloon: is −0.01, below zero", chunk_rows=6)


# -- files that cannot be read ----------------------------------------------------------------------


def other(tmp_path: Path, name: str, content: bytes) -> list[Path]:
    """The files of a small town with something else as its table of persons."""
    file = tmp_path / name
    file.write_bytes(content)
    return [file if "persoon" in one.name else one for one in town(2).csv(tmp_path)]


HEAD = b"huishouden,maand,persoon,geboortedatum\n"


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("x.parquet", HEAD, "x.parquet: is not a Parquet file"),
        ("x.parquet", b"", "x.parquet: is not a Parquet file"),
        ("x.txt", HEAD, "x.txt: is not a Parquet file"),
        ("x.csv", b"", "x.csv: is empty; a line with the names of the columns was expected first."),
        ("x.csv", b"\n\n", "x.csv: is empty"),
        ("x.csv", HEAD.decode().encode("utf-16"), "x.csv: is no text in UTF-8: zero bytes"),
        ("x.csv", HEAD + b"h0,2018-01,Ann,1970-05-31\n\nh0,2018-02,Ann\n", "x.csv, row 2: cannot be read as a CSV table: Exp"),
        ("x.csv", HEAD + b"h0,2018-01,Ann,1970-05-31,\n", "x.csv, row 1: cannot be read as a CSV table: Expected 4 columns"),
        ("x.csv", HEAD + "h0,2018-01,André,1970-05-31\n".encode("latin-1"), "Save the file as UTF-8."),
        ("x.csv", HEAD.replace(b",", b"\t"), "x.csv: has tabs on its first line"),
        ("x.csv", HEAD[:-1] + b",leeftijd\n", "x.csv: Unknown column 'leeftijd'"),
        ("x.csv", HEAD.replace(b",geboortedatum", b""), "x.csv: Column geboortedatum is missing"),
        ("x.csv", HEAD.replace(b"maand", b"persoon"), "x.csv: Column 'persoon' stands twice; keep one."),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_read_is_named(name: str, content: bytes, told: str, tmp_path: Path, out: Path) -> None:
    refused(other(tmp_path, name, content), out, told)


def test_a_parquet_file_that_broke_off_is_refused(tmp_path: Path, out: Path) -> None:
    files = town().parquet(tmp_path)
    whole = files[1].read_bytes()
    files[1].write_bytes(whole[:600] + bytes(200) + whole[800:])
    refused(files, out, "persoon.parquet: ")


def test_a_file_that_is_not_there_is_refused(tmp_path: Path, out: Path) -> None:
    refused([tmp_path / "weg.csv", *town().csv(tmp_path)], out, f"There is no file {tmp_path / 'weg.csv'}.")
    refused([tmp_path, *town().csv(tmp_path)], out, f"There is no file {tmp_path}.")


def test_the_same_file_twice_is_refused(tmp_path: Path, out: Path) -> None:
    files = town().csv(tmp_path)
    refused([*files, tmp_path / "to" / ".." / files[1].name], out, "persoon.csv: was given twice")


@pytest.mark.parametrize(("left", "told"), [(HUISHOUDEN, "No table per household"), (PERSOON, "No table per person")])
def test_a_table_that_is_left_out_is_asked_for(left: Level, told: str, tmp_path: Path, out: Path) -> None:
    files = town().csv(tmp_path)
    refused([file for file in files if left.name.lower() not in file.name], out, told)


def test_only_the_names_of_columns_are_no_households(tmp_path: Path, out: Path) -> None:
    files = town().csv(tmp_path)
    files[0].write_text(files[0].read_text().partition("\n")[0] + "\n")
    refused(files, out, "huishouden.csv: holds no rows, only the names of the columns.")


def test_a_column_of_floats_is_refused_with_its_file(tmp_path: Path, out: Path) -> None:
    refused(town().but(BAAN, 0, nettoloon=12.5).parquet(tmp_path), out, "baan.parquet: Column nettoloon holds double")


def test_a_key_of_floats_is_refused(tmp_path: Path, out: Path) -> None:
    plan = town(1).having(PERSOON, [{**row, "persoon": 1.0} for row in town(1).rows[PERSOON]])
    told = "persoon.parquet: Column persoon holds double; text or whole numbers were expected."
    refused(plan.parquet(tmp_path), out, told)


def test_cents_in_one_file_and_euros_in_another_are_refused(tmp_path: Path, out: Path) -> None:
    plan = town()
    first, second = plan.rows[BAAN][:3], plan.rows[BAAN][3:]
    files = [*plan.having(BAAN, first).parquet(tmp_path), plan.having(BAAN, second).csv(tmp_path)[2]][::-1]
    refused(files, out, "baan.parquet: Column nettoloon holds whole numbers, but text in")


# -- rows that do not fit together ------------------------------------------------------------------


def test_a_person_without_a_household_is_refused(tmp_path: Path, out: Path) -> None:
    files = town().but(PERSOON, 3, huishouden="h99").csv(tmp_path)
    refused(files, out, "persoon.csv, row 4: huishouden h99, 2018-01, persoon Ann has no row in the table per household;")


def test_a_person_in_a_month_that_the_household_has_not_is_refused(tmp_path: Path, out: Path) -> None:
    files = town().but(PERSOON, 5, maand="2018-04").csv(tmp_path)
    told = "huishouden h1, 2018-04, persoon Ann has no row in the table per household for this month"
    refused(files, out, f"persoon.csv, row 6: {told}")


def test_a_job_without_a_person_is_refused(tmp_path: Path, out: Path) -> None:
    files = town().but(BAAN, 1, persoon="Eve").csv(tmp_path)
    refused(files, out, "baan.csv, row 2: huishouden h1, 2018-02, persoon Eve, baan kas has no row in the table per person")


@pytest.mark.parametrize("level", list(Level))
def test_a_row_that_stands_twice_is_refused(level: Level, tmp_path: Path, out: Path) -> None:
    rows = town().rows[level]
    files = town().having(level, [*rows, rows[0]]).csv(tmp_path)
    message = refused(files, out, f"{level.name.lower()}.csv, row {len(rows) + 1}: huishouden h")
    assert "stands twice; one row per" in message


def test_a_missing_month_is_refused_at_the_row_after_it(tmp_path: Path, out: Path) -> None:
    rows = town().rows[HUISHOUDEN]
    files = town().having(HUISHOUDEN, [*rows[:4], *rows[5:]][::-1]).csv(tmp_path)
    told = "huishouden.csv, row 13: huishouden h1, 2018-03 follows after a missing month; add 2018-02,"
    refused(files, out, told)


@pytest.mark.parametrize(("short", "form", "found", "wanted"), [(0, "alleenstaande", 0, 1), (2, "gehuwden", 1, 2)])
def test_a_couple_is_two_persons_and_anybody_else_one(
    short: int, form: str, found: int, wanted: int, tmp_path: Path, out: Path
) -> None:
    rows = [row for row in town().rows[PERSOON] if row["huishouden"] != f"h{short}" or row["persoon"] == "Bob"]
    told = f"h{short}, 2018-01 is {form}: {wanted} in the table per person was expected, housemates left out; found {found}."
    refused(town().having(PERSOON, rows).csv(tmp_path), out, f"huishouden.csv, row {short * 3 + 1}: huishouden {told}")


def test_more_jobs_than_the_rules_can_count_are_refused(tmp_path: Path, out: Path) -> None:
    job = town().rows[BAAN][0]
    files = town().having(BAAN, [{**job, "baan": f"b{number}"} for number in range(17)]).csv(tmp_path)
    refused(files, out, "baan.csv, row 17: huishouden h1, 2018-01, persoon Ann, baan b16 is number 17; at most 16 times baan")


def test_a_month_outside_the_regime_is_refused_in_its_own_words(tmp_path: Path, out: Path) -> None:
    for month, why in (("2017-12", "starts on 2018-01"), ("2026-01", "ended on 2025-12")):
        plan = Delivery({level: [{**row, "maand": month} for row in rows] for level, rows in town(1, 1).rows.items()})
        told = f"huishouden.csv, row 1: maand: No regime for {month}; participatiewet_2018 {why}"
        refused(plan.csv(tmp_path), out, told)


@pytest.mark.parametrize("level", list(Level))
@pytest.mark.parametrize("empty", ["", "  "])
def test_a_row_of_no_household_is_refused_and_can_be_skipped(level: Level, empty: str, tmp_path: Path, out: Path) -> None:
    files = town().but(level, 1, huishouden=empty).csv(tmp_path)
    refused(files, out, f"{level.name.lower()}.csv, row 2: huishouden: is empty; a value was expected.")
    done = settled(files, out, skip_bad=True)
    assert (done.skipped[0].file, done.skipped[0].row, done.skipped[0].household) == (f"{level.name.lower()}.csv", 2, None)
