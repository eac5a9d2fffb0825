# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""An office with people in it, for tests: who works here does not matter to them, only that somebody does."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from importlib import import_module

import pytest

from werkzaam.app.ledger.desk import Desk
from werkzaam.casework.office import Office, Worker

VISSER = Worker("j.visser", "Joke Visser (verzonnen)", "zuid", phone="020 555 0101")
NOOR = Worker("n.noor", "Nadia Noor (verzonnen)", "zuid", phone="020 555 0102", away=((date(2020, 6, 8), date(2020, 6, 19)),))
DEKKER = Worker("d.dekker", "Daan Dekker (verzonnen)", "zuid", phone="020 555 0103")
LATER = Worker("l.later", "Lena Later (verzonnen)", "zuid", first=date(2021, 1, 1))
WORKERS = {one.id: one for one in (VISSER, NOOR, DEKKER, LATER)}
_WHERE = ("record", "agenda", "reachable", "handing_over", "dossier_view", "peer_case")


def put_to_work(monkeypatch: pytest.MonkeyPatch, *workers: Worker) -> None:
    """The office of every desk has these people, or all of the above."""
    there = {one.id: one for one in workers} or WORKERS

    def office_of(desk: Desk) -> Office:
        return replace(Office(desk.today), workers=there)

    for name in _WHERE:
        monkeypatch.setattr(import_module(f"werkzaam.app.casework.{name}"), "office_of", office_of)
