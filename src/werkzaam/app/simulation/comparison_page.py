# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A comparison of regimes as a page of Markdown: the same as the text, with its tables as tables."""

from __future__ import annotations

from collections.abc import Iterator

from werkzaam.app.markdown import code, table
from werkzaam.app.simulation.comparison import Compared
from werkzaam.app.simulation.comparison_text import Writer, ordered
from werkzaam.app.texts.simulate import MEASURES


def comparison_page(done: Compared, lang: str) -> str:
    """The whole page."""
    write = Writer(done, lang)
    lines = [f"# {write.word('title')}", "", write.word("synthetic"), "", write.introduced()]
    for part in (_rules(write), _numbers(write), _differences(write), _premiums(write)):
        lines += part
    return "\n".join(lines) + "\n"


def _rules(write: Writer) -> Iterator[str]:
    yield from ("", f"## {write.word('rules_head')}", "")
    for number, lived in enumerate(write.done.lived, 1):
        yield f"{number}. {code(lived.living.name)}: {' '.join(write.rule(lived.living))}"


def _numbers(write: Writer) -> Iterator[str]:
    yield from ("", f"## {write.word('numbers_head')}", "", write.numbers_note(), "")
    places = range(len(write.done.lived))
    rows = [[MEASURES[write.lang][name], *(write.shown(at, name) for at in places)] for name in ordered()]
    yield from table([write.word("measure"), *(f"[{at + 1}]" for at in places)], rows)


def _differences(write: Writer) -> Iterator[str]:
    places = range(1, len(write.done.lived))
    if not places:
        return
    yield from ("", f"## {write.word('differences_head', first='[1]')}", "", write.differences_note(), "")
    rows = [[MEASURES[write.lang][name], *(write.difference(at, name) for at in places)] for name in ordered()]
    yield from table([write.word("measure"), *(f"[{at + 1}]" for at in places)], rows)


def _premiums(write: Writer) -> Iterator[str]:
    told = list(write.premiums_told())
    if told:
        yield from ("", f"## {write.word('premiums_head')}", "", *(f"- {text}" for text in told))
