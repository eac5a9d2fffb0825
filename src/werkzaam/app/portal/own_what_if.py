# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What somebody keeps of more work, from the ledger: this month with extra hours, by the rules that decide it."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from werkzaam.app.casework.reachable import reached_at
from werkzaam.app.extra_work import ExtraWork
from werkzaam.app.ledger.desk import Desk
from werkzaam.app.portal.kept import Kept, about
from werkzaam.app.whatif_answer import Question, WhatIf, what_if
from werkzaam.core.months import Month

SWEEP = tuple(Fraction(hours) for hours in range(0, 41, 4))
"""The hours a week of which the picture and its table are made."""


def own_what_if(desk: Desk, household: int, person: int, work: ExtraWork, kept: Kept) -> WhatIf:
    """The answer for a person of a household, of the month it is. Raises InputError for what cannot be answered."""
    file = desk.file(household)
    month = Month.of_day(desk.today)
    name = next(name for name, number in file.persons.items() if number == person)
    hours = (
        tuple(sorted({*SWEEP, work.hours}))
        if work.hours > 0
        else tuple(sorted({work.hours, *(-one for one in SWEEP if one <= -work.hours)}))
    )
    question = Question(work, hours, name, month)
    answer = kept.get(("what if", about(desk, file), question), lambda: what_if(kept.case(desk, file, month), question))
    trial = replace(answer.trial, case=replace(answer.trial.case, contact=reached_at(desk, file, desk.today)))
    return replace(answer, trial=trial)
