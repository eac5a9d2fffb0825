# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Compiling takes seconds, so that the tests share one kernel of Toyland."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.toyland.act import TOYLAND
from tests.toyland.town import MONTHS, Book
from werkzaam.engine.kernel import Kernel, make


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the kernels of this run are kept."""
    return tmp_path_factory.mktemp("kernels")


@pytest.fixture(scope="session")
def toyland(cache: Path) -> Kernel:
    """Every rule of Toyland, compiled."""
    return make(TOYLAND, tuple(TOYLAND.rules), Book(), MONTHS, cache)
