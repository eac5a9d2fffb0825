# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A finding is shown only when several waves agree: a rule for what is displayed, with what it does not hold.

A difference in a group is listed as confirmed when it has the same direction and passes at every wave that the plan names, else
as not confirmed, with what it lacked (R-189). That is not a correction for many tests: among twenty groups without any effect
it still shows one in every two to five studies, because waves ask the same people (finding F4). So it comes after the
correction, as a filter, and `false_findings` gives its own chance of error to print beside it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

import numpy as np
from scipy.stats import norm

from werkzaam.core.errors import InputError
from werkzaam.experiment.design import Words
from werkzaam.experiment.words import many_tests, number_text

_RATE = Words(
    "Er zijn {n} verschillen bekeken. Als er nergens een verschil is, laat de regel 'op elke ronde' toch in {a}% van zulke "
    "onderzoeken minstens één verschil zien (bij een samenhang van {c} tussen ronden). ",
    "{n} differences were looked at. If there is no difference anywhere, the rule 'at every wave' still shows at least one "
    "in {a}% of such studies (with a correlation of {c} between waves). ",
)


class Lacks(Enum):
    """Why a finding is not confirmed."""

    WAVE = "wave"
    """It does not pass at every wave."""
    DIRECTION = "direction"
    """Waves differ in direction."""
    UNKNOWN = "unknown"
    """It was not estimated at every wave."""
    ONCE = "once"
    """It was measured once: nothing can confirm it."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A difference at one wave: the effect and its p, adjusted for its family."""

    effect: float
    adjusted: float


@dataclass(frozen=True, slots=True)
class Listed:
    """A difference in a group, and how it is listed: confirmed, or what it lacks; None for what passes at no wave."""

    name: str
    passes: tuple[str, ...]
    confirmed: bool
    lacks: Lacks | None

    @property
    def words(self) -> Words:
        """How it is listed."""
        if self.confirmed:
            waves = ", ".join(self.passes)
            return Words(f"bevestigd op {waves}", f"confirmed at {waves}")
        if not self.passes:
            return Words("geen verschil aangetoond", "no difference shown")
        if self.lacks is Lacks.ONCE:
            return Words("verschil na correctie, één keer gemeten", "a difference after correction, measured once")
        waves = ", ".join(self.passes)
        return Words(f"niet bevestigd (alleen op {waves})", f"not confirmed (only at {waves})")


def confirmed(seen: Mapping[str, Mapping[str, Seen]], waves: Sequence[str], level: float = 0.05) -> tuple[Listed, ...]:
    """Every difference by name, seen at waves by their names, in the order given; `waves` are those that must agree."""
    if len(set(waves)) < 2:
        raise InputError(f"Waves that must agree are two or more; found {list(waves)}.")
    return tuple(_listed(name, at, waves, level) for name, at in seen.items())


def once(name: str, seen: Seen, level: float = 0.05) -> Listed:
    """A difference that the plan measures once, as it is listed: nothing confirms it."""
    _check(name, seen)
    return Listed(name, ("",) if seen.adjusted <= level else (), False, Lacks.ONCE)


def _check(name: str, seen: Seen) -> None:
    if not (np.isfinite(seen.effect) and 0 <= seen.adjusted <= 1):
        raise InputError(f"{name}: an effect and a p between 0 and 1 were expected; found {seen}.")


def _listed(name: str, at: Mapping[str, Seen], waves: Sequence[str], level: float) -> Listed:
    for one in at.values():
        _check(name, one)
    passes = tuple(wave for wave in waves if wave in at and at[wave].adjusted <= level)
    if any(wave not in at for wave in waves):
        return Listed(name, passes, False, Lacks.UNKNOWN)
    if len(passes) < len(waves):
        return Listed(name, passes, False, Lacks.WAVE)
    alike = len({np.sign(at[wave].effect) for wave in waves}) == 1
    return Listed(name, passes, alike, None if alike else Lacks.DIRECTION)


@dataclass(frozen=True, slots=True)
class Rate:
    """The chance that the rule shows at least one difference where there is none, simulated; and that of one wave alone."""

    agree: float
    any_wave: float
    error: float
    tests: int
    correlation: float
    trials: int

    def words(self, level: float = 0.05) -> Words:
        """What is printed beside everything that the rule shows."""
        told = []
        for lang in ("nl", "en"):
            numbers = {"n": self.tests, "a": number_text(100 * self.agree, lang, 0), "c": number_text(self.correlation, lang, 2)}
            told.append(getattr(_RATE, lang).format(**numbers) + getattr(many_tests(self.tests, level), lang))
        return Words(*told)


def false_findings(
    tests: int, correlation: float, generator: np.random.Generator, *, waves: int = 2, level: float = 0.05, trials: int = 20_000
) -> Rate:  # fmt: skip
    """How often the rule finds something among so many tests without any effect.

    correlation  between the statistics of one difference at two waves, from 0 (other people) to 1 (the same answers)
    Tests are taken as independent of each other, which is what twenty different groups nearly are. Trials of unadjusted p.
    """
    if tests < 1 or waves < 2 or not 0 <= correlation <= 1 or trials < 100:
        raise InputError(f"At least one test, two waves, 100 trials and a correlation from 0 to 1 were expected; found {tests}, "
                         f"{waves}, {trials} and {correlation}.")  # fmt: skip
    limit, agree, some = norm.isf(level / 2), 0, 0
    for start in range(0, trials, 2_000):
        count = min(2_000, trials - start)
        shared = generator.standard_normal((count, tests, 1)) * np.sqrt(correlation)
        z = shared + np.sqrt(1 - correlation) * generator.standard_normal((count, tests, waves))
        agree += int(((z > limit).all(axis=2) | (z < -limit).all(axis=2)).any(axis=1).sum())
        some += int((np.abs(z) > limit).any(axis=(1, 2)).sum())
    share = agree / trials
    return Rate(share, some / trials, float(np.sqrt(share * (1 - share) / trials)), tests, correlation, trials)
