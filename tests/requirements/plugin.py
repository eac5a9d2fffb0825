# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""pytest plugin: collects outcomes by requirement, and with `--requirements FILE` prints the table and writes it to FILE."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import pytest

from tests.requirements.table import as_page, as_text, read_requirements, rows

PROPERTY = "requirement"
ENDED = (pytest.ExitCode.OK, pytest.ExitCode.TESTS_FAILED, pytest.ExitCode.NO_TESTS_COLLECTED)
_KNOWN = read_requirements()


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--requirements FILE`."""
    parser.addoption("--requirements", metavar="FILE", type=Path, help="print the table of requirements and write it to FILE")


def pytest_configure(config: pytest.Config) -> None:
    """The tally is kept where the reports come together; a worker of xdist only runs tests."""
    file = config.getoption("--requirements")
    if file and not hasattr(config, "workerinput"):
        config.pluginmanager.register(Tally(file), "requirements-tally")


def names_on(item: pytest.Item) -> list[str]:
    """The ids that a test carries."""
    return [name for mark in item.iter_markers("requirement") for name in mark.args]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Write the ids on each test, so that its reports carry them, from a worker of xdist too."""
    for item in items:
        item.user_properties += [(PROPERTY, name) for name in names_on(item)]


def pytest_runtest_setup(item: pytest.Item) -> None:
    """A test with an id that does not exist is an error."""
    for name in names_on(item):
        if name not in _KNOWN:
            pytest.fail(f"{item.nodeid} carries {name}; tests/requirements/requirements.csv has no such id.", pytrace=False)


def outcome_of(report: pytest.TestReport) -> str | None:
    """What one report adds: a failure in any phase, else the outcome of the call, or a skip before it."""
    if hasattr(report, "wasxfail") or report.failed:
        return "failed"
    if report.when == "call" or report.skipped:
        return report.outcome
    return None


class Tally:
    """The outcomes by requirement and test, and the table made of them."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.outcomes: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        self.broke_off = False

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        """Remember that a file could not be read; a worker of xdist goes on with the others."""
        self.broke_off |= report.failed

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Count a report under each requirement that its test carries; cases of one test are one test."""
        outcome = outcome_of(report)
        names = {str(value) for name, value in report.user_properties if name == PROPERTY}
        for name in names if outcome else ():
            self.outcomes[name][report.nodeid.split("[")[0]].append(str(outcome))

    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        """That no test carries a requirement yet is no failure."""
        if session.exitstatus == pytest.ExitCode.NO_TESTS_COLLECTED:
            session.exitstatus = pytest.ExitCode.OK

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter, exitstatus: int) -> None:
        """Print the table and write the page; a run that broke off says nothing about the rest and writes nothing."""
        if self.broke_off or exitstatus not in ENDED:
            terminalreporter.write_line(f"The run broke off; {self.file} was not written.")
            return
        table = rows(_KNOWN, self.outcomes)
        terminalreporter.write_line("\n" + as_text(table))
        self.file.parent.mkdir(parents=True, exist_ok=True)
        self.file.write_text(as_page(table), encoding="utf-8")
