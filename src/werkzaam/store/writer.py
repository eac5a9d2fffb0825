# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Writing to the ledger: events under the lock of their households, each with its rows, for one household or for thousands.

    with database.transaction(), writing(database, "amsterdam", recorded_at="2026-03-20T09:15:00Z", actor="m.bakker") as writer:
        record_fact(writer, 7, fact, idem_key="...")

Nothing goes to the database until `flush`, which the end of the block does; then all rows of a table go at once. An event's
payload is a fingerprint of its rows, so that a row that was changed is found by whoever verifies the chain.

What takes long to work out can be drafted before the transaction, on the heads as they were read; `confirm` then takes the locks
and says which households moved since. When none did, what was drafted is what would have been written.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager

from werkzaam.core.digest import digest
from werkzaam.core.errors import LedgerError, UnknownName
from werkzaam.ledger.event import Event, EventKind, Head, follow
from werkzaam.store.database import Database, Value

Fields = Mapping[str, Value]
Rows = Mapping[str, Sequence[Fields]]
"""Rows to write, by table; `municipality`, `household` and `hseq` are filled in by the writer."""

ORDER = (
    "event", "person", "person_detail", "representative", "account_request", "account", "fact", "reopened", "proposal", "verdict",
    "decision", "premium_reclaim", "premium_verdict", "premium", "notice", "dispute", "dispute_end", "bank_statement",
    "bank_entry", "recovery", "payment", "payment_part", "pay_file", "pay_release", "attempt", "outcome", "open_item",
    "open_item_step", "open_item_file", "run", "run_slice", "run_item", "letter", "guidance_entry", "contact", "assignment",
    "staff_entry", "look", "look_of_many", "destruction", "anchor",
)  # fmt: skip
"""The order in which tables are written: what others refer to at once goes first."""
_LOCK = " FOR UPDATE"
SPINE = ("municipality", "household", "hseq")
"""The columns that say to which event a row belongs."""
EVENT = (
    "municipality", "household", "hseq", "prev_seq", "prev_hash", "prev_at", "kind", "payload", "recorded_at", "actor",
    "idem_key", "hash_version", "hash",
)  # fmt: skip


class Writer:
    """Collects what is written in one transaction; made by `writing`, or with `heads` for a draft."""

    def __init__(
        self, database: Database, municipality: str, *, recorded_at: str, actor: str, heads: Mapping[int, Head] | None = None
    ) -> None:
        self.database, self.municipality = database, municipality
        self.recorded_at, self.actor = recorded_at, actor
        self._drafted_on = dict(heads or {})
        self._heads: dict[int, Head | None] = {**self._drafted_on}
        self._moved: dict[int, Event] = {}
        self._keys: set[tuple[int, str]] = set()
        self._rows: dict[str, dict[tuple[str, ...], list[Sequence[Value]]]] = defaultdict(lambda: defaultdict(list))

    def lock(self, households: Iterable[int]) -> None:
        """Take the locks of households, in order of their numbers; nobody else writes to them until the transaction ends.

        Raises UnknownName for one that was not opened.
        """
        self.database.need_transaction()
        new = sorted({household for household in households if household not in self._heads})
        for at in range(0, len(new), 1000):
            self._lock(new[at : at + 1000])

    def confirm(self) -> list[int]:
        """Take the locks of the households that this was drafted on; which of them moved since, in order."""
        drafted, self._heads = self._heads, {}
        self.lock(self._drafted_on)
        now, self._heads = self._heads, drafted
        return [household for household, head in self._drafted_on.items() if now[household] != head]

    def _lock(self, households: Sequence[int]) -> None:
        select = "SELECT household, head_seq, head_hash, head_at FROM household WHERE municipality = ? AND household"
        if self.database.dialect == "postgresql":
            listed = "{" + ",".join(map(str, households)) + "}"
            found = self.database.rows(f"{select} = ANY(?::bigint[]) ORDER BY household{_LOCK}", (self.municipality, listed))
        else:  # The transaction is the lock: SQLite has one writer.
            found = self.database.rows(f"{select} IN ({', '.join('?' * len(households))})", (self.municipality, *households))
        self._heads |= {household: None if head[0] is None else Head(*head) for household, *head in found}
        missing = sorted(set(households) - set(self._heads))
        if missing:
            raise UnknownName(f"Household {missing[0]} of {self.municipality} is not known; open it first.")

    def head(self, household: int) -> Head | None:
        """The end of a household's chain, with what this writer added; locks the household."""
        if household not in self._heads:
            self.lock([household])
        return self._heads[household]

    def known_seq(self, household: int) -> int:
        """The number of a household's last event; 0 when there is none. Locks the household."""
        head = self.head(household)
        return head.hseq if head else 0

    def add(
        self, household: int, kind: EventKind, build: Callable[[int], Rows], *, idem_key: str, fresh: bool = False
    ) -> Event | None:
        """The next event of a household with the rows that `build` makes of its number.

        None when an event with this key is there: the same thing counts once. `fresh` says that it cannot be there, as with a
        next version, and leaves out the look; should it be there all the same, the database refuses. Raises LedgerError when time
        goes back.
        """
        head = self.head(household)
        if not fresh and self._happened(household, idem_key):
            return None
        hseq = head.hseq + 1 if head else 1
        spine: Fields = {"municipality": self.municipality, "household": household, "hseq": hseq}
        rows = {table: [{**spine, **row} for row in given] for table, given in build(hseq).items()}
        event = self.follow(household, kind, payload_of(rows), idem_key)
        for table, given in rows.items():
            for row in given:
                self._rows[table][tuple(row)].append(tuple(row.values()))
        return event

    def follow(self, household: int, kind: EventKind, payload: str, idem_key: str) -> Event:
        """The next event of a household that is locked, or that this was drafted on, for rows that are collected with it."""
        head = self._heads[household]
        event = follow(
            head, municipality=self.municipality, household=household, kind=kind, payload=payload,
            recorded_at=self.recorded_at, actor=self.actor, idem_key=idem_key,
        )  # fmt: skip
        self._rows["event"][EVENT].append(_event_row(head, event))
        self._keys.add((household, idem_key))
        self._heads[household], self._moved[household] = event.head, event
        return event

    def rows_of(self, table: str, columns: tuple[str, ...]) -> list[Sequence[Value]]:
        """The rows with these columns that were collected for a table; what is added to them is sent with them."""
        return self._rows[table][columns]

    def _happened(self, household: int, idem_key: str) -> bool:
        if (household, idem_key) in self._keys:
            return True
        values = (self.municipality, household, idem_key)
        found = "SELECT 1 FROM event WHERE municipality = ? AND household = ? AND idem_key = ?"
        return self.database.value(found, values) is not None

    def beside(self, table: str, row: Fields) -> None:
        """A row that belongs to no household's chain, such as a run's item."""
        self._rows[table]["municipality", *row].append((self.municipality, *row.values()))

    def waiting(self, table: str) -> list[Fields]:
        """The rows of a table that were collected and not sent yet, in their order."""
        return [dict(zip(columns, row, strict=True)) for columns, rows in self._rows.get(table, {}).items() for row in rows]

    def flush(self) -> None:
        """Send what was collected; what is read afterwards shows it. Raises StoreError outside a transaction."""
        self.database.need_transaction()
        rows, moved = {**self._rows}, [*self._moved.values()]
        self._rows.clear()
        self._moved.clear()
        for table in ORDER:
            for columns, group in rows.pop(table, {}).items():
                if group:
                    self.database.insert(table, columns, group)
        if rows:
            raise LedgerError(f"No place is known for rows of {', '.join(rows)}; add it to ORDER.")
        move_heads(self.database, moved)


@contextmanager
def writing(database: Database, municipality: str, *, recorded_at: str, actor: str) -> Iterator[Writer]:
    """A writer in the open transaction; what it collected is sent when the block ends without an error.

    `recorded_at` is the moment in UTC, such as `2026-03-20T09:15:00Z`; `actor` is who does this.
    """
    database.need_transaction()
    writer = Writer(database, municipality, recorded_at=recorded_at, actor=actor)
    yield writer
    writer.flush()


def payload_of(rows: Rows) -> str:
    """What an event says of its rows: the names of their tables, and a fingerprint of every column that is not empty.

    The order of rows does not matter, nor do columns that a later release adds and leaves empty.
    """
    said = [f"{table} {told(row)}" for table, given in rows.items() for row in given]
    return f"{'+'.join(sorted(rows))} {digest(*sorted(said))}"


_ENCODE = json.JSONEncoder(ensure_ascii=True, sort_keys=True, separators=(",", ":"), default=bytes.hex).encode


def told(row: Fields) -> str:
    """What a fingerprint covers of a row: every column that is not empty, in order of their names."""
    return _ENCODE({column: value for column, value in row.items() if value is not None})


def _event_row(head: Head | None, event: Event) -> Sequence[Value]:
    return (
        event.municipality, event.household, event.hseq, *(head or (None, None, None)), event.kind, event.payload,
        event.recorded_at, event.actor, event.idem_key, event.hash_version, event.hash,
    )  # fmt: skip


def move_heads(database: Database, events: Sequence[Event]) -> None:
    """Make these events the heads of their households."""
    if not events:
        return
    moved = [(event.hseq, event.hash, event.recorded_at, event.municipality, event.household) for event in events]
    if database.dialect == "postgresql":
        arrays = ["{" + ",".join(map(str, column)) + "}" for column in zip(*moved, strict=True)]
        database.execute(
            "UPDATE household SET head_seq = moved.hseq, head_hash = moved.hash, head_at = moved.moment "
            "FROM unnest(?::bigint[], ?::text[], ?::text[], ?::bigint[]) AS moved (hseq, hash, moment, household) "
            "WHERE household.municipality = ? AND household.household = moved.household",
            (*arrays[:3], arrays[4], events[0].municipality),
        )
        return
    database.many("UPDATE household SET head_seq = ?, head_hash = ?, head_at = ? WHERE municipality = ? AND household = ?", moved)
