# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A process that talks to PostgreSQL is killed at statements of every workflow; the server throws away what was not kept."""

from __future__ import annotations

from tests.faults.slices import SEED, TIMES, chance
from tests.faults.stages import PostgresPlace, Stage, Trials

LEAST = 300


def test_killed_while_the_server_lives_on(postgres_place: PostgresPlace) -> None:
    done = Trials()
    for times in range(TIMES):
        for stage in postgres_place.stages:
            for point in points_of(stage, times):
                dice = chance("kills on PostgreSQL", stage.number, point, times)
                done.run(postgres_place, stage, [point, *(dice.randint(1, stage.points) for _ in range(2))], look=point % 3 == 0)
    assert not done.faults, f"FAULTS_SEED={SEED}"
    assert done.kills >= LEAST * TIMES
    print(f"{done.kills} kills, {done.trials} times given again")


def points_of(stage: Stage, times: int) -> list[int]:
    """The first point, the last three, where it is kept, and of the others one in ten."""
    last = max(2, stage.points - 2)
    middle = range(2, last)
    some = chance("points on PostgreSQL", stage.number, times).sample(middle, -(-len(middle) // 10))
    return sorted({1, *some, *range(last, stage.points + 1)})
