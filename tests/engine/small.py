# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Rule sets of a few formulas, made on the spot, and lives of one household for them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import Enum
from fractions import Fraction
from pathlib import Path

from tests.toyland.life import Life, frame
from tests.toyland.town import MONTHS
from werkzaam.core.law import LawRef
from werkzaam.core.months import Month, Span
from werkzaam.engine.explain import Given, Key, MonthInput, explain
from werkzaam.engine.formula import Cents, Formula
from werkzaam.engine.graph import RuleSet
from werkzaam.engine.kernel import Kernel, make
from werkzaam.engine.rule import ALWAYS, HUISHOUDEN, Input, Level, Parameter, Rule, Say

WORDS = Say("Proef", "{uitkomst}")


class Soort(Enum):
    """Four options, so that the last one is 3, which is no power of two."""

    EEN = ("een", "one")
    TWEE = ("twee", "two")
    DRIE = ("drie", "three")
    VIER = ("vier", "four")


class Prices:
    """A book in which every source is its own value."""

    def given(self, parameter: Parameter, month: Month) -> tuple[Given, ...]:
        """The source as the value, or one per option."""
        sources = parameter.source.values() if isinstance(parameter.source, Mapping) else (parameter.source,)
        return tuple(Given(value if isinstance(value, Fraction) else int(value), "test") for value in sources)


def rule_of(name: str, formula: Formula, *, level: Level = HUISHOUDEN, start: int | None = None, span: Span = ALWAYS,
            refuses: bool = False, parameters: Sequence[Parameter] = ()) -> Rule:  # fmt: skip
    """A rule without a function."""
    return Rule(name, formula, level, LawRef("Beleid", "proef"), span, start, refuses, WORDS, WORDS, "",
                f"small.py:{name}", {p.name: p for p in parameters})  # fmt: skip


def amount(name: str, low: int, high: int, kind: type[Formula] = Cents, level: Level = HUISHOUDEN) -> Input:
    """An input between two bounds."""
    return Input(name, kind, level, low, high, name, name)


def rules_of(rules: Sequence[Rule], inputs: Sequence[Input] = ()) -> RuleSet:
    """A checked rule set of which everything is asked."""
    return RuleSet.of(rules, inputs, [*dict.fromkeys(r.name for r in rules), *(i.name for i in inputs)])


def life_of(*months: Mapping[str, int], persons: Sequence[Mapping[Key, Mapping[str, int]]] = ()) -> Life:
    """A household from the first month of Toyland on: its inputs per month, and those of persons and jobs by key."""
    below = persons or [{} for _ in months]
    return tuple(
        MonthInput(MONTHS[n], {HUISHOUDEN: {(): values}, **{level: {k: v for k, v in some.items() if len(k) == level}
                                                             for level in (Level.PERSOON, Level.BAAN)}})
        for n, (values, some) in enumerate(zip(months, below, strict=True))
    )  # fmt: skip


def differences(rules: RuleSet, lives: Sequence[Life], book: object = None, kernel: Kernel | None = None,
                cache: Path | None = None, threads: int | None = None) -> list[str]:  # fmt: skip
    """Where the kernel and the explanation disagree about a rule, over all rules and all steps."""
    book = book or Prices()
    names = tuple(rules.rules)
    kernel = kernel or make(rules, names, book, MONTHS, cache)  # type: ignore[arg-type]
    out = kernel.run(frame(lives, rules, kernel), threads=threads)
    expected: dict[str, list[int]] = {name: [] for name in names}
    where: dict[str, list[str]] = {name: [] for name in names}
    for number, life in enumerate(lives):
        for month in explain(rules, book, life):  # type: ignore[arg-type]
            for (name, key), step in month.steps.items():
                expected[name].append(int(step.value))
                where[name].append(f"{name} of household {number} {key} in {month.month}")
    return [f"{place}: {value} explained, {found} in the kernel"
            for name in names
            for place, value, found in zip(where[name], expected[name], out[name].tolist(), strict=True)
            if value != found]  # fmt: skip
