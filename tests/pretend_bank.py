# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A bank that is none: it takes a pain.001.001.09 file, does with each payment what it is told, and answers with a camt.053."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from xml.etree import ElementTree
from xml.sax.saxutils import escape

CAMT = "urn:iso:std:iso:20022:tech:xsd:camt.053.001."
PAIN = "{urn:iso:std:iso:20022:tech:xsd:pain.001.001.09}"


class Fate(Enum):
    """What becomes of a payment."""

    BOOKED = "paid, and kept by the bank of the payee"
    RETURNED = "paid, and sent back on the same day"
    REFUSED = "never booked: it stands on no statement"


@dataclass(frozen=True)
class Ordered:
    """One payment as the bank read it."""

    end_to_end_id: str
    cents: int
    name: str
    iban: str
    text: str


@dataclass(frozen=True)
class Other:
    """A movement that nobody ordered: cents above zero came in, below zero left."""

    cents: int
    text: str = "Storting"
    end_to_end_id: str | None = None


@dataclass(frozen=True)
class Bank:
    """How this bank writes its statements."""

    version: str = "08"
    """Of camt.053.001: 02 or 08."""
    together: bool = True
    """One entry for all payments of an order, or one for each."""
    reason: str = "AC04"
    opening: int = 5_000_000_00

    def statement(self, pain: bytes, fate: Mapping[str, Fate] | Callable[[str], Fate] = lambda _: Fate.BOOKED, *,
                  ident: str = "AFSCHRIFT-1", day: str = "2026-04-08", others: Sequence[Other] = ()) -> bytes:  # fmt: skip
        """The statement of the day on which the order was carried out."""
        policy = (lambda one: fate.get(one, Fate.BOOKED)) if isinstance(fate, Mapping) else fate
        iban, payment_id, orders = read_order(pain)
        paid = [one for one in orders if policy(one.end_to_end_id) is not Fate.REFUSED]
        returned = [one for one in paid if policy(one.end_to_end_id) is Fate.RETURNED]
        batches = [paid] if self.together and paid else [[one] for one in paid]
        entries = [self._paid(batch, payment_id, f"{ident}-{number}", day) for number, batch in enumerate(batches, 1)]
        entries += [self._returned(one, f"{ident}-R{number}", day) for number, one in enumerate(returned, 1)]
        entries += [self._other(one, f"{ident}-O{number}", day) for number, one in enumerate(others, 1)]
        moved = sum(one.cents for one in returned) - sum(one.cents for one in paid) + sum(one.cents for one in others)
        return self._document(iban, ident, day, moved, "".join(entries)).encode()

    def _document(self, iban: str, ident: str, day: str, moved: int, entries: str) -> str:
        balances = self._balance("OPBD", self.opening, day) + self._balance("CLBD", self.opening + moved, day)
        return (
            f'<?xml version="1.0" encoding="UTF-8"?>\n<Document xmlns="{CAMT}{self.version}">'
            f"<BkToCstmrStmt><GrpHdr><MsgId>{ident}</MsgId><CreDtTm>{day}T20:00:00</CreDtTm></GrpHdr>\n"
            f"<Stmt><Id>{ident}</Id><CreDtTm>{day}T20:00:00</CreDtTm><Acct><Id><IBAN>{iban}</IBAN></Id><Ccy>EUR</Ccy></Acct>"
            f"{balances}\n{entries}</Stmt></BkToCstmrStmt></Document>\n"
        )

    def _balance(self, code: str, cents: int, day: str) -> str:
        kind = f"<Tp><CdOrPrtry><Cd>{code}</Cd></CdOrPrtry></Tp>"
        return f"<Bal>{kind}{_amount(cents)}{_direction(cents)}<Dt><Dt>{day}</Dt></Dt></Bal>"

    def _entry(self, cents: int, reference: str, day: str, details: str, more: str = "") -> str:
        status = "<Sts><Cd>BOOK</Cd></Sts>" if self.version == "08" else "<Sts>BOOK</Sts>"
        return (
            f"<Ntry>{_amount(cents)}{_direction(cents)}{status}<BookgDt><Dt>{day}</Dt></BookgDt><ValDt><Dt>{day}</Dt></ValDt>"
            f"<AcctSvcrRef>{reference}</AcctSvcrRef><BkTxCd><Prtry><Cd>000</Cd></Prtry></BkTxCd>{details}{more}</Ntry>\n"
        )

    def _paid(self, batch: Sequence[Ordered], payment_id: str, reference: str, day: str) -> str:
        total = sum(one.cents for one in batch)
        head = f"<Btch><PmtInfId>{payment_id}</PmtInfId><NbOfTxs>{len(batch)}</NbOfTxs></Btch>" if len(batch) > 1 else ""
        parts = "".join(self._part(one, -one.cents) for one in batch)
        return self._entry(-total, reference, day, f"<NtryDtls>{head}{parts}</NtryDtls>")

    def _returned(self, one: Ordered, reference: str, day: str) -> str:
        why = f"<RtrInf><Rsn><Cd>{self.reason}</Cd></Rsn></RtrInf>"
        return self._entry(one.cents, reference, day, f"<NtryDtls>{self._part(one, one.cents, why)}</NtryDtls>")

    def _other(self, one: Other, reference: str, day: str) -> str:
        refs = f"<Refs><EndToEndId>{one.end_to_end_id}</EndToEndId></Refs>" if one.end_to_end_id else ""
        text = f"<RmtInf><Ustrd>{escape(one.text)}</Ustrd></RmtInf>"
        amount = _amount(one.cents) + _direction(one.cents) if self.version == "08" else ""
        return self._entry(one.cents, reference, day, f"<NtryDtls><TxDtls>{refs}{amount}{text}</TxDtls></NtryDtls>")

    def _part(self, one: Ordered, cents: int, why: str = "") -> str:
        name = f"<Nm>{escape(one.name)}</Nm>"
        party = f"<Pty>{name}</Pty>" if self.version == "08" else name
        amount = (
            _amount(cents) + _direction(cents) if self.version == "08" else f"<AmtDtls><TxAmt>{_amount(cents)}</TxAmt></AmtDtls>"
        )
        return (
            f"<TxDtls><Refs><EndToEndId>{one.end_to_end_id}</EndToEndId></Refs>{amount}"
            f"<RltdPties><Cdtr>{party}</Cdtr><CdtrAcct><Id><IBAN>{one.iban}</IBAN></Id></CdtrAcct></RltdPties>"
            f"<RmtInf><Ustrd>{escape(one.text)}</Ustrd></RmtInf>{why}</TxDtls>"
        )


def read_order(pain: bytes) -> tuple[str, str, list[Ordered]]:
    """The debtor's account, the id of the payment, and what was ordered; refuses sums and counts that do not fit."""
    root = ElementTree.fromstring(pain)
    info = root.find(f".//{PAIN}PmtInf")
    assert info is not None
    orders = [
        Ordered(
            _text(one, "PmtId/EndToEndId"), _cents(_text(one, "Amt/InstdAmt")), _text(one, "Cdtr/Nm"),
            _text(one, "CdtrAcct/Id/IBAN"), _text(one, "RmtInf/Ustrd"),
        )
        for one in info.iter(f"{PAIN}CdtTrfTxInf")
    ]  # fmt: skip
    assert int(_text(info, "NbOfTxs")) == len(orders)
    assert _cents(_text(info, "CtrlSum")) == sum(one.cents for one in orders)
    return _text(info, "DbtrAcct/Id/IBAN"), _text(info, "PmtInfId"), orders


def _text(element: ElementTree.Element, path: str) -> str:
    found = element.findtext("/".join(f"{PAIN}{step}" for step in path.split("/")))
    assert found, path
    return found


def _cents(text: str) -> int:
    euros, _, cents = text.partition(".")
    return int(euros) * 100 + int(cents)


def _amount(cents: int) -> str:
    return f'<Amt Ccy="EUR">{abs(cents) // 100}.{abs(cents) % 100:02d}</Amt>'


def _direction(cents: int) -> str:
    return f"<CdtDbtInd>{'DBIT' if cents < 0 else 'CRDT'}</CdtDbtInd>"
