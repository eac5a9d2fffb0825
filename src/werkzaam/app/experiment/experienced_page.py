# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Experienced and established errors as a section of a report: two lines that never become one."""

from __future__ import annotations

from fractions import Fraction

from werkzaam.app.experiment.report.model import Cell, Section, Table
from werkzaam.app.text_layout import decimal
from werkzaam.app.texts.dashboard import WORDS
from werkzaam.experiment.experienced import Errors


def errors_section(found: Errors, lang: str) -> Section:
    """What people told, and what was checked, each with its own denominator."""
    words = WORDS[lang]
    rows = (
        (Cell(words["errors_told"]), Cell(_percent(found.experienced_percent, lang)), Cell(str(found.trouble)),
         Cell(words["errors_interviews"].format(number=found.interviews))),
        (Cell(words["errors_found"]), Cell(_percent(found.established_percent, lang)),
         Cell(str(found.established) if found.checked else "-"),
         Cell(words["errors_checked"].format(number=found.checked))),
    )  # fmt: skip
    head = tuple(words[key] for key in ("errors_kind", "errors_share", "people", "of"))
    table = Table("errors", words["errors_table"], head, rows, words["errors_note"])
    return Section("errors", words["errors"], (words["errors_said"],), (table,))


def _percent(found: Fraction | None, lang: str) -> str:
    return WORDS[lang]["not_measured"] if found is None else f"{decimal(found, lang, 1)}%"
