# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Twins differ between arms in nothing, or only in what was put in."""

from __future__ import annotations

from dataclasses import fields

import numpy as np
import pytest

from werkzaam.app.simulation.numbers import shipped
from werkzaam.core.errors import InputError
from werkzaam.core.months import Span
from werkzaam.simulation.labour import Behaviour
from werkzaam.simulation.twins import known_twin, null_twin
from werkzaam.simulation.world import KNOWN_PARTS, behaviour_of


@pytest.fixture(scope="module")
def behaviour() -> Behaviour:
    return behaviour_of(shipped(), KNOWN_PARTS, Span.parse("2018-01", "2018-03"))


def test_in_the_null_twin_every_arm_is_like_the_one_asked(behaviour: Behaviour) -> None:
    twin = null_twin(behaviour, 2)
    for field in fields(Behaviour):
        for row in range(3):
            assert np.array_equal(getattr(twin, field.name)[row], getattr(behaviour, field.name)[2])


def test_in_the_known_twin_one_arm_finds_work_more_often_and_nothing_else_differs(behaviour: Behaviour) -> None:
    null, known = null_twin(behaviour, 2), known_twin(behaviour, 2, 0, 200)
    assert np.array_equal(known.finding[0], null.finding[0] * 1200 // 1000)
    assert np.array_equal(known.finding[1:], null.finding[1:])
    assert known.losing is null.losing or np.array_equal(known.losing, null.losing)
    assert np.array_equal(null.finding[0], behaviour.finding[2])


@pytest.mark.parametrize("row", [-1, 3])
def test_an_arm_that_is_not_there_is_refused(behaviour: Behaviour, row: int) -> None:
    with pytest.raises(InputError, match=f"An arm from 0 to 2.*found {row}"):
        null_twin(behaviour, row)
    with pytest.raises(InputError, match=f"An arm from 0 to 2.*found {row}"):
        known_twin(behaviour, 2, row, 100)
