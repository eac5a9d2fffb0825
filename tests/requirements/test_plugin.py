# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The table of requirements says what the tests said, with one process and with two."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.tree import ROOT
from tests.requirements.table import Requirement, as_page, as_text, read_requirements, rows, state_of, totals

CASES = """
import pytest

@pytest.mark.requirement("R-062")
@pytest.mark.parametrize("x", [1, 2])
def test_passes(x): pass

@pytest.mark.requirement("R-062", "R-063")
def test_skipped(): pytest.skip("no")

@pytest.mark.requirement("R-064")
def test_fails(): assert False

@pytest.fixture
def broken(): raise RuntimeError

@pytest.mark.requirement("R-065")
def test_cannot_start(broken): pass

@pytest.mark.requirement("R-066")
@pytest.mark.xfail(strict=False)
def test_known_to_be_wrong(): assert False

def test_without(): pass
"""


def run(folder: Path, cases: str, *options: str) -> subprocess.CompletedProcess[str]:
    """pytest in a folder of its own, with the plugin and nothing else of ours."""
    (folder / "test_cases.py").write_text(cases)
    (folder / "pytest.ini").write_text("[pytest]\nmarkers = requirement\n")
    command = [sys.executable, "-m", "pytest", "-q", "-p", "tests.requirements.plugin", "-p", "no:cacheprovider", *options]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.run(command, cwd=folder, check=False, capture_output=True, text=True, env=environment)


@pytest.mark.parametrize("workers", [(), ("-n", "2")])
def test_each_requirement_gets_the_outcome_of_its_tests(tmp_path: Path, workers: tuple[str, ...]) -> None:
    done = run(tmp_path, CASES, "--requirements", "out/page.md", "-m", "requirement", *workers)
    page = (tmp_path / "out/page.md").read_text()
    assert "R-062  pass  Supplement by month  [test_cases.py::test_passes, test_cases.py::test_skipped]" in done.stdout
    states = {line.split(" | ")[0]: line.split(" | ")[1] for line in page.splitlines() if line.startswith("| R-")}
    expected = {"R-062": "pass", "R-063": "none", "R-064": "fail", "R-065": "fail", "R-066": "fail", "R-067": "none"}
    assert {name: states[f"| {name}"] for name in expected} == expected
    assert done.returncode == pytest.ExitCode.TESTS_FAILED
    assert "test_without" not in page


def test_no_marked_test_is_no_failure(tmp_path: Path) -> None:
    done = run(tmp_path, "def test_without(): pass", "--requirements", "page.md", "-m", "requirement")
    assert done.returncode == pytest.ExitCode.OK
    assert "All areas" in done.stdout


@pytest.mark.parametrize("workers", [(), ("-n", "1")])
def test_an_unknown_id_is_an_error_with_or_without_the_option(tmp_path: Path, workers: tuple[str, ...]) -> None:
    done = run(tmp_path, CASES.replace("R-064", "R-999"), *workers)
    assert done.returncode == pytest.ExitCode.TESTS_FAILED
    assert "test_fails carries R-999; tests/requirements/requirements.csv has no such id" in done.stdout


@pytest.mark.parametrize("workers", [(), ("-n", "1")])
def test_a_run_that_broke_off_writes_nothing(tmp_path: Path, workers: tuple[str, ...]) -> None:
    done = run(tmp_path, "import nothing_of_that_name", "--requirements", "page.md", *workers)
    assert done.returncode != pytest.ExitCode.OK
    assert "The run broke off; page.md was not written." in done.stdout
    assert not (tmp_path / "page.md").exists()


def test_a_failure_outweighs_a_pass_and_a_skip_counts_for_nothing() -> None:
    seen = (["passed", "failed"], ["passed", "skipped"], ["skipped"], [])
    assert [state_of(outcomes) for outcomes in seen] == ["fail", "pass", "none", "none"]


def test_totals_add_up() -> None:
    wanted = {"R-1": Requirement("R-1", "A. One", "First"), "R-2": Requirement("R-2", "B. Two", "Second")}
    table = rows(wanted, {"R-2": {"test_x": ["passed"]}})
    passed = [(area, counted["pass"], counted["none"]) for area, counted in totals(table)]
    assert passed == [("A. One", 0, 1), ("B. Two", 1, 0), ("All areas", 1, 1)]
    assert "R-1  none  First\nR-2  pass  Second  [test_x]" in as_text(table)
    assert "| R-2 | pass | Second | `test_x` |" in as_page(table)


def test_there_are_275_requirements_in_sixteen_areas() -> None:
    assert len(read_requirements()) == 275
    assert len({requirement.area for requirement in read_requirements().values()}) == 16
