# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Money is whole cents: no float, no true division and no unnamed rounding in the layers that compute it."""

from __future__ import annotations

import ast

import pytest

from tests.house.tree import MONEY, Finding, Module, judge, modules, settle

NO_NUMBER_OF_OURS = {"float", "float16", "float32", "float64", "double", "round"}


def inexact(module: Module) -> list[Finding]:
    """Floats, true divisions and built-in rounding; `isinstance(x, float)` may refuse one, Fraction may divide."""
    found = []
    refused = {id(part) for node, _ in module.nodes() for part in _asked_for(node)}
    for node, place in module.nodes():
        match node:
            case ast.Constant(value=float() | complex() as value):
                found.append(Finding(place, f"the float {value}, line {node.lineno}"))
            case ast.Name(id=name) | ast.Attribute(attr=name) if name in NO_NUMBER_OF_OURS and id(node) not in refused:
                found.append(Finding(place, f"{name}, line {node.lineno}"))
            case ast.BinOp(op=ast.Div()) if not (_exact(node.left) or _exact(node.right)):
                found.append(Finding(place, f"true division, line {node.lineno}; use //, share_of, Fraction or joinpath"))
            case ast.AugAssign(op=ast.Div()):
                found.append(Finding(place, f"true division, line {node.lineno}"))
    return found


def _asked_for(node: ast.AST) -> list[ast.AST]:
    """The kinds that an isinstance asks about."""
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "isinstance":
        return list(ast.walk(node.args[1]))
    return []


def _exact(operand: ast.AST) -> bool:
    """A path part in quotes, or a Fraction made on the spot."""
    if isinstance(operand, ast.Call):
        return isinstance(operand.func, ast.Name) and operand.func.id == "Fraction"
    return isinstance(operand, ast.JoinedStr) or (isinstance(operand, ast.Constant) and isinstance(operand.value, str))


def test_money_is_whole_cents_everywhere() -> None:
    pictures = "werkzaam.engine.picture"
    counted = [module for module in modules(*MONEY) if not module.name.startswith(pictures)]
    settle("no-float", [finding for module in counted for finding in inexact(module)])


@pytest.mark.parametrize(
    "source", ["x = 0.5", "x = float(y)", "x = a / b", "x /= 2", "x: float = y", "x = np.float64(y)", "x = round(y)", "x = 1e3"]
)
def test_the_check_sees_a_float(source: str) -> None:
    assert len(judge(inexact, source)) == 1


@pytest.mark.parametrize(
    "source", ["x = a // b", "x = root / 'data'", "x = Fraction(a) / 100", "x = isinstance(y, (float, int))"]
)
def test_the_check_lets_exact_numbers_pass(source: str) -> None:
    assert judge(inexact, source) == []
