# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Money a month at a time is the money of the explanation: every amount of every month, to the cent."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain
from typing import Any

import numpy as np
import pytest

from tests.simulation.some_people import some_people
from tests.simulation.worlds import BUFFER_LAW, OUTSIDE, PARTICIPANTS, Seen, money, months_of_money
from werkzaam.core.months import Month
from werkzaam.engine.explain import MonthInput, MonthSteps, explain
from werkzaam.engine.memory import NOTHING, State
from werkzaam.engine.rule import BAAN, HUISHOUDEN, PERSOON, Level
from werkzaam.rules import RULES, rules_of
from werkzaam.simulation.labour import Period
from werkzaam.simulation.life import four_weekly_pays
from werkzaam.simulation.money import OUTPUTS, PREMIUM, RESERVE, Money
from werkzaam.simulation.people import People
from werkzaam.simulation.reckon import Way

AWAY = (range(0), range(0), range(7, 12), range(20, 60), range(5, 19))
"""Always on bijstand, a break within a year, left for good, and away over two half-years of premium."""
DEFAULTS = {
    level: {n: i.default for n, i in RULES.inputs.items() if i.level == level and i.default is not None} for level in Level
}


class Followed:
    """One household, explained month by month from what the month before left."""

    def __init__(self, people: People, household: int, compiled: Money) -> None:
        self.people, self.household, self.money = people, household, compiled
        self.persons = range(people.first[household], people.first[household + 1])
        self.job = dict.fromkeys(self.persons, 0)
        self.state: State = NOTHING

    def month(self, at: int, seen: Seen) -> dict[str, list[int]]:
        """The value of every output of one month: one of the household, or one per person."""
        for person in self.persons:
            self.job[person] += int(seen.work.new[person])
        steps = self._explained(at, seen, works=True)
        if seen.on[self.household]:
            self.state = steps.state
            premium = steps
        else:
            premium = self._explained(at, seen, works=False)
            self.state = _without_reserve({**_those(self.state, premium=False), **_those(premium.state, premium=True)})
        return {name: self._values(premium if name.startswith(PREMIUM) else steps, name) for name in OUTPUTS}

    def _values(self, steps: MonthSteps, name: str) -> list[int]:
        level = RULES.level(name)
        keys = {HUISHOUDEN: [()], PERSOON: [self._key(p)[:1] for p in self.persons], BAAN: [self._key(p) for p in self.persons]}
        return [steps.value(name, key) for key in keys[level]]

    def _key(self, person: int) -> tuple[str, str]:
        return f"p{person}", f"b{self.job[person]}"

    def _explained(self, at: int, seen: Seen, *, works: bool) -> MonthSteps:
        before = self.state if seen.on[self.household] else _without_reserve(self.state)
        given = MonthInput(seen.month, self._records(at, seen, works))
        (steps,) = explain(rules_of(self.money.book.rechtsdatum), self.money.book, [given], before)
        return steps

    def _records(self, at: int, seen: Seen, works: bool) -> Mapping[Level, Mapping[tuple[str, ...], Mapping[str, int]]]:
        people, h = self.people, self.household
        home = {"leefvorm": int(people.form[h]), "kinderen": int(people.children[h]), "maanden_bijstand_eerder": 24}
        persons = {self._key(p)[:1]: {
            "leeftijd_begin": int(people.age[p]) + at, "leeftijd_eind": int(people.age[p]) + at + 1,
            "medisch_urenbeperkt": int(people.limited[p]), "zorg_kind_onder_12": int(people.cares[p]),
            "nieuwe_baan": int(seen.work.new[p]) if works else 0} for p in self.persons}  # fmt: skip
        jobs = {self._key(p): _job(seen, p) if works else {"nettoloon": 0, "loon_bekend": 1} for p in self.persons}
        return {HUISHOUDEN: {(): DEFAULTS[HUISHOUDEN] | home}, PERSOON: {k: DEFAULTS[PERSOON] | v for k, v in persons.items()},
                BAAN: {k: DEFAULTS[BAAN] | v for k, v in jobs.items()}}  # fmt: skip


def _job(seen: Seen, person: int) -> dict[str, int]:
    """One job as a payslip has it: pay of a month or weeks as it came, four weeks' pay once or twice."""
    wage, worked = int(seen.work.wage[person]), int(seen.work.worked[person])
    estimate = int(seen.reckoned[person])
    known = {"loon_bekend": 1, "loon_geschat": int(estimate >= 0), "geschat_nettoloon": max(estimate, 0),
             "vakantiegeld_opgebouwd": wage * 8 // 100, "brutoloon": wage * 5 // 4,
             "gewerkte_minuten": worked * 52 // 12}  # fmt: skip
    if seen.work.period[person] != Period.FOUR_WEEKS:
        return {**known, "nettoloon": wage}
    each = wage // four_weekly_pays(seen.month)
    return {**known, "nettoloon": 0, "vierwekenloon": each, "vierwekenloon_extra": wage - each}


def _those(state: Mapping[Any, int], *, premium: bool) -> dict[Any, int]:
    return {key: value for key, value in state.items() if key[0].startswith(PREMIUM) == premium}


def _without_reserve(state: Mapping[Any, int]) -> State:
    return {key: value for key, value in state.items() if key[0] != RESERVE}


@pytest.mark.parametrize(("regimes", "law", "way"), [
    (PARTICIPANTS, None, Way.PREVIOUS_SLIP), (OUTSIDE, None, Way.AFTERWARDS), (("participatiewet_2027",), BUFFER_LAW, Way.BUFFER),
])  # fmt: skip
def test_five_years_month_by_month_are_those_of_the_explanation(regimes: tuple[str, ...], law: Month | None, way: Way) -> None:
    people, compiled = some_people(10, seed=4), money(*regimes, law=law)
    assert set(people.form) == {0, 1, 2}
    followed = [Followed(people, h, compiled) for h in range(len(people.number))]
    wages, breaks = set(), 0
    for at, seen in enumerate(months_of_money(people, compiled, way, 11, AWAY)):
        wages |= set(seen.work.wage.tolist())
        breaks += int((~seen.on).sum())
        expected = [one.month(at, seen) for one in followed]
        for name in OUTPUTS:
            assert np.array_equal(list(chain.from_iterable(one[name] for one in expected)), seen.found[name]), (name, seen.month)
    assert len(wages) > 50
    assert breaks > 20


def test_premium_of_who_left_is_paid_in_its_month_and_nothing_is_built_up() -> None:
    people, compiled = some_people(40, seed=2), money(*PARTICIPANTS)
    built, paid, after = 0, 0, 0
    for seen in months_of_money(people, compiled, Way.ON_THE_MONTH, 5, (range(5, 60),)):
        built += int(seen.found["premie_van_de_maand"].sum())
        paid += int(seen.found["premie_uitbetaling"].sum())
        after += 0 if seen.on[0] else int(seen.found["premie_van_de_maand"].sum())
    assert built == paid > 0
    assert after == 0


def test_nobody_builds_up_premium_before_entering_and_everybody_outside_an_experiment_does() -> None:
    people, compiled = some_people(40, seed=2), money(*PARTICIPANTS)
    people.enters[::2] = 14
    later = (people.household % 2 == 0)[:, None]
    found = list(months_of_money(people, compiled, Way.ON_THE_MONTH, 5, (range(0),)))
    built = np.array([seen.found["premie_van_de_maand"] for seen in found]).T
    paid = np.array([seen.found["premie_uitbetaling"] for seen in found]).T
    first = np.arange(built.shape[1]) < 14
    assert not (built > 0)[later & first].any()
    assert not (paid > 0)[later & (np.arange(built.shape[1]) < 18)].any(), "the first payout after entering is that of July 2019"
    assert built[np.broadcast_to(later & ~first, built.shape)].sum() > 0
    assert built[np.broadcast_to(~later & first, built.shape)].sum() > 0
