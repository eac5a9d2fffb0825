# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What stands beside a decision and waits, what a named officer said of it, and months that were opened again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from werkzaam.core.errors import NotAllowed
from werkzaam.core.months import Month
from werkzaam.ledger.cause import Cause
from werkzaam.ledger.decision import Awaiting, Decision, OutOfTerm, Proposal, Verdict, Waiting, Withdrawn
from werkzaam.ledger.event import Event, EventKind
from werkzaam.store.database import Database, Value
from werkzaam.store.decisions import cause_of_text, due_of, due_row
from werkzaam.store.months import month_of, stored
from werkzaam.store.writer import Fields, Writer


@dataclass(frozen=True, slots=True)
class Stored:
    """What stands beside a decision, with the number of its event, the version it would make, and who made it.

    `outcome` is approved or rejected when an officer answered, with the number of the verdict.
    """

    household: int
    hseq: int
    version: int
    maker: str
    recorded_at: str
    value: Waiting
    outcome: str | None = None
    verdict_seq: int | None = None


def record_waiting(writer: Writer, household: int, before: Decision, value: Waiting) -> Event | None:
    """Keep what stands beside a decision, made by the actor; None when the same is there. No money moves."""
    due, cause = value.due, value.cause if isinstance(value, Proposal | OutOfTerm) else None
    row: Fields = {
        **due_row(due),
        "version": before.version + 1,
        "prev_version": before.version,
        "kind": value.WHY,
        "known_seq": value.known_seq,
        "rules_version": value.rules_version if isinstance(value, Proposal) else before.rules_version,
        "cause": cause and cause.stored,
        "paid_before": before.paid_after,
        "claim_before": before.claim_after,
        "claim_after": before.paid_after - due.cents,
        "maker": writer.actor,
    }
    key = f"{value.WHY} {due.month} {before.version + 1} {due.digest} {value.known_seq}"
    return writer.add(household, EventKind.PROPOSAL, lambda _: {"proposal": [row]}, idem_key=key)


def record_verdict(
    writer: Writer, about: Stored, verdict: Verdict, *, in_month: Month, reopened_seq: int | None = None
) -> Event | None:
    """Keep what a named officer said of a proposal; None when it has an answer already.

    The actor must be that officer. After the term an approval needs the event by which the month was opened again. Raises
    NotAllowed for another actor, Refused for what the schema does not let through.
    """
    if writer.actor != verdict.officer:
        raise NotAllowed(f"{verdict.officer} answers in their own name; {writer.actor} is at work here.")
    value = about.value
    row: Fields = {
        "proposal_seq": about.hseq, "month": stored(value.month), "version": about.version, "kind": value.WHY,
        "maker": about.maker, "officer": verdict.officer, "in_month": stored(in_month),
        "outcome": "approved" if verdict.approved else "rejected", "reason": verdict.reason,
        "protected_earnings": verdict.protected_earnings,
        "granted_claim": value.claim_after if verdict.approved and isinstance(value, Proposal) else None,
        "reopened_seq": reopened_seq,
    }  # fmt: skip
    return writer.add(about.household, EventKind.VERDICT, lambda _: {"verdict": [row]}, idem_key=f"verdict {about.hseq}")


def reopen(writer: Writer, household: int, month: Month, *, reason: str) -> Event | None:
    """The actor opened a month again that is past its term, by a formal decision, with a reason."""
    row: Fields = {"month": stored(month), "officer": writer.actor, "reason": reason}
    return writer.add(household, EventKind.REOPENED, lambda _: {"reopened": [row]}, idem_key=f"reopened {month} {reason}")


def reopened(database: Database, municipality: str, household: int, upto: int | None = None) -> dict[Month, int]:
    """The months that were opened again as known at event `upto`, with the number of the last event that did."""
    rows = database.rows(
        "SELECT month, hseq FROM reopened WHERE municipality = ? AND household = ? AND hseq <= ? ORDER BY hseq",
        (municipality, household, 2**62 if upto is None else upto),
    )
    return {month_of(month): hseq for month, hseq in rows}


def waiting(
    database: Database, municipality: str, household: int | None = None, *, upto: int | None = None, last: bool = False
) -> list[Stored]:
    """What stands beside the decisions of a household or a town as known at event `upto`, in order.

    With `last`, of each month only the newest, and only while its decision is the last one: what still stands. A withdrawal, and
    a proposal that was rejected, are among them.
    """
    known = 2**62 if upto is None else upto
    where, values = "", list[Value]([known, municipality, known])
    if household is not None:
        where, values = " AND proposal.household = ?", [*values, household]
    if last:
        where, values = where + _STANDS, [*values, known, known]
    rows = database.rows(
        "SELECT proposal.household, proposal.hseq, proposal.version, proposal.maker, event.recorded_at, verdict.outcome, "
        "verdict.hseq, proposal.kind, proposal.known_seq, proposal.rules_version, proposal.cause, proposal.claim_before, "
        "proposal.claim_after, proposal.month, proposal.due_cents, proposal.provisional, proposal.lines, proposal.input_digest, "
        "proposal.state FROM proposal JOIN event ON event.municipality = proposal.municipality "
        "AND event.household = proposal.household AND event.hseq = proposal.hseq "
        "LEFT JOIN verdict ON verdict.municipality = proposal.municipality AND verdict.household = proposal.household "
        "AND verdict.proposal_seq = proposal.hseq AND verdict.hseq <= ? "
        f"WHERE proposal.municipality = ? AND proposal.hseq <= ?{where} ORDER BY proposal.household, proposal.hseq",
        values,
    )
    return [_stored(*row) for row in rows]


_STANDS = (
    " AND NOT EXISTS (SELECT 1 FROM proposal AS later WHERE later.municipality = proposal.municipality "
    "AND later.household = proposal.household AND later.month = proposal.month AND later.version = proposal.version "
    "AND later.hseq > proposal.hseq AND later.hseq <= ?) AND NOT EXISTS (SELECT 1 FROM decision "
    "WHERE decision.municipality = proposal.municipality AND decision.household = proposal.household "
    "AND decision.month = proposal.month AND decision.version = proposal.version AND decision.hseq <= ?)"
)


def _stored(
    household: int, hseq: int, version: int, maker: str, recorded_at: str, outcome: str | None, verdict_seq: int | None,
    kind: str, *rest: Any,
) -> Stored:  # fmt: skip
    known_seq, rules_version, cause, claim_before, claim_after, *due_columns = rest
    due, why = due_of(*due_columns), cause_of_text(cause) or Cause.ONBEKEND
    value: Waiting
    if kind == Proposal.WHY:
        value = Proposal(version, known_seq, due, claim_before, claim_after, why, rules_version)
    elif kind == OutOfTerm.WHY:
        value = OutOfTerm(known_seq, due, claim_before - claim_after, why)
    elif kind == Awaiting.WHY:
        value = Awaiting(known_seq, due, claim_before - claim_after)
    else:
        value = Withdrawn(known_seq, due)
    return Stored(household, hseq, version, maker, recorded_at, value, outcome, verdict_seq)
