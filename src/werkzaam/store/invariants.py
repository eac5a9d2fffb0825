# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What must always hold of the ledger, each as a query of what does not: run after every batch, nightly, and after a restore.

The schema holds most of this too; a query knows nothing of the schema, so that the two can disagree. The numbers are those of
docs/reference/store.md. I5, I7 and I8 need more than SQL: verify.py, and the use case that computes a month again.
"""

from __future__ import annotations

from dataclasses import dataclass

from werkzaam.store.database import Database


@dataclass(frozen=True, slots=True)
class Finding:
    """One place where something does not hold: which invariant, the household when it is about one, and where."""

    invariant: str
    household: int | None
    where: str


@dataclass(frozen=True, slots=True)
class Invariant:
    """One thing that must hold, in words, and the query of what breaks it: a household or NULL, and two cells that say where."""

    name: str
    says: str
    query: str


_FAILED = "outcome IN ('rejected', 'returned')"
_SAME = "{0}.municipality = {1}.municipality AND {0}.household = {1}.household AND {0}.hseq = {1}.hseq"
_OF_PART = f"{_SAME.format('attempt', 'part')} AND attempt.part = part.part"
_OF_ATTEMPT = (
    "outcome.municipality = attempt.municipality AND outcome.household = attempt.household AND outcome.hseq = attempt.hseq "
    "AND outcome.part = attempt.part AND outcome.attempt = attempt.attempt"
)
_LAST = (
    "NOT EXISTS (SELECT 1 FROM decision AS later WHERE later.municipality = decision.municipality "
    "AND later.household = decision.household AND later.month = decision.month AND later.version > decision.version)"
)
_ITEMS = (
    "(SELECT COUNT(*) FROM run_item WHERE run_item.municipality = run_slice.municipality "
    "AND run_item.run_id = run_slice.run_id AND run_item.slice = run_slice.slice)"
)
_ASTRAY = (
    "SELECT {0}.household, {0}.hseq, person.household FROM {0} JOIN person ON person.municipality = {0}.municipality "
    "AND person.person = {0}.person WHERE {0}.municipality = ? AND person.household <> {0}.household"
)
_BY_ANOTHER = (
    "SELECT later.household, later.hseq, before.hseq FROM {0} AS later JOIN {0} AS before "
    "ON before.municipality = later.municipality AND before.household = later.household AND before.hseq = later.supersedes_seq "
    "WHERE later.municipality = ? AND (before.person <> later.person OR before.role <> later.role{1})"
)

INVARIANTS = (
    Invariant(
        "I1",
        "what was paid for a month, version after version, is what the last version says; due is paid less claimed",
        "SELECT household, month, MAX(version) FROM decision WHERE municipality = ? GROUP BY household, month "
        "HAVING SUM(pay_cents) <> MAX(paid_after) OR COUNT(*) <> MAX(version) "
        "OR MIN(due_cents) < 0 OR SUM(ABS(due_cents - paid_after + claim_after)) <> 0",
    ),
    Invariant(
        "I2",
        "a decision that pays has one payment of that amount, and the parts of a payment add up to it",
        "SELECT decision.household, decision.month, decision.version FROM decision LEFT JOIN payment "
        f"ON {_SAME.format('payment', 'decision')} WHERE decision.municipality = ? "
        "AND decision.pay_cents <> COALESCE(payment.decision_cents, 0) UNION ALL "
        "SELECT payment.household, payment.month, payment.hseq FROM payment WHERE payment.municipality = ? "
        "AND payment.amount_cents <> (SELECT COALESCE(SUM(part.cents), 0) FROM payment_part AS part "
        f"WHERE {_SAME.format('part', 'payment')})",
    ),
    Invariant(
        "I3",
        "a part is under way once at most, and booked once, for its own amount",
        "SELECT part.household, part.hseq, part.part FROM payment_part AS part WHERE part.municipality = ? AND ("
        f"(SELECT COUNT(*) FROM attempt WHERE {_OF_PART} "
        f"AND NOT EXISTS (SELECT 1 FROM outcome WHERE {_OF_ATTEMPT} AND {_FAILED})) "
        "> CASE WHEN part.kind = 'recovery' THEN 0 ELSE 1 END "
        f"OR EXISTS (SELECT 1 FROM attempt WHERE {_OF_PART} AND attempt.cents <> part.cents)) UNION ALL "
        "SELECT attempt.household, attempt.hseq, attempt.part FROM outcome "
        f"JOIN attempt ON {_OF_ATTEMPT} JOIN bank_entry AS entry ON entry.municipality = outcome.municipality "
        "AND entry.bank_ref = outcome.bank_ref WHERE outcome.municipality = ? AND entry.cents <> "
        "CASE outcome.outcome WHEN 'booked' THEN -attempt.cents WHEN 'returned' THEN attempt.cents ELSE entry.cents END",
    ),
    Invariant(
        "I4",
        "the sum and the count of a file are those of its transfers",
        "SELECT NULL, pay_file.file_id, pay_file.nb_tx FROM pay_file WHERE pay_file.municipality = ? AND ("
        "pay_file.nb_tx <> (SELECT COUNT(*) FROM attempt WHERE attempt.municipality = pay_file.municipality "
        "AND attempt.file_id = pay_file.file_id) OR pay_file.ctrl_sum_cents <> (SELECT COALESCE(SUM(attempt.cents), 0) "
        "FROM attempt WHERE attempt.municipality = pay_file.municipality AND attempt.file_id = pay_file.file_id))",
    ),
    Invariant(
        "I5",
        "the head of a household is its last event, and its events are numbered without gaps",
        "SELECT household.household, household.head_seq, MAX(event.hseq) FROM household LEFT JOIN event "
        "ON event.municipality = household.municipality AND event.household = household.household "
        "WHERE household.municipality = ? GROUP BY household.household, household.head_seq "
        "HAVING COALESCE(household.head_seq, 0) <> COALESCE(MAX(event.hseq), 0) "
        "OR COUNT(event.hseq) <> COALESCE(MAX(event.hseq), 0)",
    ),
    Invariant(
        "I6",
        "the same knowledge is not decided twice in a row",
        "SELECT decision.household, decision.month, decision.version FROM decision JOIN decision AS before "
        "ON before.municipality = decision.municipality AND before.household = decision.household "
        "AND before.month = decision.month AND before.version = decision.version - 1 "
        "AND before.input_digest = decision.input_digest WHERE decision.municipality = ?",
    ),
    Invariant(
        "I9",
        "premium stays within its cap and what was built up, a half-year is paid once, and less needs an officer",
        "SELECT MIN(household), person, year FROM premium WHERE municipality = ? GROUP BY person, year "
        "HAVING SUM(award_cents) < 0 OR SUM(CASE WHEN award_cents > 0 AND cum_after > cap_cents THEN 1 ELSE 0 END) > 0 "
        "OR COUNT(*) <> MAX(seq) UNION ALL "
        "SELECT MIN(household), person, year FROM premium WHERE municipality = ? AND award_cents >= 0 "
        "GROUP BY person, year, half HAVING COUNT(*) > 1 UNION ALL "
        "SELECT household, person, entry FROM premium WHERE municipality = ? AND award_cents < 0 AND NOT EXISTS "
        "(SELECT 1 FROM premium_verdict AS said WHERE said.municipality = premium.municipality "
        "AND said.household = premium.household AND said.hseq = premium.verdict_seq AND said.outcome = 'approved' "
        "AND said.officer <> said.maker AND said.protected_earnings IS NOT NULL)",
    ),
    Invariant(
        "I10",
        "a claim grows by an officer only; what is taken stays within the claim, the ceiling and the notice",
        "SELECT decision.household, decision.month, decision.version FROM decision WHERE decision.municipality = ? "
        "AND decision.claim_after > decision.claim_before AND NOT EXISTS (SELECT 1 FROM verdict AS said "
        "WHERE said.municipality = decision.municipality AND said.household = decision.household "
        "AND said.hseq = decision.verdict_seq AND said.outcome = 'approved' AND said.officer <> said.maker "
        "AND said.protected_earnings IS NOT NULL AND said.granted_claim = decision.claim_after) UNION ALL "
        "SELECT recovery.household, recovery.month, recovery.seq FROM recovery WHERE recovery.municipality = ? "
        "AND recovery.cents > 0 AND recovery.recovered_after > recovery.claim_cents UNION ALL "
        "SELECT recovery.household, MIN(recovery.month), MAX(recovery.hseq) FROM recovery WHERE recovery.municipality = ? "
        "AND recovery.source = 'withheld' GROUP BY recovery.household, substr(recovery.taken_on, 1, 7) "
        "HAVING SUM(recovery.cents) > MAX(recovery.ceiling_cents) OR MAX(recovery.ceiling_cents) IS NULL UNION ALL "
        "SELECT recovery.household, recovery.month, recovery.seq FROM recovery WHERE recovery.municipality = ? "
        "AND recovery.source = 'withheld' AND NOT EXISTS (SELECT 1 FROM notice WHERE notice.municipality = recovery.municipality "
        "AND notice.household = recovery.household AND notice.hseq = recovery.notice_seq AND notice.month = recovery.month "
        "AND notice.from_day <= recovery.taken_on AND notice.cents >= recovery.recovered_after)",
    ),
    Invariant(
        "I11",
        "every household of a run that is done has exactly one item, and none has one before its slice is done",
        "SELECT NULL, run.run_id, run.households FROM run WHERE run.municipality = ? "
        "AND NOT EXISTS (SELECT 1 FROM run_slice WHERE run_slice.municipality = run.municipality "
        "AND run_slice.run_id = run.run_id AND run_slice.done = 0) AND run.households > (SELECT COUNT(*) FROM run_item "
        "WHERE run_item.municipality = run.municipality AND run_item.run_id = run.run_id) UNION ALL "
        "SELECT NULL, run_slice.run_id, run_slice.slice FROM run_slice WHERE run_slice.municipality = ? "
        f"AND ((run_slice.done = 1 AND run_slice.households > {_ITEMS}) OR (run_slice.done = 0 AND {_ITEMS} > 0))",
    ),
    Invariant(
        "I12",
        "every cent of every payment is kept for a claim, booked, under way or still to be sent",
        "SELECT NULL, paid.cents, gone.cents FROM (SELECT COALESCE(SUM(amount_cents), 0) AS cents FROM payment "
        "WHERE municipality = ?) AS paid, (SELECT "
        "COALESCE((SELECT SUM(recovery.cents) FROM recovery WHERE recovery.municipality = ? "
        "AND recovery.payment_seq IS NOT NULL), 0) "
        "+ COALESCE((SELECT SUM(attempt.cents) FROM attempt WHERE attempt.municipality = ? "
        f"AND NOT EXISTS (SELECT 1 FROM outcome WHERE {_OF_ATTEMPT} AND {_FAILED})), 0) "
        "+ COALESCE((SELECT SUM(part.cents) FROM payment_part AS part WHERE part.municipality = ? "
        f"AND part.kind <> 'recovery' AND NOT EXISTS (SELECT 1 FROM attempt WHERE {_OF_PART} "
        f"AND NOT EXISTS (SELECT 1 FROM outcome WHERE {_OF_ATTEMPT} AND {_FAILED}))), 0) AS cents) AS gone "
        "WHERE paid.cents <> gone.cents",
    ),
    Invariant(
        "I13",
        "time does not go back in a household, and no claim grows after its term unless the month was opened again",
        "SELECT event.household, event.hseq, before.hseq FROM event JOIN event AS before "
        "ON before.municipality = event.municipality AND before.household = event.household AND before.hseq = event.hseq - 1 "
        "WHERE event.municipality = ? AND event.recorded_at < before.recorded_at UNION ALL "
        "SELECT said.household, said.month, said.hseq FROM verdict AS said WHERE said.municipality = ? "
        "AND said.outcome = 'approved' "
        "AND (said.in_month / 100 * 12 + said.in_month % 100) - (said.month / 100 * 12 + said.month % 100) > 6 "
        "AND NOT EXISTS (SELECT 1 FROM reopened WHERE reopened.municipality = said.municipality "
        "AND reopened.household = said.household AND reopened.month = said.month AND reopened.hseq < said.hseq)",
    ),
    Invariant(
        "G1",
        "nobody has two case managers on one day: each assignment begins later than all before it, and none is missing",
        "SELECT said.household, said.person, said.number FROM assignment AS said JOIN assignment AS before "
        "ON before.municipality = said.municipality AND before.person = said.person AND before.number < said.number "
        "AND before.from_day >= said.from_day WHERE said.municipality = ? UNION ALL "
        "SELECT MIN(household), person, MAX(number) FROM assignment WHERE municipality = ? GROUP BY person "
        "HAVING COUNT(*) <> MAX(number)",
    ),
    Invariant(
        "G2",
        "no contact was written down before it was",
        f"SELECT contact.household, contact.hseq, contact.day FROM contact JOIN event ON {_SAME.format('event', 'contact')} "
        "WHERE contact.municipality = ? AND contact.day > substr(event.recorded_at, 1, 10)",
    ),
    Invariant(
        "G3",
        "what holds until a day does not end before it begins",
        "SELECT household, hseq, until_day FROM guidance_entry WHERE municipality = ? AND until_day < day UNION ALL "
        "SELECT NULL, number, until_day FROM staff_entry WHERE municipality = ? AND until_day < day",
    ),
    Invariant(
        "G4",
        "a dossier stands in the chain of its own household, and only the same capacity puts something of it right",
        " UNION ALL ".join(
            [
                *(_ASTRAY.format(table) for table in ("guidance_entry", "contact", "assignment")),
                _BY_ANOTHER.format("guidance_entry", " OR before.kind <> later.kind"),
                _BY_ANOTHER.format("contact", ""),
            ]
        ),
    ),
    Invariant(
        "G5",
        "entries of staff and the log of who looked are numbered without gaps",
        "SELECT NULL, 'staff_entry', MAX(number) FROM staff_entry WHERE municipality = ? HAVING COUNT(*) <> MAX(number) "
        "UNION ALL SELECT NULL, 'look_of_many', MAX(number) FROM look_of_many WHERE municipality = ? "
        "HAVING COUNT(*) <> MAX(number) UNION ALL SELECT NULL, 'look of ' || person, MAX(number) FROM look "
        "WHERE municipality = ? GROUP BY person HAVING COUNT(*) <> MAX(number)",
    ),
)
"""Those that a query alone can tell; I14 needs a day."""

REFUNDS_DUE = (
    "SELECT decision.household, decision.month, decision.version FROM decision WHERE decision.municipality = ? "
    f"AND {_LAST} AND decision.claim_after < (SELECT COALESCE(SUM(recovery.cents), 0) FROM recovery "
    "WHERE recovery.municipality = decision.municipality AND recovery.household = decision.household "
    "AND recovery.month = decision.month)"
)
"""Months of which more was taken than is claimed now: what nobody gave back."""

UNOWNED = (
    "SELECT NULL, entry.bank_ref, entry.booked_on FROM bank_entry AS entry WHERE entry.municipality = ? AND entry.booked_on < ? "
    "AND NOT EXISTS (SELECT 1 FROM outcome WHERE outcome.municipality = entry.municipality "
    "AND outcome.bank_ref = entry.bank_ref) AND NOT EXISTS (SELECT 1 FROM recovery "
    "WHERE recovery.municipality = entry.municipality AND recovery.bank_ref = entry.bank_ref) "
    "AND NOT EXISTS (SELECT 1 FROM open_item JOIN open_item_step AS step ON step.municipality = open_item.municipality "
    "AND step.item_id = open_item.item_id WHERE open_item.municipality = entry.municipality "
    "AND open_item.bank_ref = entry.bank_ref)"
)
"""I14: entries of the bank from before a day that nothing explains and nobody owns."""

TWICE = (
    "SELECT payment.household, payment.month, payment.hseq FROM payment JOIN payment AS before "
    "ON before.municipality = payment.municipality AND before.household = payment.household "
    "AND before.month = payment.month AND before.decision_cents = payment.decision_cents AND before.hseq < payment.hseq "
    "WHERE payment.municipality = ?"
)
"""The same amount of bijstand for the same month of a household, paid again: to be looked at, though it can be right."""


def broken_invariants(database: Database, municipality: str) -> list[Finding]:
    """Everything that a query finds wrong in a town, by invariant."""
    return [one for invariant in INVARIANTS for one in _found(database, invariant.name, invariant.query, municipality)]


def unowned(database: Database, municipality: str, before_day: str) -> list[Finding]:
    """I14: entries of the bank from before a day that nothing explains and nobody owns."""
    rows = database.rows(UNOWNED, (municipality, before_day))
    return [Finding("I14", None, " ".join(map(str, row[1:]))) for row in rows]


def refunds_due(database: Database, municipality: str) -> list[Finding]:
    """I10: months of which more was taken than is claimed now; the run that lowers a claim gives it back, so there are none."""
    return _found(database, "I10", REFUNDS_DUE, municipality)


def paid_twice(database: Database, municipality: str) -> list[Finding]:
    """The same bijstand for the same month of a household, paid again: to be looked at by somebody, though it can be right."""
    return _found(database, "double", TWICE, municipality)


def _found(database: Database, name: str, query: str, municipality: str) -> list[Finding]:
    rows = database.rows(query, (municipality,) * query.count("?"))
    return [Finding(name, row[0], " ".join(str(cell) for cell in row[1:])) for row in rows]
