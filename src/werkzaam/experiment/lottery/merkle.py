# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""One hash for a whole list, and a short proof for each line of it: the Merkle tree of RFC 6962 (protocol, section 3)."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from werkzaam.core.errors import InputError
from werkzaam.experiment.lottery.encoding import HASH_BYTES

_LEAF, _NODE = b"\0", b"\1"


def leaf(content: bytes) -> bytes:
    """The leaf of some content."""
    return hashlib.sha256(_LEAF + content).digest()


def node(left: bytes, right: bytes) -> bytes:
    """The node above two others."""
    return hashlib.sha256(_NODE + left + right).digest()


@dataclass(frozen=True, slots=True)
class Tree:
    """A tree as its rows, from the leaves to the root; a node without a neighbour stands in the next row as it is."""

    rows: tuple[tuple[bytes, ...], ...]

    @property
    def root(self) -> bytes:
        return self.rows[-1][0]

    def path(self, index: int) -> tuple[bytes, ...]:
        """The neighbours on the way from a leaf to the root, the leaf's own first."""
        found = []
        for row in self.rows[:-1]:
            if index ^ 1 < len(row):
                found.append(row[index ^ 1])
            index >>= 1
        return tuple(found)


def tree(leaves: Sequence[bytes]) -> Tree:
    """The tree over at least one leaf."""
    if not leaves:
        raise InputError("A list without anybody has no root. Enrol people before the list is frozen.")
    rows = [tuple(leaves)]
    while len(rows[-1]) > 1:
        row = rows[-1]
        above = [node(row[at], row[at + 1]) for at in range(0, len(row) - 1, 2)]
        rows.append(tuple(above + list(row[len(row) - len(row) % 2 :])))
    return Tree(tuple(rows))


def length(index: int, size: int) -> int:
    """How many hashes the path of a leaf has in a tree over `size` leaves."""
    steps, last = 0, size - 1
    while last:
        steps += index ^ 1 <= last
        index, last = index >> 1, last >> 1
    return steps


def climb(start: bytes, index: int, size: int, path: Sequence[bytes]) -> bytes:
    """The root that a leaf, its place and its path lead to.

    Raises InputError where place and path do not belong to a tree of that size.
    """
    if not 0 <= index < size or len(path) != length(index, size) or any(len(each) != HASH_BYTES for each in path):
        raise InputError(f"No path of {len(path)} hashes leads from place {index + 1} to the root of a list of {size}.")
    found, last, rest = start, size - 1, list(path)
    while last:
        if index & 1:
            found = node(rest.pop(0), found)
        elif index < last:
            found = node(found, rest.pop(0))
        index, last = index >> 1, last >> 1
    return found
