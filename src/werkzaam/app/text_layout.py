# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Plain text within the width of a page: paragraphs, and tables whose numbers stand under each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from fractions import Fraction
from textwrap import wrap

from werkzaam.core.money import format_euro
from werkzaam.core.months import NAMES

WIDTH = 92
_HARD = "\N{NO-BREAK SPACE}"
_GAP = "  "


def heading(text: str) -> list[str]:
    """The title of a page, underlined; a long one takes more lines."""
    lines = paragraph(text)
    return [*lines, "═" * max(map(len, lines))]


def paragraph(text: str, indent: str = "", hanging: str = "") -> list[str]:
    """Text within the width; an amount stays with its euro sign."""
    lines = wrap(text.replace("€ ", f"€{_HARD}"), WIDTH, initial_indent=indent, subsequent_indent=indent + hanging,
                 break_long_words=False, break_on_hyphens=False)  # fmt: skip
    return [line.replace(_HARD, " ") for line in lines]


def grid(head: Sequence[str], rows: Sequence[Sequence[str]], first: int = 0) -> Iterator[str]:
    """A table: the first column to the left, at least `first` wide, and all others to the right."""
    table = [head, *rows]
    widths = [max(len(row[column]) for row in table) for column in range(len(head))]
    widths[0] = max(widths[0], first)
    for row in table:
        cells = [row[0].ljust(widths[0]), *(cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True))]
        yield _GAP.join(cells).rstrip()


def day_text(day: date, lang: str) -> str:
    """`1 juli 2020` or `1 July 2020`."""
    return f"{day.day} {NAMES[lang][day.month - 1]} {day.year}"


def euro(cents: int, lang: str) -> str:
    """An amount with its sign, as a person reads it: `€ 1.078,00`, `− € 120,00`."""
    return f"{'− ' if cents < 0 else ''}€ {format_euro(abs(cents), lang)}"


def listed(texts: Sequence[str], word: str) -> str:
    """Texts as one list: `a, b en c`."""
    *most, last = texts or [""]
    return f"{', '.join(most)} {word} {last}" if most else last


def decimal(number: Fraction, lang: str, digits: int = 2) -> str:
    """A number with at most so many decimals, half up, without zeros at the end and with a true minus sign."""
    scale = 10**digits
    scaled = (2 * abs(number) * scale + 1) // 2
    text = f"{scaled // scale}.{scaled % scale:0{digits}d}".rstrip("0").rstrip(".")
    return ("−" if number < 0 and scaled else "") + (text.replace(".", ",") if lang == "nl" else text)


def percent(share: Fraction, lang: str) -> str:
    """A share as a percentage with at most one decimal, half up."""
    return f"{decimal(share * 100, lang, 1)}%"
