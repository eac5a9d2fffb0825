# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The pictures of the caseload page: bars that lie under each other, each with its number; the tables are those of the page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from werkzaam.app.casework.caseload import CaseloadPage
from werkzaam.app.casework.caseload_tables import Writer
from werkzaam.app.chart import GRID, HEIGHT, INK, QUIET, WIDTH, Number, document, nice_step, text
from werkzaam.casework.contacts import CHANNELS
from werkzaam.core.errors import InputError
from werkzaam.experiment.disclosure.attack import LEAST

BLUE, ORANGE = "#004699", "#ec8000"
COLOURS = ("#004699", "#009de6", "#8ecdf0", "#ec8000", "#bfbfbf")
"""Of the channels: apart from each other in grey too."""
_LEFT, _RIGHT, _TOP, _BOTTOM = 250, 70, 84, 46
_MOST = 40
"""More bars than this cannot be read in one picture."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar from one number to another, in a colour, with its words behind it."""

    first: Number
    last: Number
    colour: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """The bars of one name, on one line or on two: what lies behind each other, and below it."""

    name: str
    upper: tuple[Bar, ...]
    lower: tuple[Bar, ...] = ()


def pictures(page: CaseloadPage, lang: str) -> dict[str, str]:
    """The pictures by name, of what there is to draw; raises InputError when there is nothing at all."""
    write = Writer(page, lang)
    rows = {
        "load": _loads(write), "talks": _talks(write), "dose": _doses(write), "continuity": _continuity(write),
        "quarterly": _quarterly(write),
    }  # fmt: skip
    drawn = {name: _picture(write, name, found) for name, found in rows.items() if found}
    if not drawn:
        raise InputError("There is nothing to draw: no team and no guidance of ten clients or more was written down.")
    return drawn


def _loads(write: Writer) -> list[Row]:
    found = []
    for one in write.page.own or write.page.loads:
        if one.name:
            end = max(one.most or one.least, one.least + Fraction(1, 50))  # A range of one number is a line.
            asked = Bar(one.least, end, ORANGE, write.asked(one))
            found.append(
                Row(one.name, (Bar(0, one.positions, BLUE, write.number(one.positions)),), (asked,) if one.least else ())
            )
    return found


def _talks(write: Writer) -> list[Row]:
    found = []
    for name, one in write.page.talks.items():
        fits, promised = Bar(0, one.talks, BLUE, write.number(one.talks, 0)), write.number(one.promised, 0)
        found.append(Row(name, (fits,), (Bar(0, one.promised, ORANGE, promised),)))
    return found


def _doses(write: Writer) -> list[Row]:
    found = []
    for group in write.page.groups:
        bars, at = [], Fraction(0)
        for colour, one in zip(COLOURS, group.channels.values(), strict=True):
            bars.append(Bar(at, at + (one.a_year or 0), colour))
            at += one.a_year or 0
        bars[-1] = Bar(bars[-1].first, at, COLOURS[-1], write.number(group.all_contacts.a_year))
        found.append(Row(write.short(group.part), tuple(bars)))
    return found


def _continuity(write: Writer) -> list[Row]:
    kept = [(group, group.continuity) for group in write.page.groups if group.continuity.clients >= LEAST]
    return [Row(write.short(group.part), (Bar(0, one.mean or 0, BLUE, write.number(one.mean)),)) for group, one in kept]


def _quarterly(write: Writer) -> list[Row]:
    """A client to whom something was promised, so that groups of all sizes can be read beside each other."""
    found = []
    for group in write.page.groups:
        people = group.fidelity.judged
        for one in group.quarterly:
            if one.promised is not None and people >= LEAST:
                given, promised = Fraction(one.done, people), one.promised / people
                found.append(Row(f"{write.short(group.part)} {one.quarter}", (Bar(0, given, BLUE, write.number(given, 2)),),
                                 (Bar(0, promised, ORANGE, write.number(promised, 2)),)))  # fmt: skip
    return found


def _picture(write: Writer, name: str, rows: Sequence[Row]) -> str:
    """One picture; of more names than can be read, the first ones in the order of the table."""
    page, shown = write.page, rows[:_MOST]
    days = write.days(page.period)
    under = f"{page.town}{f', {page.team}' if page.team else ''}: {days['first']} - {days['last']}"
    said = "; ".join(f"{row.name}: {', '.join(bar.words for bar in (*row.upper, *row.lower) if bar.words)}" for row in shown)
    body = [*_scale(shown), *_bars(shown)]
    if name == "dose":
        under += f". {write.word('picture_dose_under')}"
        body += _legend({write.word(channel): colour for channel, colour in zip(CHANNELS, COLOURS, strict=True)})
    return document(write.word(f"picture_{name}"), under, said, body)


def _highest(rows: Sequence[Row]) -> Number:
    return max([bar.last for row in rows for bar in (*row.upper, *row.lower)], default=0) or 1


def _x(value: Number, highest: Number) -> int:
    return _LEFT + int(value * (WIDTH - _LEFT - _RIGHT) // highest)


def _scale(rows: Sequence[Row]) -> list[str]:
    """Quiet lines down at round numbers."""
    highest = _highest(rows)
    found = []
    for value in range(0, int(highest) + 1, nice_step(0, highest, 8)):
        x = _x(value, highest)
        found.append(f'<path d="M{x} {_TOP} V{HEIGHT - _BOTTOM}" stroke="{GRID}" stroke-width="1"/>')
        found.append(text(x, HEIGHT - _BOTTOM + 16, str(value), size=12, anchor="middle", fill=QUIET))
    return found


def _bars(rows: Sequence[Row]) -> list[str]:
    highest, room = _highest(rows), (HEIGHT - _TOP - _BOTTOM) // len(rows)
    room = min(room, 64)
    thick = max(2, min(18, room * 2 // 5))
    found = []
    for number, row in enumerate(rows):
        y = _TOP + number * room + room // 2
        found.append(text(_LEFT - 8, y + 4, row.name[:34], size=max(8, min(13, room)), anchor="end"))
        for bars, top in ((row.upper, y - thick if row.lower else y - thick // 2), (row.lower, y)):
            for bar in bars:
                x, end = _x(bar.first, highest), _x(bar.last, highest)
                found.append(f'<rect x="{x}" y="{top}" width="{max(3, end - x)}" height="{thick - 1}" fill="{bar.colour}"/>')
                if bar.words:
                    size = max(8, min(12, thick))
                    found.append(text(end + 5, top + thick // 2 + size // 3, bar.words, size=size, fill=INK))
    return found


def _legend(colours: Mapping[str, str]) -> list[str]:
    found, x = [], 24
    for words, colour in colours.items():
        found.append(f'<rect x="{x}" y="{HEIGHT - 20}" width="12" height="12" fill="{colour}"/>')
        found.append(text(x + 18, HEIGHT - 9, words, size=12))
        x += 40 + 8 * len(words)
    return found
