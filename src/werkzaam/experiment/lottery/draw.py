# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The draw itself: from a seed that nobody could choose to everybody's arm (protocol, sections 6 and 7)."""

from __future__ import annotations

import hashlib
import hmac
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from werkzaam.core.errors import InputError
from werkzaam.experiment.lottery.encoding import PROTOCOL, framed, frames
from werkzaam.experiment.lottery.plan import Plan

_BLOCK = 64


class Lot(NamedTuple):
    """What fell to one person.

    select     place in the stratum by the tickets of selection, from 1
    arm        the arm; None for who was not selected
    interview  whether the person is asked for interviews
    turn       place in the dealing, from 0: the slot is the turn modulo the number of slots; None for who was not selected
    """

    pid: str
    stratum: str
    select: int
    arm: str | None
    interview: bool
    turn: int | None

    @property
    def record(self) -> dict[str, Any]:
        """The lot as JSON, as the result's tree covers it."""
        return self._asdict()


@dataclass(frozen=True, slots=True)
class Drawn:
    """The outcome of a draw: everybody's lot by pid, selected or not."""

    lots: Mapping[str, Lot]

    @property
    def arms(self) -> dict[str, str | None]:
        """For each pid its arm, or None."""
        return {pid: lot.arm for pid, lot in self.lots.items()}

    @property
    def interviewed(self) -> frozenset[str]:
        """Whom the lot asks for interviews."""
        return frozenset(pid for pid, lot in self.lots.items() if lot.interview)

    @property
    def totals(self) -> dict[str, int]:
        """How many people each arm has."""
        return dict(Counter(lot.arm for lot in self.lots.values() if lot.arm is not None))


def seed_of(*, root: bytes, plan: bytes, secret: bytes, chain: bytes, round_number: int, randomness: bytes) -> bytes:
    """The seed: the framed hash of the protocol's name and all that was promised and revealed; `plan` is the plan's digest."""
    return framed(PROTOCOL, root, plan, secret, chain, round_number.to_bytes(8, "big"), randomness)


def ticket(seed: bytes, purpose: str, *key: str) -> bytes:
    """Somebody's or something's ticket for a purpose: HMAC-SHA256, 32 bytes, read as a number; the smallest goes first."""
    return hmac.digest(seed, framed(purpose, *key), "sha256")


def in_order(seed: bytes, purpose: str, code: str, pids: Iterable[str]) -> list[str]:
    """People of a stratum in the order of their tickets for a purpose: `ticket`, with the common parts worked out once."""
    inner, outer = (bytes(byte ^ pad for byte in seed.ljust(_BLOCK, b"\0")) for pad in (0x36, 0x5C))
    start, sha256 = frames(purpose, code), hashlib.sha256
    tickets = []
    for pid in pids:
        plain = pid.encode()
        message = sha256(start + len(plain).to_bytes(8, "big") + plain).digest()
        tickets.append((sha256(outer + sha256(inner + message).digest()).digest(), pid))
    return [pid for _, pid in sorted(tickets)]


def slots_of(seed: bytes, plan: Plan, closed: Iterable[str] = ()) -> tuple[str, ...]:
    """The arms in the order in which they are dealt, without those that are closed."""
    order = sorted(range(len(plan.pattern)), key=lambda at: ticket(seed, "slot-order", str(at)))
    arms = [plan.arms[plan.pattern[at]] for at in order]
    return tuple(arm for arm in arms if arm not in closed)


def draw(seed: bytes, people: Mapping[str, str], plan: Plan) -> Drawn:
    """Everybody's lot; `people` has the code of each pid's stratum. A second run gives the same.

    Raises InputError where the plan takes more people from a stratum than it has.
    """
    strata = _strata(people)
    order = sorted(strata, key=lambda code: ticket(seed, "stratum-order", code))
    ranked = {code: in_order(seed, "select", code, strata[code]) for code in order}
    chosen = {code: ranked[code][: _seats(plan.select, code, ranked[code])] for code in order}
    asked = {pid for code in order for pid in _interviewed(seed, plan, code, chosen[code])}
    turns = _dealt(seed, plan, chosen, asked)
    return Drawn({
        pid: Lot(pid, code, place, *_fallen(turns, asked, pid)) for code in order for place, pid in enumerate(ranked[code], 1)
    })  # fmt: skip


def of_groups(groups: Mapping[str, str], drawn: Drawn) -> dict[str, str | None]:
    """For each member the arm of its group, where whole groups were drawn: all placements of an employer in one arm."""
    lost = sorted(set(groups.values()) - set(drawn.lots))
    if lost:
        raise InputError(f"These groups were not drawn: {', '.join(lost[:5])}. Draw over groups, then ask for their members.")
    return {member: drawn.lots[group].arm for member, group in groups.items()}


def _strata(people: Mapping[str, str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for pid, code in people.items():
        found.setdefault(code, []).append(pid)
    return found


def _seats(seats: Mapping[str, int], code: str, people: list[str]) -> int:
    wanted = seats.get(code, 0)
    if not 0 <= wanted <= len(people):
        raise InputError(f"The plan takes {wanted} people from stratum {code}; found {len(people)}. Nobody was drawn.")
    return wanted


def _interviewed(seed: bytes, plan: Plan, code: str, chosen: list[str]) -> list[str]:
    if plan.survey is None:
        return chosen
    return in_order(seed, "survey", code, chosen)[: _seats(plan.survey, code, chosen)]


def _dealt(seed: bytes, plan: Plan, chosen: Mapping[str, list[str]], asked: set[str]) -> dict[str, tuple[int, str]]:
    """Turn and arm of everybody chosen: one dealing for each set of open arms."""
    found: dict[str, tuple[int, str]] = {}
    for closed in sorted({tuple(sorted(plan.closed.get(code, ()))) for code in chosen}):
        strata = [code for code in chosen if tuple(sorted(plan.closed.get(code, ()))) == closed]
        ranked = [in_order(seed, "assign", code, chosen[code]) for code in strata]
        blocks = [[pid for pid in people if (pid in asked) is early] for early in (True, False) for people in ranked]
        slots = slots_of(seed, plan, closed)
        found |= {pid: (turn, slots[turn % len(slots)]) for pid, turn in _turns(blocks).items()}
    return found


def _turns(blocks: list[list[str]]) -> dict[str, int]:
    """Everybody's turn: blocks in their order, people in theirs.

    NumPy and the compiled dealing are imported here: who checks a receipt needs the standard library only.
    """
    import numpy as np

    from werkzaam.experiment.deal import deal

    pids = [pid for block in blocks for pid in block]
    strata = np.repeat(np.arange(len(blocks)), [len(block) for block in blocks])
    turns = deal(
        np.arange(len(pids), dtype=np.uint64), strata, np.arange(len(blocks), dtype=np.uint64), np.arange(max(len(pids), 1))
    )
    return dict(zip(pids, turns.tolist(), strict=True))


def _fallen(turns: Mapping[str, tuple[int, str]], asked: set[str], pid: str) -> tuple[str | None, bool, int | None]:
    if pid not in turns:
        return None, False, None
    turn, arm = turns[pid]
    return arm, pid in asked, turn
