# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A week is planned, kept whole or not at all, planned again without a change, and changed only with its reason."""

from __future__ import annotations

import pytest

from tests.app.casework.counter import Counter
from werkzaam.app.casework import agenda, plan_of_week
from werkzaam.app.casework.agenda_page import agenda_text, kept_text
from werkzaam.app.casework.plan_of_week import Kept, keep, planned, proposed, standing
from werkzaam.casework.appointments import appointments_of
from werkzaam.casework.calendar import week_of
from werkzaam.casework.dossier import Dossier
from werkzaam.casework.entry import Entry, Kind, Role
from werkzaam.casework.office import Office, Worker
from werkzaam.casework.planning import WeekPlan
from werkzaam.core.errors import InputError, NotAllowed, UnknownName

WEEK = "2019-W14"
MONDAY = week_of(WEEK)
CALL = {"kanaal": "telefoon", "initiatief": "klantmanager", "soort": "gesprek"}


@pytest.fixture
def town(counter: Counter, monkeypatch: pytest.MonkeyPatch) -> Counter:
    """Twelve people of two case managers of one team, all silent for more than a year."""
    staff = {name: Worker(name, name, "noord") for name in ("j.visser", "m.bakker")}
    monkeypatch.setattr(agenda, "office_of", lambda desk: Office(desk.today, staff))
    counter.open("2018-01-08", *range(1, 13))
    for person in range(1, 13):
        counter.assign("2018-01-08", person, "j.visser" if person % 2 else "m.bakker")
        counter.write("2018-01-08", person, Kind.GUIDANCE, deel="ams_comparison", omdat="loting")
        counter.write("2018-02-12", person, Kind.CONTACT, **CALL, notitie="geheim gesprek")
    return counter


def kept(town: Counter, day: str = "2019-03-29", away: str | None = None) -> tuple[WeekPlan, Kept]:
    asked, plan = planned(town.on(day, "planner"), MONDAY, away=away)
    return plan, keep(town.on(day, "planner"), asked, plan, WEEK)


def made(town: Counter, day: str = "2019-03-29") -> list[tuple[int, Entry]]:
    asked, _ = planned(town.on(day), MONDAY)
    return [(person, one.entry) for person, one in standing(asked, None)]


def test_a_plan_is_kept_with_what_it_is_for_and_given_twice_changes_nothing(town: Counter) -> None:
    plan, first = kept(town)
    assert (first.new, first.same, first.moved, first.refused) == (12, 0, 0, {})
    entries = made(town)
    assert len(entries) == 12
    assert all(entry.body["because"] == ["silent"] and entry.body["week"] == WEEK for _, entry in entries)
    _, again = kept(town)
    assert again == Kept(0, 12, 0, 0, {})
    _, later = kept(town, "2019-04-01")
    assert (later.new, later.same) == (0, 12)
    assert made(town) == entries
    assert plan.with_own == plan.bound


def test_after_an_absence_the_team_takes_over_and_every_change_says_why(town: Counter) -> None:
    kept(town)
    before = {person: entry.body["on"] for person, entry in made(town)}
    plan, now = kept(town, "2019-04-01", away="j.visser")
    assert now.moved + now.cancelled == 6
    assert now.same == 6
    after = {person: (entry.body["on"], entry.body["worker"]) for person, entry in made(town, "2019-04-01")}
    assert all(after[person] == (before[person], "m.bakker") for person in range(2, 13, 2))
    assert {worker for _, worker in after.values()} == {"m.bakker"}
    assert len(after) == 8, "one case manager has time for eight talks"
    text = kept_text(now, plan, WEEK, "nl")
    assert text.count("want de klantmanager is er niet") == 6
    cancelled = [one for person in range(1, 13, 2) for one in _dossier(town, person).of(Kind.CANCELLED)]
    assert [one.body["because"] for one in cancelled] == ["worker_away"] * 6


def test_somebody_unknown_cannot_be_away(town: Counter) -> None:
    with pytest.raises(InputError, match=r"who works here was expected \(j.visser, m.bakker\); found 'n.n'"):
        planned(town.on("2019-03-29"), MONDAY, away="n.n")


def _dossier(town: Counter, person: int) -> Dossier:
    asked, _ = planned(town.on("2019-04-01"), MONDAY)
    return asked.dossiers[person]


def test_a_plan_is_kept_whole_or_not_at_all(town: Counter, monkeypatch: pytest.MonkeyPatch) -> None:
    desk, written = town.on("2019-03-29"), []

    def fails(*given: object, **named: object) -> object:
        written.append(given)
        if len(written) == 7:
            raise RuntimeError("the power is cut")
        return record(*given, **named)

    record = plan_of_week.record_entry
    monkeypatch.setattr(plan_of_week, "record_entry", fails)
    asked, plan = planned(desk, MONDAY)
    with pytest.raises(RuntimeError):
        keep(desk, asked, plan, WEEK)
    monkeypatch.undo()
    assert not [one for one in range(1, 13) if appointments_of(_dossier(town, one))]


def test_a_plan_that_is_overtaken_is_refused_and_nothing_of_it_is_kept(town: Counter) -> None:
    asked, plan = planned(town.on("2019-03-29"), MONDAY)
    town.write("2019-03-29", 3, Kind.APPOINTMENT, op="2019-04-02", kanaal="telefoon", initiatief="inwoner")
    with pytest.raises(NotAllowed, match="appointment of client 3 meanwhile"):
        keep(town.on("2019-03-29"), asked, plan, WEEK)
    assert [person for person, _ in made(town)] == [3]


def test_who_a_rule_refuses_is_told_and_the_others_are_planned(town: Counter, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuses(entry: Entry, *_: object) -> list[object]:
        if entry.person == 5:
            raise NotAllowed("The handover was not read.")
        return []

    asked, plan = planned(town.on("2019-03-29"), MONDAY)
    monkeypatch.setattr(plan_of_week, "judged", refuses)
    found = keep(town.on("2019-03-29"), asked, plan, WEEK)
    assert (found.new, found.refused) == (11, {5: "The handover was not read."})
    assert "Klant 5 is niet uitgenodigd: The handover was not read." in kept_text(found, plan, WEEK, "nl")


def test_one_klantmanager_sees_own_clients_and_own_appointments_with_reasons(town: Counter) -> None:
    town.write("2019-03-28", 1, Kind.SIGNAL, role=Role.CLIENT, actor="klant 1", onderwerp="kan_niet_betalen")
    desk = town.on("2019-04-01", "j.visser")
    asked, plan = proposed(desk, "j.visser", MONDAY)
    page = agenda_text(asked, plan, WEEK, "j.visser", "nl")
    assert {one.talk.person for one in plan.placed} == {1, 3, 5, 7, 9, 11}
    assert page.index("klant 1,") < page.index("klant 3,")
    assert "ik kan volgende maand niet betalen" in page
    assert page.count("(voorstel)") == 6
    assert "Het langst geen contact\n  klant 1: 413 dagen geen contact, het laatst op 12 februari 2018" in page
    assert "geheim gesprek" not in page
    kept(town)
    asked, plan = proposed(desk, "j.visser", MONDAY)
    page = agenda_text(asked, plan, WEEK, "j.visser", "en")
    assert "(proposal)" not in page


def test_what_does_not_fit_is_listed_with_its_reason(town: Counter) -> None:
    asked, plan = proposed(town.on("2019-04-04"), "j.visser", MONDAY)
    page = agenda_text(asked, plan, WEEK, "j.visser", "nl")
    assert (len(plan.placed), len(plan.missed)) == (3, 3)
    assert "Gesprekken waar tijd voor is: 3. Gepland: 3. Wat niet past: 3." in page
    assert page.count("U hebt zelf geen tijd meer deze week.") == 3


def test_a_week_that_has_been_and_a_name_that_nobody_has_are_refused(town: Counter) -> None:
    with pytest.raises(InputError, match="The working days of the week of 2019-04-01 have been"):
        planned(town.on("2019-04-06"), MONDAY)
    assert planned(town.on("2019-04-05"), MONDAY)
    with pytest.raises(UnknownName, match=r"j\.viser: nobody of that name"):
        proposed(town.on("2019-04-01"), "j.viser", MONDAY)
