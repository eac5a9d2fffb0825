# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Ways to settle wages, on the same synthetic people with the same luck: who falls below the norm, how often, and by how much.

A month counts as fallen below when wages, bijstand and buffer came below the norm without holiday allowance, and would not have,
had the month's bijstand been paid right and in time. What a rule does to somebody who is paid right (four weeks' pay that counts
as a month's, say) is no doing of a way to settle, and does not count here.

The buffer budget of article 34b is law from 2027. The two ways of 2027 pin that law on the amounts of the months lived (see
RuleBook): the buffer is to be compared with the estimate of 2027, which has the same law and no buffer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path

import numpy as np

from werkzaam.app.simulation.numbers import read_numbers, shipped, with_file
from werkzaam.app.simulation.settlement_tally import Outcome, Tally
from werkzaam.core.errors import InputError, UnknownName
from werkzaam.core.months import Month, Span
from werkzaam.engine.bounds import MONTHS_MAX
from werkzaam.facts.read import read_facts
from werkzaam.regime.read import read_regime
from werkzaam.regime.regime import Regime, Timeline
from werkzaam.rules.book import book_of
from werkzaam.simulation.assumption import Assumptions, Given, Origin
from werkzaam.simulation.chance import seeded
from werkzaam.simulation.guided import Norms
from werkzaam.simulation.life import World, live
from werkzaam.simulation.money import Money, money_of
from werkzaam.simulation.people import LONG_AGO, People
from werkzaam.simulation.reckon import Way
from werkzaam.simulation.town import people_of, plan_of
from werkzaam.simulation.world import behaviour_of, most_taken, world_of

FIRST = Month.of(2018, 1)
REGIMES = ("amsterdam_2018_buiten_experiment", "amsterdam_2021")
"""Amsterdam's rules for who was in no experiment: wages are set off in full; from March 2021 there is a premium."""
LATER, LATER_LAW = "participatiewet_2027", Month.of(2027, 1)
PART = "ams_comparison"
READ = ("labour.", "shock.", "leaving.", "holding.", "people.", f"behaviour.{PART}.", "behaviour.periods")
"""What the names of the numbers begin with that this study rests on, but for those of an experiment's participants."""
NOT_READ = ("people.participants", "people.ready.participants", "people.enrolled", "people.selected", "people.windows")


@dataclass(frozen=True, slots=True)
class Method:
    """A way to settle wages, and whether the law of 2027 is tried on it."""

    name: str
    way: Way
    later: bool = False


METHODS = (
    Method("op_de_maand", Way.ON_THE_MONTH), Method("achteraf", Way.AFTERWARDS), Method("schatting", Way.PREVIOUS_SLIP),
    Method("gemiddelde", Way.MEAN_OF_SLIPS), Method("vast_bedrag", Way.AGREED_AMOUNT), Method("wachten", Way.WAIT_AND_PAY),
    Method("schatting_2027", Way.PREVIOUS_SLIP, later=True), Method("buffer_2027", Way.BUFFER, later=True),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Asked:
    """What is simulated: households of the town, months from January 2018 on, seeds, and the numbers of life."""

    households: int
    months: int
    seeds: tuple[int, ...]
    given: Assumptions

    @property
    def span(self) -> Span:
        """The months lived."""
        return Span(FIRST, FIRST + (self.months - 1))


@dataclass(frozen=True)
class Settled:
    """The outcome of every way to settle, one per seed, in the order of METHODS."""

    asked: Asked
    outcomes: Mapping[str, tuple[Outcome, ...]]
    share: int
    """The most that is taken of a payment for a claim, per mille of the norm."""

    def told(self, origin: Origin) -> tuple[Given, ...]:
        """The numbers of one origin that the result rests on."""
        every = self.asked.given.by_origin(origin)
        return tuple(one for one in every if one.name.startswith(READ) and not one.name.startswith(NOT_READ))


@dataclass(frozen=True, slots=True)
class Measured:
    """A number over seeds: its mean, and the lowest and the highest of the seeds."""

    mean: Fraction
    low: Fraction
    high: Fraction


def asked(households: int, months: int, seed: int, seeds: int, own: Path | None = None) -> Asked:
    """What is asked on the command line; raises InputError or UnknownName for what cannot be run."""
    for name, value, most in (("--households", households, 10**7), ("--months", months, MONTHS_MAX), ("--seeds", seeds, 10_000)):
        if not 1 <= value <= most:
            raise InputError(f"{name}: a whole number from 1 to {most} was expected; found {value}.")
    every = tuple(range(seed, seed + seeds))
    for one in (every[0], every[-1]):
        seeded(one)
    return Asked(households, months, every, _numbers(own))


def _numbers(own: Path | None) -> Assumptions:
    given = shipped()
    if own is None:
        return given
    for one in read_numbers(own, Origin.ASSUMED):
        if one.name not in given.given:
            raise UnknownName(
                f"No number of the simulation is called {one.name!r}; the study prints those it has.", file=str(own)
            )
    return with_file(given, own)


def settle_all(question: Asked, cache: Path | None, methods: Sequence[Method] = METHODS,
               people: Callable[[Asked, int], People] | None = None) -> Settled:  # fmt: skip
    """Every way on the same people with the same luck; `cache` keeps compiled rules, `people` are those of a seed."""
    compiled = {later: compiled_money(question.span, cache, later=later) for later in {one.later for one in methods}}
    found: dict[str, list[Outcome]] = {one.name: [] for one in methods}
    for seed in question.seeds:
        living = (people or townspeople)(question, seed)
        for method in methods:
            found[method.name].append(_outcome(question, living, compiled[method.later], method, seed))
    share = most_taken(next(iter(compiled.values())))
    return Settled(question, {name: tuple(some) for name, some in found.items()}, share)


def townspeople(question: Asked, seed: int) -> People:
    """A town by the margins of everybody on bijstand, nobody in an experiment."""
    people = people_of(plan_of(question.given, question.households), seed, question.given)
    count = len(people.number)
    return replace(people, arm=np.zeros(count, np.int64), enters=np.full(count, LONG_AGO))


def compiled_money(span: Span, cache: Path | None, *, later: bool) -> Money:
    """The rules of the months lived, or those of 2027 on the amounts of the months lived."""
    regime, law = (read_regime(LATER), LATER_LAW) if later else (_within(span), None)
    return money_of(book_of(read_facts(), regime, law, None), span, cache)


def _within(span: Span) -> Regime | Timeline:
    """The regimes that hold in the months lived."""
    every = [read_regime(name) for name in REGIMES]
    used = [one for one in every if one.span.overlaps(span)]
    return used[0] if len(used) == 1 else Timeline(used)


def _outcome(question: Asked, people: People, money: Money, method: Method, seed: int) -> Outcome:
    tally = Tally(people)
    for lived in live(people, _world(question.given, money, method.way), seed):
        tally.add(lived)
    return tally.outcome()


def _world(given: Assumptions, money: Money, way: Way) -> World:
    """A life in which guidance is that of regular guidance, whose contacts nobody counts here."""
    nothing = np.zeros((1, len(list(money.span))), np.int64)
    return world_of(given, money, behaviour_of(given, (PART,), money.span), Norms(nothing, nothing, nothing), way)


def measured(outcomes: Sequence[Outcome], of: Callable[[Outcome], Fraction]) -> Measured:
    """One measure over seeds."""
    values = [of(one) for one in outcomes]
    return Measured(Fraction(sum(values), len(values)), min(values), max(values))


def in_order(done: Settled) -> Iterator[tuple[Method, tuple[Outcome, ...]]]:
    """Each way that was run with its outcomes."""
    yield from ((one, done.outcomes[one.name]) for one in METHODS if one.name in done.outcomes)
