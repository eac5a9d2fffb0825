# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Book: read what the bank did. What we know is booked or returned; anything else becomes an open item that somebody owns."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from werkzaam.app.exchange.camt import BankItem, Movement, Statement, read_statements
from werkzaam.app.ledger.desk import Desk
from werkzaam.app.ledger.refused import AGAIN, ask
from werkzaam.app.ledger.told import coded
from werkzaam.core.digest import digest
from werkzaam.core.errors import InputError
from werkzaam.core.iban import compact
from werkzaam.store.bank import BOOKED, RETURNED, Attempt, BankEntry, attempts_called, outcomes, record_outcome, record_statement
from werkzaam.store.queue import open_item
from werkzaam.store.writer import Writer

_LEFT = (Movement.BOOKED, Movement.TAKEN_BACK)
_OUTCOMES = {Movement.BOOKED: BOOKED, Movement.RETURNED: RETURNED}


@dataclass
class Booked:
    """What a file of the bank came to."""

    booked: int = 0
    returned: int = 0
    unmatched: int = 0
    already: int = 0


def book(desk: Desk, file: Path) -> Booked:
    """Book a bank statement, all of it or nothing; the same statement again changes nothing.

    Raises InputError for a statement of another account, or one that does not add up.
    """
    found, done = read_statements(file), Booked()
    for statement in found.statements:
        if compact(statement.account) != desk.town.iban:
            raise InputError(f"A statement of {desk.town.iban} was expected; found one of {statement.account}.", file=found.name)
    with desk.writes() as writer:
        for statement in found.statements:
            _statement(desk, writer, statement, digest("statement", found.sha256, statement.ident), done)
    return done


def _statement(desk: Desk, writer: Writer, statement: Statement, sha256: str, done: Booked) -> None:
    items = [one for one in statement.items if one.movement is not Movement.PENDING]
    entries = [BankEntry(one.reference, one.end_to_end_id, -one.cents if one.movement in _LEFT else one.cents, one.day,
                         one.text or one.name or "") for one in items]  # fmt: skip
    if not record_statement(writer, statement_id=statement.ident, sha256=sha256, entries=entries):
        done.already += len(items)
        return
    writer.flush()
    ours = attempts_called(desk.database, desk.town.id, [one.end_to_end_id for one in items if one.end_to_end_id])
    for item in items:
        attempt = ours.get(item.end_to_end_id or "")
        if attempt is not None and _fits(desk, item, attempt):
            record_outcome(writer, attempt, _OUTCOMES[item.movement], bank_ref=item.reference)
            if item.movement is Movement.RETURNED and item.reason not in AGAIN:
                ask(desk, writer, attempt, "refused", item.reason)
            writer.flush()
            done.booked += item.movement is Movement.BOOKED
            done.returned += item.movement is Movement.RETURNED
        else:
            _unmatched(desk, writer, item, attempt)
            done.unmatched += 1


def _fits(desk: Desk, item: BankItem, attempt: Attempt) -> bool:
    """Whether the bank did what we asked, once: booked first, and perhaps returned after that."""
    if item.movement not in _OUTCOMES or item.cents != attempt.cents:
        return False
    before = [outcome for outcome, _ in outcomes(desk.database, desk.town.id, attempt)]
    return before == ([] if item.movement is Movement.BOOKED else [BOOKED])


def _unmatched(desk: Desk, writer: Writer, item: BankItem, attempt: Attempt | None) -> None:
    whose = " ".join(filter(None, [item.end_to_end_id, item.name, item.text])) or item.reference
    text = coded(f"bank_{item.movement.value}", cents=item.cents, day=item.day.isoformat(), whose=whose)
    open_item(writer, f"bank {item.reference}", kind="bank", text=text, bank_ref=item.reference, cents=item.cents,
              household=attempt.household if attempt else None, owner=desk.town.contact)  # fmt: skip
