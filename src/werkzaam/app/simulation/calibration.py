# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The numbers of Amsterdam are fitted to what was published, and written down with the rows that each was fitted to.

`python -m werkzaam.app.simulation.calibration` writes data/fitted.toml anew. Which number is fitted to what stands in
data/calibration_targets.csv; where the report gives no level but only a direction, the file says that the level is ours.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path

import numpy as np

from werkzaam.app.cache import kernels
from werkzaam.app.simulation.calibration_market import fit_market, fitted_market, started
from werkzaam.app.simulation.numbers import DATA, SHIPPED, shipped
from werkzaam.core.months import Month, Span
from werkzaam.facts.read import read_facts
from werkzaam.regime.read import read_regime
from werkzaam.regime.regime import Timeline
from werkzaam.rules.book import book_of
from werkzaam.simulation.assumption import Assumptions, Given, Origin, month_of
from werkzaam.simulation.calibrate import Floats, Knob, Seen, solve, standing, stands, turned, work
from werkzaam.simulation.enrolment import research_group
from werkzaam.simulation.figures import GROUPS, OUTFLOW, WORKING, figures_of
from werkzaam.simulation.money import Money, money_of
from werkzaam.simulation.people import Ints, People
from werkzaam.simulation.waves import interviews
from werkzaam.simulation.world import KNOWN_PARTS, behaviour_of, leaving_of, market_of

Measured = Callable[[Assumptions], Floats]
"""A figure of each part (parts,) when these are the numbers."""
SPAN = Span.parse("2018-01", "2022-12")
PARTS = (*KNOWN_PARTS, KNOWN_PARTS[-1])
"""The rows of behaviour: the parts, and those outside the experiment, who are like the comparison group."""
PEOPLE = 600_000
"""How many people the numbers are fitted with: an outflow of 40 percent in a part's panel is then known to 0.14 points."""
SEED = 20180101
ROUNDS = 4
STAY = Knob("workers_more", (0,), WORKING, "T0", 0, 500)
STAY_NAME, STAY_START = f"waves.{STAY.name}", 200
STAY_ROWS = ("paid_work_share-017", "characteristics-065")
PANEL_MORE = 3.0
"""By how many points more of those who stay work at T0: 64 of the panel against 61 of everybody interviewed (A-02)."""
WHOSE = {"each": [0, 1, 2], "all": [2], "others": [0, 1]}
"""The parts (rows of GROUPS) whose figures decide a knob."""
TARGETS = DATA / "calibration_targets.csv"


@dataclass(frozen=True, slots=True)
class Target:
    """A knob, the number it is to reach in each part (parts,), the rows that say so, and whether the level itself was published.

    `whose` knob it is: of each part; of all the same, fitted to the comparison group; or of the other two parts, which differ by
    it from the comparison group, where it is zero.
    """

    knob: Knob
    whose: str
    start: int
    wanted: Floats
    rows: tuple[str, ...]
    published: bool
    why: str

    def rows_of(self, part: int) -> tuple[str, ...]:
        """The rows that say what a part's number is to reach: its own where there is one for each."""
        if self.whose == "each" and len(self.rows) == len(KNOWN_PARTS):
            return (self.rows[part],)
        return self.rows


def targets() -> list[Target]:
    """What is fitted to what, in the order in which it is done."""
    with TARGETS.open(encoding="utf-8", newline="") as lines:
        return [_target(row) for row in csv.DictReader(lines)]


def _target(row: dict[str, str]) -> Target:
    periods = tuple(int(period) for period in row["periods"].split(";"))
    knob = Knob(row["name"], periods, row["metric"], row["time"], int(row["low"]), int(row["high"]), row["falls"] == "yes")
    wanted = np.array([float(row[group]) for group in GROUPS])
    rows, published = tuple(row["rows"].split(";")), row["published"] == "yes"
    return Target(knob, row["whose"], int(row["start"]), wanted, rows, published, row["why"])


def amsterdam() -> Money:
    """The rules that participants live under, 2018 to 2022; compiled once and kept."""
    book = book_of(read_facts(), Timeline([read_regime("amsterdam_2018"), read_regime("amsterdam_2021")]))
    return money_of(book, SPAN, kernels())


def fit(people: People, money: Money, given: Assumptions, seed: int, say: Callable[[str], None],
        rounds: int = ROUNDS) -> Assumptions:  # fmt: skip
    """The numbers with those fitted that data/calibration_targets.csv names, by these people with this luck.

    What they were before does not matter: they start where that file says.
    """
    asked_for = targets()
    given = started(given.with_values({STAY_NAME: STAY_START}))
    for target in asked_for:
        given = turned(given, KNOWN_PARTS, target.knob, np.array([target.start]))
    for turn in range(rounds):
        given = _market(people, _stay(people, given, seed), seed)
        for target in asked_for:
            if target.knob.metric != OUTFLOW:
                measure = _work_of(people, given, seed, target.knob)
                given = _fit_one(target, given, measure, say if turn == rounds - 1 else _silent)
    seen = work(people, market_of(given), behaviour_of(given, PARTS, SPAN), SPAN, seed, money)
    for target in asked_for:
        if target.knob.metric == OUTFLOW:
            given = _fit_one(target, given, _outflow_of(people, seen, given, seed, target.knob), say)
    return given


def _fit_one(target: Target, given: Assumptions, measure: Measured, say: Callable[[str], None]) -> Assumptions:
    knob, rows = target.knob, WHOSE[target.whose]
    parts = KNOWN_PARTS if target.whose == "all" else [KNOWN_PARTS[row] for row in rows]
    found = solve(lambda values: measure(turned(given, parts, knob, values))[rows], stands(given, parts, knob)[: len(rows)], knob,
                  target.wanted[rows])  # fmt: skip
    fitted = turned(given, parts, knob, found)
    reached = np.round(measure(fitted), 2)
    say(f"{knob.name} {knob.periods} {found.tolist()}: {knob.metric} {knob.time} {reached.tolist()} for {target.wanted.tolist()}")
    return fitted


def _silent(_: str) -> None:
    """Nothing is said of a round that is not the last."""


def _work_of(people: People, given: Assumptions, seed: int, knob: Knob) -> Measured:
    """The measure of a knob of work: its figure in each part, of lives up to its wave."""
    asked = interviews(people, seed, given)
    market = market_of(given)
    wave = asked.month[:, int(knob.time[1:])]
    span = Span(SPAN.first, SPAN.first + int(wave.max()))

    def measure(numbers: Assumptions) -> Floats:
        seen = work(people, market, behaviour_of(numbers, PARTS, span), span, seed)
        rows = [(people.arm == arm) & asked.panel for arm in range(len(GROUPS))]
        works = asked.at(seen["works"], int(knob.time[1:])) > 0
        if knob.metric == WORKING:
            return np.array([100 * works[row].mean() for row in rows])
        minutes = asked.at(seen["minutes"], int(knob.time[1:]))
        return np.array([minutes[row & works].mean() / 60 for row in rows])

    return measure


def _outflow_of(people: People, seen: Seen, given: Assumptions, seed: int, knob: Knob) -> Measured:
    """The measure of a knob of outflow: its figure in each part, when work stays as it is."""
    asked, leaving, at_wave_3 = interviews(people, seed, given), leaving_of(given), outflow_at_wave_3(given)

    def measure(numbers: Assumptions) -> Floats:
        on = standing(people, seen["entitled"], leaving, behaviour_of(numbers, PARTS, SPAN), seed)
        figures = figures_of(Seen({**seen.columns, **on.columns}), people, asked, at_wave_3)
        return np.array([figures[OUTFLOW, group, knob.time] for group in GROUPS])

    return measure


def outflow_at_wave_3(given: Assumptions) -> Month:
    """The last month of the quarter of which the outflow is called that of T3 (A-24)."""
    return month_of(given.number("figures.outflow_at_wave_3"))


def _stay(people: People, given: Assumptions, seed: int) -> Assumptions:
    """How much more often workers stay, so that the panel works more often at T0 than everybody interviewed."""
    seen = work(people, market_of(given), behaviour_of(given, PARTS, SPAN), SPAN, seed)

    def measure(values: Ints) -> Floats:
        asked = interviews(people, seed, given.with_values({STAY_NAME: int(values[0])}))
        works = asked.at(seen["works"], 0) > 0
        return np.array([100 * (works[asked.panel].mean() - works[asked.given(0)].mean())])

    found = solve(measure, np.array([given.number(STAY_NAME)]), STAY, np.array([PANEL_MORE]))
    return given.with_values({STAY_NAME: int(found[0])})


def _market(people: People, given: Assumptions, seed: int) -> Assumptions:
    """The labour market of everybody, fitted over the months up to the last interview."""
    asked = interviews(people, seed, given)
    return fit_market(people, PARTS, asked, Span(SPAN.first, SPAN.first + int(asked.month.max())), given, seed)


def fitted(given: Assumptions) -> Iterator[Given]:
    """The numbers that were fitted, each with the rows it was fitted to."""
    asked_for = targets()
    for at, part in enumerate(KNOWN_PARTS):
        for name in dict.fromkeys(target.knob.name for target in asked_for):
            rows = [row for target in asked_for if target.knob.name == name for row in target.rows_of(at)]
            yield replace(given.given[f"behaviour.{part}.{name}"], rows=tuple(dict.fromkeys(rows)))
    yield replace(given.given[STAY_NAME], rows=STAY_ROWS)
    yield from fitted_market(given)


def kept(given: Assumptions) -> Iterator[Given]:
    """The fitted numbers of other things, such as contacts, which stay as they are."""
    ours = {one.name for one in fitted(given)}
    yield from (one for one in given.by_origin(Origin.FITTED) if one.name not in ours)


def written(numbers: Iterator[Given], people: int, seed: int) -> str:
    """The file of fitted numbers."""
    lines = ["# SPDX-FileCopyrightText: 2026 The Werkzaam authors", "# SPDX-License-Identifier: EUPL-1.2",
             "# What was fitted to published numbers. `make calibrate` fits behaviour.*, waves.* and labour.* anew, with",
             f"# {people} synthetic people and seed {seed}, and leaves the rest as it is."]  # fmt: skip
    for one in numbers:
        rows = ", ".join(f'"{row}"' for row in one.rows)
        named = f'name = "{one.name}"\nvalues = {list(one.values)}\nunit = "{one.unit}"\nrows = [{rows}]'
        lines += ["", "[[number]]", named]
    return "\n".join(lines) + "\n"


def main() -> None:
    """Fit, and write the file anew."""
    given = fit(research_group(PEOPLE, SEED, shipped()), amsterdam(), shipped(), SEED, lambda line: print(line, flush=True))
    path: Path = DATA / SHIPPED[Origin.FITTED]
    path.write_text(written(chain(fitted(given), kept(given)), PEOPLE, SEED), encoding="utf-8")
    print(f"{path} was written.", file=sys.stderr)


if __name__ == "__main__":
    main()
