# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The how-tos of whatif and of comparing are true: their commands run, and what they print is what is printed."""

from __future__ import annotations

import shlex
from pathlib import Path

import pytest

from tests.app.test_walkthroughs import blocks
from tests.house.tree import ROOT
from werkzaam.cli.main import main

KEEP = ROOT / "docs/how-to/what-do-i-keep.md"
COMPARE = ROOT / "docs/how-to/compare-rules.md"
TOWNS = ROOT / "docs/how-to/compare-towns.md"
HOUSEHOLDS = "src/werkzaam/app/casework/towns/data/example_households.csv"
NOOR = "src/werkzaam/app/examples/noor_2021.toml"


def commands(page: Path) -> list[list[str]]:
    """The commands of a page; CASE.toml stands for an example with a person of each name."""
    lines = [line for block in blocks(page.read_text(encoding="utf-8"), "") for line in block.splitlines()]
    asked = [shlex.split(line)[1:] for line in lines if line.startswith("werkzaam ")]
    couple = "src/werkzaam/app/examples/jan_en_amina_2026.toml"
    return [[couple if word == "CASE.toml" and "--person" in each else NOOR if word == "CASE.toml" else word for word in each]
            for each in asked]  # fmt: skip


@pytest.mark.parametrize("page", [KEEP, COMPARE], ids=lambda page: page.stem)
def test_a_how_to_prints_what_is_printed(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    first, *_ = commands(page)
    assert main(first) == 0
    printed = capsys.readouterr().out
    texts = blocks(page.read_text(encoding="utf-8"), "text")
    assert texts
    assert [block for block in texts if block not in printed] == []


def test_the_how_to_of_towns_prints_what_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    page = TOWNS.read_text(encoding="utf-8").replace("HOUSEHOLDS.csv", HOUSEHOLDS)
    asked = [line for line in page.splitlines() if line.startswith("werkzaam ")]
    assert len(asked) == 3
    for one in asked:
        assert main(shlex.split(one)[1:]) == 0
    printed = capsys.readouterr().out
    texts = blocks(TOWNS.read_text(encoding="utf-8"), "text")
    assert len(texts) == 2
    assert [block for block in texts if block not in printed] == []


@pytest.mark.parametrize("asked", [*commands(KEEP), *commands(COMPARE)], ids=" ".join)
def test_every_command_of_a_how_to_runs(asked: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path / word) if word.endswith(".svg") else word for word in asked]) == 0
    assert capsys.readouterr().out


@pytest.mark.parametrize(
    ("name", "asked"),
    [
        ("whatif", ["whatif", NOOR, "--hours", "+8", "--net-hourly-wage", "11.40", "--sweep", "0:40"]),
        ("compare-earnings", ["compare-earnings", "amsterdam_2018", "amsterdam_2021", "--month", "2021-07", "--norm", "1078.00"]),
    ],
)
def test_the_pictures_in_the_docs_are_of_this_version(name: str, asked: list[str], tmp_path: Path) -> None:
    file = tmp_path / "picture.svg"
    assert main([*asked, "--lang", "en", "--svg", str(file)]) == 0
    kept = ROOT / f"docs/images/{name}.svg"
    assert file.read_text(encoding="utf-8") == kept.read_text(encoding="utf-8"), f"Draw {kept.name} again: {' '.join(asked)}"
