# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Where and how people prefer to talk is what is proposed; a channel that is shut drops nobody."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.casework.people import dossier, entered, talked
from werkzaam.casework.dossier import Dossier
from werkzaam.casework.entry import Kind
from werkzaam.casework.notions import due_of
from werkzaam.casework.office import Office
from werkzaam.casework.planning import plan_of
from werkzaam.casework.preferences import channel_for, dues, place_for, preference_of
from werkzaam.casework.week import week_asked

APRIL = Office(date(2019, 4, 1))


def preferring(one: Dossier | None = None, day: str = "2019-01-07", **body: object) -> Dossier:
    return entered(one or dossier(), Kind.PREFERENCE, day, **body)


@pytest.mark.requirement("R-033")
def test_the_library_is_proposed_and_the_main_office_is_not() -> None:
    here = replace(APRIL, places={"oost": ("hoofdkantoor", "buurthuis oost"), "": ("hoofdkantoor", "stadsloket")})
    liked = preferring(places=["bibliotheek"], avoid=["hoofdkantoor"], district="oost")
    assert place_for(liked, here) == "bibliotheek"
    week = week_asked([talked(liked, "2018-04-01")], due_of, here, date(2019, 4, 1))
    assert [talk.place for talk in week.talks] == ["bibliotheek"]
    assert place_for(preferring(district="oost"), here) == "buurthuis oost"
    assert place_for(dossier(), here) == "stadsloket"
    assert place_for(preferring(places=["hoofdkantoor"]), here) == "hoofdkantoor", "who chooses it gets it"
    assert place_for(preferring(avoid=["stadsloket"]), here) is None, "then a place is agreed first"


def test_each_preference_is_as_it_was_noted_last() -> None:
    one = preferring(preferring(channels=["telefoon"], wishes=["kinderopvang"]), "2019-02-01", channels=["bezoek"])
    assert preference_of(one).channels == ["bezoek"]
    assert preference_of(one).wishes == ["kinderopvang"]


@pytest.mark.requirement("R-034")
def test_only_mail_for_six_months_gives_one_warning_to_who_prefers_the_phone() -> None:
    liked = talked(preferring(channels=["telefoon"]), "2019-01-07")
    mailed = talked(liked, "2019-02-01", "2019-04-01", "2019-06-20", channel="post")
    found = [due for due in due_of(mailed, Office(date(2019, 7, 8))) if due.code == "impersonal_only"]
    assert [due.by for due in found] == [date(2019, 7, 7)]
    assert not [due for due in dues(mailed, Office(date(2019, 7, 6))) if due.by < date(2019, 7, 6)]
    assert not list(dues(talked(mailed, "2019-06-25"), Office(date(2019, 12, 1)))), "they talked after the last mail"


def test_who_chose_messages_only_is_not_a_warning() -> None:
    mailed = talked(preferring(channels=["bericht"]), "2019-02-01", "2019-06-20", channel="bericht")
    assert not list(dues(mailed, Office(date(2019, 12, 1))))
    assert channel_for(mailed, APRIL, APRIL.today) == "bericht"


def test_the_first_preferred_personal_channel_is_proposed() -> None:
    assert channel_for(preferring(channels=["post", "videogesprek", "bezoek"]), APRIL, APRIL.today) == "videogesprek"
    assert channel_for(dossier(), APRIL, APRIL.today) == "bezoek", "the first of the regime"


@pytest.mark.requirement("R-042")
def test_with_visits_off_no_talk_is_a_visit_and_none_is_dropped() -> None:
    crisis = Office(date(2020, 3, 16), shut=((date(2020, 3, 16), date(2020, 6, 1), frozenset({"bezoek"})),))
    people = [talked(preferring(dossier(person), channels=["bezoek"]), "2019-03-10") for person in range(1, 6)]
    week = week_asked(people, due_of, crisis, crisis.today)
    before = week_asked(people, due_of, replace(crisis, shut=()), crisis.today)
    assert {talk.person for talk in week.talks} == {talk.person for talk in before.talks} == {1, 2, 3, 4, 5}
    assert {one.channel for one in plan_of(before).placed} == {"bezoek"}
    placed = plan_of(week).placed
    assert len(placed) == 5
    assert "bezoek" not in {one.channel for one in placed}
    again = [day for talk in week.talks for day in talk.days]
    assert len(again) == 25, "every day is still possible"
    assert channel_for(people[0], crisis, date(2020, 6, 2)) == "bezoek"


def test_when_every_channel_is_shut_it_is_said_and_not_dropped() -> None:
    every = frozenset({"bezoek", "telefoon", "videogesprek"})
    shut = Office(date(2020, 3, 16), shut=((date(2020, 3, 16), date(2020, 6, 1), every),))
    plan = plan_of(week_asked([talked(dossier(), "2019-03-10")], due_of, shut, shut.today))
    assert [(one.talk.person, one.why) for one in plan.missed] == [(1, "channel_shut")]


def test_a_talk_is_on_a_day_the_client_can() -> None:
    one = talked(preferring(days=["donderdag"]), "2018-04-01")
    (placed,) = plan_of(week_asked([one], due_of, APRIL, APRIL.today)).placed
    assert placed.place.day == date(2019, 4, 4)
