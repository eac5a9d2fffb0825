# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""From the people of an experiment to the columns that an estimate reads: whose outcome, and what it is adjusted for."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from werkzaam.core.errors import InputError
from werkzaam.experiment.design import Design, Kind, Outcome, Population, Source, Strategy
from werkzaam.experiment.estimate.covariates import indicators
from werkzaam.experiment.panel import Floats, Panel, Truths

HAPPENED = ".happened"
"""Behind the id of an outcome of time: the column that says for whom it happened (1), or was not seen to (0)."""


def asked(panel: Panel, outcome: Outcome) -> Truths:
    """Who could have this outcome: everybody drawn, or for an interview those whom the lot asked for interviews."""
    drawn: Truths = panel.arms >= 0
    return drawn if outcome.source is Source.REGISTER else drawn & panel.surveyed


def counted(panel: Panel, design: Design, outcome: Outcome) -> Truths:
    """Whose outcome counts by the estimand: everybody asked, those interviewed at every wave, or in the wave of the outcome."""
    rows = asked(panel, outcome)
    if outcome.estimand.population is Population.PANEL:
        for wave in design.waves:
            rows &= panel.answered[wave.id]
    elif outcome.estimand.population is Population.RESPONDENTS and outcome.wave is not None:
        rows &= panel.answered[outcome.wave]
    return rows


def values(panel: Panel, design: Design, outcome: Outcome) -> Floats:
    """The outcome of everybody, NaN for whom it does not count or was not observed; time is cut off at the horizon.

    Time of somebody who was followed for less than the horizon, and for whom it did not happen, is not known.
    Raises InputError for a column that the data lack, and for a share that is neither 0 nor 1.
    """
    if outcome.id not in panel.values:
        raise InputError(f"The data have no column for {outcome.id}, which the plan asks for.")
    found = np.where(counted(panel, design, outcome), panel.values[outcome.id], np.nan)
    if outcome.kind is Kind.SHARE and not np.isin(found[~np.isnan(found)], (0, 1)).all():
        raise InputError(f"{outcome.id} is a share: every value is 0, 1 or not observed.")
    if outcome.kind is Kind.TIME:
        horizon = float(outcome.horizon or 0)
        known = (panel.values[outcome.id + HAPPENED] == 1) | (found >= horizon)
        found = np.where(known, np.minimum(found, horizon), np.nan)
    return found


def covariates(panel: Panel, design: Design, outcome: Outcome) -> Floats:
    """What an estimate is adjusted for, (people, k): the covariates of the plan, and the same outcome before the draw."""
    columns = [indicators(panel.characteristics[name]) for name in design.covariates]
    if outcome.baseline is not None:
        if outcome.baseline not in panel.values:
            raise InputError(f"The data have no column for {outcome.baseline}, the baseline of {outcome.id} in the plan.")
        columns.append(panel.values[outcome.baseline][:, None])
    return np.column_stack(columns) if columns else np.empty((len(panel.people), 0))


def after_events(outcome: Outcome, found: Floats, events: Mapping[str, Truths]) -> Floats:
    """The outcome after what happened to people since the draw, as its estimand says.

    `events` says for each event (moved, died, pension) to whom it happened before the outcome was observed. The policy of
    treatment counts the outcome as it is; `missing` takes it away; `composite` counts the worst: 0 where more is better, else 1.
    """
    for event, strategy in outcome.estimand.events.items():
        happened = events.get(event)
        if happened is None or strategy is Strategy.TREATMENT_POLICY:
            continue
        if strategy is Strategy.COMPOSITE and outcome.kind is not Kind.SHARE:
            raise InputError(f"{outcome.id}: {event} counts as the worst outcome, and only a share has a worst value.")
        worst = np.nan if strategy is Strategy.MISSING else float(outcome.better < 0)
        found = np.where(happened, worst, found)
    return found
