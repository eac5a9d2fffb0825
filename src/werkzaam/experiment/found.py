# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What many runs of a design found: for each test, and by the rule of its family.

Sources: Holm (1979), Scandinavian Journal of Statistics 6, 65-70; Benjamini and Hochberg (1995), JRSS B 57, 289-300.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from werkzaam.experiment.design import Contrast, Control, Design
from werkzaam.experiment.panel import Floats, Ints
from werkzaam.experiment.power import Forecast


@dataclass(frozen=True, slots=True)
class Found:
    """What many runs say of one test.

    people         mean number of people with an outcome in both arms
    truth          the difference that was put in; the following are about runs with it
    bias           mean estimate less the truth, and the error of that mean
    error          the standard deviation of the estimates: the true standard error
    coverage       how often the 95% interval holds the truth
    power          how often the difference is found at five percent, alone
    power_family   how often it is found by its family's rule, when it is the only one there; NaN for a subgroup
    false          how often something is found when nothing is there
    false_plain    the same, with errors that ignore that people share case workers
    smallest       the smallest difference found four times out of five
    closed         what counts alone say of the same test
    """

    outcome: str
    contrast: Contrast
    group: str
    people: tuple[float, float]
    truth: float
    bias: tuple[float, float]
    error: float
    coverage: float
    power: float
    power_family: float
    false: float
    false_plain: float
    smallest: float
    closed: Forecast


def by_family(design: Design, found: Sequence[Found], p_null: Floats, p_lifted: Floats) -> tuple[list[Found], dict[str, float]]:
    """Each test with its power under the rule of its family, and how often each family finds something where nothing is.

    `p_null` and `p_lifted` are p-values, (experiments, tests); tests of families come first, in the order of the design.
    """
    done, errors, first = list(found), {}, 0
    for family in design.families:
        size = len(family.outcomes) * len(family.contrasts)
        here = slice(first, first + size)
        adjust = _holm if family.control is Control.FAMILYWISE else _discovery
        errors[family.id] = float(np.mean((adjust(p_null[:, here]) <= family.level / 1000).any(axis=1)))
        for at in range(size):
            mixed = p_null[:, here].copy()
            mixed[:, at] = p_lifted[:, first + at]
            power = float(np.mean(adjust(mixed)[:, at] <= family.level / 1000))
            done[first + at] = replace(done[first + at], power_family=power)
        first += size
    return done, errors


def _holm(p: Floats) -> Floats:
    """Holm's (1979) adjusted p-values, a row per experiment."""
    order = np.argsort(p, axis=1)
    steps = np.take_along_axis(p, order, axis=1) * np.arange(p.shape[1], 0, -1)
    return _back(np.maximum.accumulate(steps, axis=1), order)


def _discovery(p: Floats) -> Floats:
    """Benjamini and Hochberg's (1995) adjusted p-values, a row per experiment."""
    order = np.argsort(p, axis=1)
    steps = np.take_along_axis(p, order, axis=1) * p.shape[1] / np.arange(1, p.shape[1] + 1)
    return _back(np.minimum.accumulate(steps[:, ::-1], axis=1)[:, ::-1], order)


def _back(steps: Floats, order: Ints) -> Floats:
    found = np.empty_like(steps)
    np.put_along_axis(found, order, np.minimum(steps, 1.0), axis=1)
    return found
