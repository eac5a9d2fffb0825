# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The draw of a panel, held again: each draw by itself, and each group of people with the arms that were open to them."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from werkzaam.core.errors import InputError
from werkzaam.experiment.deal import blocks
from werkzaam.experiment.design import Contrast, Design
from werkzaam.experiment.estimate.dealing import Dealing, Draw
from werkzaam.experiment.estimate.permutation import Inverted, Randomised, inverted_interval, randomised
from werkzaam.experiment.estimate.redrawn import Progress
from werkzaam.experiment.panel import Floats, Ints, Panel
from werkzaam.experiment.verdict.lock import Settings


def drawn_again(
    panel: Panel, design: Design, columns: Floats, contrasts: Sequence[Contrast], settings: Settings, stream: int,
    progress: Progress | None = None, covariates: Floats | None = None,
) -> Randomised:  # fmt: skip
    """Hold the draw of the design again for columns (people, m) and contrasts; tests with another `stream` redraw otherwise."""
    drawn, generator = panel.arms >= 0, np.random.default_rng([settings.seed, stream])
    return randomised(
        columns[drawn], panel.arms[drawn], draw_of(panel, design), pairs_of(design, contrasts), settings.redraws, generator,
        progress, covariates=None if covariates is None else covariates[drawn],
    )  # fmt: skip


def inverted(panel: Panel, design: Design, outcome: Floats, pair: tuple[int, int], settings: Settings,
             covariates: Floats) -> Inverted:  # fmt: skip
    """The interval of one contrast of the main question, from the very redraws that gave its p: it holds zero when p says so."""
    drawn, generator = panel.arms >= 0, np.random.default_rng([settings.seed, 0])
    return inverted_interval(
        outcome[drawn], panel.arms[drawn], draw_of(panel, design), pair, settings.redraws, generator,
        covariates=covariates[drawn], level=1 - design.families[0].level / 1000,
    )  # fmt: skip


def pairs_of(design: Design, contrasts: Sequence[Contrast]) -> list[tuple[int, int]]:
    """Contrasts by the places of their arms in the design."""
    places = {arm.id: place for place, arm in enumerate(design.arms)}
    return [(places[one.arm], places[one.against]) for one in contrasts]


def draw_of(panel: Panel, design: Design) -> Draw:
    """How those drawn were dealt: a row for each of them. Raises InputError where nobody was drawn."""
    drawn = panel.arms >= 0
    if not drawn.any():
        raise InputError("Nobody was drawn: hold the draw before analysing.")
    places = {arm.id: place for place, arm in enumerate(design.arms)}
    pattern = np.array([places[name] for name in design.pattern])
    found = []
    for number in np.unique(panel.dealt[drawn]):
        rows = np.flatnonzero(panel.dealt[drawn] == number)
        within, early = _blocks(panel, design, np.flatnonzero(drawn)[rows])
        found.append(Dealing(rows, within, pattern[~np.isin(pattern, panel.closed[number])], early))
    return Draw(int(drawn.sum()), tuple(found))


def _blocks(panel: Panel, design: Design, rows: Ints) -> tuple[Ints, int]:
    """The blocks in which people were dealt: those interviewed first where only some of the drawn are interviewed."""
    _, strata = np.unique(panel.strata[rows], return_inverse=True)
    if design.survey.seats is None:
        return strata.astype(np.int64), 0
    return blocks(strata.astype(np.int64), panel.surveyed[rows])
