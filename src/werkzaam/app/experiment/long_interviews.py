# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Whom to ask for a long interview this year: the same people as last year first, spread over the arms, the rest by lot."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from werkzaam.app.exchange.delivered import Source
from werkzaam.app.exchange.reported import BadRow
from werkzaam.app.experiment.table import Bad, Line, read_table
from werkzaam.app.ledger.desk import Desk
from werkzaam.core.errors import NotAllowed
from werkzaam.experiment.design import Design
from werkzaam.experiment.waves import GONE, DepthCandidate, depth_interviews
from werkzaam.store.draws import draw_results, drawn_people
from werkzaam.store.roster import happenings

COLUMNS = ("pid", "language_able", "last_year")
_YES_NO = {"ja": True, "nee": False}


@dataclass(frozen=True, slots=True)
class LongInterviews:
    """Whom to ask, in the order of asking, and all case managers of those drawn: they are asked every year."""

    people: tuple[DepthCandidate, ...]
    case_managers: tuple[str, ...]


def long_interviews(desk: Desk, design: Design, source: Source, slots: int) -> LongInterviews:
    """Choose from a file of candidates; the same file in the same year gives the same people, for the lot is that of the draw.

    Raises RowsRefused for who was not drawn, withdrew or died, and NotAllowed before the draw.
    """
    results = draw_results(desk.database, desk.town.id, design.id)
    if not results:
        raise NotAllowed(f"Nobody of {design.id} was drawn yet. Draw first: long interviews are spread over the arms.")
    table = read_table(source, needed=("pid", "language_able"), known=set(COLUMNS))
    rows = table.each(_row)
    lots = {pid: one.arm for pid, one in drawn_people(desk.database, desk.town.id, design.id).items()}
    events = happenings(desk.database, desk.town.id, design.id)
    gone = {one.person for one in events if one.happening in GONE and one.day <= desk.today}
    table.refuse([BadRow(line.number, "pid", "this person has no arm, withdrew or died. Leave the row out.")
                  for line, (pid, _, _) in zip(table.lines, rows, strict=True)
                  if lots.get(pid) is None or pid in gone])  # fmt: skip
    candidates = {pid: DepthCandidate(pid, str(lots[pid]), able) for pid, able, _ in rows}
    generator = np.random.default_rng([int(results[min(results)].seed[:8], 16), desk.today.year])
    chosen = depth_interviews(candidates.values(), slots, {pid for pid, _, before in rows if before}, generator)
    workers = {one.detail["case_manager"] for one in events if "case_manager" in one.detail and lots.get(one.person) is not None}
    return LongInterviews(tuple(chosen), tuple(sorted(workers)))


def _row(line: Line) -> tuple[str, bool, bool]:
    return line.needed("pid"), _told(line, "language_able"), _told(line, "last_year") if line.cells.get("last_year") else False


def _told(line: Line, column: str) -> bool:
    if line.cells[column] not in _YES_NO:
        raise Bad(line.number, column, f"ja or nee was expected; found {line.cells[column][:40]!r}.")
    return _YES_NO[line.cells[column]]
