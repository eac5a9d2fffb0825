# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Interviews: when somebody may be asked again, who answered, who did not and why."""

from __future__ import annotations

import csv
from collections import Counter
from datetime import date, timedelta
from pathlib import Path

import numpy as np
import pytest

from tests.experiment.designs import design
from tests.store.steps import rows_of
from tests.store.world import TOWN, build
from werkzaam.core.errors import InputError, UnknownName
from werkzaam.experiment.event import Event, Happening
from werkzaam.experiment.waves import (
    DepthCandidate,
    Interview,
    Mode,
    NoAnswer,
    depth_interviews,
    interviews,
    mode_of,
    modes,
    months_after,
    no_answer_of,
    on_or_after,
    panel,
    plan,
    response,
    too_soon,
    voucher_cents,
    vouchers_due,
)
from werkzaam.store import roster
from werkzaam.store.database import Database
from werkzaam.store.experiments import open_experiment, recording

TODAY = date(2020, 12, 1)


def held(person: str, wave: str, day: date, mode: str = "phone") -> Event:
    return Event(person, Happening.INTERVIEWED, day, {"wave": wave, "mode": mode})


def numbers() -> dict[str, int]:
    """How many were interviewed at each wave, as the table of the report has it."""
    with (Path(__file__).parent / "tables/waves.csv").open(encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if row["item"] == "respondents interviewed"]
    return {row["wave"]: int(row["value"]) for row in rows}


@pytest.mark.requirement("R-164")
def test_six_months_lie_between_interviews_and_the_order_stays() -> None:
    events = [held("p", "T1", date(2020, 11, 1)), held("a", "T1", date(2020, 11, 20)), held("z", "T0", date(2020, 1, 10))]
    found = plan(design(), "T2", ["a", "p", "z", "new"], events, TODAY)
    assert [one.person for one in found] == ["z", "p", "a", "new"]
    assert [one.place for one in found] == [1, 2, 3, 4]
    assert {one.person: one.earliest for one in found}["p"] == date(2021, 5, 1)
    assert all(one.fits for one in found)
    assert {one.person: one.earliest for one in found}["z"] == TODAY


def test_who_cannot_be_asked_in_time_is_shown_as_such() -> None:
    late = [held("p", "T1", date(2021, 2, 1))]
    (found,) = plan(design(), "T2", ["p"], late, TODAY)
    assert (found.earliest, found.latest, found.fits) == (date(2021, 8, 1), date(2021, 6, 30), False)
    assert months_after(date(2020, 8, 31), 6) == date(2021, 2, 28)
    with pytest.raises(UnknownName, match="has no wave 'T9'; it has T0, T1, T2, T3"):
        plan(design(), "T9", [], [], TODAY)
    with pytest.raises(UnknownName, match="names the wave 'T7'"):
        plan(design(), "T2", ["p"], [held("p", "T7", TODAY)], TODAY)


def test_who_was_asked_already_is_not_asked_again() -> None:
    events = [
        held("p", "T2", date(2020, 10, 20)),
        held("q", "T3", date(2022, 2, 1)),
        Event("r", Happening.DIED, date(2020, 1, 1)),
    ]
    assert plan(design(), "T2", ["p", "q", "r"], events, TODAY) == []


@pytest.mark.requirement("R-015")
def test_who_withdraws_is_not_invited_after_and_keeps_the_benefit(database: Database) -> None:
    events = [
        held("p", "T0", date(2018, 5, 1)),
        Event("p", Happening.WITHDRAWN, date(2019, 5, 1)),
        held("q", "T0", date(2018, 5, 2)),
    ]
    for wave in ("T1", "T2", "T3"):
        assert [one.person for one in plan(design(), wave, ["p", "q"], events, date(2019, 5, 1))] == ["q"]
    assert [one.person for one in plan(design(), "T1", ["p", "q"], events, date(2019, 4, 30))] == ["p", "q"]

    build(database)
    ours = ("experiment", "experiment_event", "participant", "participant_secret", "happening")
    before = [row for row in rows_of(database) if row[0] not in ours]
    assert Counter(table for table, _ in before)["decision"] > 0
    with database.transaction():
        open_experiment(database, TOWN, "nieuw")
        with recording(database, TOWN, "nieuw", recorded_at="2026-03-28T09:00:00Z", actor="m.bakker") as one:
            new = roster.NewParticipant("a" * 32, "b" * 32, "c" * 64, {})
            gone = [Event(new.pid, Happening.WITHDRAWN, date(2026, 3, 28))]
            roster.record_people(one, [new], gone, idem_key="withdrawn")
    assert [row for row in rows_of(database) if row[0] not in ours] == before


@pytest.mark.requirement("R-165")
def test_the_day_of_an_interview_counts_and_not_its_label() -> None:
    found = interviews([held("p", "T1", date(2020, 11, 15)), held("q", "T2", date(2020, 10, 20))])
    assert on_or_after(found, date(2020, 4, 1)) == {("q", "T2"): True, ("p", "T1"): True}
    assert [one.wave for one in found] == ["T2", "T1"]
    assert on_or_after([Interview("r", "T3", date(2020, 3, 31), Mode.PHONE)], date(2020, 4, 1)) == {("r", "T3"): False}


@pytest.mark.requirement("R-166")
def test_non_response_is_split_by_reason_and_adds_up() -> None:
    asked = [f"p{at:03}" for at in range(numbers()["T0"])]
    done = asked[: numbers()["T1"]]
    events = [held(person, "T1", date(2019, 6, 1)) for person in done]
    reasons = [reason.value for reason in NoAnswer]
    missed = asked[len(done) :]
    events += [Event(person, Happening.NOT_INTERVIEWED, date(2019, 5, 1), {"wave": "T1", "reason": reasons[at % 5]})
               for at, person in enumerate(missed)]  # fmt: skip
    found = response(events, "T1", asked)
    assert (found.asked, found.completed, found.open) == (812, 625, 0)
    assert sum(found.reasons.values()) == 187
    assert {one.value: count for one, count in found.reasons.items()} == {
        "moved": 38, "unreachable": 38, "refused": 37, "ill": 37, "other": 37,
    }  # fmt: skip


def test_an_interview_that_followed_and_the_last_reason_count() -> None:
    def missed(person: str, reason: str, day: int) -> Event:
        return Event(person, Happening.NOT_INTERVIEWED, date(2019, 5, day), {"wave": "T1", "reason": reason})

    events = [missed("a", "ill", 1), held("a", "T1", date(2019, 5, 9)), missed("b", "refused", 9), missed("b", "ill", 1)]
    found = response([*events, missed("x", "ill", 1)], "T1", ["a", "b", "c"])
    assert (found.completed, found.reasons[NoAnswer.REFUSED], found.reasons[NoAnswer.ILL], found.open) == (1, 1, 0, 1)
    with pytest.raises(InputError, match="moved, unreachable, refused, ill, other"):
        no_answer_of("geen zin")


@pytest.mark.requirement("R-168")
def test_the_panel_is_who_was_interviewed_at_every_wave() -> None:
    counts = numbers()
    asked = [f"p{at:03}" for at in range(counts["T0"])]
    events = [held(person, wave, date(2018, 5, 1) + timedelta(days=400 * at)) for at, wave in enumerate(counts)
              for person in asked[: counts[wave]]]  # fmt: skip
    extra = [held(person, "T3", date(2022, 5, 1)) for person in asked[600:610]]
    chosen = panel([*events, *extra], list(counts))
    assert len({one.person for one in events}) == 812
    assert len(chosen) == 513
    assert chosen == set(asked[:513])


@pytest.mark.requirement("R-169")
def test_modes_are_shown_per_wave() -> None:
    days = [date(2020, 2, 20), date(2020, 3, 1), date(2020, 3, 20), date(2020, 4, 2), date(2020, 5, 3)]
    events = [held(f"p{at}", "T1", day, "face_to_face" if day < date(2020, 3, 15) else "phone") for at, day in enumerate(days)]
    events.append(held("q", "T2", date(2020, 11, 1), "video"))
    assert modes(events) == {
        "T1": {Mode.FACE_TO_FACE: 2, Mode.PHONE: 3, Mode.VIDEO: 0},
        "T2": {Mode.FACE_TO_FACE: 0, Mode.PHONE: 0, Mode.VIDEO: 1},
    }
    with pytest.raises(InputError, match="face_to_face, phone, video"):
        mode_of("brief")


@pytest.mark.requirement("R-170")
def test_a_voucher_follows_each_completed_interview_from_the_second_wave_on() -> None:
    waves = {"T0": date(2018, 5, 1), "T1": date(2019, 5, 1), "T2": date(2020, 11, 1), "T3": date(2022, 3, 1)}
    events = [held("p", wave, day) for wave, day in waves.items()]
    events.append(Event("q", Happening.NOT_INTERVIEWED, date(2019, 6, 1), {"wave": "T1", "reason": "ill"}))
    due = vouchers_due(design(), events, date(2022, 3, 2))
    assert [(one.person, one.detail["wave"], one.detail["cents"]) for one in due] == [
        ("p", "T1", "1500"), ("p", "T2", "2000"), ("p", "T3", "2500"),
    ]  # fmt: skip
    assert voucher_cents([*events, *due], "p") == 6_000
    assert voucher_cents([*events, *due], "q") == 0
    assert vouchers_due(design(), [*events, *due], date(2022, 3, 3)) == []


@pytest.mark.requirement("R-173")
def test_long_interviews_are_spread_over_arms_with_the_same_people_first() -> None:
    people = [DepthCandidate(f"{arm}{at:02}", arm, at % 4 > 0) for arm in "abc" for at in range(40)]
    last_year = {one.person for one in people if one.person[1:] in ("01", "02", "04")}
    chosen = depth_interviews(people, 20, last_year, np.random.default_rng(1))
    per_arm = Counter(one.arm for one in chosen)
    assert sorted(per_arm.values()) == [6, 7, 7]
    assert all(one.language_able for one in chosen)
    again = {person for person in last_year if not person.endswith("04")}
    assert [one.person for one in chosen[:6]] == sorted(again, key=lambda one: [c.person for c in chosen].index(one))
    assert {one.person for one in chosen} >= again
    assert chosen != depth_interviews(people, 20, last_year, np.random.default_rng(2))


def test_an_arm_with_too_few_leaves_its_slots_to_others() -> None:
    people = [DepthCandidate("a0", "a", True), *(DepthCandidate(f"b{at}", "b", True) for at in range(9))]
    assert Counter(one.arm for one in depth_interviews(people, 5, (), np.random.default_rng(1))) == {"a": 1, "b": 4}
    assert len(depth_interviews(people, 50, (), np.random.default_rng(1))) == 10


def test_an_interview_too_soon_or_twice_is_told() -> None:
    events = [held("p", "T1", date(2020, 11, 1))]
    soon = Interview("p", "T2", date(2021, 4, 30), Mode.PHONE)
    assert too_soon(design(), soon, events) == "the interview of T2 on 2021-04-30 is within 6 months of T1 on 2020-11-01"
    assert too_soon(design(), Interview("p", "T2", date(2021, 5, 1), Mode.PHONE), events) is None
    assert too_soon(design(), Interview("q", "T2", date(2020, 11, 2), Mode.PHONE), events) is None
    earlier = Interview("p", "T0", date(2020, 10, 1), Mode.PHONE)
    assert "within 6 months" in (too_soon(design(), earlier, events) or "")
    assert too_soon(design(), Interview("p", "T1", date(2021, 9, 1), Mode.PHONE), events) == (
        "was interviewed in T1 before, on 2020-11-01"
    )
    with pytest.raises(InputError, match="twice in T1"):
        interviews([*events, *events])
