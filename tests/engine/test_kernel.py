# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The kernel gives what the explanation gives, for every rule, in every month, whatever comes and goes."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from random import Random
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.engine import formulas
from tests.engine.small import Prices, Soort, amount, differences, life_of, rule_of, rules_of
from tests.toyland import life
from tests.toyland.act import TOYLAND
from tests.toyland.life import frame
from tests.toyland.town import MONTHS, Book
from werkzaam.core.errors import InputError, RuleError
from werkzaam.core.money import HALF_UP
from werkzaam.core.months import Span
from werkzaam.engine import kernel as kernel_module
from werkzaam.engine.bounds import CHILDREN_MAX
from werkzaam.engine.explain import MonthInput
from werkzaam.engine.formula import Cents, Choice, Count, Share, Table, share, symbol, total, when
from werkzaam.engine.kernel import Frame, Kernel, make
from werkzaam.engine.rule import PERSOON, Parameter

ROWS = 20_000
X, N, S = symbol("x", Cents), symbol("n", Count), symbol("s", Choice, Soort)


def test_explanation_and_kernel_agree_on_every_rule_of_toyland(toyland: Kernel) -> None:
    lives = list(life.lives(Random(2021), TOYLAND, ROWS))
    assert sum(map(len, lives)) >= ROWS
    assert differences(TOYLAND, lives, Book(), toyland) == []


@settings(max_examples=4, phases=[Phase.explicit, Phase.generate], suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(0, 2**32))
def test_explanation_and_kernel_agree_on_random_rule_sets(seed: int) -> None:
    """Not made smaller when it fails: each try compiles for seconds, and the seed says it all."""
    chance = Random(seed)
    rules = formulas.a_rule_set(chance, 9)
    lives = list(life.lives(chance, rules, 300))
    assert differences(rules, lives) == []


def test_the_lives_try_every_rule_of_toyland(toyland: Kernel) -> None:
    """A comparison of columns that never change would prove little."""
    out = toyland.run(frame(list(life.lives(Random(1), TOYLAND, 2000)), TOYLAND, toyland))
    assert {name for name, column in out.items() if len(np.unique(column)) < 2} == {"te_vol"}


# -- what the kernel refuses -----------------------------------------------------------------------------


@pytest.fixture(scope="module")
def lived(toyland: Kernel) -> Frame:
    """Some lives as columns."""
    return frame(list(life.lives(Random(5), TOYLAND, 6000)), TOYLAND, toyland)


def with_one(columns: Frame, name: str, row: int, value: int) -> Frame:
    """The same columns with another value in one place."""
    changed = columns.inputs[name].copy()
    changed[row] = value
    return replace(columns, inputs={**columns.inputs, name: changed})


@pytest.mark.parametrize(
    ("name", "row", "value", "says"),
    [
        ("huur", 0, 200_001, "huur is 200001 in row 0 of the huishouden table; 0 to 200000 was expected"),
        ("kinderen", 4321, 13, "kinderen is 13 in row 4321 of the huishouden table; 0 to 12 was expected"),
        ("woonvorm", 17, -1, "woonvorm is -1 in row 17 of the huishouden table; 0 to 2 was expected"),
        ("leeftijd", 5000, 121, "leeftijd is 121 in row 5000 of the persoon table; 0 to 120 was expected"),
        ("zorg", 3, 2, "zorg is 2 in row 3 of the persoon table; 0 to 1 was expected"),
        ("loon", -1, -100_001, "loon is -100001 in row {last} of the baan table; -100000 to 1000000 was expected"),
    ],
)
def test_input_out_of_bounds_is_refused_by_column_and_row(
    toyland: Kernel, lived: Frame, name: str, row: int, value: int, says: str
) -> None:
    with pytest.raises(InputError) as raised:
        toyland.run(with_one(lived, name, row, value))
    assert str(raised.value) == says.format(last=len(lived.inputs["loon"]) - 1) + "."


def test_a_column_of_another_width_is_refused(toyland: Kernel, lived: Frame) -> None:
    wide = replace(lived, inputs={**lived.inputs, "kinderen": lived.inputs["kinderen"].astype(np.int64) + 256})
    with pytest.raises(InputError, match="kinderen is a column of int64; int8 was expected"):
        toyland.run(wide)


def test_a_column_that_is_too_short_is_refused(toyland: Kernel, lived: Frame) -> None:
    loon = {**lived.inputs, "loon": lived.inputs["loon"][:-1]}
    out = toyland.empty(lived)
    cut = {**out, "speelgeld": out["speelgeld"][:-1]}
    back = {**lived.back, PERSOON: lived.back[PERSOON][:-1]}
    runs = ((replace(lived, month=lived.month[:-1]), out), (replace(lived, inputs=loon), out), (replace(lived, back=back), out),
            (lived, cut))  # fmt: skip
    for (some, columns), name in zip(runs, ("month", "loon", "row before persoon", "speelgeld"), strict=True):
        with pytest.raises(InputError, match=f"^{name} has values .* was expected"):
            toyland.run(some, columns)


def test_a_month_without_parameters_is_refused(toyland: Kernel, lived: Frame) -> None:
    with pytest.raises(InputError, match="A month lies outside 2021-01 to 2022-12"):
        toyland.run(replace(lived, month=lived.month + lived.month.dtype.type(12)))


def test_more_people_than_the_bounds_are_proven_for_are_refused() -> None:
    most = CHILDREN_MAX[PERSOON]
    rules = rules_of([rule_of("a", total(X))], [amount("x", 0, 2**31 // most - 1, level=PERSOON)])
    crowd = [{(f"p{n}",): {"x": 2**31 // most - 1} for n in range(count)} for count in (most, most + 1)]
    assert differences(rules, [life_of({}, persons=crowd[:1])]) == []
    with pytest.raises(
        InputError, match=rf"Row 1 of the huishouden table has {most + 1} rows in the persoon table; at most {most} "
    ):
        differences(rules, [life_of({}, {}, persons=crowd)])


def test_months_outside_every_version_are_refused() -> None:
    rules = rules_of([rule_of("a", X + 1, span=Span.parse("2021-01", "2021-03"))], [amount("x", 0, 9)])
    with pytest.raises(RuleError, match=r"small.py:a: rule a has no version for 2021-04"):
        make(rules, ("a",), Prices(), MONTHS, None)


def test_too_many_months_are_refused() -> None:
    rules = rules_of([rule_of("a", X + 1)], [amount("x", 0, 9)])
    with pytest.raises(InputError, match="at most 600 months"):
        make(rules, ("a",), Prices(), tuple(Span.parse("1980-01", "2030-01")), None)


# -- threads, blocks, empty tables -----------------------------------------------------------------------


def same(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Whether all columns are equal."""
    return one.keys() == other.keys() and all(np.array_equal(one[name], other[name]) for name in one)


@pytest.mark.parametrize("threads", [1, 2, 3, 7])
@pytest.mark.parametrize("rows", [1, 10, 3000, 100_000])
def test_the_result_depends_on_neither_threads_nor_blocks(
    toyland: Kernel, lived: Frame, monkeypatch: pytest.MonkeyPatch, threads: int, rows: int
) -> None:
    expected = toyland.run(lived, threads=1)
    monkeypatch.setattr(kernel_module, "BLOCK_ROWS", rows)
    cut = replace(lived)
    assert (len(cut.blocks) > 300) == (rows <= 10)
    assert same(toyland.run(cut, threads=threads), expected)


def test_blocks_begin_where_households_begin(lived: Frame) -> None:
    starts = set(np.flatnonzero(np.diff(lived.household, prepend=-1)).tolist())
    assert set(lived.blocks[:-1].tolist()) <= starts
    assert lived.blocks[-1] == len(lived.household)


def test_columns_may_be_filled_again(toyland: Kernel, lived: Frame) -> None:
    out = toyland.empty(lived)
    expected = {name: column.copy() for name, column in toyland.run(lived, out).items()}
    for column in out.values():
        column[:] = -1
    assert same(toyland.run(lived, out), expected)


@pytest.mark.parametrize(
    "lives", [[], [life_of({"woonvorm": 0, "kinderen": 0, "huur": 0})]], ids=["nobody", "an empty household"]
)
def test_nothing_to_compute_is_no_error(toyland: Kernel, lives: list[tuple[MonthInput, ...]]) -> None:
    assert differences(TOYLAND, lives, Book(), toyland) == []


# -- what went wrong before ------------------------------------------------------------------------------


def test_a_total_may_be_of_an_input() -> None:
    rules = rules_of([rule_of("a", total(X))], [amount("x", 0, 50, level=PERSOON)])
    assert differences(rules, [life_of({}, {}, persons=[{("p",): {"x": 5}, ("q",): {"x": 6}}, {}])]) == []


def test_an_input_may_be_asked_for() -> None:
    rules = rules_of([rule_of("a", X + 1)], [amount("x", 0, 9)])
    kernel = make(rules, ("a", "x"), Prices(), MONTHS, None)
    out = kernel.run(frame([life_of({"x": 7}, {"x": 8})], rules, kernel))
    assert {name: column.tolist() for name, column in out.items()} == {"a": [8, 9], "x": [7, 8]}


@pytest.mark.parametrize("part", [Fraction(0), Fraction(1), Fraction(3, 2), Fraction(1, 3)])
def test_a_share_may_be_nothing_everything_or_more(part: Fraction) -> None:
    parameter = Parameter("g.deel", Share, None, part, "")
    rules = rules_of([rule_of("a", share(X, Share("param", "g.deel"), HALF_UP), parameters=[parameter])], [amount("x", 0, 9999)])
    assert differences(rules, [life_of({"x": x}) for x in (0, 1, 3333, 9999)]) == []


def test_a_parameter_may_be_a_divisor() -> None:
    parameter = Parameter("g.deler", Count, None, 12, "")
    rules = rules_of([rule_of("a", X // Count("param", "g.deler"), parameters=[parameter])], [amount("x", 0, 999)])
    assert differences(rules, [life_of({"x": x}) for x in (0, 11, 12, 999)]) == []


def test_an_option_that_the_town_sets_stays_within_its_enumeration() -> None:
    option = Parameter("g.keus", Choice, Soort, 3, "")
    table = Parameter("g.tabel", Cents, Soort, {soort: 10 * n for n, soort in enumerate(Soort)}, "")
    amounts = Table("g.tabel", Cents, Soort)
    rules = rules_of([rule_of("s", when(N == 1, Choice[Soort]("param", "g.keus", options=Soort), Soort.EEN), parameters=[option]),
                      rule_of("a", amounts[S] * N // (N + 1), parameters=[table])], [amount("n", 1, 9, Count)])  # fmt: skip
    assert differences(rules, [life_of({"n": n}) for n in range(1, 10)]) == []


# -- compiled code on disk -------------------------------------------------------------------------------

SECOND = """
import sys, pathlib
from tests.toyland.act import TOYLAND
from tests.toyland.town import MONTHS, Book
from tests.toyland.life import frame, lives
from random import Random
from werkzaam.engine.kernel import make
kernel = make(TOYLAND, tuple(TOYLAND.rules), Book(), MONTHS, pathlib.Path(sys.argv[1]))
out = kernel.run(frame(list(lives(Random(5), TOYLAND, 6000)), TOYLAND, kernel))
found = kernel.run_block.stats
print(*(sum(counter.values()) for counter in (found.cache_hits, found.cache_misses)), int(out["speelgeld"].sum()))
"""


def test_a_second_process_finds_the_compiled_kernel(toyland: Kernel, lived: Frame, cache: Path) -> None:
    expected = int(toyland.run(lived)["speelgeld"].sum())
    root = Path(__file__).parents[2]
    found = subprocess.run([sys.executable, "-c", SECOND, str(cache)], cwd=root, capture_output=True, text=True, check=False)
    hits, misses, total_speelgeld = (int(number) for number in found.stdout.split())
    assert (hits, misses, total_speelgeld) == (1, 0, expected), found.stderr


def test_other_numbers_of_the_same_size_need_no_new_kernel(cache: Path, toyland: Kernel, lived: Frame) -> None:
    kernels = set(cache.glob("kernel_*.py"))
    raised = make(TOYLAND, tuple(TOYLAND.rules), Book({"norm TREIN": 40_000}), MONTHS, cache)
    assert set(cache.glob("kernel_*.py")) == kernels
    assert not same(raised.run(lived), toyland.run(lived))


def test_other_rules_need_another_kernel(tmp_path: Path) -> None:
    for number in (1, 2):
        rules = rules_of([rule_of("a", X + number)], [amount("x", 0, 9)])
        make(rules, ("a",), Prices(), MONTHS, tmp_path)
    assert len(list(tmp_path.glob("kernel_*.py"))) == 2


def test_a_column_is_as_narrow_as_its_bounds_allow(toyland: Kernel) -> None:
    assert toyland.dtype("woonvorm") is np.int8
    assert toyland.dtype("loon") is np.int32
    assert toyland.dtype("speelgeld") is np.int32
