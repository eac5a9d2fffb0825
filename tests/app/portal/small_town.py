# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A ledger with one household of the invented town, at some day, for tests of what a person sees."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from werkzaam.app.example_town import FILES, TOWN_FILE
from werkzaam.app.ledger.desk import Desk, new_ledger
from werkzaam.app.ledger.own_report import OwnReport, report_wage
from werkzaam.app.ledger.record import record_households
from werkzaam.app.ledger.town import Town, read_town
from werkzaam.core.months import Month
from werkzaam.store.database import open_database

PERSON, HOUSEHOLD, JOB = 1001, 101, "winkel"


class SmallTown:
    """Samira's household since a month, and whoever works on it on whatever day."""

    def __init__(self, folder: Path, *, town: Town | None = None, first: str = "2019-01") -> None:
        self.town = town or read_town(TOWN_FILE)
        url = f"sqlite:///{folder}/small.db"
        new_ledger(url, self.town)
        self.database = open_database(url)
        file = folder / "101.toml"
        file.write_text((FILES / "101_samira.toml").read_text("utf-8").replace("2019-01", first), "utf-8")
        record_households(self.on(f"{first}-02"), [file])

    def on(self, day: str, actor: str = "a.maas") -> Desk:
        """Somebody at work on a day."""
        return Desk(self.database, self.town, actor, f"{day}T09:00:00Z")

    def report(self, day: str, month: str, cents: int) -> None:
        """Samira reports a wage of a whole month."""
        at = Month.parse(month)
        paid = date.fromordinal(at.last_day.toordinal() + 1)
        report_wage(self.on(day, "inwoner 1001"), HOUSEHOLD, OwnReport(PERSON, JOB, at.first_day, at.last_day, paid, cents))
