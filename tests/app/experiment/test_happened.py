# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What happened after enrolling is recorded whole, and how people were reached is told with counts."""

from __future__ import annotations

from datetime import date

import pytest

from tests.app.experiment.a_draw import (
    DESIGN,
    DRAWN,
    KEY,
    ROUND,
    desk_at,
    enrolled,
    opened,
    person,
    promised,
    revealed,
    roster,
    signed,
)
from tests.store.steps import rows_of
from werkzaam.app.exchange.reported import RowsRefused
from werkzaam.app.experiment.drawing import draw
from werkzaam.app.experiment.enrol import enrol
from werkzaam.app.experiment.happened import record_file
from werkzaam.app.experiment.reached import reached
from werkzaam.experiment.arms import deviations, guidance_on
from werkzaam.experiment.event import Happening
from werkzaam.store.database import Database
from werkzaam.store.draws import drawn_people
from werkzaam.store.roster import happenings, participants


def drawn(database: Database) -> tuple[str, str]:
    """Somebody with an arm and somebody without one."""
    enrolled(database)
    promised(database)
    revealed(database)
    draw(desk_at(database, DRAWN), DESIGN, ROUND, signed)
    people = drawn_people(database, "teststad", DESIGN.id)
    return next(pid for pid, one in people.items() if one.arm), next(pid for pid, one in people.items() if not one.arm)


def test_deviations_corrections_and_withdrawals_are_recorded_and_the_arm_stays(database: Database) -> None:
    one, other = drawn(database)
    arm = drawn_people(database, "teststad", DESIGN.id)[one].arm
    rows = [f"{one};deviated;2023-09-15;vergelijking;op verzoek;", f"{other};withdrawn;2023-09-15;;;"]
    rows.append(f"{other};corrected;2023-09-15;;;man")
    file = "\n".join(["pid;happening;day;actual;reason;sex", *rows, ""]).encode()
    assert record_file(desk_at(database, DRAWN), DESIGN, file) == 3
    assert record_file(desk_at(database, DRAWN), DESIGN, file) is None
    events = happenings(database, "teststad", DESIGN.id)
    assert [(found.arm, found.actual, found.reason) for found in deviations(events)] == [(arm, "vergelijking", "op verzoek")]
    assert guidance_on(events, one, date(2023, 9, 15), date(2030, 1, 1)).form == "vergelijking"
    assert drawn_people(database, "teststad", DESIGN.id)[one].arm == arm
    assert participants(database, "teststad", DESIGN.id)[other].levels["sex"] == "man"
    assert events[-2].happening is Happening.WITHDRAWN


def test_nobody_is_invited_after_withdrawing(database: Database) -> None:
    one, _ = drawn(database)
    file = "pid;happening;day;wave\n" + f"{one};invited;2023-09-13;T1\n"
    assert record_file(desk_at(database, DRAWN), DESIGN, file.encode()) == 1
    after = file.replace("invited;2023-09-13;T1", "withdrawn;2023-09-14;") + f"{one};invited;2023-09-14;T2\n"
    with pytest.raises(RowsRefused, match="row 3, happening: this person withdrew or died on 2023-09-14; nobody is invited"):
        record_file(desk_at(database, DRAWN), DESIGN, after.encode())


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("{other};deviated;2023-09-15;extra;x;", "row 2, happening: deviated needs an arm, and this person has none"),
        ("{one};deviated;2023-09-15;;x;", "row 2, actual: it is empty"),
        ("{one};agreed;2023-09-15;;;", "row 2, form: it is needed here, and the file has no such column"),
        ("{one};drawn;2023-09-15;;;", "row 2, happening: one of invited, started, deviated"),
        ("{one};died;2023-09-16;;;", "row 2, day: 2023-09-16 lies ahead"),
        ("{one};corrected;2023-09-15;;;", "row 2, happening: nothing is corrected"),
        ("{one};corrected;2023-09-15;;;x", "row 2, sex: one of woman, man was expected"),
        ("{one};withdrawn;2023-09-14;;;\n{one};invited;2023-09-15;;;", "row 3, wave: it is needed here"),
        ("nobody;died;2023-09-15;;;", "row 2, pid: nobody with this number is enrolled"),
    ],
)
def test_what_cannot_have_happened_is_refused(database: Database, row: str, told: str) -> None:
    one, other = drawn(database)
    before = rows_of(database)
    file = f"pid;happening;day;actual;reason;sex\n{row.format(one=one, other=other)}\n"
    with pytest.raises(RowsRefused) as refused:
        record_file(desk_at(database, DRAWN), DESIGN, file.encode())
    assert told in str(refused.value)
    assert rows_of(database) == before


def test_the_report_on_reach_has_counts_and_tasks_and_no_ranking(database: Database) -> None:
    opened(database)
    silent = {"applied": "", "benefit": "", "sex": "", "age": "", "duration": ""}
    rows = [person(1, case_manager="z"), person(2, case_manager="a", working="nee"), person(3, **silent, case_manager="z")]
    enrol(desk_at(database, "2023-06-02T09:00:00Z"), DESIGN, roster(*rows), KEY)
    found = list(reached(desk_at(database, "2023-06-02T09:00:00Z"), DESIGN, 21))
    assert found[:5] == [
        "By channel:", "  67% (2 of 3)  letter", "By case manager, those who work and those who do not:",
        "  a: - (0 of 0) and 100% (1 of 1)", "  z: 50% (1 of 2) and - (0 of 0)",
    ]  # fmt: skip
    assert found[5] == "Explain in person, after 21 days without an answer: 1"
    assert found[6].endswith(" by 2023-09-01")
    assert len(list(reached(desk_at(database, "2023-06-02T09:00:00Z"), DESIGN, 60))) == 6
