# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The compiling part stays small enough to be read in one sitting."""

from __future__ import annotations

import ast
import io
import tokenize
from pathlib import Path

from tests.house.tree import ROOT

PARTS = ("plan.py", "place.py", "expression.py", "loops.py", "compile.py")
"""From rule set to loops to source text; what the loops are made of and how they run stands beside it."""
MOST = 480
_LAYOUT = {tokenize.COMMENT, tokenize.NL, tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT, tokenize.ENDMARKER}


def code_lines(file: Path) -> int:
    """Lines that hold code: no blank lines, comments or docstrings."""
    text = file.read_text(encoding="utf-8")
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef)
    bodies = [node.body for node in ast.walk(ast.parse(text)) if isinstance(node, documented)]
    strings = [one for body in bodies for one in body if isinstance(one, ast.Expr) and isinstance(one.value, ast.Constant)]
    words = {line for one in strings for line in range(one.lineno, (one.end_lineno or one.lineno) + 1)}
    tokens = [t for t in tokenize.generate_tokens(io.StringIO(text).readline) if t.type not in _LAYOUT]
    return len({line for t in tokens for line in range(t.start[0], t.end[0] + 1)} - words)


def test_the_compiling_part_stays_small() -> None:
    sizes = {name: code_lines(ROOT / "src/werkzaam/engine" / name) for name in PARTS}
    assert sum(sizes.values()) < MOST, sizes


def test_what_is_counted_is_code() -> None:
    assert 0 < code_lines(ROOT / "src/werkzaam/core/errors.py") < 40
