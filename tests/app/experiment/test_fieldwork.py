# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What waves bring is kept whole: answers, reasons, vouchers; from our own file and from exports of other tools."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.app.experiment.a_draw import DESIGN, DRAWN, ROUND, desk_at, enrolled, promised, revealed, signed
from tests.store.steps import rows_of
from werkzaam.app.exchange.kobo import read_kobo
from werkzaam.app.exchange.limesurvey import read_limesurvey
from werkzaam.app.exchange.redcap import read_redcap
from werkzaam.app.exchange.reported import RowsRefused
from werkzaam.app.experiment.drawing import draw
from werkzaam.app.experiment.enrol import records
from werkzaam.app.experiment.fieldwork import Imported, asked, import_wave, planned, standing
from werkzaam.app.experiment.question_file import read_questions, shipped_questions
from werkzaam.app.experiment.wave_file import read_wave
from werkzaam.app.experiment.wave_file import rows_of as rows_in
from werkzaam.app.ledger.desk import Desk
from werkzaam.core.errors import InputError, NotAllowed
from werkzaam.core.months import Month
from werkzaam.experiment.design import Design
from werkzaam.experiment.event import Event, Happening
from werkzaam.experiment.survey import DOES_NOT_KNOW, QuestionSet
from werkzaam.experiment.waves import NoAnswer
from werkzaam.store.database import Database
from werkzaam.store.observations import SURVEY, observations
from werkzaam.store.roster import happenings, record_happenings

WAVES = (
    replace(DESIGN.waves[0], first=Month.of(2023, 10), last=Month.of(2023, 12)),
    replace(DESIGN.waves[1], first=Month.of(2024, 2), last=Month.of(2024, 9)),
)
STUDY = replace(DESIGN, waves=WAVES)
LATER = "2024-06-01T09:00:00Z"
TODAY = date(2024, 6, 1)
QUESTIONS = shipped_questions("basis")
HEADER = "pid;wave;day;mode;version;reason;work;hours;why_not_more\n"


def drawn(database: Database) -> Desk:
    """A desk after the draw."""
    enrolled(database, STUDY)
    promised(database, STUDY)
    revealed(database, STUDY)
    draw(desk_at(database, DRAWN), STUDY, ROUND, signed)
    return desk_at(database, LATER)


def brought(desk: Desk, text: str) -> Imported:
    table, rows = read_wave((HEADER + text).encode(), STUDY, QUESTIONS, desk.today)
    return import_wave(desk, STUDY, table, rows)


def test_a_wave_is_kept_with_answers_reasons_and_vouchers(both: Database) -> None:
    desk = drawn(both)
    people = asked(desk, STUDY)
    assert len(people) == 12
    one, two, three = people[:3]
    first = f"{one};T0;2023-10-05;face_to_face;1;;yes;12;care|health\n{two};T0;2023-10-06;;;unreachable;;;\n"
    done = brought(desk, first + f"{three};T0;2024-01-02;phone;1;;no;;\n")
    assert (done.interviews, done.reasons, done.vouchers) == (2, 1, ())
    assert done.remarks == ("row 4: 2024-01-02 is outside 2023-10 to 2023-12 of T0",)
    seen = {kept.pid: kept.body for kept in observations(both, "teststad", STUDY.id, SURVEY, "T0")}
    assert seen == {one: {"work": "yes", "hours": 12, "why_not_more": ["health", "care"]}, three: {"work": "no"}}
    assert [event.happening for event in happenings(both, "teststad", STUDY.id)][-3:] == [
        Happening.INTERVIEWED, Happening.NOT_INTERVIEWED, Happening.INTERVIEWED,
    ]  # fmt: skip

    then = brought(desk, f"{one};T1;2024-04-04;phone;2;;yes;20;\n{three};T1;2024-05-30;video;2;;does_not_know;;\n")
    assert [(event.person, event.detail["cents"]) for event in then.vouchers] == [(one, "1500"), (three, "1500")]
    assert then.remarks == ("row 2: the interview of T1 on 2024-04-04 is within 6 months of T0 on 2023-10-05",
                            "row 3: the interview of T1 on 2024-05-30 is within 6 months of T0 on 2024-01-02")  # fmt: skip
    told = {wave.wave: wave for wave in standing(desk, STUDY)}
    assert (told["T0"].response.asked, told["T0"].response.completed, told["T0"].response.open) == (12, 2, 9)
    assert told["T0"].response.reasons[NoAnswer.UNREACHABLE] == 1
    assert sum(told["T1"].modes.values()) == 2


def test_the_same_file_twice_counts_once_and_a_wrong_row_takes_all_with_it(both: Database) -> None:
    desk = drawn(both)
    one, two = asked(desk, STUDY)[:2]
    row = f"{one};T0;2023-10-05;phone;1;;yes;12;\n"
    brought(desk, row)
    before = rows_of(both)
    assert brought(desk, row).again
    for text, told in (
        (row + f"{two};T0;2023-10-05;phone;1;;yes;12;\n", "row 2, pid: this person was interviewed in T0 before, on 2023-10-05"),
        (f"{two};T0;2023-10-05;phone;1;;soms;12;\n", "row 2, work: one of yes, no, does_not_know was expected; found 'soms'"),
        (f"{'f' * 32};T0;2023-10-05;phone;1;;yes;;\n", "row 2, pid: nobody with this number is asked"),
    ):
        with pytest.raises(RowsRefused) as refused:
            brought(desk, text)
        assert told in str(refused.value)
    assert rows_of(both) == before


def test_who_withdrew_is_not_planned_and_nothing_later_is_taken(database: Database) -> None:
    desk = drawn(database)
    one = asked(desk, STUDY)[0]
    with records(desk, STUDY.id) as recorder:
        record_happenings(recorder, [Event(one, Happening.WITHDRAWN, date(2024, 1, 10))], idem_key="withdrawn")
    assert one not in {plan.person for plan in planned(desk, STUDY, "T1")}
    assert len(planned(desk, STUDY, "T1")) == 11
    assert [wave.response.asked for wave in standing(desk, STUDY)] == [12, 11]
    with pytest.raises(RowsRefused, match="withdrew or died on 2024-01-10; nothing of later days is taken"):
        brought(desk, f"{one};T1;2024-02-02;phone;2;;yes;;\n")


def test_before_a_draw_nobody_is_asked(database: Database) -> None:
    enrolled(database, STUDY)
    with pytest.raises(NotAllowed, match="so nobody is asked for an interview"):
        planned(desk_at(database, DRAWN), STUDY, "T0")


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("p;T9;2023-10-05;phone;1;;yes;12;", "row 2, wave: amsterdam_kort has no wave 'T9'"),
        ("p;T0;2025-10-05;phone;1;;yes;12;", "row 2, day: 2025-10-05 lies ahead"),
        ("p;T0;2023-10-05;brief;1;;yes;12;", "row 2, mode: one of face_to_face, phone, video was expected"),
        ("p;T0;2023-10-05;;1;;yes;12;", "row 2, mode: an interview has a mode and no reason"),
        ("p;T0;2023-10-05;phone;1;ill;;;", "row 2, mode: an interview has a mode and no reason"),
        ("p;T0;2023-10-05;;;boos;;;", "row 2, reason: one of moved, unreachable"),
        ("p;T0;2023-10-05;;;ill;yes;;", "row 2, reason: no interview was held, and there are answers"),
        ("p;T0;2023-10-05;phone;;;yes;;", "row 2, version: it is empty"),
        ("p;T0;2023-10-05;phone;7;;yes;;", "row 2, version: The questions basis have versions 1 to 2; found 7"),
        (";T0;2023-10-05;phone;1;;yes;;", "row 2, pid: it is empty"),
        ("p;T0;2023-10-05;phone;1;;yes;81;", "row 2, hours: a whole number from 0 to 80"),
        ("p;T0;2023-10-05;phone;1;;yes;1;\n" * 2, "row 3, pid: the same person's interview of T0 stands in row 2"),
    ],
)
def test_a_row_of_a_wave_that_cannot_be_right_is_refused(row: str, told: str) -> None:
    with pytest.raises(RowsRefused) as refused:
        read_wave((HEADER + row + "\n").encode(), STUDY, QUESTIONS, TODAY)
    assert told in str(refused.value)


def rows_from(table: object) -> list[tuple[object, ...]]:
    """What an export says, in short."""
    return [
        (row.pid, row.wave, row.day, row.mode and row.mode.value, row.reason and row.reason.value, row.version, dict(row.answers))
        for row in rows_in(table, STUDY, QUESTIONS, TODAY)  # type: ignore[arg-type]
    ]


EXPECTED = [
    ("p1", "T1", date(2024, 5, 2), "phone", None, 2, {"work": "yes", "hours": 12, "why_not_more": ("health", "care")}),
    ("p2", "T1", date(2024, 5, 3), "video", None, 2, {"work": DOES_NOT_KNOW}),
]


def test_a_wave_is_read_from_redcap() -> None:
    export = (
        "record_id,redcap_event_name,redcap_survey_identifier,day,mode,version,reason,work,hours,why_not_more___health,"
        "why_not_more___care,why_not_more___no_hours,interview_complete\n"
        "p1,t1_arm_1,x,2024-05-02,phone,2,,yes,12,1,1,0,2\n"
        "p2,t1_arm_1,x,2024-05-03,video,2,,does_not_know,,0,0,0,2\n"
        "p3,t1_arm_1,x,2024-05-04,,,refused,,,0,0,0,0\n"
    )
    missing = ("p3", "T1", date(2024, 5, 4), None, "refused", 0, {})
    assert rows_from(read_redcap(export.encode(), STUDY, QUESTIONS)) == [*EXPECTED, missing]
    for old, new, told in (
        ("p1,t1_arm_1", "p1,zomer_arm_1", "row 2, redcap_event_name: an event of a wave was expected, such as t0_arm_1"),
        ("12,1,1,0,2", "12,1,2,0,2", "row 2, why_not_more___care: one of '0', '1', '' was expected; found '2'"),
        ("12,1,1,0,2", "12,1,1,0,1", "row 2, reason: an instrument is not complete"),
        ("interview_complete", "shoe_size", "'shoe_size' is no question of this study. Leave it out with --without shoe_size"),
    ):
        with pytest.raises(InputError) as refused:
            read_redcap(export.replace(old, new, 1).encode(), STUDY, QUESTIONS)
        assert told in str(refused.value)


def test_a_wave_is_read_from_limesurvey_without_the_addresses() -> None:
    export = (
        '"id","submitdate","lastpage","startlanguage","token","ipaddr","mode","work","hours","why_not_more[health]",'
        '"why_not_more[care]","remarks"\n'
        '"1","2024-05-02 14:33:12","3","nl","p1","192.0.2.7","phone","yes","12","Y","Y","=cmd"\n'
        '"2","2024-05-03 09:00:00","3","nl","p2","192.0.2.8","video","does_not_know","","","",""\n'
    )
    table = read_limesurvey(export.encode(), STUDY, QUESTIONS, "T1", version="2", without=["remarks"])
    assert rows_from(table) == EXPECTED
    assert "192.0.2" not in repr(table)
    with pytest.raises(InputError, match="row 3, submitdate: it is empty, so the interview was not finished"):
        read_limesurvey(export.replace("2024-05-03 09:00:00", "").encode(), STUDY, QUESTIONS, "T1", without=["remarks"])
    with pytest.raises(InputError, match=r"row 2, why_not_more.health.: one of 'Y', 'N', '' was expected"):
        read_limesurvey(export.replace('"Y"', '"J"').encode(), STUDY, QUESTIONS, "T1", without=["remarks"])
    with pytest.raises(InputError, match="has no wave 'T7'"):
        read_limesurvey(export.encode(), STUDY, QUESTIONS, "T7")


def test_a_wave_is_read_from_kobo_behind_its_groups() -> None:
    export = (
        "start;end;today;pid;mode;version;work_group/work;work_group/hours;work_group/why_not_more;"
        "work_group/why_not_more/health;work_group/why_not_more/care;_id;_uuid;__version__;_index\n"
        "2024-05-02T10:00:00.000+02:00;2024-05-02T10:40:00.000+02:00;2024-05-02;p1;phone;2;yes;12;health care;1;1;7;u;v;1\n"
        "2024-05-03T10:00:00.000+02:00;2024-05-03T10:40:00.000+02:00;;p2;video;2;does_not_know;;;0;0;8;u;v;2\n"
    )
    assert rows_from(read_kobo(export.encode(), STUDY, QUESTIONS, "T1")) == EXPECTED
    with pytest.raises(InputError, match="row 2, why_not_more: the column of the question and those of its codes"):
        read_kobo(export.replace("health care;1;1", "health;1;1").encode(), STUDY, QUESTIONS, "T1")
    with pytest.raises(InputError, match="a day and a pid were expected"):
        read_kobo(b"pid;mode\np1;phone\n", STUDY, QUESTIONS, "T1")
    with pytest.raises(InputError, match="today: a moment was expected"):
        read_kobo(b"pid;today\np1;gisteren\n", STUDY, QUESTIONS, "T1")


ITEM = 'id = "q"\nversion = 1\n[[item]]\nid = "a"\nlabel = {nl = "x", en = "x"}\n'


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('id = "q"\nversion = 0\n', "row 2: version: versions count from 1; found 0"),
        ('id = "q"\nversion = 1\n', "at least one question was expected"),
        (ITEM + 'form = "yesno"\n', "one of one, many, number was expected"),
        (ITEM + 'form = "one"\n', "options"),
        (ITEM + 'form = "one"\noptions = ["y", "y"]\n', "stands there twice"),
        (ITEM + 'form = "number"\nlow = 3\nhigh = 1\n', "low is the smaller one"),
        (ITEM + 'form = "one"\noptions = ["y"]\nsince = 2\n', "versions 1 to 1"),
    ],
)  # fmt: skip
def test_questions_that_cannot_be_asked_are_refused(tmp_path: Path, text: str, told: str) -> None:
    file = tmp_path / "questions.toml"
    file.write_text(text)
    with pytest.raises(InputError) as refused:
        read_questions(file)
    assert told in str(refused.value)


def test_the_questions_that_ship_cover_what_the_report_is_about() -> None:
    known: QuestionSet = QUESTIONS
    assert {item.id for item in known.items} >= {
        "work", "hours", "contract", "sector", "why_not_more", "volunteering", "care", "education", "guidance_grade",
        "finance_grade", "health_grade", "own_group", "premium_received", "job_chance",
    }  # fmt: skip
    assert {item.id for item in known.asked_in(2)} - {item.id for item in known.asked_in(1)} == {
        "premium_received", "premium_spent_on", "job_chance",
    }  # fmt: skip
    design: Design = STUDY
    assert design.id == DESIGN.id
