# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What is claimed back of a household, month by month: notices, disputes, and every movement of a claim."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from werkzaam.core.errors import LedgerError
from werkzaam.core.months import Month
from werkzaam.ledger.claim import Claim, Dispute, Notice, contested
from werkzaam.ledger.event import Event, EventKind
from werkzaam.ledger.payment import Part, PartKind
from werkzaam.store.database import Database, Value
from werkzaam.store.months import day_of, month_of, stored
from werkzaam.store.payments import RECOVERY, payment_rows
from werkzaam.store.writer import Fields, Rows, Writer


@dataclass(frozen=True, slots=True)
class StoredNotice:
    """A letter about a claim with the number of its event, and the first day on which may be withheld by it."""

    hseq: int
    notice: Notice
    from_day: str


@dataclass(frozen=True, slots=True)
class ClaimState:
    """The claim on a month as it stands: the decision that says it, what came back of it, and what was told and contested.

    Amounts are cents. `taken` is how many movements there were.
    """

    month: Month
    version: int
    paid: int
    claim: int
    taken: int
    recovered: int
    notices: tuple[StoredNotice, ...] = ()
    disputes: tuple[Dispute, ...] = ()

    def after(self, cents: int) -> ClaimState:
        """The claim after one movement more."""
        return replace(self, taken=self.taken + 1, recovered=self.recovered + cents)

    @property
    def undisputed(self) -> int:
        """Cents that somebody can still say of that they do not agree: a dispute that was decided on takes none of them."""
        return max(self.claim - sum(one.cents for one in self.disputes if one.decided_on is None), 0)

    def value(self, paid_on: date, notice_days: int) -> Claim:
        """The claim as the ledger's rules see it for a payment on a day."""
        frozen = min(contested(self.month, self.disputes, paid_on, notice_days), max(self.claim, self.recovered))
        return Claim(self.month, self.claim, self.recovered, frozen, tuple(one.notice for one in self.notices))

    def told_by(self, paid_on: date) -> StoredNotice | None:
        """The last letter by which may be withheld on a day."""
        in_time = [one for one in self.notices if one.from_day <= paid_on.isoformat()]
        return max(in_time, key=lambda one: (one.notice.sent_on, one.hseq), default=None)


@dataclass(frozen=True, slots=True)
class Withheld:
    """What goes with the parts of a payment that are kept for claims: the claims, the ceiling of the month and the day.

    `agreed_seq` is the fact by which the person agreed to more than the ceiling, such as holiday money; parts that are `agreed`
    rest on it.
    """

    claims: Mapping[Month, ClaimState]
    ceiling: int
    day: date
    agreed_seq: int | None = None


def claims(database: Database, municipality: str, household: int, upto: int | None = None) -> dict[Month, ClaimState]:
    """The claims of a household as known at event `upto`, by month; also those that were paid back."""
    known = 2**62 if upto is None else upto
    where, mine = "municipality = ? AND household = ? AND hseq <= ?", (municipality, household, known)
    moved = {
        month: (int(number), int(cents))
        for month, number, cents in database.rows(
            f"SELECT month, count(*), sum(cents) FROM recovery WHERE {where} GROUP BY month", mine
        )
    }
    told, contests = _notices(database, municipality, household, known), disputes(database, municipality, household, known)
    found: dict[Month, ClaimState] = {}
    rows = database.rows(
        f"SELECT month, version, paid_after, claim_after, hseq FROM decision WHERE {where} ORDER BY month, version", mine
    )
    for number, version, paid, claim, hseq in rows:
        month = month_of(number)
        about = tuple(one.after(hseq) for one in contests if one.dispute.month == month)
        found[month] = ClaimState(month, version, paid, claim, *moved.get(number, (0, 0)), told.get(number, ()), about)
    return {month: state for month, state in found.items() if state.claim or state.recovered}


def _notices(database: Database, municipality: str, household: int, known: int) -> dict[int, tuple[StoredNotice, ...]]:
    rows = database.rows(
        "SELECT month, hseq, sent_on, cents, from_day FROM notice "
        "WHERE municipality = ? AND household = ? AND hseq <= ? ORDER BY hseq",
        (municipality, household, known),
    )
    found: dict[int, tuple[StoredNotice, ...]] = {}
    for month, hseq, sent_on, cents, from_day in rows:
        stored_notice = StoredNotice(hseq, Notice(date.fromisoformat(sent_on), cents), from_day)
        found[month] = (*found.get(month, ()), stored_notice)
    return found


def withheld_rows(withheld: Withheld, parts: Sequence[Part], hseq: int) -> list[Fields]:
    """The movements of claims that belong to the parts of a payment kept for them, one for each."""
    rows: list[Fields] = []
    claims = dict(withheld.claims)
    for at, part in enumerate(parts, 1):
        if part.kind is PartKind.RECOVERY:
            state = claims.get(Month.parse(part.ref))
            if state is None:
                raise LedgerError(f"From a payment {part.cents} cents are kept for {part.ref}, of which nothing is claimed.")
            agreed = withheld.agreed_seq if part.agreed else None
            if part.agreed and agreed is None:
                raise LedgerError(f"From a payment {part.cents} cents are kept for {part.ref} by an agreement that nobody named.")
            told = None if part.agreed else state.told_by(withheld.day)
            rows.append({
                **_movement(state, part.cents, withheld.day, "agreed" if part.agreed else "withheld"),
                "ceiling_cents": None if part.agreed else withheld.ceiling,
                "agreed_seq": agreed,
                "notice_seq": told.hseq if told else None,
                "notice_from": told.from_day if told else None,
                "notice_cents": told.notice.cents if told else None,
                "payment_seq": hseq,
                "payment_part": at,
                "withheld_as": RECOVERY,
            })  # fmt: skip
            claims[state.month] = state.after(part.cents)
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


def record_notice(writer: Writer, household: int, month: Month, notice: Notice, *, from_day: date) -> Event | None:
    """The person was told of the claim on a month; nothing is withheld before `from_day`, nor more than the letter named."""
    row: Fields = {
        "month": stored(month), "cents": notice.cents, "sent_on": notice.sent_on.isoformat(), "from_day": from_day.isoformat()
    }  # fmt: skip
    key = f"notice {month} {notice.sent_on} {notice.cents}"
    return writer.add(household, EventKind.LETTER, lambda _: {"notice": [row]}, idem_key=key)


@dataclass(frozen=True, slots=True)
class StoredDispute:
    """A dispute with the number of its event; open while its value has no `decided_on`.

    `outcome` is what an officer said of it (upheld, dismissed or withdrawn) and why, in the event `ended_seq`.
    """

    hseq: int
    dispute: Dispute
    text: str
    outcome: str | None = None
    ended_seq: int | None = None
    officer: str | None = None
    reason: str | None = None

    def after(self, decided_seq: int) -> Dispute:
        """The dispute as a claim must heed it that was decided last in an event.

        One that was upheld goes on freezing until the month is decided again: before that its claim is what it was.
        """
        unmended = self.outcome == "upheld" and (self.ended_seq or 0) > decided_seq
        return replace(self.dispute, decided_on=None) if unmended else self.dispute


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
        "SELECT dispute.hseq, dispute.month, dispute.cents, dispute.opened_on, dispute_end.decided_on, dispute.text, "
        "dispute_end.outcome, dispute_end.hseq, dispute_end.officer, dispute_end.reason FROM dispute "
        "LEFT JOIN dispute_end ON dispute_end.municipality = dispute.municipality "
        "AND dispute_end.household = dispute.household AND dispute_end.dispute_seq = dispute.hseq AND dispute_end.hseq <= ? "
        "WHERE dispute.municipality = ? AND dispute.household = ? AND dispute.hseq <= ? ORDER BY dispute.hseq",
        (known, municipality, household, known),
    )
    return [
        StoredDispute(hseq, Dispute(month_of(month), cents, date.fromisoformat(opened), day_of(ended)), *rest)
        for hseq, month, cents, opened, ended, *rest in rows
    ]


def withheld_in(database: Database, municipality: str, household: int, month: Month) -> int:
    """Cents that payments of a household made in a calendar month were lowered by, without what the person agreed to."""
    found = database.value(
        "SELECT SUM(cents) FROM recovery WHERE municipality = ? AND household = ? AND source = 'withheld' "
        "AND taken_on BETWEEN ? AND ?",
        (municipality, household, month.first_day.isoformat(), month.last_day.isoformat()),
    )
    return int(found or 0)


def agreed_since(database: Database, municipality: str, household: int, since: date) -> int:
    """Cents that the person paid back of claims as they chose, from a day on, beside what the ceiling lets be taken."""
    found = database.value(
        "SELECT SUM(cents) FROM recovery WHERE municipality = ? AND household = ? AND source = 'agreed' AND taken_on >= ?",
        (municipality, household, since.isoformat()),
    )
    return int(found or 0)
