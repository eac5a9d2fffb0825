# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A rule set as an object of study: its branches, which of them a step took, and its mutants.

A branch is known by rule and position, such as `vrijlating/0:then`: the first argument of the formula of
`vrijlating` is a `when` whose condition held. A dated version carries its first month: `vrijlating@2021-07/0:then`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from werkzaam.core.money import DOWN, UP
from werkzaam.engine.explain import Step, evaluate
from werkzaam.engine.formula import Choice, Formula, Truth
from werkzaam.engine.graph import RuleSet
from werkzaam.engine.rule import ALWAYS, Rule
from werkzaam.engine.text import formula_text

Place = tuple[int, ...]
"""The way down from a formula to one of its nodes: which argument, each time."""

_OUTCOMES = {
    "when": ("then", "otherwise"),
    "smallest": ("first", "second"),
    "largest": ("first", "second"),
    "and": ("first holds", "first fails", "second holds", "second fails"),
    "or": ("first holds", "first fails", "second holds", "second fails"),
}


@dataclass(frozen=True)
class Branch:
    """One thing that can happen in a formula, with the text of the node where it happens."""

    id: str
    words: str
    where: str


def branches(rules: RuleSet) -> tuple[Branch, ...]:
    """Every branch of every version of every rule, in the order of the formulas."""
    return tuple(Branch(_id(rule, place, outcome), formula_text(node, "en"), rule.where)
                 for rule in rules.versions()
                 for place, node in places(rule.formula)
                 for outcome in _OUTCOMES.get(node.op, ()))  # fmt: skip


def taken(step: Step) -> frozenset[str]:
    """The ids of the branches that a step took; two equal sides of smallest or largest take neither."""
    return frozenset(_id(step.rule, place, outcome) for place, outcome in _taken(step.rule.formula, (), step))


def places(formula: Formula, at: Place = ()) -> Iterator[tuple[Place, Formula]]:
    """Every node with its place, depth first."""
    yield at, formula
    for number, child in _numbered(formula):
        yield from places(child, (*at, number))


def _numbered(node: Formula) -> list[tuple[int, Formula]]:
    return [(number, child) for number, child in enumerate(node.args) if isinstance(child, Formula)]


def _id(rule: Rule, place: Place, outcome: str) -> str:
    version = "" if rule.span == ALWAYS else f"@{rule.span.first}"
    return f"{rule.name}{version}{''.join(f'/{number}' for number in place)}:{outcome}"


def _taken(node: Formula, at: Place, step: Step) -> Iterator[tuple[Place, str]]:
    """What happened in a node and below it; what was not evaluated did not happen."""
    away = None
    if node.op == "when":
        holds = bool(evaluate(node.args[0], step.read))
        yield at, "then" if holds else "otherwise"
        away = 2 if holds else 1
    elif node.op in ("smallest", "largest"):
        first, second = (evaluate(child, step.read) for child in node.children())
        if first != second:
            yield at, "first" if (first < second) == (node.op == "smallest") else "second"
    elif node.op in ("and", "or"):
        for which, child in zip(("first", "second"), node.children(), strict=True):
            yield at, f"{which} {'holds' if evaluate(child, step.read) else 'fails'}"
    for number, child in _numbered(node):
        if number != away:
            yield from _taken(child, (*at, number), step)


# -- mutants -----------------------------------------------------------------------------------------

_SWAPPED = {"+": "-", "-": "+", "<": "<=", "<=": "<", "smallest": "largest", "largest": "smallest", "and": "or", "or": "and"}


def mutants(rules: RuleSet) -> Iterator[tuple[str, RuleSet]]:
    """Every rule set that differs in one node of one formula, with what was changed.

    A mutant is not checked: it may leave inputs unused, and its evaluation may raise.
    """
    for rule in rules.versions():
        for place, node in places(rule.formula):
            for other in _changes(node, rules):
                words = f"{rule.where}: {_id(rule, place, node.op)}: {formula_text(node, 'en')} -> {formula_text(other, 'en')}"
                yield words, _with(rules, rule, replace(rule, formula=_put(rule.formula, place, other)))


def _changes(node: Formula, rules: RuleSet) -> Iterator[Formula]:
    """What may stand in place of a node to make the rule wrong."""
    op, args, kind = node.op, node.args, type(node)
    if op in _SWAPPED:
        yield kind(_SWAPPED[op], *args, options=node.options)
    elif op == "==":
        yield Truth("not", node)
    elif op == "when":
        yield kind("when", args[0], args[2], args[1], options=node.options)
    elif op in ("not", "*", "//"):
        yield args[0]
    elif op == "share":
        yield kind("share", args[0], args[1], UP if args[2] is DOWN else DOWN)
        yield args[0]
    elif op == "previous":
        yield kind("const", rules.versions_of(args[0])[0].start, options=node.options)
    elif op == "const":
        yield kind("const", _other_constant(node), options=node.options)


def _other_constant(node: Formula) -> int:
    number = int(node.args[0])
    if isinstance(node, Choice):
        return (number + 1) % len(node.options or (0,))
    return 1 - number if number in (0, 1) else number + 1


def _put(formula: Formula, place: Place, node: Formula) -> Formula:
    """A formula with another node in one place."""
    if not place:
        return node
    args = [_put(a, place[1:], node) if number == place[0] else a for number, a in enumerate(formula.args)]
    return type(formula)(formula.op, *args, options=formula.options)


def _with(rules: RuleSet, old: Rule, new: Rule) -> RuleSet:
    """A rule set with one version of a rule replaced, unchecked."""
    versions: Sequence[Rule] = rules.rules[old.name]
    return RuleSet({**rules.rules, old.name: tuple(new if one is old else one for one in versions)}, rules.inputs, rules.targets)
