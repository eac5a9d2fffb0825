# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The people of an experiment as columns, from the ledger: what every estimate reads.

The arm is the one by lot. What somebody did not answer, or what a version did not ask, is NaN; a yes is 1 and a no is 0.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from werkzaam.app.experiment.checking import kept
from werkzaam.app.ledger.desk import Desk
from werkzaam.core.errors import NotAllowed
from werkzaam.experiment.design import Design, Source
from werkzaam.experiment.lottery.plan import chances
from werkzaam.experiment.panel import Floats, Ints, Panel, Truths
from werkzaam.experiment.waves import interviews
from werkzaam.store.draws import DrawnPerson, drawn_people
from werkzaam.store.observations import SURVEY, observations
from werkzaam.store.roster import happenings, participants

YES_NO = {"yes": 1.0, "no": 0.0}
"""The codes that are numbers; every other code is no number."""


def panel_of(desk: Desk, design: Design) -> Panel:
    """Everybody who was on the list of a draw, in the order of their pids; raises NotAllowed before anybody was drawn.

    `values` has, for each survey outcome and its baseline, a column `variable_wave` in small letters, such as `work_t2`.
    """
    drawn = drawn_people(desk.database, desk.town.id, design.id)
    if not drawn:
        raise NotAllowed(f"Nobody of {design.id} was drawn yet, so there are no arms to compare. Draw first.")
    pids = tuple(sorted(drawn))
    known = participants(desk.database, desk.town.id, design.id)
    arms = {arm.id: at for at, arm in enumerate(design.arms)}
    strata = {code: at for at, code in enumerate(sorted({one.stratum for one in drawn.values()}))}
    answers = _answers(desk, design)
    return Panel(
        people=pids,
        characteristics={
            variable.id: _indexes(pids, {pid: known[pid].levels.get(variable.id) for pid in pids}, variable.levels)
            for variable in design.variables
        },
        strata=_ints(strata[drawn[pid].stratum] for pid in pids),
        arms=_ints(arms.get(drawn[pid].arm or "", -1) for pid in pids),
        selected=_selected(desk, design, pids, drawn),
        surveyed=np.array([drawn[pid].surveyed for pid in pids], dtype=np.bool_),
        answered=_answered(desk, design, pids),
        values={name: _numbers(pids, answers.get(name, {})) for name in columns(design)},
    )


def columns(design: Design) -> tuple[str, ...]:
    """The columns of the survey outcomes of a design and of their baselines, each once."""
    asked = [one for one in design.outcomes if one.source is Source.SURVEY]
    found = [name for one in asked for name in (column(one.variable, str(one.wave)), one.baseline) if name]
    return tuple(dict.fromkeys(found))


def column(variable: str, wave: str) -> str:
    """The column of a question in a wave: `work` in T2 is `work_t2`."""
    return f"{variable}_{wave.lower()}"


def _answers(desk: Desk, design: Design) -> dict[str, dict[str, float]]:
    """Every answer that is a number, by column and pid."""
    found: dict[str, dict[str, float]] = {}
    for one in observations(desk.database, desk.town.id, design.id, SURVEY):
        for question, answer in one.body.items():
            number = float(answer) if isinstance(answer, int) else YES_NO.get(answer) if isinstance(answer, str) else None
            if number is not None:
                found.setdefault(column(question, one.name), {})[one.pid] = number
    return found


def _answered(desk: Desk, design: Design, pids: Sequence[str]) -> dict[str, Truths]:
    held = {(one.person, one.wave) for one in interviews(happenings(desk.database, desk.town.id, design.id))}
    return {wave.id: np.array([(pid, wave.id) in held for pid in pids], dtype=np.bool_) for wave in design.waves}


def _selected(desk: Desk, design: Design, pids: Sequence[str], drawn: Mapping[str, DrawnPerson]) -> Floats:
    """The chance of everybody to be selected, by the plan of their draw."""
    by_code: dict[str, float] = {}
    for one in kept(desk, design):
        found = chances(one.frozen.plan, one.frozen.roster.people)
        by_code |= {code: float(chance.selected) for code, chance in found.items()}
    return np.array([by_code[drawn[pid].stratum] for pid in pids], dtype=np.float64)


def _indexes(pids: Sequence[str], levels: Mapping[str, str | None], order: Sequence[str]) -> Ints:
    places = {level: at for at, level in enumerate(order)}
    return _ints(places.get(levels[pid] or "", -1) for pid in pids)


def _ints(numbers: Iterable[int]) -> Ints:
    return np.fromiter(numbers, dtype=np.int64)


def _numbers(pids: Sequence[str], found: Mapping[str, float]) -> Floats:
    return np.array([found.get(pid, np.nan) for pid in pids], dtype=np.float64)
