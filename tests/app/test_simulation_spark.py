# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Lives on Spark are those of one machine, household by household, however the town is cut."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache, partial
from pathlib import Path

import numpy as np
import pyarrow.parquet as pq
import pytest

import tests
from tests.cluster import spark
from tests.kernels import CACHE
from tests.simulation.some_world import a_town, some_world, town_parts
from werkzaam.app.simulation.comparison import Asked, compare, span_of
from werkzaam.app.simulation.lives import numbers_for_regimes, ruled
from werkzaam.app.simulation.living_places import on_cluster
from werkzaam.app.simulation.on_spark import lived_on_spark, summed_on_spark
from werkzaam.app.simulation.per_household import STAMP, per_household, totals_of
from werkzaam.app.simulation.premium_variants import parse_premium, with_premium
from werkzaam.core.errors import InputError
from werkzaam.core.months import Month
from werkzaam.facts.read import read_facts
from werkzaam.simulation.life import Lived
from werkzaam.simulation.people import People
from werkzaam.simulation.record import record
from werkzaam.simulation.streamed import Governed, lived, ranges, streamed, summed, taken
from werkzaam.simulation.sums import Sums, sums_by_arm

HOUSEHOLDS, SEED = 3_300, 7


@pytest.fixture(autouse=True, scope="module")
def _along() -> Iterator[None]:
    """Workers do not have the tests; what they need of them travels."""
    from pyspark import cloudpickle

    cloudpickle.register_pickle_by_value(tests)
    yield
    cloudpickle.unregister_pickle_by_value(tests)


@cache
def governed() -> Governed:
    """Two groups under different rules."""
    return Governed((some_world(), some_world("amsterdam_2018_buiten_experiment", "amsterdam_2021_na_experiment")), (0, 0, 1))


def alike(one: Sums, other: Sums) -> bool:
    pairs = ((one.totals, other.totals), (one.counts, other.counts), (one.months_with, other.months_with))
    return all(mine.keys() == more.keys() and all(np.array_equal(mine[name], more[name]) for name in mine)
               for mine, more in pairs) and np.array_equal(one.households, other.households)  # fmt: skip


def columns_of(people: People, life: Iterable[Lived], months: int) -> dict[str, bytes]:
    return {name: column.tobytes() for name, column in record(people, life, months).columns.items()}


def test_two_workers_give_every_household_the_bytes_of_one_machine() -> None:
    parts = ranges(HOUSEHOLDS, 1_000)
    there = lived_on_spark(spark(), town_parts(HOUSEHOLDS), parts, governed(), SEED, columns_of)
    here = [taken(a_town(HOUSEHOLDS).some(np.arange(*part)), governed(), SEED, columns_of) for part in parts]
    assert len(there) == 4
    assert there == here


def test_sums_do_not_depend_on_the_workers_or_the_cut() -> None:
    here = summed(town_parts(HOUSEHOLDS), ranges(HOUSEHOLDS), governed(), SEED)
    for size in (2_000, 4_000):
        assert alike(summed_on_spark(spark(), town_parts(HOUSEHOLDS), ranges(HOUSEHOLDS, size), governed(), SEED), here)
    assert here.totals["premium"].sum() > 0


def test_households_are_written_alike_here_and_there(tmp_path: Path) -> None:
    making, parts, measure = town_parts(HOUSEHOLDS), ranges(HOUSEHOLDS, 2_000), partial(sums_by_arm, arms=3)
    with per_household(tmp_path / "there") as keeping:
        lived_on_spark(spark(), making, parts, governed(), SEED, keeping(measure))
    with per_household(tmp_path / "here") as keeping:
        list(streamed(making, parts, governed(), SEED, keeping(measure)))
    here, there = (sorted((tmp_path / name).iterdir()) for name in ("here", "there"))
    firsts = (0, 2, 2_000, 2_001)  # A file for each part and world, by its first household.
    assert [file.stem for file in there] == [f"part-{at:012}" for at in firsts]
    assert [file.read_bytes() for file in there] == [file.read_bytes() for file in here]
    whole = pq.read_table(tmp_path / "there").sort_by("household")
    assert whole.equals(totals_of(lived(a_town(HOUSEHOLDS), governed(), SEED)))
    assert whole.column("household").to_pylist() == list(range(HOUSEHOLDS))
    assert pq.read_schema(there[0]).metadata[b"werkzaam"].decode() == STAMP["werkzaam"]


def test_nothing_is_left_of_households_when_a_run_fails(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="nobody from 3000 on"), per_household(tmp_path / "out") as keeping:
        list(
            streamed(
                nobody_from_3000, ranges(HOUSEHOLDS, 2_000), governed(), SEED, keeping(partial(sums_by_arm, arms=3)), threads=1
            )
        )
    assert list(tmp_path.iterdir()) == []
    (tmp_path / "there").mkdir()
    with pytest.raises(InputError, match="is there already"), per_household(tmp_path / "there"):
        pytest.fail("it must not begin")


def nobody_from_3000(first: int, last: int) -> People:
    if last > 3_000:
        raise InputError("nobody from 3000 on")
    return a_town(HOUSEHOLDS).some(np.arange(first, last))


def test_what_a_worker_refuses_is_told_in_the_words_of_one_process() -> None:
    with pytest.raises(InputError) as caught:
        lived_on_spark(spark(), nobody_from_3000, ranges(HOUSEHOLDS, 2_000), governed(), SEED, columns_of)
    assert str(caught.value) == "nobody from 3000 on"
    assert lived_on_spark(spark(), nobody_from_3000, [], governed(), SEED, columns_of) == []


def test_a_comparison_on_spark_has_the_sums_of_one_machine() -> None:
    """With an exit premium, which is added to a life on the worker too; and the numbers that were read are the same."""
    span, facts, given = span_of(Month.of(2018, 1), 60), read_facts(), numbers_for_regimes()
    base = ruled(["amsterdam_2018"], span, facts)[0]
    asked = Asked((with_premium(base, parse_premium("50/200,exit=300"), facts),), span, 2_000, (SEED,), given)
    lived: list[int] = []
    there = compare(asked, facts, CACHE, on_cluster(spark()), lived.append)
    here = compare(asked, facts, CACHE)
    assert sum(lived) == 2_000 * 60
    assert there.lived[0].values == here.lived[0].values
    assert there.read == here.read
