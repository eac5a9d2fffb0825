# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
from dataclasses import replace

import numpy as np
import pytest

from tests.simulation.some_people import some_people
from werkzaam.app.simulation.numbers import shipped
from werkzaam.core.errors import InputError
from werkzaam.simulation.enrolment import research_group
from werkzaam.simulation.people import People
from werkzaam.simulation.waves import NOT_INTERVIEWED, WAVES, interviews

LATEST = {"T0": (2, 22), "T1": (15, 35), "T2": (33, 41), "T3": (49, 54)}
"""The bounds of the fieldwork in months after January 2018 (waves-005 to waves-012)."""
SIZES = (812, 625, 547, 513)


@pytest.fixture(scope="module")
def group() -> People:
    return research_group(20_000, 3, shipped())


@pytest.mark.requirement("R-252")
def test_of_812_people_over_200_seeds_as_many_are_interviewed_as_were() -> None:
    group = research_group(812, 1, shipped())
    found = np.array(
        [[asked.given(wave).sum() for wave in range(4)] for asked in (interviews(group, seed, shipped()) for seed in range(200))]
    )
    assert (np.abs(found.mean(axis=0) - SIZES) < 10).all(), found.mean(axis=0)
    assert found[:, 1].std() > 5, "each seed has its own drop-out"


def test_who_answers_at_a_wave_answered_at_every_wave_before(group: People) -> None:
    asked = interviews(group, 1, shipped())
    given = np.array([asked.given(wave) for wave in range(4)])
    assert given[0].all()
    assert (np.diff(given.astype(int), axis=0) <= 0).all()
    assert (asked.panel == given[3]).all()


def test_interviews_lie_within_the_fieldwork_and_six_months_apart(group: People) -> None:
    month = interviews(group, 1, shipped()).month
    for wave, name in enumerate(WAVES):
        asked = month[:, wave] != NOT_INTERVIEWED
        first, last = LATEST[name]
        assert month[asked, wave].min() >= first
        assert month[asked, wave].max() <= last
        if wave:
            assert (month[asked, wave] - month[asked, wave - 1]).min() >= 6
    assert (month[:, 0] >= group.enters).all(), "the first interview is after somebody entered"


def test_most_second_interviews_were_before_the_crisis_and_some_were_not(group: People) -> None:
    asked = interviews(group, 1, shipped())
    late = (asked.month[:, 1] > 25)[asked.given(1)].mean()
    assert 0.10 < late < 0.25
    assert not (interviews(group, 1, shipped().without("waves.soon")).month[:, 1] > 26).any()


def test_workers_stay_more_often_and_everybody_together_as_published(group: People) -> None:
    asked = interviews(group, 1, shipped())
    works = group.works[group.first[:-1]]
    assert asked.panel[works].mean() > asked.panel[~works].mean() + 0.03
    even = interviews(group, 1, shipped().with_values({"waves.workers_more": 0}))
    assert even.panel[works].mean() == pytest.approx(even.panel[~works].mean(), abs=0.02)
    assert even.panel.mean() == pytest.approx(asked.panel.mean(), abs=0.01)


def test_more_interviews_than_workers_are_refused() -> None:
    people = some_people(300)
    with pytest.raises(InputError, match=r"waves\.workers_more is 5000 per mille; with it more than all workers"):
        interviews(
            replace(people, works=np.arange(len(people.person)) < 9), 1, shipped().with_values({"waves.workers_more": 5000})
        )
