# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The chain of a household's events: each link names the one before it, so that nothing can be changed unseen.

A chain detects; it does not prevent. Whoever rewrites a whole chain is found by the day's anchor (`merkle_root`), which is kept
elsewhere. The numbers `hseq` order time: what was known then is every event up to a number.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from werkzaam.core.digest import digest
from werkzaam.core.errors import InputError, LedgerError, TimeWentBack

HASH_VERSION = 1
"""Which fields are hashed, and in which order; a new order gets a new number and the old one stays readable."""
_MOMENT = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\dZ")


class EventKind(Enum):
    """What can happen in a household's ledger; the value is the text that is stored."""

    FACT = "fact"
    DECISION = "decision"
    PROPOSAL = "proposal"
    VERDICT = "verdict"
    PAYMENT = "payment"
    PREMIUM = "premium"
    RECOVERY = "recovery"
    DISPUTE = "dispute"
    REOPENED = "reopened"
    ACCOUNT = "account"
    LETTER = "letter"
    GUIDANCE = "guidance"
    DESTROYED = "destroyed"


class Head(NamedTuple):
    """The last event of a chain: its number, its hash, and when it was recorded (None when the caller does not know)."""

    hseq: int
    hash: str
    recorded_at: str | None = None


class Leaf(NamedTuple):
    """One household's head as it is anchored."""

    municipality: str
    household: int
    hseq: int
    hash: str


@dataclass(frozen=True, slots=True)
class Event:
    """One link of a household's chain; `recorded_at` is a UTC moment such as `2026-03-20T09:15:00Z`."""

    municipality: str
    household: int
    hseq: int
    prev_hash: str | None
    kind: str
    payload: str
    recorded_at: str
    actor: str
    idem_key: str
    hash: str
    hash_version: int = HASH_VERSION

    @property
    def head(self) -> Head:
        """This event as the end of its chain."""
        return Head(self.hseq, self.hash, self.recorded_at)


class Damage(Enum):
    """Why a chain does not hold; the values say it in Dutch and English."""

    CHANGED = ("de inhoud past niet bij de vingerafdruk", "the content does not match its fingerprint")
    GAP = ("hier ontbreekt een gebeurtenis", "an event is missing here")
    ORDER = ("dit nummer staat hier niet op zijn plaats", "this number is out of its place")
    PREDECESSOR = ("dit volgt op een andere gebeurtenis dan er staat", "this follows another event than the one that is there")
    TIME = ("dit is vastgelegd voor de vorige gebeurtenis", "this was recorded before the event it follows")
    TRUNCATED = ("hierna is een gebeurtenis verdwenen", "from here on events have disappeared")
    HEAD = ("het einde is een ander dan werd bijgehouden", "the end is another than was kept")
    ANCHOR = ("dit is een ander dan de dag die werd verankerd", "this is another than the day that was anchored")
    UNKNOWN = ("hier begint wat niet werd bijgehouden", "here begins what was not kept")


@dataclass(frozen=True, slots=True)
class Broken:
    """One place where a chain does not hold, with the household and the number."""

    municipality: str
    household: int
    hseq: int
    why: Damage


def follow(
    head: Head | None, *, municipality: str, household: int, kind: EventKind, payload: str, recorded_at: str, actor: str,
    idem_key: str,
) -> Event:  # fmt: skip
    """The next link of a chain; None begins one. Raises TimeWentBack, and InputError for an empty name."""
    _refuse_names(municipality, actor, idem_key, recorded_at)
    if head is not None and head.recorded_at is not None and recorded_at < head.recorded_at:
        raise TimeWentBack(
            f"Household {household} of {municipality}: event {head.hseq} was recorded at {head.recorded_at}, and the next one "
            f"says {recorded_at}. Set the clock of this machine right, then record it again."
        )
    hseq, prev_hash = (1, None) if head is None else (head.hseq + 1, head.hash)
    fields = (municipality, household, hseq, prev_hash, kind.value, payload, recorded_at, actor, idem_key)
    return Event(*fields, hash=digest("werkzaam event", HASH_VERSION, *fields))


@lru_cache(maxsize=64)
def _refuse_names(municipality: str, actor: str, idem_key: str, recorded_at: str) -> None:
    """Raises InputError for an empty name or another moment; thousands of events have the same ones, and are asked once."""
    for name, text in (("municipality", municipality), ("actor", actor), ("idem_key", idem_key)):
        if not text.strip():
            raise InputError(f"An event needs a {name}; found an empty text.")
    if not _MOMENT.fullmatch(recorded_at):
        raise InputError(f"A moment in UTC was expected, such as 2026-03-20T09:15:00Z; found {recorded_at!r}.")


def hash_of(event: Event) -> str | None:
    """The hash that an event should have; None for a version of hashing that this release does not know."""
    if event.hash_version != HASH_VERSION:
        return None
    return digest(
        "werkzaam event", event.hash_version, event.municipality, event.household, event.hseq, event.prev_hash, event.kind,
        event.payload, event.recorded_at, event.actor, event.idem_key,
    )  # fmt: skip


def broken(events: Iterable[Event], heads: Iterable[Leaf] | None = None, anchored: Iterable[Leaf] = ()) -> list[Broken]:
    """Every place where chains do not hold, by municipality, household and number; an empty list when all do.

    `events` are those of one household or of many, each in the order of its numbers. `heads` are the ends that were kept beside
    the chains, of exactly these households; `anchored` are earlier ends that must still be in them. Only these two can tell a
    chain that was cut off, or rewritten from some number on.
    """
    chains: dict[tuple[str, int], list[Event]] = defaultdict(list)
    for event in events:
        chains[event.municipality, event.household].append(event)
    found = [one for chain in chains.values() for one in _links(chain)]
    if heads is not None:
        kept = {leaf[:2]: leaf for leaf in heads}
        for whose in {*kept, *chains}:
            found += _ends(chains.get(whose, []), kept.get(whose), whose)
    for leaf in anchored:
        found += _still_there(chains.get(leaf[:2], []), leaf)
    return sorted(set(found), key=lambda one: (one.municipality, one.household, one.hseq, one.why.name))


def _links(chain: Sequence[Event]) -> Iterator[Broken]:
    """What is wrong between the events of one chain."""
    before: Event | None = None
    for event in chain:
        expected, prev_hash = (1, None) if before is None else (before.hseq + 1, before.hash)
        if hash_of(event) != event.hash:
            yield _at(event, event.hseq, Damage.CHANGED)
        if event.hseq > expected:
            yield _at(event, expected, Damage.GAP)
        elif event.hseq < expected:
            yield _at(event, event.hseq, Damage.ORDER)
        elif event.prev_hash != prev_hash:
            yield _at(event, event.hseq, Damage.PREDECESSOR)
        if before is not None and event.recorded_at < before.recorded_at:
            yield _at(event, event.hseq, Damage.TIME)
        before = event


def _at(event: Event, hseq: int, why: Damage) -> Broken:
    return Broken(event.municipality, event.household, hseq, why)


def _ends(chain: Sequence[Event], kept: Leaf | None, whose: tuple[str, int]) -> Iterator[Broken]:
    """What is wrong between the end of a chain and the head that was kept beside it."""
    last = chain[-1] if chain else None
    reached = last.hseq if last else 0
    if kept is None:
        yield Broken(*whose, 1, Damage.UNKNOWN)
    elif reached < kept.hseq:
        yield Broken(*whose, reached + 1, Damage.TRUNCATED)
    elif reached > kept.hseq:
        yield Broken(*whose, kept.hseq + 1, Damage.UNKNOWN)
    elif last is not None and last.hash != kept.hash:
        yield Broken(*whose, reached, Damage.HEAD)


def _still_there(chain: Sequence[Event], leaf: Leaf) -> Iterator[Broken]:
    """What is wrong with an earlier end that must still be in a chain."""
    found = next((event for event in chain if event.hseq == leaf.hseq), None)
    if found is None:
        yield Broken(leaf.municipality, leaf.household, max((event.hseq for event in chain), default=0) + 1, Damage.TRUNCATED)
    elif found.hash != leaf.hash:
        yield Broken(leaf.municipality, leaf.household, leaf.hseq, Damage.ANCHOR)


def merkle_root(leaves: Sequence[tuple[str, int, int, str]]) -> str:
    """One hash over the heads of all households, as (municipality, household, hseq, hash) in any order: a day's anchor.

    A leaf and a node are hashed apart, and an odd one moves up as it is, so that no other list has the same root (as in
    RFC 6962). Raises LedgerError when a household is named twice.
    """
    ordered = sorted(leaves)
    for one, other in pairwise(ordered):
        if one[:2] == other[:2]:
            raise LedgerError(f"Household {one[1]} of {one[0]} has two heads, {one[2]} and {other[2]}; a day has one of each.")
    level = [digest("werkzaam leaf", *leaf) for leaf in ordered]
    while len(level) > 1:
        pairs = [digest("werkzaam node", *level[at : at + 2]) for at in range(0, len(level) - 1, 2)]
        level = pairs + level[2 * len(pairs) :]
    return level[0] if level else digest("werkzaam no leaves")
