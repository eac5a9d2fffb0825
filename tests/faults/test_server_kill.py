# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The whole PostgreSQL server is killed under writers: what it answered is there when it comes back."""

from __future__ import annotations

import json
import os
import signal
import time
from contextlib import suppress
from datetime import date
from multiprocessing import get_context
from pathlib import Path

from tests.databases import started
from tests.faults.killing import do
from tests.faults.outcome import wrong
from tests.faults.slices import TIMES
from tests.faults.world import TOWN, commands
from werkzaam.app.ledger.desk import new_ledger
from werkzaam.store.check import unsafe_settings
from werkzaam.store.database import open_database
from werkzaam.store.errors import StoreError
from werkzaam.store.facts import Fact, record_fact
from werkzaam.store.writer import writing

CYCLES, WRITERS = 5, 4
_SECONDS = 0.8


def kill_server(folder: Path) -> None:
    """Kill the server and all its processes at once; they were started by this test, in this folder."""
    first = int((folder / "files/postmaster.pid").read_text().splitlines()[0])
    children = Path(f"/proc/{first}/task/{first}/children").read_text().split()
    for number in (first, *map(int, children)):
        with suppress(ProcessLookupError):
            os.kill(number, signal.SIGKILL)
    while any(_alive(int(number)) for number in children):
        time.sleep(0.01)


def _alive(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] not in "ZX"
    except (FileNotFoundError, ProcessLookupError):
        return False


def write_until_it_dies(url: str, household: int, told: Path) -> None:
    """Record facts, and write down each that was answered before the next is begun."""
    number = 0
    with told.open("a", encoding="utf-8") as answered:
        try:
            with open_database(url) as database:
                while True:
                    number += 1
                    key = f"{told.stem} {number}"
                    fact = Fact("gift", {"key": key}, date(2021, 4, 1), "opgave", None, None, None, 100, None)
                    with database.transaction(), writing(
                        database, TOWN.id, recorded_at="2021-04-22T09:00:00Z", actor="m.bakker"
                    ) as writer:  # fmt: skip
                        record_fact(writer, household, fact, idem_key=key)
                    answered.write(json.dumps(key) + "\n")
                    answered.flush()
        except StoreError:
            os._exit(0)


def cycles(folder: Path, tmp_path: Path, count: int, **settings: str) -> tuple[int, int]:
    """So many times: start the server, let writers write, kill it. How many facts were answered, and how many of them lost."""
    answered: list[str] = []
    for cycle in range(count):
        with started(folder, **settings) as cluster:
            url = cluster.at("postgres")
            if cycle == 0:
                new_ledger(url, TOWN)
                do(url, commands(tmp_path)[0])
                with open_database(url) as database:
                    database.execute("CHECKPOINT")
            files = [tmp_path / f"{cycle}-{number}.txt" for number in range(WRITERS)]
            children = [
                get_context("fork").Process(target=write_until_it_dies, args=(url, 11 + number % 3, file))
                for number, file in enumerate(files)
            ]
            for child in children:
                child.start()
            time.sleep(_SECONDS)
            kill_server(folder)
            for child in children:
                child.join()
                assert child.exitcode == 0
            answered += [json.loads(line) for file in files for line in file.read_text().splitlines()]
    with started(folder, **settings) as cluster, open_database(cluster.at("postgres")) as database:
        kept = {row[0] for row in database.rows("SELECT idem_key FROM event")}
        assert wrong(database) == []
    return len(answered), len(set(answered) - kept)


def test_what_the_server_answered_is_there_when_it_comes_back(memory: Path, tmp_path: Path) -> None:
    (folder := memory / "killed").mkdir()
    answered, lost = cycles(folder, tmp_path, CYCLES * TIMES)
    print(f"{CYCLES * TIMES} kills, {answered} facts answered, {lost} lost")
    assert answered > 10 * CYCLES
    assert lost == 0


def test_with_synchronous_commit_off_it_is_not(memory: Path, tmp_path: Path) -> None:
    """The control: a server that answers before it writes. Our start-up check refuses it."""
    (folder := memory / "careless").mkdir()
    careless = {"synchronous_commit": "off", "wal_writer_delay": "10000"}
    answered, lost = cycles(folder, tmp_path, 2, **careless)
    print(f"2 kills, {answered} facts answered, {lost} lost")
    assert lost > 0
    with started(folder, **careless) as cluster, open_database(cluster.at("postgres")) as database:
        assert unsafe_settings(database) == ["synchronous_commit is off, and must be on or remote_apply or remote_write or local"]
