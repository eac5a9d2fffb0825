# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Numbers of the law come from facts and regimes: a formula holds no number but 0 and 1."""

from __future__ import annotations

import ast

from tests.house.tree import Finding, Module, judge, modules, settle

DECORATORS = {"rule", "refusal"}


def is_formula(node: ast.AST) -> bool:
    """Whether a function is read as a rule."""
    if not isinstance(node, ast.FunctionDef):
        return False
    calls = (decorator for decorator in node.decorator_list if isinstance(decorator, ast.Call))
    return any(ast.unparse(call.func).split(".")[-1] in DECORATORS for call in calls)


def numbers(module: Module) -> list[Finding]:
    """Numeric literals other than 0 and 1 in the bodies of rules."""
    found = []
    for node, place in module.nodes():
        if is_formula(node) and isinstance(node, ast.FunctionDef):
            constants = (part for line in node.body for part in ast.walk(line) if isinstance(part, ast.Constant))
            strange = (part for part in constants if isinstance(part.value, int | float) and part.value not in (0, 1))
            found += [Finding(place, f"holds the number {part.value}, line {part.lineno}") for part in strange]
    return found


def test_formulas_take_their_numbers_from_facts_and_regimes() -> None:
    settle("literal", [finding for module in modules("rules") for finding in numbers(module)])


def test_the_check_sees_numbers_in_formulas_only() -> None:
    rule = "@rule(law='Pw 1', level=1, start=13)\ndef f(x):\n    '''Docs 5.'''\n    return x * {number} + 1\n"
    assert judge(numbers, rule.format(number=12)) == ["holds the number 12, line 4"]
    assert judge(numbers, rule.format(number=0)) == []
    assert judge(numbers, "x = 12\ndef f(): return 12") == []
