# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Coaching at work, leaving, aftercare as the person wants it, the way back, and the way to an own business."""

from __future__ import annotations

from datetime import date

import pytest

from tests.casework.at_work import Client, codes
from werkzaam.casework.aftercare import ASKED as ASKED_FOR
from werkzaam.casework.aftercare import OFFERED, offer
from werkzaam.casework.coaching import progress
from werkzaam.casework.entry import Kind, Role
from werkzaam.casework.returning import ASKED, CHECKED, KNOWN, way_back
from werkzaam.casework.work_terms import WorkTerms
from werkzaam.core.errors import InputError, NotAllowed

WORK = {"waarom": "werk"}


@pytest.mark.requirement("R-161")
def test_six_accompanied_trips_are_six_of_six() -> None:
    """Story bus_six_times: planned, logged, and then nothing is due any more."""
    client = Client()
    client.write("2020-03-02", Kind.TRIP, wat="plan", reizen="6")
    for number, day in enumerate(("2020-03-03", "2020-03-04", "2020-03-05", "2020-03-06", "2020-03-09", "2020-03-10"), 1):
        assert client.codes(day) == ["next_trip"]
        (remark,) = client.write(day, Kind.TRIP, wat="meegereisd")
        assert remark.values == {"done": number, "agreed": 6}
    found = progress(client.dossier("2020-03-10"))
    assert found is not None
    assert (found.shown, found.trips, found.trips_agreed) == ("6/6", 6, 6)
    assert not client.due("2020-03-10")


def test_colleagues_hear_only_what_the_client_agreed_to_and_are_part_of_the_plan() -> None:
    client = Client()
    with pytest.raises(InputError, match="plan the coaching first"):
        client.write("2020-03-02", Kind.TRIP, wat="meegereisd")
    with pytest.raises(InputError, match="reizen, gesprekken"):
        client.write("2020-03-02", Kind.TRIP, wat="plan")
    client.write("2020-03-02", Kind.TRIP, wat="plan", gesprekken="1")
    with pytest.raises(NotAllowed, match="ask first"):
        client.write("2020-03-03", Kind.TRIP, wat="collegas")
    assert client.codes("2020-03-03") == ["colleagues_talk"]
    client.write("2020-03-03", Kind.TRIP, wat="collegas", akkoord="ja")
    assert not client.due("2020-03-04")


@pytest.mark.requirement("R-061")
def test_aftercare_is_offered_at_24_asked_at_40_and_a_no_is_respected() -> None:
    young = Client(born=date(1995, 6, 1))
    remarks = young.write("2020-01-01", Kind.EXIT, **WORK)
    assert (remarks[0].code, remarks[0].values["until"]) == ("aftercare_offer_told", date(2020, 7, 1))
    assert {one.code for one in young.due("2020-01-01")} == {"aftercare_offer"}
    assert all(one.values["until"] == date(2020, 7, 1) for one in young.due("2020-01-01"))

    older = Client(born=date(1979, 6, 1))
    older.write("2020-01-01", Kind.EXIT, **WORK)
    assert {one.code for one in older.due("2020-01-01")} == {"aftercare_ask"}

    for client in (young, older):
        assert codes(client.write("2020-01-08", Kind.AFTERCARE, Role.CLIENT, gewenst="nee")) == ["aftercare_refused"]
        assert not client.due("2020-01-08")
        assert not client.due("2020-06-30")


def test_after_ten_years_three_contacts_are_offered_and_each_is_done_by_a_talk() -> None:
    """Story ten_years: at two, six and twelve weeks after the start of work."""
    client = Client(born=date(1975, 6, 1))
    client.write("2020-01-06", Kind.CONTRACT, werkgever="School", stand="gesloten", soort="vast", uren="24")
    assert [one.by for one in client.due("2020-01-06")] == [date(2020, 1, 20), date(2020, 2, 17), date(2020, 3, 30)]
    client.meet("2020-01-17")
    assert [one.by for one in client.due("2020-01-20")] == [date(2020, 2, 17), date(2020, 3, 30)]
    client.meet("2020-04-01")
    assert not client.due("2020-04-01")


def test_a_talk_long_before_does_not_count_as_aftercare() -> None:
    client = Client()
    client.meet("2020-01-05")
    client.write("2020-01-06", Kind.EXIT, **WORK)
    assert len(client.due("2020-01-06")) == 3


def test_the_person_chooses_how_often_and_until_when() -> None:
    client = Client()
    client.write("2020-01-01", Kind.EXIT, **WORK)
    client.write("2020-01-10", Kind.AFTERCARE, gewenst="ja", door="gemeente", keer_per_maand="2", until="2020-03-31")
    assert [one.by for one in client.due("2020-01-10")] == [date(2020, 1, 25)]
    client.meet("2020-03-20")
    assert not client.due("2020-03-20")  # Two weeks later it has ended.
    with pytest.raises(InputError, match="door"):
        client.write("2020-01-10", Kind.AFTERCARE, gewenst="ja")


def test_who_is_glad_to_be_rid_of_the_office_can_choose_an_independent_body() -> None:
    """Story aftercare_refused: contact data and wish are asked for; then only the referral is due, and their word ends that."""
    client = Client()
    client.write("2020-01-01", Kind.EXIT, **WORK)
    with pytest.raises(NotAllowed, match="bereikbaar, wens"):
        client.write("2020-01-10", Kind.AFTERCARE, gewenst="ja", door="onafhankelijk")
    client.write("2020-01-10", Kind.AFTERCARE, gewenst="ja", door="onafhankelijk", bereikbaar="06 00 00 00 00", wens="planning")
    (due,) = client.due("2020-01-10")
    assert (due.code, due.by, due.talk) == ("aftercare_refer", date(2020, 1, 17), False)
    client.write("2020-01-15", Kind.AFTERCARE, Role.AFTERCARE, gewenst="ja", door="onafhankelijk", bereikbaar="06 00 00 00 00",
                 wens="planning")  # fmt: skip
    assert not client.due("2020-01-15")


def test_who_changes_their_mind_is_heard() -> None:
    client = Client()
    client.write("2020-01-01", Kind.EXIT, **WORK)
    client.write("2020-01-10", Kind.AFTERCARE, gewenst="nee")
    client.write("2020-02-10", Kind.AFTERCARE, gewenst="ja", door="gemeente", keer_per_maand="1")
    assert client.codes("2020-02-10") == ["aftercare_contact"]


@pytest.mark.parametrize(
    ("born", "code"),
    [(date(1993, 1, 2), OFFERED), (date(1993, 1, 1), ASKED_FOR), (date(1979, 1, 1), ASKED_FOR), (None, ASKED_FOR)],
)
def test_young_is_until_the_day_before_27(born: date | None, code: str) -> None:
    assert offer(date(2020, 1, 1), born, WorkTerms()).code == code


def test_the_way_back_asks_only_what_is_new_within_twelve_months() -> None:
    easy = way_back(date(2020, 1, 1), date(2020, 12, 31), 12)
    assert (easy.easy, easy.known, easy.checked, easy.asked) == (True, KNOWN, CHECKED, ASKED)
    late = way_back(date(2020, 1, 1), date(2021, 1, 1), 12)
    assert not late.easy
    assert set(late.checked) == {"verhaal", "doelen"}
    assert set(late.asked) == {*KNOWN, *CHECKED, *ASKED} - set(late.checked)
    unwilling = way_back(date(2020, 1, 1), date(2020, 2, 1), 12, reuse=False)
    assert set(unwilling.asked) == {*KNOWN, *CHECKED, *ASKED}
    with pytest.raises(InputError, match="before the person left"):
        way_back(date(2020, 1, 2), date(2020, 1, 1), 12)


def test_a_return_follows_on_an_exit_and_ends_aftercare() -> None:
    client = Client()
    with pytest.raises(NotAllowed, match="this client has not left"):
        client.write("2020-05-01", Kind.RETURN, waarom="werk_gestopt", hergebruik="ja")
    client.write("2020-01-01", Kind.EXIT, **WORK)
    (remark,) = client.write("2020-05-01", Kind.RETURN, waarom="werk_gestopt", hergebruik="ja")
    assert (remark.code, remark.values["asked"]) == ("return_easy", ASKED)
    assert client.codes("2020-05-01") == ["return_talk"]
    client.meet("2020-05-08")
    assert not client.due("2020-05-08")
    with pytest.raises(NotAllowed, match="this client has not left"):
        client.write("2020-06-01", Kind.RETURN, waarom="werk_gestopt", hergebruik="ja")
    client.write("2020-07-01", Kind.EXIT, waarom="studie")
    (late,) = client.write("2021-07-01", Kind.RETURN, waarom="werk_gestopt", hergebruik="ja")
    assert late.code == "return_full"


def test_the_way_to_an_own_business_has_its_talks_until_it_runs() -> None:
    client = Client()
    client.write("2020-01-06", Kind.REQUEST, wat="instrument", naam="voorbereiding bedrijf", doel="eigen_bedrijf", kosten="0")
    client.write("2020-01-13", Kind.DECIDED, over="1", besluit="toegekend", uit_budget="0")
    assert [(one.code, one.by) for one in client.due("2020-01-13")] == [
        ("business_talk", date(2020, 4, 13)), ("business_plan", date(2021, 1, 13))]  # fmt: skip
    client.meet("2020-04-01")
    assert client.codes("2020-04-13") == ["business_plan"]
    client.write("2020-09-01", Kind.CONTRACT, werkgever="eigen zaak", stand="gesloten", soort="zelfstandig", uren="24")
    assert "business_plan" not in client.codes("2020-09-01")


def test_who_left_is_not_called_about_plans_and_places_any_more_until_they_return() -> None:
    client = Client()
    client.write("2020-01-06", Kind.HOURS_PLAN, stappen="4,8")
    client.write("2020-01-06", Kind.PLACEMENT, until="2020-03-01", werkgever="Hotel", functie="keuken", uitzondering="proberen")
    client.write("2020-01-06", Kind.CONTRACT, stand="gesloten", soort="vast", werkgever="Taxi", uren="15",
                 dagen="ma,di,wo,do,vr,za", minuten_per_dag="150")  # fmt: skip
    assert {"hours_review", "next_step", "employer_talk"} <= set(client.codes("2020-01-07"))
    client.write("2020-02-03", Kind.EXIT, **WORK)
    client.write("2020-02-03", Kind.AFTERCARE, gewenst="nee")
    assert not client.due("2020-02-03")
    client.write("2020-03-02", Kind.RETURN, waarom="werk_gestopt", hergebruik="ja")
    assert {"hours_review", "employer_talk", "return_talk"} <= set(client.codes("2020-03-02"))
