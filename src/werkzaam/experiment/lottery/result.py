# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What is published after the draw: seed, beacon, the root of everybody's lot, in public mode the list (protocol, section 8)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from werkzaam.core.errors import InputError
from werkzaam.experiment.lottery.beacon import randomness_of
from werkzaam.experiment.lottery.commitment import Commitment, check_secret
from werkzaam.experiment.lottery.draw import Drawn, Lot, draw, seed_of
from werkzaam.experiment.lottery.encoding import (
    bytes64,
    canonical,
    framed,
    hexed,
    moment_of,
    moment_text,
    text64,
)  # fmt: skip
from werkzaam.experiment.lottery.merkle import Tree, leaf, tree
from werkzaam.experiment.lottery.plan import Plan, read_plan
from werkzaam.experiment.lottery.roster import Entry, Roster, roster_of


@dataclass(frozen=True, slots=True)
class Listed:
    """What public mode publishes: plan, list with salts, and what fell to everybody; strata under codes that say nothing."""

    plan: Plan
    roster: Roster
    lots: Mapping[str, Lot]


@dataclass(frozen=True, slots=True)
class Result:
    """The result, as it is published.

    commitment     the digest of the promise
    secret         the third party's secret, and `revealed`, when it was made public
    round          the beacon's round, with its signature and randomness
    seed, root     of the draw, and of the tree over everybody's lot
    totals         how many people each arm has
    surveyed       how many are asked for interviews
    listed         in public mode, the list
    """

    commitment: bytes
    secret: bytes
    revealed: datetime
    round: int
    signature: bytes
    randomness: bytes
    seed: bytes
    root: bytes
    totals: Mapping[str, int]
    surveyed: int
    listed: Listed | None

    @property
    def record(self) -> dict[str, Any]:
        """The result as JSON."""
        whole: dict[str, Any] = {
            "commitment": self.commitment.hex(), "secret": self.secret.hex(), "revealed": moment_text(self.revealed),
            "round": self.round, "signature": self.signature.hex(), "randomness": self.randomness.hex(), "seed": self.seed.hex(),
            "root": self.root.hex(), "totals": dict(self.totals), "surveyed": self.surveyed,
        }  # fmt: skip
        return whole if self.listed is None else {**whole, "list": _list_record(self.listed)}


def lot_leaf(salt: bytes, lot: Lot) -> bytes:
    """The leaf of a lot in the result's tree."""
    return leaf(framed(salt, canonical(lot.record)))


def result_tree(roster: Roster, lots: Mapping[str, Lot]) -> Tree:
    """The tree over everybody's lot, in the order of the list."""
    return tree([lot_leaf(entry.salt, lots[entry.pid]) for entry in roster.entries])


def drawn_result(
    commitment: Commitment, roster: Roster, plan: Plan, *, secret: bytes, revealed: datetime, round_number: int, signature: bytes
) -> tuple[Drawn, Result]:
    """The draw and its publication. Raises InputError, before anything is drawn, for whatever is not what was promised.

    The signature itself is verified by `signature.holds` before this; here it is only hashed. A round other than the promised one
    is the fallback's, which the auditor must agree with.
    """
    check_secret(commitment, secret, revealed)
    if (roster.tree.root, plan.digest) != (commitment.root, commitment.plan):
        raise InputError("List or plan are not the promised ones: their digests differ. Nothing was drawn.")
    randomness = randomness_of(signature)
    seed = seed_of(
        root=commitment.root, plan=commitment.plan, secret=secret, chain=bytes.fromhex(commitment.chain),
        round_number=round_number, randomness=randomness,
    )  # fmt: skip
    drawn = draw(seed, roster.people, plan)
    listed = Listed(plan, roster, drawn.lots) if commitment.public else None
    return drawn, Result(
        commitment.digest, secret, revealed, round_number, signature, randomness, seed,
        result_tree(roster, drawn.lots).root, drawn.totals, len(drawn.interviewed), listed,
    )  # fmt: skip


def read_result(record: Mapping[str, Any]) -> Result:
    """The result of a published record; raises InputError for a field that is absent or wrong."""
    try:
        return Result(
            **{name: hexed(record[name], name) for name in ("commitment", "secret", "randomness", "seed", "root")},
            signature=bytes.fromhex(record["signature"]), revealed=moment_of(record["revealed"], "revealed"),
            round=record["round"], totals=dict(record["totals"]), surveyed=record["surveyed"],
            listed=_read_list(record["list"]) if "list" in record else None,
        )  # fmt: skip
    except (KeyError, TypeError, ValueError, IndexError) as wrong:
        raise InputError(f"The result lacks a field or has it in another form: {type(wrong).__name__} {wrong}.") from None


def _list_record(listed: Listed) -> dict[str, Any]:
    """Rows of pid, salt, number of the stratum, select, number of the arm or -1, interview (0 or 1), turn or -1."""
    codes = {code: at for at, code in enumerate(sorted(set(listed.roster.people.values())))}
    arms: dict[str | None, int] = {None: -1, **{arm: at for at, arm in enumerate(listed.plan.arms)}}
    rows = []
    for entry in listed.roster.entries:
        lot = listed.lots[entry.pid]
        turn = -1 if lot.turn is None else lot.turn
        fallen = [lot.select, arms[lot.arm], int(lot.interview), turn]
        rows.append([entry.pid, text64(entry.salt), codes[entry.stratum], *fallen])
    return {"plan": listed.plan.record, "strata": list(codes), "people": rows}


def _read_list(record: Mapping[str, Any]) -> Listed:
    plan, codes = read_plan(record["plan"]), list(record["strata"])
    entries, lots = [], {}
    for pid, salt, code, select, arm, interview, turn in record["people"]:
        if not (0 <= code < len(codes) and -1 <= arm < len(plan.arms) and interview in (0, 1)):
            raise InputError(f"{pid}: no stratum {code}, arm {arm} or interview {interview} in the published list.")
        entries.append(Entry(pid, bytes64(salt, f"the salt of {pid}"), codes[code]))
        own = plan.arms[arm] if arm >= 0 else None
        lots[pid] = Lot(pid, codes[code], select, own, interview == 1, turn if turn >= 0 else None)
    return Listed(plan, roster_of(entries), lots)
