# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What is counted of towns: talk time, the same absence through ladders, parked people, who is active, money per person."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from werkzaam.app.casework.towns.published import active_people, budgets
from werkzaam.app.text_layout import decimal
from werkzaam.casework.active_people import CARE, OWN_PROBLEMS
from werkzaam.casework.contacts import last_contact
from werkzaam.casework.dossier import Contact, Dossier
from werkzaam.casework.ladder_run import Behaviour, run_ladder, step_after
from werkzaam.casework.parked import LONG, VERY_LONG, parked
from werkzaam.casework.per_person import per_person, whole_euros
from werkzaam.casework.talk_time import positions, positions_for_talks, talks_per_client
from werkzaam.core.errors import InputError, UnknownName
from werkzaam.regime.guidance import Ladder, Said, Step

TEN_PERCENT = Behaviour(1_000, Fraction(1, 10))


def ladder(*actions: str) -> Ladder:
    """A ladder of these actions; each step is called after its place."""
    return Ladder(tuple(Step(f"stap_{at}", action, None, Said("x", "x")) for at, action in enumerate(actions, 1)))


ROTTERDAM = ladder("brief", "brief_aangetekend", "brief_aankondiging", "maatregel")
AMSTERDAM = ladder("brief", "brief", "huisbezoek", "rust")


@pytest.mark.requirement("R-227")
def test_250_clients_get_one_and_a_half_talks_a_year_and_55_clients_get_6_7() -> None:
    assert decimal(talks_per_client(250, 8, 46), "en", 1) == "1.5"
    assert decimal(talks_per_client(55, 8, 46), "en", 1) == "6.7"


def test_a_caseload_and_a_promise_become_positions() -> None:
    assert positions(120, 60) == 2
    assert positions(30, 60) == Fraction(1, 2)
    assert positions_for_talks(368, 1, 8, 46) == 1
    with pytest.raises(InputError, match="caseload: 1 or more was expected; found 0"):
        positions(10, 0)
    with pytest.raises(InputError, match="clients: 1 or more"):
        talks_per_client(0, 8)


@pytest.mark.requirement("R-228")
def test_the_same_absence_ends_in_one_possible_measure_in_rotterdam_and_in_home_visits_in_amsterdam() -> None:
    rotterdam, amsterdam = run_ladder(ROTTERDAM, TEN_PERCENT), run_ladder(AMSTERDAM, TEN_PERCENT)
    assert [one.people for one in rotterdam.rounds] == [1_000, 100, 10, 1]
    assert (rotterdam.measures, rotterdam.visits, rotterdam.unanswered) == (1, 0, 0)
    assert (amsterdam.measures, amsterdam.visits, amsterdam.unanswered) == (0, 10, 1)


def test_who_calls_off_does_not_climb_and_parts_of_people_stay_exact() -> None:
    run = run_ladder(ROTTERDAM, Behaviour(100, Fraction(1, 10), Fraction(1, 5)))
    assert [one.called_off for one in run.rounds] == [20, 2, Fraction(1, 5), 0]
    assert run.measures == Fraction(1, 10)
    with pytest.raises(InputError, match="at most 1 together"):
        Behaviour(10, Fraction(3, 5), Fraction(1, 2))


def test_nobody_is_absent_from_a_rest_so_all_of_them_get_what_comes_after_it() -> None:
    run = run_ladder(ladder("brief", "rust", "huisbezoek"), TEN_PERCENT)
    assert [(one.people, one.absent) for one in run.rounds] == [(1_000, 100), (100, 0), (100, 10)]
    assert run.unanswered == 10


def test_the_next_step_follows_from_what_was_missed_in_a_row() -> None:
    found = [step_after(ROTTERDAM, missed) for missed in (0, 2, 3, 4)]
    assert [one and one.action for one in found] == ["brief", "brief_aankondiging", "maatregel", None]


@pytest.mark.requirement("R-232")
def test_fifty_of_a_hundred_clients_without_contact_for_thirteen_months_are_fifty_percent() -> None:
    today = date(2020, 6, 15)
    days = [date(2019, 5, 15)] * 50 + [date(2020, 6, 1)] * 50
    found = parked(days, today, LONG)
    assert (found.without, found.clients, found.share) == (50, 100, Fraction(1, 2))
    assert parked(days, today, VERY_LONG).without == 0


def test_parked_counts_who_never_had_a_contact_and_an_absence_is_no_contact() -> None:
    came = Contact(7, date(2019, 6, 15), "telefoon", "klantmanager", "gesprek", "gekomen", "j.visser")
    absent = Contact(7, date(2020, 6, 1), "bezoek", "klantmanager", "gesprek", "niet_gekomen", "j.visser")
    dossiers = [Dossier(7, 7, None, None, contacts=(came, absent)), Dossier(8, 8, None, None, contacts=(absent,))]
    days = [last_contact(one) for one in dossiers]
    assert days == [date(2019, 6, 15), None]
    found = parked(days, date(2020, 6, 15), LONG)
    assert (found.without, found.never) == (1, 1)
    assert parked(days, date(2020, 6, 16), LONG).without == 2
    assert parked([], date(2020, 6, 15)).share is None


@pytest.mark.requirement("R-229")
def test_without_care_and_own_barriers_6700_of_rotterdams_11100_are_active() -> None:
    people, printed_total = active_people("Rotterdam")
    assert people.counted == people.active() == 11_100
    assert people.active(leave_out=(CARE, OWN_PROBLEMS)) == 6_700
    assert people.active(with_exempt=True) == 12_600
    assert printed_total == 12_000
    with pytest.raises(UnknownName, match="tuinieren: nobody is counted under this"):
        people.active(leave_out=("tuinieren",))


@pytest.mark.requirement("R-233")
def test_five_million_for_21000_people_is_238_euros_each() -> None:
    assert whole_euros(per_person(5_000_000_00, 21_000)) == 238
    taskforce = next(one for one in budgets() if one.id == "rotterdam_taskforce")
    assert (taskforce.cents, taskforce.target) == (5_000_000_00, 21_000)
    assert taskforce.per_target is not None
    assert taskforce.per_active is not None
    assert (whole_euros(taskforce.per_target), whole_euros(taskforce.per_active)) == (238, 417)
    with pytest.raises(InputError, match="1 person or more"):
        per_person(100, 0)
