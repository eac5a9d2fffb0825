# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The way of people through an experiment as a picture: boxes with words and a number, row under row (CONSORT)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from textwrap import wrap

from werkzaam.app.chart import GRID, INK, PAPER, QUIET, text

WIDTH, MARGIN, GAP, HEIGHT, DROP = 760, 20, 20, 74, 30
Boxes = Sequence[Sequence[tuple[str, str]]]


def flow_picture(rows: Boxes, title: str, desc: str) -> str:
    """The whole picture; a row with two boxes has the way on at the left and who left at the right."""
    height = 2 * MARGIN + len(rows) * (HEIGHT + DROP) - DROP
    body = [line for at, row in enumerate(rows) for line in _row(rows, at, row)]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" height="{height}" role="img" '
        f'aria-labelledby="title desc" font-family="Segoe UI, Noto Sans, DejaVu Sans, sans-serif">\n'
        f'<title id="title">{escape(title)}</title>\n<desc id="desc">{escape(desc)}</desc>\n'
        f'<rect width="100%" height="100%" fill="{PAPER}"/>\n' + "\n".join(body) + "\n</svg>\n"
    )


def _row(rows: Boxes, at: int, row: Sequence[tuple[str, str]]) -> Iterator[str]:
    top = MARGIN + at * (HEIGHT + DROP)
    for place, (words, number) in enumerate(row):
        left, width = _place(len(row), place)
        middle = left + width // 2
        size = f'x="{left}" y="{top}" width="{width}" height="{HEIGHT}"'
        yield f'<rect {size} rx="4" fill="{PAPER}" stroke="{GRID}" stroke-width="2"/>'
        lines = wrap(words, max(12, width // 8))[:2]
        for number_of_line, line in enumerate(lines):
            yield text(middle, top + 22 + 17 * number_of_line, line, anchor="middle", fill=QUIET)
        yield text(middle, top + 62, number, size=18, weight=600, anchor="middle")
        if at:
            above = rows[at - 1]
            together = range(len(above)) if len(row) == 1 else [place if len(above) == len(row) else 0]
            yield from (_way(_place(len(above), one), top, middle) for one in together)


def _place(boxes: int, place: int) -> tuple[int, int]:
    """Where a box stands: its left side and its width; the way on is under the one before."""
    width = (WIDTH - 2 * MARGIN - (boxes - 1) * GAP) // boxes
    return MARGIN + place * (width + GAP), width


def _way(above: tuple[int, int], top: int, middle: int) -> str:
    """From the middle of the box above to the middle of this one."""
    start, half = above[0] + above[1] // 2, top - DROP // 2
    return f'<path d="M{start} {top - DROP} V{half} H{middle} V{top}" fill="none" stroke="{INK}" stroke-width="1.5"/>'
