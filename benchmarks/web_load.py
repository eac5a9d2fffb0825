# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A steady stream of requests at a server on this machine, and how long each took from the moment it was due.

Open: a request is sent when its moment comes, whether or not those before it were answered, as people do; a server that stalls is
thus charged for everybody who waited. Only loopback is ever asked, and only for the time that was said.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Sequence
from dataclasses import dataclass, field

LOOPBACK = "127.0.0.1"
LONGEST_WAIT = 10
"""Seconds after which a request counts as failed."""
KEPT = 15
"""Seconds after which an unused connection is not used again, as browsers have it: the server closes it after thirty."""


@dataclass
class Told:
    """What came of a stream: seconds of each answer from when it was due, and what went wrong with how many."""

    seconds: list[float] = field(default_factory=list)
    wrong: dict[str, int] = field(default_factory=dict)

    def at(self, share: float) -> float:
        """The seconds in which a share of the requests was answered; infinite when none was."""
        ordered = sorted(self.seconds)
        return ordered[min(len(ordered) - 1, int(share * len(ordered)))] if ordered else float("inf")

    def fail(self, why: str) -> None:
        """Count what went wrong."""
        self.wrong[why] = self.wrong.get(why, 0) + 1


Kept = tuple[float, asyncio.StreamReader, asyncio.StreamWriter]
"""A connection that nobody uses now, with the moment of its last answer."""


@dataclass(frozen=True)
class Asked:
    """One address with the session of who asks."""

    path: str
    cookie: str


class Stream:
    """Requests in turn, so many a second for so many seconds, over connections that are kept and used again."""

    def __init__(self, port: int, asked: Sequence[Asked]) -> None:
        self.port, self.asked, self.told = port, asked, Told()
        self._free: list[Kept] = []

    def send(self, a_second: int, seconds: float) -> Told:
        """Send them all and wait for the last answer."""
        asyncio.run(self._send(a_second, round(a_second * seconds)))
        return self.told

    async def _send(self, a_second: int, count: int) -> None:
        began, under_way = time.perf_counter() + 0.1, set[asyncio.Task[None]]()
        for turn in range(count):
            due = began + turn / a_second
            await asyncio.sleep(max(0.0, due - time.perf_counter()))
            task = asyncio.create_task(self._one(self.asked[turn % len(self.asked)], due))
            under_way.add(task)
            task.add_done_callback(under_way.discard)
        await asyncio.gather(*under_way)
        self._close_kept()

    async def _one(self, asked: Asked, due: float) -> None:
        try:
            async with asyncio.timeout(LONGEST_WAIT):
                status = await self._answer(asked)
        except (OSError, TimeoutError, asyncio.IncompleteReadError, ValueError) as error:
            self.told.fail(type(error).__name__)
            return
        if status == 200:
            self.told.seconds.append(time.perf_counter() - due)
        else:
            self.told.fail(f"status {status}")

    async def _answer(self, asked: Asked) -> int:
        reader, writer = self._kept() or await asyncio.open_connection(LOOPBACK, self.port)
        try:
            writer.write(request(asked))
            await writer.drain()
            head = await reader.readuntil(b"\r\n\r\n")
            await _body(reader, head.lower())
        except BaseException:
            writer.close()
            raise
        self._free.append((time.perf_counter(), reader, writer))
        return int(head.split(b" ", 2)[1])

    def _kept(self) -> tuple[asyncio.StreamReader, asyncio.StreamWriter] | None:
        """The connection that was used last; none when even that one is so old that the server may be closing it."""
        if self._free and time.perf_counter() - self._free[-1][0] > KEPT:
            self._close_kept()
        return self._free.pop()[1:] if self._free else None

    def _close_kept(self) -> None:
        while self._free:
            self._free.pop()[2].close()


def request(asked: Asked) -> bytes:
    """The bytes of a request, as a browser sends them as far as they matter."""
    lines = [
        f"GET {asked.path} HTTP/1.1", f"Host: {LOOPBACK}", f"Cookie: {asked.cookie}", "Accept: text/html",
        "Accept-Encoding: gzip", "Accept-Language: nl",
    ]  # fmt: skip
    return ("\r\n".join(lines) + "\r\n\r\n").encode()


async def _body(reader: asyncio.StreamReader, head: bytes) -> None:
    """Read what follows the head, to its end."""
    length = [line.split(b":")[1] for line in head.split(b"\r\n") if line.startswith(b"content-length:")]
    if length:
        await reader.readexactly(int(length[0]))
        return
    if b"transfer-encoding: chunked" not in head:
        raise ValueError("An answer has neither a length nor chunks.")
    while size := int(await reader.readuntil(b"\r\n"), 16):
        await reader.readexactly(size + 2)
    await reader.readuntil(b"\r\n")
