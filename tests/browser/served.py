# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The real server on a folder with the invented town: started as `werkzaam serve` does, on a free port of this machine."""

from __future__ import annotations

import os
import shutil
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import closing
from pathlib import Path
from typing import Any

from tests.web.doors import environment_of

WAIT = 120
"""Seconds in which a server must answer."""


class Served:
    """A server that runs; `url` is its address without a slash at the end, `signed_in` what a browser keeps of who signed in."""

    def __init__(self, made: Path, folder: Path, *more: str) -> None:
        shutil.copytree(made, folder)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.made, self.folder, self.url = made, folder, f"http://127.0.0.1:{port}"
        self.signed_in: dict[str | None, Any] = {}
        self._log = (folder / "server.log").open("w")
        command = [sys.executable, "-m", "werkzaam.cli.main", "serve", "--port", str(port), *more]
        self._process = subprocess.Popen(
            command, env={**os.environ, **environment_of(folder)}, stdout=self._log, stderr=subprocess.STDOUT
        )
        self._wait()

    def _wait(self) -> None:
        until = time.monotonic() + WAIT
        while time.monotonic() < until:
            try:
                with urllib.request.urlopen(f"{self.url}/health/ready", timeout=2) as answer:
                    if answer.status == 200:
                        return
            except (urllib.error.URLError, OSError):
                if self._process.poll() is not None:
                    break
                time.sleep(0.1)
        self.stop()
        raise AssertionError(f"The server did not answer:\n{self.log()}")

    def restore(self) -> None:
        """The ledger as it was made, under the running server. Accounts and sessions stay."""
        self._again("ledger.db")

    def begin_anew(self) -> None:
        """Ledger, accounts and sessions as they were made: whoever signed in is signed out."""
        self._again("ledger.db")
        self._again("accounts.db")
        self.signed_in.clear()

    def _again(self, database: str) -> None:
        """All of a database in one transaction."""
        with closing(sqlite3.connect(self.made / database)) as made, closing(sqlite3.connect(self.folder / database)) as now:
            made.backup(now)

    def log(self) -> str:
        """What the server said."""
        return (self.folder / "server.log").read_text()

    def stop(self) -> None:
        """End the server."""
        self._process.terminate()
        try:
            self._process.wait(10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait(10)
        self._log.close()
