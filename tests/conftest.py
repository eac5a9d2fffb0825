# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What every run of tests shares: requirements, which files begin, how hard properties search, and no needless collecting."""

from __future__ import annotations

import gc
import os
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from xdist.scheduler import LoadFileScheduling

pytest_plugins = ["tests.offline", "tests.requirements.plugin", "tests.databases"]

# One thread for linear algebra in each worker: our matrices are small, and a second thread mostly waits with a busy core.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

# The same cases on every run, so that a red build is red for everybody; `make soak` looks for new ones.
settings.register_profile("push", derandomize=True, deadline=None, print_blob=True)
settings.register_profile(
    "soak", max_examples=5_000, deadline=None, print_blob=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("push")

ON_SPARK = ("test_explain_equals_batch.py", "test_law_date_equals_batch.py", "test_settle_cluster.py", "test_simulation_spark.py")
"""Files that start Spark: they follow each other in one worker, for a cluster takes half a minute of a core to start."""
LONGEST_FIRST = (
    *ON_SPARK,
    "test_kill_sqlite.py",
    "test_every_page.py",
    "test_matrix.py",
    "test_matrix_pages.py",
    "test_kill_postgres.py",
    "test_power_cut.py",
    "test_diagnose.py",
    "test_tutorial.py",
    "test_analysis.py",
    "test_concurrency.py",
    "test_coverage.py",
    "test_delivery.py",
    "test_error_rates.py",
    "test_law_mutants.py",
    "test_kernel.py",
    "test_oracle.py",
)
"""Files that take long, the longest first: begun at the end, one of them leaves a core without work for minutes."""


class OneSpark(LoadFileScheduling):
    """A file is done by one worker, and so are all files on Spark."""

    def _split_scope(self, nodeid: str) -> str:
        file = str(super()._split_scope(nodeid))
        return "Spark" if file.rpartition("/")[2] in ON_SPARK else file


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> OneSpark:
    """How tests are given to workers."""
    return OneSpark(config, log)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The long files begin; all others keep their order."""
    place = {name: at for at, name in enumerate(LONGEST_FIRST)}
    items.sort(key=lambda item: place.get(item.path.name, len(place)))


def pytest_collection_finish() -> None:
    """What is loaded by now stays: looking through it for circles, again and again, took a fifth of all tests' time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)
