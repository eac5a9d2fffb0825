# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The answer to a COMMIT gets lost: nobody knows whether it was kept, and doing the same again is right in both cases."""

from __future__ import annotations

from pathlib import Path

import psycopg
import pytest

from tests.databases import Cluster
from tests.faults.killing import do
from tests.faults.outcome import differences, tables, wrong
from tests.faults.proxy import Loses, Proxy, between
from tests.faults.slices import SEED, TIMES, chance
from tests.faults.world import TOWN, Command, commands
from werkzaam.app.ledger.desk import new_ledger
from werkzaam.core.errors import WerkzaamError
from werkzaam.store.database import open_database
from werkzaam.store.errors import CommitUnknown

TRIALS, LEAST_LOST = 200, 100


def through(proxy: Proxy, name: str) -> str:
    return f"postgresql://postgres@127.0.0.1:{proxy.port}/{name}?sslmode=disable&gssencmode=disable"


def socket_of(cluster: Cluster) -> Path:
    """The socket of a server that was started below a folder."""
    with psycopg.connect(cluster.url) as connection:
        folder, port = (connection.execute(f"SHOW {name}").fetchone() for name in ("unix_socket_directories", "port"))
    assert folder
    assert port
    return Path(folder[0]) / f".s.PGSQL.{port[0]}"


def given(proxy: Proxy, url: str, command: Command, loses: list[Loses]) -> tuple[int, int]:
    """Give a command until it is done, losing one COMMIT each time; how often it was given, and how often nobody knew."""
    times = unknown = 0
    for lost in [*loses, Loses.NOTHING]:
        proxy.loses = lost
        try:
            do(url, command, again=times)
        except CommitUnknown:
            unknown += 1
        except WerkzaamError:
            assert lost is not Loses.NOTHING
        times += 1
    return times, unknown


def test_what_was_kept_unheard_is_not_done_twice(own_cluster: Cluster, planned_once: pytest.MonkeyPatch, tmp_path: Path) -> None:
    own_cluster.run("CREATE DATABASE heard TEMPLATE template0")
    new_ledger(own_cluster.at("heard"), TOWN)
    for command in commands(tmp_path):
        do(own_cluster.at("heard"), command)
    with open_database(own_cluster.at("heard")) as database:
        wanted = tables(database)
    trials = unknown = life = 0
    with between(socket_of(own_cluster)) as proxy:
        while trials < TRIALS * TIMES:
            name, life = f"unheard{life}", life + 1
            own_cluster.run(f"CREATE DATABASE {name} TEMPLATE template0")
            new_ledger(own_cluster.at(name), TOWN)
            dice = chance("ambiguous", life)
            for command in commands(tmp_path):
                more, lost = given(proxy, through(proxy, name), command, dice.choices([Loses.REQUEST, Loses.ANSWER], k=4))
                trials, unknown = trials + more, unknown + lost
            with open_database(own_cluster.at(name)) as database:
                assert differences(tables(database), wanted) == [], f"FAULTS_SEED={SEED}, life {life}"
                assert wrong(database) == []
    assert unknown >= LEAST_LOST * TIMES
    print(f"{trials} commands given, {unknown} commits of which nobody knew")


def test_without_keys_the_same_counts_twice(own_cluster: Cluster) -> None:
    """The control: a plain table, and somebody who tries again when no answer came."""
    own_cluster.run("CREATE DATABASE naive TEMPLATE template0")
    with psycopg.connect(own_cluster.at("naive"), autocommit=True) as connection:
        connection.execute("CREATE TABLE payment (household INTEGER, cents INTEGER)")
    dice = chance("naive")
    with between(socket_of(own_cluster)) as proxy:
        for household in range(40):
            proxy.loses = dice.choice([Loses.REQUEST, Loses.ANSWER])
            while not _paid(through(proxy, "naive"), household):
                pass
    with psycopg.connect(own_cluster.at("naive")) as connection:
        found = connection.execute("SELECT COUNT(*), COUNT(DISTINCT household) FROM payment").fetchone()
    assert found is not None
    rows, households = found
    assert households == 40
    assert rows > 50, "A commit whose answer was lost must have been done twice here, or the test does not bite."


def _paid(url: str, household: int) -> bool:
    try:
        with psycopg.connect(url, autocommit=True) as connection:
            connection.execute("BEGIN")
            connection.execute("INSERT INTO payment VALUES (%s, 100)", (household,))
            connection.execute("COMMIT")
        return True
    except psycopg.OperationalError:
        return False
