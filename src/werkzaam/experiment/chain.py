# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The chain of an experiment's events: each link names the one before it, as a household's does in the ledger."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from werkzaam.core.digest import digest
from werkzaam.core.errors import InputError, LedgerError

HASH_VERSION = 1
"""Which fields are hashed, and in which order."""
_MOMENT = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\dZ")


class LinkKind(Enum):
    """What a link of the chain records; the value is the text that is stored."""

    DESIGN = "design"
    PEOPLE = "people"
    HAPPENING = "happening"
    COMMITMENT = "commitment"
    SECRET = "secret"  # noqa: S105 (a kind of event)
    DRAW = "draw"
    OBSERVATION = "observation"
    LOCK = "lock"
    RELEASE = "release"


class End(NamedTuple):
    """The last link of a chain: its number, its hash, and when it was recorded."""

    seq: int
    hash: str
    recorded_at: str


@dataclass(frozen=True, slots=True)
class Link:
    """One link; `recorded_at` is a UTC moment such as `2026-03-20T09:15:00Z`, `payload` speaks for the rows behind it."""

    municipality: str
    experiment: str
    seq: int
    prev_hash: str | None
    kind: str
    payload: str
    recorded_at: str
    actor: str
    idem_key: str
    hash: str
    hash_version: int = HASH_VERSION

    @property
    def end(self) -> End:
        """This link as the end of its chain."""
        return End(self.seq, self.hash, self.recorded_at)


def next_link(
    end: End | None, *, municipality: str, experiment: str, kind: LinkKind, payload: str, recorded_at: str, actor: str,
    idem_key: str,
) -> Link:  # fmt: skip
    """The next link of a chain; None begins one. Raises LedgerError when time goes back, InputError for an empty name."""
    for name, text in (("municipality", municipality), ("experiment", experiment), ("actor", actor), ("idem_key", idem_key)):
        if not text.strip():
            raise InputError(f"An event needs a {name}; found an empty text.")
    if not _MOMENT.fullmatch(recorded_at):
        raise InputError(f"A moment in UTC was expected, such as 2026-03-20T09:15:00Z; found {recorded_at!r}.")
    if end is not None and recorded_at < end.recorded_at:
        raise LedgerError(
            f"Experiment {experiment}: event {end.seq} was recorded at {end.recorded_at}, and the next one says {recorded_at}. "
            "Set the clock of this machine right, then do it again."
        )
    seq, prev_hash = (1, None) if end is None else (end.seq + 1, end.hash)
    fields = (municipality, experiment, seq, prev_hash, kind.value, payload, recorded_at, actor, idem_key)
    return Link(*fields, hash=_hash(HASH_VERSION, *fields))


def _hash(version: int, *fields: str | int | None) -> str:
    return digest("werkzaam experiment", version, *fields)


def hash_of(link: Link) -> str | None:
    """The hash that a link should have; None for a version of hashing that this release does not know."""
    if link.hash_version != HASH_VERSION:
        return None
    return _hash(link.hash_version, link.municipality, link.experiment, link.seq, link.prev_hash, link.kind, link.payload,
                 link.recorded_at, link.actor, link.idem_key)  # fmt: skip


def broken_links(links: Sequence[Link], end: End | None) -> Iterator[tuple[int, str]]:
    """Every place where a chain does not hold, by number and why; `end` is the one that was kept beside the chain."""
    before: Link | None = None
    for link in links:
        if hash_of(link) != link.hash:
            yield link.seq, "the content does not match its fingerprint"
        if link.seq != (before.seq + 1 if before else 1):
            yield link.seq, "an event is missing before this one"
        elif link.prev_hash != (before.hash if before else None):
            yield link.seq, "this follows another event than the one that is there"
        if before is not None and link.recorded_at < before.recorded_at:
            yield link.seq, "this was recorded before the event it follows"
        before = link
    last = before.end if before else None
    if last != end:
        yield max(last.seq if last else 0, end.seq if end else 0), "the end is another than was kept"
