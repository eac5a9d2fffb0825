# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Many processes that do different things to the same few households at the same time."""

from __future__ import annotations

import json
import os
import traceback
from collections import Counter
from collections.abc import Callable
from datetime import date
from multiprocessing import get_context
from pathlib import Path

from tests.faults.killing import desk_at
from tests.faults.slices import chance
from tests.faults.world import MAKER, OTHER, Command, later
from werkzaam.app.ledger import new_facts
from werkzaam.app.ledger.desk import Desk
from werkzaam.app.ledger.dispute import dispute_claim
from werkzaam.app.ledger.officer import approve_claim, reject_claim
from werkzaam.app.ledger.pay import pay
from werkzaam.app.ledger.run import run
from werkzaam.core.errors import WerkzaamError
from werkzaam.core.months import Month
from werkzaam.store.facts import record_fact

PROCESSES = 8
_MARCH, _APRIL = Month.of(2021, 3), Month.of(2021, 4)
_BEGIN = "2021-04-22T09:00:00Z"
_THIRD = "c.devries"


def crowd(url: str, households: list[int], folder: Path, *, each: int, name: str) -> Counter[str]:
    """Let processes work until each did so many things; what came of all of them: done, or refused and by what."""
    context = get_context("fork")
    clock = context.Value("i", 0)
    children = []
    for number in range(PROCESSES):
        told = folder / f"{name}-{number}.json"
        process = context.Process(target=_worker, args=(url, households, told, number, each, name, clock))
        process.start()
        children.append((process, told))
    found: Counter[str] = Counter()
    for process, told in children:
        process.join()
        assert process.exitcode == 0, "A process failed with something else than a refusal; see what it printed."
        found += Counter(json.loads(told.read_text()))
    return found


def _worker(url: str, households: list[int], told: Path, number: int, each: int, name: str, clock: object) -> None:
    dice, found = chance("crowd", name, number), Counter[str]()
    for _ in range(each):
        with clock.get_lock():  # type: ignore[attr-defined]
            clock.value += 1  # type: ignore[attr-defined]
            moment = later(_BEGIN, minutes=clock.value // 20)  # type: ignore[attr-defined]
        kind, actor, work = _thing(dice.random(), dice.choice(households), dice.randint(-300, 300) or 1, told.with_suffix(".xml"))
        command = Command(kind, moment, actor if kind != "run" else dice.choice([MAKER, _THIRD]), work)
        try:
            with desk_at(url, command) as desk:
                command.work(desk)
            found[f"{kind} done"] += 1
        except WerkzaamError as error:
            found[f"{kind} refused: {type(error).__name__} {getattr(error, 'constraint', '')}".strip()] += 1
        except BaseException:
            traceback.print_exc()
            os._exit(3)
    told.write_text(json.dumps(found))


def _thing(at: float, household: int, cents: int, out: Path) -> tuple[str, str, Callable[[Desk], object]]:
    """Something to do, and who does it."""
    if at < 0.55:
        return "record", MAKER, lambda desk: _correct(desk, household, cents)
    if at < 0.65:
        return "run", MAKER, lambda desk: run(desk, _APRIL)
    if at < 0.80:
        words = {"reason": "loonstrook gezien", "protected_earnings": "ruimte van 50 euro"}
        return "approve", OTHER, lambda desk: approve_claim(desk, household, _MARCH, **words)
    if at < 0.85:
        return "reject", OTHER, lambda desk: reject_claim(desk, household, _MARCH, reason="te weinig")
    if at < 0.92:
        return "dispute", MAKER, lambda desk: dispute_claim(desk, household, _MARCH, text="Dit klopt niet.")
    return "pay", MAKER, lambda desk: pay(desk, _MARCH, out)


def _correct(desk: Desk, household: int, cents: int) -> None:
    sign = "-" if cents < 0 else ""
    row = {"persoon": "Sam", "baan": "winkel", "gewerkt_van": _MARCH.first_day, "gewerkt_tot": _MARCH.last_day,
           "betaald_op": date(2021, 4, 5), "netto": f"{sign}{abs(cents) // 100}.{abs(cents) % 100:02}", "bron": "loonstrook",
           "correctie": True}  # fmt: skip
    fact = new_facts.wage(row, household * 10 + 1)
    with desk.writes() as writer:
        record_fact(writer, household, fact.fact(), idem_key=fact.key)
