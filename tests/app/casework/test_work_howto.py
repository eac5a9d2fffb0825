# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The how-to from a wish to work is true: its commands run one after the other, and what they print is what is printed."""

from __future__ import annotations

import shlex
import shutil
from pathlib import Path

import pytest

from tests.app.test_walkthroughs import blocks
from tests.house.tree import ROOT
from werkzaam.cli.main import main

PAGE = ROOT / "docs/how-to/from-wish-to-work.md"
WITHOUT_LEDGER = {"instruments", "schemes"}
MOMENT = ("--by", "j.visser", "--at", "2026-02-16T10:00:00Z")


def test_the_commands_run_and_print_what_the_page_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for file in (ROOT / "src/werkzaam/app/examples/ledger").iterdir():
        shutil.copy(file, tmp_path)
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("WERKZAAM_DATABASE", raising=False)
    monkeypatch.delenv("WERKZAAM_TOWN", raising=False)
    assert main(["new-ledger"]) == 0
    assert main(["record", "household", "marieke.toml", "--by", "m.bakker", "--at", "2026-02-16T09:00:00Z"]) == 0
    page = PAGE.read_text(encoding="utf-8")
    asked = [shlex.split(line)[1:] for line in page.splitlines() if line.startswith("werkzaam ")]
    assert len(asked) > 15
    for words in asked:
        assert main([*words, *(() if WITHOUT_LEDGER & set(words[:2]) else MOMENT)]) == 0, words
    printed = capsys.readouterr().out
    assert [text for text in blocks(page, "text") if text not in printed] == []
    assert '"wens": "hulp met plannen"' in printed
    assert "Welcome back. We only ask: how and when the work stopped" in printed
