# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What a bank says of a payment order, pain.002.001.03 to .14: accepted, or refused as a whole or transfer by transfer.

It says nothing about money: what was booked stands on a statement (camt.py). The versions add elements; those that are read here
stand in the same place in all of them (docs/decisions/0096-what-the-bank-refused.md).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from fractions import Fraction

from werkzaam.app.exchange import cells
from werkzaam.app.exchange.delivered import Source, name_of, opened
from werkzaam.app.exchange.elements import BadElement, read, read_if, words
from werkzaam.app.exchange.entries import NOT_PROVIDED, money
from werkzaam.app.exchange.reported import MOST_BAD, BadRow, RowsRefused
from werkzaam.app.exchange.xml_reading import Element, Record, records
from werkzaam.core.errors import InputError

NAMESPACES = tuple(f"urn:iso:std:iso:20022:tech:xsd:pain.002.001.{version:02}" for version in range(3, 15))
MOST_BYTES = 64 << 20
"""About 100,000 transfers, each with a reason; a report is read into memory."""
ORDER = "pain.001"
"""How the kind of message begins that such a report is about here; others are about collections."""
REJECTED, STOPPED = "RJCT", ("BLCK", "CANC")
"""It will not be paid; and somebody stopped it, of which only a person can say what follows."""
KNOWN = frozenset({REJECTED, *STOPPED, "ACCC", "ACCP", "ACFC", "ACIS", "ACPD", "ACSC", "ACSP", "ACTC", "ACWC", "ACWP", "PART",
                   "PATC", "PDNG", "PRES", "RCVD"})  # fmt: skip
"""The statuses of ISO 20022 for a message, a payment or a transfer; any other is refused, because it could mean anything."""
_REPORT = ("Document", "CstmrPmtStsRpt")
_PLACES = {"OrgnlPmtInfAndSts": _REPORT, "TxInfAndSts": (*_REPORT, "OrgnlPmtInfAndSts")}


@dataclass(frozen=True, slots=True)
class Said:
    """A status with its reason as a code of the bank, and what it adds in words; all None when nothing is said."""

    status: str | None = None
    reason: str | None = None
    text: str | None = None

    @property
    def rejected(self) -> bool:
        """Whether it will not be paid."""
        return self.status == REJECTED


@dataclass(frozen=True, slots=True)
class TransferStatus:
    """What is said of one transfer: our id, the amount in cents where the bank repeats it, and the line it stands on."""

    end_to_end_id: str
    said: Said
    cents: int | None
    line: int


@dataclass(frozen=True, slots=True)
class PaymentStatus:
    """What is said of one payment of an order, and of transfers in it: of all, or of those that differ."""

    payment_id: str
    said: Said
    transfers: tuple[TransferStatus, ...] = ()


@dataclass(frozen=True, slots=True)
class StatusReport:
    """One report about one order of ours; `count` and `cents` are those of the order, where the bank repeats them.

    `sha256` tells the same file again.
    """

    name: str
    sha256: str
    message_id: str
    day: date
    order_id: str
    said: Said
    count: int | None
    total: Fraction | None
    payments: tuple[PaymentStatus, ...]


def read_status(source: Source) -> StatusReport:
    """The report in a file, all or nothing; raises RowsRefused with every transfer that cannot be right, and InputError."""
    reading, name, root = _Reading(), name_of(source), None
    with opened(source, MOST_BYTES) as stream:
        for record in records(stream, frozenset(_PLACES), _other_root):
            root = record.element
            reading.take(record)
            if len(reading.bad) >= MOST_BAD:
                break
        digest = stream.digest
    if reading.bad:
        raise RowsRefused(tuple(reading.bad), file=name)
    try:
        return _report(root, tuple(reading.payments), name, digest)
    except BadElement as bad:
        raise InputError(f"{bad.place}: {bad}", file=name) from None


def _other_root(namespace: str, name: str) -> str | None:
    if name == "Document" and namespace in NAMESPACES:
        return None
    return f"a payment status report was expected, pain.002.001.03 to .14; found {name[:40]!r} in {namespace[:80]!r}."


def _report(root: Element | None, payments: tuple[PaymentStatus, ...], name: str, digest: str) -> StatusReport:
    head = root.one("CstmrPmtStsRpt", "GrpHdr") if root is not None else None
    order = root.one("CstmrPmtStsRpt", "OrgnlGrpInfAndSts") if root is not None else None
    if head is None or order is None:
        raise BadElement("CstmrPmtStsRpt", "it does not say which order it is about. Ask the bank for the file again.")
    kind = read(order, "OrgnlMsgNmId", words)
    if not kind.startswith(ORDER):
        raise BadElement("OrgnlMsgNmId", f"a report about payments ({ORDER}) was expected; found one about {kind[:40]!r}.")
    count, total = read_if(order, "OrgnlNbOfTxs", _whole), read_if(order, "OrgnlCtrlSum", _sum)
    return StatusReport(
        name, digest, read(head, "MsgId", words), read(head, "CreDtTm", lambda text: cells.day(text[:10])),
        read(order, "OrgnlMsgId", words), _said(order, "GrpSts"), count, total, payments,
    )  # fmt: skip


@dataclass(slots=True)
class _Reading:
    """The payments so far, and the transfers of the one that is still open."""

    payments: list[PaymentStatus] = field(default_factory=list)
    bad: list[BadRow] = field(default_factory=list)
    _known: set[str] = field(default_factory=set)
    _transfers: list[TransferStatus] = field(default_factory=list)

    def take(self, record: Record) -> None:
        """Read a transfer, or the payment that it stood in: each ends after what is in it."""
        place = _PLACES.get(record.element.name)
        if place is None:
            return
        try:
            if tuple(one.name for one in record.above) != place:
                raise BadElement(record.element.name, "it stands where a bank never puts it. Ask the bank for the file again.")
            if record.element.name == "TxInfAndSts":
                self._transfer(record.element)
            else:
                transfers, self._transfers = tuple(self._transfers), []
                found = PaymentStatus(read(record.element, "OrgnlPmtInfId", words), _said(record.element, "PmtInfSts"))
                self.payments.append(replace(found, transfers=transfers))
        except BadElement as bad:
            self.bad.append(BadRow(record.element.line, bad.place, str(bad)))

    def _transfer(self, element: Element) -> None:
        ident = read(element, "OrgnlEndToEndId", words)
        if ident == NOT_PROVIDED:
            raise BadElement("OrgnlEndToEndId", "it is missing, and with it which transfer this is.")
        if ident in self._known:
            raise BadElement("OrgnlEndToEndId", f"{ident!r} stands in the report twice. Ask the bank for the file again.")
        self._known.add(ident)
        amount = element.one("OrgnlTxRef", "Amt")
        cents = money(amount, "InstdAmt") if amount is not None and amount.one("InstdAmt") is not None else None
        self._transfers.append(TransferStatus(ident, _said(element, "TxSts"), cents, element.line))


def _said(element: Element, name: str) -> Said:
    """The status, the first reason that has a code, and all that is added in words."""
    status = read_if(element, name, words)
    if status is not None and status not in KNOWN:
        raise BadElement(name, f"a status of ISO 20022 was expected, such as RJCT or ACCP; found {status[:40]!r}.")
    told = element.all("StsRsnInf")
    reason = next((code for one in told for code in _codes(one)), None)
    text = " ".join(words(one.text) for each in told for one in each.all("AddtlInf") if one.text)
    return Said(status, reason, text or None)


def _codes(element: Element) -> Iterator[str]:
    for path in ("Rsn/Cd", "Rsn/Prtry"):
        found = read_if(element, path, words)
        if found is not None:
            yield found


def _whole(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) <= 15):
        raise InputError(f"a whole number was expected; found {text[:40]!r}.")
    return int(text)


def _sum(text: str) -> Fraction:
    """A control sum in euros; banks write more decimals than an amount has."""
    whole, _, decimals = text.partition(".")
    return Fraction(_whole(whole)) + (Fraction(_whole(decimals), 10 ** len(decimals)) if decimals else 0)
