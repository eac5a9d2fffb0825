# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What is expected before an experiment is run: who enrols, who answers, how outcomes vary. Assumptions, never results.

They are no part of the design: they may be improved without promising anything else, and no estimate reads them. Shares lie
between 0 and 1, amounts are in the unit of their outcome.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from werkzaam.experiment.design import Condition, Design, Outcome, Population, Source


@dataclass(frozen=True, slots=True)
class Expected:
    """One outcome: its mean where nothing changes, its standard deviation, and the difference that is worth finding.

    `explained` is the part of the variance that lies between strata (R squared), `within_worker` the part that people of the same
    case worker share (the intraclass correlation). For an outcome of kind share the deviation follows from the mean.
    """

    mean: float
    deviation: float
    effect: float
    explained: float = 0.0
    within_worker: float = 0.0


@dataclass(frozen=True, slots=True)
class Assumptions:
    """What is assumed of people and answers.

    enrolled   how many people enrol and are not excluded
    population everybody who could enrol, and the share of levels among them where it is known
    shares     for each variable of the design the share of each level, in the order of its levels
    answered   for each wave and arm the share of those interviewed at first who answer; drop-out is for good
    team       the team that serves an arm; arms with one team share its workers
    caseload   how many people of the experiment one worker of a team has
    alike      the correlation of a person's outcomes among each other, after strata and workers
    selective  the correlation between answering and what somebody would answer; 0 is drop-out by chance
    outcomes   what is expected of each outcome of the design
    """

    enrolled: int
    population: int | None
    population_shares: Mapping[str, Mapping[str, float]]
    shares: Mapping[str, tuple[float, ...]]
    answered: Mapping[str, Mapping[str, float]]
    team: Mapping[str, str]
    caseload: Mapping[str, int]
    alike: float
    selective: float
    outcomes: Mapping[str, Expected]

    def share_of(self, design: Design, condition: Condition) -> float:
        """The share of people for whom a condition holds, when characteristics are independent of each other."""
        share = 1.0
        for variable in design.variables:
            if variable.id in condition.levels:
                chosen = condition.levels[variable.id]
                share *= sum(
                    part for level, part in zip(variable.levels, self.shares[variable.id], strict=True) if level in chosen
                )
        return share

    def drawn(self, design: Design) -> int:
        """How many people are drawn into arms."""
        there = int(self.enrolled * self.share_of(design, design.selection.only))
        return there if design.selection.seats is None else min(design.selection.seats, there)

    def surveyed(self, design: Design) -> int:
        """How many of them are asked for interviews."""
        there = int(self.drawn(design) * self.share_of(design, design.survey.only))
        return there if design.survey.seats is None else min(design.survey.seats, there)

    def answering(self, design: Design, outcome: Outcome, arm: str) -> float:
        """The share of those asked in an arm whose outcome is observed; 1 for a register."""
        if outcome.source is Source.REGISTER or outcome.wave is None:
            return 1.0
        upto = [wave.id for wave in design.waves] if outcome.estimand.population is Population.PANEL else [outcome.wave]
        return min(self.answered[wave][arm] for wave in upto)

    def people(self, design: Design, outcome: Outcome, arm: str, condition: Condition | None = None) -> float:
        """The people expected in an arm with an outcome, of everybody or of a subgroup."""
        asked = self.drawn(design) if outcome.source is Source.REGISTER else self.surveyed(design)
        dealt = asked * design.arm(arm).slots / len(design.pattern)
        inside = 1.0 if condition is None else self.share_of(design, condition)
        return dealt * self.answering(design, outcome, arm) * inside
