# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The frozen list of everybody who can be drawn, as salted leaves of one tree (protocol, section 3)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from werkzaam.core.errors import InputError
from werkzaam.experiment.lottery.encoding import SALT_BYTES, framed
from werkzaam.experiment.lottery.merkle import Tree, leaf, tree


class Entry(NamedTuple):
    """One line of the list: the person's number, the person's salt of 16 bytes, and the code of the stratum."""

    pid: str
    salt: bytes
    stratum: str

    @property
    def leaf(self) -> bytes:
        """The line's leaf, which says nothing to whom does not have the salt."""
        return leaf(framed(self.salt, self.pid, self.stratum))


@dataclass(frozen=True)
class Roster:
    """The list, in the order of the pids; `roster_of` makes it."""

    entries: tuple[Entry, ...]

    @cached_property
    def tree(self) -> Tree:
        """The tree over the leaves."""
        return tree([entry.leaf for entry in self.entries])

    @cached_property
    def places(self) -> dict[str, int]:
        """For each pid its place, from 0."""
        return {entry.pid: at for at, entry in enumerate(self.entries)}

    @cached_property
    def people(self) -> dict[str, str]:
        """For each pid the code of its stratum: what the draw reads."""
        return {entry.pid: entry.stratum for entry in self.entries}


def roster_of(entries: Iterable[Entry]) -> Roster:
    """The list of these lines; raises InputError for a person who is on it twice, and for a salt of another length."""
    ordered = tuple(sorted(entries))
    for one, other in pairwise(ordered):
        if one.pid == other.pid:
            raise InputError(f"{one.pid} is on the list twice. Everybody is drawn once: take one line out.")
    for entry in ordered:
        if not entry.pid or not entry.stratum or len(entry.salt) != SALT_BYTES:
            raise InputError(f"{entry.pid!r} needs a number, a stratum and a salt of {SALT_BYTES} bytes; found {entry}.")
    return Roster(ordered)
