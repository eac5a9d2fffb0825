# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What a rule set is made of: rules, inputs and parameters, each declared once with its words.

A rule is a noun with its law; its argument names are what it depends on; its body is the formula.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum, IntEnum
from functools import cached_property
from typing import Any, ClassVar, get_args, get_origin, get_type_hints

from werkzaam.core.errors import RuleError, WerkzaamError
from werkzaam.core.law import LawRef
from werkzaam.core.months import Month, Span
from werkzaam.engine.formula import NAMING, Choice, Formula, Share, Table, symbol

ALWAYS = Span(Month(0))


class Level(IntEnum):
    """What a value belongs to; a sum lifts one level up."""

    HUISHOUDEN = 0
    PERSOON = 1
    BAAN = 2


HUISHOUDEN, PERSOON, BAAN = Level.HUISHOUDEN, Level.PERSOON, Level.BAAN


@dataclass(frozen=True)
class Say:
    """The words of a rule in one language: a title, a sentence, and one for the outcome zero.

    `other` is a sentence for one option of a choice that the rule reads: the name of the choice, the option, and the words.
    """

    title: str
    sentence: str
    zero: str | None = None
    other: tuple[str, Enum, str] | None = None

    def under(self, words: str, renamed: Mapping[str, str]) -> Say:
        """The same words for a copy of the rule that reads renamed values."""

        def fill(text: str) -> str:
            for name, other in renamed.items():
                text = text.replace("{" + name + "}", "{" + other + "}")
            return text

        zero = None if self.zero is None else fill(self.zero)
        if self.other is None:
            return Say(f"{self.title} ({words})", fill(self.sentence), zero)
        name, option, text = self.other
        return Say(f"{self.title} ({words})", fill(self.sentence), zero, (renamed.get(name, name), option, fill(text)))


@dataclass(frozen=True, eq=False)
class Rule:
    """One version of a rule: a formula with its law, level, period and words."""

    name: str
    formula: Formula
    level: Level
    law: LawRef
    span: Span
    start: int | None
    refuses: bool
    nl: Say
    en: Say
    meaning: str
    where: str
    parameters: Mapping[str, Parameter]

    @property
    def kind(self) -> type[Formula]:
        return type(self.formula)

    @property
    def options(self) -> type[Enum] | None:
        return self.formula.options

    @cached_property
    def labels(self) -> tuple[str, ...]:
        """The labels of the leaves of its formula, each once, as they stand in it."""
        return tuple(dict.fromkeys(leaf.label for leaf in self.formula.walk() if leaf.label))

    def say(self, lang: str) -> Say:
        return self.nl if lang == "nl" else self.en


@dataclass(frozen=True, eq=False)
class Input:
    """A value that somebody delivers: its kind, level, bounds (both included) and meaning."""

    name: str
    kind: type[Formula]
    level: Level
    low: int
    high: int
    nl: str
    en: str
    options: type[Enum] | None = None
    default: int | None = None


BEFORE = "vorige."
"""Before the name of a rule: the input with its value in the month before the first row, where that is carried in."""


def option_input(name: str, options: type[Enum], level: Level, nl: str, en: str, default: int | None = None) -> Input:
    """An input that is one option of an enumeration."""
    return Input(name, Choice, level, 0, len(options) - 1, nl, en, options, default)


@dataclass(frozen=True, eq=False)
class Parameter:
    """A number that the State or the town sets; one source, or one per option for a table."""

    name: str
    kind: type[Formula]
    options: type[Enum] | None
    source: Any
    meaning: str


class Parameters:
    """A group of parameters that belong together; each annotated field names its kind and its source.

    Inside a rule `groep.veld` is a symbol (or a table of symbols); what a source is, the engine
    does not know: it hands it to the book that is asked for the value of a month.
    """

    group: ClassVar[str]
    members: ClassVar[dict[str, Parameter]]

    def __init_subclass__(cls, group: str) -> None:
        cls.group, cls.members = group, {}
        for name, hint in get_type_hints(cls).items():
            if name in ("group", "members"):
                continue
            full, source = f"{group}.{name}", cls.__dict__[name]
            kind, options = _shape(hint)
            cls.members[full] = Parameter(full, kind, options, source, inspect.getdoc(cls) or "")
            is_table = get_origin(hint) is Table
            if is_table and (not isinstance(source, Mapping) or set(source) != set(options or ())):
                raise RuleError(f"The table {full} needs one source per option of {options}.")
            setattr(cls, name, Table(full, kind, options) if is_table and options else kind("param", full, options=options))


def _shape(hint: Any) -> tuple[type[Formula], type[Enum] | None]:
    """The kind and the enumeration in an annotation such as Cents, Choice[Leefvorm] or Table[Soort, Cents]."""
    origin = get_origin(hint)
    if origin is Table:
        options, kind = get_args(hint)
        return kind, options
    if origin is Choice:
        return Choice, get_args(hint)[0]
    if isinstance(hint, type) and issubclass(hint, Formula):
        return hint, None
    raise RuleError(f"A kind such as Cents, Truth or Choice[...] was expected, found {hint!r}.")


_REGISTRY: dict[str, list[Rule]] = {}


def rules_in(module: str) -> tuple[Rule, ...]:
    """All rules that a module declared, in the order of its text."""
    return tuple(_REGISTRY.get(module, ()))


def rule(
    law: str, level: Level, *, nl: Say, en: Say, start: int | bool | Enum | None = None,
    span: Span = ALWAYS, yields: str | None = None,
) -> Callable[[Callable[..., Formula]], Rule]:  # fmt: skip
    """Read a function as a rule; `yields` names the value when a dated version needs its own function name."""
    first = list(type(start)).index(start) if isinstance(start, Enum) else None if start is None else int(start)

    def read(function: Callable[..., Formula]) -> Rule:
        return _register(function, yields or function.__name__, level, law, span, first, False, nl, en)

    return read


def refusal(
    law: str, level: Level, *, nl: Say, en: Say, span: Span = ALWAYS, yields: str | None = None
) -> Callable[[Callable[..., Formula]], Rule]:
    """Read a function as a refusal: where it holds, the situation is not covered, and the article says which."""

    def read(function: Callable[..., Formula]) -> Rule:
        return _register(function, yields or function.__name__, level, law, span, None, True, nl, en)

    return read


def _register(function: Callable[..., Formula], name: str, level: Level, law: str, span: Span,
              start: int | None, refuses: bool, nl: Say, en: Say) -> Rule:  # fmt: skip
    where = f"{function.__code__.co_filename}:{function.__code__.co_firstlineno}"
    try:
        formula, parameters = _trace(function)
        if isinstance(formula, Share):
            raise RuleError("yields a share; a share only stands inside share(...). Let the rule yield the amount.")
        read = Rule(name, formula, level, LawRef.parse(law), span, start, refuses, nl, en,
                    inspect.getdoc(function) or "", where, parameters)  # fmt: skip
    except (WerkzaamError, AttributeError, NameError, TypeError) as error:
        raise RuleError(f"{where}: rule {name}: {error}") from error
    _REGISTRY.setdefault(function.__module__, []).append(read)
    return read


def _trace(function: Callable[..., Formula]) -> tuple[Formula, dict[str, Parameter]]:
    """Call a rule once with symbols; returns its formula and the parameters in it."""
    hints = get_type_hints(function)
    result = hints.pop("return", None)
    arguments: dict[str, Any] = {}
    members: dict[str, Parameter] = {}
    for name in inspect.signature(function).parameters:
        if name not in hints:
            raise RuleError(f"argument {name} has no kind; annotate it, for example {name}: Cents.")
        hint = hints[name]
        if isinstance(hint, type) and issubclass(hint, Parameters):
            arguments[name] = hint
            members.update(hint.members)
        else:
            arguments[name] = symbol(name, *_shape(hint))
    formula = function(**arguments)
    kind, options = _shape(result)
    if not isinstance(formula, kind) or formula.options is not options:
        raise RuleError(f"yields {formula!r}, but is annotated as {result}.")
    return formula, _used(formula, arguments, members)


def _used(formula: Formula, arguments: Mapping[str, Any], members: Mapping[str, Parameter]) -> dict[str, Parameter]:
    """The parameters in a formula; raises RuleError for an argument that it does not use."""
    found = {str(node.args[0]) for node in formula.walk() if node.op in NAMING}
    unused = [name for name, given in arguments.items() if isinstance(given, Formula) and name not in found]
    unused += [name for name, given in arguments.items() if not isinstance(given, Formula) and found.isdisjoint(given.members)]
    if unused:
        raise RuleError(f"does not use its argument {', '.join(unused)}; remove it.")
    return {name: member for name, member in members.items() if name in found}
