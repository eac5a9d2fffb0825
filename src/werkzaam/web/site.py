# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The site that this process serves: its town, its ledger and its clock."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import cached_property

from django.conf import settings

from werkzaam.app.ledger.desk import Desk
from werkzaam.app.ledger.town import Town, read_town
from werkzaam.app.portal.kept import Kept
from werkzaam.app.regimes import regime_of
from werkzaam.core.months import Month
from werkzaam.facts.book import Facts
from werkzaam.facts.read import read_facts
from werkzaam.regime.regime import Regime, Timeline
from werkzaam.store.check import check
from werkzaam.store.database import Database, open_database
from werkzaam.web.environment import Environment
from werkzaam.web.rendered import Rendered

MOMENT = "%Y-%m-%dT%H:%M:%SZ"
"""How the ledger writes a moment: UTC, to the second."""


class Site:
    """One town, served to many at once: a connection to the ledger for each thread, looked at once before its first use."""

    def __init__(self, environment: Environment) -> None:
        self.environment = environment
        self._open = threading.local()
        self.kept = Kept()
        self.rendered = Rendered()
        self._reading = threading.Lock()
        self._known: dict[Month, tuple[Facts, Regime | Timeline]] = {}

    @cached_property
    def town(self) -> Town:
        """The town, as its file says."""
        return read_town(self.environment.town)

    @property
    def ledger(self) -> Database:
        """This thread's connection; raises StoreError when there is no ledger, and Unsafe when it is not to be trusted."""
        found: Database | None = getattr(self._open, "ledger", None)
        if found is None:
            found = open_database(self.environment.ledger)
            check(found)
            self._open.ledger = found
        return found

    def let_go(self) -> None:
        """Close this thread's connection: the next one begins anew, also after the database was away."""
        found: Database | None = getattr(self._open, "ledger", None)
        if found is not None:
            self._open.ledger = None
            found.close()

    def now(self) -> datetime:
        """The moment, in UTC; in a demo so much behind as it was set up."""
        return datetime.now(UTC) - timedelta(seconds=self.environment.shift)

    def desk(self, actor: str, moment: datetime | None = None) -> Desk:
        """Somebody at work on the ledger, now; the numbers of the State and the town's choices are read once a month."""
        desk = Desk(self.ledger, self.town, actor, (moment or self.now()).strftime(MOMENT))
        facts, regime = self.known(Month.of_day(desk.today))
        vars(desk).update(facts=facts, regime=regime)
        return desk

    def known(self, month: Month) -> tuple[Facts, Regime | Timeline]:
        """The numbers of the State, and what the town chose up to a month."""
        with self._reading:
            if month not in self._known:
                facts = read_facts()
                self._known[month] = facts, regime_of(self.town.regimes, facts, month)
        return self._known[month]


_served: dict[str, Site] = {}


def site() -> Site:
    """The site of this process."""
    if "here" not in _served:
        _served["here"] = Site(settings.ENVIRONMENT)
    return _served["here"]


def serve(environment: Environment) -> Site:
    """Serve another environment from now on; for tests and for the server's own start."""
    _served["here"] = Site(replace(environment))
    return _served["here"]
