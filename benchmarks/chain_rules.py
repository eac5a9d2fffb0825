# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The chain as our rules: the same arithmetic as the peer's and the oracle's, written as formulas.

The law references say which article the synthetic rule imitates; its numbers are those of `chain_data`.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from fractions import Fraction
from typing import Any

import chain_data as chain

from werkzaam.core.money import HALF_UP
from werkzaam.core.months import Month
from werkzaam.engine.explain import Given
from werkzaam.engine.formula import (
    Cents,
    Choice,
    Count,
    Months,
    Share,
    Table,
    Truth,
    largest,
    previous,
    ratio,
    share,
    smallest,
    when,
)  # fmt: skip
from werkzaam.engine.graph import RuleSet
from werkzaam.engine.rule import HUISHOUDEN, Input, Parameter, Parameters, Say, option_input, rule, rules_in

WAGE_MOST = 4_000_000
MONTHS = [Month(index) for index in range(chain.MONTHS)]
WORDS = Say("Step of the benchmark", "Step of the benchmark: {uitkomst}.")


class Type(Enum):
    """Households in the order of `chain_data`."""

    SINGLE = ("alleenstaande", "single")
    SINGLE_PARENT = ("alleenstaande ouder", "single parent")
    COUPLE = ("paar", "couple")


class Band(Enum):
    """Age bands in the order of the norms."""

    YOUNG = ("jong", "young")
    ADULT = ("volwassen", "adult")
    PENSION = ("AOW", "pension")


class Phase(Enum):
    """Phases of the exemption in the order of the maxima."""

    NONE = ("geen", "none")
    FIRST = ("eerste maanden", "first months")
    PARENT = ("ouder", "parent")
    LIMITED = ("beperkt", "limited")


def norms(band: Band) -> Any:
    """The norms of an age band, one source per household type."""
    return {kind: ("norm", list(Band).index(band), at) for at, kind in enumerate(Type)}


def by_phase(name: str) -> Any:
    """A number per phase of the exemption, one source each."""
    return {phase: (name, at) for at, phase in enumerate(Phase)}


class Chain(Parameters, group="chain"):
    """The synthetic numbers of `chain_data`."""

    young: Table[Type, Cents] = norms(Band.YOUNG)
    adult: Table[Type, Cents] = norms(Band.ADULT)
    pension: Table[Type, Cents] = norms(Band.PENSION)
    couple: Cents = ("norm", 1, chain.COUPLE)
    rate: Table[Phase, Share] = by_phase("rate")
    most: Table[Phase, Cents] = by_phase("most")
    reserve: Share = ("fixed", Fraction(5, 100))
    thirteen: Share = ("fixed", Fraction(13, 12))
    premium: Share = ("fixed", Fraction(50, 100))
    premium_most: Cents = ("fixed", chain.PREMIUM_MOST)
    ten_euros: Cents = ("fixed", chain.TEN_EUROS)
    opens: Truth = ("opens",)
    closes: Truth = ("closes",)


class ChainBook:
    """Answers for the chain's parameters, month by month."""

    def given(self, parameter: Parameter, month: Month) -> tuple[Given, ...]:
        source = parameter.source
        every = source.values() if isinstance(source, Mapping) else [source]
        return tuple(Given(_value(one, month.index), "synthetic") for one in every)


def _value(source: Any, month: int) -> int | Fraction:
    name, *at = source
    half = month // chain.MONTHS_IN_HALF_YEAR
    within = month % chain.MONTHS_IN_HALF_YEAR
    if name == "norm":
        return int(chain.NORMS[half, at[0], at[1]])
    if name == "most":
        return int(chain.MAXIMA[half, at[0]])
    if name == "rate":
        return Fraction(int(chain.EXEMPTION_PER_MILLE[at[0]]), 1_000)
    if name in ("opens", "closes"):
        return int(within == (0 if name == "opens" else chain.MONTHS_IN_HALF_YEAR - 1))
    return at[0]  # type: ignore[no-any-return]


@rule("Pw 21", HUISHOUDEN, nl=WORDS, en=WORDS)
def band(age: Count) -> Choice[Band]:
    """The age band."""
    return when(age >= chain.AGE_PENSION, Band.PENSION, otherwise=when(age >= chain.AGE_ADULT, Band.ADULT, Band.YOUNG))


@rule("Pw 21", HUISHOUDEN, nl=WORDS, en=WORDS)
def base_norm(band: Choice[Band], household_type: Choice[Type], chain: Chain) -> Cents:
    """The norm without cost sharers."""
    grown = when(band == Band.PENSION, chain.pension[household_type], chain.adult[household_type])
    return when(band == Band.YOUNG, chain.young[household_type], grown)


@rule("Pw 22a:1", HUISHOUDEN, nl=WORDS, en=WORDS)
def persons(household_type: Choice[Type]) -> Count:
    """How many persons the norm is for."""
    return when(household_type == Type.COUPLE, Count("const", 2), Count("const", 1))


@rule("Pw 22a:1", HUISHOUDEN, nl=WORDS, en=WORDS)
def shared_norm(chain: Chain, persons: Count, cost_sharers: Count) -> Cents:
    """(40% + A x 30%) / A of the couple's norm."""
    return share(chain.couple * persons, ratio(cost_sharers * 30 + 40, cost_sharers * 100), HALF_UP)


@rule("Pw 22a:1", HUISHOUDEN, nl=WORDS, en=WORDS)
def norm(cost_sharers: Count, shared_norm: Cents, base_norm: Cents) -> Cents:
    """The norm of the household."""
    return when(cost_sharers > 1, shared_norm, base_norm)


@rule("Pw 19:3", HUISHOUDEN, nl=WORDS, en=WORDS)
def reserve(norm: Cents, chain: Chain) -> Cents:
    """The holiday allowance in the norm."""
    return share(norm, chain.reserve, HALF_UP)


@rule("Pw 32:1", HUISHOUDEN, nl=WORDS, en=WORDS)
def monthly_wage(wage: Cents, four_weekly: Truth, chain: Chain) -> Cents:
    """The wage by month."""
    return when(four_weekly, share(wage, chain.thirteen, HALF_UP), wage)


@rule("Pw 32:1", HUISHOUDEN, nl=WORDS, en=WORDS)
def monthly_estimate(estimate: Cents, four_weekly: Truth, chain: Chain) -> Cents:
    """The estimate by month."""
    return when(four_weekly, share(estimate, chain.thirteen, HALF_UP), estimate)


@rule("Pw 32:1", HUISHOUDEN, nl=WORDS, en=WORDS)
def ten_more(monthly_wage: Cents, chain: Chain) -> Cents:
    """The wage and ten euros."""
    return monthly_wage + chain.ten_euros


@rule("Pw 31:2:n", HUISHOUDEN, nl=WORDS, en=WORDS)
def phase(months_exempted: Months, single_parent: Truth, limited: Truth) -> Choice[Phase]:
    """Which exemption applies."""
    after = when(limited, Phase.LIMITED, otherwise=Phase.NONE)
    parent = single_parent & (months_exempted < chain.SINGLE_PARENT_MONTHS)
    return when(months_exempted < chain.EXEMPTION_MONTHS, Phase.FIRST, otherwise=when(parent, Phase.PARENT, otherwise=after))


@rule("Pw 32:1", HUISHOUDEN, nl=WORDS, en=WORDS)
def counted_wage(monthly_wage: Cents) -> Cents:
    """The wage that the rest of the chain reads; copies of the chain read another."""
    return monthly_wage + 0


@rule("Pw 31:2:n", HUISHOUDEN, nl=WORDS, en=WORDS)
def exempt(counted_wage: Cents, phase: Choice[Phase], chain: Chain) -> Cents:
    """What is left out of account."""
    return smallest(share(counted_wage, chain.rate[phase], HALF_UP), chain.most[phase])


@rule("Pw 32:1", HUISHOUDEN, nl=WORDS, en=WORDS)
def countable(counted_wage: Cents, exempt: Cents, other_income: Cents) -> Cents:
    """What counts."""
    return counted_wage - exempt + other_income


@rule("Pw 19:2", HUISHOUDEN, nl=WORDS, en=WORDS)
def due(norm: Cents, countable: Cents) -> Cents:
    """The norm less what counts."""
    return largest(norm - countable, 0)


@rule("Beleid premie", HUISHOUDEN, nl=WORDS, en=WORDS)
def accrual(counted_wage: Cents, chain: Chain) -> Cents:
    """Premium of the month."""
    return smallest(share(counted_wage, chain.premium, HALF_UP), chain.premium_most)


@rule("Pw 19:2", HUISHOUDEN, nl=WORDS, en=WORDS)
def total(counted_wage: Cents, other_income: Cents, due: Cents, accrual: Cents) -> Cents:
    """Everything together."""
    return counted_wage + other_income + due + accrual


@rule("Beleid premie", HUISHOUDEN, start=0, nl=WORDS, en=WORDS)
def accrued(accrual: Cents, accrued: Cents, chain: Chain) -> Cents:
    """Premium since the half-year began."""
    return when(chain.opens, 0, previous(accrued)) + accrual


@rule("Beleid premie", HUISHOUDEN, nl=WORDS, en=WORDS)
def payout(accrued: Cents, chain: Chain) -> Cents:
    """Premium paid in the last month of a half-year."""
    return when(chain.closes, accrued, 0)


@rule("Pw 58:4", HUISHOUDEN, nl=WORDS, en=WORDS)
def correction(due: Cents, due_estimate: Cents) -> Cents:
    """What is due less the advance on the estimate."""
    return due - due_estimate


@rule("Pw 19:2", HUISHOUDEN, nl=WORDS, en=WORDS)
def emr_bp(total: Cents, total_ten: Cents) -> Cents:
    """The marginal rate over ten euros, in basis points."""
    return 10_000 - (total_ten - total) * 10


def _input(name: str, kind: Any, low: int, high: int) -> Input:
    return Input(name, kind, HUISHOUDEN, low, high, name, name)


INPUTS = (
    option_input("household_type", Type, HUISHOUDEN, "soort", "type"),
    _input("cost_sharers", Count, 1, 4), _input("age", Count, 0, 120), _input("wage", Cents, 0, WAGE_MOST),
    _input("four_weekly", Truth, 0, 1), _input("months_exempted", Months, 0, 127), _input("limited", Truth, 0, 1),
    _input("single_parent", Truth, 0, 1), _input("other_income", Cents, 0, WAGE_MOST), _input("estimate", Cents, 0, WAGE_MOST),
)  # fmt: skip
TARGETS = ("norm", "reserve", "exempt", "countable", "due", "due_estimate", "correction", "accrual", "payout", "total", "emr_bp")
NAMES = {"advance": "due_estimate"}
"""Outputs of the benchmark that have another name here."""


def chain_rules(copies: int) -> RuleSet:
    """The chain with its estimate and its ten euros more; with copies, the earnings part that many times over."""
    every = rules_in(__name__)
    last = [one for one in every if one.name in ("correction", "emr_bp")]
    base = RuleSet.of([one for one in every if one not in last], INPUTS,
                      ["norm", "reserve", "total", "payout", "monthly_estimate", "ten_more"])  # fmt: skip
    both = base.under("estimate", {"counted_wage": "monthly_estimate"}, ["due"])
    three = both.under("ten", {"counted_wage": "ten_more"}, ["total"])
    rules, targets = [*three.versions(), *last], list(TARGETS)
    return RuleSet.of(rules, INPUTS, targets) if copies == 1 else _copied(three, last, copies)


def _copied(rules: RuleSet, last: list[Any], copies: int) -> RuleSet:
    """Further copies of the earnings part, each on a wage some cents higher, and the sum of their totals."""
    names = []
    for copy in range(1, copies):
        for letter, base in (("w", "monthly_wage"), ("e", "monthly_estimate"), ("t", "ten_more")):
            wage, suffix = f"wage_{letter}{copy}", f"{letter}{copy}"
            shifted = _plain(wage, Cents("+", Cents("name", base), Cents("const", copy)))
            rules = RuleSet.of([*rules.versions(), shifted], INPUTS, [*rules.targets, wage])
            rules = rules.under(suffix, {"counted_wage": wage}, ["total"])
            names.append(f"total_{suffix}")
    summed: Cents = Cents("const", 0)
    for name in names:
        summed = summed + Cents("name", name)
    return RuleSet.of([*rules.versions(), *last, _plain(chain.CHECK, summed)], INPUTS, [*TARGETS, chain.CHECK])


def _plain(name: str, formula: Cents) -> Any:
    """A rule without words, made on the spot."""
    from dataclasses import replace

    return replace(counted_wage, name=name, formula=formula, parameters={})
