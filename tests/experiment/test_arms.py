# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The arm by lot stays; what really happened stands beside it."""

from __future__ import annotations

from collections import Counter
from datetime import date
from fractions import Fraction

import numpy as np
import pytest

from werkzaam.core.errors import InputError, LedgerError
from werkzaam.experiment.arms import (
    Deviation,
    Guidance,
    Knowledge,
    Placement,
    Team,
    arms_by_lot,
    contamination,
    deviations,
    exposure_months,
    exposures,
    guidance_on,
    knowledge,
)
from werkzaam.experiment.caseload import caseloads
from werkzaam.experiment.event import Event, Happening

DRAWN = Event("p", Happening.DRAWN, date(2018, 4, 1), {"arm": "zelfregie"})
LAPSES = date(2021, 3, 1)


@pytest.mark.requirement("R-018")
@pytest.mark.parametrize("each", [12, 25, 100])
def test_every_caseload_has_clients_of_every_step(each: int) -> None:
    steps = {f"c{step}-{at}": str(step) for step in (2, 3, 4) for at in range(each)}
    team = [f"k{at:02}" for at in range(12)]
    filled = caseloads(steps, team, np.random.default_rng(5))
    assert len(filled) == 12
    assert all({steps[client] for client in clients} == {"2", "3", "4"} for clients in filled.values())
    sizes = [len(clients) for clients in filled.values()]
    assert max(sizes) - min(sizes) <= 1
    assert Counter(client for clients in filled.values() for client in clients) == Counter(list(steps))


def test_a_caseload_is_dealt_by_lot_and_needs_case_managers() -> None:
    steps = {f"c{at}": "2" for at in range(40)}
    one, other = (caseloads(steps, ["a", "b"], np.random.default_rng(seed)) for seed in (1, 2))
    assert one != other
    assert one == caseloads(dict(reversed(steps.items())), ["a", "b"], np.random.default_rng(1))
    for team in ([], ["a", "a"]):
        with pytest.raises(InputError, match="Case managers, each named once"):
            caseloads(steps, team, np.random.default_rng(1))


@pytest.mark.requirement("R-019")
def test_the_arm_by_lot_is_analysed_and_a_change_is_listed() -> None:
    moved = Event("p", Happening.DEVIATED, date(2020, 6, 1), {"actual": "extra", "reason": "op verzoek"})
    assert arms_by_lot([DRAWN, moved]) == {"p": "zelfregie"}
    assert deviations([DRAWN, moved]) == [Deviation("p", date(2020, 6, 1), "zelfregie", "extra", "op verzoek")]
    assert guidance_on([DRAWN, moved], "p", date(2020, 5, 31), LAPSES) == Guidance("zelfregie", outside_trial=False)
    assert guidance_on([DRAWN, moved], "p", date(2020, 6, 1), LAPSES) == Guidance("extra", outside_trial=False)
    with pytest.raises(LedgerError, match="drawn twice"):
        arms_by_lot([DRAWN, Event("p", Happening.DRAWN, date(2019, 1, 1), {"arm": "extra"})])


@pytest.mark.requirement("R-021")
def test_a_client_of_another_arm_with_the_team_is_contamination() -> None:
    team = Team(date(2019, 1, 1), frozenset({"t1", "t2"}), frozenset({"extra", "zelfregie"}))
    mixed = Placement("p", "vergelijking", "t1", date(2019, 2, 1))
    outside = Placement("q", "extra", "r9", date(2019, 2, 1))
    fine = [
        Placement("p", "vergelijking", "t1", date(2018, 12, 31)),
        Placement("q", "extra", "t2", date(2019, 1, 1)),
        Placement("r", "vergelijking", "r9", date(2019, 2, 1)),
    ]
    (found,) = contamination(team, [mixed, *fine])
    assert (found.placement, found.why) == (mixed, "t1 serves only extra, zelfregie")
    assert [one.placement for one in contamination(team, [*fine, outside, Placement("s", None, "t2", date(2019, 1, 1))])] == [
        outside, Placement("s", None, "t2", date(2019, 1, 1)),
    ]  # fmt: skip


@pytest.mark.requirement("R-023")
def test_who_knows_their_arm_is_reported_by_arm_and_in_total() -> None:
    arms = [("extra", "zelfregie", "vergelijking")[at % 3] for at in range(513)]
    answers = [(arm, arm if at < 257 else ("elders" if at % 2 else None)) for at, arm in enumerate(arms)]
    total, by_arm = knowledge(answers)
    assert total == Knowledge(513, 257)
    assert f"{float(total.percent or 0):.1f}" == "50.1"
    assert by_arm == {"extra": Knowledge(171, 86), "vergelijking": Knowledge(171, 85), "zelfregie": Knowledge(171, 86)}
    assert by_arm["extra"].percent == Fraction(8600, 171)
    assert Knowledge(0, 0).percent is None


@pytest.mark.requirement("R-024")
def test_exposure_is_counted_in_whole_months_from_the_start_of_each_person() -> None:
    end = date(2021, 3, 1)
    assert exposure_months(date(2018, 4, 1), end) == 35
    assert exposure_months(date(2019, 2, 1), end) == 25
    starts = [Event("a", Happening.STARTED, date(2018, 4, 1)), Event("b", Happening.STARTED, date(2019, 2, 1))]
    waves = {"T1": date(2019, 1, 15), "T3": date(2022, 3, 1)}
    assert exposures(starts, waves, end) == {"a": {"T1": 9, "T3": 35}, "b": {"T1": 0, "T3": 25}}


@pytest.mark.requirement("R-025")
def test_conditions_lapse_at_the_end_unless_client_and_klantmanager_agreed() -> None:
    assert guidance_on([DRAWN], "p", date(2021, 2, 28), LAPSES) == Guidance("zelfregie", outside_trial=False)
    assert guidance_on([DRAWN], "p", date(2021, 3, 1), LAPSES) == Guidance("regular", outside_trial=True)
    agreed = Event("p", Happening.AGREED, date(2021, 2, 10), {"form": "zelfregie"})
    assert guidance_on([DRAWN, agreed], "p", date(2021, 3, 1), LAPSES) == Guidance("zelfregie", outside_trial=True)
    assert guidance_on([DRAWN, agreed], "p", date(2021, 2, 28), LAPSES) == Guidance("zelfregie", outside_trial=False)


def test_who_withdrew_or_was_not_drawn_is_guided_regularly() -> None:
    withdrawn = Event("p", Happening.WITHDRAWN, date(2019, 5, 1))
    assert guidance_on([DRAWN, withdrawn], "p", date(2019, 5, 1), LAPSES) == Guidance("regular", outside_trial=True)
    assert guidance_on([DRAWN], "q", date(2019, 5, 1), LAPSES) == Guidance("regular", outside_trial=True)
    assert guidance_on([DRAWN], "p", date(2018, 3, 31), LAPSES) == Guidance("regular", outside_trial=True)
