# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Start the server: a demo from nothing in a folder, or the one that the environment describes."""

from __future__ import annotations

import os
import secrets
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime, time
from http import HTTPStatus
from pathlib import Path
from tempfile import TemporaryDirectory

from werkzaam.core.errors import InputError, WerkzaamError
from werkzaam.web.environment import read_environment

LOOPBACK = "127.0.0.1"
WORKER_ENDS = 30.0
"""Seconds that a worker gets to finish what it is writing."""


def demo_environment(folder: Path) -> dict[str, str]:
    """The environment of a demo that keeps its files in a folder; made there the first time, with the invented town."""
    from werkzaam.app.example_town import TODAY, TOWN_FILE, make_example_town

    ledger, kept = f"sqlite:///{folder.resolve() / 'ledger.db'}", folder / "demo.env"
    if not kept.is_file():
        _make_whole(folder, make_example_town)
        start = datetime.combine(TODAY, time(8), UTC)
        shift = int((datetime.now(UTC) - start).total_seconds())
        kept.write_text(f"WERKZAAM_SECRET_KEY={secrets.token_urlsafe(64)}\nWERKZAAM_CLOCK_SHIFT={shift}\n", encoding="utf-8")
    lines = dict(line.split("=", 1) for line in kept.read_text(encoding="utf-8").splitlines())
    return {"WERKZAAM_MODE": "demo", "WERKZAAM_DATABASE": ledger, "WERKZAAM_TOWN": str(TOWN_FILE),
            "WERKZAAM_HOSTS": f"{LOOPBACK},localhost", **lines}  # fmt: skip


def _make_whole(folder: Path, make: Callable[[str], None]) -> None:
    """The town's ledger in a folder, whole or not at all; raises InputError where something of another kind is in the way."""
    if (folder / "ledger.db").exists():
        raise InputError(f"{folder}: a ledger is there, and no demo.env beside it. Name another folder, or remove this one.")
    folder.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=folder.parent) as making:
        make(f"sqlite:///{Path(making).resolve() / 'ledger.db'}")
        folder.mkdir(exist_ok=True)
        for file in Path(making).iterdir():
            file.rename(folder / file.name)


def make_ready(environment: Mapping[str, str]) -> None:
    """Set Django up for an environment, make the tables of accounts, and in a demo the accounts; raises InputError."""
    read_environment(environment)
    os.environ.update(environment)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "werkzaam.web.settings")
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0)
    from werkzaam.web.accounts.demo import make_demo_accounts
    from werkzaam.web.site import site

    if site().environment.demo:
        make_demo_accounts()


def ask_once() -> None:
    """Ask the page of health and that of signing in, within this process; raises WerkzaamError when one does not answer."""
    from django.test import Client

    from werkzaam.web.site import site

    asked = Client(headers={"host": site().environment.hosts[0], "x-forwarded-proto": "https"})
    for path in ("/health/ready", "/inloggen"):
        answer = asked.get(path)
        if answer.status_code != HTTPStatus.OK:
            raise WerkzaamError(f"{path} answers {answer.status_code}: {answer.content[:200].decode(errors='replace')}")
        sys.stdout.write(f"{path} answers.\n")


def run_server(address: str, port: int, workers: int) -> None:
    """Serve until it is stopped."""
    from granian import Granian
    from granian.constants import Interfaces

    Granian("werkzaam.web.wsgi:application", address=address, port=port, interface=Interfaces.WSGI, workers=workers,
            blocking_threads=4, backpressure=64, log_access=False).serve()  # fmt: skip


@contextmanager
def beside(*, start: bool) -> Iterator[None]:
    """A worker for the jobs beside this process, with the same environment; it ends with it, also when this one is killed."""
    if not start:
        yield
        return
    command = [sys.executable, "-m", "werkzaam.cli.main", "do-jobs", "--beside", str(os.getpid())]
    worker = subprocess.Popen(command)  # noqa: S603 - our own command.
    try:
        yield
    finally:
        worker.terminate()
        try:
            worker.wait(WORKER_ENDS)
        except subprocess.TimeoutExpired:
            worker.kill()
            worker.wait()


def say_accounts(address: str, port: int) -> None:
    """Print where the demo is and who can sign in."""
    from werkzaam.web.accounts.demo import DEMO_ACCOUNTS, PASSWORD

    sys.stdout.write(f"http://{address}:{port}/ - a demo with invented people, on the day of an experiment in 2019.\n")
    sys.stdout.write(f"Everybody's password is {PASSWORD}. Sign in as:\n")
    for one in DEMO_ACCOUNTS:
        sys.stdout.write(f"  {one.login:<12}{one.role.value:<20}{one.name}\n")
    sys.stdout.flush()


def needed_port(port: int) -> int:
    """A port that can be served on; raises InputError."""
    if not 1 <= port <= 65_535:
        raise InputError(f"--port: a number from 1 to 65535 was expected; found {port}.")
    return port
