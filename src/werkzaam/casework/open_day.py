# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What to know about the day of a talk that somebody chose by hand: a holiday, a weekend, a day on which a colleague is away.

It is remarked and never refused: people do meet on such a day, and the day may also be a slip of the pen.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from werkzaam.casework.calendar import WEEKDAYS
from werkzaam.casework.channels import PERSONAL
from werkzaam.casework.dossier import Dossier
from werkzaam.casework.notion import Remark
from werkzaam.casework.office import Office
from werkzaam.facts.working_days import closing_holiday


def of_the_day(day: date, worker: str, office: Office) -> Iterator[Remark]:
    """At most one remark about the day of a talk with a case manager; who is not in the list of staff has no own days."""
    holiday = closing_holiday(day)
    if holiday is not None:
        yield Remark("day_holiday", {"on": day, "holiday": holiday.name})
        return
    if day.weekday() >= len(WEEKDAYS):
        yield Remark("day_weekend", {"on": day})
        return
    known = office.workers.get(worker)
    if known is None:
        return
    if not known.works_on(day):
        yield Remark("day_away", {"on": day, "name": known.name})
    elif WEEKDAYS[day.weekday()] not in known.days:
        yield Remark("day_not_theirs", {"on": day, "name": known.name, "days": known.days})


def with_another(day: date, worker: str, dossier: Dossier, planned: Iterable[tuple[date, str]] = ()) -> Iterator[Remark]:
    """That a client talks with somebody else on the same day: `planned` are days of appointments, each with whose it is."""
    spoken = ((one.day, one.worker) for one in dossier.contacts if one.channel in PERSONAL)
    others = sorted({name for on, name in (*spoken, *planned) if on == day and name != worker})
    if others:
        yield Remark("two_on_one_day", {"on": day, "others": others})
