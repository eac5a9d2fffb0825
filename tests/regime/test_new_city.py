# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A new city is one file: docs/how-to/add-a-city.md is followed step by step, and everything that compares has it."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from textwrap import dedent

import pytest

from werkzaam.app.reference_guidance import guidance_page
from werkzaam.cli.main import main
from werkzaam.regime import read
from werkzaam.regime.guidance import guidance_of_part

PAGE = dedent((Path(__file__).parents[2] / "docs/how-to/add-a-city.md").read_text(encoding="utf-8").replace("\n   ", "\n"))
NAME = "voorbeeldstad_koffie.toml"


def blocks(kind: str) -> list[str]:
    """What the page shows as a file (toml) or as what is typed and printed (no kind)."""
    return [text for found, text in re.findall(r"```(\w*)\n(.*?)```", PAGE, re.DOTALL) if found == kind]


CITY = blocks("toml")[0]


def _look_again() -> None:
    """Forget which files there are."""
    read._shipped.cache_clear()
    read._ids.cache_clear()


@pytest.fixture
def shipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The shipped files with the city of the page among them, and not a line of code."""
    folder = tmp_path / "data"
    shutil.copytree(read._DATA, folder)
    (folder / NAME).write_text(CITY, encoding="utf-8")
    monkeypatch.setattr(read, "_DATA", folder)
    _look_again()
    yield folder
    _look_again()


def test_the_page_shows_what_is_printed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path(NAME).write_text(CITY, encoding="utf-8")
    asked, printed, refused = blocks("")
    assert main(asked.split()[1:]) == 0
    assert capsys.readouterr().out.startswith(printed)
    Path(NAME).write_text(CITY.replace("kanalen", "kanaal"), encoding="utf-8")
    assert main(asked.split()[1:]) == 2
    assert capsys.readouterr().err == refused


@pytest.mark.requirement("R-236")
def test_a_new_file_stands_in_every_comparison_without_code(shipped: Path, capsys: pytest.CaptureFixture[str]) -> None:
    guidance = guidance_of_part("voorbeeldstad_koffie")
    assert guidance is not None
    assert (guidance.contacts_least, guidance.caseload_most, guidance.states("targets")) == (4, 90, True)
    assert main(["regimes"]) == 0
    assert "\nVoorbeeldstad\n  voorbeeldstad_koffie " in capsys.readouterr().out
    assert main(["regimes", "--history", "Voorbeeldstad"]) == 0
    assert capsys.readouterr().out.startswith("2025-01 en verder      voorbeeldstad_koffie: Koffie in de buurt")
    page = guidance_page()
    assert "51 ways to guide people" in page
    assert "| [`voorbeeldstad_koffie`](#voorbeeldstad_koffie) | Voorbeeldstad | 2025-01 onwards | activation |" in page
    assert "people who came, in percent: 70 (own statement)." in page
