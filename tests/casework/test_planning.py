# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The plan of a week: most overdue first, the own case manager when that can be, promises kept, each miss with its reason."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.casework.people import dossier, entered, talked
from werkzaam.casework.dossier import Dossier
from werkzaam.casework.entry import Kind, Role
from werkzaam.casework.notions import due_of
from werkzaam.casework.office import Office, Worker
from werkzaam.casework.planning import WeekPlan, plan_of
from werkzaam.casework.week import open_days, room_of, week_asked

MONDAY = date(2019, 4, 1)
FRIDAY = MONDAY + timedelta(4)


def office(workers: int = 2, talks: int = 8, today: date = MONDAY, away: Sequence[str] = (), **terms: int) -> Office:
    staff = [Worker(f"w{at}", f"Worker {at}", "team", talks=talks) for at in range(workers)]
    absent = [replace(one, away=((MONDAY, FRIDAY),)) if one.id in away else one for one in staff]
    found = Office(today, {one.id: one for one in absent})
    return replace(found, terms=replace(found.terms, **terms))


def person(number: int, worker: str = "w0", last: str = "2018-02-15", part: str = "ams_comparison") -> Dossier:
    return talked(dossier(number, part, worker, date(2018, 1, 15)), last)


def planned(people: Sequence[Dossier], here: Office) -> WeekPlan:
    return plan_of(week_asked(people, due_of, here, MONDAY))


def after(people: Sequence[Dossier], plan: WeekPlan) -> list[Dossier]:
    """The dossiers after the plan was kept."""
    at = {one.talk.person: one for one in plan.placed}
    return [
        one if one.person not in at else entered(
            one, Kind.APPOINTMENT, "2019-03-29", on=at[one.person].place.day, worker=at[one.person].place.worker,
            channel=at[one.person].channel, slot=at[one.person].place.slot, initiator="klantmanager")
        for one in people
    ]  # fmt: skip


def test_the_most_overdue_fit_first_and_every_miss_has_a_reason() -> None:
    people = [person(number, last=f"2018-01-{number:02}") for number in range(31, 0, -1)]
    plan = planned(people, office(workers=1))
    assert sorted(one.talk.person for one in plan.placed) == [1, 2, 3, 4, 5, 6, 7, 8]
    assert [one.talk.person for one in plan.missed] == [*range(9, 32)]
    assert {one.why for one in plan.missed} == {"no_room"}
    assert len(plan.placed) + len(plan.missed) == len(plan.week.talks) == 31


def test_no_day_and_no_week_has_more_talks_than_there_are_hours() -> None:
    here = office(workers=3, talks=7)
    plan = planned([person(number, f"w{number % 3}") for number in range(60)], here)
    days = Counter((one.place.worker, one.place.day) for one in plan.placed)
    assert len(plan.placed) == plan.room == 21
    assert max(days.values()) <= here.terms.talks_a_day
    assert len({one.place for one in plan.placed}) == 21, "nobody is in two talks at once"


def test_colleagues_of_the_team_help_who_waits_longest_and_no_more_than_need_be() -> None:
    mine, theirs = [person(number, last="2018-01-20") for number in range(1, 11)], [person(20, "w1"), person(21, "w1")]
    plan = planned([*mine, *theirs], office())
    assert not plan.missed
    assert plan.with_own == plan.bound == 10
    assert sum(one.place.worker == "w1" for one in plan.placed) == 4


def test_where_one_klantmanager_is_promised_a_colleague_comes_only_for_what_cannot_wait() -> None:
    people = [person(number, part="ams_extra_attention") for number in range(1, 11)]
    cannot_pay = entered(people[9], Kind.SIGNAL, "2019-04-01", role=Role.CLIENT, topic="kan_niet_betalen")
    plan = planned([*people[:9], cannot_pay], office())
    assert {one.why for one in plan.missed} == {"own_full"}
    assert len(plan.placed) == 9
    (call,) = [one for one in plan.placed if one.talk.person == 10]
    assert call.place.day <= date(2019, 4, 2)
    assert call.channel == "telefoon"


def test_when_the_own_klantmanager_is_away_colleagues_take_the_most_overdue() -> None:
    people = [person(number, part="ams_extra_attention") for number in range(1, 11)]
    plan = planned(people, office(away=["w0"]))
    assert {one.place.worker for one in plan.placed} == {"w1"}
    assert [(one.talk.person, one.why) for one in plan.missed] == [(9, "own_away"), (10, "own_away")]


def test_the_same_week_planned_again_changes_nothing() -> None:
    people = [person(number, f"w{number % 2}") for number in range(1, 30)]
    first = planned(people, office())
    again = planned(after(people, first), office())
    assert not again.changes
    assert [(one.talk.person, one.place) for one in again.placed] == [(one.talk.person, one.place) for one in first.placed]
    assert planned(people, office()) == first, "the same question has the same answer"


def test_after_an_absence_only_who_was_with_the_absent_moves_and_is_told_why() -> None:
    people = [person(number, f"w{number % 3}", last=f"2018-{1 + number % 3:02}-{1 + number % 28:02}") for number in range(1, 24)]
    first = planned(people, office(workers=3))
    assert not first.missed
    again = planned(after(people, first), office(workers=3, away=["w1"]))
    with_absent = {one.talk.person for one in first.placed if one.place.worker == "w1"}
    assert {change.talk.person for change in again.changes} == with_absent
    assert {change.because for change in again.changes} == {"worker_away"}
    stayed = {one.talk.person: one.place for one in again.placed if one.talk.person not in with_absent}
    assert stayed == {one.talk.person: one.place for one in first.placed if one.talk.person not in with_absent}
    assert {one.talk.person for one in [*again.placed, *again.missed]} == {*range(1, 24)}, "nobody is dropped without a word"


def test_a_signal_makes_room_and_whoever_moves_is_told_why() -> None:
    people = [person(number, last=f"2018-01-{number:02}") for number in range(1, 9)]
    first = planned(people, office(workers=1, talks=8))
    signal = entered(person(20), Kind.SIGNAL, "2019-04-01", role=Role.CLIENT, topic="kan_niet_betalen")
    plan = planned([*after(people, first), signal], office(workers=1, talks=8))
    assert 20 in {one.talk.person for one in plan.placed}
    (gone,) = [one for one in plan.changes if one.now is None]
    assert (gone.talk.person, gone.because) == (8, "made_room"), "the least overdue"


def test_an_appointment_that_somebody_made_stays_even_above_the_hours() -> None:
    people = [
        entered(person(number), Kind.APPOINTMENT, "2019-03-29", on=MONDAY, channel="telefoon", initiator="inwoner", worker="w0")
        for number in range(1, 6)
    ]
    plan = planned(people, office(workers=1, talks=3))
    assert len(plan.placed) == 5
    assert not plan.changes
    assert {one.place.day for one in plan.placed} == {MONDAY}


def test_who_has_an_appointment_later_is_not_asked_twice_unless_it_cannot_wait() -> None:
    later = entered(person(1), Kind.APPOINTMENT, "2019-03-29", on=date(2019, 4, 10), channel="telefoon", initiator="inwoner")
    assert not week_asked([later], due_of, office(), MONDAY).talks
    signal = entered(later, Kind.SIGNAL, "2019-04-01", role=Role.CLIENT, topic="kan_niet_betalen")
    assert len(week_asked([signal], due_of, office(), MONDAY).talks) == 1


def test_who_works_to_their_maximum_is_left_in_peace() -> None:
    one = talked(dossier(1), "2019-02-01")
    resting = entered(one, Kind.FREQUENCY, "2019-02-01", months=6, together=True, ground="aan_maximum")
    week = week_asked([resting], due_of, office(), MONDAY)
    assert (week.talks, week.peace) == ((), (1,))


def test_a_client_without_a_klantmanager_is_listed() -> None:
    plan = planned([talked(dossier(1, "ams_comparison", None), "2018-01-20")], office())
    assert [(one.talk.person, one.why) for one in plan.missed] == [(1, "no_worker")]


@pytest.mark.parametrize(("share", "days", "talks"), [(100, 5, 8), (50, 5, 4), (100, 3, 4), (80, 2, 2)])
def test_a_part_of_a_week_or_a_position_has_its_part_of_the_talks(share: int, days: int, talks: int) -> None:
    worker = Worker("w0", "Worker", "team", share=share)
    here = Office(MONDAY + timedelta(5 - days), {"w0": worker})
    plan = planned([person(number) for number in range(1, 20)], here)
    assert len(plan.placed) == talks
    assert min(one.place.day for one in plan.placed) >= here.today


def test_a_promise_to_meet_a_colleague_is_kept_although_the_own_klantmanager_has_room() -> None:
    told = entered(
        person(1), Kind.APPOINTMENT, "2019-03-29", on=date(2019, 4, 3), channel="telefoon", initiator="inwoner", worker="w1"
    )
    plan = planned([told, person(2)], office())
    assert {one.talk.person: (one.place.worker, one.place.day) for one in plan.placed}[1] == ("w1", date(2019, 4, 3))
    assert not plan.changes
    assert (plan.with_own, plan.bound) == (1, 2), "the plan says what the promise costs"


def test_who_works_three_days_has_the_talks_of_the_position_on_those_and_a_holiday_takes_one() -> None:
    worker = Worker("w0", "Worker", "team", share=60, talks=10, days=("maandag", "dinsdag", "donderdag"))
    whole, easter = date(2019, 4, 1), date(2019, 4, 22)
    assert room_of(worker, Office(whole), open_days(Office(whole), whole)).talks == 6
    room = room_of(worker, Office(easter), open_days(Office(easter), easter))
    assert (room.talks, [day.day for day, talks in room.days.items() if talks]) == (4, [23, 25])


def test_new_talks_are_on_days_that_somebody_works_and_what_was_agreed_for_another_day_stays() -> None:
    part_time = replace(office(1), workers={"w0": Worker("w0", "Worker", "team", days=("dinsdag",))})
    people = [person(number) for number in range(1, 4)]
    agreed = after(people[:1], planned(people[:1], office(1)))
    assert agreed[0].entries[-1].body["on"] == MONDAY
    plan = planned([*agreed, *people[1:]], part_time)
    assert {one.talk.person: one.place.day for one in plan.placed} == {1: MONDAY, 2: date(2019, 4, 2), 3: date(2019, 4, 2)}
    assert not plan.changes
