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
from werkzaam.experiment.panel import Floats, Ints, Panel
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
    people, before = people_of(design, panel, start, analysis), list(released(desk, design))
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

    A table of arms by another variable tells nothing more of this one than the sizes of the arms, as long as these are shown: any
    people that agree with the one can be put beside any that agree with the other. Else everything counts that is known here.
    Raises NotAllowed when a table of an outcome that is judged may not.
    """
    found, kept_back = [], set[Where]()
    large = all(int(people.within(((ARM, arm),)).sum()) >= LEAST for arm in people.levels[ARM])
    for table in tables_of(people, rows):
        mine = [_about(one, {*table.variables} if large else {*people.levels}) for one in before]
        done = _protected(table, people, mine, judged=table.id in judged)
        if done is None:
            kept_back |= {cell.where for cell in table.cells if len(cell.where) > 1}
        else:
            found.append(done)
    return found, frozenset(kept_back)


def _protected(table: Table, people: People, before: Sequence[Release], *, judged: bool) -> Protected | None:
    """A table with what must be hidden, allowed after all that was let out; None when one that is not judged is refused."""
    try:
        done = protect(table, people, list({cell: None for one in before for cell in one.shown}))
        allow(release_of([done]), before, people)
    except NotAllowed:
        if judged:
            raise
        return None
    return done


def _about(release: Release, names: Collection[str]) -> Release:
    """What an earlier release told about some variables alone."""
    shown = tuple(cell for cell in release.shown if all(name in names for name, _ in cell.where))
    return Release(shown, tuple(where for where in release.hidden if all(name in names for name, _ in where)))


def people_of(design: Design, panel: Panel, start: Panel, analysis: Analysis) -> People:
    """Everybody drawn with the arm, and all that is told of them by arm."""
    drawn = panel.arms >= 0
    told = {one.outcome for one in analysis.measured} | {one.outcome for one in analysis.told}
    levels, codes = {ARM: tuple(arm.id for arm in design.arms)}, {ARM: panel.arms[drawn]}
    for name, its_levels, column in columns(design, panel, start, told):
        levels[name], codes[name] = its_levels, column[drawn]
    return People(levels, codes)


def columns(design: Design, panel: Panel, start: Panel, outcomes: Collection[str]) -> Iterator[tuple[str, tuple[str, ...], Ints]]:
    """What can be told by arm, with its levels and everybody's code: yes, no or not known for each of these outcomes that is a
    share and for what was measured before the draw, and the characteristics as they were at the draw."""
    for outcome in design.outcomes:
        if outcome.kind is Kind.SHARE and outcome.id in outcomes:
            yield outcome.id, (NO, YES), _yes_no(values(panel, design, outcome))
    for name, outcome in before_of(design).items():
        if outcome.kind is Kind.SHARE and name in panel.values:
            yield START + name, (NO, YES), _yes_no(panel.values[name])
    for variable in design.variables:
        if variable.id in start.characteristics:
            yield AT_DRAW + variable.id, variable.levels, start.characteristics[variable.id]


def _yes_no(found: Floats) -> Ints:
    """The place of yes (1) and no (0) among their levels, -1 where it is not known."""
    return np.where(np.isnan(found), -1, np.nan_to_num(found)).astype(np.int64)


def tables_of(people: People, rows: Mapping[str, Sequence[Sequence[str]]]) -> Iterator[Table]:
    """Arms by everything else; `rows` are those of the characteristics, of which some levels stand together."""
    for name in people.levels:
        if name.startswith(AT_DRAW):
            yield joined(name, people, ARM, name, rows[name.removeprefix(AT_DRAW)])
        elif name != ARM:
            yield cross(name, people, (ARM, name))


def released(desk: Desk, design: Design) -> Iterator[Release]:
    """What reports of an experiment let out before."""
    for text in releases(desk.database, desk.town.id, design.id).values():
        kept = json.loads(text)
        if kept["kind"] == TABLES:
            yield from_text(kept["release"])
