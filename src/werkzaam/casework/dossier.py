# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A client's dossier as it was known on a day, as far as its reader may see it: entries, contacts and case managers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import NamedTuple

from werkzaam.casework.entry import Entry, Kind, Role, last_of
from werkzaam.regime.guidance import Guidance


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
    return next((one for one in spells if one.first <= day and (one.last is None or day <= one.last)), None)


@dataclass(frozen=True)
class Dossier:
    """What is known of a client. Entries that were replaced are left out; the rest stand in the order they were recorded.

    For a whole town `contacts` has, per initiator, channel and presence, only the last one: what is due may ask no more of it.
    `guidance` is that of the client's regime on the day; None when nobody wrote one down, and then nothing follows from it.
    """

    person: int
    household: int
    born: date | None
    guidance: Guidance | None
    entries: tuple[Entry, ...] = ()
    contacts: tuple[Contact, ...] = ()
    spells: tuple[Spell, ...] = ()

    @cached_property
    def _by_kind(self) -> dict[Kind, list[Entry]]:
        """The entries of each kind; a town's agenda asks for them many times."""
        found: dict[Kind, list[Entry]] = {}
        for entry in self.entries:
            found.setdefault(entry.kind, []).append(entry)
        return found

    @cached_property
    def _by_subject(self) -> dict[object, list[Entry]]:
        """The entries that speak of another, by its number."""
        found: dict[object, list[Entry]] = {}
        for entry in self.entries:
            if "about" in entry.body:
                found.setdefault(entry.body["about"], []).append(entry)
        return found

    @property
    def kinds(self) -> Set[Kind]:
        """The kinds of which there is an entry."""
        return self._by_kind.keys()

    def of(self, *kinds: Kind) -> list[Entry]:
        """The entries of these kinds, first to last."""
        if len(kinds) == 1:
            return list(self._by_kind.get(kinds[0], ()))
        return [entry for entry in self.entries if entry.kind in kinds]

    def last(self, *kinds: Kind) -> Entry | None:
        """The newest entry of these kinds by its day; of one day the one recorded last."""
        found = self.of(*kinds)
        return last_of(found)

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
