# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Whether the printed difference in outflow can be shown, by the number of people that the report may have meant (A-81)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from werkzaam.app.simulation.relive import Relived
from werkzaam.app.simulation.relive_measures import T3_OUT, out, share
from werkzaam.app.simulation.relive_published import rows
from werkzaam.app.simulation.relive_trial import ARMS, Trial
from werkzaam.experiment.two_groups import Compared, compare_shares
from werkzaam.simulation.people import Truths

LEVEL = 0.05
PAIRS = (("self_direction", "extra_attention"), ("self_direction", "comparison"), ("extra_attention", "comparison"))
GROUPS_OF_TEST = ("panel", "asked_group", "everybody")


@dataclass(frozen=True, slots=True)
class Outflow:
    """One comparison of outflow at T3: with the printed shares, in the town, and in how many of the repeats p is below LEVEL."""

    who: str
    people: int
    pair: tuple[str, str]
    printed: Compared
    here: Compared
    found: int | None
    repeats: int


def outflow_tests(done: Relived) -> Iterator[Outflow]:
    """Every pair of arms for every reading of who was counted."""
    printed = {row.group: float(row.value) for row in rows() if row.table == "outflow_by_group_quarter" and row.wave == "T3"
               and row.kind == "number" and row.group in ARMS and row.item.startswith("cumulative")}  # fmt: skip
    for who in GROUPS_OF_TEST:
        for pair in PAIRS:
            people = tuple(int((counted(done.trial, who) & (done.trial.arms == ARMS.index(arm))).sum()) for arm in pair)
            found = None if who == "everybody" else sum(_compared(one, who, pair).p < LEVEL for one in done.repeats)
            as_printed = compare_shares(printed[pair[0]], printed[pair[1]], (people[0], people[1]), LEVEL)
            yield Outflow(who, min(people), pair, as_printed, _compared(done.trial, who, pair), found, len(done.repeats))


def counted(trial: Trial, who: str) -> Truths:
    """Who counts: interviewed at every wave, asked for interviews at all, or everybody enrolled."""
    if who == "panel":
        return trial.panel
    return np.asarray(trial.interviews[:, 0] >= 0) if who == "asked_group" else np.ones(len(trial.arms), dtype=bool)


def _compared(trial: Trial, who: str, pair: tuple[str, str]) -> Compared:
    gone, among = out(trial, T3_OUT), counted(trial, who)
    sides = [among & (trial.arms == ARMS.index(arm)) for arm in pair]
    shares = [100 * share(gone, side) for side in sides]
    return compare_shares(shares[0], shares[1], (int(sides[0].sum()), int(sides[1].sum())), LEVEL)
