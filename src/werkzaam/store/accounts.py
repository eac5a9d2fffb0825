# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Where money for a payee goes, from a day on: one asks for it, another approves it, and only then money can go there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from werkzaam.core.digest import digest
from werkzaam.core.iban import iban as checked_iban
from werkzaam.ledger.event import Event, EventKind
from werkzaam.store.database import Database, Value
from werkzaam.store.writer import Fields, Writer


@dataclass(frozen=True, slots=True)
class BankAccount:
    """An approved account of a payee of a household: the event that approved it, the holder, and the day from which it holds."""

    household: int
    hseq: int
    payee: str
    holder: str
    iban: str
    from_day: date


@dataclass(frozen=True, slots=True)
class AccountRequest:
    """A change of account that somebody asked for; `outcome` is approved or rejected, and None while it waits."""

    household: int
    hseq: int
    payee: str
    holder: str
    iban: str
    from_day: date
    maker: str
    evidence: str
    recorded_at: str
    outcome: str | None = None


def request_account(
    writer: Writer, household: int, *, payee: str, holder: str, iban: str, from_day: date, evidence: str
) -> Event | None:
    """The actor asks that money for a payee goes to an account from a day on; None when this was asked before.

    The same payee, holder, account and first day are the same question, in whatever file it came: also when it was rejected, so
    that who asks again names another day. `payee` is the `ref` of a payment's parts. Raises InputError for a wrong account
    number, and for one of a country outside SEPA, which no payment file could hold.
    """
    clean = checked_iban(iban)
    row: Fields = {
        "payee": payee, "holder": holder, "iban": clean, "from_day": from_day.isoformat(), "maker": writer.actor,
        "evidence": evidence,
    }  # fmt: skip
    if _asked(writer, household, (payee, holder, clean, from_day.isoformat())):
        return None
    key = f"account {digest('account', payee, holder, clean, from_day.isoformat())}"  # A key stays for ever; a number must not.
    return writer.add(household, EventKind.ACCOUNT, lambda _: {"account_request": [row]}, idem_key=key)


def _asked(writer: Writer, household: int, asked: tuple[str, str, str, str]) -> bool:
    """Whether this was asked; an older release kept it under the name of its file, so that its key does not tell."""
    found = (
        "SELECT 1 FROM account_request WHERE municipality = ? AND household = ? AND payee = ? AND holder = ? AND iban = ? "
        "AND from_day = ?"
    )
    return writer.database.value(found, (writer.municipality, household, *asked)) is not None


def answer_account(writer: Writer, request: AccountRequest, *, approved: bool, reason: str) -> Event | None:
    """The actor approves or rejects a change of account, with a reason; None when it has an answer.

    The database refuses the maker of the request: four eyes.
    """
    row: dict[str, Value] = {
        "request_seq": request.hseq, "payee": request.payee, "maker": request.maker, "officer": writer.actor,
        "outcome": "approved" if approved else "rejected", "reason": reason,
    }  # fmt: skip
    if approved:
        row |= {"holder": request.holder, "iban": request.iban, "from_day": request.from_day.isoformat()}
    key = f"account answer {request.hseq}"
    return writer.add(request.household, EventKind.ACCOUNT, lambda _: {"account": [row]}, idem_key=key)


def account_requests(
    database: Database, municipality: str, household: int | None = None, *, waiting: bool = False
) -> list[AccountRequest]:
    """The changes of account that were asked for in a household or a town, in order; only without an answer when asked."""
    where, values = "", list[Value]([municipality])
    if household is not None:
        where, values = " AND asked.household = ?", [*values, household]
    if waiting:
        where += " AND account.outcome IS NULL"
    rows = database.rows(
        "SELECT asked.household, asked.hseq, asked.payee, asked.holder, asked.iban, asked.from_day, asked.maker, asked.evidence, "
        "event.recorded_at, account.outcome FROM account_request AS asked JOIN event ON event.municipality = asked.municipality "
        "AND event.household = asked.household AND event.hseq = asked.hseq LEFT JOIN account "
        "ON account.municipality = asked.municipality AND account.household = asked.household "
        f"AND account.request_seq = asked.hseq WHERE asked.municipality = ?{where} ORDER BY asked.household, asked.hseq",
        values,
    )
    return [
        AccountRequest(household, hseq, payee, holder, iban, date.fromisoformat(from_day), *rest)
        for household, hseq, payee, holder, iban, from_day, *rest in rows
    ]


def accounts_on(
    database: Database, municipality: str, day: date, household: int | None = None, *, upto: int | None = None
) -> dict[tuple[int, str], BankAccount]:
    """The account that holds on a day for each payee, by household and payee: the last of those from that day or before."""
    where, values = "", list[Value]([municipality, day.isoformat(), 2**62 if upto is None else upto])
    if household is not None:
        where, values = " AND household = ?", [*values, household]
    rows = database.rows(
        "SELECT household, hseq, payee, holder, iban, from_day FROM account WHERE municipality = ? AND outcome = 'approved' "
        f"AND from_day <= ? AND hseq <= ?{where} ORDER BY household, from_day, hseq",
        values,
    )
    return {
        (home, payee): BankAccount(home, hseq, payee, holder, iban, date.fromisoformat(from_day))
        for home, hseq, payee, holder, iban, from_day in rows
    }
