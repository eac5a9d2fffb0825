# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Somebody comes into a household, leaves it or dies, from a file; what is wrong is refused, or taken back by name."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.app.ledger.counter import HOME, OFFICER, Counter
from werkzaam.app.ledger.own_error import put_right, rows_text
from werkzaam.app.ledger.pay import pay
from werkzaam.app.ledger.positions import position_of
from werkzaam.app.ledger.replay import replay
from werkzaam.app.ledger.restart import restart_form
from werkzaam.app.ledger.run import run
from werkzaam.core.errors import InputError
from werkzaam.core.months import Month
from werkzaam.store.database import Database
from werkzaam.store.decisions import last_decisions
from werkzaam.store.people import people
from werkzaam.store.queue import queue
from werkzaam.store.verify import verify

PIM = '[[persoon]]\nnummer = 5002\nnaam = "Pim"\ngeboortedatum = 1986-02-01\n'
COMES = PIM + '[[wijziging]]\nvan = {day}\nerbij = "Pim"\nleefvorm = "gehuwden"\n'
DIED = '[[wijziging]]\noverleden = "Sjaak"\nop = {day}\n'


@pytest.fixture
def counter(database: Database, tmp_path: Path) -> Counter:
    found = Counter(database, tmp_path, "participatiewet_2026")
    found.household("2026-01", norm=False)
    run(found.at("2026-01-20"), Month.of(2026, 1))
    return found


def due(counter: Counter, month: int) -> int | None:
    found = last_decisions(counter.database, counter.town.id, HOME).get(Month.of(2026, month))
    return found.decision.due.cents if found else None


def test_a_partner_comes_from_a_file_and_the_same_file_adds_nothing(counter: Counter) -> None:
    assert counter.changes("2026-02-03", COMES.format(day="2026-02-01")).new == 1
    assert counter.changes("2026-02-03", COMES.format(day="2026-02-01")).changed is False
    assert [(one.person, one.name) for one in people(counter.database, counter.town.id)] == [(5001, "Sjaak"), (5002, "Pim")]
    run(counter.at("2026-02-20"), Month.of(2026, 2))
    assert (due(counter, 1), due(counter, 2)) == (133_142, 190_202)
    assert verify(counter.database, counter.town.id) == []
    assert list(replay(counter.at("2026-02-21"), HOME)) == []


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (PIM, "a \\[\\[wijziging\\]\\] of this file says from when Pim lives here"),
        (COMES.format(day="2026-02-01").replace("5002", "5001"), "Pim or number 5001 is somebody else"),
        (COMES.format(day="2026-02-01").replace('leefvorm = "gehuwden"', ""), "alleenstaande asks for 1 person"),
        ('[[hele_maand]]\nmaand = "2026-02"\nzoals_op = "eerste_dag"\n', "reden"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_kept(counter: Counter, text: str, message: str) -> None:
    before = position_of(counter.at("2026-02-03"), HOME).head
    with pytest.raises(InputError, match=message):
        counter.changes("2026-02-03", text)
    assert position_of(counter.at("2026-02-03"), HOME).head == before
    assert queue(counter.database, counter.town.id) == []


def test_a_change_that_we_recorded_wrongly_is_taken_back_with_who_came(counter: Counter) -> None:
    counter.changes("2026-02-03", COMES.format(day="2026-02-01"))
    run(counter.at("2026-02-20"), Month.of(2026, 2))
    desk = counter.at("2026-02-25", OFFICER)
    row = next(line for line in rows_text(desk, HOME).splitlines() if "gezin" in line)
    put_right(desk, HOME, int(row.split()[0]), reason="Pim woont op nummer 12b")
    assert set(desk.file(HOME).persons) == {"Sjaak"}
    run(counter.at("2026-03-20"), Month.of(2026, 3))
    assert (due(counter, 2), due(counter, 3)) == (190_202, 133_142)  # February waits: it goes down.
    assert [one.kind for one in queue(counter.database, counter.town.id)] == ["proposal"]


def test_after_a_death_nothing_is_paid_and_nobody_comes_back(counter: Counter, tmp_path: Path) -> None:
    counter.changes("2026-02-15", DIED.format(day="2026-02-12"))
    view = run(counter.at("2026-02-20"), Month.of(2026, 2))
    assert (view.paid, view.results) == (0, {"held": 1})
    assert [one.kind for one in queue(counter.database, counter.town.id)] == ["check", "held"]
    with pytest.raises(InputError, match="nobody is left"):
        restart_form(counter.at("2026-03-02"), HOME, Month.of(2026, 3), "nl")
    counter.changes(
        "2026-02-25", '[[hele_maand]]\nmaand = "2026-02"\nzoals_op = "laatste_dag"\nreden = "uitgekeerd aan niemand"\n'
    )
    view = run(counter.at("2026-03-20"), Month.of(2026, 3))
    assert (view.paid, view.results) == (0, {"unchanged": 1})
    assert pay(counter.at("2026-03-21"), Month.of(2026, 1), tmp_path / "pay.xml").file.cents == 133_142


def test_a_change_outside_of_a_period_with_bijstand_holds_nothing(counter: Counter) -> None:
    counter.changes("2026-02-01", '[[afspraak]]\nsoort = "einde_bijstand"\ntot = 2026-01-31\n')
    counter.changes("2026-02-15", COMES.format(day="2026-02-12"))
    # Only the holiday allowance that stood apart, with the last month.
    assert run(counter.at("2026-02-20"), Month.of(2026, 2)).results == {"decided": 1}
    assert run(counter.at("2026-02-21"), Month.of(2026, 2)).results == {"unchanged": 1}
    assert queue(counter.database, counter.town.id) == []


def test_a_part_month_waits_in_every_run_until_an_officer_said_how_it_counts(counter: Counter) -> None:
    counter.changes("2026-02-03", COMES.format(day="2026-02-12"))
    for month in (2, 3, 4):
        assert run(counter.at(f"2026-0{month}-20"), Month.of(2026, month)).results == {"held": 1}
        assert (due(counter, 2), due(counter, month) is not None) == (None, month > 2)
    counter.changes("2026-04-21", '[[hele_maand]]\nmaand = "2026-02"\nzoals_op = "laatste_dag"\nreden = "gezien"\n')
    assert run(counter.at("2026-04-22"), Month.of(2026, 4)).results == {"decided": 1}
    assert due(counter, 2) == 190_202
    assert list(replay(counter.at("2026-04-23"), HOME)) == []
    assert verify(counter.database, counter.town.id) == []
