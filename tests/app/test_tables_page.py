# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""docs/reference/tables.md is true: its example runs, its columns are those that are read, its report is the one written."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from tests.house.tree import ROOT
from werkzaam.app.tables import allowed
from werkzaam.cli.main import main
from werkzaam.engine.batch import COMPUTED, KEYS, STATUS
from werkzaam.engine.bounds import CHILDREN_MAX
from werkzaam.engine.rule import BAAN, HUISHOUDEN, PERSOON, Level
from werkzaam.rules import RULES

PAGE = (ROOT / "docs/reference/tables.md").read_text(encoding="utf-8")
FILES = dict(re.findall(r"`(\w+\.csv)`[^`]*:\n\n```csv\n(.*?)```", PAGE, re.DOTALL))
COMMAND = re.findall(r"^werkzaam (settle .*)$", PAGE, re.MULTILINE)[0]
HEADINGS = {HUISHOUDEN: "### Per household", PERSOON: "### Per person", BAAN: "### Per job"}


def table_after(text: str) -> list[list[str]]:
    """The cells of the first table after a text, without the line under its head."""
    lines = PAGE[PAGE.index(text) :].splitlines()
    first = next(at for at, line in enumerate(lines) if line.startswith("|"))
    rows = []
    for line in lines[first:]:
        if not line.startswith("|"):
            break
        rows.append([cell.strip() for cell in line.strip("|").split("|")])
    return [rows[0], *rows[2:]]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The files of the example in a folder to run it in."""
    for name, text in FILES.items():
        tmp_path.joinpath(name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_example_gives_what_the_page_says(here: Path) -> None:
    assert sorted(FILES) == ["banen.csv", "huishoudens.csv", "personen.csv"]
    assert main(shlex.split(COMMAND)) == 0
    names, *rows = table_after("A few columns of the first")
    found = pq.read_table(here / "uit.parquet", columns=names).to_pylist()
    assert [[str(row[name]) for name in names] for row in found] == rows


def test_the_results_have_the_columns_that_the_page_says(here: Path) -> None:
    assert main(shlex.split(COMMAND)) == 0
    files = {HUISHOUDEN: "uit.parquet", PERSOON: "uit.persoon.parquet", BAAN: "uit.baan.parquet"}
    for level, name in files.items():
        rules = [one for one in RULES.order if RULES.level(one) is level and one not in RULES.refusals]
        schema = pq.read_schema(here / name)
        assert schema.names == [*KEYS[level], STATUS, *rules]
        assert set(schema.field(rules[-1]).metadata) == {b"unit", b"law", b"title"}


def test_the_report_of_skipped_rows_is_the_one_on_the_page(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    jobs = here / "banen.csv"
    jobs.write_text(jobs.read_text().replace("Koffiehuis,,", 'Koffiehuis,"1.612,40",'))
    assert main(shlex.split(COMMAND)) == 2
    assert "banen.csv, row 2: nettoloon" in capsys.readouterr().err
    assert not list(here.glob("uit*"))
    assert main([*shlex.split(COMMAND), "--skip-bad"]) == 0
    report = PAGE.partition("## Bad rows")[2].partition("```csv\n")[2].partition("```")[0]
    assert (here / "uit.skipped.csv").read_text() == report
    assert pq.read_table(here / "uit.parquet").column("huishouden").to_pylist() == ["h2", "h2"]


@pytest.mark.parametrize("level", list(Level))
def test_the_page_has_every_column_and_no_other(level: Level) -> None:
    _, *rows = table_after(HEADINGS[level])
    names = [name for row in rows for name in re.findall(r"`(\w+)`", row[0])]
    assert sorted(names) == sorted(allowed(level))


def test_the_page_says_how_many_may_belong_together() -> None:
    assert f"at most {CHILDREN_MAX[PERSOON]} persons" in PAGE
    assert f"at most {CHILDREN_MAX[BAAN]} jobs" in PAGE


def test_the_page_names_the_column_that_says_what_was_computed() -> None:
    assert f"`{STATUS}` is `{COMPUTED}`, or the refusal" in PAGE
    assert STATUS not in RULES.rules
