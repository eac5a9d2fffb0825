# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Bank statements, camt.053.001.02 and .08: what was booked, what came back, and what nobody asked for, each to the cent.

The versions differ in where an amount and a name stand; one reader knows both places. A statement must add up: the parts of a
batch to its entry, and the entries to the difference of the balances.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import Enum

from werkzaam.app.exchange.delivered import Source, name_of, opened
from werkzaam.app.exchange.elements import BadElement, read, read_if, words
from werkzaam.app.exchange.entries import Entry, Part, direction, entry_of, money, nothing_told, part_of
from werkzaam.app.exchange.reported import MOST_BAD, BadRow, RowsRefused
from werkzaam.app.exchange.xml_reading import Element, Record, records
from werkzaam.core.errors import InputError
from werkzaam.core.money import plain_euro

NAMESPACES = tuple(f"urn:iso:std:iso:20022:tech:xsd:camt.053.001.{version}" for version in ("02", "08"))
MOST_BYTES = 256 << 20
"""About 200,000 transactions; a statement is read into memory."""
OPENING, CLOSING = ("OPBD", "PRCD"), ("CLBD",)
"""Codes of the booked balances that the entries lie between."""
_RECORDS = frozenset({"Stmt", "Ntry", "TxDtls"})
_STATEMENT = ("Document", "BkToCstmrStmt")
_PLACES = {"Stmt": _STATEMENT, "Ntry": (*_STATEMENT, "Stmt"), "TxDtls": (*_STATEMENT, "Stmt", "Ntry", "NtryDtls")}


class Movement(Enum):
    """What happened to money, as the bank says."""

    BOOKED = "booked"
    """It left the account."""
    RETURNED = "returned"
    """A payment came back: the bank of the payee did not keep it."""
    RECEIVED = "received"
    """It came in, and is no payment that came back."""
    TAKEN_BACK = "taken back"
    """Money that had come in left again."""
    PENDING = "pending"
    """Announced and not booked; it may still change."""


@dataclass(frozen=True, slots=True)
class BankItem:
    """One movement on a statement, or one part of a batch, with everything that may tell whose it is.

    `reference` is ours: account, statement, entry and part. It is the same whenever this statement is read, so nothing is booked
    twice; `bank_reference` is the bank's, which several parts may share. `inside` names the parts of a batch that tell no amounts
    of their own, so that the batch stays one item.
    """

    reference: str
    movement: Movement
    cents: int
    day: date
    end_to_end_id: str | None
    bank_reference: str | None
    reason: str | None
    name: str | None
    iban: str | None
    text: str | None
    batch: str | None
    inside: tuple[str, ...]
    line: int


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement of one account; the balances are in cents, below zero when overdrawn, None when it does not tell them."""

    ident: str
    account: str
    opening: int | None
    closing: int | None
    items: tuple[BankItem, ...]


@dataclass(frozen=True, slots=True)
class StatementFile:
    """A file of statements; `sha256` tells the same file again."""

    name: str
    sha256: str
    statements: tuple[Statement, ...]

    @property
    def items(self) -> Iterator[BankItem]:
        """All movements, in the order of the file."""
        return (item for statement in self.statements for item in statement.items)


def read_statements(source: Source) -> StatementFile:
    """The statements of a file, all or nothing; raises RowsRefused with every entry that cannot be right, and InputError."""
    reading = _Reading()
    name = name_of(source)
    with opened(source, MOST_BYTES) as stream:
        for record in records(stream, _RECORDS, _other_root):
            reading.take(record)
            if len(reading.bad) >= MOST_BAD:
                break
        digest = stream.digest
    if reading.bad:
        raise RowsRefused(tuple(reading.bad), file=name)
    if not reading.statements:
        raise InputError("holds no statement. Ask the bank for it again.", file=name)
    return StatementFile(name, digest, tuple(reading.statements))


def _other_root(namespace: str, name: str) -> str | None:
    if name == "Document" and namespace in NAMESPACES:
        return None
    return f"a bank statement was expected, camt.053.001.02 or camt.053.001.08; found {name[:40]!r} in {namespace[:80]!r}."


@dataclass(slots=True)
class _Reading:
    """The statements so far, and what was read of the one that is still open."""

    statements: list[Statement] = field(default_factory=list)
    bad: list[BadRow] = field(default_factory=list)
    _known: set[tuple[str, str]] = field(default_factory=set)
    _parts: list[Part] = field(default_factory=list)
    _items: list[BankItem] = field(default_factory=list)
    _entries: int = 0
    _booked: int = 0

    def take(self, record: Record) -> None:
        """Read a part, the entry that it stood in, or the statement that the entry stood in: each ends after what is in it."""
        place = _PLACES.get(record.element.name)
        try:
            if place is not None and tuple(one.name for one in record.above) != place:
                raise BadElement(record.element.name, "it stands where a bank never puts it. Ask the bank for the file again.")
            if record.element.name == "TxDtls":
                self._parts.append(part_of(record.element, record.above[3]))
            elif record.element.name == "Ntry":
                self._entry(record.element, record.above[2])
            elif record.element.name == "Stmt":
                self._statement(record.element, record.above[1])
        except BadElement as bad:
            self.bad.append(BadRow(record.element.line, bad.place, str(bad)))

    def _entry(self, element: Element, statement: Element) -> None:
        parts, self._parts = self._parts, []
        self._entries += 1
        entry = entry_of(element)
        if entry.booked:
            self._booked += entry.signed
        self._items += _items(entry, parts, f"{_account(statement)}/{read(statement, 'Id', words)}/{self._entries}")

    def _statement(self, element: Element, message: Element) -> None:
        items, self._items = tuple(self._items), []
        booked, self._booked, self._entries = self._booked, 0, 0
        ident, account = read(element, "Id", words), _account(element)
        if (ident, account) in self._known:
            raise BadElement("Id", "this statement stands in the file twice. Ask the bank for the file again.")
        self._known.add((ident, account))
        opening, closing = _balance(element, OPENING), _balance(element, CLOSING)
        if opening is not None and closing is not None and opening + booked != closing and not _page(element, message):
            told = f"{plain_euro(opening)} to {plain_euro(closing)}, and the entries add up to {plain_euro(booked)}"
            raise BadElement("Bal", f"the balance goes from {told}. Ask the bank for the file again.")
        self.statements.append(Statement(ident, account, opening, closing, items))


def _items(entry: Entry, parts: list[Part], place: str) -> Iterator[BankItem]:
    """An entry as its parts, where these tell their amounts, or else as one."""
    if not parts:
        parts = [nothing_told(entry.signed)]
    elif len(parts) == 1 and parts[0].signed is None:
        parts = [parts[0].with_amount(entry.signed)]
    told = [part.signed for part in parts if part.signed is not None]
    if len(told) < len(parts):
        inside = tuple(part.end_to_end_id for part in parts if part.end_to_end_id)
        yield _item(entry, nothing_told(entry.signed), place, inside)
        return
    if sum(told) != entry.signed:
        found = f"the entry is {plain_euro(entry.signed)}, and its parts add up to {plain_euro(sum(told))}"
        raise BadElement("Amt", f"{found}. Ask the bank for the file again.")
    for number, part in enumerate(parts, 1):
        yield _item(entry, part, f"{place}/{number}" if len(parts) > 1 else place)


def _item(entry: Entry, part: Part, place: str, inside: tuple[str, ...] = ()) -> BankItem:
    signed = part.signed if part.signed is not None else entry.signed
    return BankItem(
        reference=place, movement=_movement(entry, part, signed), cents=abs(signed), day=entry.day,
        end_to_end_id=part.end_to_end_id, bank_reference=part.bank_reference or entry.bank_reference, reason=part.reason,
        name=part.name, iban=part.iban, text=part.text or entry.text, batch=entry.batch, inside=inside, line=entry.line,
    )  # fmt: skip


def _movement(entry: Entry, part: Part, signed: int) -> Movement:
    if not entry.booked:
        return Movement.PENDING
    back = entry.reversal or part.returned
    if signed < 0:
        return Movement.TAKEN_BACK if back else Movement.BOOKED
    return Movement.RETURNED if back else Movement.RECEIVED


def _account(statement: Element) -> str:
    found = statement.said("Acct", "Id", "IBAN") or statement.said("Acct", "Id", "Othr", "Id")
    if found is None:
        raise BadElement("Acct", "it is missing, and with it whose statement this is.")
    return found


def _balance(statement: Element, codes: tuple[str, ...]) -> int | None:
    """The first balance with one of these codes."""
    for balance in statement.all("Bal"):
        if balance.said("Tp", "CdOrPrtry", "Cd") in codes:
            return direction(balance) * money(balance, "Amt")
    return None


def _page(statement: Element, message: Element) -> bool:
    """Whether the statement is one page of several, of which the balances are about all."""
    for found in (statement.one("StmtPgntn"), message.one("GrpHdr", "MsgPgntn")):
        if found is not None and (read_if(found, "PgNb", str), read_if(found, "LastPgInd", str)) != ("1", "true"):
            return True
    return False
