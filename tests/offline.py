# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""No test reaches a network: whatever connects to another machine than this one fails, in every test of a run (R-220).

It is a hook of the interpreter, which nothing takes away, so that a library that reports home is found out too. Programs that
tests start are not watched by it; the journey through every door runs in the process (tests/web/test_offline.py).
"""

from __future__ import annotations

import ipaddress
import socket
import sys
from functools import cache
from typing import Any


class ReachedOut(OSError):
    """Something wanted to reach another machine."""


@cache
def own_addresses() -> frozenset[str]:
    """The addresses of this machine by its own name: some programs of tests find each other by it."""
    try:
        return frozenset(str(one[4][0]) for one in socket.getaddrinfo(socket.gethostname(), None))
    except OSError:
        return frozenset()


def is_here(address: Any) -> bool:
    """Whether an address of a socket is on this machine."""
    if not isinstance(address, tuple):
        return True  # The path of a socket in the file system.
    host = str(address[0])
    if host in {"", "localhost"}:
        return True
    try:
        return ipaddress.ip_address(host.partition("%")[0]).is_loopback or host in own_addresses()
    except ValueError:
        return False


def refuse(event: str, arguments: tuple[Any, ...]) -> None:
    """Raises ReachedOut when a socket is to be connected to, or a datagram sent to, another machine."""
    if event in {"socket.connect", "socket.sendto"} and not is_here(arguments[1]):
        raise ReachedOut(f"A test wanted to reach {arguments[1]}; no test may need a network.")


def pytest_configure() -> None:
    """Begin to watch."""
    own_addresses()
    sys.addaudithook(refuse)
