# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Rules that other processes compiled are those that this one loads, and nothing is compiled twice."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.app.towns import REGIME
from werkzaam.app.simulation import compiled as side_by_side
from werkzaam.app.simulation.compiled import compiled, is_compiled
from werkzaam.core.months import Month, Span
from werkzaam.engine.kernel import make
from werkzaam.facts.read import read_facts
from werkzaam.regime.read import read_regime
from werkzaam.rules import RULES
from werkzaam.rules.book import book_of
from werkzaam.simulation.money import Money

SPAN = Span(Month.of(2018, 1), Month.of(2018, 1))


def small(output: str, folder: Path) -> Money:
    """The rules that one amount needs, of one month: compiled in a second or two."""
    book = book_of(read_facts(), read_regime(REGIME))
    return Money(make(RULES, [output], book, list(SPAN), folder), book, SPAN)


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The texts for which a process was started."""
    texts: list[str] = []
    real = side_by_side._started

    def noting(text: str, folder: Path) -> object:
        texts.append(text)
        return real(text, folder)

    monkeypatch.setattr(side_by_side, "_started", noting)
    return texts


def test_rules_are_compiled_by_other_processes_and_only_once(tmp_path: Path, started: list[str]) -> None:
    moneys = [small(name, tmp_path) for name in ("bijstandsnorm", "norm_zonder_vakantietoeslag")]
    texts = [one.kernel.source.text(cache=True) for one in moneys]
    assert [is_compiled(text, tmp_path) for text in texts] == [False, False]
    compiled([*moneys, moneys[0]], tmp_path, processes=2)
    assert started == texts
    assert [is_compiled(text, tmp_path) for text in texts] == [True, True]
    assert [one.kernel.run_block.stats.cache_misses for one in moneys] == [{}, {}]  # type: ignore[attr-defined]
    assert all(sum(one.kernel.run_block.stats.cache_hits.values()) == 1 for one in moneys)  # type: ignore[attr-defined]
    compiled(moneys, tmp_path, processes=2)
    assert started == texts


def test_one_kernel_is_compiled_here(tmp_path: Path, started: list[str]) -> None:
    compiled([small("bijstandsnorm", tmp_path)], tmp_path, processes=2)
    assert started == []
