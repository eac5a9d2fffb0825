# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A month's page as JSON: amounts in whole cents, keys that stay the same."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from werkzaam.app.month_page import MonthPage
from werkzaam.app.origin import Origin
from werkzaam.app.page_lines import Line

FORMAT = "werkzaam.explain/1"


def pages_json(pages: Sequence[MonthPage]) -> str:
    """All pages as one document."""
    lang = pages[0].lang if pages else "nl"
    document = {"format": FORMAT, "unit": "cent", "language": lang, "months": [_month(page) for page in pages]}
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _month(page: MonthPage) -> dict[str, Any]:
    sections = [{"key": section.key, "title": section.title, "lines": [_line(line) for line in section.lines],
                 "notes": list(section.notes)} for section in page.sections]  # fmt: skip
    return {
        "month": str(page.month), "title": page.title, "regime": page.regime, "summary": page.summary, "sections": sections,
        "contact": page.contact, "assumptions": [_origin(one) for one in page.assumptions], "receipt": page.receipt,
        "steps": [_line(line) for line in page.steps],
    }  # fmt: skip


def _line(line: Line) -> dict[str, Any]:
    return {
        "name": line.name, "person": line.whose[0] if line.whose else None, "job": line.whose[1] if len(line.whose) > 1 else None,
        "title": line.title, "amount": line.amount, "sign": line.sign, "shown": line.shown, "sentence": line.sentence,
        "details": list(line.details), "formula": line.formula, "because": line.because, "law": line.law,
        "law_url": line.law_url, "version": line.version, "sources": list(line.sources), "assumed": line.assumed,
    }  # fmt: skip


def _origin(one: Origin) -> dict[str, Any]:
    return {"name": one.name, "value": one.shown, "why": one.why, "source": one.source,
            "since": str(one.since) if one.since else None}  # fmt: skip
