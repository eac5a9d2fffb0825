# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Income that nobody reported: first a term to put it right, and nothing else before it is over."""

from __future__ import annotations

from datetime import date

import pytest

from tests.app.casework.counter import Counter
from werkzaam.app.casework.own_chances import own_chances
from werkzaam.casework.entry import Kind, Role
from werkzaam.core.errors import InputError, NotAllowed

STEP = {"bezoek_op": "2020-02-20", "doel": "controle", "grond": "een melding", "verteld_op": "2020-02-20",
        "organisatie": "de gemeente", "gegevens": "naam en adres", "goedgekeurd_door": "t.leeuw"}  # fmt: skip
NOTICED = {"wat": "inkomen van een marktkraam in december"}


@pytest.fixture
def counter_with_one(counter: Counter) -> Counter:
    counter.open("2020-01-06", 7)
    counter.write("2020-01-07", 7, Kind.GUIDANCE, role=Role.LEAD, deel="lee_neighbourhood_teams", omdat="regel")
    return counter


@pytest.mark.requirement("R-215")
def test_a_term_of_fourteen_days_runs_before_any_other_step(counter_with_one: Counter) -> None:
    counter = counter_with_one
    counter.write("2020-02-01", 7, Kind.UNREPORTED, role=Role.INCOME, actor="a.maas", **NOTICED)
    [chance] = own_chances(counter.on("2020-02-01", "inwoner 7"), 7)
    assert (chance.what, chance.last, chance.runs) == (NOTICED["wat"], date(2020, 2, 15), True)
    for day in ("2020-02-01", "2020-02-15"):
        with pytest.raises(NotAllowed, match="first chance: client 7 has until 2020-02-15"):
            counter.write(day, 7, Kind.VISIT, role=Role.ENFORCEMENT, actor="h.post", **STEP)
        with pytest.raises(NotAllowed, match="first chance"):
            counter.write(day, 7, Kind.MEASURE, wat="korting", omdat="inkomen", besluit_door="t.leeuw")
    assert counter.write("2020-02-16", 7, Kind.VISIT, role=Role.ENFORCEMENT, actor="h.post", **STEP).seq


def test_the_term_is_never_shorter_than_that_of_the_office(counter_with_one: Counter) -> None:
    with pytest.raises(InputError, match="a day from 2020-02-15 on was expected"):
        counter_with_one.write("2020-02-01", 7, Kind.UNREPORTED, tot_en_met="2020-02-10", **NOTICED)
    counter_with_one.write("2020-02-01", 7, Kind.UNREPORTED, tot_en_met="2020-03-01", **NOTICED)
    assert own_chances(counter_with_one.on("2020-02-01", "inwoner 7"), 7)[0].last == date(2020, 3, 1)


def test_who_answers_is_done_and_the_town_owes_an_answer(counter_with_one: Counter) -> None:
    counter = counter_with_one
    seq = counter.write("2020-02-03", 7, Kind.UNREPORTED, **NOTICED).seq
    assert "first_chance" in [due.code for due in counter.due("2020-02-03", "2020-W08")]
    counter.write("2020-02-05", 7, Kind.PUT_RIGHT, role=Role.CLIENT, actor="inwoner 7", over=str(seq), antwoord="gemeld")
    assert own_chances(counter.on("2020-02-05", "inwoner 7"), 7) == []
    codes = [due.code for due in counter.due("2020-02-05", "2020-W07")]
    assert "first_chance" not in codes
    assert "put_right_to_answer" in codes
    answer = counter.due("2020-02-05", "2020-W07")
    about = next(due.source.removeprefix("nr. ") for due in answer if due.code == "put_right_to_answer")
    counter.write("2020-02-05", 7, Kind.ANSWERED, over=about, tekst="Dank u, het is verwerkt.")
    assert "put_right_to_answer" not in [due.code for due in counter.due("2020-02-05", "2020-W07")]
    assert counter.write("2020-02-06", 7, Kind.VISIT, role=Role.ENFORCEMENT, actor="h.post", **STEP).seq


def test_after_the_term_we_talk_first(counter_with_one: Counter) -> None:
    counter_with_one.write("2020-02-03", 7, Kind.UNREPORTED, **NOTICED)
    assert "first_chance_over" in [due.code for due in counter_with_one.due("2020-02-20", "2020-W08")]
