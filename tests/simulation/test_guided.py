# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""Contacts of the simulation fall due on the days of casework, and what room there is goes to who asks and who waits longest."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pytest

from tests.casework.people import dossier, entered, talked
from tests.simulation.guided_world import SPAN
from werkzaam.app.simulation.guidance import amsterdam_norms
from werkzaam.app.simulation.numbers import shipped
from werkzaam.casework.contacts import dues
from werkzaam.casework.entry import Kind
from werkzaam.casework.frequency import agreement_of, next_talk
from werkzaam.casework.office import Office
from werkzaam.core.errors import InputError
from werkzaam.core.months import Month, Span
from werkzaam.regime.guidance import Guidance
from werkzaam.simulation.chance import MILLION
from werkzaam.simulation.guided import AGREED, BLOCK, NORM, SILENCE, Norms, begin, guide
from werkzaam.simulation.norms import norms_of
from werkzaam.simulation.often import INTERVALS, shared_between
from werkzaam.simulation.people import LONG_AGO, Ints

MONTHS = 48
FIRST = date(2018, 1, 1)
AMPLE = 10**9


def norms(wanted: int, room: int = AMPLE, rule: int = AGREED, **more: int) -> Norms:
    """One arm with the same norm in every month."""

    def same(value: int) -> Ints:
        return np.full((1, MONTHS), value)

    return Norms(same(wanted // 1000), same(room), same(more.get("changes", 0)), same(wanted), same(more.get("clients", 100)),
                 same(more.get("asked", 0)), same(rule), silent=more.get("silent", 0),
                 together=same(more.get("together", 0)))  # fmt: skip


def months_of(norm: Norms, households: int = 1, seed: int = 3) -> Ints:
    """The contacts of each month and household (months, households)."""
    number, arm, on = np.arange(households) * 2, np.zeros(households, np.int64), np.ones(households, bool)
    state = begin(number, norm, seed)
    found = []
    for month in range(MONTHS):
        guide(state, norm, arm, number, on, month, seed)
        found.append(state.contacts.copy())
    return np.array(found)


@pytest.mark.parametrize(("interval", "a_year"), INTERVALS)
def test_one_client_with_ample_room_is_talked_to_in_the_months_that_casework_says(interval: int, a_year: int) -> None:
    agreed = {"months": interval} if interval > 0 else {"weeks": -interval}
    one = entered(dossier(), Kind.FREQUENCY, FIRST.isoformat(), together=True, **agreed)
    last, expected = Month.of(2018, 1).index + MONTHS, Counter[int]()
    while True:
        agreement = agreement_of(one, FIRST)
        assert agreement is not None
        day = next_talk(one, agreement)
        month = Month.of(day.year, day.month).index
        if month >= last:
            break
        expected[month - last + MONTHS] += 1
        one = talked(one, day.isoformat())
    assert months_of(norms(a_year))[:, 0].tolist() == [expected[month] for month in range(MONTHS)]


@pytest.mark.parametrize("least", [1, 2, 4, 5, 6, 12, 18, 30])
def test_the_norm_of_a_guidance_falls_due_in_the_months_that_casework_says(least: int) -> None:
    guidance = Guidance("ams_x", "a source", contacts_least=least, stated=frozenset({"contacts_least"}))
    stated = norms_of(shipped(), [[guidance] * MONTHS], Span(Month.of(2018, 1), Month.of(2021, 12)))
    norm = replace(stated, room=np.full((1, MONTHS), AMPLE))
    day = FIRST + timedelta(int(begin(np.array([0]), norm, 3).last[0]))
    one = talked(replace(dossier(since=date(2017, 1, 1)), guidance=guidance), day.isoformat())
    expected = Counter[int]()
    while True:
        (due,) = (each for each in dues(one, Office(day)) if each.code == "norm")
        day = max(due.by, FIRST)
        month = (day.year - 2018) * 12 + day.month - 1
        if month >= MONTHS:
            break
        expected[month] += 1
        one = talked(one, day.isoformat())
    assert months_of(norm)[:, 0].tolist() == [expected[month] for month in range(MONTHS)]


def test_who_waits_longest_comes_first_when_there_is_room_for_one() -> None:
    norm = norms(12_000, room=1_000 * 12 // 4, rule=SILENCE, clients=4)
    found = months_of(norm, households=4)
    assert found.sum(axis=1).tolist() == [1] * MONTHS
    begun = begin(np.arange(4) * 2, norm, 3).last
    assert found[:4].argmax(axis=1).tolist() == np.argsort(begun).tolist()
    assert (found[:4] == found[4:8]).all(), "then each again in turn"


def test_who_asks_comes_before_who_only_waits() -> None:
    """One in two never asks; with room for one contact each month, they get none."""
    norm = norms(12_000, room=1_000, rule=SILENCE, clients=12, asked=24_000, silent=500)
    number, arm, on = np.arange(12) * 2, np.zeros(12, np.int64), np.ones(12, bool)
    state = begin(number, norm, 3)
    held, asked = np.zeros(12, np.int64), np.zeros(12, np.int64)
    for month in range(MONTHS):
        guide(state, norm, arm, number, on, month, 3)
        held, asked = held + state.contacts, asked + state.asked
    assert 0 < (asked == 0).sum() < 12
    assert held[asked == 0].sum() == 0
    assert held.sum() == MONTHS
    assert (state.quiet[asked == 0] >= MONTHS).all()
    assert (state.quiet[asked > 0] < 12).all()


def test_a_contact_that_a_client_asks_for_does_not_stand_in_the_place_of_the_yearly_norm() -> None:
    found = months_of(norms(1_000, rule=NORM, asked=12_000), households=50)
    assert (found.sum(axis=0) == MONTHS + MONTHS // 12).all()
    assert (months_of(norms(1_000, rule=SILENCE, asked=12_000), households=50).sum(axis=0) == MONTHS).all()


@pytest.mark.parametrize("room", [AMPLE, 9_000])
def test_a_part_of_the_town_that_ends_with_a_block_lives_as_in_the_whole_town(room: int) -> None:
    norm = norms(19_300, room=room, clients=55)
    whole = months_of(norm, households=2 * BLOCK)
    number, on = np.arange(BLOCK, 2 * BLOCK) * 2, np.ones(BLOCK, bool)
    state = begin(number, norm, 3)
    for month in range(MONTHS):
        guide(state, norm, np.zeros(BLOCK, np.int64), number, on, month, 3)
        assert (state.contacts == whole[month, BLOCK:]).all()


def test_nobody_is_contacted_who_is_not_on_bijstand_and_nobody_gets_their_room() -> None:
    norm = norms(12_000, room=6_000, clients=10)
    number = np.arange(10) * 2
    on = number < 10
    state = begin(number, norm, 3)
    total = np.zeros(10, np.int64)
    for month in range(12):
        guide(state, norm, np.zeros(10, np.int64), number, on, month, 3)
        total += state.contacts
    assert total[~on].sum() == 0
    assert 5 * 5 <= total.sum() <= 5 * 6


@pytest.mark.parametrize("a_year", [0, 300, 1_000, 1_400, 9_600, 12_500, 19_300, 40_000])
def test_a_mean_that_is_no_interval_is_a_mix_of_two_that_are(a_year: int) -> None:
    seldom, often, share = shared_between(a_year)
    of = dict(INTERVALS) | {0: 0}
    assert of[seldom] < of[often]
    mean = of[seldom] + (of[often] - of[seldom]) * share // MILLION
    assert abs(mean - a_year) <= 1


def test_no_interval_is_less_than_nothing_or_more_than_once_a_week() -> None:
    for wrong in (-1, INTERVALS[-1][1] + 1):
        with pytest.raises(InputError, match="one a week"):
            shared_between(wrong)


def test_the_mean_of_what_was_agreed_comes_out_and_case_managers_change_as_often_as_fitted() -> None:
    norm, people = amsterdam_norms(shipped(), SPAN), 6_000
    number, arm = np.arange(people) * 2, np.arange(people) % 3
    state, contacts, managers = begin(number, norm, 5), [], []
    for month in range(60):
        guide(state, norm, arm, number, np.ones(people, bool), month, 5, np.full(people, LONG_AGO))
        contacts.append(state.contacts.copy())
        managers.append(state.managers.copy())
    a_year = [np.sum(contacts[14:23], axis=0)[arm == row].mean() * 12 / 9 for row in range(3)]
    assert a_year == pytest.approx([19.3, 11.9, 1.0], rel=0.03)
    since = managers[37] - managers[11] + 1
    assert [since[arm == row].mean() for row in range(3)] == pytest.approx([1.6, 1.6, 2.3], abs=0.15)


def test_until_somebody_enters_guidance_is_that_of_people_outside() -> None:
    norm, people = amsterdam_norms(shipped(), SPAN), 1_000
    number, enters = np.arange(people) * 2, np.full(people, 12)
    state, found = begin(number, norm, 5), []
    for month in range(24):
        guide(state, norm, np.zeros(people, np.int64), number, np.ones(people, bool), month, 5, enters)
        found.append(int(state.contacts.sum()))
    assert sum(found[:12]) == people
    assert sum(found[12:]) > 17 * people


def managers_of(norm: Norms, numbers: Ints) -> Ints:
    """How many case managers the households of these numbers had by the end; every tenth one is not on bijstand."""
    on, state = numbers % 10 != 0, begin(numbers * 2, norm, 5)
    for month in range(MONTHS):
        guide(state, norm, np.zeros(len(numbers), np.int64), numbers * 2, on, month, 5)
    return state.managers


def test_who_leaves_the_team_leaves_a_whole_caseload() -> None:
    """By caseloads of 50 everybody has as many; who is not on bijstand has the first still. One by one nobody agrees."""
    everybody = np.arange(5 * BLOCK)
    rows = everybody.reshape(-1, 50)
    at_once = managers_of(norms(1000, clients=50, changes=30_000, together=1000), everybody)[rows]
    there = rows % 10 != 0
    assert (at_once[~there] == 1).all()
    assert (at_once[there].reshape(len(rows), -1) == at_once[:, [1]]).all()
    assert at_once[there].mean() == pytest.approx(1 + 0.03 * MONTHS, abs=0.4)
    alone = managers_of(norms(1000, clients=50, changes=30_000), everybody)[rows]
    assert alone[there].mean() == pytest.approx(1 + 0.03 * MONTHS, abs=0.1)
    assert alone[there].reshape(len(rows), -1).std(axis=1).min() > 0.5


def test_a_part_of_the_town_has_the_same_case_managers_as_in_the_whole() -> None:
    norm = norms(1000, clients=70, changes=30_000, together=600)
    whole = managers_of(norm, np.arange(3 * BLOCK))
    assert (managers_of(norm, np.arange(BLOCK, 2 * BLOCK)) == whole[BLOCK : 2 * BLOCK]).all()
    assert len(np.unique(whole)) > 3
