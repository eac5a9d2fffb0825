# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What was decided, version after version, written together with what is paid and withheld by it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

from werkzaam.core.months import Month
from werkzaam.ledger.cause import Cause
from werkzaam.ledger.decision import Decision, Due, Line
from werkzaam.ledger.event import Event, EventKind
from werkzaam.ledger.payment import Part, PartKind
from werkzaam.store.alike import Form, add_alike
from werkzaam.store.claims import Withheld, withheld_rows
from werkzaam.store.database import Database, Row, Value, checked
from werkzaam.store.months import month_of, stored
from werkzaam.store.payments import payment_rows
from werkzaam.store.writer import Fields, Rows, Writer

_DUE = "month, due_cents, provisional, lines, input_digest, state"
_READ = (
    f"{_DUE}, version, known_seq, paid_before, claim_before, paid_after, claim_after, cause, approved_by, rules_version, "
    "hseq, verdict_seq"
)
_FOREVER = 2**62
_LINES = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision as it is stored: the number of its event, and of the verdict that let its claim grow."""

    hseq: int
    decision: Decision
    verdict_seq: int | None


def record_decision(
    writer: Writer, household: int, decision: Decision, parts: Sequence[Part] = (), *, withheld: Withheld | None = None,
    verdict_seq: int | None = None,
) -> Event:  # fmt: skip
    """Write a decision, and its payment in these parts when it pays; `withheld` goes with the parts that are kept for a claim.

    `verdict_seq` is the number of the verdict by which a claim grows. When the block of the writer ends, the database raises
    Refused for anything that does not add up, does not follow, or has no verdict.
    """

    def build(hseq: int) -> Rows:
        rows: dict[str, Sequence[Fields]] = {"decision": [_decision_row(decision, hseq, verdict_seq)]}
        if decision.pay:
            rows |= payment_rows(decision.month, parts, decision_cents=decision.pay)
            if withheld:
                rows["recovery"] = withheld_rows(withheld, parts, hseq)
        return rows

    key = f"decision {decision.month} {decision.version}"
    event = writer.add(household, EventKind.DECISION, build, idem_key=key, fresh=True)
    assert event is not None
    return event


def due_row(due: Due) -> dict[str, Value]:
    """The columns that say what a month is due; raises InputError for a line that is no whole number of cents."""
    checked([line.cents for line in due.lines])
    return {
        "month": stored(due.month),
        "due_cents": due.cents,
        "provisional": int(due.provisional),
        "lines": _LINES([(line.name, line.law, line.cents) for line in due.lines]),
        "input_digest": due.digest,
        "state": due.state,
    }


def _decision_row(decision: Decision, hseq: int, verdict_seq: int | None) -> Fields:
    return {
        **due_row(decision.due),
        "version": decision.version,
        "prev_version": decision.version - 1 or None,
        "known_seq": decision.known_seq,
        "rules_version": decision.rules_version,
        "cause": decision.cause and decision.cause.stored,
        "paid_before": decision.paid_before,
        "claim_before": decision.claim_before,
        "paid_after": decision.paid_after,
        "claim_after": decision.claim_after,
        "pay_cents": decision.pay,
        "payment_seq": hseq if decision.pay else None,
        "verdict_seq": verdict_seq,
        "approved_by": decision.approved_by if verdict_seq else None,
    }


def due_of(month: int, cents: int, provisional: int, lines: str, digest: str, state: str) -> Due:
    """What a month is due, from its columns."""
    read = tuple(Line(*line) for line in json.loads(lines))
    return Due(month_of(month), cents, bool(provisional), read, digest, state)


def cause_of_text(text: str | None) -> Cause | None:
    """The cause that is stored under a text."""
    return None if text is None else Cause[text.upper()]


def decided_of(row: Row) -> Decided:
    """A decision from its columns, as `last_rows` gives them after the number of the household."""
    due = due_of(*row[:6])
    version, known_seq, paid_before, claim_before, paid_after, claim_after, cause, approved_by, rules_version, hseq, verdict = (
        row[6:]
    )
    decision = Decision(
        version, known_seq, due, paid_before, claim_before, paid_after, claim_after, cause_of_text(cause), approved_by,
        rules_version,
    )  # fmt: skip
    return Decided(hseq, decision, verdict)


def decisions(
    database: Database, municipality: str, household: int, *, month: Month | None = None, upto: int | None = None
) -> list[Decided]:
    """The decisions of a household as known at event `upto`, by month and version; of one month when it is named."""
    where = "municipality = ? AND household = ? AND hseq <= ?"
    values: list[Value] = [municipality, household, _FOREVER if upto is None else upto]
    if month is not None:
        where, values = f"{where} AND month = ?", [*values, stored(month)]
    rows = database.rows(f"SELECT {_READ} FROM decision WHERE {where} ORDER BY month, version", values)
    return [decided_of(row) for row in rows]


def last_decisions(database: Database, municipality: str, household: int, upto: int | None = None) -> dict[Month, Decided]:
    """The last decision of every month of a household as known at event `upto`."""
    return {one.decision.month: one for one in decisions(database, municipality, household, upto=upto)}


def last_rows(
    database: Database, municipality: str, *, first: int, last: int, since: Month, only: Sequence[int] = ()
) -> Iterator[Row]:
    """The last decision of every month since one, of households from a number to another, in order: for a run.

    Each is the number of the household and what `decided_of` makes a decision of: month, cents, provisional, lines, digest,
    state, version, last event known, and the rest. `only` names some of the households, a few hundred at most.
    """
    names = ", ".join(f"decision.{name}" for name in _READ.split(", "))
    named = f"AND decision.household IN ({', '.join('?' * len(only))}) " if only else ""
    query = (
        f"SELECT decision.household, {names} FROM decision WHERE decision.municipality = ? "
        f"AND decision.household BETWEEN ? AND ? {named}AND decision.month >= ? AND NOT EXISTS (SELECT 1 FROM decision AS later "
        "WHERE later.municipality = decision.municipality AND later.household = decision.household "
        "AND later.month = decision.month AND later.version = decision.version + 1) "
        "ORDER BY decision.municipality, decision.household, decision.month"
    )
    return database.stream(query, (municipality, first, last, *only, stored(since)))


class First(NamedTuple):
    """A first decision that pays all that is due to one account, and claims nothing; `known_seq` is the last event known."""

    household: int
    known_seq: int
    cents: int
    lines: tuple[Line, ...]
    digest: str
    state: str


_OF_FIRST = ("due_cents", "lines", "input_digest", "state", "known_seq", "paid_after", "pay_cents", "payment_seq")


def record_first(writer: Writer, month: Month, found: Sequence[First], *, payee: str, name: str, rules_version: str) -> None:
    """Write first decisions of a month for many households, each with its payment: what `record_decision` writes of each."""
    at = stored(month)
    decided: Fields = {
        "month": at, "provisional": 0, "version": 1, "prev_version": None, "rules_version": rules_version, "cause": None,
        "paid_before": 0, "claim_after": 0, "claim_before": 0, "verdict_seq": None, "approved_by": None,
    }  # fmt: skip
    paid: Fields = {"month": at, "parts": 1, "premium_cents": None, "refund_cents": None}
    part: Fields = {"part": 1, "prev_part": None, "parts": 1, "kind": PartKind.ACCOUNT.value, "payee": payee, "name": name,
                    "total_before": 0, "recovery_cents": None}  # fmt: skip
    forms = (
        Form("decision", decided, _OF_FIRST),
        Form("payment", paid, ("amount_cents", "decision_cents")),
        Form("payment_part", part, ("cents", "total_after")),
    )  # fmt: skip
    add_alike(writer, EventKind.DECISION, forms, ((one.household, partial(_first_rows, one)) for one in found),
              idem_key=f"decision {month} 1")  # fmt: skip


def _first_rows(one: First, hseq: int) -> tuple[tuple[int | str, ...], ...]:
    cents, lines = one.cents, _LINES([(line.name, line.law, line.cents) for line in one.lines])
    decision = (cents, lines, one.digest, one.state, one.known_seq, cents, cents, hseq)
    return decision, (cents, cents), (cents, cents)
