# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What would be claimed back and waits for a named officer, what the officer said, and months that were opened again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from werkzaam.core.errors import NotAllowed
from werkzaam.core.months import Month
from werkzaam.ledger.cause import Cause
from werkzaam.ledger.decision import Decision, OutOfTerm, Proposal, Verdict
from werkzaam.ledger.event import Event, EventKind
from werkzaam.store.database import Database, Value
from werkzaam.store.decisions import cause_of_text, due_of, due_row
from werkzaam.store.months import month_of, stored
from werkzaam.store.writer import Fields, Writer

CLAIM, OUT_OF_TERM = "claim", "out_of_term"


@dataclass(frozen=True, slots=True)
class Waiting:
    """A proposal, or a claim that came after its term, with the number of its event and who made it.

    `outcome` is approved, rejected or withdrawn when it has an answer, and None while it waits.
    """

    household: int
    hseq: int
    version: int
    maker: str
    recorded_at: str
    proposal: Proposal | OutOfTerm
    outcome: str | None = None
    verdict_seq: int | None = None

    @property
    def kind(self) -> str:
        return CLAIM if isinstance(self.proposal, Proposal) else OUT_OF_TERM


def record_proposal(writer: Writer, household: int, before: Decision, proposal: Proposal | OutOfTerm) -> Event | None:
    """Keep what waits for an officer, made by the actor; None when the same is there. No money moves."""
    due, kind = proposal.due, CLAIM if isinstance(proposal, Proposal) else OUT_OF_TERM
    row: dict[str, Value] = {
        **due_row(due),
        "version": before.version + 1,
        "prev_version": before.version,
        "kind": kind,
        "known_seq": proposal.known_seq,
        "rules_version": proposal.rules_version if isinstance(proposal, Proposal) else before.rules_version,
        "cause": proposal.cause.stored,
        "paid_before": before.paid_after,
        "claim_before": before.claim_after,
        "claim_after": before.paid_after - due.cents,
        "maker": writer.actor,
    }
    key = f"proposal {kind} {due.month} {before.version + 1} {due.digest}"
    return writer.add(household, EventKind.PROPOSAL, lambda _: {"proposal": [row]}, idem_key=key)


def record_verdict(
    writer: Writer, household: int, waiting: Waiting, verdict: Verdict, *, in_month: Month, reopened_seq: int | None = None
) -> Event | None:
    """Keep what a named officer said of a proposal; None when it has an answer already.

    The actor must be that officer. After the term an approval needs the event by which the month was opened again. Raises
    NotAllowed for another actor, Refused for what the schema does not let through.
    """
    if writer.actor != verdict.officer:
        raise NotAllowed(f"{verdict.officer} answers in their own name; {writer.actor} is at work here.")
    row: Fields = {
        "outcome": "approved" if verdict.approved else "rejected",
        "reason": verdict.reason,
        "protected_earnings": verdict.protected_earnings,
        "granted_claim": waiting.proposal.claim_after if verdict.approved and isinstance(waiting.proposal, Proposal) else None,
        "in_month": stored(in_month),
        "reopened_seq": reopened_seq,
    }
    return _answer(writer, household, waiting, row)


def withdraw(writer: Writer, household: int, waiting: Waiting, *, in_month: Month, reason: str) -> Event | None:
    """A proposal no longer stands, because newer knowledge made it void; None when it has an answer already."""
    return _answer(writer, household, waiting, {"outcome": "withdrawn", "reason": reason, "in_month": stored(in_month)})


def _answer(writer: Writer, household: int, waiting: Waiting, row: Mapping[str, Value]) -> Event | None:
    whole: Fields = {
        "proposal_seq": waiting.hseq, "month": stored(waiting.proposal.month), "version": waiting.version,
        "kind": waiting.kind, "maker": waiting.maker, "officer": writer.actor, **row,
    }  # fmt: skip
    return writer.add(household, EventKind.VERDICT, lambda _: {"verdict": [whole]}, idem_key=f"verdict {waiting.hseq}")


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


def proposals(
    database: Database, municipality: str, household: int | None = None, *, upto: int | None = None, waiting: bool = False,
    between: tuple[int, int] | None = None,
) -> list[Waiting]:  # fmt: skip
    """The proposals of a household or a town as known at event `upto`, in order; only those without an answer when asked.

    `between` are the numbers of the first and the last household, for a slice of a run.
    Of several about one version of a month the last one stands; the others were replaced by newer knowledge.
    """
    known = 2**62 if upto is None else upto
    where, values = "", list[Value]([known, municipality, known])
    if household is not None:
        where, values = " AND proposal.household = ?", [*values, household]
    if between is not None:
        where, values = f"{where} AND proposal.household BETWEEN ? AND ?", [*values, *between]
    if waiting:
        where += " AND verdict.outcome IS NULL"
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
    return [_waiting(*row) for row in rows]


def _waiting(
    household: int, hseq: int, version: int, maker: str, recorded_at: str, outcome: str | None, verdict_seq: int | None,
    kind: str, *rest: Any,
) -> Waiting:  # fmt: skip
    known_seq, rules_version, cause, claim_before, claim_after, *due_columns = rest
    due, why = due_of(*due_columns), cause_of_text(cause) or Cause.ONBEKEND
    proposal: Proposal | OutOfTerm = OutOfTerm(known_seq, due, claim_before - claim_after, why)
    if kind == CLAIM:
        proposal = Proposal(version, known_seq, due, claim_before, claim_after, why, rules_version)
    return Waiting(household, hseq, version, maker, recorded_at, proposal, outcome, verdict_seq)
