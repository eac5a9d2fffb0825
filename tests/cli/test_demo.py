# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""`werkzaam demo` shows examples and a year, and relives a tenth of Amsterdam as the tutorial says; wrong words are told."""

from __future__ import annotations

import csv
import re
import shlex
from pathlib import Path

import pytest

from tests.house.tree import ROOT
from tests.kernels import CACHE
from werkzaam.app import demo
from werkzaam.cli.main import main

WORKED = ("V01", "V02", "V04", "V05", "V06", "V07", "V09", "V11", "V13", "V14", "V15", "V18", "V20", "V22", "V23", "V25")
TUTORIAL = (ROOT / "docs/tutorial/relive-amsterdam.md").read_text(encoding="utf-8")
COMMANDS = [line for block in re.findall(r"^```\n(.*?)^```", TUTORIAL, re.MULTILINE | re.DOTALL) for line in block.splitlines()]
SMALL = ["--population", "4030", "--repeats", "4", "--redraws", "99", "--processes", "1"]
FILES = {
    "synthetic_published.csv", "synthetic_draw.json",
    *(f"synthetic_report.{lang}.{kind}" for lang in ("nl", "en") for kind in ("html", "pdf")),
    *(f"synthetic_figure_{number}.{lang}.svg" for lang in ("nl", "en") for number in (1, 2, 3)),
}  # fmt: skip


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("WERKZAAM_CACHE", str(CACHE))
    monkeypatch.chdir(tmp_path)


@pytest.mark.requirement("R-251")
def test_the_tutorial_ends_in_a_report_and_the_same_seed_gives_the_same_bytes(capsys: pytest.CaptureFixture[str]) -> None:
    first, look, other = COMMANDS
    assert main([*shlex.split(first)[1:], *SMALL, "--seed", "42"]) == 0
    told = capsys.readouterr()
    heads = ["1. Published worked examples", "2. One household's year", "3. Amsterdam relived: 4,030 invented households"]
    places = [told.out.index(head) for head in heads]
    assert places == sorted(places)
    assert "DIFFERS" not in told.out
    assert [name for name in WORKED if f"  {name}  agrees " not in told.out] == []
    assert "V01  not ours   published 1.408,00: The page leaves the cents out" in told.out
    assert "4,030 households; 525 took part" in told.out
    assert "The report: relived/synthetic_report.nl.html" in told.out
    assert [step for step in ("people", "public draw", "60 months", "verdicts", "report") if step not in told.err] == []
    made = {file.name: file.read_bytes() for file in Path("relived").iterdir()}
    assert set(made) == FILES
    _says_what_it_is(made)
    _has_every_verdict(made["synthetic_published.csv"].decode(), look.split()[1])
    again = shlex.split(other)[1:]
    again[again.index("8")] = "42"
    assert main([*again, *SMALL, "--processes", "2"]) == 0, "two processes side by side give the same"
    assert {file.name: file.read_bytes() for file in Path("relived_8").iterdir()} == made


def _says_what_it_is(made: dict[str, bytes]) -> None:
    for lang, word in (("nl", "SYNTHETISCH: verzonnen mensen"), ("en", "SYNTHETIC: invented people")):
        page = made[f"synthetic_report.{lang}.html"].decode()
        assert word in page
        assert [
            title
            for title in ("figure-1", "figure-2", "figure-3", "tests", "constraints", "silent")
            if f'id="{title}"' not in page
        ] == []
        assert page.count("<svg") == 5, "three figures, and a forest of shares and one of hours"
        assert made[f"synthetic_report.{lang}.pdf"].startswith(b"%PDF")
    assert b"SYNTHETISCH" in made["synthetic_draw.json"]


def _has_every_verdict(text: str, row: str) -> None:
    rows = list(csv.DictReader(text.splitlines()))
    assert len({one["row_id"] for one in rows}) == len(rows) == 855
    assert {one["verdict"] for one in rows} == {"reproduced", "not_reproduced", "not_reproducible"}
    assert [one["row_id"] for one in rows if one["verdict"] != "reproduced" and not (one["why_nl"] and one["why_en"])] == []
    assert {one["people"] for one in rows} == {"synthetisch / synthetic"}
    found = next(one for one in rows if one["row_id"] == row)
    assert (found["published"], found["how"]) == ("64", "fitted")
    assert float(found["least"]) <= float(found["mean"]) <= float(found["most"])


def test_every_month_of_the_year_is_a_line_with_its_total() -> None:
    title, pages = demo.year()
    assert "Samira" in title
    assert [str(page.month) for page in pages] == [f"2018-{month:02d}" for month in range(1, 13)]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--population", "400"], "A town of at least 4,030 households was expected"),
        (["--repeats", "1"], "At least 2 repeats"),
        (["--redraws", "9"], "At least 99 redraws"),
        (["--seed", "-1"], "A seed is a whole number from 0 to"),
        (["--out", "file"], "The folder file cannot be made"),
    ],
)
def test_what_cannot_be_is_told_before_anything_is_written(
    words: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("file").touch()
    assert main(["demo", *words]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert told in said.err
    assert [file.name for file in Path().iterdir()] == ["file"]
