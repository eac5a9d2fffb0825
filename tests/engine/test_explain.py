# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A month of a household is a row of steps, each with its value and all it read."""

from __future__ import annotations

from fractions import Fraction

import pytest

from tests.engine.small import Prices, Soort, amount, life_of, rule_of, rules_of
from tests.toyland.act import OWN
from tests.toyland.town import MONTHS, Book, Stand, Woonvorm
from werkzaam.core.errors import NotCovered, RuleError
from werkzaam.core.money import DOWN, HALF_UP, UP, Rounding
from werkzaam.core.months import Month
from werkzaam.engine.explain import Given, Leaf, MonthInput, MonthSteps, evaluate, explain
from werkzaam.engine.formula import (
    Cents,
    Choice,
    Count,
    Formula,
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
from werkzaam.engine.rule import BAAN, HUISHOUDEN, PERSOON, Parameter, option_input

X, Y, N = symbol("x", Cents), symbol("y", Cents), symbol("n", Count)
T, U, S = symbol("t", Truth), symbol("u", Truth), symbol("s", Choice, Soort)
PART = Share("param", "groep.aandeel")
TABLE = Table("groep.tabel", Cents, Soort)
READ: dict[str, Leaf] = {
    "x": 70, "y": -30, "n": 7, "t": 1, "u": 0, "s": 2, "groep.aandeel": Fraction(1, 4), "groep.tabel": (5, 6, 7, 8),
    "previous x": 11, "total x": (1, 2, 3),
}  # fmt: skip


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        (X + Y, 40), (X - Y, 100), (X * N, 490), (N // 2, 3), (Y < X, 1), (X < X, 0), (X <= X, 1), (X == 70, 1), (X != 70, 0),
        (T & U, 0), (T | U, 1), (~U, 1), (when(T, X, Y), 70), (when(U, X, Y), -30), (smallest(X, Y), -30), (largest(X, Y), 70),
        (share(X, PART, HALF_UP), 18), (share(X, PART, DOWN), 17), (share(X, PART, UP), 18), (S == Soort.DRIE, 1),
        (share(X, ratio(N, N + 3), HALF_UP), 49), (TABLE[S], 7), (previous(X), 11), (total(X), 6), (when(T, Soort.TWEE, S), 1),
    ],
)  # fmt: skip
def test_each_operator_has_its_value(formula: Formula, expected: int) -> None:
    assert evaluate(formula, READ) == expected


@pytest.mark.parametrize(("rounding", "expected"), [(HALF_UP, [2, 3]), (DOWN, [2, 2]), (UP, [3, 3])])
def test_a_share_is_rounded_as_it_says(rounding: Rounding, expected: list[int]) -> None:
    assert [evaluate(share(X, PART, rounding), {**READ, "x": x}) for x in (9, 10)] == expected


def test_only_the_branch_taken_is_evaluated() -> None:
    assert evaluate(when(U, N // (N - 7), 5), READ) == 5


def family(loon: int) -> list[MonthInput]:
    """Two adults in a tower of blocks, one of whom works at the mill from the second month on."""
    household = {"woonvorm": 1, "kinderen": 2, "huur": 50_000}
    person, job = {"leeftijd": 30, "zorg": 0}, {"loon": loon, "schatting": 0, "reiskosten": 5_000, "werk": 0}
    people = {("a",): person, ("b",): {"leeftijd": 17, "zorg": 1}}
    jobs = [{}, {("a", "x"): job}, {("a", "x"): job, ("a", "y"): job}]
    return [MonthInput(month, {HUISHOUDEN: {(): household}, PERSOON: people, BAAN: some})
            for month, some in zip(MONTHS[5:], jobs, strict=False)]  # fmt: skip


def settled() -> tuple[MonthSteps, ...]:
    """Three months of the family."""
    return explain(OWN, Book(), family(105_000))


def test_a_family_in_toyland_to_the_cent() -> None:
    june, july, august = settled()
    assert june.value("norm") == 154_099 * 70 // 100 + 2 * 4_517  # One adult: (40 + 30) / 100, half up: 107,869.30.
    assert [m.value("loon_samen", ("a",)) for m in (june, july, august)] == [0, 100_000, 200_000]
    assert [m.value("vrijlating", ("a",)) for m in (june, july, august)] == [0, 21_900, 21_900]
    assert july.value("inkomen") == 78_100
    assert july.value("norm") == 108_032 + 9_034  # 154,331 x 70%, half up: 108,031.70.
    assert july.value("speelgeld") == 117_066 - 78_100
    assert august.value("verandering") == 0 - (117_066 - 78_100)


def test_each_level_has_its_own_steps() -> None:
    june, _, august = settled()
    assert [key for name, key in august.steps if name == "nettoloon"] == [("a", "x"), ("a", "y")]
    assert [key for name, key in june.steps if name == "nettoloon"] == []
    assert [key for name, key in june.steps if name == "stand"] == [("a",), ("b",)]


def test_a_step_shows_what_it_read() -> None:
    _, july, august = settled()
    assert august.steps["loon_samen", ("a",)].read == {"total nettoloon": (100_000, 100_000)}
    step = july.steps["vrijlating", ("a",)]
    assert step.read["previous maanden_vrijgelaten"] == 0
    assert step.read["loonregel.aandeel"] == Fraction(1, 4)
    assert step.rule.span.first == Month.of(2021, 7)


def test_last_month_is_remembered() -> None:
    months = [family(105_000)[n] for n in (1, 2)]
    gone = MonthInput(months[1].month + 1, {**months[1].records, BAAN: {}})
    found = explain(OWN, Book(), [*months, gone])
    assert [m.value("maanden_in_dienst", ("a", "x")) for m in found[:2]] == [1, 2]
    assert [m.value("stand", ("a",)) for m in found] == [list(Stand).index(s) for s in (Stand.BEGIN, Stand.VAST, Stand.RUST)]
    assert found[0].value("schuld") == 12_345 + 3_210  # The start value, and less than half a norm is due.


def test_a_person_reads_the_household_of_last_month_and_the_other_way_round() -> None:
    _, july, august = settled()
    assert july.value("terugbetaald", ("a",)) == 3_210
    assert august.value("terugbetaald_vorige_maand", ("a",)) == 3_210
    assert august.value("terugbetaald_vorige_maand", ("b",)) == 0


def test_a_refusal_names_the_article() -> None:
    records = {
        HUISHOUDEN: {(): {"woonvorm": list(Woonvorm).index(Woonvorm.TREIN), "kinderen": 11, "huur": 0}},
        PERSOON: {},
        BAAN: {},
    }
    with pytest.raises(NotCovered, match=r"more than ten children in a train. \(municipal policy: speelwet 17; 2021-01\)"):
        explain(OWN, Book(), [MonthInput(MONTHS[0], records)])


def test_a_gap_between_months_is_refused() -> None:
    life = family(0)
    with pytest.raises(RuleError, match="Month 2021-08 follows 2021-06; months are evaluated without gaps"):
        explain(OWN, Book(), [life[0], life[2]])


def test_a_table_is_looked_up_by_option() -> None:
    table = Parameter("groep.tabel", Cents, Soort, {soort: 10 * n for n, soort in enumerate(Soort)}, "")
    rules = rules_of([rule_of("a", TABLE[S] + 1, parameters=[table])], [option_input("s", Soort, HUISHOUDEN, "", "")])
    found = explain(rules, Prices(), life_of({"s": 0}, {"s": 3}))
    assert [m.value("a") for m in found] == [1, 31]
    assert found[1].steps["a", ()].read == {"s": 3, "groep.tabel": (0, 10, 20, 30)}


def test_a_book_says_where_a_number_comes_from() -> None:
    found = Book().given(OWN.parameters["loonregel.maximum"], Month.of(2021, 8))
    assert found == (Given(21_900, "loon maximum", Month.of(2021, 7)),)


def test_a_life_of_one_month_needs_no_past() -> None:
    rules = rules_of([rule_of("a", previous(symbol("a", Cents)) + X, start=5)], [amount("x", 0, 9)])
    assert [m.value("a") for m in explain(rules, Prices(), life_of({"x": 1}, {"x": 2}))] == [6, 8]
