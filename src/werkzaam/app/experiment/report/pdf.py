# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A report as a tagged PDF (PDF/UA-1), set with Typst: the same sections, tables and pictures as the page."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from werkzaam.app.experiment.report.model import Report, Table
from werkzaam.app.typesetting import typeset

TEMPLATE = Path(__file__).with_name("report.typ")
WIDE = 6
"""A table of more columns turns the page on its side."""


def as_pdf(report: Report, author: str) -> bytes:
    """The report as PDF, with its fonts inside; the same report gives the same bytes. Raises WerkzaamError without Typst."""
    return typeset(TEMPLATE, f"The report {report.title!r}", report=_printed(report, author))


def _printed(report: Report, author: str) -> str:
    sections = [
        {"title": one.title, "said": one.said, "tables": [_cells(table) for table in one.tables],
         "pictures": [{"svg": picture.svg, "says": picture.says, "table": _cells(picture.table)} for picture in one.pictures]}
        for one in report.sections
    ]  # fmt: skip
    wide = any(len(table.head) > WIDE for one in report.sections for table in one.tables)
    return json.dumps({"lang": report.lang, "title": report.title, "under": report.under, "author": author, "wide": wide,
                       "sections": sections, "stamp": report.stamp}, ensure_ascii=False)  # fmt: skip


def _cells(table: Table) -> dict[str, Any]:
    rows = [[cell.text for cell in row] for row in table.rows]
    return {"caption": table.caption, "head": table.head, "rows": rows, "note": table.note}
