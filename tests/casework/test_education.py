# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Requests for education are never refused by themselves, have their money counted, and are not taken back overnight."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from tests.casework.at_work import Client, codes, office
from werkzaam.casework.courses import Course, Reach, gaps, in_education, reach, wishes_of
from werkzaam.casework.education import GROUNDS, REQUEST, decision_on, funding, spent
from werkzaam.casework.entry import Kind, Role
from werkzaam.casework.language import Intensity, intensity
from werkzaam.casework.work_terms import WorkTerms
from werkzaam.core.errors import InputError, NotAllowed

COURSE = {"wat": "cursus", "naam": "Heftruck", "kosten": "1500"}


@pytest.mark.requirement("R-052")
def test_a_course_of_1500_is_funded_with_an_employer_and_has_500_open_without() -> None:
    """Story education_fund: a budget of 1,000 a year; without an employer the request stays open and is not refused."""
    client = Client()
    remarks = client.write("2020-03-02", Kind.REQUEST, **COURSE, werkgever="Bouwbedrijf", werkgever_betaalt="500")
    assert codes(remarks) == ["money_found"]
    assert codes(client.write("2020-03-09", Kind.DECIDED, over="1", besluit="toegekend", uit_budget="1000")) == ["money_found"]
    assert not client.codes("2020-03-10")

    alone = Client()
    (remark,) = alone.write("2020-03-02", Kind.REQUEST, **COURSE)
    assert (remark.code, remark.values["amount"]) == ("money_open", 500_00)
    assert decision_on(alone.dossier("2020-03-02"), alone.entries[0]) is None
    assert alone.codes("2020-03-02") == ["request_undecided"]


def test_a_job_guarantee_is_never_a_condition() -> None:
    guarantee = next(one for one in REQUEST.fields if one.name == "guarantee")
    assert not guarantee.required
    assert not any("garantie" in ground or "guarantee" in ground for ground in GROUNDS)
    client = Client()
    client.write("2020-03-02", Kind.REQUEST, wat="cursus", naam="Heftruck", kosten="900", baangarantie="nee")
    client.write("2020-03-09", Kind.DECIDED, over="1", besluit="toegekend", uit_budget="900")
    with pytest.raises(InputError, match="grond: one of a list"):
        client.write("2020-03-10", Kind.DECIDED, over="1", besluit="niet_toegekend", grond="geen_baangarantie", omdat="x")


def test_a_refusal_has_a_ground_and_a_reason() -> None:
    client = Client()
    client.write("2020-03-02", Kind.REQUEST, **COURSE)
    with pytest.raises(NotAllowed, match="omdat"):
        client.write("2020-03-09", Kind.DECIDED, over="1", besluit="niet_toegekend", grond="te_duur")
    with pytest.raises(NotAllowed, match="grond"):
        client.write("2020-03-09", Kind.DECIDED, over="1", besluit="niet_toegekend", omdat="De cursus is vol.")
    client.write("2020-03-09", Kind.DECIDED, over="1", besluit="niet_toegekend", grond="geen_plaats", omdat="De cursus is vol.")
    assert not client.codes("2020-03-10")


def test_what_nobody_pays_cannot_be_granted_in_full_and_is_looked_for_when_granted_in_part() -> None:
    client = Client()
    client.write("2020-03-02", Kind.REQUEST, **COURSE)
    with pytest.raises(NotAllowed, match=r"€ 500\.00 of the cost is paid by nobody"):
        client.write("2020-03-09", Kind.DECIDED, over="1", besluit="toegekend", uit_budget="1000")
    client.write("2020-03-09", Kind.DECIDED, over="1", besluit="deels", uit_budget="1000")
    (due,) = client.due("2020-03-10")
    assert (due.code, due.by) == ("money_wanted", date(2020, 3, 23))


def test_the_budget_of_a_year_is_spent_once_and_is_new_next_year() -> None:
    client = Client()
    client.write("2020-03-02", Kind.REQUEST, wat="cursus", naam="Heftruck", kosten="700")
    client.write("2020-03-03", Kind.DECIDED, over="1", besluit="toegekend", uit_budget="700")
    (remark,) = client.write("2020-10-01", Kind.REQUEST, wat="cursus", naam="VCA", kosten="700")
    assert remark.values["amount"] == 400_00
    assert (spent(client.dossier("2020-12-31"), 2020), spent(client.dossier("2020-12-31"), 2021)) == (700_00, 0)
    with pytest.raises(NotAllowed, match=r"€ 300\.00 of the year's budget"):
        client.write("2020-10-08", Kind.DECIDED, over="3", besluit="toegekend", uit_budget="700")
    client.write("2020-10-08", Kind.DECIDED, over="3", besluit="toegekend", uit_budget="700", omdat="Hij kan direct beginnen.")
    assert codes(client.write("2021-01-04", Kind.REQUEST, wat="cursus", naam="Rijbewijs", kosten="900")) == ["money_found"]


def test_a_course_is_not_taken_back_without_a_reason_and_notice() -> None:
    """The next case manager cannot stop on Monday what the last one promised."""
    client = Client()
    client.write("2020-03-02", Kind.REQUEST, wat="opleiding", naam="Verzorgende", kosten="900")
    with pytest.raises(NotAllowed, match="only what was granted"):
        client.write("2020-03-09", Kind.DECIDED, over="1", besluit="ingetrokken", omdat="Anders besloten")
    client.write("2020-03-09", Kind.DECIDED, over="1", besluit="toegekend", uit_budget="900")
    with pytest.raises(NotAllowed, match="omdat"):
        client.write("2020-06-01", Kind.DECIDED, over="1", besluit="ingetrokken", verteld_op="2020-06-01", stopt_op="2020-07-31")
    with pytest.raises(NotAllowed, match="at least 30 days"):
        client.write("2020-06-01", Kind.DECIDED, over="1", besluit="ingetrokken", omdat="De school stopt.",
                     verteld_op="2020-06-01", stopt_op="2020-06-30")  # fmt: skip
    client.write("2020-06-01", Kind.DECIDED, over="1", besluit="ingetrokken", omdat="De school stopt.", verteld_op="2020-06-01",
                 stopt_op="2020-07-01")  # fmt: skip


def test_a_decision_withdrawn_leaves_the_request_open_and_the_money_unspent() -> None:
    client = Client()
    client.write("2020-03-02", Kind.REQUEST, **COURSE)
    client.write("2020-03-09", Kind.DECIDED, over="1", besluit="deels", uit_budget="1000")
    client.withdraw("2020-03-10", 2)
    assert client.codes("2020-03-11") == ["request_undecided"]
    assert spent(client.dossier("2020-03-11"), 2020) == 0


def test_a_request_undecided_is_due_within_eight_weeks() -> None:
    client = Client()
    client.write("2020-03-02", Kind.REQUEST, Role.CLIENT, **COURSE)
    (due,) = client.due("2020-03-02")
    assert (due.by, due.source) == (date(2020, 4, 27), "Awb 4:13")


def test_shares_that_are_more_than_the_cost_or_of_nobody_are_refused() -> None:
    with pytest.raises(InputError, match="werkgever: an employer pays a part"):
        Client().write("2020-03-02", Kind.REQUEST, **COURSE, werkgever_betaalt="500")
    with pytest.raises(InputError, match="lower what is promised"):
        Client().write("2020-03-02", Kind.REQUEST, **COURSE, werkgever="B", werkgever_betaalt="1600")
    with pytest.raises(InputError, match="no entry 9"):
        Client().write("2020-03-02", Kind.DECIDED, over="9", besluit="toegekend", uit_budget="1")


@pytest.mark.parametrize(
    ("left", "employer", "own", "budget", "opened"),
    [(1000, 500, 0, 1000, 0), (1000, 0, 0, 1000, 500), (0, 0, 0, 0, 1500), (-5, 0, 1500, 0, 0), (9999, 0, 0, 1500, 0)],
)
def test_the_town_pays_last_and_no_more_than_is_left(left: int, employer: int, own: int, budget: int, opened: int) -> None:
    found = funding(1500, left, employer, own)
    assert (found.budget, found.open, found.funded) == (budget, opened, opened == 0)


@pytest.mark.requirement("R-059")
def test_a_course_that_was_done_before_is_remarked_with_its_day() -> None:
    """Application training of 2017, proposed in 2020: a warning, not a refusal; case and signs do not matter."""
    client = Client()
    client.write("2020-01-06", Kind.COURSE_DONE, on="2017-11-20", naam="application_training", uitkomst="afgerond")
    (remark,) = client.write("2020-01-06", Kind.REQUEST, wat="cursus", naam="Application training")
    assert (remark.code, remark.values["day"]) == ("done_before", date(2017, 11, 20))
    assert not client.write("2020-01-06", Kind.REQUEST, wat="cursus", naam="Heftruck")


@pytest.mark.requirement("R-053")
def test_two_hours_a_week_in_a_community_centre_are_low_intensity() -> None:
    assert intensity(2, "buurthuis", WorkTerms()).value == "low_intensity"
    assert intensity(12, "school", WorkTerms()) is Intensity.INTENSIVE
    assert intensity(2, "op_het_werk", WorkTerms()) is Intensity.ON_THE_JOB
    assert codes(Client().write("2020-01-06", Kind.REQUEST, wat="taal", naam="Nederlands", uren="2", waar="buurthuis")) == [
        "low_intensity"
    ]
    with pytest.raises(InputError, match="uren, waar"):
        Client().write("2020-01-06", Kind.REQUEST, wat="taal", naam="Nederlands")


@pytest.mark.requirement("R-125")
def test_twenty_wishes_for_a_lorry_licence_are_in_the_report_of_what_is_missing() -> None:
    """Story driving_licence: written in three ways, counted once for each client; a wish with a course is not in it."""
    town = [Client(person) for person in range(1, 23)]
    for one in town[:20]:
        name = ["lorry licence", "Lorry licence", "lorry-licence"][one.person % 3]
        one.write("2020-01-06", Kind.REQUEST, wat="opleiding", naam=name)
        one.write("2020-02-06", Kind.REQUEST, wat="opleiding", naam=name.upper())
    town[20].write("2020-01-06", Kind.REQUEST, wat="taal", naam="taalcursus", uren="4", waar="school")
    town[21].write("2020-01-06", Kind.REQUEST, wat="instrument", naam="jobhunter")
    wishes = [wish for one in town for wish in wishes_of(one.dossier("2020-03-01"))]
    ((name, number),) = gaps(wishes, [Course("Nederlands", ("Taalcursus",), "lijst")])
    assert (name.casefold().replace("-", " "), number) == ("lorry licence", 20)


@pytest.mark.requirement("R-260")
def test_wishes_of_51_and_uptake_of_12_leave_a_gap_of_39() -> None:
    assert Reach(100, 51, 12).gap == 39
    town = [Client(person) for person in range(100)]
    for one in town[:51]:
        one.write("2020-01-06", Kind.REQUEST, wat="opleiding", naam="Verzorgende", kosten="500")
    for one in town[:12]:
        one.write("2020-02-06", Kind.DECIDED, over="1", besluit="toegekend", uit_budget="500")
    found = reach(one.dossier("2020-03-01") for one in town)
    assert (found.wishes, found.uptake, found.gap) == (51, 12, 39)


def test_reach_is_exact_and_refuses_what_cannot_be() -> None:
    assert Reach(7, 3, 1).gap == Fraction(200, 7)
    for wrong in ((0, 0, 0), (10, 11, 1), (10, 1, -1)):
        with pytest.raises(InputError):
            Reach(*wrong)
    client = Client()
    client.write("2020-01-06", Kind.COURSE_DONE, naam="Heftruck", uitkomst="afgerond")
    assert in_education(client.dossier("2020-01-06"))
    assert office("2020-01-06").terms.work.education_cents == 1000_00


def test_nobody_decides_less_than_was_granted_without_taking_it_back() -> None:
    client = Client()
    client.write("2020-03-02", Kind.REQUEST, **COURSE)
    client.write("2020-03-09", Kind.DECIDED, over="1", besluit="deels", uit_budget="800")
    with pytest.raises(NotAllowed, match="more than this was granted on 2020-03-09"):
        client.write("2020-04-01", Kind.DECIDED, over="1", besluit="niet_toegekend", grond="anders", omdat="Anders besloten.")
    with pytest.raises(NotAllowed, match="more than this was granted"):
        client.write("2020-04-01", Kind.DECIDED, over="1", besluit="deels", uit_budget="700", omdat="Anders besloten.")
    client.write("2020-04-01", Kind.DECIDED, over="1", besluit="deels", uit_budget="900", omdat="Er is meer gevonden.")
    assert spent(client.dossier("2020-04-01"), 2020) == 900_00


def test_money_is_looked_for_until_the_course_is_done_and_an_old_one_of_that_name_does_not_count() -> None:
    client = Client()
    client.write("2020-01-06", Kind.COURSE_DONE, on="2015-05-01", naam="Heftruck", uitkomst="gestopt")
    client.write("2020-03-02", Kind.REQUEST, **COURSE)
    client.write("2020-03-09", Kind.DECIDED, over="2", besluit="deels", uit_budget="1000")
    assert client.codes("2020-03-10") == ["money_wanted"]
    client.write("2020-06-01", Kind.COURSE_DONE, naam="heftruck", uitkomst="afgerond")
    assert not client.codes("2020-06-01")
