# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Life under a regime, month after month: work, money by the compiled rules, contacts by the norms, and who leaves.

The same people with the same seed have the same luck under every regime, so that what differs is the regime's doing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import numpy as np

from werkzaam.core.months import Month
from werkzaam.engine.addresses import Array
from werkzaam.simulation import labour
from werkzaam.simulation.cash import Circumstances, Paid, Purse, last_slip
from werkzaam.simulation.guided import Guided, Norms, begin, guide
from werkzaam.simulation.labour import Behaviour, Market, Work
from werkzaam.simulation.leaving import Leaving, Standing, everybody_on, move
from werkzaam.simulation.money import Money, Settling
from werkzaam.simulation.options import Beside, Options
from werkzaam.simulation.people import Ints, People, Truths, sums_of_persons
from werkzaam.simulation.reckon import Slips, Way


@dataclass(frozen=True, slots=True)
class Holding:
    """How people hold back after a correction downward of at least `from_cents` (R-242): for so many months, by how much.

    `per_mille` of their usual time is not worked, and hours do not swing. Switched off with 0 months.
    """

    months: int
    per_mille: int
    from_cents: int


@dataclass(frozen=True, slots=True)
class World:
    """All that a life rests on beside the people: the rules, the way of working, the market, what moves people, and the norms.

    `options` are off by default; `share` is the most that is taken of a payment for a claim, per mille of the norm.
    """

    money: Money
    way: Way
    market: Market
    behaviour: Behaviour
    leaving: Leaving
    norms: Norms
    holding: Holding
    share: int
    options: Options = field(default_factory=Options)


@dataclass(frozen=True, slots=True)
class Lived:
    """One month of everybody, as it stands until the next one is asked for: who keeps something of it copies it.

    on         who was on bijstand in this month (households,)
    premium    premium built up this month (households,), in cents
    wages      net wages earned (households,), in cents
    purse      what is still to be settled: months that wait for payslips, and claims
    due        bijstand that is due for this month to who is on it, by what was earned; 0 for others (households,), in cents
    beside     what the world's options keep of this life
    """

    at: int
    month: Month
    on: Truths
    work: Work
    paid: Paid
    guided: Guided
    standing: Standing
    premium: Ints
    wages: Ints
    purse: Purse
    due: Ints
    beside: Beside | None = None


def live(people: People, world: World, seed: int, threads: int | None = None) -> Iterator[Lived]:
    """Every month of the rules' span, in order; `threads` is how many the rules run in, None for one per core."""
    recipient = people.person[people.first[:-1]]
    beside = Beside(people, world.options, world.norms)
    people = beside.people
    work = labour.start(people, world.market, seed)
    slips, purse, standing = Slips(work), Purse(len(people.number)), everybody_on(len(people.number))
    settling, guided = Settling(world.money, people, threads), begin(recipient, world.norms, seed)
    for at, month in enumerate(world.money.span):
        weeks, fourth = weekly_pays(month), four_weekly_pays(month)
        pulls = beside.begin(at, month, work, guided, standing.on, seed)
        labour.step(people, work, world.market, world.behaviour, at, seed, weeks, fourth, world.holding.per_mille, *pulls.people)
        found, on, wages, paid = _settled(world, people, work, slips, settling, purse, standing, at, month)
        guide(guided, world.norms, people.arm, recipient, on, at, seed, people.enters)
        slips.remember(work, found["loon_van_de_maand"])
        _hold_back(people, work, paid, world.holding)
        move(standing, world.leaving, world.behaviour, people.arm, people.enters, recipient,
             found["recht_op_bijstand"].astype(bool), at, seed, pulls.leaving)  # fmt: skip
        beside.end(at, work, standing)
        built, due = of_households(people, found["premie_van_de_maand"]), np.where(on, found["uit_te_betalen"], 0)
        yield Lived(at, month, on, work, paid, guided, standing, built, wages, purse, due, beside)


def _settled(
    world: World,
    people: People,
    work: Work,
    slips: Slips,
    settling: Settling,
    purse: Purse,
    standing: Standing,
    at: int,
    month: Month,
) -> tuple[Mapping[str, Array], Truths, Ints, Paid]:
    """The money of a month: what the rules give, who was on bijstand, wages earned, and what was paid."""
    new_year = month.number == 1
    reckoned = slips.reckoned(world.way, work, work.minutes * 52 // 12 * work.hourly // 60, new_year)
    on, kept = standing.on.copy(), settling.kept
    found = settling.month(month, at, work, reckoned, four_weekly_pays(month), on)
    wages = of_households(people, work.wage)
    received = wages + of_households(people, work.holiday)
    premium = of_households(people, found["premie_uitbetaling"])
    now = Circumstances(on, standing.ended, received, last_slip(people, work), premium, kept)
    return found, on, wages, purse.settle(world.way, at, found, now, world.share, new_year)


def of_households(people: People, values: Ints) -> Ints:
    """Sums (households,) of a column of persons."""
    whole = np.ascontiguousarray(values, np.int64)
    return sums_of_persons(people.household, whole, len(people.number))  # type: ignore[no-any-return]


def weekly_pays(month: Month) -> int:
    """How many Fridays a month has: so many weekly pays end in it."""
    first = month.first_day.weekday()
    days = month.last_day.day
    return sum((first + day) % 7 == 4 for day in range(days))


def four_weekly_pays(month: Month) -> int:
    """How many four-weekly pays end in a month: thirteen in most years, counted from the first Sunday of 2018 on."""

    def ended(day: int) -> int:
        return (day - FIRST_SUNDAY) // 28

    return ended(month.last_day.toordinal()) - ended(month.first_day.toordinal() - 1)


FIRST_SUNDAY = Month.of(2018, 1).first_day.toordinal() + 6


def _hold_back(people: People, work: Work, paid: Paid, holding: Holding) -> None:
    if holding.months:
        bad = (paid.claimed >= holding.from_cents)[people.household]
        work.cautious[bad & (work.contract > 0)] = holding.months
