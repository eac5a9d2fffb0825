# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The power goes, at every write and sync of a month's work on SQLite: what was answered is there afterwards, and whole."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest

from tests.faults.killing import desk_at
from tests.faults.power import FINGERPRINT, Cuts, Disk, Tape, TapedDatabase, cut_everywhere
from tests.faults.slices import SEED, TIMES, chance
from tests.faults.world import TOWN, commands
from werkzaam.app.ledger.desk import new_ledger
from werkzaam.store.check import check
from werkzaam.store.database import open_database
from werkzaam.store.errors import Unsafe

CASES = 5_000


def cuts(folder: Path, *pragmas: str, cases: int) -> tuple[Tape, Cuts]:
    """Live the town's life up to April on a disk that remembers, then cut the power everywhere."""
    path = folder / "power.db"
    new_ledger(f"sqlite:///{path}", TOWN)
    base = {path.name: path.read_bytes()}
    tape = Tape()
    database = TapedDatabase(str(path), Disk(tape), ["PRAGMA wal_autocheckpoint = 60", *pragmas])
    tape.answered.append(tuple(database.connection.execute(FINGERPRINT).fetchone()))
    tape.steps.append(("answered",))
    for command in commands(folder):
        with desk_at(f"sqlite:///{folder / 'beside.db'}", command) as desk:
            desk.__dict__["database"] = database
            command.at(desk)
        if command.name == "run April":
            break
    database.close()
    left = Path(tempfile.mkdtemp(dir=folder))
    return tape, cut_everywhere(tape, base, left, chance("power", *pragmas), cases=cases)


def test_what_was_answered_survives_a_power_cut(memory: Path, planned_once: pytest.MonkeyPatch) -> None:
    tape, found = cuts(Path(tempfile.mkdtemp(dir=memory)), cases=CASES * TIMES)
    print(f"{len(tape.steps)} steps, {len(tape.answered)} commits: {found}")
    assert found.cases >= CASES * TIMES
    assert (found.lost, found.broken) == (0, 0), f"FAULTS_SEED={SEED}"
    names = [(step[0], step[1].rpartition("-")[2]) for step in tape.steps if len(step) > 1]
    assert ("sync", "power.db") in names, "The tape must hold a checkpoint."
    assert ("sync", "wal") in names


def test_with_synchronous_normal_it_does_not(memory: Path, planned_once: pytest.MonkeyPatch) -> None:
    """The control: the setting that much advice gives, under which a commit is answered before it is on the disk."""
    _, found = cuts(Path(tempfile.mkdtemp(dir=memory)), "PRAGMA synchronous = NORMAL", cases=400)
    print(found)
    assert found.lost > 20
    assert found.broken == 0


@pytest.mark.parametrize("pragma", ["synchronous = NORMAL", "synchronous = OFF", "journal_mode = OFF", "journal_mode = MEMORY"])
def test_such_settings_are_refused_at_the_start(tmp_path: Path, pragma: str) -> None:
    new_ledger(f"sqlite:///{tmp_path}/ledger.db", TOWN)
    with open_database(f"sqlite:///{tmp_path}/ledger.db") as database:
        check(database)
        database.connection.execute(f"PRAGMA {pragma}")  # type: ignore[attr-defined]
        with pytest.raises(Unsafe, match=pragma.split()[0]):
            check(database)
