# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""How far the simulation is from what was published, over many seeds: every constraint, and what nothing was fitted to.

`python -m werkzaam.app.simulation.constraints_check --seeds 200` writes docs/reference/relived-constraints.md, and beside it the
figures of every seed, so that anybody can compute a seed anew and compare.
"""

from __future__ import annotations

import argparse
import csv
import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from werkzaam.app.simulation import constraints_page
from werkzaam.app.simulation.calibration import PARTS, SPAN, amsterdam, outflow_at_wave_3
from werkzaam.app.simulation.numbers import DATA, shipped
from werkzaam.simulation.assumption import Assumptions
from werkzaam.simulation.calibrate import watched
from werkzaam.simulation.constraints import Constraint, constraint_of
from werkzaam.simulation.emergent import emerging
from werkzaam.simulation.enrolment import research_group
from werkzaam.simulation.figures import GROUPS, OUTFLOW, Figures, figures_of
from werkzaam.simulation.money import Money
from werkzaam.simulation.waves import WAVES, interviews
from werkzaam.simulation.world import behaviour_of, leaving_of, market_of

SEEDS = 200
DIGITS = 4
"""Decimals of a stored figure."""
PAGE = Path("docs", "reference", "relived-constraints.md")
AT_WAVE_0 = "paid work at T0"


@dataclass(frozen=True, slots=True)
class Relived:
    """One seed: its figures, those of everybody selected, what was not fitted, and who was interviewed.

    figures      of the panel
    everybody    of everybody selected: the outflow at T3 of each part, and who worked at T0 (A-02, A-81)
    emergent     what was not fitted, by name, of the panel
    interviewed  how many were interviewed at each wave (waves,)
    """

    seed: int
    figures: Figures
    everybody: Mapping[str, float]
    emergent: Mapping[str, float]
    interviewed: tuple[int, ...]


def constraints() -> list[Constraint]:
    """Every constraint that the published figures give, in the order of the table."""
    with (DATA / "figure_constraints.csv").open(encoding="utf-8", newline="") as lines:
        return [constraint_of(row) for row in csv.DictReader(lines)]


def relive(seed: int, given: Assumptions, money: Money, people: int | None = None) -> Relived:
    """One seed of a research group, of 812 unless said otherwise."""
    group = research_group(given.number("people.selected") if people is None else people, seed, given)
    asked, at_wave_3 = interviews(group, seed, given, SPAN.first), outflow_at_wave_3(given)
    seen = watched(group, money, market_of(given), behaviour_of(given, PARTS, SPAN), leaving_of(given), seed)
    whole = figures_of(seen, group, asked, at_wave_3, SPAN.first, among=np.ones(len(group.number), dtype=bool))
    works = asked.at(seen["works"], 0)[asked.given(0)]
    everybody = {f"outflow {part}": whole[OUTFLOW, part, WAVES[3]] for part in GROUPS}
    return Relived(
        seed, figures_of(seen, group, asked, at_wave_3, SPAN.first), {**everybody, AT_WAVE_0: 100 * float(works.mean())},
        emerging(seen, asked, at_wave_3), tuple(int(asked.given(wave).sum()) for wave in range(len(WAVES))),
    )  # fmt: skip


def check(seeds: Iterable[int], given: Assumptions, money: Money) -> list[Relived]:
    """Every seed, one after another, each with the 812 of the research group."""
    return [relive(seed, given, money) for seed in seeds]


def stored(found: Sequence[Relived]) -> str:
    """What a page is made of, as JSON: the figures of every seed that a constraint reads, and all else."""
    read = sorted({(place.metric, place.group, time) for one in constraints() for place in one.places for time in place.times})
    lines = ",\n".join(f'"{one.seed}": {json.dumps(_stored(one, read))}' for one in found)
    return f'{{"read": {json.dumps(read)},\n"seeds": {{\n{lines}\n}}}}\n'


def _stored(one: Relived, read: Iterable[tuple[str, str, str]]) -> dict[str, object]:
    figures = [round(one.figures[key], DIGITS) for key in read]
    return {
        "figures": figures,
        "everybody": _short(one.everybody),
        "emergent": _short(one.emergent),
        "interviewed": one.interviewed,
    }


def _short(values: Mapping[str, float]) -> dict[str, float]:
    return {name: round(value, DIGITS) for name, value in values.items()}


def unstored(text: str) -> list[Relived]:
    """What `stored` wrote."""
    found = json.loads(text)
    read = [tuple(key) for key in found["read"]]
    return [
        Relived(
            int(seed), dict(zip(read, one["figures"], strict=True)), one["everybody"], one["emergent"], tuple(one["interviewed"])
        )
        for seed, one in found["seeds"].items()
    ]


def main(arguments: Sequence[str] | None = None) -> None:
    """Write the page and the figures of every seed."""
    parser = argparse.ArgumentParser(description="The simulation beside every constraint of the published figures.")
    parser.add_argument("--seeds", type=int, default=SEEDS, help="how many seeds, from 1 on")
    parser.add_argument("--page", type=Path, default=PAGE, help="the page to write; the figures go beside it")
    asked = parser.parse_args(arguments)
    text = stored(check(range(1, asked.seeds + 1), shipped(), amsterdam()))
    asked.page.with_suffix(".json").write_text(text, encoding="utf-8")
    asked.page.write_text(constraints_page.page(unstored(text), constraints()), encoding="utf-8")
    print(f"{asked.page} was written.", file=sys.stderr)


if __name__ == "__main__":
    main()
