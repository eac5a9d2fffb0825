# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Amsterdam relived: people, the public draw, five years of life, the locked analysis, and the verdict on every published number.

The same seed gives the same bytes: nothing here asks a clock, and whatever happens beside something else does not change it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from werkzaam.app.cache import kernels
from werkzaam.app.experiment.design_file import shipped_design
from werkzaam.app.experiment.report.content import Found
from werkzaam.app.simulation.guidance import amsterdam_norms
from werkzaam.app.simulation.numbers import shipped
from werkzaam.app.simulation.relive_analysis import analysed, planned, promise
from werkzaam.app.simulation.relive_direct import known_numbers
from werkzaam.app.simulation.relive_draw import Held, design_for, hold
from werkzaam.app.simulation.relive_lives import OUTSIDE, SPAN, TAKES_PART, Group, Lives, lives
from werkzaam.app.simulation.relive_published import asked
from werkzaam.app.simulation.relive_trial import Trial
from werkzaam.app.simulation.relive_verdicts import Judged, judged
from werkzaam.core.errors import InputError
from werkzaam.experiment.verdict.lock import Settings
from werkzaam.simulation.assumption import Assumptions
from werkzaam.simulation.chance import seeded
from werkzaam.simulation.enrolment import enrol, in_thirds, research_group, select, with_cohorts
from werkzaam.simulation.margins import LEVELS
from werkzaam.simulation.people import Ints, People, Truths
from werkzaam.simulation.town import people_of, plan_of
from werkzaam.simulation.waves import interviews

DESIGN = "amsterdam_2018"
ASIDE = 2**40
"""Added to the seed of the repeats, so that their people have luck of their own."""
LEAST = 4_030
"""A tenth of Amsterdam: with fewer people an arm is too small for the plan."""
Tell = Callable[[str], object]
"""Is told in a few words what begins."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of a run: the seed, how many households, how many repeats, redraws of a test, and processes."""

    seed: int = 7
    population: int = 40_300
    repeats: int = 40
    redraws: int = 999
    processes: int = 2

    def __post_init__(self) -> None:
        seeded(self.seed)
        if not isinstance(self.population, int) or self.population < LEAST:
            raise InputError(
                f"A town of at least {LEAST:,} households was expected, a tenth of Amsterdam; found {self.population}."
            )
        if self.repeats < 2 or self.processes not in (1, 2):
            raise InputError(f"At least 2 repeats and 1 or 2 processes were expected; found {self.repeats} and {self.processes}.")
        Settings(redraws=self.redraws)


@dataclass(frozen=True)
class Relived:
    """Everything that a report is about.

    trial     everybody enrolled in the town; `repeats` are research groups with people and luck of their own
    outside   what became of all others, added up
    """

    asked: Asked
    given: Assumptions
    people: Mapping[str, int]
    held: Held
    trial: Trial
    repeats: tuple[Trial, ...]
    takes_part: Lives
    outside: Lives
    found: Found
    rows: tuple[Judged, ...]


@dataclass(frozen=True)
class Begun:
    """Who there is before anybody lives: those enrolled with their arms, the research group, all others, and the draw."""

    enrolled: People
    in_group: Truths
    outside: People
    held: Held


def relive(what: Asked, tell: Tell, months: Callable[[int], object], cache: Path | None = None) -> Relived:
    """Live through Amsterdam; `tell` hears what begins, `months` how many household months were lived."""
    given = shipped()
    begun = begin(what, given, tell)
    made = promise(begun.held, what.redraws)
    repeated = repeats_of(what, given)
    tell("compile")
    found = lives(
        (Group("takes_part", begun.enrolled, what.seed, TAKES_PART, followed=True),
         Group("repeats", repeated, what.seed + ASIDE, TAKES_PART, followed=True),
         Group("outside", begun.outside, what.seed, OUTSIDE, followed=False)),
        given, amsterdam_norms(given, SPAN), cache or kernels(), what.processes, months,
    )  # fmt: skip
    tell("analyse")
    trial = trial_of(begun.enrolled, found["takes_part"], what.seed, given, begun.in_group)
    trials = split(
        trial_of(repeated, found["repeats"], what.seed + ASIDE, given, np.ones(len(repeated.number), dtype=bool)), what.repeats
    )
    known = known_numbers(begun.enrolled, begun.in_group, begun.outside, begun.held)
    return Relived(
        what, given, {"town": what.population, "enrolled": len(begun.enrolled.number), "asked": int(begun.in_group.sum())},
        begun.held, trial, trials, found["takes_part"], found["outside"], analysed(begun.held, made, trial),
        judged(asked(), trial, trials, known),
    )  # fmt: skip


def household_months(what: Asked, given: Assumptions | None = None) -> int:
    """How many household months a run lives."""
    group = of_size(what, "people.selected", given or shipped())
    return (what.population + group * what.repeats) * len(list(SPAN))


def begin(what: Asked, given: Assumptions, tell: Tell) -> Begun:
    """People, who enrols, who is asked, and the draw."""
    tell("people")
    town = people_of(plan_of(given, what.population), what.seed, given)
    rows = enrol(town, what.seed, given, of_size(what, "people.enrolled", given))
    enrolled = with_cohorts(town.some(rows), what.seed, given)
    in_group = np.zeros(len(rows), dtype=bool)
    in_group[select(enrolled, what.seed, given, of_size(what, "people.selected", given))] = True
    others = np.ones(len(town.number), dtype=bool)
    others[rows] = False
    tell("draw")
    design = planned(shipped_design(DESIGN))
    levels = levels_of(enrolled)
    named = {name: [LEVELS[name][at] for at in levels[name]] for name in ("sex", "age")}
    named["cohort"] = [design.variables[0].levels[int(at >= 12)] for at in enrolled.enters]
    held = hold(design_for(design, named, int(in_group.sum())), named, in_group, what.seed)
    return Begun(replace(enrolled, arm=held.arms), in_group, town.some(np.flatnonzero(others)), held)


def of_size(what: Asked, name: str, given: Assumptions) -> int:
    """A number of people of Amsterdam, in proportion to the town that was asked."""
    return given.number(name) * what.population // given.number("people.households")


def repeats_of(what: Asked, given: Assumptions) -> People:
    """The research groups of all repeats after one another, each by the margins of Table 2."""
    size = of_size(what, "people.selected", given)
    return in_thirds(research_group(size * what.repeats, what.seed + ASIDE, given))


def levels_of(people: People) -> dict[str, Ints]:
    """The levels of Table 2 of everybody, with the window of enrolment."""
    return {**people.characteristics, "cohort": (people.enters >= 12).astype(np.int64)}


def trial_of(people: People, lived: Lives, seed: int, given: Assumptions, asked_for: Truths) -> Trial:
    """The lived months with interviews of who is asked for them."""
    months = np.full((len(people.number), 4), -1, np.int64)
    rows = np.flatnonzero(asked_for)
    months[rows] = interviews(people.some(rows), seed, given).month
    return Trial(lived.columns, people.arm, months, people.enters, levels_of(people))


def split(trial: Trial, parts: int) -> tuple[Trial, ...]:
    """Equal parts of a trial, in the order of its people."""
    size = len(trial.arms) // parts
    return tuple(trial.some(np.arange(at * size, (at + 1) * size)) for at in range(parts))


def research(trials: Sequence[Trial]) -> float:
    """How many people an arm has on average who were interviewed at every wave."""
    return float(np.mean([trial.panel.sum() / 3 for trial in trials]))
