# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A function fits a screen and a module fits a sitting."""

from __future__ import annotations

import ast

from tests.house.tree import Finding, Module, judge, modules, python_files, settle

MODULE_AIM, MODULE_MOST = 200, 400
FUNCTION_AIM, FUNCTION_MOST = 25, 60


def long_functions(module: Module) -> list[Finding]:
    """Functions longer than the aim, counted from `def` to the end without the docstring."""
    found = []
    for node, place in module.nodes():
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            lines = (node.end_lineno or 0) - node.lineno + 1 - _docstring_lines(node)
            if lines > FUNCTION_AIM:
                found.append(Finding(place, f"is {lines} lines long; aim at {FUNCTION_AIM}", lines))
    return found


def _docstring_lines(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    first = node.body[0]
    if not ast.get_docstring(node, clean=False):
        return 0
    return (first.end_lineno or 0) - first.lineno + 1


def long_modules(module: Module, limit: int = MODULE_MOST) -> list[Finding]:
    """A module with more lines than the limit."""
    lines = module.text.count("\n")
    return [Finding(module.path, f"has {lines} lines; at most {limit}", lines)] if lines > limit else []


def test_functions_fit_a_screen() -> None:
    found = [finding for module in modules() for finding in long_functions(module)]
    never = [f"{finding.where} is {finding.size} lines" for finding in found if (finding.size or 0) > FUNCTION_MOST]
    assert not never, f"At most {FUNCTION_MOST} lines, without exemption: {never}"
    settle("function-length", found)


def test_modules_fit_a_sitting() -> None:
    for module in modules():
        for finding in long_modules(module, MODULE_AIM):
            print(f"over the aim: {finding.where} has {finding.size} lines; aim at {MODULE_AIM}")
    settle("module-length", [finding for module in python_files() for finding in long_modules(module)])


def test_the_checks_see_what_is_too_long() -> None:
    body = "".join(f"    x{line} = 1\n" for line in range(FUNCTION_AIM))
    assert judge(long_functions, "def f():\n" + body) == ["is 26 lines long; aim at 25"]
    assert judge(long_functions, 'def f():\n    """One.\n\n    Two."""\n' + body.replace("    x0 = 1\n", "")) == []
    assert judge(long_modules, "x = 1\n" * 401) == ["has 401 lines; at most 400"]
