# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""What two processes tell is gathered; one that fails or dies stops the run with the reason, and nothing waits for ever."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pytest

from werkzaam.app.simulation import relive_lives
from werkzaam.app.simulation.relive_lives import FAILED, LIVED, MONTHS, Lives, Together, _gathered, _work
from werkzaam.core.errors import WerkzaamError


@dataclass
class Queue:
    """A queue in this process."""

    told: deque[tuple[str, Any]] = field(default_factory=deque)

    def put(self, one: tuple[str, Any]) -> None:
        self.told.append(one)

    def get(self) -> tuple[str, Any]:
        return self.told.popleft()

    def empty(self) -> bool:
        return not self.told


@dataclass
class Process:
    """A process that has ended with a code, or goes on."""

    exitcode: int | None = None

    def join(self, seconds: float) -> None:
        raise AssertionError(f"nothing more is told, and it waits {seconds} seconds again")


def some(name: str) -> dict[str, Lives]:
    return {name: Lives({}, {"on": np.zeros(60, np.int64)})}


def gathered(*told: tuple[str, Any], codes: tuple[int | None, ...] = (None, None)) -> tuple[dict[str, Lives], int]:
    months: list[int] = []
    found = _gathered(Queue(deque(told)), [Process(code) for code in codes], months.append)  # type: ignore[arg-type]
    return found, sum(months)


def test_what_both_lived_is_one_and_every_month_is_told() -> None:
    found, months = gathered((MONTHS, 40), (LIVED, some("outside")), (MONTHS, 2), (LIVED, some("takes_part")), codes=(0, 0))
    assert set(found) == {"outside", "takes_part"}
    assert months == 42


def test_a_part_that_fails_stops_the_run_with_its_reason() -> None:
    with pytest.raises(WerkzaamError, match="A part of the town could not be lived: MissingParameter: contacts"):
        gathered((MONTHS, 40), (FAILED, "MissingParameter: contacts"))


def test_a_part_that_dies_is_not_waited_for() -> None:
    with pytest.raises(WerkzaamError, match="stopped with code -9"):
        gathered((LIVED, some("outside")), codes=(0, -9))


def test_a_process_tells_why_it_cannot_go_on(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise WerkzaamError("no rules for these months")

    monkeypatch.setattr(relive_lives, "world_of", refuse)
    queue = Queue()
    _work(queue, Together((), (), None, None, None))  # type: ignore[arg-type]
    assert list(queue.told) == [(FAILED, "WerkzaamError: no rules for these months")]
