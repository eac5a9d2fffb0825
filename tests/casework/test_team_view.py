# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Six measures of a team side by side, part-time work as a full outcome, marks and retention hidden where they are of few."""

from __future__ import annotations

from dataclasses import fields
from datetime import date
from fractions import Fraction

import pytest

from werkzaam.casework.entry import Entry, Kind, Role
from werkzaam.casework.evaluation import TEMPLATE
from werkzaam.casework.grades import EFFORT, WELLBEING, grades
from werkzaam.casework.period import Period
from werkzaam.casework.retention import retention
from werkzaam.casework.team_view import ClientYear, Measure, Seen, client_years, team_view
from werkzaam.core.errors import InputError


@pytest.mark.requirement("R-122")
def test_data_on_all_six_show_six_measures_with_equal_prominence() -> None:
    clients = [ClientYear(True, False, True, True, True, 7, True)] * 20 + [
        ClientYear(False, False, False, False, False, 5, False)
    ] * 20
    found = team_view(clients)
    assert [one.measure for one in found.seen] == list(Measure)
    assert len(found.seen) == 6
    assert {one.share for one in found.seen if one.measure is not Measure.WELLBEING} == {Fraction(1, 2)}
    assert found.seen[-1] == Seen(Measure.WELLBEING, True, of=40, mean=Fraction(6))
    assert [one.measure.value for one in found.seen] == sorted(one.value for one in Measure)


@pytest.mark.requirement("R-266")
def test_ten_exits_and_twenty_part_timers_at_their_maximum_are_thirty_successes() -> None:
    clients = [ClientYear(left=True)] * 10 + [ClientYear(part_time_work=True, at_maximum=True, left=False)] * 20
    clients += [ClientYear(part_time_work=True, at_maximum=False, left=False)] * 5
    assert team_view(clients).successes == 30
    assert team_view([ClientYear(part_time_work=True, at_maximum=True, left=True)] * 12).successes == 12


def test_what_is_not_known_is_no_zero_and_what_is_of_few_is_hidden() -> None:
    view = {one.measure: one for one in team_view([ClientYear(education=number < 9) for number in range(50)]).seen}
    assert view[Measure.EDUCATION] == Seen(Measure.EDUCATION, True)
    assert view[Measure.OUTFLOW] == Seen(Measure.OUTFLOW, False)
    assert team_view([ClientYear(left=False)] * 50).seen[4] == Seen(Measure.OUTFLOW, True, 0, 50)
    assert team_view([ClientYear(left=True)] * 9).successes is None


@pytest.mark.requirement("R-272")
def test_the_evaluation_form_has_no_outflow() -> None:
    said = " ".join(one.code + one.page for one in TEMPLATE)
    assert not [word for word in ("outflow", "exit", "uitstroom", "target") if word in said]
    assert len(TEMPLATE) >= 6


def mark(person: int, grade: int, subject: str = EFFORT, day: int = 1) -> Entry:
    return Entry(person, Kind.GRADE, date(2019, 5, day), Role.CLIENT, "klant", {"grade": grade, "subject": subject}, seq=day)


def test_a_mean_mark_is_shown_from_ten_clients_on_each_with_their_last_mark() -> None:
    nine = [mark(person, 8) for person in range(9)]
    assert grades([*nine, mark(0, 6, day=2), mark(1, 4, WELLBEING)], EFFORT).count is None
    found = grades([*nine, mark(9, 8), mark(0, 6, day=2)], EFFORT)
    assert (found.count, found.mean) == (10, Fraction(78, 10))


@pytest.mark.requirement("R-160")
def test_92_of_100_permanent_and_60_of_100_flexible_still_work() -> None:
    answers = [("permanent", number < 92) for number in range(100)]
    answers += [(("temporary", "on_call", "agency", "self_employed")[number % 4], number < 60) for number in range(100)]
    answers += [("permanent", None)] * 30 + [("none", False)] * 10 + [("does_not_know", True)] * 9
    found = {one.group: one for one in retention(answers)}
    assert {group: one.share for group, one in found.items()} == {
        "vast": Fraction(92, 100),
        "flexibel": Fraction(60, 100),
        "anders": None,
    }
    assert found["anders"].people is None
    with pytest.raises(InputError, match="A contract was expected"):
        retention([("vrijwilliger", True)])


def test_no_value_of_a_team_view_names_who_guides() -> None:
    named = {field.name for kind in (ClientYear, Seen) for field in fields(kind)}
    assert not named & {"worker", "klantmanager", "name"}


def test_dossiers_are_read_as_six_measures() -> None:
    """Two people with a job, one of them for half a year; one who left and came back; one of whom nothing was written down."""
    year = Period(date(2019, 1, 1), date(2019, 12, 31))

    def said(person: int, kind: Kind, day: str, seq: int = 1, **body: object) -> Entry:
        return Entry(person, kind, date.fromisoformat(day), Role.SUPPORT, "j.visser", body, seq=seq)

    entries = {
        1: [said(1, Kind.CONTRACT, "2019-06-30", status="gesloten", type="flexibel"),
            said(1, Kind.FREQUENCY, "2019-07-01", seq=2, months=6, ground="aan_maximum")],
        2: [said(2, Kind.CONTRACT, "2019-07-02", status="gesloten", type="flexibel"), said(2, Kind.EXIT, "2019-12-01", seq=2)],
        3: [said(3, Kind.EXIT, "2019-03-01"), said(3, Kind.RETURN, "2019-05-01", seq=2), mark(3, 6, WELLBEING)],
        4: [said(4, Kind.CONTRACT, "2019-01-01", status="gesloten", type="vast"),
            said(4, Kind.WITHDRAWN, "2019-01-02", 2, about=1)],
    }  # fmt: skip
    one, two, three, four, five = client_years(entries, range(1, 6), year)
    assert (one.part_time_work, one.at_maximum, one.lasting_work, one.left) == (True, True, True, False)
    assert (two.part_time_work, two.at_maximum, two.lasting_work, two.left) == (True, False, False, True)
    assert (three.part_time_work, three.left, three.wellbeing) == (False, False, 6)
    assert four == five == ClientYear(part_time_work=False, at_maximum=False, lasting_work=False, left=False)
