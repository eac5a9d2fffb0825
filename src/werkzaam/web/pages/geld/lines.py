# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The lines of a month's page with what an address calls them, so that each can be asked about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from werkzaam.app.month_page import MonthPage
from werkzaam.app.page_lines import Line
from werkzaam.app.portal.own_questions import LineQuestion, named
from werkzaam.core.months import Month


@dataclass(frozen=True, slots=True)
class ShownLine:
    """A line, what it is called in an address, and the question that somebody asked about it last."""

    line: Line
    ref: str
    asked: LineQuestion | None = None


@dataclass(frozen=True, slots=True)
class ShownSection:
    """Lines that belong together."""

    key: str
    title: str
    lines: tuple[ShownLine, ...]
    notes: tuple[str, ...]


def sections_of(page: MonthPage, month: Month, asked: Sequence[LineQuestion] = ()) -> list[ShownSection]:
    """The sections of a page."""
    about = {one.line: one for one in reversed(asked) if one.month == month}
    refs = dict(_refs(page))
    return [
        ShownSection(each.key, each.title, tuple(ShownLine(one, refs[id(one)], about.get(refs[id(one)])) for one in each.lines),
                     each.notes)
        for each in page.sections
    ]  # fmt: skip


def _refs(page: MonthPage) -> Iterator[tuple[int, str]]:
    return ((id(line), ref) for ref, line in named(page))
