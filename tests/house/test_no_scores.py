# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Nothing computes or keeps how likely somebody is to commit fraud, to be unwilling, or to be a risk: no name, column or text."""

from __future__ import annotations

import ast
import json
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.house.tree import ROOT

SOURCE = ROOT / "src" / "werkzaam"
ABOUT = "fraud|risk|risico|willing|unwilling|bereid|onwil|suspici|verdacht|misbruik|betrouwba|trustworth|dishonest|eerlijkheid"
NAME = re.compile(rf"(^|_)({ABOUT})", re.IGNORECASE)
"""No name in the code begins a word with one of these, whatever it is a score of."""
MEASURE = (
    r"scores?|scoring|profiel|profiles?|profiling|model|voorspel\w*|predict\w*|kans|likelihood|probability|rating|rangorde|ranking|"
    r"index|niveau|level"
)
TEXT = re.compile(
    rf"\b({ABOUT})\w*[\s_-]{{0,2}}({MEASURE})\b|\b({MEASURE})[\s_-](of|for|van|voor|op)[\s_-](\w+[\s_-])?({ABOUT})", re.IGNORECASE
)
"""No text speaks of a measure of one of these, such as a risk score, fraudeprofiel or likelihood of fraud."""
FINE = {"SuspiciousOperation", "at_risk", "all_risk", "risks"}
"""A name of a library, and those of survival analysis: who is at risk has not left yet."""
SAYS_SO = {"risk score; nationality", "is no score of fraud", "is geen score voor fraude"}
"""Texts that say that there is none."""


def names_of(tree: ast.AST) -> Iterator[str]:
    """Every name that Python code gives to something: classes, functions, arguments, variables, fields and keywords."""
    for node in ast.walk(tree):
        match node:
            case ast.ClassDef(name=name) | ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name):
                yield name
            case ast.arg(arg=name) | ast.Name(id=name) | ast.Attribute(attr=name) | ast.alias(name=name):
                yield name
            case ast.keyword(arg=str(name)):
                yield name


def texts_of(tree: ast.AST) -> Iterator[str]:
    """Every text in Python code, docstrings too."""
    yield from (node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str))


def keys_of(value: object) -> Iterator[str]:
    """Every key of a document."""
    if isinstance(value, dict):
        for key, inside in value.items():
            yield str(key)
            yield from keys_of(inside)
    elif isinstance(value, list):
        for one in value:
            yield from keys_of(one)


def words_of(name: str) -> str:
    """A name with its words apart: riskScore and RiskScore as risk_score."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).lower()


def wrong_in(path: Path, text: str) -> list[str]:
    """What a file has of a score: names and keys, and texts."""
    names, texts = list[str](), [text]
    if path.suffix == ".py":
        tree = ast.parse(text)
        names, texts = list(names_of(tree)), list(texts_of(tree))
    elif path.suffix == ".toml":
        names = list(keys_of(tomllib.loads(text)))
    elif path.suffix == ".json":
        names = list(keys_of(json.loads(text)))
    elif path.suffix in {".sql", ".js", ".csv"}:
        names = re.findall(r"[A-Za-z_]\w+", text if path.suffix != ".csv" else text.partition("\n")[0])
    found = [name for name in names if NAME.search(words_of(name)) and name.rpartition(".")[2] not in FINE]
    said = [one for whole in texts for one in TEXT.finditer(whole)]
    found += [
        one.group() for one in said if not any(fine in one.string[max(0, one.start() - 9) : one.end() + 20] for fine in SAYS_SO)
    ]
    return [f"{path.name}: {one}" for one in found]


def files() -> Iterator[tuple[Path, str]]:
    """Everything that ships: code, data, tables of the database, pages and texts."""
    for path in sorted(SOURCE.rglob("*")):
        if path.suffix in {".py", ".sql", ".toml", ".json", ".html", ".js", ".csv"} and path.is_file():
            yield path, path.read_text("utf-8")


@pytest.mark.requirement("R-218")
def test_no_field_model_column_or_text_has_the_purpose_of_a_score_of_fraud_willingness_or_risk() -> None:
    found = [(path, text) for path, text in files()]
    assert len(found) > 500, "the code base was not found"
    assert {".py", ".sql", ".toml", ".html"} <= {path.suffix for path, _ in found}
    assert [wrong for path, text in found for wrong in wrong_in(path, text)] == []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.py", "class Client:\n    fraud_score: int"),
        ("a.py", "class RiskScore: ..."),
        ("a.py", "def willingness(person): ..."),
        ("a.py", "score(person, risico=3)"),
        ("a.py", "class Client(models.Model):\n    bereidheid = models.IntegerField()"),
        ("a.py", 'LABEL = "De kans op fraude"'),
        ("a.py", 'LABEL = "Risk profile of the client"'),
        ("a.sql", "CREATE TABLE person (person INTEGER, risk_score REAL)"),
        ("a.toml", 'willingness = "low"'),
        ("a.json", '{"people": [{"fraudScore": 1}]}'),
        ("a.html", "<th>Risicoprofiel</th>"),
        ("a.csv", "person,onwil_score\n1,2"),
    ],
)
def test_whoever_adds_one_hears_of_it(name: str, text: str) -> None:
    assert wrong_in(Path(name), text)


@pytest.mark.parametrize("text", ['"""The risk is that the rest are parked."""', "x = 'een goede score op het examen'"])
def test_other_words_may_be_said(text: str) -> None:
    assert wrong_in(Path("a.py"), text) == []
