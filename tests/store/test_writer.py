# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What is written is written once, whole and in order, however many write at the same time and wherever it stops."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest

from tests.databases import Cluster
from tests.store.steps import rows_of
from tests.store.world import MAKER, MARCH, OFFICER, TOWN, build, due, settle, to_account
from werkzaam.core.errors import InputError, LedgerError, NotAllowed, UnknownName
from werkzaam.ledger.decision import Decision, Line, Verdict
from werkzaam.ledger.event import broken
from werkzaam.store import decisions, runs
from werkzaam.store.accounts import request_account
from werkzaam.store.database import Database, open_database
from werkzaam.store.errors import CommitUnknown, Fenced, Refused, StoreError
from werkzaam.store.events import events, households, open_households, open_municipality
from werkzaam.store.facts import Fact, canonical, record_fact
from werkzaam.store.proposals import record_verdict, waiting
from werkzaam.store.verify import verify
from werkzaam.store.writer import Writer, payload_of, writing

MOMENT = "2026-03-20T09:15:00Z"


@pytest.fixture
def ledger(database: Database) -> Database:
    """A town with four households and nothing in them."""
    with database.transaction():
        open_municipality(database, TOWN, "Teststad")
        open_households(database, TOWN, [1, 2, 3, 4])
    return database


def slip(cents: int) -> Fact:
    """A payslip."""
    return Fact("wage", {"netto": str(cents)}, date(2026, 1, 1), "loonstrook", date(2026, 1, 31), None, "bakker", cents)


def wrote(database: Database, household: int, key: str, *, moment: str = MOMENT) -> bool:
    """Whether a fact was written, in a transaction of its own."""
    with database.transaction(), writing(database, TOWN, recorded_at=moment, actor=MAKER) as writer:
        return record_fact(writer, household, slip(100), idem_key=key) is not None


def test_the_same_thing_counts_once(ledger: Database) -> None:
    with ledger.transaction(), writing(ledger, TOWN, recorded_at=MOMENT, actor=MAKER) as writer:
        assert record_fact(writer, 1, slip(100), idem_key="slip") is not None
        assert record_fact(writer, 1, slip(100), idem_key="slip") is None
        assert record_fact(writer, 2, slip(100), idem_key="slip") is not None
    before = rows_of(ledger)
    assert not wrote(ledger, 1, "slip")
    assert rows_of(ledger) == before


def test_a_block_that_fails_leaves_nothing(ledger: Database) -> None:
    before = rows_of(ledger)

    def fail() -> None:
        with ledger.transaction(), writing(ledger, TOWN, recorded_at=MOMENT, actor=MAKER) as writer:
            record_fact(writer, 1, slip(100), idem_key="slip")
            writer.flush()
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert rows_of(ledger) == before
    assert wrote(ledger, 1, "slip")


def test_what_does_not_add_up_is_refused_when_the_block_ends(ledger: Database) -> None:
    """A payment whose parts are a cent short: found when all is there, and all of it goes."""
    made = settle(None, due(MARCH, 10_000, "first"), 0)
    assert isinstance(made, Decision)
    with (
        pytest.raises(Refused) as refused,
        ledger.transaction(),
        writing(ledger, TOWN, recorded_at=MOMENT, actor=MAKER) as writer,
    ):
        decisions.record_decision(writer, 1, made, (to_account(1, 9_999),))
    assert refused.value.constraint in ("payment_ends_at_amount", "foreign key")
    assert events(ledger, TOWN, 1) == []
    with ledger.transaction(), writing(ledger, TOWN, recorded_at=MOMENT, actor=MAKER) as writer:
        decisions.record_decision(writer, 1, made, (to_account(1, 10_000),))
    assert verify(ledger, TOWN) == []


def test_a_payment_without_parts_and_a_line_with_half_a_cent_are_refused_before(ledger: Database) -> None:
    made = settle(None, due(MARCH, 10_000, "first"), 0)
    assert isinstance(made, Decision)
    with ledger.transaction(), writing(ledger, TOWN, recorded_at=MOMENT, actor=MAKER) as writer:
        with pytest.raises(LedgerError, match="has no parts; say where it goes"):
            decisions.record_decision(writer, 1, made)
        object.__setattr__(made.due, "lines", (Line("norm", "Pw 21", 10_000.0),))  # type: ignore[arg-type]
        with pytest.raises(InputError, match="never a fraction"):
            decisions.record_decision(writer, 1, made, (to_account(1, 10_000),))


def test_time_does_not_go_back_and_nobody_is_made_up(ledger: Database) -> None:
    assert wrote(ledger, 1, "slip")
    with pytest.raises(LedgerError, match="Set the clock of this machine right"):
        wrote(ledger, 1, "earlier", moment="2026-03-20T09:14:59Z")
    with pytest.raises(UnknownName, match=f"Household 99 of {TOWN} is not known; open it first"):
        wrote(ledger, 99, "slip")
    assert wrote(ledger, 2, "slip", moment="2026-03-20T09:14:59Z")


def test_many_at_once_make_whole_chains(ledger: Database, database_url: str) -> None:
    """Eight writers, four households, each key offered twice."""

    def work(number: int) -> int:
        with open_database(database_url) as own:
            return sum(wrote(own, 1 + at % 4, f"{number % 4} {at}") for at in range(12))

    with ThreadPoolExecutor(8) as pool:
        assert sum(pool.map(work, range(8))) == 4 * 12
    for household in households(ledger, TOWN):
        chain = events(ledger, TOWN, household)
        assert [event.hseq for event in chain] == list(range(1, 13))
        assert broken(chain) == []
    assert verify(ledger, TOWN) == []


def test_without_locks_the_schema_refuses_and_nothing_is_lost_or_double(
    cluster: Cluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The control: the same without FOR UPDATE is refused now and then, and what is kept is right all the same."""
    monkeypatch.setattr("werkzaam.store.writer._LOCK", "")
    with cluster.database(schema=True) as url, open_database(url) as database:
        with database.transaction():
            open_municipality(database, TOWN, "Teststad")
            open_households(database, TOWN, [1])

        def work(number: int) -> list[str]:
            kept = []
            with open_database(url) as own:
                for at in range(25):
                    try:
                        wrote(own, 1, f"{number} {at}")
                        kept.append(f"{number} {at}")
                    except (Refused, StoreError):
                        continue
            return kept

        with ThreadPoolExecutor(4) as pool:
            kept = [key for keys in pool.map(work, range(4)) for key in keys]
        assert sorted(event.idem_key for event in events(database, TOWN, 1)) == sorted(kept)
        assert len(kept) < 100, "without locks something must have been refused, or this control controls nothing"
        assert verify(database, TOWN) == []


def test_an_answer_that_is_lost_can_be_asked_again(cluster: Cluster) -> None:
    """The connection ends just before COMMIT: whether it was kept is not known, and doing it again counts once."""
    with cluster.database(schema=True) as url, open_database(url) as other:
        with other.transaction():
            open_municipality(other, TOWN, "Teststad")
            open_households(other, TOWN, [1])
        database = open_database(url)

        def cut(statement: str) -> None:
            if statement == "COMMIT":
                pid = database.connection.info.backend_pid  # type: ignore[attr-defined]
                other.rows("SELECT pg_terminate_backend(?::int)", (pid,))

        database.before = cut
        with pytest.raises(CommitUnknown, match="do the same again"):
            wrote(database, 1, "slip")
        database.close()
        assert [wrote(other, 1, "slip"), wrote(other, 1, "slip")] == [True, False]
        assert len(events(other, TOWN, 1)) == 1


def test_a_slice_that_was_taken_over_cannot_be_finished(ledger: Database, database_url: str) -> None:
    """The first worker pauses longer than its lease; the second takes over and finishes; the first keeps nothing."""
    with ledger.transaction(), writing(ledger, TOWN, recorded_at=MOMENT, actor=MAKER) as writer:
        run = runs.start_run(writer, MARCH, "month", [1, 2, 3, 4], rules_version="1.0", slice_size=2)

    def take(database: Database, worker: str, now: str) -> runs.Slice | None:
        with database.transaction():
            return runs.take_slice(
                database, TOWN, run.run_id, worker=worker, now=f"2026-03-20T{now}:00Z", leased_until=f"2026-03-20T{now}:59Z"
            )

    slow = take(ledger, "slow", "09:20")
    assert slow is not None
    assert slow.slice == 1
    with open_database(database_url) as other:
        second = take(other, "quick", "09:20")
        assert second is not None
        assert second.slice == 2
        assert take(other, "third", "09:20") is None
        over = take(other, "quick", "09:30")
        assert over is not None
        assert (over.slice, over.taken) == (1, 2)
        finish(other, over, [1, 2])
    with pytest.raises(Fenced, match="taken over by another worker"):
        finish(ledger, slow, [1, 2])
    assert [event.actor for event in events(ledger, TOWN, 1)] == ["worker 2"]
    again = take(ledger, "quick", "09:20")
    assert again is not None, "who stopped takes up its own slice at once"
    assert (again.slice, again.taken) == (2, 2)
    with pytest.raises(Fenced):
        finish(ledger, second, [3, 4])
    with pytest.raises(LedgerError, match="is about 2 households; found 1 items"):
        finish(ledger, again, [3])
    with pytest.raises(LedgerError, match="is not done; take it up again"), ledger.transaction():
        runs.start_run(
            Writer(ledger, TOWN, recorded_at=MOMENT, actor=MAKER), MARCH, "month", [1], rules_version="1.0", slice_size=2
        )
    with ledger.transaction():
        open_households(ledger, TOWN, [5])
    finish(ledger, again, [3, 4, 5])
    assert runs.is_done(ledger, TOWN, run)
    assert verify(ledger, TOWN) == []


def finish(database: Database, held: runs.Slice, of: list[int]) -> None:
    """A worker writes a fact for each household, and finishes."""
    actor = f"worker {held.taken}"
    with database.transaction(), writing(database, TOWN, recorded_at="2026-03-20T10:00:00Z", actor=actor) as writer:
        for household in of:
            record_fact(writer, household, slip(100), idem_key=f"run {held.slice}")
        runs.finish_slice(writer, held, [runs.RunItem(household, runs.DECIDED) for household in of])


def test_what_an_event_says_of_its_rows_does_not_depend_on_their_order_or_on_empty_columns() -> None:
    """A golden fingerprint: it may never change, or no ledger could be verified any more."""
    one, other = {"part": 1, "cents": 4_000}, {"part": 2, "cents": 6_000, "name": "Zoë", "body": b"\x00\xff"}
    expected = "payment+payment_part 5ae9051b6e74c1fc85b60771c15f212aadbffbf40d39ec696c2bbae11cb314f6"
    assert payload_of({"payment_part": [one, other], "payment": [{"cents": 10_000}]}) == expected
    assert payload_of({"payment": [{"later": None, "cents": 10_000}], "payment_part": [other, one]}) == expected
    assert payload_of({"payment_part": [one, {**other, "cents": 6_001}], "payment": [{"cents": 10_000}]}) != expected


def test_rows_of_a_case_file_are_kept_as_one_text() -> None:
    assert canonical({"b": date(2026, 1, 31), "a": ["x", True, None, 1]}) == '{"a":["x",true,null,1],"b":"2026-01-31"}'
    for wrong in (0.5, {"a": 1.0}, {1, 2}):
        with pytest.raises(InputError):
            canonical(wrong)


def test_a_wrong_account_number_is_refused_and_spaces_are_not(ledger: Database) -> None:
    with ledger.transaction(), writing(ledger, TOWN, recorded_at=MOMENT, actor=MAKER) as writer:
        with pytest.raises(InputError, match="check digits of this IBAN do not fit"):
            ask(writer, "NL91ABNA0417164301")
        assert ask(writer, "nl91 abna 0417 1643 00")


def ask(writer: Writer, iban: str) -> bool:
    """Ask for an account."""
    asked = request_account(
        writer, 1, payee="persoon 1", holder="P", iban=iban, from_day=date(2026, 1, 1), evidence="bankpas"
    )  # fmt: skip
    return asked is not None


def test_an_officer_answers_in_their_own_name(database: Database) -> None:
    town = build(database)
    about = next(one for one in waiting(database, TOWN, 2, last=True) if one.outcome is None)
    said = Verdict(about.value.due.digest, OFFICER, about.maker, False, "klopt niet")
    with town.at(MAKER) as writer, pytest.raises(NotAllowed, match="answers in their own name"):
        record_verdict(writer, about, said, in_month=MARCH)
