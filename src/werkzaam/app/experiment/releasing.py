# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What a report lets out, checked against all that was let out before: no group of fewer than ten, also not by subtraction."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np

from werkzaam.app.experiment.enrol import records
from werkzaam.app.ledger.desk import Desk
from werkzaam.core.digest import digest
from werkzaam.experiment.design import Design, Kind
from werkzaam.experiment.disclosure.cells import Cell, People, Where, cross
from werkzaam.experiment.disclosure.protect import Protected, protect
from werkzaam.experiment.disclosure.releases import Release, allow, as_text, from_text, release_of
from werkzaam.experiment.panel import Panel
from werkzaam.experiment.verdict.columns import values
from werkzaam.store.observations import record_release, releases

if TYPE_CHECKING:  # What analyses loads scipy and numba; the doors, which only show, start without them.
    from werkzaam.experiment.verdict.analysis import Analysis

TABLES = "tables"
ARM, YES, NO = "arm", "yes", "no"


def let_out(desk: Desk, design: Design, panel: Panel, analysis: Analysis) -> frozenset[Where]:
    """Which groups a report must hide; what it shows is recorded as a release of the experiment.

    The same report again is no new release, and one without groups lets out none. Raises NotAllowed when it
    would, with an earlier release, tell of fewer than ten.
    """
    people = people_of(design, panel, analysis)
    before = list(_released(desk, design))
    tables = list(tables_of(people, [cell for one in before for cell in one.shown]))
    if not tables:
        return frozenset()
    new = release_of(tables)
    if new not in before:
        allow(new, before, people)
        text = json.dumps({"kind": TABLES, "release": as_text(new)}, sort_keys=True, separators=(",", ":"))
        with records(desk, design.id) as recorder:
            record_release(recorder, sha256=digest(text), content=text)
    return frozenset(new.hidden)


def people_of(design: Design, panel: Panel, analysis: Analysis) -> People:
    """Everybody drawn with the arm, and for every yes-or-no outcome that was analysed yes, no, or not known."""
    drawn = panel.arms >= 0
    levels, codes = {ARM: tuple(arm.id for arm in design.arms)}, {ARM: panel.arms[drawn]}
    names = {one.outcome for one in analysis.measured}
    shares = {one.id: values(panel, design, one) for one in design.outcomes if one.kind is Kind.SHARE and one.id in names}
    for name, found in shares.items():
        levels[name] = (NO, YES)
        codes[name] = np.where(np.isnan(found[drawn]), -1, np.nan_to_num(found[drawn])).astype(np.int64)
    return People(levels, codes)


def tables_of(people: People, before: list[Cell]) -> Iterator[Protected]:
    """Arms by every outcome, each protected against what the tables before it show."""
    shown = list(before)
    for name in people.levels:
        if name != ARM:
            done = protect(cross(name, people, (ARM, name)), people, shown)
            shown += [cell for cell in done.shown if cell not in shown]
            yield done


def _released(desk: Desk, design: Design) -> Iterator[Release]:
    for text in releases(desk.database, desk.town.id, design.id).values():
        kept = json.loads(text)
        if kept["kind"] == TABLES:
            yield from_text(kept["release"])
