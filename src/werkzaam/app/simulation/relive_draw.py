# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The public draw held for synthetic people: promise, secret, a beacon's stand-in, and everybody's receipt checked.

Everything is protocol experiment-lottery/v1 (docs/reference/experiment-lottery-v1.md) but chance itself: salts, secret and the
beacon's signature follow from a seed, so that the same town is drawn the same way again. In a true draw nobody can know them.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

import numpy as np

from werkzaam.app.experiment.software import software_digest
from werkzaam.core.errors import InputError
from werkzaam.experiment.canonical import design_hash
from werkzaam.experiment.design import Condition, Design, Sample, Strata, Variable, Words
from werkzaam.experiment.lottery.beacon import chain_of
from werkzaam.experiment.lottery.check import Check, check_list, check_receipt, check_times
from werkzaam.experiment.lottery.commitment import Commitment, commit
from werkzaam.experiment.lottery.draw import Drawn
from werkzaam.experiment.lottery.encoding import SALT_BYTES, SECRET_BYTES
from werkzaam.experiment.lottery.plan import plan_of
from werkzaam.experiment.lottery.receipt import receipt_of
from werkzaam.experiment.lottery.result import Listed, Result, drawn_result, read_result, result_tree
from werkzaam.experiment.lottery.roster import Entry, roster_of
from werkzaam.experiment.lottery.strata import Grouping, code, strata_of
from werkzaam.simulation.people import Ints, Truths

ASKED = Variable("research_group", Words("In de onderzoeksgroep", "In the research group"), ("no", "yes"))
"""Who was chosen for the interviews by the quotas of the report, before the draw; it tells nothing about the arm."""
PROMISED, DRAWN_AT = datetime(2024, 1, 8, 12, tzinfo=UTC), datetime(2024, 1, 10, 12, tzinfo=UTC)
"""Moments of the play: the beacon's chain began in 2023, so the draw of 2018 is held as if it were then."""
SIGNATURE_BYTES = 48


@dataclass(frozen=True)
class Held:
    """A draw that was held: what was promised and what came of it, and how often it was checked.

    pids      of the people, in their order
    arms      the arm of each, as a place in the design
    strata    the stratum of each, numbered
    checked   how often each check was done, by its name; all of them held
    example   the receipt of the first person, as the person would get it
    """

    design: Design
    promise: Commitment
    result: Result
    grouping: Grouping
    pids: tuple[str, ...]
    arms: Ints
    strata: Ints
    checked: Mapping[str, int]
    example: str


def design_for(design: Design, levels: Mapping[str, Sequence[str]], seats: int) -> Design:
    """The design for a draw of everybody enrolled, of whom so many are asked for interviews.

    The report forms groups by district and step of participation as well; synthetic people have neither, so these are left out.
    """
    known = tuple(name for name in design.strata.variables if name in levels)
    return replace(
        design, variables=(*design.variables, ASKED), selection=Sample(None, Condition({})),
        survey=Sample(seats, Condition({ASKED.id: ("yes",)})),
        strata=Strata(known, design.strata.smallest, tuple(name for name in design.strata.merge if name in known)),
    )  # fmt: skip


def hold(design: Design, levels: Mapping[str, Sequence[str]], asked: Truths, seed: int) -> Held:
    """Promise, reveal, draw, and check every receipt and the whole list.

    levels    for each variable of the design's strata the level of everybody (people,)
    asked     who is in the research group (people,)
    Raises InputError when a single check does not hold: then nothing may be built on this draw.
    """
    pids = tuple(f"S{at:07d}" for at in range(len(asked)))
    known = {pid: {**{name: column[at] for name, column in levels.items()}, ASKED.id: ASKED.levels[int(asked[at])]}
             for at, pid in enumerate(pids)}  # fmt: skip
    grouping = strata_of(design, known)
    salts = {text: _chance(seed, "stratum", text)[:SALT_BYTES] for text in grouping.strata}
    codes = {text: code(salts[text], text) for text in grouping.strata}
    text_of = grouping.by_person
    roster = roster_of(Entry(pid, _chance(seed, "person", pid)[:SALT_BYTES], codes[text_of[pid]]) for pid in pids)
    plan = plan_of(design, grouping, codes, design_hash(design))
    secret = _chance(seed, "secret", design.id)[:SECRET_BYTES]
    promise = commit(design, roster, plan, number=1, drawn_at=DRAWN_AT, committed=PROMISED,
                     secret=hashlib.sha256(secret).digest(), software=software_digest(), public=True)  # fmt: skip
    drawn, result = drawn_result(
        promise, roster, plan, secret=secret, revealed=promise.reveal_by - timedelta(hours=1), round_number=promise.round,
        signature=(_chance(seed, "beacon", "1") + _chance(seed, "beacon", "2"))[:SIGNATURE_BYTES],
    )  # fmt: skip
    tree = result_tree(roster, drawn.lots)
    receipts = [receipt_of(roster, pid, text_of[pid], salts[text_of[pid]], (drawn.lots[pid], tree)) for pid in pids]
    checks = check_times(promise, design.lottery.hours_before, design.lottery.reveal_minutes)
    checks += check_list(promise, result, _listed(result))
    checks += tuple(one for receipt in receipts for one in check_receipt(receipt, promise, result))
    arms, strata = _arms(design, drawn, pids), _numbers(drawn, pids)
    return Held(design, promise, result, grouping, pids, arms, strata, _counted(checks), receipts[0].text)


def round_at(held: Held) -> datetime:
    """When the beacon's round of a draw comes out."""
    return chain_of(held.promise.chain).moment(held.promise.round)


def _chance(seed: int, purpose: str, key: str) -> bytes:
    """Bytes that stand in for chance, the same for the same seed."""
    return hashlib.sha256(f"werkzaam synthetic draw {seed} {purpose} {key}".encode()).digest()


def _listed(result: Result) -> Listed:
    """The list as anybody reads it from what was published."""
    found = read_result(result.record).listed
    assert found is not None, "this draw is public"
    return found


def _counted(checks: Sequence[Check]) -> dict[str, int]:
    """How often each check was done; raises InputError for the first that does not hold."""
    for one in checks:
        if not one.fine:
            raise InputError(f"The draw does not hold: {one.name} was expected to be {one.expected}, and is {one.found}.")
    return dict(Counter(one.name for one in checks))


def _arms(design: Design, drawn: Drawn, pids: Sequence[str]) -> Ints:
    places: dict[str | None, int] = {arm.id: at for at, arm in enumerate(design.arms)}
    return np.array([places[drawn.lots[pid].arm] for pid in pids], np.int64)


def _numbers(drawn: Drawn, pids: Sequence[str]) -> Ints:
    order = {text: at for at, text in enumerate(sorted({lot.stratum for lot in drawn.lots.values()}))}
    return np.array([order[drawn.lots[pid].stratum] for pid in pids], np.int64)
