# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The wages of a month as cards."""

from __future__ import annotations

from pathlib import Path

from werkzaam.app.cases import read_case
from werkzaam.app.portal.own_month import cards
from werkzaam.core.months import Month

EXAMPLES = Path("src/werkzaam/app/examples")


def test_cards_say_whose_they_are_only_where_two_people_earn() -> None:
    together = cards(read_case(EXAMPLES / "jan_en_amina_2026.toml"), Month.parse("2026-01"))
    assert {(one.person, one.of_several) for one in together} == {("Jan", True), ("Amina", True)}
    alone = cards(read_case(EXAMPLES / "noor_2021.toml"), Month.parse("2021-02"))
    assert {(one.person, one.of_several) for one in alone} == {("Noor", False)}
