# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The text of a kernel: narrow divisions only where they are exact, and names that cannot collide."""

from __future__ import annotations

import re
from fractions import Fraction

import pytest

from tests.engine.small import Prices, amount, differences, life_of, rule_of, rules_of
from tests.toyland.town import MONTHS
from werkzaam.core.errors import RuleError
from werkzaam.core.money import HALF_UP
from werkzaam.engine.compile import Source
from werkzaam.engine.formula import Cents, Count, Share, previous, ratio, share, smallest, symbol
from werkzaam.engine.kernel import Kernel, make
from werkzaam.engine.place import argument
from werkzaam.engine.rule import Parameter

X, N, D = symbol("x", Cents), symbol("n", Count), symbol("d", Count)
THIRDS = Parameter("groep.aandeel", Share, None, Fraction(2, 3), "")
PART = Share("param", "groep.aandeel")


def source(high: int) -> Source:
    """A share of an amount up to a bound."""
    rules = rules_of([rule_of("a", share(X, PART, HALF_UP), parameters=[THIRDS])], [amount("x", 0, high)])
    return make(rules, ("a",), Prices(), MONTHS, None).source


def test_a_division_is_narrow_only_where_the_bounds_prove_it_exact() -> None:
    assert "uint32(" in source(500_000_000).text(cache=False)
    assert "uint32(" not in source(5_000_000_000).text(cache=False)


def test_a_share_that_needs_more_than_64_bits_is_refused() -> None:
    with pytest.raises(RuleError, match=r"small.py:a: rule a: .* beyond 64 bits"):
        source(2**62 - 1).text(cache=False)


def test_a_divisor_wider_than_32_bits_is_not_cut_off() -> None:
    wide = [amount("n", 0, 1000, Count), amount("d", 1, 2**33, Count), amount("x", 0, 1000)]
    rules = rules_of([rule_of("a", N // D), rule_of("b", share(X, ratio(N, D), HALF_UP))], wide)
    values = [(500, 2**32 + 1, 9), (1000, 2_147_483_649, 1000), (1000, 2_999_999_999, 1000), (1000, 1, 1000)]
    assert differences(rules, [life_of({"n": n, "d": d, "x": x}) for n, d, x in values]) == []


def test_the_same_rules_give_the_same_text(toyland: Kernel) -> None:
    assert toyland.source.text(cache=True) == toyland.source.text(cache=True)
    assert "def kernel(" in toyland.source.text(cache=True)


def test_columns_are_inputs_outputs_tables_scratch_and_sums_in_that_order(toyland: Kernel) -> None:
    columns = list(toyland.source.columns)
    letters = [name[0] for name in columns if name[1:4] == "_n_"]
    assert letters == sorted(letters, key="iotsz".index)
    assert [name for name in columns if name.startswith("i_n_")] == [f"i_{argument(n)}" for n in toyland.source.inputs]


def test_a_stage_is_given_only_what_it_names(toyland: Kernel) -> None:
    text = toyland.source.text(cache=False)
    parts = re.findall(r"def (?:bad|stage_\d+)\((.*)\):\n((?:    .*\n)+)", text)
    assert len(parts) == len(toyland.source.plan.stages) + 1
    assert all(re.search(rf"\b{name}\b", body) for names, body in parts for name in names.split(", "))


def test_names_may_be_words_that_the_kernel_uses_itself() -> None:
    names = ("month", "household", "i", "c", "h", "bad", "same", "block", "blocks", "up0", "mi", "MIN", "np", "end", "range")
    a = symbol("a", Cents)
    every = smallest(previous(a) + symbol(names[0], Cents), 1000)
    for name in names[1:]:
        every = every + symbol(name, Cents)
    rules = rules_of([rule_of("a", smallest(every, 100_000), start=0)], [amount(name, 0, 150) for name in names])
    months = [{name: 7 * n + place for n, name in enumerate(names)} for place in range(3)]
    assert differences(rules, [life_of(*months)]) == []
