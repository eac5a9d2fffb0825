# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""How many were reached how, who came, what staff chose beforehand, and who still needs somebody to explain it, in lines."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from werkzaam.app.ledger.desk import Desk
from werkzaam.experiment.design import Design
from werkzaam.experiment.reach import Rate, channel_rates, clients_of, staff_rates, tasks
from werkzaam.store.roster import happenings


def reached(desk: Desk, design: Design, term_days: int) -> Iterator[str]:
    """The report, line by line: rates with their counts, case managers by their ids, tasks by their last day."""
    events = happenings(desk.database, desk.town.id, design.id)
    yield "By channel:"
    for mix, rate in sorted(channel_rates(events).items(), key=lambda one: [channel.value for channel in one[0]]):
        yield f"  {_told(rate)}  {' + '.join(channel.value for channel in mix)}"
    yield "By case manager, those who work and those who do not:"
    for one in staff_rates(clients_of(events)):
        points = "" if one.difference is None else f", {_whole(one.difference)} points apart"
        yield f"  {one.klantmanager}: {_told(one.working)} and {_told(one.not_working)}{points}"
    waiting = tasks(events, design.windows, term_days=term_days, today=desk.today)
    yield f"Explain in person, after {term_days} days without an answer: {len(waiting)}"
    for task in waiting:
        yield f"  {task.person} by {task.by}"


def _told(rate: Rate) -> str:
    percent = "-" if rate.percent is None else f"{_whole(rate.percent)}%"
    return f"{percent} ({rate.enrolled} of {rate.approached})"


def _whole(percent: Fraction) -> int:
    """To the nearest whole percent, halves away from zero."""
    sign = -1 if percent < 0 else 1
    return sign * ((2 * abs(percent.numerator) + percent.denominator) // (2 * percent.denominator))
