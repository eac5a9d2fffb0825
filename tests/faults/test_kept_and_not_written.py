# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A file for the bank that was kept in the ledger when the process was killed, and never written: it comes before new money."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest

from tests.faults.killing import desk_at, do, in_child
from tests.faults.world import TOWN, commands
from werkzaam.app.ledger.desk import new_ledger
from werkzaam.app.ledger.pay import let_go, pay
from werkzaam.core.months import Month

MARCH = Month.of(2021, 3)


def dies_before_the_file(step: str) -> None:
    if step == "Path.open":
        os.kill(os.getpid(), signal.SIGKILL)


def test_it_comes_before_new_money(planned_once: pytest.MonkeyPatch, tmp_path: Path) -> None:
    new_ledger(url := f"sqlite:///{tmp_path}/ledger.db", TOWN)
    town = {one.name: one for one in commands(tmp_path)}
    first = town["pay March"]
    assert first.out is not None
    for command in town.values():
        if command is first:
            break
        do(url, command)
    assert in_child(lambda: do(url, first, before=dies_before_the_file))
    assert not first.out.exists()
    for name in ("record wages", "run April"):
        do(url, town[name])
    out = tmp_path / "again.xml"
    with desk_at(url, town["run April"]) as desk:
        sent = pay(desk, MARCH, out)
        assert (sent.file.file_id, sent.new) == ("teststad-2021-03-1", False)
        assert b"teststad-2021-03-1" in out.read_bytes()
    with desk_at(url, town["approve the claim of 11"]) as desk:
        let_go(desk, "teststad-2021-03-1")
    with desk_at(url, town["dispute"]) as desk:
        sent = pay(desk, MARCH, out)
        assert (sent.file.file_id, sent.new) == ("teststad-2021-03-2", True)
