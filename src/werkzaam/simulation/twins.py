# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Twins of an experiment, in which what differs between the arms is known: nothing, or what one arm was given.

The people, their luck and the margins stay as they are; only what moves the arms changes. An analysis must find nothing in the
first but by chance, and in the second what was put in.
"""

from __future__ import annotations

from dataclasses import fields, replace

import numpy as np

from werkzaam.core.errors import InputError
from werkzaam.simulation.labour import Behaviour


def null_twin(behaviour: Behaviour, like: int) -> Behaviour:
    """Every arm moves as the arm in row `like` does; raises InputError for a row that is not there."""
    arms = len(behaviour.finding)
    if not 0 <= like < arms:
        raise InputError(f"An arm from 0 to {arms - 1} was expected; found {like}.")
    rows = np.full(arms, like)
    return Behaviour(**{field.name: getattr(behaviour, field.name)[rows] for field in fields(Behaviour)})


def known_twin(behaviour: Behaviour, like: int, arm: int, raised: int) -> Behaviour:
    """The null twin, but people in row `arm` find work so many per mille more often; raises InputError for no such row."""
    twin, last = null_twin(behaviour, like), len(behaviour.finding) - 1
    if not 0 <= arm <= last or raised < -1000:
        raise InputError(f"An arm from 0 to {last}, and -1000 per mille or more, were expected; found {arm} and {raised}.")
    finding = twin.finding.copy()
    finding[arm] = finding[arm] * (1000 + raised) // 1000
    return replace(twin, finding=finding)
