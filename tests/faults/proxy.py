# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Between a program and PostgreSQL: passes bytes on, until it is told to lose the next COMMIT or the answer to it."""

from __future__ import annotations

import contextlib
import selectors
import socket
import threading
from collections.abc import Iterator
from enum import Enum
from pathlib import Path


class Loses(Enum):
    """What gets lost, once."""

    NOTHING = "nothing"
    REQUEST = "the COMMIT never comes to the server"
    ANSWER = "the COMMIT is done, and nobody hears of it"


class Proxy:
    """Listens on a port of this machine, and speaks to the server behind it through its socket."""

    def __init__(self, server: Path) -> None:
        self.server = server
        self.loses = Loses.NOTHING
        self.lost = 0
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self.listener.getsockname()[1]

    def serve(self) -> None:
        """Take connections until the listener is closed, each in a thread of its own."""
        with contextlib.suppress(OSError):
            while True:
                client, _ = self.listener.accept()
                threading.Thread(target=self._pass_on, args=(client,), daemon=True).start()

    def _pass_on(self, client: socket.socket) -> None:
        server = socket.socket(socket.AF_UNIX)
        with client, server, contextlib.suppress(OSError), selectors.DefaultSelector() as ready:
            server.connect(str(self.server))
            ready.register(client, selectors.EVENT_READ, server)
            ready.register(server, selectors.EVENT_READ, client)
            while self._one_turn(ready, client, server):
                pass

    def _one_turn(self, ready: selectors.BaseSelector, client: socket.socket, server: socket.socket) -> bool:
        for key, _ in ready.select():
            source = key.fileobj
            assert isinstance(source, socket.socket)
            found = source.recv(65536)
            if not found:
                return False
            if source is client and b"COMMIT\0" in found and self.loses is not Loses.NOTHING:
                return self._lose(found, server)
            key.data.sendall(found)
        return True

    def _lose(self, found: bytes, server: socket.socket) -> bool:
        """The connection ends; the COMMIT was done, or it never was."""
        loses, self.loses, self.lost = self.loses, Loses.NOTHING, self.lost + 1
        if loses is Loses.ANSWER:
            server.sendall(found)
            server.recv(65536)
        return False


@contextlib.contextmanager
def between(server: Path) -> Iterator[Proxy]:
    """A proxy before the server with this socket."""
    proxy = Proxy(server)
    thread = threading.Thread(target=proxy.serve, daemon=True)
    thread.start()
    try:
        yield proxy
    finally:
        proxy.listener.shutdown(socket.SHUT_RDWR)
        proxy.listener.close()
        thread.join(5)
