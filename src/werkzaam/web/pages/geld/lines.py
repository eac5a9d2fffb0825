# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The lines of a month's page with what an address calls them, so that each can be asked about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from werkzaam.app.month_page import MonthPage
from werkzaam.app.page_lines import KEPT, Line
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


@lru_cache(maxsize=KEPT)
def line_text(line: Line, ref: str, lang: str, ask: str, asked: str) -> SafeString:
    """A line as the page has it: `ask` is the address to ask about it, `asked` that of the question which was; or empty."""
    return render_to_string("geld/line.html", {"line": line, "ref": ref, "lang": lang, "ask": ask, "asked": asked})
