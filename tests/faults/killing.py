# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Processes that are killed at a statement: forked from one that has read the law, so that a kill costs milliseconds."""

from __future__ import annotations

import os
import signal
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from tests.faults.world import TOWN, Command, later
from werkzaam.app.ledger import planner as planner_module
from werkzaam.app.ledger.desk import Desk
from werkzaam.app.ledger.plan import HouseholdPlan, Position, World, plan
from werkzaam.app.regimes import regime_of
from werkzaam.facts.book import Facts
from werkzaam.facts.read import read_facts
from werkzaam.regime.regime import Regime, Timeline
from werkzaam.store.database import open_database

_FAILED = 70


@cache
def _law() -> tuple[Facts, Regime | Timeline]:
    return read_facts(), regime_of(TOWN.regimes, read_facts())


@contextmanager
def desk_at(url: str, command: Command, again: int = 0) -> Iterator[Desk]:
    """The desk of whoever gives a command, with the law as it was read before; start-up checks have tests of their own."""
    with open_database(url) as database:
        desk = Desk(database, TOWN, command.actor, later(command.moment, minutes=again))
        desk.__dict__["facts"], desk.__dict__["regime"] = _law()
        yield desk


def do(url: str, command: Command, *, again: int = 0, before: Callable[[str], None] | None = None) -> None:
    """Give a command; `again` is how often it was given before, `before` is called with each statement and step of a file."""
    with desk_at(url, command, again) as desk, file_steps(before if command.out else None):
        command.at(desk, before=before, again=again)


@contextmanager
def file_steps(before: Callable[[str], None] | None) -> Iterator[None]:
    """Call `before` before each step by which a file comes to stand on the disk."""
    with pytest.MonkeyPatch.context() as patch:
        for place, name in ((Path, "open"), (os, "fsync"), (Path, "replace"), (os, "open"), (os, "close")) if before else ():
            patch.setattr(place, name, _announced(getattr(place, name), f"{place.__name__}.{name}", before))
        yield


def _announced(step: Callable[..., object], name: str, before: Callable[[str], None] | None) -> Callable[..., object]:
    def announced(*given: object, **named: object) -> object:
        assert before is not None
        before(name)
        return step(*given, **named)

    return announced


def statements(url: str, command: Command) -> int:
    """Give a command undisturbed; how many points it had at which it could have been killed, its end included."""
    points: list[str] = []
    do(url, command, before=points.append)
    return len(points)


class Dies:
    """Called with each statement, kills its own process at one of them: nothing is closed, sent or told."""

    def __init__(self, at: int) -> None:
        self.left = at

    def __call__(self, statement: str) -> None:
        self.left -= 1
        if self.left == 0:
            os.kill(os.getpid(), signal.SIGKILL)


def killed(url: str, command: Command, at: int, *, again: int = 0) -> bool:
    """Give a command in a process of its own that is killed at its statement `at`; False when it ended before that."""
    return in_child(lambda: do(url, command, again=again, before=Dies(at)))


def in_child(work: Callable[[], object]) -> bool:
    """Do something in a forked process; whether that was killed. Raises AssertionError when it failed in another way."""
    code = code_of_child(work)
    assert code in (None, 0), "The process failed before it was killed; see what it printed."
    return code is None


def code_of_child(work: Callable[[], object]) -> int | None:
    """Do something in a forked process; the code it ended with, or None when it was killed."""
    child = os.fork()
    if child == 0:
        code = _FAILED
        try:
            work()
            code = 0
        except SystemExit as ended:
            code = int(ended.code or 0)
        except BaseException:
            traceback.print_exc()
        finally:
            os._exit(code)
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        assert os.WTERMSIG(status) == signal.SIGKILL
        return None
    return os.WEXITSTATUS(status)


def plan_once(patch: pytest.MonkeyPatch) -> None:
    """Let the same position give the same plan without computing it again: a plan is a pure function, tested elsewhere.

    A slice of a run is two households, so that three make two slices.
    """
    plans: dict[str, HouseholdPlan] = {}

    def planned(position: Position, world: World) -> HouseholdPlan:
        known = tuple(replace(one, recorded_at="") for one in position.file.known)
        rest = (position.file.household, position.head, position.latest, position.waiting, sorted(position.reopened))
        key = repr((known, rest, world.month))
        if key not in plans:
            plans[key] = plan(position, world)
        return plans[key]

    patch.setattr(planner_module, "plan", planned)
    patch.setattr(planner_module, "SLICE", 2)
