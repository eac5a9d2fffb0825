# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""To the bank and back: what still has to be paid, files of transfers, and what the bank says became of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import accumulate

from werkzaam.core.errors import LedgerError, UnknownName
from werkzaam.core.months import Month
from werkzaam.store.accounts import BankAccount
from werkzaam.store.database import Database, Row, Value
from werkzaam.store.months import FIRST, month_of, stored
from werkzaam.store.writer import Writer

FIRST_MONTH = month_of(FIRST)
"""The first month that the ledger holds."""
BOOKED, REJECTED, RETURNED = "booked", "rejected", "returned"
PARTS_WITH_LAST_TRY = """
    FROM payment
    JOIN payment_part AS part
        ON part.municipality = payment.municipality AND part.household = payment.household AND part.hseq = payment.hseq
    LEFT JOIN attempt AS last ON last.municipality = part.municipality AND last.household = part.household
        AND last.hseq = part.hseq AND last.part = part.part AND NOT EXISTS (SELECT 1 FROM attempt AS later
            WHERE later.municipality = last.municipality AND later.household = last.household AND later.hseq = last.hseq
            AND later.part = last.part AND later.attempt = last.attempt + 1)
    LEFT JOIN outcome AS failed ON failed.municipality = last.municipality AND failed.household = last.household
        AND failed.hseq = last.hseq AND failed.part = last.part AND failed.attempt = last.attempt
        AND failed.outcome IN ('rejected', 'returned')
"""
"""Every part of every payment, with its last try (`last`) and, when the bank did not pay that out, how it ended (`failed`)."""
_OPEN = f"""
    SELECT part.household, part.hseq, part.part, payment.month, part.payee, part.name, part.cents, COALESCE(last.attempt, 0),
        failed.outcome
{PARTS_WITH_LAST_TRY}    WHERE payment.municipality = ? AND payment.month >= ? AND part.kind <> 'recovery'
        AND (last.attempt IS NULL OR failed.outcome IS NOT NULL)
    ORDER BY part.household, part.hseq, part.part
"""


@dataclass(frozen=True, slots=True)
class OpenPart:
    """A part of a payment that still has to go to the bank, for the first time or again after it failed.

    `tried` is how often it was tried, `failed` how the last try ended.
    """

    household: int
    hseq: int
    part: int
    month: Month
    payee: str
    name: str
    cents: int
    tried: int
    failed: str | None


@dataclass(frozen=True, slots=True)
class Attempt:
    """One transfer in a file: which part, for which time, to whom, cents, and the id that comes back from the bank."""

    household: int
    hseq: int
    part: int
    attempt: int
    payee: str
    holder: str
    iban: str
    cents: int
    e2e_id: str
    month: Month


@dataclass(frozen=True, slots=True)
class PayFile:
    """A file of transfers: its ids, the month of the run, the day of execution, and the fingerprint of its bytes."""

    file_id: str
    msg_id: str
    month: Month
    execute_on: date
    sha256: str
    cents: int
    transfers: int
    maker: str
    made_at: str
    released_by: str | None = None


def open_parts(database: Database, municipality: str, *, since: Month = FIRST_MONTH) -> list[OpenPart]:
    """Everything of a town that still has to be paid, for months from `since` on, by household and event.

    What is kept for a claim never is.
    """
    rows = database.rows(_OPEN, (municipality, stored(since)))
    return [OpenPart(household, hseq, part, month_of(month), *rest) for household, hseq, part, month, *rest in rows]


def record_pay_file(
    writer: Writer, *, file_id: str, msg_id: str, month: Month, execute_on: date, sha256: str,
    transfers: Sequence[tuple[OpenPart, BankAccount, str]],
) -> None:  # fmt: skip
    """Keep a file of transfers before it is sent: each open part, the account it goes to, and its end-to-end id, in order.

    `sha256` is that of the file's bytes. The same file cannot be kept twice; the database refuses a part that has gone already.
    """
    if not transfers:
        raise LedgerError(f"There is nothing to pay in file {file_id}; make no file.")
    totals = [0, *accumulate(part.cents for part, _, _ in transfers)]
    writer.beside("pay_file", {
        "file_id": file_id, "msg_id": msg_id, "month": stored(month), "execute_on": execute_on.isoformat(),
        "ctrl_sum_cents": totals[-1], "nb_tx": len(transfers), "sha256": sha256, "maker": writer.actor,
        "made_at": writer.recorded_at,
    })  # fmt: skip
    for place, (part, account, e2e_id) in enumerate(transfers, 1):
        writer.beside("attempt", {
            "household": part.household, "hseq": part.hseq, "part": part.part, "attempt": part.tried + 1,
            "prev_attempt": part.tried or None, "prev_outcome": part.failed, "payee": part.payee, "account_seq": account.hseq,
            "iban": account.iban, "cents": part.cents, "e2e_id": e2e_id, "file_id": file_id, "nb_tx": len(transfers),
            "place": place, "prev_place": place - 1 or None, "sum_before": totals[place - 1], "sum_after": totals[place],
        })  # fmt: skip


def release(writer: Writer, file_id: str) -> None:
    """The actor lets a file go to the bank; the database refuses whoever made it. Raises UnknownName for another file."""
    found = pay_file(writer.database, writer.municipality, file_id)
    writer.beside("pay_release", {
        "file_id": file_id, "maker": found.maker, "officer": writer.actor, "released_at": writer.recorded_at,
    })  # fmt: skip


_FILE = (
    "SELECT pay_file.file_id, msg_id, month, execute_on, sha256, ctrl_sum_cents, nb_tx, pay_file.maker, made_at, officer "
    "FROM pay_file LEFT JOIN pay_release ON pay_release.municipality = pay_file.municipality "
    "AND pay_release.file_id = pay_file.file_id WHERE pay_file.municipality = ?"
)


def pay_files(database: Database, municipality: str) -> list[PayFile]:
    """Every file of a town, in the order in which they were made."""
    return [_file(row) for row in database.rows(f"{_FILE} ORDER BY made_at, pay_file.file_id", (municipality,))]


def pay_file(database: Database, municipality: str, file_id: str) -> PayFile:
    """One file by its id; raises UnknownName for another."""
    found = database.row(f"{_FILE} AND pay_file.file_id = ?", (municipality, file_id))
    if found is None:
        raise UnknownName(f"There is no file {file_id!r} of {municipality}; `werkzaam pay` makes it.")
    return _file(found)


def _file(row: Row) -> PayFile:
    file_id, msg_id, month, execute_on, *rest = row
    return PayFile(file_id, msg_id, month_of(month), date.fromisoformat(execute_on), *rest)


_ATTEMPT = (
    "SELECT attempt.household, attempt.hseq, attempt.part, attempt.attempt, attempt.payee, account.holder, attempt.iban, "
    "attempt.cents, attempt.e2e_id, payment.month FROM attempt JOIN account ON account.municipality = attempt.municipality "
    "AND account.household = attempt.household AND account.hseq = attempt.account_seq "
    "JOIN payment ON payment.municipality = attempt.municipality AND payment.household = attempt.household "
    "AND payment.hseq = attempt.hseq WHERE attempt.municipality = ?"
)


def _attempt(row: Row) -> Attempt:
    return Attempt(*row[:9], *(month_of(month) for month in row[9:]))


def attempts(database: Database, municipality: str, file_id: str) -> list[Attempt]:
    """The transfers of a file, in order."""
    rows = database.rows(f"{_ATTEMPT} AND attempt.file_id = ? ORDER BY attempt.place", (municipality, file_id))
    return [_attempt(row) for row in rows]


def attempts_called(database: Database, municipality: str, e2e_ids: Iterable[str]) -> dict[str, Attempt]:
    """The transfers with these end-to-end ids; one that is not ours is left out."""
    found: dict[str, Attempt] = {}
    wanted = list(dict.fromkeys(e2e_ids))
    for at in range(0, len(wanted), 500):
        some = wanted[at : at + 500]
        rows = database.rows(f"{_ATTEMPT} AND attempt.e2e_id IN ({', '.join('?' * len(some))})", (municipality, *some))
        found |= {row[8]: _attempt(row) for row in rows}
    return found


@dataclass(frozen=True, slots=True)
class BankEntry:
    """One movement in a statement: the bank's reference, the end-to-end id if any, cents (below zero: left), the day."""

    bank_ref: str
    e2e_id: str | None
    cents: int
    booked_on: date
    text: str = ""


def record_statement(writer: Writer, *, statement_id: str, sha256: str, entries: Sequence[BankEntry]) -> bool:
    """Keep a statement of the bank with its entries; False when the same file was kept before, and then nothing changes."""
    values: tuple[Value, ...] = (writer.municipality, sha256)
    if writer.database.value("SELECT 1 FROM bank_statement WHERE municipality = ? AND sha256 = ?", values) is not None:
        return False
    writer.beside("bank_statement", {
        "statement_id": statement_id, "sha256": sha256, "recorded_at": writer.recorded_at, "actor": writer.actor,
    })  # fmt: skip
    for entry in entries:
        writer.beside("bank_entry", {
            "bank_ref": entry.bank_ref, "statement_id": statement_id, "e2e_id": entry.e2e_id, "cents": entry.cents,
            "booked_on": entry.booked_on.isoformat(), "text": entry.text,
        })  # fmt: skip
    return True


def record_outcome(writer: Writer, attempt: Attempt, outcome: str, *, bank_ref: str) -> None:
    """What became of a transfer by an entry of the bank: booked, rejected, or returned after it was booked."""
    returned = outcome == RETURNED
    writer.beside("outcome", {
        "household": attempt.household, "hseq": attempt.hseq, "part": attempt.part, "attempt": attempt.attempt,
        "step": 2 if returned else 1, "outcome": outcome, "after_outcome": BOOKED if returned else None,
        "bank_ref": bank_ref,
    })  # fmt: skip


def outcomes(database: Database, municipality: str, attempt: Attempt) -> list[tuple[str, str]]:
    """What the bank said of a transfer, in order: the outcome and the bank's reference."""
    rows = database.rows(
        "SELECT outcome, bank_ref FROM outcome "
        "WHERE municipality = ? AND household = ? AND hseq = ? AND part = ? AND attempt = ? ORDER BY step",
        (municipality, attempt.household, attempt.hseq, attempt.part, attempt.attempt),
    )
    return [(outcome, bank_ref) for outcome, bank_ref in rows]


def answered(database: Database, municipality: str, file_id: str) -> bool:
    """Whether the bank said anything of a file: then it had it."""
    found = database.value(
        "SELECT 1 FROM attempt JOIN outcome ON outcome.municipality = attempt.municipality "
        "AND outcome.household = attempt.household AND outcome.hseq = attempt.hseq AND outcome.part = attempt.part "
        "AND outcome.attempt = attempt.attempt WHERE attempt.municipality = ? AND attempt.file_id = ? LIMIT 1",
        (municipality, file_id),
    )
    return found is not None


def bank_entry(database: Database, municipality: str, bank_ref: str) -> BankEntry | None:
    """One movement by the bank's reference, or None."""
    query = "SELECT bank_ref, e2e_id, cents, booked_on, text FROM bank_entry WHERE municipality = ? AND bank_ref = ?"
    found = database.row(query, (municipality, bank_ref))
    return None if found is None else BankEntry(found[0], found[1], found[2], date.fromisoformat(found[3]), found[4])


def unmatched(database: Database, municipality: str, *, since: date = FIRST_MONTH.first_day) -> list[BankEntry]:
    """Entries of the bank from a day on that no outcome, recovery or open item explains, in order of their day."""
    rows = database.rows(
        "SELECT entry.bank_ref, entry.e2e_id, entry.cents, entry.booked_on, entry.text FROM bank_entry AS entry "
        "WHERE entry.municipality = ? AND entry.booked_on >= ? "
        "AND NOT EXISTS (SELECT 1 FROM outcome WHERE outcome.municipality = entry.municipality "
        "AND outcome.bank_ref = entry.bank_ref) "
        "AND NOT EXISTS (SELECT 1 FROM recovery WHERE recovery.municipality = entry.municipality "
        "AND recovery.bank_ref = entry.bank_ref) "
        "AND NOT EXISTS (SELECT 1 FROM open_item WHERE open_item.municipality = entry.municipality "
        "AND open_item.bank_ref = entry.bank_ref) ORDER BY entry.booked_on, entry.bank_ref",
        (municipality, since.isoformat()),
    )
    return [BankEntry(ref, e2e_id, cents, date.fromisoformat(day), text) for ref, e2e_id, cents, day, text in rows]
