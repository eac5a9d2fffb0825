# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Who was reached how, who explained it in person, and what staff chose beforehand."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from tests.experiment.designs import WINDOWS
from werkzaam.core.errors import InputError
from werkzaam.experiment.event import Event, Happening
from werkzaam.experiment.reach import Channel, Client, Rate, Task, channel_of, channel_rates, staff_rates, tasks

DAY0 = date(2018, 2, 1)


def informed(person: str, channel: str, day: date = DAY0) -> Event:
    return Event(person, Happening.INFORMED, day, {"channel": channel})


@pytest.mark.requirement("R-005")
def test_enrolment_is_shown_per_mix_of_channels_with_counts() -> None:
    letter = [f"l{at}" for at in range(10)]
    called = [f"c{at}" for at in range(10)]
    events = [informed(person, "letter") for person in (*letter, *called)]
    events += [informed(person, "phone", DAY0 + timedelta(9)) for person in called]
    events += [Event(person, Happening.ENROLLED, date(2018, 3, 1)) for person in (*letter[:2], *called[:7])]
    assert channel_rates(events) == {
        (Channel.LETTER,): Rate(10, 2),
        (Channel.LETTER, Channel.PHONE): Rate(10, 7),
    }
    assert [rate.percent for rate in channel_rates(events).values()] == [20, 70]
    assert {one.value for one in Channel} == {"letter", "case_manager", "meeting", "press", "volunteer", "phone"}


def test_a_channel_after_enrolling_did_not_bring_anybody() -> None:
    events = [informed("p", "letter"), Event("p", Happening.ENROLLED, DAY0), informed("p", "phone", DAY0 + timedelta(1))]
    assert channel_rates(events) == {(Channel.LETTER,): Rate(1, 1)}
    with pytest.raises(InputError, match="found 'pigeon'"):
        channel_of("pigeon")


@pytest.mark.requirement("R-006")
def test_a_letter_without_an_answer_leads_to_one_personal_explanation() -> None:
    sent, day22 = [informed("p", "letter")], DAY0 + timedelta(22)
    answered = [*sent, Event("p", Happening.APPLIED, DAY0 + timedelta(20))]
    assert tasks(sent, WINDOWS, term_days=21, today=day22) == [Task("p", "personal_explanation", date(2018, 7, 1))]
    assert tasks(answered, WINDOWS, term_days=21, today=day22) == []
    assert tasks(sent, WINDOWS, term_days=21, today=DAY0 + timedelta(21)) == []


def test_nobody_is_asked_for_what_was_done_or_cannot_be_done_in_time() -> None:
    sent, later = [informed("p", "letter")], DAY0 + timedelta(30)
    for over in (informed("p", "phone", DAY0 + timedelta(25)), Event("p", Happening.DECLINED, DAY0 + timedelta(2))):
        assert tasks([*sent, over], WINDOWS, term_days=21, today=later) == []
    before = informed("p", "meeting", DAY0 - timedelta(3))
    assert len(tasks([before, *sent, *sent], WINDOWS, term_days=21, today=later)) == 1
    assert tasks(sent, WINDOWS, term_days=21, today=date(2018, 7, 2)) == []
    assert tasks([informed("p", "press")], WINDOWS, term_days=21, today=later) == []


@pytest.mark.requirement("R-007")
def test_steering_by_working_status_becomes_visible() -> None:
    clients = [Client(f"w{at}", "k.meijer", True, at < 30) for at in range(40)]
    clients += [Client(f"n{at}", "k.meijer", False, at < 6) for at in range(60)]
    (found,) = staff_rates(clients)
    assert (found.working.percent, found.not_working.percent, found.difference) == (75, 10, 65)
    assert (found.working, found.not_working) == (Rate(40, 30), Rate(60, 6))


def test_case_managers_stand_by_their_ids_and_nobody_without_clients_has_a_rate() -> None:
    clients = [Client("a", "z", True, True), Client("b", "a", True, False), Client("c", "m", False, True)]
    found = staff_rates(clients)
    assert [one.klantmanager for one in found] == ["a", "m", "z"]
    assert found[0].not_working.percent is None
    assert found[0].difference is None
