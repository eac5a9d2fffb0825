# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The tutorial is followed as it stands, by its own commands; with fewer people and redraws, so that it takes less long."""

from __future__ import annotations

import hashlib
import re
import shlex
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path

import pytest

from werkzaam.cli.main import main

PAGE = Path(__file__).parents[3] / "docs/tutorial/an-experiment.md"
FEWER = {"pretend amsterdam_2018 roster": ["--people", "1500"]}
REDRAWS = ("lock", "analyse", "report")
TURNS = re.compile(r"^```(?P<kind>\w*)\n(?P<text>.*?)^```", re.DOTALL | re.MULTILINE)


def run(command: str, folder: Path) -> tuple[int, str]:
    """One command of the page; what goes into a file is written there."""
    command, _, into = command.partition(" > ")
    words = shlex.split(command)[1:]
    words += next((more for what, more in FEWER.items() if what in command), [])
    words += ["--redraws", "199"] if words[1] in REDRAWS and "--unmask" not in words else []
    out = StringIO()
    with redirect_stdout(out):
        code = main(words)
    if into:
        folder.joinpath(into).write_text(out.getvalue(), encoding="utf-8")
    return code, out.getvalue()


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder, with the variables of the page."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("WERKZAAM_DATABASE", f"sqlite:///{tmp_path}/experiment.db")
    monkeypatch.setenv("WERKZAAM_TOWN", "town.toml")
    return tmp_path


def test_the_tutorial_goes_from_a_roster_to_a_report(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = PAGE.read_text(encoding="utf-8")
    said: dict[str, str] = {}
    for turn in TURNS.finditer(text):
        if turn["kind"] == "toml":
            place.joinpath("town.toml").write_text(turn["text"], encoding="utf-8")
        elif turn["kind"] == "json":
            place.joinpath("round.json").write_text(turn["text"], encoding="utf-8")
        else:
            for line in turn["text"].splitlines():
                if line.startswith("printf "):
                    secret = line.split()[1]
                    place.joinpath("secret").write_text(secret, encoding="ascii")
                elif line.startswith("werkzaam "):
                    digest = hashlib.sha256(bytes.fromhex(secret)).hexdigest() if "HASH" in line else ""
                    code, told = run(line.replace("HASH", digest), place)
                    assert code == 0, f"{line}: {capsys.readouterr().err}"
                    said[line] = told
        if "followup" in turn["text"]:
            early = run("werkzaam experiment report amsterdam_2018 --out early.html --by x --at 2023-09-17T10:00:00Z", place)
            assert early[0] == 2, "nobody sees the arms before two people asked"
            assert not place.joinpath("early.html").exists()
    status = next(told for line, told in said.items() if "wave status" in line)
    assert [f"{wave}: {n} of 812 interviewed" in status for wave, n in (("T0", 812), ("T1", 625), ("T2", 547), ("T3", 513))]
    assert not re.search("extra attention|self-direction", place.joinpath("masked.html").read_text("utf-8"), re.IGNORECASE)
    report = place.joinpath("report.html").read_text("utf-8")
    assert "Off benefit at the last measurement: no difference shown between Extra attention and Comparison group" in report
    assert "All numbers were planned beforehand" in report
    assert ">5,250<" not in report
    assert ">1,500<" in report, "the flow has everybody who applied"
    assert place.joinpath("report.pdf").read_bytes().startswith(b"%PDF")
    assert "Dank u wel" in place.joinpath("deelnemers.html").read_text("utf-8")
