# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What comes before Amsterdam is relived: published worked examples computed again, and one household's year."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from werkzaam.app.cases import read_case
from werkzaam.app.month_page import MonthPage, month_pages
from werkzaam.app.published import WorkedExample, worked_examples
from werkzaam.core.money import format_euro

CASE = Path(__file__).with_name("examples").joinpath("samira_2018.toml")


def examples() -> Iterator[str]:
    """Each published worked example beside its source: what it says, and what the rules give."""
    for example in worked_examples():
        yield from _example(example)


def _example(example: WorkedExample) -> Iterator[str]:
    for stated, outcome in example.outcomes():
        verdict = "agrees" if outcome.agrees else "DIFFERS"
        whose = "published" if stated else "expected"
        yield f"  {example.id}  {verdict:<9}  {outcome.what}: {whose} {outcome.expected}, computed {outcome.found}"
    for cents, why in example.not_followed.items():
        yield f"  {example.id}  not ours   published {format_euro(cents)}: {why}"
    if example.remains:
        yield f"  {example.id}  besides    {example.remains}"
    yield f"       source: {example.source}"


def year() -> tuple[str, tuple[MonthPage, ...]]:
    """One household's year: the title of its case, and a page for each month."""
    case = read_case(CASE)
    return case.title, month_pages(case, "nl")
