# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What can be used from outside says what it yields, in a first line that ends with a full stop."""

from __future__ import annotations

import ast

from tests.house.tree import BELOW_APP, Finding, Module, judge, modules, settle

Documented = ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef


def silent(module: Module) -> list[Finding]:
    """Modules, public classes and public functions without a docstring, and first lines that do not end.

    A method may be plain enough to need no words.
    """
    found = _judged(module.tree, module.path, required=True)
    for node, place in module.nodes():
        if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            found += _judged(node, place, required=_public(node))
    return found


def _public(node: ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    overload = any(ast.unparse(decorator).endswith("overload") for decorator in node.decorator_list)
    return node.col_offset == 0 and not node.name.startswith("_") and not overload


def _judged(node: Documented, place: str, *, required: bool) -> list[Finding]:
    text = ast.get_docstring(node)
    if not text:
        return [Finding(place, "has no docstring")] if required else []
    first = text.splitlines()[0]
    return [] if first.endswith(".") else [Finding(place, f"first line does not end with a full stop: {first!r}")]


def test_everything_public_below_app_says_what_it_yields() -> None:
    settle("docstrings", [finding for module in modules(*BELOW_APP, "") for finding in silent(module)])


def test_the_check_sees_silence() -> None:
    assert judge(silent, "x = 1") == ["has no docstring"]
    assert judge(silent, '"""A."""\ndef f(): ...\n\ndef _g(): ...\n\nclass C:\n    """C."""\n\n    def m(self): ...') == [
        "has no docstring"
    ]
    assert judge(silent, '"""A."""\ndef f():\n    """Yields x"""') == ["first line does not end with a full stop: 'Yields x'"]
