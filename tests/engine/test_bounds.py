# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What cannot be proven safe for every input within its bounds is refused; what is proven holds."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from random import Random

import pytest

from tests.engine.small import amount, rule_of, rules_of
from tests.toyland import life
from tests.toyland.act import TOYLAND
from tests.toyland.town import MONTHS, Book
from werkzaam.core.errors import RuleError
from werkzaam.core.money import DOWN, HALF_UP
from werkzaam.engine.bounds import LARGEST, MONTHS_MAX, Interval, bounds
from werkzaam.engine.explain import explain
from werkzaam.engine.formula import Cents, Count, Formula, Share, largest, previous, ratio, share, smallest, symbol, total, when
from werkzaam.engine.kernel import make
from werkzaam.engine.rule import PERSOON

X, A = symbol("x", Cents), symbol("a", Cents)
N, D = symbol("n", Count), symbol("d", Count)
PART = Share("param", "groep.aandeel")
INPUTS = {
    "x": amount("x", -100, 1000), "n": amount("n", 0, 9, Count), "d": amount("d", 2, 5, Count), "big": amount("big", 0, 2**40),
    "many": amount("many", 0, 2**30, Count), "part": amount("part", -3, 7, level=PERSOON),
}  # fmt: skip
BIG, MANY, OF_PERSON = symbol("big", Cents), symbol("many", Count), symbol("part", Cents)


def proven(formula: Formula, start: int | None = None, parameters: Mapping[str, Interval] | None = None) -> tuple[int, int]:
    """The bounds of one rule called a."""
    used = {n.args[0] for n in formula.walk() if n.op in ("name", "total")} - {"a"}
    rules = rules_of([rule_of("a", formula, start=start)], [INPUTS[n] for n in sorted(used)])
    return bounds(rules, parameters or {"groep.aandeel": (0, Fraction(1, 2))})["a"]


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        (X + 5, (-95, 1005)), (X - X, (-1100, 1100)), (5 - X, (-995, 105)), (X * N, (-900, 9000)), (N // D, (0, 4)),
        (smallest(X, 7), (-100, 7)), (largest(X, 7), (7, 1000)), (when(X < 0, 3, N), (0, 9)), (X < 3, (0, 1)), (~(X < 3), (0, 1)),
        (total(OF_PERSON), (-48, 112)), (share(largest(X, 0), PART, HALF_UP), (0, 500)),
        (share(largest(X, 0), ratio(N, D), DOWN), (0, 4500)),
    ],
)  # fmt: skip
def test_the_bounds_of_each_operator(formula: Formula, expected: tuple[int, int]) -> None:
    assert proven(formula) == expected


REFUSED = {
    "division by maybe zero": (N // N, "small.py:a: rule a: divides by a number that may be below 1"),
    "division below zero": (X // D, "a number that may be below 0"),
    "ratio over maybe zero": (share(largest(X, 0), ratio(D, N), HALF_UP), "divides by a number that may be below 1"),
    "share of maybe negative": (share(X, PART, HALF_UP), r"may fall to -100 cents; write largest\(x, 0\) inside share"),
    "overflow": (BIG * MANY, "beyond 64 bits"),
    "overflow inside": (smallest(BIG * MANY, 5), "beyond 64 bits"),
    "overflow of a sum inside a condition": (when(BIG * 2**21 + BIG * 2**21 < 7, 1, 0), "beyond 64 bits"),
}


@pytest.mark.parametrize(("formula", "says"), REFUSED.values(), ids=REFUSED.keys())
def test_what_cannot_be_proven_safe_is_refused(formula: Formula, says: str) -> None:
    with pytest.raises(RuleError, match=says):
        proven(formula)


def test_a_share_below_zero_is_refused() -> None:
    with pytest.raises(RuleError, match="takes a share below zero"):
        proven(share(largest(X, 0), PART, HALF_UP), parameters={"groep.aandeel": (Fraction(-1, 2), 1)})


def test_what_accumulates_is_bounded_over_the_months_of_a_run() -> None:
    assert proven(previous(A) + X, start=0) == (-100 * MONTHS_MAX, 1000 * MONTHS_MAX)


def test_what_doubles_every_month_is_refused() -> None:
    with pytest.raises(RuleError, match="beyond 64 bits"):
        proven(previous(A) + previous(A) + 1, start=0)


def test_a_start_value_counts_although_no_month_yields_it() -> None:
    rules = rules_of([rule_of("a", largest(X, 0), start=-50), rule_of("b", previous(A))], [INPUTS["x"]])
    assert bounds(rules, {})["b"] == (-50, 1000)


def test_a_maximum_ends_what_accumulates() -> None:
    assert proven(smallest(previous(A) + BIG, 70_000), start=0) == (0, 70_000)


def test_bounds_stay_below_what_64_bits_hold() -> None:
    for low, high in bounds_of_toyland().values():
        assert -LARGEST < low <= high < LARGEST


def bounds_of_toyland() -> Mapping[str, tuple[int, int]]:
    """As the kernel proves them."""
    return make(TOYLAND, tuple(TOYLAND.rules), Book(), MONTHS, None).source.plan.bounds


def test_no_life_in_toyland_leaves_the_proven_bounds() -> None:
    proven_bounds = bounds_of_toyland()
    for one in life.lives(Random(3), TOYLAND, 300):
        for month in explain(TOYLAND, Book(), one):
            for (name, _), step in month.steps.items():
                low, high = proven_bounds[name]
                assert low <= step.value <= high, name
