# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A formula is a tree of whole numbers, and whatever it cannot say is refused with what to write instead."""

from __future__ import annotations

import operator
from collections.abc import Callable
from enum import Enum
from typing import Any

import pytest

from tests.engine.small import Soort
from werkzaam.core.errors import RuleError
from werkzaam.core.money import HALF_UP
from werkzaam.engine.formula import (
    OPERATORS,
    Cents,
    Choice,
    Count,
    Formula,
    Months,
    Number,
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
)

X, Y, N, M = symbol("x", Cents), symbol("y", Cents), symbol("n", Count), symbol("m", Months)
T, U = symbol("t", Truth), symbol("u", Truth)
S = symbol("s", Choice, Soort)
PART = Share("param", "groep.aandeel")


class Ander(Enum):
    """Options of something else."""

    EEN = 1
    TWEE = 2


REFUSED: list[tuple[Callable[[], Any], str]] = [
    (lambda: bool(X < Y), r"write when\(condition, then, otherwise=...\)"),
    (lambda: T and U, "&, |, ~"),
    (lambda: T or U, "&, |, ~"),
    (lambda: not T, "&, |, ~"),
    (lambda: min(X, Y), "smallest"),
    (lambda: max(X, Y), "largest"),
    (lambda: 0 < X < Y, "chained comparison"),
    (lambda: X if T else Y, "when"),
    (lambda: sum(X), "total"),
    (lambda: [*X], "loop"),
    (lambda: float(X), "whole cents"),
    (lambda: int(X), "values are filled in"),
    (lambda: X / 2, "share"),
    (lambda: X % 2, r"x - \(x // n\) \* n"),
    (lambda: round(X), "names its rounding"),
    (lambda: round(X, 2), "names its rounding"),
    (lambda: T == U, "only numbers and options are compared"),
    (lambda: T != U, "only numbers and options are compared"),
    (lambda: PART == PART, "only numbers and options are compared"),
    (lambda: X + M, "kinds do not mix"),
    (lambda: X - N, "kinds do not mix"),
    (lambda: M < X, "kinds do not mix"),
    (lambda: X == M, "kinds do not mix"),
    (lambda: X != "x", "kinds do not mix"),
    (lambda: X + 0.5, "kinds do not mix"),
    (lambda: X + True, "kinds do not mix"),
    (lambda: X * Y, "kinds do not mix"),
    (lambda: X // Y, "kinds do not mix"),
    (lambda: T & X, "kinds do not mix"),
    (lambda: T | 1, "kinds do not mix"),
    (lambda: S == Ander.EEN, "kinds do not mix"),
    (lambda: S == 1, "kinds do not mix"),
    (lambda: symbol("ander", Choice, Ander) == S, "kinds do not mix"),
    (lambda: when(X, Y, 0), "Truth was expected"),
    (lambda: when(T, X, M), "kinds do not mix"),
    (lambda: when(T, X, True), "kinds do not mix"),
    (lambda: when(T, S, Ander.EEN), "kinds do not mix"),
    (lambda: when(T, S, symbol("ander", Choice, Ander)), "kinds do not mix"),
    (lambda: when(T, Soort.EEN, Ander.EEN), "kinds do not mix"),
    (lambda: smallest(X, M), "kinds do not mix"),
    (lambda: smallest(T, U), "chooses between numbers"),
    (lambda: largest(S, S), "chooses between numbers"),
    (lambda: share(X, X, HALF_UP), "share.amount, aandeel, HALF_UP. was expected"),
    (lambda: share(M, PART, HALF_UP), "was expected"),
    (lambda: share(X, PART, "half up"), "was expected"),
    (lambda: share(X, when(T, PART, PART), HALF_UP), "choose between two shares"),
    (lambda: share(X, symbol("aandeel", Share), HALF_UP), "choose between two shares"),
    (lambda: ratio(X, N), "kinds do not mix"),
    (lambda: previous(X + 1), "takes the name of a rule"),
    (lambda: total(X + 1), "takes a name of one level lower"),
    (lambda: total(T), "adds numbers"),
    (lambda: Table("groep.tabel", Cents, Soort)[symbol("ander", Choice, Ander)], "is looked up by Soort"),
    (lambda: Table("groep.tabel", Cents, Soort)[Ander.EEN], "is looked up by Soort"),
]


@pytest.mark.parametrize(("write", "says"), REFUSED, ids=range(len(REFUSED)))
def test_what_a_formula_cannot_say_is_refused_with_what_to_write(write: Callable[[], Any], says: str) -> None:
    with pytest.raises(RuleError, match=says):
        write()


@pytest.mark.parametrize(
    "write", [lambda: X + Y * X, lambda: -X, lambda: X**2, lambda: abs(X), lambda: T + 1, lambda: T < U, lambda: 2 // X]
)
def test_what_has_no_operator_is_refused_by_python(write: Callable[[], Any]) -> None:
    with pytest.raises((TypeError, RuleError)):
        write()


@pytest.mark.parametrize(
    ("formula", "op", "kind"),
    [
        (X + 1, "+", Cents), (1 + X, "+", Cents), (X - Y, "-", Cents), (1 - X, "-", Cents), (X * N, "*", Cents),
        (X * 2, "*", Cents), (M // 2, "//", Months), (X < Y, "<", Truth), (X <= Y, "<=", Truth), (X == Y, "==", Truth),
        (X != Y, "not", Truth), (S == Soort.TWEE, "==", Truth), (S != Soort.TWEE, "not", Truth), (T & U, "and", Truth),
        (T | U, "or", Truth), (~T, "not", Truth), (when(T, X, 0), "when", Cents), (when(T, 0, X), "when", Cents),
        (when(T, U, ~U), "when", Truth), (when(T, Soort.EEN, S), "when", Choice), (when(T, 1, 0), "when", Count),
        (smallest(X, 5), "smallest", Cents), (largest(5, X), "largest", Cents), (share(X, PART, HALF_UP), "share", Cents),
        (previous(S), "previous", Choice), (total(M), "total", Months), (ratio(N, N), "ratio", Share),
        (Table("groep.tabel", Cents, Soort)[S], "at", Cents),
    ],
)  # fmt: skip
def test_an_operator_yields_a_node_of_its_kind(formula: Formula, op: str, kind: type[Formula]) -> None:
    assert (formula.op, type(formula)) == (op, kind)
    assert op in OPERATORS


@pytest.mark.parametrize(("compare", "op", "first"), [(operator.gt, "<", Y), (operator.ge, "<=", Y), (operator.lt, "<", X)])
def test_greater_is_less_the_other_way_round(compare: Callable[[Number, Number], Truth], op: str, first: Number) -> None:
    found = compare(X, Y)
    assert found.op == op
    assert found.args[0] is first


def test_an_option_becomes_its_place_in_the_enumeration() -> None:
    assert when(T, Soort.DRIE, Soort.EEN).args[1].args == (2,)
    assert when(T, Soort.DRIE, Soort.EEN).options is Soort


def test_a_label_names_what_a_leaf_reads() -> None:
    assert [n.label for n in (X, previous(X), total(X), PART, X + Y)] == ["x", "previous x", "total x", "groep.aandeel", ""]


def test_a_walk_meets_every_node_once() -> None:
    assert [n.op for n in when(X < 1, X, X - 1).walk()] == ["when", "<", "name", "const", "name", "-", "name", "const"]


def test_equal_trees_are_the_same_and_others_are_not() -> None:
    assert when(X < 1, X, Y).same_as(when(X < 1, X, Y))
    assert not when(X < 1, X, Y).same_as(when(X < 2, X, Y))
    assert not Cents("const", 1).same_as(Count("const", 1))
    assert share(X, PART, HALF_UP).same_as(share(X, PART, HALF_UP))
