# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A copy of the ledger in which what is personal of some households is gone, and every amount, chain and anchor is as it was.

Nothing in a ledger can be changed, so destroying is copying: into an empty database, of the same or of the other kind, without
names, dates of birth, accounts, letters and reasons. The old database is deleted by whoever keeps it, with its copies. In the new
one a last event of each household says what is left of each earlier event.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, cast

from werkzaam.ledger.event import EventKind
from werkzaam.store.check import make_schema
from werkzaam.store.database import Database, Row, Value
from werkzaam.store.schema import Table, schema
from werkzaam.store.verify import rows_behind
from werkzaam.store.writer import Fields, Writer, payload_of

if TYPE_CHECKING:
    from werkzaam.store.postgres import PostgresDatabase

GONE, NO_IBAN = "vernietigd", "NL00VERNIETIGD00"
"""What stands in the place of a text, and of an account number, that was destroyed."""
_TEXTS: Mapping[str, Mapping[str, Value]] = {
    "fact": {"body": "{}", "job": None, "source_ref": GONE},
    "representative": {"name": GONE, "evidence": GONE},
    "account_request": {"holder": GONE, "iban": NO_IBAN, "evidence": GONE},
    "account": {"holder": GONE, "iban": NO_IBAN, "reason": GONE},
    "attempt": {"iban": NO_IBAN},
    "decision": {"state": ""},
    "proposal": {"state": ""},
    "reopened": {"reason": GONE},
    "verdict": {"reason": GONE, "protected_earnings": GONE},
    "premium_verdict": {"reason": GONE, "protected_earnings": GONE},
    "dispute": {"text": GONE},
    "dispute_end": {"reason": GONE},
    "letter": {"body": GONE.encode()},
    "guidance_entry": {"kind": GONE, "body": "{}"},
    "contact": {"kind": GONE, "place": GONE, "areas": "", "reason": GONE, "note": GONE},
    "assignment": {"reason": GONE},
    "open_item": {"text": GONE},
    "run_item": {"reason": GONE},
}
"""What stands afterwards in the columns that are personal, of rows that name their household; what was empty stays empty."""
_AT_ONCE = 1_000


def copy_without(source: Database, target: Database, municipality: str, households: Collection[int]) -> None:
    """Copy a ledger into an empty database, without what is personal of these households of a town.

    Raises StoreError when the target has a ledger.
    """

    def load() -> None:
        gone = _Gone(source, municipality, frozenset(households))
        if target.dialect == "sqlite":
            target.execute("PRAGMA defer_foreign_keys = ON")
        for table in schema().tables:
            columns = [column.name for column in table.columns]
            pieces = _pieces(gone.rows(table, columns))
            for piece in pieces:
                target.insert(table.name, columns, piece)

    with _still(source):
        make_schema(target, between=load)


def _still(source: Database) -> AbstractContextManager[object]:
    """While it lasts the source is read as it is at one moment."""
    return source.transaction() if source.dialect == "sqlite" else cast("PostgresDatabase", source).snapshot()


def _pieces(rows: Iterator[Row]) -> Iterator[list[Row]]:
    piece: list[Row] = []
    for row in rows:
        piece.append(row)
        if len(piece) == _AT_ONCE:
            yield piece
            piece = []
    if piece:
        yield piece


class _Gone:
    """The rows of a ledger, with those of some households as they are left."""

    def __init__(self, source: Database, municipality: str, households: Collection[int]) -> None:
        self._source, self._town, self._households = source, municipality, households
        self._persons = {row[0] for row in self._mine("SELECT person, household FROM person WHERE municipality = ?", 1)}
        self._items = {row[0] for row in self._mine("SELECT item_id, household FROM open_item WHERE municipality = ?", 1)}
        booked = self._mine("SELECT bank_ref, household FROM outcome WHERE municipality = ?", 1)
        asked = self._mine("SELECT bank_ref, household FROM open_item WHERE municipality = ? AND bank_ref IS NOT NULL", 1)
        received = self._mine("SELECT bank_ref, household FROM recovery WHERE municipality = ? AND bank_ref IS NOT NULL", 1)
        self._entries = {row[0] for rows in (booked, asked, received) for row in rows}

    def _mine(self, query: str, household: int) -> list[Row]:
        return [row for row in self._source.rows(query, (self._town,)) if row[household] in self._households]

    def rows(self, table: Table, columns: list[str]) -> Iterator[Row]:
        """Every row of a table that stays, as it is left."""
        for row in self._source.stream(f"SELECT {', '.join(columns)} FROM {table.name}"):
            cells = dict(zip(columns, row, strict=True))
            if cells.get("municipality") != self._town:
                yield row
            elif table.name != "person_detail" or cells["person"] not in self._persons:
                yield tuple({**cells, **self._left(table.name, cells)}[name] for name in columns)

    def _left(self, table: str, cells: Fields) -> Fields:
        """The cells of a row that are otherwise afterwards."""
        if table == "bank_entry":
            return {"text": GONE} if cells["bank_ref"] in self._entries else {}
        if table == "open_item_step":
            return {"reason": GONE} if cells["item_id"] in self._items else {}
        if table == "open_item_file":
            return {"body": GONE.encode()} if cells["item_id"] in self._items else {}
        if table == "look":
            return {"purpose": GONE} if cells["person"] in self._persons else {}
        if cells.get("household") not in self._households:
            return {}
        if table == "payment_part":
            return {"name": GONE} if cells["kind"] != "recovery" and cells["name"] else {}
        return {name: value for name, value in _TEXTS.get(table, {}).items() if cells[name] is not None}


def tell_destroyed(writer: Writer, household: int, reason: str) -> int:
    """Add the event that says what is left of each earlier event of a household; of how many something was destroyed.

    The reason names the term and stays. In the copy, in an open transaction.
    """
    database, town = writer.database, writer.municipality
    said = database.rows("SELECT hseq, payload FROM event WHERE municipality = ? AND household = ?", (town, household))
    payloads: dict[int, str] = dict(said)
    rows: list[Fields] = []
    for (_, hseq), behind in sorted(rows_behind(database, town, household, household).items()):
        left = payload_of(behind)
        if left != payloads[hseq]:
            rows.append({"about_seq": hseq, "kept": left, "reason": reason})
    if rows:
        writer.add(household, EventKind.DESTROYED, lambda _: {"destruction": rows}, idem_key="destroyed")
    return len(rows)


def destroyed(database: Database, municipality: str) -> frozenset[int]:
    """The households of which what was personal is gone."""
    rows = database.rows("SELECT DISTINCT household FROM destruction WHERE municipality = ?", (municipality,))
    return frozenset(row[0] for row in rows)
