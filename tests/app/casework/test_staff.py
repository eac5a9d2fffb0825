# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The office from what was written about it: service, absence, leaving, courses, terms and shut channels, by file and by hand."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.app.casework.counter import Counter
from werkzaam.app.casework.offices import office_of
from werkzaam.app.casework.staff import at_work, away, leaves, left_with_clients, record_staff_file, take_back
from werkzaam.casework.calendar import WEEKDAYS
from werkzaam.casework.office import Terms
from werkzaam.casework.staffing import StaffEntry, StaffKind, back_on, office_on, trained
from werkzaam.core.errors import InputError, UnknownName
from werkzaam.store.staff import staff_entries
from werkzaam.store.verify import verify

OFFICE = """
[[medewerker]]
id = "j.visser"
naam = "Joke Visser"
team = "noord"
wijk = "Noord"
deel = 80
gesprekken = 9
dagen = ["donderdag", "maandag", "dinsdag", "woensdag"]
telefoon = "06 12 34 56 78"
vanaf = 2018-01-01

[[medewerker]]
id = "a.smit"
naam = "Ali Smit"
team = "zuid"
vanaf = 2018-01-01
tot = 2019-03-31

[[afwezig]]
medewerker = "j.visser"
vanaf = 2019-07-01
tot = 2019-07-14

[[opgeleid]]
medewerker = "j.visser"
dag = 2018-05-03
cursus = "gesprekken zonder oordeel"

[[termijnen]]
vanaf = 2019-01-01
answer_working_days = 3

[[dicht]]
vanaf = 2020-03-16
tot = 2020-06-01
kanalen = ["bezoek"]
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "office.toml"
    path.write_text(OFFICE, encoding="utf-8")
    return path


@pytest.fixture
def staffed(counter: Counter, file: Path) -> Counter:
    counter.open("2018-01-01", 7, 8)
    record_staff_file(counter.on("2018-06-01", "teamleider"), file)
    return counter


def test_a_file_makes_the_office(staffed: Counter) -> None:
    office = office_of(staffed.on("2019-04-01"))
    joke, ali = office.workers["j.visser"], office.workers["a.smit"]
    assert (joke.name, joke.team, joke.district, joke.share, joke.talks) == ("Joke Visser", "noord", "Noord", 80, 9)
    assert joke.phone == "06 12 34 56 78"
    assert (joke.days, ali.days) == (WEEKDAYS[:4], WEEKDAYS)
    assert (joke.works_on(date(2019, 6, 30)), joke.works_on(date(2019, 7, 1)), joke.works_on(date(2019, 7, 14))) == (
        True,
        False,
        False,
    )
    assert joke.works_on(date(2019, 7, 15))
    assert back_on(joke, date(2019, 7, 3)) == date(2019, 7, 15)
    assert back_on(joke, date(2019, 6, 30)) is None
    assert (ali.share, ali.works_on(date(2019, 3, 31)), ali.works_on(date(2019, 4, 1))) == (100, True, False)
    assert office.shut == ((date(2020, 3, 16), date(2020, 6, 1), frozenset({"bezoek"})),)
    (course,) = trained(staff_entries(staffed.database, "teststad"), "j.visser")
    assert course.body == {"course": "gesprekken zonder oordeel"}


def test_terms_hold_from_their_day_and_the_others_stay_assumptions(staffed: Counter) -> None:
    assert office_of(staffed.on("2018-12-31")).terms == Terms()
    terms = office_of(staffed.on("2019-01-01")).terms
    assert terms.answer_working_days == 3
    assert terms.signal_days == Terms().signal_days


def test_the_same_file_twice_adds_nothing(staffed: Counter, file: Path) -> None:
    again = record_staff_file(staffed.on("2018-06-02"), file)
    assert (again.new, again.already) == ((), 7)
    assert [one.number for one in staff_entries(staffed.database, "teststad")] == [1, 2, 3, 4, 5, 6, 7]
    assert verify(staffed.database, "teststad") == []


def test_an_absence_can_be_changed_and_taken_back(staffed: Counter) -> None:
    desk = staffed.on("2019-07-05", "teamleider")
    with pytest.raises(InputError, match=r"away from 2019-07-01 to 2019-07-14 already \(entry 4\)"):
        away(desk, "j.visser", date(2019, 7, 10), date(2019, 7, 20))
    (changed,) = away(desk, "j.visser", date(2019, 7, 1), date(2019, 7, 7), replaces=4).new
    assert office_of(desk).workers["j.visser"].works_on(date(2019, 7, 8))
    take_back(desk, changed.number, "was er gewoon")
    assert office_of(desk).workers["j.visser"].works_on(date(2019, 7, 5))
    with pytest.raises(UnknownName, match="Staff entry 4 of teststad is not there, or was taken back before"):
        take_back(desk, 4, "nog eens")
    with pytest.raises(InputError, match="say why"):
        take_back(desk, 1, "  ")


def test_whoever_leaves_with_clients_is_said(staffed: Counter) -> None:
    staffed.assign("2018-02-01", 7, "a.smit")
    staffed.assign("2018-02-01", 8, "j.visser")
    assert left_with_clients(staffed.on("2019-03-31")) == {}
    assert left_with_clients(staffed.on("2019-04-01")) == {"a.smit": 1}
    done = leaves(staffed.on("2019-04-01", "teamleider"), "j.visser", date(2019, 3, 30))
    assert [one.values for one in done.remarks] == [{"worker": "a.smit", "clients": 1}, {"worker": "j.visser", "clients": 1}]
    assert [(one.worker.id, one.works, one.clients) for one in at_work(staffed.on("2019-04-02"))] == [
        ("a.smit", False, 1), ("j.visser", False, 1),
    ]  # fmt: skip
    staffed.assign("2019-04-02", 7, "j.visser")
    assert [one.worker.id for one in at_work(staffed.on("2019-04-02"))] == ["j.visser"]


def test_whoever_comes_back_works_again() -> None:
    def service(day: date, number: int, team: str) -> StaffEntry:
        return StaffEntry(StaffKind.IN_SERVICE, day, "x", {"name": "X", "team": team}, number=number)

    entries = [service(date(2018, 1, 1), 1, "noord"), StaffEntry(StaffKind.LEFT, date(2018, 6, 30), "x", number=2),
               service(date(2019, 1, 1), 3, "zuid")]  # fmt: skip
    back, before = office_on(date(2019, 2, 1), entries).workers["x"], office_on(date(2018, 7, 1), entries[:2]).workers["x"]
    assert (back.team, back.first, back.last) == ("zuid", date(2019, 1, 1), None)
    assert (before.team, before.last, before.works_on(date(2018, 7, 1))) == ("noord", date(2018, 6, 30), False)


def test_a_change_of_team_holds_from_its_day(staffed: Counter, tmp_path: Path) -> None:
    path = tmp_path / "later.toml"
    text = '[[medewerker]]\nid = "j.visser"\nnaam = "Joke Visser"\nteam = "zuid"\nvanaf = 2019-05-01\n'
    path.write_text(text, encoding="utf-8")
    record_staff_file(staffed.on("2019-04-01"), path)
    assert office_of(staffed.on("2019-04-30")).workers["j.visser"].team == "noord"
    later = office_of(staffed.on("2019-05-01")).workers["j.visser"]
    assert (later.team, later.first) == ("zuid", date(2018, 1, 1))


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("deel = 80", "deel = 101", r"medewerker 1, deel: a whole number from 1 to 100 was expected; found 101"),
        ('"donderdag", ', '"zondag", ', r"dagen: a day of the week was expected: maandag, .*; found 'zondag'"),
        ("deel = 80", "procent = 80", r"procent: this key is not known here"),
        ("tot = 2019-03-31", "tot = 2017-12-31", r"the last day, 2017-12-31, is before the first"),
        ('medewerker = "j.visser"\nvanaf', 'medewerker = "x"\nvanaf', r"x: nobody with this id is in service here"),
        ('kanalen = ["bezoek"]', 'kanalen = ["fax"]', r"a channel was expected.*found 'fax'"),
        ("answer_working_days = 3", "", r"no term stands here. Known are: answer_working_days"),
        ("answer_working_days = 3", "answer_working_days = 0", r"a whole number from 1 or more was expected; found 0"),
        ("[[dicht]]", "[[gesloten]]", r"gesloten: this table is not known here"),
        ("vanaf = 2019-07-01\n", "vanaf = 2017-07-01\n", r"j.visser began on 2018-01-01; afwezig on 2017-07-01 is before that"),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_is_refused_whole(counter: Counter, file: Path, old: str, new: str, said: str) -> None:
    counter.open("2018-01-01", 7)
    assert old in OFFICE
    file.write_text(OFFICE.replace(old, new), encoding="utf-8")
    with pytest.raises(InputError, match=said) as refused:
        record_staff_file(counter.on("2018-06-01"), file)
    assert str(file) in str(refused.value)
    assert staff_entries(counter.database, "teststad") == []
