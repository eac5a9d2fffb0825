# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The project as it lies on disk: its files, its modules as syntax trees, and the exemptions from the house rules."""

from __future__ import annotations

import ast
import subprocess
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
EXEMPTIONS = Path(__file__).with_name("exemptions.toml")
MONEY = ("core", "engine", "facts", "regime", "rules", "ledger")
BELOW_APP = (*MONEY, "casework", "experiment", "simulation", "store")


@dataclass(frozen=True)
class Finding:
    """One place that breaks a house rule: `path::function`, what is wrong there, and its size where size matters."""

    where: str
    what: str
    size: int | None = None


@dataclass(frozen=True)
class Module:
    """One Python file: its path in the project and its text."""

    path: str
    text: str

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.text, self.path)

    @property
    def name(self) -> str:
        """`werkzaam.core.money`; empty outside src."""
        if not self.path.startswith("src/"):
            return ""
        return self.path.removeprefix("src/").removesuffix(".py").removesuffix("/__init__").replace("/", ".")

    @property
    def layer(self) -> str:
        """`core` for src/werkzaam/core/money.py; empty for the package itself and outside src."""
        parts = self.path.split("/")
        return parts[2] if parts[0] == "src" and len(parts) > 3 else ""

    def nodes(self) -> Iterator[tuple[ast.AST, str]]:
        """Every node with the place it stands in, such as `src/werkzaam/core/money.py::share_of`."""
        yield from self._below(self.tree, self.path)

    def _below(self, node: ast.AST, place: str) -> Iterator[tuple[ast.AST, str]]:
        for child in ast.iter_child_nodes(node):
            named = isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)
            inside = (f"{place}.{child.name}" if "::" in place else f"{place}::{child.name}") if named else place
            yield child, inside
            yield from self._below(child, inside)


@cache
def files() -> tuple[str, ...]:
    """Every file that is or would be committed, as a path in the project."""
    asked = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    listed = subprocess.run(asked, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    return tuple(sorted(path for path in set(listed.split("\0")) if path and (ROOT / path).is_file()))


@cache
def texts() -> dict[str, str]:
    """The text files by path; pictures and other binary files are left out."""
    raw = {path: (ROOT / path).read_bytes() for path in files()}
    return {path: content.decode() for path, content in raw.items() if b"\0" not in content[:8000]}


@cache
def modules(*layers: str) -> tuple[Module, ...]:
    """The Python files of src in these layers, or of all layers when none is named."""
    read = (module for module in python_files() if module.path.startswith("src/"))
    return tuple(module for module in read if not layers or module.layer in layers)


@cache
def python_files() -> tuple[Module, ...]:
    """Every Python file of the project, tests and benchmarks included."""
    return tuple(Module(path, text) for path, text in texts().items() if path.endswith(".py"))


def exemptions(check: str) -> dict[str, dict[str, Any]]:
    """What exemptions.toml exempts from one check, by place; a reason is required."""
    found = [entry for entry in tomllib.loads(EXEMPTIONS.read_text()).get("exempt", ()) if entry["check"] == check]
    for entry in found:
        assert len(entry["reason"]) > 20, f"{EXEMPTIONS.name}: {entry['where']} needs a reason that explains it."
    return {entry["where"]: entry for entry in found}


def verdict(check: str, findings: list[Finding], exempt: dict[str, dict[str, Any]]) -> list[str]:
    """What is wrong after the exemptions; an exemption that is no longer needed, or is too wide, is wrong too."""
    wrong = []
    for finding in findings:
        entry = exempt.get(finding.where)
        if entry is None:
            wrong.append(f"{finding.where}: {finding.what}")
        elif finding.size is not None and finding.size > entry["size"]:
            wrong.append(f"{finding.where}: {finding.what}; it grew past its exemption of {entry['size']}")
        elif finding.size is not None and finding.size < entry["size"]:
            wrong.append(f"{finding.where}: shrunk to {finding.size}; lower its exemption of {entry['size']}")
    gone = set(exempt) - {finding.where for finding in findings}
    return wrong + [f"{where}: no longer breaks {check}; remove it from exemptions.toml" for where in sorted(gone)]


def settle(check: str, findings: list[Finding]) -> None:
    """Fail with one line for each thing that is wrong."""
    wrong = verdict(check, findings, exemptions(check))
    assert not wrong, f"{check}:\n  " + "\n  ".join(wrong)


def judge(finder: Callable[[Module], list[Finding]], source: str, path: str = "src/werkzaam/core/x.py") -> list[str]:
    """What a check says of a snippet, for the tests of the checks themselves."""
    return [finding.what for finding in finder(Module(path, source))]
