# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The edges of the notions of work: the first and last day, the last hour, what was taken back, and what came before."""

from __future__ import annotations

from datetime import date

import pytest

from tests.casework.at_work import Client, office
from werkzaam.casework.aftercare import choice_of, start_of
from werkzaam.casework.coaching import progress
from werkzaam.casework.contracts import Worker, fragmented, near_large
from werkzaam.casework.courses import Reach
from werkzaam.casework.education import funding_of
from werkzaam.casework.entry import Kind
from werkzaam.casework.hours import where
from werkzaam.casework.placement import promised, without_contract
from werkzaam.casework.reading import has_left, same_name
from werkzaam.casework.work_terms import WorkTerms
from werkzaam.core.errors import InputError, NotAllowed

TERMS = WorkTerms()
JOB = {"stand": "gesloten", "soort": "vast", "uren": "15"}


def test_a_talk_seven_days_before_counts_and_one_eight_days_before_does_not() -> None:
    for met, left in (("2020-01-13", 2), ("2020-01-12", 3)):
        client = Client()
        client.write("2020-01-06", Kind.EXIT, waarom="werk")
        client.meet(met)
        assert len(client.due("2020-01-14")) == left


def test_an_offer_is_a_talk_and_a_question_is_not() -> None:
    for born, talk in ((date(1998, 1, 1), True), (date(1975, 1, 1), False)):
        client = Client(born=born)
        client.write("2020-01-06", Kind.EXIT, waarom="werk")
        assert {one.talk for one in client.due("2020-01-06")} == {talk}


def test_the_last_day_of_aftercare_is_one_of_it() -> None:
    client = Client()
    client.write("2020-01-01", Kind.EXIT, waarom="werk")
    client.write("2020-01-10", Kind.AFTERCARE, gewenst="ja", door="gemeente", keer_per_maand="1", until="2020-02-09")
    assert [one.by for one in client.due("2020-01-10")] == [date(2020, 2, 9)]
    client.meet("2020-01-11")
    assert not client.due("2020-01-11")


def test_an_exit_or_choice_that_was_taken_back_or_lies_before_a_return_counts_for_nothing() -> None:
    client = Client()
    client.write("2020-01-01", Kind.EXIT, waarom="werk")
    client.write("2020-01-02", Kind.AFTERCARE, gewenst="nee")
    client.withdraw("2020-01-03", 2)
    assert choice_of(client.dossier("2020-01-04"), date(2020, 1, 4)) is None
    client.withdraw("2020-01-05", 1)
    assert start_of(client.dossier("2020-01-06"), date(2020, 1, 6)) is None
    assert not has_left(client.dossier("2020-01-06"), date(2020, 1, 6))

    back = Client()
    back.write("2020-01-01", Kind.EXIT, waarom="werk")
    back.write("2020-01-01", Kind.AFTERCARE, gewenst="nee")
    back.write("2020-01-01", Kind.RETURN, waarom="werk_gestopt", hergebruik="ja")
    today = date(2020, 1, 2)
    assert start_of(back.dossier("2020-01-02"), today) is choice_of(back.dossier("2020-01-02"), today) is None
    back.write("2020-03-01", Kind.EXIT, waarom="studie")
    assert start_of(back.dossier("2020-03-01"), date(2020, 3, 1)) == date(2020, 3, 1)
    assert len(back.due("2020-03-01")) == 3


def test_work_that_ran_on_through_a_return_is_no_new_start_and_new_work_is() -> None:
    client = Client()
    client.write("2020-01-01", Kind.CONTRACT, **JOB, werkgever="Winkel")
    client.write("2020-01-01", Kind.EXIT, waarom="werk")
    client.write("2020-04-01", Kind.RETURN, waarom="minder_uren", hergebruik="ja")
    assert start_of(client.dossier("2020-04-02"), date(2020, 4, 2)) is None
    client.write("2020-05-01", Kind.CONTRACT, **JOB, werkgever="School")
    assert start_of(client.dossier("2020-05-02"), date(2020, 5, 2)) == date(2020, 5, 1)


def test_a_trip_taken_back_is_not_counted_and_talks_remain_due_after_the_trips() -> None:
    client = Client()
    client.write("2020-03-02", Kind.TRIP, wat="plan", reizen="1", gesprekken="1")
    client.write("2020-03-02", Kind.TRIP, wat="meegereisd")
    assert client.codes("2020-03-02") == ["colleagues_talk"]
    client.withdraw("2020-03-03", 2)
    found = progress(client.dossier("2020-03-03"))
    assert found is not None
    assert (found.shown, client.codes("2020-03-03")) == ("0/1", ["next_trip"])
    client.write("2020-04-01", Kind.TRIP, wat="plan", reizen="3")
    again = progress(client.dossier("2020-04-01"))
    assert again is not None
    assert again.shown == "0/3"


@pytest.mark.parametrize(
    ("days", "minutes", "short"), [(5, 180, True), (4, 180, False), (5, 181, False), (6, 450, False), (2, 150, False)]
)
def test_short_shifts_are_up_to_three_hours_on_five_days_or_more(days: int, minutes: int, *, short: bool) -> None:
    assert fragmented(days, minutes, TERMS) is short


def test_near_a_large_job_is_from_8_to_15_hours() -> None:
    workers = [Worker(person, hours, True) for person, hours in enumerate((7, 8, 15, 16))]
    assert [one.hours for one in near_large(workers, TERMS)] == [15, 8]


def test_a_promise_of_before_the_contract_or_one_taken_back_ends_no_talk_about_short_shifts() -> None:
    client = Client()
    promise = {"werkgever": "Taxi", "belofte": "contract", "maanden": "12", "op_papier": "ja"}
    client.write("2020-01-06", Kind.COMMITMENT, **promise)
    client.write("2020-02-03", Kind.CONTRACT, **JOB, werkgever="Taxi", dagen="ma,di,wo,do,vr", minuten_per_dag="180")
    assert "employer_talk" in client.codes("2020-02-03")
    client.write("2020-02-03", Kind.COMMITMENT, **promise)
    assert "employer_talk" not in client.codes("2020-02-03")
    client.withdraw("2020-02-04", 3)
    assert "employer_talk" in client.codes("2020-02-04")


def test_a_placement_exactly_a_year_ago_still_counts_and_one_taken_back_does_not() -> None:
    client = Client()
    client.write("2020-01-06", Kind.PLACEMENT, until="2020-03-01", werkgever="A", functie="x", uitzondering="x")
    for day, number in (("2021-01-06", 1), ("2021-01-07", 0)):
        assert len(without_contract(client.dossier(day), date.fromisoformat(day), office(day))) == number
    client.withdraw("2020-02-01", 1)
    assert not without_contract(client.dossier("2020-06-01"), date(2020, 6, 1), office("2020-06-01"))


def test_money_granted_in_one_year_does_not_count_for_a_new_decision_in_the_next() -> None:
    client = Client()
    client.write("2020-12-01", Kind.REQUEST, wat="cursus", naam="Heftruck", kosten="1500")
    client.write("2020-12-02", Kind.DECIDED, over="1", besluit="deels", uit_budget="1000")
    request, dossier = client.entries[0], client.dossier("2021-01-10")
    found = [funding_of(dossier, request, year, office("2021-01-10")) for year in (2020, 2021)]
    assert [one.budget for one in found if one] == [1000_00, 1000_00]


def test_everybody_may_wish_and_nobody_may_have_it() -> None:
    assert (Reach(10, 10, 0).gap, Reach(10, 0, 10).gap) == (100, -100)


def test_names_are_the_same_but_for_case_signs_and_spaces() -> None:
    assert same_name("Lorry-licence ", "lorry  LICENCE")
    assert not same_name("Lorry licence", "Bus licence")


def test_a_review_that_was_taken_back_moves_no_step() -> None:
    client = Client()
    client.write("2020-01-06", Kind.HOURS_PLAN, stappen="4,8,12")
    client.write("2020-04-06", Kind.HOURS_REVIEW, over="1", bevinding="gelukt")
    client.withdraw("2020-04-07", 2)
    at = where(client.entries[0], client.dossier("2020-04-08"), office("2020-04-08"))
    assert (at.step, at.hours, at.review) == (0, 4, date(2020, 4, 6))


def test_an_internship_after_which_the_organisation_gave_a_contract_asks_for_no_next_step() -> None:
    client = Client()
    intern = {
        "soort": "leerstage",
        "organisatie": "School",
        "initiatief": "inwoner",
        "eerder_betaald": "nee",
        "draait_zonder": "ja",
    }
    client.write("2020-01-06", Kind.WORKPLACE, until="2020-07-05", uitzondering="leren", **intern)
    assert "next_step" in client.codes("2020-02-03")
    client.write("2020-02-03", Kind.CONTRACT, **JOB, werkgever="school")
    assert "next_step" not in client.codes("2020-02-03")


def test_a_placement_that_was_taken_back_has_no_next_step_and_one_without_an_end_neither() -> None:
    client = Client()
    client.write("2020-01-06", Kind.PLACEMENT, until="2020-03-01", werkgever="A", functie="x", uitzondering="x")
    assert client.codes("2020-01-07") == ["next_step"]
    client.withdraw("2020-01-08", 1)
    assert not client.codes("2020-01-08")
    client.write("2020-01-09", Kind.WORKPLACE, soort="vrijwilligerswerk", organisatie="B", initiatief="inwoner",
                 eerder_betaald="nee", draait_zonder="ja")  # fmt: skip
    assert not client.codes("2020-01-10")


def test_a_promise_holds_until_its_last_day_and_not_before_it_was_made() -> None:
    client = Client()
    client.write(
        "2020-02-03", Kind.COMMITMENT, until="2020-03-02", werkgever="A", belofte="contract", maanden="6", op_papier="ja"
    )
    dossier = client.dossier("2020-06-01")
    held = [promised(dossier, "a", date(2020, *day)) is not None for day in ((2, 2), (2, 3), (3, 2), (3, 3))]
    assert held == [False, True, True, False]
    assert promised(dossier, "B", date(2020, 2, 3)) is None


def test_a_plan_of_hours_is_looked_back_at_on_its_last_day_and_not_after_it() -> None:
    client = Client()
    client.write("2020-01-06", Kind.HOURS_PLAN, stappen="4,8", until="2020-06-30")
    assert (client.codes("2020-06-30"), client.codes("2020-07-01")) == (["hours_review"], [])


def test_a_course_done_on_the_day_it_is_asked_is_remarked() -> None:
    client = Client()
    client.write("2020-01-06", Kind.COURSE_DONE, naam="Heftruck", uitkomst="gestopt")
    assert [one.code for one in client.write("2020-01-06", Kind.REQUEST, wat="cursus", naam="Heftruck")] == ["done_before"]


def test_language_needs_both_its_hours_and_its_place_and_notice_both_its_days() -> None:
    for part in ({"uren": "4"}, {"waar": "school"}):
        with pytest.raises(InputError, match="uren, waar"):
            Client().write("2020-01-06", Kind.REQUEST, wat="taal", naam="Nederlands", **part)
    client = Client()
    client.write("2020-03-02", Kind.REQUEST, wat="opleiding", naam="Zorg", kosten="900")
    client.write("2020-03-09", Kind.DECIDED, over="1", besluit="toegekend", uit_budget="900")
    for day in ({"verteld_op": "2020-04-01"}, {"stopt_op": "2020-08-01"}):
        with pytest.raises(NotAllowed, match="at least 30 days"):
            client.write("2020-04-01", Kind.DECIDED, over="1", besluit="ingetrokken", omdat="x", **day)
