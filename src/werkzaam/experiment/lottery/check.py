# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Checks of what was published, each with its name, what was expected and what was found (protocol, section 10).

A participant checks a receipt; anybody checks a draw in public mode. The page in JavaScript gives the same names, in the same
order, with the same texts.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple

from werkzaam.experiment.lottery.beacon import chain_of, randomness_of
from werkzaam.experiment.lottery.commitment import LEAST_COUNT, Commitment
from werkzaam.experiment.lottery.draw import Lot, draw, seed_of, slots_of
from werkzaam.experiment.lottery.merkle import climb
from werkzaam.experiment.lottery.plan import Plan
from werkzaam.experiment.lottery.receipt import Receipt
from werkzaam.experiment.lottery.result import Listed, Result, lot_leaf, result_tree


class Check(NamedTuple):
    """One check: its name in the protocol, what was expected and what was found; both as texts."""

    name: str
    expected: str
    found: str

    @property
    def fine(self) -> bool:
        """Whether what was found is what was expected."""
        return self.expected == self.found


Checks = tuple[Check, ...]


def check_receipt(receipt: Receipt, commitment: Commitment, result: Result | None = None) -> Checks:
    """Whether the person was on the promised list, and with a result and a receipt of after the draw, what fell to them."""
    own = receipt.entry.leaf
    checks: Checks = (
        Check("roster.size", str(commitment.size), str(receipt.size)),
        Check("roster.path", commitment.root.hex(), climb(own, receipt.index, receipt.size, receipt.path).hex()),
    )
    if result is None:
        return checks
    checks += check_seed(commitment, result)
    return checks if receipt.lot is None else checks + _lot(receipt, receipt.lot, commitment, result)


def check_seed(commitment: Commitment, result: Result, round_number: int | None = None) -> Checks:
    """Whether the seed is the one that follows from what was promised, revealed and broadcast.

    `round_number` is the fallback's round, for an auditor who saw that the promised one never came.
    """
    seed = seed_of(
        root=commitment.root, plan=commitment.plan, secret=result.secret, chain=bytes.fromhex(commitment.chain),
        round_number=result.round, randomness=result.randomness,
    )  # fmt: skip
    return (
        Check("result.commitment", commitment.digest.hex(), result.commitment.hex()),
        Check("secret.hash", commitment.secret.hex(), hashlib.sha256(result.secret).hexdigest()),
        Check("secret.time", "yes", _yes(result.revealed <= commitment.reveal_by)),
        Check("beacon.round", str(commitment.round if round_number is None else round_number), str(result.round)),
        Check("beacon.randomness", randomness_of(result.signature).hex(), result.randomness.hex()),
        Check("seed", seed.hex(), result.seed.hex()),
    )


def check_list(commitment: Commitment, result: Result, listed: Listed) -> Checks:
    """The whole draw again, from a list: the published one, or the one that an auditor was given."""
    roster, plan = listed.roster, listed.plan
    drawn = draw(result.seed, roster.people, plan)
    wrong = sum(drawn.lots[entry.pid] != listed.lots.get(entry.pid) for entry in roster.entries)
    return (
        Check("list.size", str(commitment.size), str(len(roster.entries))),
        Check("list.root", commitment.root.hex(), roster.tree.root.hex()),
        Check("plan.digest", commitment.plan.hex(), plan.digest.hex()),
        Check("plan.design", commitment.design.hex(), plan.design or "-"),
        Check("plan.arms", _said(commitment.arms, commitment.pattern), _said(plan.arms, plan.pattern)),
        Check("plan.selected", str(commitment.selected), str(sum(plan.select.values()))),
        Check("plan.surveyed", str(commitment.surveyed), str(len(drawn.interviewed))),
        Check("counts", _counted(commitment.counts), _counted(_large(roster.people))),
        Check("draw.lots", "0", str(wrong)),
        Check("draw.totals", _counted(drawn.totals), _counted(result.totals)),
        Check("draw.surveyed", str(len(drawn.interviewed)), str(result.surveyed)),
        Check("result.root", result_tree(roster, drawn.lots).root.hex(), result.root.hex()),
    )


def check_times(commitment: Commitment, hours_before: int, reveal_minutes: int) -> Checks:
    """Whether promise and secret came as long before the beacon's round as the design says."""
    beacon = chain_of(commitment.chain).moment(commitment.round)
    early = (beacon - commitment.committed).total_seconds() >= hours_before * 3600
    in_time = (beacon - commitment.reveal_by).total_seconds() == reveal_minutes * 60
    return Check("commitment.time", "yes", _yes(early)), Check("commitment.reveal_by", "yes", _yes(in_time))


def _lot(receipt: Receipt, lot: Lot, commitment: Commitment, result: Result) -> Checks:
    root = climb(lot_leaf(receipt.salt, lot), receipt.index, receipt.size, receipt.result_path)
    plan = Plan(commitment.arms, commitment.pattern, {})
    slots = slots_of(result.seed, plan, _closed(receipt.stratum))
    own = "-" if lot.turn is None or not slots else slots[lot.turn % len(slots)]
    return (
        Check("result.path", result.root.hex(), root.hex()),
        Check("arm.slot", own, "-" if lot.arm is None else lot.arm),
    )


def _closed(stratum: str) -> tuple[str, ...]:
    return tuple(mark.removeprefix("-arm=") for mark in stratum.split(" ") if mark.startswith("-arm="))


def _large(people: Mapping[str, str]) -> dict[str, int]:
    return {code: size for code, size in Counter(people.values()).items() if size >= LEAST_COUNT}


def _counted(counts: Mapping[str, int]) -> str:
    return " ".join(f"{name}:{number}" for name, number in sorted(counts.items()))


def _said(arms: tuple[str, ...], pattern: tuple[int, ...]) -> str:
    return " ".join([*arms, *map(str, pattern)])


def _yes(holds: bool) -> str:
    return "yes" if holds else "no"
