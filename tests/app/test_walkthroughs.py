# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The README and the tutorial are true: their case can be explained, and what they print is what is printed."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.house.tree import ROOT
from werkzaam.cli.main import main

README = (ROOT / "README.md").read_text(encoding="utf-8")
TUTORIAL = (ROOT / "docs/tutorial/first-month.md").read_text(encoding="utf-8")
FORMULA = (ROOT / "docs/explanation/one-formula.md").read_text(encoding="utf-8")
ARCHITECTURE = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")


def blocks(page: str, kind: str) -> list[str]:
    """The code blocks of a kind, without the indentation of a list they stand in."""
    found = re.findall(rf"^( *)```{kind}\n(.*?)^ *```", page, re.MULTILINE | re.DOTALL)
    return ["".join(line.removeprefix(indent) for line in text.splitlines(keepends=True)) for indent, text in found]


def explained(case: str, folder: Path, capsys: pytest.CaptureFixture[str], lang: str = "en") -> str:
    """What `werkzaam explain` prints of a case, or its message."""
    file = folder / "sam.toml"
    file.write_text(case, encoding="utf-8")
    main(["explain", str(file), "--lang", lang])
    printed = capsys.readouterr()
    return printed.out + printed.err.replace(str(file), file.name)


def test_readme_and_tutorial_have_the_same_case() -> None:
    assert blocks(README, "toml")[0] == blocks(TUTORIAL, "toml")[0]


def test_readme_prints_what_is_printed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    printed = explained(blocks(README, "toml")[0], tmp_path, capsys)
    assert [block for block in blocks(README, "text") if block not in printed] == []


def test_the_rule_that_is_read_in_one_formula_is_read_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    printed = explained(blocks(README, "toml")[0], tmp_path, capsys)
    assert blocks(FORMULA, "text")[0] in printed


def test_tutorial_prints_what_is_printed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    case = blocks(TUTORIAL, "toml")[0]
    kept, due, premium, refused = blocks(TUTORIAL, "text")
    printed = explained(case, tmp_path, capsys)
    assert kept in printed
    assert due in printed
    amsterdam = case.replace("participatiewet_2026", "amsterdam_2018").replace("2026-", "2018-")
    assert set(blocks(TUTORIAL, "toml")[1].splitlines()) <= set(amsterdam.splitlines())
    assert premium in explained(amsterdam, tmp_path, capsys)
    assert explained(case.replace('"600.00"', '"600.0"'), tmp_path, capsys) == refused


def test_the_payslip_of_the_architecture_is_on_the_page(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", str(ROOT / "src/werkzaam/app/examples/samira_2018.toml"), "--month", "2018-01"]) == 0
    assert blocks(ARCHITECTURE, "text")[0] in capsys.readouterr().out
