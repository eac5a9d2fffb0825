# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A file with answers to the yearly question, one a row without anybody's name, and what a report says of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from werkzaam.app.casework.towns.csv_file import BadCell, Columns, read_table, whole
from werkzaam.app.text_layout import heading, paragraph
from werkzaam.app.texts.yearly_question import WORDS
from werkzaam.experiment.words import number_text, whole_text
from werkzaam.experiment.yearly_question import LEAST, QUESTION, YearlyShare, yearly_share

COLUMNS = Columns(("jaar", QUESTION.id))
"""The columns of the file; an empty cell under the question is no answer."""
_YEARS = range(2018, 2100)


def read_yearly_answers(path: Path) -> tuple[YearlyShare, ...]:
    """The years of a file, first to last; raises RowsRefused with each bad row and column."""
    rows = read_table(path, COLUMNS, _answer)
    years = sorted({year for year, _ in rows})
    return tuple(yearly_share(each, (answer for year, answer in rows if year == each)) for each in years)


def _answer(row: Mapping[str, str]) -> tuple[int, str | None]:
    year = whole(row, "jaar", most=max(_YEARS))
    if year not in _YEARS:
        raise BadCell("jaar", f"a year such as 2021 was expected; found {row['jaar']!r}.")
    answer = row[QUESTION.id]
    if answer and answer not in QUESTION.options:
        raise BadCell(QUESTION.id, f"one of {', '.join(QUESTION.options)} or nothing was expected; found {answer!r}.")
    return year or 0, answer or None


def yearly_text(found: Sequence[YearlyShare], lang: str) -> str:
    """What a report says: each year its share with the interval, or that too few answered."""
    words = WORDS[lang]
    lines = [*heading(words["title"]), *paragraph(getattr(QUESTION.label, lang)), ""]
    for one in found:
        lines += paragraph(f"- {_year(one, lang)}", hanging="  ")
    return "\n".join([*lines, "", *paragraph(words["about"].format(least=LEAST))]) + "\n"


def _year(one: YearlyShare, lang: str) -> str:
    words = WORDS[lang]
    if one.hidden:
        return words["hidden"].format(year=one.year, least=LEAST)
    low, high = (number_text(bound, lang) for bound in one.interval())
    return words["year"].format(
        year=one.year, percent=number_text(one.percent, lang), yes=whole_text(one.yes, lang),
        answered=whole_text(one.answered, lang),
        low=low, high=high, unsure=whole_text(one.does_not_know, lang), silent=whole_text(one.silent, lang),
    )  # fmt: skip
