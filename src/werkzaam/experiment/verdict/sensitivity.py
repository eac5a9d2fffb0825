# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Beside every planned estimate: without adjustment, weighted for drop-out, and what nobody who dropped out can overturn."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from werkzaam.core.errors import InputError
from werkzaam.experiment.design import Design, Kind, Outcome, Source
from werkzaam.experiment.estimate.bounds import Bounds, lee, manski
from werkzaam.experiment.estimate.estimate import Estimate
from werkzaam.experiment.estimate.inclusion import hajek_difference
from werkzaam.experiment.estimate.response import response_columns
from werkzaam.experiment.estimate.weights import Margin, Weights, margins, not_reproduced, response_weights, weighted_difference
from werkzaam.experiment.panel import Floats, Panel
from werkzaam.experiment.verdict.columns import asked, covariates


@dataclass(frozen=True, slots=True)
class Dropout:
    """What drop-out does to one outcome: the weights with their effective number and margins, or why there are none.

    lost       people who were asked and have no outcome
    off        margins that the weights do not bring within half a percentage point
    refused    why no weights could be made
    """

    lost: int
    asked: int
    effective: float
    off: tuple[Margin, ...]
    refused: str


@dataclass(frozen=True, slots=True)
class Beside:
    """The same contrast computed otherwise; None where it does not apply or could not be computed (see `notes`)."""

    plain: Estimate
    weighted: Estimate | None
    lee: Bounds | None
    manski: Bounds | None
    notes: tuple[str, ...]


def dropout(panel: Panel, design: Design, outcome: Outcome, found: Floats) -> tuple[Dropout, Weights | None]:
    """Weights for those with an outcome among those who were asked, and how well they stand in for everybody asked."""
    rows = asked(panel, outcome)
    answered = ~np.isnan(found[rows])
    lost, total = int((~answered).sum()), int(rows.sum())
    if not lost:
        return Dropout(0, total, float(total), (), ""), None
    try:
        columns = response_columns(covariates(panel, design, outcome)[rows], panel.arms[rows])
        made = response_weights(answered, columns, panel.arms[rows], base=1 / panel.selected[rows])
    except InputError as error:
        return Dropout(lost, total, 0.0, (), str(error)), None
    told = margins(made, {name: panel.characteristics[name][rows] for name in design.covariates})
    return Dropout(lost, total, made.effective, not_reproduced(told), ""), made


def beside(
    panel: Panel, outcome: Outcome, found: Floats, pair: tuple[int, int], weights: Weights | None,
    generator: np.random.Generator, resamples: int,
) -> Beside:  # fmt: skip
    """The sensitivity of one contrast: always the plain difference; for whoever can drop out weights and bounds."""
    rows = asked(panel, outcome)
    plain, notes = hajek_difference(found, panel.arms, panel.selected, pair), []
    weighted = low = high = None
    if weights is not None:
        weighted = weighted_difference(found[rows], weights, pair)
    if outcome.source is Source.SURVEY and np.isnan(found[rows]).any():
        arm = np.where(np.isin(panel.arms[rows], pair), panel.arms[rows], -1)
        inside = arm >= 0
        try:
            low = lee(found[rows][inside], arm[inside], generator, arms=pair, redraws=resamples)
        except InputError as error:
            notes.append(str(error))
        if outcome.kind is Kind.SHARE:
            high = manski(found[rows][inside], arm[inside], arms=pair)
    return Beside(plain, weighted, low, high, tuple(notes))
