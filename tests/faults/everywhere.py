# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A process on SQLite killed at every statement of every command: done from a small process, because each kill is a fork.

What a fork costs is the memory that it copies the pages of. A process that has run half of the suite has hundreds of megabytes,
and made each of these thousands of kills three times as dear.
"""

from __future__ import annotations

import gc
import tempfile
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.faults.killing import plan_once
from tests.faults.slices import TIMES, chance
from tests.faults.stages import SqlitePlace, Trials

MORE_KILLS = 6
"""How often a process that recovers is killed again, in the second round."""


class Killed(NamedTuple):
    """What came of it: the points there are, the kills of the first round and of both, and what was wrong after it."""

    points: int
    first: int
    kills: int
    trials: int
    faults: list[str]


def killed_everywhere(memory: Path) -> Killed:
    """Kill a process at every point, then at every point and while it recovers; in a process that has read nothing else."""
    with ProcessPoolExecutor(1, get_context("spawn")) as small:
        return small.submit(_everywhere, memory).result()


def _everywhere(memory: Path) -> Killed:
    with pytest.MonkeyPatch.context() as patch:
        plan_once(patch)
        place = SqlitePlace(Path(tempfile.mkdtemp(dir=memory)))
        place.prepare(place.folder)
        gc.freeze()
        return _rounds(place)


def _rounds(place: SqlitePlace) -> Killed:
    done = Trials()
    for stage in place.stages:
        for point in range(1, stage.points + 1):
            done.run(place, stage, [point], look=point % 5 == 0)
    first = done.kills
    for times in range(TIMES):
        dice = chance("kills on SQLite", times)
        for stage in place.stages:
            for point in range(1, stage.points + 1):
                more = [dice.randint(1, stage.points) for _ in range(MORE_KILLS)]
                done.run(place, stage, [point, *more], look=False)
    return Killed(sum(stage.points for stage in place.stages), first, done.kills, done.trials, done.faults or [])
