# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A premium has no hidden end: an end that a town planned asks for a notice to everybody, until somebody says it was sent."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.app.ledger.counter import Counter
from werkzaam.app.ledger.premium_end import notices, notices_text, planned_ends, require
from werkzaam.app.ledger.run import run
from werkzaam.app.ledger.tasks import finish
from werkzaam.app.ledger.waiting import waiting_text
from werkzaam.core.months import Month
from werkzaam.regime.read import read_regime
from werkzaam.regime.regime import Timeline
from werkzaam.store.database import Database


@pytest.fixture
def counter(database: Database, tmp_path: Path) -> Counter:
    """A household with bijstand in Amsterdam, whose premium of 2018 ends with February 2021."""
    found = Counter(database, tmp_path, "amsterdam_2018")
    found.household("2020-12")
    run(found.at("2020-12-20"), Month.of(2020, 12))
    return found


@pytest.mark.requirement("R-267")
def test_an_end_in_thirty_days_requires_a_notice_to_all_receivers(counter: Counter) -> None:
    day = "2021-01-29"  # The premium ends on 28 February 2021, in thirty days.
    (found,) = require(counter.at(day))
    assert (found.end.last_day - counter.at(day).today).days == 30
    assert found.required
    assert found.households == (1001,)
    told = " ".join(notices_text((found,), counter.at(day).today, "nl").split())
    assert "Een bericht is nodig aan iedereen die deze premie krijgt of nog kan krijgen. Aantal huishoudens: 1." in told
    assert "Op 28 februari 2021 stopt de premie over inkomsten." in told
    assert "Een premie stopt na 28 februari 2021. Stuur alle huishoudens (1) een bericht" in " ".join(
        waiting_text(counter.at(day), "nl").split())  # fmt: skip


def test_the_task_stands_until_a_named_person_closes_it_and_is_opened_once(counter: Counter) -> None:
    for day in ("2021-01-29", "2021-01-30"):
        require(counter.at(day))
    (open_one,) = notices(counter.at("2021-01-30"))
    assert open_one.task is not None
    finish(counter.at("2021-01-31", "s.yilmaz"), open_one.end.item, reason="brief 14 verstuurd")
    (found,) = require(counter.at("2021-02-01"))
    assert found.announced
    assert not found.required
    assert "Gemeld: s.yilmaz zegt: brief 14 verstuurd." in notices_text((found,), counter.at("2021-02-01").today, "nl")


def test_a_premium_that_goes_on_under_the_next_regime_does_not_end(counter: Counter) -> None:
    both = Timeline([read_regime("amsterdam_2018"), read_regime("amsterdam_2021")])
    today = counter.at("2021-01-29").today
    first = [end.last for end in planned_ends(read_regime("amsterdam_2018"), today) if end.path == "premie.geldt"]
    assert first == [Month.of(2021, 2)]
    goes_on = [end.last for end in planned_ends(both, today) if end.path == "premie.geldt"]
    assert goes_on == [Month.of(2023, 12)]
    assert planned_ends(read_regime("amsterdam_2018"), counter.at("2021-03-01").today) == ()


def test_nobody_to_tell_asks_for_no_notice(database: Database, tmp_path: Path) -> None:
    empty = Counter(database, tmp_path, "amsterdam_2018")
    (found,) = require(empty.at("2021-01-29"))
    assert (found.required, found.task) == (False, None)
    assert "Een bericht is niet nodig." in notices_text((found,), empty.at("2021-01-29").today, "nl")
