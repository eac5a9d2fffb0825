# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Files of an experiment that nobody took part in, to learn with: a roster, and after the draw waves and register.

Everything in them is SYNTHETIC and says so in its name. They are the files that a town would have, so that every step of the
tutorial is the real step.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from datetime import timedelta
from pathlib import Path

import numpy as np

from werkzaam.app.experiment.panel_of import MONTHS, OFF, drawn_panel
from werkzaam.app.experiment.twin import TWINS, Effect, Twin, followed, people, read_twin
from werkzaam.app.ledger.desk import Desk
from werkzaam.core.errors import InputError
from werkzaam.core.months import Month
from werkzaam.experiment.design import Design, Source
from werkzaam.experiment.panel import Panel
from werkzaam.simulation.synthetic import NAME

_REASONS = ("unreachable", "refused", "moved", "ill", "other")
_EXITS = ("work", "work", "work", "partner_income", "moved", "other")


def twin_of(design: Design) -> Twin:
    """The targets that ship for a design: those of the Amsterdam experiment, where arms and characteristics are its own."""
    return read_twin(TWINS / "amsterdam_2018.toml", design)


def write_roster(design: Design, folder: Path, count: int, seed: int) -> Path:
    """A roster of so many people who all apply inside a window. Raises InputError when the file is there."""
    codes = people(twin_of(design), count, seed)
    generator = np.random.default_rng([seed, 2])
    columns = ("number", "applied", "benefit", "case_manager", "working", *codes)
    levels = {one.id: one.levels for one in design.variables}
    rows = []
    for at in range(count):
        window = design.windows[min(int(codes["cohort"][at]) if "cohort" in codes else 0, len(design.windows) - 1)]
        applied = window.first + timedelta(days=int(generator.integers(0, (window.last - window.first).days + 1)))
        own = [levels[name][column[at]] for name, column in codes.items()]
        working = "ja" if "work" in codes and codes["work"][at] else "nee"
        rows.append([f"S{at:07d}", str(applied), "2016-03-01..", f"team {at % 40 + 1}", working, *own])
    return _write(folder / f"{NAME}_roster.csv", columns, rows)


def write_followup(desk: Desk, design: Design, folder: Path, effect: Effect, seed: int) -> Iterator[Path]:
    """Waves and register of those who were drawn: one file per wave, spells, values and who started. Needs the draw."""
    panel = followed(twin_of(design).as_(effect), design, drawn_panel(desk, design), seed)
    generator = np.random.default_rng([seed, 3])
    yield _started(design, panel, folder)
    for wave in design.waves:
        yield _wave(design, panel, wave.id, folder, generator)
    yield _spells(design, panel, folder, generator)
    yield _values(design, panel, folder)


def _started(design: Design, panel: Panel, folder: Path) -> Path:
    """Guidance by the arm began on the first day of the design for everybody drawn."""
    rows = [[pid, "started", str(design.start)] for pid, arm in zip(panel.people, panel.arms, strict=True) if arm >= 0]
    return _write(folder / f"{NAME}_events.csv", ("pid", "happening", "day"), rows)


def _wave(design: Design, panel: Panel, wave: str, folder: Path, generator: np.random.Generator) -> Path:
    """Who was interviewed with all answers of that wave, and why the others were not."""
    asked = {one.variable: one.id for one in design.outcomes if one.wave == wave}
    if wave == design.waves[0].id:
        asked |= {one.variable: one.baseline for one in design.outcomes if one.baseline}
    first = next(one.first for one in design.waves if one.id == wave).first_day
    share = {one.variable for one in design.outcomes if one.kind.value == "share"}
    rows = []
    for at in np.flatnonzero(panel.surveyed & (panel.arms >= 0)):
        day = str(first + timedelta(days=int(generator.integers(0, 60))))
        if panel.answered[wave][at]:
            answers = [_answer(panel.values[column][at], yes_no=variable in share) for variable, column in asked.items()]
            rows.append([panel.people[at], wave, day, "phone", "2", "", *answers])
        else:
            reason = _REASONS[int(generator.integers(0, len(_REASONS)))]
            rows.append([panel.people[at], wave, day, "", "", reason, *[""] * len(asked)])
    return _write(folder / f"{NAME}_{wave.lower()}.csv", ("pid", "wave", "day", "mode", "version", "reason", *asked), rows)


def _answer(value: float, *, yes_no: bool) -> str:
    if np.isnan(value):
        return ""
    return ("yes" if value else "no") if yes_no else str(round(value))


def _spells(design: Design, panel: Panel, folder: Path, generator: np.random.Generator) -> Path:
    """One spell on benefit for each person, ended in the month in which the twin leaves."""
    times = next((one.id for one in design.outcomes if one.variable == MONTHS), None)
    rows = []
    for at, pid in enumerate(panel.people):
        left = times is not None and panel.values[f"{times}.happened"][at] == 1
        last = Month.of_day(design.start) + int(panel.values[times][at]) if left and times else None
        why = _EXITS[int(generator.integers(0, len(_EXITS)))] if last else ""
        rows.append([pid, "2016-03-01", str((last - 1).last_day if last else ""), why])
    return _write(folder / f"{NAME}_spells.csv", ("pid", "first", "last", "reason"), rows)


def _values(design: Design, panel: Panel, folder: Path) -> Path:
    rows = [
        [pid, one.variable, str(one.month), str(int(panel.values[one.id][at]))]
        for one in design.outcomes
        if one.source is Source.REGISTER and one.month is not None and one.variable not in (OFF, MONTHS)
        for at, pid in enumerate(panel.people)
    ]
    return _write(folder / f"{NAME}_values.csv", ("pid", "variable", "month", "value"), rows)


def _write(path: Path, columns: Sequence[str], rows: Sequence[Sequence[str]]) -> Path:
    """A file that was not there before. Raises InputError when it was: nothing of yours is overwritten."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, delimiter=";", lineterminator="\n")
            writer.writerow(columns)
            writer.writerows(rows)
    except FileExistsError:
        raise InputError("is there already. Choose another folder, or remove it.", file=str(path)) from None
    return path
