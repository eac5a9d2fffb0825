# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Three synthetic experiments in the town: one that was drawn and enrolled on, one that waits for its secret, one that is empty.

In the first, four people are on the roster. The first draw gave two of them an arm. The second promise was told its secret and
given up for a third, which waits for its beacon.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from werkzaam.core.digest import digest
from werkzaam.experiment.event import Event, Happening
from werkzaam.store import draws, observations, roster
from werkzaam.store.database import Database
from werkzaam.store.experiments import Recorder, open_experiment, record_design, recording

FIRST, SECOND, EMPTY = "proef", "tweede", "leeg"
CHAIN = digest("beacon")
DAY = date(2026, 3, 20)
SALTS = {"sex=woman": digest("stratum")[:32]}


def pid(number: int) -> str:
    """A number that says nothing."""
    return f"{number:032x}"


def somebody(number: int) -> roster.NewParticipant:
    """A new participant."""
    return roster.NewParticipant(pid(number), digest("salt", number)[:32], digest("pseudonym", number), {"sex": "woman"})


def promise(draw: int, known_seq: int, at: str, round_: int, *, experiment: str = FIRST) -> draws.Commitment:
    """A promise of a draw, for a beacon two hours later."""
    hour = int(at[11:13])
    by, then = (at[:11] + f"{hour + later:02d}" + at[13:] for later in (1, 2))
    return draws.Commitment(
        draw, known_seq, at, digest("design", experiment), digest("root", draw), 2, digest("secret of", draw), by, CHAIN, round_,
        then, "{}",
    )  # fmt: skip


def result(one: draws.Commitment, at: str) -> draws.DrawResult:
    """What came of a promise."""
    return draws.DrawResult(one.draw, at, one.chain, one.round, one.beacon_at, one.round, digest("random", one.draw), "ab" * 48,
                            digest("seed", one.draw), digest("result", one.draw))  # fmt: skip


def run_experiments(database: Database, town: str, actor: str) -> None:
    """All that happens in them, in March 2026."""
    with database.transaction():
        for name in (FIRST, SECOND, EMPTY):
            open_experiment(database, town, name)

    def at(moment: str, what: Callable[[Recorder], object], experiment: str = FIRST) -> None:
        with database.transaction(), recording(database, town, experiment, recorded_at=moment, actor=actor) as recorder:
            what(recorder)

    for name in (FIRST, SECOND):
        at(
            "2026-03-26T00:00:00Z",
            lambda one: record_design(one, sha256=digest("design", one.experiment), version=1, text="{}"),
            name,
        )
        enrolled = [Event(pid(number), Happening.ENROLLED, DAY) for number in (1, 2)]
        at("2026-03-26T00:30:00Z", lambda one, enrolled=enrolled: roster.record_people(
            one, [somebody(1), somebody(2)], enrolled, idem_key="people 1"), name)  # fmt: skip
    first = promise(1, 2, "2026-03-26T01:00:00Z", 100)
    at(first.committed_at, lambda one: draws.record_commitment(one, first, SALTS))
    at("2026-03-26T01:30:00Z", lambda one: draws.record_secret(one, first, digest("secret", 1)))
    given = [draws.DrawnPerson(pid(1), "woman", 1, "extra", 0, True), draws.DrawnPerson(pid(2), "woman", 2, None, None, False)]
    told = [Event(pid(1), Happening.DRAWN, DAY, {"arm": "extra"}), Event(pid(2), Happening.NOT_SELECTED, DAY)]
    at("2026-03-26T03:30:00Z", lambda one: draws.record_draw(one, result(first, one.recorded_at), given, told))
    at("2026-03-26T04:00:00Z", lambda one: roster.record_people(one, [somebody(3), somebody(4)], [], idem_key="people 2"))
    second, third = promise(2, 6, "2026-03-26T05:00:00Z", 200), promise(3, 6, "2026-03-26T09:00:00Z", 300)
    third = replace(third, beacon_at="2026-03-28T08:30:00Z")
    for again in (second, third):
        at(again.committed_at, lambda one, again=again: draws.record_commitment(one, again, SALTS))
        at(again.committed_at, lambda one, again=again: draws.record_secret(one, again, digest("secret", again.draw)))
    seen = observations.Observation(pid(1), observations.SURVEY, "T0", 1, {"work": "yes"})
    at("2026-03-26T12:00:00Z", lambda one: observations.record_observations(one, [seen], [], idem_key="T0"))
    at("2026-03-26T12:30:00Z", lambda one: observations.record_lock(one, observations.Lock(digest("plan"), "1.0", "1")))
    at("2026-03-26T13:00:00Z", lambda one: observations.record_release(one, sha256=digest("out"), content="{}"))
    at(
        "2026-03-27T20:00:00Z",
        lambda one: draws.record_commitment(one, promise(1, 2, one.recorded_at, 400, experiment=SECOND), SALTS),
        SECOND,
    )


def _design(one: Recorder) -> None:
    record_design(one, sha256=digest("other design"), version=2, text="{}")


def _people(one: Recorder) -> None:
    new = [Event(pid(9), Happening.ENROLLED, DAY, {"window": "1"})]
    roster.record_people(one, [somebody(9)], new, idem_key="people 3")


def _commit(one: Recorder) -> None:
    draws.record_commitment(one, promise(4, 6, one.recorded_at, 500), SALTS)


def _reveal(one: Recorder) -> None:
    made = draws.commitments(one.database, *one.key)[-1]
    one.recorded_at = made.reveal_by
    draws.record_secret(one, made, digest("secret", 1))


_reveal.experiment = SECOND  # type: ignore[attr-defined]


def _draw(one: Recorder) -> None:
    made = draws.commitments(one.database, *one.key)[-1]
    given = [draws.DrawnPerson(pid(3), "woman", 1, "extra", 0, True), draws.DrawnPerson(pid(4), "woman", 2, "regulier", 1, False)]
    draws.record_draw(one, result(made, one.recorded_at), given, [Event(pid(3), Happening.DRAWN, DAY, {"arm": "extra"})])


def _untold(one: Recorder) -> None:
    """A draw of a promise of which the secret was never told."""
    made = draws.commitments(one.database, *one.key)[-1]
    draws.record_draw(one, result(made, one.recorded_at), [draws.DrawnPerson(pid(1), "woman", 1, "extra", 0, True)], [])


_untold.experiment = SECOND  # type: ignore[attr-defined]


def _observed(one: Recorder) -> None:
    seen = observations.Observation(pid(2), observations.REGISTER, "spell", 1, {"van": "2026-01-01"})
    observations.record_observations(one, [seen], [], idem_key="register")


def _locked(one: Recorder) -> None:
    observations.record_lock(one, observations.Lock(digest("other plan"), "1.0", "1"))


def _released(one: Recorder) -> None:
    observations.record_release(one, sha256=digest("more out"), content="{}")


def _opened(one: Recorder) -> None:
    one.database.insert(
        "experiment", ("municipality", "experiment", "head_seq", "head_hash", "head_at"),
        [(one.municipality, "vierde", None, None, None)],
    )  # fmt: skip


EXPERIMENT_STEPS: dict[str, Callable[[Recorder], None]] = {
    "experiment": _opened, "design": _design, "people": _people, "commit": _commit, "reveal": _reveal, "draw": _draw,
    "observed": _observed, "lock": _locked, "letting out": _released,
}  # fmt: skip
"""What can happen next in an experiment, each by the public functions."""
WRONG_EXPERIMENT_STEPS: dict[str, Callable[[Recorder], None]] = {"draw without its secret": _untold}
"""Steps that are wrong as a whole."""
