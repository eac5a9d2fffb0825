# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What printed aggregates can support by themselves: every difference again from its percentages or means and its n.

A report prints "40 against 35 percent, significant". From the two shares and the two numbers of people follows a difference, its
standard error, an interval and a p; from the family of claims the p after Holm; and from rounding and from an n that is not
printed, between which values p lies. Whoever ran the real model may have used weights, a panel or control variables, so a claim
that does not follow from print is not thereby false: it says what is missing.

Shares and everything made of them are in percent. Sources: `two_groups`, Holm 1979.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from itertools import product
from math import ceil

import numpy as np
from scipy import stats

from werkzaam.core.errors import InputError
from werkzaam.experiment.estimate.joint import Joint, joint_of_means, joint_of_shares
from werkzaam.experiment.estimate.stepdown import holm
from werkzaam.experiment.two_groups import Compared, compare_means, compare_shares


class Printed(Enum):
    """What the report says of a difference."""

    SIGNIFICANT = "significant"
    NOT_SIGNIFICANT = "not_significant"
    SILENT = ""


class Standing(Enum):
    """How a printed claim stands to its own figures, the gravest first."""

    DOES_NOT_FOLLOW = "does_not_follow"
    CONTRADICTED = "contradicted"
    DEPENDS = "depends"
    ALONE = "alone"
    FOLLOWS = "follows"
    AGREES = "agrees"
    SHOWN = "shown"
    NOT_SHOWN = "not_shown"


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two groups: its printed value, the numbers of people that are tried, and for a mean the standard deviations."""

    group: str
    value: float
    n: tuple[int, ...]
    spread: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Claim:
    """One printed comparison of two groups of different people; `decimals` of the printed values; `line` in its file."""

    id: str
    family: str
    outcome: str
    wave: str
    share: bool
    a: Side
    b: Side
    decimals: int
    printed: Printed
    source: str = ""
    note: str = ""
    line: int = 0

    def __post_init__(self) -> None:
        """Refuse what cannot be right."""
        if self.a.group == self.b.group:
            raise InputError(f"two different groups were expected; found {self.a.group!r} twice. The same people at two moments "
                             "cannot be compared by this: their answers hang together.")  # fmt: skip
        for side in (self.a, self.b):
            _check(side, share=self.share)
        if len(self.a.n) != len(self.b.n) or len(self.a.spread) != len(self.b.spread):
            raise InputError("as many values to try were expected for the first group as for the second, in the same order.")


def _check(side: Side, *, share: bool) -> None:
    least = 1 if share else 2
    if not side.n or min(side.n) < least:
        raise InputError(f"at least {least} people in {side.group!r} were expected; found {list(side.n)}.")
    if share and (side.spread or not 0 <= side.value <= 100):
        raise InputError(f"a share from 0 to 100 percent without a standard deviation was expected for {side.group!r}; "
                         f"found {side.value:g}.")  # fmt: skip
    if not share and (not side.spread or min(side.spread) <= 0):
        raise InputError(f"a mean needs a standard deviation above 0 to be tested; found {list(side.spread)} for {side.group!r}. "
                         "Where it is not printed, give those to try, such as 8|10|12.")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Comparison:
    """A claim computed with one n (and one standard deviation) per group.

    found              a less b, in percentage points or the unit of the mean
    adjusted           p after Holm with the other claims of the family
    p_least, p_most    between which p lies, given that the printed values are rounded
    needed             people per group to find a true difference of this size; None where there is none
    detectable         the true difference that these numbers find with the chance `power`
    explained          the share of the variance that control variables would have to explain to bring p to the level
    """

    n: tuple[int, int]
    spread: tuple[float, float] | None
    found: Compared
    adjusted: float
    p_least: float
    p_most: float
    needed: int | None
    detectable: float
    explained: float

    @property
    def p(self) -> float:
        """Of this claim alone."""
        return self.found.p


@dataclass(frozen=True, slots=True)
class Retest:
    """A claim, its comparison for each n that is tried, and how it stands."""

    claim: Claim
    comparisons: tuple[Comparison, ...]
    standing: Standing
    family: int


@dataclass(frozen=True, slots=True)
class Together:
    """Three or more groups of one outcome and wave, tested jointly for each n that is tried."""

    outcome: str
    wave: str
    groups: tuple[str, ...]
    tests: tuple[Joint, ...]


def retest(claims: Sequence[Claim], level: float = 0.05, power: float = 0.8) -> tuple[Retest, ...]:
    """Every claim from its own figures, in the order given; Holm counts the claims of a family at the same n."""
    plain = [tuple(_comparison(claim, level, power, *one) for one in _tries(claim)) for claim in claims]
    done = []
    for here, (claim, own) in enumerate(zip(claims, plain, strict=True)):
        kin = [at for at, other in enumerate(claims) if other.family == claim.family]
        tries = [plain[at] for at in kin]
        counted = tuple(replace(one, adjusted=_adjusted(tries, kin.index(here), step)) for step, one in enumerate(own))
        done.append(Retest(claim, counted, _standing(claim.printed, counted, level), len(kin)))
    return tuple(done)


def together(claims: Sequence[Claim]) -> Iterator[Together]:
    """The joint test of every outcome and wave of which at least three groups are printed, each with one value."""
    met: dict[tuple[str, str, bool, str], dict[str, Side]] = {}
    for claim in claims:
        sides = met.setdefault((claim.outcome, claim.wave, claim.share, claim.family), {})
        for side in (claim.a, claim.b):
            sides.setdefault(side.group, side)
    for (outcome, wave, share, _), sides in met.items():
        found = list(sides.values())
        alike = len({(len(side.n), len(side.spread)) for side in found}) == 1
        if len(found) > 2 and alike and (not share or 0 < sum(side.value for side in found) < 100 * len(found)):
            yield Together(outcome, wave, tuple(sides), tuple(_joint(found)))


def disagreements(claims: Sequence[Claim]) -> Iterator[tuple[Claim, Claim, Side, Side]]:
    """Two claims that print different values for the same group, outcome and wave."""
    first: dict[tuple[str, str, str], tuple[Claim, Side]] = {}
    for claim in claims:
        for side in (claim.a, claim.b):
            known = first.setdefault((claim.outcome, claim.wave, side.group), (claim, side))
            if known[1].value != side.value:
                yield known[0], claim, known[1], side


def _tries(claim: Claim) -> list[tuple[tuple[int, int], tuple[float, float] | None]]:
    """Each n with each standard deviation."""
    spreads: list[tuple[float, float] | None] = [*zip(claim.a.spread, claim.b.spread, strict=True)]
    return list(product(zip(claim.a.n, claim.b.n, strict=True), spreads or [None]))


def _comparison(
    claim: Claim, level: float, power: float, n: tuple[int, int], spread: tuple[float, float] | None
) -> Comparison:  # fmt: skip
    """One claim at one n, without its family."""
    a, b = claim.a.value, claim.b.value
    found = _compared(a, b, n, spread, level)
    half = 0.5 * 10.0**-claim.decimals
    towards = -half if a >= b else half
    nearer = 1.0 if abs(a - b) <= 2 * half else _compared(a + towards, b - towards, n, spread, level).p
    further = _compared(a - towards, b + towards, n, spread, level).p
    reach = float(stats.norm.isf(level / 2) + stats.norm.isf(1 - power))
    variance = sum(_variances(claim, spread))
    needed = None if a == b or variance == 0 else ceil(reach**2 * variance / (a - b) ** 2)
    bound = found.error * float(stats.norm.isf(level / 2))
    explained = 0.0 if found.p <= level else 1.0 if bound == 0 else max(0.0, 1 - ((a - b) / bound) ** 2)
    rounded = (min(found.p, further), max(found.p, nearer))
    return Comparison(n, spread, found, found.p, *rounded, needed, reach * found.error, explained)


def _compared(a: float, b: float, n: tuple[int, int], spread: tuple[float, float] | None, level: float) -> Compared:
    if spread is not None:
        return compare_means(a, b, n, spread, level)
    return compare_shares(min(100.0, max(0.0, a)), min(100.0, max(0.0, b)), n, level)


def _variances(claim: Claim, spread: tuple[float, float] | None) -> tuple[float, float]:
    """Of one person's outcome, in each group."""
    if spread is not None:
        return spread[0] ** 2, spread[1] ** 2
    return claim.a.value * (100 - claim.a.value), claim.b.value * (100 - claim.b.value)


def _adjusted(kin: Sequence[tuple[Comparison, ...]], place: int, step: int) -> float:
    """Holm's p of one claim among its family; a claim with fewer tries counts with its last."""
    return float(holm(np.array([own[min(step, len(own) - 1)].p for own in kin]))[place])


def _standing(printed: Printed, tries: Sequence[Comparison], level: float) -> Standing:
    yes = [one.adjusted <= level and one.p_most <= level for one in tries]
    never = [one.p_least > level for one in tries]
    alone = [one.p_most <= level for one in tries]
    if printed is Printed.SIGNIFICANT:
        judged = {Standing.FOLLOWS: all(yes), Standing.DOES_NOT_FOLLOW: all(never), Standing.ALONE: all(alone)}
    elif printed is Printed.NOT_SIGNIFICANT:
        judged = {Standing.CONTRADICTED: all(yes), Standing.AGREES: not any(one.adjusted <= level for one in tries)}
    else:
        judged = {Standing.SHOWN: all(yes), Standing.NOT_SHOWN: not any(one.adjusted <= level for one in tries)}
    return next((standing for standing, holds in judged.items() if holds), Standing.DEPENDS)


def _joint(sides: Sequence[Side]) -> Iterator[Joint]:
    for n in zip(*(side.n for side in sides), strict=True):
        if not sides[0].spread:
            yield joint_of_shares([side.value / 100 for side in sides], n)
        for spread in zip(*(side.spread for side in sides), strict=True):
            yield joint_of_means([side.value for side in sides], spread, n)
