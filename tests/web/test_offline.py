# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Everything works on one machine: no page, no form and no start of the server reaches another."""

from __future__ import annotations

import socket

import pytest

from tests.offline import ReachedOut
from tests.web.doors import Doors
from tests.web.test_matrix import address
from tests.web.test_matrix_pages import visits

ELSEWHERE = ("192.0.2.1", 9)
"""An address that is kept for documentation, and of nobody."""


@pytest.mark.requirement("R-220")
def test_no_test_of_the_whole_run_can_reach_another_machine() -> None:
    """The hook is on in every run of the tests: so, when they pass, they pass without a network."""
    with socket.socket() as one, pytest.raises(ReachedOut):
        one.connect(ELSEWHERE)
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as one, pytest.raises(ReachedOut):
        one.sendto(b"telemetry", ELSEWHERE)
    with socket.socket() as here, socket.socket() as other:
        here.bind(("127.0.0.1", 0))
        here.listen()
        other.connect(here.getsockname())


@pytest.mark.requirement("R-220")
def test_a_journey_through_every_door_reaches_nobody(doors: Doors, monkeypatch: pytest.MonkeyPatch) -> None:
    """Signing in by the form, and every page with somebody who may see it, with no socket at all to be had."""

    def none(*_: object, **__: object) -> None:
        raise ReachedOut("A page wanted a socket.")

    monkeypatch.setattr(socket, "socket", none)
    monkeypatch.setattr(socket, "create_connection", none)
    monkeypatch.setattr(socket, "getaddrinfo", none)
    browser = doors.as_()
    assert browser.post("/inloggen", {"login": "samira", "password": "voorbeeld"}, follow=True).status_code == 200
    seen, found = set[str](), {}
    for route, login, subject in visits("GET"):
        if route.row not in seen:
            seen.add(route.row)
            found[route.name] = doors.as_(login).get(address(route, subject)).status_code
    assert {where: status for where, status in found.items() if status >= 500} == {}
