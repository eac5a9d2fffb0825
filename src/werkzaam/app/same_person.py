# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What cannot differ between the months of one person in delivered tables: the birth, and what was used before the tables."""

from __future__ import annotations

import numpy as np
import pyarrow as pa

from werkzaam.core.months import Month
from werkzaam.engine.addresses import Array
from werkzaam.engine.batch import key_words, refuse
from werkzaam.engine.kernel import Frame
from werkzaam.engine.rule import PERSOON

USED_BEFORE = "maanden_n_eerder"
"""Counted on in every month; other months before are read at the start only."""
BIRTH = "another geboortedatum than in {month}; give a person the same one in all months"
USED = f"another {USED_BEFORE} than in {{month}}; it is what was used before these tables, and stands the same on every row"


def refuse_other_persons(persons: pa.Table, frame: Frame) -> None:
    """Refuse a row whose date of birth or months used before differ from those of the same person in an earlier month."""
    later = np.flatnonzero(frame.back[PERSOON] >= 0)
    before = frame.back[PERSOON][later]
    if "leeftijd_eind" in frame.inputs:
        _refuse(persons, frame, later[_aged(frame, later, before)], BIRTH)
    used = frame.inputs.get(USED_BEFORE)
    if used is not None and used.any():
        _refuse(persons, frame, later[used[later] != used[before]], USED)


def _aged(frame: Frame, later: Array, before: Array) -> Array:
    """Where somebody did not become as many months older as there are between two rows; on its last day each month adds one."""
    age, month = frame.inputs["leeftijd_eind"].astype(np.int32), frame.month[frame.up[PERSOON]].astype(np.int32)
    found: Array = age[later] - age[before] != month[later] - month[before]
    return found


def _refuse(persons: pa.Table, frame: Frame, rows: Array, what: str) -> None:
    if len(rows):
        months = frame.month[frame.up[PERSOON][frame.back[PERSOON][rows]]]
        wrong = persons.take(pa.array(rows)).append_column("eerder", pa.array(months))
        refuse(PERSOON, wrong, np.arange(len(rows)),
               lambda row: f"{key_words(row)} has {what.format(month=Month(row['eerder']))}.")  # fmt: skip
