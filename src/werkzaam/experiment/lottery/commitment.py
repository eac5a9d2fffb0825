# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What is promised before the draw, and the secret that is revealed before the beacon speaks (protocol, section 5)."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from werkzaam.core.errors import InputError
from werkzaam.experiment.design import Design
from werkzaam.experiment.lottery.beacon import Chain, chain_of
from werkzaam.experiment.lottery.encoding import PROTOCOL, SECRET_BYTES, canonical, hexed, moment_of, moment_text
from werkzaam.experiment.lottery.plan import Plan
from werkzaam.experiment.lottery.roster import Roster

LEAST_COUNT = 10
"""A stratum with fewer people is not counted in public."""


@dataclass(frozen=True, slots=True)
class Commitment:
    """The promise, as it is published.

    experiment, roster  the design's id, and which list of it this is, from 1: every window has its own draw
    size, root          how many people are on the list, and its root
    design, plan        the digests of design and plan
    arms, pattern       the plan's arms and dealing pattern, for everybody to see
    selected, surveyed  how many people are taken, and how many of those are interviewed
    counts              for each code of a stratum of ten or more people how many they are
    chain, round        the beacon's chain and the future round
    secret              SHA-256 of the third party's secret
    committed           when the promise was published
    reveal_by           until when the secret can be revealed
    software            SHA-256 of the program that draws
    public              whether the result is published as a list
    fallback            what happens if the round never comes, in Dutch and English
    """

    experiment: str
    roster: int
    size: int
    root: bytes
    design: bytes
    plan: bytes
    arms: tuple[str, ...]
    pattern: tuple[int, ...]
    selected: int
    surveyed: int
    counts: Mapping[str, int]
    chain: str
    round: int
    secret: bytes
    committed: datetime
    reveal_by: datetime
    software: bytes
    public: bool
    fallback: Mapping[str, str]

    @property
    def record(self) -> dict[str, Any]:
        """The promise as JSON."""
        return {
            "protocol": PROTOCOL, "experiment": self.experiment, "roster": self.roster, "size": self.size,
            "root": self.root.hex(), "design": self.design.hex(), "plan": self.plan.hex(), "arms": list(self.arms),
            "pattern": list(self.pattern), "selected": self.selected, "surveyed": self.surveyed, "counts": dict(self.counts),
            "chain": self.chain, "round": self.round, "secret": self.secret.hex(), "committed": moment_text(self.committed),
            "reveal_by": moment_text(self.reveal_by), "software": self.software.hex(), "public": self.public,
            "fallback": dict(self.fallback),
        }  # fmt: skip

    @property
    def digest(self) -> bytes:
        """SHA-256 of its canonical JSON: short enough for a newspaper."""
        return hashlib.sha256(canonical(self.record)).digest()


def commit(
    design: Design, roster: Roster, plan: Plan, *, number: int, drawn_at: datetime, committed: datetime, secret: bytes,
    software: bytes, public: bool,
) -> Commitment:  # fmt: skip
    """The promise of a draw by the first round from `drawn_at`; `secret` is the SHA-256 that the third party gave.

    Raises InputError when that is sooner than the design's hours after `committed`, and for a plan that is not of
    this list.
    """
    chain = chain_of(design.lottery.chain)
    beacon = chain.first_round_from(drawn_at)
    _soon(design, chain, beacon, committed)
    sizes = Counter(roster.people.values())
    lost = {code for code, seats in plan.select.items() if seats > sizes[code]}
    if lost or plan.design is None:
        raise InputError(f"The plan is not one of this list and a design: it takes too many from {sorted(lost)}. Plan again.")
    if len(secret) != SECRET_BYTES:
        raise InputError(f"The third party gives a SHA-256 of {SECRET_BYTES} bytes; found {len(secret)}.")
    selected = sum(plan.select.values())
    return Commitment(
        experiment=design.id, roster=number, size=len(roster.entries), root=roster.tree.root,
        design=hexed(plan.design, "design"), plan=plan.digest, arms=plan.arms, pattern=plan.pattern, selected=selected,
        surveyed=selected if plan.survey is None else sum(plan.survey.values()),
        counts={code: size for code, size in sizes.items() if size >= LEAST_COUNT}, chain=chain.hash, round=beacon, secret=secret,
        committed=committed, reveal_by=chain.moment(beacon) - timedelta(minutes=design.lottery.reveal_minutes),
        software=software, public=public, fallback={"nl": design.lottery.fallback.nl, "en": design.lottery.fallback.en},
    )  # fmt: skip


def check_secret(commitment: Commitment, secret: bytes, revealed: datetime) -> None:
    """Refuse a secret that is not the promised one, or that comes too late: then the draw is off and a new promise is needed."""
    found = hashlib.sha256(secret).digest()
    if len(secret) != SECRET_BYTES:
        raise InputError(f"The secret must be {SECRET_BYTES} bytes of chance; found {len(secret)}. Nothing was drawn.")
    if found != commitment.secret:
        raise InputError(
            f"This is not the secret that was promised: its SHA-256 is {found.hex()}, promised was {commitment.secret.hex()}. "
            "Ask the third party again; nothing was drawn."
        )
    if revealed > commitment.reveal_by:
        raise InputError(
            f"The secret came at {moment_text(revealed)}; it had to come by {moment_text(commitment.reveal_by)}. "
            "This draw is off: promise a new one with a new round and a new secret."
        )


def read_commitment(record: Mapping[str, Any]) -> Commitment:
    """The promise of a published record; raises InputError for another protocol, and for a field that is absent, wrong or new."""
    if record.get("protocol") != PROTOCOL:
        raise InputError(f"A promise of {PROTOCOL} was looked for; found protocol {record.get('protocol')!r}.")
    try:
        fields: dict[str, Any] = {name: record[name] for name in _PLAIN}
        fields |= {name: hexed(record[name], name) for name in ("root", "design", "plan", "secret", "software")}
        fields |= {name: moment_of(record[name], name) for name in ("committed", "reveal_by")}
        read = Commitment(**fields, arms=tuple(record["arms"]), pattern=tuple(record["pattern"]))
    except (KeyError, TypeError) as wrong:
        raise InputError(f"The promise lacks the field {wrong} or has it in another form.") from None
    chain_of(read.chain)
    if canonical(read.record) != canonical(dict(record)):
        raise InputError(f"The promise has fields that the protocol does not know: {sorted(set(record) - set(read.record))}.")
    return read


_PLAIN = ("experiment", "roster", "size", "selected", "surveyed", "counts", "chain", "round", "public", "fallback")


def _soon(design: Design, chain: Chain, beacon: int, committed: datetime) -> None:
    first = committed + timedelta(hours=design.lottery.hours_before)
    if chain.moment(beacon) < first:
        raise InputError(
            f"The design wants {design.lottery.hours_before} hours between promise and draw. Promised at "
            f"{moment_text(committed)}, the draw can be at {moment_text(first)} or later; "
            f"found {moment_text(chain.moment(beacon))}."
        )
