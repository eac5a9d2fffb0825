# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Placements that mix arms are logged and reported; long interviews are spread over the arms, the same people first."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np
import pytest

from tests.app.experiment.a_draw import DESIGN, DRAWN, ROUND, desk_at, enrolled, promised, revealed, signed
from tests.experiment.designs import OUTFLOW
from tests.store.steps import rows_of
from werkzaam.app.exchange.reported import RowsRefused
from werkzaam.app.experiment.drawing import draw
from werkzaam.app.experiment.long_interviews import long_interviews
from werkzaam.app.experiment.panel_of import panel_of
from werkzaam.app.experiment.placed import read_team, record_placements
from werkzaam.app.experiment.report.strayed import strayed
from werkzaam.core.errors import InputError, NotAllowed
from werkzaam.core.months import Month
from werkzaam.experiment.arms import Deviation, deviations
from werkzaam.experiment.design import Design, Estimand, Population, Strategy, Words
from werkzaam.store.database import Database
from werkzaam.store.draws import drawn_people
from werkzaam.store.roster import happenings

LATER = "2023-12-01T09:00:00Z"
LONG = replace(DESIGN, end=date(2026, 1, 1))
TEAM = 'start = 2023-10-01\nmembers = ["t1", "t2"]\narms = ["extra", "zelfregie"]\n'


def everybody(database: Database, design: Design = LONG) -> dict[str | None, list[str]]:
    """Everybody drawn, by arm."""
    enrolled(database, design)
    promised(database, design)
    revealed(database, design)
    draw(desk_at(database, DRAWN), design, ROUND, signed)
    found: dict[str | None, list[str]] = {}
    for pid, one in drawn_people(database, "teststad", design.id).items():
        found.setdefault(one.arm, []).append(pid)
    return found


@pytest.mark.requirement("R-021")
def test_a_comparison_client_put_with_the_team_is_logged_once_and_listed_by_arm(database: Database, tmp_path: Path) -> None:
    arms = everybody(database)
    path = tmp_path / "team.toml"
    path.write_text(TEAM, encoding="utf-8")
    team, desk = read_team(path, LONG), desk_at(database, LATER)
    mixed, outside, fine, nobody = arms["vergelijking"][0], arms["extra"][0], arms["extra"][1], arms[None][0]
    rows = [(mixed, "t1", "2023-11-01"), (mixed, "t1", "2023-09-30"), (outside, "r9", "2023-10-01"), (fine, "t2", "2023-10-01"),
            (nobody, "t2", "2023-11-01")]  # fmt: skip
    file = "pid;case_manager;day\n" + "".join(f"{';'.join(row)}\n" for row in rows)
    done = record_placements(desk, LONG, file.encode(), team)
    assert done is not None
    assert (done.rows, [one.placement.person for one in done.logged]) == (5, [mixed, outside])
    assert [one.placement.person for one in done.told] == [nobody]
    assert record_placements(desk, LONG, file.encode(), team) is None
    listed = deviations(happenings(database, "teststad", LONG.id))
    assert [(one.person, one.arm, one.actual, one.reason) for one in listed] == [
        (outside, "extra", "outside_team", "clients of extra are served by the team only"),
        (mixed, "vergelijking", "team", "t1 serves only extra, zelfregie"),
    ]


def test_a_placement_after_the_arms_ended_or_of_nobody_is_no_contamination(database: Database, tmp_path: Path) -> None:
    arms = everybody(database)
    path = tmp_path / "team.toml"
    path.write_text(TEAM, encoding="utf-8")
    team, before = read_team(path, LONG), rows_of(database)
    ended = f"pid;case_manager;day\n{arms['vergelijking'][0]};t1;2023-11-01\n".encode()
    done = record_placements(desk_at(database, LATER), replace(LONG), ended.replace(b"2023-11-01", b"2023-09-30"), team)
    assert done is not None
    assert done.logged == ()
    before = rows_of(database)
    with pytest.raises(RowsRefused, match="row 2, pid: nobody with this number is enrolled"):
        record_placements(desk_at(database, LATER), LONG, b"pid;case_manager;day\nnobody;t1;2023-11-01\n", team)
    assert rows_of(database) == before
    path.write_text(TEAM.replace('"zelfregie"]', '"zelfregie", "vergelijking"]'), encoding="utf-8")
    with pytest.raises(InputError, match="these are all arms"):
        read_team(path, LONG)


def test_deviations_are_counted_by_arm_and_never_with_the_words_of_somebody_else() -> None:
    day = date(2020, 1, 1)
    found = [Deviation(f"p{at}", day, "vergelijking", "team", "t1 serves") for at in range(12)]
    found += [Deviation(f"q{at}", day, "extra", "op verzoek van Jan", "x") for at in range(11)]
    made = strayed(found, DESIGN, "en")
    (table,) = made.tables
    assert [[cell.text for cell in row] for row in table.rows] == [
        ["put with the team of other arms", "0", "0", "12"], ["guided otherwise", "11", "0", "0"],
    ]  # fmt: skip
    assert "23 times" in made.said[0]
    few = strayed(found[:4] + found[12:], DESIGN, "en")
    assert "Jan" not in str(few)
    assert "–" in few.said[0], "four people are not told by subtraction either"


def test_who_was_guided_otherwise_is_missing_where_the_estimand_says_so(database: Database, tmp_path: Path) -> None:
    kept = replace(OUTFLOW, id="kept", month=Month.parse("2023-12"))
    policy = Estimand(Population.DRAWN, Words("x", "x"), {"deviated": Strategy.COMPOSITE})
    design = replace(LONG, outcomes=(kept, replace(kept, id="as_guided", estimand=policy)))
    arms = everybody(database, design)
    path = tmp_path / "team.toml"
    path.write_text(TEAM, encoding="utf-8")
    mixed = arms["vergelijking"][0]
    file = f"pid;case_manager;day\n{mixed};t1;2023-11-01\n".encode()
    record_placements(desk_at(database, LATER), design, file, read_team(path, design))
    panel = panel_of(desk_at(database, LATER), design)
    at = panel.people.index(mixed)
    assert np.isnan(panel.values["kept"][at])
    assert panel.values["as_guided"][at] == 0, "what happened counts as the worst outcome"


@pytest.mark.requirement("R-173")
def test_long_interviews_are_chosen_from_a_file_with_those_of_last_year_first(database: Database) -> None:
    arms = everybody(database)
    people = [(pid, arm) for arm, own in arms.items() if arm for pid in own]
    before = {own[0] for arm, own in arms.items() if arm}
    mute = next(pid for pid, _ in people if pid not in before)
    rows = "".join(f"{pid};{'nee' if pid == mute else 'ja'};{'ja' if pid in before else ''}\n" for pid, _ in people)
    file = f"pid;language_able;last_year\n{rows}".encode()
    found = long_interviews(desk_at(database, LATER), LONG, file, 20)
    assert sorted(Counter(one.arm for one in found.people).values()) == [6, 7, 7]
    assert {one.person for one in found.people[:3]} == before
    assert mute not in {one.person for one in found.people}
    assert found.case_managers == ("k1",)
    assert long_interviews(desk_at(database, LATER), LONG, file, 20) == found
    with pytest.raises(RowsRefused, match="row 2, pid: this person has no arm, withdrew or died"):
        long_interviews(desk_at(database, LATER), LONG, f"pid;language_able\n{arms[None][0]};ja\n".encode(), 20)


def test_long_interviews_wait_for_the_draw(database: Database) -> None:
    enrolled(database, LONG)
    with pytest.raises(NotAllowed, match="spread over the arms"):
        long_interviews(desk_at(database, LATER), LONG, b"pid;language_able\n", 20)
