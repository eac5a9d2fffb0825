# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Time is divided by what was agreed, and who is silent stands above who calls."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction

import pytest

from tests.casework.people import dossier, entered, talked
from werkzaam.casework.attention import NONE_AGREED, waiting_times
from werkzaam.casework.contacts import silent
from werkzaam.casework.dossier import Dossier
from werkzaam.casework.entry import Kind
from werkzaam.casework.notions import due_of
from werkzaam.casework.office import Office, Worker
from werkzaam.casework.planning import plan_of
from werkzaam.casework.week import week_asked

MONDAY = date(2019, 4, 1)


def agreed(person: int, weeks: int, need: str) -> Dossier:
    one = talked(dossier(person), str(MONDAY - timedelta(7 * weeks + person % 9)))
    return entered(one, Kind.FREQUENCY, "2018-03-01", weeks=weeks, together=True, need=need)


@pytest.mark.requirement("R-112")
def test_a_week_of_eight_talks_tells_how_long_each_need_waits() -> None:
    """100 of 250 people every 4 weeks is 25 talks a week, 150 every 26 weeks about 6: eight is 26% of what was agreed."""
    people = [agreed(person, 4, "intensief") if person <= 100 else agreed(person, 26, "licht") for person in range(1, 251)]
    here = Office(MONDAY, {"w0": Worker("w0", "Worker", "team")})
    plan = plan_of(week_asked(people, due_of, here, MONDAY))
    assert len(plan.placed) == 8
    intensive, light = waiting_times(people, MONDAY, plan.room, [one.talk.person for one in plan.placed])
    assert (intensive.need, intensive.clients, intensive.asked) == ("intensief", 100, 4)
    assert (light.need, light.clients, light.asked) == ("licht", 150, 26)
    factor = (Fraction(100, 4) + Fraction(150, 26)) / 8
    assert intensive.weeks == 4 * factor
    assert light.weeks == 26 * factor
    assert intensive.talks + light.talks == 8
    assert intensive.this_week + light.this_week == 8


def test_with_time_enough_nobody_waits_longer_or_shorter_than_agreed_and_who_gets_none_is_shown() -> None:
    people = [agreed(1, 4, "intensief"), agreed(2, 8, "gewoon"), dossier(3)]
    found = {one.need: one for one in waiting_times(people, MONDAY, 8, [1])}
    assert (found["intensief"].weeks, found["gewoon"].weeks) == (4, 8)
    assert (found[NONE_AGREED].clients, found[NONE_AGREED].weeks, found[NONE_AGREED].talks) == (1, None, 0)
    assert found["intensief"].this_week == 1


def test_without_time_nobody_is_promised_any() -> None:
    (found,) = waiting_times([agreed(1, 4, "intensief")], MONDAY, 0, [])
    assert (found.talks, found.weeks) == (0, None)


@pytest.mark.requirement("R-113")
def test_who_was_silent_for_400_days_is_above_who_called_five_times() -> None:
    quiet = talked(dossier(2), str(MONDAY - timedelta(400)))
    calls = [str(MONDAY - timedelta(days)) for days in (2, 3, 4, 5, 6)]
    caller = talked(talked(dossier(1), str(MONDAY - timedelta(401))), *calls, initiator="inwoner")
    first, second = silent([caller, quiet], MONDAY)
    assert (first.person, first.days, second.person, second.days) == (2, 400, 1, 2)


def test_who_was_never_in_touch_is_counted_from_the_first_day() -> None:
    (never,) = silent([dossier(1, since=MONDAY - timedelta(10))], MONDAY)
    assert (never.last, never.days) == (None, 10)
