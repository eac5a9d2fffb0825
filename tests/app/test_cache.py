# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Compiled code has a place also where the program cannot be written and nobody has a home, or is done without."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from werkzaam.app.cache import PROGRAM, keep_all_compiled_code, kernels
from werkzaam.app.ledger import planner
from werkzaam.core.errors import InputError

NOTHING_ASKED: Any = None
"""A world of which nothing is read."""


@pytest.fixture
def places(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A place for compiled code, and nothing said about that of numba."""
    monkeypatch.setenv("NUMBA_CACHE_DIR", "")
    monkeypatch.delenv("NUMBA_CACHE_DIR")
    monkeypatch.setenv("WERKZAAM_CACHE", str(tmp_path))
    return tmp_path


@pytest.mark.parametrize("written", [True, False])
def test_numba_keeps_its_code_beside_the_kernels_only_where_the_program_cannot_be_written(
    written: bool, places: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "access", lambda place, _: written or place != PROGRAM)
    keep_all_compiled_code()
    assert os.environ.get("NUMBA_CACHE_DIR") == (None if written else str(places / "numba"))


def test_a_place_that_somebody_gave_numba_stays(places: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)
    monkeypatch.setenv("NUMBA_CACHE_DIR", "elsewhere")
    keep_all_compiled_code()
    assert os.environ["NUMBA_CACHE_DIR"] == "elsewhere"


def test_without_a_place_for_compiled_rules_a_run_is_done_one_household_after_another(
    places: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (places / "file").touch()
    monkeypatch.setenv("WERKZAAM_CACHE", str(places / "file" / "below"))
    with pytest.raises(InputError, match="Set WERKZAAM_CACHE to a folder that can be written"):
        kernels()
    assert planner._compiled(NOTHING_ASKED) is None


def test_without_numba_a_run_is_done_one_household_after_another(places: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(planner, "find_spec", {}.get)
    assert planner._compiled(NOTHING_ASKED) is None
    assert kernels() == places
