# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The desk: a town's own regime, which need not say until when it holds."""

from __future__ import annotations

from dataclasses import replace

from tests.house.tree import ROOT
from werkzaam.app.ledger.desk import Desk
from werkzaam.app.ledger.town import Town
from werkzaam.core.months import Month
from werkzaam.store.database import Database

TOWN = Town("teststad", "Teststad (verzonnen)", ("participatiewet_2026",), "Inez Bakker (verzonnen)", "020 000 00 00", 20, 10,
            "NL91ABNA0417164300", "ABNANL2A", "Gemeente Teststad")  # fmt: skip


def test_a_towns_own_regime_without_a_last_month_can_be_worked_with(database: Database) -> None:
    own = replace(TOWN, regimes=(str(ROOT / "stories/regimes/bij_uitbetaling.toml"),))
    desk = Desk(database, own, "m.bakker", "2018-02-20T09:00:00Z")
    assert desk.regime.value("inkomsten.vakantiegeld", Month.of(2018, 2)).value == "bij_uitbetaling"
