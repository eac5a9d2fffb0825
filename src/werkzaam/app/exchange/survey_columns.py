# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What exports of survey tools share: columns that say nothing of answers, and boxes that were ticked, as our own columns."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from typing import TypeAlias

from werkzaam.app.experiment.table import Bad, Line, Table
from werkzaam.core.errors import InputError, UnknownName
from werkzaam.experiment.survey import BETWEEN, Form, QuestionSet

Box: TypeAlias = Callable[[str], tuple[str, str] | None]
"""The question and the code that a column of a box is about; None for another column."""


def boxes_of(questions: QuestionSet, written: Callable[[str, str], str]) -> dict[str, tuple[str, str]]:
    """The column of every box: for each question with several answers and each of its codes, as the tool writes them."""
    return {
        written(item.id, code): (item.id, code) for item in questions.items if item.form is Form.MANY for code in item.options
    }


def ticked(line: Line, boxes: Mapping[str, tuple[str, str]], marks: Mapping[str, bool]) -> dict[str, str]:
    """The answers to questions with boxes, as one cell each; `marks` says what a cell of a box means.

    Raises Bad for a cell that means nothing. A question of which all boxes are empty has no answer.
    """
    found: dict[str, list[str]] = {}
    for column, (item, code) in boxes.items():
        if column not in line.cells:
            continue
        cell = line.cells[column]
        if cell not in marks:
            raise Bad(line.number, column, f"one of {', '.join(repr(mark) for mark in marks)} was expected; found {cell[:40]!r}.")
        found.setdefault(item, [])
        if marks[cell]:
            found[item].append(code)
    return {item: BETWEEN.join(codes) for item, codes in found.items()}


def changed(table: Table, change: Callable[[Line], Mapping[str, str]]) -> Table:
    """The table with other cells in every row; raises RowsRefused with all rows that cannot be changed."""
    lines = table.each(lambda line: Line(line.number, change(line)))
    return replace(table, lines=tuple(lines))


def day_of_moment(text: str) -> str:
    """The day of a moment such as `2019-05-02 14:33:12` or `2019-05-02T14:33:12.000+02:00`; raises InputError for another."""
    if len(text) >= 10 and (len(text) == 10 or text[10] in "T "):
        return text[:10]
    raise InputError(f"a moment was expected, such as 2019-05-02 14:33:12; found {text[:40]!r}.")


def refuse_unknown(table: Table, known: Collection[str], ending: str = "") -> None:
    """Refuse a column that is no question, no box and none of the tool's own; columns with an ending of the tool pass."""
    strange = [name for name in table.columns if name not in known and not (ending and name.endswith(ending))]
    if strange:
        raise UnknownName(f"the column {strange[0][:40]!r} is no question of this study. Leave it out with --without "
                          f"{strange[0][:40]}, or name it among the questions.", file=table.name, row=1)  # fmt: skip
