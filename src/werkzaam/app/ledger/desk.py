# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Where somebody works on the ledger: which database and town, who it is, and which moment."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import cached_property
from pathlib import Path

from werkzaam.app.ledger.body import read
from werkzaam.app.ledger.household_file import HouseholdFile, Known
from werkzaam.app.ledger.plan import World
from werkzaam.app.ledger.town import Town
from werkzaam.app.regimes import regime_of
from werkzaam.core.months import Month
from werkzaam.facts.book import Facts
from werkzaam.facts.read import read_facts
from werkzaam.ledger.event import Head
from werkzaam.regime.lasting import chosen_or_lasting
from werkzaam.regime.regime import Regime, Timeline
from werkzaam.store.check import check, holds_ledger, make_schema
from werkzaam.store.database import Database, open_database
from werkzaam.store.errors import StoreError
from werkzaam.store.events import known_at, municipalities, open_municipality
from werkzaam.store.facts import KnownFact, facts_known
from werkzaam.store.writer import Writer, writing


@dataclass(frozen=True)
class Desk:
    """One person at work on one town's ledger at one moment (UTC, such as `2026-03-20T09:15:00Z`)."""

    database: Database
    town: Town
    actor: str
    moment: str

    @property
    def today(self) -> date:
        """The day of the moment."""
        return date.fromisoformat(self.moment[:10])

    @cached_property
    def facts(self) -> Facts:
        """The State's numbers."""
        return read_facts()

    @cached_property
    def regime(self) -> Regime | Timeline:
        """What the town chose, looked at up to this month: a town need not say until when."""
        return regime_of(self.town.regimes, self.facts, Month.of_day(self.today))

    def world(self, month: Month) -> World:
        """What all households of a month share."""
        return World(month, Month.of_day(self.today), self.facts, self.regime)

    @contextmanager
    def writes(self) -> Iterator[Writer]:
        """A transaction and its writer: all is kept, or nothing."""
        with self.database.transaction(), self.writing() as writer:
            yield writer

    def writing(self) -> AbstractContextManager[Writer]:
        """A writer in the transaction that is open."""
        return writing(self.database, self.town.id, recorded_at=self.moment, actor=self.actor)

    def draft(self, heads: Mapping[int, Head]) -> Writer:
        """A writer before the transaction, on the heads of some households as they were read."""
        return Writer(self.database, self.town.id, recorded_at=self.moment, actor=self.actor, heads=heads)

    def file(self, household: int, upto: int | None = None) -> HouseholdFile:
        """Everything that was recorded of a household, up to an event."""
        rows = facts_known(self.database, self.town.id, household, upto, all_versions=True)
        return HouseholdFile(self.town.id, household, tuple(map(_known, rows)))

    def ceiling_share(self, month: Month) -> Fraction:
        """The share of the norm that a claim may take a month, as the town chose."""
        return Fraction(self.regime.value("aflossing.plafond", month).value)  # type: ignore[arg-type]

    def payout_months(self, month: Month) -> list[Month]:
        """The months of a year in which the town pays premium, as it chose for a month of it or last before it; none without."""
        chosen = chosen_or_lasting(self.regime, "premie.uitbetaling", month)
        return [Month.of(month.year, number) for number in sorted(chosen.value)] if chosen else []  # type: ignore[arg-type]

    def known_on(self, household: int, day: date) -> int:
        """The last event of a household that was recorded on a day or before it."""
        return known_at(self.database, self.town.id, household, f"{day}T23:59:59Z")


def _known(one: KnownFact) -> Known:
    return Known(one.hseq, one.fact.kind, read(one.fact.row), one.recorded_at, one.fact.source_ref, one.superseded_by)


@contextmanager
def at_desk(url: str, town: Town, *, actor: str, moment: str) -> Iterator[Desk]:
    """Somebody at work on a ledger that is there and safe; raises StoreError or Unsafe when it is not."""
    database = open_database(url)
    try:
        check(database)
        _must_hold(database, town)
        yield Desk(database, town, actor, moment)
    finally:
        database.close()


def _must_hold(database: Database, town: Town) -> None:
    held = municipalities(database)
    if town.id not in held:
        there = ", ".join(f"{name} ({one})" for one, name in held.items()) or "no town"
        raise StoreError(f"This ledger holds {there}, and not {town.name} ({town.id}). Look whether this is the ledger and the "
                         "town file that you meant; `werkzaam new-ledger` adds the town.")  # fmt: skip


def new_ledger(url: str, town: Town) -> bool:
    """Make an empty ledger for a town, whole or not at all; or add the town to the ledger that is there.

    False when the town has one already: nothing changes then. Raises StoreError or Unsafe when the ledger that is there cannot
    be used.
    """
    if url.startswith("sqlite:///"):
        Path(url.removeprefix("sqlite:///")).resolve().parent.mkdir(parents=True, exist_ok=True)
    database = open_database(url)
    try:
        if not holds_ledger(database):
            make_schema(database, between=lambda: open_municipality(database, town.id, town.name))
            return True
        check(database)
        with database.transaction():
            new = town.id not in municipalities(database)
            open_municipality(database, town.id, town.name)
        return new
    finally:
        database.close()
