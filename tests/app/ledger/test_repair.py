# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
"""An error of ours is made good: an apology with a day at once, and closed only when there is a repair and a message."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.app.ledger.counter import HOME, Counter
from tests.app.letters.printed import text_of
from werkzaam.app.ledger.answered import AnsweredBefore
from werkzaam.app.ledger.repair import close_repair, put_right_and_promise
from werkzaam.app.ledger.run import run
from werkzaam.app.ledger.tasks import finish
from werkzaam.core.errors import InputError
from werkzaam.core.months import Month
from werkzaam.ledger.cause import Cause
from werkzaam.store.database import Database
from werkzaam.store.decisions import last_decisions
from werkzaam.store.letters import letters
from werkzaam.store.queue import open_items

MARCH = Month.parse("2020-03")
GIFT = '[[giften]]\nmaand = "2020-03"\ntelt_mee = "130.00"\nbesluit = "besluit van 2 maart"\n'
WHY = "Wij telden een gift mee die niet meetelt."


@pytest.fixture
def counter(database: Database, tmp_path: Path) -> Counter:
    """March 2020 was decided with 130.00 of gifts that we counted by mistake."""
    found = Counter(database, tmp_path)
    found.household("2020-03", GIFT)
    run(found.at("2020-03-05"), MARCH)
    return found


def promise(counter: Counter) -> str:
    row = next(one for one in counter.at("2020-03-20").file(HOME).of("gift"))
    return put_right_and_promise(counter.at("2020-03-20"), HOME, row.hseq, reason=WHY).item


def sent(counter: Counter) -> dict[str, bytes]:
    return {one.letter.kind: one.letter.body for one in letters(counter.database, counter.town.id, HOME)}


def test_the_person_hears_sorry_and_a_day_at_once_and_somebody_has_it_as_a_task(counter: Counter) -> None:
    item = promise(counter)
    assert "Het spijt ons" in sent(counter)["repair_promise"].decode()
    assert "uiterlijk op 3 april 2020" in sent(counter)["repair_promise"].decode()
    task = next(one for one in open_items(counter.database, counter.town.id) if one.item_id == item)
    assert '"day":"2020-04-03"' in task.text


@pytest.mark.requirement("R-217")
def test_when_an_error_of_ours_is_closed_a_repair_and_a_message_exist(counter: Counter) -> None:
    item = promise(counter)
    with pytest.raises(InputError, match="not made good yet"):
        finish(counter.at("2020-03-21"), item, reason="Klaar")
    assert "repair_done" not in sent(counter)
    run(counter.at("2020-03-21"), MARCH)
    finish(counter.at("2020-03-22"), item, reason="De gift telt niet meer mee.")
    made = last_decisions(counter.database, counter.town.id, HOME)[MARCH].decision
    assert (made.cause, made.pay) == (Cause.GEMEENTE, 130_00), "the repair"
    assert "Het spijt ons" in sent(counter)["repair_done"].decode(), "the message"
    assert "fout" in text_of(sent(counter)["decision"])
    assert item not in {one.item_id for one in open_items(counter.database, counter.town.id)}
    with pytest.raises(AnsweredBefore):
        close_repair(counter.at("2020-03-23"), item, reason="Nog eens")


def test_where_nothing_changes_the_person_is_told_that(counter: Counter) -> None:
    item = promise(counter)
    from werkzaam.app.ledger.new_facts import gift
    from werkzaam.store.facts import record_fact

    again = gift({"maand": "2020-03", "telt_mee": "130.00", "besluit": "besluit van 3 maart"})
    desk = counter.at("2020-03-20T11:00:00Z")
    with desk.writes() as writer:
        record_fact(writer, HOME, again.fact(), idem_key=again.key)
    run(counter.at("2020-03-21"), MARCH)
    close_repair(counter.at("2020-03-22"), item, reason="Het besluit was van 3 maart.")
    assert "verandert er niets" in sent(counter)["repair_done"].decode()
    assert "decision" not in sent(counter)
