# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Random formulas over the closed set of operators, each safe by its bounds, and random values for what they read."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from random import Random

from tests.engine.small import Soort, amount, rule_of
from werkzaam.core.money import DOWN, HALF_UP, UP
from werkzaam.engine.bounds import Interval, interval
from werkzaam.engine.explain import Leaf
from werkzaam.engine.formula import (
    Cents,
    Choice,
    Count,
    Formula,
    Months,
    Share,
    Table,
    Truth,
    largest,
    previous,
    ratio,
    share,
    smallest,
    symbol,
    total,
    when,
)  # fmt: skip
from werkzaam.engine.graph import RuleSet
from werkzaam.engine.rule import HUISHOUDEN, PERSOON, Input, Level, Parameter, Rule, option_input

TOO_LARGE = 10**9
INPUTS: tuple[Input, ...] = (
    amount("x", -5_000, 200_000), amount("y", 0, 5_000_000), amount("n", 0, 9, Count), amount("d", 1, 12, Count),
    amount("m", 0, 60, Months), amount("t", 0, 1, Truth), option_input("s", Soort, HUISHOUDEN, "s", "s"),
    amount("p", 0, 90_000, level=PERSOON),
)  # fmt: skip
PARAMETERS = (
    Parameter("g.aandeel", Share, None, Fraction(1, 8), ""),
    Parameter("g.derde", Share, None, Fraction(1, 3), ""),
    Parameter("g.bedrag", Cents, None, 21_900, ""),
    Parameter("g.deler", Count, None, 7, ""),
    Parameter("g.tabel", Cents, Soort, {soort: 11_111 * n for n, soort in enumerate(Soort)}, ""),
    Parameter("g.aandelen", Share, Soort, {soort: Fraction(n, 5) for n, soort in enumerate(Soort)}, ""),
    Parameter("g.keus", Choice, Soort, 3, ""),
)
KNOWN: dict[str, Interval] = {
    **{one.name: (one.low, one.high) for one in INPUTS},
    "g.aandeel": (0, 1), "g.derde": (0, 1), "g.bedrag": (0, 2**16), "g.deler": (4, 8), "g.tabel": (0, 2**16),
    "g.aandelen": (0, 1),
    "g.keus": (0, 3),
}  # fmt: skip


class Grower:
    """Grows formulas of each kind; `known` are the bounds of what they may read, `made` the rules that there are."""

    def __init__(self, chance: Random, level: Level = HUISHOUDEN, made: dict[str, tuple[Rule, ...]] | None = None) -> None:
        self.chance, self.level = chance, level
        self.rules = RuleSet({} if made is None else made, {one.name: one for one in INPUTS}, ())
        self.known = dict(KNOWN)
        self.cents = [symbol("x", Cents), symbol("y", Cents), Cents("param", "g.bedrag")]
        self.cents += [symbol("p", Cents)] if level == PERSOON else [total(symbol("p", Cents))]

    def amount(self, depth: int) -> Cents:
        """A formula of cents."""
        if depth == 0:
            return self.chance.choice([*self.cents, Cents("const", self.chance.randint(-300, 30_000))])
        one, other = self.amount(depth - 1), self.amount(self.chance.randrange(depth))
        grown = self.chance.choice([
            lambda: one + other, lambda: one - other, lambda: smallest(one, other), lambda: largest(one, other),
            lambda: one * self.count(depth - 1), lambda: when(self.truth(depth - 1), one, other), lambda: self.part(one),
            lambda: self.part(one), lambda: self.above_zero(one) // self.divisor(),
            lambda: Table("g.tabel", Cents, Soort)[self.option()],
        ])()  # fmt: skip
        return self.small(grown)

    def small(self, grown: Cents) -> Cents:
        """Cut off where it may grow too large."""
        low, high = interval(grown, self.known, self.rules)
        grown = grown if high < TOO_LARGE else smallest(grown, TOO_LARGE)
        return grown if low > -TOO_LARGE else largest(grown, -TOO_LARGE)

    def above_zero(self, one: Cents) -> Cents:
        """Never below zero."""
        return one if interval(one, self.known, self.rules)[0] >= 0 else largest(one, 0)

    def part(self, one: Cents) -> Cents:
        """A share of an amount."""
        which: Share = self.chance.choice([
            Share("param", "g.aandeel"), Share("param", "g.derde"), Table("g.aandelen", Share, Soort)[self.option()],
            ratio(symbol("n", Count) + 1, self.divisor() * 10),
        ])  # fmt: skip
        return share(self.above_zero(one), which, self.chance.choice([HALF_UP, HALF_UP, DOWN, UP]))

    def divisor(self) -> Count:
        """A number of at least one."""
        return self.chance.choice([symbol("d", Count), Count("param", "g.deler"), symbol("n", Count) + 1, Count("const", 3)])

    def count(self, depth: int) -> Count:
        """A small number."""
        leaves = [symbol("n", Count), symbol("d", Count), Count("const", self.chance.randint(0, 4))]
        if depth == 0:
            return self.chance.choice(leaves)
        return self.chance.choice(
            [self.count(0) + self.count(0), self.count(0) // self.divisor(), when(self.truth(0), 0, self.count(0))]
        )

    def option(self) -> Choice[Soort]:
        """An option."""
        own, set_by_town = symbol("s", Choice, Soort), Choice[Soort]("param", "g.keus", options=Soort)
        return self.chance.choice([own, set_by_town, when(self.truth(0), own, Soort.TWEE)])

    def truth(self, depth: int) -> Truth:
        """A condition."""
        if depth == 0:
            return self.chance.choice([
                symbol("t", Truth), self.amount(0) < self.amount(0), self.amount(0) >= 0,
                symbol("m", Months) <= self.chance.randint(0, 60),
                symbol("s", Choice, Soort) == self.chance.choice(list(Soort)), symbol("n", Count) != 3,
            ])  # fmt: skip
        one, other = self.truth(depth - 1), self.truth(0)
        return self.chance.choice([one & other, one | other, ~one, self.amount(depth - 1) <= self.amount(0)])


def a_rule_set(chance: Random, count: int) -> RuleSet:
    """Rules on two levels that read each other, this month and last month."""
    made: dict[str, tuple[Rule, ...]] = {}
    below, above = Grower(chance, PERSOON, made), Grower(chance, HUISHOUDEN, made)
    names = [f"r{number}" for number in range(count)]
    levels = {name: PERSOON if number < count // 3 else HUISHOUDEN for number, name in enumerate(names)}
    for name in names:
        grower = below if levels[name] == PERSOON else above
        for other in names:  # Whatever is looked back at is bounded, because every rule is cut off.
            if levels[other] <= levels[name]:
                grower.known[f"previous {other}"] = (-TOO_LARGE, TOO_LARGE)
        back = [previous(symbol(other, Cents)) for other in names if levels[other] <= levels[name]]
        grower.cents += chance.sample(back, min(1, len(back)))
        formula = largest(smallest(grower.amount(3), TOO_LARGE), -TOO_LARGE)
        made[name] = (rule_of(name, formula, level=levels[name], start=chance.randint(-50, 50), parameters=used(formula)),)
        for reader in (below, above) if levels[name] == HUISHOUDEN else (below,):
            reader.cents.append(symbol(name, Cents))
        if levels[name] == PERSOON:
            above.cents.append(total(symbol(name, Cents)))
        for reader in (below, above):
            reader.known[name] = (-TOO_LARGE, TOO_LARGE)
    read = {str(n.args[0]) for (one,) in made.values() for n in one.formula.walk() if n.op in ("name", "total")}
    return RuleSet.of([one for (one,) in made.values()], [one for one in INPUTS if one.name in read], names)


def used(formula: Formula) -> list[Parameter]:
    """The parameters that a formula reads."""
    found = {n.args[0] for n in formula.walk() if n.op in ("param", "at")}
    return [parameter for parameter in PARAMETERS if parameter.name in found]


def some_values(chance: Random) -> dict[str, Leaf]:
    """A value for everything a formula may read, often on an edge."""
    found: dict[str, Leaf] = {one.name: chance.choice([one.low, one.high, max(0, one.low), chance.randint(one.low, one.high)])
                              for one in INPUTS}  # fmt: skip
    found["total p"] = tuple(chance.randint(0, 90_000) for _ in range(chance.randint(0, 3)))
    for parameter in PARAMETERS:
        source = parameter.source
        found[parameter.name] = tuple(source.values()) if isinstance(source, Mapping) else source
    return found
