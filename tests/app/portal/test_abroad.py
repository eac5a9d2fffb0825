# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""How long somebody may be abroad hangs on the state pension age, which nobody loses when it rises."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest

from werkzaam.app.portal.mijn_abroad import WEEK, limit_on
from werkzaam.facts.read import read_facts

DESK: Any = SimpleNamespace(facts=read_facts())


@pytest.mark.parametrize(
    ("born", "day", "weeks"),
    [
        (date(1985, 3, 12), date(2022, 2, 1), 4),
        (date(1955, 8, 31), date(2021, 12, 30), 4),
        (date(1955, 8, 31), date(2021, 12, 31), 13),
        (date(1955, 8, 31), date(2022, 2, 1), 13),
        (date(1955, 9, 1), date(2022, 2, 1), 4),
        (date(1955, 9, 1), date(2022, 4, 1), 13),
    ],
)
def test_who_reached_the_age_of_a_year_keeps_it(born: date, day: date, weeks: int) -> None:
    assert limit_on(DESK, born, day).days == weeks * WEEK
