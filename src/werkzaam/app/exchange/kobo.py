# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A wave from KoboToolbox: a CSV export with XML values and headers (not labels).

Written from Kobo's public documentation, without access to a server. The form has questions `pid` and `mode`; the day is `today`
or, without it, that of `end`. Questions stand behind their groups (`group/question`); a question with several answers is one
column with its codes and spaces between them, and beside it a column for each code (`question/code`), which must say the same.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from werkzaam.app.exchange.delivered import Source
from werkzaam.app.exchange.survey_columns import boxes_of, changed, day_of_moment, refuse_unknown, ticked
from werkzaam.app.experiment.table import Bad, Line, Table, read_table
from werkzaam.app.experiment.wave_file import FIXED
from werkzaam.experiment.design import Design
from werkzaam.experiment.survey import BETWEEN, Form, QuestionSet
from werkzaam.experiment.waves import wave_of

ABOUT = ("start", "deviceid", "username", "phonenumber", "_id", "_uuid", "_submission_time", "_validation_status", "_notes",
         "_status", "_submitted_by", "__version__", "_tags", "_index", "_version_", "meta/instanceID")  # fmt: skip
"""Columns of the tool itself, telephone numbers among them: left out unread."""
_MARKS = {"1": True, "0": False, "": False, "True": True, "False": False}


def read_kobo(
    source: Source, design: Design, questions: QuestionSet, wave: str, *, version: str = "",
    without: Collection[str] = (),
) -> Table:  # fmt: skip
    """The export of one wave with our columns; questions of groups under their own name."""
    name = wave_of(design, wave).id
    boxes = boxes_of(questions, lambda item, code: f"{item}/{code}")
    table = read_table(source, needed=(), without=(*ABOUT, *without))
    several = {item.id for item in questions.items if item.form is Form.MANY}
    known = {*FIXED, "today", "end", *boxes, *(item.id for item in questions.items)}
    refuse_unknown(table, {column for column in table.columns if _own(column, known) in known})

    def ours(line: Line) -> dict[str, str]:
        plain = Line(line.number, {_own(column, known): cell for column, cell in line.cells.items()})
        return {"wave": name, "version": version, **_cells(plain, boxes, several)}

    return changed(table, ours)


def _own(column: str, known: Collection[str]) -> str:
    """The name of a question without those of its groups."""
    parts = column.split("/")
    return next((tail for at in range(len(parts)) if (tail := "/".join(parts[at:])) in known), column)


def _cells(line: Line, boxes: Mapping[str, tuple[str, str]], several: Collection[str]) -> dict[str, str]:
    cells = {column: cell for column, cell in line.cells.items() if column not in boxes and column not in ("today", "end")}
    moment = next((column for column in ("today", "end") if line.cells.get(column)), None)
    if "day" not in cells:
        if moment is None or "pid" not in cells:
            raise Bad(line.number, "today", "a day and a pid were expected, in today or end and in pid.")
        cells["day"] = line.read(moment, day_of_moment)
    for item, answer in ticked(line, boxes, _MARKS).items():
        if item in cells and set(cells[item].split()) != set(filter(None, answer.split(BETWEEN))):
            raise Bad(line.number, item, "the column of the question and those of its codes do not say the same.")
    return {column: BETWEEN.join(cell.split()) if column in several else cell for column, cell in cells.items()}
