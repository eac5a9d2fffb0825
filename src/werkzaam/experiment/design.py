# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The design of an experiment: the one thing from which everything else is derived.

Who may take part, who is kept out and why, how people are grouped, selected and dealt over the arms, when they are asked what,
which differences will be estimated and how, all written down before the draw. An arm is a regime. Months are `Month`, money is
whole cents, shares are whole slots of a pattern.

Sources: `reference/experiment.md` X1-X36 in the words of the project's issue; CONSORT 2025, ICH E9(R1) for estimands.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum

from werkzaam.core.months import Month


@dataclass(frozen=True, slots=True)
class Words:
    """A text in Dutch and in English."""

    nl: str
    en: str


@dataclass(frozen=True, slots=True)
class Variable:
    """A characteristic known at enrolment, such as an age band; `levels` are its codes in the order of a table.

    A variable groups people for the draw or adjusts an estimate; it is never the input of a rule.
    """

    id: str
    label: Words
    levels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Condition:
    """People for whom every named variable has one of the levels; empty means everybody."""

    levels: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Window:
    """A period in which people can enrol, both days included; `places` and `priority` when there are fewer than people."""

    first: date
    last: date
    places: int | None = None
    priority: Condition | None = None


@dataclass(frozen=True, slots=True)
class Exclusion:
    """A recorded flag that keeps a person out of the whole experiment, or, with `arms`, out of those arms only."""

    id: str
    reason: Words
    arms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Strata:
    """How people are grouped for the draw.

    A stratum with fewer than `smallest` people is merged before the draw with others that are alike after leaving out the first
    variable of `merge`, then the second as well, and so on.
    """

    variables: tuple[str, ...]
    smallest: int
    merge: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sample:
    """How many of the people are taken, by lot within strata, and from where; `seats` None takes everybody."""

    seats: int | None
    only: Condition


@dataclass(frozen=True, slots=True)
class Arm:
    """One way of being treated: a regime by its id, and how many slots of the dealing pattern are its own."""

    id: str
    label: Words
    regime: str
    slots: int


@dataclass(frozen=True, slots=True)
class Wave:
    """A round of interviews between two months, both included; a voucher in cents, for a completed interview only."""

    id: str
    label: Words
    first: Month
    last: Month
    voucher: int


class Source(Enum):
    """Where an outcome is observed: from the register for everybody drawn, or by interview for those who answer."""

    REGISTER = "register"
    SURVEY = "survey"


class Kind(Enum):
    """What an outcome is: yes or no, a number, an amount in cents, or the months until something happens."""

    SHARE = "share"
    MEAN = "mean"
    MONEY = "money"
    TIME = "time"

    @property
    def scale(self) -> float:
        """By what a value is multiplied to be printed: a share in percent, cents in euros, other numbers as they are."""
        return {Kind.SHARE: 100.0, Kind.MONEY: 0.01}.get(self, 1.0)


class Population(Enum):
    """Whom an estimand is about: everybody drawn, those interviewed at every wave, or those who answered in this wave."""

    DRAWN = "drawn"
    PANEL = "panel"
    RESPONDENTS = "respondents"


class Strategy(Enum):
    """What an event after the draw does to an outcome (ICH E9(R1)): counted as it is, or the person is as missing."""

    TREATMENT_POLICY = "treatment_policy"
    MISSING = "missing"
    COMPOSITE = "composite"


@dataclass(frozen=True, slots=True)
class Estimand:
    """What is to be estimated: whose outcome, summarised how, and what moving, dying and reaching pension age do to it."""

    population: Population
    summary: Words
    events: Mapping[str, Strategy]


@dataclass(frozen=True, slots=True)
class Outcome:
    """One thing that is measured once; `variable` is its column, `wave` the wave or None for a register outcome with a `month`.

    `better` is 1 when more is better, -1 when less is; `harm` marks what must be watched. `baseline` is its column before the
    draw, if there is one. `horizon` is the number of months of an outcome of time.
    """

    id: str
    label: Words
    source: Source
    kind: Kind
    variable: str
    wave: str | None
    month: Month | None
    estimand: Estimand
    better: int
    harm: bool = False
    baseline: str | None = None
    horizon: int | None = None


@dataclass(frozen=True, slots=True)
class Contrast:
    """An arm and the arm that it is compared with; the effect is the first less the second."""

    arm: str
    against: str


class Control(Enum):
    """How the chance of a false finding in a family is held: of any (step-down), or the share among findings (exploring)."""

    FAMILYWISE = "familywise"
    DISCOVERY = "discovery"


@dataclass(frozen=True, slots=True)
class Family:
    """Outcomes and contrasts that are judged together at one level, in per mille (50 is five percent)."""

    id: str
    outcomes: tuple[str, ...]
    contrasts: tuple[Contrast, ...]
    control: Control
    level: int


@dataclass(frozen=True, slots=True)
class Subgroup:
    """People for whom a separate effect is looked at, named beforehand; shown only when waves `confirm` agree."""

    id: str
    label: Words
    condition: Condition
    outcomes: tuple[str, ...]
    confirm: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Stopping:
    """When the trial is looked at before its end: the months of the looks and the harm outcomes that can end it."""

    looks: tuple[Month, ...]
    harms: tuple[str, ...]
    text: Words


@dataclass(frozen=True, slots=True)
class Lottery:
    """What the draw rests on: the public beacon, the hours between promise and beacon, the minutes between secret and beacon."""

    chain: str
    hours_before: int
    reveal_minutes: int
    fallback: Words


@dataclass(frozen=True, slots=True)
class Design:
    """A whole experiment, as agreed before anybody was drawn. `start` and `end` are the days between which arms differ."""

    id: str
    title: Words
    municipality: str
    version: int
    start: date
    end: date
    windows: tuple[Window, ...]
    exclusions: tuple[Exclusion, ...]
    variables: tuple[Variable, ...]
    strata: Strata
    selection: Sample
    survey: Sample
    arms: tuple[Arm, ...]
    equal: tuple[str, ...]
    waves: tuple[Wave, ...]
    outcomes: tuple[Outcome, ...]
    families: tuple[Family, ...]
    subgroups: tuple[Subgroup, ...]
    covariates: tuple[str, ...]
    stopping: Stopping
    lottery: Lottery

    def arm(self, id: str) -> Arm:  # noqa: A002 (the word of the file)
        """The arm with that id; KeyError when the design has none, which the reader has made impossible."""
        return next(arm for arm in self.arms if arm.id == id)

    @property
    def pattern(self) -> tuple[str, ...]:
        """The arms as they are dealt: each as often as it has slots."""
        return tuple(arm.id for arm in self.arms for _ in range(arm.slots))
