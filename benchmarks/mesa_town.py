# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The dynamics of simulation_plain.py as agents of mesa: each person and each household an object that takes its step.

Written as one writes agents, in whole numbers. Agents get their luck ready-made: a list of numbers per purpose and month, which
is quicker than asking a generator. It is ours (then all results must be equal), or that of numpy (then they differ by chance).
"""

from __future__ import annotations

from collections.abc import Callable

import mesa
import numpy as np
from simulation_plain import KEPT, NORM, SHARE
from simulation_town import SPAN

from werkzaam.core.months import Month
from werkzaam.simulation.chance import MILLION, Purpose, column
from werkzaam.simulation.labour import MINUTES_LEAST, MINUTES_MOST, Behaviour, Contract, Market, Period
from werkzaam.simulation.leaving import Leaving
from werkzaam.simulation.life import four_weekly_pays, weekly_pays
from werkzaam.simulation.people import LONG_AGO, Ints, People
from werkzaam.simulation.reckon import LATEST, MONTHS_KEPT

Luck = Callable[[Ints, int, Purpose], Ints]
"""Numbers out of a million for people of these numbers, in a month and for a purpose."""
OF_PERSONS = (Purpose.LOSE, Purpose.FIND, Purpose.CONTRACT, Purpose.HOURS, Purpose.WAGE, Purpose.PERIOD, Purpose.DRIFT,
              Purpose.SWING, Purpose.LATE, Purpose.MADE_FIXED)  # fmt: skip
OF_HOUSEHOLDS = (Purpose.LEAVE, Purpose.RETURN)
RING = LATEST + 2


def our_luck(seed: int) -> Luck:
    """The numbers that the columns of ours use."""
    return lambda people, month, purpose: column(seed, people, month, purpose)


def other_luck(seed: int) -> Luck:
    """Numbers of numpy's generator."""
    generator = np.random.default_rng(seed)
    return lambda people, month, purpose: generator.integers(0, MILLION, len(people))


class Person(mesa.Agent):  # type: ignore[misc]
    """Somebody who finds and loses work, and gets payslips."""

    def __init__(self, town: Town, at: int, arm: int, enters: int, ready: int, limited: bool, works: bool) -> None:
        super().__init__(town)
        self.at, self.arm, self.enters, self.ready = at, arm, enters, ready
        self.most = town.market.limited if limited else MINUTES_MOST
        self.contract = self.minutes = self.months = self.wage = self.late = 0
        market, luck = town.lists, town.luck
        self.cents = pick(market["hourly"], luck[Purpose.WAGE][at])
        self.period = which(market["periods"], luck[Purpose.PERIOD][at])
        if works:
            self.contract = 1 + which(market["started"], luck[Purpose.CONTRACT][at])
            self.minutes = pick(market["at_start"], luck[Purpose.HOURS][at])
            if limited:
                self.minutes = min(self.minutes, self.most)
            self.months = 12
        self.slips: list[tuple[int, int]] = []
        self.agreed = -1

    def work(self) -> None:
        """A month of work."""
        town, luck, at = self.model, self.model.luck, self.at
        row = self.arm if town.at >= self.enters else -1
        first_half = self.enters <= town.at < self.enters + 6
        if self.contract:
            self.months += 1
            if luck[Purpose.LOSE][at] < town.losing[row][self.contract]:
                self.contract = self.minutes = self.months = 0
            elif self.contract in (Contract.FLEXIBLE, Contract.ON_CALL) and luck[Purpose.MADE_FIXED][at] < town.market.made_fixed:
                self.contract = Contract.FIXED
        else:
            pull = town.finding[row] + (town.early[row][0] if first_half else 0)
            nearness = town.market.outside if self.enters == LONG_AGO else 1000
            if luck[Purpose.FIND][at] < town.lists["finding"][self.ready] * pull // 1000 * nearness // 1000:
                self.begin()
        if self.contract:
            self.earn(row, first_half)
        else:
            self.wage = self.late = 0

    def begin(self) -> None:
        """A new job."""
        market, luck, at = self.model.lists, self.model.luck, self.at
        self.contract = 1 + which(market["contracts"], luck[Purpose.CONTRACT][at])
        self.minutes = min(pick(market["minutes"], luck[Purpose.HOURS][at]), self.most)
        self.cents = pick(market["hourly"], luck[Purpose.WAGE][at])
        self.period = which(market["periods"], luck[Purpose.PERIOD][at])
        self.months = 1

    def earn(self, row: int, first_half: bool) -> None:
        """Hours and wage of the month, and how late its payslip is."""
        town, luck, at = self.model, self.model.luck, self.at
        slope = town.drift[row] + (town.early[row][1] if first_half else 0)
        if luck[Purpose.DRIFT][at] < abs(slope):
            self.minutes = min(max(self.minutes + (60 if slope > 0 else -60), MINUTES_LEAST), self.most)
        worked = self.minutes * pick(town.swing[self.contract], luck[Purpose.SWING][at]) // 1000
        self.wage = worked * town.weeks[self.period] // 1000 * self.cents // 60
        self.late = which(town.lists["late"], luck[Purpose.LATE][at])

    def reckoned(self) -> int:
        """The wage that this month is paid by: the newest payslip that is in, or what was agreed."""
        if not self.contract:
            return 0
        if self.months == 1 or self.agreed < 0 or self.model.new_year:
            self.agreed = self.minutes * 52 // 12 * self.cents // 60
        for back, (wage, late) in enumerate(self.slips[: self.months - 1]):
            if wage >= 0 and late <= back:
                return wage
        return self.agreed

    def remember(self) -> None:
        """The month's payslip."""
        if self.contract:
            self.slips.insert(0, (self.wage, self.late))
        else:
            self.slips.insert(0, (-1, 0))
            self.agreed = -1
        del self.slips[MONTHS_KEPT:]


class Household(mesa.Agent):  # type: ignore[misc]
    """Persons who are paid bijstand together, until they leave."""

    def __init__(self, town: Town, at: int, arm: int, enters: int, norm: int, persons: list[Person]) -> None:
        super().__init__(town)
        self.at, self.arm, self.enters, self.norm, self.persons = at, arm, enters, norm, persons
        self.rises, self.falls = [0] * RING, [0] * RING
        self.claim = self.proposed = self.wages = 0
        self.on, self.for_work = True, False

    def settle(self) -> None:
        """The payment of a month, with what earlier months turn out to be."""
        sums, here = self.model.sums, self.model.at % RING
        self.wages = sum(person.wage for person in self.persons)
        pay = 0
        if self.on:
            pay = max(self.norm - sum(person.reckoned() for person in self.persons), 0)
            gap = max(self.norm - self.wages, 0) - pay
            if gap:
                late = max((person.late for person in self.persons if person.contract), default=0)
                when = (self.model.at + late + 1) % RING
                self.rises[when] += max(gap, 0)
                self.falls[when] += max(-gap, 0)
        else:
            for person in self.persons:
                person.reckoned()
        rise, fall = self.rises[here], self.falls[here]
        self.rises[here] = self.falls[here] = 0
        self.claim += self.proposed
        self.proposed = fall
        taken = 0
        if self.on:
            taken = min(self.claim, pay + rise, (2 * self.norm * SHARE + 1000) // 2000)
            self.claim -= taken
            sums["on"] += 1
        paid = pay + rise - taken
        sums["bijstand"] += paid
        sums["income"] += self.wages + paid
        sums["claimed"] += fall
        sums["taken"] += taken
        for person in self.persons:
            sums["works"] += person.contract > 0
            sums["minutes"] += person.minutes
            sums["squares"] += person.minutes * person.minutes
            person.remember()

    def move(self) -> None:
        """Leave bijstand, or come back."""
        town, arm = self.model, self.arm
        if self.on:
            if town.at < self.enters:
                return
            drawn, pull = town.luck[Purpose.LEAVE][self.at], town.leaving[arm]
            for_work = town.chances.for_work * pull // 1000 if self.wages >= self.norm else 0
            if drawn < for_work + town.chances.for_other * pull // 1000:
                self.on, self.for_work = False, drawn < for_work
        elif self.wages < self.norm:
            back = town.chances.back if self.for_work else town.chances.back_other
            if town.luck[Purpose.RETURN][self.at] < back * town.coming[arm] // 1000:
                self.on = True


class Town(mesa.Model):  # type: ignore[misc]
    """Everybody, a month at a time; `found` has the sums of each month."""

    def __init__(self, people: People, market: Market, behaviour: Behaviour, chances: Leaving, draw: Luck) -> None:
        super().__init__()
        self.numbers, self.market, self.behaviour, self.chances, self.draw = people, market, behaviour, chances, draw
        names = ("contracts", "started", "periods", "finding", "minutes", "at_start", "hourly", "late")
        self.lists = {name: getattr(market, name).tolist() for name in names}
        self.swing, self.early = market.swing.tolist(), behaviour.early.tolist()
        self.luck = {purpose: draw(people.person, 0, purpose).tolist() for purpose in OF_PERSONS}
        arm, enters = people.arm.tolist(), people.enters.tolist()
        of = people.household.tolist()
        who = zip(of, people.ready.tolist(), people.limited.tolist(), people.works.tolist(), strict=True)
        persons = [Person(self, at, arm[home], enters[home], *given) for at, (home, *given) in enumerate(who)]
        first = people.first.tolist()
        for at, norm in enumerate(NORM[people.form].tolist()):
            Household(self, at, arm[at], enters[at], norm, persons[first[at] : first[at + 1]])
        self.persons, self.households = self.agents_by_type[Person], self.agents_by_type[Household]
        self.recipients = people.person[people.first[:-1]]
        self.found: dict[str, list[int]] = {name: [] for name in KEPT}
        self.at = -1

    def step(self) -> None:
        """One month."""
        self.at += 1
        at, month = self.at, SPAN.first + self.at
        self.new_year = month.number == 1
        self.luck = {purpose: self.draw(self.numbers.person, at + 1, purpose).tolist() for purpose in OF_PERSONS}
        self.luck |= {purpose: self.draw(self.recipients, at + 1, purpose).tolist() for purpose in OF_HOUSEHOLDS}
        self.weeks = weeks_of(month)
        behaviour = self.behaviour
        self.finding, self.drift = behaviour.finding[:, at].tolist(), behaviour.drift[:, at].tolist()
        self.losing = behaviour.losing[:, at].tolist()
        self.leaving, self.coming = behaviour.leaving[:, at].tolist(), behaviour.coming[:, at].tolist()
        self.sums = dict.fromkeys(KEPT, 0)
        self.persons.do("work")
        self.households.do("settle")
        self.households.do("move")
        for name, value in self.sums.items():
            self.found[name].append(value)


def weeks_of(month: Month) -> dict[int, int]:
    """How many weeks are paid in a month, per mille, by pay period."""
    return {
        Period.MONTH: 52_000 // 12,
        Period.FOUR_WEEKS: 4_000 * four_weekly_pays(month),
        Period.WEEK: 1_000 * weekly_pays(month),
    }


def which(cumulative: list[int], number: int) -> int:
    """Which of some options a number out of a million falls in."""
    at = 0
    while at < len(cumulative) - 1 and number >= cumulative[at]:
        at += 1
    return at


def pick(values: list[int], number: int) -> int:
    """One of equally likely values."""
    return values[number * len(values) // MILLION]
