# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""How strong a language training is: many hours or at work, or a few hours somewhere (R-053)."""

from __future__ import annotations

from enum import Enum

from werkzaam.casework.work_terms import WorkTerms
from werkzaam.core.errors import InputError

AT_WORK = "op_het_werk"
SETTINGS = ("school", "buurthuis", "bibliotheek", "online", "thuis", AT_WORK)
"""Where a language training is given."""


class Intensity(Enum):
    """What a language training is worth; the value is the key of its sentence."""

    LOW = "low_intensity"
    INTENSIVE = "language_intensive"
    ON_THE_JOB = "language_on_the_job"


def intensity(hours: int, setting: str, terms: WorkTerms) -> Intensity:
    """The strength of a training of so many hours a week; on the job counts by where it is, not by its hours."""
    if setting not in SETTINGS:
        raise InputError(f"waar: one of {', '.join(SETTINGS)} was expected; found {setting!r}.")
    if setting == AT_WORK:
        return Intensity.ON_THE_JOB
    return Intensity.INTENSIVE if hours >= terms.intensive_hours else Intensity.LOW
