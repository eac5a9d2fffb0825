# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The analysis of a relived experiment by the real functions: a plan that is locked before the outcomes, estimates, tests, words.

The plan is that of the shipped design as far as synthetic people have its outcomes. The outflow of those interviewed at every
wave stands beside the outflow of everybody enrolled: the report does not say which of the two its test was of (A-81).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

import numpy as np

from werkzaam.app.experiment.analysing import code_version
from werkzaam.app.experiment.panel_of import MONTHS, OFF
from werkzaam.app.experiment.report.content import Found
from werkzaam.app.simulation.relive_draw import Held, round_at
from werkzaam.app.simulation.relive_trial import FIRST, WAVES, Trial
from werkzaam.core.months import Month
from werkzaam.experiment.design import Design, Kind, Outcome, Population, Source, Words
from werkzaam.experiment.event import Event, Happening
from werkzaam.experiment.lottery.encoding import moment_text
from werkzaam.experiment.panel import Floats, Ints, Panel
from werkzaam.experiment.verdict import lock as locking
from werkzaam.experiment.verdict.analysis import Progress, analyse
from werkzaam.experiment.verdict.columns import HAPPENED
from werkzaam.experiment.verdict.flow import ARM, REASON, WAVE, attrition, flow
from werkzaam.experiment.verdict.lock import Lock, Settings
from werkzaam.experiment.verdict.subgroups import in_groups

KNOWN = frozenset({OFF, MONTHS, "repayment", "work", "hours"})
"""The variables of the design that a simulated life has."""
PANEL = "_panel"
TITLE = Words("{title}, herbeleefd (synthetisch)", "{title}, relived (synthetic)")
AMONG = Words("{label}, van wie aan alle vier de interviews meedeed", "{label}, of those interviewed at all four waves")
BY = "werkzaam demo"
RESAMPLES = 199
"""For the bounds under drop-out, which stand beside the estimates."""


@dataclass(frozen=True)
class Promise:
    """The plan as it was locked after the draw and before anybody lived."""

    design: Design
    settings: Settings
    lock: Lock


def planned(design: Design) -> Design:
    """The design as far as synthetic people have its outcomes, with both readings of outflow."""
    kept = [one for one in design.outcomes if one.variable in KNOWN]
    panel = next(one.estimand for one in kept if one.estimand.population is Population.PANEL)
    twice = [_of_panel(one, replace(panel, events=one.estimand.events)) for one in kept if one.variable == OFF]
    known = {one.id for one in (*kept, *twice)}
    both = {one.id.removesuffix(PANEL): one.id for one in twice}
    families = tuple(replace(one, outcomes=tuple(_named(one.outcomes, known, both))) for one in design.families)
    return replace(
        design, title=Words(TITLE.nl.format(title=design.title.nl), TITLE.en.format(title=design.title.en)),
        outcomes=(*kept, *twice), families=tuple(one for one in families if one.outcomes),
        stopping=replace(design.stopping, harms=tuple(name for name in design.stopping.harms if name in known)),
    )  # fmt: skip


def _of_panel(outcome: Outcome, estimand: object) -> Outcome:
    label = Words(AMONG.nl.format(label=outcome.label.nl), AMONG.en.format(label=outcome.label.en))
    return replace(outcome, id=outcome.id + PANEL, label=label, estimand=estimand)  # type: ignore[arg-type]


def _named(names: Sequence[str], known: set[str], both: Mapping[str, str]) -> Iterator[str]:
    """The outcomes of a family that are known, each outflow of everybody followed by that of the panel."""
    for name in names:
        if name in known:
            yield name
            if name in both:
                yield both[name]


def promise(held: Held, redraws: int) -> Promise:
    """Lock the plan of a draw: an hour after it, by the seed that it gave, before there are outcomes."""
    design = held.design
    settings = Settings(redraws=redraws, resamples=RESAMPLES, seed=int.from_bytes(held.result.seed[:4], "big"))
    at = moment_text(round_at(held) + timedelta(hours=1))
    return Promise(
        design, settings, locking.lock(design, settings, code=code_version(), columns=tuple(columns(design)), by=BY, at=at)
    )


def columns(design: Design) -> Iterator[str]:
    """The names of the columns that the data of a design will have."""
    for one in design.outcomes:
        yield one.id
        if one.kind is Kind.TIME:
            yield one.id + HAPPENED
    yield from {one.baseline for one in design.outcomes if one.baseline}


def panel_of(held: Held, trial: Trial) -> Panel:
    """Everybody enrolled as columns: the arm by lot, interviews, and every outcome of the design."""
    values: dict[str, Floats] = {}
    for outcome in held.design.outcomes:
        if outcome.source is Source.SURVEY:
            values[outcome.id] = answers(trial, outcome.variable, str(outcome.wave))
            if outcome.baseline:
                values[outcome.baseline] = answers(trial, outcome.variable, WAVES[0])
        elif outcome.kind is Kind.TIME:
            values[outcome.id], values[outcome.id + HAPPENED] = months_on(trial)
        else:
            assert outcome.month is not None
            values[outcome.id] = register(trial, outcome.variable, outcome.month)
    asked = trial.interviews[:, 0] >= 0
    levels = {one.id: trial.levels[one.id] for one in held.design.variables if one.id in trial.levels}
    return Panel(
        held.pids, levels, held.strata, trial.arms, np.ones(len(trial.arms)), asked,
        {wave: trial.interviews[:, at] >= 0 for at, wave in enumerate(WAVES)}, values, np.zeros(len(trial.arms), np.int64), ((),),
    )  # fmt: skip


def answers(trial: Trial, variable: str, wave: str) -> Floats:
    """What people say at an interview: whether they work, or their hours a week, 0 without work; NaN without an interview."""
    works = trial.at("works", wave) > 0
    found = works.astype(np.float64) if variable == "work" else np.where(works, trial.at("minutes", wave) / 60, 0.0)
    return np.where(trial.interviews[:, WAVES.index(wave)] >= 0, found, np.nan)


def register(trial: Trial, variable: str, month: Month) -> Floats:
    """Off bijstand in a month, or whether a claim arose by then (1 or 0), of everybody."""
    if variable == OFF:
        return (trial.ends("on", month) == 0).astype(np.float64)
    until = month.index - FIRST.index + 1
    return np.asarray((trial.columns["claimed"][:until] > 0).any(axis=0).astype(np.float64))


def months_on(trial: Trial) -> tuple[Floats, Floats]:
    """Months from enrolment until somebody first was off bijstand, or until the end, and whether that was seen."""
    off: Ints = (trial.columns["on"] == 0) & (np.arange(trial.months)[:, None] >= trial.enters[None, :])
    happened = off.any(axis=0)
    first = np.where(happened, off.argmax(axis=0), trial.months)
    return np.asarray(first - trial.enters, np.float64), np.asarray(happened, np.float64)


def analysed(held: Held, made: Promise, trial: Trial, progress: Progress | None = None) -> Found:
    """The locked analysis of a lived trial, with everything that its report says."""
    panel, design = panel_of(held, trial), made.design
    tagged = locking.tag(made.lock, design, made.settings, code=code_version(), columns=panel.values)
    return Found(
        design, made.settings, panel, analyse(panel, design, made.settings, progress), in_groups(panel, design, made.settings),
        attrition(panel, design, made.settings), flow(events(held, panel), design), made.lock, tagged,
    )  # fmt: skip


def events(held: Held, panel: Panel) -> Iterator[Event]:
    """What happened to everybody, for the flow diagram: enrolled, drawn, interviewed or not."""
    day, arms = round_at(held).date(), [arm.id for arm in held.design.arms]
    for at, pid in enumerate(panel.people):
        for happening in (Happening.APPLIED, Happening.ENROLLED):
            yield Event(pid, happening, held.design.start)
        yield Event(pid, Happening.DRAWN, day, {ARM: arms[int(panel.arms[at])]})
        for wave in held.design.waves if panel.surveyed[at] else ():
            if panel.answered[wave.id][at]:
                yield Event(pid, Happening.INTERVIEWED, wave.last.last_day, {WAVE: wave.id})
            else:
                yield Event(pid, Happening.NOT_INTERVIEWED, wave.last.last_day, {WAVE: wave.id, REASON: "other"})
