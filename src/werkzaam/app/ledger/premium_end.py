# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A premium that ends is announced: which ends a town planned, to whom it must be told, and whether that was done (R-267).

An end stands in a regime's file, so nobody would notice it by itself. From the day that a town uses such a file each of its ends
asks for a notice to everybody who gets the premium or may still get it; the queue holds the task until a named person says it was
done.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from werkzaam.app.ledger.desk import Desk
from werkzaam.app.ledger.told import coded
from werkzaam.app.text_layout import day_text, heading, paragraph
from werkzaam.app.texts.premium_end import WORDS
from werkzaam.core.months import Month
from werkzaam.regime.regime import Regime, Timeline
from werkzaam.store.queue import OpenItem, items_called, open_item
from werkzaam.store.receivers import households_since

SWITCHES = ("premie.geldt", "premie.per_uur", "premie.eenmalig", "premie.uitstroom")
"""The choices by which a town pays a premium at all."""
NOTICE_DAYS = 90
"""Days before its end by which a notice is sent; no source gives a term, so this is an assumption and printed as one."""
LOOK_BACK = 12
"""Months: who had bijstand or was paid premium in them is told."""
_FIRST_MONTH = Month.of(2018, 1)


@dataclass(frozen=True, slots=True)
class PlannedEnd:
    """A premium (its choice) and the last month in which it holds."""

    path: str
    last: Month

    @property
    def last_day(self) -> date:
        """The last day of the premium."""
        return self.last.last_day

    @property
    def item(self) -> str:
        """The name of the task to announce it."""
        return f"einde {self.path} {self.last}"


@dataclass(frozen=True, slots=True)
class Notice:
    """What an end asks: to tell these households by a day, and the task that says if it was done, once it is opened."""

    end: PlannedEnd
    households: tuple[int, ...]
    by: date
    task: OpenItem | None

    @property
    def required(self) -> bool:
        """Whether somebody must still be told."""
        return bool(self.households) and not self.announced

    @property
    def announced(self) -> bool:
        """Whether a named person said that all were told."""
        return self.task is not None and self.task.status == "closed"


def planned_ends(regime: Regime | Timeline, today: date) -> tuple[PlannedEnd, ...]:
    """Every premium of a town that ends after today and does not go on in the next regime, soonest first."""
    regimes = regime.regimes if isinstance(regime, Timeline) else (regime,)
    now, found = Month.of_day(today), []
    for path in SWITCHES:
        spans = [chosen.span for one in regimes for chosen in one.stated if chosen.path == path and chosen.value is True]
        goes_on = {span.first for span in spans}
        found += [PlannedEnd(path, span.last) for span in spans
                  if span.last is not None and span.last >= now and span.last + 1 not in goes_on]  # fmt: skip
    return tuple(sorted(found, key=lambda end: (end.last, end.path)))


def notices(desk: Desk) -> tuple[Notice, ...]:
    """What each planned end of the town asks now."""
    return tuple(_notice(desk, end) for end in planned_ends(desk.regime, desk.today))


def _notice(desk: Desk, end: PlannedEnd) -> Notice:
    first = max(Month.of_day(desk.today) - LOOK_BACK, _FIRST_MONTH)
    told = households_since(desk.database, desk.town.id, first)
    task = next(iter(items_called(desk.database, desk.town.id, end.item)), None)
    return Notice(end, tuple(told), end.last_day - timedelta(NOTICE_DAYS), task)


def require(desk: Desk) -> tuple[Notice, ...]:
    """Open the task of every notice that is required and has none; what each end asks after that."""
    with desk.writes() as writer:
        for one in notices(desk):
            if one.required and one.task is None:
                text = coded(
                    "premium_end", day=one.end.last_day.isoformat(), day_by=one.by.isoformat(), count=len(one.households)
                )
                open_item(writer, one.end.item, kind="check", text=text, owner=desk.town.contact)
    return notices(desk)


def notices_text(found: tuple[Notice, ...], today: date, lang: str) -> str:
    """The notices for a person to read, with the text that can be sent."""
    words = WORDS[lang]
    lines = heading(words["title"])
    for one in found or ():
        lines += ["", *_told(one, today, lang)]
    return "\n".join([*lines, *([] if found else ["", *paragraph(words["none"])])]) + "\n"


def _told(one: Notice, today: date, lang: str) -> Iterator[str]:
    words, end = WORDS[lang], one.end
    yield from paragraph(words["ends"].format(what=words[end.path], day=day_text(end.last_day, lang)))
    if one.announced:
        yield from paragraph(
            words["announced"].format(who=one.task.owner if one.task else "", how=one.task.reason if one.task else "")
        )
        return
    if not one.households:
        yield from paragraph(words["nobody"])
        return
    key = "late" if one.by < today else "in_time"
    yield from paragraph(words["required"].format(count=len(one.households)))
    yield from paragraph(words[key].format(by=day_text(one.by, lang), days=NOTICE_DAYS))
    yield from paragraph(words["households"].format(numbers=", ".join(map(str, one.households))))
    yield from paragraph(words["task"].format(task=end.item))
    yield from paragraph(words["text_head"])
    yield from paragraph(words["text"].format(what=words[end.path], day=day_text(end.last_day, lang)), "    ")
