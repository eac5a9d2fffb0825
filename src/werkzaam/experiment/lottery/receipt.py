# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What a participant gets: enough to check the own line of the list, and after the draw the own lot (protocol, section 9).

As text a receipt is three parts with a dot between them: `lottery1`, the words as base64url JSON, and salts and hashes as
base64url, so that a QR code of it can be printed on a letter.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from werkzaam.core.errors import InputError
from werkzaam.experiment.lottery.draw import Lot, ticket
from werkzaam.experiment.lottery.encoding import HASH_BYTES, SALT_BYTES, bytes64, canonical, text64
from werkzaam.experiment.lottery.merkle import Tree, length
from werkzaam.experiment.lottery.roster import Entry, Roster
from werkzaam.experiment.lottery.strata import code

MARK = "lottery1"
Hashes = tuple[bytes, ...]


@dataclass(frozen=True, slots=True)
class Receipt:
    """The receipt of one person.

    pid, salt           the person's number and salt
    stratum             the stratum in words, and `stratum_salt`, which together give its code
    index, size         the place on the list, from 0, and how many are on it
    path                from the own line to the root of the list
    lot, result_path    after the draw: what fell to the person, and from there to the root of the result
    """

    pid: str
    salt: bytes
    stratum: str
    stratum_salt: bytes
    index: int
    size: int
    path: Hashes
    lot: Lot | None = None
    result_path: Hashes = ()

    @property
    def entry(self) -> Entry:
        """The line of the list that the receipt is of."""
        return Entry(self.pid, self.salt, code(self.stratum_salt, self.stratum))

    @property
    def text(self) -> str:
        """The receipt as text for a QR code or a link."""
        words: dict[str, Any] = {"p": self.pid, "s": self.stratum, "i": self.index, "n": self.size}
        if self.lot is not None:
            words |= {"a": self.lot.arm, "q": self.lot.select, "t": self.lot.turn, "w": int(self.lot.interview)}
        plain = self.salt + self.stratum_salt + b"".join(self.path + self.result_path)
        return f"{MARK}.{text64(canonical(words))}.{text64(plain)}"

    def tickets(self, seed: bytes) -> dict[str, bytes]:
        """The person's own tickets, which anybody with the seed, number and stratum works out."""
        own = self.entry
        return {purpose: ticket(seed, purpose, own.stratum, own.pid) for purpose in ("select", "survey", "assign")}


def receipt_of(roster: Roster, pid: str, stratum: str, stratum_salt: bytes, drawn: tuple[Lot, Tree] | None = None) -> Receipt:
    """The receipt of somebody on the list; `drawn` is the lot and the result's tree, after the draw.

    Raises InputError for who is not on the list, or whose stratum in words is not the one on it.
    """
    if pid not in roster.places:
        raise InputError(f"{pid} is not on this list. Check the number; a receipt is only for who is on it.")
    at = roster.places[pid]
    entry = roster.entries[at]
    if code(stratum_salt, stratum) != entry.stratum:
        raise InputError(f"{pid} is on the list with another stratum than {stratum!r}. Give the text and salt of its stratum.")
    own = Receipt(pid, entry.salt, stratum, stratum_salt, at, len(roster.entries), roster.tree.path(at))
    if drawn is None:
        return own
    lot, tree = drawn
    return Receipt(pid, own.salt, stratum, stratum_salt, at, own.size, own.path, lot, tree.path(at))


def read_receipt(text: str) -> Receipt:
    """The receipt of a text; raises InputError where it is none, or was cut off."""
    parts = text.strip().split(".")
    if len(parts) != 3 or parts[0] != MARK:
        raise InputError(f"A receipt begins with {MARK} and has three parts with dots between them; found {text[:20]!r}.")
    words, plain = _words(parts[1]), bytes64(parts[2], "The last part of a receipt")
    drawn = "a" in words
    steps = length(words["i"], words["n"])
    expected = 2 * SALT_BYTES + (1 + drawn) * steps * HASH_BYTES
    if len(plain) != expected:
        raise InputError(f"A receipt of a list of {words['n']} has {expected} bytes; found {len(plain)}: it is not whole.")
    salt, stratum_salt, hashes = plain[:SALT_BYTES], plain[SALT_BYTES : 2 * SALT_BYTES], _hashes(plain[2 * SALT_BYTES :])
    lot = None
    if drawn:
        own = code(stratum_salt, words["s"])
        lot = Lot(words["p"], own, words["q"], words["a"], bool(words["w"]), words["t"])
    return Receipt(words["p"], salt, words["s"], stratum_salt, words["i"], words["n"], hashes[:steps], lot, hashes[steps:])


_KINDS: dict[str, tuple[type, ...]] = {
    "p": (str,), "s": (str,), "i": (int,), "n": (int,), "a": (str, type(None)), "q": (int,), "t": (int, type(None)), "w": (int,)
}  # fmt: skip


def _words(part: str) -> dict[str, Any]:
    plain = bytes64(part, "The second part of a receipt")
    try:
        words = json.loads(plain)
    except ValueError:
        words = None
    names = set(words) if isinstance(words, dict) else set()
    known = names in ({"p", "s", "i", "n"}, set(_KINDS)) and all(type(words[name]) in _KINDS[name] for name in names)
    if not known or canonical(words) != plain:
        raise InputError("The second part of a receipt has number, stratum, place and size, and after the draw the lot.")
    if not 0 <= words["i"] < words["n"]:
        raise InputError(f"Place {words['i'] + 1} is not on a list of {words['n']}.")
    return dict(words)


def _hashes(plain: bytes) -> Hashes:
    parts: Sequence[int] = range(0, len(plain), HASH_BYTES)
    return tuple(plain[at : at + HASH_BYTES] for at in parts)
