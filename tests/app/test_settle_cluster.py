# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A town settled on Spark gets the cents, statuses and messages of one process, all or nothing, however its rows come."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from tests.app.towns import REGIME, Delivery, Row, law, settled, town
from tests.cluster import in_order, on_cluster, spark
from tests.kernels import CACHE
from werkzaam.app import cluster
from werkzaam.app.cluster import ClusterError, check_installed
from werkzaam.app.parts import Folders, Writer
from werkzaam.app.settle import Settled
from werkzaam.app.settle_cluster import prepare, settle_on_cluster
from werkzaam.app.tables import as_inputs
from werkzaam.cli.main import main
from werkzaam.core.errors import InputError
from werkzaam.core.months import Span
from werkzaam.engine.batch import RowErrors, settle
from werkzaam.engine.cluster import Bucket, Piece, bucket_of, pack, parts_of, unpack
from werkzaam.engine.rule import BAAN, HUISHOUDEN, PERSOON, Level
from werkzaam.simulation.population import Town, populate

ANOTHER_SEED = 11


def on_spark(files: list[Path], out: Path, **given: object) -> Settled:
    """Settle files on the shared cluster under the one regime."""
    kernel, book = law()
    kernel.warm()
    return settle_on_cluster(spark(), prepare(files, out), kernel, book, **given)  # type: ignore[arg-type]


MINOR, YOUNG = "2001-03-04", "1999-03-04"
"""Somebody under 18 and somebody of 18 to 20 in the months of these towns."""


def results(out: Path) -> dict[Level, pa.Table]:
    """The three results beside each other, from files or from folders of parts."""
    names = {HUISHOUDEN: out, PERSOON: out.with_suffix(".persoon.parquet"), BAAN: out.with_suffix(".baan.parquet")}
    return in_order({level: pq.read_table(name) for level, name in names.items()})


def same(one: Mapping[Level, pa.Table], other: Mapping[Level, pa.Table]) -> bool:
    return all(one[level].equals(other[level], check_metadata=True) for level in Level)


def left(folder: Path) -> dict[str, bytes]:
    return {str(file.relative_to(folder)): file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file()}


@cache
def thousands() -> dict[Level, pa.Table]:
    """Three thousand invented households, for nine months."""
    return populate(Town(3_000, working=0.5), Span.parse("2018-01", "2018-09"), np.random.default_rng(ANOTHER_SEED))


def shuffled(plan: Delivery) -> Delivery:
    chance = random.Random(3)
    return Delivery({level: chance.sample(list(rows), len(rows)) for level, rows in plan.rows.items()})


# -- the same cents ---------------------------------------------------------------------------------


@pytest.mark.parametrize("unit_rows", [1 << 21, 5_000])
def test_thousands_of_households_get_the_same_cents_from_files(unit_rows: int, tmp_path: Path) -> None:
    files = [tmp_path / f"{level.name.lower()}.parquet" for level in Level]
    for file, table in zip(files, thousands().values(), strict=True):
        pq.write_table(table, file, row_group_size=2_003)  # A group ends in the middle of a household.
    here = settled(files, tmp_path / "here.parquet")
    there = on_spark(files, tmp_path / "there.parquet", bucket_rows=4_000, unit_rows=unit_rows)
    assert (there.rows, there.statuses, there.sums) == (here.rows, here.statuses, here.sums)
    assert same(results(tmp_path / "there.parquet"), results(tmp_path / "here.parquet"))
    assert len(list((tmp_path / "there.parquet").iterdir())) == 8


def test_rows_of_a_part_stand_as_they_were_delivered(tmp_path: Path) -> None:
    """Read by several tasks, whose pieces arrive in any order; the highest number comes first, so that sorting would show."""
    files = [tmp_path / f"{level.name.lower()}.parquet" for level in Level]
    for file, table in zip(files, thousands().values(), strict=True):
        numbers = pa.array(9_999 - table.column("huishouden").to_numpy())
        pq.write_table(table.set_column(0, "huishouden", numbers), file, row_group_size=1_001)
    settled(files, tmp_path / "here.parquet")
    on_spark(files, tmp_path / "there.parquet", unit_rows=1_000)
    keys = ["huishouden", "maand"]
    here, there = (pq.read_table(tmp_path / name, columns=keys).to_pylist() for name in ("here.parquet", "there.parquet"))
    assert there == here


def test_thousands_of_households_get_the_same_cents_from_tables() -> None:
    tables = {level: as_inputs(level, table).table for level, table in thousands().items()}
    found = on_cluster(law()[0], tables, buckets=7, piece_rows=1_234)
    assert all(table.equals(found[level]) for level, table in in_order(settle(law()[0], tables)).items())


@pytest.mark.parametrize("way", ["csv", "parquet"])
def test_rows_may_come_in_any_order(way: str, tmp_path: Path) -> None:
    plan = shuffled(town(40, 5))
    settled(getattr(plan, way)(tmp_path), tmp_path / "here.parquet")
    on_spark(getattr(plan, way)(tmp_path), tmp_path / "there.parquet", bucket_rows=50)
    assert same(results(tmp_path / "there.parquet"), results(tmp_path / "here.parquet"))


def test_household_numbers_beside_household_texts_are_the_same_household(tmp_path: Path) -> None:
    plan = town(6, 2)
    numbered = [{**row, "huishouden": int(str(row["huishouden"])[1:])} for row in plan.rows[HUISHOUDEN]]
    texts = {level: [{**row, "huishouden": f" {str(row['huishouden'])[1:]}"} for row in plan.rows[level]]
             for level in (PERSOON, BAAN)}  # fmt: skip
    files = Delivery({HUISHOUDEN: numbered, **texts}).parquet(tmp_path)
    settled(files, tmp_path / "here.parquet")
    on_spark(files, tmp_path / "there.parquet")
    assert same(results(tmp_path / "there.parquet"), results(tmp_path / "here.parquet"))


def test_what_the_rules_refuse_has_its_article(tmp_path: Path) -> None:
    files = town(4, 1).but(PERSOON, 1, geboortedatum=MINOR).but(PERSOON, 3, geboortedatum=YOUNG, in_inrichting="ja").csv(tmp_path)
    here = settled(files, tmp_path / "here.parquet")
    there = on_spark(files, tmp_path / "there.parquet")
    assert len(there.statuses) == 3
    assert there.statuses == here.statuses
    assert same(results(tmp_path / "there.parquet"), results(tmp_path / "here.parquet"))


def test_a_town_without_jobs_has_an_empty_table_of_jobs(tmp_path: Path) -> None:
    files = town(4, 2).having(BAAN, []).csv(tmp_path)
    settled(files, tmp_path / "here.parquet")
    on_spark(files, tmp_path / "there.parquet")
    assert results(tmp_path / "there.parquet")[BAAN].num_rows == 0
    assert same(results(tmp_path / "there.parquet"), results(tmp_path / "here.parquet"))


def test_every_part_has_the_same_columns_also_without_rows(tmp_path: Path) -> None:
    """Keys are numbers here: the part of households without jobs must not make text of them."""
    plan = town(12, 1)
    numbered = {
        level: [{**row, "huishouden": int(str(row["huishouden"])[1:])} for row in rows] for level, rows in plan.rows.items()
    }
    numbered[BAAN] = [{**row, "baan": 7} for row in numbered[BAAN][:1]]
    on_spark(Delivery(numbered).parquet(tmp_path), tmp_path / "out.parquet", bucket_rows=2)
    for name in ("out.parquet", "out.persoon.parquet", "out.baan.parquet"):
        parts = sorted((tmp_path / name).iterdir())
        assert len(parts) > 3
        assert len({str(pq.read_schema(part)) for part in parts}) == 1
    assert results(tmp_path / "out.parquet")[BAAN].column("baan").to_pylist() == [7]


def test_a_table_without_households_is_refused(tmp_path: Path) -> None:
    home, *others = town(2, 1).parquet(tmp_path)
    pq.write_table(pq.read_table(home).slice(0, 0), home)
    told = {refused(settled, [home, *others], tmp_path), refused(on_spark, [home], tmp_path, others)}
    assert told == {f"{home}: holds no rows, only the names of the columns."}


# -- bad rows ---------------------------------------------------------------------------------------


def refused(way: object, files: list[Path], folder: Path, more: list[Path] | None = None) -> str:
    """What is told when a run stops, and that it left nothing."""
    before = left(folder)
    with pytest.raises(InputError) as caught:
        way([*files, *(more or [])], folder / "out.parquet")  # type: ignore[operator]
    assert left(folder) == before
    return str(caught.value)


def without(plan: Delivery, level: Level, household: str) -> Delivery:
    return plan.having(level, [row for row in plan.rows[level] if row["huishouden"] != household])


BAD: dict[str, Delivery] = {
    "a wage below zero": town().but(BAAN, 0, nettoloon=-5),
    "several cells": town().but(BAAN, 0, nettoloon=-5).but(HUISHOUDEN, 4, leefvorm="kraker").but(PERSOON, 2, maand="mei"),
    "a job of nobody": town().but(BAAN, 4, persoon="Eve"),
    "a missing month": town().having(HUISHOUDEN, town().rows[HUISHOUDEN][:13] + town().rows[HUISHOUDEN][14:]),
    "a row that stands twice": town().having(PERSOON, [*town().rows[PERSOON], town().rows[PERSOON][3]]),
    "a household of persons only": without(town(), HUISHOUDEN, "h3"),
    "a household without persons": without(without(town(), PERSOON, "h2"), BAAN, "h2"),
    "a month that nobody knows": town(2, 1).but(HUISHOUDEN, 0, maand="2031-01").but(PERSOON, 0, maand="2031-01"),
    "no household": town().but(HUISHOUDEN, 2, huishouden=None),
    "thirty of one kind": town(60, 1).having(BAAN, [{**row, "persoon": "Eve"} for row in town(60, 1).rows[BAAN]]),
}


@pytest.mark.parametrize("what", BAD)
def test_bad_rows_are_told_in_the_words_of_one_process(what: str, tmp_path: Path) -> None:
    files = BAD[what].csv(tmp_path)
    told = refused(on_spark, files, tmp_path)
    assert told == refused(settled, files, tmp_path)
    assert told.endswith("Nothing was written.")


@pytest.mark.parametrize("what", ["several cells", "a job of nobody", "a household of persons only", "thirty of one kind"])
def test_skipping_leaves_out_the_same_households_with_the_same_report(what: str, tmp_path: Path) -> None:
    files = BAD[what].csv(tmp_path)
    here = settled(files, tmp_path / "here.parquet", skip_bad=True)
    there = on_spark(files, tmp_path / "there.parquet", skip_bad=True, bucket_rows=8)
    assert same(results(tmp_path / "there.parquet"), results(tmp_path / "here.parquet"))
    assert there.skipped == sorted(here.skipped, key=lambda one: ([file.name for file in files].index(one.file), one.row))
    assert sorted((tmp_path / "there.skipped.csv").read_text().splitlines()) == sorted(
        (tmp_path / "here.skipped.csv").read_text().splitlines()
    )


def test_bad_rows_of_several_buckets_come_in_the_order_of_the_files(tmp_path: Path) -> None:
    plan = town(30, 1)
    plan = plan.having(HUISHOUDEN, [{**row, "leefvorm": "kraker"} for row in plan.rows[HUISHOUDEN]])
    with pytest.raises(InputError) as caught:
        on_spark(plan.csv(tmp_path), tmp_path / "out.parquet", bucket_rows=3)
    first, *lines = str(caught.value).splitlines()
    assert (first, len(lines)) == ("30 bad rows were found.", 22)
    assert [line.split(":")[0] for line in lines[:20]] == [f"huishouden.csv, row {row}" for row in range(1, 21)]


def test_a_column_that_cannot_be_read_is_told_in_the_words_of_one_process(tmp_path: Path) -> None:
    files = town(3, 1).having(BAAN, [{**row, "nettoloon": 1.5} for row in town(3, 1).rows[BAAN]]).parquet(tmp_path)
    assert refused(on_spark, files, tmp_path) == refused(settled, files, tmp_path)


def test_a_file_that_breaks_off_is_told_in_the_words_of_one_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = town(3, 1).csv(tmp_path)
    files[1].write_text(files[1].read_text() + "h9,2018-01\n")
    assert refused(on_spark, files, tmp_path) == refused(settled, files, tmp_path)
    monkeypatch.chdir(tmp_path)
    short = [Path(file.name) for file in files]
    assert refused(on_spark, short, tmp_path) == refused(settled, short, tmp_path)


def test_rows_of_tables_in_memory_that_cannot_be_computed_are_named_by_where_they_stood() -> None:
    tables = {level: as_inputs(level, table).table for level, table in thousands().items()}
    tables[HUISHOUDEN] = tables[HUISHOUDEN].filter(pa.array(np.arange(27_000) != 20_002))
    with pytest.raises(RowErrors) as there:
        on_cluster(law()[0], tables, piece_rows=1_234)
    with pytest.raises(RowErrors) as here:
        settle(law()[0], tables)
    assert (there.value.level, there.value.rows) == (here.value.level, here.value.rows)


# -- all or nothing ---------------------------------------------------------------------------------


def test_a_result_of_an_earlier_run_gives_way_to_a_new_one(tmp_path: Path) -> None:
    files = town().csv(tmp_path)
    settled(files, tmp_path / "out.parquet")
    on_spark(files, tmp_path / "out.parquet", bucket_rows=5)
    on_spark(files, tmp_path / "out.parquet")
    assert [file.name for file in sorted((tmp_path / "out.parquet").iterdir())] == ["part-00000.parquet"]
    assert {file.name for file in tmp_path.iterdir()} == {
        "huishouden.csv", "persoon.csv", "baan.csv", "out.parquet", "out.persoon.parquet", "out.baan.parquet"}  # fmt: skip


@pytest.mark.parametrize(
    ("out", "told"),
    [("weg/out.parquet", "There is no folder"), ("out.csv", "a name that ends in .parquet"),
     ("folder.parquet", "holds something else than parts"), ("huishouden.parquet", "is read and would be written over")],
)  # fmt: skip
def test_a_place_that_cannot_be_written_is_refused_before_spark_starts(out: str, told: str, tmp_path: Path) -> None:
    tmp_path.joinpath("folder.parquet").mkdir()
    tmp_path.joinpath("folder.parquet", "letter.txt").write_text("Dear")
    with pytest.raises(InputError, match=told):
        prepare(town().parquet(tmp_path), tmp_path / out)


def test_only_the_parts_of_attempts_that_succeeded_are_kept(tmp_path: Path) -> None:
    table = settle(law()[0], {level: as_inputs(level, table).table for level, table in thousands().items()})[HUISHOUDEN]
    folders = Folders(tmp_path / "out.parquet", [])
    with folders:
        for attempt, rows in (("lost", 5), ("kept", 7)):
            with Writer(folders, 0, {}) as writer:
                writer.name = f"part-00000.{attempt}.parquet"
                for level in Level:
                    writer.write(level, table.slice(0, rows))
                if attempt == "kept":
                    folders.finish(writer.finish(), [])
    assert [pq.read_table(name).num_rows for name in folders.names.values()] == [7, 7, 7]
    assert {file.name for name in folders.names.values() for file in name.iterdir()} == {"part-00000.parquet"}


def test_parts_that_this_machine_cannot_see_are_told(tmp_path: Path) -> None:
    with Folders(tmp_path / "out.parquet", []) as folders, pytest.raises(InputError, match="a folder that all machines"):
        folders.finish(["part-00000.1.parquet"], [])
    assert list(tmp_path.iterdir()) == []


# -- together by household --------------------------------------------------------------------------


def test_the_same_household_goes_to_the_same_bucket_however_it_is_written() -> None:
    words = pa.chunked_array([["h1", "h2", None, "h1"], ["h2", "h3"]])
    numbers = bucket_of(words, 1_000)
    assert numbers[0] == numbers[3] != numbers[1] == numbers[4]
    assert numbers[2] == 0
    assert bucket_of(words.dictionary_encode(), 1_000).tolist() == numbers.tolist()


def test_households_spread_over_all_buckets() -> None:
    for keys in (np.arange(100_000), np.arange(100_000) * 1_024, [f"{n:08}" for n in range(100_000)]):
        counts = np.bincount(bucket_of(pa.chunked_array([keys]), 64), minlength=64)
        assert 1_300 < counts.min() <= counts.max() < 1_900


def test_a_large_bucket_is_computed_in_parts_of_whole_households() -> None:
    keys = np.repeat(np.arange(1_000), 10)
    mine = keys[bucket_of(pa.chunked_array([keys]), 4) == 2]
    table = pa.table({"huishouden": mine})
    parts = [part[HUISHOUDEN].column("huishouden").to_pylist() for part in parts_of(Bucket(2, {HUISHOUDEN: table}, [], 4), 300)]
    assert sorted(key for part in parts for key in part) == mine.tolist()
    assert sum(len(set(part)) for part in parts) == len(set(mine.tolist()))
    assert max(map(len, parts)) < 500


def test_bytes_are_the_table_again() -> None:
    table = pa.table({"a": pa.chunked_array([["x", None], ["y"]]).dictionary_encode(), "b": [1, 2, 3]})
    assert unpack(pack(table.slice(1, 2))).to_pylist() == table.slice(1, 2).to_pylist()
    assert Piece(HUISHOUDEN, 0, b"", "why").failure == "why"


# -- as a user runs it ------------------------------------------------------------------------------


def test_the_command_settles_on_spark(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A process of its own, with every core of this machine, as without --master."""
    files = [str(file) for file in town(9, 2).csv(tmp_path)]
    monkeypatch.setenv("WERKZAAM_CACHE", str(CACHE))
    assert main(["settle", *files, "--out", str(tmp_path / "here.parquet"), "--regime", REGIME]) == 0
    command = [sys.executable, "-m", "werkzaam.cli.main", "settle", *files, "--out", str(tmp_path / "there.parquet"), "--regime",
               REGIME, "--engine", "spark"]  # fmt: skip
    done = subprocess.run(command, env={**os.environ, "WERKZAAM_CACHE": str(CACHE)}, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "18 household-months" in done.stdout
    assert done.stdout.endswith(f"wrote {tmp_path}/there.baan.parquet\n")
    assert same(results(tmp_path / "there.parquet"), results(tmp_path / "here.parquet"))


def test_the_command_tells_a_bad_row_and_writes_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WERKZAAM_CACHE", str(CACHE))
    spark()
    files = [str(file) for file in town().but(BAAN, 0, nettoloon=-5).csv(tmp_path)]
    before = left(tmp_path)
    assert main(["settle", *files, "--out", str(tmp_path / "out.parquet"), "--regime", REGIME, "--engine", "spark"]) == 2
    assert "werkzaam settle: 1 bad row was found.\nbaan.csv, row 1: nettoloon" in capsys.readouterr().err
    assert left(tmp_path) == before


def test_without_pyspark_or_java_it_is_told_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    check_installed()
    monkeypatch.setenv("JAVA_HOME", str(tmp_path))
    with pytest.raises(ClusterError, match="apt-get install openjdk-17-jre-headless"):
        check_installed()
    monkeypatch.setattr(cluster, "find_spec", lambda name: None)
    with pytest.raises(ClusterError, match=r"pip install 'werkzaam\[cluster\]'"):
        check_installed()


def test_a_master_needs_spark(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    files: list[str] = [str(file) for file in town(1, 1).csv(tmp_path)]
    assert main(["settle", *files, "--out", str(tmp_path / "out.parquet"), "--master", "local[1]"]) == 2
    assert "--master says where Spark runs; it needs --engine spark." in capsys.readouterr().err


def test_what_spark_cannot_do_is_told_in_one_line() -> None:
    kernel, _ = law()
    rows: list[Row] = [{"huishouden": 1}]
    with pytest.raises(ClusterError, match=r"Spark could not do it: .*Nothing was written\."):
        cluster.call(lambda: on_cluster(kernel, {HUISHOUDEN: pa.Table.from_pylist(rows)}, buckets=1))
