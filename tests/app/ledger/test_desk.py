# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The desk: a town's own regime, which need not say until when it holds."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest

from tests.house.tree import ROOT
from werkzaam.app.ledger.desk import Desk, at_desk, new_ledger
from werkzaam.app.ledger.town import Town
from werkzaam.core.months import Month
from werkzaam.store.check import holds_ledger
from werkzaam.store.database import Database, open_database, shown_address
from werkzaam.store.errors import StoreError
from werkzaam.store.events import municipalities

TOWN = Town("teststad", "Teststad (verzonnen)", ("participatiewet_2026",), "Inez Bakker (verzonnen)", "020 000 00 00", 20, 10,
            "NL91ABNA0417164300", "ABNANL2A", "Gemeente Teststad")  # fmt: skip


def test_a_ledger_is_made_once_and_a_second_town_beside_it(empty_url: str) -> None:
    other = replace(TOWN, id="anderstad", name="Anderstad (verzonnen)")
    assert new_ledger(empty_url, TOWN)
    assert not new_ledger(empty_url, TOWN)
    with pytest.raises(StoreError, match=r"holds Teststad \(verzonnen\) \(teststad\), and not Anderstad"):
        at_desk(empty_url, other, actor="m.bakker", moment="2026-01-01T08:00:00Z").__enter__()
    assert new_ledger(empty_url, other)
    with at_desk(empty_url, other, actor="m.bakker", moment="2026-01-01T08:00:00Z") as desk:
        assert set(municipalities(desk.database)) == {"teststad", "anderstad"}


@pytest.mark.parametrize("at", range(0, 400, 31))
def test_a_ledger_is_there_with_its_town_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at: int) -> None:
    sent = iter(range(10_000))

    def stop(_: object, statement: str) -> None:
        if next(sent) == at:
            raise KeyboardInterrupt(statement)

    url = f"sqlite:///{tmp_path}/ledger.db"
    with monkeypatch.context() as world:
        world.setattr(Database, "_announce", stop)
        with suppress(KeyboardInterrupt):
            new_ledger(url, TOWN)
    with open_database(url) as database:
        assert not holds_ledger(database) or municipalities(database) == {TOWN.id: TOWN.name}
    new_ledger(url, TOWN)
    with at_desk(url, TOWN, actor="m.bakker", moment="2026-01-01T08:00:00Z") as desk:
        assert desk.town == TOWN


def test_an_address_is_shown_without_its_password() -> None:
    assert shown_address("postgresql://anna:ge:h%2Feim@db.example/stad") == "postgresql://anna@db.example/stad"
    assert shown_address("sqlite:///werkzaam.db") == "sqlite:///werkzaam.db"


def test_a_towns_own_regime_without_a_last_month_can_be_worked_with(database: Database) -> None:
    own = replace(TOWN, regimes=(str(ROOT / "stories/regimes/bij_uitbetaling.toml"),))
    desk = Desk(database, own, "m.bakker", "2018-02-20T09:00:00Z")
    assert desk.regime.value("inkomsten.vakantiegeld", Month.of(2018, 2)).value == "bij_uitbetaling"
