# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""An experiment as who leads it sees it: how far it is, its draw and its plan, and its results while arms are hidden or open."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from threading import Lock as Busy
from typing import TYPE_CHECKING

from werkzaam.app.experiment.locked_plan import code_version, locked, settings_of
from werkzaam.app.experiment.of_town import design_here, head_of, not_before
from werkzaam.app.experiment.opened import ask_to_open, asked_by, is_open, may_open
from werkzaam.app.experiment.report.model import Report
from werkzaam.app.ledger.desk import Desk
from werkzaam.core.errors import NotAllowed
from werkzaam.experiment.canonical import design_hash, protocol_id
from werkzaam.experiment.design import Design, Words
from werkzaam.experiment.lottery.beacon import chain_of
from werkzaam.experiment.verdict.lock import Lock, Settings, plan_digest
from werkzaam.store.draws import DrawResult, commitments, draw_results
from werkzaam.store.observations import locks

if TYPE_CHECKING:
    from werkzaam.app.experiment.report.content import Found

MOST_KEPT = 4
"""So many analyses are kept until the server stops."""
_busy = Busy()
_computed: dict[str, Found] = {}
REDRAWS = (199, 999, 1_999, 9_999, Settings().redraws)
"""How often plans draw again; a lock keeps a fingerprint only, so that which of these it was is tried."""
AT_ONCE = 999
"""A plan that draws again more often than this is not computed while somebody waits for a page."""


@dataclass(frozen=True, slots=True)
class AtWork:
    """What is fixed of an experiment: its design, its draw and its plan, as far as there are; `asked` to see the arms."""

    design: Design
    protocol: str
    fingerprint: str
    drawn: DrawResult | None
    beacon_at: datetime | None
    borrowed: bool
    """The public number is younger than this day: so in an example only."""
    lock: Lock | None
    as_locked: bool
    seen: bool
    asked: tuple[str, ...]
    open: bool
    redraws: int | None

    @property
    def outcomes(self) -> list[tuple[Words, str, str]]:
        """Every planned outcome with its family and the level at which the family is judged, such as 5%."""
        labels = {one.id: one.label for one in self.design.outcomes}
        return [
            (labels[name], family.id, f"{family.level / 10:g}%") for family in self.design.families for name in family.outcomes
        ]


def at_work(desk: Desk, experiment: str) -> AtWork:
    """How far an experiment is; raises UnknownName for one that the town does not have."""
    design = design_here(desk, experiment)
    draws = draw_results(desk.database, desk.town.id, experiment)
    drawn = draws[max(draws)] if draws else None
    moment = None if drawn is None else chain_of(drawn.chain).moment(drawn.round or drawn.committed_round)
    lock = locked(desk, design) if locks(desk.database, desk.town.id, experiment) else None
    redraws = None if lock is None else _redraws(desk, design, lock)
    return AtWork(
        design, protocol_id(design), design_hash(design).hex(), drawn, moment,
        moment is not None and moment > datetime.strptime(desk.moment, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC), lock,
        lock is not None and redraws is not None and lock.code == code_version(),
        lock is not None and may_open(desk, design), asked_by(desk, design) if lock is not None else (),
        lock is not None and is_open(desk, design), redraws,
    )  # fmt: skip


def promised_on(desk: Desk, experiment: str) -> date | None:
    """The day on which the newest draw was promised."""
    found = commitments(desk.database, desk.town.id, experiment)
    return date.fromisoformat(found[-1].committed_at[:10]) if found else None


def _redraws(desk: Desk, design: Design, lock: Lock) -> int | None:
    """How often the locked plan draws again; None when the design or another number was changed after the lock."""
    return next((one for one in REDRAWS if plan_digest(design, settings_of(desk, design, one)) == lock.plan), None)


def takes_minutes(found: AtWork) -> bool:
    """Whether the plan draws again so often that no page can wait for it."""
    return (found.redraws or Settings().redraws) > AT_ONCE


def results(desk: Desk, experiment: str, lang: str) -> Report:
    """The planned analysis: under letters until two people opened the arms, and that somebody looked is kept.

    Raises NotAllowed without a lock, and for a plan that takes too long for a page.
    """
    found = at_work(desk, experiment)
    if found.lock is None:
        raise NotAllowed(f"The plan of {experiment} is not locked. Lock it first: no outcome is seen beside an arm before that.")
    redraws = found.redraws or Settings().redraws
    if takes_minutes(found):
        raise NotAllowed(f"The plan draws again {redraws} times, which takes minutes: use `werkzaam experiment analyse`.")
    from werkzaam.app.experiment.report.content import report

    return report(_found(not_before(desk, experiment), found.design, redraws, opened=found.open), lang)


def _found(desk: Desk, design: Design, redraws: int, *, opened: bool) -> Found:
    """The analysis; computed once for all that is known, so that letters stay the same until something is added."""
    from werkzaam.app.experiment.analysing import look, look_masked

    with _busy:
        head = head_of(desk.database, desk.town.id, design.id)
        if head not in _computed:
            found = look(desk, design, redraws) if opened else look_masked(desk, design, redraws)
            head = head_of(desk.database, desk.town.id, design.id)
            if len(_computed) >= MOST_KEPT:
                _computed.clear()
            _computed[head] = found
        return _computed[head]


def ask(desk: Desk, experiment: str) -> bool:
    """Who is at the desk asks to see the arms; True when they are open now (`opened.ask_to_open`)."""
    return ask_to_open(not_before(desk, experiment), design_here(desk, experiment))
