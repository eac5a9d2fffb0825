# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The premium of each person, entry after entry, with its payment; and premium that an officer may ask back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from werkzaam.core.errors import NotAllowed
from werkzaam.core.months import Month
from werkzaam.ledger.decision import Verdict
from werkzaam.ledger.event import Event, EventKind
from werkzaam.ledger.payment import Part
from werkzaam.ledger.premium import Award, PremiumReclaim
from werkzaam.store.database import Database, Row, Value
from werkzaam.store.months import month_of, stored
from werkzaam.store.payments import payment_rows
from werkzaam.store.writer import Fields, Rows, Writer

_READ = (
    "person, year, half, seq, built_cents, earlier_cents, paid_before, cum_before, award_cents, cap_cents, evidence_digest, "
    "approved_by, entry, household, hseq, pay_month"
)


@dataclass(frozen=True, slots=True)
class StoredAward:
    """An entry of a person's premium as it is stored: its place among all, the household and event, and the month of payment."""

    entry: int
    household: int
    hseq: int
    pay_month: Month
    award: Award


def record_premium(
    writer: Writer, household: int, award: Award, before: StoredAward | None, *, pay_month: Month, parts: Sequence[Part] = (),
    verdict_seq: int | None = None,
) -> Event:  # fmt: skip
    """Write the next entry of a person's premium, and its payment in these parts when it pays.

    `before` is the person's last entry, of whichever household; `verdict_seq` the verdict by which premium is asked back.
    """

    def build(hseq: int) -> Rows:
        rows: dict[str, Sequence[Fields]] = {"premium": [_row(award, before, hseq, pay_month, verdict_seq)]}
        return rows | (payment_rows(pay_month, parts, premium_cents=award.cents) if award.cents > 0 else {})

    key = f"premium {award.person} {award.year} {award.seq}"
    event = writer.add(household, EventKind.PREMIUM, build, idem_key=key, fresh=True)
    assert event is not None
    return event


def _row(award: Award, before: StoredAward | None, hseq: int, pay_month: Month, verdict_seq: int | None) -> Fields:
    return {
        "person": award.person, "entry": before.entry + 1 if before else 1, "prev_entry": before.entry if before else None,
        "prev_year": before.award.year if before else None, "year": award.year, "half": award.half,
        "payout_half": award.half if award.cents >= 0 else None, "seq": award.seq, "prev_seq": award.seq - 1 or None,
        "pay_month": stored(pay_month), "built_cents": award.built, "earlier_cents": award.earlier,
        "paid_before": award.paid_before, "cum_before": award.cum_before, "award_cents": award.cents,
        "cum_after": award.cum_after, "paid_after": award.paid_after, "cap_cents": award.cap,
        "evidence_digest": award.evidence, "payment_seq": hseq if award.cents > 0 else None, "verdict_seq": verdict_seq,
        "approved_by": award.approved_by if verdict_seq else None,
    }  # fmt: skip


def premiums(database: Database, municipality: str, person: int) -> list[StoredAward]:
    """Every entry of a person's premium, in order."""
    rows = database.rows(
        f"SELECT {_READ} FROM premium WHERE municipality = ? AND person = ? ORDER BY entry", (municipality, person)
    )
    return [_stored(row) for row in rows]


def premiums_of(database: Database, municipality: str, household: int, upto: int | None = None) -> list[StoredAward]:
    """The entries of premium in a household's ledger as known at event `upto`, in order."""
    values: list[Value] = [municipality, household, 2**62 if upto is None else upto]
    where = "municipality = ? AND household = ? AND hseq <= ?"
    return [_stored(row) for row in database.rows(f"SELECT {_READ} FROM premium WHERE {where} ORDER BY hseq", values)]


def last_premiums(database: Database, municipality: str) -> dict[int, StoredAward]:
    """The last entry of every person who ever had premium, by person: for a run."""
    query = f"SELECT {_READ} FROM premium WHERE municipality = ? ORDER BY municipality, person, entry"
    return {row[0]: _stored(row) for row in database.stream(query, (municipality,))}


def _stored(row: Row) -> StoredAward:
    entry, household, hseq, pay_month = row[12:]
    return StoredAward(entry, household, hseq, month_of(pay_month), Award(*row[:12]))


@dataclass(frozen=True, slots=True)
class StoredReclaim:
    """Premium that may be asked back, with the number of its event and who made it; `outcome` is None while it waits."""

    household: int
    hseq: int
    maker: str
    reclaim: PremiumReclaim
    entry_before: int
    outcome: str | None
    recorded_at: str


def record_reclaim(writer: Writer, household: int, reclaim: PremiumReclaim, before: StoredAward) -> Event | None:
    """Keep premium that may be asked back, made by the actor; None when the same is there. No money moves."""
    row: dict[str, Value] = {
        "person": reclaim.person, "entry_before": before.entry, "cents": -reclaim.cents, "evidence_digest": reclaim.evidence,
        "maker": writer.actor,
    }  # fmt: skip
    key = f"premium reclaim {reclaim.person} {before.entry} {reclaim.evidence}"
    return writer.add(household, EventKind.PROPOSAL, lambda _: {"premium_reclaim": [row]}, idem_key=key)


def record_premium_verdict(writer: Writer, stored_reclaim: StoredReclaim, verdict: Verdict) -> Event | None:
    """Keep what a named officer said of premium to be asked back; None when it has an answer. The actor must be that officer."""
    if writer.actor != verdict.officer:
        raise NotAllowed(f"{verdict.officer} answers in their own name; {writer.actor} is at work here.")
    asked = stored_reclaim
    row: dict[str, Value] = {
        "reclaim_seq": asked.hseq, "person": asked.reclaim.person, "entry_before": asked.entry_before, "maker": asked.maker,
        "officer": verdict.officer, "outcome": "approved" if verdict.approved else "rejected", "reason": verdict.reason,
        "protected_earnings": verdict.protected_earnings,
        "granted_cents": -asked.reclaim.cents if verdict.approved else None,
    }  # fmt: skip
    key = f"premium verdict {asked.hseq}"
    return writer.add(asked.household, EventKind.VERDICT, lambda _: {"premium_verdict": [row]}, idem_key=key)


def reclaims(
    database: Database, municipality: str, household: int | None = None, *, waiting: bool = False
) -> list[StoredReclaim]:
    """Premium that may be asked back in a household or a town, in order; only without an answer when asked."""
    where, values = "", list[Value]([municipality])
    if household is not None:
        where, values = " AND premium_reclaim.household = ?", [*values, household]
    if waiting:
        where += " AND premium_verdict.outcome IS NULL"
    rows = database.rows(
        "SELECT premium_reclaim.household, premium_reclaim.hseq, premium_reclaim.maker, premium_reclaim.person, "
        "premium_reclaim.entry_before, premium.seq, premium_reclaim.cents, premium_reclaim.evidence_digest, "
        "premium_verdict.outcome, event.recorded_at FROM premium_reclaim "
        "JOIN event ON event.municipality = premium_reclaim.municipality AND event.household = premium_reclaim.household "
        "AND event.hseq = premium_reclaim.hseq JOIN premium ON premium.municipality = premium_reclaim.municipality "
        "AND premium.person = premium_reclaim.person AND premium.entry = premium_reclaim.entry_before "
        "LEFT JOIN premium_verdict ON premium_verdict.municipality = premium_reclaim.municipality "
        "AND premium_verdict.household = premium_reclaim.household AND premium_verdict.reclaim_seq = premium_reclaim.hseq "
        f"WHERE premium_reclaim.municipality = ?{where} ORDER BY premium_reclaim.household, premium_reclaim.hseq",
        values,
    )
    return [
        StoredReclaim(household, hseq, maker, PremiumReclaim(person, seq, -cents, evidence), entry, outcome, since)
        for household, hseq, maker, person, entry, seq, cents, evidence, outcome, since in rows
    ]
