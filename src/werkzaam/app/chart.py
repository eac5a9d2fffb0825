# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A quiet chart as SVG text: two axes, areas, lines and labels beside what they name; the same data give the same bytes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from html import escape

INK, PAPER, GRID, QUIET = "#1a1a1a", "#ffffff", "#d9d9d9", "#55555f"
WIDTH, HEIGHT = 900, 500
LEFT, TOP, BOTTOM = 76, 96, 60
LABEL_GAP = 17
"""Least distance between two labels under each other."""
Number = int | Fraction
Place = tuple[Number, Number]


@dataclass(frozen=True, slots=True)
class Frame:
    """The numbers at the edges of the drawing, in the units of the data, and where it ends on the right."""

    x_low: Number
    x_high: Number
    y_low: Number
    y_high: Number
    right: int

    def x(self, value: Number) -> int:
        """How far to the right a value stands."""
        return LEFT + int((value - self.x_low) * (self.right - LEFT) // (self.x_high - self.x_low))

    def y(self, value: Number) -> int:
        """How far down a value stands."""
        return HEIGHT - BOTTOM - int((value - self.y_low) * (HEIGHT - TOP - BOTTOM) // (self.y_high - self.y_low))

    def at(self, place: Place) -> str:
        """A place to the tenth of a point, so that a straight line stays straight."""
        x = 10 * LEFT + int((place[0] - self.x_low) * 10 * (self.right - LEFT) // (self.x_high - self.x_low))
        y = 10 * (HEIGHT - BOTTOM) - int((place[1] - self.y_low) * 10 * (HEIGHT - TOP - BOTTOM) // (self.y_high - self.y_low))
        return f"{x // 10}.{x % 10},{y // 10}.{y % 10}"


def frame_for(xs: Sequence[Number], ys: Sequence[Number], right: int) -> Frame:
    """A frame around the data, with zero in it; `right` points are left free for labels. One place alone stands on the left."""
    low, high = min(0, *ys), max(1, *ys)
    step, first, last = nice_step(low, high, 5), min(xs), max(xs)
    return Frame(first, last if last > first else first + 1, low // step * step, -(-high // step) * step, WIDTH - right)


def nice_step(low: Number, high: Number, most: int) -> int:
    """The smallest step of 1, 2 or 5 with zeros that cuts a range in at most so many parts."""
    size = 1
    while True:
        for digit in (1, 2, 5):
            if (high - low) <= digit * size * most:
                return digit * size
        size *= 10


def document(title: str, under: str, desc: str, body: Sequence[str], height: int = HEIGHT) -> str:
    """The whole picture, with its title and a line under it, and its description for whoever cannot see it."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" height="{height}" role="img" '
        f'aria-labelledby="title desc" font-family="Segoe UI, Noto Sans, DejaVu Sans, sans-serif">\n'
        f'<title id="title">{escape(title)}</title>\n<desc id="desc">{escape(desc)}</desc>\n'
        f'<rect width="100%" height="100%" fill="{PAPER}"/>\n{text(24, 32, title, size=18, weight=600)}\n'
        f'{text(24, 54, under, fill=QUIET)}\n'
        + "\n".join(body) + "\n</svg>\n"
    )  # fmt: skip


def axes(frame: Frame, words: tuple[str, str], shown: tuple[Callable[[Number], str], Callable[[Number], str]]) -> Iterator[str]:
    """Both axes with their words and numbers; quiet lines across at the numbers of the y axis."""
    bottom, right = HEIGHT - BOTTOM, frame.right
    for value in ticks(frame.y_low, frame.y_high, 6):
        y = frame.y(value)
        yield f'<path d="M{LEFT} {y} H{right}" stroke="{GRID}" stroke-width="1"/>'
        yield text(LEFT - 8, y + 4, shown[1](value), anchor="end", fill=QUIET)
    for value in ticks(frame.x_low, frame.x_high, 10):
        yield text(frame.x(value), bottom + 20, shown[0](value), anchor="middle", fill=QUIET)
        yield f'<path d="M{frame.x(value)} {bottom} v5" stroke="{QUIET}"/>'
    yield f'<path d="M{LEFT} {frame.y(0)} H{right}" stroke="{INK}" stroke-width="1.2"/>'
    yield text((LEFT + right) // 2, HEIGHT - 16, words[0], anchor="middle")
    yield text(24, TOP - 16, words[1])


def ticks(low: Number, high: Number, most: int) -> list[int]:
    """Round numbers from low to high."""
    step = nice_step(low, high, most)
    return list(range(int(-(-low // step)) * step, int(high) + 1, step))


def area(frame: Frame, under: Sequence[Place], over: Sequence[Place], colour: str) -> str:
    """The area between two lines."""
    points = " ".join(frame.at(place) for place in [*under, *reversed(over)])
    return f'<polygon points="{points}" fill="{colour}" stroke="{PAPER}" stroke-width="1"/>'


def line(frame: Frame, places: Sequence[Place], colour: str = INK, dash: str = "") -> str:
    """A line through places."""
    points = " ".join(map(frame.at, places))
    dashed = f' stroke-dasharray="{dash}"' if dash else ""
    return f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="2.2" stroke-linejoin="round"{dashed}/>'


def upright(frame: Frame, x: Number, words: str) -> Iterator[str]:
    """A dashed line from bottom to top at a number, with its words above the drawing."""
    at = frame.x(x)
    yield f'<path d="M{at} {TOP - 6} V{HEIGHT - BOTTOM}" stroke="{INK}" stroke-width="1.2" stroke-dasharray="4 4"/>'
    yield text(at, TOP - 12, words, anchor="middle" if LEFT + 180 < at < frame.right else "start")


def dot(frame: Frame, place: Place, words: str = "", *, below: bool = False) -> Iterator[str]:
    """A dot with words above or below it."""
    x, y = frame.x(place[0]), frame.y(place[1])
    yield f'<circle cx="{x}" cy="{y}" r="4.5" fill="{PAPER}" stroke="{INK}" stroke-width="2"/>'
    if words:
        yield text(x, y + 20 if below else y - 11, words, anchor="middle", weight=600)


def beside(frame: Frame, labels: Sequence[tuple[int, str, str]]) -> Iterator[str]:
    """Labels to the right of the drawing: height, words and colour each; moved apart where they would touch."""
    ordered = sorted(labels)
    room = len(ordered) * LABEL_GAP
    lowest = HEIGHT - BOTTOM + LABEL_GAP
    y = min(ordered[0][0], lowest - room) if ordered else 0
    for number, (wanted, words, colour) in enumerate(ordered):
        left = (len(ordered) - number) * LABEL_GAP
        y = min(max(wanted, y), lowest - left + LABEL_GAP)
        yield f'<path d="M{frame.right + 4} {wanted} L{frame.right + 14} {y}" stroke="{colour}" stroke-width="2.2" fill="none"/>'
        yield text(frame.right + 18, y + 4, words)
        y += LABEL_GAP


def text(x: int, y: int, words: str, *, size: int = 13, weight: int = 400, anchor: str = "start", fill: str = INK) -> str:
    """Words at a place."""
    return (f'<text x="{x}" y="{y}" font-size="{size}" font-weight="{weight}" text-anchor="{anchor}" fill="{fill}">'
            f"{escape(words)}</text>")  # fmt: skip


def inlined(picture: str, name: str) -> str:
    """A picture to stand in a page among others: its title and description have names of their own there."""
    named = picture.replace('aria-labelledby="title desc"', f'aria-labelledby="{name}-title {name}-desc"')
    return named.replace('<title id="title">', f'<title id="{name}-title">').replace(
        '<desc id="desc">', f'<desc id="{name}-desc">'
    )
