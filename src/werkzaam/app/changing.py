# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A household that changes: who comes, leaves or dies, and from which whole month that counts.

A month is computed as a whole. A change of who the bijstand is about that falls inside of a month makes it a part month: refused,
until an officer said by which of its days it counts (decision 0098).
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import TypeAlias

from werkzaam.app.case import Household, Person
from werkzaam.app.dated import Dated, Days
from werkzaam.app.rows import Document, Row
from werkzaam.core.months import Month, Span

FIRST_DAY, LAST_DAY = "eerste_dag", "laatste_dag"
"""By which day of a part month an officer lets it count: as it was on the first, or as it is on the last."""
COUPLE, LONE_PARENT, ALONE = "gehuwden", "alleenstaande_ouder", "alleenstaande"
_KEYS = ("van", "erbij", "weg", "overleden", "op", "leefvorm", "kinderen")
Members: TypeAlias = frozenset[str]


@dataclass(frozen=True, slots=True)
class Change:
    """What is otherwise from a day on. `died` is the day of a death; what follows from it may begin a month later (Pw 45:5)."""

    day: date
    comes: tuple[str, ...] = ()
    goes: tuple[str, ...] = ()
    form: str | None = None
    children: bool | None = None
    died: date | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """From a whole month on: who the bijstand is about, how they live, and whether there are children (None: as before)."""

    month: Month
    members: Members
    form: str
    children: bool | None = None


@dataclass(frozen=True)
class Course:
    """How a household goes on: its steps, the days of housemates, months that are refused with why, and the last month."""

    first: Members
    steps: tuple[Step, ...] = ()
    lodgers: Mapping[str, Dated] = field(default_factory=dict)
    part: Mapping[Month, str] = field(default_factory=dict)
    last: Month | None = None
    death: date | None = None
    """The day of the death after which nobody is left whom the bijstand is about."""

    def applied(self, household: Household, persons: Sequence[Person], span: Span) -> tuple[Household, tuple[Person, ...]]:
        """The household and its persons with what changes in the months of a span."""
        return self._household(household, span), tuple(self._person(one) for one in persons)

    def _household(self, household: Household, span: Span) -> Household:
        monthly = {month: dict(record) for month, record in household.monthly.items()}
        for month in span:
            for step in self.steps:
                if step.month <= month and step.members:
                    record = monthly.setdefault(month, {})
                    record["leefvorm"] = _form_number(step.form)
                    if step.children is not None:
                        record["kinderen"] = int(step.children)
        return replace(household, monthly=monthly)

    def _person(self, person: Person) -> Person:
        if person.name in self.lodgers:
            return replace(person, lives_here=self.lodgers[person.name])
        if person.housemate or not self.steps:
            return person
        spans: list[Days] = [Days()] if person.name in self.first else []
        for step in self.steps:
            here = bool(spans) and spans[-1].last is None
            if person.name in step.members and not here:
                spans.append(Days(step.month.first_day))
            elif person.name not in step.members and here:
                spans[-1] = Days(spans[-1].first, step.month.first_day - timedelta(1))
        return replace(person, lives_here=Dated(tuple(spans)))


def _form_number(form: str) -> int:
    from werkzaam.app.household import FORMS

    return FORMS[form]


def later(document: Document) -> Members:
    """Who does not belong to the household yet on its first day: whoever a change lets come before letting them go."""
    found: dict[str, bool] = {}
    for row in sorted(document.rows("wijziging"), key=_day):
        for key in ("weg", "erbij"):
            for name in row.texts(key) if key in row.values else ():
                found.setdefault(name, key == "erbij")
    return frozenset(name for name, comes in found.items() if comes)


def _day(row: Row) -> date:
    return row.day("op") if "overleden" in row.values else row.day("van")


def read_course(document: Document, persons: Sequence[Person], form: str) -> Course:
    """The [[wijziging]] and [[hele_maand]] of a case; `form` is how the household lives in its first month.

    Raises InputError for a change that cannot be: somebody who comes twice, or a form of living with another number of persons.
    """
    absent = later(document)
    members = frozenset(one.name for one in persons if not one.housemate and one.name not in absent)
    lodgers = {one.name: one.lives_here for one in persons if one.housemate}
    walk = _Walk(members, form, _whole_months(document), lodgers, {one.name for one in persons}, absent & set(lodgers))
    for row in sorted(document.rows("wijziging"), key=_day):
        walk.go(row)
    return Course(members, tuple(walk.steps), walk.moved, walk.part, walk.last, walk.death)


def _whole_months(document: Document) -> dict[Month, str]:
    """By which day a part month counts, as an officer said; the last word counts."""
    found = {}
    for row in document.rows("hele_maand"):
        row.only("maand", "zoals_op", "reden")
        found[row.month("maand")] = row.option("zoals_op", (FIRST_DAY, LAST_DAY))
        row.text("reden")
    return found


class _Walk:
    """Goes through the changes of a household in order of their days."""

    def __init__(self, members: Members, form: str, whole: Mapping[Month, str], lodgers: Mapping[str, Dated],
                 known: Collection[str], absent: Collection[str]) -> None:  # fmt: skip
        self._members, self._form, self._whole, self._known = members, form, whole, known
        self._lodgers = lodgers
        self._here = set(members) | (set(lodgers) - set(absent))
        self.steps: list[Step] = []
        self.moved: dict[str, Dated] = {}
        self.part: dict[Month, str] = {}
        self.last: Month | None = None
        self.death: date | None = None

    def go(self, row: Row) -> None:
        """One change."""
        row.only(*_KEYS)
        if self.last is not None:
            row.refuse(
                "", f"after {self.last} nobody is left whom the bijstand is about; take this change out, or the one before."
            )
        change = self._read(row)
        members = (self._members - set(change.goes)) | {name for name in change.comes if name not in self._lodgers}
        form = self._checked(row, change, members)
        self._lodge(change)
        month = self._month(change, members)
        self._members, self._form = members, form
        self.steps.append(Step(month, members, form, change.children))
        if not members:
            self.last, self.death = month - 1, change.died

    def _read(self, row: Row) -> Change:
        comes, goes = (row.texts(key) if key in row.values else () for key in ("erbij", "weg"))
        form = row.text("leefvorm") if "leefvorm" in row.values else None
        children = row.truth("kinderen") if "kinderen" in row.values else None
        died = None
        if "overleden" in row.values:
            died, goes = row.day("op"), (row.text("overleden"),)
            for key in ("van", "erbij", "weg"):
                if key in row.values:
                    row.refuse(key, "a death is a change of its own, with op as its day. Leave this key out.")
        day = self._after_death(died, goes[0]) if died else row.day("van")
        self._whereabouts(row, comes, goes)
        if not (comes or goes or form or children is not None):
            row.refuse("", "nothing changes here. Say who comes (erbij), who leaves (weg) or died (overleden), or how they live.")
        return Change(day, comes, goes, form, children, died)

    def _after_death(self, died: date, name: str) -> date:
        """From which day a death changes the norm: the next day, or a month later where a family is left (Pw 45:5)."""
        stays = name in self._members and (len(self._members) > 1 or self._form == LONE_PARENT)
        return (month_later(died) if stays else died) + timedelta(1)

    def _whereabouts(self, row: Row, comes: Sequence[str], goes: Sequence[str]) -> None:
        for key, names, here in (("erbij", comes, False), ("weg", goes, True)):
            for name in names:
                if name not in self._known:
                    row.refuse(
                        key, f"nobody here is called {name!r}; add a [[persoon]]. Known are: {', '.join(sorted(self._known))}."
                    )
                if (name in self._here) is not here:
                    row.refuse(key, f"{name} {'does not live here' if here else 'lives here already'} on that day.")
        self._here = (self._here | set(comes)) - set(goes)

    def _checked(self, row: Row, change: Change, members: Members) -> str:
        """How the household lives from then on; as many persons as that asks for."""
        if not members:
            if change.form:
                row.refuse("leefvorm", "nobody is left whom the bijstand is about; leave this key out.")
            return self._form
        form = row.option("leefvorm", (ALONE, LONE_PARENT, COUPLE), self._form if change.form is None else None)
        wanted = 2 if form == COUPLE else 1
        if len(members) != wanted:
            row.refuse("leefvorm", f"{form} asks for {wanted} person(s); after this change there are {len(members)}: "
                                   f"{', '.join(sorted(members))}. Say how they live from then on.")  # fmt: skip
        return form

    def _lodge(self, change: Change) -> None:
        """Housemates live here by the day, as always."""
        for name in (*change.comes, *change.goes):
            if name not in self._lodgers:
                continue
            spans = list(self.moved[name].spans if name in self.moved else
                         () if name in change.comes else self._lodgers[name].spans)  # fmt: skip
            if name in change.comes:
                spans.append(Days(change.day))
            else:
                spans[-1] = Days(spans[-1].first, change.day - timedelta(1))
            self.moved[name] = Dated(tuple(spans))

    def _month(self, change: Change, members: Members) -> Month:
        """From which month a change counts; where it falls inside of a month, that month is refused until an officer said how."""
        month = Month.of_day(change.day)
        ends = bool(change.died) and not members
        if ends:
            self._need(Month.of_day(change.died), change)  # type: ignore[arg-type]
        if change.day == month.first_day:
            return self._ended(month, change) if ends else month
        if members == self._members:
            return month + 1  # Housemates and children: the first day decides (decision 0031).
        self._need(month, change)
        return month if self._whole.get(month) == LAST_DAY else month + 1

    def _ended(self, month: Month, change: Change) -> Month:
        """A death on the last day of a month: that month is left out where an officer said so."""
        died = Month.of_day(change.died)  # type: ignore[arg-type]
        return died if died == month - 1 and self._whole.get(died) == LAST_DAY else month

    def _need(self, month: Month, change: Change) -> None:
        if month in self._whole:
            return
        if change.died:
            self.part[month] = (
                f"{month}: somebody died on {change.died}, and what is due then is not computed (art. 45(3) and (5) "
                "Participatiewet). An officer says how the month counts, with [[hele_maand]]."
            )
            return
        who = ", ".join((*change.comes, *change.goes))
        self.part[month] = (
            f"{month}: the household changes on {change.day} ({who}), inside of the month. Bijstand is settled by the calendar "
            "month, and how a month with two norms is split is not said (art. 45(1) Participatiewet). An officer says by which "
            "day it counts, with [[hele_maand]]."
        )


def month_later(day: date) -> date:
    """The same day a month later, or the last one of that month where it is shorter."""
    after = Month.of_day(day) + 1
    return min(after.first_day + timedelta(day.day - 1), after.last_day)
