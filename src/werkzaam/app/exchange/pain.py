# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Payment orders for the bank: SEPA credit transfers as pain.001.001.09, the same bytes for the same values, always.

Nothing here knows a clock or chance: identifiers, days and moments are arguments. No address is written: since November 2026
Dutch banks refuse an unstructured one, and within SEPA none is needed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from werkzaam.app.exchange.sepa_text import reference, sepa_text
from werkzaam.core.errors import InputError
from werkzaam.core.iban import bic, compact, iban
from werkzaam.core.money import plain_euro

NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09"
LONGEST_NAME, LONGEST_TEXT = 70, 140
MOST_CENTS = 999_999_999_99
"""The most that one credit transfer of SEPA carries."""
_MOMENT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z")


class CannotPay(InputError):
    """An order or a transfer that no bank would carry out; `end_to_end_id` is that of the transfer, when it is one."""

    def __init__(self, place: str, why: str, *, end_to_end_id: str | None = None) -> None:
        self.end_to_end_id = end_to_end_id
        super().__init__(f"transfer {end_to_end_id}, {place}: {why}" if end_to_end_id else f"{place}: {why}")


@dataclass(frozen=True, slots=True)
class Transfer:
    """One payment; checked when it is made, so that one bad account is known before any file is."""

    end_to_end_id: str
    cents: int
    name: str
    iban: str
    text: str

    def __post_init__(self) -> None:
        checks: dict[str, Callable[[], object]] = {
            "end_to_end_id": lambda: reference(self.end_to_end_id),
            "cents": lambda: _amount(self.cents),
            "name": lambda: sepa_text(self.name, LONGEST_NAME),
            "iban": lambda: iban(self.iban),
            "text": lambda: sepa_text(self.text, LONGEST_TEXT),
        }
        _check(checks, self.end_to_end_id)


@dataclass(frozen=True, slots=True)
class PaymentOrder:
    """One file: all transfers from one account on one day. `created_at` is a moment in UTC, `2026-03-20T09:15:00Z`."""

    message_id: str
    payment_id: str
    created_at: str
    execution_day: date
    debtor_name: str
    debtor_iban: str
    transfers: tuple[Transfer, ...]
    debtor_bic: str | None = None
    booked_together: bool = True
    """One line on the statement of the debtor for all of it, so that no names stand there."""

    def __post_init__(self) -> None:
        checks: dict[str, Callable[[], object]] = {
            "message_id": lambda: reference(self.message_id),
            "payment_id": lambda: reference(self.payment_id),
            "created_at": lambda: _moment(self.created_at),
            "debtor_name": lambda: sepa_text(self.debtor_name, LONGEST_NAME),
            "debtor_iban": lambda: iban(self.debtor_iban),
            "debtor_bic": lambda: self.debtor_bic and bic(self.debtor_bic),
        }
        _check(checks)
        self._check_transfers()

    def _check_transfers(self) -> None:
        if not self.transfers:
            raise CannotPay("transfers", "at least one was expected; a bank refuses an empty file. Make none.")
        seen: set[str] = set()
        for transfer in self.transfers:
            if transfer.end_to_end_id in seen:
                raise CannotPay("end_to_end_id", "it stands in this order twice.", end_to_end_id=transfer.end_to_end_id)
            seen.add(transfer.end_to_end_id)

    @property
    def cents(self) -> int:
        """What leaves the account."""
        return sum(transfer.cents for transfer in self.transfers)


def write(order: PaymentOrder) -> bytes:
    """The file for the bank."""
    return "".join(_document(order)).encode("ascii")


def _document(order: PaymentOrder) -> Iterator[str]:
    """The XML line by line, in the order of the schema; the characters of SEPA hold none that XML escapes."""
    count, total = len(order.transfers), plain_euro(order.cents)
    debtor, together = sepa_text(order.debtor_name, LONGEST_NAME), "true" if order.booked_together else "false"
    agent = f"<BICFI>{bic(order.debtor_bic)}</BICFI>" if order.debtor_bic else "<Othr><Id>NOTPROVIDED</Id></Othr>"
    yield (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<Document xmlns="{NAMESPACE}">\n<CstmrCdtTrfInitn>\n'
        f"<GrpHdr><MsgId>{order.message_id}</MsgId><CreDtTm>{order.created_at}</CreDtTm>"
        f"<NbOfTxs>{count}</NbOfTxs><CtrlSum>{total}</CtrlSum><InitgPty><Nm>{debtor}</Nm></InitgPty></GrpHdr>\n"
        f"<PmtInf><PmtInfId>{order.payment_id}</PmtInfId><PmtMtd>TRF</PmtMtd>"
        f"<BtchBookg>{together}</BtchBookg><NbOfTxs>{count}</NbOfTxs><CtrlSum>{total}</CtrlSum>"
        f"<PmtTpInf><SvcLvl><Cd>SEPA</Cd></SvcLvl></PmtTpInf><ReqdExctnDt><Dt>{order.execution_day.isoformat()}</Dt></ReqdExctnDt>"
        f"<Dbtr><Nm>{debtor}</Nm></Dbtr><DbtrAcct><Id><IBAN>{compact(order.debtor_iban)}</IBAN></Id></DbtrAcct>"
        f"<DbtrAgt><FinInstnId>{agent}</FinInstnId></DbtrAgt><ChrgBr>SLEV</ChrgBr>\n"
    )
    for transfer in order.transfers:
        yield (
            f"<CdtTrfTxInf><PmtId><EndToEndId>{transfer.end_to_end_id}</EndToEndId></PmtId>"
            f'<Amt><InstdAmt Ccy="EUR">{plain_euro(transfer.cents)}</InstdAmt></Amt>'
            f"<Cdtr><Nm>{sepa_text(transfer.name, LONGEST_NAME)}</Nm></Cdtr>"
            f"<CdtrAcct><Id><IBAN>{compact(transfer.iban)}</IBAN></Id></CdtrAcct>"
            f"<RmtInf><Ustrd>{sepa_text(transfer.text, LONGEST_TEXT)}</Ustrd></RmtInf></CdtTrfTxInf>\n"
        )
    yield "</PmtInf>\n</CstmrCdtTrfInitn>\n</Document>\n"


def _check(checks: Mapping[str, Callable[[], object]], transfer: str | None = None) -> None:
    """Raise CannotPay with the name of the first value that is refused."""
    for place, check in checks.items():
        try:
            check()
        except InputError as error:
            known = None if place == "end_to_end_id" else transfer
            raise CannotPay(place, str(error), end_to_end_id=known) from None


def _moment(text: str) -> None:
    try:
        fine = _MOMENT.fullmatch(text) and datetime.fromisoformat(text)
    except ValueError:
        fine = None
    if not fine:
        raise InputError(f"a moment such as 2026-03-20T09:15:00Z was expected; found {text[:40]!r}.")


def _amount(cents: int) -> None:
    if type(cents) is not int or not 0 < cents <= MOST_CENTS:
        raise InputError(f"an amount from 1 to {MOST_CENTS} whole cents was expected; found {cents!r}.")
