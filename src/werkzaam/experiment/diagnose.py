# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The diagnosis of a design: it is run thousands of times on imagined people, and what it finds is compared with what is there.

Every run draws by the design's own rules, lets people share case workers and drop out, and estimates by the design's estimator:
blocked differences, weighted where interviews are a sample. Each test is run once without any effect and once with the difference
that is worth finding in its arm. So power, bias, coverage and false findings are those of the design, not of a textbook.

Source: Blair, Cooper, Coppock and Humphreys (2019), American Political Science Review 113, 838-859 (declaring and diagnosing).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial

import numpy as np
from scipy.stats import norm, t

from werkzaam.core.errors import InputError
from werkzaam.experiment import differences as columns
from werkzaam.experiment.assumptions import Assumptions
from werkzaam.experiment.design import Contrast, Design, Outcome, Source, Subgroup
from werkzaam.experiment.differences import differences
from werkzaam.experiment.found import Found, by_family
from werkzaam.experiment.imagined import Chance, People, draw, holds, imagine
from werkzaam.experiment.imagined_outcomes import Recipe, fill, recipe
from werkzaam.experiment.panel import Floats, Ints, Truths
from werkzaam.experiment.power import LEVEL, POWER, Forecast, declared, forecasts

Progress = Callable[[int], object]
Test = tuple[str, Contrast, Subgroup | None]


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """A diagnosed design: its tests, how often a family finds something where nothing is, and how people were grouped."""

    design: str
    experiments: int
    enrolled: int
    drawn: int
    surveyed: int
    strata: int
    merges: int
    small: int
    found: tuple[Found, ...]
    families: dict[str, float]


def diagnose(
    design: Design,
    assumed: Assumptions,
    experiments: int,
    chance: Chance,
    progress: Progress | None = None,
    threads: int = 2,
) -> Diagnosis:
    """Run a design many times; `progress` is told after each run that there was one more.

    Every run has a source of chance of its own, so that the number of threads changes nothing but the time it takes.
    """
    if experiments < 2:
        raise InputError(f"Two experiments or more are needed to see anything; found {experiments}. 2,000 are usual.")
    people, tests = imagine(design, assumed, chance), tuple(declared(design))
    numbers = _runs(_setting(design, assumed, people, tests), chance.spawn(experiments), progress, threads)
    clustered = any(each.within_worker > 0 for each in assumed.outcomes.values())
    found = [
        _found(test, closed, numbers[:, at, 0], numbers[:, at, 1], clustered)
        for at, (test, closed) in enumerate(zip(tests, forecasts(design, assumed), strict=True))
    ]
    p = _p(numbers, clustered)
    found, families = by_family(design, found, p[:, :, 0], p[:, :, 1])
    return Diagnosis(design.id, experiments, assumed.enrolled, int(people.select.sum()), int(people.survey.sum()),
                     len(people.select), people.merges, people.small, tuple(found), families)  # fmt: skip


def _runs(setting: _Setting, chances: Sequence[Chance], progress: Progress | None, threads: int) -> Floats:
    """Every run: (runs, tests, 2, 7)."""
    numbers = np.empty((len(chances), setting.tests, 2, 7))
    with ThreadPoolExecutor(threads) as pool:
        for at, run in enumerate(pool.map(partial(_run, setting), chances)):
            numbers[at] = run
            if progress is not None:
                progress(1)
    return numbers


@dataclass(frozen=True, slots=True)
class _Part:
    """The outcomes of one source: how they are made, which tests are about them, and those tests as `differences` wants them."""

    source: Source
    recipes: tuple[Recipe, ...]
    mine: Ints
    asked: Ints


@dataclass(frozen=True, slots=True)
class _Setting:
    """What is the same in every run."""

    design: Design
    assumed: Assumptions
    people: People
    groups: Truths
    parts: tuple[_Part, ...]
    tests: int


def _setting(design: Design, assumed: Assumptions, people: People, tests: Sequence[Test]) -> _Setting:
    everybody = np.ones(len(people.strata), np.bool_)
    groups = np.stack([everybody, *(holds(people, design, group.condition) for group in design.subgroups)])
    parts = []
    for source in Source:
        outcomes = [outcome for outcome in design.outcomes if outcome.source is source]
        mine, asked = _tests(design, tests, outcomes)
        parts.append(_Part(source, tuple(recipe(design, assumed, each) for each in outcomes), mine, asked))
    return _Setting(design, assumed, people, groups, tuple(parts), len(tests))


def _tests(design: Design, tests: Sequence[Test], outcomes: Sequence[Outcome]) -> tuple[Ints, Ints]:
    """Which tests are about these outcomes, and each of them twice: without and with the effect."""
    rows = {outcome.id: at for at, outcome in enumerate(outcomes)}
    arms = {arm.id: at for at, arm in enumerate(design.arms)}
    groups = {group.id: at for at, group in enumerate(design.subgroups, 1)}
    mine = [at for at, (outcome, _, _) in enumerate(tests) if outcome in rows]
    asked = [
        (rows[outcome], arms[contrast.arm], arms[contrast.against], 0 if group is None else groups[group.id], world)
        for outcome, contrast, group in (tests[at] for at in mine)
        for world in (0, 1)
    ]
    return np.array(mine, np.int64), np.array(asked, np.int64).reshape(-1, 5)


def _run(setting: _Setting, chance: Chance) -> Floats:
    """One experiment: (tests, 2, 7), without and with the effect."""
    once = draw(setting.people, setting.design, setting.assumed, chance)
    size, lean = len(once.people), setting.assumed.selective
    person = chance.standard_normal(size)
    stays = lean * person + np.sqrt(1 - lean**2) * chance.standard_normal(size)
    groups = setting.groups[:, once.people]
    out = np.full((setting.tests, 2, 7), np.nan)
    for part in setting.parts:
        register = part.source is Source.REGISTER
        rows = np.arange(size) if register else np.flatnonzero(once.asked > 0)
        if len(part.mine) and len(rows):
            sample = fill(part.recipes, once, rows, person, stays, groups, register, chance)
            out[part.mine] = differences(sample, part.asked).reshape(-1, 2, 7)
    return out


def _found(
    test: tuple[str, Contrast, Subgroup | None], closed: Forecast, nothing: Floats, there: Floats, clustered: bool
) -> Found:
    outcome, contrast, group = test
    effects = there[:, columns.EFFECT]
    runs, error = len(effects), float(np.nanstd(effects, ddof=1))
    truth = closed.effect
    spread, freedom = _spread(there, clustered)
    reach = spread * t.ppf(1 - LEVEL / 2, freedom)
    return Found(
        outcome, contrast, "" if group is None else group.id,
        people=(float(there[:, columns.FIRST].mean()), float(there[:, columns.SECOND].mean())),
        truth=truth, bias=(float(np.nanmean(effects)) - truth, error / np.sqrt(runs)), error=error,
        coverage=float(np.mean(np.abs(effects - truth) <= reach)),
        power=float(np.mean(_p(there, clustered) < LEVEL)), power_family=np.nan,
        false=float(np.mean(_p(nothing, clustered) < LEVEL)), false_plain=float(np.mean(_p(nothing, clustered=False) < LEVEL)),
        smallest=error * float(norm.ppf(1 - LEVEL / 2) + norm.ppf(POWER)), closed=closed,
    )  # fmt: skip


def _spread(numbers: Floats, clustered: bool) -> tuple[Floats, Floats]:
    """The estimated errors and their degrees of freedom; the plain ones where workers mean nothing, or one has everybody."""
    known = clustered & np.isfinite(numbers[..., columns.WORKER_ERROR])
    return (np.where(known, numbers[..., columns.WORKER_ERROR], numbers[..., columns.ERROR]),
            np.where(known, numbers[..., columns.WORKER_FREEDOM], numbers[..., columns.FREEDOM]))  # fmt: skip


def _p(numbers: Floats, clustered: bool) -> Floats:
    """Two-sided p-values; 1 where there was nothing to compare or nothing varied."""
    spread, freedom = _spread(numbers, clustered)
    with np.errstate(divide="ignore", invalid="ignore"):
        p = 2 * t.sf(np.abs(numbers[..., columns.EFFECT]) / spread, np.maximum(freedom, 1))
    found: Floats = np.where(np.isfinite(p), p, 1.0)
    return found
