# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""The plan of an analysis and its lock: what was promised before any outcome was seen beside an arm.

The plan is the design, how often is redrawn and from which seed; it is locked together with the version of our code and the
columns of the data. One changed byte of any of them, and every number that follows is marked as thought of afterwards.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import Enum

from werkzaam.core.digest import digest
from werkzaam.core.errors import InputError, NotAllowed
from werkzaam.experiment.canonical import canonical
from werkzaam.experiment.design import Design


@dataclass(frozen=True, slots=True)
class Settings:
    """How the planned numbers are computed: redraws of the draw, resampling for bounds, and the seed of both."""

    redraws: int = 10_000
    resamples: int = 500
    seed: int = 1

    def __post_init__(self) -> None:
        if self.redraws < 99 or self.resamples < 99:
            raise InputError(f"At least 99 redraws and resamples were expected; found {self.redraws} and {self.resamples}.")


@dataclass(frozen=True, slots=True)
class Lock:
    """A promise: the fingerprints of plan, code and columns, and who locked it when."""

    plan: str
    code: str
    columns: str
    by: str
    at: str


class Tag(Enum):
    """Whether a number was promised before the outcomes were seen."""

    PLANNED = "planned"
    POST_HOC = "post_hoc"


def plan_digest(design: Design, settings: Settings) -> str:
    """The fingerprint of a plan; any change of the design or of how numbers are computed changes it."""
    return digest(canonical(design), settings.redraws, settings.resamples, settings.seed)


def columns_digest(names: Collection[str]) -> str:
    """The fingerprint of the columns of the data, whatever their order."""
    return digest(*sorted(names))


def lock(design: Design, settings: Settings, *, code: str, columns: Collection[str], by: str, at: str) -> Lock:
    """Lock a plan; `code` is the release and its fingerprint, `at` the moment as text. Raises InputError without a name."""
    if not by.strip():
        raise InputError("A plan is locked by somebody: give a name.")
    return Lock(plan_digest(design, settings), code, columns_digest(columns), by, at)


def tag(locked: Lock, design: Design, settings: Settings, *, code: str, columns: Collection[str]) -> tuple[Tag, tuple[str, ...]]:
    """Whether an analysis is the one that was promised, and else in what it differs: plan, code or columns."""
    now = (("plan", plan_digest(design, settings), locked.plan), ("code", code, locked.code),
           ("columns", columns_digest(columns), locked.columns))  # fmt: skip
    differs = tuple(name for name, found, promised in now if found != promised)
    return (Tag.POST_HOC if differs else Tag.PLANNED), differs


def refuse_unplanned(design: Design, wanted: Sequence[str]) -> None:
    """Refuse outcomes that are not in the plan. Raises NotAllowed, naming them and what the plan has."""
    known = {outcome.id for outcome in design.outcomes}
    unknown = [name for name in wanted if name not in known]
    if unknown:
        raise NotAllowed(
            f"{', '.join(unknown)} is not in the locked plan; it has {', '.join(sorted(known))}. "
            "What is thought of afterwards needs a design of its own, and its numbers are marked as such."
        )
