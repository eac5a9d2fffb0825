# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Promise, secret, beacon, draw: in that order only, as promised only, and all of it or nothing."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.app.experiment.a_draw import (
    COMMITTED,
    DESIGN,
    DRAWN,
    KEY,
    OUT,
    REVEALED,
    ROUND,
    SECRET,
    desk_at,
    enrolled,
    opened,
    person,
    promised,
    revealed,
    roster,
    signed,
)
from tests.experiment.designs import grounds
from tests.store.steps import rows_of
from werkzaam.app.experiment.checking import receipt, verified
from werkzaam.app.experiment.drawing import Beacon, commit, draw, read_beacon, read_dice, reveal, selection
from werkzaam.app.experiment.enrol import enrol, records
from werkzaam.core.errors import InputError, NotAllowed, UnknownName
from werkzaam.experiment.design import Design, Words
from werkzaam.experiment.event import Event, Happening
from werkzaam.experiment.lottery.check import check_receipt
from werkzaam.experiment.lottery.commitment import read_commitment
from werkzaam.experiment.lottery.receipt import read_receipt
from werkzaam.store.database import Database, open_database
from werkzaam.store.draws import commitments, draw_results, drawn_people
from werkzaam.store.experiments import verify_experiment
from werkzaam.store.roster import happenings, participants, record_happenings

ID = DESIGN.id


def ready(database: Database, design: Design = DESIGN) -> Database:
    """Enrolled, promised and revealed."""
    enrolled(database, design)
    promised(database, design)
    revealed(database, design)
    return database


def cast(database: Database, design: Design = DESIGN) -> object:
    return draw(desk_at(database, DRAWN), design, ROUND, signed)


def test_a_draw_gives_everybody_what_was_promised(both: Database) -> None:
    ready(both)
    drawn, result = draw(desk_at(both, DRAWN), DESIGN, ROUND, signed)
    kept = drawn_people(both, "teststad", ID)
    assert {pid: one.arm for pid, one in kept.items()} == drawn.arms
    assert Counter(one.arm for one in kept.values()) == {"extra": 8, "zelfregie": 8, "vergelijking": 8, None: 16}
    assert sum(one.surveyed for one in kept.values()) == 12
    events = happenings(both, "teststad", ID)
    told = {one.person: one.detail["arm"] for one in events if one.happening is Happening.DRAWN}
    assert told == {pid: arm for pid, arm in drawn.arms.items() if arm}
    assert sum(one.happening is Happening.NOT_SELECTED for one in events) == 16
    assert draw_results(both, "teststad", ID)[1].seed == result.seed.hex()
    assert not {one.person for one in events if one.happening in (Happening.EXCLUDED, Happening.REFUSED)} & set(kept)


def test_an_auditor_finds_a_draw_right_and_a_changed_arm_wrong(sqlite_url: str) -> None:
    with open_database(sqlite_url) as database:
        ready(database)
        cast(database)
        chain, checks = verified(desk_at(database, DRAWN), DESIGN, signed)
        assert chain == []
        assert [number for number, _ in checks] == [1]
        assert all(check.fine for check in checks[0][1])
        assert len(checks[0][1]) > 20
    raw = sqlite3.connect(sqlite_url.removeprefix("sqlite:///"))
    raw.execute("DROP TRIGGER drawn_no_update")
    raw.execute("UPDATE drawn SET arm = 'extra' WHERE pid = (SELECT pid FROM drawn WHERE arm = 'zelfregie' LIMIT 1)")
    raw.commit()
    raw.close()
    with open_database(sqlite_url) as database:
        chain, checks = verified(desk_at(database, DRAWN), DESIGN, signed)
        assert len(chain) == 1
        assert {check.name for check in checks[0][1] if not check.fine} == {"draw.lots", "draw.totals"}


def test_a_participant_checks_the_receipt_before_and_after(database: Database) -> None:
    ready(database)
    pid = next(iter(participants(database, "teststad", ID)))
    promise = read_commitment(json.loads(commitments(database, "teststad", ID)[0].record))
    on_list = [one for one in participants(database, "teststad", ID) if _listed(database, one)]
    before, told = receipt(desk_at(database, DRAWN), DESIGN, on_list[0])
    assert told == promise
    assert all(check.fine for check in check_receipt(read_receipt(before.text), promise))
    _, result = draw(desk_at(database, DRAWN), DESIGN, ROUND, signed)
    for one in on_list:
        after = read_receipt(receipt(desk_at(database, DRAWN), DESIGN, one)[0].text)
        assert after.lot is not None
        assert after.lot.arm == drawn_people(database, "teststad", ID)[one].arm
        assert all(check.fine for check in check_receipt(after, promise, result))
    assert len(on_list) == 40
    with pytest.raises(UnknownName, match="is on no promised list"):
        receipt(desk_at(database, DRAWN), DESIGN, "f" * 32)
    assert pid


def _listed(database: Database, pid: str) -> bool:
    own = [one.happening for one in happenings(database, "teststad", ID) if one.person == pid]
    return Happening.ENROLLED in own


def test_the_signature_of_the_beacon_is_really_checked(sqlite_url: str) -> None:
    from werkzaam.experiment.lottery.signature import holds

    with open_database(sqlite_url) as database:
        ready(database)
        wrong = Beacon(ROUND.round, ROUND.signature[:-1] + bytes([ROUND.signature[-1] ^ 1]))
        before = rows_of(database)
        with pytest.raises(InputError, match="The signature is not that of quicknet for round 657413"):
            draw(desk_at(database, DRAWN), DESIGN, wrong, holds)
        assert rows_of(database) == before
        draw(desk_at(database, DRAWN), DESIGN, ROUND, holds)
        assert len(drawn_people(database, "teststad", ID)) == 40


def test_a_changed_design_after_the_promise_is_refused(both: Database) -> None:
    ready(both)
    changed = replace(DESIGN, title=Words("Anders", "Other"))
    before = rows_of(both)
    for attempt in (
        lambda: cast(both, changed),
        lambda: enrol(desk_at(both, DRAWN), changed, roster(person(90)), KEY),
        lambda: selection(desk_at(both, DRAWN), changed),
        lambda: promised(both, changed),
    ):
        with pytest.raises(NotAllowed, match=r"was changed after a draw was promised for it: promised was [0-9a-f]{64}"):
            attempt()
    assert rows_of(both) == before


def test_before_a_promise_the_design_may_change(database: Database) -> None:
    enrolled(database)
    changed = replace(DESIGN, version=2)
    promised(database, changed)
    assert commitments(database, "teststad", ID)[0].draw == 1


def test_a_secret_that_is_not_the_promised_one_or_comes_too_late_is_refused(database: Database) -> None:
    enrolled(database)
    promised(database)
    before = rows_of(database)
    with pytest.raises(InputError, match="This is not the secret that was promised"):
        reveal(desk_at(database, REVEALED), DESIGN, hashlib.sha256(b"another").digest())
    with pytest.raises(InputError, match="it had to come by"):
        reveal(desk_at(database, DRAWN), DESIGN, SECRET)
    with pytest.raises(NotAllowed, match="The secret of draw 1 was not told"):
        cast(database)
    assert rows_of(database) == before


def test_a_round_that_is_not_the_promised_one_or_not_there_yet_is_refused(database: Database) -> None:
    ready(database)
    before = rows_of(database)
    with pytest.raises(InputError, match=r"found round 657414\. Ask the beacon for round 657413"):
        draw(desk_at(database, DRAWN), DESIGN, Beacon(657414, ROUND.signature), signed)
    with pytest.raises(NotAllowed, match="Round 657413 of the beacon comes out at"):
        draw(desk_at(database, REVEALED), DESIGN, ROUND, signed)
    with pytest.raises(InputError, match="promised for round 658620"):
        draw(desk_at(database, "2023-09-16T20:00:00Z"), DESIGN, ROUND, signed, missing=True)
    assert rows_of(database) == before
    for record in ({}, {"round": "657413", "signature": "ab"}, {"round": 657413}, {"round": 657413, "signature": "xyz"}):
        with pytest.raises(InputError, match=r"beacon.json: a round of the beacon was expected"):
            read_beacon(record, "beacon.json")
    assert read_beacon({"round": 657413, "signature": ROUND.signature.hex(), "randomness": "x"}, "") == ROUND


def test_the_fallbacks_round_draws_when_the_promised_one_never_came(database: Database) -> None:
    ready(database)
    later = Beacon(658620, bytes(48))
    _, result = draw(desk_at(database, "2023-09-16T20:00:00Z"), DESIGN, later, lambda *_: True, missing=True)
    assert draw_results(database, "teststad", ID)[1].round == 658620
    assert result.round % 20 == 0
    _, checks = verified(desk_at(database, DRAWN), DESIGN, lambda *_: True)
    assert all(check.fine for check in checks[0][1])


def test_dice_draw_when_promised_and_fallback_round_never_came_and_never_before(database: Database) -> None:
    ready(database)
    before = rows_of(database)
    throws = "123456" * 7
    with pytest.raises(InputError, match=r"at least 40 throws, written as digits 1 to 6; found '1237' \(4\)"):
        read_dice("123 7\n")
    with pytest.raises(NotAllowed, match=r"round 657413 and round 658620 both never came, from 2023-09-15T13:00:24Z on"):
        draw(desk_at(database, DRAWN), DESIGN, read_dice(throws), signed)
    assert rows_of(database) == before
    _, result = draw(desk_at(database, "2023-09-16T20:00:00Z"), DESIGN, read_dice(f"{throws}\n"), lambda *_: False)
    assert (result.round, result.randomness) == (0, hashlib.sha256(throws.encode()).digest())
    assert draw_results(database, "teststad", ID)[1].round == 0
    _, checks = verified(desk_at(database, DRAWN), DESIGN, lambda *_: False)
    assert [check.name for check in checks[0][1] if not check.fine] == []


def test_a_draw_is_promised_early_enough_revealed_once_and_drawn_once(database: Database) -> None:
    enrolled(database)
    with pytest.raises(InputError, match="wants 24 hours between promise and draw"):
        commit(desk_at(database, "2023-09-15T09:00:00Z"), DESIGN, secret_sha256=bytes(32), drawn_at=OUT)
    with pytest.raises(NotAllowed, match="No draw of amsterdam_kort was promised"):
        reveal(desk_at(database, REVEALED), DESIGN, SECRET)
    promised(database)
    with pytest.raises(NotAllowed, match="Draw 1 of amsterdam_kort was promised and waits for its secret"):
        commit(desk_at(database, REVEALED), DESIGN, secret_sha256=bytes(32), drawn_at=OUT + timedelta(days=9))
    revealed(database)
    with pytest.raises(NotAllowed, match="waits for round 657413 of the beacon"):
        commit(desk_at(database, DRAWN), DESIGN, secret_sha256=bytes(32), drawn_at=OUT + timedelta(days=9))
    cast(database)
    with pytest.raises(NotAllowed, match=r"Draw 1 of amsterdam_kort was drawn before\. Nobody"):
        cast(database)


def test_a_promise_whose_secret_was_never_told_makes_room_for_another(database: Database) -> None:
    enrolled(database)
    promised(database)
    commit(desk_at(database, "2023-09-15T20:00:00Z"), DESIGN, secret_sha256=bytes(32), drawn_at=OUT + timedelta(days=9))
    assert [one.draw for one in commitments(database, "teststad", ID)] == [1, 2]


def test_the_list_is_that_of_the_promise_and_a_next_draw_takes_those_who_came_later(database: Database) -> None:
    enrolled(database)
    promised(database)
    late = enrol(desk_at(database, COMMITTED), DESIGN, roster(*(person(number) for number in range(50, 80))), KEY)
    assert late.counts == {"enrolled": 30}
    revealed(database)
    cast(database)
    assert len(drawn_people(database, "teststad", ID)) == 40
    commit(desk_at(database, "2023-09-16T10:00:00Z"), DESIGN, secret_sha256=bytes(32), drawn_at=OUT + timedelta(days=9))
    assert commitments(database, "teststad", ID)[1].people == 30


def test_who_withdrew_before_the_promise_is_not_on_the_list_and_a_barred_arm_is_never_given(database: Database) -> None:
    design = replace(DESIGN, exclusions=grounds("zelfregie"), selection=replace(DESIGN.selection, seats=None),
                     survey=replace(DESIGN.survey, seats=None))  # fmt: skip
    rows = [person(number, flags="homeless" if number < 15 else "") for number in range(40)]
    enrolled(database, design, roster(*rows))
    events = happenings(database, "teststad", ID)
    barred = {one.person for one in events if one.detail.get("barred") == "zelfregie"}
    out = next(one.person for one in events if one.happening is Happening.ENROLLED and one.person not in barred)
    with records(desk_at(database, "2023-09-03T09:00:00Z"), ID) as recorder:
        record_happenings(recorder, [Event(out, Happening.WITHDRAWN, date(2023, 9, 3))], idem_key="out")
    promised(database, design)
    revealed(database, design)
    cast(database, design)
    kept = drawn_people(database, "teststad", ID)
    assert len(barred) == 15
    assert out not in kept
    assert len(kept) == 39
    assert {kept[pid].arm for pid in barred} == {"extra", "vergelijking"}
    assert {one.arm for one in kept.values()} == {"extra", "vergelijking", "zelfregie"}
    _, checks = verified(desk_at(database, DRAWN), design, signed)
    assert all(check.fine for check in checks[0][1])


def test_selecting_shows_what_would_be_drawn_and_writes_nothing(database: Database) -> None:
    enrolled(database)
    before = rows_of(database)
    grouping, plan, texts = selection(desk_at(database, COMMITTED), DESIGN)
    assert sum(len(one.people) for one in grouping.strata.values()) == 40
    assert sum(plan.select.values()) == 24
    assert set(texts.values()) == set(grouping.strata)
    assert rows_of(database) == before
    with pytest.raises(UnknownName, match="is not known"):
        selection(desk_at(database, COMMITTED), replace(DESIGN, id="other"))
    opened(database)


class Stopped(BaseException):
    """The machine stops."""


def enrol_more(database: Database) -> None:
    enrol(desk_at(database, "2023-09-03T09:00:00Z"), DESIGN, roster(person(90), person(91)), KEY)


STEPS: dict[str, tuple[Callable[[Database], object], ...]] = {
    "enrol": (enrolled, enrol_more),
    "commit": (enrolled, promised),
    "reveal": (enrolled, promised, revealed),
    "draw": (ready, cast),
}
"""For each step what comes before it, and the step itself."""


@pytest.mark.parametrize("step", STEPS)
def test_nothing_is_done_by_half(both: Database, step: str) -> None:
    """The world stops before each statement of a step in turn; all is as it was before, and the next go does all of it."""
    *first, last = STEPS[step]
    for one in first:
        one(both)
    before = rows_of(both)
    stops = 0
    while _stopped(both, last, stops):
        assert rows_of(both) == before
        stops += 1
    assert stops >= 4
    assert rows_of(both) != before
    assert verify_experiment(both, "teststad", ID) == []
    if step == "draw":
        assert len(drawn_people(both, "teststad", ID)) == 40
        _, checks = verified(desk_at(both, DRAWN), DESIGN, signed)
        assert all(check.fine for check in checks[0][1])


def _stopped(database: Database, step: Callable[[Database], object], after: int) -> bool:
    """Whether the world stopped: before the statement that follows so many others, reading not counted."""
    left = after

    def stop(statement: str) -> None:
        nonlocal left
        if not statement.startswith("SELECT"):
            if left == 0:
                raise Stopped
            left -= 1

    database.before = stop
    try:
        step(database)
    except Stopped:
        return True
    finally:
        database.before = None
    return False
