# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The pages about rosters, draws and waves are about this version."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from tests.house.tree import ROOT
from werkzaam.app.experiment.happened import WITH
from werkzaam.app.experiment.question_file import read_questions
from werkzaam.app.experiment.roster_file import FIXED
from werkzaam.app.experiment.wave_file import FIXED as WAVE_COLUMNS
from werkzaam.cli.main import build_parser

HOW = (ROOT / "docs/how-to/enrol-and-draw.md").read_text(encoding="utf-8")
ROSTER = (ROOT / "docs/reference/roster-file.md").read_text(encoding="utf-8")
WAVE = (ROOT / "docs/reference/wave-files.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("line", re.findall(r"^werkzaam .*$", HOW, re.MULTILINE))
def test_every_command_of_the_how_to_can_be_given(line: str) -> None:
    words = shlex.split(line.split(" > ")[0])[1:]
    assert build_parser().parse_args(words).command == words[0]


def test_the_page_on_rosters_names_every_column_and_event() -> None:
    columns, events = ROSTER.split("## Events")
    assert set(FIXED) <= set(re.findall(r"`(\w+)`", columns))
    assert {one.value for one in WITH} <= set(re.findall(r"`(\w+)`", events))


def test_the_page_on_waves_names_every_column_and_its_example_can_be_read(tmp_path: Path) -> None:
    assert set(WAVE_COLUMNS) <= set(re.findall(r"`(\w+)`", WAVE))
    (example,) = re.findall(r"```toml\n(.*?)```", WAVE, re.DOTALL)
    file = tmp_path / "questions.toml"
    file.write_text(example)
    assert [item.id for item in read_questions(file).items] == ["hours", "job_chance"]
