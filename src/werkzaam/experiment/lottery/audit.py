# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The auditor's verification: everything, from who enrolled to everybody's arm (protocol, section 10).

The auditor is a court of audit, a notary or the council's clerk, who is shown the list in private.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

from werkzaam.experiment.design import Design
from werkzaam.experiment.lottery.beacon import DICE, LEAST_THROWS, Chain, chain_of
from werkzaam.experiment.lottery.check import Check, Checks, check_list, check_seed, check_times
from werkzaam.experiment.lottery.commitment import Commitment
from werkzaam.experiment.lottery.plan import Plan, plan_of
from werkzaam.experiment.lottery.result import Listed, Result
from werkzaam.experiment.lottery.strata import Levels, code, strata_of

Signed = Callable[[Chain, int, bytes], bool]
"""Whether a chain signed a round; `signature.holds` is one."""


@dataclass(frozen=True, slots=True)
class Papers:
    """What the auditor is shown in private.

    design, design_hash  the design, and the digest of its canonical text
    levels, closed       what is known of everybody on the list, and which arms are closed to them
    stratum_salts        the salt of each stratum's text
    listed               plan, list and lots
    software             SHA-256 of the program that draws
    """

    design: Design
    design_hash: bytes
    levels: Levels
    closed: Mapping[str, Collection[str]]
    stratum_salts: Mapping[str, bytes]
    listed: Listed
    software: bytes


def audit(papers: Papers, commitment: Commitment, result: Result, signed: Signed, *, missing: bool = False) -> Checks:
    """Every check there is; the draw is as promised when all of them are fine.

    `missing` is the auditor's own finding that the promised round never came, so that the fallback's round counts.
    """
    design = papers.design
    lottery = design.lottery
    chain = chain_of(commitment.chain)
    fallback = DICE if result.round == DICE else chain.fallback(commitment.round)
    return (
        Check("design.id", design.id, commitment.experiment),
        Check("design.digest", papers.design_hash.hex(), commitment.design.hex()),
        Check("software", papers.software.hex(), commitment.software.hex()),
        *check_times(commitment, lottery.hours_before, lottery.reveal_minutes),
        Check("commitment.chain", chain_of(lottery.chain).hash, commitment.chain),
        Check("chain.hash", chain.hash, chain.own_hash),
        *check_seed(commitment, result, fallback if missing else None),
        Check("beacon.signature", "yes", "yes" if _proved(chain, result, signed) else "no"),
        *_people(papers),
        *check_list(commitment, result, papers.listed),
    )


def _proved(chain: Chain, result: Result, signed: Signed) -> bool:
    """Whether the chain signed the round; for dice, whether these are throws that count. Who saw them thrown is no sum."""
    if result.round == DICE:
        return len(result.signature) >= LEAST_THROWS and not set(result.signature) - set(b"123456")
    return signed(chain, result.round, result.signature)


def _people(papers: Papers) -> Checks:
    """Whether strata and plan follow from the design and from what is known of everybody."""
    grouping = strata_of(papers.design, papers.levels, papers.closed)
    codes = {text: code(papers.stratum_salts.get(text, b""), text) for text in grouping.strata}
    own = {pid: codes[text] for pid, text in grouping.by_person.items()}
    people = papers.listed.roster.people
    elsewhere = sum(own.get(pid) != people.get(pid) for pid in {*own, *people})
    plan: Plan = plan_of(papers.design, grouping, codes, papers.design_hash)
    return Check("strata", "0", str(elsewhere)), Check("plan", plan.digest.hex(), papers.listed.plan.digest.hex())
