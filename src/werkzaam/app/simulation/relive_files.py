# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The files of a relived experiment: report as page and PDF in two languages, every verdict as CSV, and the draw as published."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping
from math import isinf
from pathlib import Path

from werkzaam.app.experiment.report import html, pdf
from werkzaam.app.simulation.relive import Relived
from werkzaam.app.simulation.relive_published import Row, absent
from werkzaam.app.simulation.relive_verdicts import Judged, Verdict
from werkzaam.app.simulation.report.content import content
from werkzaam.app.simulation.report.tables import reason
from werkzaam.core.errors import InputError
from werkzaam.simulation.synthetic import NAME, STAMP

COLUMNS = ("row_id", "table", "item", "group", "wave", "period", "published", "unit", "how", "here", "mean", "least", "most",
           "error", "agree", "verdict", "why_nl", "why_en", "source", "people")  # fmt: skip
AUTHOR = "Werkzaam, synthetic"


def contents(done: Relived) -> Mapping[str, bytes]:
    """Every file by its name; the same town gives the same bytes."""
    found: dict[str, bytes] = {}
    for lang in ("nl", "en"):
        report = content(done, lang)
        found[f"{NAME}_report.{lang}.html"] = html.page(report).encode()
        found[f"{NAME}_report.{lang}.pdf"] = pdf.as_pdf(report, AUTHOR)
        pictures = [picture for section in report.sections for picture in section.pictures if section.id == "figures"]
        for at, picture in enumerate(pictures, 1):
            found[f"{NAME}_figure_{at}.{lang}.svg"] = picture.svg.encode()
    return found | {f"{NAME}_published.csv": published(done).encode(), f"{NAME}_draw.json": draw(done).encode()}


def write(done: Relived, folder: Path) -> list[Path]:
    """Write every file; raises InputError where that cannot be done."""
    files = []
    for name, raw in contents(done).items():
        files.append(folder / name)
        try:
            files[-1].write_bytes(raw)
        except OSError as error:
            raise InputError(f"{files[-1]} cannot be written ({error.strerror}). Give --out another folder.") from None
    return files


def published(done: Relived) -> str:
    """Every published number with its verdict, one a row, as CSV."""
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows({**cells, "people": "synthetisch / synthetic"} for cells in _cells(done))
    return out.getvalue()


def _cells(done: Relived) -> Iterator[dict[str, str]]:
    for one in done.rows:
        yield {**_row(one.row), "how": one.asked.how, "verdict": one.verdict.value, **_why(one), **_numbers(one)}
    for table in absent():
        for at in range(1, table.rows + 1):
            yield {"row_id": f"{table.table}-{at:03d}", "table": table.table, "verdict": Verdict.NOT_REPRODUCIBLE.value,
                   "why_nl": table.why.nl, "why_en": table.why.en}  # fmt: skip


def _row(row: Row) -> dict[str, str]:
    printed = row.value if row.low is None and row.high is None else f"{row.low:g}..{row.high:g}"
    return {"row_id": row.id, "table": row.table, "item": row.item, "group": row.group, "wave": row.wave, "period": row.period,
            "published": printed, "unit": row.unit, "source": row.source}  # fmt: skip


def _why(one: Judged) -> dict[str, str]:
    if one.verdict is Verdict.REPRODUCED:
        return {}
    if one.verdict is Verdict.NOT_REPRODUCIBLE:
        return {"why_nl": one.asked.why.nl, "why_en": one.asked.why.en}
    return {"why_nl": reason(one, "nl"), "why_en": reason(one, "en")}


def _numbers(one: Judged) -> dict[str, str]:
    numbers = {name: getattr(one, name) for name in ("here", "mean", "least", "most", "error", "agree")}
    return {name: f"{value:.4f}" for name, value in numbers.items() if value is not None and not isinf(value)}


def draw(done: Relived) -> str:
    """What is published of the draw: promise, result with the list, and one receipt as an example."""
    held = done.held
    page = {"synthetic": STAMP, "promise": held.promise.record, "result": held.result.record, "receipt": held.example,
            "checked": dict(held.checked)}  # fmt: skip
    return json.dumps(page, ensure_ascii=False, indent=1) + "\n"
