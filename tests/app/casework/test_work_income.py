# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What a step brings is computed with the rules of the month, once for client and case manager."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from importlib.resources import files
from pathlib import Path

import pytest

from tests.app.casework.counter import Counter
from werkzaam.app.cases import read_case
from werkzaam.app.casework.income_of_steps import income_of_steps
from werkzaam.app.casework.offers import expected_corrections
from werkzaam.app.casework.work_pages import corrections_page, steps_page
from werkzaam.app.extra_work import ExtraWork
from werkzaam.app.ledger.new_facts import home, person
from werkzaam.app.whatif import Trial, sweep
from werkzaam.casework.entry import Kind, Role
from werkzaam.core.errors import InputError
from werkzaam.core.months import Month
from werkzaam.store.facts import record_fact

MARCH = Month.of(2026, 3)
NOOR = Path(str(files("werkzaam.app"))) / "examples/noor_2021.toml"


@pytest.fixture
def lives_alone(counter: Counter) -> Counter:
    """Client 7, alone, on bijstand since January 2026."""
    counter.open("2026-01-05", 7)
    facts = (home({"eerste_maand": "2026-01", "contactpersoon": "I. Bakker", "huishouden": {"leefvorm": "alleenstaande"}}),
             person({"nummer": 7, "naam": "Client 7", "geboortedatum": date(1978, 5, 14)}, date(2026, 1, 1)))  # fmt: skip
    with counter.on("2026-01-06").writes() as writer:
        for fact in facts:
            record_fact(writer, 7, fact.fact(), idem_key=fact.key)
    return counter


@pytest.mark.requirement("R-133")
def test_client_and_office_see_the_same_amounts_of_every_step(lives_alone: Counter) -> None:
    lives_alone.write("2026-03-02", 7, Kind.HOURS_PLAN, role=Role.CLIENT, stappen="4,8,12,16")
    desk = lives_alone.on("2026-03-03")
    client, worker = (income_of_steps(desk, 7, role, 11_40, MARCH) for role in (Role.CLIENT, Role.SUPPORT))
    assert client == worker
    assert steps_page(client, MARCH, "nl") == steps_page(worker, MARCH, "nl")


def test_each_step_shows_its_income_effect_as_the_what_if_computes_it(lives_alone: Counter) -> None:
    lives_alone.write("2026-03-02", 7, Kind.HOURS_PLAN, stappen="4,8,12,16")
    desk = lives_alone.on("2026-03-03")
    found = income_of_steps(desk, 7, Role.SUPPORT, 11_40, MARCH)
    trial = Trial.of(desk.file(7).case(MARCH, desk.facts, desk.regime), "Client 7", MARCH)
    assert [one.point for one in found] == list(
        sweep(trial, ExtraWork(Fraction(1), 11_40), [Fraction(h) for h in (4, 8, 12, 16)])
    )
    assert [(one.hours, one.point.of_wage) for one in found][1] == (8, 395_20)
    page = steps_page(found, MARCH, "nl")
    assert "Een stap is een keuze, geen plicht." in page
    assert "€ 395,20" in page


def test_hours_worked_already_are_in_the_month_and_not_counted_twice(lives_alone: Counter) -> None:
    lives_alone.write("2026-03-02", 7, Kind.CONTRACT, werkgever="Winkel", stand="gesloten", soort="vast", uren="4")
    lives_alone.write("2026-03-02", 7, Kind.HOURS_PLAN, stappen="8,12")
    found = income_of_steps(lives_alone.on("2026-03-03"), 7, Role.SUPPORT, 11_40, MARCH)
    assert [one.point.hours for one in found] == [4, 8]


def test_who_enforces_reads_no_plan_and_sees_no_steps(lives_alone: Counter) -> None:
    lives_alone.write("2026-03-02", 7, Kind.HOURS_PLAN, stappen="4,8")
    with pytest.raises(InputError, match="no plan of hours that you may read as handhaving"):
        income_of_steps(lives_alone.on("2026-03-03"), 7, Role.ENFORCEMENT, 11_40, MARCH)


@pytest.mark.requirement("R-057")
def test_twelve_hours_of_care_and_a_joint_account_change_no_cent_and_ask_no_permission(lives_alone: Counter) -> None:
    desk = lives_alone.on("2026-03-03")

    def month() -> object:
        return Trial.of(desk.file(7).case(MARCH, desk.facts, desk.regime), "Client 7", MARCH).at()

    before = month()
    written = lives_alone.write("2026-03-02", 7, Kind.CARE, role=Role.CLIENT, uren="12", gezamenlijke_rekening="ja")
    assert written.seq
    assert [one.code for one in written.remarks] == ["care_free"]
    assert month() == before
    assert not lives_alone.due("2026-03-03", "2027-W10")


@pytest.mark.requirement("R-152")
def test_twelve_equal_months_expect_no_correction_and_twelve_varying_ones_more_than_none() -> None:
    trial = Trial.of(read_case(NOOR))
    varying = [8, 24, 16, 4, 20, 30, 8, 8, 16, 24, 12, 16]
    found = expected_corrections(trial, 11_40, [16] * 12, varying)
    assert len(found) == 2
    assert all(one.fixed == 0 < one.varying for one in found)
    assert all(one.varying == 0 for one in expected_corrections(trial, 11_40, [16] * 12, [16] * 12))
    assert "vooraf geschat met de vorige loonstrook" in corrections_page(found, 12, "nl")
    with pytest.raises(InputError, match="As many months"):
        expected_corrections(trial, 11_40, [16] * 11, varying)
