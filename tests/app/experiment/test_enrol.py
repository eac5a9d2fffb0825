# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A roster is enrolled whole or not at all, and nobody's own number stays behind."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.app.experiment.a_draw import DESIGN, KEY, PEOPLE, desk_at, enrolled, opened, person, roster
from tests.store.steps import rows_of
from werkzaam.app.exchange.reported import RowsRefused
from werkzaam.app.experiment.enrol import enrol, new_key, read_key
from werkzaam.app.experiment.roster_file import read_roster
from werkzaam.core.errors import InputError
from werkzaam.experiment.design import Condition, Window
from werkzaam.experiment.event import Happening
from werkzaam.experiment.reach import Rate, channel_rates, clients_of, staff_rates
from werkzaam.store.database import Database, open_database
from werkzaam.store.experiments import links, verify_experiment
from werkzaam.store.roster import happenings, participants, salts

TODAY = "2023-09-02T09:00:00Z"


def test_everybody_gets_a_random_number_and_an_answer(both: Database) -> None:
    done = enrolled(both)
    assert (done.rows, done.again) == (42, False)
    assert done.counts == {"enrolled": 40, "excluded, homeless": 1, "refused, not_on_benefit": 1}
    people = participants(both, "teststad", DESIGN.id)
    assert len(people) == 42
    assert all(len(pid) == 32 for pid in people)
    assert len(set(salts(both, "teststad", DESIGN.id).values())) == 42
    assert list(people) == sorted(people)
    first = happenings(both, "teststad", DESIGN.id)[:2]
    assert [one.happening for one in first] == [Happening.INFORMED, Happening.APPLIED]
    assert first[0].detail == {"channel": "letter", "case_manager": "k1", "working": "yes"}
    assert verify_experiment(both, "teststad", DESIGN.id) == []


def test_no_number_of_the_municipality_is_kept(database: Database) -> None:
    enrolled(database)
    kept = repr(rows_of(database))
    assert not any(str(100_000_000 + number) in kept for number in range(42))


def test_numbers_are_random_and_not_made_of_the_municipalitys(tmp_path: Path) -> None:
    from werkzaam.store.check import create_schema

    pids = []
    for name in ("a", "b"):
        with open_database(f"sqlite:///{tmp_path / name}.db") as database:
            create_schema(database)
            enrolled(database)
            pids.append(set(participants(database, "teststad", DESIGN.id)))
    assert not pids[0] & pids[1]


def test_the_same_file_twice_changes_nothing(database: Database) -> None:
    enrolled(database)
    before = rows_of(database)
    assert enrol(desk_at(database, TODAY), DESIGN, PEOPLE, KEY).again
    assert rows_of(database) == before


def test_somebody_who_was_informed_applies_later_and_their_levels_are_those_of_then(database: Database) -> None:
    opened(database)
    asked = person(1, applied="", benefit="", sex="", age="", duration="")
    assert enrol(desk_at(database, TODAY), DESIGN, roster(asked), KEY).counts == {"no answer yet": 1}
    later = person(1, informed_letter="", informed_phone="2023-05-20")
    assert enrol(desk_at(database, TODAY), DESIGN, roster(later), KEY).counts == {"enrolled": 1}
    (one,) = participants(database, "teststad", DESIGN.id).values()
    assert one.levels == {"sex": "man", "age": "35-54", "duration": "longer"}
    events = happenings(database, "teststad", DESIGN.id)
    assert {str(channel): rate for mix, rate in channel_rates(events).items() for channel in [len(mix)]} == {"2": Rate(1, 1)}
    (staff,) = staff_rates(clients_of(events))
    assert (staff.klantmanager, staff.working, staff.not_working) == ("k1", Rate(1, 1), Rate(0, 0))


def test_a_person_twice_is_refused_with_the_line(both: Database) -> None:
    opened(both)
    with pytest.raises(RowsRefused, match="row 4, number: the same person stands in row 2"):
        enrol(desk_at(both, TODAY), DESIGN, roster(person(1), person(2), person(1, sex="woman")), KEY)
    assert rows_of(both)[-1][0] == "municipality"
    enrol(desk_at(both, TODAY), DESIGN, roster(person(1)), KEY)
    before = links(both, "teststad", DESIGN.id)
    with pytest.raises(RowsRefused, match="row 3, number: this person was enrolled before, on 2023-06-01"):
        enrol(desk_at(both, TODAY), DESIGN, roster(person(5), person(1)), KEY)
    assert links(both, "teststad", DESIGN.id) == before
    assert len(participants(both, "teststad", DESIGN.id)) == 1


def test_places_go_to_the_target_group_first_and_those_taken_are_taken(database: Database) -> None:
    opened(database)
    window = Window(date(2023, 1, 1), date(2023, 9, 1), 3, Condition({"duration": ("under_12_months",)}))
    design = replace(DESIGN, windows=(window,))
    rows = [person(number) for number in range(1, 5)]
    assert enrol(desk_at(database, TODAY), design, roster(*rows), KEY).counts == {"enrolled": 3, "refused, no_place": 1}
    levels = participants(database, "teststad", DESIGN.id)
    refused = [one.person for one in happenings(database, "teststad", DESIGN.id) if one.happening is Happening.REFUSED]
    assert [levels[pid].levels["duration"] for pid in refused] == ["longer"]
    assert enrol(desk_at(database, TODAY), design, roster(person(6)), KEY).counts == {"refused, no_place": 1}


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        ({"sex": "x"}, "row 2, sex: one of woman, man was expected; found 'x'"),
        ({"age": ""}, "row 2, age: it is empty, and the person applied"),
        ({"flags": "lui"}, "row 2, flags: 'lui' is no ground for exclusion"),
        ({"benefit": "2016-01-01"}, "row 2, benefit: days such as"),
        ({"benefit": "2016-01-01..|2017-01-01.."}, "row 2, benefit: One person has spells on benefit that overlap"),
        ({"benefit": "2018-01-01..2017-01-01"}, "cannot end on 2017-01-01"),
        ({"benefit": ""}, "row 2, benefit: it is empty, and the person applied"),
        ({"applied": "2023-09-03"}, "row 2, applied: 2023-09-03 lies ahead; it is 2023-09-02"),
        ({"applied": "2023-02-30"}, "row 2, applied: 2023-02-30 is not in the calendar"),
        ({"working": "misschien"}, "row 2, working: ja or nee was expected"),
        ({"declined": "2023-06-02"}, "row 2, declined: the same row says that the person applied"),
        ({"number": ""}, "row 2, number: it is empty"),
        ({"number": "=1+1"}, "row 2, number: it begins like a formula"),
        ({"applied": "", "informed_letter": ""}, "row 2: it says of nobody"),
    ],
)
def test_a_row_that_cannot_be_right_is_refused(cells: dict[str, str], told: str) -> None:
    with pytest.raises(RowsRefused) as refused:
        read_roster(roster(person(1, **cells), person(2)), DESIGN, date(2023, 9, 2))
    assert told in str(refused.value)


@pytest.mark.parametrize(
    ("file", "told"),
    [
        (b"number;shoe\n1;2\n", "the column 'shoe' is not known here"),
        (b"applied;sex\n2023-01-01;man\n", "the columns number are needed"),
        (b"number;number\n1;2\n", "the column number stands there twice"),
        (b"number;sex\n", "no row"),
        (b"number;sex\n1;man;x\n", "row 2: 2 cells were expected; found 3"),
        (b"number;sex\n1;\xff\n", "row 2: is not text in UTF-8"),
        (b"number;sex\n1;m\0n\n", "holds a NUL byte"),
        (b"number;sex,age\n1;2\n", "found both"),
        (b'number;sex\n1;"man\n', "cannot be read as a table"),
        (b"PK\x03\x04", "a packed file or a workbook"),
    ],
)
def test_a_file_that_is_no_roster_is_refused(file: bytes, told: str) -> None:
    with pytest.raises(InputError) as refused:
        read_roster(file, DESIGN, date(2023, 9, 2))
    assert told in str(refused.value)


def test_a_key_is_made_once_and_kept_from_others(tmp_path: Path) -> None:
    new_key(tmp_path / "key")
    assert len(read_key(tmp_path / "key")) == 32
    assert (tmp_path / "key").stat().st_mode & 0o77 == 0
    with pytest.raises(InputError, match="is there already"):
        new_key(tmp_path / "key")
    (tmp_path / "short").write_text("abcd")
    with pytest.raises(InputError, match="holds a key of 2 bytes"):
        read_key(tmp_path / "short")
    with pytest.raises(InputError, match="holds no key"):
        read_key(tmp_path / "none")
