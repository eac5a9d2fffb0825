# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What is written of an experiment is read back, stands together, and shows when it was changed."""

from __future__ import annotations

import sqlite3
from datetime import date

import pytest

from tests.store.world import MAKER, TO_GIVE_BACK, TOWN, build
from tests.store.world_experiment import DAY, EMPTY, FIRST, SECOND, pid, somebody
from werkzaam.core.digest import digest
from werkzaam.core.errors import InputError, LedgerError, UnknownName
from werkzaam.experiment.chain import LinkKind
from werkzaam.experiment.event import Event, Happening
from werkzaam.store import draws, observations, roster
from werkzaam.store.database import Database, open_database
from werkzaam.store.experiments import (
    Recorder,
    designs,
    experiments,
    links,
    open_experiment,
    recording,
    verify_experiment,
)
from werkzaam.store.verify import verify

LATER = "2026-03-28T09:00:00Z"


@pytest.fixture
def town(database: Database) -> Database:
    build(database)
    return database


def recorder(database: Database, experiment: str = FIRST, at: str = LATER) -> Recorder:
    return recording(database, TOWN, experiment, recorded_at=at, actor=MAKER)  # type: ignore[return-value]


def test_what_was_written_is_read(town: Database) -> None:
    key = (town, TOWN, FIRST)
    assert experiments(town, TOWN) == [EMPTY, FIRST, SECOND]
    assert list(designs(*key)) == [digest("design", FIRST)]
    assert list(roster.participants(*key)) == [pid(number) for number in (1, 2, 3, 4)]
    assert list(roster.participants(*key, upto=2)) == [pid(1), pid(2)]
    assert roster.salts(*key)[pid(1)] == somebody(1).salt
    assert roster.by_pseudonym(*key)[somebody(2).pseudonym] == pid(2)
    assert [one.happening for one in roster.happenings(*key)][:2] == [Happening.ENROLLED, Happening.ENROLLED]
    assert [one.draw for one in draws.commitments(*key)] == [1, 2, 3]
    assert draws.secrets_told(*key)[3] == digest("secret", 3)
    assert draws.draw_results(*key)[1].seed == digest("seed", 1)
    assert draws.drawn_people(*key) == {
        pid(1): draws.DrawnPerson(pid(1), "woman", 1, "extra", 0, True),
        pid(2): draws.DrawnPerson(pid(2), "woman", 2, None, None, False),
    }  # fmt: skip
    assert draws.drawn_people(*key, draw=3) == {}
    (seen,) = observations.observations(*key, observations.SURVEY)
    assert (seen.pid, seen.name, seen.body) == (pid(1), "T0", {"work": "yes"})
    assert observations.observations(*key, observations.SURVEY, "T1") == []
    (lock,) = observations.locks(*key)
    assert (lock.plan_sha256, lock.recorded_at, lock.actor) == (digest("plan"), "2026-03-26T12:30:00Z", MAKER)
    assert observations.releases(*key) == {digest("out"): "{}"}


def test_a_correction_holds_from_its_event_on(town: Database) -> None:
    key = (town, TOWN, FIRST)
    before = links(*key)[-1].seq
    with town.transaction(), recorder(town) as one:
        roster.record_happenings(one, [Event(pid(1), Happening.CORRECTED, DAY, {"sex": "man"})], idem_key="correction")
    assert roster.participants(*key)[pid(1)].levels == {"sex": "man"}
    assert roster.participants(*key, upto=before)[pid(1)].levels == {"sex": "woman"}


def test_the_same_thing_counts_once(town: Database) -> None:
    with town.transaction(), recorder(town) as one:
        known = one.known_seq
        assert roster.record_people(one, [somebody(1)], [], idem_key="people 1") is None
        assert one.known_seq == known
    assert verify_experiment(town, TOWN, FIRST) == []


def test_a_whole_experiment_is_found_whole_and_every_change_is_found(sqlite_url: str) -> None:
    with open_database(sqlite_url) as database:
        build(database)
        assert [verify_experiment(database, TOWN, name) for name in (FIRST, SECOND, EMPTY)] == [[], [], []]
        assert verify(database, TOWN) == TO_GIVE_BACK
    changes = {
        "UPDATE drawn SET arm = 'regulier' WHERE arm = 'extra'": "event 5: the rows behind",
        "UPDATE experiment_event SET actor = 'x' WHERE seq = 3": "event 3: the content does not match",
        "UPDATE happening SET day = '2026-03-21' WHERE seq = 2 AND place = 1": "event 2: the rows behind",
        "DELETE FROM observation": "the rows behind this event",
        "UPDATE commitment SET seq = 99 WHERE draw = 3": "event 99: there are rows behind no event",
        "UPDATE experiment SET head_seq = 1 WHERE experiment = 'proef'": "the end is another than was kept",
    }
    for change, told in changes.items():
        raw = sqlite3.connect(sqlite_url.removeprefix("sqlite:///"))
        for (name,) in raw.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            raw.execute(f"DROP TRIGGER {name}")
        raw.execute(change)
        raw.commit()
        with open_database(sqlite_url) as database:
            found = verify_experiment(database, TOWN, FIRST)
            assert any(told in one.where for one in found), (change, found)
            assert any(told in one.where for one in verify(database, TOWN)), change
        raw.close()


def test_links_to_persons_can_be_destroyed_and_the_chain_holds(sqlite_url: str) -> None:
    """As the owner of the database would, when the time has come: the guard is taken off for it."""
    with open_database(sqlite_url) as database:
        build(database)
        database.execute("DROP TRIGGER participant_secret_no_delete")
        database.execute("DELETE FROM participant_secret")
        assert verify_experiment(database, TOWN, FIRST) == []
        assert roster.salts(database, TOWN, FIRST) == {}


def test_nothing_is_written_to_an_experiment_that_is_not_there_nor_backwards(town: Database) -> None:
    with pytest.raises(UnknownName, match="zesde of teststad is not known"), town.transaction(), recorder(town, "zesde"):
        pass
    with pytest.raises(LedgerError, match="Set the clock"), town.transaction(), recorder(town, at="2026-03-01T00:00:00Z") as one:
        roster.record_happenings(one, [], idem_key="x")
    with pytest.raises(InputError, match="idem_key"), town.transaction(), recorder(town) as one:
        one.add(LinkKind.LOCK, lambda _: {}, idem_key=" ")
    with town.transaction():
        open_experiment(town, TOWN, FIRST)
    assert experiments(town, TOWN).count(FIRST) == 1
    assert date.fromisoformat(str(DAY)) == DAY
