# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Today and chance are arguments: no clock below app, no dice below simulation."""

from __future__ import annotations

import ast

import pytest

from tests.house.tree import BELOW_APP, MONEY, Finding, Module, judge, modules, settle

CLOCKS = {"date.today", "datetime.today", "datetime.now", "datetime.utcnow", "time.time", "time.time_ns", "time.monotonic",
          "time.perf_counter", "time.perf_counter_ns", "time.process_time", "time.localtime", "time.gmtime"}  # fmt: skip
DICE = {"random", "secrets"}


def clocks(module: Module) -> list[Finding]:
    """Where a module reads a clock, or in the money layers imports a source of chance."""
    found = []
    for node, place in module.nodes():
        match node:
            case ast.Attribute() if ".".join(ast.unparse(node).split(".")[-2:]) in CLOCKS:
                found.append(Finding(place, f"{ast.unparse(node)}, line {node.lineno}; the present is an argument"))
            case ast.ImportFrom(module="time"):
                found.append(Finding(place, f"from time, line {node.lineno}; the present is an argument"))
            case ast.Import(names=names) if DICE & {name.name for name in names} and module.layer in MONEY:
                found.append(Finding(place, f"chance, line {node.lineno}; it enters as an argument"))
            case ast.ImportFrom(module=str(source)) if source in DICE and module.layer in MONEY:
                found.append(Finding(place, f"chance, line {node.lineno}; it enters as an argument"))
    return found


def test_no_clock_below_app() -> None:
    settle("clock", [finding for module in modules(*BELOW_APP) for finding in clocks(module)])


@pytest.mark.parametrize(
    "source",
    ["x = date.today()", "x = datetime.datetime.now()", "from time import time", "import time\nt = time.time()", "import random"],
)
def test_the_check_sees_a_clock(source: str) -> None:
    assert len(judge(clocks, source)) == 1


def test_the_check_lets_dates_pass() -> None:
    assert judge(clocks, "from datetime import date\nx = date(2023, 1, 1).today_is\ny = month.last_day") == []
