# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Names say what a thing is; words that say nothing are not used, and work left over has an issue."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

import pytest

from tests.house.tree import Finding, Module, files, judge, python_files, settle, texts

BANNED = {"util", "utils", "helper", "helpers", "manager", "misc", "v2", "nextgen", "legacy", "temp"}
_WORD = re.compile(r"[A-Z]?[a-z]+\d*|[A-Z]+\d*(?![a-z])|\d+")
LEFT_OVER = re.compile(r"\b(?:TO" + r"DO|FIX" + r"ME|X" + r"XX)\b(?!.*#\d+)")


def banned_words(name: str) -> set[str]:
    """The banned words among the words of a name: `DataManagerV2` has two, `klantmanager` has none."""
    return BANNED & {word.lower() for word in _WORD.findall(name)}


def names_in(node: ast.AST) -> Iterator[str]:
    """The names that a node introduces."""
    match node:
        case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name):
            yield name
        case ast.arg(arg=name) | ast.Name(id=name, ctx=ast.Store()) | ast.Attribute(attr=name, ctx=ast.Store()):
            yield name
        case ast.alias(asname=str(name)):
            yield name


def poor_names(module: Module) -> list[Finding]:
    """Identifiers with a banned word in them."""
    named = ((place, name) for node, place in module.nodes() for name in names_in(node))
    return [Finding(place, f"{name} says little: {banned_words(name)}") for place, name in named if banned_words(name)]


def test_identifiers_are_free_of_empty_words() -> None:
    settle("names", [finding for module in python_files() for finding in poor_names(module)])


def test_file_names_are_free_of_empty_words() -> None:
    found = {path: banned_words(path) for path in files() if banned_words(path)}
    assert not found


def test_what_is_left_over_has_an_issue_number() -> None:
    code = {path: text for path, text in texts().items() if path.endswith((".py", ".toml", ".sh", "Makefile"))}
    found = [
        f"{path}:{at}" for path, text in code.items() for at, line in enumerate(text.splitlines(), 1) if LEFT_OVER.search(line)
    ]
    assert not found, f"Work left over needs an issue number, such as #12: {found}"


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("klantmanager", set()),
        ("contextmanager", set()),
        ("template", set()),
        ("DataManagerV2", {"manager", "v2"}),
        ("src/werkzaam/core/utils.py", {"utils"}),
        ("LegacyTemp", {"legacy", "temp"}),
    ],
)
def test_the_check_reads_words(name: str, words: set[str]) -> None:
    assert banned_words(name) == words


def test_the_check_sees_every_kind_of_name() -> None:
    source = "import x as misc\ndef helper(temp):\n    self.legacy = utils = 1\n"
    assert len(judge(poor_names, source)) == 5
    assert LEFT_OVER.search("# TO" + "DO later")
    assert not LEFT_OVER.search("# TO" + "DO #12 later")
