# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The plan of an analysis, locked before any outcome is seen beside an arm; nothing here computes an outcome."""

from __future__ import annotations

from pathlib import Path

import werkzaam.experiment
from werkzaam import __version__
from werkzaam.app.experiment.enrol import check_design, records
from werkzaam.app.experiment.panel_of import panel_of
from werkzaam.app.ledger.desk import Desk
from werkzaam.core.digest import digest
from werkzaam.core.errors import NotAllowed
from werkzaam.experiment.design import Design
from werkzaam.experiment.verdict import lock as locking
from werkzaam.experiment.verdict.lock import Lock, Settings
from werkzaam.store import observations as kept
from werkzaam.store.draws import draw_results


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
