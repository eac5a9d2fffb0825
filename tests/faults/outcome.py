# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What a ledger came to: all its tables without what only says when, and the sums that must hold whatever happened."""

from __future__ import annotations

import re
from collections.abc import Iterator

from werkzaam.ledger.event import broken
from werkzaam.store.database import Database
from werkzaam.store.events import events, heads, municipalities
from werkzaam.store.runs import UNCHANGED
from werkzaam.store.schema import schema

Tables = dict[str, list[tuple[object, ...]]]

_WHEN = frozenset({
    "recorded_at", "prev_at", "head_at", "hash", "prev_hash", "head_hash", "started_at", "opened_at", "leased_until", "taken",
    "made_at", "released_at", "payload", "sha256",
})  # fmt: skip
"""Columns that differ when the same was done a minute later; payload and sha256 are fingerprints that such columns go into."""
_MOMENT = re.compile(r"20\d\d-\d\d-\d\dT\d\d:\d\d:\d\dZ")


def tables(database: Database) -> Tables:
    """Every row of every table, without moments and hashes."""
    found: Tables = {}
    for table in schema().tables:
        names = [one.name for one in table.columns if one.name not in _WHEN]
        rows = database.rows(f"SELECT {', '.join(names)} FROM {table.name} ORDER BY {', '.join(table.key)}")
        found[table.name] = [tuple(_told(value) for value in row) for row in rows]
    idle = _idle_runs(database)
    for name in ("run", "run_slice", "run_item"):
        found[name] = [row for row in found[name] if row[:2] not in idle]
    return found


def _idle_runs(database: Database) -> set[tuple[object, ...]]:
    """Runs that came to nothing for anybody: a run that is asked again after it ended makes one."""
    query = """
        SELECT municipality, run_id FROM run WHERE go > 1 AND NOT EXISTS (SELECT 1 FROM run_item
        WHERE run_item.municipality = run.municipality AND run_item.run_id = run.run_id AND result <> ?)
        AND NOT EXISTS (SELECT 1 FROM run_slice
        WHERE run_slice.municipality = run.municipality AND run_slice.run_id = run.run_id AND done = 0)"""
    return set(database.rows(query, (UNCHANGED,)))


def _told(value: object) -> object:
    return _MOMENT.sub("*", value) if isinstance(value, str) and "T" in value else value


def differences(found: Tables, wanted: Tables) -> list[str]:
    """The tables that differ, with how many rows were lost and how many are too many."""
    return [
        f"{name}: {len([row for row in wanted[name] if row not in found[name]])} lost, "
        f"{len([row for row in found[name] if row not in wanted[name]])} too many"
        for name in wanted
        if found[name] != wanted[name]
    ]


SUMS = {
    "I1 paid is the sum of what was paid": """
        SELECT household, month FROM decision GROUP BY municipality, household, month HAVING SUM(pay_cents) <> MAX(CASE WHEN
        version = (SELECT MAX(version) FROM decision AS last WHERE last.municipality = decision.municipality
        AND last.household = decision.household AND last.month = decision.month) THEN paid_after END)""",
    "I2 every decision that pays has its payment": """
        SELECT household, hseq FROM decision WHERE pay_cents > 0 AND NOT EXISTS (SELECT 1 FROM payment
        WHERE payment.municipality = decision.municipality AND payment.household = decision.household
        AND payment.hseq = decision.hseq AND payment.amount_cents = decision.pay_cents)""",
    "I2 parts add up to their payment": """
        SELECT payment.household, payment.hseq FROM payment LEFT JOIN payment_part
        ON payment_part.municipality = payment.municipality AND payment_part.household = payment.household
        AND payment_part.hseq = payment.hseq GROUP BY payment.municipality, payment.household, payment.hseq, amount_cents
        HAVING COALESCE(SUM(cents), 0) <> amount_cents""",
    "I3 nothing is on its way to the bank twice": """
        SELECT household, hseq, part FROM attempt WHERE NOT EXISTS (SELECT 1 FROM outcome
        WHERE outcome.municipality = attempt.municipality AND outcome.household = attempt.household
        AND outcome.hseq = attempt.hseq AND outcome.part = attempt.part AND outcome.attempt = attempt.attempt
        AND outcome.outcome <> 'booked') GROUP BY attempt.municipality, household, hseq, part HAVING COUNT(*) > 1""",
    "I4 a file is the sum of its transfers": """
        SELECT pay_file.file_id FROM pay_file LEFT JOIN attempt ON attempt.municipality = pay_file.municipality
        AND attempt.file_id = pay_file.file_id GROUP BY pay_file.municipality, pay_file.file_id, ctrl_sum_cents, pay_file.nb_tx
        HAVING COALESCE(SUM(cents), 0) <> ctrl_sum_cents OR COUNT(cents) <> pay_file.nb_tx""",
    "I5 the head is the last event": """
        SELECT household, head_seq FROM household WHERE COALESCE(head_seq, 0) <> (SELECT COALESCE(MAX(hseq), 0) FROM event
        WHERE event.municipality = household.municipality AND event.household = household.household)""",
    "I6 the same is not decided twice in a row": """
        SELECT household, month, version FROM decision WHERE input_digest IN (SELECT last.input_digest FROM decision AS last
        WHERE last.municipality = decision.municipality AND last.household = decision.household AND last.month = decision.month
        AND last.version = decision.version - 1)""",
    "I9 premium is paid once for a half-year": """
        SELECT person, year FROM premium WHERE award_cents > 0 GROUP BY municipality, person, year, half HAVING COUNT(*) > 1""",
    "I10 no more is taken than was claimed": """
        SELECT household, month FROM recovery GROUP BY municipality, household, month
        HAVING SUM(cents) > MAX(claim_cents) OR SUM(cents) < 0""",
    "I10 no more is contested than was claimed": """
        SELECT household, month FROM dispute GROUP BY municipality, household, month HAVING SUM(cents) > (SELECT MAX(claim_after)
        FROM decision WHERE decision.municipality = dispute.municipality AND decision.household = dispute.household
        AND decision.month = dispute.month)""",
    "I11 a slice that is done has an item for each household": """
        SELECT run_id, slice FROM run_slice WHERE done = 1 AND households > (SELECT COUNT(*) FROM run_item
        WHERE run_item.municipality = run_slice.municipality AND run_item.run_id = run_slice.run_id
        AND run_item.slice = run_slice.slice)""",
    "I11 a slice that is not done has none": """
        SELECT run_id, slice FROM run_slice WHERE done = 0 AND EXISTS (SELECT 1 FROM run_item
        WHERE run_item.municipality = run_slice.municipality AND run_item.run_id = run_slice.run_id
        AND run_item.slice = run_slice.slice)""",
    "I13 time does not go back": "SELECT household, hseq FROM event WHERE recorded_at < prev_at",
}
"""Queries of which every row is something wrong; they are not the store's own, so that one can be wrong without the other."""


def wrong(database: Database) -> list[str]:
    """What does not hold in a ledger, each with its rows; every chain is computed again."""
    return [f"{name}: {rows}" for name, query in SUMS.items() if (rows := database.rows(query))] + list(_chains(database))


def _chains(database: Database) -> Iterator[str]:
    for town in municipalities(database):
        for household in heads(database, town):
            if found := broken(events(database, town, household)):
                yield f"I5 the chain of {household}: {found}"
