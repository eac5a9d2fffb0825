# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The site that this process serves: its town, its ledger and its clock."""

from __future__ import annotations

import logging
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
from werkzaam.store.check import check, check_connection
from werkzaam.store.database import Database, open_database
from werkzaam.store.errors import Refused, StoreError
from werkzaam.web.environment import Environment
from werkzaam.web.rendered import Rendered

_log = logging.getLogger("werkzaam.ledger")
MOMENT = "%Y-%m-%dT%H:%M:%SZ"
"""How the ledger writes a moment: UTC, to the second."""


class Site:
    """One town, served to many at once: a connection to the ledger for each thread, looked at before its first use."""

    def __init__(self, environment: Environment) -> None:
        self.environment = environment
        self._open = threading.local()
        self.kept = Kept()
        self.rendered = Rendered()
        self._reading, self._looking = threading.Lock(), threading.Lock()
        self._sound = False
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
            try:
                self._look(found)
            except BaseException:
                found.close()
                raise
            self._open.ledger = found
        return found

    def _look(self, ledger: Database) -> None:
        """Settings of every connection; all constraints and triggers once for this process, and anew after the database was away.

        That takes a third of a second of PostgreSQL: for each thread that comes, everybody would wait for it.
        """
        with self._looking:
            if not self._sound:
                check(ledger)
                self._sound = True
                return
        check_connection(ledger)

    def let_go(self) -> None:
        """Close this thread's connection; the next page has a new one."""
        found: Database | None = getattr(self._open, "ledger", None)
        if found is not None:
            self._open.ledger = None
            found.close()

    def after(self, error: Exception) -> None:
        """What an error says of the ledger: a row that it refused, because somebody was first, is no reason to distrust it."""
        if isinstance(error, Refused):
            _log.warning("the ledger refused a row", extra={"werkzaam": {"constraint": error.constraint}})
        elif isinstance(error, StoreError):
            self.distrust()

    def distrust(self) -> None:
        """Close it because the database failed: what is there next may be another one, and all of it is looked at anew."""
        self._sound = False
        self.let_go()

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
