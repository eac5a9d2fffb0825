# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The tutorial of a week is followed as it stands, and prints what it says is printed."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from werkzaam.cli.main import main

PAGE = Path(__file__).parents[3] / "docs/tutorial/a-week-of-a-klantmanager.md"
TURNS = re.compile(r"^```(?P<kind>\w*)\n(?P<text>.*?)^```", re.DOTALL | re.MULTILINE)


def test_the_week_goes_as_the_tutorial_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("WERKZAAM_TOWN", "town.toml")
    monkeypatch.setenv("WERKZAAM_DATABASE", f"sqlite:///{tmp_path}/werkzaam.db")
    said, printed = 0, ""
    for turn in TURNS.finditer(PAGE.read_text(encoding="utf-8")):
        kind, text = turn["kind"], turn["text"]
        if kind == "toml":
            name = text.split("\n", 1)[0].removeprefix("# ")
            tmp_path.joinpath(name).write_text(text, encoding="utf-8")
        elif kind == "text":
            assert text in printed
            said += 1
        else:
            for line in text.splitlines():
                assert main(shlex.split(line)[1:]) == 0, capsys.readouterr().err
            printed = capsys.readouterr().out
    assert said == 6
    calendar = tmp_path.joinpath("week.ics").read_bytes()
    assert calendar.count(b"BEGIN:VEVENT\r\n") == 2
    assert not [name for name in (b"Noor", b"Sam", b"Yara") if name in calendar]
