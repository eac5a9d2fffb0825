# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The queries find what they say, also what the schema would never let in: here its guards are taken off first."""

from __future__ import annotations

import random
import sqlite3

import pytest

from tests.store.mutants import Copies, without_guards
from tests.store.steps import rows_of
from tests.store.world import TO_GIVE_BACK, TOWN, build
from werkzaam.store.database import Database, open_database
from werkzaam.store.invariants import INVARIANTS, broken_invariants, paid_twice, refunds_due, unowned
from werkzaam.store.schema import schema, sqlite_statements
from werkzaam.store.verify import SPINE_TABLES, verify

PAID = "household = 1 AND month = 202601 AND version = 1"
WRONG = {
    f"UPDATE decision SET paid_after = paid_after + 1 WHERE {PAID}": {"I1"},
    f"UPDATE decision SET pay_cents = pay_cents - 1 WHERE {PAID}": {"I1", "I2"},
    f"UPDATE decision SET due_cents = -1, claim_after = paid_after + 1 WHERE {PAID}": {"I1", "I8", "I10"},
    "DELETE FROM payment WHERE household = 1 AND month = 202601 AND decision_cents IS NOT NULL": {"I2", "I12"},
    "UPDATE payment_part SET cents = cents + 1 WHERE household = 1 AND name = 'Verhuurder'": {"I2", "I3"},
    "UPDATE attempt SET cents = cents + 1 WHERE e2e_id = 'file 1-2'": {"I3", "I4", "I12"},
    "UPDATE bank_entry SET cents = cents + 1 WHERE bank_ref = 'ref 0'": {"I3"},
    "UPDATE pay_file SET nb_tx = nb_tx + 1 WHERE file_id = 'file 1'": {"I4"},
    "UPDATE pay_file SET ctrl_sum_cents = ctrl_sum_cents + 1 WHERE file_id = 'file 1'": {"I4"},
    "UPDATE household SET head_seq = head_seq - 1 WHERE household = 1": {"I5"},
    "DELETE FROM event WHERE household = 1 AND hseq = 9": {"I5"},
    f"UPDATE decision SET lines = replace(lines, '-5000', '-4999') WHERE {PAID}": {"I8"},
    f"UPDATE decision SET lines = replace(lines, 'Pw 21', '') WHERE {PAID}": {"I8"},
    "UPDATE premium SET cap_cents = 1 WHERE person = 2": {"I9"},
    "UPDATE premium SET award_cents = -award_cents, payout_half = NULL WHERE person = 2": {"I9"},
    "UPDATE premium_verdict SET protected_earnings = NULL": {"I9"},
    "UPDATE verdict SET outcome = 'rejected' WHERE household = 1": {"I10"},
    "UPDATE verdict SET officer = maker WHERE household = 1": {"I10"},
    "UPDATE recovery SET claim_cents = recovered_after - 1 WHERE household = 2 AND month = 202512": {"I10"},
    "UPDATE recovery SET ceiling_cents = cents - 1 WHERE source = 'withheld'": {"I10"},
    "UPDATE notice SET from_day = '2027-01-01' WHERE household = 1": {"I10"},
    "UPDATE notice SET cents = 1 WHERE household = 1": {"I10"},
    "DELETE FROM run_item WHERE household = 1": {"I11"},
    "UPDATE run_slice SET households = 9 WHERE slice = 1 AND run_id = '2026-03-month-1'": {"I11"},
    "UPDATE run_slice SET done = 0 WHERE slice = 1 AND run_id = '2026-03-month-1'": {"I11"},
    "UPDATE payment SET amount_cents = amount_cents + 1 WHERE household = 2 AND month = 202602": {"I2", "I12"},
    "UPDATE event SET recorded_at = '2026-01-01T00:00:00Z' WHERE household = 1 AND hseq = 20": {"I13", "I5"},
    "UPDATE verdict SET in_month = 202612 WHERE household = 1": {"I13"},
    "UPDATE assignment SET from_day = '2026-02-01' WHERE person = 1": {"G1", "I5"},
    "DELETE FROM assignment WHERE person = 1 AND number = 1": {"G1", "I5"},
    "UPDATE contact SET day = '2027-01-01' WHERE household = 1": {"G2", "I5"},
    "UPDATE guidance_entry SET until_day = '2020-01-01' WHERE household = 1": {"G3", "I5"},
    "UPDATE staff_entry SET until_day = '2020-01-01' WHERE number = 3": {"G3"},
    "UPDATE guidance_entry SET role = 'handhaving' WHERE supersedes_seq IS NOT NULL": {"G4", "I5"},
    "UPDATE contact SET role = 'handhaving' WHERE supersedes_seq IS NOT NULL": {"G4", "I5"},
    "UPDATE person SET household = 2 WHERE person = 1": {"G4", "I5"},
    "DELETE FROM staff_entry WHERE number = 2": {"G5"},
    "DELETE FROM look WHERE person = 1 AND number = 1": {"G5"},
    "DELETE FROM look_of_many WHERE number = 1": {"G5"},
}
"""What somebody with the file in hand could do, and which invariants say so."""


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory, sqlite_with_schema) -> bytes:
    """A town in SQLite whose guards are off, as the bytes of its file."""
    path = tmp_path_factory.mktemp("town") / "ledger.db"
    path.write_bytes(sqlite_with_schema.read_bytes())
    with open_database(f"sqlite:///{path}") as database:
        build(database)
        for table in schema().tables:
            for event in ("update", "delete"):
                database.execute(f"DROP TRIGGER IF EXISTS {table.name}_no_{event}")
        for guard in schema().guards:
            database.execute(f"DROP TRIGGER {guard.name}")
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return path.read_bytes()


def damaged(town: bytes, path, statement: str) -> Database:
    """The town after a statement that nothing held back."""
    path.write_bytes(town)
    raw = sqlite3.connect(path)
    raw.execute("PRAGMA ignore_check_constraints = ON")
    raw.execute(statement)
    assert raw.total_changes, statement
    raw.commit()
    raw.close()
    return open_database(f"sqlite:///{path}")


def test_nothing_is_wrong_in_a_town_that_the_public_functions_wrote(database: Database) -> None:
    build(database)
    assert verify(database, TOWN, unowned_before="2026-03-01") == TO_GIVE_BACK
    assert verify(database, "dorp") == []


@pytest.mark.parametrize("statement", WRONG)
def test_damage_is_found_by_its_invariant(town: bytes, tmp_path, statement: str) -> None:
    with damaged(town, tmp_path / "ledger.db", statement) as database:
        assert WRONG[statement] <= {finding.invariant for finding in verify(database, TOWN)}


def test_every_invariant_is_broken_by_some_damage() -> None:
    assert {one.name for one in INVARIANTS} | {"I8"} == set().union(*WRONG.values()) | {"I6"}


def test_knowledge_that_was_decided_twice_is_found(sqlite_url: str) -> None:
    """As no trigger can be taken off here, the table is made without it."""
    with open_database(sqlite_url) as database:
        build(database)
        rows = rows_of(database)
    first = next(row for table, row in rows if table == "decision" and row["month"] == 202602)
    follows = {"version": 2, "prev_version": 1, "paid_before": first["paid_after"], "pay_cents": 0, "payment_seq": None}
    rows.append(("decision", {**first, **follows, "hseq": 1, "known_seq": 0}))
    without = next(mutant for _, what, mutant in without_guards(schema()) if what == "decision_once")
    copy = open_database("sqlite:///:memory:")
    copy.connection = Copies(without, rows)._built(list(sqlite_statements(without)))
    assert [one.household for one in broken_invariants(copy, TOWN) if one.invariant == "I6"] == [first["household"]]


def test_any_cell_behind_an_event_that_changes_is_found_with_household_and_number(town: bytes, tmp_path) -> None:
    chance = random.Random(20260320)
    with damaged(town, tmp_path / "whole.db", "UPDATE anchor SET leaves = leaves") as database:
        rows = [(table, row) for table, row in rows_of(database) if table in SPINE_TABLES]
    for _ in range(60):
        table, row = chance.choice(rows)
        column = chance.choice([name for name in row if name not in schema().table(table).key and name != "hseq"])
        where = " AND ".join(f"{key} = {row[key]!r}" for key in schema().table(table).key)
        change = f"UPDATE {table} SET {column} = {_other(row[column])} WHERE {where}"
        with damaged(town, tmp_path / "ledger.db", change) as database:
            found = {(one.household, one.where.split(":")[0]) for one in verify(database, TOWN) if one.invariant == "I5"}
        assert (row["household"], f"event {row['hseq']}") in found, change


def _other(value: object) -> str:
    """Another value of the same kind."""
    if isinstance(value, int):
        return str(value + 1)
    return "7" if value is None else "x'00'" if isinstance(value, bytes) else "'ander'"


def test_what_is_over_waits_for_a_refund_and_what_is_paid_again_is_shown(database: Database) -> None:
    build(database)
    assert [(one.household, one.where) for one in refunds_due(database, TOWN)] == [(2, "202511 3")]
    assert paid_twice(database, TOWN) == []


def test_a_bank_entry_that_nobody_owns_is_found_from_its_day(database: Database) -> None:
    build(database)
    assert unowned(database, TOWN, "2026-03-12") == []
    assert [one.where for one in unowned(database, TOWN, "2026-03-20")] == ["ref 2 2026-03-12"]
    assert {one.where.split()[1] for one in unowned(database, TOWN, "2026-03-21")} == {"2", "3", "spare"}
