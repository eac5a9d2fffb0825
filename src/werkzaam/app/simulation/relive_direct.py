# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Numbers that were put in and that a run can show back: Table 2, how many enrolled, and the rule of the premium."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction

import numpy as np

from werkzaam.app.simulation.relive_draw import Held
from werkzaam.core.months import Month
from werkzaam.regime.read import read_regime
from werkzaam.simulation.margins import LEVELS
from werkzaam.simulation.people import Ints, People, Truths

PRINTED: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "sex": ("sex", LEVELS["sex"]),
    "household": ("household", ("single", "single_parent", "couple_without_children", "couple_with_children")),
    "age": ("age", LEVELS["age"]),
    "education": ("education", ("none_or_primary", "vmbo", "mbo", "havo_vwo", "hbo_wo", "other_unknown")),
    "origin": ("origin", LEVELS["origin"]),
    "benefit_duration": (
        "duration", ("le_6_months", "7_12_months", "1_2_years", "2_3_years", "3_5_years", "5_10_years", "gt_10_years"),
    ),
    "part_time_work": ("work", ("", "works_part_time")),
}  # fmt: skip
"""For each row group of Table 2 as it was printed, ours with the printed names of its levels."""


def known_numbers(enrolled: People, in_group: Truths, outside: People, held: Held) -> dict[str, float]:
    """The numbers that the run itself knows, by their names in data/relive_rows.toml; shares from 0 to 1."""
    whole = {name: np.concatenate([enrolled.characteristics[name], outside.characteristics[name]]) for name in LEVELS}
    asked = {name: column[in_group] for name, column in enrolled.characteristics.items()}
    found = dict(_levels("all_recipients_amsterdam", whole)) | dict(_levels("participants_research_group", asked))
    first = int((enrolled.enters < 12).sum())
    return found | dict(_premium()) | {
        "enrolled": len(enrolled.number), "town": len(whole["sex"]), "asked": int(in_group.sum()), "arms": len(held.design.arms),
        "first_window": first, "second_window": len(enrolled.number) - first, "third": float((held.arms == 0).mean()),
    }  # fmt: skip


def _levels(group: str, columns: Mapping[str, Ints]) -> Iterator[tuple[str, float]]:
    for printed, (name, levels) in PRINTED.items():
        for at, level in enumerate(levels):
            yield f"{group}/{printed}: {level}", float((columns[name] == at).mean())


def _premium() -> Iterator[tuple[str, float]]:
    """The rule of the premium as the regimes state it; amounts in euros."""
    for year, regime, month in ((2018, "amsterdam_2018", Month.of(2018, 1)), (2021, "amsterdam_2021", Month.of(2021, 3))):
        found = read_regime(regime)
        yield f"share_{year}", float(found.value("premie.aandeel", month).typed(Fraction))
        yield f"cap_{year}", found.value("premie.maximum", month).typed(int) / 100
        if year == 2018:
            payouts = found.value("premie.uitbetaling", month).typed(tuple)
            most = found.value("premie.maximum_uitbetaling", month).typed(int) / 100
            yield from (("payouts", len(payouts)), ("cap_payout", most), ("cap_year", most * len(payouts)))
