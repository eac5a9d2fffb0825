# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The analysis as it must go: lock the plan, look under letters, two people ask to see the arms, and then tell which is which."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import numpy as np

import werkzaam.experiment
from werkzaam import __version__
from werkzaam.app.experiment.enrol import check_design, records
from werkzaam.app.experiment.panel_of import panel_of
from werkzaam.app.experiment.releasing import let_out
from werkzaam.app.experiment.report.content import Found, of_wave
from werkzaam.app.ledger.desk import Desk
from werkzaam.core.digest import digest
from werkzaam.core.errors import NotAllowed
from werkzaam.experiment.canonical import protocol_id
from werkzaam.experiment.design import Design
from werkzaam.experiment.event import Happening
from werkzaam.experiment.panel import Panel
from werkzaam.experiment.verdict import lock as locking
from werkzaam.experiment.verdict.analysis import analyse
from werkzaam.experiment.verdict.flow import attrition, flow
from werkzaam.experiment.verdict.lock import Lock, Settings
from werkzaam.experiment.verdict.masked import mask, masked, unmask
from werkzaam.experiment.verdict.subgroups import in_groups
from werkzaam.store import observations as kept
from werkzaam.store.draws import draw_results
from werkzaam.store.roster import happenings

Progress = Callable[[int, int], None]
MASKED, UNMASKED = "masked", "unmasked"


def code_version() -> str:
    """The release, and the fingerprint of every file that computes a number of an experiment."""
    folder = Path(werkzaam.experiment.__file__).parent
    parts = sorted(str(path.relative_to(folder)) for path in folder.rglob("*.py"))
    return f"{__version__}+{digest(*(text for part in parts for text in (part, (folder / part).read_text('utf-8'))))[:16]}"


def settings_of(desk: Desk, design: Design, redraws: int) -> Settings:
    """How the plan is computed; the seed follows from the draw itself, so that nobody chose it. Raises NotAllowed undrawn."""
    drawn = draw_results(desk.database, desk.town.id, design.id)
    if not drawn:
        raise NotAllowed(f"Nobody of {design.id} was drawn yet. A plan is locked after the draw and before the outcomes.")
    return Settings(redraws=redraws, seed=int(drawn[min(drawn)].seed[:8], 16))


def lock_plan(desk: Desk, design: Design, redraws: int) -> Lock:
    """Lock the plan of the design that was drawn, with the columns that the design will have. The first lock counts."""
    check_design(desk, design)
    settings, panel = settings_of(desk, design, redraws), panel_of(desk, design)
    made = locking.lock(design, settings, code=code_version(), columns=panel.values, by=desk.actor, at=desk.moment)
    with records(desk, design.id) as recorder:
        kept.record_lock(recorder, kept.Lock(made.plan, made.code, made.columns))
    return locked(desk, design)


def locked(desk: Desk, design: Design) -> Lock:
    """The plan that was locked first. Raises NotAllowed where none was: no outcome is seen beside an arm before that."""
    found = kept.locks(desk.database, desk.town.id, design.id)
    if not found:
        raise NotAllowed(
            f"The plan of {design.id} is not locked. Lock it first (experiment lock): outcomes are compared only by a plan "
            "that was fixed before."
        )
    one = found[0]
    return Lock(one.plan_sha256, one.code_version, one.data_schema, one.actor, one.recorded_at)


def look_masked(desk: Desk, design: Design, redraws: int, progress: Progress | None = None) -> Found:
    """The whole analysis under letters, and an event that says so; which letter is which arm is drawn anew each time."""
    panel, settings, held = panel_of(desk, design), settings_of(desk, design, redraws), locked(desk, design)
    blind, people = masked(design, panel, mask(design, np.random.default_rng()))
    tagged = locking.tag(held, design, settings, code=code_version(), columns=panel.values)
    found = _found(desk, blind, people, settings, held, tagged, protocol_id(design), progress, hidden=True)
    _record(desk, design, {"kind": MASKED, "plan": held.plan, "day": str(desk.today)})
    return found


def open_arms(desk: Desk, design: Design, first: str, second: str) -> None:
    """Two people ask to see the arms: an event. Raises NotAllowed before the analysis was seen under letters."""
    names = unmask(first, second)
    held = locked(desk, design)
    if not any(one["kind"] == MASKED and one["plan"] == held.plan for one in _recorded(desk, design)):
        raise NotAllowed("The analysis was not yet seen under letters. Run it masked first; what must be mended is mended then.")
    _record(desk, design, {"kind": UNMASKED, "plan": held.plan, "by": list(names), "day": str(desk.today)})


def look(desk: Desk, design: Design, redraws: int, progress: Progress | None = None, wave: str | None = None) -> Found:
    """The analysis with the names of the arms, or as far as one wave. Raises NotAllowed before two people asked for it."""
    held = locked(desk, design)
    if not any(one["kind"] == UNMASKED and one["plan"] == held.plan for one in _recorded(desk, design)):
        raise NotAllowed("Two people must ask to see the arms first: experiment analyse --unmask NAME --and NAME.")
    panel, settings = panel_of(desk, design), settings_of(desk, design, redraws)
    tagged = locking.tag(held, design, settings, code=code_version(), columns=panel.values)
    part = design if wave is None else of_wave(design, wave)
    return _found(desk, part, panel, settings, held, tagged, protocol_id(design), progress, hidden=False)


def _found(desk: Desk, design: Design, panel: Panel, settings: Settings, held: Lock,
           tagged: tuple[locking.Tag, tuple[str, ...]], protocol: str, progress: Progress | None, *,
           hidden: bool) -> Found:  # fmt: skip
    analysis = analyse(panel, design, settings, progress)
    people = None if hidden else flow(happenings(desk.database, desk.town.id, design.id), design)
    groups, lost = in_groups(panel, design, settings), attrition(panel, design, settings)
    kept_back = frozenset() if hidden else let_out(desk, design, panel, analysis)
    return Found(
        design,
        settings,
        panel,
        analysis,
        groups,
        lost,
        people,
        held,
        tagged,
        hidden,
        _deviations(desk, design),
        kept_back,
        protocol,
    )


def _deviations(desk: Desk, design: Design) -> tuple[date, ...]:
    """The days from which somebody was guided otherwise than the arm says; never the person, and never the words."""
    events = happenings(desk.database, desk.town.id, design.id)
    return tuple(one.day for one in events if one.happening is Happening.DEVIATED)


def _record(desk: Desk, design: Design, content: dict[str, object]) -> None:
    text = json.dumps(content, sort_keys=True, separators=(",", ":"))
    with records(desk, design.id) as recorder:
        kept.record_release(recorder, sha256=digest(text), content=text)


def _recorded(desk: Desk, design: Design) -> list[dict[str, object]]:
    return [json.loads(text) for text in kept.releases(desk.database, desk.town.id, design.id).values()]
