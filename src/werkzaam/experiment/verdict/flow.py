# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Who came, who went and why: the flow diagram of CONSORT and the tables of drop-out, from the events alone.

Every row of the plan is shown, also when nobody is in it, and every sum must close: who applied was refused, excluded or
enrolled; who was enrolled was drawn or not selected; who was invited was interviewed or not. Source: CONSORT 2025, items on
participant flow.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from werkzaam.core.errors import LedgerError
from werkzaam.experiment.design import Contrast, Design
from werkzaam.experiment.event import Event, Happening
from werkzaam.experiment.panel import Floats, Panel
from werkzaam.experiment.verdict.held_again import drawn_again
from werkzaam.experiment.verdict.lock import Settings

REASON, GROUNDS, ARM, WAVE, BARRED = "reason", "grounds", "arm", "wave", "barred"
"""What an event's detail tells under these names."""


@dataclass(frozen=True, slots=True)
class ArmFlow:
    """One arm: who was drawn into it, and for each wave who was interviewed and who was not, by reason; `withdrawn` in all.

    closed  who was enrolled while a ground kept them out of this arm only
    """

    arm: str
    drawn: int
    withdrawn: int
    interviewed: Mapping[str, int]
    lost: Mapping[str, Mapping[str, int]]
    closed: int = 0


@dataclass(frozen=True, slots=True)
class Flow:
    """The whole diagram."""

    applied: int
    refused: Mapping[str, int]
    excluded: Mapping[str, int]
    enrolled: int
    not_selected: int
    arms: tuple[ArmFlow, ...]


def flow(events: Iterable[Event], design: Design) -> Flow:
    """Count people from events. Raises LedgerError when a sum does not close, naming the person or the row."""
    by: dict[Happening, dict[str, Event]] = {}
    asked: dict[tuple[Happening, str], dict[str, Event]] = {}
    for event in events:
        by.setdefault(event.happening, {})[event.person] = event
        if WAVE in event.detail:
            asked.setdefault((event.happening, event.detail[WAVE]), {})[event.person] = event
    _refuse_strays(by)
    reasons = {one.id: 0 for one in design.exclusions}
    excluded = {**reasons, **Counter(_ground(one) for one in by.get(Happening.EXCLUDED, {}).values())}
    refused = dict(Counter(one.detail.get(REASON, "?") for one in by.get(Happening.REFUSED, {}).values()))
    arms = tuple(_arm(arm.id, design, by, asked) for arm in design.arms)
    found = Flow(len(by.get(Happening.APPLIED, {})), refused, excluded, len(by.get(Happening.ENROLLED, {})),
                 len(by.get(Happening.NOT_SELECTED, {})), arms)  # fmt: skip
    _refuse_open(found)
    return found


def _ground(event: Event) -> str:
    """Why somebody was excluded: the ground, several with a stroke between them as they are recorded."""
    return event.detail.get(GROUNDS, "?")


def _arm(name: str, design: Design, by: Mapping[Happening, Mapping[str, Event]],
         asked: Mapping[tuple[Happening, str], Mapping[str, Event]]) -> ArmFlow:  # fmt: skip
    people = {one for one, event in by.get(Happening.DRAWN, {}).items() if event.detail[ARM] == name}
    interviewed, lost = {}, {}
    for wave in design.waves:
        interviewed[wave.id] = len(people & set(asked.get((Happening.INTERVIEWED, wave.id), {})))
        gone = asked.get((Happening.NOT_INTERVIEWED, wave.id), {})
        lost[wave.id] = dict(Counter(event.detail.get(REASON, "?") for one, event in gone.items() if one in people))
    closed = sum(name in one.detail.get(BARRED, "").split("|") for one in by.get(Happening.ENROLLED, {}).values())
    return ArmFlow(name, len(people), len(people & set(by.get(Happening.WITHDRAWN, {}))), interviewed, lost, closed)


def _refuse_strays(by: Mapping[Happening, Mapping[str, Event]]) -> None:
    """Nobody can be drawn who was not enrolled, or be enrolled and excluded at once."""
    enrolled = set(by.get(Happening.ENROLLED, {}))
    for happening in (Happening.DRAWN, Happening.NOT_SELECTED):
        if strays := sorted(set(by.get(happening, {})) - enrolled):
            raise LedgerError(f"{strays[0]} is {happening.value} and was never enrolled; the events do not close.")
    if both := sorted(enrolled & (set(by.get(Happening.EXCLUDED, {})) | set(by.get(Happening.REFUSED, {})))):
        raise LedgerError(f"{both[0]} is enrolled and was also refused or excluded; the events do not close.")


def _refuse_open(found: Flow) -> None:
    out = sum(found.refused.values()) + sum(found.excluded.values())
    if found.applied != out + found.enrolled:
        raise LedgerError(f"{found.applied} applied, and {out} refused or excluded with {found.enrolled} enrolled do not add up.")
    drawn = sum(arm.drawn for arm in found.arms)
    if drawn and drawn + found.not_selected != found.enrolled:
        raise LedgerError(f"{found.enrolled} enrolled, and {drawn} drawn with {found.not_selected} not selected do not add up.")


@dataclass(frozen=True, slots=True)
class Attrition:
    """Drop-out at a wave: how many of each arm were interviewed, and p of each contrast by redraws."""

    wave: str
    asked: tuple[int, ...]
    interviewed: tuple[int, ...]
    contrasts: tuple[Contrast, ...]
    p: tuple[float, ...]


def attrition(panel: Panel, design: Design, settings: Settings) -> tuple[Attrition, ...]:
    """Whether arms differ in who was interviewed, wave by wave: the draw is held again for who answered (item X14)."""
    if not design.waves:
        return ()
    contrasts = design.families[0].contrasts
    columns = np.column_stack([_answered(panel, wave.id) for wave in design.waves])
    tested = drawn_again(panel, design, columns, contrasts, settings, len(design.families) + 1)
    found = []
    for at, wave in enumerate(design.waves):
        sizes = [(int((~np.isnan(columns[side, at])).sum()), int(np.nansum(columns[side, at])))
                 for side in (panel.arms == place for place in range(len(design.arms)))]  # fmt: skip
        p = [float(one) for one, (column, _) in zip(tested.p, tested.tests, strict=True) if column == at]
        found.append(Attrition(wave.id, tuple(a for a, _ in sizes), tuple(b for _, b in sizes), contrasts, tuple(p)))
    return tuple(found)


def _answered(panel: Panel, wave: str) -> Floats:
    return np.where(panel.surveyed & (panel.arms >= 0), panel.answered[wave].astype(float), np.nan)
