# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A letter as it is read: sections of sentences and tables, in one language, from which text and PDF are printed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum


class Part(Enum):
    """What a passage tells; the first six stand in every letter (R-077)."""

    AMOUNT = "amount"
    MONTH = "month"
    REASON = "reason"
    NEXT_PAYMENT = "next_payment"
    OPTIONS = "options"
    PERSON = "person"
    OBJECTION = "objection"
    LAW = "law"
    MORE = "more"


class Style(Enum):
    """How a section looks."""

    PLAIN = "plain"
    LEAD = "lead"
    BOX = "box"
    BULLETS = "bullets"
    SMALL = "small"


@dataclass(frozen=True, slots=True)
class Said:
    """One or more sentences that belong together, and what they tell."""

    text: str
    parts: frozenset[Part] = frozenset({Part.MORE})


@dataclass(frozen=True, slots=True)
class Row:
    """One amount in a table: label, signed cents, the same as text, and a sentence below the label; `strong` for a total."""

    label: str
    cents: int
    shown: str
    note: str = ""
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Amounts under each other, with a head for both columns."""

    head: tuple[str, str]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a letter; without a heading it continues what stands above it."""

    heading: str
    said: tuple[Said, ...] = ()
    style: Style = Style.PLAIN
    table: Table | None = None


@dataclass(frozen=True, slots=True)
class Letter:
    """A whole letter; `about` are the labelled facts beside the address, `closing` the lines below the text."""

    lang: str
    day: date
    title: str
    sender: str
    address: tuple[str, ...]
    about: tuple[tuple[str, str], ...]
    note: str
    greeting: str
    sections: tuple[Section, ...]
    closing: tuple[str, ...]
    footer: str

    def said(self, part: Part) -> tuple[str, ...]:
        """The passages that tell one thing, in order."""
        return tuple(one.text for section in self.sections for one in section.said if part in one.parts)

    def passages(self) -> Iterator[str]:
        """Everything in sentences: what the readability rules are about."""
        yield from (text for text in (self.note, self.footer) if text)
        for section in self.sections:
            yield from (one.text for one in section.said)
            yield from (row.note for row in (section.table.rows if section.table else ()) if row.note)

    def amounts(self) -> tuple[int, ...]:
        """The cents of all tables, in order."""
        return tuple(row.cents for section in self.sections if section.table for row in section.table.rows)
