# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Waves from REDCap: a flat CSV export of records with raw codes (not labels).

Written from REDCap's public documentation of its exports, without access to a server. `record_id` is the pid;
`redcap_event_name` tells the wave (`t1_arm_1` is T1); a box of a checkbox field is a column `field___code`, 0 or 1.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from werkzaam.app.exchange.delivered import Source
from werkzaam.app.exchange.survey_columns import boxes_of, changed, refuse_unknown, ticked
from werkzaam.app.experiment.table import Bad, Line, Table, read_table
from werkzaam.app.experiment.wave_file import FIXED
from werkzaam.experiment.design import Design
from werkzaam.experiment.survey import QuestionSet

ABOUT = ("redcap_repeat_instrument", "redcap_repeat_instance", "redcap_data_access_group", "redcap_survey_identifier")
"""Columns of the tool itself that say nothing of answers."""
_EVENT = re.compile(r"(.+)_arm_\d+")
_COMPLETE = "_complete"
_MARKS = {"0": False, "1": True, "": False}


def read_redcap(source: Source, design: Design, questions: QuestionSet, without: Collection[str] = ()) -> Table:
    """The export with our columns. Rows of events that are no wave of the design are refused, and so are unknown columns.

    A row whose instrument is not complete (`<instrument>_complete` other than 2) needs a `reason`.
    """
    boxes = boxes_of(questions, lambda item, code: f"{item}___{code.lower().replace('-', '_')}")
    waves = {wave.id.lower(): wave.id for wave in design.waves}
    table = read_table(source, needed=("record_id", "redcap_event_name", "day"), without=(*ABOUT, *without))

    def ours(line: Line) -> dict[str, str]:
        cells = {name: cell for name, cell in line.cells.items() if name not in boxes and not name.endswith(_COMPLETE)}
        event = _EVENT.fullmatch(cells.pop("redcap_event_name"))
        if event is None or event[1].lower() not in waves:
            raise Bad(line.number, "redcap_event_name", f"an event of a wave was expected, such as {next(iter(waves))}_arm_1.")
        states = {cell for name, cell in line.cells.items() if name.endswith(_COMPLETE)}
        if states - {"2"} and not cells.get("reason"):
            raise Bad(line.number, "reason", "an instrument is not complete, and no reason is given.")
        return {"pid": cells.pop("record_id"), "wave": waves[event[1].lower()], **cells, **ticked(line, boxes, _MARKS)}

    known = {*FIXED, "record_id", "redcap_event_name", *boxes, *(item.id for item in questions.items)}
    refuse_unknown(table, known, _COMPLETE)
    return changed(table, ours)
