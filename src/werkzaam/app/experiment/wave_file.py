# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What a round of interviews brought, from our own CSV or an export of another tool: who was interviewed, how, and the answers.

Read strictly: an answer outside its code list refuses the file, with its line. Free text is never taken.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from werkzaam.app.exchange import cells
from werkzaam.app.exchange.delivered import Source
from werkzaam.app.exchange.reported import BadRow
from werkzaam.app.experiment.table import Bad, Line, Table, read_table
from werkzaam.core.errors import InputError
from werkzaam.experiment.design import Design
from werkzaam.experiment.survey import Answer, QuestionSet, read_answers
from werkzaam.experiment.waves import Mode, NoAnswer, mode_of, no_answer_of, wave_of

FIXED = ("pid", "wave", "day", "mode", "version", "reason")
"""The columns of our own file beside those of the questions."""


@dataclass(frozen=True, slots=True)
class WaveRow:
    """One attempt: an interview with a mode and answers, or the reason why there was none."""

    line: int
    pid: str
    wave: str
    day: date
    mode: Mode | None
    reason: NoAnswer | None
    version: int
    answers: Mapping[str, Answer]


def read_wave(
    source: Source, design: Design, questions: QuestionSet, today: date, without: Collection[str] = ()
) -> tuple[Table, list[WaveRow]]:  # fmt: skip
    """The rows of our own file; raises RowsRefused with every row that is wrong."""
    known = (*FIXED, *(item.id for item in questions.items))
    table = read_table(source, needed=("pid", "wave", "day"), known=known, without=without)
    return table, rows_of(table, design, questions, today)


def rows_of(table: Table, design: Design, questions: QuestionSet, today: date) -> list[WaveRow]:
    """The rows of a table with our columns, from whatever file it came."""
    rows = table.each(lambda line: _row(line, design, questions, today))
    first: dict[tuple[str, str], int] = {}
    held = [row for row in rows if row.mode is not None]
    table.refuse([
        BadRow(row.line, "pid", f"the same person's interview of {row.wave} stands in row {first[row.pid, row.wave]}.")
        for row in held
        if first.setdefault((row.pid, row.wave), row.line) != row.line
    ])  # fmt: skip
    return rows


def _row(line: Line, design: Design, questions: QuestionSet, today: date) -> WaveRow:
    pid, wave = line.needed("pid"), line.read("wave", lambda text: wave_of(design, text).id)
    day = line.read("day", lambda text: _day(text, today))
    mode, reason = line.maybe("mode", mode_of), line.maybe("reason", no_answer_of)
    if (mode is None) == (reason is None):
        raise Bad(line.number, "mode", "an interview has a mode and no reason; one that was not held has a reason and no mode.")
    version = line.maybe("version", cells.number) or 0
    answers = {name: text for name, text in line.cells.items() if name not in FIXED}
    if reason is not None:
        if any(answers.values()):
            raise Bad(line.number, "reason", "no interview was held, and there are answers.")
        return WaveRow(line.number, pid, wave, day, None, reason, version, {})
    if not version:
        raise Bad(line.number, "version", "it is empty; which version of the questions was asked?")
    try:
        found = read_answers(questions, version, answers)
    except InputError as error:
        place, _, why = str(error).partition(": ")
        raise (Bad(line.number, place, why) if why else Bad(line.number, "version", place)) from None
    return WaveRow(line.number, pid, wave, day, mode, None, version, found)


def _day(text: str, today: date) -> date:
    found = cells.day(text)
    if found > today:
        raise InputError(f"{found} lies ahead; it is {today}.")
    return found
