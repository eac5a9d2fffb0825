# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What a report lets out, checked against all that was let out before: no group of fewer than ten, also not by subtraction."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

import numpy as np

from werkzaam.app.experiment.enrol import records
from werkzaam.app.experiment.report.at_start import AT_DRAW, START, before_of, rows_of
from werkzaam.app.ledger.desk import Desk
from werkzaam.core.digest import digest
from werkzaam.core.errors import NotAllowed
from werkzaam.experiment.design import Design, Kind
from werkzaam.experiment.disclosure.attack import LEAST
from werkzaam.experiment.disclosure.cells import People, Table, Where, cross, joined
from werkzaam.experiment.disclosure.protect import Protected, protect
from werkzaam.experiment.disclosure.releases import Release, allow, as_text, from_text, release_of
from werkzaam.experiment.panel import Floats, Panel
from werkzaam.experiment.verdict.columns import values
from werkzaam.store.observations import record_release, releases

if TYPE_CHECKING:  # What analyses loads scipy and numba; the doors, which only show, start without them.
    from werkzaam.experiment.verdict.analysis import Analysis

TABLES = "tables"
ARM, YES, NO = "arm", "yes", "no"


def let_out(desk: Desk, design: Design, panel: Panel, start: Panel, analysis: Analysis) -> frozenset[Where]:
    """Which groups a report must hide; what it shows is recorded as a release of the experiment.

    `start` has the people as they were known at the draw. The same report again is no new release, and one without groups lets
    out none. Raises NotAllowed when an outcome that is judged would, with an earlier release, tell of fewer than ten; a table
    beside it that would is hidden whole.
    """
    people, before = people_of(design, panel, start, analysis), list(_released(desk, design))
    found, kept_back = protected(people, rows_of(start, design), before, {one.outcome for one in analysis.measured})
    if not found:
        return kept_back
    new = release_of(found)
    if new not in before:
        text = json.dumps({"kind": TABLES, "release": as_text(new)}, sort_keys=True, separators=(",", ":"))
        with records(desk, design.id) as recorder:
            record_release(recorder, sha256=digest(text), content=text)
    return kept_back | frozenset(new.hidden)


def protected(
    people: People, rows: Mapping[str, Sequence[Sequence[str]]], before: Sequence[Release], judged: Collection[str]
) -> tuple[list[Protected], frozenset[Where]]:
    """The tables that may be let out, each with what is hidden in it, and the groups of those that may not.

    Raises NotAllowed when a table of an outcome that is judged may not.
    """
    found, kept_back = [], set[Where]()
    for table in tables_of(people, rows):
        done = _protected(table, people, before, judged=table.id in judged)
        if done is None:
            kept_back |= {cell.where for cell in table.cells if len(cell.where) > 1}
        else:
            found.append(done)
    return found, frozenset(kept_back)


def _protected(table: Table, people: People, before: Sequence[Release], *, judged: bool) -> Protected | None:
    """A table with what must be hidden, allowed after all that was let out; None when one that is not judged is refused."""
    mine = [_about(one, table, people) for one in before]
    try:
        done = protect(table, people, list({cell: None for one in mine for cell in one.shown}))
        allow(release_of([done]), mine, people)
    except NotAllowed:
        if judged:
            raise
        return None
    return done


def _about(release: Release, table: Table, people: People) -> Release:
    """What an earlier release told that counts for a table of arms by one variable.

    A table of arms by another variable tells nothing more of this one than the sizes of the arms, as long as these are shown: any
    people that agree with the one can be put beside any that agree with the other. Else everything counts that is known here.
    """
    large = all(int(people.within(((ARM, arm),)).sum()) >= LEAST for arm in people.levels[ARM])
    names = {*table.variables} if large else {*people.levels}
    shown = tuple(cell for cell in release.shown if {name for name, _ in cell.where} <= names)
    return Release(shown, tuple(where for where in release.hidden if {name for name, _ in where} <= names))


def people_of(design: Design, panel: Panel, start: Panel, analysis: Analysis) -> People:
    """Everybody drawn with the arm; yes, no or not known for each outcome told as a share, also before the start; and the
    characteristics as they were at the draw."""
    drawn = panel.arms >= 0
    levels, codes = {ARM: tuple(arm.id for arm in design.arms)}, {ARM: panel.arms[drawn]}
    for name, found in _shares(design, panel, analysis).items():
        levels[name] = (NO, YES)
        codes[name] = np.where(np.isnan(found[drawn]), -1, np.nan_to_num(found[drawn])).astype(np.int64)
    for variable in (one for one in design.variables if one.id in start.characteristics):
        levels[AT_DRAW + variable.id] = variable.levels
        codes[AT_DRAW + variable.id] = start.characteristics[variable.id][drawn]
    return People(levels, codes)


def _shares(design: Design, panel: Panel, analysis: Analysis) -> dict[str, Floats]:
    """Yes (1) or no (0): the outcomes that are judged, those that are only told, and what was measured before the draw."""
    told = {one.outcome for one in analysis.measured} | {one.outcome for one in analysis.told}
    found = {one.id: values(panel, design, one) for one in design.outcomes if one.kind is Kind.SHARE and one.id in told}
    for column, outcome in before_of(design).items():
        if outcome.kind is Kind.SHARE and column in panel.values:
            found[START + column] = panel.values[column]
    return found


def tables_of(people: People, rows: Mapping[str, Sequence[Sequence[str]]]) -> Iterator[Table]:
    """Arms by everything else; `rows` are those of the characteristics, of which some levels stand together."""
    for name in people.levels:
        if name.startswith(AT_DRAW):
            yield joined(name, people, ARM, name, rows[name.removeprefix(AT_DRAW)])
        elif name != ARM:
            yield cross(name, people, (ARM, name))


def _released(desk: Desk, design: Design) -> Iterator[Release]:
    for text in releases(desk.database, desk.town.id, design.id).values():
        kept = json.loads(text)
        if kept["kind"] == TABLES:
            yield from_text(kept["release"])
