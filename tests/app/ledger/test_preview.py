# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""A contract that is noted is told of at once, with what would be claimed back where it ends bijstand that was paid."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.app.ledger.counter import HOME, Counter, slip
from werkzaam.app.ledger.month_then import month_text, month_then
from werkzaam.app.ledger.run import run
from werkzaam.app.ledger.waiting import waiting_text
from werkzaam.core.months import Month
from werkzaam.store.database import Database
from werkzaam.store.letters import StoredLetter, letters

JANUARY, FEBRUARY = Month.parse("2018-01"), Month.parse("2018-02")
CONTRACT = """
[[afspraak]]
soort = "contract"
persoon = "Sjaak"
baan = "{job}"
uren = "{hours}"
netto_uurloon = "11.40"
van = {day}
"""
ADMINISTRATOR = """
[[vertegenwoordiger]]
rol = "bewindvoerder"
naam = "Bewindvoering De Rust"
mag = "handelen"
van = 2018-01-01
"""
MONDAY, WEDNESDAY_NIGHT = "2018-01-08", "2018-01-10T23:59:59Z"


@pytest.fixture
def counter(database: Database, tmp_path: Path) -> Counter:
    return Counter(database, tmp_path)


def contract(hours: str, *, job: str = "bakker", day: str = "2018-02-01", more: str = "") -> str:
    return CONTRACT.format(job=job, hours=hours, day=day) + more


def previews(counter: Counter, moment: str = "2018-12-31T00:00:00Z") -> list[StoredLetter]:
    upto = counter.at(moment).known_on(HOME, date.fromisoformat(moment[:10]))
    return [one for one in letters(counter.database, counter.town.id, HOME, upto) if one.letter.kind == "preview"]


@pytest.mark.requirement("R-088")
def test_a_contract_of_12_hours_noted_on_monday_has_its_preview_when_wednesday_ends(counter: Counter) -> None:
    counter.household("2018-01")
    run(counter.at("2018-01-05"), JANUARY)
    counter.changes(MONDAY, contract("12"))
    found = previews(counter, WEDNESDAY_NIGHT)
    assert [(one.letter.lang, str(one.letter.sent_on)) for one in found] == [("nl", MONDAY)]
    said = found[0].letter.body.decode()
    assert "dat u 12 uur per week meer gaat werken" in said
    # 12 hours of 11.40 in 52/12 weeks: 592.80, all of it set off, 5% of which would have been kept aside: 563.16 and 29.64.
    assert "- Loon: € 592,80 meer in februari 2018." in said
    assert "- Bijstand: € 563,16 minder in februari 2018." in said


def test_the_same_contract_again_is_told_once(counter: Counter) -> None:
    counter.household("2018-01")
    counter.changes(MONDAY, contract("12"))
    assert not counter.changes("2018-01-09", contract("12")).changed
    assert len(previews(counter)) == 1


def test_more_hours_in_a_job_count_from_the_contract_before(counter: Counter) -> None:
    counter.household("2018-01")
    counter.changes(MONDAY, contract("12"))
    counter.changes("2018-02-12", contract("20", day="2018-03-01"))
    counter.changes("2018-02-13", contract("16", day="2018-04-01"))
    said = [one.letter.body.decode() for one in previews(counter)]
    assert "dat u 8 uur per week meer gaat werken" in said[1]
    assert "dat u 4 uur per week minder gaat werken" not in said[1]


def test_hours_of_a_job_with_wages_that_nobody_knows_are_asked_for(counter: Counter) -> None:
    counter.household("2018-01", slip("2018-01", "400.00"))
    counter.changes("2018-02-05", contract("12", job="winkel", day="2018-03-01"))
    assert previews(counter) == []
    assert "uren_eerder" in waiting_text(counter.at("2018-02-05T10:00:00Z"), "nl")


def test_who_acts_for_the_person_gets_the_message_too(counter: Counter) -> None:
    counter.household("2018-01", ADMINISTRATOR)
    counter.changes(MONDAY, contract("12"))
    kept = {one.letter.kind: one.letter.body for one in letters(counter.database, counter.town.id, HOME)}
    assert set(kept) == {"preview", "preview_copy"}
    assert kept["preview"] == kept["preview_copy"]


def test_work_that_ends_bijstand_that_was_paid_is_announced_with_the_claim(counter: Counter) -> None:
    # 40 hours: 1,976.00 net, above the norm of 1,078.00. All that was paid for January (1,024.10) is likely too much.
    counter.household("2018-01")
    run(counter.at("2018-01-05"), JANUARY)
    counter.changes(MONDAY, contract("40", day="2018-01-01"))
    said = previews(counter)[0].letter.body.decode()
    assert "Door uw werk is dat waarschijnlijk te veel: januari 2018 € 1.024,10." in said
    assert "U krijgt er eerst een brief over" in said


def test_work_that_will_end_bijstand_tells_what_would_be_too_much(counter: Counter) -> None:
    counter.household("2018-01")
    counter.changes(MONDAY, contract("40"))
    said = previews(counter)[0].letter.body.decode()
    assert "Betalen we de bijstand van februari 2018 voordat we uw loon weten?" in said
    assert "€ 1.024,10 te veel" in said


def test_work_beside_bijstand_announces_no_claim_for_months_that_are_not_paid(counter: Counter) -> None:
    counter.household("2018-01")
    run(counter.at("2018-01-05"), JANUARY)
    counter.changes(MONDAY, contract("12"))
    assert "te veel" not in previews(counter)[0].letter.body.decode()


@pytest.mark.parametrize(("lang", "month", "waits"), [
    ("nl", "Eindigt de bijstand hier, dan blijft er", "mogelijk de laatste vordering"),
    ("en", "If bijstand ends here,", "possibly the last claim"),
])  # fmt: skip
def test_the_month_and_the_queue_name_the_last_claim(counter: Counter, lang: str, month: str, waits: str) -> None:
    counter.household("2018-01")
    run(counter.at("2018-01-05"), JANUARY)
    counter.wage("2018-02-01", "2018-01", "1500.00")
    run(counter.at("2018-02-02"), FEBRUARY)
    desk = counter.at("2018-02-03")
    found = month_text(month_then(desk, HOME, JANUARY, desk.today, lang), lang)
    assert month in " ".join(found.split())
    assert waits in " ".join(waiting_text(desk, lang).split())
