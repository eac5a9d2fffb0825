# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What many tests together allow to be said.

Within a family the chance of even one false finding is held: by Romano and Wolf's step-down, which uses how the tests hang
together, or by Holm's, which needs nothing but the p-values. What is only explored is held by Benjamini and Hochberg: of what
is found, at most the level is false on average.

Sources: Romano and Wolf (2005, 2016), Westfall and Young (1993); Holm (1979); Benjamini and Hochberg (1995).
"""

from __future__ import annotations

import numpy as np

from werkzaam.core.errors import InputError
from werkzaam.experiment.panel import Floats

SAME = 1e-10
"""Statistics that differ by less than this share are equal: the order of adding must not decide about a tie."""


def step_down(observed: Floats, null: Floats) -> Floats:
    """Romano and Wolf's adjusted p-values (tests,), never below the unadjusted ones and in the same order as the statistics.

    observed  (tests,) statistics, of which a large absolute value speaks against no effect
    null      (redraws, tests) the same statistics in each redraw, all tests in one redraw from the same draw
    The largest is compared with the largest of each redraw, the second with the largest of what is left, and so on; p is
    (h + 1) / (redraws + 1). A family is a choice of columns. Raises InputError when shapes do not fit or a number is missing.
    """
    sizes, drawn = np.abs(observed), np.abs(null)
    if drawn.ndim != 2 or drawn.shape[1:] != sizes.shape or np.isnan(sizes).any() or np.isnan(drawn).any():
        raise InputError(
            f"Step-down needs a statistic for every test in every redraw; found {sizes.shape} observed, {drawn.shape} redrawn "
            "and none may be missing."
        )
    order = np.argsort(-sizes, kind="stable")
    largest = np.maximum.accumulate(drawn[:, order[::-1]], axis=1)[:, ::-1]
    exceeded = (largest >= sizes[order] * (1 - SAME)).sum(axis=0)
    found = np.empty(len(sizes))
    found[order] = np.maximum.accumulate((exceeded + 1) / (len(drawn) + 1))
    return found


def holm(p: Floats) -> Floats:
    """Holm's adjusted p-values: the smallest times the number of tests, the next times one less, never falling, at most 1."""
    p = _checked(p)
    order = np.argsort(p, kind="stable")
    steps = np.maximum.accumulate(p[order] * np.arange(len(p), 0, -1))
    found = np.empty(len(p))
    found[order] = np.minimum(steps, 1)
    return found


def discovery(p: Floats) -> Floats:
    """Benjamini and Hochberg's adjusted p-values: below 0.05, at most 5% of such findings are false on average. For exploring."""
    p = _checked(p)
    order = np.argsort(-p, kind="stable")
    steps = np.minimum.accumulate(p[order] * len(p) / np.arange(len(p), 0, -1))
    found = np.empty(len(p))
    found[order] = np.minimum(steps, 1)
    return found


def _checked(p: Floats) -> Floats:
    found = np.asarray(p, np.float64)
    if found.ndim != 1 or not ((found >= 0) & (found <= 1)).all():
        raise InputError("P-values are one list of numbers from 0 to 1; found something else. Leave out what was not tested.")
    return found
