# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The public source of chance: rounds of a drand chain, their moments and their randomness (protocol, section 6).

Source: the drand project's specification, https://docs.drand.love/docs/specification/ ; the chain's own facts are proved by its
hash, see `Chain`.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from werkzaam.core.errors import InputError
from werkzaam.experiment.lottery.encoding import moment_text

PATIENCE = timedelta(hours=1)
"""How long a round may be late before the fallback applies."""
FALLBACK_STEP = 20
LEAST_THROWS = 40
DICE = 0
"""The round of a draw by dice; the throws stand in the place of the signature."""


@dataclass(frozen=True, slots=True)
class Chain:
    """A drand chain: the hash that names it, its first moment (Unix seconds), seconds between rounds, its public key.

    `group` and `name` are the other things that the chain hash covers: SHA-256 of period, genesis, key, group and name.
    """

    hash: str
    genesis: int
    period: int
    public_key: str
    group: str
    name: str

    @property
    def own_hash(self) -> str:
        """The hash of the chain's facts, which must be the one that names it."""
        facts = self.period.to_bytes(4, "big") + self.genesis.to_bytes(8, "big")
        facts += bytes.fromhex(self.public_key) + bytes.fromhex(self.group) + self.name.encode()
        return hashlib.sha256(facts).hexdigest()

    def round_at(self, moment: datetime) -> int:
        """The latest round that is out at a moment; round 1 is out at the chain's first moment."""
        since = int(moment.timestamp()) - self.genesis
        if since < 0:
            raise InputError(f"{moment_text(moment)} is before the first round of chain {self.name}.")
        return since // self.period + 1

    def moment(self, number: int) -> datetime:
        """When a round comes out."""
        return datetime.fromtimestamp(self.genesis + (number - 1) * self.period, UTC)

    def first_round_from(self, moment: datetime) -> int:
        """The first round that comes out at that moment or after it."""
        number = self.round_at(moment)
        return number if self.moment(number) >= moment else number + 1

    def fallback(self, number: int) -> int:
        """The round that counts where this one never came: the first divisible by 20, an hour later or more."""
        later = self.first_round_from(self.moment(number) + PATIENCE)
        return -(-later // FALLBACK_STEP) * FALLBACK_STEP


QUICKNET = Chain(
    hash="52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971",
    genesis=1692803367,
    period=3,
    public_key=(
        "83cf0f2896adee7eb8b5f01fcad3912212c437e0073e911fb90022d3e760183c8c4b450b6a0a6c3ac6a5776a2d106451"
        "0d1fec758c921cc22b0e17e63aaf4bcb5ed66304de9cf809bd274ca73bab4af5a6e9c76a4bc09e76eae8991ef5ece45a"
    ),
    group="f477d5c89f21a17c863a7f937c6a6d15859414d2be09cd448d4279af331c5d3e",
    name="quicknet",
)
CHAINS = {QUICKNET.hash: QUICKNET, QUICKNET.name: QUICKNET}


def chain_of(name: str) -> Chain:
    """A chain by its hash or name; raises InputError for one we do not know the key of."""
    if name not in CHAINS:
        raise InputError(f"No chain {name!r}. Known is {QUICKNET.name}, {QUICKNET.hash}: name that one in the design.")
    return CHAINS[name]


def randomness_of(signature: bytes) -> bytes:
    """A round's randomness: the SHA-256 of its signature."""
    return hashlib.sha256(signature).digest()


def thrown(throws: str) -> bytes:
    """The randomness of dice thrown in public, written as digits 1 to 6 in their order; at least forty throws."""
    if len(throws) < LEAST_THROWS or set(throws) - set("123456"):
        raise InputError(f"Dice need at least {LEAST_THROWS} throws, written as digits 1 to 6; found {throws[:60]!r} "
                         f"({len(throws)}). Nothing was drawn.")  # fmt: skip
    return hashlib.sha256(throws.encode()).digest()
