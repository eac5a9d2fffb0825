# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Verify an experiment as an auditor does, and give participants what they need to verify it themselves."""

from __future__ import annotations

import json
from dataclasses import dataclass

from werkzaam.app.experiment.drawing import Frozen, Signed, frozen
from werkzaam.app.experiment.software import software_digest
from werkzaam.app.experiment.verifier import page, publication
from werkzaam.app.ledger.desk import Desk
from werkzaam.core.errors import UnknownName
from werkzaam.experiment.canonical import design_hash
from werkzaam.experiment.design import Design
from werkzaam.experiment.lottery.audit import Papers, audit
from werkzaam.experiment.lottery.check import Checks
from werkzaam.experiment.lottery.commitment import Commitment, read_commitment
from werkzaam.experiment.lottery.draw import Lot
from werkzaam.experiment.lottery.encoding import moment_of
from werkzaam.experiment.lottery.receipt import Receipt, receipt_of
from werkzaam.experiment.lottery.result import Listed, Result, result_tree
from werkzaam.store import draws
from werkzaam.store.experiments import verify_experiment
from werkzaam.store.invariants import Finding


@dataclass(frozen=True, slots=True)
class Kept:
    """One draw as it stands in the ledger: what was promised, what is made again of the roster, and what was drawn, if it was."""

    promise: Commitment
    frozen: Frozen
    lots: dict[str, Lot]
    result: Result | None


def kept(desk: Desk, design: Design) -> list[Kept]:
    """Every draw of an experiment, made again from what was known when it was promised."""
    return [_kept(desk, design, row) for row in draws.commitments(desk.database, desk.town.id, design.id)]


def _kept(desk: Desk, design: Design, row: draws.Commitment) -> Kept:
    key = (desk.town.id, design.id)
    promise = read_commitment(json.loads(row.record))
    salts = {text: bytes.fromhex(salt) for text, salt in draws.stratum_salts(desk.database, *key, row.draw).items()}
    found = frozen(desk.database, key, design, row.known_seq, row.draw, salts)
    lots = {
        one.pid: Lot(one.pid, one.stratum, one.place, one.arm, one.surveyed, one.turn)
        for one in draws.drawn_people(desk.database, *key, row.draw).values()
    }
    return Kept(promise, found, lots, _result(desk, key, row.draw, promise, found, lots))


def _result(
    desk: Desk, key: tuple[str, str], number: int, promise: Commitment, found: Frozen, lots: dict[str, Lot]
) -> Result | None:  # fmt: skip
    """The result as it was published, of the rows that were kept."""
    row = draws.draw_results(desk.database, *key).get(number)
    if row is None:
        return None
    totals: dict[str, int] = {}
    for lot in lots.values():
        if lot.arm is not None:
            totals[lot.arm] = totals.get(lot.arm, 0) + 1
    return Result(
        promise.digest, bytes.fromhex(draws.secrets_told(desk.database, *key)[number]),
        moment_of(draws.revealed_at(desk.database, *key)[number], "revealed"), row.round, bytes.fromhex(row.signature),
        bytes.fromhex(row.randomness), bytes.fromhex(row.seed), bytes.fromhex(row.result_root), totals,
        sum(lot.interview for lot in lots.values()), Listed(found.plan, found.roster, lots) if promise.public else None,
    )  # fmt: skip


def verified(desk: Desk, design: Design, signed: Signed) -> tuple[list[Finding], list[tuple[int, Checks]]]:
    """What is wrong with the chain of an experiment, and every check of every draw that was made.

    A draw by the fallback's round is checked as such; whether the promised round never came is for the auditor to find out.
    """
    chain = verify_experiment(desk.database, desk.town.id, design.id)
    checks = []
    for one in kept(desk, design):
        if one.result is not None:
            listed = Listed(one.frozen.plan, one.frozen.roster, one.lots)
            papers = Papers(design, design_hash(design), one.frozen.levels, one.frozen.closed, one.frozen.stratum_salts, listed,
                            software_digest())  # fmt: skip
            missing = one.result.round != one.promise.round
            checks.append((one.promise.roster, audit(papers, one.promise, one.result, signed, missing=missing)))
    return chain, checks


def receipt(desk: Desk, design: Design, pid: str) -> tuple[Receipt, Commitment]:
    """What somebody needs to check the draw alone, after the draw with the lot, and the promise it belongs to.

    Raises UnknownName for who is on no list.
    """
    for one in reversed(kept(desk, design)):
        if pid in one.frozen.roster.places:
            text = one.frozen.grouping.by_person[pid]
            lots = (one.lots[pid], result_tree(one.frozen.roster, one.lots)) if one.result is not None else None
            return receipt_of(one.frozen.roster, pid, text, one.frozen.stratum_salts[text], lots), one.promise
    raise UnknownName(f"{pid[:40]!r} is on no promised list of {design.id}. Compare the number with the letter.")


def checking_page(desk: Desk, design: Design) -> str:
    """The page that checks receipts of an experiment, with what every draw published inside: one HTML file, no network.

    It runs a script of its own, so it is saved and opened as a file. Raises UnknownName before a draw was promised.
    """
    found = kept(desk, design)
    if not found:
        raise UnknownName(f"No draw of {design.id[:40]} was promised yet, so there is nothing to check.")
    return page(*(publication(one.promise, one.result) for one in found))
