# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The protocol's test vectors: `python -m tests.experiment.lottery.vectors` writes the file that Python and JavaScript share."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from itertools import product
from typing import Any

from tests.experiment.lottery.world import ROUND, ROUND_1000, Whole, design, people, whole
from tests.house.tree import ROOT
from werkzaam.experiment.lottery.beacon import QUICKNET, randomness_of, thrown
from werkzaam.experiment.lottery.check import Checks, check_list, check_receipt, check_seed
from werkzaam.experiment.lottery.draw import draw, seed_of, slots_of, ticket
from werkzaam.experiment.lottery.encoding import canonical, framed
from werkzaam.experiment.lottery.merkle import leaf, tree
from werkzaam.experiment.lottery.plan import Plan, apportion
from werkzaam.experiment.lottery.strata import code

FILE = ROOT / "docs/reference/experiment-lottery-v1.vectors.json"
Record = dict[str, Any]


def vectors() -> Record:
    """Every vector; bytes are hexadecimal."""
    return {
        "framed": [{"parts": parts, "hash": framed(*parts).hex()} for parts in (["select", "a|b", "P1"], ["", "é€😀"], [])],
        "canonical": [{"value": each, "text": canonical(each).decode()} for each in _values()],
        "tree": [_tree(size) for size in (1, 2, 3, 5, 7)],
        "stratum": {"salt": "00" * 16, "text": "sekse=v|leeftijd=18-34", "code": code(bytes(16), "sekse=v|leeftijd=18-34")},
        "apportion": [
            {"sizes": sizes, "seats": seats, "select": apportion(sizes, seats)}
            for sizes, seats in (({"a": 5, "b": 3, "c": 2}, 7), ({"b": 1, "a": 1, "c": 1}, 2), ({"a": 0, "b": 4}, 4))
        ],
        "beacon": [_beacon(number, signature) for number, signature in (ROUND, ROUND_1000)],
        "moments": [
            {"moment": "2026-04-20T00:00:00Z", "round": 27946612},
            {"moment": "2023-08-23T15:09:27Z", "round": 1},
        ],
        "fallback": [{"round": number, "then": QUICKNET.fallback(number)} for number in (657413, 27946600)],
        "dice": {"throws": "123456" * 7, "randomness": thrown("123456" * 7).hex()},
        "reference": reference(),
        "small": small(),
    }


def reference() -> Record:
    """812 of 5,250 in 128 strata: people, salts and plan by a formula that stands in the protocol's text."""
    cells = ["|".join(cell) for cell in product("vm", ["18-34", "35-44", "45-54", "55-65"], DISTRICTS, "1234")]
    listed = {f"P{at:05d}": cells[(at * at + 7 * at) % 128] for at in range(5_250)}
    salts = {pid: hashlib.sha256(b"demo" + pid.encode()).digest()[:16] for pid in listed}
    root = tree([leaf(framed(salts[pid], pid, listed[pid])) for pid in sorted(listed)]).root
    plan = Plan(("extra aandacht", "zelfregie", "vergelijking"), (0, 1, 2), apportion(Counter(listed.values()), 812))
    seed = seed_of(
        root=root, plan=plan.digest, secret=b"third party secret", chain=bytes.fromhex(QUICKNET.hash), round_number=ROUND[0],
        randomness=randomness_of(bytes.fromhex(ROUND[1])),
    )  # fmt: skip
    drawn = draw(seed, listed, plan)
    taken = canonical(sorted([pid, arm] for pid, arm in drawn.arms.items() if arm))
    return {
        "root": root.hex(), "plan": plan.digest.hex(), "seed": seed.hex(), "totals": drawn.totals,
        "result": hashlib.sha256(taken).hexdigest(),
    }  # fmt: skip


DISTRICTS = ["noord", "oost", "nieuwwest", "zuidoost"]


def small() -> Record:
    """Twenty-four people in public mode, interviews for some and an arm closed to a few, with receipts and every check."""
    done = small_draw()
    some = sorted(done.levels)[:3]
    seed = done.result.seed
    return {
        "commitment": done.commitment.record,
        "commitment_digest": done.commitment.digest.hex(),
        "result": done.result.record,
        "slots": {"all": slots_of(seed, done.plan), "without zelfregie": slots_of(seed, done.plan, ["zelfregie"])},
        "tickets": {
            purpose: ticket(seed, purpose, *key).hex()
            for purpose, key in (
                ("slot-order", ("0",)),
                ("stratum-order", (done.roster.entries[0].stratum,)),
                ("select", (done.roster.entries[0].stratum, done.roster.entries[0].pid)),
            )
        },
        "lots": [done.drawn.lots[entry.pid].record for entry in done.roster.entries],
        "receipts": [{"before": done.receipt(pid, early=True).text, "after": done.receipt(pid).text} for pid in some],
        "checks": {
            "before": _said(check_receipt(done.receipt(some[0], early=True), done.commitment)),
            "after": _said(check_receipt(done.receipt(some[0]), done.commitment, done.result)),
            "seed": _said(check_seed(done.commitment, done.result)),
            "list": _said(check_list(done.commitment, done.result, done.papers.listed)),
        },
    }


def small_draw() -> Whole:
    """The draw of the vectors."""
    levels = people(24, ("noord", "west"))
    chosen = design(seats=12, districts=("noord",), surveyed=7, slots=(2, 1, 1), variables=("sekse", "stadsdeel"))
    return whole(chosen, levels, dict.fromkeys(sorted(levels)[:6], ("zelfregie",)))


def _values() -> list[Any]:
    return [{"b": 1, "a": [True, None, -3]}, {"é": '\u2028\n\t"\\', "z": "\x01", "😀": "€", "\uffff": ""}, []]


def _tree(size: int) -> Record:
    leaves = [leaf(bytes([at])) for at in range(size)]
    whole_tree = tree(leaves)
    paths = [[each.hex() for each in whole_tree.path(at)] for at in range(size)]
    return {"leaves": [each.hex() for each in leaves], "root": whole_tree.root.hex(), "paths": paths}


def _beacon(number: int, signature: str) -> Record:
    return {"chain": QUICKNET.hash, "round": number, "signature": signature,
            "randomness": randomness_of(bytes.fromhex(signature)).hex()}  # fmt: skip


def _said(checks: Checks) -> list[list[str]]:
    return [[check.name, check.expected, check.found] for check in checks]


def as_text() -> str:
    """The file as it is committed."""
    return json.dumps(vectors(), indent=1, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    FILE.write_text(as_text(), "utf-8")
