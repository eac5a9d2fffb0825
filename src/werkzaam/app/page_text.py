# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A month's page as plain text for the terminal, 92 columns wide, readable without colour."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from textwrap import wrap

from werkzaam.app.month_page import MonthPage, Section
from werkzaam.app.origin import Origin
from werkzaam.app.page_lines import EQUALS, Line
from werkzaam.app.texts.page import WORDS

WIDTH = 92
_INDENT = "    "
_RULE = 12
_HARD = "\N{NO-BREAK SPACE}"


def page_text(page: MonthPage, *, every_step: bool = False) -> str:
    """The page; with every step of the calculation below it when asked."""
    printer = _Printer(page)
    lines = [page.title, "═" * min(len(page.title), WIDTH), *_wrapped(page.regime, ""), "", *_wrapped(page.summary, ""), ""]
    for section in page.sections:
        lines += [*printer.section(section), ""]
    if every_step:
        lines += [*printer.section(Section("steps", WORDS[page.lang]["steps"], page.steps), fully=True), ""]
    return "\n".join([*lines, *printer.end()]) + "\n"


class _Printer:
    """Prints sections; what was explained once is not explained again, and sources get numbers."""

    def __init__(self, page: MonthPage) -> None:
        self.page, self.words = page, WORDS[page.lang]
        self.told: set[tuple[str, tuple[str, ...]]] = set()
        self.sources: dict[str, int] = {}

    def section(self, section: Section, *, fully: bool = False) -> Iterator[str]:
        yield section.title.upper()
        for line in section.lines:
            if line.sign == EQUALS:
                yield " " * (WIDTH - _RULE) + "─" * _RULE
            yield _amount(line)
            if fully or (line.name, line.whose) not in self.told or line.name == "nettoloon":
                yield from self._explained(line)
            self.told.add((line.name, line.whose))
        for note in section.notes:
            yield from _wrapped(note, "")

    def _explained(self, line: Line) -> Iterator[str]:
        """Sentence, details, formula, and where it stands."""
        yield from _wrapped(line.sentence, _INDENT)
        for detail in line.details:
            yield from _wrapped(detail, _INDENT)
        yield from _wrapped(f"{line.formula}, {line.because}" if line.because else line.formula, _INDENT)
        told = [line.law, line.version, *([self.words["assumed"]] if line.assumed else []), *self._numbered(line.sources)]
        yield from _wrapped(f"[{'; '.join(told)}]", _INDENT)

    def _numbered(self, sources: Sequence[str]) -> list[str]:
        if not sources:
            return []
        numbers = sorted(self.sources.setdefault(source, len(self.sources) + 1) for source in sources)
        return [f"{self.words['source'].lower()} {', '.join(map(str, numbers))}"]

    def end(self) -> Iterator[str]:
        """Who to ask, what was assumed, where it was read, and how to check it."""
        yield self.words["contact"].upper()
        yield from _wrapped(self.words["ask"].format(contact=self.page.contact), "")
        if self.page.assumptions:
            yield from ("", self.words["assumptions"].upper())
            for text in _assumed(self.page.assumptions):
                yield from _wrapped(text, "", hanging="  ")
        if self.sources:
            yield from ("", self.words["sources"].upper())
            for source, number in self.sources.items():
                yield from _wrapped(f"{number}. {source}", "", hanging="   ") if " " in source else [f"{number}. {source}"]
        yield from ("", self.words["receipt"].upper())
        yield from _wrapped(self.words["receipt_text"].format(**self.page.receipt), "")


def _amount(line: Line) -> str:
    """The sign, the title and the amount; a long title takes lines of its own."""
    room = WIDTH - 2 - len(line.shown) - 2
    *above, last = wrap(line.title, room) or [""]
    start = [f"{line.sign or ' '} {(above or [last])[0]}", *(f"  {text}" for text in above[1:])]
    if above:
        return "\n".join([*start, f"  {last:<{room}}  {line.shown}"])
    return f"{line.sign or ' '} {last:<{room}}  {line.shown}"


def _assumed(assumptions: Sequence[Origin]) -> Iterator[str]:
    """Each reason once, behind all that rests on it."""
    for why in dict.fromkeys(one.why for one in assumptions):
        named = ", ".join(f"{one.name} = {one.shown}" for one in assumptions if one.why == why)
        yield f"- {named}. {why}".rstrip()


def _wrapped(text: str, indent: str, *, hanging: str = "") -> list[str]:
    """Text within the width; an amount stays with its euro sign, and an address stays whole."""
    whole = text.replace("€ ", f"€{_HARD}")
    lines = wrap(whole, WIDTH, initial_indent=indent, subsequent_indent=indent + hanging,
                 break_long_words=False, break_on_hyphens=False)  # fmt: skip
    return [line.replace(_HARD, " ") for line in lines]
