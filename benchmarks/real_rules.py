# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The real rules: what must be reached, and the functions that measure it.

A function here takes nothing, returns the number in the unit of its goal, and names that goal:

    @measures("explain")
    def explained_month() -> float:
        return 1_000 * median_seconds(lambda: explain(case), 200)

`measure` has what it needs: the median of repeated calls, a process with its peak memory, a cold start. A goal that no
function names is shown as not measured.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from report import Figure, Target

PART = "The real rules"
Measure = Callable[[], float]


@dataclass(frozen=True)
class Goal:
    """What is measured, in which unit, and the bound."""

    what: str
    unit: str
    target: Target | None


GOALS = {
    "rows_per_second": Goal("household-months a second, two cores", "", Target(6_000_000)),
    "parquet": Goal("40,300 households x 60 months, Parquet to Parquet", "s", Target(3, at_least=False)),
    "command": Goal("the same as a command, from start to exit", "s", None),
    "memory": Goal("peak memory, 24 million household-months in chunks", "MB", Target(1_500, at_least=False)),
    "explain": Goal("one household-month explained with all steps, median", "ms", Target(1, at_least=False)),
    "sweep": Goal("a sweep of 100 wages", "ms", Target(50, at_least=False)),
    "import": Goal("import werkzaam", "s", Target(0.3, at_least=False)),
    "cold_explain": Goal("a cold werkzaam explain", "s", Target(1, at_least=False)),
}
_MEASURES: dict[str, Measure] = {}


def measures(goal: str) -> Callable[[Measure], Measure]:
    """Marks the function that measures a goal."""
    if goal not in GOALS:
        raise KeyError(f"No goal named {goal}; the goals are {', '.join(GOALS)}.")

    def mark(function: Measure) -> Measure:
        _MEASURES[goal] = function
        return function

    return mark


def figures(progress: Callable[[str], None]) -> Iterator[Figure]:
    """Every goal with its figure, or with None where no function measures it."""
    for name, goal in GOALS.items():
        measure = _MEASURES.get(name)
        if measure:
            progress(f"real rules: {goal.what}")
        yield Figure(PART, goal.what, goal.unit, measure() if measure else None, goal.target)
