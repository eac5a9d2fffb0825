# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What the bank refused: payable again at once, or first a task for a named person; never paid twice (decision 0096)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from werkzaam.app.exchange.payment_status import REJECTED, STOPPED, PaymentStatus, Said, StatusReport, TransferStatus, read_status
from werkzaam.app.ledger.desk import Desk
from werkzaam.app.ledger.payable import HAD_BEFORE, refused_item
from werkzaam.app.ledger.told import coded
from werkzaam.core.errors import InputError
from werkzaam.store.bank import (
    REJECTED as REFUSED,
)
from werkzaam.store.bank import (
    Attempt,
    BankEntry,
    PayFile,
    attempts,
    outcomes,
    pay_files,
    record_outcome,
    record_statement,
)
from werkzaam.store.queue import items_called, open_item
from werkzaam.store.writer import Writer

AGAIN = frozenset({"AM04", "AM10", "CH04", "DT01", "ED05", "FF01", "TM01", *(f"AB{number:02}" for number in range(1, 12))})
"""Reasons that are about the file, its day, our own balance or a bank out of reach: the same payment may go again as it is.

Any other, or none, is looked at by a person first. Codes: ISO 20022, ExternalStatusReason1Code.
"""
UNKNOWN, ALREADY, DOUBLED = "unknown", "already", "double"
DOUBLE = frozenset({"AM05", "DUPL", "DU01", "DU02", "DU03", "DU04", "DU05"})
"""Reasons that say: this was sent before. The first one may have been paid, so nothing is payable again."""


@dataclass
class Refused:
    """What a report came to: transfers payable again, those that wait for a person, and those that change nothing.

    `double` are those of which the bank says that it had them before; `unknown` what fits no transfer of ours.
    """

    again: int = 0
    first_a_person: int = 0
    double: int = 0
    unknown: int = 0
    already: int = 0
    accepted: int = 0


@dataclass(frozen=True, slots=True)
class _One:
    """One transfer that a report says something of: by itself, or because all of its file or payment was refused."""

    end_to_end_id: str
    said: Said
    cents: int | None
    alone: bool


def read_refusals(desk: Desk, source: Path) -> Refused:
    """Take over a payment status report, all of it or nothing; the same report again changes nothing.

    Raises InputError for a report about an order that is not ours, or that does not fit it.
    """
    report = read_status(source)
    file = _file(desk, report)
    ours = {one.e2e_id: one for one in attempts(desk.database, desk.town.id, file.file_id)}
    said, done = list(_all(report, ours)), Refused()
    bad = [_judged(desk, one, ours.get(one.end_to_end_id)) for one in said if one.said.status in (REJECTED, *STOPPED)]
    done.accepted = len(said) - len(bad)
    told = [one for one, _, kind in bad if kind in (REFUSED, UNKNOWN)]  # Only these rest on what the bank said.
    entries = [BankEntry(_reference(report, one), one.end_to_end_id, 0, report.day, _words(one.said)) for one in told]
    with desk.writes() as writer:
        if not record_statement(writer, statement_id=f"pain.002 {report.message_id}", sha256=report.sha256, entries=entries):
            return Refused(already=len(bad), accepted=done.accepted)
        for one, attempt, kind in bad:
            _take(desk, writer, _reference(report, one), one, attempt, kind, done)
        _about_the_file(desk, writer, file, [one for one, _, kind in bad if not one.alone and kind != ALREADY])
    return done


def _file(desk: Desk, report: StatusReport) -> PayFile:
    """The file of ours that a report is about."""
    file = next((one for one in pay_files(desk.database, desk.town.id) if one.msg_id == report.order_id), None)
    if file is None:
        raise InputError(f"is about the order {report.order_id!r}, and this ledger made none of that name. Does it belong to "
                         "another town, or another program?", file=report.name)  # fmt: skip
    if report.count not in (None, file.transfers) or report.total not in (None, Fraction(file.cents, 100)):
        raise InputError(f"speaks of {report.count} transfers and {report.total} euros; {file.file_id} has {file.transfers} and "
                         f"{Fraction(file.cents, 100)}. Ask the bank what it received.", file=report.name)  # fmt: skip
    other = next((one.payment_id for one in report.payments if one.payment_id != file.file_id), None)
    if other is not None:
        raise InputError(f"speaks of a payment {other!r} in {file.file_id}, which has none of that name.", file=report.name)
    return file


def _all(report: StatusReport, ours: dict[str, Attempt]) -> Iterator[_One]:
    """Every transfer that something is said of; where all were refused, every transfer of the file."""
    whole = next((said for said in (report.said, *(one.said for one in report.payments)) if said.rejected), None)
    told = {one.end_to_end_id: one for payment in report.payments for one in payment.transfers}
    for payment in report.payments:
        for one in payment.transfers:
            yield _of(report, payment, one, whole)
    if whole is not None:
        yield from (_One(name, whole, None, alone=False) for name in ours if name not in told)


def _of(report: StatusReport, payment: PaymentStatus, one: TransferStatus, whole: Said | None) -> _One:
    said = one.said if one.said.status else payment.said if payment.said.status else report.said
    if whole is not None and not said.rejected:
        raise InputError(f"says that all is refused, and of {one.end_to_end_id} that it is {said.status}. Ask the bank for the "
                         "file again.", file=report.name, row=one.line)  # fmt: skip
    return _One(one.end_to_end_id, said, one.cents, alone=(one.said.rejected and one.said.reason is not None) or whole is None)


def _reference(report: StatusReport, one: _One) -> str:
    return f"pain.002 {report.message_id}/{one.end_to_end_id}"


def _words(said: Said) -> str:
    return " ".join(filter(None, [said.status, said.reason, said.text]))


def _judged(desk: Desk, one: _One, attempt: Attempt | None) -> tuple[_One, Attempt | None, str]:
    """A transfer that the bank refused or stopped, as ours if it is, and what follows from it."""
    before = [outcome for outcome, _ in outcomes(desk.database, desk.town.id, attempt)] if attempt else []
    if attempt is None or one.cents not in (None, attempt.cents) or before not in ([], [REFUSED]):
        return one, attempt, UNKNOWN
    if before:
        return one, attempt, ALREADY
    return one, attempt, DOUBLED if one.said.reason in DOUBLE or one.said.status in STOPPED else REFUSED


def _take(
    desk: Desk, writer: Writer, reference: str, one: _One, attempt: Attempt | None, kind: str, done: Refused
) -> None:  # fmt: skip
    """What follows from one transfer: its outcome where it is ours and had none, else something to look at."""
    reason = one.said.reason
    if attempt is None or kind == UNKNOWN:
        done.unknown += 1
        text = coded("unknown_refusal", transfer=one.end_to_end_id, bank=_words(one.said))
        open_item(writer, f"bank {reference}", kind="bank", text=text, bank_ref=reference, owner=desk.town.contact,
                  household=attempt.household if attempt else None)  # fmt: skip
    elif kind == ALREADY:
        done.already += 1
    elif kind == DOUBLED:
        done.double += 1
        if one.alone:
            ask(desk, writer, attempt, HAD_BEFORE, reason)
    else:
        record_outcome(writer, attempt, REFUSED, bank_ref=reference)
        person = one.alone and reason not in AGAIN
        done.first_a_person, done.again = done.first_a_person + person, done.again + (not person)
        if person:
            ask(desk, writer, attempt, "refused", reason)


def ask(desk: Desk, writer: Writer, attempt: Attempt, code: str, reason: str | None) -> None:
    """Ask the household's contact to look at a transfer, once; until then it does not go again to the same account."""
    name = refused_item(attempt.e2e_id)
    if not items_called(desk.database, desk.town.id, name):
        text = coded(code, cents=attempt.cents, month=str(attempt.month), holder=attempt.holder, reason=reason or "")
        open_item(writer, name, kind="check", text=text, household=attempt.household, cents=attempt.cents,
                  owner=desk.file(attempt.household).contact)  # fmt: skip


def _about_the_file(desk: Desk, writer: Writer, file: PayFile, refused: list[_One]) -> None:
    """One task for a file that was refused as a whole, where making it again does not mend it by itself."""
    said = next((one.said for one in refused), None)
    if said is None or said.reason in AGAIN:
        return
    code = "file_double" if said.reason in DOUBLE or said.status in STOPPED else "file_refused"
    name = f"{code.replace('_', '-')}-{file.file_id}"
    if not items_called(desk.database, desk.town.id, name):
        text = coded(code, file=file.file_id, cents=file.cents, reason=said.reason or "", bank=said.text or "")
        open_item(writer, name, kind="check", text=text, cents=file.cents, owner=desk.town.contact)
