# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The invented towns of the benchmark of lives: Amsterdam with its experiment, and a country of any size outside it."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from werkzaam.app.cache import kernels
from werkzaam.app.regimes import regime_of
from werkzaam.app.simulation.guidance import amsterdam_norms
from werkzaam.app.simulation.numbers import shipped
from werkzaam.core.months import Span
from werkzaam.facts.read import read_facts
from werkzaam.rules.book import book_of
from werkzaam.simulation import world
from werkzaam.simulation.enrolment import enrol, in_thirds, with_cohorts
from werkzaam.simulation.life import World
from werkzaam.simulation.money import money_of
from werkzaam.simulation.people import People
from werkzaam.simulation.streamed import Governed, Making
from werkzaam.simulation.town import people_of, plan_of

SPAN = Span.parse("2018-01", "2022-12")
MONTHS = 60
SEED = 7
PARTS = ("ams_extra_attention", "ams_self_direction", "ams_comparison", "ams_comparison")
PARTICIPANTS, OTHERS = ("amsterdam_2018", "amsterdam_2021"), ("amsterdam_2018_buiten_experiment", "amsterdam_2021_na_experiment")


def amsterdam() -> People:
    """The town of Table 2, 5,250 of its households in the experiment."""
    given = shipped()
    town = people_of(plan_of(given), SEED, given)
    rows = enrol(town, SEED, given)
    enrolled = in_thirds(with_cohorts(town.some(rows), SEED, given))
    arm, enters = town.arm.copy(), town.enters.copy()
    arm[rows], enters[rows] = enrolled.arm, enrolled.enters
    return replace(town, arm=arm, enters=enters)


def country(households: int) -> Making:
    """Parts of a town of any size, nobody of it in an experiment."""
    return partial(_part, households)


def _part(households: int, first: int, last: int) -> People:
    given = shipped()
    return people_of(plan_of(given, households), SEED, given, first, last)


def governed() -> Governed:
    """The participants under their regimes, everybody else under those of the town."""
    return Governed((_world(PARTICIPANTS), _world(OTHERS)), (0, 0, 0, 1))


def _world(regimes: tuple[str, ...]) -> World:
    given, facts = shipped(), read_facts()
    money = money_of(book_of(facts, regime_of(regimes, facts)), SPAN, kernels())
    return world.world_of(given, money, world.behaviour_of(given, PARTS, SPAN), amsterdam_norms(given, SPAN))
