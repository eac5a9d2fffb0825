# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Hours are built up in steps that the client chose, limits are shown before anybody says yes, and care needs no permission."""

from __future__ import annotations

from datetime import date

import pytest

from tests.casework.at_work import Client, codes, office
from werkzaam.casework.care import care_hours
from werkzaam.casework.entry import Entry, Kind, Role
from werkzaam.casework.hours import proposed, where
from werkzaam.casework.limits import limit_of
from werkzaam.core.errors import InputError, NotAllowed

STEPS = {"stappen": "4,8,12,16"}


@pytest.mark.requirement("R-054")
def test_a_step_that_is_too_much_stays_and_nothing_is_due() -> None:
    """Story divorced_first_job: 4, 8, 12, 16 hours each three months; step two is too much, so the plan stays at 8."""
    client = Client()
    client.write("2020-01-06", Kind.HOURS_PLAN, **STEPS)
    (first,) = client.due("2020-01-06")
    assert (first.code, first.by, first.values["hours"]) == ("hours_review", date(2020, 4, 6), 4)
    client.write("2020-04-06", Kind.HOURS_REVIEW, over="1", bevinding="gelukt")
    (second,) = client.due("2020-04-06")
    assert (second.by, second.values["hours"]) == (date(2020, 7, 6), 8)
    (remark,) = client.write("2020-07-06", Kind.HOURS_REVIEW, Role.CLIENT, over="1", bevinding="te_veel")
    assert (remark.code, remark.values["hours"]) == ("stays_at", 8)
    assert not client.due("2020-07-07")
    assert not client.due("2023-07-07")
    assert where(client.entries[0], client.dossier("2021-01-01"), office("2021-01-01")).hours == 8


def test_a_plan_goes_on_when_the_client_wants_and_ends_after_its_last_step() -> None:
    client = Client()
    client.write("2020-01-06", Kind.HOURS_PLAN, stappen="4,8", maanden="2")
    client.write("2020-03-06", Kind.HOURS_REVIEW, over="1", bevinding="te_veel")
    client.write("2020-09-01", Kind.HOURS_REVIEW, over="1", bevinding="gelukt")
    (due,) = client.due("2020-09-01")
    assert (due.by, due.values) == (date(2020, 11, 1), {"step": 2, "hours": 8})
    client.write("2020-11-01", Kind.HOURS_REVIEW, over="1", bevinding="gelukt")
    assert not client.due("2020-11-02")


def test_a_step_back_goes_back_one_and_never_below_the_first() -> None:
    client = Client()
    client.write("2020-01-06", Kind.HOURS_PLAN, **STEPS)
    for day, found, hours in (("2020-04-06", "gelukt", 8), ("2020-07-06", "terug", 4), ("2020-08-06", "terug", 4)):
        client.write(day, Kind.HOURS_REVIEW, over="1", bevinding=found)
        assert where(client.entries[0], client.dossier(day), office(day)).hours == hours


@pytest.mark.parametrize("steps", ["4,4,8", "8,4", "4,vijf", "0,4", "4,41"])
def test_steps_that_do_not_rise_or_are_no_hours_are_refused(steps: str) -> None:
    with pytest.raises(InputError, match="stappen"):
        Client().write("2020-01-06", Kind.HOURS_PLAN, stappen=steps)
    with pytest.raises(InputError, match="stappen"):
        Client().write("2020-01-06", Kind.HOURS_PLAN)


def test_a_plan_may_end_at_a_full_week() -> None:
    client = Client()
    client.write("2020-01-06", Kind.HOURS_PLAN, stappen="1,40")
    assert where(client.entries[0], client.dossier("2020-01-06"), office("2020-01-06")).hours == 1


def test_a_review_is_of_a_plan_and_a_plan_that_is_withdrawn_makes_nothing_due() -> None:
    client = Client()
    client.write("2020-01-06", Kind.HOURS_PLAN, **STEPS)
    client.withdraw("2020-01-07", 1)
    assert not client.due("2020-01-08")
    client.write("2020-01-08", Kind.CARE, uren="3")
    with pytest.raises(InputError, match="kind care"):
        client.write("2020-01-09", Kind.HOURS_REVIEW, over="3", bevinding="gelukt")


def test_beside_30_hours_of_care_a_wish_of_8_begins_with_4_and_care_counts() -> None:
    """Story man_58."""
    client = Client(born=date(1962, 2, 1))
    client.write("2020-03-02", Kind.CARE, uren="30")
    remarks = client.write("2020-03-02", Kind.HOURS_PLAN, wens="8")
    assert codes(remarks) == ["care_counted", "hours_steps"]
    assert (remarks[0].values["hours"], remarks[0].values["steps"]) == (30, ["4", "8"])
    assert (remarks[1].values["steps"], remarks[1].values["months"]) == (["4", "8"], 3)
    assert proposed(10, 4) == (4, 8, 10)
    assert proposed(1, 1) == (1,)
    for wish, by in ((0, 4), (4, 0)):
        with pytest.raises(InputError, match="above zero"):
            proposed(wish, by)


def test_care_is_told_never_asked_and_makes_nothing_due() -> None:
    client = Client()
    remarks = client.write("2020-03-02", Kind.CARE, Role.CLIENT, uren="12", gezamenlijke_rekening="ja")
    assert codes(remarks) == ["care_free"]
    assert care_hours(client.dossier("2020-03-02"), office("2020-03-02")) == 12
    assert not client.due("2021-03-02")
    assert not [kind for kind in Kind if "permission" in kind.value or "toestemming" in kind.value]


@pytest.mark.requirement("R-158")
def test_a_limit_of_four_hours_and_an_offer_of_eight_do_not_fit_and_bind_nobody() -> None:
    """Story woman_62: shown before she says yes; no duty follows, whether she or a professional said four."""
    client = Client(born=date(1958, 2, 1))
    client.write("2020-03-02", Kind.JOB_LIMITS, uren="4", dagen="ma,wo", tijden="ochtend")
    remarks = client.write("2020-03-03", Kind.CONTRACT, werkgever="Hotel", stand="aanbod", soort="vast", uren="8", dagen="ma,za",
                           tijden="avond")  # fmt: skip
    assert codes(remarks) == ["too_many_hours", "other_days", "other_times"]
    assert (remarks[0].values, remarks[1].values["offered"]) == ({"fits": "4", "offered": "8"}, "za")
    assert not client.due("2020-04-01")
    assert not client.write("2020-03-04", Kind.CONTRACT, werkgever="Hotel", stand="aanbod", soort="vast", uren="4", dagen="ma")

    found = Client()
    found.entries.append(Entry(7, Kind.ABILITY, date(2020, 1, 1), Role.PROFESSIONAL, "arts", {"hours": 4}, None, 1))
    assert limit_of(found.dossier("2020-03-02"), date(2020, 3, 2)) == 4
    found.entries.append(Entry(7, Kind.ABILITY, date(2020, 2, 1), Role.SUPPORT, "j.visser", {"hours": 2}, None, 2))
    assert limit_of(found.dossier("2020-03-02"), date(2020, 3, 2)) == 4  # A case manager sets no hours.
    with pytest.raises(NotAllowed, match="4 hours a week at most"):
        found.write("2020-03-02", Kind.HOURS_PLAN, stappen="4,8")
    found.write("2020-03-02", Kind.HOURS_PLAN, stappen="2,4")


def test_the_newest_limits_count_and_unsaid_ones_exclude_nothing() -> None:
    client = Client()
    assert limit_of(client.dossier("2020-03-02"), date(2020, 3, 2)) is None
    client.write("2020-03-02", Kind.JOB_LIMITS, uren="4")
    client.write("2020-06-02", Kind.JOB_LIMITS, uren="12")
    assert limit_of(client.dossier("2020-06-02"), date(2020, 6, 2)) == 12
