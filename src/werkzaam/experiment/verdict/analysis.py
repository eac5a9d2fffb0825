# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Every number that the plan promises: per outcome the joint test first, then each contrast with its test, interval and doubts.

An effect is Lin's adjusted difference by the arm that was drawn (intention to treat). Its p comes from holding the very draw
again, studentised, for all outcomes and contrasts together; the family's p from Romano and Wolf's step-down over the same
redraws. What a contrast could have found at all stands beside it. Nothing depends on the treatment that somebody received.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace

import numpy as np

from werkzaam.core.digest import digest
from werkzaam.core.errors import InputError
from werkzaam.experiment.deal import blocks
from werkzaam.experiment.design import Contrast, Control, Design, Family
from werkzaam.experiment.estimate.adjusted import Adjusted, adjusted
from werkzaam.experiment.estimate.covariates import complete, indicators
from werkzaam.experiment.estimate.estimate import Estimate
from werkzaam.experiment.estimate.joint import Joint, joint_of_effects
from werkzaam.experiment.estimate.permutation import Inverted, Randomised, inverted_interval, randomised
from werkzaam.experiment.estimate.stepdown import discovery, step_down
from werkzaam.experiment.panel import Floats, Ints, Panel
from werkzaam.experiment.power import smallest_difference
from werkzaam.experiment.verdict.columns import covariates, values
from werkzaam.experiment.verdict.lock import Settings
from werkzaam.experiment.verdict.sensitivity import Beside, Dropout, beside, dropout

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Result:
    """One contrast of one outcome.

    estimate    Lin's adjusted difference, its error and interval
    p           of holding the draw again, before anything is adjusted for
    adjusted    p within its family
    detectable  the smallest true difference that this contrast finds with a chance of 80%, from the error it turned out to have
    inverted    all differences that holding the draw again does not rule out, for the main question; None for other families
    """

    family: str
    outcome: str
    contrast: Contrast
    estimate: Estimate
    p: float
    adjusted: float
    detectable: float
    beside: Beside
    inverted: Inverted | None = None

    @property
    def handle(self) -> str:
        """What a printed number is looked up by."""
        return f"{self.family}/{self.outcome}/{self.contrast.arm}-{self.contrast.against}"


@dataclass(frozen=True, slots=True)
class Measured:
    """One outcome: each arm's people and mean, whether arms differ at all, and what drop-out does."""

    outcome: str
    n: tuple[int, ...]
    means: tuple[float, ...]
    joint: Joint
    dropout: Dropout


@dataclass(frozen=True, slots=True)
class Told:
    """An outcome that no family judges, such as a harm that is only watched: each arm's people and mean, and nothing tested."""

    outcome: str
    n: tuple[int, ...]
    means: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Analysis:
    """All planned numbers, with the fingerprint of the data they came from; the same data and plan give the same numbers."""

    data: str
    measured: tuple[Measured, ...]
    results: tuple[Result, ...]
    told: tuple[Told, ...] = ()

    def of(self, outcome: str) -> Measured:
        """What was measured of an outcome; KeyError when it was not analysed."""
        return {one.outcome: one for one in self.measured}[outcome]

    @property
    def tests(self) -> int:
        """How many contrasts were tested."""
        return len(self.results)


def analyse(panel: Panel, design: Design, settings: Settings, progress: Progress | None = None,
            judged: Collection[str] = ()) -> Analysis:  # fmt: skip
    """Compute the plan; `judged` are outcomes that another part of the plan judges, and that are not told without a test here.

    Raises InputError for a column that is missing or cannot be what the plan says, and for an arm without people.
    """
    draw_of(panel, design)  # Nobody is analysed before the draw.
    outcomes = {one.id: one for one in design.outcomes}
    wanted = tuple(dict.fromkeys(name for family in design.families for name in family.outcomes))
    found = {name: values(panel, design, outcomes[name]) for name in wanted}
    made = {name: adjusted(found[name], panel.arms, covariates(panel, design, outcomes[name])) for name in wanted}
    lost = {name: dropout(panel, design, outcomes[name], found[name]) for name in wanted}
    results: list[Result] = []
    for number, family in enumerate(design.families):
        tested = _tested(panel, design, family, found, settings, number, progress)
        chances = _together(family, tested)
        for place, (column, pair) in enumerate(tested.tests):
            outcome = outcomes[family.outcomes[column]]
            generator = np.random.default_rng([settings.seed, number, place])
            doubts = beside(panel, outcome, found[outcome.id], pair, lost[outcome.id][1], generator, settings.resamples)
            both = float(tested.p[place]), float(chances[place])
            one = _result(design, family, outcome.id, pair, made[outcome.id].difference(*pair), both, doubts)
            main = None if number else _inverted(panel, design, found[outcome.id], pair, settings)
            results.append(replace(one, inverted=main))
    measured = tuple(_measured(name, panel, design, found[name], made[name], lost[name][0]) for name in wanted)
    return Analysis(data_digest(panel, found), measured, tuple(results), _told(panel, design, {*wanted, *judged}))


def _result(design: Design, family: Family, outcome: str, pair: tuple[int, int], estimate: Estimate,
            both: tuple[float, float], doubts: Beside) -> Result:  # fmt: skip
    contrast = Contrast(design.arms[pair[0]].id, design.arms[pair[1]].id)
    detectable = smallest_difference(estimate.error, level=family.level / 1000, freedom=estimate.freedom)
    return Result(family.id, outcome, contrast, estimate, *both, detectable, doubts)


def _tested(panel: Panel, design: Design, family: Family, found: dict[str, Floats], settings: Settings,
            number: int, progress: Progress | None) -> Randomised:  # fmt: skip
    """All outcomes and contrasts of a family in the same redraws."""
    columns = np.column_stack([found[name] for name in family.outcomes])
    return drawn_again(panel, design, columns, family.contrasts, settings, number, progress, _before(panel, design))


def drawn_again(
    panel: Panel, design: Design, columns: Floats, contrasts: Sequence[Contrast], settings: Settings, stream: int,
    progress: Progress | None = None, covariates: Floats | None = None,
) -> Randomised:  # fmt: skip
    """Hold the draw of the design again for columns (people, m) and contrasts; tests with another `stream` redraw otherwise."""
    drawn, (strata, early) = panel.arms >= 0, draw_of(panel, design)
    places = {arm.id: place for place, arm in enumerate(design.arms)}
    slots = np.array([places[name] for name in design.pattern])
    generator = np.random.default_rng([settings.seed, stream])
    return randomised(
        columns[drawn], panel.arms[drawn], strata, slots, pairs_of(design, contrasts), settings.redraws, generator, progress,
        covariates=None if covariates is None else covariates[drawn], early=early,
    )  # fmt: skip


def _inverted(panel: Panel, design: Design, outcome: Floats, pair: tuple[int, int], settings: Settings) -> Inverted:
    """The interval of one contrast of the main question, from the very redraws that gave its p: it holds zero when p says so."""
    drawn, (strata, early) = panel.arms >= 0, draw_of(panel, design)
    places = {arm.id: place for place, arm in enumerate(design.arms)}
    slots = np.array([places[name] for name in design.pattern])
    generator, level = np.random.default_rng([settings.seed, 0]), 1 - design.families[0].level / 1000
    return inverted_interval(outcome[drawn], panel.arms[drawn], strata, slots, pair, settings.redraws, generator,
                             covariates=_before(panel, design)[drawn], early=early, level=level)  # fmt: skip


def pairs_of(design: Design, contrasts: Sequence[Contrast]) -> list[tuple[int, int]]:
    """Contrasts by the places of their arms in the design."""
    places = {arm.id: place for place, arm in enumerate(design.arms)}
    return [(places[one.arm], places[one.against]) for one in contrasts]


def _before(panel: Panel, design: Design) -> Floats:
    """The plan's covariates without missing values, the same for all outcomes that are tested together."""
    return complete(np.column_stack([indicators(panel.characteristics[name]) for name in design.covariates] or
                                    [np.empty((len(panel.people), 0))]))  # fmt: skip


def draw_of(panel: Panel, design: Design) -> tuple[Ints, int]:
    """The blocks of those drawn, as they were dealt: interviewed people first where only some of the drawn are interviewed."""
    drawn = panel.arms >= 0
    if not drawn.any():
        raise InputError("Nobody was drawn: hold the draw before analysing.")
    _, strata = np.unique(panel.strata[drawn], return_inverse=True)
    if design.survey.seats is None:
        return strata.astype(np.int64), 0
    return blocks(strata.astype(np.int64), panel.surveyed[drawn])


def _together(family: Family, tested: Randomised) -> Floats:
    if family.control is Control.DISCOVERY:
        return discovery(tested.p)
    return step_down(tested.observed, tested.null)


def _told(panel: Panel, design: Design, judged: Collection[str]) -> tuple[Told, ...]:
    """The outcomes that no family judges, as far as they were observed."""
    found = []
    for outcome in design.outcomes:
        if outcome.id not in judged and outcome.id in panel.values:
            known = values(panel, design, outcome)
            sides = [known[(panel.arms == place) & ~np.isnan(known)] for place in range(len(design.arms))]
            means = tuple(float(side.mean()) if len(side) else float("nan") for side in sides)
            found.append(Told(outcome.id, tuple(map(len, sides)), means))
    return tuple(found)


def _measured(name: str, panel: Panel, design: Design, found: Floats, made: Adjusted, lost: Dropout) -> Measured:
    sides = [found[(panel.arms == place) & ~np.isnan(found)] for place in range(len(design.arms))]
    effects = np.array([one.effect for one in made.estimates()])
    joint = joint_of_effects(effects, made.covariance(), made.freedom)
    return Measured(name, tuple(map(len, sides)), tuple(float(side.mean()) for side in sides), joint, lost)


def data_digest(panel: Panel, found: dict[str, Floats]) -> str:
    """The fingerprint of the people, their arms and the outcomes that were analysed."""
    columns = (f"{name}:{column.astype('<f8').tobytes().hex()}" for name, column in sorted(found.items()))
    return digest(*panel.people, panel.arms.astype("<i8").tobytes().hex(), *columns)
