# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The columns that estimates read say what the ledger says."""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import replace

import numpy as np
import pytest

from tests.app.experiment.a_draw import (
    DESIGN,
    DRAWN,
    KEY,
    ROUND,
    desk_at,
    enrolled,
    person,
    promised,
    revealed,
    roster,
    signed,
)
from tests.app.experiment.test_fieldwork import HEADER, LATER, QUESTIONS, STUDY
from tests.experiment.designs import AMSTERDAM, OUTFLOW
from tests.experiment.estimate.test_permutation import t_by_hand
from werkzaam.app.experiment.drawing import commit, draw, reveal
from werkzaam.app.experiment.enrol import enrol
from werkzaam.app.experiment.fieldwork import asked, import_wave
from werkzaam.app.experiment.locked_plan import lock_plan
from werkzaam.app.experiment.opened import UNMASKED, record
from werkzaam.app.experiment.panel_of import panel_of
from werkzaam.app.experiment.wave_file import read_wave
from werkzaam.core.errors import InputError, NotAllowed
from werkzaam.experiment.design import Condition, Contrast, Kind, Sample, Source
from werkzaam.experiment.lottery.beacon import QUICKNET
from werkzaam.experiment.verdict.held_again import drawn_again
from werkzaam.experiment.verdict.lock import Settings
from werkzaam.store.database import Database
from werkzaam.store.draws import commitments, drawn_people

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


def test_two_draws_and_a_closed_arm_are_held_again_as_they_were_held(database: Database) -> None:
    """Rolling enrolment: who came in the second window is drawn apart, and who may not come into an arm is dealt without it."""
    barred = replace(AMSTERDAM.exclusions[0], arms=("zelfregie",))
    study = replace(DESIGN, exclusions=(barred,), selection=Sample(None, Condition({})), survey=Sample(None, Condition({})))
    enrolled(database, study, roster(*(person(at, flags=barred.id if at % 4 == 0 else "") for at in range(40))))
    promised(database, study)
    revealed(database, study)
    draw(desk_at(database, DRAWN), study, ROUND, signed)
    later = roster(*(person(at, flags=barred.id if at % 5 == 0 else "") for at in range(60, 90)))
    enrol(desk_at(database, "2023-09-16T09:00:00Z"), study, later, KEY)
    again = QUICKNET.moment(ROUND.round + 60_000)
    secret = hashlib.sha256(b"another secret").digest()
    commit(desk_at(database, "2023-09-16T10:00:00Z"), study, secret_sha256=hashlib.sha256(secret).digest(), drawn_at=again)
    reveal(desk_at(database, "2023-09-17T10:00:00Z"), study, secret)
    told = replace(ROUND, round=ROUND.round + 60_000)
    draw(desk_at(database, "2023-12-01T10:00:00Z"), study, told, lambda *_: True)

    panel = panel_of(desk_at(database, "2023-12-02T10:00:00Z"), study)
    held = drawn_people(database, "teststad", study.id, 2)
    assert Counter(zip(panel.dealt.tolist(), (pid in held for pid in panel.people), strict=True)) == {
        (0, False): 30, (1, False): 10, (2, True): 24, (3, True): 6,
    }  # fmt: skip
    closed = [arm.id for arm in study.arms].index("zelfregie")
    assert panel.closed == ((), (closed,), (), (closed,))
    assert not (panel.arms[np.isin(panel.dealt, (1, 3))] == closed).any()
    outcomes = np.random.default_rng(1).normal(size=(70, 1))
    contrasts = [Contrast("zelfregie", "vergelijking"), Contrast("extra", "vergelijking")]
    tested = drawn_again(panel, study, outcomes, contrasts, Settings(redraws=99), 0)
    for found, pair, rows in zip(tested.observed, ((1, 2), (0, 2)), (~np.isin(panel.dealt, (1, 3)), slice(None)), strict=True):
        assert found == pytest.approx(t_by_hand(outcomes[rows, 0], panel.arms[rows], panel.strata[rows], pair))
    at_once = replace(panel, dealt=np.zeros(70, np.int64), closed=((),))
    with pytest.raises(InputError, match="Give the strata and the slots with which was drawn"):
        drawn_again(at_once, study, outcomes, contrasts, Settings(redraws=99), 0)


def test_nobody_is_added_once_the_arms_were_opened(database: Database) -> None:
    """Whoever saw the result could go on drawing until it says what they like."""
    enrolled(database, DESIGN)
    promised(database, DESIGN)
    revealed(database, DESIGN)
    draw(desk_at(database, DRAWN), DESIGN, ROUND, signed)
    desk = desk_at(database, "2023-09-16T09:00:00Z")
    enrol(desk, DESIGN, roster(*(person(at) for at in range(60, 90))), KEY)
    plan = lock_plan(desk, DESIGN, 99).plan
    moment = QUICKNET.moment(ROUND.round + 60_000)
    later = {"secret_sha256": hashlib.sha256(b"s").digest(), "drawn_at": moment}
    record(desk, DESIGN, {"kind": UNMASKED, "plan": plan, "by": ["A", "B"], "day": str(desk.today)})
    with pytest.raises(NotAllowed, match="Nobody is drawn for it any more"):
        commit(desk_at(database, "2023-09-16T10:00:00Z"), DESIGN, **later)
    assert len(commitments(database, "teststad", DESIGN.id)) == 1
