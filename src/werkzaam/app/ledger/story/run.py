# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Runs a story of the ledger on a database, step after step, each by its own officer at its own moment."""

from __future__ import annotations

from collections.abc import Iterator

from werkzaam.app.ledger.changes import Changed
from werkzaam.app.ledger.desk import Desk, at_desk, new_ledger
from werkzaam.app.ledger.record import open_and_record
from werkzaam.app.ledger.replay import replay
from werkzaam.app.ledger.run import run
from werkzaam.app.ledger.story.act import DEEDS, Done
from werkzaam.app.ledger.story.look import LOOKS, Seen
from werkzaam.app.ledger.story.read import MAKER, Step, Story
from werkzaam.app.stories import Outcome, moment_of
from werkzaam.core.errors import WerkzaamError
from werkzaam.ledger.event import broken
from werkzaam.store.events import events


def run_story(story: Story, url: str, *, again: bool = False) -> list[Outcome]:
    """Every expectation of a story beside what the ledger at an address gives; the town must not be in it yet.

    `again` does every run twice: the second one must decide and pay nothing.
    """
    found: list[Outcome] = []
    new_ledger(url, story.town)
    with at_desk(url, story.town, actor=MAKER, moment=story.steps[-1].moment) as shared:
        open_and_record(_desk(shared, MAKER, moment_of(story.known_on, 0)), [story.household])
        for step in story.steps:
            desk = _desk(shared, step.actor, step.moment)
            found += (Outcome(f"{step}: {one.what}", one.expected, one.found) for one in _step(story, step, desk))
            if again and step.deed == "run" and "geweigerd" not in dict(step.expected):
                found += _again(step, desk)
        household = story.household.household
        wrong = broken(events(shared.database, story.town.id, household))
        again_wrong = [str(one) for one in replay(shared, household)]
    return [*found, Outcome("chain of events", "[]", str(wrong)), Outcome("computed again", "[]", str(again_wrong))]


def _desk(shared: Desk, actor: str, at: str) -> Desk:
    """Somebody at work on the same ledger; the State's numbers and the town's choices are read once for all of them."""
    desk = Desk(shared.database, shared.town, actor, at)
    vars(desk).update(facts=shared.facts, regime=shared.regime)
    return desk


def _step(story: Story, step: Step, desk: Desk) -> Iterator[Outcome]:
    household = story.household.household
    seen = Seen(desk, household, _last(desk, household), _done(step, desk, household))
    if seen.done.refused and not any(look == "geweigerd" for look, _ in step.expected):
        yield Outcome("is done", "yes", seen.done.refused)
    for look, row in step.expected:
        yield from LOOKS[look].at(seen, row)


def _done(step: Step, desk: Desk, household: int) -> Done:
    """What the step came to; of something that is done more than once, what all times together came to."""
    done = Done()
    for _ in range(step.times if step.deed else 0):
        before = done.recorded
        try:
            done = DEEDS[step.deed](desk, household, step.row)
        except WerkzaamError as error:
            return Done(refused=str(error))
        if before and done.recorded:
            done.recorded.new += before.new
            done.recorded.already += before.already
    return done


def _again(step: Step, desk: Desk) -> Iterator[Outcome]:
    """Nothing is kept or paid a second time; what waits for a payslip is shown again, and that is all."""
    view = run(desk, step.row.month("run"))
    kept = [row for row in view.rows if isinstance(row, Changed) and row.kind != "awaiting"]
    yield Outcome(f"{step}: the same run again", "0 rows, 0 cents", f"{len(kept)} rows, {view.paid + view.premium} cents")


def _last(desk: Desk, household: int) -> int:
    found = events(desk.database, desk.town.id, household)
    return found[-1].hseq if found else 0
