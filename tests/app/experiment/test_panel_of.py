# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The columns that estimates read say what the ledger says."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from tests.app.experiment.a_draw import DRAWN, ROUND, desk_at, enrolled, promised, revealed, signed
from tests.app.experiment.test_fieldwork import HEADER, LATER, QUESTIONS, STUDY
from tests.experiment.designs import OUTFLOW
from werkzaam.app.experiment.drawing import draw
from werkzaam.app.experiment.fieldwork import asked, import_wave
from werkzaam.app.experiment.panel_of import panel_of
from werkzaam.app.experiment.wave_file import read_wave
from werkzaam.core.errors import NotAllowed
from werkzaam.experiment.design import Kind, Source
from werkzaam.store.database import Database
from werkzaam.store.draws import drawn_people

WORK = replace(
    OUTFLOW, id="work", source=Source.SURVEY, kind=Kind.SHARE, variable="work", wave="T1", month=None, baseline="work_t0"
)  # fmt: skip
ASKED = replace(STUDY, outcomes=(OUTFLOW, WORK))


def test_the_panel_has_arms_by_lot_chances_and_answers_and_nothing_in_place_of_what_is_missing(database: Database) -> None:
    enrolled(database, ASKED)
    promised(database, ASKED)
    with pytest.raises(NotAllowed, match="nothing to analyse"):
        panel_of(desk_at(database, DRAWN), ASKED)
    revealed(database, ASKED)
    draw(desk_at(database, DRAWN), ASKED, ROUND, signed)
    desk = desk_at(database, LATER)
    one, two, three = asked(desk, ASKED)[:3]
    said = {one: "yes;20;", two: "no;0;", three: "does_not_know;;"}
    text = "".join(f"{pid};T1;2024-04-04;phone;1;;{cells}\n" for pid, cells in said.items())
    table, rows = read_wave((HEADER + text).encode(), ASKED, QUESTIONS, desk.today)
    import_wave(desk, ASKED, table, rows)

    found = panel_of(desk, ASKED)
    drawn = drawn_people(database, "teststad", ASKED.id)
    assert found.people == tuple(sorted(drawn))
    assert [ASKED.arms[arm].id if arm >= 0 else None for arm in found.arms] == [drawn[pid].arm for pid in found.people]
    assert found.surveyed.tolist() == [drawn[pid].surveyed for pid in found.people]
    places = {pid: at for at, pid in enumerate(found.people)}
    values = found.values["work"]
    assert (values[places[one]], values[places[two]]) == (1, 0)
    assert np.isnan(values).sum() == 38
    assert np.isnan(found.values["work_t0"]).all()
    assert set(found.values) == {"outflow", "work", "work_t0"}
    assert set(np.flatnonzero(found.answered["T1"])) == {places[pid] for pid in (one, two, three)}
    assert not found.answered["T0"].any()
    assert abs(found.selected.sum() - 24) < 1e-9
    assert {len(column) for column in (found.strata, *found.characteristics.values(), *found.values.values())} == {40}
    assert found.characteristics["sex"].min() == 0
