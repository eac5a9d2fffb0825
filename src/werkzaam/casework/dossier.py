# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A client's dossier as it was known on a day, as far as its reader may see it: entries, contacts and case managers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple, TypeVar, cast

from werkzaam.casework.entry import Entry, Kind, Role, last_of
from werkzaam.regime.guidance import Guidance

Found = TypeVar("Found")


class Contact(NamedTuple):
    """One contact, or one that was meant to be (R-026, R-259); a tuple with names, because a town has more than a million.

    `channel`, `initiator`, `kind`, `presence` and `role` are codes of `contacts.py`. `presence` says whether the client came.
    """

    person: int
    day: date
    channel: str
    initiator: str
    kind: str
    presence: str
    worker: str
    role: Role = Role.SUPPORT
    place: str | None = None
    areas: tuple[str, ...] = ()
    reason: str | None = None
    seq: int = 0

    @property
    def order(self) -> tuple[date, int]:
        """Where it stands among others: by its day, and of one day by when it was logged."""
        return self.day, self.seq


@dataclass(frozen=True, slots=True)
class Spell:
    """The days on which a case manager was a client's own, from `first` to `last`, both included; no last day means still."""

    worker: str
    first: date
    last: date | None = None
    reason: str = ""
    seq: int = 0


def spell_on(spells: Iterable[Spell], day: date) -> Spell | None:
    """The spell that a day lies in; nobody has two on one day."""
    for one in spells:
        if one.first <= day and (one.last is None or day <= one.last):
            return one
    return None


@dataclass(frozen=True, slots=True)
class Dossier:
    """What is known of a client. Entries that were replaced are left out; the rest stand in the order they were recorded.

    For a whole town `contacts` has, per initiator, channel and presence, only the last one: what is due may ask no more of it.
    `guidance` is that of the client's regime on the day; None when nobody wrote one down, and then nothing follows from it.
    `kinds` are those of which there is an entry.
    """

    person: int
    household: int
    born: date | None
    guidance: Guidance | None
    entries: tuple[Entry, ...] = ()
    contacts: tuple[Contact, ...] = ()
    spells: tuple[Spell, ...] = ()
    kinds: frozenset[Kind] = field(init=False, repr=False, compare=False)
    _by_kind: dict[Kind, list[Entry]] = field(init=False, repr=False, compare=False)
    _by_subject: dict[object, list[Entry]] = field(init=False, repr=False, compare=False)
    _found: dict[Callable[[Dossier], object], object] = field(default_factory=dict, init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Puts the entries by kind and by what they speak of: a town's agenda asks for them many times."""
        by_kind: dict[Kind, list[Entry]] = {}
        by_subject: dict[object, list[Entry]] = {}
        for entry in self.entries:
            if (kind := entry.kind) in by_kind:
                by_kind[kind].append(entry)
            else:
                by_kind[kind] = [entry]
            if "about" in entry.body:
                by_subject.setdefault(entry.body["about"], []).append(entry)
        keep = object.__setattr__
        keep(self, "kinds", frozenset(by_kind))
        keep(self, "_by_kind", by_kind)
        keep(self, "_by_subject", by_subject)

    def once(self, work: Callable[[Dossier], Found]) -> Found:
        """What a function makes of this dossier, worked out the first time it is asked: it must depend on nothing else."""
        found = self._found.get(work, _NOTHING)
        if found is _NOTHING:
            found = self._found[work] = work(self)
        return cast(Found, found)

    def of(self, *kinds: Kind) -> list[Entry]:
        """The entries of these kinds, first to last."""
        if len(kinds) == 1:
            return [*self._by_kind.get(kinds[0], ())]
        return [] if self.kinds.isdisjoint(kinds) else [entry for entry in self.entries if entry.kind in kinds]

    def last(self, *kinds: Kind) -> Entry | None:
        """The newest entry of these kinds by its day; of one day the one recorded last."""
        found = self.of(*kinds)
        return found[0] if len(found) == 1 else last_of(found)

    def about(self, seq: int) -> Iterator[Entry]:
        """The entries that speak of another: its confirmation, withdrawal, answer or review."""
        return iter(self._by_subject.get(seq, ()))

    def worker_on(self, day: date) -> Spell | None:
        """The client's own case manager on a day."""
        return spell_on(self.spells, day)

    def under(self, part: str) -> Entry | None:
        """The entry by which the client came under a part of a regime; None when that is not so now."""
        entry = self.last(Kind.GUIDANCE)
        return entry if entry is not None and entry.body.get("part") == part else None


_NOTHING = object()
