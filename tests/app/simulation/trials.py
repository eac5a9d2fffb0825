# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A trial of six made-up people whose months are known, so that every measure can be worked out by hand."""

from __future__ import annotations

import numpy as np

from werkzaam.app.simulation.relive_trial import Trial
from werkzaam.simulation.record import COLUMNS

MONTHS, PEOPLE = 60, 6


def six() -> Trial:
    """Two in each arm. The first of each works from T0 on and leaves for work in April 2021; the last is not in the panel."""
    columns = {name: np.zeros((MONTHS, PEOPLE), np.int32) for name in COLUMNS}
    columns["on"][:] = 1
    columns["managers"][:] = 1
    for person in (0, 2, 4):
        columns["works"][:, person], columns["contract"][:, person] = 1, 2
        columns["minutes"][:, person] = 600 + 60 * person
        columns["on"][39:, person], columns["left"][38:, person] = 0, 1
    columns["managers"][20:, 1] = 3
    columns["contacts"][12:24, 0] = 1
    columns["premium"][6, 0] = 900_00
    columns["premium_built"][:6, 0] = 150_00
    columns["claimed"][10, 3] = 50_00
    interviews = np.tile(np.array([3, 15, 36, 51]), (PEOPLE, 1))
    interviews[5, 3] = -1
    levels = {
        "sex": np.array([1, 1, 0, 0, 1, 1]),
        "household": np.array([0, 0, 2, 3, 0, 0]),
        "origin": np.array([0, 1, 1, 0, 3, 6]),
    }
    return Trial(columns, np.array([0, 0, 1, 1, 2, 2]), interviews, np.zeros(PEOPLE, np.int64), levels)
