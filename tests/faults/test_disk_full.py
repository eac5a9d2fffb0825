# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The disk is full: the command fails with a message, what was answered stays, and with room again the same command finishes."""

from __future__ import annotations

import resource
import signal
import tempfile
from collections.abc import Callable
from pathlib import Path

from tests.faults.killing import code_of_child, desk_at
from tests.faults.outcome import differences, tables, wrong
from tests.faults.stages import SqlitePlace, Stage
from tests.faults.world import TOWN
from werkzaam.app.ledger.desk import new_ledger
from werkzaam.core.errors import WerkzaamError
from werkzaam.store.check import check
from werkzaam.store.database import open_database
from werkzaam.store.events import municipalities

STEP = 12 * 1024
FULL = 3


def at_most(size: int, stage: Stage, url: str, *, again: int = 0) -> bool:
    """Give a command in a process whose files may not grow beyond a size; whether it was done."""

    def work() -> None:
        with desk_at(url, stage.command, again) as desk:
            stage.command.work(desk)

    return limited(work, size)


def limited(work: Callable[[], object], size: int) -> bool:
    """Do something in a process whose files may not grow beyond a size; False when it said that it could not be saved."""

    def bounded() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
        try:
            work()
        except WerkzaamError:
            raise SystemExit(FULL) from None

    code = code_of_child(bounded)
    assert code in (0, FULL), "Only an error of our own may come out; see what was printed."
    return code == 0


def test_a_full_disk_stops_a_command_and_loses_nothing(sqlite_place: SqlitePlace) -> None:
    full = done = 0
    for stage in (
        one for one in sqlite_place.stages if one.command.name in ("run March", "record wages", "run June", "book March")
    ):
        for size in range(STEP, 40 * STEP, STEP * 3):
            url = sqlite_place.again(stage.number)
            finished = at_most(size, stage, url)
            full, done = full + (not finished), done + finished
            with desk_at(url, stage.command, 1) as desk:
                stage.command.at(desk, again=1)
            with open_database(url) as database:
                assert differences(tables(database), stage.wanted) == [], f"{stage.command.name} with {size} bytes"
                assert wrong(database) == []
    print(f"{full} times full, {done} times enough")
    assert full >= 10
    assert done >= 4


def test_a_schema_is_made_whole_or_not_at_all(memory: Path) -> None:
    """A ledger that could not be made for lack of room can be made when there is room."""
    full = 0
    for size in range(STEP, 60 * STEP, 2 * STEP):
        folder = Path(tempfile.mkdtemp(dir=memory))
        url = f"sqlite:///{folder / 'ledger.db'}"

        if not limited(lambda url=url: new_ledger(url, TOWN), size):
            full += 1
            with open_database(url) as database:
                assert not database.rows("SELECT 1 FROM sqlite_master") or municipalities(database) == {TOWN.id: TOWN.name}
            new_ledger(url, TOWN)
        with open_database(url) as database:
            check(database)
            assert municipalities(database) == {TOWN.id: TOWN.name}
    assert full > 10


def test_without_the_limit_it_fits(tmp_path: Path) -> None:
    """The control: it is the limit that stops it."""
    assert limited(lambda: new_ledger(f"sqlite:///{tmp_path}/ledger.db", TOWN), 1 << 30)
    assert not limited(lambda: new_ledger(f"sqlite:///{tmp_path}/other.db", TOWN), 1 << 14)
