# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Being abroad: how long is free for somebody by the law of the day, and telling it (R-144)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from importlib.resources import files
from pathlib import Path

from werkzaam.app.casework.record import Written, write
from werkzaam.app.ledger.desk import Desk
from werkzaam.app.portal.mijn_reading import Own
from werkzaam.app.rows import read_toml
from werkzaam.casework.abroad import days_in, notices_of, over
from werkzaam.casework.calendar import months_after
from werkzaam.casework.entry import Entry, Kind, Role
from werkzaam.casework.standing import day_of
from werkzaam.core.errors import NotCovered
from werkzaam.core.months import Month

FILE = Path(str(files("werkzaam.casework"))).joinpath("data", "abroad.toml")
WEEK = 7


@dataclass(frozen=True, slots=True)
class Limit:
    """Days of a calendar year that are free, and how many on end; by which law, and where that was read."""

    days: int
    law: str
    source: str


@dataclass(frozen=True, slots=True)
class AbroadPage:
    """The limit, the days told of this year, and each notice with its first and last day and the days above the limit."""

    limit: Limit
    year: int
    told: int
    notices: tuple[tuple[Entry, date, date, int], ...]

    @property
    def left(self) -> int:
        """The days of this year that are still free."""
        return max(self.limit.days - self.told, 0)


def limit_on(desk: Desk, born: date | None, day: date) -> Limit:
    """The limit for somebody of an age on a day; raises NotCovered for a day before the first that we know."""
    document = read_toml(FILE)
    held = [row for row in document.rows("grens") if row.day("vanaf") <= day]
    if not held:
        raise NotCovered(f"How long somebody may be abroad on {day} is not known here; casework/data/abroad.toml begins later.")
    row = max(held, key=lambda one: one.day("vanaf"))
    row.only("vanaf", "weken", "weken_aow", "wet", "bron")
    source = document.tables["bronnen"][row.text("bron")]
    pensioner = born is not None and _pensioner(desk, born, day)
    return Limit(row.whole("weken_aow" if pensioner else "weken") * WEEK, row.text("wet"), str(source["waar"]))


def _pensioner(desk: Desk, born: date, day: date) -> bool:
    """Whether somebody is of the state pension age: that of the year, or that of last year on a day of last year."""
    days = (day, date(day.year - 1, 12, 31))
    return any(months_after(born, int(desk.facts.on("aow_leeftijd", Month.of_day(one)).value)) <= one for one in days)


def abroad_page(own: Own) -> AbroadPage:
    """The page on the desk's day."""
    today, notices = own.desk.today, notices_of(own.dossier)
    rows = tuple((one, day_of(one.body["first"]), day_of(one.body["last"]), over(one, notices)) for one in notices[::-1])
    return AbroadPage(limit_on(own.desk, own.dossier.born, today), today.year, days_in(today.year, notices), rows)


def tell(desk: Desk, own: Own, first: date, last: date, *, reach: str = "", once: str = "") -> Written:
    """Keep that somebody will be abroad, held against the limit of the first day; raises InputError for days that cannot be."""
    raw: dict[str, object] = {"first": first, "last": last, "limit_days": limit_on(desk, own.dossier.born, first).days}
    if reach:
        raw["reach"] = reach
    return write(desk, own.dossier.person, Kind.ABROAD, raw, role=Role.CLIENT, once=once)
