# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Tests and intervals by randomisation: what the draw itself, held again, could have given.

The statistic of two arms is the difference of their mean residuals, divided by its own standard error,

    t = (mean_1 - mean_0) / sqrt(S1^2 / n1 + S0^2 / n0),

where a residual is what the stratum, and the covariates within it, do not explain of an outcome. Residuals do not depend on who
got what, so they are made once. A redraw deals everybody anew by the function of the public draw (`deal.redraws`), each among
those with whom they were dealt; who has no outcome has none in any redraw, whatever the arm. To whom an arm was closed is in no
contrast with that arm. Then p = (h + 1) / (redraws + 1), with h the redraws of which |t| is not smaller.

Where the arms make no difference to anybody, the test is exact: at most 5% of all draws give p <= 0.05, however few people
there are. Because t is studentised, it also holds in large samples for an average difference of zero, and when other arms do
have an effect. All outcomes and contrasts share every redraw, so that `stepdown.step_down` can judge any family of them.

The interval inverts that test: it holds every effect x for which outcomes less x in the first arm are not rejected. The sums
behind t are polynomials in x, so that every x is tested on the same redraws, at no cost, and the ends are exact.

Sources: Fisher (1935); Rosenbaum (2002) for residuals and for inversion; Chung and Romano (2013), Wu and Ding (2021) for
studentising; Phipson and Smyth (2010) for p. The p-values of `coin::independence_test` within blocks, up to chance
(tests/parity).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import inf

import numpy as np

from werkzaam.core.errors import InputError
from werkzaam.experiment.estimate.dealing import Contrast, Draw
from werkzaam.experiment.estimate.redrawn import Progress, redrawn_sums, sums_per_arm
from werkzaam.experiment.estimate.residuals import Residuals, residuals
from werkzaam.experiment.estimate.stepdown import SAME
from werkzaam.experiment.panel import Floats, Ints, Truths

_FAR = 60
"""How often the distance from the effect is doubled before an end is called infinite."""


@dataclass(frozen=True, slots=True)
class Randomised:
    """The tests of all outcomes and contrasts: outcome by outcome, and within an outcome contrast by contrast.

    tests     (tests,) which outcome (its column) and which contrast
    observed  (tests,) t of the draw that was held
    null      (redraws, tests) t of each redraw; infinite where an arm had nobody left, which counts as larger
    p         (tests,) two-sided, not yet adjusted for their number
    """

    tests: tuple[tuple[int, Contrast], ...]
    observed: Floats
    null: Floats
    p: Floats


@dataclass(frozen=True, slots=True)
class Inverted:
    """An effect with the interval of all effects that the draw does not reject.

    effect  where t is zero
    low     lower end, minus infinity when there are too few redraws or people to reject anything
    high    upper end
    p       of no effect
    """

    effect: float
    low: float
    high: float
    p: float


def randomised(
    outcomes: Floats,
    arms: Ints,
    draw: Draw,
    contrasts: Sequence[Contrast],
    redraws: int,
    generator: np.random.Generator,
    progress: Progress | None = None,
    *,
    covariates: Floats | None = None,
    threads: int = 2,
) -> Randomised:
    """Test every outcome (n, m; NaN where not observed) for every contrast, by so many redraws.

    arms        (n,) as drawn, -1 for whoever was not: they do not count
    draw        how they were dealt; a contrast is one of people who could have come into either of its arms
    covariates  (n, k) from before the draw
    The same generator gives the same redraws on any number of threads. Raises InputError when the arms cannot have come from that
    draw, such as with other strata than those of the draw, and when an arm has fewer than two people with an outcome.
    """
    draw.check(arms, contrasts, outcomes, covariates)
    wide, place = _among(outcomes, draw, contrasts)
    made = residuals(wide, draw.blocks, covariates)
    tests = tuple((at, (int(one), int(other))) for at in range(outcomes.shape[1]) for one, other in contrasts)
    held = _statistics(sums_per_arm(made.columns, arms[None], draw.arms), made, tests, place)
    _refuse_unobserved(held[0], tests)
    again = redrawn_sums(made.columns, draw, redraws, generator, progress=progress, threads=threads)
    null = _lost_counts(_statistics(again, made, tests, place))
    return Randomised(tests, held[0], null, p_value(held[0], null))


def inverted_interval(
    outcome: Floats,
    arms: Ints,
    draw: Draw,
    contrast: Contrast,
    redraws: int,
    generator: np.random.Generator,
    progress: Progress | None = None,
    *,
    level: float = 0.95,
    covariates: Floats | None = None,
    threads: int = 2,
) -> Inverted:
    """The effect of one contrast on one outcome (n,), with the interval at that level; otherwise as `randomised`.

    Its p is the one that `randomised` gives from the same generator. People of other arms keep their outcome.
    """
    draw.check(arms, [contrast], outcome, covariates)
    y = _among(outcome[:, None], draw, [contrast])[0][:, 0]
    both = np.column_stack([y, np.where(np.isnan(y), np.nan, arms == contrast[0])])
    made = residuals(both, draw.blocks, covariates, products=True)
    held = _Shifted(sums_per_arm(made.columns, arms[None], draw.arms), made, contrast)
    again = redrawn_sums(made.columns, draw, redraws, generator, progress=progress, threads=threads)
    return _inverted(held, _Shifted(again, made, contrast), level)


Place = Callable[[int, Contrast], int]
"""Which column has an outcome of the people of a contrast."""


def _among(outcomes: Floats, draw: Draw, contrasts: Sequence[Contrast]) -> tuple[Floats, Place]:
    """Every outcome once for each group of people that contrasts are about, NaN for all others; and where each then stands."""
    groups: dict[bytes, Truths] = {}
    number: dict[Contrast, int] = {}
    for contrast in contrasts:
        rows = draw.open_to(contrast)
        groups.setdefault(rows.tobytes(), rows)
        number[contrast] = list(groups).index(rows.tobytes())
    wide = np.column_stack([np.where(rows[:, None], outcomes, np.nan) for rows in groups.values()])
    return wide, lambda at, contrast: number[contrast] * outcomes.shape[1] + at


def p_value(observed: Floats, null: Floats) -> Floats:
    """(h + 1) / (redraws + 1) for observed statistics (tests,) and those of redraws (redraws, tests)."""
    reached = (np.abs(null) >= np.abs(observed) * (1 - SAME)).sum(axis=0)
    found: Floats = (reached + 1) / (len(null) + 1)
    return found


def _lost_counts(null: Floats) -> Floats:
    """Redraws in which an arm has nobody left count as larger than anything: never in favour of an effect."""
    return np.where(np.isnan(null), inf, null)


def _statistics(sums: Floats, made: Residuals, tests: Sequence[tuple[int, Contrast]], place: Place) -> Floats:
    """t for each draw and test: (draws, tests)."""
    found = np.empty((len(sums), len(tests)))
    for test, (outcome, contrast) in enumerate(tests):
        at = place(outcome, contrast)
        count, first, square = (sums[:, :, column] for column in (made.count(at), made.value(at), made.product(at, at)))
        found[:, test] = _t(count[:, contrast], first[:, contrast], square[:, contrast])
    return found


def _gap(count: Floats, first: Floats, square: Floats) -> tuple[Floats, Floats]:
    """The difference of two means and its error, from people, sums and sums of squares of two arms, each (draws, 2)."""
    n = np.maximum(count, 2)
    mean = first / n
    spread = square - first * mean
    spread[spread <= SAME * square] = 0
    variance = spread / (n * (n - 1))
    return mean[:, 0] - mean[:, 1], np.sqrt(variance[:, 0] + variance[:, 1])


def _t(count: Floats, first: Floats, square: Floats) -> Floats:
    """t (draws,); NaN where an arm has fewer than two people, 0 where there is neither difference nor spread."""
    gap, error = _gap(count, first, square)
    flat = error == 0
    found: Floats = gap / np.where(flat, 1, error)
    if flat.any():
        nothing = np.abs(gap) <= SAME * np.sqrt(square.sum(axis=1))
        found[flat] = np.where(nothing, 0, np.copysign(inf, gap))[flat]
    if count.min() < 2:
        found[(count < 2).any(axis=1)] = np.nan
    return found


class _Shifted:
    """t of one outcome, for any effect that is taken off the first arm of a contrast, in each of a number of draws."""

    def __init__(self, sums: Floats, made: Residuals, contrast: Contrast) -> None:
        """Keep the sums of the two arms, each (draws, 2): `y` is the outcome and `d` the treatment, both as residuals."""
        self.contrast = contrast
        both = sums[:, contrast]
        self._count = both[:, :, made.count(0)]
        self._y, self._d = both[:, :, made.value(0)], both[:, :, made.value(1)]
        self._yy, self._yd, self._dd = (both[:, :, made.product(*pair)] for pair in ((0, 0), (0, 1), (1, 1)))

    def t(self, shift: float) -> Floats:
        """t (draws,) of the outcome less that effect."""
        return _t(*self._sums(shift))

    def zero(self) -> tuple[float, float]:
        """The effect at which t is zero in the first draw, and its error."""
        gaps = [_gap(self._count, sums, np.zeros_like(sums))[0][0] for sums in (self._y, self._d)]
        effect = float(gaps[0] / gaps[1])
        return effect, float(_gap(*self._sums(effect))[1][0])

    def _sums(self, shift: float) -> tuple[Floats, Floats, Floats]:
        square = self._yy - 2 * shift * self._yd + shift**2 * self._dd
        return self._count, self._y - shift * self._d, square


def _inverted(held: _Shifted, null: _Shifted, level: float) -> Inverted:
    """The effect with both ends of its interval, from the draw that was held and its redraws."""
    if not 0 < level < 1:
        raise InputError(f"An interval's level lies between 0 and 1, such as 0.95; found {level}.")
    _refuse_unobserved(held.t(0.0), ((0, held.contrast),))

    def p(shift: float) -> float:
        return float(p_value(held.t(shift), _lost_counts(null.t(shift))[:, None])[0])

    effect, error = held.zero()
    low, high = (_end(p, effect, side * (2 * error or 1.0), 1 - level) for side in (-1, 1))
    return Inverted(effect, low, high, p(0.0))


def _end(p: Callable[[float], float], effect: float, reach: float, level: float) -> float:
    """Where p falls to the level on one side of the effect, to a billionth; infinite when it never does."""
    inside, outside = effect, effect + reach
    for _ in range(_FAR):
        if p(outside) <= level:
            break
        inside, reach = outside, 2 * reach
        outside = effect + reach
    else:
        return inf if reach > 0 else -inf
    while abs(outside - inside) > 1e-9 * max(abs(outside), abs(reach)):
        middle = (inside + outside) / 2
        inside, outside = (middle, outside) if p(middle) > level else (inside, middle)
    return outside


def _refuse_unobserved(held: Floats, tests: Sequence[tuple[int, Contrast]]) -> None:
    for (at, contrast), statistic in zip(tests, held, strict=True):
        if np.isnan(statistic):
            raise InputError(
                f"Outcome {at} was observed of fewer than two people in arm {contrast[0]} or {contrast[1]}, not counting who is "
                "the only one of a stratum. There is nothing to compare; leave that test out of the plan."
            )
