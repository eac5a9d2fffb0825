# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Every number that the plan promises: per outcome the joint test first, then each contrast with its test, interval and doubts.

An effect is Lin's adjusted difference by the arm that was drawn (intention to treat). Its p comes from holding the very draw
again, studentised, for all outcomes and contrasts together; the family's p from Romano and Wolf's step-down over the same
redraws. What a contrast could have found at all stands beside it. Nothing depends on the treatment that somebody received.

A comparison is one of people who could have come into either arm: to whom one of them was closed, by a recorded ground before the
draw, there was no draw between the two. The shares of the arms are the same for all of them, in every draw.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product

import numpy as np

from werkzaam.core.digest import digest
from werkzaam.core.errors import InputError
from werkzaam.experiment.design import Contrast, Control, Design, Family, Kind, Outcome, Source
from werkzaam.experiment.estimate.adjusted import Adjusted, adjusted
from werkzaam.experiment.estimate.covariates import complete, indicators
from werkzaam.experiment.estimate.estimate import Estimate
from werkzaam.experiment.estimate.joint import Joint, joint_of_effects
from werkzaam.experiment.estimate.permutation import Inverted, Randomised
from werkzaam.experiment.estimate.stepdown import discovery, step_down
from werkzaam.experiment.estimate.weights import Weights
from werkzaam.experiment.panel import Floats, Panel, Truths
from werkzaam.experiment.power import smallest_difference
from werkzaam.experiment.verdict.columns import covariates, values
from werkzaam.experiment.verdict.held_again import draw_of, drawn_again, inverted, pairs_of
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
    _refuse_unknown(panel, design, found)
    before = _before(panel, design)
    parts = _Parts(panel, design, [outcomes[name] for name in wanted], found)
    results: list[Result] = []
    for number, family in enumerate(design.families):
        tested = _tested(panel, design, family, found, settings, number, progress, before)
        chances = _together(family, tested)
        for place, (column, pair) in enumerate(tested.tests):
            outcome, part = outcomes[family.outcomes[column]], parts.of(pair)
            generator = np.random.default_rng([settings.seed, number, place])
            doubts = beside(part.panel, outcome, found[outcome.id], pair, part.lost[outcome.id][1], generator, settings.resamples)
            both = float(tested.p[place]), float(chances[place])
            one = _result(design, family, outcome.id, pair, part.made[outcome.id].difference(*pair), both, doubts)
            main = None if number else inverted(panel, design, found[outcome.id], pair, settings, before)
            results.append(replace(one, inverted=main))
    joint = parts.of(range(len(design.arms)))
    measured = tuple(_measured(name, panel, design, found[name], joint.made[name], parts.of(()).lost[name][0]) for name in wanted)
    return Analysis(data_digest(panel, found), measured, tuple(results), _told(panel, design, {*wanted, *judged}))


@dataclass(frozen=True, slots=True)
class _Part:
    """What is computed of the people of a comparison, who alone have an arm in its panel: means and drop-out by outcome."""

    panel: Panel
    made: Mapping[str, Adjusted]
    lost: Mapping[str, tuple[Dropout, Weights | None]]


class _Parts:
    """For each comparison the people who could have come into all of its arms; mostly those are all people, every time."""

    def __init__(self, panel: Panel, design: Design, outcomes: Sequence[Outcome], found: Mapping[str, Floats]) -> None:
        self._panel, self._design, self._outcomes, self._found = panel, design, outcomes, found
        self._made: dict[bytes, _Part] = {}

    def of(self, arms: Collection[int]) -> _Part:
        """The part of a comparison of these arms."""
        rows = self._panel.open_to(arms)
        if rows.tobytes() not in self._made:
            self._made[rows.tobytes()] = self._part(rows)
        return self._made[rows.tobytes()]

    def _part(self, rows: Truths) -> _Part:
        panel = replace(self._panel, arms=np.where(rows, self._panel.arms, -1))
        return _Part(
            panel,
            {one.id: adjusted(self._found[one.id], panel.arms, covariates(panel, self._design, one)) for one in self._outcomes},
            {one.id: dropout(panel, self._design, one, self._found[one.id]) for one in self._outcomes},
        )


def _result(design: Design, family: Family, outcome: str, pair: tuple[int, int], estimate: Estimate,
            both: tuple[float, float], doubts: Beside) -> Result:  # fmt: skip
    contrast = Contrast(design.arms[pair[0]].id, design.arms[pair[1]].id)
    detectable = smallest_difference(estimate.error, level=family.level / 1000, freedom=estimate.freedom)
    return Result(family.id, outcome, contrast, estimate, *both, detectable, doubts)


def _tested(panel: Panel, design: Design, family: Family, found: dict[str, Floats], settings: Settings,
            number: int, progress: Progress | None, before: Floats) -> Randomised:  # fmt: skip
    """All outcomes and contrasts of a family in the same redraws."""
    columns = np.column_stack([found[name] for name in family.outcomes])
    return drawn_again(panel, design, columns, family.contrasts, settings, number, progress, before)


def _before(panel: Panel, design: Design) -> Floats:
    """The plan's covariates without missing values, the same for all outcomes that are tested together."""
    return complete(np.column_stack([indicators(panel.characteristics[name]) for name in design.covariates] or
                                    [np.empty((len(panel.people), 0))]))  # fmt: skip


def _refuse_unknown(panel: Panel, design: Design, found: Mapping[str, Floats]) -> None:
    """Say by name which outcome is known of fewer than two people in an arm, and where it has to come from."""
    outcomes = {one.id: one for one in design.outcomes}
    tests = ((name, contrast) for family in design.families for name, contrast in product(family.outcomes, family.contrasts))
    for name, contrast in tests:
        (pair,) = pairs_of(design, [contrast])
        there = ~np.isnan(found[name]) & panel.open_to(pair)
        for arm, id_ in zip(pair, (contrast.arm, contrast.against), strict=True):
            if (people := int((there & (panel.arms == arm)).sum())) < 2:
                raise InputError(
                    f"{name} is known of {people} people in {id_}, so {contrast.arm} and {contrast.against} cannot be compared. "
                    + _FROM[outcomes[name].kind is Kind.TIME, outcomes[name].source is Source.REGISTER]
                )


_FROM = {
    (True, True): "Months count from the day that `experiment happened` says that somebody started, or else from the draw: "
                  "record who started when, and import the register until after that.",
    (True, False): "Import the answers (`experiment wave import`), and who started when (`experiment happened`).",
    (False, True): "Import what the register says of that month (`experiment register`).",
    (False, False): "Import the interviews of its wave (`experiment wave import`).",
}  # fmt: skip
"""Where an outcome has to come from: of time or not, and from the register or not."""


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
