# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Made-up experiments and people for the tests of the draw, and a whole draw of them from promise to result."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import product
from typing import NamedTuple

from werkzaam.experiment.design import Arm, Condition, Design, Lottery, Sample, Stopping, Strata, Variable, Words
from werkzaam.experiment.lottery.audit import Papers
from werkzaam.experiment.lottery.beacon import QUICKNET
from werkzaam.experiment.lottery.commitment import Commitment, commit
from werkzaam.experiment.lottery.draw import Drawn
from werkzaam.experiment.lottery.plan import Plan, plan_of
from werkzaam.experiment.lottery.receipt import Receipt, receipt_of
from werkzaam.experiment.lottery.result import Listed, Result, drawn_result, result_tree
from werkzaam.experiment.lottery.roster import Entry, Roster, roster_of
from werkzaam.experiment.lottery.strata import Grouping, code, strata_of

LEVELS = {
    "sekse": ("v", "m"),
    "leeftijd": ("18-34", "35-44", "45-54", "55-65"),
    "stadsdeel": ("noord", "oost", "nieuwwest", "zuidoost", "west", "zuid", "centrum"),
    "trede": ("1", "2", "3", "4"),
}
NAMED = ("noord", "oost", "nieuwwest", "zuidoost")
ARMS = ("aandacht", "zelfregie", "vergelijking")
SECRET = hashlib.sha256(b"the secret of a made-up council of participants").digest()
SOFTWARE = hashlib.sha256(b"a program").digest()
DESIGN_HASH = hashlib.sha256(b"a design").digest()
# Two real rounds of quicknet: (number, signature).
ROUND = (
    657413,
    "b713718a38ae728dfd477991af2822e08d2f305e47718cef9f7848ce4050e7be41076862b98fad56e91a6b85b89cd97b",
)
ROUND_1000 = (
    1000,
    "b44679b9a59af2ec876b1a6b1ad52ea9b1615fc3982b19576350f93447cb1125e342b73a8dd2bacbe47e4b6b63ed5e39",
)
People = Mapping[str, Mapping[str, str]]


def design(
    *, seats: int | None = None, districts: tuple[str, ...] = (), surveyed: int | None = None, slots: tuple[int, ...] = (1, 1, 1),
    smallest: int = 3, named: tuple[str, ...] = ARMS, variables: tuple[str, ...] = tuple(LEVELS),
) -> Design:  # fmt: skip
    """A design with the strata of Amsterdam's experiment; what has nothing to do with a draw is empty."""
    said = Words("Iets", "Something")
    only = Condition({"stadsdeel": districts} if districts else {})
    return Design(
        id="proef", title=said, municipality="Amsterdam", version=1, start=date(2018, 4, 1), end=date(2021, 3, 1), windows=(),
        exclusions=(), variables=tuple(Variable(name, said, levels) for name, levels in LEVELS.items()),
        strata=Strata(variables, smallest, tuple(reversed(variables))), selection=Sample(seats, only),
        survey=Sample(surveyed, Condition({})),
        arms=tuple(Arm(arm, said, "regime", own) for arm, own in zip(named, slots, strict=True)), equal=(), waves=(), outcomes=(),
        families=(), subgroups=(), covariates=(), stopping=Stopping((), (), said),
        lottery=Lottery(QUICKNET.hash, 24, 10, Words("Een uur later, de eerste ronde deelbaar door 20.", "An hour later.")),
    )  # fmt: skip


def people(number: int, districts: tuple[str, ...] = LEVELS["stadsdeel"], seed: int = 1) -> dict[str, dict[str, str]]:
    """Made-up people, spread unevenly over the cells by a hash of their number."""
    cells = list(product(LEVELS["sekse"], LEVELS["leeftijd"], districts, LEVELS["trede"]))
    found = {}
    for at in range(number):
        chance = hashlib.sha256(f"{seed} {at}".encode()).digest()
        place = min(int.from_bytes(chance[:4], "big") % len(cells), int.from_bytes(chance[4:8], "big") % (len(cells) + 40))
        found[f"{chance[8:24].hex()}"] = dict(zip(LEVELS, cells[place], strict=True))
    return found


def salt(*of: str) -> bytes:
    """Sixteen bytes that look like chance and are the same on every run."""
    return hashlib.sha256("salt ".join(of).encode()).digest()[:16]


class Whole(NamedTuple):
    """A draw from promise to result with all that an auditor would see."""

    design: Design
    levels: People
    grouping: Grouping
    roster: Roster
    plan: Plan
    commitment: Commitment
    drawn: Drawn
    result: Result
    papers: Papers

    def receipts(self, pids: Iterable[str], *, early: bool = False) -> dict[str, Receipt]:
        """Receipts of these people, after the draw or before it."""
        tree, texts = result_tree(self.roster, self.drawn.lots), self.grouping.by_person
        return {
            pid: receipt_of(self.roster, pid, texts[pid], salt(texts[pid]), None if early else (self.drawn.lots[pid], tree))
            for pid in pids
        }

    def receipt(self, pid: str, *, early: bool = False) -> Receipt:
        """Somebody's receipt."""
        return self.receipts([pid], early=early)[pid]


@dataclass(frozen=True)
class Frozen:
    """What is there before the promise: strata, list and plan."""

    grouping: Grouping
    roster: Roster
    plan: Plan


def frozen(chosen: Design, levels: People, closed: Mapping[str, Collection[str]] | None = None) -> Frozen:
    """Strata, list and plan of these people."""
    grouping = strata_of(chosen, levels, closed)
    codes = {text: code(salt(text), text) for text in grouping.strata}
    roster = roster_of(Entry(pid, salt(pid), codes[text]) for pid, text in grouping.by_person.items())
    return Frozen(grouping, roster, plan_of(chosen, grouping, codes, DESIGN_HASH))


def whole(
    chosen: Design, levels: People, closed: Mapping[str, Collection[str]] | None = None, *, public: bool = True,
    beacon: tuple[int, str] = ROUND, secret: bytes = SECRET,
) -> Whole:  # fmt: skip
    """A whole draw by a round of the real beacon."""
    before = frozen(chosen, levels, closed)
    at = QUICKNET.moment(beacon[0])
    promise = commit(
        chosen, before.roster, before.plan, number=1, drawn_at=at, committed=at - timedelta(hours=30),
        secret=hashlib.sha256(secret).digest(), software=SOFTWARE, public=public,
    )  # fmt: skip
    drawn, result = drawn_result(
        promise, before.roster, before.plan, secret=secret, revealed=at - timedelta(minutes=15), round_number=beacon[0],
        signature=bytes.fromhex(beacon[1]),
    )  # fmt: skip
    salts = {text: salt(text) for text in before.grouping.strata}
    listed = Listed(before.plan, before.roster, drawn.lots)
    papers = Papers(chosen, DESIGN_HASH, levels, closed or {}, salts, listed, SOFTWARE)
    return Whole(chosen, levels, before.grouping, before.roster, before.plan, promise, drawn, result, papers)


def moment(text: str) -> datetime:
    """A moment in ISO form with its zone."""
    return datetime.fromisoformat(text)
