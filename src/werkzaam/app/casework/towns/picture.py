# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What each household keeps under each regime, as bars beside their numbers; without a result there is no bar."""

from __future__ import annotations

from html import escape

from werkzaam.app.casework.towns.compare import Line, TownsCompared
from werkzaam.app.casework.towns.money import Kept
from werkzaam.app.chart import GRID, INK, PAPER, QUIET, text
from werkzaam.app.compare_earnings_picture import COLOURS
from werkzaam.app.text_layout import euro
from werkzaam.app.texts.casework_compare import WORDS
from werkzaam.core.errors import InputError

WIDTH, LEFT, RIGHT, TOP, BAR, GAP = 900, 260, 790, 76, 18, 30


def towns_picture(done: TownsCompared, lang: str) -> str:
    """The picture; raises InputError when there is nothing to draw."""
    rows = [town.lines[at] for at in range(len(done.asked.households)) for town in done.towns]
    kept = [line.money.kept for line in rows if isinstance(line.money, Kept)]
    if not kept:
        raise InputError("There is nothing to draw: no household has a result. Give households with --on, or leave --svg out.")
    words, y, body, ends = WORDS[lang], TOP, [], []
    most = max(1, *kept)
    for at, household in enumerate(done.asked.households):
        body.append(text(24, y + 12, household.name, weight=600))
        y += 20
        for number, town in enumerate(done.towns):
            body += _bar(town.named.id, town.lines[at], y, most, COLOURS[number % len(COLOURS)], lang)
            ends.append(f"{household.name}, {town.named.id}: {_said(town.lines[at], lang)}.")
            y += BAR + 4
        y += GAP - 20
    return _document(words["picture_title"], words["picture_under"], words["picture_desc"].format(ends=" ".join(ends)), body, y)


def _bar(name: str, line: Line, y: int, most: int, colour: str, lang: str) -> list[str]:
    found = line.money.kept if isinstance(line.money, Kept) else 0
    width = max(found, 0) * (RIGHT - LEFT) // most
    return [
        text(LEFT - 8, y + 13, name[:34], anchor="end"),
        f'<path d="M{LEFT} {y} V{y + BAR}" stroke="{GRID}"/>',
        f'<rect x="{LEFT}" y="{y}" width="{width}" height="{BAR}" fill="{colour}"/>',
        text(LEFT + width + 6, y + 13, _said(line, lang), fill=INK if isinstance(line.money, Kept) else QUIET),
    ]


def _said(line: Line, lang: str) -> str:
    return euro(line.money.kept, lang) if isinstance(line.money, Kept) else WORDS[lang]["no_result"]


def _document(title: str, under: str, desc: str, body: list[str], height: int) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" height="{height}" role="img" '
        f'aria-labelledby="title desc" font-family="Segoe UI, Noto Sans, DejaVu Sans, sans-serif">\n'
        f'<title id="title">{escape(title)}</title>\n<desc id="desc">{escape(desc)}</desc>\n'
        f'<rect width="100%" height="100%" fill="{PAPER}"/>\n{text(24, 32, title, size=18, weight=600)}\n'
        f'{text(24, 54, under, fill=QUIET)}\n' + "\n".join(body) + "\n</svg>\n"
    )  # fmt: skip
