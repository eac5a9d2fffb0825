# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""One entry of a bank statement and the parts of a batch, in cents with a sign: below zero is money that left."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from werkzaam.app.exchange import cells
from werkzaam.app.exchange.elements import BadElement, read, read_if, words
from werkzaam.app.exchange.xml_reading import Element
from werkzaam.core.errors import InputError

EURO = "EUR"
NOT_PROVIDED = "NOTPROVIDED"
"""What an EndToEndId says when there is none."""
_SIGNS = {"CRDT": 1, "DBIT": -1}
_BOOKED, _OPEN = "BOOK", ("PDNG", "INFO", "FUTR")


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a statement."""

    line: int
    signed: int
    day: date
    booked: bool
    reversal: bool
    bank_reference: str | None
    batch: str | None
    text: str | None


@dataclass(frozen=True, slots=True)
class Part:
    """One payment of an entry; without an amount of its own when the bank does not tell it in euros."""

    signed: int | None
    end_to_end_id: str | None
    bank_reference: str | None
    returned: bool
    reason: str | None
    name: str | None
    iban: str | None
    text: str | None

    def with_amount(self, signed: int) -> Part:
        """The same part with the amount of its entry."""
        return replace(self, signed=signed)


def nothing_told(signed: int) -> Part:
    """The one part of an entry that tells no parts."""
    return Part(signed, None, None, False, None, None, None, None)


def entry_of(element: Element) -> Entry:
    """What a `Ntry` says of itself; raises BadElement."""
    status = element.said("Sts", "Cd") or element.said("Sts")  # Version 08, and version 02.
    if status != _BOOKED and status not in _OPEN:
        raise BadElement("Sts", f"{_BOOKED} or one of {', '.join(_OPEN)} was expected; found {(status or '')[:40]!r}.")
    batch = element.one("NtryDtls", "Btch") or Element("")
    return Entry(
        line=element.line, signed=direction(element) * money(element, "Amt"), day=_day(element), booked=status == _BOOKED,
        reversal=read(element, "RvslInd", _truth, False), bank_reference=read_if(element, "AcctSvcrRef", words),
        batch=read_if(batch, "PmtInfId", words) or read_if(batch, "MsgId", words), text=read_if(element, "AddtlNtryInf", words),
    )  # fmt: skip


def part_of(element: Element, entry: Element) -> Part:
    """What a `TxDtls` says; its direction is that of the entry where it tells none (version 02).

    Who is at the other side: the creditor of money that left, the debtor of money that came in. A payment that came back keeps
    the parties that it left with, at most banks.
    """
    sign = direction(element if element.one("CdtDbtInd") else entry)
    found = element.one("Amt") or element.one("AmtDtls", "TxAmt", "Amt")
    cents = _cents(found) if found is not None and found.attributes.get("Ccy") == EURO else None
    returned = element.one("RtrInf") is not None
    who, other = ("Cdtr", "Dbtr") if (sign < 0) is not returned else ("Dbtr", "Cdtr")
    side = who if not returned or _party(element, who) else other
    return Part(
        signed=None if cents is None else sign * cents, end_to_end_id=_end_to_end(element),
        bank_reference=read_if(element, "Refs/AcctSvcrRef", words), returned=returned, reason=_reason(element),
        name=_party(element, side), iban=read_if(element, f"RltdPties/{side}Acct/Id/IBAN", words),
        text=_remittance(element) or read_if(element, "AddtlTxInf", words),
    )  # fmt: skip


def direction(element: Element) -> int:
    """1 for money that came in, -1 for money that left."""
    told = read(element, "CdtDbtInd", str)
    if told not in _SIGNS:
        raise BadElement("CdtDbtInd", f"CRDT or DBIT was expected; found {told[:40]!r}.")
    return _SIGNS[told]


def money(element: Element, path: str) -> int:
    """Cents, zero or more, of an amount in euros."""
    found = element.one(path)
    if found is None:
        raise BadElement(path, "it is missing.")
    if found.attributes.get("Ccy") != EURO:
        raise BadElement(path, f"an amount in euros was expected; found {found.attributes.get('Ccy', 'no currency')[:10]!r}.")
    return _cents(found)


def _cents(amount: Element) -> int:
    try:
        cents = cells.decimal(amount.text)
    except InputError as error:
        raise BadElement(amount.name, str(error)) from None
    if cents < 0:
        raise BadElement(
            amount.name, f"an amount of zero or more was expected, with CdtDbtInd for its direction; found {amount.text}."
        )
    return cents


def _day(element: Element) -> date:
    """The day of booking; of what is only announced, the day on which it counts."""
    found = element.one("BookgDt") or element.one("ValDt")
    if found is None:
        raise BadElement("BookgDt", "it is missing.")
    return read(found, "Dt" if found.one("Dt") else "DtTm", lambda text: cells.day(text[:10]))


def _end_to_end(element: Element) -> str | None:
    found = read_if(element, "Refs/EndToEndId", words)
    return None if found == NOT_PROVIDED else found


def _reason(element: Element) -> str | None:
    """Why a payment came back, as a code of the bank; None when it tells none."""
    return read_if(element, "RtrInf/Rsn/Cd", words) or read_if(element, "RtrInf/Rsn/Prtry", words)


def _party(element: Element, who: str) -> str | None:
    """The name at the other side; version 08 has it one element deeper."""
    return read_if(element, f"RltdPties/{who}/Nm", words) or read_if(element, f"RltdPties/{who}/Pty/Nm", words)


def _remittance(element: Element) -> str | None:
    """What the payment says of itself."""
    found = element.one("RmtInf")
    if found is None:
        return None
    told = [one.text for one in found.all("Ustrd")] + [one.said("CdtrRefInf", "Ref") or "" for one in found.all("Strd")]
    return " ".join(words(text) for text in told if text) or None


def _truth(text: str) -> bool:
    if text not in ("true", "false", "1", "0"):
        raise InputError(f"true or false was expected; found {text[:40]!r}.")
    return text in ("true", "1")
