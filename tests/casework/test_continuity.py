# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Case managers a client are counted with the rule of seven days, and the published means come out of spells made for them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from werkzaam.casework.continuity import continuity, workers_of
from werkzaam.casework.dossier import Spell
from werkzaam.casework.period import Period

EXPERIMENT = Period(date(2019, 1, 1), date(2021, 3, 31))


def in_turn(*days: int, start: date = date(2019, 1, 1)) -> list[Spell]:
    """Case managers one after another, each for so many calendar days."""
    found = []
    for number, many in enumerate(days):
        found.append(Spell(f"w{number}", start, start + timedelta(many - 1)))
        start += timedelta(many)
    return found


@pytest.mark.requirement("R-114")
def test_spells_of_3_8_and_200_days_are_two_case_managers_and_7_days_is_none() -> None:
    assert workers_of(in_turn(3, 8, 200), EXPERIMENT) == 2
    assert workers_of(in_turn(7), EXPERIMENT) == 0
    found = continuity([in_turn(3, 8, 200), in_turn(300), in_turn(7)], EXPERIMENT)
    assert (found.clients, found.without, found.mean, found.share_with_one) == (2, 1, 3 / 2, 1 / 2)


def test_who_comes_back_is_one_and_a_spell_counts_as_far_as_the_period_goes() -> None:
    first, other, again = in_turn(100, 20, 100)
    assert workers_of([first, other, Spell("w0", again.first)], EXPERIMENT) == 2
    assert workers_of([Spell("w", date(2018, 1, 1), date(2019, 1, 7))], EXPERIMENT) == 0
    assert workers_of([Spell("w", date(2018, 1, 1), date(2019, 1, 8))], EXPERIMENT) == 1
    assert workers_of([Spell("w", date(2021, 3, 25))], EXPERIMENT) == 0
    assert continuity([], EXPERIMENT).mean is None


@pytest.mark.requirement("R-271")
@pytest.mark.parametrize(("counts", "mean", "share"), [
    ({1: 400, 2: 75, 3: 95, 4: 30}, 1.6, 2 / 3), ({1: 200, 2: 170, 3: 130, 4: 60, 5: 40}, 2.3, 1 / 3),
])  # fmt: skip
def test_the_published_continuity_of_the_team_and_of_the_comparison_group(
    counts: dict[int, int], mean: float, share: float
) -> None:
    """case_manager_continuity-001 to -006: nearly two thirds with one and 1.6 on average, only one third and 2.3.

    Each client is also shared with somebody who filled in for a week; without the rule of seven days all would have one more.
    """
    clients = [
        [*in_turn(*[100] * many), Spell("fills in", date(2021, 3, 20), date(2021, 3, 26))]
        for many, times in counts.items() for _ in range(times)
    ]  # fmt: skip
    found = continuity(clients, EXPERIMENT)
    assert found.mean is not None
    assert found.share_with_one is not None
    assert abs(float(found.mean) - mean) <= 0.05
    assert abs(float(found.share_with_one) - share) <= 0.05
