# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A site on a folder with the invented town: who is signed in, which page they ask, and what the ledger says."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from werkzaam.app.example_town import TODAY, TOWN_FILE, make_example_town
from werkzaam.app.ledger.desk import Desk
from werkzaam.app.text_layout import euro as written

SECRET = "0123456789abcdefghijklmnopqrstuvwxyz0123456789abcdefghijklmnopqrstuvwxyz"


def environment_of(folder: Path, ledger: str | None = None) -> dict[str, str]:
    """What a demo on a folder is told; the clock stands in the morning of the town's day."""
    shift = int((datetime.now(UTC) - datetime(TODAY.year, TODAY.month, TODAY.day, 8, tzinfo=UTC)).total_seconds())
    return {
        "WERKZAAM_MODE": "demo", "WERKZAAM_DATABASE": ledger or f"sqlite:///{folder}/ledger.db", "WERKZAAM_TOWN": str(TOWN_FILE),
        "WERKZAAM_ACCOUNTS": f"sqlite:///{folder}/accounts.db", "WERKZAAM_HOSTS": "testserver,127.0.0.1,localhost",
        "WERKZAAM_SECRET_KEY": SECRET, "WERKZAAM_CLOCK_SHIFT": str(shift),
    }  # fmt: skip


def ready_town(folder: Path) -> None:
    """The town's ledger and accounts in a folder."""
    make_example_town(f"sqlite:///{folder}/ledger.db")
    _point_at(folder)
    from django.core.management import call_command

    from werkzaam.web.accounts.demo import make_demo_accounts

    call_command("migrate", verbosity=0)
    make_demo_accounts()
    _let_go()


def _point_at(folder: Path, ledger: str | None = None) -> None:
    """Serve a folder from now on, in this process."""
    given = environment_of(folder, ledger)
    os.environ.update(given)
    import django

    django.setup()
    from django.db import connection

    from werkzaam.web import urls  # noqa: F401 - every view, and what listens with it, before the first request.
    from werkzaam.web.environment import read_environment
    from werkzaam.web.site import serve

    connection.close()
    connection.settings_dict["NAME"] = f"{folder}/accounts.db"
    serve(read_environment(given))


def _let_go() -> None:
    from django.db import connection

    from werkzaam.web.site import site

    connection.close()
    site().let_go()


def euro(cents: int, lang: str) -> str:
    """An amount as a page shows it: nothing of it stands on another line."""
    return written(cents, lang).replace(" ", "\N{NO-BREAK SPACE}")


class Doors:
    """The site on a folder; `ledger` names another database for the ledger than the folder's own."""

    def __init__(self, folder: Path, ledger: str | None = None) -> None:
        self.folder = folder
        _point_at(folder, ledger)

    def close(self) -> None:
        """Let go of the databases."""
        _let_go()

    def as_(self, login: str | None = None, *, lang: str = "nl", **given: Any) -> Any:
        """A browser without JavaScript (django.test.Client), signed in as somebody of the demo."""
        from django.test import Client

        from werkzaam.web.accounts.models import Account

        client = Client(headers={"accept-language": lang}, **given)
        if login is not None:
            client.force_login(Account.objects.get(login=login))
        return client

    def desk(self, actor: str = "a.maas") -> Desk:
        """Somebody at work on the same ledger, now."""
        from werkzaam.web.site import site

        return site().desk(actor)

    def path(self, name: str, subject: int | None = None, **named: object) -> str:
        """The address of a page; of a page about a person, as others than that person reach it."""
        from django.urls import reverse

        from werkzaam.web.handles import handle_of

        if subject is None:
            return reverse(name, kwargs=named)
        return reverse(f"client-{name}", kwargs={"subject": handle_of(subject, "person"), **named})


@contextmanager
def counted(doors: Doors) -> Iterator[list[str]]:
    """The statements that are sent to the ledger and to the accounts meanwhile."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    sent: list[str] = []
    ledger = doors.desk().database
    ledger.before = sent.append
    try:
        with CaptureQueriesContext(connection) as accounts:
            yield sent
        sent += [one["sql"] for one in accounts.captured_queries]
    finally:
        ledger.before = None
