# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Contacts are logged as they were, refused when they cannot be, and the norm of self-direction follows from them."""

from __future__ import annotations

import pytest

from tests.app.casework.counter import Counter
from werkzaam.casework.due import Reason
from werkzaam.casework.entry import Kind
from werkzaam.core.errors import InputError, NotAllowed

CALL = {"kanaal": "telefoon", "initiatief": "klantmanager", "soort": "gesprek"}


@pytest.fixture
def self_directed(counter: Counter) -> Counter:
    counter.open("2019-01-15", 7)
    counter.assign("2019-01-15", 7, "j.visser")
    counter.write("2019-01-15", 7, Kind.GUIDANCE, deel="ams_self_direction", omdat="loting")
    return counter


@pytest.mark.requirement("R-027")
def test_self_direction_warns_when_our_last_contact_is_a_year_ago(self_directed: Counter) -> None:
    """Last contact 10 March 2019: one warning on 11 March 2020, none on the 9th (that Monday the week has not come yet)."""
    self_directed.write("2019-03-10", 7, Kind.CONTACT, **CALL)
    assert not [
        due
        for due in self_directed.due("2020-03-09", "2020-W11")
        if due.reason is Reason.NORM and due.by < self_directed.on("2020-03-09").today
    ]
    (due,) = [one for one in self_directed.due("2020-03-11", "2020-W11", "j.visser") if one.reason is Reason.NORM]
    assert (due.reason, str(due.by), due.person) == (Reason.NORM, "2020-03-10", 7)


@pytest.mark.requirement("R-028")
def test_a_second_contact_of_ours_within_a_year_asks_for_a_reason(self_directed: Counter) -> None:
    self_directed.write("2019-01-20", 7, Kind.CONTACT, **CALL)
    with pytest.raises(NotAllowed, match="The client directs the pace"):
        self_directed.write("2019-05-06", 7, Kind.CONTACT, **CALL)
    asked = {**CALL, "initiatief": "inwoner"}
    assert self_directed.write("2019-05-06", 7, Kind.CONTACT, **asked).seq
    assert self_directed.write("2019-05-06", 7, Kind.CONTACT, **CALL, omdat="brief van de gemeente").seq


@pytest.mark.requirement("R-259")
def test_a_contact_without_the_kind_of_help_is_refused(self_directed: Counter) -> None:
    with pytest.raises(InputError, match="soort is missing"):
        self_directed.write("2019-02-01", 7, Kind.CONTACT, kanaal="telefoon", initiatief="inwoner")


def test_a_contact_in_the_future_is_refused_and_the_same_contact_counts_once(self_directed: Counter) -> None:
    with pytest.raises(InputError, match="2019-02-02 is in the future"):
        self_directed.write("2019-02-01", 7, Kind.CONTACT, on="2019-02-02", **CALL)
    first = self_directed.write("2019-02-01", 7, Kind.CONTACT, **CALL)
    assert first.seq
    assert self_directed.write("2019-02-01", 7, Kind.CONTACT, **CALL).seq is None


def test_two_case_managers_who_talk_with_somebody_on_one_day_are_two_contacts(self_directed: Counter) -> None:
    first = self_directed.write("2019-02-01", 7, Kind.CONTACT, **CALL)
    asked = {**CALL, "initiatief": "inwoner"}
    for actor, seen in (("j.visser", True), ("d.dekker", True), ("d.dekker", False), ("j.visser", False)):
        assert bool(self_directed.write("2019-02-04", 7, Kind.CONTACT, actor=actor, **asked).seq) is seen
    met = {"op": "2019-02-11", "kanaal": "bezoek", "initiatief": "inwoner"}
    made = [self_directed.write("2019-02-04", 7, Kind.APPOINTMENT, actor=one, **met) for one in ("j.visser", "d.dekker")]
    assert first.seq
    assert all(one.seq for one in made)
    assert [[(one.code, one.values.get("others")) for one in each.remarks] for each in made] == [
        [], [("two_on_one_day", ["j.visser"])],
    ]  # fmt: skip
