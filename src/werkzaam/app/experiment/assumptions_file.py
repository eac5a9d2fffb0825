# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The file of what is expected of a design, beside it and called after it: read as strictly, no part of what is promised."""

from __future__ import annotations

from collections.abc import Mapping
from math import fsum, inf
from pathlib import Path

from werkzaam.app.experiment.design_rows import ident, name, names, number, table, whole
from werkzaam.app.rows import Document, Row, read_toml
from werkzaam.core.errors import UnknownName
from werkzaam.experiment.assumptions import Assumptions, Expected
from werkzaam.experiment.design import Design, Kind, Variable

ENDING = "_assumptions.toml"
ALONE = "alone"
"""The team of people who share no worker: nobody is alike for that reason."""
ROUNDING = 0.02
"""How far printed shares may be from 1 together."""
_TOP = ("enrolled", "alike", "selective", "population", "shares", "answered", "team", "outcome")


def assumptions_beside(path: Path) -> Path:
    """Where the assumptions of a design file stand."""
    return path.with_name(f"{path.stem}{ENDING}")


def read_assumptions(path: Path, design: Design) -> Assumptions:
    """What is expected of a design; raises InputError with its place, also for a name that the design does not have."""
    document = read_toml(path)
    document.top.only(*_TOP)
    team, caseload = _teams(document, design)
    size, parts = _population(document, design)
    return Assumptions(
        enrolled=whole(document.top, "enrolled", 1), population=size, population_shares=parts,
        shares=_shares(document, design), answered=_answered(document, design), team=team, caseload=caseload,
        alike=number(document.top, "alike", 0, 1, 0.0), selective=number(document.top, "selective", -1, 1, 0.0),
        outcomes=_outcomes(document, design),
    )  # fmt: skip


def _shares(document: Document, design: Design) -> Mapping[str, tuple[float, ...]]:
    row = document.one("shares", example="sex = { woman = 0.61, man = 0.39 }")
    row.only(*(variable.id for variable in design.variables))
    found = {}
    for variable in design.variables:
        inner = _levels(row, variable)
        parts = [number(inner, level, 0, 1, 0.0) for level in variable.levels]
        if abs(fsum(parts) - 1) > ROUNDING:
            row.refuse(variable.id, f"the shares of all levels are 1 together; found {fsum(parts):g}.")
        found[variable.id] = tuple(part / fsum(parts) for part in parts)
    return found


def _population(document: Document, design: Design) -> tuple[int | None, Mapping[str, Mapping[str, float]]]:
    """Everybody who could enrol, where that is known; levels may be left out."""
    if "population" not in document.tables:
        return None, {}
    row = document.one("population", example="size = 40300\nsex = { woman = 0.49, man = 0.51 }")
    row.only("size", *(variable.id for variable in design.variables))
    parts = {}
    for variable in design.variables:
        if variable.id in row.values:
            inner = _levels(row, variable)
            parts[variable.id] = {level: number(inner, level, 0, 1) for level in inner.values}
    return whole(row, "size", 1), parts


def _levels(row: Row, variable: Variable) -> Row:
    inner = row.inside(variable.id, table(row, variable.id, f"the share of each level, such as {variable.levels[0]} = 0.61,"))
    inner.only(*variable.levels)
    return inner


def _answered(document: Document, design: Design) -> Mapping[str, Mapping[str, float]]:
    """The share of those asked who answer, for each wave and arm; a row without arms holds for all."""
    found: dict[str, dict[str, float]] = {wave.id: {} for wave in design.waves}
    arms = [arm.id for arm in design.arms]
    for row in document.rows("answered"):
        row.only("wave", "arms", "people", "of")
        wave, of = name(row, "wave", found, "wave"), whole(row, "of", 1)
        share = whole(row, "people", 1, of) / of
        for arm in names(row, "arms", arms, "arm") or arms:
            if arm in found[wave]:
                row.refuse("wave", f"{wave} is answered twice for {arm}. Give each arm one row for each wave.")
            found[wave][arm] = share
    for wave, by_arm in found.items():
        missing = [arm for arm in arms if arm not in by_arm]
        if missing:
            document.top.refuse(
                "", f"No [[answered]] says how many of {', '.join(missing)} answer at {wave}. Add one with people and of."
            )
    return found


def _teams(document: Document, design: Design) -> tuple[Mapping[str, str], Mapping[str, int]]:
    """The team of each arm and the caseload of a team; where no team is told, nobody shares a worker with another."""
    arms = [arm.id for arm in design.arms]
    team: dict[str, str] = {}
    caseload: dict[str, int] = {}
    for row in document.rows("team"):
        row.only("id", "arms", "caseload")
        one = ident(row, caseload)
        caseload[one] = whole(row, "caseload", 1)
        for arm in names(row, "arms", arms, "arm", least=1):
            if arm in team:
                row.refuse("arms", f"{arm} has a team already, {team[arm]}. Name each arm once.")
            team[arm] = one
    if not team:
        return dict.fromkeys(arms, ALONE), {ALONE: 1}
    missing = [arm for arm in arms if arm not in team]
    if missing:
        document.top.refuse("", f"No [[team]] serves {', '.join(missing)}. Add it, with its arms and the caseload of a worker.")
    return team, caseload


def _outcomes(document: Document, design: Design) -> Mapping[str, Expected]:
    kinds = {outcome.id: outcome.kind for outcome in design.outcomes}
    found: dict[str, Expected] = {}
    for row in document.rows("outcome"):
        row.only("id", "mean", "deviation", "effect", "explained", "within_worker")
        one = ident(row, found)
        if one not in kinds:
            row.refuse("id", f"the design {design.id} has no outcome {one!r}. Known are: {', '.join(kinds)}.", UnknownName)
        found[one] = _expected(row, kinds[one])
    missing = [outcome for outcome in kinds if outcome not in found]
    if missing:
        document.top.refuse("", f"Nothing is expected of {', '.join(missing)}. Add an [[outcome]] with mean and effect.")
    return found


def _expected(row: Row, kind: Kind) -> Expected:
    share = kind is Kind.SHARE
    if share and "deviation" in row.values:
        row.refuse("deviation", "that of a share follows from its mean. Leave it out.")
    mean = number(row, "mean", 0.001, 0.999) if share else number(row, "mean", -inf, inf)
    effect = number(row, "effect", 0, inf)
    if effect == 0 or (share and mean + effect >= 1):
        row.refuse("effect", f"a difference above 0 that leaves a share below 1 was expected; found {row.values['effect']}.")
    explained, within = number(row, "explained", 0, 0.95, 0.0), number(row, "within_worker", 0, 0.95, 0.0)
    if explained + within > 0.95:
        row.refuse("explained", f"explained and within_worker are 0.95 at most together; found {explained + within:g}.")
    spread = 0.0 if share else number(row, "deviation", 1e-9, inf)
    return Expected(mean, spread, effect, explained, within)
