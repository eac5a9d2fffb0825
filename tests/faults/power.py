# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A disk that remembers: every write and sync of SQLite in order, so that the power can be cut after each of them.

What was synced is there after a cut. Of what was not, each sector of 512 bytes is there or not, in whatever order it was written.
"""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import apsw

from werkzaam.store.database import Database, Value
from werkzaam.store.sqlite import _PRAGMAS, SqliteDatabase

SECTOR = 512
FINGERPRINT = (
    "SELECT (SELECT COUNT(*) FROM event), (SELECT TOTAL(head_seq) FROM household), (SELECT COUNT(*) FROM run), "
    "(SELECT TOTAL(taken + done) FROM run_slice), (SELECT COUNT(*) FROM run_item), (SELECT COUNT(*) FROM attempt), "
    "(SELECT COUNT(*) FROM pay_release), (SELECT COUNT(*) FROM outcome), (SELECT TOTAL(amount_cents) FROM payment)"
)
"""What tells after how many commits a ledger is."""
Fingerprint = tuple[float, ...]


@dataclass
class Tape:
    """What happened to the files, and the fingerprint after each commit that was answered."""

    steps: list[tuple[Any, ...]] = field(default_factory=list)
    answered: list[Fingerprint] = field(default_factory=list)


class Disk(apsw.VFS):
    """The system's files, with everything that is written kept on a tape."""

    def __init__(self, tape: Tape) -> None:
        self.tape = tape
        super().__init__("werkzaam-tape", "")

    def xOpen(self, name: Any, flags: Any) -> apsw.VFSFile:  # noqa: N802
        return _File(self.tape, name, flags)

    def xDelete(self, filename: str, syncdir: bool) -> None:  # noqa: N802
        self.tape.steps.append(("delete", Path(filename).name))
        super().xDelete(filename, syncdir)


class _File(apsw.VFSFile):
    def __init__(self, tape: Tape, name: Any, flags: Any) -> None:
        self.tape = tape
        self.called = Path(name.filename() if isinstance(name, apsw.URIFilename) else str(name)).name
        super().__init__("", name, flags)

    def xWrite(self, data: bytes, offset: int) -> None:  # noqa: N802
        self.tape.steps.append(("write", self.called, offset, bytes(data)))
        super().xWrite(data, offset)

    def xTruncate(self, newsize: int) -> None:  # noqa: N802
        self.tape.steps.append(("truncate", self.called, newsize))
        super().xTruncate(newsize)

    def xSync(self, flags: int) -> None:  # noqa: N802
        super().xSync(flags)
        self.tape.steps.append(("sync", self.called))


class _Connection:
    """A connection of apsw with the few words of sqlite3 that the store uses."""

    def __init__(self, path: str, disk: Disk) -> None:
        self.of = apsw.Connection(path, vfs=disk.vfs_name if hasattr(disk, "vfs_name") else "werkzaam-tape")

    def execute(self, sql: str, values: Sequence[Value] = ()) -> _Connection:
        self.cursor = self.of.cursor()
        before = self.of.total_changes()
        self.found = list(self.cursor.execute(sql, tuple(values)))
        self.rowcount = self.of.total_changes() - before
        return self

    def executemany(self, sql: str, rows: Sequence[Sequence[Value]]) -> None:
        self.of.cursor().executemany(sql, [tuple(row) for row in rows])

    def fetchall(self) -> list[Any]:
        return self.found

    def fetchone(self) -> Any:
        return self.found[0] if self.found else None

    def __iter__(self) -> Iterator[Any]:
        return iter(self.found)

    @property
    def in_transaction(self) -> bool:
        return self.of.in_transaction

    def close(self) -> None:
        self.of.close()


class TapedDatabase(SqliteDatabase):
    """The store's own SQLite database, on such a disk; `pragmas` come after the store's."""

    def __init__(self, path: str, disk: Disk, pragmas: Sequence[str] = ()) -> None:
        Database.__init__(self, f"sqlite:///{path}")
        self.path, self.tape = path, disk.tape
        self.connection = _Connection(path, disk)  # type: ignore[assignment]
        for pragma in (*_PRAGMAS, *pragmas):
            self.connection.execute(pragma)

    def _commit(self) -> None:
        super()._commit()
        self.tape.answered.append(tuple(self.connection.execute(FINGERPRINT).fetchone()))
        self.tape.steps.append(("answered",))


@dataclass
class _Held:
    """A file: what is on the disk for sure, and what was written since."""

    sure: bytearray
    since: list[tuple[Any, ...]] = field(default_factory=list)


@dataclass
class Cuts:
    """What came of many power cuts."""

    cases: int = 0
    lost: int = 0
    broken: int = 0
    most_lost: int = 0


def cut_everywhere(tape: Tape, base: dict[str, bytes], folder: Path, dice: random.Random, *, cases: int) -> Cuts:
    """Cut the power after every step of a tape, so often that it makes this many cases, and look what is left each time."""
    files = {name: _Held(bytearray(content)) for name, content in base.items()}
    done, answered = Cuts(), 0
    each = -(-cases // len(tape.steps))
    for step in tape.steps:
        if step[0] == "answered":
            answered += 1
        else:
            _apply(files, step)
        for kind in range(each):
            _write_left(files, folder, dice, (0.5, 0.0, 1.0, 0.9, 0.1)[kind % 5])
            _judge(tape, answered, folder, done)
    return done


def _apply(files: dict[str, _Held], step: tuple[Any, ...]) -> None:
    kind, name = step[:2]
    if kind == "delete":
        files.pop(name, None)
        return
    held = files.setdefault(name, _Held(bytearray()))
    if kind == "sync":
        for each in held.since:
            _put(held.sure, each, random.Random(0), 1.0)
        held.since.clear()
    else:
        held.since.append(step)


def _put(content: bytearray, step: tuple[Any, ...], dice: random.Random, share: float) -> None:
    """Carry out a write or truncation, of a write each sector with this chance."""
    if step[0] == "truncate":
        if dice.random() < share:
            del content[step[2] :]
        return
    _, _, offset, data = step
    at = 0
    while at < len(data):
        size = SECTOR - (offset + at) % SECTOR
        if dice.random() < share:
            place = offset + at
            content.extend(bytes(max(0, place - len(content))))
            content[place : place + len(data[at : at + size])] = data[at : at + size]
        at += size


def _write_left(files: dict[str, _Held], folder: Path, dice: random.Random, share: float) -> None:
    for path in folder.iterdir():
        path.unlink()
    for name, held in files.items():
        if name.endswith("-shm"):
            continue
        content = bytearray(held.sure) if held.since else held.sure
        for each in held.since:
            _put(content, each, dice, share)
        if content:
            (folder / name).write_bytes(content)


def _judge(tape: Tape, answered: int, folder: Path, done: Cuts) -> None:
    """After a cut there must be what was answered, or that and the commit that was under way; never less, and nothing torn."""
    done.cases += 1
    try:
        connection = sqlite3.connect(next(path for path in folder.iterdir() if path.suffix == ".db"))
        try:
            found = tuple(connection.execute(FINGERPRINT).fetchone())
            if done.cases % 25 == 0:
                assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        finally:
            connection.close()
    except (sqlite3.DatabaseError, AssertionError):
        done.broken += 1
        return
    if found not in tape.answered[max(answered - 1, 0) : answered + 1]:
        done.lost += 1
        earlier = [at for at, one in enumerate(tape.answered[:answered]) if one == found]
        done.most_lost = max(done.most_lost, answered - 1 - max(earlier, default=-1))
