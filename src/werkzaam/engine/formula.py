# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Formulas over whole numbers: a closed set of operators that a rule's body is made of.

A rule is an ordinary Python function. Called once with symbols it yields a formula: a tree of nodes,
each of one kind (Cents, Months, Count, Truth, Share, Choice). Kinds do not mix: cents plus months is
refused by the type checker and again when the rule is read. Everything the engine does (explain,
compile, print, analyse) reads these trees.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from typing import Any, Generic, NoReturn, TypeVar, overload

from werkzaam.core.errors import RuleError
from werkzaam.core.money import Rounding

LEAVES = frozenset({"name", "param", "previous", "total"})
NAMING = LEAVES | {"at"}
COMPARISONS = frozenset({"<", "<=", "=="})
OPERATORS = (
    "const", *sorted(LEAVES), "at", "+", "-", "*", "//", *sorted(COMPARISONS),
    "and", "or", "not", "when", "smallest", "largest", "share", "ratio",
)  # fmt: skip

N = TypeVar("N", bound="Number")
F = TypeVar("F", bound="Formula")
E = TypeVar("E", bound=Enum)


class Formula:
    """One node: an operator and its arguments (formulas, or plain data in leaves)."""

    __slots__ = ("op", "args", "options")

    def __init__(self, op: str, *args: Any, options: type[Enum] | None = None) -> None:
        self.op, self.args, self.options = op, args, options

    __hash__ = object.__hash__

    @property
    def label(self) -> str:
        """Key of a leaf among the values of a step: `nettoloon`, `norm.bedrag`, `previous premie`; empty for operators."""
        if self.op in ("name", "param", "at"):
            return str(self.args[0])
        return f"{self.op} {self.args[0]}" if self.op in LEAVES else ""

    def children(self) -> tuple[Formula, ...]:
        return tuple(a for a in self.args if isinstance(a, Formula))

    def walk(self) -> Iterator[Formula]:
        """This node and all below it, depth first."""
        yield self
        for child in self.children():
            yield from child.walk()

    def same_as(self, other: Formula) -> bool:
        """Structural equality; `==` on symbols makes a formula instead."""
        if self.op != other.op or type(self) is not type(other) or len(self.args) != len(other.args):
            return False
        pairs = zip(self.args, other.args, strict=True)
        return all(a.same_as(b) if isinstance(a, Formula) and isinstance(b, Formula) else a is b or a == b
                   for a, b in pairs)  # fmt: skip

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.op}, {', '.join(map(repr, self.args))})"

    def _refuse(self, what: str, instead: str) -> NoReturn:
        raise RuleError(f"{what} cannot be used on a symbol ({self!r}); write {instead}.")

    def __bool__(self) -> bool:
        self._refuse("if, and, or, not, min, max or a chained comparison",
                     "when(condition, then, otherwise=...), &, |, ~, smallest(...) or largest(...)")  # fmt: skip

    def __eq__(self, other: object) -> NoReturn:
        self._refuse("== or !=", "a condition as it is or with ~; only numbers and options are compared")

    def __iter__(self) -> NoReturn:
        self._refuse("sum or a loop", "total(x) to add over persons or jobs")

    def __float__(self) -> NoReturn:
        self._refuse("float", "whole cents; a share is taken with share(x, aandeel, HALF_UP)")

    def __int__(self) -> NoReturn:
        self._refuse("int", "a formula; values are filled in when it is evaluated")

    def __truediv__(self, other: object) -> NoReturn:
        self._refuse("/", "share(x, aandeel, HALF_UP) or // on whole numbers")

    def __mod__(self, other: object) -> NoReturn:
        self._refuse("%", "x - (x // n) * n")

    def __round__(self, digits: int = 0) -> NoReturn:
        self._refuse("round", "share(x, aandeel, HALF_UP), which names its rounding")


def constant(kind: type[F], value: Any, like: Formula | None = None) -> F:
    """A number, truth or option as a node of this kind; anything else is refused."""
    if isinstance(value, kind) and (like is None or value.options is like.options):
        return value
    if isinstance(value, Enum) and like is not None and isinstance(value, like.options or ()):
        return kind("const", list(type(value)).index(value), options=type(value))
    if isinstance(value, int) and issubclass(kind, Truth if isinstance(value, bool) else Number):
        return kind("const", int(value))
    found = type(value).__name__ if not isinstance(value, Formula) else f"{type(value).__name__} {value!r}"
    raise RuleError(f"{kind.__name__} was expected beside {like!r}, found {found}; kinds do not mix.")


class Truth(Formula):
    """Yes or no; combine with &, | and ~."""

    __slots__ = ()

    def __and__(self, other: Truth) -> Truth:
        return Truth("and", self, constant(Truth, other, self))

    def __or__(self, other: Truth) -> Truth:
        return Truth("or", self, constant(Truth, other, self))

    def __invert__(self) -> Truth:
        return Truth("not", self)


class Number(Formula):
    """A whole number of one kind."""

    __slots__ = ()

    def _with(self: N, op: str, other: N | int) -> N:
        return type(self)(op, self, constant(type(self), other, self))

    def _compare(self: N, op: str, other: N | int, swap: bool = False) -> Truth:
        second = constant(type(self), other, self)
        return Truth(op, second, self) if swap else Truth(op, self, second)

    def __add__(self: N, other: N | int) -> N:
        return self._with("+", other)

    def __radd__(self: N, other: int) -> N:
        return constant(type(self), other, self)._with("+", self)

    def __sub__(self: N, other: N | int) -> N:
        return self._with("-", other)

    def __rsub__(self: N, other: int) -> N:
        return constant(type(self), other, self)._with("-", self)

    def __mul__(self: N, other: Count | int) -> N:
        return type(self)("*", self, constant(Count, other, self))

    def __floordiv__(self: N, other: Count | int) -> N:
        return type(self)("//", self, constant(Count, other, self))

    def __lt__(self: N, other: N | int) -> Truth:
        return self._compare("<", other)

    def __le__(self: N, other: N | int) -> Truth:
        return self._compare("<=", other)

    def __gt__(self: N, other: N | int) -> Truth:
        return self._compare("<", other, swap=True)

    def __ge__(self: N, other: N | int) -> Truth:
        return self._compare("<=", other, swap=True)

    def __eq__(self, other: object) -> Truth:  # type: ignore[override]
        return Truth("==", self, constant(type(self), other, self))

    def __ne__(self, other: object) -> Truth:  # type: ignore[override]
        return ~(self == other)

    __hash__ = Formula.__hash__


class Cents(Number):
    """An amount in whole euro cents."""

    __slots__ = ()


class Months(Number):
    """A number of calendar months."""

    __slots__ = ()


class Count(Number):
    """A plain number: persons, jobs, weeks, a factor."""

    __slots__ = ()


class Share(Formula):
    """An exact share of one (a percentage); it only ever stands inside share(...)."""

    __slots__ = ()


class Choice(Formula, Generic[E]):
    """One option of an enumeration."""

    __slots__ = ()

    def __eq__(self, other: object) -> Truth:  # type: ignore[override]
        return Truth("==", self, constant(Choice, other, self))

    def __ne__(self, other: object) -> Truth:  # type: ignore[override]
        return ~(self == other)

    __hash__ = Formula.__hash__


def _join(first: Any, second: Any) -> tuple[Formula, Formula]:
    """Two alternatives as nodes of one kind."""
    model = first if isinstance(first, Formula) else second if isinstance(second, Formula) else None
    if model is not None:
        kind = type(model)
        return constant(kind, first, model), constant(kind, second, model)
    if isinstance(first, Enum):
        shape = Choice[Any]("const", 0, options=type(first))
        return constant(Choice, first, shape), constant(Choice, second, shape)
    return constant(Count, first), constant(Count, second)


@overload
def when(condition: Truth, then: Choice[E] | E, otherwise: Choice[E] | E) -> Choice[E]: ...
@overload
def when(condition: Truth, then: Truth, otherwise: Truth) -> Truth: ...
@overload
def when(condition: Truth, then: N | int, otherwise: N | int) -> N: ...
def when(condition: Truth, then: Any, otherwise: Any) -> Any:
    """`then` where the condition holds, `otherwise` where it does not."""
    one, other = _join(then, otherwise)
    return type(one)("when", constant(Truth, condition), one, other, options=one.options)


def smallest(first: N, second: N | int) -> N:
    """The smaller of two numbers of one kind."""
    return _either("smallest", first, second)


def largest(first: N, second: N | int) -> N:
    """The larger of two numbers of one kind."""
    return _either("largest", first, second)


def _either(op: str, first: N, second: N | int) -> N:
    one, other = _join(first, second)
    if not isinstance(one, Number):
        raise RuleError(f"{op}(...) chooses between numbers, found {one!r}; write when(condition, then, otherwise=...).")
    return type(one)(op, one, other)  # type: ignore[return-value]


def share(amount: Cents, part: Share, rounding: Rounding) -> Cents:
    """The part of an amount of zero or more, rounded to whole cents in the named way."""
    if not isinstance(part, Share) or not isinstance(amount, Cents) or not isinstance(rounding, Rounding):
        raise RuleError(f"share(amount, aandeel, HALF_UP) was expected; found share({amount!r}, {part!r}, {rounding!r}).")
    if part.op not in ("param", "at", "ratio"):
        raise RuleError(f"share(...) takes a parameter, a table look-up or ratio(...), found {part!r}; choose between two shares "
                        "with when(condition, share(x, a, HALF_UP), otherwise=share(x, b, HALF_UP)).")  # fmt: skip
    return Cents("share", amount, part, rounding)


def ratio(numerator: Count, denominator: Count) -> Share:
    """A share that depends on the household, such as (40 + 30 x A) / (100 x A); kept exact inside share(...)."""
    return Share("ratio", constant(Count, numerator), constant(Count, denominator))


def previous(value: F) -> F:
    """The value of another rule, or of this one, last month; its start value stands in its decorator."""
    if value.op != "name":
        raise RuleError(f"previous(...) takes the name of a rule, found {value!r}.")
    return type(value)("previous", *value.args, options=value.options)


def total(value: N) -> N:
    """The sum over the jobs of a person, or over the persons of a household."""
    if value.op != "name":
        raise RuleError(f"total(...) takes a name of one level lower, found {value!r}.")
    if not isinstance(value, Number):
        raise RuleError(f"total(...) adds numbers, found {value!r}; count with when({value.args[0]}, 1, otherwise=0).")
    return type(value)("total", *value.args)


def symbol(name: str, kind: type[F], options: type[Enum] | None = None) -> F:
    """The symbol a rule's argument stands for."""
    return kind("name", name, options=options)


class Table(Generic[E, F]):
    """A parameter with one value per option of an enumeration; `table[choice]` or `table[Option.NAME]` looks it up."""

    def __init__(self, name: str, kind: type[F], options: type[E]) -> None:
        self.name, self.kind, self.options = name, kind, options

    def __getitem__(self, choice: Choice[E] | E) -> F:
        if isinstance(choice, self.options):
            choice = Choice("const", list(self.options).index(choice), options=self.options)
        if not isinstance(choice, Choice) or choice.options is not self.options:
            raise RuleError(f"{self.name} is looked up by {self.options.__name__}, found {choice!r}.")
        return self.kind("at", self.name, choice)
