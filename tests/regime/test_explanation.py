# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What docs/explanation/regimes.md shows is what runs."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

from tests.regime.conftest import Folder
from werkzaam.core.months import Month
from werkzaam.regime.limits import check
from werkzaam.regime.model import CHOICES
from werkzaam.regime.read import read_regime
from werkzaam.regime.regime import Unstated

PAGE = (Path(__file__).parents[2] / "docs/explanation/regimes.md").read_text(encoding="utf-8")


def test_the_example_town_can_be_read_and_is_within_the_law(folder: Folder) -> None:
    for text in re.findall(r"```toml\n(.*?)```", PAGE, re.DOTALL):
        folder.write(tomllib.loads(text)["id"], text)
    town, march = read_regime(folder.path / "voorbeelddorp_2025.toml"), Month.parse("2025-03")
    assert town.value("premie.maximum", march).value == 250_00
    assert town.value("premie.alleen_met_bijstand", march).assumed
    assert not [choice for choice in town.choices(march) if isinstance(choice, Unstated) and choice.needed]
    legal: Callable[[str, Month], int | Fraction] = lambda key, month: 3263_00  # noqa: E731
    check(town, legal)


def test_the_three_ways_of_writing_a_value_can_be_read(folder: Folder) -> None:
    plain, sourced, dated = re.findall(
        r"^(maximum = .*?)(?:   +\S.*| with its own.*)?$", PAGE.split("## Not stated")[0], re.MULTILINE
    )
    march = Month.parse("2021-03")
    found = [folder.read(f"[premie]\n{line}\n").value("premie.maximum", march) for line in (plain, sourced, dated)]
    assert [(chosen.value, chosen.source) for chosen in found] == [
        (200_00, "raadsbesluit"), (200_00, "council decision 12"), (217_00, "raadsbesluit"),
    ]  # fmt: skip


def test_the_page_names_every_choice() -> None:
    rows = {
        section: re.findall(r"`(\w+)`", cells) for section, cells in re.findall(r"^\| `(\w+)` \| (.*) \|$", PAGE, re.MULTILINE)
    }
    assert [f"{section}.{field}" for section, fields in rows.items() for field in fields] == list(CHOICES)
