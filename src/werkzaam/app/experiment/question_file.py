# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The questions of a study from a TOML file (docs/reference/wave-files.md), each with its codes and the versions that ask it."""

from __future__ import annotations

from pathlib import Path

from werkzaam.app.experiment.design_rows import ident, words
from werkzaam.app.rows import Document, Row, read_toml
from werkzaam.experiment.survey import Form, Item, QuestionSet

SHIPPED = Path(__file__).with_name("questions")
_KEYS = ("id", "label", "form", "options", "low", "high", "since", "until")


def read_questions(path: Path) -> QuestionSet:
    """The questions in a file; raises InputError that names file, line, table and key."""
    return _questions(read_toml(path))


def shipped_questions(name: str) -> QuestionSet:
    """Questions that ship, by name."""
    return read_questions(SHIPPED / f"{name}.toml")


def _questions(document: Document) -> QuestionSet:
    top = document.top
    top.only("id", "version", "item")
    version = top.whole("version")
    if version < 1:
        top.refuse("version", f"versions count from 1; found {version}.")
    items: dict[str, Item] = {}
    for row in document.rows("item"):
        item = _item(row, version, tuple(items))
        items[item.id] = item
    if not items:
        top.refuse("item", "at least one question was expected, as [[item]].")
    return QuestionSet(ident(top, ()), version, tuple(items.values()))


def _item(row: Row, version: int, taken: tuple[str, ...]) -> Item:
    row.only(*_KEYS)
    form = Form(row.option("form", [one.value for one in Form]))
    options = row.texts("options") if "options" in row.values or form is not Form.NUMBER else ()
    if len(set(options)) < len(options):
        row.refuse("options", "a code stands there twice.")
    low, high = (row.whole("low"), row.whole("high")) if form is Form.NUMBER else (0, 0)
    if low > high:
        row.refuse("low", f"a number from {low} to {high} cannot be answered; low is the smaller one.")
    since, until = row.whole("since", 1), row.whole("until") if "until" in row.values else None
    if not 1 <= since <= (until or version) <= version:
        row.refuse("since", f"versions 1 to {version} were expected, since before until; found {since} to {until or version}.")
    return Item(ident(row, taken), words(row), form, options, low, high, since, until)
