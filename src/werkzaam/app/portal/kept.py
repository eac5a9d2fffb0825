# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What was computed for a page, kept for the next one who asks: by what was known, so that it can never be out of date."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TypeVar, cast

from werkzaam.app.case import Case
from werkzaam.app.casework.offices import office_of
from werkzaam.app.casework.reachable import reached_at
from werkzaam.app.ledger.desk import Desk
from werkzaam.app.ledger.household_file import HouseholdFile
from werkzaam.app.ledger.month_then import case_known
from werkzaam.app.month_page import MonthPage, month_pages
from werkzaam.casework.office import Office
from werkzaam.core.months import Month
from werkzaam.store.staff import last_staff_entry

MOST = 2_000
"""How many values a process keeps; a page of a month is about 20 kB."""
_T = TypeVar("_T")


@dataclass
class Kept:
    """Values by what they were computed from, the newest used last; what is over the number goes. For many threads at once."""

    most: int = MOST
    _values: OrderedDict[Hashable, object] = field(default_factory=OrderedDict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def get(self, key: Hashable, make: Callable[[], _T]) -> _T:
        """The value of a key, made when it is not there; two at once may both make it, and one is kept."""
        with self._lock:
            if key in self._values:
                self._values.move_to_end(key)
                return cast("_T", self._values[key])
        made = make()
        with self._lock:
            self._values[key] = made
            while len(self._values) > self.most:
                self._values.popitem(last=False)
        return made

    def __len__(self) -> int:
        return len(self._values)

    def page(self, desk: Desk, file: HouseholdFile, month: Month, day: date, lang: str) -> MonthPage:
        """The page of a month without the list of its steps; who to ask is looked up anew each time (a PageMaker)."""
        made = self.get(("page", about(desk, file), month, lang), lambda: _page(desk, file, month, lang))
        return replace(made, contact=reached_at(desk, file, day))

    def office(self, desk: Desk) -> Office:
        """The office of a desk, as `offices.office_of`: entries about it are numbered and only added."""
        last = last_staff_entry(desk.database, desk.town.id)
        return self.get(("office", desk.town.id, last, desk.today), lambda: office_of(desk))

    def case(self, desk: Desk, file: HouseholdFile, month: Month) -> Case:
        """The case up to a month with estimates, as `month_then.case_known`."""
        return self.get(("case", about(desk, file), month), lambda: case_known(desk, file, month))


def about(desk: Desk, file: HouseholdFile) -> Hashable:
    """What all that is computed of a file rests on: its last fact, and the month up to which the town's choices are read.

    Facts are only ever added, so a number of a fact stands for all before it.
    """
    last = file.known[-1]
    return file.municipality, file.household, last.hseq, last.recorded_at, len(file.known), Month.of_day(desk.today)


def _page(desk: Desk, file: HouseholdFile, month: Month, lang: str) -> MonthPage:
    return month_pages(case_known(desk, file, month), lang, month, whole=False)[0]
