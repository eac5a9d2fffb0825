# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What is claimed back of a household, month by month: notices, disputes, and every movement of a claim."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from werkzaam.core.errors import LedgerError
from werkzaam.core.months import Month
from werkzaam.ledger.claim import Claim, Dispute, Notice
from werkzaam.ledger.event import Event, EventKind
from werkzaam.ledger.payment import Part, PartKind
from werkzaam.store.database import Database, Value
from werkzaam.store.months import day_of, month_of, stored
from werkzaam.store.payments import RECOVERY, payment_rows
from werkzaam.store.writer import Fields, Rows, Writer


@dataclass(frozen=True, slots=True)
class ClaimState:
    """The claim on a month as it stands: the decision that says it, what came back of it, and since when it may be taken.

    Amounts are cents. `taken` is how many movements there were, `contested` what open disputes are about. `notice_seq` is the
    event of the notice, `from_day` the first day on which may be withheld.
    """

    month: Month
    version: int
    paid: int
    claim: int
    taken: int
    recovered: int
    contested: int
    notice_seq: int | None
    notified_on: date | None
    from_day: str | None

    @property
    def value(self) -> Claim:
        """The claim as the ledger's rules see it."""
        notices = (Notice(self.notified_on, self.claim),) if self.notified_on else ()
        return Claim(self.month, self.claim, self.recovered, self.contested, notices)


@dataclass(frozen=True, slots=True)
class Withheld:
    """What goes with the parts of a payment that are kept for claims: the claims, the ceiling of the month and the day.

    `agreed_seq` is the fact by which the person agreed to more than the ceiling, such as holiday money.
    """

    claims: Mapping[Month, ClaimState]
    ceiling: int
    day: date
    agreed_seq: int | None = None


def claims(database: Database, municipality: str, household: int, upto: int | None = None) -> dict[Month, ClaimState]:
    """The claims of a household as known at event `upto`, by month; also those that are paid back or refunded in part."""
    known = 2**62 if upto is None else upto
    mine = (municipality, household, known)
    moved = _sums(database, "SELECT month, count(*), sum(cents) FROM recovery WHERE {} GROUP BY month", mine)
    contested = _sums(
        database,
        "SELECT month, 0, sum(cents) FROM dispute WHERE {} AND NOT EXISTS (SELECT 1 FROM dispute_end WHERE "
        "dispute_end.municipality = dispute.municipality AND dispute_end.household = dispute.household "
        "AND dispute_end.dispute_seq = dispute.hseq AND dispute_end.hseq <= ?) GROUP BY month",
        (*mine, known),
    )
    where = "municipality = ? AND household = ? AND hseq <= ?"
    told = {
        month: rest
        for month, *rest in database.rows(
            f"SELECT month, hseq, sent_on, from_day FROM notice WHERE {where} ORDER BY hseq DESC", mine
        )[::-1]
    }
    found = {}
    rows = database.rows(
        f"SELECT month, version, paid_after, claim_after FROM decision WHERE {where} ORDER BY month, version", mine
    )
    for month, version, paid, claim in rows:
        taken, recovered = moved.get(month, (0, 0))
        notice_seq, sent_on, from_day = told.get(month, (None, None, None))
        found[month_of(month)] = ClaimState(
            month_of(month), version, paid, claim, taken, recovered, contested.get(month, (0, 0))[1], notice_seq,
            day_of(sent_on), from_day,
        )  # fmt: skip
    return {month: state for month, state in found.items() if state.claim or state.recovered}


def _sums(database: Database, query: str, values: Sequence[Value]) -> dict[int, tuple[int, int]]:
    where = "municipality = ? AND household = ? AND hseq <= ?"
    return {month: (int(number), int(cents)) for month, number, cents in database.rows(query.format(where), values)}


def withheld_rows(withheld: Withheld, parts: Sequence[Part], hseq: int) -> list[Fields]:
    """The movements of claims that belong to the parts of a payment kept for them, one for each."""
    rows: list[Fields] = []
    for at, part in enumerate(parts, 1):
        if part.kind is PartKind.RECOVERY:
            state = withheld.claims.get(Month.parse(part.ref))
            if state is None:
                raise LedgerError(f"From a payment {part.cents} cents are kept for {part.ref}, of which nothing is claimed.")
            agreed = withheld.agreed_seq is not None
            rows.append({
                **_movement(state, part.cents, withheld.day, "agreed" if agreed else "withheld"),
                "ceiling_cents": None if agreed else withheld.ceiling,
                "agreed_seq": withheld.agreed_seq,
                "notice_seq": None if agreed else state.notice_seq,
                "notice_from": None if agreed else state.from_day,
                "payment_seq": hseq,
                "payment_part": at,
                "withheld_as": RECOVERY,
            })  # fmt: skip
    return rows


def _movement(state: ClaimState, cents: int, day: date, source: str) -> dict[str, Value]:
    return {
        "month": stored(state.month), "seq": state.taken + 1, "prev_seq": state.taken or None, "source": source, "cents": cents,
        "recovered_before": state.recovered, "recovered_after": state.recovered + cents, "version": state.version,
        "paid_cents": state.paid, "claim_cents": state.claim, "taken_on": day.isoformat(),
    }  # fmt: skip


def record_received(writer: Writer, household: int, state: ClaimState, cents: int, *, day: date, bank_ref: str) -> Event | None:
    """The person paid back cents of a claim, as this entry of the bank says; None when it was recorded before."""
    row: Fields = {**_movement(state, cents, day, "received"), "bank_ref": bank_ref}
    return writer.add(household, EventKind.RECOVERY, lambda _: {"recovery": [row]}, idem_key=f"received {bank_ref}")


def record_refund(writer: Writer, household: int, state: ClaimState, cents: int, parts: Sequence[Part], *, day: date) -> Event:
    """Pay back cents that were taken and are not owed any more, in these parts."""

    def build(hseq: int) -> Rows:
        row: Fields = {**_movement(state, -cents, day, "refund"), "refund_seq": hseq, "refund_cents": cents}
        return {"recovery": [row], **payment_rows(state.month, parts, refund_cents=cents)}

    key = f"refund {state.month} {state.taken + 1}"
    event = writer.add(household, EventKind.RECOVERY, build, idem_key=key, fresh=True)
    assert event is not None
    return event


def record_notice(writer: Writer, household: int, month: Month, *, sent_on: date, from_day: date) -> Event | None:
    """The person was told of the claim on a month, on a day; nothing is withheld before `from_day`."""
    row: Fields = {"month": stored(month), "sent_on": sent_on.isoformat(), "from_day": from_day.isoformat()}
    return writer.add(household, EventKind.LETTER, lambda _: {"notice": [row]}, idem_key=f"notice {month} {sent_on}")


@dataclass(frozen=True, slots=True)
class StoredDispute:
    """A dispute with the number of its event; open while its value has no `decided_on`."""

    hseq: int
    dispute: Dispute
    text: str


def record_dispute(writer: Writer, household: int, dispute: Dispute, *, text: str, idem_key: str) -> Event | None:
    """The person contests a part of a claim: from now on it is not taken. `text` is what they say."""
    row: Fields = {
        "month": stored(dispute.month),
        "cents": dispute.cents,
        "opened_on": dispute.opened_on.isoformat(),
        "text": text,
    }
    return writer.add(household, EventKind.DISPUTE, lambda _: {"dispute": [row]}, idem_key=idem_key)


def end_dispute(writer: Writer, household: int, dispute_seq: int, *, outcome: str, reason: str, decided_on: date) -> Event | None:
    """The actor decided on a dispute: upheld, dismissed or withdrawn, with a reason."""
    row: Fields = {
        "dispute_seq": dispute_seq, "decided_on": decided_on.isoformat(), "officer": writer.actor, "outcome": outcome,
        "reason": reason,
    }  # fmt: skip
    return writer.add(household, EventKind.DISPUTE, lambda _: {"dispute_end": [row]}, idem_key=f"dispute end {dispute_seq}")


def disputes(database: Database, municipality: str, household: int, upto: int | None = None) -> list[StoredDispute]:
    """The disputes of a household as known at event `upto`, in order."""
    known = 2**62 if upto is None else upto
    rows = database.rows(
        "SELECT dispute.hseq, dispute.month, dispute.cents, dispute.opened_on, dispute_end.decided_on, dispute.text FROM dispute "
        "LEFT JOIN dispute_end ON dispute_end.municipality = dispute.municipality "
        "AND dispute_end.household = dispute.household AND dispute_end.dispute_seq = dispute.hseq AND dispute_end.hseq <= ? "
        "WHERE dispute.municipality = ? AND dispute.household = ? AND dispute.hseq <= ? ORDER BY dispute.hseq",
        (known, municipality, household, known),
    )
    return [
        StoredDispute(hseq, Dispute(month_of(month), cents, date.fromisoformat(opened), day_of(ended)), text)
        for hseq, month, cents, opened, ended, text in rows
    ]


def withheld_in(database: Database, municipality: str, household: int, month: Month) -> int:
    """Cents that payments of a household made in a calendar month were lowered by, without what the person agreed to."""
    found = database.value(
        "SELECT SUM(cents) FROM recovery WHERE municipality = ? AND household = ? AND source = 'withheld' "
        "AND taken_on BETWEEN ? AND ?",
        (municipality, household, month.first_day.isoformat(), month.last_day.isoformat()),
    )
    return int(found or 0)
