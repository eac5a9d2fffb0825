# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What is read is what was written, also as it was known then, and no question about one household walks through a town."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from tests.store.world import (
    AUGUST,
    DECEMBER,
    FEBRUARY,
    IBANS,
    JANUARY,
    JULY,
    MAKER,
    MAY,
    NOVEMBER,
    OCTOBER,
    OFFICER,
    TOWN,
    build,
    due,
)  # fmt: skip
from werkzaam.ledger.decision import Awaiting, OutOfTerm, Proposal, Withdrawn, open_proposal
from werkzaam.ledger.event import broken, hash_of
from werkzaam.ledger.payment import PartKind
from werkzaam.store import accounts, bank, claims, decisions, events, facts, letters, people, premiums, proposals, queue, runs
from werkzaam.store.database import Database, open_database
from werkzaam.store.payments import payments


def test_a_month_is_read_as_it_was_known_then(database: Database) -> None:
    """Household 1, January: 100.00, then 70.00 with a claim of 30.00, then 95.00 with a claim of 5.00."""
    build(database)
    chain = decisions.decisions(database, TOWN, 1, month=JANUARY)
    assert [(one.decision.due.cents, one.decision.paid_after, one.decision.claim_after) for one in chain] == [
        (10_000, 10_000, 0),
        (7_000, 10_000, 3_000),
        (9_500, 10_000, 500),
    ]
    for one in chain:
        then = decisions.last_decisions(database, TOWN, 1, upto=one.hseq)
        assert then[JANUARY] == one
        assert decisions.last_decisions(database, TOWN, 1, upto=one.hseq - 1).get(JANUARY) != one
    assert [one.verdict_seq is not None for one in chain] == [False, True, False]
    assert chain[1].decision.approved_by == OFFICER
    assert chain[0].decision.due == due(JANUARY, 10_000, "first")


def test_a_moment_becomes_the_number_that_was_known_then(database: Database) -> None:
    build(database)
    for event in events.events(database, TOWN, 1):
        assert events.known_at(database, TOWN, 1, event.recorded_at) >= event.hseq
    first = events.events(database, TOWN, 1)[0]
    assert events.known_at(database, TOWN, 1, "2026-01-01T00:00:00Z") == 0
    assert events.known_at(database, TOWN, 1, first.recorded_at) < events.known_at(database, TOWN, 1, "2027-01-01T00:00:00Z")
    assert events.known_at(database, TOWN, 3, "2027-01-01T00:00:00Z") == 0


def test_facts_are_read_without_what_was_replaced_by_then(database: Database) -> None:
    build(database)
    now = facts.facts_known(database, TOWN, 1)
    estimates = [one for one in now if one.fact.kind == "estimate"]
    assert [one.fact.cents for one in estimates] == [4_500]
    every = facts.facts_known(database, TOWN, 1, all_versions=True)
    replaced = next(one for one in every if one.fact.cents == 4_000)
    assert replaced.superseded_by == estimates[0].hseq == replaced.hseq + 1
    then = facts.facts_known(database, TOWN, 1, upto=replaced.hseq)
    assert [one.fact.cents for one in then if one.fact.kind == "estimate"] == [4_000]
    slip = next(one for one in now if one.fact.kind == "wage")
    wage = facts.Fact("wage", {"netto": "50.00"}, date(2026, 1, 1), "loonstrook", date(2026, 1, 31), 1, "bakker", 5_000)
    assert slip.fact == wage
    assert (slip.actor, slip.superseded_by) == (MAKER, None)


def test_what_stands_beside_decisions_is_read_as_values(database: Database) -> None:
    town = build(database)
    standing = {one.value.month: one for one in proposals.waiting(database, TOWN, 2, last=True)}
    assert {month: type(one.value) for month, one in standing.items()} == {
        JULY: OutOfTerm, AUGUST: Proposal, JANUARY: Withdrawn, FEBRUARY: Proposal, MAY: Awaiting,
    }  # fmt: skip
    about = [one.value for one in proposals.waiting(database, TOWN, 2) if one.value.month == FEBRUARY]
    assert open_proposal(town.last(2, FEBRUARY), about) == standing[FEBRUARY].value
    assert standing[JULY].value.difference == -1_000  # type: ignore[union-attr]
    assert set(proposals.reopened(database, TOWN, 2)) == {JULY, AUGUST}
    answered = [one for one in proposals.waiting(database, TOWN, 1) if one.outcome]
    assert [(one.outcome, one.maker) for one in answered] == [("approved", MAKER)]
    before = answered[0].hseq
    assert [one.outcome for one in proposals.waiting(database, TOWN, 1, upto=before, last=True)] == [None]
    assert proposals.waiting(database, TOWN, 1, last=True) == []


def test_claims_are_read_with_what_came_back_and_what_was_told(database: Database) -> None:
    build(database)
    held = claims.claims(database, TOWN, 2)
    assert {month: (one.claim, one.recovered) for month, one in held.items() if month in (OCTOBER, NOVEMBER, DECEMBER)} == {
        OCTOBER: (1_000, 0), NOVEMBER: (0, 1_000), DECEMBER: (1_000, 100),
    }  # fmt: skip
    assert held[OCTOBER].value(date(2026, 4, 8), 7).takeable(date(2026, 4, 8), 7) == 0
    assert held[DECEMBER].value(date(2026, 4, 8), 7).takeable(date(2026, 4, 8), 7) == 900
    assert held[DECEMBER].value(date(2026, 2, 8), 7).takeable(date(2026, 2, 8), 7) == 499
    told = held[DECEMBER].told_by(date(2026, 3, 7))
    assert told is not None
    assert told.notice.cents == 599
    assert held[DECEMBER].told_by(date(2026, 2, 7)) is None
    assert claims.claims(database, TOWN, 1)[JANUARY].value(date(2026, 4, 8), 7).overtaken == 0
    ended = claims.disputes(database, TOWN, 1)[0]
    assert ended.dispute.decided_on == date(2026, 3, 9)
    assert claims.disputes(database, TOWN, 1, upto=ended.hseq)[0].dispute.decided_on is None


def test_payments_and_their_parts_are_read(database: Database) -> None:
    build(database)
    paid = payments(database, TOWN, 1)
    assert [(one.month, one.cents, len(one.parts)) for one in paid[:2]] == [(JANUARY, 10_000, 2), (FEBRUARY, 8_000, 2)]
    assert [part.kind for part in paid[0].parts] == [PartKind.THIRD_PARTY, PartKind.ACCOUNT]
    kept = paid[1].parts[0]
    assert (kept.kind, kept.ref, kept.cents) == (PartKind.RECOVERY, "2026-01", 500)
    assert all(sum(part.cents for part in one.parts) == one.cents for one in paid)
    assert payments(database, TOWN, 1, upto=paid[0].hseq) == paid[:1]


def test_what_must_still_be_paid_is_what_was_not_sent_or_came_back(database: Database) -> None:
    build(database)
    left = bank.open_parts(database, TOWN)
    assert (left[0].household, left[0].cents, left[0].tried, left[0].failed) == (1, 20_000, 1, "rejected")
    assert {one.tried for one in left[1:]} == {0}
    assert not {one.payee for one in left} & {"recovery"}
    assert [one.month for one in bank.open_parts(database, TOWN, since=MAY)] == [MAY]
    sent = bank.attempts(database, TOWN, "file 1")
    assert [one.e2e_id for one in sent] == ["file 1-1", "file 1-2", "file 1-3"]
    assert bank.outcomes(database, TOWN, sent[0]) == [("booked", "ref file 1-1"), ("returned", "ref back")]
    again = bank.attempts(database, TOWN, "file 2")
    assert (again[0].attempt, again[0].hseq, again[0].part) == (2, sent[0].hseq, sent[0].part)
    assert bank.attempts_called(database, TOWN, ["file 1-2", "theirs"]) == {"file 1-2": sent[1]}
    assert [(one.file_id, one.transfers, one.released_by) for one in bank.pay_files(database, TOWN)] == [
        ("file 1", 3, OFFICER), ("file 2", 1, None), ("file 3", 3, None),
    ]  # fmt: skip
    assert [one.bank_ref for one in bank.unmatched(database, TOWN)] == ["ref 2", "ref 3", "ref spare"]
    assert [one.bank_ref for one in bank.unmatched(database, TOWN, since=date(2026, 3, 20))] == ["ref 3", "ref spare"]


def test_people_accounts_letters_and_runs_are_read(database: Database) -> None:
    build(database)
    assert [(one.person, one.name) for one in people.people(database, TOWN, 1)] == [(1, "P. Persoon-Jansen"), (3, "P. 3")]
    assert [one.household for one in people.people(database, TOWN)] == [1, 2, 1]
    assert len(people.representatives(database, TOWN, 1, on=date(2026, 1, 15))) == 1
    assert people.representatives(database, TOWN, 1, on=date(2026, 1, 16)) == []
    held = accounts.accounts_on(database, TOWN, date(2026, 3, 15))
    assert held[1, "persoon 1"].iban == IBANS[0]
    assert accounts.accounts_on(database, TOWN, date(2025, 12, 31)) == {}
    assert [one.outcome for one in accounts.account_requests(database, TOWN, 1)] == ["approved", "approved", "rejected"]
    (sent,) = letters.letters(database, TOWN, 1)
    assert (sent.letter.body, sent.letter.month, sent.letter.version) == (b"%PDF-1.7 brief", JANUARY, 1)
    run = runs.run_called(database, TOWN, "2026-03-month-1")
    assert runs.counts(database, TOWN, run.run_id) == {"decided": 1, "held": 1}
    assert not runs.is_done(database, TOWN, run)
    assert [one.owner for one in runs.run_items(database, TOWN, run.run_id, result="held")] == [OFFICER]
    awards = premiums.premiums(database, TOWN, 1)
    assert [(one.award.cents, one.award.cum_after) for one in awards] == [(20_000, 20_000), (-8_000, 12_000)]
    assert premiums.last_premiums(database, TOWN)[1] == awards[-1]
    assert premiums.premiums_of(database, TOWN, 1) == awards


def test_the_queue_says_what_waits_and_since_when(database: Database) -> None:
    build(database)
    waits = queue.queue(database, TOWN)
    assert sorted({task.kind for task in waits}) == [
        "account", "awaiting_payslip", "dispute", "held", "out_of_term", "premium", "proposal", "question",
    ]  # fmt: skip
    assert [task.since for task in waits] == sorted(task.since for task in waits)
    assert all(task.since for task in waits)
    assert [item.item_id for item in queue.open_items(database, TOWN)] == ["question"]
    assert [item.reason for item in queue.open_items(database, TOWN, closed=True)][1] == "teruggestort"


def test_many_households_are_read_at_once_as_one_by_one(database: Database) -> None:
    build(database)
    rows = decisions.last_rows(database, TOWN, first=1, last=2, since=DECEMBER)
    many = [(row[0], decisions.decided_of(row[1:])) for row in rows]
    for household in (1, 2):
        alone = decisions.last_decisions(database, TOWN, household)
        assert [one for who, one in many if who == household] == [alone[month] for month in sorted(alone) if month >= DECEMBER]


def test_chains_are_whole_and_heads_are_their_ends(database: Database) -> None:
    build(database)
    ends = events.heads(database, TOWN)
    for household in events.households(database, TOWN):
        chain = events.events(database, TOWN, household)
        assert broken(chain) == []
        assert all(hash_of(event) == event.hash for event in chain)
        assert ends.get(household) == (chain[-1].head if chain else None)
    assert events.municipalities(database) == {"dorp": "Dorp", TOWN: "Teststad"}


READS: dict[str, Callable[[Database], object]] = {
    "decisions": lambda database: decisions.decisions(database, TOWN, 1, upto=9),
    "one month": lambda database: decisions.decisions(database, TOWN, 1, month=JANUARY),
    "facts": lambda database: facts.facts_known(database, TOWN, 1, upto=9),
    "payments": lambda database: payments(database, TOWN, 1, upto=9),
    "claims": lambda database: claims.claims(database, TOWN, 1),
    "waiting": lambda database: proposals.waiting(database, TOWN, 1, last=True),
    "reopened": lambda database: proposals.reopened(database, TOWN, 1),
    "premiums": lambda database: premiums.premiums_of(database, TOWN, 1),
    "premium": lambda database: premiums.premiums(database, TOWN, 1),
    "people": lambda database: people.people(database, TOWN, 1),
    "representatives": lambda database: people.representatives(database, TOWN, 1),
    "accounts": lambda database: accounts.accounts_on(database, TOWN, date(2026, 1, 1), 1),
    "requests": lambda database: accounts.account_requests(database, TOWN, 1),
    "letters": lambda database: letters.letters(database, TOWN, 1),
    "events": lambda database: events.events(database, TOWN, 1, upto=9),
    "moment": lambda database: events.known_at(database, TOWN, 1, "2026-03-01T00:00:00Z"),
    "transfers": lambda database: bank.attempts(database, TOWN, "file 1"),
    "called": lambda database: bank.attempts_called(database, TOWN, ["file 1-1"]),
}


@pytest.mark.parametrize("name", READS)
def test_no_question_about_one_household_walks_through_a_town(sqlite_url: str, name: str) -> None:
    """Every table is entered by an index, as the query plan says; so the size of the town does not matter."""
    asked: list[str] = []
    with open_database(sqlite_url) as database:
        database.before = asked.append
        READS[name](database)
        database.before = None
        for query in asked:
            plan = [row[3] for row in database.rows(f"EXPLAIN QUERY PLAN {query}", (None,) * query.count("?"))]
            assert not [step for step in plan if step.startswith("SCAN")], f"{query}\n{plan}"
            assert all("municipality=? AND" in step for step in plan if step.startswith("SEARCH")), f"{query}\n{plan}"
    assert asked
