# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Synthetic cohorts drawn by the real protocol, to analyse."""

from __future__ import annotations

import hashlib
from functools import lru_cache

import numpy as np

from werkzaam.app.experiment.design_file import shipped_design
from werkzaam.app.experiment.twin import TWINS, Effect, followed, people, read_twin
from werkzaam.experiment.canonical import design_hash
from werkzaam.experiment.design import Design
from werkzaam.experiment.lottery.draw import draw
from werkzaam.experiment.lottery.plan import plan_of
from werkzaam.experiment.lottery.strata import code, strata_of
from werkzaam.experiment.panel import Panel

ENROLLED = 5_250


@lru_cache(maxsize=4)
def drawn(name: str, count: int = ENROLLED, seed: int = 1) -> tuple[Design, Panel]:
    """A shipped design with its people after the public draw, before anybody was interviewed."""
    design = shipped_design(name)
    twin = read_twin(TWINS / "amsterdam_2018.toml", design)
    levels = people(twin, count, seed)
    pids = tuple(f"P{place:05d}" for place in range(count))
    named = {v.id: v.levels for v in design.variables}
    by_person = {pid: {name: named[name][codes[place]] for name, codes in levels.items()} for place, pid in enumerate(pids)}
    grouping = strata_of(design, by_person)
    codes = {text: code(b"salt", text) for text in grouping.strata}
    plan = plan_of(design, grouping, codes, design_hash(design))
    strata = {pid: codes[text] for pid, text in grouping.by_person.items()}
    lots = draw(hashlib.sha256(str(seed).encode()).digest(), strata, plan)
    numbers = {text: place for place, text in enumerate(sorted(set(strata.values())))}
    places = {arm.id: place for place, arm in enumerate(design.arms)}
    sizes = {code: list(strata.values()).count(code) for code in numbers}
    selected = np.array([plan.select.get(strata[pid], 0) / sizes[strata[pid]] or 1.0 for pid in pids])
    arms = np.array([-1 if (arm := lots.arms[pid]) is None else places[arm] for pid in pids])
    surveyed = np.array([pid in lots.interviewed for pid in pids])
    stratum = np.array([numbers[strata[pid]] for pid in pids])
    return design, Panel(pids, levels, stratum, arms, selected, surveyed, {}, {}, np.zeros(count, np.int64), ((),))


def cohort(name: str, effect: Effect = Effect.PUBLISHED, seed: int = 1, count: int = ENROLLED) -> tuple[Design, Panel]:
    """The same after the experiment."""
    design, panel = drawn(name, count, seed)
    return design, followed(read_twin(TWINS / "amsterdam_2018.toml", design).as_(effect), design, panel, seed)
