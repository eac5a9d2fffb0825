# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A wave from LimeSurvey: a CSV export of responses with question codes as headings and answer codes as answers.

Written from LimeSurvey's public manual, without access to a server. Wave and version are not in such an export, unless there is
a question `version`. `token` is the pid, `submitdate` the day (empty when the
interview was not finished), and a box of a question with several answers is a column `question[code]`, `Y` or empty or `N`.
"""

from __future__ import annotations

from collections.abc import Collection

from werkzaam.app.exchange.delivered import Source
from werkzaam.app.exchange.survey_columns import boxes_of, changed, day_of_moment, refuse_unknown, ticked
from werkzaam.app.experiment.table import Bad, Line, Table, read_table
from werkzaam.app.experiment.wave_file import FIXED
from werkzaam.experiment.design import Design
from werkzaam.experiment.survey import QuestionSet
from werkzaam.experiment.waves import wave_of

ABOUT = ("id", "lastpage", "startlanguage", "seed", "startdate", "datestamp", "ipaddr", "refurl")
"""Columns of the tool itself, an address on the internet among them: left out unread."""
_MARKS = {"Y": True, "N": False, "": False}


def read_limesurvey(
    source: Source, design: Design, questions: QuestionSet, wave: str, *, version: str = "",
    without: Collection[str] = (),
) -> Table:  # fmt: skip
    """The export of one wave with our columns. A response that was not submitted needs `day` and `reason` among its columns."""
    name = wave_of(design, wave).id
    boxes = boxes_of(questions, lambda item, code: f"{item}[{code}]")
    table = read_table(source, needed=("token", "submitdate"), without=(*ABOUT, *without))
    refuse_unknown(table, {*FIXED, "token", "submitdate", *boxes, *(item.id for item in questions.items)})

    def ours(line: Line) -> dict[str, str]:
        cells = {name: cell for name, cell in line.cells.items() if name not in boxes}
        pid, submitted = cells.pop("token"), line.maybe("submitdate", day_of_moment)
        del cells["submitdate"]
        if submitted is None and not (cells.get("day") and cells.get("reason")):
            raise Bad(line.number, "submitdate", "it is empty, so the interview was not finished. Give day and reason.")
        return {"pid": pid, "wave": name, "version": version, **cells, **({"day": submitted} if submitted else {}),
                **ticked(line, boxes, _MARKS)}  # fmt: skip

    return changed(table, ours)
