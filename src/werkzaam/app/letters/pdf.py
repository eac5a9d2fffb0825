# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A letter as a tagged PDF (PDF/UA-1) on one page, set with Typst; the same letter gives the same bytes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from werkzaam.app.letters.model import Letter, Row, Section
from werkzaam.app.typesetting import typeset

TEMPLATE = Path(__file__).with_name("letter.typ")
SETTINGS = ((11, 1.3), (11, 1.15), (11, 1), (11, 0.85), (11, 0.7), (10.5, 0.7), (10, 0.7), (9.5, 0.6))
"""Size of the text in points, and how much air there is, each lower than the one before: the first that fits is taken."""

_HARD = "\N{NO-BREAK SPACE}"


def as_pdf(letter: Letter) -> bytes:
    """The letter on one page of A4, dated on its day, tagged for screen readers, with its fonts inside.

    Raises InputError for a letter that does not fit one page (R-077) or has a character that no font of ours shows, and
    WerkzaamError where Typst is not installed.
    """
    return typeset(TEMPLATE, f"The letter {letter.title!r} of {letter.day}", letter=printed(letter))


def printed(letter: Letter) -> str:
    """What the template reads: the letter as JSON, every amount already a text; its day becomes the date of the PDF."""
    text = json.dumps(
        {
            "lang": letter.lang, "day": [letter.day.year, letter.day.month, letter.day.day], "title": letter.title,
            "description": f"{letter.title}. {letter.sender}.", "sender": letter.sender, "address": letter.address,
            "about": letter.about, "note": letter.note, "greeting": letter.greeting, "closing": letter.closing,
            "footer": letter.footer, "sections": [_section(section) for section in letter.sections], "settings": SETTINGS,
        },
        ensure_ascii=False, sort_keys=True,
    )  # fmt: skip
    return text.replace("€ ", f"€{_HARD}")


def _section(section: Section) -> dict[str, Any]:
    table = section.table
    return {
        "heading": section.heading,
        "style": section.style.value,
        "said": [one.text for one in section.said],
        "table": None if table is None else {"head": table.head, "rows": [_row(row) for row in table.rows]},
    }


def _row(row: Row) -> dict[str, Any]:
    return {"label": row.label, "shown": row.shown, "note": row.note, "strong": row.strong}
