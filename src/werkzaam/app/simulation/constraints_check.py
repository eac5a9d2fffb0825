# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""How far the simulation is from what was published, over many seeds: every constraint of the figures, and what nothing was fitted to.

`python -m werkzaam.app.simulation.constraints_check --seeds 200` writes docs/reference/relived-constraints.md and beside it the
figures of every seed, so that anybody can compute a seed anew and compare.
"""

from __future__ import annotations

import argparse
import csv
import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from werkzaam.app.markdown import table
from werkzaam.app.simulation.calibration import PARTS, SPAN, amsterdam, outflow_at_wave_3
from werkzaam.app.simulation.numbers import DATA, shipped
from werkzaam.simulation.assumption import Assumptions
from werkzaam.simulation.calibrate import watched
from werkzaam.simulation.constraints import Constraint, Verdict, constraint_of, judge
from werkzaam.simulation.emergent import EMERGENT, emerging
from werkzaam.simulation.enrolment import research_group
from werkzaam.simulation.figures import GROUPS, OUTFLOW, WORKING, Figures, figures_of
from werkzaam.simulation.money import Money
from werkzaam.simulation.waves import WAVES, interviews
from werkzaam.simulation.world import behaviour_of, leaving_of, market_of

SEEDS = 200
DIGITS = 4
"""Decimals of a stored figure."""


@dataclass(frozen=True, slots=True)
class Relived:
    """One seed: its figures, those of everybody selected, what was not fitted, and how many were interviewed at each wave (waves,).

    `everybody` has the outflow at T3 of each part, and who worked at T0 of all interviewed then (A-02, A-81).
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
    everybody = {**{f"outflow {part}": whole[OUTFLOW, part, WAVES[3]] for part in GROUPS}, "work at T0": 100 * float(works.mean())}
    return Relived(seed, figures_of(seen, group, asked, at_wave_3, SPAN.first), everybody, emerging(seen, group, asked, at_wave_3),
                   tuple(int(asked.given(wave).sum()) for wave in range(len(WAVES))))  # fmt: skip


def check(seeds: Iterable[int], given: Assumptions, money: Money) -> list[Relived]:
    """Every seed, one after another, each with the 812 of the research group."""
    return [relive(seed, given, money) for seed in seeds]


def stored(found: Sequence[Relived]) -> str:
    """The figures of every seed as JSON: those that a constraint reads, what was not fitted, and who was interviewed."""
    read = sorted({(place.metric, place.group, time) for one in constraints() for place in (*one.left, *filter(None, [one.right]))
                   for time in place.times})  # fmt: skip
    seeds = {one.seed: {"figures": [round(one.figures[key], DIGITS) for key in read], "everybody": _short(one.everybody),
                        "emergent": _short(one.emergent),
                        "interviewed": one.interviewed} for one in found}  # fmt: skip
    lines = ",\n".join(f'"{seed}": {json.dumps(values)}' for seed, values in seeds.items())
    return f'{{"read": {json.dumps(read)},\n"seeds": {{\n{lines}\n}}}}\n'


def _short(values: Mapping[str, float]) -> dict[str, float]:
    return {name: round(value, DIGITS) for name, value in values.items()}


def unstored(text: str) -> list[Relived]:
    """What `stored` wrote."""
    found = json.loads(text)
    read = [tuple(key) for key in found["read"]]
    return [Relived(int(seed), dict(zip(read, one["figures"], strict=True)), one["everybody"], one["emergent"], tuple(one["interviewed"]))
            for seed, one in found["seeds"].items()]  # fmt: skip


def page(found: Sequence[Relived]) -> str:
    """The page of constraints and of what was not fitted, beside the published numbers."""
    verdicts = [judge(one, [each.figures for each in found]) for one in constraints()]
    equal = [one for one in verdicts if one.constraint.is_equality]
    order = [one for one in verdicts if not one.constraint.is_equality]
    return "\n".join([
        "# The published figures, relived", "",
        f"Synthetic research groups of 812, {len(found)} seeds ({found[0].seed} to {found[-1].seed}). `make relive-check` writes this page.",
        "An equality holds when the mean over seeds lies within the tolerance of the table and two standard errors of it; an order is of",
        "the means themselves. One seed has about 171 people in each part's panel, so that a single seed cannot meet most equalities.", "",
        f"**{sum(one.holds for one in equal)} of {len(equal)} equalities and {sum(one.holds for one in order)} of {len(order)} orders hold.**",
        "", "## Constraints", "", *_constraints_table(verdicts), "",
        "K-011 does not name its quarter: the one counts whose mean is lowest. A range as published number is what \"hardly\" was read as.",
        "", "## Not fitted", "",
        "Nothing was fitted to these. `z` is how many standard deviations of a single seed the published number lies from the mean: beyond",
        "2, a study of this size that lived by our assumptions would rarely find what was published.", "", *_emergent_table(found), "",
        "## Everybody beside the panel", "",
        "The report says 61 percent of all 812 worked at T0 and 64 percent of the panel of 513 (A-02). That 3 points lie between is fitted.",
        "It does not say of whom the outflow is (A-81): the constraints above are of the panel.", "", *_everybody_table(found), "",
        "## Interviewed", "", *_interviewed_table(found), "",
    ])  # fmt: skip


def _constraints_table(verdicts: Sequence[Verdict]) -> Iterator[str]:
    head = ("constraint", "what", "published", "mean", "standard error", "holds", "single seeds that meet it", "level fitted")
    return table(head, ((one.constraint.id, _what(one.constraint), _published(one.constraint), f"{one.mean:.2f}", f"{one.error:.2f}",
                         "yes" if one.holds else "**no**", f"{100 * one.single:.0f}%", _fitted(one.constraint)) for one in verdicts))  # fmt: skip


def _what(one: Constraint) -> str:
    left = one.left[0]
    when = "to".join(f" {time} " for time in left.times) if len(one.left) == 1 else f" one of {', '.join(place.times[0] for place in one.left)} "
    right = f" less {one.right.group} {' to '.join(one.right.times)}" if one.right else ""
    return f"{'growth of ' if len(left.times) > 1 else ''}{left.metric} {left.group}{when.rstrip()}{right}"


def _published(one: Constraint) -> str:
    if one.is_equality:
        return f"{one.offset:g} (± {one.tolerance:g})"
    if one.tolerance is not None:
        return f"0 to {one.tolerance:g}"
    return f"{one.operator.value} {one.offset:g}"


def _fitted(one: Constraint) -> str:
    return "yes" if one.is_equality else "by a level of ours"


def _emergent_table(found: Sequence[Relived]) -> Iterator[str]:
    head = ("rows", "what", "unit", "published", "mean", "standard error", "spread of a seed", "z")
    return table(head, (_emergent_row(name, found) for name in range(len(EMERGENT))))


def _emergent_row(at: int, found: Sequence[Relived]) -> tuple[str, ...]:
    one = EMERGENT[at]
    values = np.array([each.emergent[one.name] for each in found])
    mean, spread = float(np.nanmean(values)), float(np.nanstd(values, ddof=1))
    nearest = min(max(mean, one.low), one.high)
    middle = (one.low + one.high) / 2
    published = f"{middle:g}" if one.high - one.low == 1 and one.unit != "ratio" else f"{one.low:g} to {one.high:g}"
    return (", ".join(one.rows), one.of_en, one.unit, published, f"{mean:.2f}", f"{spread / len(values) ** 0.5:.2f}", f"{spread:.2f}",
            f"{(nearest - mean) / spread:+.1f}" if spread else "")  # fmt: skip


def _everybody_table(found: Sequence[Relived]) -> Iterator[str]:
    panel = {**{f"outflow {part}": [one.figures[OUTFLOW, part, WAVES[3]] for one in found] for part in GROUPS},
             "work at T0": [sum(one.figures[WORKING, part, WAVES[0]] for part in GROUPS) / len(GROUPS) for one in found]}  # fmt: skip
    rows = ((name, f"{np.mean(values):.2f}", f"{np.mean([one.everybody[name] for one in found]):.2f}") for name, values in panel.items())
    return table(("what", "panel", "everybody selected"), rows)


def _interviewed_table(found: Sequence[Relived]) -> Iterator[str]:
    sizes = np.array([one.interviewed for one in found])
    rows = ((wave, str(published), f"{sizes[:, at].mean():.1f}", f"{sizes[:, at].std(ddof=1):.1f}")
            for at, (wave, published) in enumerate(zip(WAVES, shipped().numbers("waves.interviewed"), strict=True)))  # fmt: skip
    return table(("wave", "published", "mean", "spread of a seed"), rows)


def main(arguments: Sequence[str] | None = None) -> None:
    """Write the page and the figures of every seed."""
    parser = argparse.ArgumentParser(description="The simulation beside every constraint of the published figures, over many seeds.")
    parser.add_argument("--seeds", type=int, default=SEEDS, help="how many seeds, from 1 on")
    parser.add_argument("--to", type=Path, default=Path("docs/reference"), help="the folder to write to")
    asked = parser.parse_args(arguments)
    found = check(range(1, asked.seeds + 1), shipped(), amsterdam())
    (asked.to / "relived-constraints.json").write_text(stored(found), encoding="utf-8")
    (asked.to / "relived-constraints.md").write_text(page(unstored(stored(found))), encoding="utf-8")
    print(f"{asked.to / 'relived-constraints.md'} was written.", file=sys.stderr)


if __name__ == "__main__":
    main()
