# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""One household needs the standard library only; the packages of the batch path stay in its own modules.

The order of the layers is the contract in pyproject.toml, which `make check` runs (lint-imports).
"""

from __future__ import annotations

import ast
import subprocess
import sys
from fnmatch import fnmatch

import pytest

from tests.house.tree import MONEY, ROOT, Finding, Module, judge, modules

HEAVY = {"llvmlite", "matplotlib", "numba", "numpy", "pandas", "py4j", "pyarrow", "pyspark", "tqdm"}
BATCH = tuple(f"werkzaam.engine.{name}" for name in ("addresses", "batch*", "cluster*", "compile*", "kernel*", "native"))
LIGHT = (
    "werkzaam.rules",
    "werkzaam.ledger.volatility",
    "werkzaam.app.ledger.run",
    "werkzaam.engine.explain",
    "werkzaam.facts.read",
    "werkzaam.regime.read",
    "werkzaam.cli.main",
    "werkzaam.experiment.lottery.audit",
)


def is_batch(name: str) -> bool:
    """Whether a module belongs to the batch path."""
    return any(fnmatch(name, pattern) for pattern in BATCH)


def imports(module: Module) -> list[tuple[str, int]]:
    """Every module that a module imports, anywhere in it, with the line; what is only for the type checker is left out."""
    typing_only = {
        id(inner)
        for node in ast.walk(module.tree)
        if isinstance(node, ast.If) and ast.unparse(node.test).endswith("TYPE_CHECKING")
        for inner in ast.walk(node)
    }
    found = []
    for node in ast.walk(module.tree):
        if id(node) in typing_only:
            continue
        if isinstance(node, ast.Import):
            found += [(name.name, node.lineno) for name in node.names]
        elif isinstance(node, ast.ImportFrom):
            found += [(f"{node.module}.{name.name}", node.lineno) for name in node.names]
    return found


def heavy(module: Module) -> list[Finding]:
    """Imports of a batch package, or of a batch module, outside the batch path."""
    if is_batch(module.name):
        return []
    return [
        Finding(module.path, f"imports {name}, line {line}")
        for name, line in imports(module)
        if name.split(".")[0] in HEAVY or is_batch(name)
    ]


def test_below_app_only_the_batch_path_imports_the_batch_packages() -> None:
    found = [f"{finding.where}: {finding.what}" for module in modules(*MONEY) for finding in heavy(module)]
    assert not found, found


@pytest.mark.parametrize("name", LIGHT)
def test_one_household_needs_the_standard_library_only(name: str) -> None:
    """Imported with -S, so that nothing installed is there."""
    code = f"import sys; sys.path.insert(0, {str(ROOT / 'src')!r}); import {name}"
    done = subprocess.run([sys.executable, "-I", "-S", "-c", code], check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def test_the_check_sees_heavy_imports() -> None:
    source = "def f():\n    import numpy.linalg\nfrom werkzaam.engine.batch import settle\n"
    source += "from werkzaam.engine import kernel\nimport ast"
    assert len(judge(heavy, source)) == 3
    assert judge(heavy, "import numpy", "src/werkzaam/engine/kernel_fast.py") == []
    assert judge(heavy, "if TYPE_CHECKING:\n    import numpy") == []
