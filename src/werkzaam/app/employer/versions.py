# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Which version of a wage a delivery brings: told from the employer's own earlier deliveries, never from what the town knows.

What was delivered is remembered as keyed fingerprints only (HMAC): enough to see that something is the same or another, and
nothing that can be read back.
"""

from __future__ import annotations

import hmac
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum

from werkzaam.app.employer.told import ToldWage
from werkzaam.app.ledger.body import kept


class Outcome(Enum):
    """What came of a row, as far as its employer hears."""

    RECEIVED = "received"
    SAME = "same"
    REPLACES = "replaces"
    WITHDRAWS = "withdraws"


@dataclass(frozen=True, slots=True)
class Earlier:
    """The newest version of a wage that was delivered before: its number, and the fingerprint of what it said."""

    version: int
    content: str


@dataclass(frozen=True, slots=True)
class Judged:
    """A row with its outcome, its version, and the fingerprints by which it is known again."""

    wage: ToldWage
    outcome: Outcome
    version: int
    key: str
    content: str


def keys_of(employer: str, wages: Iterable[ToldWage], secret: bytes) -> list[str]:
    """What makes each wage the same one: employer, employee, employment and days."""
    return [
        _print(secret, employer, one.owner, str(one.row["baan"]), one.first.isoformat(), one.last.isoformat()) for one in wages
    ]


def judged(employer: str, wages: Iterable[ToldWage], earlier: Mapping[str, Earlier], secret: bytes) -> list[Judged]:
    """Each wage beside the newest earlier version with its key."""
    some = list(wages)
    return [_judged(one, key, earlier.get(key), secret) for one, key in zip(some, keys_of(employer, some, secret), strict=True)]


def _judged(wage: ToldWage, key: str, before: Earlier | None, secret: bytes) -> Judged:
    said = json.dumps([kept(wage.row), wage.withdrawn, wage.why], sort_keys=True)
    content = _print(secret, key, said)
    if before is None:
        return Judged(wage, Outcome.RECEIVED, 1, key, content)
    if before.content == content:
        return Judged(wage, Outcome.SAME, before.version, key, content)
    outcome = Outcome.WITHDRAWS if wage.withdrawn else Outcome.REPLACES
    return Judged(wage, outcome, before.version + 1, key, content)


def _print(secret: bytes, *parts: str) -> str:
    return hmac.new(secret, json.dumps(parts).encode(), "sha256").hexdigest()
