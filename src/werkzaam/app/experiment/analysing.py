# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The analysis as it must go: lock the plan, look under letters, two people ask to see the arms, and then tell which is which."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from werkzaam.app.experiment.locked_plan import code_version, lock_plan, locked, settings_of
from werkzaam.app.experiment.opened import MASKED, is_open, open_arms, opening, record
from werkzaam.app.experiment.panel_of import at_draw, panel_of
from werkzaam.app.experiment.releasing import let_out
from werkzaam.app.experiment.report.content import Found, of_wave
from werkzaam.app.ledger.desk import Desk
from werkzaam.core.errors import NotAllowed
from werkzaam.experiment.arms import deviations
from werkzaam.experiment.assumptions import Assumptions
from werkzaam.experiment.canonical import protocol_id
from werkzaam.experiment.design import Design
from werkzaam.experiment.panel import Panel
from werkzaam.experiment.verdict import lock as locking
from werkzaam.experiment.verdict.analysis import analyse
from werkzaam.experiment.verdict.flow import attrition, flow
from werkzaam.experiment.verdict.lock import Lock, Settings
from werkzaam.experiment.verdict.masked import mask, masked
from werkzaam.experiment.verdict.subgroups import in_groups
from werkzaam.store.roster import happenings

Progress = Callable[[int, int], None]
__all__ = ["code_version", "lock_plan", "locked", "look", "look_masked", "open_arms", "settings_of"]


def look_masked(desk: Desk, design: Design, redraws: int, progress: Progress | None = None) -> Found:
    """The whole analysis under letters, and an event that says so; which letter is which arm is drawn anew each time."""
    panel, settings, held = panel_of(desk, design), settings_of(desk, design, redraws), locked(desk, design)
    blind, people = masked(design, panel, mask(design, np.random.default_rng()))
    tagged = locking.tag(held, design, settings, code=code_version(), columns=panel.values)
    found = _found(desk, blind, people, settings, held, tagged, protocol_id(design), progress, hidden=True)
    record(desk, design, {"kind": MASKED, "plan": held.plan, "day": str(desk.today)})
    return found


def look(desk: Desk, design: Design, redraws: int, progress: Progress | None = None, wave: str | None = None,
         assumed: Assumptions | None = None) -> Found:  # fmt: skip
    """The analysis with the names of the arms, or as far as one wave; `assumed` is what was expected beforehand.

    Raises NotAllowed before two people asked for it.
    """
    held = locked(desk, design)
    if not is_open(desk, design):
        raise NotAllowed("Two people must ask to see the arms first: experiment analyse --unmask NAME --and NAME.")
    panel, settings = panel_of(desk, design), settings_of(desk, design, redraws)
    tagged = locking.tag(held, design, settings, code=code_version(), columns=panel.values)
    part = design if wave is None else of_wave(design, wave)
    judged = frozenset(name for family in design.families for name in family.outcomes)
    return _found(desk, part, panel, settings, held, tagged, protocol_id(design), progress, hidden=False, judged=judged,
                  assumed=assumed)  # fmt: skip


def _found(desk: Desk, design: Design, panel: Panel, settings: Settings, held: Lock,
           tagged: tuple[locking.Tag, tuple[str, ...]], protocol: str, progress: Progress | None, *,
           hidden: bool, judged: frozenset[str] = frozenset(), assumed: Assumptions | None = None) -> Found:  # fmt: skip
    analysis = analyse(panel, design, settings, progress, judged)
    people = None if hidden else flow(happenings(desk.database, desk.town.id, design.id), design)
    groups, lost = in_groups(panel, design, settings), attrition(panel, design, settings)
    start = None if hidden else at_draw(desk, design, panel)
    kept_back = frozenset() if start is None else let_out(desk, design, panel, start, analysis)
    strayed = tuple(deviations(happenings(desk.database, desk.town.id, design.id)))
    return Found(design, settings, panel, analysis, groups, lost, people, held, tagged, hidden, strayed, kept_back, protocol,
                 opening(desk, design), assumed, start)  # fmt: skip
