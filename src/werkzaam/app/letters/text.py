# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A letter as plain text: the same sentences and amounts in the same order as the PDF."""

from __future__ import annotations

from collections.abc import Iterator

from werkzaam.app.letters.model import Letter, Row, Section, Style, Table
from werkzaam.app.text_layout import WIDTH, heading, paragraph

_INDENT = "    "
_RULE = 12


def as_text(letter: Letter) -> str:
    """The letter, at most 92 columns wide."""
    blocks = [
        [letter.sender],
        list(letter.address),
        [f"{label}: {value}" for label, value in letter.about],
        paragraph(letter.note) if letter.note else [],
        heading(letter.title),
        [letter.greeting],
        *([*_section(section)] for section in letter.sections),
        list(letter.closing),
        paragraph(letter.footer) if letter.footer else [],
    ]
    return "\n\n".join("\n".join(block) for block in blocks if block) + "\n"


def _section(section: Section) -> Iterator[str]:
    """Heading, sentences, table; the box and the options as a list."""
    if section.heading:
        yield section.heading.upper()
    for said in section.said:
        if section.style in (Style.BOX, Style.BULLETS):
            yield from paragraph(f"- {said.text}", hanging="  ")
        else:
            yield from paragraph(said.text)
    if section.table:
        yield from _table(section.table)


def _table(table: Table) -> Iterator[str]:
    yield from _amount(*table.head)
    for row in table.rows:
        yield from _row(row)


def _row(row: Row) -> Iterator[str]:
    """A total has a rule above it; a sentence stands below its amount."""
    if row.strong:
        yield " " * (WIDTH - _RULE) + "─" * _RULE
    yield from _amount(row.label, row.shown)
    if row.note:
        yield from paragraph(row.note, _INDENT)


def _amount(label: str, shown: str) -> list[str]:
    """A label and an amount in the last column; a long label takes lines of its own."""
    room = WIDTH - max(_RULE, len(shown)) - 2
    *above, last = paragraph(label) if len(label) > room else [label]
    if len(last) > room:
        above, last = [*above, last], ""
    return [*above, f"{last:<{room}}  {shown:>{WIDTH - room - 2}}".rstrip()]
