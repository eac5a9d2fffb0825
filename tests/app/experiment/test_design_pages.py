# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The pages about designs are true: the example reads, every key stands there, the commands run and print what is printed."""

from __future__ import annotations

import ast
import re
import shlex
from pathlib import Path

import pytest

from tests.app.test_walkthroughs import blocks
from tests.house.tree import ROOT
from werkzaam.app.experiment.design_file import read_design
from werkzaam.cli.main import main
from werkzaam.experiment.elements import ELEMENTS

REFERENCE = (ROOT / "docs/reference/design-file.md").read_text(encoding="utf-8")
HOW_TO = (ROOT / "docs/how-to/design-an-experiment.md").read_text(encoding="utf-8")
READERS = ("design_file", "design_tables", "design_outcomes", "assumptions_file")


def keys() -> set[str]:
    """Every key that a reader of designs or assumptions lets through: the texts in calls of `only` and in tuples of keys."""
    found: set[str] = set()
    for name in READERS:
        tree = ast.parse((ROOT / f"src/werkzaam/app/experiment/{name}.py").read_text(encoding="utf-8"))
        for node in ast.walk(tree):
            called = isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "only"
            listed = isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) in (
                "_TOP",
                "_TABLES",
                "_KEYS",
                "EVENTS",
                "MORE_EVENTS",
            )
            if called or listed:
                found |= {each.value for each in ast.walk(node) if isinstance(each, ast.Constant) and isinstance(each.value, str)}
    return found


def test_the_example_of_the_reference_is_a_whole_design(tmp_path: Path) -> None:
    path = tmp_path / "voorbeeld.toml"
    path.write_text(blocks(REFERENCE, "toml")[0], encoding="utf-8")
    design = read_design(path)
    assert (design.id, design.pattern, design.strata.merge) == ("voorbeeld", ("extra", "regular"), ())


def test_every_key_and_element_stands_in_the_reference() -> None:
    named = set(re.findall(r"[a-z_]+", " ".join(re.findall(r"`([^`]+)`", REFERENCE.split("## Above the first table")[1]))))
    assert {"estimand", "smallest", "within_worker"} <= keys()
    assert (keys() | set(ELEMENTS)) - named == set()


def commands() -> list[list[str]]:
    """The commands of the how-to."""
    return [shlex.split(line)[1:] for line in HOW_TO.splitlines() if line.startswith("werkzaam ")]


def test_the_how_to_runs_and_prints_what_is_printed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
                                                    capsys: pytest.CaptureFixture[str]) -> None:  # fmt: skip
    monkeypatch.chdir(tmp_path)
    for command in commands():
        assert main([word if word != "200" else "10" for word in command]) == 0
    printed = capsys.readouterr().out
    texts = [line for block in blocks(HOW_TO, "text") for line in block.splitlines()]
    assert len(commands()) == 3
    assert [line for line in texts if line not in printed] == []
    assert {file.name for file in (tmp_path / "results").iterdir()} == {
        "amsterdam_2018.csv",
        "amsterdam_iedereen.csv",
        "power.svg",
    }
