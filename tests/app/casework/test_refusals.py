# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Whatever a form of a dossier refuses is told in the language of who fills it in."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import werkzaam.casework
from werkzaam.app.casework import record
from werkzaam.app.casework.refusals import refusal
from werkzaam.app.texts.casework_refusals import OTHER
from werkzaam.core.errors import InputError

OF_NO_FORM = frozenset({
    "active_people", "assigning", "assignment", "calendar", "caseload", "courses", "dose", "employers", "fidelity", "ladder_run",
    "own_view", "peers", "per_person", "period", "retention", "talk_time", "tone",
})  # fmt: skip
"""Modules whose refusals no form of a dossier reaches: figures, plans of a week, letters, files, another case manager."""


def said() -> Iterator[tuple[str, str]]:
    """Every message with which the rules of the forms refuse, each with where it stands; a day is in the place of what varies."""
    folder = Path(werkzaam.casework.__file__).parent
    for file in (*sorted(folder.glob("*.py")), Path(record.__file__)):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))) if file.stem not in OF_NO_FORM else ():
            if isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call) and node.exc.args:
                yield f"{file.stem}:{node.lineno}", _text(node.exc.args[0])


def _text(node: ast.expr) -> str:
    if isinstance(node, ast.Constant):
        return str(node.value)
    assert isinstance(node, ast.JoinedStr)
    return "".join(str(one.value) if isinstance(one, ast.Constant) else "2019" for one in node.values)


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_every_refusal_of_a_form_has_words_of_its_own(lang: str) -> None:
    other = OTHER[lang].split("{")[0]
    found = dict(said())
    assert len(found) > 100
    assert {where: text for where, text in found.items() if refusal(InputError(text), lang)[0].startswith(other)} == {}


def test_the_words_say_the_number_and_stand_beside_the_field() -> None:
    message = "uren: the client can do 12 hours a week (entry 7); found 20."
    assert refusal(InputError(message), "nl") == ("Deze inwoner kan 12 uur per week aan. Vul niet meer in.", "uren")
    unknown = refusal(InputError("Something that no rule says."), "nl")[0]
    assert "Something that no rule says." in unknown, "what has no words is not swallowed"
