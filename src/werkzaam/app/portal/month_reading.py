# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A decided month as its page reads it: first the little that decides what the page says, and the rest only to make it anew.

A chain only grows and its head is the hash of all that is in it, so a page that was made for a head is right while that is the
head. What stands in no chain - the bank's files, questions and who works at the office - is read each time and compared.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from werkzaam.app.casework.reachable import Recorded, reached_by, recorded
from werkzaam.app.ledger.desk import Desk
from werkzaam.app.ledger.household_file import HouseholdFile
from werkzaam.app.ledger.month_then import case_known
from werkzaam.app.month_page import MonthPage, month_pages
from werkzaam.app.portal.kept import Kept
from werkzaam.app.portal.own_changes import Correction, Past, past_of
from werkzaam.app.portal.own_month import PlainSum, WageCard, cards, plain_sum
from werkzaam.app.portal.own_paid import Went, went_of
from werkzaam.app.portal.own_questions import LineQuestion, questions_of
from werkzaam.core.months import Month
from werkzaam.ledger.event import Head
from werkzaam.ledger.payment import PartKind
from werkzaam.store.events import head_of
from werkzaam.store.own_payments import OwnPart, own_parts


@dataclass(frozen=True, slots=True)
class Basis:
    """All that decides what the page of a month says: while it is equal, so is the page.

    `choices` is the month up to which the town's choices are read, `months` are those that were decided by then.
    """

    head: Head
    choices: Month
    months: tuple[Month, ...]
    parts: tuple[OwnPart, ...]
    asked: tuple[LineQuestion, ...]
    contact: str


@dataclass(frozen=True, slots=True)
class ShownMonth:
    """What the page shows beside its basis."""

    page: MonthPage
    plain: PlainSum
    cards: tuple[WageCard, ...]
    changes: tuple[Correction, ...]
    went: tuple[Went, ...]


@dataclass(frozen=True, slots=True)
class _Outline:
    """What a chain says, as known at the end of a day, that the basis of every month needs."""

    months: tuple[Month, ...]
    reach: Recorded | None


@dataclass(frozen=True)
class MonthReading:
    """A month of a household, read for the end of a day; each part of the ledger once, and only when it is needed."""

    desk: Desk
    household: int
    month: Month
    day: date

    def basis(self, kept: Kept) -> Basis | None:
        """What decides the page; None for a month that was not decided by then."""
        head = head_of(self.desk.database, self.desk.town.id, self.household)
        if head is None:
            return None
        key = ("outline", self.desk.town.id, self.household, head, self.day)
        outline = kept.get(key, self._outline)
        if self.month not in outline.months or outline.reach is None:
            return None
        parts = own_parts(self.desk.database, self.desk.town.id, self.household)
        return Basis(
            head, Month.of_day(self.desk.today), outline.months, tuple(one for one in parts if one.month == self.month),
            tuple(one for one in questions_of(self.desk, self.household) if one.month == self.month),
            reached_by(self.desk, outline.reach, self.day, kept.office),
        )  # fmt: skip

    def shown(self, basis: Basis, lang: str) -> ShownMonth:
        """What the page shows, computed from the ledger."""
        case = case_known(self.desk, self._file, self.month)
        page = replace(month_pages(case, lang, self.month, whole=False)[0], contact=basis.contact)
        parts = [one for one in basis.parts if one.hseq <= self._upto]
        plain, went = plain_sum(page, parts), self._went(parts)
        return ShownMonth(page, plain, tuple(cards(case, self.month)), self._past.of(self.month), went)

    def _outline(self) -> _Outline:
        months = tuple(sorted(self._past.decided, reverse=True))
        return _Outline(months, recorded(self.desk, self._file, self.day) if months else None)

    def _went(self, parts: Sequence[OwnPart]) -> tuple[Went, ...]:
        """Where the money went; what was kept for another month is told with the wages of it as they are known now."""
        kept_back = any(one.kind is PartKind.RECOVERY for one in parts)
        file = self.desk.file(self.household) if kept_back and self.day < self.desk.today else self._file
        return went_of(file, parts)

    @cached_property
    def _past(self) -> Past:
        return past_of(self.desk, self.household, self.day)

    @property
    def _upto(self) -> int:
        return self._past.upto or 0

    @cached_property
    def _file(self) -> HouseholdFile:
        return self.desk.file(self.household, self._upto)
