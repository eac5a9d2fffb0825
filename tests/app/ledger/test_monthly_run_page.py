# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The how-to of the monthly run is true: its commands run in order, and what it prints is printed."""

from __future__ import annotations

import shlex
import shutil
from pathlib import Path

import pytest

from tests.app.test_walkthroughs import blocks
from tests.house.tree import ROOT
from werkzaam.cli.main import main

PAGE = ROOT / "docs/how-to/monthly-run.md"
EXAMPLES = ROOT / "src/werkzaam/app/examples/ledger"


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder with the example's files."""
    for file in EXAMPLES.iterdir():
        shutil.copy(file, tmp_path)
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("WERKZAAM_DATABASE", raising=False)
    monkeypatch.delenv("WERKZAAM_TOWN", raising=False)
    return tmp_path


def commands() -> list[list[str]]:
    lines = PAGE.read_text(encoding="utf-8").splitlines()
    return [shlex.split(line)[1:] for line in lines if line.startswith("werkzaam ")]


def test_the_page_runs_and_prints_what_it_says(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for asked in commands():
        assert main(asked) == 0, asked
    printed = capsys.readouterr().out
    texts = blocks(PAGE.read_text(encoding="utf-8"), "text")
    assert len(texts) == 5
    assert [block for block in texts if block not in printed] == []


def test_every_step_again_changes_nothing(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    asked = commands()
    for one in asked:
        assert main(one) == 0, one
    capsys.readouterr()
    for one in asked:
        if one[0] in ("record", "run") and "--dry-run" not in one:
            assert main([*one[: one.index("--at")], "--at", "2026-04-19T09:00:00Z"]) == 0
            assert "othing new" in capsys.readouterr().out, one


def test_one_person_is_refused_for_two_steps(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new-ledger"]) == 0
    at = ["--by", "m.bakker", "--at", "2026-02-18T09:00:00Z"]
    assert main(["record", "household", "marieke.toml", *at]) == 0
    assert main(["approve", "1001", "--account", "--reason", "seen", *at]) == 2
    assert main(["pay", "2026-02", "--out", "payments.xml", *at]) == 2
    told = capsys.readouterr().err
    assert "another officer looks at it" in told
    assert "There is nothing to pay for 2026-02" in told
    assert not (desk / "payments.xml").exists()


def test_a_name_that_no_bank_can_write_does_not_hold_up_the_others(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = (desk / "marieke.toml").read_text(encoding="utf-8").replace("1001", "1002").replace("5001", "5002")
    (desk / "other.toml").write_text(other.replace("M. de Boer", "李明"), encoding="utf-8")
    at = ["--by", "m.bakker", "--at", "2026-02-18T09:00:00Z"]
    officer = ["--reason", "seen", "--by", "s.yilmaz", "--at", "2026-02-18T09:00:00Z"]
    assert main(["new-ledger"]) == 0
    assert main(["record", "household", "marieke.toml", "other.toml", *at]) == 0
    assert [main(["approve", number, "--account", *officer]) for number in ("1001", "1002")] == [0, 0]
    assert main(["run", "2026-02", *at]) == 0
    assert main(["pay", "2026-02", "--out", "payments.xml", *at]) == 0
    printed = capsys.readouterr().out
    assert "teststad-2026-02-1: 4 overboekingen" in printed  # Both landlords, and Marieke twice.
    assert printed.count("Niet in het bestand: huishouden 1002") == 2
    assert main(["queue", "--lang", "en", *at]) == 0
    waits = " ".join(capsys.readouterr().out.split())
    assert waits.count("not paid: ") == 2
    assert "a bank cannot write the name 李明. Look how the name stands on the bank card." in waits


def test_all_that_was_decided_comes_out_again(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for asked in commands():
        assert main(asked) == 0, asked
    capsys.readouterr()
    assert main(["verify", "--replay", "--at", "2026-04-18T10:00:00Z"]) == 0
    assert capsys.readouterr().out == "1 households, 0 things wrong.\n"
