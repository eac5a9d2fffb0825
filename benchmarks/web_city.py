# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The city's server for the benchmark of the pages: who is signed in, how it is started, its memory and its queries."""

from __future__ import annotations

import os
import secrets
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from web_load import LOOPBACK, Asked

MONTH = "2026-02"
TODAY = datetime(2026, 3, 2, 9, tzinfo=UTC)
TOWN = """id = "stad"
naam = "Stad"
regime = "participatiewet_2026"
contactpersoon = "Inez Bakker (verzonnen)"
telefoon = "14 000"
adres = ["Postbus 1", "1000 AA Stad"]
betaaldag = 8
aankondiging_dagen = 10
iban = "NL91ABNA0417164300"
bic = "ABNANL2A"
tenaamstelling = "Gemeente Stad"
"""
WAIT = 120


def ready(url: str, folder: Path, people: int) -> tuple[dict[str, str], list[Asked]]:
    """The environment of a server on a city, and the month of so many of its people with a session for each.

    The sessions are written as signing in writes them, without the password: its hash is slow on purpose and no part of a page.
    """
    (folder / "stad.toml").write_text(TOWN, "utf-8")
    environment = {
        "WERKZAAM_MODE": "demo", "WERKZAAM_DATABASE": url, "WERKZAAM_TOWN": str(folder / "stad.toml"),
        "WERKZAAM_HOSTS": f"{LOOPBACK},testserver", "WERKZAAM_SECRET_KEY": secrets.token_urlsafe(64),
        "WERKZAAM_CLOCK_SHIFT": str(int((datetime.now(UTC) - TODAY).total_seconds())),
        "DJANGO_SETTINGS_MODULE": "werkzaam.web.settings",
    }  # fmt: skip
    os.environ.update(environment)
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0)
    return environment, [Asked(f"/mijn/maand/{MONTH}", f"session={key}") for key in _sessions(people)]


def _sessions(people: int) -> list[str]:
    """An account and a session for each of the first so many households, those with wages among them as often as in the city."""
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY

    from werkzaam.web.accounts.models import Account
    from werkzaam.web.accounts.presence import BEGAN, SEEN
    from werkzaam.web.accounts.second import DONE, STATE
    from werkzaam.web.accounts.sessions import SessionStore

    accounts = Account.objects.bulk_create(
        [
            Account(login=f"burger{number}", role="inwoner", municipality="stad", name=f"Burger {number}", person=number * 10,
                    household=number, password="!")
            for number in range(1, people + 1)
        ]
    )  # fmt: skip
    now, made = int(time.time()), []
    for account in accounts:
        session = SessionStore()
        session.update({SESSION_KEY: str(account.pk), BACKEND_SESSION_KEY: "werkzaam.web.accounts.backend.AccountBackend",
                        HASH_SESSION_KEY: account.get_session_auth_hash(), BEGAN: now, SEEN: now, STATE: DONE})  # fmt: skip
        session.create()
        made.append(str(session.session_key))
    return made


def in_process(asked: Sequence[Asked]) -> dict[str, Any]:
    """The queries of the page for several people, at the ledger and at the accounts, and its seconds with nobody else there."""
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    from werkzaam.web.site import site

    found, seconds, own = [], [], []
    browser = Client(headers={"accept-language": "nl", "accept-encoding": "gzip"})
    for one in asked[:30]:
        browser.cookies["session"] = one.cookie.partition("=")[2]
        with CaptureQueriesContext(connection) as django, counted(site().ledger) as ledger:
            began, spent = time.perf_counter(), time.process_time()
            answer = browser.get(one.path)
            seconds.append(time.perf_counter() - began)
            own.append(time.process_time() - spent)
        if answer.status_code != 200:
            raise SystemExit(f"{one.path} was expected for a signed-in person; found {answer.status_code}.")
        found.append({"accounts": len(django), "ledger": len(ledger), "bytes": len(answer.content)})
    return {"pages": found[10:], "alone": sorted(seconds[10:])[10], "own": sorted(own[10:])[10]}


@contextmanager
def counted(ledger: Any) -> Iterator[list[str]]:
    """The statements that a connection to the ledger is given, as they come."""
    seen: list[str] = []
    ledger.before = seen.append
    try:
        yield seen
    finally:
        ledger.before = None


class Served:
    """granian with some workers, started as `werkzaam serve` does."""

    def __init__(self, environment: Mapping[str, str], workers: int, folder: Path) -> None:
        with socket.socket() as free:
            free.bind((LOOPBACK, 0))
            self.port = free.getsockname()[1]
        command = [
            sys.executable,
            "-c",
            f"from werkzaam.web.serve import run_server; run_server('{LOOPBACK}', {self.port}, {workers})",
        ]
        self._log = folder / "server.log"
        self._process = subprocess.Popen(
            command, env={**os.environ, **environment}, stdout=self._log.open("w"), stderr=subprocess.STDOUT
        )

    def __enter__(self) -> Self:
        until = time.monotonic() + WAIT
        while time.monotonic() < until and self._process.poll() is None:
            try:
                with urllib.request.urlopen(f"http://{LOOPBACK}:{self.port}/health/ready", timeout=2) as answer:
                    if answer.status == 200:
                        return self
            except OSError:
                time.sleep(0.2)
        self._process.terminate()
        raise SystemExit(f"The server did not answer:\n{self._log.read_text()[-2000:]}")

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._process.terminate()
        self._process.wait(20)

    def memory(self) -> int:
        """The bytes in memory of the server and its workers together."""
        processes = [self._process.pid, *_children(self._process.pid)]
        return sum(_resident(one) for one in processes)


def _children(of: int) -> list[int]:
    listed = Path(f"/proc/{of}/task/{of}/children").read_text().split()
    return [int(one) for one in listed]


def _resident(process: int) -> int:
    return int(Path(f"/proc/{process}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
