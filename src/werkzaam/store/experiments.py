# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Experiments of a town and the chain of events of each: written under the experiment's lock, read up to a number.

    with database.transaction(), recording(database, "amsterdam", "proef", recorded_at="...", actor="m.bakker") as recorder:
        recorder.add(LinkKind.PEOPLE, lambda seq: {...}, idem_key="...")

An event's payload is a fingerprint of its rows. What links a number to a person is written beside it and not in it, so that
it can be destroyed one day and the chain still holds.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from werkzaam.core.errors import UnknownName
from werkzaam.experiment.chain import End, Link, LinkKind, broken_links, next_link
from werkzaam.store.database import Database, Value
from werkzaam.store.invariants import Finding
from werkzaam.store.schema import schema
from werkzaam.store.writer import Fields, Rows, payload_of

ORDER = (
    "experiment_event", "experiment_design", "participant", "participant_secret", "happening", "commitment", "stratum_secret",
    "secret_reveal", "draw_result", "drawn", "observation", "plan_lock", "report_release",
)  # fmt: skip
"""The order in which the tables of one event are written: what others refer to goes first."""
SPOKEN_FOR = tuple(table for table in ORDER if table not in ("experiment_event", "participant_secret", "stratum_secret"))
"""Tables whose rows an event speaks for."""
_EVENT = "municipality, experiment, seq, prev_hash, kind, payload, recorded_at, actor, idem_key, hash, hash_version"


class Recorder:
    """Writes the events of one experiment in one transaction; made by `recording`."""

    def __init__(self, database: Database, municipality: str, experiment: str, *, recorded_at: str, actor: str) -> None:
        database.need_transaction()
        self.database, self.municipality, self.experiment = database, municipality, experiment
        self.recorded_at, self.actor = recorded_at, actor
        self._first = self._end = self._locked()

    def _locked(self) -> End | None:
        """The end of the chain; nobody else writes to it until the transaction ends."""
        lock = " FOR UPDATE" if self.database.dialect == "postgresql" else ""
        select = f"SELECT head_seq, head_hash, head_at FROM experiment WHERE municipality = ? AND experiment = ?{lock}"
        found = self.database.row(select, self.key)
        if found is None:
            raise UnknownName(f"The experiment {self.experiment} of {self.municipality} is not known; enrol its first people.")
        return None if found[0] is None else End(*found)

    @property
    def key(self) -> tuple[str, str]:
        """Municipality and experiment: the first two columns of every key."""
        return self.municipality, self.experiment

    @property
    def known_seq(self) -> int:
        """The number of the last event; 0 when there is none."""
        return self._end.seq if self._end else 0

    def add(
        self, kind: LinkKind, build: Callable[[int], Rows], *, idem_key: str, beside: Mapping[str, Sequence[Fields]] | None = None
    ) -> Link | None:  # fmt: skip
        """The next event with the rows that `build` makes of its number, and rows `beside` it that it does not speak for.

        None when an event with this key is there: the same thing counts once. Raises LedgerError when time goes back.
        """
        if happened(self.database, *self.key, idem_key):
            return None
        seq = self.known_seq + 1
        spine: Fields = {"municipality": self.municipality, "experiment": self.experiment}
        rows = {table: [{**spine, "seq": seq, **row} for row in given] for table, given in build(seq).items() if given}
        link = next_link(self._end, municipality=self.municipality, experiment=self.experiment, kind=kind,
                         payload=payload_of(rows), recorded_at=self.recorded_at, actor=self.actor, idem_key=idem_key)  # fmt: skip
        apart = {table: [{**spine, **row} for row in given] for table, given in (beside or {}).items()}
        self._write({"experiment_event": [_event_row(self._end, link)], **rows, **apart})
        self._end = link.end
        return link

    def _write(self, rows: Mapping[str, Sequence[Fields]]) -> None:
        for table in ORDER:
            groups: dict[tuple[str, ...], list[Sequence[Value]]] = defaultdict(list)
            for row in rows.get(table, ()):
                groups[tuple(row)].append(tuple(row.values()))
            for columns, group in groups.items():
                self.database.insert(table, columns, group)

    def flush(self) -> None:
        """Make the last event the head."""
        if self._end is not None and self._end != self._first:
            sql = "UPDATE experiment SET head_seq = ?, head_hash = ?, head_at = ? WHERE municipality = ? AND experiment = ?"
            self.database.execute(sql, (*self._end, *self.key))
            self._first = self._end


def _event_row(end: End | None, link: Link) -> Fields:
    prev_seq, prev_hash, prev_at = end or (None, None, None)
    return {
        "municipality": link.municipality, "experiment": link.experiment, "seq": link.seq, "prev_seq": prev_seq,
        "prev_hash": prev_hash, "prev_at": prev_at, "kind": link.kind, "payload": link.payload, "recorded_at": link.recorded_at,
        "actor": link.actor, "idem_key": link.idem_key, "hash_version": link.hash_version, "hash": link.hash,
    }  # fmt: skip


@contextmanager
def recording(database: Database, municipality: str, experiment: str, *, recorded_at: str, actor: str) -> Iterator[Recorder]:
    """A recorder in the open transaction; its last event becomes the head when the block ends without an error."""
    recorder = Recorder(database, municipality, experiment, recorded_at=recorded_at, actor=actor)
    yield recorder
    recorder.flush()


def open_experiment(database: Database, municipality: str, experiment: str) -> None:
    """Add an experiment without a past; one that is there stays as it is."""
    database.need_transaction()
    if experiment not in experiments(database, municipality):
        database.insert("experiment", ("municipality", "experiment"), [(municipality, experiment)])


def experiments(database: Database, municipality: str) -> list[str]:
    """The ids of all experiments of a town, in order."""
    query = "SELECT experiment FROM experiment WHERE municipality = ? ORDER BY experiment"
    return [row[0] for row in database.rows(query, (municipality,))]


def happened(database: Database, municipality: str, experiment: str, idem_key: str) -> bool:
    """Whether an event with this key is there."""
    found = "SELECT 1 FROM experiment_event WHERE municipality = ? AND experiment = ? AND idem_key = ?"
    return database.value(found, (municipality, experiment, idem_key)) is not None


def last_seq(database: Database, municipality: str, experiment: str) -> int:
    """The number of the last event of an experiment, 0 before the first; raises UnknownName for one that is not there."""
    query = "SELECT COALESCE(head_seq, 0) FROM experiment WHERE municipality = ? AND experiment = ?"
    found = database.value(query, (municipality, experiment))
    if found is None:
        raise UnknownName(f"The experiment {experiment} of {municipality} is not known; enrol its first people.")
    return int(found)


def links(database: Database, municipality: str, experiment: str) -> list[Link]:
    """The whole chain of an experiment."""
    query = f"SELECT {_EVENT} FROM experiment_event WHERE municipality = ? AND experiment = ? ORDER BY seq"
    return [Link(*row) for row in database.rows(query, (municipality, experiment))]


def record_design(recorder: Recorder, *, sha256: str, version: int, text: str) -> Link | None:
    """The canonical text of a design; None when this text was recorded before."""
    row: Fields = {"sha256": sha256, "version": version, "text": text}
    return recorder.add(LinkKind.DESIGN, lambda _: {"experiment_design": [row]}, idem_key=f"design {sha256}")


def designs(database: Database, municipality: str, experiment: str) -> dict[str, str]:
    """Every text of the design that was recorded, by its fingerprint, the first one first."""
    query = "SELECT sha256, text FROM experiment_design WHERE municipality = ? AND experiment = ? ORDER BY seq"
    return dict(database.rows(query, (municipality, experiment)))


def verify_experiment(database: Database, municipality: str, experiment: str) -> list[Finding]:
    """Events that do not follow, and events whose rows are not those they were written with; empty when all is whole."""
    chain = links(database, municipality, experiment)
    head = database.row(
        "SELECT head_seq, head_hash, head_at FROM experiment WHERE municipality = ? AND experiment = ?",
        (municipality, experiment),
    )
    end = None if head is None or head[0] is None else End(*head)
    wrong = dict(broken_links(chain, end))
    rows = _rows(database, municipality, experiment)
    for link in chain:
        if payload_of(rows.pop(link.seq, {})) != link.payload:
            wrong.setdefault(link.seq, "the rows behind this event are not those it was written with")
    wrong |= dict.fromkeys(rows, "there are rows behind no event")
    return [Finding("I5", None, f"{experiment}, event {seq}: {why}") for seq, why in sorted(wrong.items())]


def _rows(database: Database, municipality: str, experiment: str) -> dict[int, dict[str, list[Fields]]]:
    found: dict[int, dict[str, list[Fields]]] = defaultdict(dict)
    for table in SPOKEN_FOR:
        for fields in all_rows(database, table, municipality, experiment):
            found[fields["seq"]].setdefault(table, []).append(fields)
    return found


def all_rows(database: Database, table: str, municipality: str, experiment: str) -> Iterator[dict[str, Any]]:
    """Every row of a table of an experiment, column by name, in the order of its key."""
    made = schema().table(table)
    columns = [column.name for column in made.columns]
    query = f"SELECT {', '.join(columns)} FROM {table} WHERE municipality = ? AND experiment = ? ORDER BY {', '.join(made.key)}"
    return (dict(zip(columns, row, strict=True)) for row in database.rows(query, (municipality, experiment)))
