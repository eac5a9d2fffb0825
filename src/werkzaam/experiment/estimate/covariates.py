# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Characteristics known before the draw, made ready to adjust an estimate with: nobody is left out for a missing one."""

from __future__ import annotations

import numpy as np

from werkzaam.core.errors import InputError
from werkzaam.experiment.panel import Floats, Ints


def indicators(levels: Ints) -> Floats:
    """A column of 0 and 1 for each level but the first, in the order of the levels; a missing level (-1) is NaN in all."""
    names = np.unique(levels[levels >= 0])
    columns: Floats = (levels[:, None] == names[None, 1:]).astype(np.float64)
    columns[levels < 0] = np.nan
    return columns


def complete(columns: Floats) -> Floats:
    """The columns (n, k) with the mean for what is missing, followed by one column of 0 and 1 for each pattern of who is missing.

    A missing characteristic never takes a person out: the number of people stays as it is. Because the indicator is a covariate
    like any other, the estimate stays consistent whatever the reason why something is missing, as the draw does not depend on it.
    Patterns that are the same for two columns are given once. Raises InputError for a column in which everything is missing.

    Source: Zhao and Ding (2024), "To adjust or not to adjust? Estimating the average treatment effect in randomized experiments
    with missing covariates", the missingness-indicator method.
    """
    if columns.ndim != 2:
        raise InputError(f"Covariates are a table with a row for each person; found an array with {columns.ndim} axes.")
    missing = np.isnan(columns)
    if (empty := np.flatnonzero(missing.all(axis=0))).size:
        raise InputError(f"Nobody has a value for covariate {empty[0]}. Leave it out of the plan's covariates.")
    if not missing.any():
        return columns
    filled = np.where(missing, np.nanmean(columns, axis=0), columns)
    patterns = np.unique(missing[:, missing.any(axis=0)], axis=1).astype(np.float64)
    return np.column_stack([filled, patterns])
