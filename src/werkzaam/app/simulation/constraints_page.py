# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The page of constraints: published beside relived, each with its verdict, and what nothing was fitted to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Protocol

import numpy as np

from werkzaam.app.markdown import table
from werkzaam.app.simulation.calibration import Target, targets
from werkzaam.app.simulation.numbers import shipped
from werkzaam.simulation.calibrate import Floats
from werkzaam.simulation.constraints import Constraint, Verdict, judge
from werkzaam.simulation.emergent import EMERGENT, MARKET, OTHERWISE, Check
from werkzaam.simulation.figures import GROUPS, OUTFLOW, WORKING, Figures
from werkzaam.simulation.waves import WAVES

INTRODUCTION = """\
# The published figures, relived

Synthetic research groups of 812 people, {seeds} seeds ({first} to {last}). `make relive-check` writes this page.

An equality holds when the mean over seeds lies within the tolerance of the table and two standard errors of the mean; an order
is of the means themselves. One seed has about 171 people in the panel of each part, so it cannot meet most equalities.

**{equal} of {equalities} equalities and {order} of {orders} orders hold.**

## Constraints
"""
AFTER_CONSTRAINTS = """
K-011 does not name its quarter: the one counts whose mean is lowest. Where a range stands as published, it is what was read in
"hardly". `(T3)` is the quarter that the numbers of the simulation name as that of the outflow at T3 (A-24).

## What was fitted

Each number of a part's behaviour was fitted to one of these, by a large synthetic research group. Where the report gives only a
direction, the level is ours: that the order of the constraint holds follows from it, and is no finding.
"""
MARKET_FITTED = """
The labour market of everybody was fitted to these. What is printed of lost work is who has no work at the next interview: who
found other work by then is not among them.
"""
READ_OTHERWISE = """
## Read otherwise

Where a printed sentence can mean two things, this is what the other reading comes to. Neither reading was chosen for what came
out: a chance is of who worked before; "the end of the experiment" is February 2021 (experiment_design-010).
"""
NOT_FITTED = """
## Not fitted

Nothing was fitted to these. The row of some is also where a number of the model was taken from: then what stands here is what
all else made of it. `z` is how many standard deviations of a single seed the published number lies from the mean: beyond 2, a
study of this size in a world like this one would rarely find what was published.
"""
EVERYBODY = """
## Everybody beside the panel

Of all 812, 61 percent worked at T0, and of the panel of 513, 64 percent (A-02); that 3 points lie between is fitted. The report
does not say of whom the outflow is (A-81): the constraints above are of the panel.
"""


class OneSeed(Protocol):
    """What a page needs of a seed; `constraints_check.Relived` says what each is."""

    @property
    def seed(self) -> int: ...
    @property
    def figures(self) -> Figures: ...
    @property
    def everybody(self) -> Mapping[str, float]: ...
    @property
    def emergent(self) -> Mapping[str, float]: ...
    @property
    def interviewed(self) -> tuple[int, ...]: ...


def page(found: Sequence[OneSeed], constraints: Sequence[Constraint]) -> str:
    """The page in Markdown."""
    verdicts = [judge(one, [each.figures for each in found]) for one in constraints]
    equal = [one.holds for one in verdicts if one.constraint.is_equality]
    order = [one.holds for one in verdicts if not one.constraint.is_equality]
    introduction = INTRODUCTION.format(seeds=len(found), first=found[0].seed, last=found[-1].seed, equal=sum(equal),
                                       equalities=len(equal), order=sum(order), orders=len(order))  # fmt: skip
    return "\n".join([
        introduction, *_constraints(verdicts), AFTER_CONSTRAINTS, *_fitted(targets()), MARKET_FITTED, *_market(found),
        NOT_FITTED, *_emergent(EMERGENT, found), READ_OTHERWISE, *_emergent(OTHERWISE, found),
        EVERYBODY, *_everybody(found), "\n## Interviewed\n", *_interviewed(found), "",
    ])  # fmt: skip


def _constraints(verdicts: Sequence[Verdict]) -> Iterator[str]:
    head = ("constraint", "what", "published", "mean", "standard error", "holds", "single seeds that meet it")
    return table(head, map(_constraint, verdicts))


def _constraint(one: Verdict) -> tuple[str, ...]:
    asked = one.constraint
    if asked.is_equality:
        published = f"{asked.offset:g} (± {asked.tolerance:g})"
    elif asked.tolerance is not None:
        published = f"0 to {asked.tolerance:g}"
    else:
        published = f"{asked.operator.value} {asked.offset:g}"
    return (asked.id, _what(asked), published, f"{one.mean:.2f}", f"{one.error:.2f}", "yes" if one.holds else "**no**",
            f"{100 * one.single:.0f}%")  # fmt: skip


def _what(one: Constraint) -> str:
    left = one.left[0]
    several = "one of " + ", ".join(place.times[0] for place in one.left)
    when = several if len(one.left) > 1 else " to ".join(left.times)
    growth = "growth of " if len(left.times) > 1 else ""
    right = f", less {one.right.group} {' to '.join(one.right.times)}" if one.right else ""
    return f"{growth}{left.metric} {left.group} {when}{right}"


def _fitted(asked: Sequence[Target]) -> Iterator[str]:
    head = ("what", "to", *GROUPS, "level", "rows")
    return table(head, ((f"`{one.knob.name}`: {one.why}", f"{one.knob.metric} {one.knob.time}",
                         *(f"{each:g}" for each in one.wanted), "published" if one.published else "ours", ", ".join(one.rows))
                        for one in asked))  # fmt: skip


def _market(found: Sequence[OneSeed]) -> Iterator[str]:
    head = ("rows", "what", "published", "mean", "standard error", "spread of a seed", "z")
    return table(head, (_check(one, np.array([each.emergent[one.name] for each in found]))[:-1] for one in MARKET))


def _emergent(checks: Sequence[Check], found: Sequence[OneSeed]) -> Iterator[str]:
    head = ("rows", "what", "published", "mean", "standard error", "spread of a seed", "z", "row also used")
    return table(head, (_check(one, np.array([each.emergent[one.name] for each in found])) for one in checks))


def _check(one: Check, values: Floats) -> tuple[str, ...]:
    mean, spread = float(np.nanmean(values)), float(np.nanstd(values, ddof=1))
    away = (min(max(mean, one.low), one.high) - mean) / spread if spread else 0.0
    return (", ".join(one.rows), f"{one.of_en} ({one.unit})", one.published, f"{mean:.2f}", f"{spread / len(values) ** 0.5:.2f}",
            f"{spread:.2f}", f"{away:+.1f}", "yes" if one.also_used else "no")  # fmt: skip


def _everybody(found: Sequence[OneSeed]) -> Iterator[str]:
    for_each = {f"outflow {part}": [one.figures[OUTFLOW, part, WAVES[3]] for one in found] for part in GROUPS}
    work = [sum(one.figures[WORKING, part, WAVES[0]] for part in GROUPS) / len(GROUPS) for one in found]
    names = list(found[0].everybody)
    panel = [*for_each.values(), work]
    whole = [float(np.mean([one.everybody[name] for one in found])) for name in names]
    rows = (
        (name, f"{np.mean(some):.2f}", f"{all_of_them:.2f}") for name, some, all_of_them in zip(names, panel, whole, strict=True)
    )
    return table(("percent", "panel", "everybody selected"), rows)


def _interviewed(found: Sequence[OneSeed]) -> Iterator[str]:
    sizes = np.array([one.interviewed for one in found])
    published = shipped().numbers("waves.interviewed")
    rows = (
        (wave, str(published[at]), f"{sizes[:, at].mean():.1f}", f"{sizes[:, at].std(ddof=1):.1f}")
        for at, wave in enumerate(WAVES)
    )
    return table(("wave", "published", "mean", "spread of a seed"), rows)
